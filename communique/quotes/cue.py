"""One attribution's words."""

from __future__ import annotations

from dataclasses import dataclass

from communique.data import Verb
from communique.quotes.phrases import Range


@dataclass(frozen=True, slots=True)
class Cue:
    """An attribution's words: positions are those of the sentence's ``Line``, ranges are token numbers.

    ``first``/``last``: the cue's own words. ``start``/``stop``: the clause with source, hearer, day and channel.
    ``source``: the words that name who speaks; ``whole`` with its apposition. ``quoted``: whom the source quotes.
    """

    first: int
    last: int
    start: int
    stop: int
    verb: Verb | None
    form: str
    source: Range | None
    whole: Range | None
    quoted: Range | None = None
    heard: Range | None = None
    carrier: Range | None = None  # "was quoted by TASS": who carried it
    inverted: bool = False
    finite: bool = True
    phrase: bool = False
