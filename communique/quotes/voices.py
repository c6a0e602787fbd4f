"""Who the words beside a cue name: a speaker, or a hand that carries somebody else's words.

``Voice`` is a source read once, with what its phrase says of it; the ``Stage`` remembers the voices of a story so far,
because later sentences name them by their office alone ("the spokesman said", "the agency added").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from communique.model import Entity, Hand, HandKind, Page, Span, Speaker, Story
from communique.people.cast import Cast
from communique.quotes.able import can_speak
from communique.quotes.lexicon import BODIES, DOCUMENTS, MEDIA, Carrier, words
from communique.quotes.phrases import Range, names_in
from communique.quotes.voice_phrases import (
    ARTICLE,
    MEDIA_PHRASE,
    bag_of,
    belongs,
    carrier_of,
    core_of,
    head_of,
    is_joint,
    listed,
    owner_of,
)
from communique.reader.passage import Passage

Nature = Literal["speaker", "agency", "document", "pronoun"]
PRONOUNS = words("he she they it we i you who")
UNCLEAR = words("it they we i you who which that this one some many others")
SPOKES = re.compile(
    r"\b(?:spokes(?:man|woman|person|people|persons)|press (?:secretary|service|office)|secretariat)\b", re.IGNORECASE
)


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
        core = core_of(passage, source)
        words = passage.doc[core[0] : core[1]]
        span = passage.place(words)
        text = words.text
        if text.casefold() in PRONOUNS | UNCLEAR:
            return self._pronoun(text, span)
        carrier = carrier_of(passage, core)
        if carrier is not None:
            self.carrier = Voice("agency", carrier.name, span, None, carrier, bag_of(passage, source, whole))
            return self.carrier
        head = head_of(passage, core)
        entity = self._entity(passage, core, head)
        bag = bag_of(passage, source, whole)
        joint = is_joint(passage, core)
        if entity is None and not joint:
            entity = self._apposed(passage, core[1])
        if entity is None and not joint and self._glued(passage, core):
            return None
        if joint:
            core = listed(passage, core)
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
            if belongs(passage, head, last.start):
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
            owner = owner_of(passage, core, head)
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
