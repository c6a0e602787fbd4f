"""What must stand with a frame's words before they tell its event: "host" needs a guest, "sign" a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.events.drafts import Party
from communique.events.kinds import word_set
from communique.events.places import find_places
from communique.events.spotting import Spot, has_phone
from communique.events.syntax import is_passive, sentence_of
from communique.events.whereabouts import Map
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = {
    "paper": "papers", "joint": "joint", "letter": "letters", "sanctions": "sanctions", "diplomats": "diplomats",
    "drill": "drills", "goods": "goods",
}  # fmt: skip
_LENGTH = re.compile(
    r"\bfor (?:about |nearly |almost |more than |over |half )?(?:an?|one|two|three|four|five|\d+) (?:hours?|minutes?)\b"
)


def find_need(passage: Passage, spot: Spot, parties: tuple[Party, ...], where: Map) -> bool:
    """Everything that the frame asks for stands with its words."""
    return all(_stands(need, passage, spot, parties, where) for need in spot.frame.need)


def _stands(need: str, passage: Passage, spot: Spot, parties: tuple[Party, ...], where: Map) -> bool:
    frame = spot.frame
    if need in _OBJECTS:
        head = _object(spot)
        if head is None or not _is_a(head, word_set(_OBJECTS[need])):
            return False
        return need != "joint" or any(child.lower_ in ("joint", "common") for child in head.children)
    if need == "person":
        right = (
            [party for party in parties if party.part == frame.right]
            if frame.left != frame.right
            else list(parties[1:])
        )
        return any(party.person for party in right)
    if need == "pair":
        return len(parties) >= 2
    if need == "named":
        return any(party.part == frame.right for party in parties)
    if need == "state":
        return _is_hit(spot, parties)
    if need == "place":
        return frame.form == "noun" or where.place_of(spot, None) is not None
    if need == "phone":
        return has_phone(spot)
    if need == "length":
        return _LENGTH.search(sentence_of(spot.token).text) is not None
    if need == "office":
        return _gets_office(passage, spot)
    if need == "summit":
        head = _object(spot)
        return head is not None and head.lower_ in ("summit", "summits")
    return need == "crowd" and _is_crowd(spot)


def _object(spot: Spot) -> Token | None:
    verb = spot.token
    wanted = ("nsubj:pass", "nsubj") if is_passive(verb) else ("obj",)
    found = next((child for child in verb.children if child.dep_ in wanted), None)
    if found is None and verb.dep_ in ("acl", "acl:relcl") and is_passive(verb):
        return verb.head
    if (
        found is None and spot.end - spot.start > 1
    ):  # "handed over a message": the reader may take "over" for a preposition
        found = next((token for token in verb.doc[spot.end : spot.end + 4] if token.pos_ == "NOUN"), None)
    return found


def _is_a(head: Token, words: frozenset[str]) -> bool:
    """The head itself, or what follows "a number of", "a package of"."""
    if head.lower_ in words:
        return True
    return any(child.dep_ in ("conj", "nmod") and child.lower_ in words for child in head.children)


def _is_hit(spot: Spot, parties: tuple[Party, ...]) -> bool:
    """Force of arms: a state or an armed body does it to a state, a body or a place; words never do."""
    right = [party for party in parties if party.part == "target" and not party.person]
    left = [party for party in parties if party.part == "source" and not party.person]
    if not left:
        return False
    if right:
        return True
    head = _object(spot)
    return head is not None and any(
        True for _ in find_places(f"in {head.doc[head.left_edge.i : head.right_edge.i + 1].text}")
    )


def _gets_office(passage: Passage, spot: Spot) -> bool:
    sent = sentence_of(spot.token)
    return any(
        office.start >= spot.start and office.start < sent.end for office in passage.doc.spans.get("offices", ())
    )


def _is_crowd(spot: Spot) -> bool:
    subject = next((child for child in spot.token.children if child.dep_.startswith("nsubj")), None)
    return subject is not None and subject.lower_ in word_set("crowds")
