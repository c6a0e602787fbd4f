"""The head of a story: its headline, and what each line around the body is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.model import Part
from communique.stories.agencies import find_agencies, is_agency_alone
from communique.stories.asides import is_question, is_quoted_post
from communique.stories.bodies import Body
from communique.stories.byline import is_dateline, is_place, read_dateline
from communique.stories.lines import Line
from communique.stories.marks import is_scene
from communique.stories.sheet import Sheet, is_hour

# A headline says what its story says: swept .15-.5 on the development pages, flat between .25 and .4.
SHARED = 0.3
BODY_LINES = 8  # of the body that a headline is compared with
LEFT_WORDS = 25  # of a body without its deck
GOOD = 1.6  # the least a title must weigh to be a headline: shared words, or printed twice, or in the page's own title


@dataclass(frozen=True, slots=True)
class Label:
    """What line ``line`` is, why, and whether it belongs to the story."""

    line: int
    part: Part
    because: str
    own: bool


def find_headline(sheet: Sheet, body: Body, zone: range) -> int | None:
    """The line of ``zone``, above the body, that is the story's headline; its first printing where it has several."""
    words = _content(sheet, body)
    title = sheet.page.meta("title")
    wanted = _stems(title.value) if title else frozenset()
    weights = {
        i: _weigh_title(sheet, i, zone, words, wanted)
        for i in zone
        if (sheet.is_title(i) or (sheet.prose[i] and sheet.lines[i].words <= 30))
        and not is_dateline(sheet.lines[i].text)
    }
    if _is_live(sheet, body):
        # A live page's entries have titles of their own, each under its hour; the page's title stands under none.
        weights = {i: w for i, w in weights.items() if i == 0 or not is_hour(sheet.lines[i - 1])} or weights
    best = max(weights, key=lambda i: weights[i], default=None)
    if best is None or weights[best] < GOOD:
        return _by_place(sheet, zone, weights)
    # The deck right under a headline shares the body's words as well as it does: of two neighbours the upper one.
    above = [
        i
        for i in weights
        if i < best and weights[i] >= max(GOOD, 0.7 * weights[best]) and _unmarked(sheet, i, best) < 2
    ]
    return min(above, default=best)


def _by_place(sheet: Sheet, zone: range, weights: Mapping[int, float]) -> int | None:
    """The title that stands where headlines do, whatever its words: right above the byline or day that is above the body.

    Or the one line above the body that is no furniture: there is no other it could be.
    """
    signed = False
    for i in reversed(zone):
        part = sheet.part(i)
        signed = signed or part in ("byline", "timestamp") or is_name(sheet.lines[i])
        if part is None and not is_name(sheet.lines[i]):
            line = sheet.lines[i]
            fits = i in weights and 4 <= line.words <= 20 and not line.listed and not line.text.endswith((".", ":"))
            return i if fits and (signed or _unmarked(sheet, zone.start - 1, zone.stop) == 1) else None
    return None


def _unmarked(sheet: Sheet, first: int, last: int) -> int:
    return sum(sheet.marks[i] is None for i in range(first + 1, last))


def _weigh_title(sheet: Sheet, i: int, zone: range, words: frozenset[str], wanted: frozenset[str]) -> float:
    line = sheet.lines[i]
    content = line.content
    shared = len(content & words) / max(2, len(content))
    if shared < SHARED / 2 and not (wanted and len(content & wanted) >= 0.6 * len(wanted)):
        return 0.0
    weight = 3.0 * shared + min(line.words, 8) / 8
    weight += 1.5 * any(sheet.twins[j] == i for j in range(i + 1, zone.stop))
    weight += 2.0 * (bool(wanted) and len(content & wanted) >= 0.6 * len(wanted))
    below = {sheet.part(j) for j in range(i + 1, min(i + 4, zone.stop))}
    weight += 0.6 * bool(below & {"byline", "timestamp", "caption"})
    weight += 0.4 * (i == zone.start)
    weight += 1.0 * bool(_LIVE_TITLE.search(line.text))
    weight -= 2.0 * bool(line.words <= 8 and line.titled == 1 and _HOUSE.match(line.text))
    weight -= 0.8 * sheet.prose[i] + 0.6 * line.listed + 0.5 * line.truncated
    weight -= 1.0 * (line.text.endswith(".") and line.words > 12)  # a headline seldom ends so; a caption or a deck does
    return weight - 0.04 * sum(sheet.marks[j] is None for j in range(i + 1, zone.stop))


