"""What can say when a story was published, and how clues are put together.

A clue is an interval of days with its reason. Clues are met from the strongest to the weakest; one that contradicts
what the stronger ones leave is kept beside them and moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from communique.dates import DateWords, read_dates
from communique.model import Dating, Days, Page, Reason, Skip, Span

DAY: Final = timedelta(days=1)
# Pages of the web: what lies outside was not published on one. No clock is asked, so that reading stays a pure function.
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2040
# Wider than two years says nothing to an analyst and makes every weekday in the text worthless.
WIDEST_DAYS: Final = 731
# The end of what the tables of officials and events know; no page that they are asked about is younger.
LAST_KNOWN: Final = date(2026, 11, 22)
_OPEN: Final = "when the story was published stays open"
ALWAYS: Final = Days(None, None)


@dataclass(frozen=True, slots=True)
class Clue:
    """One clue. ``windows`` are the intervals it allows, in order: one, or one a year for dates without a year.

    ``bound`` marks a clue that is said only where it moves something: a page mentions many years.
    """

    windows: tuple[Days, ...]
    reason: Reason
    at: datetime | None = None
    local: Days | None = None
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What the clues so far leave: ``days`` open at both ends when there was none."""

    days: Days = ALWAYS
    because: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()
    at: datetime | None = None
    local: Days | None = None

    @property
    def width(self) -> int | None:
        return self.days.width

    @property
    def sure(self) -> bool:
        """The day is known, or it is one of two neighbours."""
        return self.width is not None and self.width <= 1


def one_window(first: date | None, last: date | None, text: str, span: Span | None, *, bound: bool = False) -> Clue:
    """A clue of one interval."""
    return Clue((Days(first, last),), Reason(text, span), bound=bound)


def meet_clue(known: Known, clue: Clue) -> Known:
    """What is left when ``clue`` is taken in: the hull of the windows it shares with what was known."""
    shared = [days for days in (known.days.meet(window) for window in clue.windows) if days is not None]
    if not shared:
        return replace(known, against=(*known.against, clue.reason))
    hull = Days(
        None if any(d.first is None for d in shared) else min(d.first for d in shared if d.first is not None),
        None if any(d.last is None for d in shared) else max(d.last for d in shared if d.last is not None),
    )
    moved = hull != known.days
    if clue.bound and not moved:
        return known
    at = known.at if known.at is not None else clue.at
    local = known.local if known.local is not None else clue.local
    return Known(hull, (*known.because, clue.reason), known.against, at, local)


def meet_clues(known: Known, clues: Iterable[Clue]) -> Known:
    """All of ``clues``, in their order."""
    for clue in clues:
        known = meet_clue(known, clue)
    return known


def close_dating(page: Page, story: str, known: Known) -> tuple[Dating | None, Skip | None]:
    """The dating that ``known`` is worth, or the skip that says why it is worth none."""
    if not known.because:
        against = f": {known.against[0].text}" if known.against else ": no date and no other clue"
        return None, Skip("date", f"{_OPEN}{against}", page.id, story)
    days = known.days
    if days.first is None or days.last is None:
        side = f"not before {days.first}" if days.first is not None else f"not after {days.last}"
        return None, Skip("date", f"{_OPEN}: {side}", page.id, story, _first_span(known))
    if days.width is not None and days.width > WIDEST_DAYS:
        reason = f"{_OPEN}: between {days.first} and {days.last}, too wide to be of use"
        return None, Skip("date", reason, page.id, story, _first_span(known))
    return Dating(days, known.because, known.at, known.local, known.against), None


def _first_span(known: Known) -> Span | None:
    return next((reason.span for reason in known.because if reason.span is not None), None)


def is_printable(day: date) -> bool:
    """A page of the web can have been published then."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def yearly(known: Known, month: int, day: int, days_after: int, weekday: int | None = None) -> tuple[Days, ...]:
    """The windows of a day that recurs every year, within two years of what is known; with a weekday, of the years it fits.

    Nothing comes back where neither end is known: any year would do.
    """
    first, last = known.days.first, known.days.last
    if first is None and last is None:
        return ()
    low = first.year if first is not None else (last.year - 4 if last is not None else FIRST_YEAR)
    high = last.year if last is not None else low + 4
    windows = []
    for year in range(low - 1, high + 2):
        try:
            start = date(year, month, day)
        except ValueError:
            continue
        if weekday is None or start.weekday() == weekday:
            windows.append(Days(start, start + days_after * DAY))
    return tuple(windows)


# A block is asked five times by five kinds of clue; longer texts than this are read anew, so that the memory stays bounded.
_KEPT_CHARS: Final = 20_000


def read_words(text: str) -> tuple[DateWords, ...]:
    """The date words of a block, kept for the next kind of clue that asks."""
    return _read_kept(text) if len(text) <= _KEPT_CHARS else tuple(read_dates(text))


@lru_cache(maxsize=256)
def _read_kept(text: str) -> tuple[DateWords, ...]:
    return tuple(read_dates(text))
