"""A page's lines with all that is known of them before stories are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.model import Page
from communique.stories.lines import Line, read_lines
from communique.stories.marks import Mark, find_mark
from communique.stories.pieces import split_lines

_HOUR = re.compile(
    r"(?:\d{1,2}[:.h]\d\d|\d{1,2}(?=\s?[ap]m))(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?\W*\Z", re.IGNORECASE
)
LIVE_HOURS = 3
TWIN_CHARS = 28  # two lines that begin alike for so long, one of them ending there, are one line printed twice


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines, their marks, the earlier line each repeats (or ``None``), and which of them are running text."""

    page: Page
    lines: tuple[Line, ...]
    marks: tuple[Mark | None, ...]
    twins: tuple[int | None, ...]
    prose: tuple[bool, ...]
    live: bool  # three or more of the lines are an hour alone, as above the entries of a live page

    def part(self, i: int) -> str | None:
        mark = self.marks[i]
        return None if mark is None else mark.part

    def is_title(self, i: int) -> bool:
        """It may be a headline: no furniture, no running text, neither a label nor a paragraph."""
        return self.marks[i] is None and not self.prose[i] and 3 <= self.lines[i].words <= 40

    def opens(self, i: int) -> str:
        mark = self.marks[i]
        return "" if mark is None else mark.opens


def read_sheet(page: Page) -> Sheet:
    """The page line by line, before any line is judged by its neighbours."""
    lines = split_lines(read_lines(page))
    twins = find_twins(lines)
    marks = [find_mark(line) for line in lines]
    for i, twin in enumerate(twins):  # a caption whose credit was cut off in one printing is a caption in both
        if twin is not None and "caption" in (_part(marks[i]), _part(marks[twin])):
            known = marks[i] if _part(marks[i]) == "caption" and (marks[i] or _NO).sure else marks[twin] or marks[i]
            marks[i] = marks[twin] = Mark("caption", (known or _NO).because)
    prose = tuple(_is_prose(line, mark) for line, mark in zip(lines, marks, strict=True))
    return Sheet(page, lines, tuple(marks), twins, prose, sum(map(is_hour, lines)) >= LIVE_HOURS)


def is_hour(line: Line) -> bool:
    """An hour and nothing else, as live pages print above each entry."""
    return len(line.text) < 20 and bool(_HOUR.match(line.text))


_NO = Mark("caption", "")


def _part(mark: Mark | None) -> str | None:
    return None if mark is None else mark.part


def _is_prose(line: Line, mark: Mark | None) -> bool:
    """Running text; a line that only might be a caption or a biography still counts."""
    return line.prose and not line.truncated and (mark is None or (not mark.sure and mark.part in ("caption", "note")))


def find_twins(lines: tuple[Line, ...]) -> tuple[int | None, ...]:
    """For each line the first earlier one with the same letters, or with the same beginning where one of them stops."""
    seen: dict[str, list[int]] = {}
    out: list[int | None] = []
    for i, line in enumerate(lines):
        if line.words < 3:
            out.append(None)
            continue
        alike = seen.setdefault(line.key[:TWIN_CHARS], [])
        out.append(next((j for j in alike if _same(lines[j], line)), None))
        if out[-1] is None and len(alike) < 8:
            alike.append(i)
    return tuple(out)


def _same(one: Line, other: Line) -> bool:
    short, long = sorted((one.key, other.key), key=len)
    if short == long:
        return True
    # A paragraph that begins as the deck does is still a paragraph of its own.
    return len(short) >= TWIN_CHARS and long.startswith(short) and (len(long) - len(short) < 60 or not other.prose)
