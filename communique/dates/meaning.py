"""What date words can mean: a small closed algebra.

"early next year"   Part(Period("year", 1), "early")
"20-22 March"       Run(Calendar(month=3, day=20), Calendar(month=3, day=22))
"03/04/2023"        Either((Calendar(2023, 4, 3), Calendar(2023, 3, 4)))
"the day before"    Anchored("day", -1, -1)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
Which = Literal["bare", "last", "this", "next", "coming"]
Share = Literal["early", "mid", "late", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Fields of the calendar as printed; ``None`` is what the words leave out. ``weekday`` counts from Monday = 0.

    ``years`` is the year counted from the reference's ("November last year" is -1); ``which`` is the side of
    the reference that a word before the month names ("last June", "next March").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    years: int | None = None
    which: Which = "bare"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday = 0), or with ``day`` 5 and ``weekend`` set, Saturday and Sunday."""

    day: int
    which: Which = "bare"
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The calendar week, month or year ``offset`` away from the reference's own: "last week" is -1."""

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True)
class Season:
    """A part of a year: months ``first`` to ``last``; a winter runs over New Year (12 to 3).

    ``year`` is ``None`` where only "last" (-1), "this" (0) or "next" (1) says it.
    """

    first: int
    last: int
    year: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """Days counted from the reference: ``low`` to ``high`` units, negative in the past; ``None`` leaves that end open."""

    unit: Unit
    low: int | None
    high: int | None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Anchored:
    """The same counted from another event, which the words do not date: "a year earlier", "the day before"."""

    unit: Unit
    low: int | None
    high: int | None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a longer stretch: "late December", "earlier this month"."""

    whole: Calendar | Period | Season
    share: Share


@dataclass(frozen=True, slots=True)
class Run:
    """From one to another, both included; ``None`` leaves an end to the reference ("since February")."""

    first: Point | None
    last: Point | None


@dataclass(frozen=True, slots=True)
class Either:
    """Day and month can be read both ways; the readings in the order day first, month first."""

    readings: tuple[Calendar, ...]


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words in the form of a date that no calendar has."""

    reason: str


Point = Calendar | Weekday | Period | Season | Near | Part
Meaning = Point | Run | Either | Anchored | Impossible


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of a text that say when: ``text == source[start:end]``."""

    start: int
    end: int
    text: str
    meaning: Meaning
