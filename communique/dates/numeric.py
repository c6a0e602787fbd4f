"""Dates in figures alone: 2024-08-21, 21.8.2024, 17-04-2023, 08/21/24."""

from __future__ import annotations

import calendar
import re
from typing import Final

from communique.dates.meaning import Calendar, Either, Impossible, Meaning

# A year out of these is a number of something. Pages speak of the past two centuries and of goals for 2100.
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2199

_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d%]|[-/]\d|\.\d)")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d%]|[-/]\d|\.\d)")
_SHORT_YEAR: Final = re.compile(r"(\d{1,2})/(\d{2})/(\d{2})(?![\d%]|[-/]\d|\.\d)")
_COMPACT: Final = re.compile(r"(20[0-4]\d)(0[1-9]|1[0-2])([0-3]\d)(?=T\d{4})")


def is_year(number: int) -> bool:
    """The number can be a year that news speaks of."""
    return FIRST_YEAR <= number <= LAST_YEAR


def build_day(year: int | None, month: int, day: int, weekday: int | None = None) -> Calendar | Impossible:
    """The day, or why no calendar has it. Without a year the 29th of February is allowed."""
    if not 1 <= month <= 12:
        return Impossible(f"there is no month {month}")
    length = calendar.monthrange(year if year is not None else 2024, month)[1]
    if not 1 <= day <= length:
        name = calendar.month_name[month] + (f" {year}" if year is not None else "")
        return Impossible(f"{name} has {length} days, not {day}")
    return Calendar(year, month, day, weekday)


def find_figures(text: str, start: int, end: int) -> tuple[Calendar | Either | Impossible, int] | None:
    """The date in figures that begins at ``start``, and where it ends. Two readings stay two.

    Dots are a European habit and mean day first; slashes and dashes can mean either.
    """
    if start and (
        text[start - 1].isalnum() or (text[start - 1] in ".-/:,+$€£" and text[start - 2 : start - 1].isdigit())
    ):
        return None
    if found := _YEAR_FIRST.match(text, start, end):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        return (build_day(year, month, day), found.end()) if is_year(year) else None
    if found := _COMPACT.match(text, start, end):
        return build_day(int(found[1]), int(found[2]), int(found[3])), found.end()
    if found := _YEAR_LAST.match(text, start, end):
        year = int(found[4])
        return (_settle(year, int(found[1]), int(found[3]), found[2] == "."), found.end()) if is_year(year) else None
    if found := _SHORT_YEAR.match(text, start, end):
        one, two, year = int(found[1]), int(found[2]), int(found[3])
        # Only what can be a date: 24/7 and scores have other shapes, fractions other sizes.
        if year < 40 and min(one, two) > 0 and max(one, two) <= 31 and min(one, two) <= 12:
            return _settle(2000 + year, one, two, False), found.end()
    return None


def _settle(year: int, one: int, two: int, day_first: bool) -> Calendar | Either | Impossible:
    by_day, by_month = build_day(year, two, one), build_day(year, one, two)
    if isinstance(by_day, Calendar) and isinstance(by_month, Calendar):
        return by_day if day_first or by_day == by_month else Either((by_day, by_month))
    if isinstance(by_day, Impossible) and isinstance(by_month, Calendar) and not day_first:
        return by_month
    return by_day


def settle_by_weekday(meaning: Meaning, weekday: int) -> Calendar | None:
    """The one reading that falls on ``weekday``, bearing it; a single reading bears it even where it does not fit, as a contradiction to report."""
    readings = meaning.readings if isinstance(meaning, Either) else (meaning,) if isinstance(meaning, Calendar) else ()
    fitting = [
        r for r in readings if r.year and r.month and r.day and calendar.weekday(r.year, r.month, r.day) == weekday
    ]
    chosen = fitting if isinstance(meaning, Either) else list(readings)
    if len(chosen) != 1:
        return None
    return Calendar(chosen[0].year, chosen[0].month, chosen[0].day, weekday)