# The house that speaks, at the top of its own page: no headline, though its story names it.
_HOUSE = re.compile(
    r"(?:The )?(?:(?:Royal |Federal |State )?(?:Government|Ministry|Department|Embassy|Office|Permanent Mission|Presidency|Cabinet|Council|Chancellery|Consulate|Delegation) (?:of|to|for)\b"
    r"|White House\Z|(?:Foreign|Defen[cs]e|Prime Minister[’']s|President[’']s) (?:Ministry|Office)\Z)[^,.:;!?]*\Z"
)
_LIVE_TITLE = re.compile(
    r"(?i)^(?:\W?live\b|as it happened|live updates|latest updates)|\b(?:as it happened|live (?:updates|blog|coverage))\W*$"
)


def _is_live(sheet: Sheet, body: Body) -> bool:
    """Hours alone stand between its paragraphs; above and below a story they are a list's of other stories."""
    return sheet.live and sum(is_hour(sheet.lines[i]) for i in range(body.first, body.last + 1)) >= 2


def _content(sheet: Sheet, body: Body) -> frozenset[str]:
    last = min(body.last, body.first + BODY_LINES)
    return frozenset().union(*(sheet.lines[i].content for i in range(body.first, last + 1)))


def _stems(text: str) -> frozenset[str]:
    return Line(0, len(text), text, 0).content


def drop_deck(sheet: Sheet, body: Body) -> Body:
    """The body without a deck at its head: one or two paragraphs, then the byline, the hour or the headline again.

    A paragraph that the next one repeats word for word is a deck too.
    """
    at = [i for i in range(body.first, body.last + 1) if sheet.prose[i] and body.holds(i)]
    while len(at) > 1 and sheet.part(at[0]) == "caption" and is_scene(sheet.lines[at[0]]) and _enough(sheet, at[1:]):
        body, at = body.from_line(at[1]), at[1:]
    if _is_live(sheet, body):
        return body  # an hour between its paragraphs begins the next entry
    for n in (1, 2):
        if n >= len(at) or read_dateline(sheet.lines[at[n - 1]].head):
            break
        between = range(at[n - 1] + 1, at[n])
        if any(sheet.opens(i) for i in between):
            break
        if any(sheet.part(i) in ("byline", "timestamp") or _again(sheet, i, body.first) for i in between):
            return body.from_line(at[n]) if _enough(sheet, at[n:]) else body
    if len(at) > 1 and any(sheet.twins[i] == at[0] for i in at[1:3]):
        return body.from_line(at[1])
    return body


def _enough(sheet: Sheet, rest: Sequence[int]) -> bool:
    """What would be left is a story still: of a brief, the deck is half."""
    return sum(sheet.lines[i].words for i in rest) >= LEFT_WORDS


def _again(sheet: Sheet, i: int, first: int) -> bool:
    twin = sheet.twins[i]
    return twin is not None and twin < first and sheet.is_title(i)


def label_head(sheet: Sheet, body: Body, headline: int | None, zone: range) -> list[Label]:
    """What the lines above the body are."""
    words = _content(sheet, body)
    near = headline if headline is not None else _near(sheet, zone)
    out: list[Label] = []
    for i in zone:
        if i == headline:
            out.append(Label(i, "headline", "the title above the body, sharing its words", True))
        elif i < near:
            close = headline is not None and headline - i <= 3 and sheet.part(i) in ("byline", "timestamp")
            out.append(_outside(sheet, i, close))
        else:
            out.append(_inside_head(sheet, body, i, headline, words))
    return out


def _near(sheet: Sheet, zone: range) -> int:
    """Where the head begins when no headline says so: six lines above the body that are no furniture."""
    left = 6
    for i in reversed(zone):
        left -= sheet.part(i) not in ("menu", "social", "legal", "appeal", "teaser")
        if left < 0:
            return i + 1
    return zone.start


