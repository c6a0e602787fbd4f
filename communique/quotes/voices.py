"""Who the words beside a cue name: a speaker, or a hand that carries somebody else's words.

``Voice`` is a source read once, with what its phrase says of it; the ``Stage`` remembers the voices of a story so far,
because later sentences name them by their office alone ("the spokesman said", "the agency added").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from communique.model import Entity, Hand, HandKind, Page, Span, Speaker, Story
from communique.people.cast import Cast
from communique.quotes.able import can_speak
from communique.quotes.lexicon import BODIES, DOCUMENTS, MEDIA, Carrier, find_carriers, words
from communique.quotes.phrases import Range, names_in
from communique.reader.passage import Passage

Nature = Literal["speaker", "agency", "document", "pronoun"]
PRONOUNS = words("he she they it we i you who")
UNCLEAR = words("it they we i you who which that this one some many others")
SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|persons)|press (?:secretary|service|office)|secretariat)\b", re.IGNORECASE
)
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our|this|that)\s+", re.IGNORECASE)
MEDIA_PHRASE = re.compile(
    r"\b(?:(?:news|press|information|wire) (?:agency|agencies|service|reports?|outlets?|site|website|channel)|media(?: reports?| outlets?)?|"
    r"newspapers?|daily|broadcaster|state (?:tv|television|radio|media)|television|magazine|news reports)\s*$",
    re.IGNORECASE,
)


HONORIFICS = words("Mr Mrs Ms Dr Sir Lord Lady Prof President Gen Sen Rep")
PLURAL = re.compile(
    r"(?:[a-z]{2,}[^s\W]s|people|police|women|men|children|\band\b.*)$"
)  # "they" after "the boy's parents"
OPENING = 40  # characters in which a clause names its subject, with a title in front
NEAR = 450  # characters between "it" and what spoke last: a paragraph and a quote
REMEMBERED = 50  # voices kept at least: "the spokesman" of fifty quotes ago is another one


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: the words that name it, what they are, and the entity where the cast knows one."""

    nature: Nature
    name: str
    span: Span
    entity: Entity | None
    carrier: Carrier | None = None
    words: frozenset[str] = frozenset()
    able: bool = True  # words can come from it: "the trip showed" quotes nobody

    @property
    def kind(self) -> HandKind:
        """What sort of hand this source is where it carries another's words."""
        if self.carrier is not None:
            return self.carrier.kind
        if self.nature == "agency":
            return "media"
        if self.nature == "document":
            return "document"
        if SPOKES.search(self.name):
            return "spokesperson"
        if self.entity is None and self.name.casefold().endswith(("reports", "report", "statement")):
            return "document"
        if self.entity is not None and self.entity.kind != "person":
            return "body"
        return "body" if BODIES.search(self.name) and self.entity is None else "person"

    def speaker(self, because: str) -> Speaker:
        return Speaker(self.name, self.entity.id if self.entity is not None else None, self.span, because)

    def hand(self) -> Hand:
        return Hand(self.carrier.name if self.carrier is not None else self.name, self.kind, self.span)


