"""Who fills the sides of a noun: "talks between X and Y", "X's visit", "US-China talks", "X held a meeting with Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.events.compounds import find_named_before
from communique.events.drafts import Party
from communique.events.filling import find_agents, find_left, keep_unique
from communique.events.kinds import load_frames, word_set
from communique.events.sides import find_parties, make_party
from communique.events.spotting import Spot
from communique.events.syntax import (
    ancestors,
    find_subject,
    governor,
    is_cut_off,
    is_passive,
    obliques,
    preposition,
    sentence_of,
)
from communique.model import Role
from communique.people.cast import Cast
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_TWO_SIDED = ("meeting", "negotiation", "call", "joint statement")
_PLANNING = frozenset(["calling"])  # "calling off", which the reader may take for two words
_AMOUNTS = frozenset(["hours", "hour", "minutes", "day", "days", "half", "round", "rounds", "week", "weeks", "series"])
_TRIPS = frozenset(["visit", "trip", "tour"])  # "X's trip began with a meeting with Y"
_OPENED = frozenset(["began", "begins", "begun", "started", "starts", "opened", "opens", "ended", "ends", "concluded"])
_SIGNED = frozenset(["signed", "agreed", "initialled", "initialed", "inked", "concluded", "struck"])


def fill_noun(passage: Passage, cast: Cast, spot: Spot, light: Token | None) -> tuple[Party, ...]:
    """The parties of "talks between X and Y", "X's visit", "X held a meeting with Y", "US-China talks"."""
    frame, noun = spot.frame, spot.token
    found = _owners(passage, cast, spot)
    for head in _around(noun, light, frame.takes, spot.end):
        found += find_parties(passage, cast, head, _part_of(head, frame.kind, frame.right))
    if light is not None and (found or frame.kind in ("visit", "summit") or light.lower_ not in word_set("joining")):
        found = [*_carriers(passage, cast, spot, light), *found]
    if len(keep_unique(found)) < 2 and frame.kind != "visit":
        found += find_named_before(passage, cast, spot)
    lone = len(keep_unique(found)) < 2 or all(
        preposition(head) != "between" for head in _around(noun, light, frame.takes, spot.end)
    )
    if light is None and frame.kind in _TWO_SIDED and lone and not _stands_before(passage, noun, found):
        found = [*_speakers(passage, cast, noun, frame.left), *found]
    if frame.kind in _TWO_SIDED and lone and not _stands_before(passage, noun, found):
        found = [*_planners(passage, cast, noun, frame.left), *found]
    if frame.kind == "summit" and light is None and not found:
        there = keep_unique(_speakers(passage, cast, noun, frame.left))
        found += there if len({party.country for party in there if party.person}) > 1 else ()
    if frame.kind == "visit":
        found += _travellers(passage, cast, spot, bool(found))
        if not found:
            found = _planners(passage, cast, noun, "guest")
        found = [party for party in found if party.person]
    return keep_unique(found)


def _stands_before(passage: Passage, noun: Token, found: list[Party]) -> bool:
    return any(party.span.start < passage.place(noun).start for party in found)


def _owners(passage: Passage, cast: Cast, spot: Spot) -> list[Party]:
    """ "Xi's visit", "his talks": whom the possessor names."""
    poss = next((child for child in spot.token.children if child.dep_ == "nmod:poss"), None)
    owner = poss or _owner_before(spot)
    if owner is None:
        return []
    return [replace(party, part=spot.frame.left) for party in _possessors(passage, cast, owner, spot.frame.left)]


def _carriers(passage: Passage, cast: Cast, spot: Spot, light: Token) -> list[Party]:
    """The subject of the verb that carries the noun; of a passive one those behind "by"."""
    frame, noun = spot.frame, spot.token
    part: Role = "host" if light.lower_ in word_set("hosts") and frame.kind != "visit" else frame.left
    subject = find_subject(light)
    opened = light.lower_ in _OPENED and preposition(noun) in ("with", "by")
    if opened and subject is not None and subject.lower_ in _TRIPS and frame.kind != "visit":
        owner = next((child for child in subject.children if child.dep_ == "nmod:poss"), None)
        return list(_possessors(passage, cast, owner, part)) if owner is not None else []
    if subject is None or (subject.i != noun.i and not _is_over(subject, noun)):
        return find_left(passage, cast, light, part)
    if not is_passive(light):
        return []
    agents = (make_party(cast, mention, frame.left) for mention in find_agents(passage, cast, light))
    return [party for party in agents if party is not None]


def _setting(noun: Token) -> Token:
    """ "after two hours of talks": the word whose preposition says how the talks stand to the verb."""
    above = noun.head
    if preposition(noun) == "of" and above.lower_ in _AMOUNTS:
        return above
    return noun


def _speakers(passage: Passage, cast: Cast, noun: Token, part: Role) -> list[Party]:
    """ "Lavrov said after talks with Wang", "X and Y signed the paper after a meeting": the subject was there.

    "X signed it with Y after two hours of talks": both were. A spokesman speaks of meetings of others.
    """
    setting = _setting(noun)
    if preposition(setting) not in ("after", "during", "in", "at", "following"):
        return []
    verb = next((above for above in ancestors(setting) if above.pos_ == "VERB"), None)
    if verb is None:
        return []
    if verb.dep_ == "ccomp" and is_cut_off(setting):
        verb = verb.head  # "vowed that Japan would stand firm, in calls with Norway": who vowed was on the line
    found = find_left(passage, cast, verb, part)
    if verb.lower_ in _SIGNED:
        sources = [verb, *(child for child in verb.children if child.dep_ in ("obj", "obl"))]
        for phrase in (phrase for source in sources for phrase in obliques(source)):
            if preposition(phrase) == "with" and phrase.i < noun.i:
                found += find_parties(passage, cast, phrase, part)
    return [party for party in found if not _speaks_for_others(cast, party)]


def _speaks_for_others(cast: Cast, party: Party) -> bool:
    if party.entity is None or not party.person:
        return not party.person and party.entity is not None and not party.key.startswith("=")
    titles = " ".join(
        f"{office.title} {office.office or ''}" for office in cast.entity(party.entity).offices
    ).casefold()
    return any(word in titles for word in ("spokes", "press secretary", "aide"))


def _travellers(passage: Passage, cast: Cast, spot: Spot, owned: bool) -> list[Party]:
    """ "Xi was on a visit to Oslo": the subject of the noun itself; "on a visit to Oslo, Xi said": whoever speaks there."""
    noun = spot.token
    way = preposition(noun)
    subject = next((child for child in noun.children if child.dep_ == "nsubj"), None)
    if subject is not None and way == "on":
        return list(find_parties(passage, cast, subject, "guest"))
    if owned or way not in ("on", "during", "in") or not _goes_somewhere(spot):
        return []
    verb = governor(noun)
    if verb.i == noun.i or verb.pos_ != "VERB" or is_passive(verb) or _is_meeting(verb):
        return []
    found = keep_unique(find_left(passage, cast, verb, "guest"))
    return [party for party in found if not _speaks_for_others(cast, party)] if len(found) == 1 else []


def _is_meeting(verb: Token) -> bool:
    """ "met him on a visit to Beijing": the visit says where they met."""
    return any(frame.kind == "meeting" for words, frame in load_frames().get(verb.lower_, ()) if len(words) == 1)


def _goes_somewhere(spot: Spot) -> bool:
    """ "a visit to Oslo" and "during Estonia visit" say where; "the visit" is someone's already named."""
    doc = spot.token.doc
    behind = doc[spot.end].lower_ if spot.end < len(doc) else ""
    before = doc[spot.start - 1] if spot.start else spot.token
    if any(child.lower_ in ("the", "this", "that") for child in spot.token.children):
        return False
    return behind in ("to", "in") or before.pos_ == "PROPN"


