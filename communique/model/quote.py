"""Words attributed to a speaker, and every hand they passed through.

"... for many years," the RIA state news agency quoted Putin as saying.
 span, mode direct        hand (agency)         cue  speaker     cue
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.model.span import Span

Mode = Literal["direct", "mixed", "indirect"]
HandKind = Literal["agency", "outlet", "channel", "spokesperson", "body", "person", "document", "media", "wire"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it. ``entity`` is a story's entity id, ``None`` where the name leads to nobody.

    ``name`` is the entity's name, else the words as printed ("a senior official").
    """

    name: str
    entity: str | None
    span: Span | None
    because: str


@dataclass(frozen=True, slots=True)
class Hand:
    """One carrier of words between the speaker and the page; ``span`` is ``None`` for the story's own wire."""

    name: str
    kind: HandKind
    span: Span | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker.

    ``direct``: the whole statement stands in quotation marks; ``mixed``: only
    partly, and the span covers the words inside the marks; ``indirect``:
    reported speech without marks. The span never includes the marks.
    ``via`` runs from the hand nearest the speaker to the story's wire.
    """

    id: str  # "<story id>/q<number in text order>"
    story: str
    span: Span
    text: str
    mode: Mode
    speaker: Speaker | None
    cue: Span | None
    via: tuple[Hand, ...]
    because: str
