"""Clues from what is known of the world: ages and offices of officials, well-known events."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

import ahocorasick

from communique.data import DatedEvent, Official, load_dated_events, load_officials, read_list
from communique.dates import Calendar, DateWords, Near, Part, Period, Run, Weekday
from communique.model import Days, Page, Reason, Span, Story
from communique.stories.published_clues import DAY, Clue, one_window
from communique.stories.published_text import Sentence, looks_ahead, looks_back, looks_back_near

_NAME: Final = r"\b[A-Z][\w'’\-]{1,30}"
# "Medvedev, 57, has" and "the 57-year-old Medvedev"; an age stands between commas, a year and a score do not.
_AGE_AFTER: Final = re.compile(rf"((?:{_NAME} ){{0,3}}{_NAME}), (?:aged |who is )?([3-9]\d),? (?=[a-z])")
_AGE_BEFORE: Final = re.compile(rf"\b([3-9]\d)-year-old ((?:{_NAME} ){{0,2}}{_NAME})")
_FORMER: Final = re.compile(
    r"\b(?:former(?:ly)?|ex|then|late|outgoing|incoming|acting|deputy|vice|shadow|interim|designate|elect|first|one-time|predecessor|successor|when|under|after|before|as)\b[\w\s-]{0,24}$",
    re.IGNORECASE,
)
_SAID: Final = r"(?:said|told|met|says|spoke|held|took|gave|made|sent|began|left|came|won|[a-z]{2,12}ed)"
_LEAD_CHARS: Final = 1500


@lru_cache(maxsize=1)
def _officials_by_family() -> dict[str, tuple[Official, ...]]:
    found: dict[str, list[Official]] = defaultdict(list)
    for official in load_officials():
        for family in read_list(official.family):
            found[family].append(official)
    return {family: tuple(several) for family, several in found.items()}


def find_official(printed: str, text: str) -> Official | None:
    """The one official whose family name ends (or begins) the printed name and who is named in full in ``text``."""
    words = printed.split()
    several = {o for family in {words[-1], words[0]} for o in _officials_by_family().get(family, ())}
    named = [o for o in several if any(form in text for form in (o.name, *o.also) if " " in form)]
    return named[0] if len(named) == 1 else None


def read_ages(page: Page, story: Story) -> Iterator[Clue]:
    """A known official's printed age: between one birthday and the next."""
    text = "\n".join(b.span.cut(page.text) for b in story.of("headline", "deck", "body"))
    for block in story.of("deck", "body"):
        words = block.span.cut(page.text)
        found = [(m[1], m[2], m) for m in _AGE_AFTER.finditer(words)] + [
            (m[2], m[1], m) for m in _AGE_BEFORE.finditer(words)
        ]
        for name, age, match in found:
            official = find_official(name, text)
            days = _age_days(official, int(age)) if official is not None else None
            if official is not None and days is not None:
                span = Span(page.id, block.span.start + match.start(), block.span.start + match.end())
                yield one_window(days.first, days.last, f"{official.name}, born {official.born}, is {age}", span)


def _age_days(official: Official, age: int) -> Days | None:
    born = official.born
    if len(born) == 4 and born.isdigit():
        return Days(date(int(born) + age, 1, 1), date(int(born) + age + 1, 12, 31))
    if len(born) != 10:
        return None
    day = date.fromisoformat(born)
    return Days(_birthday(day, age), _birthday(day, age + 1) - DAY)


def _birthday(born: date, age: int) -> date:
    if (born.month, born.day) == (2, 29):
        born = date(born.year, 3, 1)
    return date(born.year + age, born.month, born.day)


def read_events(page: Page, sentences: tuple[Sentence, ...]) -> Iterator[Clue]:
    """Well-known events told as past: a lower bound; with a month and no year, the year after is the upper bound too.

    "since Russia invaded in February" was written before the next February, which would be "last year" or bear its year.
    """
    for sentence in sentences:
        for event, start, end in _events_in(sentence.text):
            place = Span(page.id, sentence.start + start, sentence.start + end)
            for words in sentence.words:
                point = words.meaning.first if isinstance(words.meaning, Run) else words.meaning
                if not isinstance(point, Calendar) or point.year is not None or point.month != event.first.month:
                    continue
                if point.day not in (None, event.first.day) or is_called_by_date(event):
                    continue
                if _belong(sentence, start, end, words) and looks_back(sentence, words):
                    # Written up to the month before its return: "in February", said in February, is the month itself.
                    last = date(event.first.year + 1, event.first.month, 1) - DAY
                    text = f'"{words.text}" is the month of {event.name} ({event.first}), and no year is named'
                    yield one_window(event.first, last, text, sentence.span(page.id, words))
            if looks_back_near(sentence.text, start, end):
                yield one_window(event.first, None, f"{event.name} ({event.first}) is past", place, bound=True)