def _inside_head(sheet: Sheet, body: Body, i: int, headline: int | None, words: frozenset[str]) -> Label:
    line, mark, twin = sheet.lines[i], sheet.marks[i], sheet.twins[i]
    if twin is not None and (
        twin == headline or (mark is not None and mark.part == "caption" and twin >= (headline or 0))
    ):
        return Label(i, "repeat", "the same words stand above", True)
    if mark is not None and mark.part in ("byline", "timestamp", "caption", "note"):
        return Label(i, mark.part, mark.because, True)
    if mark is not None:
        return Label(i, mark.part, mark.because, False)
    if line.words <= 5 and is_agency_alone(line.text):
        return Label(i, "byline", "an agency's name on a line of its own", True)
    if line.words <= 12 and is_dateline(line.text):
        return Label(i, "byline", "a dateline on a line of its own", True)
    if is_name(line) and _signs(sheet, i, body, headline):
        return Label(i, "byline", "a name alone above the body", True)
    if headline is not None and line.listed and line.words >= 4 and i - headline <= 6 and _is_live(sheet, body):
        return Label(i, "body", "a point of what a live page sums up", True)
    shared = len(line.content & words) / max(2, len(line.content))
    if (
        headline is not None
        and line.words >= 5
        and shared >= SHARED
        and (sheet.prose[i] or line.ends or i - headline <= 6)
    ):
        return Label(i, "deck", "stands between headline and body and shares their words", True)
    if headline is not None and line.listed and line.words >= 4 and i - headline <= 6:
        return Label(i, "deck", "a point of the summary under the headline", True)
    if headline is not None and i == headline + 1 and line.words >= 6 and line.glue >= 0.2 and not line.listed:
        return Label(i, "deck", "a sentence right under the headline", True)
    return _outside(sheet, i, False)


_NAME_ALONE = re.compile(
    r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|al|bin|de|van|der|von|del|da|di|and|&))*,? ?(?:and )?[A-Z][\w'’-]+\Z"
)


def _signs(sheet: Sheet, i: int, body: Body, headline: int | None) -> bool:
    """The line stands where a byline does: beside another or a day, under the headline, or right above the body."""
    beside = {sheet.part(j) for j in range(max(0, i - 2), min(i + 3, len(sheet.lines)))}
    under = headline is not None and 0 < i - headline <= 2
    return bool(beside & {"byline", "timestamp"}) or under or body.first - i <= 2


_NO_PERSON_WORDS = """
    center centre house office department ministry room palace hotel embassy all stories videos podcasts news
    more latest top read world politics business sports opinion analysis today daily weekly share show menu home
    page live video photo photos gallery about contact us access account manage get digital print welcome the
    your our this my subscribe sign log follow getty images media press conference hall university institute
    street
"""
_NO_PERSON = frozenset(_NO_PERSON_WORDS.split())


def is_name(line: Line) -> bool:
    """Two to six capitalised words and nothing else: a byline that leaves out "by"."""
    if not 2 <= line.words <= 6 or len(line.text) >= 60 or line.text.isupper() or not _NAME_ALONE.match(line.text):
        return False
    return not any(t.lower() in _NO_PERSON for t in line.tokens) and not is_place(line.text.partition(",")[0])


def _outside(sheet: Sheet, i: int, own: bool) -> Label:
    line, mark = sheet.lines[i], sheet.marks[i]
    if mark is not None:
        return Label(i, mark.part, mark.because, own)
    if line.words >= 5:
        return Label(i, "teaser", "a title or a snippet outside any story", False)
    return Label(i, "menu", "a label outside any story", False)


