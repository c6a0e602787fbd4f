"""Stamps: a full date with, often, its hour and zone, as a page prints above or below a story.

Updated: 17-04-2023 00:36 IST | Created: 17-04-2023 00:36 IST
label    day        clock zone  label    day        clock zone
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal

from communique.data import load_timezones
from communique.dates.meaning import Calendar, DateWords, Either
from communique.dates.reading import read_dates

Label = Literal["published", "updated"]

_PLAIN_CLOCK: Final = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?|(?=\s?[ap]\.?m\b))"
    r"(?:\s{0,2}(?P<half>[ap])\.?\s?m\b\.?)?(?:\s{0,2}h(?:rs|ours)?\b)?",
    re.IGNORECASE,
)
_MILITARY_CLOCK: Final = re.compile(
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s{0,2}(?:GMT|UTC|hrs|hours|IST|EST|EDT|CET)\b)"
)
_OFFSET: Final = re.compile(
    r"\s{0,2}\(?(?:(?P<name>UTC|GMT|Z)\s?)?(?P<sign>[+\-−])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\b\)?"
)
_ZONE: Final = re.compile(
    r"[\s,]{0,2}\(?(?P<zone>[A-Z]{1,5}\b|[A-Z][a-z]+ (?:[Ss]tandard |[Dd]aylight )?[Tt]ime\b|[Ll]ocal [Tt]ime)\)?"
)
# "ET" is one hour in winter and another in summer; the table has the winter's.
_ALL_YEAR_ZONE: Final = re.compile(r"\b(?:[ECMP]T|(?:Eastern|Central|Mountain|Pacific) [Tt]ime)\)?$")
_AFTER: Final = re.compile(r"[\s,|·•@\-–—/(\]]{0,4}(?:at|um|T|t)?[\s:]{0,2}(?=\d)")
_BEFORE: Final = re.compile(r"[\s,|·•@\-–—/()]{1,4}(?:on\s)?[\s,]{0,2}$")
_UPDATED: Final = re.compile(r"updated?|modified|edited|revised|revision|refreshed|amended", re.IGNORECASE)
_PUBLISHED: Final = re.compile(
    r"publi(?:shed|cation|sh)|posted|created|issued|released|submitted|filed|first aired|uploaded", re.IGNORECASE
)
# "6 July 2022 (updated)"; but in "6 July 2022 (Updated: 24.11.2022)" the label is the next stamp's.
_UPDATED_BEHIND: Final = re.compile(
    r"\s?\(?(?:last )?updated?\b(?!\s?(?::|[-–—]|on\b|at\b|\d|[A-Z][a-z]{2,8},? \d|\d{1,2}:\d\d))", re.IGNORECASE
)
_LABEL_CHARS: Final = 48


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed moment. ``day`` is as printed; ``at`` its UTC minute where hour and zone leave no doubt.

    ``clock`` says that an hour is printed. ``label`` is what the words around it call it.
    ``words`` are the date words inside; ``text == source[start:end]``.
    """

    start: int
    end: int
    text: str
    words: DateWords
    day: date | None
    other: date | None = None  # the second reading of figures that can be read two ways
    clock: time | None = None
    at: datetime | None = None
    label: Label | None = None


def read_stamps(text: str) -> Iterator[Stamp]:
    """Every full date (day, month, year) of ``text`` with the clock, zone and label printed beside it, in text order."""
    edge = 0
    text = _without_doubles(text)
    for words in read_dates(text):
        days = _full_days(words)
        if days:
            stamp = _build_stamp(text, words, days, edge)
            edge = stamp.end
            yield stamp


# "22 Dec 202322 Dec 2023": the day for the eye and the day for those who listen, with nothing between them.
_DOUBLED: Final = re.compile(
    r"\b(?P<day>(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? (?:19|20)\d\d)(?P<again>(?P=day))(?!\d)"
)


def _without_doubles(text: str) -> str:
    """The text with the second of two days glued together blanked out, every offset kept."""
    return _DOUBLED.sub(lambda found: found["day"] + " " * len(found["again"]), text)


def _full_days(words: DateWords) -> tuple[date, ...]:
    readings = words.meaning.readings if isinstance(words.meaning, Either) else (words.meaning,)
    return tuple(
        date(r.year, r.month, r.day) for r in readings if isinstance(r, Calendar) and r.year and r.month and r.day
    )


