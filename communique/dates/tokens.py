"""Lines and tokens, with offsets into the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")


class Token(NamedTuple):
    """A run of digits ("n"), of letters ("w"), or one other character ("p"); "" past either end of the line."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    glued: bool  # no space before it


NOTHING: Final = Token("", "", 0, 0, "", False)


class Line:
    """The tokens of one line; positions outside it hold ``NOTHING``, so that rules can look ahead without asking."""

    __slots__ = ("tokens",)

    def __init__(self, text: str, start: int, end: int) -> None:
        tokens: list[Token] = []
        edge = -1
        for found in _TOKEN.finditer(text, start, end):
            word = found.group()
            kind = "n" if word[0].isdecimal() else "w" if word[0].isalpha() else "p"
            tokens.append(Token(word, word.lower(), found.start(), found.end(), kind, found.start() == edge))
            edge = found.end()
        self.tokens = tokens

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else NOTHING

    def low(self, place: int) -> str:
        """The token at ``place`` in small letters, "" outside the line."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def possessive(self, place: int) -> bool:
        """A possessive "'s" stands at ``place``."""
        return self.low(place) in ("'", "’") and self[place].glued and self.low(place + 1) == "s"


def read_lines(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of every line. Date words never run over a line's end: in a dump that joins two menu entries."""
    for found in _LINE.finditer(text):
        yield found.start(), found.end()
