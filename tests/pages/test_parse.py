"""Text to pages: the crawler's prefix is metadata, everything else is the page's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import PageError
from communique.pages import parse_bytes, parse_page

PREFIXES = [
    # text, what stands before the page's own words, the date it gives
    (" date 2024-03-05 Ministers meet in Oslo", " date 2024-03-05 ", "2024-03-05"),
    ("date 2024-03-05\nMinisters meet in Oslo", "date 2024-03-05\n", "2024-03-05"),
    (
        "date 2024-03-05 url https://example.org/a Ministers meet",
        "date 2024-03-05 url https://example.org/a ",
        "2024-03-05",
    ),
    ("The date 2024-03-05 was agreed", "", None),  # words of the page, not before it
    ("date palms grow here", "", None),
]


@pytest.mark.parametrize(("text", "prefix", "day"), PREFIXES)
def test_a_crawlers_prefix_is_metadata_with_its_place(text: str, prefix: str, day: str | None) -> None:
    page = parse_page(text)
    date = page.meta("date")
    assert page.text == text
    assert page.start == len(prefix)
    assert (date.value if date else None) == day


def test_an_address_in_the_prefix_is_the_pages_address() -> None:
    assert parse_page("url https://example.org/a Ministers meet").address == "https://example.org/a"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_page_is_one_page_wherever_it_was_read_and_its_text_is_untouched(text: str) -> None:
    one, other = parse_page(text, "a.txt", html=False), parse_page(text, "b.txt", html=False)
    assert one.id == other.id
    assert one.text == text


def test_the_same_words_under_two_addresses_are_two_pages() -> None:
    one = parse_page("Ministers meet", metas={"url": "https://one.example/a"})
    other = parse_page("Ministers meet", metas={"url": "https://other.example/b"})
    assert one.id != other.id


def test_bytes_that_are_no_text_are_refused_with_their_kind() -> None:
    with pytest.raises(PageError, match=r"a\.png: is a PNG image, not text"):
        parse_bytes(b"\x89PNG\r\n\x1a\n\0\0\0", "a.png")


def test_undecodable_bytes_are_reported_as_damage() -> None:
    page = parse_bytes("“Einverstanden”, sagte sie – “ja” “gut” ".encode() + b"\xff\xfe!", "a.txt")
    assert [(skip.what, skip.reason) for skip in page.damage] == [
        ("bytes", "2 undecodable bytes became U+FFFD (read as utf-8)")
    ]


HTML = """<!doctype html><html lang="en"><head><title>Ministers meet in Oslo | The Fjord Times</title>
<meta property="article:published_time" content="2024-03-05T08:30:00+01:00"><meta property="og:site_name" content="The Fjord Times">
<meta property="og:title" content="Ministers meet in Oslo"></head><body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<article><h1>Ministers meet in Oslo</h1><p>The foreign ministers of Norway and Poland met in Oslo on Tuesday to discuss the sea route.</p>
<p>"We agreed on the mines," Minister Ingrid Solheim-Dahl told reporters after the talks at the harbour office in the city.</p></article>
<footer>Cookie settings</footer></body></html>"""


def test_html_gives_its_article_and_what_its_tags_say() -> None:
    page = parse_page(HTML)
    assert page.form == "html"
    assert page.text.startswith("Ministers meet in Oslo")
    assert "We agreed on the mines" in page.text
    assert "Cookie settings" not in page.text
    said = {meta.key: meta.value for meta in page.metas}
    assert said["date"] == "2024-03-05T08:30:00+01:00"
    assert said["sitename"] == "The Fjord Times"


def test_markup_without_an_article_is_a_page_without_words_not_an_error() -> None:
    assert parse_page("<html><body></body></html>").text == ""
