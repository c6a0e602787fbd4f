"""Who stands on a side of an event: the persons, states and bodies that a noun phrase names.

Russian President Vladimir Putin and Defence Minister Sergei Shoigu met with Gen Li Shangfu
\\________________ one side, two parties _________________/              \\__ the other __/
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.data import find_countries, find_country, find_office, load_agencies, load_bodies, load_outlets
from communique.events.drafts import Party
from communique.events.kinds import word_set
from communique.events.syntax import preposition, same_sentence, sentence_of
from communique.model import Entity, Mention, Role, Span
from communique.people.cast import Cast
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = (
    "conj",
    "flat",
    "flat:name",
    "compound",
    "nmod:desc",
    "appos",
    "list",
    "dep",
    "amod",
    "nmod",
    "nmod:unmarked",
    "goeswith",
    "nsubj",
    "obl",
)
_WAYS = {  # what may stand between a title and the name behind it, besides "of" and "for"
    "counterpart": ("from", "in"), "colleague": ("from", "in"), "minister": ("from",), "leader": ("from",),
    "ambassador": ("to", "in"), "envoy": ("to", "from"), "representative": ("to", "from"), "commissioner": ("to",),
}  # fmt: skip
_ONE_OF_STATE = frozenset(["minister", "president", "premier", "chancellor", "counterpart", "leader"])
_LINKS = (",", "and", "&", "along", "with", "as", "well", "together", "both")
_WINDOW = 600  # characters within which the members of one phrase stand
_POSSESSIVE = ("'s", "’s", "'", "’")


def find_parties(passage: Passage, cast: Cast, head: Token, part: Role) -> tuple[Party, ...]:
    """Everyone the phrase headed by ``head`` names for sure, in text order, each once."""
    mentions = list(_mentions(passage, cast, head))
    if not any(_is_person(cast, mention) for mention in mentions):
        named = find_named_behind(passage, cast, head)
        mentions = [*mentions, named] if named is not None else mentions
    mentions = [_named(passage, cast, mention) for mention in mentions]
    mentions += _joined(passage, cast, mentions)
    found: dict[str, Party] = {}
    for mention in mentions:
        party = make_party(cast, mention, part)
        if party is not None:
            found.setdefault(party.key, party)
    if not any(party.person for party in found.values()) or _is_led_by_body(passage, cast, head):
        for party in _states(passage, cast, head, part):
            found.setdefault(party.key, party)
    return tuple(found.values())


def _is_person(cast: Cast, mention: Mention) -> bool:
    return mention.entity is not None and cast.entity(mention.entity).kind == "person"


def _is_title(passage: Passage, head: Token) -> bool:
    """A word that a person's name can follow: an office, a leader, a counterpart."""
    if any(office.start <= head.i < office.end for office in passage.doc.spans.get("offices", ())):
        return True
    return (
        head.lower_ in ("leader", "counterpart", "colleague", "chief", "head", "envoy")
        or find_office(head.text) is not None
    )


def _named(passage: Passage, cast: Cast, mention: Mention) -> Mention:
    """The name that a title is printed with outranks whom the title alone would mean."""
    words = passage.words(mention.span) if mention.how in ("office", "nominal") else None
    return (find_named_behind(passage, cast, words[-1]) if words is not None else None) or mention


def find_named_behind(passage: Passage, cast: Cast, head: Token) -> Mention | None:
    """The person named right behind a title: "leader Xi Jinping", "Minister of Roads and Ports, Gholamali Rastegar"."""
    if head.pos_ not in ("NOUN", "PROPN", "ADJ") or not _is_title(passage, head):
        return None
    doc, end = passage.doc, sentence_of(head).end
    for at in range(head.i + 1, min(end, head.i + 10)):
        token = doc[at]
        mention = cast.at(passage.place(token)) if token.text.strip() else None
        if mention is not None and mention.how == "name" and _is_person(cast, mention):
            words = passage.words(mention.span)
            behind = doc[words.end] if words is not None and words.end < end else None
            own_verb = behind is not None and behind.pos_ in ("VERB", "AUX") and doc[at - 1].text == ","
            return None if own_verb else mention
        if token.pos_ not in ("PROPN", "NOUN", "ADJ") and token.lower_ not in (
            "of",
            "for",
            "and",
            "the",
            ",",
            "'s",
            "’s",
            "&",
            *_WAYS.get(head.lower_, ()),
        ):
            return None
    return None


