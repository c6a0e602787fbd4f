"""A page is cut into stories, and every line of it has a part and a reason."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Cut
from communique.pages import parse_page
from communique.stories import cut_page

from . import pages


def cut(text: str, **metas: str) -> Cut:
    return cut_page(parse_page(text, "test", metas=metas, html=False))


def words(found: Cut, part: str, story: int = 0) -> list[str]:
    return [b.span.cut(found.page.text) for b in found.stories[story].blocks if b.part == part]


def loose(found: Cut, part: str) -> list[str]:
    return [b.span.cut(found.page.text) for b in found.loose if b.part == part]


ALL = {name: text for name, text in vars(pages).items() if name.isupper()}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL.keys())
def test_every_line_has_one_part_and_a_reason(text: str) -> None:
    found = cut(text)
    blocks = sorted([*found.loose, *(b for s in found.stories for b in s.blocks)], key=lambda b: b.span)
    covered = "".join(b.span.cut(text) for b in blocks)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(b.because for b in blocks)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(blocks))


def test_a_page_of_two_stories_is_split_and_its_repeats_are_folded() -> None:
    found = cut(pages.TWO_STORIES)
    assert [s.headline.cut(pages.TWO_STORIES) for s in found.stories if s.headline] == [
        "Oman Hosts Second Round on Fishing Zones",
        "Kenya Says No Talks on Lake Before Rains End",
    ]
    assert len(words(found, "body", 0)) == 3
    assert len(words(found, "body", 1)) == 2
    assert len(words(found, "repeat", 0)) == 2
    assert len(words(found, "caption", 0)) == 1
    assert words(found, "repeat", 1) == ["Kenya Says No Talks on Lake Before Rains End"]
    assert loose(found, "menu") == ["TT", "TT"]
    # The photograph's agency is not the story's.
    assert [s.wire.name if s.wire else None for s in found.stories] == ["Reuters", None]


def test_a_portal_keeps_its_deck_byline_and_note_apart_from_the_body() -> None:
    found = cut(pages.PORTAL)
    assert len(found.stories) == 1
    assert words(found, "headline") == ["Minister meets envoy in Tashkent"] == words(found, "repeat")
    assert len(words(found, "deck")) == 1
    assert words(found, "body")[1] == "Background:"  # a label inside the body is body
    assert len(words(found, "body")) == 4
    assert words(found, "note")[0].startswith("(This story has not been edited")
    # A trending list's snippet is no body, though it is a sentence.
    assert any("price of salt" in t for t in loose(found, "teaser"))
    assert found.outlet is not None
    assert found.outlet.name == "Devdiscourse"
    assert found.stories[0].wire is not None
    assert found.stories[0].wire.because == "the byline names an agency"


def test_an_appeal_goes_on_until_the_page_ends() -> None:
    found = cut(pages.APPEAL)
    assert len(words(found, "body")) == 3
    assert len(loose(found, "appeal")) == 6
    assert found.outlet is not None
    assert found.outlet.name == "The Northern Gazette"


def test_furniture_between_and_around_paragraphs_is_left_out() -> None:
    found = cut(pages.NOISY)
    assert [s.headline.cut(pages.NOISY) for s in found.stories if s.headline] == [
        "Peru and Chile reopen border post after landslide"
    ]
    assert len(words(found, "body")) == 4
    assert "What the ministers said" in words(found, "note")  # a heading between paragraphs is no sentence
    assert words(found, "byline") == ["By Lucia Ferrandiz-Mora"]
    assert words(found, "timestamp") == ["Published: 5 May 2021 10:15 GMT"]
    assert words(found, "caption") == ["Trucks wait at the border post near Arica. Photo: Municipality of Arica"]
    assert found.stories[0].wire is not None
    assert found.stories[0].wire.name == "EFE"
    assert any("nine days" in t for t in loose(found, "social"))


def test_a_paragraph_broken_at_a_fixed_width_is_one_block() -> None:
    found = cut(pages.WRAPPED)
    body = words(found, "body")
    assert len(body) == 2
    assert body[0].endswith("the autumn.")
    assert body[1].count("\n") == 2


def test_a_sentence_broken_around_its_links_is_one_block() -> None:
    found = cut(
        "Ministers sign river accord\n\nThe foreign minister of Laos,\nBounmy Sengdara\n, signed the river accord with her colleague"
        " on Monday in Vientiane.\nThe accord had been\nprepared for nine years\nby three commissions, two of which never met."
    )
    assert len(words(found, "body")) == 2


def test_a_box_of_links_does_not_end_the_story() -> None:
    found = cut(pages.BOX)
    assert len(found.stories) == 1
    assert len(words(found, "body")) == 4
    assert [t for t in loose(found, "teaser") if "lighthouses" in t]


def test_a_live_page_is_one_story() -> None:
    assert len(cut(pages.LIVE).stories) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  \n \n", "empty"),
        (pages.MENUS, "only menus"),
        (pages.WALL, "wall"),
        (pages.GERMAN, "not in English (de)"),
    ],
)
def test_a_page_without_a_story_is_kept_with_the_reason(text: str, reason: str) -> None:
    found = cut(text)
    assert found.stories == ()
    assert [s.what for s in found.skips] == ["page"]
    assert reason in found.skips[0].reason


def test_foreign_names_do_not_make_a_page_foreign() -> None:
    found = cut(
        "Khurelsükh Oyuunchimeg and Đỗ Thị Hồng Nhung met Ásgeir Þorgrímsson and Żaneta Brzęczyszczykiewicz in Ulaanbaatar"
        " on Monday, and the four agreed to meet again in the autumn in Győr, said Şükrü Çağlayangil of the secretariat."
    )
    assert len(found.stories) == 1


def test_the_crawlers_prefix_is_no_part_of_any_block() -> None:
    found = cut(
        " date 2023-04-17 Minister opens bridge\n\nThe minister opened the new bridge over the river on Monday and walked across it alone."
    )
    assert words(found, "headline") == ["Minister opens bridge"]


def test_a_brief_of_one_sentence_behind_a_dateline_is_a_story() -> None:
    found = cut(
        "MUSCAT, May 4 (Xinhua) -- Oman will host the ministers of fisheries of nine countries in June, it said."
    )
    assert len(found.stories) == 1
    assert found.stories[0].dateline is not None
    assert found.stories[0].dateline.name == "Muscat"


def test_a_megabyte_on_one_line_takes_no_longer_than_its_length() -> None:
    sentence = "The minister of water met his colleague in Geneva on Monday and they spoke of the river. "
    began = time.process_time()
    found = cut(sentence * 11_000)
    assert time.process_time() - began < 8
    assert len(words(found, "body")) == 1


def test_many_lines_take_no_longer_than_their_number() -> None:
    began = time.process_time()
    cut((pages.NOISY + pages.PORTAL) * 300)
    assert time.process_time() - began < 6


LIVE_TITLED = """Lagoon Desk
Live