@dataclass(slots=True)
class Stage:
    """One story's cast and the voices heard so far, the latest last."""

    page: Page
    story: Story
    cast: Cast
    heard: list[Voice] = field(default_factory=list)
    carrier: Voice | None = None  # the agency or outlet named last: "the agency added"
    lost: Span | None = None  # the last pronoun whose reading was known to be wrong
    named: frozenset[str] = frozenset()  # the entities that the story names, not only by office
    issuers: dict[str, Voice] = field(
        default_factory=dict
    )  # who spoke last in a statement, a letter: "the statement said"

    def __post_init__(self) -> None:
        self.named = frozenset(
            m.entity for m in self.cast.mentions if m.how in ("name", "metonym") and m.entity is not None
        )

    def parted(self, before: Span, after: Span) -> bool:
        """A heading or another block stands between the paragraphs: a subhead names another speaker."""
        blocks = self.story.blocks
        first = next((n for n, block in enumerate(blocks) if block.span.overlaps(before)), None)
        last = next((n for n, block in enumerate(blocks) if block.span.overlaps(after)), None)
        if first is None or last is None or first >= last:
            return False
        return bool(self.page.text[blocks[first].span.end : blocks[last].span.start].strip())

    def voice(self, passage: Passage, source: Range, whole: Range | None = None) -> Voice | None:
        """The voice that the tokens ``source`` name; ``None`` for a pronoun or phrase that leads to nobody."""
        core = _core(passage, source)
        words = passage.doc[core[0] : core[1]]
        span = passage.place(words)
        text = words.text
        if text.casefold() in PRONOUNS | UNCLEAR:
            return self._pronoun(text, span)
        carrier = _carrier(passage, core)
        if carrier is not None:
            self.carrier = Voice("agency", carrier.name, span, None, carrier, _bag(passage, source, whole))
            return self.carrier
        head = _head(passage, core)
        entity = self._entity(passage, core, head)
        bag = _bag(passage, source, whole)
        joint = _joint(passage, core)
        if entity is None and not joint:
            entity = self._apposed(passage, core[1])
        if entity is None and not joint and self._glued(passage, core):
            return None
        if joint:
            core = _listed(passage, core)
            span = passage.place(passage.doc[core[0] : core[1]])
        if joint or entity is None:
            return self._printed(passage, core, head, span, bag, joint=joint)
        able = entity.kind not in ("place", "event") or can_speak(passage.doc[head])
        return Voice("speaker", self._name(entity, text), span, entity, None, bag, able=able)

    def _glued(self, passage: Passage, core: Range) -> bool:
        """A heading's last word and a name run together: "Trump Wang" where the story has a Trump and a Wang."""
        named = [name for name in names_in(passage.doc, *core) if name.label == "PER"]
        if len(named) != 1 or named[0].end - named[0].start != 2:
            return False
        people = [
            {word for form in entity.names for word in form.split()}
            for entity in self.cast.entities
            if entity.kind == "person"
        ]
        words = [passage.doc[i].text for i in range(named[0].start, named[0].end)]
        return all(any(word in person for person in people) for word in words) and not any(
            all(w in person for w in words) for person in people
        )

    def _apposed(self, passage: Passage, end: int) -> Entity | None:
        """The person named right behind a phrase: "a researcher at an institute, Lin Zhaohui, ..."."""
        doc = passage.doc
        stop = min(end + 9, len(doc))
        while end < stop and doc[end].text != "," and doc[end].pos_ not in ("VERB", "AUX", "PUNCT"):
            end += 1
        if end + 1 >= len(doc) or doc[end].text != ",":
            return None
        person = next(
            (
                ent
                for ent in names_in(doc, end + 1, min(end + 12, len(doc)))
                if ent.start == end + 1 and ent.label == "PER"
            ),
            None,
        )
        if person is None or person.end >= len(doc) or doc[person.end].text != ",":
            return None
        return self.cast.who(passage.place(doc[person.start : person.end]))

    def _name(self, entity: Entity, printed: str) -> str:
        """The entity's name, where the story gives one; else the words as printed: who held the office is not said."""
        named = entity.id in self.named
        short = (
            entity.kind != "person" and len(printed) > len(entity.name) and BODIES.fullmatch(entity.name) is not None
        )
        return entity.name if named and entity.name and not short else ARTICLE.sub("", printed)

    def _entity(self, passage: Passage, core: Range, head: int) -> Entity | None:
        person = [ent for ent in names_in(passage.doc, *core) if ent.label == "PER"]
        if person:
            last = person[-1]
            if _belongs(passage, head, last.start):
                return None
            if last.end >= core[1] or passage.doc[last.end].lower_ not in ("'s", "’s", "'", "’"):
                return self.cast.who(passage.place(passage.doc[last.start : last.end]))
        mention = self.cast.at(passage.place(passage.doc[head]))
        if mention is None or mention.entity is None:
            return None
        named = next(
            (ent for ent in names_in(passage.doc, *core) if ent.start <= head < ent.end and ent.label == "ORG"), None
        )
        if named is not None and not mention.span.overlaps(passage.place(passage.doc[named.start])):
            return None  # "World Uyghur Congress" is not the Congress
        return self.cast.entity(mention.entity)

    def _pronoun(self, text: str, span: Span) -> Voice | None:
        last = self.heard[-1] if self.heard else None
        if last is not None and not 0 <= span.start - last.span.end <= NEAR:
            last = None  # "it" far from what spoke last is something else
        if text.casefold() == "it" and last is not None and (last.nature in ("agency", "document") or (last.entity is None and BODIES.search(last.name))
                or (last.entity is not None and last.entity.kind in ("body", "state"))):  # fmt: skip
            return Voice(last.nature, last.name, span, last.entity, last.carrier)  # what spoke last speaks on
        entity = self.cast.who(span)
        if entity is not None:
            before = next((v for v in reversed(self.heard) if v.entity is not None and v.entity.id == entity.id), None)
            return Voice("pronoun", before.name if before is not None else entity.name or text, span, entity)
        if text.casefold() in ("he", "she") and self.heard:
            last = self.heard[-1]
            if (
                last.nature in ("speaker", "pronoun")
                and (last.entity is None or last.entity.kind == "person")
                and not BODIES.search(last.name)
            ):
                return Voice("pronoun", last.name, span, last.entity)
        if text.casefold() in ("it", "they") and last is not None:
            if last.nature in ("agency", "document") or (
                last.entity is not None and last.entity.kind in ("body", "state")
            ):
                return Voice(last.nature, last.name, span, last.entity, last.carrier)
            if last.entity is None and (
                BODIES.search(last.name) or (text.casefold() == "they" and last.able and PLURAL.search(last.name))
            ):
                return Voice("speaker", last.name, span, None)
        return None

    def opens_with(self, span: Span, entity: Entity | None) -> bool:
        """The words begin with the entity's name: "he said Rossi would come" is not said by Rossi."""
        return entity is not None and any(
            m.how == "name" and m.entity == entity.id and m.span.start - span.start <= OPENING
            for m in self.cast.within(span)
        )

    def going_on(self, passage: Passage, voice: Voice, *, excluded: bool) -> Voice | None:
        """``he added``: the one person who has been speaking in this paragraph goes on, whoever was named last.

        ``excluded``: the pronoun's reading is known to be wrong, so nobody speaks where nobody was heard; then
        nobody goes on either.
        """
        found = self._gone_on(passage, voice)
        lost = self.lost is not None and passage.span.start <= self.lost.start < voice.span.start
        if found is voice and (excluded or lost):
            self.lost = voice.span
            return None
        return found

    def _gone_on(self, passage: Passage, voice: Voice) -> Voice:
        last = self.heard[-1] if self.heard else None
        if last is None or last.entity is None or last.entity.kind != "person" or last.entity == voice.entity:
            return voice
        if (
            not passage.span.start <= last.span.start < voice.span.start
            or not 0 <= voice.span.start - last.span.end <= NEAR
        ):
            return voice
        said = voice.span.cut(self.page.text).casefold()
        other = {"he": "she", "she": "he"}.get(said)
        called = {
            m.span.cut(self.page.text).casefold()
            for m in self.cast.mentions
            if m.how == "pronoun" and m.entity == last.entity.id
        }
        if other is None or other in called:
            return voice
        return Voice("pronoun", last.name, voice.span, last.entity)

    def _printed(
        self, passage: Passage, core: Range, head: int, span: Span, bag: frozenset[str], *, joint: bool
    ) -> Voice:
        """A phrase the cast does not know: a document, a medium, an office heard before, or the words as printed."""
        doc = passage.doc
        name = " ".join(ARTICLE.sub("", doc[core[0] : core[1]].text.strip()).split())
        lemma = doc[head].lower_
        before = next((v for v in reversed(self.heard) if lemma in v.words), None)
        definite = doc[core[0]].lower_ in ("the", "his", "her", "its", "this", "that") and core[1] - core[0] <= 3
        if lemma in DOCUMENTS and not joint:
            owner = _owner(passage, core, head)
            if owner is not None:
                voice = self.voice(passage, owner)
                if voice is not None and voice.able:
                    return Voice("speaker", voice.name, voice.span, voice.entity, None, bag)
            issuer = self.issuers.get(lemma)
            if definite and issuer is not None:
                return Voice("speaker", issuer.name, span, issuer.entity, None, bag)
            if definite and before is not None:
                return Voice(before.nature, before.name, span, before.entity, before.carrier, bag)
            return Voice("document", name, span, None, None, bag)
        if MEDIA_PHRASE.search(name) or (lemma in MEDIA and not joint):
            if (
                definite
                and self.carrier is not None
                and lemma in ("agency", "newspaper", "paper", "daily", "broadcaster", "channel", "outlet")
            ):
                return Voice("agency", self.carrier.name, span, None, self.carrier.carrier, bag)
            return Voice("agency", name, span, None, None, bag)
        if before is not None and BODIES.search(lemma) and lemma not in before.name.casefold():
            before = None  # "the department" is not its spokeswoman
        if definite and before is not None and not joint and before.nature in ("speaker", "pronoun"):
            return Voice("speaker", before.name, span, before.entity, None, bag)
        return Voice("speaker", name, span, None, None, bag, able=can_speak(doc[head]))

    def hear(self, voice: Voice, hands: tuple[Hand, ...]) -> None:
        """Remember who spoke, and through what: later sentences name them by a word."""
        self.heard.append(voice)
        if len(self.heard) > 2 * REMEMBERED:
            del self.heard[:REMEMBERED]
        if voice.nature != "document":
            self.issuers.update(
                (hand.name.split()[-1].casefold(), voice)
                for hand in hands
                if hand.kind == "document" and not hand.name.casefold().endswith("report")
            )


