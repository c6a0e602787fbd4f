"""What a draft is made from: the story with its passages, and the words of one event in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.events.days import Clock
from communique.events.kinds import word_set
from communique.events.spotting import Spot
from communique.events.status import Judged
from communique.events.whereabouts import Map
from communique.model import Days, Page, Story
from communique.people.cast import Cast
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Scene:
    """One story with all that is known of it."""

    page: Page
    story: Story
    passages: tuple[Passage, ...]
    cast: Cast

    @cached_property
    def reference(self) -> Days | None:
        """The days from which the story's words count."""
        return None if self.story.published is None else self.story.published.reference

    @cached_property
    def sentence_starts(self) -> tuple[tuple[int, ...], ...]:
        """For each passage, where its sentences of more than three words begin."""
        return tuple(tuple(sent.start for sent in passage.doc.sents if len(sent) > 3) for passage in self.passages)

    @cached_property
    def sentences_before(self) -> tuple[int, ...]:
        """For each passage, how many body sentences stand before it."""
        counts, total = [], 0
        for passage, starts in zip(self.passages, self.sentence_starts, strict=True):
            counts.append(total)
            total += len(starts) if passage.part == "body" else 0
        return tuple(counts)

    @cached_property
    def phoned(self) -> bool:
        """The headline or the lead says that the story's talk was by telephone: "Readout of the President's call with"."""
        lead = [passage for passage in self.passages if passage.part in ("headline", "deck")]
        lead += [passage for passage in self.passages if passage.part == "body"][:2]
        return any(_tells_call(passage) for passage in lead)

    @cached_property
    def recalled(self) -> tuple[bool, ...]:
        """For each passage, whether it stands under a heading such as "Background:"."""
        flags, under = [], False
        for passage in self.passages:
            text = passage.doc.text.strip()
            if len(text) < 40 and text.rstrip(":. ").casefold() in word_set("background"):
                under = True
            elif len(text) < 40 and text.endswith(":"):
                under = False
            first = text.partition(":")[0].casefold() if ":" in text[:30] else ""
            flags.append(under or first in word_set("background"))
        return tuple(flags)


def _tells_call(passage: Passage) -> bool:
    words = [token.lower_ for token in passage.doc[:80]]
    if any(word in word_set("phone") for word in words):
        return True
    return any(word == "call" and after == "with" for word, after in pairwise(words))


@dataclass(frozen=True)
class Stand:
    """What the draft of one spot is made from."""

    scene: Scene
    number: int
    spot: Spot
    light: Token | None
    judged: Judged
    clock: Clock
    map: Map

    @property
    def passage(self) -> Passage:
        return self.scene.passages[self.number]

    @property
    def verb(self) -> Token:
        return self.light if self.light is not None else self.spot.token
