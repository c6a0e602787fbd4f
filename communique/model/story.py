"""One report by one outlet, and the lines of the page it was cut from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.dating import Dating
from communique.model.page import Page
from communique.model.span import Span
from communique.model.verdict import Skip

Part = Literal[
    "headline", "deck", "byline", "timestamp", "caption", "body", "note",
    "repeat", "menu", "teaser", "appeal", "legal", "social",
]  # fmt: skip
READ: tuple[Part, ...] = ("headline", "deck", "body")  # the parts that are read for quotes and accounts


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines of a page, what it is, and why it was taken for that."""

    part: Part
    span: Span
    because: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A name the page gives for its outlet, wire, byline or dateline.

    ``span`` is ``None`` where the name stands outside the text (in the address, in a table's column).
    ``name`` is the full usual form ("Associated Press"), whatever was printed ("AP").
    """

    name: str
    span: Span | None
    because: str


@dataclass(frozen=True, slots=True)
class Story:
    """One report by one outlet; a page can hold several.

    ``blocks`` are in text order and cover every line that belongs to the story,
    repeats and captions too. ``headline`` is the span of its headline block.
    """

    id: str  # "<page id>.<number on the page, from 0>"
    page: str
    blocks: tuple[Block, ...]
    headline: Span | None = None
    outlet: Credit | None = None
    wire: Credit | None = None
    byline: Credit | None = None
    dateline: Credit | None = None
    published: Dating | None = None

    def of(self, *parts: Part) -> tuple[Block, ...]:
        """The blocks with one of these parts, in text order."""
        return tuple(b for b in self.blocks if b.part in parts)


@dataclass(frozen=True, slots=True)
class Cut:
    """A page taken apart: its stories, the lines that belong to none, and what was left out with its reason."""

    page: Page
    stories: tuple[Story, ...]
    loose: tuple[Block, ...]
    outlet: Credit | None
    skips: tuple[Skip, ...]
