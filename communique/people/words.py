"""The words of a passage, as names need them: possessive endings apart, full stops and hyphens inside.

"Gen. Li's U.S. trip"  ->  Gen(dot) Li(possessive) U.S. trip
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from communique.people.folding import fold_name
from communique.people.knowing import find_family
from communique.people.lexicon import given_genders, name_words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼʻ‘`\-‑][^\W_]+)*")
_POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S")


# A hard-wrapped line breaks names too, and an editor's brackets stand inside them: "President [Ana] Ruiz".
_BLANKS = (" ", "\u00a0", "  ", " \u00a0", "\n", "\n ", "", " [", "] ")
# Two words that lost the blank between them: "RuizTrump", "RuizGOP"; not "McKinley", "LeZion", "WhatsApp".
_SEAM = re.compile(r"(?<=[^\W\d_][a-zà-ÿ]{3})(?=[A-Z](?:[a-zà-ÿ]{3}|[A-Z]))")
_SEAMED = 7  # letters of the shortest word that can be two
_JOINED = ("Fitz", "Abdel", "Abdul", "Abdur", "Saint", "Della", "Delos", "Dela")
_ABBREVIATED = frozenset(
    (
        "gen",
        "lt",
        "col",
        "maj",
        "adm",
        "brig",
        "capt",
        "cmdr",
        "sgt",
        "sen",
        "rep",
        "gov",
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "ste",
        "jr",
        "sr",
        "prof",
        "rev",
        "hon",
        "pres",
        "amb",
        "sec",
        "eng",
        "smt",
        "md",
        "mohd",
        "messrs",
        "msgr",
        "fr",
        "vice-adm",
        "cde",
    )
)


class Word(NamedTuple):
    """One word; offsets are the passage's own. ``gap`` is what stands between the word before and this one."""

    text: str  # without a possessive ending
    key: str  # in lower case, without full stops
    start: int
    end: int
    possessive: bool
    gap: str
    joined: bool  # it follows the word before as the next word of one name does
    capital: bool


def _is_short(word: str) -> bool:
    """An initial or an abbreviation, whose full stop ends no sentence."""
    return len(word) == 1 or word.casefold() in _ABBREVIATED


class _Shape(NamedTuple):
    """What a run of letters is wherever it stands."""

    possessive: bool
    length: int  # without a possessive ending
    sibilant: bool  # a mark behind it can make it possessive
    parts: tuple[tuple[str, str, int, bool], ...]  # text, key, where it begins, whether in a capital


@lru_cache(maxsize=50_000)
def _shape(raw: str) -> _Shape:
    possessive = raw.endswith(_POSSESSIVE) and len(raw) > 2
    core = raw[:-2] if possessive else raw
    parts = ((core, 0),) if core[1:].islower() or len(core) < _SEAMED else _parts(core)
    told = ((part, part.casefold().replace(".", "").replace("’", "'"), at, part[0].isupper()) for part, at in parts)
    return _Shape(possessive, len(core), core.endswith("s"), tuple(told))


def split_words(text: str) -> list[Word]:
    """Every word of ``text`` in order."""
    words: list[Word] = []
    behind = 0
    for match in _WORD.finditer(text):
        start = match.start()
        shape = _shape(match[0])
        possessive, end = shape.possessive, start + shape.length
        if not possessive and shape.sibilant and text[end : end + 2] in ("' ", "’ "):
            possessive = True
        gap = text[behind:start]
        joined = gap in _BLANKS or (gap in (". ", ".", ".\u00a0") and bool(words) and _is_short(words[-1].text))
        for part, key, at, capital in shape.parts:
            first, last = start + at, start + at + len(part)
            owns, before = possessive and last == end, "" if at else gap
            words.append(Word(part, key, first, last, owns, before, joined and not at, capital))
        behind = match.end()
    return words


def _is_name(word: str) -> bool:
    """A word that stands alone elsewhere: a name, letters in capitals, an opening word; "CrowdStrike" is one word."""
    plain = word.casefold() in given_genders() or word in name_words("stop") or word in name_words("title word")
    return plain or word.isupper() or bool(find_family(fold_name(word)))


def _parts(word: str) -> list[tuple[str, int]]:
    """The word, or the words of which it was run together, each with where it begins in it."""
    seams = [seam.start() for seam in _SEAM.finditer(word)] if not word.islower() and "-" not in word else []
    if len(seams) != 1 or word.startswith(_JOINED) or not _is_name(word[seams[0] :]):
        return [(word, 0)]
    cuts = [0, *seams, len(word)]
    return [(word[first:last], first) for first, last in pairwise(cuts)]
