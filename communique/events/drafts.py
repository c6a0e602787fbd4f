"""One mention of an event, before the mentions of one story are gathered into accounts."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.model import Dating, Place, Role, Span, Status


@dataclass(frozen=True, slots=True)
class Party:
    """Someone on one side of an event. ``person`` is false for a state or body; ``key`` is the entity's id or the country."""

    key: str
    name: str
    part: Role
    span: Span
    entity: str | None
    country: str | None
    person: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of an event.

    ``front``: the headline or a main clause of the lead tells it; ``past``: the clause itself says that it lies back
    ("had met", "last year", a section headed Background). ``loose``: "the meeting" or "his visit", which names no
    event of its own; ``itself``: it is the subject of its clause. ``rank`` orders the mentions for the account's span: the lead before the body before the headline.
    """

    kind: str
    parties: tuple[Party, ...]
    status: Status
    span: Span
    trigger: Span
    front: bool
    past: bool
    loose: bool = False
    itself: bool = False
    days: Dating | None = None
    place: Place | None = None
    rank: int = 1
    also: bool = False
    aside: bool = False
    soft: bool = False
    because: tuple[str, ...] = field(default=())
