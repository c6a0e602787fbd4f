"""Days counted from one day of the story: weekdays, weeks and months, round numbers, seasons."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final, Literal

from communique.dates.meaning import Calendar, Near, Period, Season, Weekday
from communique.model import Days

Tense = Literal["past", "future", "none"]
DAY: Final = timedelta(days=1)
# How far round numbers stray, in days for one unit: "two weeks ago" is said of ten days and of eighteen.
_SLACK: Final = {"week": 4, "month": 16, "year": 120}
_UNIT_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


def place_calendar(point: Calendar) -> Days:
    """The days of a point whose year is known."""
    year = point.year or 1
    if point.month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if point.day is None:
        return Days(date(year, point.month, 1), date(year, point.month, calendar.monthrange(year, point.month)[1]))
    return Days(date(year, point.month, point.day), date(year, point.month, point.day))


def add_months(year: int, month: int, step: int) -> tuple[int, int]:
    count = year * 12 + month - 1 + step
    return count // 12, count % 12 + 1


def count_weekday(words: Weekday, day: date, tense: Tense) -> Days:
    """A weekday counted from ``day``. "Last Friday" and "next Tuesday" of the same week are read both ways."""
    back = (day.weekday() - words.day) % 7
    ahead = (words.day - day.weekday()) % 7
    if words.which == "last":
        found = day - timedelta(days=back or 7)
        # On a Saturday "last Friday" is yesterday for some and a week earlier for others.
        first = found - 7 * DAY if found.isocalendar()[:2] == day.isocalendar()[:2] else found
        return Days(first, found)
    if words.which == "next":
        found = day + timedelta(days=ahead or 7)
        last = found + 7 * DAY if found.isocalendar()[:2] == day.isocalendar()[:2] else found
        return Days(found, last)
    if words.which == "coming":
        found = day + timedelta(days=ahead or 7)
        return Days(found, found)
    if words.which == "this" and tense == "none":
        tense = "future"
    if tense == "past" or (tense == "none" and back <= 3):
        found = day - timedelta(days=back)
    else:
        found = day + timedelta(days=ahead)
    return Days(found, found)


def count_weekend(words: Weekday, day: date, tense: Tense) -> Days:
    """Saturday and Sunday: the last begun one for the past, the next unfinished one for the future."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if words.which == "last":
        first = saturday - 7 * DAY if day.weekday() >= 5 else saturday
        return Days(first, saturday + DAY if day.weekday() < 5 else first + DAY)
    if words.which == "next":
        first = saturday + 7 * DAY
        return Days(first, first + (8 * DAY if day.weekday() < 5 else DAY))
    if (
        words.which == "coming"
        or (tense == "future" and day.weekday() < 5)
        or (words.which == "this" and tense == "none" and day.weekday() < 5)
        or (tense == "none" and day.weekday() in (3, 4))
    ):
        saturday += 7 * DAY
    return Days(saturday, saturday + DAY)


def count_period(period: Period, day: date) -> Days:
    """The calendar week, month or year. Weeks are taken from Sunday to Sunday: half the world begins them on each."""
    if period.unit == "year":
        return place_calendar(Calendar(day.year + period.offset))
    if period.unit == "month":
        return place_calendar(Calendar(*add_months(day.year, day.month, period.offset)))
    if period.unit == "day":
        return Days(day + period.offset * DAY, day + period.offset * DAY)
    monday = day - timedelta(days=day.weekday())
    first, last = monday - DAY, monday + 6 * DAY
    if day.weekday() == 6:
        # A Sunday ends one week in London and begins another in Washington: both readings.
        first, last = (first, last + 6 * DAY)
    first, last = first + 7 * period.offset * DAY, last + 7 * period.offset * DAY
    if period.offset < 0:
        last = min(last, day - DAY)
    if period.offset > 0:
        first = max(first, day + DAY)
    return Days(first, last)


def count_near(words: Near, day: date) -> Days | None:
    """``low`` to ``high`` units from ``day``, wider by what round numbers stray."""
    try:
        first = (
            None if words.low is None else _shift(day, words.unit, words.low) - timedelta(days=_stray(words, words.low))
        )
        last = (
            None
            if words.high is None
            else _shift(day, words.unit, words.high) + timedelta(days=_stray(words, words.high))
        )
    except (OverflowError, ValueError):
        return None  # before the first or after the last year of the calendar
    if words.high is not None and words.high <= 0 and last is not None:
        last = min(last, day)
    if words.low is not None and words.low >= 0 and first is not None:
        first = max(first, day)
    return Days(first, last)


def _shift(day: date, unit: str, count: int) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * _UNIT_DAYS[unit])
    year, month = add_months(day.year, day.month, count * (12 if unit == "year" else 1))
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _stray(words: Near, count: int) -> int:
    """How many days a count of units can be off: nothing for a few days, a seventh and more for larger round numbers."""
    count = abs(count)
    if words.unit == "day":
        return 0 if count <= 3 and words.exact else (1 if words.exact and count <= 7 else max(1, count // 5))
    if count == 0 or (count == 1 and words.low != words.high and words.exact):
        return 0
    base = _SLACK[words.unit] + (count - 1) * _UNIT_DAYS[words.unit] // 8
    return base if words.exact else base * 3 // 2


def place_season(season: Season, year: int) -> Days:
    last_year = year + 1 if season.first > season.last else year
    return Days(
        date(year, season.first, 1), date(last_year, season.last, calendar.monthrange(last_year, season.last)[1])
    )


def straddles_year(season: Season) -> bool:
    return season.first > season.last


def count_season(season: Season, day: date) -> Days:
    """A season named from the reference that can lie in two years: a winter, and the last summer of a November."""
    year = day.year + season.offset
    first, last = (year - 1, year) if straddles_year(season) else (year, year)
    one, other = place_season(season, first), place_season(season, last)
    this = place_season(season, day.year)
    if season.offset == -1 and this.last is not None and this.last < day:
        other = this
    return Days(one.first, other.last)
