"""The words of a passage, as names need them: possessive endings apart, full stops and hyphens inside.

"Gen. Li's U.S. trip"  ->  Gen(dot) Li(possessive) U.S. trip
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼʻ‘`\-‑][^\W_]+)*")
_POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S")


_BLANKS = (" ", "\u00a0", "  ", " \u00a0", "\n", "\n ", "")  # a hard-wrapped line breaks names too
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

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def _is_short(word: str) -> bool:
    """An initial or an abbreviation, whose full stop ends no sentence."""
    return len(word) == 1 or word.casefold() in _ABBREVIATED


def split_words(text: str) -> list[Word]:
    """Every word of ``text`` in order."""
    words: list[Word] = []
    behind = 0
    for match in _WORD.finditer(text):
        raw, start = match.group(), match.start()
        possessive = raw.endswith(_POSSESSIVE) and len(raw) > 2
        core = raw[:-2] if possessive else raw
        end = start + len(core)
        if not possessive and core.endswith("s") and text[end : end + 2] in ("' ", "’ "):
            possessive = True
        gap = text[behind:start]
        joined = gap in _BLANKS or (gap in (". ", ".", ".\u00a0") and bool(words) and _is_short(words[-1].text))
        key = core.casefold()
        words.append(Word(core, key.replace(".", "").replace("’", "'"), start, end, possessive, gap, joined))
        behind = match.end()
    return words
