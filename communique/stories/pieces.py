"""Where one line of a dump holds two things, and the place between them is beyond doubt.

"Ministers agree on ferry MOSCOW (Reuters) - The ministers ..."   a headline, and a story from its dateline on
"... for another year. Advertisement The minister ..."            a label set into the text
"... to be ready by December. (PAP)"                              an agency's sign-off behind the last sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.stories.agencies import find_agencies, is_agency_alone
from communique.stories.byline import is_place
from communique.stories.lines import Line
from communique.stories.marks import find_mark

OPENING_CHARS = 700  # a dateline further down opens another story, and whose words stand between is anybody's guess
LONG_CHARS = 200  # a shorter line is a paragraph, whose dateline stands at its beginning
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){0,2}"
_DATELINE = re.compile(
    rf"(?<=[\w.!?”’\")\]])\s(?P<place>{_PLACE})(?:, [A-Z][\w.]+(?: [A-Z][a-z]+)?)?(?:,? [A-Z][a-z]{{2,8}}\.? \d{{1,2}})?"
    r"(?:\.? ?\((?P<agency>[A-Z][\w ]{1,30})\)\s?[-–—]{1,2}\s|\.? /(?P<slashed>[A-Z]{2,12})/\.?\s|\s(?P<network>CNN)\s?[—–]\s)"
)
_LABEL = re.compile(
    r"(?<=[.!?”\"’])\s(?P<label>(?:Advertisement|ADVERTISEMENT|[-–—] ?Advertisement ?[-–—]|(?:Story|Article) continues (?:below|after) (?:this )?(?:advertisement|ad)|"
    r"Scroll (?:down )?to continue(?: reading)?)\b)[ :]{0,3}(?=[A-Z“\"‘])"
)
_SIGNED = re.compile(r"[.!?][\"”’»')]?\s?(?P<sign>[-–—/(]{0,2}\s?[A-Z][\w .]{1,30}?[)/.]{0,2})\Z")
_SIGN_CHARS = 40
_WORD_BEFORE = re.compile(r"([A-ZÀ-Þ][\w.'’-]{0,20}) ")
# "... in peace. — Ministry of Salt (@salt) July 6, 2022 The ministers ...": an embedded post ends with its writer and day.
_POSTED = re.compile(
    r"[—–-]{1,2} ?[A-Z][^\n()—–]{1,60}\(@\w{1,30}\) (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)\b"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# "... at a hotel in Quito on June 30, 2015Peru and two neighbours": two lines that lost what stood between them.
_GLUED = re.compile(rf"(?:{_MONTH} \d{{1,2}}, |\d{{1,2}} {_MONTH} )(?:19|20)\d\d(?=[A-Z][a-z]*[ ,])")
# "Palace: no meeting is planned Friday, July 2, 2021 11:00:00 AM"
_STAMPED = re.compile(
    rf"(?<=[\w?!.’”\"])\s(?P<stamp>(?:[A-Z][a-z]{{2,8}}, )?(?:{_MONTH} \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} {_MONTH},? (?:19|20)\d\d)[, ]{{1,3}}(?:at )?"
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?[APap]\.?[Mm]\.?)?(?: [A-Z]{2,4})?)\Z"
)
_STAMP_CHARS = 60


def split_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with those cut that hold two things; what is in doubt stays one."""
    return tuple(piece for line in lines for piece in _split(line))


def _split(line: Line) -> Iterator[Line]:
    cuts = sorted(set(_cuts(line))) if line.words >= 8 else []
    start, gap = 0, line.gap
    for cut in (*cuts, len(line.text)):
        text = line.text[start:cut]
        bare = text.strip()
        if bare:
            first = line.start + start + text.index(bare)
            yield line if bare == line.text else Line(first, first + len(bare), bare, gap)
            gap = 0
        start = cut


def _cuts(line: Line) -> Iterator[int]:
    text = line.text
    if len(text) >= LONG_CHARS:
        dateline = next((m for m in _DATELINE.finditer(text, 0, OPENING_CHARS) if _is_dateline(m)), None)
        if dateline is not None:
            start = _whole_place(text, dateline)
            if _says_something(text[:start], dateline["place"].isupper()):
                yield start
        for found in _LABEL.finditer(text):
            yield from found.span("label")
    if "(@" in text:
        yield from (m.end() for m in _POSTED.finditer(text))
    if "20" in text or "19" in text:
        yield from (m.end() for m in _GLUED.finditer(text))
        stamped = _STAMPED.search(text, max(0, len(text) - _STAMP_CHARS)) if not line.prose else None
        if stamped and _is_title(text[: stamped.start()]) and find_mark(line) is None:
            yield stamped.start("stamp")
    tail = max(0, len(text) - _SIGN_CHARS)
    signed = _SIGNED.search(text, tail)
    if signed and is_agency_alone(signed["sign"]):
        mark = find_mark(line)
        if mark is None or not mark.sure:
            yield signed.start("sign")


def _whole_place(text: str, dateline: re.Match[str]) -> int:
    """Where the place begins: "TEL AVIV" and "New Delhi" are found by their second word."""
    start, place = dateline.start("place"), dateline["place"]
    for before in list(_WORD_BEFORE.finditer(text, max(0, start - 30), start))[:-3:-1]:
        word = before[1]
        joined = text[before.start() : dateline.end("place")]
        if before.end() != start or not ((place.isupper() and len(word) > 1 and word.isupper()) or is_place(joined)):
            break
        start = before.start()
    return start


def _says_something(before: str, capitals: bool) -> bool:
    """A sentence or a title stands there, not a word or two of the place itself; capitals part a place from a title's words."""
    words = before.split()
    small = sum(word[0].islower() for word in words)
    return (
        before.rstrip()[-1:] in tuple('.!?”"’') or small >= 3 or (capitals and len(words) >= 4 and not before.isupper())
    )


def _is_title(text: str) -> bool:
    words = text.split()
    return 4 <= len(words) <= 24 and words[-1].lower() not in (
        "on",
        "at",
        "of",
        "since",
        "until",
        "by",
        "from",
        "to",
        "the",
    )


def _is_dateline(found: re.Match[str]) -> bool:
    """The place is printed in capitals or is known, and an agency stands behind it."""
    agency = found["agency"] or found["slashed"] or found["network"]
    place = found["place"]
    known = (place.isupper() and len(place) > 3) or is_place(place)
    return known and not find_agencies(place) and (agency == "CNN" or bool(find_agencies(agency)))