def _build_stamp(text: str, words: DateWords, days: tuple[date, ...], edge: int) -> Stamp:
    start, end = words.start, words.end
    clock: time | None = None
    zones: tuple[int, ...] = ()
    if (behind := _AFTER.match(text, end, end + 10)) is not None and "\n" not in behind.group():
        clock, zones, far = _read_clock(text, behind.end())
        end = far if clock is not None else end
    if clock is None:
        clock, zones, near = _read_clock_before(text, max(edge, start - 32), start)
        start = near if clock is not None else start
    at = None
    if clock is not None and len(days) == 1 and len(zones) == 1:
        summer = 60 if _ALL_YEAR_ZONE.search(text, max(start, end - 34), end) and _is_american_summer(days[0]) else 0
        at = (datetime.combine(days[0], clock) - timedelta(minutes=zones[0] + summer)).replace(tzinfo=UTC)
    return Stamp(
        start,
        end,
        text[start:end],
        words,
        days[0],
        days[1] if len(days) > 1 else None,
        clock,
        at,
        _find_label(text, start, end, edge),
    )


def _is_american_summer(day: date) -> bool:
    """Daylight saving time in the United States since 2007: second Sunday of March to first Sunday of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return start <= day < end


def _read_clock(text: str, at: int) -> tuple[time | None, tuple[int, ...], int]:
    """The clock at ``at``, the offsets its zone can have (in minutes east of UTC), and where both end."""
    found = _PLAIN_CLOCK.match(text, at, at + 40) or _MILITARY_CLOCK.match(text, at, at + 12)
    if found is None:
        return None, (), at
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found.groupdict().get("half") or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return None, (), at
    zones, end = _read_zone(text, found.end())
    return time(hour, minute), zones, end


def _read_zone(text: str, at: int) -> tuple[tuple[int, ...], int]:
    if (found := _OFFSET.match(text, at, at + 14)) is not None and (found["minutes"] or found["name"]):
        offset = int(found["hours"]) * 60 + int(found["minutes"] or 0)
        if offset <= 14 * 60:
            return (offset if found["sign"] == "+" else -offset,), found.end()
    if (found := _ZONE.match(text, at, at + 34)) is not None:
        zones = find_zone(found["zone"])
        if zones:
            return zones, found.end()
    return (), at


@lru_cache(maxsize=1)
def _zones() -> dict[str, tuple[int, ...]]:
    offsets: dict[str, tuple[int, ...]] = {"Z": (0,), "UTC": (0,), "GMT": (0,)}
    for zone in load_timezones():
        # The first row of an ambiguous zone is the reading of the most pages ("IST" is India's).
        offsets.setdefault(zone.printed.casefold() if " " in zone.printed else zone.printed, (zone.offset_minutes,))
    return offsets


def find_zone(printed: str) -> tuple[int, ...]:
    """The offset in minutes east of UTC that a printed zone has; nothing for an unknown one."""
    return _zones().get(printed.casefold() if " " in printed else printed, ())


def _read_clock_before(text: str, low: int, start: int) -> tuple[time | None, tuple[int, ...], int]:
    """ "3:04 PM EDT, Mon August 5, 2024": the clock that ends where the date begins."""
    window = text[low:start]
    for found in _PLAIN_CLOCK.finditer(window):
        if found.start() and (window[found.start() - 1].isalnum() or window[found.start() - 1] in ":."):
            continue
        clock, zones, end = _read_clock(text, low + found.start())
        if clock is not None and end < start and "\n" not in text[end:start] and _BEFORE.fullmatch(text, end, start):
            return clock, zones, low + found.start()
    return None, (), start


def _find_label(text: str, start: int, end: int, edge: int) -> Label | None:
    """What the words before the stamp call it, back to the stamp before it; a label may stand on a line of its own."""
    before = text[max(edge, start - _LABEL_CHARS) : start]
    lines = before.rstrip().rsplit("\n", 1)
    near = lines[-1]
    updated = max((m.end() for m in _UPDATED.finditer(near)), default=-1)
    published = max((m.end() for m in _PUBLISHED.finditer(near)), default=-1)
    if updated < 0 and published < 0:
        return "updated" if _UPDATED_BEHIND.match(text, end, end + 28) else None
    return "updated" if updated > published else "published"
