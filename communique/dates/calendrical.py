"""Days, months and years as the calendar names them: "Wednesday 21 December 2022", "March 20-22", "since 2014".

Every rule takes a line and a place and gives a meaning with the place behind it, or ``None``.
A rule looks a bounded number of tokens ahead, so that reading a line takes time linear in its length.
"""

from __future__ import annotations

from typing import Final

from communique.dates.lexicon import (
    COUNTED,
    DAY_PARTS,
    MONTHS,
    NAMED_DAYS_AFTER,
    NAMED_DAYS_BEFORE,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEAK_MONTHS,
    WEEKDAYS,
)
from communique.dates.meaning import Calendar, Impossible, Run
from communique.dates.numeric import build_day, is_year
from communique.dates.tokens import Line

Dated = Calendar | Impossible | Run
DASHES: Final = frozenset({"-", "–", "—", "‑", "−"})
TO: Final = frozenset({"to", "through", "until", "till", "thru"})


def find_month(line: Line, at: int) -> tuple[int, bool, int] | None:
    """The month named at ``at``, whether its name is another word too, and the place behind it (and its full stop)."""
    word = line[at]
    if word.kind != "w" or not (word.text[0].isupper() or line[at - 1].kind == "n" or line[at + 1].kind == "n"):
        return None
    if line[at - 1].text in ("'", "’", "@", "#", "_") and word.glued:
        return None
    if word.low in MONTHS:
        return MONTHS[word.low], word.low in WEAK_MONTHS, at + 1
    if word.low in SHORT_MONTHS:
        dot = line[at + 1]
        return SHORT_MONTHS[word.low], True, at + 2 if dot.text == "." and dot.glued else at + 1
    return None


def find_day_number(line: Line, at: int) -> tuple[int, int] | None:
    """A number that can be a day of a month at ``at`` ("5", "05", "5th"), and the place behind it."""
    word = line[at]
    if word.kind != "n" or len(word.text) > 2 or not 1 <= int(word.text) <= 31 + 8:
        return None
    before, after = line[at - 1], line[at + 1]
    if word.glued and (before.kind == "w" or before.text in "$€£#+°_%" or
                       (before.text in ".,:/" and line[at - 2].kind == "n" and before.glued)):  # fmt: skip
        return None
    if after.glued and after.low in ("st", "nd", "rd", "th"):
        return int(word.text), at + 2
    if after.glued and (after.text in "%°" or after.kind == "w" or
                        (after.text in ".,/:" and line[at + 2].kind == "n" and line[at + 2].glued)):  # fmt: skip
        return None
    return int(word.text), at + 1


def find_year(line: Line, at: int) -> tuple[int, int] | None:
    """A number of four digits that can be a year and counts nothing, and the place behind it."""
    word, after = line[at], line[at + 1]
    if word.kind != "n" or len(word.text) != 4 or not is_year(int(word.text)):
        return None
    if word.glued and (line[at - 1].kind in "wn" or line[at - 1].text in "$€£#+.:/"):
        return None
    if after.glued and (after.kind == "w" or after.text in "%°" or (after.text in ".,:" and _is_figure(line, at + 2))):
        return None
    if after.low in COUNTED and not after.glued:
        return None
    return int(word.text), at + 1


def _is_figure(line: Line, at: int) -> bool:
    return line[at].kind == "n" and line[at].glued


def with_year(line: Line, at: int) -> tuple[int | None, int]:
    """The year that follows a day and month: " 2024", ", 2024", " of 2024", " (2024)"."""
    after = at + 1 if line.low(at) in (",", "of") else at
    found = find_year(line, after)
    return found if found is not None else (None, at)


def _day_then_month(line: Line, at: int) -> tuple[int, int, bool, int] | None:
    """ "14 March", "14th of March", "12th day of March": day, month, weak, behind."""
    found = find_day_number(line, at)
    if found is None:
        return None
    day, at = found
    if (line.low(at) in DASHES and line[at].glued and line[at + 1].glued and line[at + 1].kind == "w") or line.low(
        at
    ) == "of":  # 21-Aug-2024
        at += 1
    month = find_month(line, at)
    return (day, month[0], month[1], month[2]) if month is not None else None


def _month_then_day(line: Line, at: int) -> tuple[int, int, int] | None:
    """ "March 14", "Mar. 14th", "March the 14th": month, day, behind."""
    month = find_month(line, at)
    if month is None:
        return None
    behind = month[2]
    if line.low(behind) in DASHES and line[behind].glued and line[behind + 1].glued:
        return None  # "August-21" is no form of date that anybody prints
    after = behind + 1 if line.low(behind) == "the" else behind
    day = find_day_number(line, after)
    if day is None or (month[1] and not line[at].text[0].isupper()):
        return None
    if line.low(day[1]) in COUNTED and line.low(after) != "the":
        return None  # "In May 20 people ..."
    return month[0], day[0], day[1]


def join(line: Line, at: int, words: frozenset[str]) -> int | None:
    """The place behind "-", "to" or, where ``words`` say so, "and"."""
    return at + 1 if line.low(at) in DASHES or line.low(at) in words else None


def find_day(line: Line, at: int) -> tuple[Dated, int] | None:
    """A day of a month or a run of days, with or without its year, beginning at ``at``."""
    return _find_day_first(line, at) or _find_month_first(line, at)


