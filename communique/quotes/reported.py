"""Reported speech without marks: what a sentence says that somebody said.

    Li said on Monday that Beijing was ready.        Nobody was hurt, the ministry said, TASS reported.
                           ^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re

from communique.quotes.cues import Cue, content_start
from communique.quotes.lexicon import words
from communique.quotes.links import Link, Sentence, outer_cues, tail

EARLY = 8  # words before a cue that opens its sentence; one further in reports a part of what the last cue reports whole
MIN_WORDS = 4  # of reported speech without marks: shorter contents are answers ("said yes") or a misread clause
ASIDE = re.compile(r",\s+(?:as|which|although|though|whereas|while)\s[^,]*$")


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
        link = _behind(s, first_back)
        if link is not None:
            return [link, *(other for other in found if other.start > s.char(first_back.first))]
    return [link for link in found if not any(o is not link and o.start <= link.start and link.end <= o.end for o in found)]


def _restates(s: Sentence, link: Link) -> bool:
    """``Russia condemns the attack, the ministry said``: the first verb's object is a deed that the last cue reports."""
    cue = link.cue
    if cue is None or cue.phrase or cue.verb is None:
        return False
    begin = content_start(s.line, cue)
    return begin is not None and s.line.at(begin - 1).lower_ != "that" and cue.verb.lemma in NAMING


def _front(s: Sentence, cue: Cue, later: list[Cue], first_back: Cue | None, speaking: set[int]) -> Link | None:
    begin = cue.stop + (1 if cue.stop < len(s.line) and s.line.at(cue.stop).text == "," else 0) if cue.phrase else content_start(s.line, cue)
    if begin is None or begin >= len(s.line) or not _reports(s, cue, begin):
        return None
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
    if end <= start or _holds_marks(s, start, end) or any(s.char(cue.first) < p.first and p.last <= start for p in s.frame.pieces):
        return None
    if len(s.text[start:end].split()) < MIN_WORDS:
        return None
    return Link(start, end, "indirect", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="reported without marks")


def _holds_marks(s: Sentence, start: int, end: int) -> bool:
    """Marks stand inside the words or go on right where they end: then the marked words are the quote."""
    return any(
        (piece.first < end and start < piece.last) or (piece.first >= end and not re.search(r"[\w,;]", s.text[end : piece.first]))
        for piece in s.frame.pieces
    )


def _pronoun(s: Sentence, cue: Cue) -> bool:
    return cue.source is not None and s.doc[cue.source[0]].pos_ == "PRON" and cue.source[1] - cue.source[0] == 1


def _same_subject(s: Sentence, one: Cue, other: Cue) -> bool:
    """``Putin said A, and he added B``: the later cue goes on the same voice in a clause of its own."""
    return _pronoun(s, other) and other.start > 0 and s.line.at(other.start - 1).lower_ in ("and", "but") and not one.phrase and (
        other.verb is not None and other.verb.kind in ("say", "report")
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


def _reports(s: Sentence, cue: Cue, begin: int) -> bool:
    """The verb carries a content of this shape: a clause with "that" or without, a question, an infinitive, a noun phrase."""
    if cue.phrase or cue.quoted is not None or cue.carrier is not None:
        return True
    verb = cue.verb
    if verb is None:
        return False
    first = s.line.at(begin)
    if s.line.at(begin - 1).lower_ == "that":
        return "that" in verb.clause
    if not verb.sure or first.pos_ == "AUX":  # "what Israel said was a depot": the clause is the writer's
        return False
    if first.lower_ in ("nothing", "little", "goodbye", "yes", "no", "so"):
        return False
    if first.lower_ in ASKING:
        return verb.kind in ("ask", "say", "claim", "answer")
    if first.lower_ == "to" and first.pos_ != "ADP":
        return verb.lemma in PLEDGING
    if "that" in verb.clause and _clause(s, begin):
        return True
    return verb.lemma in NAMING


ASKING = words("whether if why how what when where who")
# What an infinitive behind them says is what was said; "agreed to meet" and "refused to go" tell a deed.
PLEDGING = words("pledge vow promise threaten propose urge")
# Verbs whose object says what was said: "stressed the need for talks", "condemned the attack", "called for restraint".
NAMING = words("note stress emphasise underline underscore reiterate reaffirm affirm highlight urge demand welcome condemn deny reject "
    "denounce criticise praise hail accuse blame warn voice express deplore regret decry commend laud applaud advocate caution advise "
    "encourage support oppose lament dismiss describe predict forecast rebuff slam") | {"call for", "call on", "call upon", "rule out", "look forward"}


def _clause(s: Sentence, begin: int) -> bool:
    """A finite verb with a subject in front of it stands in the content before its first pause but one."""
    subject = False
    for at in range(begin, min(begin + 40, len(s.line))):
        token = s.line.at(at)
        if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") or token.lower_ in ("there", "this", "that", "it"):
            subject = True
        if subject and token.pos_ == "AUX":
            return True
        if subject and token.pos_ == "VERB" and not token.lower_.endswith("ing") and s.line.at(at - 1).lower_ != "to":
            participle = token.dep_ in ("acl", "amod", "acl:relcl") or s.line.at(at - 1).lower_ in ("who", "which", "that")
            if not participle:
                return True
    return False


def _trimmed(s: Sentence, begin: int, stop: int) -> tuple[int, int]:
    while begin < stop and s.line.at(begin).is_punct:
        begin += 1
    while stop > begin and (s.line.at(stop - 1).is_punct or s.line.at(stop - 1).lower_ in ("and", "but", "while")) and s.line.at(stop - 1).text not in ("%", ")"):
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
    return bool(words) and s.line.at(dash).i > 0 and s.doc[s.line.at(dash).i - 1].whitespace_ != "" and all(
        w.is_punct or w.text[:1].isdigit() or w.text.isupper() or w.like_num or w.ent_type_ in ("LOC", "DATE", "ORG") or w.text[:1].isupper() for w in words
    )


def _behind(s: Sentence, cue: Cue) -> Link | None:
    """The words in front of a cue at the sentence's end, without a label or a dash that opens them."""
    stop = cue.start
    begin = 0
    for place in range(min(16, stop)):
        if (s.line.at(place).text == ":" and place < 4) or (s.line.at(place).text in ("-", "—", "–", "--") and _dateline(s, place)):
            begin = place + 1
    start, end = _trimmed(s, begin, stop)
    words = [p for p in range(begin, stop) if s.line.at(p).pos_ == "AUX" or (s.line.at(p).pos_ == "VERB" and s.line.at(p).dep_ not in ("acl", "amod"))]
    if end <= start or not words or len(s.text[start:end].split()) < MIN_WORDS:
        return None
    if _holds_marks(s, start, end) or any(piece.first < start for piece in s.frame.pieces):
        return None
    dashed = s.text[s.frame.start : start].strip() in ("—", "–", "-", "―") and s.text[: s.frame.start].strip() == ""
    if dashed:
        return Link(start, end, "direct", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="opened by a dash")
    return Link(start, end, "indirect", cue, outer_cues(s, cue), s.frame, tail(s, cue, None), because="reported without marks")
