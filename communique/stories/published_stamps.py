"""Clues that are printed or stored as full dates: metadata, stamps, the address."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from communique.dates import Impossible, Stamp, find_impossible, read_dates, read_stamps
from communique.model import Days, Page, Reason, Skip, Span, Story
from communique.stories.published_clues import DAY, Clue, is_printable, one_window, read_words

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ADDRESS_DAY: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?!\d)", re.IGNORECASE)
_ADDRESS_FIGURES: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_ADDRESS_MONTH: Final = re.compile(r"/((?:19|20)\d\d)/(\d{1,2}|[a-z]{3,9})(?:/|$)", re.IGNORECASE)
# A line that is a stamp and little else: a label, a place, a reading time. Longer lines are text.
_DIGIT: Final = re.compile(r"\d")
_RESIDUE_CHARS: Final = 60
_HEAD_CHARS: Final = 600
_OPENING_CHARS: Final = 120


@dataclass(frozen=True, slots=True)
class Placed:
    """A stamp with its place on the page."""

    stamp: Stamp
    span: Span
    # 0 in a line known for a stamp, 1 between the story's lines or (a page's own clock, it may be) above the headline,
    # 2 further above, 3 below
    rank: int


def read_metadata(page: Page) -> tuple[tuple[Clue, ...], tuple[Skip, ...]]:
    """What was said of the page under "date": a crawler's prefix, a column, a tag."""
    clues: list[Clue] = []
    skips: list[Skip] = []
    for meta in page.metas:
        if meta.key != "date" or not meta.value.strip():
            continue
        stamp = next(read_stamps(meta.value), None)
        if stamp is None or stamp.day is None or not is_printable(stamp.day):
            bad = next((w.meaning.reason for w in read_dates(meta.value) if isinstance(w.meaning, Impossible)), "")
            skips.append(
                Skip(
                    "date",
                    f'metadata "{meta.value.strip()[:40]}": {bad or "no day of the web"}',
                    page.id,
                    None,
                    meta.span,
                )
            )
        elif stamp.other is not None:
            skips.append(Skip("date", f'metadata "{stamp.text}" can be read two ways', page.id, None, meta.span))
        else:
            clues.append(_stamp_clue(stamp, f"metadata gives the date {stamp.text}", meta.span, midnight=False))
    return tuple(clues), tuple(skips)


def _stamp_clue(stamp: Stamp, text: str, span: Span | None, *, midnight: bool = True) -> Clue:
    """The clue of a stamp read one way. In metadata midnight stands for an hour that nobody stored."""
    day = stamp.day or date.min
    printed = Days(day, day)
    if stamp.at is None or (not midnight and stamp.clock == time(0, 0)):
        return Clue((printed,), Reason(text, span))
    utc = stamp.at.date()
    return Clue((Days(utc, utc),), Reason(f"{text}, {stamp.at:%Y-%m-%d %H:%M} UTC", span), stamp.at, printed)


def read_placed(page: Page, story: Story) -> Iterator[Placed]:
    """The story's own stamps, in text order: those in its timestamp and byline lines, and lines that are stamps in or
    between its lines. Never a date in a menu, a teaser, an appeal or small print.
    """
    ends = [b.span.end for b in story.blocks]
    start, first, last, end = _reach(page, story)
    opening = next((b.span.start for b in story.of("body")), -1)
    head = story.headline.start if story.headline is not None else 0
    position = start
    for line in page.text[start:end].split("\n"):
        low, high = position, position + len(line)
        position = high + 1
        if _DIGIT.search(line) is None:
            continue
        place = bisect_right(ends, low)
        part = story.blocks[place].part if place < len(ends) and story.blocks[place].span.start < high else None
        if part not in ("timestamp", "byline", "note", "headline", "deck", "body", None):
            continue
        stamps = list(read_stamps(line))
        named = part in ("timestamp", "byline")
        rank = (1 if high <= head else 0) if named else 2 if high <= first else 3 if low >= last else 1
        if part == "body" and low <= opening:
            # A page on one line carries its stamp before the first words.
            stamps = [s for s in stamps if s.start <= _OPENING_CHARS and (s.label or s.clock)][:2]
            named = bool(stamps)
            rank = 1
        for stamp in stamps if named or _is_stamp_line(line, stamps) else ():
            # Below a story other stories begin: there a date is the story's own only if it says so.
            if stamp.label is not None or (rank < 3 and part != "note"):
                yield Placed(stamp, Span(page.id, low + stamp.start, low + stamp.end), rank)


