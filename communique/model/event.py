"""What accounts of several stories are judged to be one of."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.account import Place, Role, Status
from communique.model.dating import Dating


@dataclass(frozen=True, slots=True)
class Plover:
    """The event's type and mode in the PLOVER ontology."""

    type: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """A participant of an event: ``person`` is a chronicle's person id, ``None`` for a body or state."""

    name: str
    part: Role
    person: str | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What accounts are judged to be one of, and how many pages, texts and origins stand behind it.

    ``pages`` carry it; ``texts`` are what is left when reprints and copies of
    one wire are folded; ``origins`` are what is left when texts whose chains end at the
    same hand for the same words are folded too.
    """

    id: str
    kind: str
    plover: Plover
    status: Status
    days: Dating | None
    place: Place | None
    participants: tuple[Member, ...]
    accounts: tuple[str, ...]  # account ids, sorted
    pages: int
    texts: int
    origins: int
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reprint:
    """``story`` carries the text of ``of``, for ``because``."""

    story: str
    of: str
    because: str


@dataclass(frozen=True, slots=True)
class SameWords:
    """Two quotes (ids, sorted) carry the same words in another cut or translation."""

    one: str
    other: str
    because: str