def _owner_before(spot: Spot) -> Token | None:
    """ "his surprise Saturday meeting", "Xi's three-day state visit": a possessor a few words before the noun."""
    doc, first = spot.token.doc, sentence_of(spot.token).start
    for at in range(spot.start - 1, max(first, spot.start - 7) - 1, -1):
        if doc[at].tag_ == "PRP$":
            return doc[at]
        if doc[at].text in ("'s", "’s") and at > first:
            return doc[at - 1]
        amid = doc[at].pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT") or doc[at].tag_ in ("VBN", "VBG")  # "planned"
        if not amid or doc[at].text in (",", ";", ":", "(", '"'):
            return None
    return None


def _planners(passage: Passage, cast: Cast, noun: Token, part: Role) -> list[Party]:
    """ "Zielonka cancelled a visit to Oslo": whoever plans or drops it without more is the one to go, or to meet."""
    verb = governor(noun)
    if verb is noun or verb.lower_ not in _PLANNING | word_set("cancel") | word_set("plan") or is_passive(verb):
        return []
    return [party for party in find_left(passage, cast, verb, part) if not _speaks_for_others(cast, party)]


def _part_of(head: Token, kind: str, right: Role) -> Role:
    word = preposition(head)
    if kind == "attack":
        return "source" if word == "by" else "target"
    if kind == "visit":
        return "guest" if word in ("by", "of") else right
    return "participant" if word == "between" else right


def _possessors(passage: Passage, cast: Cast, head: Token, part: Role) -> tuple[Party, ...]:
    """A possessor is a name before its ending, which elsewhere is read as standing for something else."""
    parties = find_parties(passage, cast, head, part)
    if parties:
        return parties
    mention = cast.at(passage.place(head))
    if mention is None or mention.entity is None:
        return ()
    entity = cast.entity(mention.entity)
    if entity.kind not in ("person", "body"):
        return ()
    return (Party(entity.id, entity.name, part, mention.span, entity.id, entity.country, entity.kind == "person"),)


def _is_over(subject: Token, noun: Token) -> bool:
    return subject.left_edge.i <= noun.i <= subject.right_edge.i


def _around(noun: Token, light: Token | None, takes: tuple[str, ...], end: int) -> Iterator[Token]:
    """Phrases with a fitting preposition on the noun or on its verb behind it; a preposition right behind always counts."""
    seen: set[int] = set()
    sources = [noun] if light is None else [noun, light]
    for source in sources:
        for phrase in obliques(source):
            if preposition(phrase) in takes and phrase.i > noun.i and phrase.i not in seen:
                seen.add(phrase.i)
                yield phrase
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lower_ in word_set("plan"):
            for phrase in obliques(child):  # "meetings scheduled for Sunday with Taliban envoys"
                if preposition(phrase) in takes and preposition(phrase) != "for" and phrase.i not in seen:
                    seen.add(phrase.i)
                    yield phrase
    doc, is_said = noun.doc, False
    for at in range(end, min(end + 8, sentence_of(noun).end)):
        token = doc[at]
        if token.pos_ == "VERB" or token.text in (".", ";"):
            return
        is_said = is_said or token.lower_ in ("is", "are", "was", "were")
        if is_said and token.lower_ == "of":
            return  # "The summit is an initiative of X"
        if token.lower_ in takes and token.dep_ == "case" and token.head.i not in seen and token.head.i > token.i:
            seen.add(token.head.i)
            yield token.head
