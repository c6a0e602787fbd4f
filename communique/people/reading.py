"""From a story's passages to its cast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from communique.data import load_countries
from communique.model import Page, Story
from communique.people.cast import Cast
from communique.people.figures import Gathering
from communique.people.filling import fill_homes, find_home, find_lead, find_named, find_sides
from communique.people.folding import fold_word
from communique.people.given_offices import name_counterparts
from communique.people.holders import name_holders
from communique.people.persons import Setting, name_persons
from communique.people.pronouns import lead_pronouns
from communique.people.realms import name_realms
from communique.people.sight import Sight, see
from communique.people.words import split_words
from communique.reader.passage import Passage


def read_people(page: Page, story: Story, passages: tuple[Passage, ...]) -> Cast:
    """Everybody and everything the story names, each led back to one entity where that is clear.

    Full names come first, then shorter forms, offices that stand alone, bodies and places, pronouns last: each step
    leans on the ones before it, and no two mentions overlap.
    """
    texts = [(passage, passage.span.cut(page.text)) for passage in passages]
    split = [(passage, text, split_words(text)) for passage, text in texts if text.strip()]
    lower = frozenset(word.text for _, _, words in split for word in words if word.text.islower())
    surnames = _surnames(passages)
    sights = [see(passage, text, words, lower, surnames) for passage, text, words in split]
    setting = Setting(
        story.published.days if story.published is not None else None,
        _countries(sights),
        _alone(sights),
        find_lead(sights),
        find_home(story.dateline.name if story.dateline is not None else None, sights),
        find_sides(sights),
        find_named(sights),
    )
    gathering = Gathering(page.id, story.id)
    name_persons(gathering, sights, setting)
    name_counterparts(gathering, sights)
    fill_homes(gathering, setting)
    name_holders(gathering, sights, setting)
    name_realms(gathering, sights, _names(), setting.named)
    lead_pronouns(gathering, sights, setting)
    return Cast(*gathering.close())


def _surnames(passages: Sequence[Passage]) -> frozenset[str]:
    """The last words of all names of two words and more that the reader took for people, but for names of countries."""
    names = (ent for passage in passages for ent in passage.doc.ents if ent.label_ == "PER" and " " in ent.text)
    return frozenset(fold_word(ent.text.split()[-1]) for ent in names) - _lands()


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    return frozenset(fold_word(name) for name in _names().values())


def _countries(sights: Sequence[Sight]) -> frozenset[str]:
    """Every country (and body with officials of its own) that the story speaks of, officials' names apart."""
    return frozenset(
        country
        for sight in sights
        for hit in sight.tags
        if hit is not None and hit.entry.kind not in ("official", "outlet", "city")
        for country in hit.entry.countries
    )


def _alone(sights: Sequence[Sight]) -> Counter[str]:
    """How often a word stands as a whole name of its own, "Ruiz said"; a headline's counts twice."""
    found: Counter[str] = Counter()
    for sight in sights:
        weight = 2 if sight.passage.part == "headline" else 1
        for run in sight.runs:
            if len(run.tokens) == 1:
                found[run.tokens[0]] += weight
    return found


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {country.iso3: country.name for country in load_countries()}