As it happened: Peru and Chile open a border office

Last updated May 5, 2021, 18:40 (GMT-3)

What you need to know
• The ministers of Peru and Chile opened an office at the border
• They then spoke for two hours in Arica

17:55
Errázuriz: 'One stamp is enough'
From Ana Petrova in Arica
The ministers of Peru and Chile have left the office at the border together, and neither of them spoke to the reporters.

15:40
The talks have begun
The two ministers are now speaking behind closed doors in Arica, a diplomat of one of the two countries told Lagoon Desk.

10:02
Good morning
Good morning from the border, where it is very windy and where the delegation of Peru is expected within the hour.
"""


def test_a_live_page_is_headed_by_its_own_title_and_begins_with_what_it_sums_up() -> None:
    found = cut(LIVE_TITLED)
    assert words(found, "headline") == ["As it happened: Peru and Chile open a border office"]
    assert words(found, "body")[0].startswith("• The ministers of Peru")
    assert words(found, "body")[-1].endswith("within the hour.")
    assert found.outlet is not None
    assert found.outlet.name == "Lagoon Desk"


def test_hours_in_a_list_of_other_stories_make_no_live_page() -> None:
    listed = "\n".join(f"1{n}:32\nSalt prices fall for a third week in Lagoonia {n}" for n in range(4))
    found = cut(f"10:32\nSalt ministers open office at the border\n\n{WIDE[0]}\n\n{WIDE[1]}\n\nLatest news\n{listed}")
    assert words(found, "headline") == ["Salt ministers open office at the border"]


def test_neither_the_house_nor_a_row_of_places_is_a_headline() -> None:
    story = WIDE[0] + "\n\n" + WIDE[1]
    for top in ("Government of Lagoonia", "Ministry of Salt of Lagoonia", "Chile Peru Economy Transport"):
        found = cut(f"{top}\nMenu  Search\n\nSalt ministers open office at the border\n\n{story}")
        assert words(found, "headline") == ["Salt ministers open office at the border"], top


WIDE = (
    "The salt ministers of the Government of Lagoonia and of Peru opened an office at the border on Monday and spoke of the economy and of transport.",
    "“We have enough salt,” the minister of Lagoonia told the reporters who had come from both of the capitals to see the office.",
)


def test_a_caption_that_reads_like_the_lead_is_no_body() -> None:
    caption = "Salt Minister Ana Ruiz (R) welcomes her colleague Jan Novak at the office on the border, Lagoonia, May 4, 2021."
    found = cut(f"Salt ministers open office at the border\n\n{caption}\n\n{WIDE[0]}\n\n{WIDE[1]}")
    assert words(found, "caption") == [caption]
    assert words(found, "body") == list(WIDE)


def test_a_last_paragraph_signed_by_its_agency_is_body_and_the_sign_is_a_note() -> None:
    found = cut(f"Salt ministers open office at the border\n\n{WIDE[0]}\n\n{WIDE[1]} (ANI)")
    assert words(found, "body") == list(WIDE)
    assert words(found, "note") == ["(ANI)"]
    assert found.stories[0].wire is not None


def test_of_a_brief_the_deck_is_half_and_stays() -> None:
    lead = "Minister Ana Ruiz hosted a dinner for the speaker of the parliament of Peru in Lagoonia on Monday."
    page = f"Ruiz hosts speaker of Peru's parliament\n\n{lead}\n\nMay 04, 2021 9:03 AM GMT+7\n\nRuiz said that ties had been better every year since she was born."
    assert lead in words(cut(page), "body")


LINES = st.lists(
    st.one_of(
        st.sampled_from([line for text in ALL.values() for line in text.split("\n")]),
        st.text(alphabet="aA1. \t\u00a0—“(:", max_size=30),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_whatever_the_lines_all_are_covered_once_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = cut(text)
    text = found.page.text
    blocks = sorted([*found.loose, *(b for s in found.stories for b in s.blocks)], key=lambda b: b.span)
    start = found.page.start
    assert "".join("".join(b.span.cut(text) for b in blocks).split()) == "".join(text[start:].split())
    for story in found.stories:
        assert list(story.blocks) == sorted(story.blocks, key=lambda b: b.span)


def test_one_sentence_behind_a_dateline_is_a_story() -> None:
    """A news flash is running text, though it is shorter than many a teaser."""
    flash = "OSLO, March 5 (NTB) - Norwegian Foreign Minister Sigrun Haldorsen met Polish Foreign Minister Witold Marczak on Tuesday."
    for text in (flash, f"Home\nWorld\nSport\n\nMinisters meet in Oslo\n\n{flash}\n\nMost read\nBear found asleep\n"):
        (story,) = cut_page(parse_page(text, html=False)).stories
        assert [block.span.cut(text) for block in story.of("body")] == [flash]
    assert (
        cut_page(parse_page("Home\nWorld\n\nOSLO (NTB) - Read more about our cookies here.\n", html=False)).stories
        == ()
    )