def make_party(cast: Cast, mention: Mention, part: Role) -> Party | None:
    """The mention's entity as a party; ``None`` for a group, for a town, and where the reading was left open."""
    if mention.entity is None:
        return None
    entity = cast.entity(mention.entity)
    if entity.kind in ("state", "place"):
        country = _acting_country(entity)
        return None if country is None else _state(country, part, mention.span, entity)
    if entity.kind == "body" and entity.name in _carriers():
        return None
    if entity.kind == "group":
        acts = entity.country is not None and any(
            _stands_for_state(word.casefold(), part) for word in mention.text.split()
        )
        return state_party(entity.country, part, mention.span) if acts and entity.country is not None else None
    return Party(entity.id, entity.name, part, mention.span, entity.id, entity.country, entity.kind == "person")


@lru_cache(maxsize=1)
def _carriers() -> frozenset[str]:
    """Agencies and outlets: they tell of events and take part in none."""
    bodies = {body.name for body in load_bodies()}  # NATO and the Kremlin publish too
    names = {agency.name for agency in load_agencies()} | {outlet.name for outlet in load_outlets()}
    return frozenset(names - bodies)


def state_party(iso3: str, part: Role, span: Span) -> Party:
    """A state that a demonym names: "Russian negotiators"."""
    return _state(iso3, part, span, None)


def _state(iso3: str, part: Role, span: Span, entity: Entity | None) -> Party:
    country = find_country(iso3)
    name = country.name if country is not None else entity.name if entity is not None else iso3
    return Party(f"={iso3}", name, part, span, None if entity is None else entity.id, iso3, False)


def _acting_country(entity: Entity) -> str | None:
    if entity.kind == "state":
        return entity.country
    countries = [country for form in (entity.name, *entity.names) for country in find_countries(form)]
    return countries[0].iso3 if countries and entity.country in (None, countries[0].iso3) else None


def _mentions(passage: Passage, cast: Cast, head: Token) -> Iterator[Mention]:
    """The mentions whose own head hangs on ``head`` as a name, an apposition or a further member does."""
    doc = passage.doc
    left, right = head.left_edge.i, head.right_edge.i
    within = passage.at(doc[left].idx, doc[right].idx + len(doc[right].text))
    seen = False
    for mention in cast.within(within):
        words = passage.words(mention.span)
        if (
            words is None
            or is_modifier(passage, cast, mention)
            or (words.start and passage.doc[words.start - 1].text in "(/")
        ):
            continue
        root = words.root
        if root.i == head.i or words.start <= head.i < words.end or _belongs(root, head):
            seen = True
            yield mention
    if not seen:
        mention_at = cast.at(passage.place(head))
        if mention_at is not None and mention_at.span.overlaps(passage.place(head)):
            yield mention_at


def _belongs(token: Token, head: Token) -> bool:
    for _ in range(12):
        if token.i == head.i:
            return True
        if token.head is token or token.dep_ not in _INSIDE:
            return False
        if token.dep_ in ("nmod", "obl") and preposition(token):
            return False
        token = token.head
    return False


def is_modifier(passage: Passage, cast: Cast, mention: Mention) -> bool:
    """A state or body in front of what is meant: "China's minister", "US President"."""
    if mention.entity is None or cast.entity(mention.entity).kind == "person":
        words = passage.words(mention.span)
        return words is not None and words.end < len(passage.doc) and _followed_by_possessive(words.doc[words.end])
    words = passage.words(mention.span)
    if words is None or words.end >= len(passage.doc):
        return False
    after = passage.doc[words.end]
    if _followed_by_possessive(after) or words.root.dep_ in ("amod", "nmod:poss"):
        return True
    return words.root.dep_ in ("compound", "nmod:desc") and words.root.head.i >= words.end


