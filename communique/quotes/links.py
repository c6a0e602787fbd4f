"""Which words belong to which cue, in one sentence: the pieces between marks, and reported speech without them.

“A,” X said, “b.”        X said that A and B, the agency reported.       X told Y that A, adding that “b”
 A ← said     b ← said            A and B ← said ← reported                    A ← told      b ← adding
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.model import Mode
from communique.quotes.cue import Cue
from communique.quotes.cues import content_start, find_cues, speaking_clause
from communique.quotes.frames import TERMINAL, Frame
from communique.quotes.learned import correct_sources
from communique.quotes.lexicon import SILENT
from communique.quotes.marks import Piece
from communique.quotes.phrases import Line, Range, names_in, phrase_left

PAUSES = ",?!—–…-"
LABEL = re.compile(r"^(?:quotes?|words|comments?|direct speech|statement|verbatim)\s+(?:from|of|by)\s+", re.IGNORECASE)
CALLED = re.compile(
    r"(?:\b(?:so-called|codenamed|code-named|titled|entitled|headlined|nicknamed|named|known as|operation|exercise|exercises|book|film|"
    r"novel|song|slogan|hashtag|motto|term|word|phrase|article|dubbed|the|an?)\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """Words ``[start, end)`` (own characters) and the cue that gives them a speaker.

    ``outer``: the cues around it, nearest first, whose sources are hands. ``owner``: whose message is quoted, where
    the cue's own source is only the carrier. ``whole``: nothing but marks stands in the sentence (no cue of its own).
    """

    start: int
    end: int
    mode: Mode
    cue: Cue | None
    outer: tuple[Cue, ...]
    frame: Frame
    tail: tuple[int, int] = (0, 0)
    owner: Range | None = None
    label: Range | None = None
    whole: bool = False
    because: str = ""
    after: tuple[int, int] = (0, 0)  # own characters behind the marks: “...” in a post on X


class Sentence:
    """One frame with its line of words and its cues."""

    __slots__ = ("cues", "doc", "frame", "line", "text")

    def __init__(self, line: Line, frame: Frame, text: str) -> None:
        self.line, self.frame, self.doc = line, frame, line.doc
        self.text = text  # of the doc, made once per paragraph: spaCy puts it together anew at every call
        cues = correct_sources(line, find_cues(line))
        loud = [cue for cue in cues if cue.verb is None or cue.verb.lemma not in SILENT]
        self.cues = tuple(loud)

    def char(self, place: int) -> int:
        """Where the word at this position starts; the sentence's end behind the last."""
        return self.line.at(place).idx if place < len(self.line) else self.frame.end

    def end_of(self, place: int) -> int:
        token = self.line.at(place)
        return token.idx + len(token.text)

    def back(self, cue: Cue) -> bool:
        """The cue stands behind what it attributes: nothing of its own follows it."""
        if cue.start == 0 and not any(piece.first < self.char(0) for piece in self.frame.pieces):
            return False
        if not cue.phrase and (cue.source is None or not cue.finite):
            return False
        at = cue.stop
        if at >= len(self.line) and cue.phrase:
            return any(self.line.at(p).pos_ in ("VERB", "AUX") for p in range(cue.start)) or self.line.gap(cue.start)
        if at >= len(self.line):
            return not any(
                piece.first >= self.end_of(len(self.line) - 1) for piece in self.frame.pieces
            ) or self.line.gap(cue.start)
        token = self.line.at(at)
        if cue.phrase:
            return any(self.line.at(p).pos_ in ("VERB", "AUX") for p in range(cue.start)) or self.line.gap(cue.start)
        if cue.inverted:
            return True
        if token.text in (".", ";", ")", "(", "!", "?", ","):
            before = self.line.at(cue.start - 1).text if cue.start > 0 else ","
            return before in (",", "—", "–", "-", ")") or self.line.gap(cue.start)
        return (
            token.lower_ in ("as", "when", "while", "before", "adding")
            and cue.start > 0
            and self.line.at(cue.start - 1).text == ","
        )


