"""Sides printed in front of a noun: "US-China trade talks", "a Polish-Norwegian exercise", "the NATO summit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.data import find_countries
from communique.events.drafts import Party
from communique.events.sides import make_party, state_party
from communique.events.spotting import Spot
from communique.events.syntax import sentence_of
from communique.model import Mention
from communique.people.cast import Cast
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = ("-", "–", "—", "/", "‑")
_REACH = 7  # words in front of the noun: "Russia-Ukraine prisoner exchange talks"
_OPEN_TAGS = ("NOUN", "ADJ", "NUM", "PROPN", "PUNCT", "ADP", "SYM", "X")


def find_named_before(passage: Passage, cast: Cast, spot: Spot) -> list[Party]:
    """The states and bodies that stand before the noun: two joined by a dash, or for a summit or exercise one.

    A single name before "talks" says what they are about as often as who talks ("Afghan talks", "Gaza talks").
    """
    found = _joined(passage, cast, spot)
    if spot.frame.kind in ("summit", "exercise"):
        return found or _single(passage, cast, spot)
    return found if len(found) > 1 else []


def _joined(passage: Passage, cast: Cast, spot: Spot) -> list[Party]:
    doc, first = passage.doc, sentence_of(spot.token).start
    for at in range(spot.start - 1, max(first, spot.start - _REACH), -1):
        if doc[at].text in _DASHES and at > first and at + 1 < spot.start:
            left = _side(passage, cast, spot, at - 1, -1)
            right = _side(passage, cast, spot, at + 1, 1)
            if left is not None and right is not None and left.key != right.key:
                return [left, right]
        if doc[at].pos_ not in _OPEN_TAGS or doc[at].text in (",", ";", ":", ".", "(", ")", "“", "”", '"'):
            return []
    return []


def _side(passage: Passage, cast: Cast, spot: Spot, at: int, step: int) -> Party | None:
    """The state or body at ``at``, whose name may go on for a word: "North Korea-US"."""
    doc = passage.doc
    low, high = sorted((at, at + step))
    if low >= 0 and high < min(spot.start, len(doc)):
        pair = doc[low : high + 1]
        countries = find_countries(pair.text)
        if len(countries) == 1:
            return state_party(countries[0].iso3, spot.frame.left, passage.place(pair))
    token: Token = doc[at]
    countries = find_countries(token.text) if token.text[:1].isupper() else ()
    if len(countries) == 1:
        return state_party(countries[0].iso3, spot.frame.left, passage.place(token))
    mention = cast.at(passage.place(token))
    return _body(cast, mention, spot) if mention is not None else None


def _single(passage: Passage, cast: Cast, spot: Spot) -> list[Party]:
    """ "the NATO summit", "NATO's summit": the body whose summit it is; a town before it only says where."""
    at = spot.start - 1
    doc = passage.doc
    while at > 0 and (doc[at].text in ("'s", "’s", "annual", "leaders", "leaders'") or doc[at].pos_ == "NUM"):
        at -= 1
    mention = cast.at(passage.place(doc[at])) if at >= sentence_of(spot.token).start and doc[at].text.strip() else None
    party = _body(cast, mention, spot) if mention is not None else None
    return [party] if party is not None else []


def _body(cast: Cast, mention: Mention, spot: Spot) -> Party | None:
    party = make_party(cast, mention, spot.frame.left)
    return party if party is not None and not party.person and not party.key.startswith("=") else None
