"""One capture of a web page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.span import Span
from communique.model.verdict import Skip


@dataclass(frozen=True, slots=True)
class Meta:
    """What somebody else said of the page: a crawler's prefix, a column of a table, a tag in the HTML.

    ``key`` is one of ``url date source title author sitename language description``;
    ``span`` is set where the words stand in the page's text (a crawler's prefix).
    """

    key: str
    value: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One capture: its text as decoded, where it came from, and what was said of it.

    ``id`` hangs on the text and the address alone, so that the same page read
    twice is one page. ``text`` is never cut or mended. For HTML it is the text
    that was taken out of the markup (``form`` says so), and spans refer to that.
    """

    id: str
    source: str  # the path, archive member ("news.zip!a.txt") or row ("news.jsonl:7") it was read from
    text: str
    sha256: str  # of the bytes (of the cell, for a row of a table)
    address: str | None = None
    form: Literal["text", "html"] = "text"
    metas: tuple[Meta, ...] = ()
    damage: tuple[Skip, ...] = ()  # undecodable bytes, a cut-off archive, ...

    def meta(self, key: str) -> Meta | None:
        """The first thing said under ``key``."""
        return next((m for m in self.metas if m.key == key), None)

    @property
    def start(self) -> int:
        """Where the page's own words begin: behind a crawler's prefix, else 0."""
        return max((m.span.end for m in self.metas if m.span is not None), default=0)
