"""Who "they", "the two ministers" and "both countries" are: the pair whose event the story has just told.

Solheim met Zielonka in Gdynia. | They signed a letter of intent.
\\____ the pair _____________/    \\__/ means both of them
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from communique.events.drafts import Draft, Party
from communique.events.kinds import find_kind, word_set
from communique.events.sides import state_party
from communique.events.spotting import Spot
from communique.events.syntax import find_subject, governor, preposition, sentence_of
from communique.model import Role
from communique.people.cast import Cast
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 600  # characters within which "they" can point back


class Pair(NamedTuple):
    """The two whom a plural word means, and the event told before in which they were named."""

    parties: tuple[Party, ...]
    told: Draft


def find_pair(passage: Passage, cast: Cast, spot: Spot, light: Token | None, told: Sequence[Draft]) -> Pair | None:
    """The two parties that a plural subject stands for; ``None`` where the story has told of more than one pair.

    "The ministers" of a story about one meeting are the two who met; once a second pair has been told they can be
    anyone, and a wrong pair costs more than a missing one.
    """
    if find_kind(spot.frame.kind).sides != 2 or "person" in spot.frame.need:
        return None  # what "they discussed" is the content of the event told before
    word = _plural_subject(spot, light)
    if word is None:
        return None
    pair = _only_pair(told)
    span = passage.place(word)
    if pair is None or (word.lower_ in ("they", "two", "both") and span.start - pair.span.end > _NEAR):
        return None
    if _someone_else(passage, cast, word, pair):
        return None
    states = word.lower_ in word_set("states")
    found = [_standing_in(party, passage, word, spot.frame.left, states) for party in pair.parties]
    parties = tuple(party for party in found if party is not None)
    return Pair(parties, pair) if len(parties) == 2 else None


def _plural_subject(spot: Spot, light: Token | None) -> Token | None:
    """ "they", "the two sides", "both ministers": plural, and saying nothing of whose they are."""
    verb = light if light is not None else spot.token
    if spot.frame.form == "noun" and light is None:
        verb = governor(spot.token)
        if verb.i == spot.token.i or preposition(spot.token) in ("about", "on", "over", "regarding", "concerning"):
            return None  # what they spoke about is another event
    subject = find_subject(verb)
    if subject is None or sentence_of(subject).start != sentence_of(spot.token).start or subject.i > spot.token.i + 12:
        return None
    if subject.lower_ == "they":
        return subject
    if subject.lower_ not in word_set("pairs"):
        return None
    near = [child for child in subject.children if child.dep_ != "punct"]
    if any(child.lower_ not in ("the", "two", "both", "also") and child.dep_ != "compound" for child in near[:4]):
        return None
    compounds = [child for child in near if child.dep_ == "compound"]
    if any(child.text[:1].isupper() for child in compounds):
        return None
    return subject if any(child.lower_ in ("the", "two", "both") for child in near) or not near else None


def _only_pair(told: Sequence[Draft]) -> Draft | None:
    """The last event of two parties that the story reports itself, if all of those it reports were of the same two."""
    pairs = [draft for draft in told if len(draft.parties) == 2 and draft.front and draft.status != "denied"]
    if not pairs or any(len(draft.parties) > 2 for draft in told if draft.front):
        return None
    last = pairs[-1]
    mine = {party.key for party in last.parties} | {f"={party.country}" for party in last.parties}
    return last if all({party.key for party in draft.parties} <= mine for draft in pairs) else None


def _someone_else(passage: Passage, cast: Cast, word: Token, pair: Draft) -> bool:
    """ "Sikorski said the two ministers had met": a third person before the words may be one of the two."""
    before = passage.doc[sentence_of(word).start : word.i]
    if not len(before):
        return False
    keys = {party.key for party in pair.parties}
    people = (mention.entity for mention in cast.within(passage.place(before)) if mention.entity is not None)
    return any(cast.entity(one).kind == "person" and one not in keys for one in people)


def _standing_in(party: Party, passage: Passage, word: Token, part: Role, states: bool) -> Party | None:
    span = passage.place(word)
    if states and party.person:
        return state_party(party.country, part, span) if party.country is not None else None
    return Party(party.key, party.name, part, span, party.entity, party.country, party.person)