def is_called_by_date(event: DatedEvent) -> bool:
    """The event's usual name is its day ("the Sept. 11 attacks"): it is so called for ever, and the day dates no story."""
    return any(_DATE_IN_NAME.search(words) for words in event.words)


_DATE_IN_NAME: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d/\d"
)


def _belong(sentence: Sentence, start: int, end: int, words: DateWords) -> bool:
    """The date words are the event's own: right behind it ("invaded in February") or before it, opening the sentence."""
    low, high = words.start - sentence.start, words.end - sentence.start
    if low >= end:
        return _LINK.fullmatch(sentence.text, end, low) is not None
    return low <= 4 and start - high <= 30


_LINK: Final = re.compile(r",?\s(?:(?:began|started|back|early|earlier|late)\s)?(?:in|on|of|since|last)?\s?")


def read_event_days(page: Page, sentences: tuple[Sentence, ...]) -> Iterator[Clue]:
    """A day without its year that is the day of a well-known event the story names: "the June 12 summit".

    Told as past, the story is of the year after; told as planned, of the months before, in which such a day is fixed.
    One story in 365 has such a day by chance.
    """
    named = {event for s in sentences for event, _, _ in _events_in(s.text) if not is_called_by_date(event)}
    for sentence in sentences:
        for words in sentence.words:
            point = words.meaning.first if isinstance(words.meaning, Run) else words.meaning
            if not isinstance(point, Calendar) or point.year is not None or point.day is None:
                continue
            for event in sorted(named, key=lambda e: e.first):
                if (point.month, point.day) != (event.first.month, event.first.day):
                    continue
                span, what = sentence.span(page.id, words), f'"{words.text}" is the day of {event.name} ({event.first})'
                if looks_ahead(sentence, words):
                    yield one_window(event.first - _PLAN_DAYS * DAY, event.last, f"{what}, told as planned", span)
                elif looks_back(sentence, words):
                    yield one_window(event.first, _birthday(event.first, 1) - DAY, f"{what}, told as past", span)


_PLAN_DAYS: Final = 300
_BRIEF_DAYS: Final = 7  # an event that takes longer happened on no one day of "last week"


def read_event_periods(page: Page, sentences: tuple[Sentence, ...]) -> Iterator[Clue]:
    """A short well-known event "earlier this month", "last week", "on Tuesday": published in the days for which that is so."""
    for sentence in sentences:
        for event, start, end in _events_in(sentence.text):
            if (event.last - event.first).days > _BRIEF_DAYS:
                continue
            for words in sentence.words:
                days = _days_that_say(words, event)
                if days is None or not _belong(sentence, start, end, words) or not looks_back(sentence, words):
                    continue
                text = f'{event.name} ({event.first}) is told as of "{words.text}"'
                yield one_window(days.first, days.last, text, sentence.span(page.id, words))


def _days_that_say(words: DateWords, event: DatedEvent) -> Days | None:
    """The days on which the event is called so."""
    core = words.meaning.whole if isinstance(words.meaning, Part) else words.meaning
    day = event.first
    match core:
        case Period(unit="month", offset=0 | -1 as offset):
            start = day.replace(day=1) if offset == 0 else _month_after(day)
            last = _month_after(start) - DAY
            # What is of this week is not called of this month.
            monday = day + (7 - day.weekday()) * DAY
            return Days(max(monday if monday <= last else day, start), last)
        case Period(unit="week", offset=0):
            return Days(day, day + (6 - day.weekday()) * DAY)
        case Period(unit="week", offset=-1):
            return Days(day + (7 - day.weekday()) * DAY, day + (13 - day.weekday()) * DAY)
        case Period(unit="year", offset=0 | -1 as offset):
            return Days(day if offset == 0 else date(day.year + 1, 1, 1), date(day.year - offset, 12, 31))
        case Near(unit="day", low=int(low), high=int(high)) if low == high and -7 <= low <= 0:
            return Days(day - low * DAY, event.last - low * DAY)
        case Weekday(day=int(weekday), which="bare" | "last", weekend=False) if (
            day == event.last and weekday == day.weekday()
        ):
            return Days(day, day + 7 * DAY)
    return None


def _month_after(day: date) -> date:
    return (day.replace(day=1) + 31 * DAY).replace(day=1)


