"""Who and what a story names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.span import Span

Kind = Literal["person", "body", "state", "place", "group"]


@dataclass(frozen=True, slots=True)
class Office:
    """A post that a story gives to someone, with its words: "Chinese Defence Minister"."""

    title: str  # as printed, without the country: "Defence Minister"
    office: str | None  # the term of data/offices.tsv: "defence minister"; None where unknown
    country: str | None  # ISO 3166-1 alpha-3, or a body's code
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, state, place or group as one story knows it.

    Two stories' entities are never the same object: whether they are one person
    is judged in ``linking``. ``known`` is the key of ``data/people`` where the
    story leaves no doubt who is meant. A state is the government speaking or
    acting ("Beijing said"); the city is a place.
    """

    id: str  # "<story id>#<number>"
    kind: Kind
    name: str  # the fullest form the story (or, for a known person, the knowledge) gives
    names: tuple[str, ...] = ()  # every printed form, most frequent first
    country: str | None = None  # ISO 3166-1 alpha-3
    offices: tuple[Office, ...] = ()
    known: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names someone or something: a name, an office alone, or a pronoun."""

    span: Span
    text: str
    how: Literal["name", "office", "pronoun", "metonym", "nominal"]
    entity: str | None  # the entity's id, None where it was left open
    because: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A human across stories: what linking made of several stories' entities."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    members: tuple[str, ...]  # entity ids, sorted
    because: tuple[str, ...] = ()
