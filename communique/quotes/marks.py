"""Words between quotation marks, found in a story's paragraphs.

    “We came to listen,” he said.  “And nobody left early.     a second paragraph reopens, only the last one closes
     ^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^^^^^

Apostrophes, plural possessives, inches and "rock 'n' roll" are not marks. One pass per paragraph, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PAIRS = {"“": "”", "«": "»", "„": '“”"', "‟": "”", "``": "''\"”", "‹": "›", "‘‘": "’’"}
STRAIGHT = {'"', "''", "&quot;", "＂", '\\"'}
INWARD = {"»": "«", "›": "‹", "”": "”"}  # marks that close elsewhere and open here: »so«, ”so”
CLOSERS = {"”", "»", "’’", "›"}
MARK = re.compile(r"&quot;|\\\"|``|''|‘‘|’’|[\"“”„‟«»‹›＂‘’']")
OPENS_AFTER = frozenset("([{—–-/:;,.>…|!?")  # what may stand in front of an opening mark besides white space
CLIPPED = re.compile(r"(?:\d\ds?|em|tis|twas|til|till|cause|bout|n|round|un)\b", re.IGNORECASE)
FAR = 3  # paragraphs without any mark that a broken line may put inside a quote
MAX_SINGLE = 3_000  # characters: no single-quoted run on the development pages is half as long


@dataclass(frozen=True, slots=True)
class Piece:
    """Words inside marks: ``[start, end)`` without the marks, ``[first, last)`` with them, own characters.

    ``opened``: a mark stands in front; ``closed``: one stands behind; a piece that goes on from the paragraph
    before without a mark, or on into the next, lacks one.
    """

    first: int
    start: int
    end: int
    last: int
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marked:
    """The pieces of one paragraph, whether the first goes on a quote of the paragraph before, and marks left alone."""

    pieces: tuple[Piece, ...]
    goes_on: bool = False
    lost: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    at: int
    end: int
    opens: bool  # could stand in front of words
    closes: bool  # could stand behind words


def find_marked(texts: Sequence[str]) -> tuple[Marked, ...]:
    """The marked pieces of each of a story's paragraphs, in order.

    A mark that is not closed in its paragraph holds to the paragraph's end where the next one opens again, or where
    the next one closes it; else the closing mark is lost and the piece ends with its paragraph all the same, unless
    another mark opened in between: then nobody can say where the words ended, and the mark is left alone.
    """
    found: list[Marked] = []
    carried = ""  # the mark still open at the end of the paragraph before
    for number, text in enumerate(texts):
        if (
            carried
            and text.strip()
            and MARK.search(text) is None
            and _closes_later(texts[number + 1 : number + 1 + FAR], carried)
        ):
            piece = _trim(text, Piece(0, 0, len(text), len(text), opened=False, closed=False))
            found.append(Marked((piece,), goes_on=True))
            continue
        marked, carried = _paragraph(text, carried)
        found.append(marked)
    return tuple(found)


def _closes_later(texts: Sequence[str], carried: str) -> bool:
    """One of the next paragraphs closes the mark before any opens: the lines between are inside it."""
    for text in texts:
        first = next(_doubles(text), None)
        if first is not None:
            return _closes(first, carried) and not (_opens(first) and not (first.text in STRAIGHT and first.closes))
    return False


def _paragraph(text: str, carried: str) -> tuple[Marked, str]:
    marks = list(_doubles(text))
    pieces: list[Piece] = []
    lost: list[int] = []
    goes_on = False
    held: _Mark | None = None
    if carried and marks:
        first = marks[0]
        if _opens(first) and not (first.text in STRAIGHT and first.closes):
            goes_on = True
        elif _closes(first, carried):
            pieces.append(_trim(text, Piece(0, 0, first.at, first.end, opened=False)))
            goes_on = True
            marks = marks[1:]
    for mark in marks:
        if held is None:
            if _opens(mark):
                held = mark
            elif mark.text in CLOSERS and not pieces and mark.closes and text[: mark.at].strip():
                pieces.append(_trim(text, Piece(0, 0, mark.at, mark.end, opened=False)))
            else:
                lost.append(mark.at)
        elif _closes(mark, held.text) and not (mark.text in STRAIGHT and mark.opens and not mark.closes):
            pieces.append(_trim(text, Piece(held.at, held.end, mark.at, mark.end)))
            held = None
        elif _opens(mark) and not (mark.closes and mark.text in STRAIGHT):
            lost.append(held.at)
            held = mark
    if held is not None:
        pieces.append(_trim(text, Piece(held.at, held.end, len(text.rstrip()), len(text), closed=False)))
    pieces = [piece for piece in pieces if piece.start < piece.end]
    pieces = _with_singles(text, pieces)
    return Marked(tuple(pieces), goes_on and bool(pieces), tuple(lost)), held.text if held is not None else ""


def _trim(text: str, piece: Piece) -> Piece:
    inner = text[piece.start : piece.end]
    start = piece.start + len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    return Piece(piece.first, start, end, piece.last, piece.opened, piece.closed)


def _doubles(text: str) -> Iterator[_Mark]:
    for match in MARK.finditer(text):
        mark = match.group()
        if mark in ("‘", "’", "'"):
            continue
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if (
            mark in STRAIGHT
            and before.isdigit()
            and (not after or not after.isalnum())
            and _inches(text, match.start())
        ):
            continue
        opens = (not before or before.isspace() or before in OPENS_AFTER or before in "‘'“") and bool(after.strip())
        closes = bool(before.strip()) and (not after or not after.isalnum())
        if not opens and not closes:  # loose on both sides, or glued on both
            opens = closes = True
        yield _Mark(mark, match.start(), match.end(), opens, closes)


def _inches(text: str, at: int) -> bool:
    """A straight mark behind a number with no straight mark open before it: 6", 5'11"."""
    return text.count('"', max(0, at - 2_000), at) % 2 == 0


def _opens(mark: _Mark) -> bool:
    if mark.text in INWARD or mark.text in "«‹":
        return mark.opens and not mark.closes
    return mark.text in PAIRS or (mark.text in STRAIGHT and mark.opens)


def _closes(mark: _Mark, opener: str) -> bool:
    if mark.text in STRAIGHT:
        return mark.closes
    if opener in INWARD:
        return mark.text == INWARD[opener] and mark.closes
    if mark.text in PAIRS.get(opener, "") or (opener in STRAIGHT and mark.text in CLOSERS):
        return True
    return mark.text in CLOSERS and opener in PAIRS and mark.closes


def _with_singles(text: str, pieces: list[Piece]) -> list[Piece]:
    """Single marks outside the double ones, and those around double ones, which then belong to the outer words."""
    parts, done = [], 0
    for piece in pieces:
        parts += [text[done : piece.first], "x" * (piece.last - piece.first)]
        done = piece.last
    masked = "".join(parts) + text[done:]
    found: list[Piece] = []
    waiting = list(reversed(pieces))
    for single in _singles(masked, 0, len(masked)):
        while waiting and waiting[-1].last <= single.first:
            found.append(waiting.pop())
        inside = bool(waiting) and waiting[-1].first < single.last
        if inside and not (masked[single.end - 1] in ",.!?x" or single.first == 0):
            continue
        while waiting and waiting[-1].first < single.last:
            waiting.pop()
        found.append(single)
    return [_trim(text, piece) for piece in found + list(reversed(waiting))]


SINGLE_OPEN = re.compile(r"(?<![^\s(\[{—–:;,/|-])[‘'](?=[^\s'’‘])")
SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?![\w’'])")


def _singles(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    while (match := SINGLE_OPEN.search(text, at, end)) is not None:
        at = match.end()
        if CLIPPED.match(text, at):
            continue
        close = _single_close(text, at, min(end, at + MAX_SINGLE))
        if close is None:
            if match.group() == "‘" and not text[start : match.start()].strip() and start == 0:
                yield _trim(text, Piece(match.start(), at, min(end, len(text.rstrip())), end, closed=False))
                return
            at = min(end, at + MAX_SINGLE)  # no closing mark that far: nor has any opening mark in between one
            continue
        yield _trim(text, Piece(match.start(), at, close, close + 1))
        at = close + 1


def _single_close(text: str, start: int, end: int) -> int | None:
    """The mark that closes; a plural possessive is passed over where a mark behind a comma or full stop follows.

    Both ``‘The ministers’ meeting was short,’`` and ``‘all-out war’ in the Gulf`` are met on pages; another
    opening mark in between says that the first candidate closed.
    """
    first = None
    for match in SINGLE_CLOSE.finditer(text, start, end):
        before = text[match.start() - 1]
        if first is None:
            first = match.start()
            if before != "s" or not text[match.end() : match.end() + 2].strip()[:1].islower():
                return first
            rival = SINGLE_OPEN.search(text, match.end(), end)
            end = rival.start() if rival is not None else end
        elif match.start() >= end:
            return first
        elif before in ",.!?":
            return match.start()
    return first
