"""Captions as witnesses: they make no account, but one that names the same people may date and place it.

X and Y shake hands during a meeting in Moscow, Russia August 21, 2024.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from communique.dates import Calendar, read_dates, resolve
from communique.events.places import find_places
from communique.model import Page, Place, Reason, Span, Story

_EVENT = re.compile(
    r"\b(?:meet|meets|met|meeting|talks|shake hands|shakes hands|shaking hands|visit|visits|receives|welcomes|greets|greet|summit)\b"
)
_FILE = re.compile(r"\bfile\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption that shows an event: its words, its full date and its place."""

    text: str
    span: Span
    day: date | None
    reason: Reason | None
    place: Place | None

    def names(self, name: str) -> bool:
        """It prints a name, or the longest of its words."""
        words = [word for word in re.findall(r"[\w'’\-]+", name) if len(word) > 1]
        return name in self.text or any(re.search(rf"\b{re.escape(word)}\b", self.text) for word in words[-1:] or words)


def read_captions(page: Page, story: Story) -> tuple[Caption, ...]:
    """The story's captions that show a meeting or a visit; file photographs show another day."""
    found = []
    for block in story.of("caption"):
        text = block.span.cut(page.text)
        if _EVENT.search(text) and not _FILE.search(text):
            found.append(_caption(page, text, block.span))
    return tuple(found)


def _caption(page: Page, text: str, span: Span) -> Caption:
    day, reason = None, None
    for words in read_dates(text):
        if isinstance(words.meaning, Calendar) and words.meaning.year is not None and words.meaning.day is not None:
            days = resolve(words, None)
            if days is not None and days.width == 0:
                day = days.first
                reason = Reason(
                    f"a photograph of it is dated {words.text}",
                    Span(page.id, span.start + words.start, span.start + words.end),
                )
                break
    place = None
    for found in find_places(text):
        if found.preposition in ("in", "at", "near"):
            at = Span(page.id, span.start + found.start, span.start + found.end)
            place = Place(
                found.place.name,
                found.place.country,
                found.place.lat,
                found.place.lon,
                at,
                f"{found.place.because}; in a photograph's caption",
            )
    return Caption(text, span, day, reason, place)
