"""Where on a page something was read."""

from __future__ import annotations

from dataclasses import dataclass

from communique.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open interval ``[start, end)`` of one page's text.

    Offsets count Unicode code points, as ``len`` and slicing do, in the text
    the page was stored with. Nothing downstream may re-normalise that text: a
    span that no longer cuts out its own words is worse than none.
    """

    page: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(self.page, self.start, self.end)

    def cut(self, text: str) -> str:
        """The words of the page's ``text`` that this span covers; ``SpanError`` where it ends behind the text."""
        if self.end > len(text):
            raise SpanError(self.page, self.start, self.end)
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Both lie on one page and share at least one code point."""
        return self.page == other.page and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """``other`` lies wholly inside this span, edges included."""
        return self.page == other.page and self.start <= other.start and other.end <= self.end

    def until(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(self.page, min(self.start, other.start), max(self.end, other.end))
