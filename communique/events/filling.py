"""Who fills the two sides of a frame: subject and object, possessor and "with", "between" and "by"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.events.drafts import Party
from communique.events.sides import find_joined_before, find_parties, is_modifier, make_party, state_party
from communique.events.spotting import Spot
from communique.events.syntax import find_subject, is_passive, obliques, preposition, sentence_of
from communique.model import Mention, Role
from communique.people.cast import Cast
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_SKIPPED = ("ADV", "AUX", "PART")
_HELPING = frozenset(["to", "has", "have", "had", "also", "earlier", "later", "will", "not", "then"])
_CONJUNCTIONS = frozenset(["since", "after", "before", "as", "until", "when", "while"])
_BESIDE = frozenset(
    [("presence", "of"), ("flanked", "by"), ("accompanied", "by"), ("joined", "by"), ("attended", "by")]
)
_OWN_NOUN = ("paper", "joint", "letter", "sanctions", "diplomats", "drill", "goods", "summit")  # the object is a thing


def fill_verb(passage: Passage, cast: Cast, spot: Spot) -> tuple[Party, ...]:
    """The parties of "X met Y", "X was received by Y", "X discussed gas with Y", each once."""
    frame, verb = spot.frame, spot.token
    passive = is_passive(verb) and "obj" in frame.takes
    left, right = (frame.right, frame.left) if passive else (frame.left, frame.right)
    found = find_left(passage, cast, verb, left)
    for head in _others(spot, passive):
        found += find_parties(passage, cast, head, right)
    if passive:
        agents = (make_party(cast, mention, right) for mention in find_agents(passage, cast, verb))
        found += [party for party in agents if party is not None]
    if "letter" in frame.need:
        found = _senders(passage, cast, spot, found)
    apart = left != right and not any(party.part == right for party in found)
    if apart or ("obj" not in frame.takes and len(keep_unique(found)) < 2):
        mention = _after_preposition(passage, cast, spot)
        party = make_party(cast, mention, right) if mention is not None else None
        found += [party] if party is not None else []
    if (
        (len(keep_unique(found)) < 2 or _leaves_out(passage, spot, found))
        and "obj" in frame.takes
        and not passive
        and not frame.need & set(_OWN_NOUN)
    ):
        named = _behind(passage, cast, spot)
        found += find_parties(passage, cast, named, right) if named is not None else ()
    if frame.kind == "visit":
        found = [party for party in found if party.person]
    if frame.kind in ("sanction", "expulsion"):
        found = [_state_behind(cast, party) for party in found]
    return keep_unique(found)


def _leaves_out(passage: Passage, spot: Spot, found: list[Party]) -> bool:
    """ "A and B will be meeting with C": whoever stands behind "with" was there too."""
    doc, verb = passage.doc, passage.place(spot.token)
    return doc[spot.end : spot.end + 1].text == "with" and all(party.span.start < verb.start for party in found)


def _state_behind(cast: Cast, party: Party) -> Party:
    """Measures that a ministry or a treasury takes are its state's."""
    if party.part != "source" or party.person or party.entity is None or party.country is None:
        return party
    if cast.entity(party.entity).kind != "body":
        return party
    return state_party(party.country, party.part, party.span)


def _after_preposition(passage: Passage, cast: Cast, spot: Spot) -> Mention | None:
    """ "sent 40 tonnes of medicine to Ukraine": the first name right behind a fitting preposition in the same clause."""
    doc, end = passage.doc, sentence_of(spot.token).end
    ways = [way for way in spot.frame.takes if way != "obj"]
    for at in range(spot.end, min(end - 1, spot.end + 14)):
        if doc[at].pos_ == "VERB" or doc[at].text in (",", ";"):
            return None
        if doc[at].lower_ in ways:
            mention = cast.at(passage.place(doc[at + 1]))
            if mention is not None and not is_modifier(passage, cast, mention):
                return mention
    return None


