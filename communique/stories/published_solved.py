"""A day without its year, found by its weekday: of the years that the other clues leave, one has it.

"LIMA, February 28. /TASS/. ... the ministry said on Saturday", not before January 2025: Saturday, 28 February 2026
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from communique.dates import Calendar
from communique.model import Days, Page, Reason, Span, Story
from communique.stories.published_clues import DAY, LAST_KNOWN, Clue, Known, is_printable, one_window
from communique.stories.published_text import Sentence, find_dateline_day, looks_back

_LEAD_BLOCKS: Final = 3
_LEAD_DAYS: Final = 6  # news that is called by its day is told within the week


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of a month on the weekday that one of ``weekdays`` names; the story follows it within ``after`` days."""

    month: int
    day: int
    weekdays: frozenset[int]
    after: int
    text: str
    span: Span


def read_solved(
    page: Page, story: Story, sentences: tuple[Sentence, ...], known: Known, weekday: tuple[int, Reason] | None
) -> Iterator[Clue]:
    """The one day that bounds, day of the month and weekday leave together; nothing where two years fit, or no bound is known.

    The last day of what these tables know closes what is open: a page can be no younger.
    """
    first, last = known.days.first, known.days.last
    if first is None or known.sure:
        return
    for found in _days(page, story, sentences, weekday):
        fitting: list[date] = []
        for year in range(first.year, min(last or LAST_KNOWN, LAST_KNOWN).year + 1):
            day = _build(year, found)
            if (
                day is not None
                and day <= LAST_KNOWN
                and known.days.meet(Days(day, day + found.after * DAY)) is not None
            ):
                fitting.append(day)
        if len(fitting) == 1:
            day = fitting[0]
            text = f"{found.text}: from {first} to {last or 'now'} it was so on {day} alone"
            yield Clue((Days(day, day + found.after * DAY),), Reason(text, found.span))
            return


def _build(year: int, found: _Day) -> date | None:
    try:
        day = date(year, found.month, found.day)
    except ValueError:
        return None
    return day if day.weekday() in found.weekdays else None


def _days(
    page: Page, story: Story, sentences: tuple[Sentence, ...], weekday: tuple[int, Reason] | None
) -> Iterator[_Day]:
    """The dateline's day, on the weekday of the news or the day after it; then days of the lead that print their weekday."""
    dateline = find_dateline_day(page, story)
    if dateline is not None and weekday is not None:
        point, span, words = dateline
        if point.year is None and point.month is not None and point.day is not None:
            days = frozenset({point.weekday} if point.weekday is not None else {weekday[0], (weekday[0] + 1) % 7})
            yield _Day(point.month, point.day, days, 1, f'the dateline has "{words}" and {weekday[1].text}', span)
    for sentence in sentences:
        if sentence.number >= _LEAD_BLOCKS:
            return
        for found in sentence.words:
            point = found.meaning if isinstance(found.meaning, Calendar) else Calendar()
            if point.weekday is None or point.year is not None or point.month is None or point.day is None:
                continue
            if looks_back(sentence, found):
                text = f'the news is of "{found.text}"'
                span = sentence.span(page.id, found)
                yield _Day(point.month, point.day, frozenset({point.weekday}), _LEAD_DAYS, text, span)


def read_plans(page: Page, sentences: tuple[Sentence, ...]) -> Iterator[Clue]:
    """A full date that the lead still awaits: published on it at the latest; "this Wednesday, July 31, 2024" is of its week."""
    for sentence in sentences:
        if sentence.number > _LEAD_BLOCKS:
            return
        for found in sentence.words:
            point = found.meaning
            if not isinstance(point, Calendar) or point.year is None or point.month is None or point.day is None:
                continue
            low = found.start - sentence.start
            if _AWAITS.search(sentence.text[max(0, low - 120) : low]) is None:
                continue
            day = date(point.year, point.month, point.day)
            if not is_printable(day):
                continue
            called = _THIS.search(sentence.text[max(0, low - 24) : found.end - sentence.start]) is not None
            first = day - _LEAD_DAYS * DAY if called else None
            text = f'"{found.text}" is still to come'
            yield one_window(first, day, text, sentence.span(page.id, found), bound=True)


_AWAITS: Final = re.compile(
    r"\b(?:(?:will|shall) (?:\w+ )?(?:be|hold|meet|visit|host|travel|begin|take|arrive|open|attend|start)\b"
    r"|(?:is|are) (?:\w+ )?(?:due|expected|scheduled|set|planned|slated)\b)"
    r"(?!.*\b(?:since|after|following|was|were|had|signed|adopted|of)\b)"
)
_THIS: Final = re.compile(r"\bthis (?:coming )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
