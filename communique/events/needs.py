"""What must stand with a frame's words before they tell its event: "host" needs a guest, "sign" a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.dates import read_dates
from communique.events.drafts import Party
from communique.events.kinds import word_set
from communique.events.places import find_places
from communique.events.spotting import Spot, has_phone
from communique.events.syntax import governor, is_passive, preposition, sentence_of
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


def find_need(passage: Passage, spot: Spot, parties: tuple[Party, ...], where: Map, phoned: bool = False) -> bool:
    """Everything that the frame asks for stands with its words; a summit at which something else happens is its setting.

    With ``phoned`` the story's headline or lead has named the telephone already.
    """
    if spot.frame.kind == "summit" and spot.frame.form == "noun" and len(parties) < 2 and _is_setting(spot.token):
        return False
    needs = spot.frame.need - {"phone"} if phoned and where.place_of(spot, None) is None else spot.frame.need
    return all(_stands(need, passage, spot, parties, where) for need in needs)


def _stands(need: str, passage: Passage, spot: Spot, parties: tuple[Party, ...], where: Map) -> bool:
    frame = spot.frame
    if need in _OBJECTS:
        head = _object(spot)
        if head is None or not _is_a(head, word_set(_OBJECTS[need])):
            return False
        return need != "joint" or any(child.lower_ in ("joint", "common") for child in head.children)
    if need == "person":
        return not _is_of_thing(spot) and _has_person(spot, parties)
    if need == "pair":
        return len(parties) >= 2
    if need == "binding":
        return _is_binding(spot, passage.part == "headline")
    if need == "treaty":
        return _leaves_treaty(spot)
    if need == "manoeuvre":
        return _is_manoeuvre(spot, parties)
    if need == "day":
        parts = {party.part for party in parties if not party.person}
        return _has_own_day(spot) or {"source", "target"} <= parts
    if need == "struck":
        return _is_struck(spot)
    if need == "counterpart":
        head = _object(spot)
        return head is not None and any(
            token.lower_ in ("counterpart", "colleague") for token in head.doc[spot.end : spot.end + 5]
        )
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


def _has_person(spot: Spot, parties: tuple[Party, ...]) -> bool:
    """A person stands on the other side: states are hosted in a figure of speech only."""
    frame = spot.frame
    right = [party for party in parties if party.part == frame.right] if frame.left != frame.right else parties[1:]
    return any(party.person for party in right)


def _is_manoeuvre(spot: Spot, parties: tuple[Party, ...]) -> bool:
    """ "A naval exercise", "a Polish-Norwegian exercise"; one that is to end or is condemned is not told as held."""
    if governor(spot.token).lemma_ in ("end", "stop", "halt", "suspend", "cancel", "criticize", "condemn"):
        return False
    near = spot.token.doc[max(0, spot.start - 8) : spot.end + 8]
    return len(parties) >= 2 or any(token.lower_ in word_set("armed") for token in near)


def _is_setting(noun: Token) -> bool:
    """ "met on the sidelines of a NATO summit", "at the summit, he said"."""
    return preposition(noun) in ("at", "of", "during", "on", "in", "after", "since", "from")


def _is_of_thing(spot: Spot) -> bool:
    """ "a summit hosted by Johnson": what is hosted is no guest."""
    verb = spot.token
    return verb.dep_ in ("acl", "acl:relcl") and is_passive(verb) and verb.head.lower_ in word_set("thing")


def _is_binding(spot: Spot, headline: bool) -> bool:
    """ "agreed to share data" binds; "agree on this point" and "agreed that Russia is responsible" are opinions."""
    verb = spot.token
    if verb.tag_ == "VBP" and not headline:
        return False
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if clause is None:
        near = verb.doc[spot.end : min(spot.end + 14, sentence_of(verb).end)]
        return not any(token.lower_ in word_set("views") for token in near)
    return any(child.lower_ in ("to", "will", "would", "must", "should") for child in clause.children)


def _leaves_treaty(spot: Spot) -> bool:
    """ "withdraws from the treaty with Russia", "is suspending the pact": its object, or what follows "from"."""
    near = spot.token.doc[spot.end : min(spot.end + 9, sentence_of(spot.token).end)]
    stop = next((at for at, token in enumerate(near) if token.text in (",", ";") or token.pos_ == "VERB"), len(near))
    return any(token.lower_ in word_set("treaties") for token in near[:stop])


def _has_own_day(spot: Spot) -> bool:
    """A date stands right behind the words: "attacks on two tankers in the Gulf of Oman on June 13"."""
    if any(child.lower_ in ("the", "this", "that") for child in spot.token.children):
        return False  # "the attack" points back
    sent = sentence_of(spot.token)
    near = spot.token.doc[spot.end : min(spot.end + 14, sent.end)].text
    return any(True for _ in read_dates(near.split(",")[0]))


def _is_struck(spot: Spot) -> bool:
    """ "was killed in an attack", "killed by shelling": an accident and a crime are no act of arms."""
    doc, end = spot.token.doc, sentence_of(spot.token).end
    near = [token.lower_ for token in doc[spot.end : min(end, spot.end + 10)]]
    ways = [at for at, word in enumerate(near) if word in ("in", "by")]
    return any(word in word_set("strikes") for at in ways for word in near[at + 1 : at + 5])


def _object(spot: Spot) -> Token | None:
    verb = spot.token
    wanted = ("nsubj:pass", "nsubj") if is_passive(verb) else ("obj",)
    found = next((child for child in verb.children if child.dep_ in wanted), None)
    if found is None and verb.dep_ in ("acl", "acl:relcl") and is_passive(verb):
        return verb.head
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
    head = _object(spot)
    if not left or (head is not None and head.lower_ in word_set("papers")):
        return False
    if right:
        return True
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
