"""Clues in the story's own words: captions, dateline, weekdays of the news, months and years told as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from communique.dates import Calendar, DateWords, Part, Period, Run, Weekday, read_dates, resolve
from communique.model import Days, Page, Reason, Span, Story
from communique.stories.published_clues import DAY, Clue, Known, is_printable, one_window, read_words, yearly

_PLAN: Final = re.compile(
    r"\b(?:will|would|shall|due|to be|plan(?:s|ned|ning)?|schedul\w+|expect\w*|set (?:to|for)|slated|upcoming|ahead of|intends?|going to|"
    r"until|by(?= (?:the |(?:early|late|mid)[ -]|end of |\d|(?-i:[A-Z])[a-z]+day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))|deadline|expires?|hopes?|"
    r"aims?|could|(?-i:may)|might|should|next|from)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|has|have|did|said|met|took|began|won|held|came|left|made|went|gave|became|saw|told|led|fell|broke|struck|"
    r"since|ago|after|following|[a-z]{2,}ed)\b"
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’')\]]{0,2}\s+(?=[\"“‘'(]?[A-Z])")
_SHORT_WORD: Final = re.compile(r"(?:^|[\s(.])(?:[A-Z][a-z]{0,4}|[A-Z]|[a-z]\.[a-z])\.$")
_LEAD_BLOCKS: Final = 3
_DATELINE_CHARS: Final = 90
_PLACE: Final = re.compile(r"[\s\W]*[A-Z][^\n]{0,60}$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story with the date words in it, offsets in the page."""

    text: str
    start: int
    words: tuple[DateWords, ...]
    number: int  # of its body block, from 0

    def span(self, page: str, words: DateWords) -> Span:
        return Span(page, words.start, words.end)

    def around(self, words: DateWords, before: int = 60, after: int = 30) -> str:
        """The text of the sentence about the words, for judging whether they look back or ahead."""
        low = words.start - self.start
        return self.text[max(0, low - before) : low + len(words.text) + after]


def read_sentences(page: Page, story: Story) -> tuple[Sentence, ...]:
    """The sentences of the body, in text order. A full stop behind a short capital word ends none ("Aug. 16", "Mr. Li")."""
    found: list[Sentence] = []
    for number, block in enumerate(story.of("body")):
        text = block.span.cut(page.text)
        words = read_words(text)
        low, next_word = 0, 0
        for high in (*_sentence_ends(text), len(text)):
            inside: list[DateWords] = []
            while next_word < len(words) and words[next_word].start < high:
                inside.append(_moved(words[next_word], block.span.start))
                next_word += 1
            found.append(Sentence(text[low:high], block.span.start + low, tuple(inside), number))
            low = high
    return tuple(found)


def _sentence_ends(text: str) -> Iterator[int]:
    for gap in _SENTENCE.finditer(text):
        if not _SHORT_WORD.search(text, max(0, gap.start() - 8), gap.start()):
            yield gap.end()


def _moved(words: DateWords, by: int) -> DateWords:
    return DateWords(words.start + by, words.end + by, words.text, words.meaning)


def looks_back(sentence: Sentence, words: DateWords) -> bool:
    """The clause about the words tells of the past: a past verb near them and nothing that plans."""
    near = sentence.around(words)
    return _PAST.search(near) is not None and _PLAN.search(sentence.around(words, 40, 0)) is None


def looks_ahead(sentence: Sentence, words: DateWords) -> bool:
    """The clause about the words plans: "due", "scheduled for", "will"."""
    return _PLAN.search(sentence.around(words, 60, 0)) is not None


def looks_back_near(text: str, start: int, end: int) -> bool:
    """The same for a place in a sentence: a summit is named before it is held, too."""
    near = text[max(0, start - 60) : end + 40]
    return _PAST.search(near) is not None and _PLAN.search(text[max(0, start - 60) : start]) is None


def read_weekday(page: Page, sentences: tuple[Sentence, ...]) -> tuple[int, Reason] | None:
    """The weekday of the news: the last of the neighbouring past weekdays named in the first paragraphs.

    "said on Tuesday that Monday's talks ..." is news of Tuesday. Weekdays of one lead that lie further apart than
    two days are a chronology, and say nothing.
    """
    days: dict[int, Reason] = {}
    for sentence in sentences:
        if sentence.number >= _LEAD_BLOCKS or len(days) > 3:
            break
        for words in sentence.words:
            if (weekday := _news_weekday(sentence, words)) is not None:
                days.setdefault(weekday, Reason(f'the news is of "{words.text}"', sentence.span(page.id, words)))
    for last, reason in days.items():
        if all((last - other) % 7 <= 2 for other in days):
            return last, reason
    return None


def _news_weekday(sentence: Sentence, words: DateWords) -> int | None:
    """The weekday, where the words name one of the past days; "Friday's talks" and what is planned are other days."""
    core = words.meaning
    if not isinstance(core, Weekday) or core.weekend or core.which not in ("bare", "this"):
        return None
    behind = words.end - sentence.start
    if sentence.text[behind : behind + 2] in ("'s", "’s") or _PLAN.search(sentence.around(words, 30, 0)) is not None:
        return None
    return core.day


def trim_to_weekday(known: Known, weekday: int, reason: Reason) -> Known:
    """Shortens an interval to the days on which "on Wednesday" is written: the Wednesday and the day after.

    Later in the week it is still written now and then, so an interval that holds neither is left as it is.
    """
    first, last = known.days.first, known.days.last
    if first is None or last is None or first == last:
        return known
    fitting = {weekday, (weekday + 1) % 7}
    low, high = first, last
    while low <= high and low.weekday() not in fitting:
        low += DAY
    while high >= low and high.weekday() not in fitting:
        high -= DAY
    if low > high or (low, high) == (first, last):
        return known
    return Known(Days(low, high), (*known.because, reason), known.against, known.at, known.local)