def _reach(page: Page, story: Story) -> tuple[int, int, int, int]:
    """A little above the story's first line, that line, its last body line's end, and a few lines below."""
    lines = story.of("headline", "deck", "byline", "timestamp", "body")
    if not lines:
        return 0, 0, 0, 0
    end = lines[-1].span.end
    below = end
    for _ in range(4):
        found = page.text.find("\n", below + 1)
        below = found if found >= 0 else len(page.text)
    start = max(page.start, lines[0].span.start - _HEAD_CHARS)
    start = page.text.rfind("\n", page.start, start) + 1 or page.start
    first = lines[0].span.start
    return min(start, first), first, end, min(below, end + _HEAD_CHARS)


def _is_stamp_line(line: str, stamps: list[Stamp]) -> bool:
    """The line holds at most two stamps, with an hour or a label or nothing else, and little beside them."""
    if not stamps or len(stamps) > 2:
        return False
    rest = len(line.strip()) - sum(len(s.text) for s in stamps)
    if "©" in line or "copyright" in line.lower() or "rights reserved" in line.lower():
        return False
    if any(s.label or s.clock for s in stamps):
        return rest <= _RESIDUE_CHARS
    return rest <= 4


def read_stamp_clues(page: Page, story: Story, metadata: tuple[Clue, ...]) -> tuple[tuple[Clue, ...], tuple[Skip, ...]]:
    """The first publication among the story's stamps; an update gives the latest day and, alone, the day before as the earliest."""
    placed: list[Placed] = []
    skips: list[Skip] = []
    every = tuple(read_placed(page, story))
    known = [w for clue in metadata for w in clue.windows]
    settled = (_read_american(found.stamp) if found.stamp.other else found.stamp.day for found in every)
    known += [Days(day, day) for day in settled if day is not None]
    for found in every:
        chosen = _choose_reading(found, known)
        reason = find_impossible(found.stamp.words)
        if chosen is None:
            skips.append(Skip("date", f'"{found.stamp.text}" can be read two ways', page.id, story.id, found.span))
        elif not is_printable(chosen.stamp.day or date.min):
            skips.append(Skip("date", f'"{found.stamp.text}" is no day of the web', page.id, story.id, found.span))
        elif reason is not None:
            skips.append(Skip("date", f'"{found.stamp.text}": {reason}', page.id, story.id, found.span))
        else:
            placed.append(chosen)
    return tuple(_order_stamps(placed)), tuple(skips)


_AMERICAN: Final = re.compile(r"\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b")


def _read_american(stamp: Stamp) -> date | None:
    """Figures beside an hour of an American zone have the month first."""
    return stamp.other if stamp.clock is not None and _AMERICAN.search(stamp.text) else None


def _choose_reading(found: Placed, known: list[Days]) -> Placed | None:
    """The stamp read one way: figures with two readings are settled by the metadata, by a plain stamp beside them, or not at all."""
    stamp = found.stamp
    if stamp.other is None:
        return found
    fitting = [
        day for day in (stamp.day, stamp.other)
        if day is not None and any(_near(w, day) for w in known)
    ]  # fmt: skip
    if len(fitting) != 1:
        return None
    settled = Stamp(stamp.start, stamp.end, stamp.text, stamp.words, fitting[0], None, stamp.clock, None, stamp.label)
    return Placed(settled, found.span, found.rank)


def _near(days: Days, day: date) -> bool:
    return days.meet(Days(day - 2 * DAY, day + 2 * DAY)) is not None


def _moment(placed: Placed) -> tuple[date, time]:
    return placed.stamp.day or date.min, placed.stamp.clock or time(0, 0)


def _nearest_rank(placed: list[Placed]) -> list[Placed]:
    lowest = min((p.rank for p in placed), default=0)
    return [p for p in placed if p.rank == lowest]


