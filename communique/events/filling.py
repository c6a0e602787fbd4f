"""Who fills the two sides of a frame: subject and object, possessor and "with", "between" and "by"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from communique.events.drafts import Party
from communique.events.kinds import word_set
from communique.events.sides import find_joined_before, find_parties, is_modifier, make_party
from communique.events.spotting import Spot
from communique.events.syntax import ancestors, find_subject, governor, is_passive, obliques, preposition, sentence_of
from communique.model import Mention, Role
from communique.people.cast import Cast
from communique.reader.passage import Passage

_SKIPPED = ("ADV", "AUX", "PART")
_HELPING = frozenset(["to", "has", "have", "had", "also", "earlier", "later", "will", "not", "then"])
_CONJUNCTIONS = frozenset(["since", "after", "before", "as", "until", "when", "while"])
_BESIDE = frozenset([("presence", "of"), ("flanked", "by"), ("accompanied", "by"), ("joined", "by"), ("attended", "by")])
_OWN_NOUN = ("paper", "joint", "letter", "sanctions", "diplomats", "drill", "goods", "summit")  # the object is a thing


def fill_verb(passage: Passage, cast: Cast, spot: Spot) -> tuple[Party, ...]:
    """The parties of "X met Y", "X was received by Y", "X discussed gas with Y", each once."""
    frame, verb = spot.frame, spot.token
    passive = is_passive(verb) and "obj" in frame.takes
    left, right = (frame.right, frame.left) if passive else (frame.left, frame.right)
    found = _left(passage, cast, verb, left)
    for head in _others(spot, passive):
        found += find_parties(passage, cast, head, right)
    if passive:
        agents = (make_party(cast, mention, right) for mention in _agents(passage, cast, verb))
        found += [party for party in agents if party is not None]
    if "letter" in frame.need:
        found = _senders(passage, cast, spot, found)
    apart = left != right and not any(party.part == right for party in found)
    if apart or ("obj" not in frame.takes and len(_unique(found)) < 2):
        mention = _after_preposition(passage, cast, spot)
        party = make_party(cast, mention, right) if mention is not None else None
        found += [party] if party is not None else []
    if len(_unique(found)) < 2 and "obj" in frame.takes and not passive and not frame.need & set(_OWN_NOUN):
        named = _behind(passage, cast, spot)
        found += find_parties(passage, cast, named, right) if named is not None else ()
    if frame.kind == "visit":
        found = [party for party in found if party.person]
    return _unique(found)


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
    for child in spot.token.children:
        for phrase in obliques(child) if child.dep_ in ("obj", "nsubj:pass") else ():
            if preposition(phrase) == "from":
                senders = list(find_parties(passage, cast, phrase, "source"))
                carriers = [replace(party, part="mediator") if party.part == "source" else party for party in found]
                return [*senders, *carriers] if senders else found
    return found


def _left(passage: Passage, cast: Cast, verb: Token, part: Role) -> list[Party]:
    """The subject's parties by the tree, and those of the names that end right before the verb.

    Where the tree's subject stands behind another verb and a name stands right before this one, the name is right.
    """
    subject = find_subject(verb)
    found = list(find_parties(passage, cast, subject, part)) if subject is not None else []
    mention = _before(passage, cast, verb)
    if mention is None and not found and verb.dep_ in ("xcomp", "acl", "advcl") and verb.head.pos_ == "VERB":
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
            if phrase.i not in seen and phrase.i > spot.start and (word in spot.frame.takes or (word == "with" and "obj" in spot.frame.takes) or (passive and word == "by")):
                seen.add(phrase.i)
                yield phrase


def fill_noun(passage: Passage, cast: Cast, spot: Spot, light: Token | None) -> tuple[Party, ...]:
    """The parties of "talks between X and Y", "X's visit", "X held a meeting with Y"."""
    frame, noun = spot.frame, spot.token
    found: list[Party] = []
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None) or _owner_before(spot)
    if owner is not None:
        found += [replace(party, part=frame.left) for party in _possessors(passage, cast, owner, frame.left)]
    for head in _around(noun, light, frame.takes, spot.end):
        found += find_parties(passage, cast, head, _part_of(head, frame.kind, frame.right))
    if light is not None:
        part: Role = "host" if light.lower_ in word_set("hosts") and frame.kind != "visit" else frame.left
        subject = find_subject(light)
        if subject is None or (subject.i != noun.i and not _is_over(subject, noun)):
            found = [*_left(passage, cast, light, part), *found]
        elif is_passive(light):
            agents = (make_party(cast, mention, frame.left) for mention in _agents(passage, cast, light))
            found += [party for party in agents if party is not None]
    if light is None and frame.kind in ("meeting", "negotiation", "call") and len(_unique(found)) < 2:
        found = [*_speakers(passage, cast, noun, frame.left), *found]
    if frame.kind == "visit":
        found += _travellers(passage, cast, noun)
        if not found:
            found = _planners(passage, cast, noun)
        found = [party for party in found if party.person]
    return _unique(found)


def _speakers(passage: Passage, cast: Cast, noun: Token, part: Role) -> list[Party]:
    """ "Lavrov said after talks with Wang", "X and Y signed the paper after a meeting": the subject was there.

    A spokesman speaks of meetings of others.
    """
    if preposition(noun) not in ("after", "during", "in", "at", "following"):
        return []
    verb = next((above for above in ancestors(noun) if above.pos_ == "VERB"), None)
    if verb is None:
        return []
    found = _left(passage, cast, verb, part)
    return [party for party in found if not _speaks_for_others(cast, party)]


def _speaks_for_others(cast: Cast, party: Party) -> bool:
    if party.entity is None or not party.person:
        return not party.person and party.entity is not None and not party.key.startswith("=")
    titles = " ".join(f"{office.title} {office.office or ''}" for office in cast.entity(party.entity).offices).casefold()
    return any(word in titles for word in ("spokes", "press secretary", "aide"))


def _travellers(passage: Passage, cast: Cast, noun: Token) -> tuple[Party, ...]:
    """ "Xi was on a visit to Oslo": the subject of the noun itself."""
    subject = next((child for child in noun.children if child.dep_ == "nsubj"), None)
    return find_parties(passage, cast, subject, "guest") if subject is not None and preposition(noun) == "on" else ()


def _owner_before(spot: Spot) -> Token | None:
    """ "his surprise Saturday meeting", "Xi's three-day state visit": a possessor a few words before the noun."""
    doc, first = spot.token.doc, sentence_of(spot.token).start
    for at in range(spot.start - 1, max(first, spot.start - 7) - 1, -1):
        if doc[at].tag_ == "PRP$":
            return doc[at]
        if doc[at].text in ("'s", "’s") and at > first:
            return doc[at - 1]
        if doc[at].pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "PUNCT") or doc[at].text in (",", ";", ":", "(", '"'):
            return None
    return None


def _planners(passage: Passage, cast: Cast, noun: Token) -> list[Party]:
    """ "Zielonka cancelled a visit to Oslo": whoever plans or drops a visit without more is the one to go."""
    verb = governor(noun)
    if verb is noun or verb.lower_ not in word_set("cancel") | word_set("plan") or is_passive(verb):
        return []
    return _left(passage, cast, verb, "guest")


def _part_of(head: Token, kind: str, right: Role) -> Role:
    word = preposition(head)
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
    doc = noun.doc
    for at in range(end, min(end + 8, sentence_of(noun).end)):
        token = doc[at]
        if token.pos_ == "VERB" or token.text in (".", ";"):
            return
        if token.lower_ in takes and token.dep_ == "case" and token.head.i not in seen and token.head.i > token.i:
            seen.add(token.head.i)
            yield token.head


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
    if (words.root.dep_ in ("obj", "obl", "nmod") and preposition(words.root) not in _CONJUNCTIONS | {""}) or words.root.dep_ == "obj":
        return None
    return mention


def _agents(passage: Passage, cast: Cast, verb: Token) -> Iterator[Mention]:
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
        if token.pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "ADV") and token.lower_ not in ("with", "his", "her", "their", "'s", "’s"):
            return None
        at += 1
    return None


def _unique(parties: list[Party]) -> tuple[Party, ...]:
    """Each party once; a state beside a person of its own is left out, since he stands for it."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.key, party)
    countries = {party.country for party in found.values() if party.person}
    kept = [party for party in found.values() if party.person or not party.key.startswith("=") or party.country not in countries]
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
