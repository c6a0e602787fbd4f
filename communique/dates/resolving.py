"""Which days date words mean, counted from the days of the story.

The answer is an interval that holds the true day: a reference of several days gives the smallest interval around
what each of them gives. Every rule below is monotone in the reference, so its two ends are enough.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from communique.dates.counting import (
    DAY,
    Tense,
    add_months,
    count_near,
    count_period,
    count_season,
    count_weekday,
    count_weekend,
    place_calendar,
    place_season,
    straddles_year,
)
from communique.dates.meaning import (
    Anchored,
    Calendar,
    DateWords,
    Either,
    Impossible,
    Meaning,
    Near,
    Part,
    Period,
    Run,
    Season,
    Weekday,
)
from communique.model import Days

# Days printed in one zone and counted in another differ by one: "March 14" in a story of 13 March UTC is tomorrow.
_GRACE: Final = timedelta(days=1)
# A reference further out would count over the ends of the calendar itself.
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 9000
# Early, middle and late overlap: no stylebook says where they meet.
_MONTH_SHARES: Final = {"early": (1, 12), "mid": (9, 22), "late": (19, 31)}
_YEAR_SHARES: Final = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}
# A date in figures that can be read two ways is settled only if one reading is near and the other is not.
_NEAR_DAYS: Final = 45


def resolve(words: DateWords, reference: Days | None, tense: Tense = "past") -> Days | None:
    """The days that ``words`` mean in a story whose words count from ``reference``; ``None`` where they leave it open.

    ``tense`` is that of the clause: "on Wednesday" with the past is the latest Wednesday up to the reference, with
    the future the first from it on, with "none" the nearer one. Without a reference only full dates resolve.
    Words that count from another event resolve by ``resolve_from`` alone.
    """
    return resolve_meaning(words.meaning, reference, tense)


def resolve_meaning(meaning: Meaning, reference: Days | None, tense: Tense) -> Days | None:
    """As ``resolve``, for a meaning."""
    match meaning:
        case Impossible() | Anchored():
            return None
        case Calendar() if meaning.year is not None:
            return place_calendar(meaning)
        case Season() if meaning.year is not None:
            return place_season(meaning, meaning.year)
        case Either():
            return _settle(meaning, reference, tense)
        case Run():
            return _run(meaning, reference, tense)
        case Part():
            return _part(meaning, reference, tense)
    if reference is None or reference.first is None or reference.last is None:
        return None
    if not _FIRST_YEAR < reference.first.year <= reference.last.year < _LAST_YEAR:
        return None
    core = meaning
    return _hull(lambda day: _from_day(core, day, tense), reference.first, reference.last)


def resolve_from(words: DateWords, event: Days) -> Days | None:
    """The days of words that count from another event ("a year earlier", "the day after"), given that event's days."""
    if not isinstance(words.meaning, Anchored) or event.first is None or event.last is None:
        return None
    near = Near(words.meaning.unit, words.meaning.low, words.meaning.high, words.meaning.exact)
    return _hull(lambda day: count_near(near, day), event.first, event.last)


def find_impossible(words: DateWords, reference: Days | None = None, tense: Tense = "past") -> str | None:
    """Why the words cannot be a date: no such day in the calendar, or a past told long before it comes."""
    if isinstance(words.meaning, Impossible):
        return words.meaning.reason
    if not isinstance(words.meaning, Calendar) or words.meaning.year is None:
        return None
    days = place_calendar(words.meaning)
    weekday = words.meaning.weekday
    if weekday is not None and days.width == 0 and days.first is not None and days.first.weekday() != weekday:
        return f"{days.first.isoformat()} is a {calendar.day_name[days.first.weekday()]}, not a {calendar.day_name[weekday]}"
    if reference is None or reference.last is None or days.first is None:
        return None
    if tense == "past" and days.first > reference.last + _GRACE:
        return f"{words.text} lies after {reference.last.isoformat()}, the last day of the story"
    return None


def _hull(rule: Callable[[date], Days | None], first: date, last: date) -> Days | None:
    one, other = rule(first), rule(last)
    if one is None or other is None:
        return None
    starts = [d.first for d in (one, other)]
    ends = [d.last for d in (one, other)]
    start = None if None in starts else min(d for d in starts if d is not None)
    end = None if None in ends else max(d for d in ends if d is not None)
    return Days(start, end)