def _order_stamps(placed: list[Placed]) -> Iterator[Clue]:
    published = _nearest_rank([p for p in placed if p.stamp.label == "published"])
    # A bare date further off than a labelled one is a teaser's.
    lowest = min((p.rank for p in placed), default=0)
    plain = [p for p in placed if p.stamp.label is None and p.rank == lowest]
    updated = _nearest_rank([p for p in placed if p.stamp.label == "updated"])
    first = min(published, key=_moment) if published else None
    if first is None and plain:
        # Above a story the nearest line is its own; further up stand other stories' stamps.
        first = plain[-1] if plain[0].rank == 2 else plain[0]
    if first is not None:
        word = "the page says it was published" if published else "the page is stamped"
        yield _stamp_clue(first.stamp, f"{word} {first.stamp.text}", first.span)
    if updated:
        last = max(updated, key=_moment)
        day = last.stamp.day or date.min
        # Alone, an update is nearly always of the same day or of the day after: sites print it in place of the first stamp.
        low = None if first is not None else day - DAY
        text = f"the page says it was updated {last.stamp.text}"
        latest = day if last.stamp.at is None else max(day, last.stamp.at.date())
        yield one_window(low, latest, text, last.span, bound=first is not None)


def read_address(page: Page) -> tuple[Clue, ...]:
    """The day, else the month, in the page's address: "/2024/08/21/", "/2018/may/27/", "-20240821"."""
    meta = page.meta("url")
    address = page.address or (meta.value if meta is not None else "")
    span = meta.span if meta is not None and page.address is None else None
    for pattern, month_at, day_at in ((_ADDRESS_DAY, 3, 4), (_ADDRESS_FIGURES, 2, 3)):
        for found in pattern.finditer(address):
            month = _month_number(found[month_at])
            day = _build(int(found[1]), month, int(found[day_at]))
            if day is not None:
                # The address is made with the first draft, by the site's own clock: in UTC it can be the day after.
                return (one_window(day, day + DAY, f"the address has the day {found[0].strip('/')}", span),)
    for found in _ADDRESS_MONTH.finditer(address):
        start = _build(int(found[1]), _month_number(found[2]), 1)
        if start is not None:
            end = (start + 31 * DAY).replace(day=1) - DAY
            return (one_window(start, end, f"the address has the month {found[0].strip('/')}", span),)
    return ()


def _month_number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return _MONTHS.index(printed[:3].lower()) + 1 if printed[:3].lower() in _MONTHS else 0


def _build(year: int, month: int, day: int) -> date | None:
    try:
        built = date(year, month, day)
    except ValueError:
        return None
    return built if is_printable(built) else None


def rank_strong(metadata: tuple[Clue, ...], stamps: tuple[Clue, ...], address: tuple[Clue, ...]) -> Iterator[Clue]:
    """Strongest first. A stamp with hour and zone within a day of the metadata says the same more exactly, so it leads;
    a stamp or address one day off without a zone is the same moment in the site's own zone, and gives the local day.
    """
    exact = next((s for s in stamps if s.at is not None), None)
    lead = exact if exact is not None and (not metadata or any(_agree(m, exact) for m in metadata)) else None
    ordered = [*([lead] if lead is not None else []), *metadata, *(s for s in stamps if s is not lead), *address]
    for place, clue in enumerate(ordered):
        first = ordered[0]
        if (
            place
            and clue.at is None
            and clue.windows[0].width == 0
            and _agree(first, clue)
            and clue.windows != first.windows
        ):
            local = clue.windows[0] if clue in stamps and first.at is None else None
            yield Clue(first.windows, clue.reason, None, local)
        else:
            yield clue


def _agree(one: Clue, other: Clue) -> bool:
    """Both give single days, at most one apart, in UTC or as printed."""
    ones = [d for d in (one.windows[0], one.local) if d is not None]
    others = [d for d in (other.windows[0], other.local) if d is not None]
    return any(
        a.first is not None
        and b.first is not None
        and a.width == 0
        and b.width == 0
        and abs((a.first - b.first).days) <= 1
        for a in ones
        for b in others
    )


def read_impossible(page: Page, story: Story) -> Iterator[Skip]:
    """Dates in the story's own words that no calendar has, or whose weekday is another day's."""
    for block in story.of("headline", "deck", "body", "caption", "timestamp", "byline"):
        for words in read_words(block.span.cut(page.text)):
            reason = find_impossible(words)
            if reason is not None:
                span = Span(page.id, block.span.start + words.start, block.span.start + words.end)
                yield Skip("date", f'"{words.text}": {reason}', page.id, story.id, span)
