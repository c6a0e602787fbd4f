"""The kinds of event, as data."""

from __future__ import annotations

import pytest

from communique.events import load_kinds, plover_of
from communique.events.kinds import find_kind, load_frames, word_set
from communique.model import Plover

WANTED = (
    "meeting", "visit", "call", "negotiation", "agreement", "joint statement", "message", "appointment", "sanction", "attack",
    "exercise", "aid", "protest", "summit",
)  # fmt: skip


def test_every_kind_that_the_design_names_is_there() -> None:
    assert set(WANTED) <= {kind.name for kind in load_kinds()}


@pytest.mark.parametrize(
    ("kind", "plover"),
    [
        ("meeting", Plover("CONSULT", None)),
        ("visit", Plover("CONSULT", "visit")),
        ("call", Plover("CONSULT", "phone")),
        ("agreement", Plover("AGREE", None)),
        ("protest", Plover("PROTEST", "demo")),
        ("expulsion", Plover("SANCTION", "expel")),
        ("aid", Plover("AID", None)),
    ],
)
def test_a_kind_has_its_plover_type_and_mode(kind: str, plover: Plover) -> None:
    assert plover_of(kind) == plover


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        plover_of("party")


def test_every_frame_is_of_a_kind_and_names_words() -> None:
    rows = [row for forms in load_frames().values() for row in forms]
    assert len(rows) > 200
    assert all(words and find_kind(frame.kind) for words, frame in rows)


def test_the_longest_form_comes_first() -> None:
    lengths = [len(words) for words, _ in load_frames()["phone"]]
    assert lengths == sorted(lengths, reverse=True)


def test_an_unknown_set_of_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_set("nonsense")
