"""The same words in another cut or translation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.linking import link
from communique.linking.same_words import FLOOR, compare_quotes
from communique.linking.words import content
from tests.linking.factory import Did, Said, Told, tell

MINES = "We are also working actively with the hydrographers, regularly exchanging soundings that are useful to us, and holding joint dives in the fjord, in the open sea and under the ice"

SAME = {
    "indirect, and half as long": (MINES, "Norway and Poland regularly exchange useful soundings through their hydrographers and hold joint dives"),
    "two words of a long one": ("Our navies have large-scale joint plans for the years to come, and we expect them to last", "large-scale plans"),
    "another translation": ("We want a lorry to cross the bridge in a week, not in a month,", "It is our wish that a lorry cross the long bridge in one week and not in one month"),
    "turned round": ("We have nothing to hide behind our dams,", "Behind our dams there is nothing that we hide from anybody"),
    "cut at the end": ("The lake belongs to the people who fish in it, and they have a right to know", "The lake belongs to the people who fish in it"),
    "to the letter": ("The piers are ready too. Only the stamps are missing,", "The piers are ready too. Only the stamps are missing,"),
}  # fmt: skip

OTHER = {
    "one theme": ("We agreed that the mines must be cleared from the bay before the winter", "Nobody has counted the mines that lie in the bay"),
    "other numbers": ("We shall send 300 tonnes of maize to the northern shore", "We shall send 45 tonnes of maize to the northern shore"),
    "two words far apart": ("The scale of our plans is known, and large ships are part of them", "large-scale plans"),
    "one word": ("Our relations are friendly and will stay so for decades", "friendly"),
    "set phrases": ("Our cooperation is developing very well in all areas", "The dialogue was useful and is developing in the right spirit"),
}  # fmt: skip

KNOWN_WRONG = {  # other words for everything: nothing here knows that figures are numbers
    "synonyms": ("The figures will be sent every morning, also on Sundays.", "Each morning, Sunday included, the numbers will go out."),
    "ships": ("The two sides talked about the safety of ships, and about nothing else,", "They spoke of the security of navigation and of no other subject,"),
}  # fmt: skip


def said(words: str, speaker: str = "Ingrid Solheim", published: str | None = "2024-03-05", **about: object) -> Told:
    did = Did(f"Ingrid Solheim met Marek Zielonka, {len(words)}.", **about)  # type: ignore[arg-type]
    return tell(did, quotes=[Said(speaker, words)], published=published, filler=f"Printed {published}")


def linked(one: Told, other: Told) -> bool:
    return bool(link([one, other]).same_words)


@pytest.mark.parametrize("case", SAME)
def test_same_words(case: str) -> None:
    one, other = SAME[case]
    assert linked(said(one), said(other, published="2024-03-06"))


@pytest.mark.parametrize("case", OTHER)
def test_other_words(case: str) -> None:
    one, other = OTHER[case]
    assert not linked(said(one), said(other, published="2024-03-06"))


@pytest.mark.parametrize("case", KNOWN_WRONG)
def test_known_wrong_other_words_for_everything_are_not_recognised(case: str) -> None:
    one, other = KNOWN_WRONG[case]
    assert not linked(said(one), said(other))


def test_another_speaker_said_something_else() -> None:
    assert not linked(said(MINES), said(MINES, "Marek Zielonka"))


def test_the_same_phrase_a_month_later_was_said_again() -> None:
    assert not linked(said(MINES), said(MINES, published="2024-04-09", first="2024-04-09"))


def test_stories_of_one_event_need_no_day() -> None:
    one, other = SAME["turned round"]
    assert linked(said(one), said(other, published="2024-03-12"))


def test_a_pair_is_given_once_with_its_ids_sorted_and_a_reason() -> None:
    one, other = SAME["cut at the end"]
    (pair,) = link([said(one), said(other)]).same_words
    assert pair.one < pair.other
    assert pair.because == "100 % of what the shorter one says stands in the other"


def test_quotes_of_one_story_are_not_compared() -> None:
    twice = tell(
        Did("Ingrid Solheim met Marek Zielonka."),
        quotes=[Said("Ingrid Solheim", MINES), Said("Ingrid Solheim", MINES + " too")],
    )
    assert link([twice]).same_words == ()


def test_a_hundred_copies_of_a_quote_are_paired_with_the_first_only() -> None:
    pairs = link(
        [tell(quotes=[Said("Ingrid Solheim", MINES)], filler=f"Page {n} of them", source=str(n)) for n in range(100)]
    ).same_words
    assert len(pairs) == 99
    assert len({pair.one for pair in pairs}) == 1


STEMS = st.lists(st.sampled_from((*content(MINES), "3", "40")), max_size=10)


@given(STEMS, STEMS)
def test_comparing_quotes_is_symmetric(one: list[str], other: list[str]) -> None:
    assert compare_quotes(one, other, {}) == compare_quotes(other, one, {})


@given(STEMS.filter(lambda stems: len(set(stems)) >= 3))
def test_a_quote_is_in_itself(stems: list[str]) -> None:
    assert compare_quotes(stems, stems, {}).score >= FLOOR