def _core(passage: Passage, source: Range) -> Range:
    """The phrase without what follows a comma in it, and without marks of punctuation at its edges."""
    doc, (start, end) = passage.doc, source
    for i in range(start + 1, end):
        if doc[i].text in (",", "(", "—", "–"):
            end = i
            break
    while end - 1 > start and doc[end - 1].is_punct:
        end -= 1
    while start < end - 1 and (doc[start].is_punct or doc[start].pos_ in ("CCONJ", "SCONJ")):
        start += 1
    return start, end


def _belongs(passage: Passage, head: int, name: int) -> bool:
    """``critics in the capital of Mr. Orlov``, ``a lawyer for Orlov``: a common noun that a preposition ties the name to.

    "Minister of Foreign Affairs Orlov" has words of its office between the preposition and the name, and is Orlov.
    """
    doc = passage.doc
    offices = {i for office in doc.spans.get("offices", ()) for i in range(office.start, office.end)}
    if head >= name or doc[head].pos_ != "NOUN" or head in offices:
        return False
    at = name - 1
    while at > head and (doc[at].pos_ in ("DET", "ADJ") or at in offices or doc[at].text.rstrip(".") in HONORIFICS):
        at -= 1
    return at > head and doc[at].pos_ == "ADP"


def _head(passage: Passage, core: Range) -> int:
    """The last noun before the first preposition: "spokesman" in "a spokesman for the ministry"."""
    doc = passage.doc
    last = core[0]
    for i in range(*core):
        if doc[i].pos_ == "ADP" and i > core[0] and doc[i - 1].text not in ("-", "–"):
            break
        if doc[i].pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM", "ADJ"):
            last = i
    return last


