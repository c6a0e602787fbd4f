"""Days on which something can have happened, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from communique.model.verdict import Reason


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of calendar days, both ends included; ``None`` at an end leaves it open."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"days run backwards: {self.first} .. {self.last}")

    @property
    def width(self) -> int | None:
        """How many days after the first the last one lies: 0 for a single day, ``None`` where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days

    def meet(self, other: Days) -> Days | None:
        """The days both allow, ``None`` where they contradict."""
        first = max((d for d in (self.first, other.first) if d is not None), default=None)
        last = min((d for d in (self.last, other.last) if d is not None), default=None)
        if first is not None and last is not None and first > last:
            return None
        return Days(first, last)


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was, as an interval, with every reason, and the clues that contradict it.

    ``days`` are UTC days where the hour is known, else days as printed. ``at``
    is the UTC minute where one is known. ``local`` are the days in the page's
    own zone: "on Sunday" in a story stamped Monday 00:36 in Delhi counts from
    that Monday, although the hour is still Sunday in UTC.
    """

    days: Days
    because: tuple[Reason, ...]
    at: datetime | None = None
    local: Days | None = None
    against: tuple[Reason, ...] = ()

    @property
    def reference(self) -> Days:
        """The days from which the words of the text ("on Sunday", "last week") count."""
        return self.local or self.days