def _from_day(meaning: Meaning, day: date, tense: Tense) -> Days | None:
    match meaning:
        case Calendar():
            return _calendar(meaning, day, tense)
        case Weekday():
            return count_weekend(meaning, day, tense) if meaning.weekend else count_weekday(meaning, day, tense)
        case Period():
            return _clip(count_period(meaning, day), day, tense) if meaning.offset == 0 else count_period(meaning, day)
        case Near():
            if (
                tense == "past"
                and meaning.high is not None
                and meaning.high > 0
                and (meaning.low or 0) > 0
                and meaning.unit != "day"
            ):
                return None  # "in two weeks", told in the past, is how long something took
            return count_near(meaning, day)
        case Season():
            return (
                count_season(meaning, day)
                if meaning.offset == -1 or straddles_year(meaning)
                else place_season(meaning, day.year + meaning.offset)
            )
    return None


def _calendar(point: Calendar, day: date, tense: Tense) -> Days | None:
    """A day, month or day of the month without its year: the nearest in the direction of the tense."""
    if point.month is None:
        return _day_of_month(point.day, day, tense) if point.day is not None else None
    if point.years is not None:
        return (
            place_calendar(replace(point, year=day.year + point.years))
            if _exists(day.year + point.years, point)
            else None
        )
    if point.which in ("last", "next"):
        # "Last June" is over and "next June" has not begun; in the month itself both mean the other year's.
        tense = "past" if point.which == "last" else "future"
        edge = day.replace(day=1) - DAY if tense == "past" else (day.replace(day=1) + 31 * DAY).replace(day=1)
        return _calendar(replace(point, which="bare"), edge, tense)
    around = [
        place_calendar(Calendar(year, point.month, point.day))
        for year in range(day.year - 12, day.year + 13)
        if _exists(year, point)
    ]
    if point.weekday is not None:
        around = [d for d in around if d.first is not None and d.first.weekday() == point.weekday]
    found = _nearest([(d.first, d.last) for d in around if d.first is not None and d.last is not None], day, tense)
    if found is None or point.day is not None:
        return found
    return _clip(found, day, tense)


def _exists(year: int, point: Calendar) -> bool:
    if not 1 <= year <= 9999 or point.month is None:
        return False
    return point.day is None or point.day <= calendar.monthrange(year, point.month)[1]


def _nearest(choices: list[tuple[date, date]], day: date, tense: Tense) -> Days | None:
    if tense == "past":
        fitting = [c for c in choices if c[0] <= day + (_GRACE if c[0] == c[1] else timedelta())]
        return Days(*fitting[-1]) if fitting else None
    if tense == "future":
        fitting = [c for c in choices if c[1] >= day - (_GRACE if c[0] == c[1] else timedelta())]
        return Days(*fitting[0]) if fitting else None
    if not choices:
        return None
    return Days(*min(choices, key=lambda c: max(c[0] - day, day - c[1], timedelta())))


def _day_of_month(number: int, day: date, tense: Tense) -> Days | None:
    choices: list[tuple[date, date]] = []
    for step in (-2, -1, 0, 1, 2):
        year, month = add_months(day.year, day.month, step)
        if number <= calendar.monthrange(year, month)[1]:
            choices.append((date(year, month, number), date(year, month, number)))
    return _nearest(choices, day, tense)


def _clip(days: Days, day: date, tense: Tense) -> Days:
    """What the tense leaves of days that hold the reference: up to it for the past, from it for the future."""
    limit = Days(None, day) if tense == "past" else Days(day, None) if tense == "future" else None
    return days if limit is None else days.meet(limit) or days


def _part(part: Part, reference: Days | None, tense: Tense) -> Days | None:
    """A share of a stretch; "earlier this month" ends at the reference, "later this month" begins there."""
    if part.share in ("earlier", "later"):
        side: Tense = "past" if part.share == "earlier" else "future"
        if isinstance(part.whole, Period) and part.whole.offset != 0:
            side = tense
        return resolve_meaning(part.whole, reference, side)
    if reference is None and not (isinstance(part.whole, Calendar | Season) and part.whole.year is not None):
        return None
    first = reference.first if reference is not None else date(2000, 1, 1)
    last = reference.last if reference is not None else date(2000, 1, 1)
    if isinstance(part.whole, Calendar | Season) and part.whole.year is not None:
        first = last = date(2000, 1, 1)
    if first is None or last is None or not _FIRST_YEAR < first.year <= last.year < _LAST_YEAR:
        return None
    return _hull(lambda day: _share(part, day, tense), first, last)