def _bag(passage: Passage, source: Range, whole: Range | None) -> frozenset[str]:
    start, end = source
    if whole is not None:
        start, end = min(start, whole[0]), max(end, whole[1])
    return frozenset(t.lower_ for t in passage.doc[start:end] if t.pos_ in ("NOUN", "PROPN", "ADJ"))


def _joint(passage: Passage, core: Range) -> bool:
    """Two names joined: "Xi and Medvedev", "Paris and Berlin"; one name with two offices is one."""
    doc = passage.doc
    joints = [i for i in range(core[0] + 1, core[1] - 1) if doc[i].lower_ == "and"]
    if not joints:
        return False
    offices = {i for office in doc.spans.get("offices", ()) for i in range(office.start, office.end)}
    for i in joints:
        proper = doc[i - 1].pos_ == "PROPN" == doc[i + 1].pos_ and not {i - 1, i + 1} & offices and not doc[i].ent_type_
        if proper and doc[core[1] - 1].pos_ == "PROPN" and not any(doc[j].pos_ == "NOUN" for j in range(i, core[1])):
            return True
    names = [name for name in names_in(doc, *core) if name.label in ("PER", "LOC", "ORG")]
    if (
        not names
        or names[-1].end != core[1]
        or (names[-1].label == "PER" and sum(name.label == "PER" for name in names) == 1)
    ):
        return False
    return any(
        one.end < core[1]
        and doc[one.end].lower_ == "and"
        and doc[other.start - 1].lower_ != "of"
        and one.label == other.label
        for one, other in pairwise(names)
    )


