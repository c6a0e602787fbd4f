"""The kinds of event and the words that tell them, from ``data/kinds``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from communique.data import load_table, read_list
from communique.model import Plover, Role

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event; ``sides`` is how many participants it needs, ``family`` what it may be one event with."""

    name: str
    plover: Plover
    family: str
    sides: int
    note: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Words of one kind, and where its sides stand.

    ``takes`` are the ways the other side follows ("obj" or a preposition); ``left`` is the subject's or possessor's
    part, ``right`` the other's; ``need`` names what must stand with the words, else they tell something else.
    """

    kind: str
    form: Literal["verb", "noun"]
    takes: tuple[str, ...]
    left: Role
    right: Role
    need: frozenset[str]


@lru_cache(maxsize=1)
def load_kinds() -> tuple[Kind, ...]:
    """Every kind, in the order of its file."""
    return tuple(
        Kind(row["kind"], Plover(row["type"], row["mode"] or None), row["family"], int(row["sides"]), row["note"])
        for row in load_table("kinds/kinds")
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Kind]:
    return {kind.name: kind for kind in load_kinds()}


def find_kind(name: str) -> Kind:
    """The kind of this name; ``KeyError`` where there is none."""
    return _by_name()[name]


def plover_of(kind: str) -> Plover:
    """The PLOVER type and mode of a kind; ``KeyError`` for a kind that ``data/kinds`` does not have."""
    return find_kind(kind).plover


@lru_cache(maxsize=1)
def load_frames() -> dict[str, tuple[tuple[tuple[str, ...], Frame], ...]]:
    """First word, in lower case -> every form that begins so, as its words, with its frame; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for row in load_table("kinds/frames"):
        form = cast(Literal["verb", "noun"], row["form"])
        left, right = cast(Role, row["left"]), cast(Role, row["right"])
        need = frozenset(row["need"].split())
        frame = Frame(row["kind"], form, read_list(row["takes"]), left, right, need)
        for words in map(split_form, read_list(row["words"])):
            found.setdefault(words[0], []).append((words, frame))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """One row of ``kinds/words.tsv``: single words and phrases, in lower case."""
    for row in load_table("kinds/words"):
        if row["set"] == name:
            return frozenset(read_list(row["words"]))
    raise KeyError(name)


def split_form(form: str) -> tuple[str, ...]:
    """The words of a printed form as the reader cuts them: "co-chair" is three."""
    return tuple(_WORD.findall(form.casefold()))