def _followed_by_possessive(after: Token) -> bool:
    return (after.text in _POSSESSIVE and after.tag_ in ("POS", "''", "")) or after.text in ("'s", "’s")


def _joined(passage: Passage, cast: Cast, mentions: list[Mention]) -> list[Mention]:
    """Further members that the tree missed: reached from the last one over a comma or "and" and titles alone."""
    found: list[Mention] = []
    sure = 0
    if not mentions:
        return found
    last = max(mentions, key=lambda mention: mention.span.start)
    for mention in cast.within(Span(last.span.page, last.span.end, last.span.end + _WINDOW)):
        words, before = passage.words(mention.span), passage.words(last.span)
        if words is None or before is None or mention.entity is None:
            break
        between = passage.doc[before.end : words.start]
        if not between or not _links(list(between)) or not same_sentence(words.root, before.root):
            break
        if is_modifier(passage, cast, mention) or _after_of(words.start, passage):
            continue
        if (words.root.dep_.startswith("nsubj") or _is_subject(words.end, passage)) and not _between(
            passage, mentions[0]
        ):
            break
        found.append(mention)
        last = mention
        if any(token.lower_ in ("and", "&") for token in between):
            sure = len(found)
    return found[:sure]


def _after_of(start: int, passage: Passage) -> bool:
    """ "secretary general of the Foreign Ministry": the body is where he serves."""
    at = start - 1
    while (
        at > 0 and passage.doc[at].pos_ in ("DET", "ADJ", "PROPN") and passage.doc[at].lower_ not in ("of", "for", "at")
    ):
        at -= 1
    if at > 0 and passage.doc[at].lower_ == "to" and passage.doc[at - 1].lower_ == "according":
        return True  # whom the news is from took no part in it
    return at >= 0 and passage.doc[at].lower_ in ("of", "for", "at", "than", "not", "without", "except")


def find_joined_before(passage: Passage, cast: Cast, mention: Mention) -> list[Mention]:
    """Members of one phrase that stand before its last: "Kenya and Ethiopia agreed", "Sang and his counterpart, Desta, signed"."""
    found: list[Mention] = []
    last = passage.words(mention.span)
    start = max(passage.span.start, mention.span.start - _WINDOW)
    for other in reversed(
        cast.within(Span(passage.span.page, start, mention.span.start)) if start < mention.span.start else ()
    ):
        words = passage.words(other.span)
        if words is None or last is None or not same_sentence(words.root, last.root):
            break
        between = list(passage.doc[words.end : last.start])
        if other.entity is None or is_modifier(passage, cast, other) or _after_of(words.start, passage):
            continue
        if not between or not _links(between):
            break
        if not found and passage.part != "headline" and not any(token.lower_ in ("and", "&") for token in between):
            break  # "In talks with Kim, Moon said": a mere comma joins nobody to the subject
        found.append(other)
        last = words
    return found[::-1]


def _links(between: list[Token]) -> bool:
    if len(between) > 10 or not any(token.lower_ == "and" or token.text == "," for token in between):
        return False
    if between[0].lower_ not in _LINKS and between[0].text not in _POSSESSIVE:
        return False
    return all(
        token.lower_ in _LINKS or (token.pos_ in ("PROPN", "DET", "ADJ", "NOUN", "PUNCT") and token.text not in (";", ":", ".", "“", '"', "("))
        or token.lower_ in ("his", "her", "their", "of", "for") or token.text in _POSSESSIVE
        for token in between
    )  # fmt: skip


def _between(passage: Passage, mention: Mention) -> bool:
    """ "talks between A and B took place": the verb behind B is the talks' own."""
    words = passage.words(mention.span)
    return words is not None and any(
        token.lower_ == "between" for token in passage.doc[max(0, words.start - 12) : words.start]
    )


def _is_subject(at: int, passage: Passage) -> bool:
    return at < len(passage.doc) and passage.doc[at].pos_ in ("VERB", "AUX")


