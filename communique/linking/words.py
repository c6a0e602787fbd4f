"""Words as linking compares them: folded, so that another site's spelling of the same copy is the same copy.

"The U.S. side's programme — organised “last week”"
 the us sides program organized last week
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

RUN = 5  # words in a shingle: shorter runs are shared by any two reports, longer ones break at each changed word

_WORD = re.compile(r"[a-z0-9]+")
_DOTS = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")  # "u.s." -> "us."
_NUMBER_MARK = re.compile(r"(?<=\d)[,.](?=\d)")
_MARKS = str.maketrans(
    {"’": "", "‘": " ", "'": "", "“": " ", "”": " ", "–": " ", "—": " ", "…": " ", "\u00a0": " ", "«": " ", "»": " "}
)
_POWERS = np.array([pow(0x9E3779B97F4A7C15, power, 1 << 64) for power in range(RUN)], dtype=np.uint64)

_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e[ds]?|ing|ations?)$"), r"iz\1"),  # organised -> organized
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|able|ite)?$"), r"or\1"),  # labour -> labor
    (re.compile(r"(?<=[a-z]{2})tre(s?)$"), r"ter\1"),  # centre -> center
    (re.compile(r"(?<=[a-z]{2})ence(s?)$"), r"ense\1"),  # defence -> defense
    (re.compile(r"ogramme(s?)$"), r"ogram\1"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er)$"), r"l\1"),  # travelled -> traveled
)
_ENDINGS = (
    "ations",
    "ation",
    "ingly",
    "ments",
    "ment",
    "ions",
    "ing",
    "ies",
    "ied",
    "ion",
    "ely",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)

# Words that any two statements share; "nothing", "never" and numbers in words are content.
STOP = frozenset(
    """
    a an the and or but nor so if then than that this these those there here it its he she his her hers him they
    them their we our us you your i my me of in on at to for from by with about as into over after before
    between through during against under out up down off again further is are was were be been being am do does
    did doing have has had having will would shall should can could may might must not no also very just only
    own same such too more most other some any each both all which who whom whose what when where why how said
    says say saying told tell tells added adding s t don now while because until upon per via
    """.split()  # noqa: SIM905
)


@lru_cache(maxsize=65536)
def _spelled(word: str) -> str:
    for pattern, by in _SPELLINGS:
        changed = pattern.sub(by, word)
        if changed != word:
            return changed
    return word


def fold(text: str) -> str:
    """``text`` in plain small letters: no marks on letters, no apostrophes, no full stops inside "U.S.", no commas in numbers."""
    plain = text.translate(_MARKS)
    if (
        not plain.isascii()
    ):  # marks first: nearly every page has curly quotes, few have more than that, and this is slow
        plain = anyascii(unicodedata.normalize("NFKC", plain))
    return _NUMBER_MARK.sub("", _DOTS.sub("", plain.casefold().replace("'", "")))


def split(text: str) -> list[str]:
    """The folded words of ``text``, British spellings as American ones (which of the two does not matter)."""
    return [_spelled(word) for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """``word`` without its ending: "exchanging", "exchange" and "exchanges" are one. Words of four letters keep theirs."""
    if word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("i") if ending != "s" else word[:-1]
    return word[:-1] if word.endswith("s") and len(word) == 4 and not word.endswith("ss") else word


def content(text: str) -> tuple[str, ...]:
    """The stems of the words that say something, in order."""
    return tuple(stem(word) for word in split(text) if word not in STOP)


def shingles(words: Iterable[str]) -> NDArray[np.uint64]:
    """One number for each run of five words, sorted, each once; fewer than five words have none.

    The numbers are the same in every process and on every machine.
    """
    marks = np.fromiter((crc32(word.encode()) + 1 for word in words), dtype=np.uint64)
    if len(marks) < RUN:
        return np.empty(0, dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(marks, RUN)
    with np.errstate(over="ignore"):
        mixed = (windows * _POWERS).sum(axis=1, dtype=np.uint64)
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def shared(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> int:
    """How many numbers two sorted arrays have in common."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    if not len(small):
        return 0
    at = np.searchsorted(large, small)
    at[at == len(large)] = 0
    return int((large[at] == small).sum())