@lru_cache(maxsize=1)
def _event_words() -> ahocorasick.Automaton:
    """Every printed form of every well-known event; measured 60 times faster than one long alternation."""
    forms: dict[str, set[DatedEvent]] = defaultdict(set)
    for event in load_dated_events():
        for words in event.words:
            forms[words.lower()].add(event)
    automaton = ahocorasick.Automaton()
    for words, events in forms.items():
        # Words that two events share name neither.
        if len(events) == 1:
            automaton.add_word(words, (len(words), next(iter(events))))
    automaton.make_automaton()
    return automaton


def _events_in(text: str) -> Iterator[tuple[DatedEvent, int, int]]:
    """The events whose words stand in the text as whole words, with their place."""
    small = text.lower()
    if len(small) != len(text):
        small = text  # a capital whose small form is longer would shift the offsets
    automaton = _event_words()
    if not len(automaton):
        return
    for last, (length, event) in automaton.iter(small):
        start, end = last + 1 - length, last + 1
        if not small[start - 1 : start].isalnum() and not small[end : end + 1].isalnum():
            yield event, start, end


def read_tenures(page: Page, story: Story) -> Iterator[Clue]:
    """An official who speaks or acts under an office that he or she has held: published within one of those tenures.

    Only the beginning of a story is read, where offices are those of the day, and only an office directly before the
    full name, directly followed by a verb in the past; "former", "then" or "when" before it, or a year near it, make it void.
    """
    spent = 0
    for block in story.of("body"):
        text = block.span.cut(page.text)[: max(0, _LEAD_CHARS - spent)]
        spent += len(text)
        for found in _ACTING.finditer(text):
            official = _officials_by_name().get(found["name"])
            around = text[max(0, found.start() - 80) : found.end() + 80]
            if (
                official is None
                or _FORMER.search(text[max(0, found.start() - 40) : found.start()])
                or _YEAR.search(around)
            ):
                continue
            windows = _tenures(official, found["office"].casefold())
            if windows:
                span = Span(page.id, block.span.start + found.start("office"), block.span.start + found.end("name"))
                said = " and ".join(f"from {w.first} to {w.last or 'now'}" for w in windows)
                yield Clue(windows, Reason(f"{official.name} was {found['office']} {said}", span), bound=True)


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ACTING: Final = re.compile(
    rf"(?P<office>[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ff]oreign [Mm]inister|[Ff]oreign [Ss]ecretary"
    rf"|[Ss]ecretary of [Ss]tate|[Dd]efen[cs]e [Mm]inister|[Dd]efen[cs]e [Ss]ecretary) (?P<name>{_NAME}(?: {_NAME}){{1,3}})"
    rf",? (?:(?:on |late |early )?[A-Z][a-z]+day |also |has |had |have ){{0,2}}(?={_SAID}\b)"
)


@lru_cache(maxsize=1)
def _officials_by_name() -> dict[str, Official]:
    found: dict[str, list[Official]] = defaultdict(list)
    for official in load_officials():
        for form in {official.name, *official.also}:
            found[form].append(official)
    return {form: several[0] for form, several in found.items() if len(several) == 1}


def _tenures(official: Official, title: str) -> tuple[Days, ...]:
    """The tenures under this title, earliest first; none at all where the beginning of one is not known to the day."""
    plain = title.replace("defense", "defence")
    held = [
        t
        for t in official.tenures
        if _same_office(plain, f"{t.office} {t.title}".casefold().replace("defense", "defence"))
    ]
    if any(len(t.first) != 10 or len(t.last) not in (0, 10) for t in held):
        return ()
    return tuple(
        Days(date.fromisoformat(t.first), date.fromisoformat(t.last) if t.last else None)
        for t in sorted(held, key=lambda t: t.first)
    )


def _same_office(title: str, office: str) -> bool:
    if title in ("president", "chancellor"):
        return re.search(rf"\b{title}\b", office) is not None and "vice" not in office and "council" not in office
    return title in office and "deputy" not in office and "vice" not in office


def read_anniversaries(page: Page, sentences: tuple[Sentence, ...]) -> Iterator[Clue]:
    """ "the 11th anniversary of the attacks": published within a month of that day."""
    for sentence in sentences:
        for found in _ANNIVERSARY.finditer(sentence.text):
            event = next((e for e, *_ in _events_in(sentence.text[found.end() : found.end() + 80])), None)
            number = int(found[1]) if found[1].isdigit() else _ORDINALS.get(found[1].lower(), 0)
            if event is None or not number:
                continue
            day = _birthday(event.first, number)
            span = Span(page.id, sentence.start + found.start(), sentence.start + found.end())
            text = f"it is near the anniversary number {number} of {event.name} ({event.first})"
            yield one_window(day - 31 * DAY, day + 31 * DAY, text, span)


_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_ANNIVERSARY: Final = re.compile(
    r"\b(?:the|its|on|mark\w*) (\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:st|nd|rd|th)? anniversary of\b"
)
