"""What must always hold of a cast, and how it answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Span
from tests.people.scenes import scene, who

PIECES = st.sampled_from(
    [
        "Russian Defence Minister Igor Malyshev", "Malyshev", "Mr Malyshev's", "Ingrid Solheim,", "the premier", "his Polish counterpart",
        "he said", "Beijing", "in Moscow", "the Kremlin", "said", "and", "\"", "“", "”", ",", ".", "SEOUL", "U.S.", "al-Habsi", "Kim Jong-un",
        "Foreign Ministry", "of", "Norway's", "the ministry", "Gen.", "—", "van der", "Ms. Quispe", "former",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=14), min_size=1, max_size=4))
def test_every_mention_cuts_out_its_own_words_and_none_overlap(lines: list[list[str]]) -> None:
    page, cast = scene(*(" ".join(line) for line in lines), day="2016-05-05")
    assert all(one.span.cut(page.text) == one.text for one in cast.mentions)
    assert all(a.span.end <= b.span.start for a, b in zip(cast.mentions, cast.mentions[1:], strict=False))
    ids = {one.id for one in cast.entities}
    assert {one.entity for one in cast.mentions if one.entity} == ids
    assert all(office.span.cut(page.text) for one in cast.entities for office in one.offices)


def test_a_phrase_finds_the_person_it_is_about() -> None:
    page, cast = scene("China's Premier Luo Weiming met Russian President Igor Malyshev.")
    whole = Span("p", page.text.index("Russian"), page.text.index("."))
    assert cast.who(whole) == next(one for one in cast.entities if one.name == "Igor Malyshev")
    assert who(page, cast, "China's Premier Luo Weiming") == "Luo Weiming"


def test_nothing_stands_where_nothing_is_named() -> None:
    _, cast = scene("It rained all day.")
    assert cast.at(Span("p", 0, 5)) is None
    assert cast.entities == ()


def test_an_entity_of_another_story_is_a_key_error() -> None:
    _, cast = scene("Norway signed.")
    with pytest.raises(KeyError):
        cast.entity("q.0#0")


def test_entities_are_numbered_in_text_order() -> None:
    _, cast = scene("Norway signed. Ana Ruiz, Chile's minister, did not.")
    assert [one.id for one in cast.entities] == [f"p.0#{number}" for number in range(len(cast.entities))]


def test_a_line_of_a_megabyte_is_read() -> None:
    page, cast = scene("Malyshev and " * 20_000 + "Russian Defence Minister Igor Malyshev")
    assert who(page, cast, "Malyshev") == "Igor Malyshev"