def _senders(passage: Passage, cast: Cast, spot: Spot, found: list[Party]) -> list[Party]:
    """ "He delivered a message from Putin to Xi": who carries it is between the two."""
    written = _writers(passage, cast, spot, found)
    if written:
        return written
    for child in spot.token.children:
        for phrase in obliques(child) if child.dep_ in ("obj", "nsubj:pass") else ():
            if preposition(phrase) == "from":
                senders = list(find_parties(passage, cast, phrase, "source"))
                carriers = [replace(party, part="mediator") if party.part == "source" else party for party in found]
                return [*senders, *carriers] if senders else found
    return found


def _writers(passage: Passage, cast: Cast, spot: Spot, found: list[Party]) -> list[Party]:
    """ "He handed over a letter in which the general invited the admiral": from the one to the other, by his hand."""
    doc, end = passage.doc, sentence_of(spot.token).end
    at = next((at for at in range(spot.end, min(end - 2, spot.end + 6)) if doc[at : at + 2].text == "in which"), None)
    verb = next((token for token in doc[at + 2 : end] if token.tag_ in ("VBD", "VBZ")), None) if at else None
    if verb is None:
        return []
    writers = find_left(passage, cast, verb, "source")
    mention = next(
        (
            cast.at(passage.place(token))
            for token in doc[verb.i + 1 : min(end, verb.i + 9)]
            if (one := cast.at(passage.place(token))) is not None and one.how == "name"
        ),
        None,
    )
    target = make_party(cast, mention, "target") if mention is not None else None
    if target is None or not target.person or not writers:
        return []
    keys = {party.key for party in (*writers, target)}
    carriers = [replace(party, part="mediator") for party in found if party.key not in keys and party.part == "source"]
    return [*writers, target, *carriers]


def find_left(passage: Passage, cast: Cast, verb: Token, part: Role) -> list[Party]:
    """The subject's parties by the tree, and those of the names that end right before the verb.

    Where the tree's subject stands behind another verb and a name stands right before this one, the name is right.
    """
    subject = find_subject(verb)
    if subject is not None and subject.i > verb.i and verb.tag_ != "VBG":
        subject = None  # "after they imposed sanctions, China bought oil": the main clause's, not this one's
    found = list(find_parties(passage, cast, subject, part)) if subject is not None else []
    mention = _before(passage, cast, verb)
    if mention is None and not found and verb.tag_ in ("VB", "VBG") and verb.head.pos_ == "VERB":
        mention = _before(passage, cast, verb.head)
    if mention is None:
        return found
    chain = [*find_joined_before(passage, cast, mention), mention]
    close = [party for party in (make_party(cast, other, part) for other in chain) if party is not None]
    words = passage.words(chain[0].span)
    if close and words is not None and subject is not None and subject.i < words.start:
        between = verb.doc[subject.i : words.start]
        if any(token.tag_ in ("VBD", "VBZ", "VBP") for token in between):
            return close
    return found + close


def _others(spot: Spot, passive: bool) -> Iterator[Token]:
    """The heads of the phrases on the other side, by the ways the frame allows."""
    verb = spot.token
    for child in verb.children:
        thing = spot.frame.need & set(_OWN_NOUN) - {"diplomats"}
        if child.dep_ in ("obj", "iobj", "dobj") and "obj" in spot.frame.takes and not passive and not thing:
            yield child
    seen = set()
    sources = [verb, *(child for child in verb.children if child.dep_ in ("obj", "nsubj:pass", "obl"))]
    for source in sources:
        for phrase in obliques(source):
            word = preposition(phrase)
            if (
                phrase.i not in seen
                and phrase.i > spot.start
                and (
                    word in spot.frame.takes
                    or (word == "with" and "obj" in spot.frame.takes)
                    or (passive and word == "by")
                )
            ):
                seen.add(phrase.i)
                yield phrase


