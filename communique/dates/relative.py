"""Days counted from the story's own: "yesterday", "last Friday", "late next month", "over the weekend"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from communique.dates.calendrical import DASHES, find_day_number, find_month, find_weekday, find_year
from communique.dates.lexicon import APPEALS, DAY_PARTS, SEASONS
from communique.dates.meaning import (
    Anchored,
    Calendar,
    Meaning,
    Near,
    Part,
    Period,
    Season,
    Share,
    Unit,
    Weekday,
    Which,
)
from communique.dates.stretches import find_season
from communique.dates.tokens import Line

_OFFSETS: Final = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_UNITS: Final[dict[str, Unit]] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_WHICH: Final[dict[str, Which]] = {
    "last": "last", "past": "last", "this": "this", "next": "next", "coming": "coming", "previous": "last",
}  # fmt: skip
_SHARES: Final[dict[str, Share]] = {
    "early": "early", "mid": "mid", "late": "late", "earlier": "earlier", "later": "later", "beginning": "early",
    "start": "early", "middle": "mid", "end": "late", "close": "late",
}  # fmt: skip
_FEASTS: Final = {
    ("new", "year", "s", "eve"): (12, 31), ("new", "years", "eve"): (12, 31), ("new", "year", "s", "day"): (1, 1),
    ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25), ("boxing", "day"): (12, 26),
    ("may", "day"): (5, 1), ("bastille", "day"): (7, 14), ("armistice", "day"): (11, 11), ("valentine", "s", "day"): (2, 14),
}  # fmt: skip


def find_now(line: Line, at: int) -> tuple[Near, int] | None:
    """ "today", "yesterday", "tomorrow", "tonight", "overnight"; never "Donate today" or "Russia Today"."""
    word = line[at]
    if word.low == "overnight":
        return (Near("day", -1, 0), at + 1) if word.text.islower() else None
    offset = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(word.low)
    if offset is None or (line[at - 1].text in ("-", "@", "#", "_") and word.glued):
        return None
    if word.low == "today" and not _is_day_of_news(line, at):
        return None
    behind = at + 1
    if offset and line.low(behind) in DAY_PARTS:
        behind += 1
    return Near("day", offset, offset), behind


def _is_day_of_news(line: Line, at: int) -> bool:
    if any(line.low(place) in APPEALS for place in range(at - 6, at)):
        return False
    word, before = line[at], line[at - 1]
    if word.text[0].isupper() and before.kind == "w":
        return False  # "Russia Today", "USA TODAY"
    if word.text[0].isupper() and line[at + 1].kind == "w" and line[at + 1].text[0].isupper():
        return False  # "Today Show", a menu's "Today Paper"
    if word.text[0].isupper() and not line[at + 1].kind and not before.kind:
        return False  # a line of its own is a button
    return not (line.possessive(at + 1) and line[at + 3].text[:1].isupper())


def find_day_phrase(line: Line, at: int) -> tuple[Meaning, int] | None:
    """ "the day before yesterday", "the same day", "the following week", "the day after", "the weekend"."""
    if line.low(at) in ("that", "the"):
        first, second = line.low(at + 1), line.low(at + 2)
        if first == "day" and second in ("before", "after") and line.low(at + 3) in ("yesterday", "tomorrow"):
            offset = -2 if second == "before" else 2
            return Near("day", offset, offset), at + 4
        if first in ("day", "week", "month", "year", "night", "evening") and second in ("before", "after", "prior"):
            return Anchored(
                "day" if first in ("night", "evening") else _UNITS[first], *((-1, -1) if second != "after" else (1, 1))
            ), at + 3
        if first in ("same", "previous", "preceding", "following", "next") and second in (
            "day",
            "week",
            "month",
            "year",
            "evening",
        ):
            offset = {"same": 0, "previous": -1, "preceding": -1}.get(first, 1)
            return Anchored("day" if second == "evening" else _UNITS[second], offset, offset), at + 3
        if first == "weekend" and line.low(at) == "the":
            return None if line.low(at + 2) in ("of", "edition") else (Weekday(5, "bare", True), at + 2)
        return None
    if line.low(at) == "that" and line.low(at + 1) in ("day", "night", "evening"):
        return Anchored("day", 0, 0), at + 2
    return None


def find_which(line: Line, at: int) -> tuple[Meaning, int] | None:
    """ "last week", "this Thursday", "next month", "last February", "this weekend", "last summer"."""
    side = line.low(at)
    if side not in _OFFSETS:
        return None
    place = at + 1
    if side == "this" and line.low(place) in ("past", "coming", "same"):
        side = {"past": "last", "coming": "coming", "same": "this"}[line.low(place)]
        place += 1
    word = line.low(place)
    if line.low(place + 1) == "-" and line[place + 1].glued and line[place + 2].glued:
        return None  # "this year-long effort", "last week-end"
    if word in ("week", "month", "year"):
        return Period(_UNITS[word], _OFFSETS[side]), place + 1
    if word == "weekend":
        return Weekday(5, _WHICH.get(side, "this"), True), place + 1
    if word in ("morning", "afternoon", "evening") and side == "this":
        return Near("day", 0, 0), place + 1
    if word in ("night", "evening") and side == "last":
        return Near("day", -1, -1), place + 1
    if side in ("current", "past", "previous"):
        return None
    if (named := find_weekday(line, place)) is not None:
        return Weekday(named[0], _WHICH[side]), _part_of_day(line, named[1])
    if (month := find_month(line, place)) is not None and line[place].text[0].isupper():
        # "In this Aug. 29, 2019 file photo" holds a day, which is read behind "this".
        if find_day_number(line, month[2]) is not None or find_year(line, month[2]) is not None:
            return None
        return Calendar(None, month[0], which=_WHICH[side]), month[2]
    if word in SEASONS and find_season(line, place) is None:
        first, last = SEASONS[word]
        return Season(first, last, None, _OFFSETS[side]), place + 1
    return None


def find_plain_weekday(line: Line, at: int) -> tuple[Weekday, int] | None:
    """A weekday alone, with its part of the day: "Monday", "Thursday night"."""
    named = find_weekday(line, at)
    if named is None:
        return None
    return Weekday(named[0]), _part_of_day(line, named[1])


def _part_of_day(line: Line, at: int) -> int:
    return at + 1 if line.low(at) in DAY_PARTS else at


def find_share(line: Line, at: int) -> tuple[Share, int] | None:
    """What stands before a stretch and takes a share of it: "late", "mid-", "earlier", "the end of"; and behind it."""
    word = line.low(at)
    if (
        word == "the"
        and line.low(at + 1) in ("beginning", "start", "middle", "end", "close")
        and line.low(at + 2) == "of"
    ):
        return _SHARES[line.low(at + 1)], at + 3
    if word in ("end", "start", "beginning", "middle") and line.low(at + 1) == "of":
        return _SHARES[word], at + 2
    if word not in ("early", "mid", "late", "earlier", "later"):
        return None
    place = at + 1
    if line.low(place) in DASHES and line[place].glued:
        place += 1
    if line.low(place) in ("in", "on", "during"):
        place += 1
    return _SHARES[word], place


def apply_share(share: Share, meaning: Meaning) -> Meaning | None:
    """The share of a stretch; a share of a day is that day, and a share of anything else is nothing."""
    if isinstance(meaning, Calendar):
        return meaning if meaning.day is not None else Part(meaning, share)
    if isinstance(meaning, Period | Season):
        return Part(meaning, share)
    if isinstance(meaning, Weekday) or (isinstance(meaning, Near) and meaning.unit == "day"):
        return meaning
    return None


def find_whole(line: Line, at: int) -> tuple[Meaning, int] | None:
    """ "the year", "the month" behind "the end of": the reference's own."""
    if (
        line.low(at) == "the"
        and line.low(at + 1) in ("week", "month", "year")
        and line.low(at + 2) not in ("of", "before")
    ):
        return Period(_UNITS[line.low(at + 1)], 0), at + 2
    return None


