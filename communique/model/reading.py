"""What was read from pages: one page alone, and all pages together."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.account import Account
from communique.model.event import Event, Reprint, SameWords
from communique.model.name import Entity, Mention, Person
from communique.model.page import Page
from communique.model.quote import Quote
from communique.model.story import Cut, Story
from communique.model.verdict import Skip


@dataclass(frozen=True, slots=True)
class StoryReading:
    """Everything read from one story, in text order."""

    story: Story
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    quotes: tuple[Quote, ...]
    accounts: tuple[Account, ...]
    skips: tuple[Skip, ...]


@dataclass(frozen=True, slots=True)
class PageReading:
    """Everything read from one page; a pure function of the page, so that pages can be read anywhere."""

    cut: Cut
    stories: tuple[StoryReading, ...]

    @property
    def page(self) -> Page:
        return self.cut.page


@dataclass(frozen=True, slots=True)
class Links:
    """What only all stories together can say."""

    people: tuple[Person, ...]
    events: tuple[Event, ...]
    reprints: tuple[Reprint, ...]
    same_words: tuple[SameWords, ...]
    skips: tuple[Skip, ...] = ()