def link_pieces(sentence: Sentence) -> list[Link]:
    """A link for each piece that is speech; pieces that are titles, names or scare quotes have none."""
    found: list[Link] = []
    previous: Link | None = None
    for number, piece in enumerate(sentence.frame.pieces):
        link = _link_piece(sentence, number, piece, previous)
        if link is not None:
            found.append(link)
            previous = link
    return found


def _link_piece(s: Sentence, number: int, piece: Piece, previous: Link | None) -> Link | None:
    if not any(s.doc[i].is_alpha or s.doc[i].like_num for i in s.frame.words):
        return Link(piece.start, piece.end, "direct", None, (), s.frame, whole=True, because="a sentence in marks")
    left = [cue for cue in s.cues if s.char(cue.first) < piece.first]
    right = [cue for cue in s.cues if s.char(cue.first) >= piece.last]
    adjacent = next((cue for cue in right[:2] if _adjacent(s, piece, cue)), None)
    pauses = s.text[piece.end - 1] in PAUSES + TERMINAL or s.text[piece.last : piece.last + 1] == ","
    label = _label(s, number, piece)
    if label is not None and adjacent is None:
        return Link(
            piece.start, piece.end, "direct", None, tuple(right), s.frame, label=label, because="behind a label"
        )
    if adjacent is not None and adjacent.phrase and any(cue.source is not None for cue in left):
        adjacent = None  # "He warned of “a flood,” according to the agency": the agency is a hand
    if (
        adjacent is not None
        and not adjacent.finite
        and not adjacent.phrase
        and any(cue.source is not None for cue in left)
    ):
        adjacent = None  # "condemned it as “a crime,” demanding talks": the first verb gives the words
    if adjacent is not None and (pauses or not left or not piece.closed):
        return _linked(s, piece, adjacent, previous, number)
    before = s.text[s.frame.start : piece.first].rstrip()
    if before.endswith(":") and number == 0 and not any(s.back(cue) for cue in right):
        subject = _subject(s, piece)
        if subject is not None and not left:
            return Link(piece.start, piece.end, "direct", None, (), s.frame, label=subject, because="behind a colon")
    if (adjacent is None and number == 0 and not before and s.text[piece.end - 1] in ",?!") or s.text[
        piece.last : piece.last + 1
    ] == ",":
        spoken = speaking_clause(s.line, next((p for p in range(len(s.line)) if s.char(p) >= piece.last), len(s.line)))
        if spoken is not None and not before:
            return _linked(s, piece, spoken, previous, number)
    backs = [cue for cue in right if s.back(cue) and not cue.phrase]
    if left:
        cue = _nearest(left)
        return _linked(s, piece, cue, previous, number)
    usable = (
        backs
        or [cue for cue in right if s.back(cue)]
        or [cue for cue in right if cue.source is not None and s.doc[cue.source[0]].idx < piece.first and cue.finite]
    )
    if usable:
        return _linked(s, piece, usable[0], previous, number)
    return None


def _nearest(left: list[Cue]) -> Cue:
    """The last cue before the piece, unless that one has no speaker and an earlier one has."""
    for cue in reversed(left):
        if cue.source is not None or cue.quoted is not None:
            return cue
    return left[-1]


def stands_beside(s: Sentence, piece: Piece, cue: Cue) -> bool:
    """The piece ends like words that a cue follows, and this cue stands right behind it."""
    return s.text[piece.end - 1] in PAUSES + TERMINAL and _adjacent(s, piece, cue)


def _adjacent(s: Sentence, piece: Piece, cue: Cue) -> bool:
    start = s.char(cue.start)
    if start < piece.last:
        return False
    between = s.text[piece.last : start]
    return len(between) < 60 and not re.search(
        r"[^\s,.;—–-]", re.sub(r"^\W*(?:for|on) (?:his|her|its|their) part,?|^\W*in (?:turn|response),?", "", between)
    )