def _find_day_first(line: Line, at: int) -> tuple[Dated, int] | None:
    single = _day_then_month(line, at)
    if single is not None:
        day, month, _, behind = single
        to = join(line, behind, TO)
        other = _day_then_month(line, to) if to is not None else None
        if other is not None:
            year, end = with_year(line, other[3])
            return _run(build_day(year, month, day), build_day(year, other[1], other[0]), year), end
        year, end = with_year(line, behind if line.low(behind) not in DASHES or not line[behind].glued else behind + 1)
        if year is None:
            end = behind
        if year is not None and (to := join(line, end, TO)) is not None and (other := _day_then_month(line, to)):
            second, far = with_year(line, other[3])
            if second is not None:
                return _run(build_day(year, month, day), build_day(second, other[1], other[0]), second), far
        return build_day(year, month, day), end
    return _find_days_then_month(line, at)


def _find_days_then_month(line: Line, at: int) -> tuple[Dated, int] | None:
    """ "20-22 March", "20 and 21 August 2024", "from 3rd to 5th of May"."""
    first = find_day_number(line, at)
    if first is None:
        return None
    to = join(line, first[1], TO | {"and", "or", "&"})
    last = _day_then_month(line, to) if to is not None else None
    if last is None or not first[0] < last[0]:
        return None
    year, end = with_year(line, last[3])
    return _run(build_day(year, last[1], first[0]), build_day(year, last[1], last[0]), year), end


def _find_month_first(line: Line, at: int) -> tuple[Dated, int] | None:
    found = _month_then_day(line, at)
    if found is None:
        return None
    month, day, behind = found
    year, end = with_year(line, behind)
    if year is not None:
        to = join(line, end, TO)
        other = _month_then_day(line, to) if to is not None else None
        second = with_year(line, other[2]) if other is not None else (None, 0)
        if other is not None and second[0] is not None:
            return _run(build_day(year, month, day), build_day(second[0], other[0], other[1]), second[0]), second[1]
        return build_day(year, month, day), end
    to = join(line, behind, TO)
    if to is not None and (other := _month_then_day(line, to)) is not None:
        year, end = with_year(line, other[2])
        return _run(build_day(year, month, day), build_day(year, other[0], other[1]), year), end
    to = join(line, behind, TO | {"and", "or", "&"})
    last = find_day_number(line, to) if to is not None else None
    # "March 14 and 15 people": the second number counts something, unless a comma, a full stop or a year follows.
    if last is not None and day < last[0] and (line.low(behind) in DASHES or not count_follows(line, last[1])):
        year, end = with_year(line, last[1])
        return _run(build_day(year, month, day), build_day(year, month, last[0]), year), end
    return build_day(None, month, day), behind


def count_follows(line: Line, at: int) -> bool:
    """The word at ``at`` looks like something that a number before it counts."""
    word = line[at]
    return word.low in COUNTED or (
        word.kind == "w"
        and word.low.endswith("s")
        and word.text.islower()
        and word.low not in ("as", "is", "was", "has")
    )


def _run(first: Calendar | Impossible, last: Calendar | Impossible, year: int | None) -> Dated:
    """The run between two days; over New Year the first day lies in the year before the printed one."""
    if isinstance(first, Impossible) or isinstance(last, Impossible):
        return first if isinstance(first, Impossible) else last
    same_year = year is not None and first.year == last.year
    if same_year and (first.month or 0) > (last.month or 0):
        first = Calendar((year or 1) - 1, first.month, first.day)
    return Run(first, last)


def find_weekday(line: Line, at: int) -> tuple[int, int] | None:
    """The weekday written in full at ``at`` and the place behind it; never "Good Friday" or "The Sunday Times"."""
    word = line[at]
    if word.low not in WEEKDAYS or not word.text[0].isupper():
        return None
    if line.low(at - 1) in NAMED_DAYS_BEFORE or line.low(at + 1) in NAMED_DAYS_AFTER:
        return None
    if line[at - 1].text in ("@", "#", "_") and word.glued:
        return None
    return WEEKDAYS[word.low], at + 1


def find_full_day(line: Line, at: int) -> tuple[Dated, int] | None:
    """A weekday with its date: "Wednesday 21 December 2022", "Mon, Aug. 5", "Wednesday (March 14)", "Sunday the 3rd"."""
    named = find_any_weekday(line, at)
    if named is None:
        return None
    weekday, behind = named
    if line.low(behind) in DAY_PARTS and line.low(behind) != "":
        behind += 1
    closing = 0
    if line.low(behind) == "(":
        behind, closing = behind + 1, 1
    elif line.low(behind) in (",", "the", "|", "·") or (line.low(behind) in DASHES and not line[behind].glued):
        behind += 1
        behind += line.low(behind) == "the"
    found = find_day(line, behind)
    if found is None or isinstance(found[0], Run):
        return None
    meaning, end = found
    if closing and line.low(end) == ")":
        end += 1
    if isinstance(meaning, Calendar):
        meaning = Calendar(meaning.year, meaning.month, meaning.day, weekday)
    return meaning, end


def find_any_weekday(line: Line, at: int) -> tuple[int, int] | None:
    """A weekday in full or in three letters, as it stands beside a date."""
    return find_weekday(line, at) or _find_short_weekday(line, at)


def _find_short_weekday(line: Line, at: int) -> tuple[int, int] | None:
    word = line[at]
    if word.low not in SHORT_WEEKDAYS or not word.text[0].isupper():
        return None
    dot = line[at + 1]
    return SHORT_WEEKDAYS[word.low], at + 2 if dot.text == "." and dot.glued else at + 1
