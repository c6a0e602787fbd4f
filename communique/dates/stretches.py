"""Stretches the calendar names: months, years, seasons and quarters without a day."""

from __future__ import annotations

from typing import Final

from communique.dates.calendrical import (
    DASHES,
    TO,
    Dated,
    count_follows,
    find_day_number,
    find_month,
    find_year,
    join,
    with_year,
)
from communique.dates.lexicon import ORDINAL_WORDS, QUARTERS, SEASONS, SHORT_MONTHS
from communique.dates.meaning import Calendar, Run, Season
from communique.dates.tokens import Line

# Words that make a lone month or year a time.
_TIME_WORDS: Final = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "from",
        "before",
        "after",
        "between",
        "through",
        "throughout",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "that",
        "past",
        "previous",
        "coming",
        "of",
        "for",
        "around",
        "circa",
    ]
)
_WEAK_TIME_WORDS: Final = frozenset(
    ["in", "since", "until", "till", "by", "during", "early", "late", "mid", "last", "next", "this"]
)
_DETERMINERS: Final = frozenset(["the", "a", "an", "its", "his", "her", "their", "this", "that", "s", "our"])
# What is named by its year: "a closed-door 2019 meeting", "contravened 1991 legislation".
_YEARLY_NOUNS: Final = frozenset(
    [
        "meeting",
        "summit",
        "talks",
        "deal",
        "agreement",
        "accord",
        "treaty",
        "pact",
        "invasion",
        "annexation",
        "war",
        "election",
        "elections",
        "referendum",
        "coup",
        "visit",
        "trip",
        "attack",
        "crisis",
        "conference",
        "declaration",
        "memorandum",
        "ceasefire",
        "budget",
        "law",
        "legislation",
        "resolution",
    ]
)
_RIGHTS: Final = frozenset({"©", "copyright", "rights", "℗", "®"})


def find_month_words(line: Line, at: int) -> tuple[Dated, int] | None:
    """A month without a day: "August 2024", "in February", "January to March 2023"; never "May said" or "to march"."""
    month = find_month(line, at)
    if month is None or not line[at].text[0].isupper():
        return None
    number, weak, behind = month
    year, end = with_year(line, behind)
    to = join(line, end, TO | ({"and"} if line.low(at - 1) == "between" else frozenset()))
    other = find_month(line, to) if to is not None and line[to].text[:1].isupper() else None
    if other is not None and find_day_number(line, other[2]) is None:
        last, far = with_year(line, other[2])
        first_year = year if year is not None else last
        if first_year is not None and last is not None and first_year == last and number > other[0]:
            first_year = last - 1
        return Run(Calendar(first_year, number), Calendar(last, other[0])), far
    if year is not None:
        return Calendar(year, number), end
    if line[at].low in SHORT_MONTHS or (line.possessive(behind) and weak):
        return None
    before = line.low(at - 1)
    if before in DASHES and line.low(at - 2) == "mid":
        before = "mid"
    if before == "of" and line.low(at - 2) in ("beginning", "start", "middle", "end", "close"):
        return Calendar(None, number), behind
    if line.low(behind) in ("last", "this", "next") and line.low(behind + 1) == "year":
        return Calendar(None, number), behind
    if weak and (before not in _WEAK_TIME_WORDS or line[behind].text[:1].isupper() or (before, number) == ("by", 5)):
        return None
    if line[at].text.isupper() and before not in _TIME_WORDS:
        return None
    if line[behind].kind == "w" and line[behind].text[0].isupper() and before not in _TIME_WORDS:
        return None  # "January Jones", "October Revolution"
    return Calendar(None, number), behind


def find_year_words(line: Line, at: int) -> tuple[Dated, int] | None:
    """A year alone, where a word before it makes it one: "in 2019", "the 2015 agreement", "2014-2016"; never "© 2023"."""
    found = find_year(line, at)
    if found is None or any(line.low(place) in _RIGHTS for place in range(at - 4, at + 4)):
        return None
    year, behind = found
    before = line.low(at - 1)
    if before in DASHES and line.low(at - 2) == "mid":
        before = "mid"
    to = join(line, behind, TO | ({"and"} if before == "between" else frozenset()))
    if to is not None and before in _TIME_WORDS | _DETERMINERS | {"("}:
        last = find_year(line, to)
        if last is not None and year < last[0]:
            return Run(Calendar(year), Calendar(last[0])), last[1]
        short = line[to]
        if short.kind == "n" and len(short.text) == 2 and short.glued and year % 100 < int(short.text) and year > 1900:
            return Run(Calendar(year), Calendar(year // 100 * 100 + int(short.text))), to + 1
    if before in _TIME_WORDS and before not in ("for", "of", "around", "that"):
        return Calendar(year), behind
    if before in ("of", "around") and 1900 <= year < 2100 and not count_follows(line, behind):
        return Calendar(year), behind
    after = line[behind]
    if not 1900 <= year < 2100 or after.kind != "w" or after.glued or count_follows(line, behind):
        return None
    if before in _DETERMINERS or after.low in _YEARLY_NOUNS:
        return Calendar(year), behind
    return None


def find_season(line: Line, at: int) -> tuple[Season, int] | None:
    """ "summer of 2019", "the third quarter of 2024", "Q3 2024", "winter 2022-23"; the year must be printed."""
    word = line[at]
    if word.low in SEASONS:
        first, last = SEASONS[word.low]
        behind = at + 1
    elif word.low in ORDINAL_WORDS and line.low(at + 1) in ("quarter", "half"):
        number = ORDINAL_WORDS[word.low]
        if line.low(at + 1) == "quarter":
            first, last = QUARTERS[number]
        elif number <= 2:
            first, last = (1, 6) if number == 1 else (7, 12)
        else:
            return None
        behind = at + 2
    elif (
        word.text in ("Q", "H")
        and _is_figure(line, at + 1)
        and 1 <= int(line[at + 1].text) <= (4 if word.text == "Q" else 2)
    ):
        number = int(line[at + 1].text)
        first, last = QUARTERS[number] if word.text == "Q" else ((1, 6) if number == 1 else (7, 12))
        behind = at + 2
    else:
        return None
    year, end = with_year(line, behind)
    if year is None:
        return None
    if line.low(end) in DASHES and line[end].glued and _is_figure(line, end + 1):
        end += 2  # "winter 2022-23" is the winter that began in 2022
    return Season(first, last, year), end


def _is_figure(line: Line, at: int) -> bool:
    return line[at].kind == "n" and line[at].glued
