"""Why something was judged so, in words fit to show to a person."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.span import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a judgement, and where on the page it stands (``None``: it stands on no page)."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A machine's score in ``[0, 1]`` and its reason. A person's judgement outranks it."""

    score: float
    because: str


@dataclass(frozen=True, slots=True)
class Skip:
    """Something that was read and not used: what it was, and why not. Every one is counted in the ledger."""

    what: str  # "page", "line", "date", "name", "quote", "account", ...: one singular noun
    reason: str
    page: str
    story: str | None = None
    span: Span | None = None