def _share(part: Part, day: date, tense: Tense) -> Days | None:
    whole = resolve_meaning(part.whole, Days(day, day), "none" if isinstance(part.whole, Period) else tense)
    if isinstance(part.whole, Calendar) and part.whole.month is not None and _is_bare(part.whole):
        whole = _month_of_share(part, day, tense)
    if whole is None or whole.first is None or whole.last is None or whole.width is None:
        return whole
    if whole.width > 300:
        first, last = _YEAR_SHARES[part.share]
        return Days(
            date(whole.first.year, first, 1),
            date(whole.first.year, last, calendar.monthrange(whole.first.year, last)[1]),
        )
    if whole.width > 60:
        third = whole.width // 3 + 10
        start = {"early": 0, "mid": third - 15, "late": whole.width - third}[part.share]
        return Days(whole.first + start * DAY, min(whole.last, whole.first + (start + third) * DAY))
    if whole.width < 25:
        return whole
    first, last = _MONTH_SHARES[part.share]
    return Days(
        whole.first.replace(day=first),
        whole.first.replace(day=min(last, calendar.monthrange(whole.first.year, whole.first.month)[1])),
    )


def _is_bare(point: Calendar) -> bool:
    return point.year is None and point.years is None and point.which == "bare"


def _month_of_share(part: Part, day: date, tense: Tense) -> Days | None:
    """The month whose share fits the tense: on 5 December "late December" in the past is the year before's."""
    if not isinstance(part.whole, Calendar) or part.whole.month is None:
        return None
    first, last = _MONTH_SHARES[part.share]
    months = [
        place_calendar(Calendar(year, part.whole.month))
        for year in range(day.year - 2, day.year + 3)
        if 1 <= year <= 9999
    ]
    pairs = [
        (m.first.replace(day=first), m.last.replace(day=min(last, m.last.day))) for m in months if m.first and m.last
    ]
    found = _nearest(pairs, day, tense)
    return (
        place_calendar(Calendar(found.first.year, part.whole.month))
        if found is not None and found.first is not None
        else None
    )


def _run(run: Run, reference: Days | None, tense: Tense) -> Days | None:
    """From the first day of the first to the last of the last; an end left open is the reference's."""
    if run.first is None or run.last is None:
        return _open_run(run, reference, tense)
    first, last = resolve_meaning(run.first, reference, tense), resolve_meaning(run.last, reference, tense)
    if first is None or last is None or first.first is None or last.last is None:
        return None
    if first.first <= last.last:
        if (
            isinstance(run.first, Weekday)
            and (last.last - first.first).days > 6
            and reference is not None
            and reference.width == 0
        ):
            first = Days(first.first + 7 * DAY, None)
        return Days(first.first, last.last)
    return _unwrap(run, first, last, tense)


def _unwrap(run: Run, first: Days, last: Days, tense: Tense) -> Days | None:
    """An end that fell a year or a week on the wrong side of the other is put right: "Friday to Monday" on a Monday."""
    if first.first is None or last.last is None:
        return None
    if isinstance(run.first, Weekday):
        week = 7 * DAY
        return Days(first.first - week, last.last) if tense == "past" else Days(first.first, last.last + week)
    if (
        isinstance(run.first, Calendar)
        and isinstance(run.last, Calendar)
        and run.first.year is None
        and run.first.month
    ):
        start = first.first
        if tense == "future" and _exists(last.last.year + 1, run.last):
            return Days(start, place_calendar(Calendar(last.last.year + 1, run.last.month, run.last.day)).last)
        if _exists(start.year - 1, run.first):
            return Days(place_calendar(Calendar(start.year - 1, run.first.month, run.first.day)).first, last.last)
    return None


def _open_run(run: Run, reference: Days | None, tense: Tense) -> Days | None:
    if run.first is not None:
        since = resolve_meaning(run.first, reference, tense)
        if since is None:
            return None
        until = reference.last if reference is not None and tense == "past" else None
        return Days(since.first, until) if until is None or since.first is None or since.first <= until else None
    if run.last is None:
        return None
    till = resolve_meaning(run.last, reference, tense)
    if till is None:
        return None
    start = reference.first if reference is not None and tense == "future" else None
    return Days(start, till.last) if start is None or till.last is None or start <= till.last else None


def _settle(either: Either, reference: Days | None, tense: Tense) -> Days | None:
    """The reading that is near the reference where the other is not; ``None`` where both or neither are."""
    if reference is None or reference.first is None or reference.last is None:
        return None
    near: list[Days] = []
    for reading in either.readings:
        days = place_calendar(reading)
        if days.first is None:
            continue
        gap = max(days.first - reference.last, reference.first - days.first, timedelta()).days
        late = tense == "past" and days.first > reference.last + _GRACE
        if gap <= _NEAR_DAYS and not late:
            near.append(days)
    return near[0] if len(near) == 1 else None