def read_dateline(page: Page, story: Story, known: Known) -> Iterator[Clue]:
    """The day in a dateline ("MOSCOW, March 14. /TASS/."): filed then, published then or the day after."""
    found = find_dateline_day(page, story)
    if found is not None:
        point, span, words = found
        yield from _day_clue(point, known, 1, f'the dateline has "{words}"', span)


def find_dateline_day(page: Page, story: Story) -> tuple[Calendar, Span, str] | None:
    """The day in the dateline that opens the body, with its place and its words."""
    body = story.of("body")
    if not body:
        return None
    text = body[0].span.cut(page.text)
    words = next(read_dates(text[:_DATELINE_CHARS]), None)
    point = words.meaning if words is not None else None
    if words is None or not isinstance(point, Calendar) or point.day is None or point.month is None:
        return None
    start = body[0].span.start
    credit = story.dateline.span if story.dateline is not None else None
    placed = credit is not None and credit.start < start + words.start
    behind = text[words.end : words.end + 14]
    if not (placed or _is_place(text[: words.start].strip(" \t(["))) or not re.match(r"\s*(?:[-–—)./:|]|\(|$)", behind):
        return None
    return point, Span(page.id, start + words.start, start + words.end), words.text


def _is_place(before: str) -> bool:
    """The words before a dateline's day are a place: capitalised or small joining words, with a comma or slash, few of them."""
    if not before or not before[0].isupper() or before[-1] not in ",/.–—-:":
        return before.isupper() and len(before) < 30
    words = re.findall(r"[^\W\d_]+", before)
    return len(words) <= 7 and all(w[0].isupper() or w in ("of", "the", "de", "al", "el") for w in words)


def _day_clue(point: Calendar, known: Known, after: int, text: str, span: Span) -> Iterator[Clue]:
    if point.month is None or point.day is None:
        return
    if point.year is not None:
        day = date(point.year, point.month, point.day)
        yield one_window(day, day + after * DAY, text, span)
        return
    windows = yearly(known, point.month, point.day, after, point.weekday)
    if known.days.last is None and len([w for w in windows if known.days.meet(w) is not None]) > 1:
        return  # which year stays open
    if windows:
        yield Clue(windows, Reason(text, span))


def read_lead_days(page: Page, sentences: tuple[Sentence, ...], known: Known) -> Iterator[Clue]:
    """A day of the month in the first paragraphs, told as past, is the news: published within the week ("on March 14")."""
    for sentence in sentences:
        if sentence.number >= 2:
            return
        for words in sentence.words:
            point = words.meaning
            if not isinstance(point, Calendar) or point.year is not None or point.month is None or point.day is None:
                continue
            # "The March 4 poisoning", and a day that bounds the story already, are what it looks back on.
            before = sentence.text[: words.start - sentence.start].rstrip()
            first = known.days.first
            older = first is not None and (first.month, first.day) == (point.month, point.day)
            if older or (point.weekday is None and not before.lower().endswith("on")):
                continue
            if looks_back(sentence, words):
                yield from _day_clue(point, known, 6, f'the news is of "{words.text}"', sentence.span(page.id, words))
                return


def read_past_bounds(page: Page, sentences: tuple[Sentence, ...]) -> Iterator[Clue]:
    """Dates with their year that the story tells as past: it was published on or after the latest of them."""
    for sentence in sentences:
        for words in sentence.words:
            point = words.meaning.first if isinstance(words.meaning, Run) else words.meaning
            core = point.whole if isinstance(point, Part) else point
            if not isinstance(core, Calendar) or core.year is None or not looks_back(sentence, words):
                continue
            days = resolve(DateWords(words.start, words.end, words.text, core), None)
            if days is not None and days.first is not None and is_printable(days.first):
                yield one_window(
                    days.first, None, f'"{words.text}" is told as past', sentence.span(page.id, words), bound=True
                )


def read_month_of_plan(page: Page, sentences: tuple[Sentence, ...], known: Known) -> Iterator[Clue]:
    """ "reported earlier this month that talks were due in late December": beside "this month", a share of a month
    without its year is of this month, for another one would be called the next.
    """
    for sentence in sentences:
        this = next((w for w in sentence.words if _is_this_month(w)), None)
        share = next(
            (w for w in sentence.words if isinstance(w.meaning, Part) and isinstance(w.meaning.whole, Calendar)), None
        )
        if (
            this is None
            or share is None
            or not isinstance(share.meaning, Part)
            or not isinstance(share.meaning.whole, Calendar)
        ):
            continue
        month, year = share.meaning.whole.month, share.meaning.whole.year
        if month is None or year is not None or _PLAN.search(sentence.around(share, 60, 0)) is None:
            continue
        windows = []
        for window in yearly(known, month, 1, 0):
            if window.first is not None:
                end = (window.first + 31 * DAY).replace(day=1) - DAY
                # "Earlier this month" is not said on the first.
                windows.append(Days(window.first + DAY, end))
        if windows:
            text = f'"{share.text}" is planned for the month that is called "{this.text}"'
            yield Clue(tuple(windows), Reason(text, sentence.span(page.id, share)))


def _is_this_month(words: DateWords) -> bool:
    core = words.meaning.whole if isinstance(words.meaning, Part) else words.meaning
    return isinstance(core, Period) and core == Period("month", 0)