def label_body(sheet: Sheet, body: Body, headline: int | None) -> list[Label]:
    """What the lines from the body's first to its last are: most are body."""
    out: list[Label] = []
    for i in range(body.first, body.last + 1):
        line, mark, twin = sheet.lines[i], sheet.marks[i], sheet.twins[i]
        if not body.holds(i):
            out.append(_outside(sheet, i, False))
        elif sheet.prose[i] and twin is not None and twin >= body.first and sheet.lines[twin].key == line.key:
            out.append(Label(i, "repeat", "the same paragraph stands above", True))
        elif is_quoted_post(sheet, i):
            out.append(Label(i, "repeat", "an embedded post whose words a paragraph quotes", True))
        elif is_question(sheet.lines, i) and body.first < i < body.last:
            out.append(Label(i, "note", "a question as a heading between paragraphs", True))
        elif sheet.prose[i]:
            out.append(Label(i, "body", body.because, True))
        elif line.words <= 4 and is_agency_alone(line.text):
            out.append(Label(i, "note", "an agency's name behind a sentence", True))
        elif twin is not None and (twin == headline or sheet.part(i) == "caption"):
            out.append(Label(i, "repeat", "the same words stand above", True))
        elif mark is not None:
            out.append(Label(i, mark.part, mark.because, mark.part in ("caption", "note")))
        elif _is_body_line(line):
            out.append(Label(i, "body", "a short line between paragraphs of the body", True))
        else:
            out.append(Label(i, "note", "a heading between paragraphs, or a title set among them", True))
    return out


# Labels that some agencies put before a paragraph; "Name: title" without a full stop is a link to another story.
_LABELLED = re.compile(
    r"(?:[A-Z .'’-]{4,40}|(?:more )?(?:details|sources?|background|quote[\w ]{0,30}|for reference|literally|reference|reminder|context|previously|"
    r"earlier|why it matters|what happened|what(?:’s|'s) next|questions?|answers?|q|a|moderator|participants|present|agenda|place|date|time|topics?))\s?:",
    re.IGNORECASE,
)


def _is_body_line(line: Line) -> bool:
    """It ends as a sentence, or labels what follows ("Background:"), or is an entry of a list, or a piece of a sentence."""
    if line.text.isupper() and not line.text.endswith((".", "!", '"', "”")):
        return False
    return (
        line.ends
        or line.listed
        or "t.co/" in line.text
        or "pic.twitter" in line.text
        or line.text.endswith((":", ",", ";", "-", "–", "—", '"', "”"))
        or (
            bool(_LABELLED.match(line.text))
            or line.words > 14
            or (line.words > 8 and line.glue >= 0.34)
            or line.text[0].islower()
        )
    )


_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s\d©]*(?:the )?\Z", re.IGNORECASE)


def _whose_copy(line: Line) -> bool:
    """ "© 2023 AFP", "Copyright 2026 The Associated Press. All rights reserved. ..." """
    agencies = find_agencies(line.text[:80])
    return bool(agencies) and bool(_COPYRIGHT.search(line.text[: agencies[0].start]))


def label_tail(sheet: Sheet, body: Body, zone: range, headline: int | None) -> list[Label]:
    """What the lines under the body are: the story's notes and credits as far as the first list, then furniture."""
    out: list[Label] = []
    under, titles = "", 0
    for i in zone:
        line, mark, twin = sheet.lines[i], sheet.marks[i], sheet.twins[i]
        under = sheet.opens(i) or under
        titles += sheet.is_title(i) and line.words > 4
        ours = not under and titles < 2
        if twin is not None and ours and (twin == headline or sheet.part(twin) == "caption"):
            out.append(Label(i, "repeat", "the same words stand above", True))
        elif ours and i == body.last + 1 and line.words <= 4 and is_agency_alone(line.text):
            out.append(Label(i, "note", "an agency's name behind the last sentence", True))
        elif mark is not None and mark.part in ("note", "caption", "timestamp", "byline"):
            out.append(
                Label(
                    i, mark.part, mark.because, ours and (mark.part == "note" or (titles == 0 and i - body.last <= 4))
                )
            )
        elif (mark is None or mark.part == "legal") and ours and _whose_copy(line):
            out.append(Label(i, "note", "the copyright in the copy is an agency's", True))
        elif mark is None and ours and line.words <= 6 and is_agency_alone(line.text):
            out.append(Label(i, "note", "an agency's name under the body", True))
        elif mark is None and ours and i - body.last <= 2 and line.text.startswith("("):
            out.append(Label(i, "note", "in brackets under the body", True))
        elif mark is None and under in ("talk", "appeal") and line.words > 3:
            part: Part = "social" if under == "talk" else "appeal"
            out.append(Label(i, part, "stands among comments" if under == "talk" else "the appeal goes on", False))
        else:
            out.append(_outside(sheet, i, False))
    return out
