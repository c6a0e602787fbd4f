"""One spelling for the many spellings of a name: script, transliteration, diacritics, hyphens.

Шойгу, Shoigu, Shoygu -> "soigu"      Dzhumabayev, Zhumabaev -> "jumabaev"      al-Sisi, El-Sisi -> "sisi"
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_ARTICLE = re.compile(r"\A(?:al|el|an|as|ad|ar|at|ash|ul|ur)[-‑ ](?=\w{2})")
_TWICE = re.compile(r"(.)\1+")
# In this order: longer groups of letters first. Each pair folds spellings that romanisations of one name differ in.
_FOLDS = tuple(
    (re.compile(pattern), with_)
    for pattern, with_ in (
        (r"[^a-z]", ""),
        (r"shch|schtsch|sch|sh|ş", "s"),
        (r"dzh|dsch|dj|zh|j(?=[aeou])", "j"),
        (r"tsch|tch|ch|cz", "c"),
        (r"kh|ck", "k"),
        (r"(?<!n)gh", "g"),  # "Sang-ho" is no "Sango"
        (r"ph", "f"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"q", "k"),
        (r"ts|tz", "c"),
        (r"(?<=[a-z])(?:iye|yye|ye|ie|je)", "e"),
        (r"^(?:ye|je|ie)", "e"),
        (r"yu|ju|iu", "u"),
        (r"yo|io", "o"),
        (r"ya|ia", "a"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"y|j", "i"),
        (r"c(?=[aoul])", "k"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[a-z]{2})(?:ii|i)$", "i"),
    )
)


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """A word of a name in the common spelling; "" where nothing of it is letters."""
    plain = anyascii(word).casefold().replace("'", "").replace("’", "")
    plain = _ARTICLE.sub("", plain)
    for pattern, with_ in _FOLDS:
        plain = pattern.sub(with_, plain)
    return plain


def fold_name(name: str) -> tuple[str, ...]:
    """Every word of a name in the common spelling; initials keep their letter, hyphens join."""
    return tuple(folded for word in name.replace(".", " ").split() if (folded := fold_word(word)))


def join_name(folded: tuple[str, ...]) -> str:
    """A folded name as one word, by which "Sang-ho", "Sangho" and "Sang Ho" are one."""
    return _TWICE.sub(r"\1", "".join(folded))
