"""Reported speech without marks: what a sentence says that somebody said.

Li said on Monday that Beijing was ready.        Nobody was hurt, the ministry said, TASS reported.
                       ^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re

from communique.quotes.cue import Cue
from communique.quotes.cues import content_start
from communique.quotes.lexicon import words
from communique.quotes.links import Link, Sentence, outer_cues, stands_beside, tail
from communique.quotes.shapes import FINITE, NAMING, TURNED, VOICING, reports, states

EARLY = (
    8  # words before a cue that opens its sentence; one further in reports a part of what the last cue reports whole
)
MIN_WORDS = 4  # of reported speech without marks: shorter contents are answers ("said yes") or a misread clause
TRAILING = words("and but while which who")
OPEN = re.compile(
    r"\b(?:however|also|still|not|is|are|was|were|be|as|of|to|too)$"
)  # words that a content does not end with
ASIDE = re.compile(r",\s+(?:as|which|although|though|whereas|while)\s[^,]*$")


SPOKEN = re.compile(r"\b(?:I|we|We|you|You|my|My|our|Our|us|me|your|Your)\b|[?!]")


def link_reported(sentence: Sentence) -> list[Link]:
    """Reported speech without marks: a link for each cue whose content holds none."""
    s = sentence
    backs = [cue for cue in s.cues if s.back(cue) and (cue.source is not None or cue.quoted is not None)]
    first_back = backs[0] if backs else None
    fronts = [
        cue
        for cue in s.cues
        if cue not in backs
        and (cue.source is not None or cue.quoted is not None)
        and (first_back is None or cue.first < first_back.first or not cue.finite)
    ]
    found: list[Link] = []
    speaking: set[int] = set()  # positions where a clause starts whose own cue reports
    for number, cue in reversed(list(enumerate(fronts))):
        link = _front(s, cue, fronts[number + 1 :], first_back, speaking)
        if link is not None:
            found.insert(0, link)
            speaking.add(cue.start)
    early = [link for link in found if link.cue is not None and link.cue.first <= EARLY]
    if first_back is not None and early and _restates(s, early[0]):
        early = []
    if first_back is not None and not early:
        links = [link for link in (_behind(s, first_back), _resumed(s, first_back)) if link is not None]
        if links:
            return [*links, *(other for other in found if other.start > max(s.char(first_back.first), links[-1].end))]
    return [
        link for link in found if not any(o is not link and o.start <= link.start and link.end <= o.end for o in found)
    ]


def _restates(s: Sentence, link: Link) -> bool:
    """``Russia condemns the attack, the ministry said``: the first verb's object is a deed that the last cue reports."""
    cue = link.cue
    if cue is None or cue.phrase or cue.verb is None:
        return False
    begin = content_start(s.line, cue)
    return begin is not None and s.line.at(begin - 1).lower_ != "that" and cue.verb.lemma in NAMING | VOICING | TURNED


def _front(s: Sentence, cue: Cue, later: list[Cue], first_back: Cue | None, speaking: set[int]) -> Link | None:
    begin = (
        cue.stop + (1 if cue.stop < len(s.line) and s.line.at(cue.stop).text == "," else 0)
        if cue.phrase
        else content_start(s.line, cue)
    )
    if begin is None or begin >= len(s.line) or not reports(s, cue, begin):
        return None
    if (
        cue.finite
        and s.line.at(begin - 1).lower_ != "that"
        and any(stands_beside(s, piece, cue) for piece in s.frame.pieces)
    ):
        return None  # “...,” he said in the hall as he left: the words in marks are what he said
    stop = len(s.line)
    for other in later:
        if other.start == begin and other.start in speaking and not _pronoun(s, other):
            return None  # the inner attribution is the one that speaks; this cue is a hand of it
        if other.start >= begin and (other.source == cue.source or _same_subject(s, cue, other)):
            stop = _before_joint(s, min(other.start, other.first))
            break
    if first_back is not None and first_back.first > cue.first:
        stop = min(stop, first_back.start)
    stop = min(stop, _turn(s, cue, begin, stop))
    start, end = _trimmed(s, begin, stop)
    if (
        end <= start
        or _holds_marks(s, start, end)
        or any(s.char(cue.first) < p.first and p.last <= start for p in s.frame.pieces)
    ):
        return None
    if len(s.text[start:end].split()) < MIN_WORDS:
        return None
    return Link(
        start, end, "indirect", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="reported without marks"
    )


def _holds_marks(s: Sentence, start: int, end: int) -> bool:
    """Marks stand inside the words or go on right where they end: then the marked words are the quote."""
    return any(
        (piece.first < end and start < piece.last)
        or (
            piece.first >= end
            and not re.search(r"[\w;]" if OPEN.search(s.text, start, end) else r"[\w,;]", s.text[end : piece.first])
        )
        for piece in s.frame.pieces
    )


def _pronoun(s: Sentence, cue: Cue) -> bool:
    return cue.source is not None and s.doc[cue.source[0]].pos_ == "PRON" and cue.source[1] - cue.source[0] == 1


def _same_subject(s: Sentence, one: Cue, other: Cue) -> bool:
    """``Putin said A, and he added B``: the later cue goes on the same voice in a clause of its own."""
    return (
        _pronoun(s, other)
        and other.start > 0
        and s.line.at(other.start - 1).lower_ in ("and", "but")
        and not one.phrase
        and (other.verb is not None and other.verb.kind in ("say", "report"))
    )


def _before_joint(s: Sentence, place: int) -> int:
    while place > 0 and s.line.at(place - 1).lower_ in ("and", "but", ",", "also", "then", "while", "—", "–"):
        place -= 1
    return place


