from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.linking.compare import (
    Party,
    compare_days,
    compare_kinds,
    compare_participants,
    compare_places,
    compare_words,
)
from communique.model import Days, Place
from tests.linking.factory import TOWNS


def days(text: str) -> Days | None:
    if not text:
        return None
    first, _, last = text.partition("..")
    read = lambda day: date.fromisoformat(f"2024-{day}") if day else None  # noqa: E731
    return Days(read(first), read(last if "." in text else first))


DAYS = [  # one, other, score
    ("03-05", "03-05", 1.0),
    ("03-01..03-31", "03-05", 1.0),
    ("..03-05", "02-01", 1.0),
    ("03-05", "03-06", 0.5),  # after midnight in Tokyo is the day before in New York
    ("03-05", "03-12", 0.0),  # a week later is another meeting
    ("03-05..", "03-01", 0.0),
    ("", "03-05", 0.5),
]


@pytest.mark.parametrize(("one", "other", "score"), DAYS)
def test_days(one: str, other: str, score: float) -> None:
    assert compare_days(days(one), days(other)).score == score
    assert compare_days(days(one), days(other)) == compare_days(days(other), days(one))


def place(name: str | None) -> Place | None:
    return Place(name, *TOWNS.get(name, (None, None, None)), None) if name else None


PLACES = [
    ("Oslo", "oslo", 1.0),
    ("Gdynia", "Poland", 1.0),
    ("Gdynia", "Gdansk", 1.0),  # 22 km: one bay
    ("Gdynia", "Warsaw", 0.3),
    ("Gdynia", "Oslo", 0.0),
    ("Gdynia", None, 0.8),
    ("Gdynia", "the naval port", 0.3),
]


@pytest.mark.parametrize(("one", "other", "score"), PLACES)
def test_places(one: str | None, other: str | None, score: float) -> None:
    assert compare_places(place(one), place(other)).score == score
    assert compare_places(place(one), place(other)) == compare_places(place(other), place(one))


def party(name: str) -> Party:
    """ "Solheim NOR" is a person, "NOR" a state, "the council" a body."""
    words = name.split()
    if name.isupper():
        return Party(f"state:{name}", "state", name, name)
    if len(words) == 2 and words[1].isupper():
        return Party(words[0], "person", words[0], words[1])
    return Party(f"body:{name}", "body", name, None)


def cast(names: str) -> list[Party]:
    return [party(name.strip()) for name in names.split(",") if name.strip()]


# Each line is a better match than the next: the order is what counts, not the numbers.
RANKS = [
    ("Solheim NOR, Zielonka POL", "Solheim NOR, Zielonka POL"),
    ("Solheim NOR, Zielonka POL", "Solheim NOR, Zielonka POL, Nowak POL"),
    ("Solheim NOR, Zielonka POL", "Solheim NOR, POL"),
    ("Solheim NOR, Zielonka POL, Nowak POL", "Solheim NOR, Zielonka POL, Berg NOR"),
    ("Solheim NOR, Zielonka POL", "NOR, POL"),
    ("Solheim NOR, Zielonka POL", "Solheim NOR, Nowak POL"),
]


def test_participants_from_better_to_worse() -> None:
    scores = [compare_participants(cast(one), cast(other)).score for one, other in RANKS]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[-1] == 0.0


APART = [
    ("Solheim NOR, Zielonka POL", "Berg NOR, Nowak POL"),  # other ministers of the same two states
    ("Solheim NOR, Zielonka POL", "Solheim NOR, SWE"),
    ("NOR", "POL"),
    ("NOR, POL", "NOR, SWE"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_participants_contradict(one: str, other: str) -> None:
    assert compare_participants(cast(one), cast(other)).score == 0.0


def test_kinds() -> None:
    assert compare_kinds("meeting", "meeting").score == 1.0
    assert compare_kinds("negotiation", "meeting").score == 0.95
    assert compare_kinds("visit", "meeting").score == 0.0  # a visit and the meeting during it are two


NAMES = st.lists(
    st.sampled_from(["Solheim NOR", "Zielonka POL", "Nowak POL", "NOR", "POL", "SWE", "the council"]),
    max_size=4,
    unique=True,
)


@given(NAMES, NAMES, st.integers(1, 2))
def test_comparing_participants_is_symmetric(one: list[str], other: list[str], sides: int) -> None:
    left, right = [party(name) for name in one], [party(name) for name in other]
    assert compare_participants(left, right, sides) == compare_participants(right, left, sides)


@given(st.frozensets(st.sampled_from("abcdefgh")), st.frozensets(st.sampled_from("abcdefgh")))
def test_comparing_words_is_symmetric(one: frozenset[str], other: frozenset[str]) -> None:
    assert compare_words(one, other) == compare_words(other, one)
