"""Date words of a text, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from communique.dates.amounts import find_counted, find_span_of_units, starts_amount
from communique.dates.calendrical import (
    DASHES,
    find_any_weekday,
    find_day,
    find_full_day,
)
from communique.dates.lexicon import MONTHS, SEASONS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
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
    Weekday,
)
from communique.dates.numeric import find_figures, settle_by_weekday
from communique.dates.relative import (
    apply_share,
    find_day_phrase,
    find_feast,
    find_now,
    find_ordinal_day,
    find_plain_weekday,
    find_share,
    find_which,
    find_whole,
    with_relative_year,
)
from communique.dates.stretches import find_month_words, find_season, find_year_words
from communique.dates.tokens import Line, read_lines

# A line without any of these can hold no date words; most lines of a page have none, and are not taken apart.
_TRIGGER: Final = re.compile(
    r"\d|day|tomorrow|tonight|night|week|month|year|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|ago|spring|summer|autumn|fall|winter|quarter|christmas|earlier|later|hours|minutes",
    re.IGNORECASE,
)
_MONTH_WORDS: Final = frozenset(MONTHS) | frozenset(SHORT_MONTHS)
_DAY_WORDS: Final = frozenset(WEEKDAYS) | frozenset(SHORT_WEEKDAYS)
_SHARE_WORDS: Final = frozenset(
    ["early", "mid", "late", "earlier", "later", "the", "beginning", "start", "middle", "end"]
)
_SIDES: Final = frozenset(["last", "past", "previous", "this", "current", "next", "coming", "recent"])
_BOUNDS: Final = {"since": "first", "until": "last", "till": "last", "by": "last", "before": "last", "after": "first"}
_SEASON_WORDS: Final = frozenset(SEASONS) | {"first", "second", "third", "fourth", "q", "h"}
_NOW: Final = frozenset(["today", "yesterday", "tomorrow", "tonight", "overnight"])
_FEAST_WORDS: Final = frozenset(["new", "christmas", "boxing", "bastille", "armistice", "valentine"])
_OPENERS: Final = (
    _MONTH_WORDS
    | _DAY_WORDS
    | _SHARE_WORDS
    | _SIDES
    | frozenset(_BOUNDS)
    | _SEASON_WORDS
    | _NOW
    | _FEAST_WORDS
    | {"that"}
)


def read_dates(text: str) -> Iterator[DateWords]:
    """Everything in ``text`` that says when, in text order and without overlaps; the longest reading wins.

    ``text[words.start:words.end] == words.text``. Nothing runs over a line's end. Time is linear in the text's length.
    What looks like a date and is none ("31 June") comes with the meaning ``Impossible``.
    """
    for start, end in read_lines(text):
        if _TRIGGER.search(text, start, end) is None:
            continue
        line = Line(text, start, end)
        at, tokens = 0, line.tokens
        while at < len(tokens):
            word = tokens[at]
            # Most words can begin no date: they are passed over here, before any rule is asked.
            opens = word.kind == "n" or word.low in _OPENERS or starts_amount(word.low)
            found = _read_at(text, line, at, end) if opens else None
            if found is None:
                at += 1
                continue
            meaning, behind = found
            first, last = line[at].start, line[behind - 1].end
            yield DateWords(first, last, text[first:last], meaning)
            at = behind


def _read_at(text: str, line: Line, at: int, end: int) -> tuple[Meaning, int] | None:
    """The longest date words beginning at token ``at``, and the place behind them."""
    word = line.low(at)
    if word in _BOUNDS:
        return _read_bound(text, line, at, end)
    if word in _SHARE_WORDS and (share := find_share(line, at)) is not None:
        core = _read_core(text, line, share[1], end) or (find_whole(line, share[1]) if share[1] > at + 1 else None)
        core = with_relative_year(line, *core) if core is not None else None
        taken = apply_share(share[0], core[0]) if core is not None else None
        if core is not None and taken is not None:
            return _join_shares(text, line, taken, core[1], end)
    found = _read_core(text, line, at, end)
    if found is not None and isinstance(found[0], Calendar):
        return with_relative_year(line, *found)
    if found is not None and isinstance(found[0], Weekday | Period | Near):
        return _join_weekdays(text, line, found, end)
    return found


def _read_core(text: str, line: Line, at: int, end: int) -> tuple[Meaning, int] | None:
    word = line[at]
    if word.kind == "n":
        return _read_number(text, line, at, end)
    if word.low in _DAY_WORDS:
        return _read_weekday_figures(text, line, at, end) or find_full_day(line, at) or find_plain_weekday(line, at)
    if word.low in _MONTH_WORDS:
        return find_feast(line, at) or find_day(line, at) or find_month_words(line, at)
    if word.low in _SIDES:
        return find_span_of_units(line, at) or find_which(line, at)
    if word.low in _NOW:
        return find_now(line, at)
    if word.low in _SEASON_WORDS and (season := find_season(line, at)) is not None:
        return season
    if word.low in ("the", "that"):
        return (
            find_day_phrase(line, at)
            or find_ordinal_day(line, at)
            or (find_span_of_units(line, at + 1) if word.low == "the" else None)
            or _read_after_the(line, at)
        )
    if word.low in _FEAST_WORDS:
        return find_feast(line, at)
    return find_counted(line, at) if starts_amount(word.low) else None


def _read_after_the(line: Line, at: int) -> tuple[Meaning, int] | None:
    """ "the summer of 2019", "the third quarter of 2024": the article belongs to the words."""
    return find_season(line, at + 1) if line.low(at) == "the" else None


def _read_number(text: str, line: Line, at: int, end: int) -> tuple[Meaning, int] | None:
    figures = find_figures(text, line[at].start, end)
    if figures is not None:
        meaning, edge = figures
        behind = at
        while behind < len(line) and line[behind].start < edge:
            behind += 1
        return _read_figures_weekday(line, meaning, behind)
    return find_day(line, at) or find_year_words(line, at) or find_counted(line, at)


def _read_weekday_figures(text: str, line: Line, at: int, end: int) -> tuple[Meaning, int] | None:
    """ "Fri 10/06/2016": the weekday settles which figure is the day."""
    named = find_any_weekday(line, at)
    if named is None:
        return None
    weekday, place = named
    place += line.low(place) in (",", "|", "-", "–")
    figures = find_figures(text, line[place].start, end) if line[place].kind == "n" else None
    if figures is None:
        return None
    settled = settle_by_weekday(figures[0], weekday)
    while place < len(line) and line[place].start < figures[1]:
        place += 1
    return (settled, place) if settled is not None else None


def _read_figures_weekday(line: Line, meaning: Meaning, behind: int) -> tuple[Meaning, int]:
    """ "10/06/2016, Friday", "10/06/2016 (Fri)": the same with the weekday behind."""
    opened = line.low(behind) in (",", "(")
    named = find_any_weekday(line, behind + opened) if isinstance(meaning, Either) else None
    settled = settle_by_weekday(meaning, named[0]) if named is not None else None
    if named is None or settled is None:
        return meaning, behind
    return settled, named[1] + (opened and line.low(named[1]) == ")")


def _read_bound(text: str, line: Line, at: int, end: int) -> tuple[Meaning, int] | None:
    """ "since February", "until Friday", "by the end of the year": one end of a run, the other left to the reference."""
    found = _read_at(text, line, at + 1, end) if line.low(at + 1) not in _BOUNDS else None
    if found is None:
        return None
    core, behind = found
    if line.possessive(behind) or isinstance(core, Run | Either | Impossible | Anchored):
        return None  # "after Monday's talks" says no more than "Monday's talks", which is read on its own
    if isinstance(core, Near) and core.low != core.high:
        return None
    if line.low(at) in ("before", "after") and not (isinstance(core, Calendar | Weekday) or core == Period("year", 0)):
        return None
    return (Run(core, None) if _BOUNDS[line.low(at)] == "first" else Run(None, core)), behind


def _join_shares(text: str, line: Line, first: Meaning, at: int, end: int) -> tuple[Meaning, int]:
    """ "late March or early April": both shares are one run."""
    if isinstance(first, Part) and (line.low(at) in ("or", "to", "and") or line.low(at) in DASHES):
        share = find_share(line, at + 1)
        core = _read_core(text, line, share[1], end) if share is not None else None
        last = apply_share(share[0], core[0]) if share is not None and core is not None else None
        if core is not None and isinstance(last, Part):
            return Run(first, last), core[1]
    return first, at


def _join_weekdays(text: str, line: Line, found: tuple[Meaning, int], end: int) -> tuple[Meaning, int]:
    """ "Monday and Tuesday", "Monday to Wednesday", "today and tomorrow": a run of both."""
    first, at = found
    if not isinstance(first, Weekday | Near) or line.low(at) not in ("and", "or", "to", "through", "until", *DASHES):
        return found
    if line.low(at) in DASHES and not line[at].glued:
        return found
    if not isinstance(first, Weekday) and first.low != first.high:
        return found
    core = _read_core(text, line, at + 1, end)
    if core is None or line.possessive(core[1]):
        return found
    last = core[0]
    if isinstance(first, Weekday) and isinstance(last, Weekday) and first != last and not first.weekend:
        return Run(first, last), core[1]
    if (
        isinstance(first, Near)
        and isinstance(last, Near)
        and first.unit == last.unit == "day"
        and last.low == last.high
    ):
        return Run(first, last), core[1]
    return found