def _label(s: Sentence, number: int, piece: Piece) -> Range | None:
    """``Quote from Putin: "..."``, ``Zhang: “...”``: the words of the label."""
    before = s.text[s.frame.start : piece.first].rstrip()
    if number or not before.endswith(":") or any(s.char(cue.first) < piece.first for cue in s.cues):
        return None
    places = [p for p in range(len(s.line)) if s.char(p) < piece.first and s.line.at(p).text != ":"]
    if not places or len(places) > 12:
        return None
    match = LABEL.match(before.lstrip())
    if match is not None:
        skip = s.frame.start + len(s.text[s.frame.start :]) - len(s.text[s.frame.start :].lstrip()) + match.end()
        places = [p for p in places if s.char(p) >= skip]
    if not places or any(s.line.at(p).pos_ in ("VERB", "AUX", "SCONJ") for p in places):
        return None
    return s.line.range(places[0], places[-1] + 1)


def _subject(s: Sentence, piece: Piece) -> Range | None:
    """The one person named in front of a colon: "Orlov, alone before the cameras, put it differently: “...”"."""
    numbers = [i for i in s.frame.words if s.doc[i].idx < piece.first]
    names = [name for name in names_in(s.doc, numbers[0], numbers[-1] + 1) if name.label == "PER"] if numbers else []
    return (names[0].start, names[0].end) if len(names) == 1 else None


def _linked(s: Sentence, piece: Piece, cue: Cue, previous: Link | None, number: int) -> Link:
    mode, why = _mode(s, piece, cue, previous, number)
    owner = None
    if mode == "mixed" and s.char(cue.first) < piece.first:
        owner = _message(s, piece, cue)
    return Link(
        piece.start,
        piece.end,
        mode,
        cue,
        outer_cues(s, cue),
        s.frame,
        tail(s, cue, piece),
        owner,
        because=why,
        after=_after(s, cue, piece),
    )


BEHIND = re.compile(r"\s*(?:in|on|via|during|at|through)\s[^,.;:()]{0,160}", re.IGNORECASE)


def _after(s: Sentence, cue: Cue, piece: Piece) -> tuple[int, int]:
    """What says through which channel, right behind the marks: called it “a farce” in a post on X."""
    found = BEHIND.match(s.text, piece.last, s.frame.end) if s.char(cue.first) < piece.first else None
    if found is None:
        return 0, 0
    stops = [other.first for other in s.frame.pieces if other.first >= piece.last]
    stops += [s.char(other.start) for other in s.cues if s.char(other.first) >= piece.last]
    return piece.last, min([found.end(), *stops])


def _mode(s: Sentence, piece: Piece, cue: Cue, previous: Link | None, number: int) -> tuple[Mode, str]:
    """Direct where the sentence holds nothing but marks and cue; mixed where the writer's words carry a part."""
    done = s.frame.pieces[number - 1].last if number else s.frame.start
    before = s.text[done : piece.first].strip(" \t\n\u00a0")
    behind = s.char(cue.start) >= piece.last
    if behind:
        alone = not re.search(r"\w", before) or before.endswith(":")
        glued = _adjacent(s, piece, cue) or (
            number == 0 and s.text[piece.end - 1] in ",?!" and _plain_subject(s, piece, cue)
        )
        if alone and glued and (number == 0 or previous is None or previous.mode == "direct"):
            return "direct", "the whole statement stands in marks"
        return "mixed", "only a part stands in marks"
    if before.endswith(":"):
        return "direct", "the whole statement stands in marks"
    words = [p for p in range(len(s.line)) if done <= s.char(p) < piece.first]
    beyond = [p for p in words if p >= cue.stop and s.line.at(p).text not in (",", ":", "—", "–", "-")]
    capital = s.text[piece.start].isupper() or s.text[piece.start : piece.start + 2] in ("I ", "[T", "[t")
    if any(s.line.at(p).lower_ == "that" for p in words if p >= cue.last):
        return "mixed", "only a part stands in marks"
    cut = number > 0 and previous is not None and previous.mode == "direct" and before.endswith((",", ".", "—", "–"))
    if not beyond and (cut or (before.endswith(",") and capital) or (capital and _sentence(s, piece))):
        return "direct", "the whole statement stands in marks"
    if cut and len(beyond) <= 3:
        return "direct", "the whole statement stands in marks"
    return "mixed", "only a part stands in marks"


