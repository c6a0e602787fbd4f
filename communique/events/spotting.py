"""Words that tell an event: where a frame of ``data/kinds`` matches, before anyone asks who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from communique.events.kinds import Frame, load_frames, word_set
from communique.events.syntax import governor, sentence_of
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPEN, _CLOSE = "“«„", "”»"


_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z'’\-]{2,}|[A-Z][\w'’\-]+)[\w ,./'’\-]{0,60}?(?:\([\w /.\-]{2,40}\)\s*\.?\s*(?:--?|–|—|\.-|:)|/[A-Z][\w\- ]+/\.?|[A-Z]{3,}\s*(?:--?|–|—)\s)"
)


def dateline_end(passage: Passage) -> int:
    """Where a dateline at the head of a passage ends: its town and day are where and when the story was filed."""
    match = _DATELINE.match(passage.doc.text[:140])
    return match.end() if match is not None else 0


class Spot(NamedTuple):
    """A frame's words in a passage: tokens ``[start, end)`` and the one that stands in the tree for them."""

    frame: Frame
    start: int
    end: int
    token: Token


def find_spots(doc: Doc, headline: bool) -> Iterator[tuple[Spot, ...]]:
    """For each place where frames match, all that do, the longest first; in text order."""
    quoted = quoted_tokens(doc)
    at = 0
    while at < len(doc):
        spots = tuple(spot for spot in _spots_at(doc, at, headline))
        if spots and doc[at].i not in quoted:
            yield spots
        at = max((spot.end for spot in spots), default=at + 1) if spots and not headline else at + 1


def _spots_at(doc: Doc, at: int, headline: bool) -> Iterator[Spot]:
    for words, frame in load_frames().get(doc[at].lower_, ()):
        end = at + len(words)
        if end > len(doc) or any(doc[at + n].lower_ != word for n, word in enumerate(words)):
            continue
        token = doc[at] if frame.form == "verb" else doc[end - 1]
        if len(words) > 1 and words[1] == "-":
            token = doc[at:end].root
        if _fits(token, frame, headline, len(words)):
            yield Spot(frame, at, end, token)


def _is_due(token: Token) -> bool:
    """ "is due to travel to Oslo": a verb, whatever "due to" is in front of a noun."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 3) : token.i]]
    return before[1:] == ["due", "to"] and before[0] in ("is", "are", "was", "were", "'s", "’s")


def _fits(token: Token, frame: Frame, headline: bool, length: int) -> bool:
    """The word is of the frame's part of speech, so far as the reader can tell: "visits" names and tells."""
    if frame.form == "noun":
        if token.tag_ == "VBG" and token.dep_ in ("advcl", "ccomp"):
            return False
        return (token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound") or length > 1
    if _is_due(token):
        return True
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "compound") or headline or token.tag_ == "VBD"
    if length > 1 or (token.tag_ == "VBG" and token.dep_ in ("advcl", "ccomp")):
        return True
    return headline and token.lower_ in (
        "met",
        "meets",
        "visits",
        "visited",
        "receives",
        "received",
        "hosts",
        "hosted",
        "arrives",
        "arrived",
        "signs",
        "discuss",
        "discusses",
    )


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """The tokens inside quotation marks: what a speaker tells of himself is the quotes room's.

    Straight marks open and close in turn within a passage; a passage with an odd last mark is quoted to its end.
    """
    inside, found = False, set()
    for token in doc:
        if token.text in _OPEN:
            inside = True
        elif token.text in _CLOSE:
            inside = False
        elif token.text == '"' or token.text == "''":
            inside = not inside
        elif inside:
            found.add(token.i)
    return frozenset(found)


def find_light(spot: Spot, headline: bool) -> Token | None:
    """The verb that carries a noun: "held talks", "talks took place", "arrived for talks", "hosted a meeting"."""
    if spot.frame.form == "verb":
        return None
    noun = spot.token
    before = noun.doc[spot.start - 1] if spot.start else noun
    if headline and before.i != noun.i and before.lower_ in word_set("light"):
        return before
    verb = governor(noun)
    if verb.i == noun.i or verb.pos_ == "ADJ":
        return None
    particle = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    if spot.frame.kind == "attack":
        dealt = verb.lower_ in word_set("dealing") or f"{verb.lower_} {particle}" in word_set("dealing")
        return verb if dealt else None
    if (
        verb.lower_ in word_set("light")
        or f"{verb.lower_} {particle}" in word_set("light")
        or verb.lower_ in ("took", "takes", "taken", "take", "taking")
    ):
        return verb
    return None


def has_phone(spot: Spot) -> bool:
    """A telephone or a screen stands in the sentence near the words."""
    doc, sent = spot.token.doc, sentence_of(spot.token)
    near = doc[max(sent.start, spot.start - 12) : min(sent.end, spot.end + 14)]
    return any(token.lower_ in word_set("phone") for token in near)
