"""Clues of dated pictures and posts: photo captions, and posts of a social network set into the text.

FILE - In this Aug. 29, 2019 file photo, the minister waits. In an interview on Sept. 19, 2019, he warned ...
                the photo's day, a lower bound                             the day of the news
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from communique.dates import Calendar, DateWords, read_dates
from communique.model import Block, Page, Reason, Span, Story
from communique.stories.published_clues import DAY, Clue, is_printable, one_window, read_words

_FILE_PHOTO: Final = re.compile(
    r"\bfile\b|\barchive|\bhandout from|\bstock\b|\bundated\b|\bpictured (?:in|here in)\b", re.IGNORECASE
)
# Agencies that mark their file photos as such; Getty and AFP, and sites with cut-outs of their own, do not.
_CREDIT: Final = re.compile(r"REUTERS|AP Photo|via AP\b|Sputnik|TASS|Xinhua|Yonhap|Kyodo|\bEPA\b")
_SET_CREDIT: Final = re.compile(
    r"^\W{0,3}[^\n]{0,40}?(?:/(?:AFP|Getty|Reuters|AP|EPA|Pool)|REUTERS/|AP Photo|AFP via|via REUTERS)"
)
# "— Some Name (@handle) September 7, 2019": the line under an embedded post, often run into its text.
_POST: Final = re.compile(
    r"(?:^[ \t]{0,8}-{0,2}|(?<=\s))[—–-]{1,2}\s?[^\n()]{0,60}\(@\w{1,30}\)\s{0,2}(?=\S)", re.MULTILINE
)
# "... near a village, Ukraine April 11, 2021. The minister ...": behind a place, with no "on" between.
_PLACED: Final = re.compile(
    r"[a-z]+,? (?:[A-Z][a-z]+,? )?(?!Sun|Mon|Tue|Wed|Thu|Fri|Sat|On |Since|From|Until)[A-Z][a-z]{2,}(?:,|(?<!day))\s$"
)
_PLANNED: Final = re.compile(r"\b(?:will|would|to be|planned|scheduled|due|until|by|before)\b")
_LEAD_CHARS: Final = 600


@dataclass(frozen=True, slots=True)
class Picture:
    """A dated photo or post of the story.

    ``filed``: the words say that it is not of these days. ``near`` are the distances in days from it to the weekday of the news at which
    it still bears that weekday out (6: the news is of the day before).
    """

    day: date
    span: Span
    filed: bool
    near: tuple[int, ...]
    kind: str


def read_pictures(page: Page, story: Story) -> Iterator[Picture]:
    """The full dates in the story's captions and under the posts in its body."""
    for block in story.of("caption"):
        text = block.span.cut(page.text)
        filed, credited = _FILE_PHOTO.search(text) is not None, _CREDIT.search(text) is not None
        first: date | None = None
        for words in read_words(text):
            day = find_full_day(words)
            if day is None or not is_printable(day):
                continue
            # A later date behind a file photo's own is told by the caption: it is of the news.
            told = filed and first is not None and day > first
            # Agencies mark their file photos, so an unmarked one is of the days before: on nine real pages never over three.
            near = (0, 1, 2, 3, 6) if credited and not told else (0,)
            kind = "a caption tells" if told else "a file photo is" if filed else "a photo is"
            yield Picture(day, _on_page(page, block.span.start, words), filed and not told, near, kind)
            first = first or day
    for block in story.of("body", "caption"):
        text = block.span.cut(page.text)
        for found in _POST.finditer(text):
            stamp = next(read_dates(text[found.end() : found.end() + 40]), None)
            day = find_full_day(stamp) if stamp is not None and stamp.start <= 1 else None
            if stamp is not None and day is not None and is_printable(day):
                yield Picture(day, _on_page(page, block.span.start + found.end(), stamp), False, (0, 1), "a post is")
    for block in story.of("body"):
        yield from _read_set_captions(page, block)


def _read_set_captions(page: Page, block: Block) -> Iterator[Picture]:
    """Captions that a dump ran into the text: a full date with its weekday, or with a photographer's credit behind it.

    In running text nobody prints the year of the day's news.
    """
    text = block.span.cut(page.text)
    for words in read_words(text):
        day = find_full_day(words)
        if day is None or not is_printable(day):
            continue
        credited = _SET_CREDIT.search(text[words.end : words.end + 60]) is not None
        weekday = isinstance(words.meaning, Calendar) and words.meaning.weekday == day.weekday()
        placed = _PLACED.search(text[max(0, words.start - 40) : words.start]) is not None and not _PLANNED.search(
            text[max(0, words.start - 80) : words.start]
        )
        if weekday or credited or (placed and words.start < _LEAD_CHARS):
            filed = _FILE_PHOTO.search(text[max(0, words.start - 200) : words.end + 60]) is not None
            yield Picture(day, _on_page(page, block.span.start, words), filed, (0,), "a caption in the text is")


def _on_page(page: Page, start: int, words: DateWords) -> Span:
    return Span(page.id, start + words.start, start + words.end)


def find_full_day(words: DateWords) -> date | None:
    """The day, where the words print day, month and year."""
    match words.meaning:
        case Calendar(year=int(year), month=int(month), day=int(day)):
            return date(year, month, day)
    return None


def read_picture_clues(pictures: tuple[Picture, ...], weekday: tuple[int, Reason] | None) -> Iterator[Clue]:
    """A dated photo is a lower bound; taken on the weekday of the news (or a day near it), it dates the story.

    Only the latest one not from the files counts: of two, the older one illustrates.
    """
    if not pictures:
        return
    latest = max(pictures, key=lambda p: (p.day, not p.filed))
    for picture in pictures:
        if picture is latest or picture.day != latest.day:
            text = f"{picture.kind} of {picture.day}"
            yield one_window(picture.day, None, text, picture.span, bound=picture is not latest)
    if latest.filed or weekday is None:
        return
    gap = (weekday[0] - latest.day.weekday()) % 7
    if gap in latest.near:
        first = latest.day + (gap % 6) * DAY
        text = f"{latest.kind} of {latest.day}, {latest.day:%A}, and {weekday[1].text}"
        # News of the day before the photo's: published on the photo's own day at the earliest.
        yield one_window(first, first + DAY, text, latest.span)