def _turn(s: Sentence, cue: Cue, begin: int, stop: int) -> int:
    """Where the writer takes over again: a clause that the parse joins to the cue's verb and not to its content."""
    if cue.phrase:
        return stop
    verb = s.line.words[cue.first]
    for at in range(begin + 2, stop):
        token = s.line.at(at)
        if token.dep_ in ("conj", "parataxis") and token.head.i == verb and token.pos_ in ("VERB", "AUX"):
            left = token.left_edge.i
            for place in range(begin + 2, at + 1):
                if s.line.words[place] >= left and s.line.at(place - 1).text in (",", ";"):
                    return _before_joint(s, place)
    return stop


def _trimmed(s: Sentence, begin: int, stop: int) -> tuple[int, int]:
    while begin < stop and s.line.at(begin).is_punct:
        begin += 1
    if begin + 1 < stop and s.line.at(begin).lower_ == "that" and s.line.at(begin + 1).pos_ in ("PROPN", "PRON", "DET"):
        begin += 1
    while (
        stop > begin
        and (s.line.at(stop - 1).is_punct or s.line.at(stop - 1).lower_ in TRAILING)
        and s.line.at(stop - 1).text not in ("%", ")")
    ):
        stop -= 1
    if stop <= begin:
        return 0, 0
    start, end = s.char(begin), s.end_of(stop - 1)
    aside = ASIDE.search(s.text[start:end])
    if aside is not None and len(s.text[start : start + aside.start()].split()) >= MIN_WORDS:
        end = start + aside.start()
    return start, end


def _dateline(s: Sentence, dash: int) -> bool:
    """Nothing but names, days, capitals and brackets stands in front of the dash: where the story was filed."""
    words = [s.line.at(p) for p in range(dash)]
    return (
        bool(words)
        and s.line.at(dash).i > 0
        and s.doc[s.line.at(dash).i - 1].whitespace_ != ""
        and all(
            w.is_punct
            or w.text[:1].isdigit()
            or w.text.isupper()
            or w.like_num
            or w.ent_type_ in ("LOC", "DATE", "ORG")
            or w.text[:1].isupper()
            for w in words
        )
    )


def _behind(s: Sentence, cue: Cue) -> Link | None:
    """The words in front of a cue at the sentence's end, without a label or a dash that opens them."""
    stop = cue.start
    begin = 0
    if stop > 1 and s.line.at(stop - 1).text == "," and s.line.at(stop - 2).lower_ in ("and", "but"):
        return None  # "he left and, he said, would not return": the clause in front is the writer's
    for place in range(min(16, stop)):
        if (s.line.at(place).text == ":" and place < 4) or (
            s.line.at(place).text in ("-", "—", "–", "--", ":") and _dateline(s, place)
        ):
            begin = place + 1
    start, end = _trimmed(s, begin, stop)
    words = [
        p
        for p in range(begin, stop)
        if s.line.at(p).pos_ == "AUX" or (s.line.at(p).pos_ == "VERB" and s.line.at(p).dep_ not in ("acl", "amod"))
    ]
    medial = _goes_on(s, cue)
    if end <= start or not (words or medial) or len(s.text[start:end].split()) < MIN_WORDS:
        return None
    if _holds_marks(s, start, end) or any(piece.first < start for piece in s.frame.pieces):
        return None
    dashed = s.text[s.frame.start : start].strip() in ("—", "–", "-", "―") and s.text[: s.frame.start].strip() == ""
    if dashed and in_dialogue(s.text[start:end], cue):
        return Link(
            start, end, "direct", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="opened by a dash"
        )
    return Link(
        start, end, "indirect", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="reported without marks"
    )


def in_dialogue(said: str, cue: Cue) -> bool:
    """Words behind a dash are speech as it was spoken where they say I or you, ask or exclaim, or the verb comes first.

    Else the dash is a list's bullet: "- Two halls were hit, the broadcaster said".
    """
    return cue.inverted or SPOKEN.search(said) is not None


def _goes_on(s: Sentence, cue: Cue) -> bool:
    """``The talks, Orlov said, were useful``: behind the comma the clause in front finds its verb."""
    at = cue.stop
    if at + 1 >= len(s.line) or s.line.at(at).text not in (",", "—", "–") or s.line.gap(at + 1):
        return False
    token = s.line.at(at + 1)
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and token.tag_ in FINITE)


def _fronted(s: Sentence, cue: Cue) -> bool:
    """``As a gesture, he said, the ministry had sent tents``: in front stands a phrase, the whole clause comes behind."""
    at = cue.stop
    if cue.start == 0 or cue.phrase or at + 1 >= len(s.line) or s.line.at(at).text != "," or s.line.gap(at + 1):
        return False
    front = any(s.line.at(p).pos_ in ("VERB", "AUX") for p in range(cue.start))
    return (
        not front
        and s.line.at(at + 1).pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
        and states(s, at + 1, strict=True)
    )


def _resumed(s: Sentence, cue: Cue) -> Link | None:
    """The words that go on behind a cue set into the middle of them: a piece of their own, as with marks."""
    if not _goes_on(s, cue) and not _fronted(s, cue):
        return None
    begin = cue.stop + 1
    stop = min(
        [other.start for other in s.cues if other.first >= begin and other.source is not None and other.start > begin],
        default=len(s.line),
    )
    start, end = _trimmed(s, begin, stop)
    if end <= start or len(s.text[start:end].split()) < MIN_WORDS or _holds_marks(s, start, end):
        return None
    return Link(
        start, end, "indirect", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="reported without marks"
    )