def with_relative_year(line: Line, meaning: Meaning, at: int) -> tuple[Meaning, int]:
    """ "November last year", "21 December of this year": the year stands behind the month, counted from the story's."""
    if isinstance(meaning, Calendar) and meaning.year is None and meaning.month is not None:
        place = at + 1 if line.low(at) in (",", "of") else at
        if line.low(place) in ("last", "this", "next") and line.low(place + 1) == "year":
            return replace(meaning, years=_OFFSETS[line.low(place)]), place + 2
    return meaning, at


def find_feast(line: Line, at: int) -> tuple[Calendar, int] | None:
    """A feast with a fixed day: "New Year's Eve", "Christmas Day"."""
    if line[at].text[:1].isupper() and line.low(at) in (
        "new",
        "christmas",
        "boxing",
        "may",
        "bastille",
        "armistice",
        "valentine",
    ):
        words: list[str] = []
        place = at
        while len(words) < 4 and line[place].kind:
            if line[place].kind == "w":
                words.append(line.low(place))
            place += 1
            if (day := _FEASTS.get(tuple(words))) is not None:
                year = find_year(line, place + 1 if line.low(place) == "," else place)
                return Calendar(year[0] if year else None, *day), year[1] if year else place
    return None


def find_ordinal_day(line: Line, at: int) -> tuple[Calendar, int] | None:
    """ "on the 5th", "the 5th of this month": a day alone, and no floor, round or fleet."""
    if line.low(at) != "the" or line[at + 1].kind != "n" or line.low(at + 2) not in ("st", "nd", "rd", "th"):
        return None
    if not line[at + 2].glued or len(line[at + 1].text) > 2 or not 1 <= int(line[at + 1].text) <= 31:
        return None
    after = line.low(at + 3)
    if after == "of" and line.low(at + 4) in ("this", "the") and line.low(at + 5) == "month":
        return Calendar(day=int(line[at + 1].text)), at + 6
    if line.low(at - 1) == "on" and (
        after in ("", ".", ",", ";", ")") or after in ("and", "but", "when", "after", "in", "at", "to")
    ):
        return Calendar(day=int(line[at + 1].text)), at + 3
    return None