def _stands_for_state(word: str, part: Role) -> bool:
    """Delegations and ministers talk for their state; troops attack for it and talk for nobody."""
    if word in word_set("groups"):
        return True
    return (part in ("source", "target") and word in word_set("forces")) or (
        part == "target" and word in word_set("targets")
    )


def _is_led_by_body(passage: Passage, cast: Cast, head: Token) -> bool:
    """ "Taliban representatives and President Ghani": the first of the two stands for a body, whoever follows."""
    before = passage.doc[head.i - 1] if head.i else head
    mention = cast.at(passage.place(before)) if before.text.strip() else None
    party = make_party(cast, mention, "participant") if mention is not None else None
    return head.tag_ == "NNS" and party is not None and not party.person


def _list_end(head: Token) -> int:
    """The last word of the names behind a group: "counterparts from A, the B, C and D"; a name with its own verb is not one."""
    doc, end = head.doc, sentence_of(head).end
    at = head.i
    if at + 1 < end and doc[at + 1].lower_ in ("of", "from", "for"):
        at += 1
    while at + 1 < min(end, head.i + 40) and (
        doc[at + 1].text[:1].isupper() or doc[at + 1].lower_ in ("and", "the", "of", ",", "&")
    ):
        at += 1
    if at + 1 < end and doc[at + 1].pos_ in ("VERB", "AUX"):
        comma = next((back for back in range(at, head.i, -1) if doc[back].text == ","), None)
        if comma is not None and not any(token.lower_ == "and" for token in doc[comma:at]):
            at = comma - 1
    return max(at, head.i)


def _states(passage: Passage, cast: Cast, head: Token, part: Role) -> tuple[Party, ...]:
    """ "the leaders of North and South Korea", "Russian and Ukrainian negotiators", "the US team": the states behind them."""
    alone = head.lower_ in _ONE_OF_STATE and part != "target"
    if not _stands_for_state(head.lower_, part) and not alone:
        return ()
    if alone:
        return _state_of_one(passage, head, part)
    if _is_diaspora(head):
        return ()
    found: dict[str, Party] = {}
    doc = passage.doc
    left, right = head.left_edge.i, _list_end(head)
    for mention in cast.within(passage.at(doc[left].idx, doc[right].idx + len(doc[right].text))):
        party = make_party(cast, mention, part)
        if party is not None and not party.person:
            found.setdefault(party.key, party)
    at = left
    while at <= right:
        pair = f"{doc[at].text} {doc[at + 1].text}" if at < right else ""
        span = passage.place(doc[at : at + 2]) if find_countries(pair) else passage.place(doc[at])
        countries = find_countries(pair) or find_countries(doc[at].text)
        if doc[at].text[:1].isupper() and len(countries) == 1:
            found.setdefault(f"={countries[0].iso3}", state_party(countries[0].iso3, part, span))
        at += 2 if find_countries(pair) else 1
    return tuple(found.values())


def _state_of_one(passage: Passage, head: Token, part: Role) -> tuple[Party, ...]:
    """ "the Pakistani minister", "his Polish counterpart": without a name one person stands for the state before him."""
    doc, first = passage.doc, head.left_edge.i
    at = head.i - 1
    while at > first and doc[at].pos_ in ("ADJ", "NOUN", "PROPN") and not find_countries(doc[at].text):
        at -= 1
    behind = doc[head.i + 1] if head.i + 1 < len(doc) else head
    countries = find_countries(doc[at].text) if first <= at < head.i and doc[at].text[:1].isupper() else ()
    if len(countries) != 1 or behind.pos_ == "PROPN" or behind.lower_ == "of" or at == sentence_of(head).start:
        return ()
    if doc[at - 1].lower_ not in ("the", "his", "her", "their", "its"):
        return ()
    return (state_party(countries[0].iso3, part, passage.place(doc[at : head.i + 1])),)


def _is_diaspora(head: Token) -> bool:
    """ "Cuban American leaders": two peoples' names without "and" are one people, which is neither state."""
    doc = head.doc
    return head.i > 1 and all(
        doc[at].text[:1].isupper() and len(find_countries(doc[at].text)) == 1 for at in (head.i - 1, head.i - 2)
    )