def _before(passage: Passage, cast: Cast, verb: Token) -> Mention | None:
    """The name that ends right before the verb, helping words, "who" and an apposition between commas aside."""
    doc, first = verb.doc, sentence_of(verb).start
    at = verb.i - 1
    while at > first and (doc[at].pos_ in _SKIPPED or doc[at].lower_ in _HELPING):
        at -= 1
    if doc[at].lower_ == "who" and at > first:
        at -= 2 if doc[at - 1].text == "," else 1
    elif doc[at].text == ",":
        opening = at - 1
        while opening > first and doc[opening].text != ",":
            if doc[opening].tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG") or at - opening > 25:
                return None
            opening -= 1
        outer = cast.at(passage.place(doc[opening - 1])) if opening > first else None
        is_named = outer is not None and outer.entity is not None and cast.entity(outer.entity).kind == "person"
        at = opening - 1 if is_named else at - 1
    if at < first or not doc[at].text.strip():
        return None
    mention = cast.at(passage.place(doc[at]))
    words = passage.words(mention.span) if mention is not None else None
    if mention is None or words is None or words.end > verb.i or is_modifier(passage, cast, mention):
        return None
    if (
        words.root.dep_ in ("obj", "obl", "nmod") and preposition(words.root) not in _CONJUNCTIONS | {""}
    ) or words.root.dep_ == "obj":
        return None
    return mention


def find_agents(passage: Passage, cast: Cast, verb: Token) -> Iterator[Mention]:
    """Names behind "by", over titles alone, and behind a further "and by"."""
    doc, end = verb.doc, sentence_of(verb).end
    at = verb.i + 1
    while at < min(end, verb.i + 30):
        if doc[at].pos_ == "VERB" or doc[at].text == ";":
            return
        if doc[at].lower_ == "by":
            for ahead in range(at + 1, min(end, at + 10)):
                mention = cast.at(passage.place(doc[ahead])) if doc[ahead].text.strip() else None
                if mention is not None and mention.entity is not None and not is_modifier(passage, cast, mention):
                    yield mention
                    break
                if doc[ahead].pos_ not in ("PROPN", "NOUN", "ADJ", "DET") and doc[ahead].text not in ("'s", "’s"):
                    break
        at += 1


def _behind(passage: Passage, cast: Cast, spot: Spot) -> Token | None:
    """The head of the name that follows right behind the verb, over titles alone."""
    doc = passage.doc
    at = spot.end
    while at < sentence_of(spot.token).end and at < spot.end + 9:
        token = doc[at]
        mention = cast.at(passage.place(token)) if token.text.strip() else None
        if mention is not None and mention.entity is not None and cast.entity(mention.entity).kind == "person":
            words = passage.words(mention.span)
            return words.root if words is not None else None
        if token.pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "ADV") and token.lower_ not in (
            "with",
            "for",
            "his",
            "her",
            "their",
            "'s",
            "’s",
        ):
            return None
        at += 1
    return None


def keep_unique(parties: list[Party]) -> tuple[Party, ...]:
    """Each party once; a state beside a person of its own is left out, since he stands for it."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.key, party)
    countries = {party.country for party in found.values() if party.person}
    kept = [
        party
        for party in found.values()
        if party.person or not party.key.startswith("=") or party.country not in countries
    ]
    if any(party.part == "guest" for party in kept):
        kept = [party for party in kept if party.person or party.part != "host"]
    return tuple(kept)


def fill_present(passage: Passage, cast: Cast, spot: Spot, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties, and who was there besides: "in the presence of Z", "flanked by Z", "accompanied by Z"."""
    doc, sent = passage.doc, sentence_of(spot.token)
    keys = {party.key for party in parties}
    found: list[Party] = []
    for at in range(sent.start, sent.end - 1):
        if (doc[at].lower_, doc[at + 1].lower_) not in _BESIDE:
            continue
        for ahead in range(at + 2, min(sent.end, at + 12)):
            mention = cast.at(passage.place(doc[ahead])) if doc[ahead].text.strip() else None
            party = make_party(cast, mention, "present") if mention is not None else None
            if party is not None and party.person:
                found += [party] if party.key not in keys else []
                break
            if doc[ahead].pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "ADP") and doc[ahead].text not in ("'s", "’s"):
                break
    there = {party.key for party in found}
    return (*(party for party in parties if party.key not in there), *found)