def _sentence(s: Sentence, piece: Piece) -> bool:
    """The marked words are a sentence: more than three, with a finite verb among them."""
    tokens = list(s.doc.char_span(piece.start, piece.end, alignment_mode="expand") or ())
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens) or (
        bool(tokens) and tokens[0].tag_ == "VB"
    )
    return finite and len(s.text[piece.start : piece.end].split()) > 3


def _plain_subject(s: Sentence, piece: Piece, cue: Cue) -> bool:
    """Nothing with a finite verb stands between the marks and their cue: “...,” Orlov, head of the council told them."""
    between = [s.line.at(p) for p in range(cue.first) if s.char(p) >= piece.last]
    return len(between) <= 16 and not any(
        token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in between
    )


def _message(s: Sentence, piece: Piece, cue: Cue) -> Range | None:
    """The phrase right before the marks, behind the cue: "TASS said Putin's message “noted ...”"."""
    places = [p for p in range(cue.last, len(s.line)) if s.char(p) < piece.first]
    if not places or (not s.line.gap(places[-1] + 1) and places[-1] + 1 < len(s.line)):
        return None
    start = phrase_left(s.line, places[-1])
    if start is None or start < cue.last:
        return None
    return s.line.range(start, places[-1] + 1)


def outer_cues(s: Sentence, cue: Cue) -> tuple[Cue, ...]:
    """The cues around this one: those that report it ("the agency said Li believed") and those behind the sentence."""
    inner: list[Cue] = []
    for other in reversed([c for c in s.cues if c.last <= cue.first]):
        if (
            other.source is not None
            and _reports_speech(other)
            and content_start(s.line, other) == cue.start
            and not cue.inverted
            and not _in_relative(s, cue)
        ):
            inner.append(other)
            cue = other
    if cue.source is not None and not cue.inverted:
        inner += [
            c
            for c in s.cues
            if c.form.endswith("by") and c.phrase and s.line.words[c.first] >= cue.source[1] and c.stop <= cue.first
        ]
    behind = [
        c
        for c in s.cues
        if c.first >= cue.last and (c.phrase or s.back(c)) and c.source is not None and c.source != cue.source
    ]
    return tuple(inner + behind)


def _reports_speech(cue: Cue) -> bool:
    """What others said can stand behind this cue: "said Li believed", not "criticised Li, who had called for"."""
    return (
        cue.phrase
        or cue.verb is None
        or ("that" in cue.verb.clause and cue.verb.kind in ("say", "report", "claim", "write", "quote", "answer"))
    )


def _in_relative(s: Sentence, cue: Cue) -> bool:
    return any(s.line.at(p).lower_ in ("who", "which", "that") for p in range(cue.start + 1, cue.first))


def tail(s: Sentence, cue: Cue, piece: Piece | None) -> tuple[int, int]:
    """Own characters from the source to the next marks, the reported words or the next cue: where channels stand."""
    start = s.doc[cue.source[0]].idx if cue.source is not None else s.char(cue.first)
    start = min(start, s.char(cue.first))
    opening = s.line.at(0)
    if (
        cue.start > 0
        and (opening.pos_ in ("ADP", "SCONJ") or opening.lower_ in ("speaking", "writing", "in", "at", "on"))
        and not any(c.first < cue.first for c in s.cues)
        and not any(s.line.at(p).tag_ in ("VBD", "VBZ", "VBP") for p in range(cue.start))
    ):
        start = min(start, opening.idx)
    end = s.frame.end
    for other in s.frame.pieces:
        if other.first >= s.char(cue.first):
            end = min(end, other.first)
            break
    for following in s.cues:
        if (
            following.first >= cue.last
            and following is not cue
            and (following.phrase or following.verb is None or following.verb.kind != "write")
        ):
            end = min(end, s.char(following.start) if following.start >= cue.last else s.char(following.first))
            break
    if not s.back(cue) and piece is None:
        begin = content_start(s.line, cue)
        if begin is not None:
            end = min(end, s.char(begin))
    return start, max(start, end)
