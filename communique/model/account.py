"""What one story says happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.dating import Dating
from communique.model.span import Span

Status = Literal["occurred", "planned", "cancelled", "denied", "uncertain"]
Role = Literal["host", "guest", "present", "mediator", "participant", "source", "target"]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or body in an account, with a part. ``entity`` is a story's entity id."""

    name: str
    part: Role
    span: Span
    entity: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-3


@dataclass(frozen=True, slots=True)
class Place:
    """Where; ``lat`` and ``lon`` in degrees (WGS 84), ``None`` where unknown. ``country`` is ISO alpha-3."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    span: Span | None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """What *one story* says happened: the kind (``data/kinds``), who, when, where, and whether it happened.

    ``background`` is true for what the story recalls rather than reports.
    ``span`` is the clause or sentence that says so.
    """

    id: str  # "<story id>/a<number in text order>"
    story: str
    kind: str
    status: Status
    background: bool
    span: Span
    participants: tuple[Participant, ...]
    days: Dating | None = None
    place: Place | None = None
    because: tuple[str, ...] = ()