def _listed(passage: Passage, core: Range) -> Range:
    """The whole list that ends in two joined names: "Macron, Merz and Starmer"."""
    doc, start = passage.doc, core[0]
    while start > 1 and doc[start - 1].text == "," and doc[start].sent == doc[start - 2].sent:
        at = start - 1
        while (
            at > 0 and doc[at - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM") and not doc[at].is_sent_start
        ):
            at -= 1
        if at == start - 1 or not doc[start - 2].ent_type_:
            break
        start = at
    return start, core[1]


def _owner(passage: Passage, core: Range, head: int) -> Range | None:
    """Whose document: "Putin's message", "a statement by the ministry", "the statement of the Foreign Ministry"."""
    doc = passage.doc
    for i in range(core[0] + 1, head):
        if doc[i].lower_ in ("'s", "’s", "'", "’") and doc[i].pos_ != "VERB":
            return core[0], i
    owners = [name for name in names_in(doc, core[0], head) if name.end == head and name.label in ("ORG", "PER", "LOC")]
    if owners:
        return owners[0].start, owners[0].end  # "the Kremlin statement"
    if head + 2 < core[1] + 8 and head + 1 < len(doc) and doc[head + 1].lower_ in ("by", "from", "of"):
        end = head + 2
        while (
            end < len(doc) and doc[end].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART") and not doc[end].is_sent_start
        ):
            end += 1
        if end > head + 2 and doc[head + 2 : end].text[:1]:
            return head + 2, end
    return None


def _carrier(passage: Passage, core: Range) -> Carrier | None:
    """The agency or outlet the phrase is about: "the RIA state news agency", not "a spokesman for Reuters"."""
    doc = passage.doc
    phrase = doc[core[0] : core[1]]
    if any(token.ent_type_ == "PER" for token in phrase):
        return None
    stop = next(
        (
            i
            for i in range(core[0] + 1, core[1])
            if doc[i].pos_ == "ADP" and doc[i].lower_ in ("of", "for", "at", "in", "from")
        ),
        core[1],
    )
    text = doc[core[0] : stop].text
    media = bool(MEDIA_PHRASE.search(text))
    for start, end, carrier in find_carriers(text):
        rest = (text[:start] + " " + text[end:]).casefold().split()
        known = media or all(word in _FILLERS or word.endswith(("'s", "’s", "-run", "-owned")) for word in rest)
        adjectives = all(word in _FILLERS or len(word) > 2 for word in text[:start].casefold().split())
        if known or (not text[end:].strip() and adjectives and carrier.kind == "agency" and len(rest) <= 4):
            return carrier
    return None


_FILLERS = words(
    "the a state state-run state-owned official semi-official semiofficial news agency agencies newspaper daily tv television channel "
    "broadcaster network local private pro-government influential national portal website site radio magazine weekly its own"
)
