"""What every measure of the reader counts with: hits, guesses and truths, and F of them in percent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Thing = TypeVar("Thing")


@dataclass
class Measured:
    """Scores by measure, and in words what they were counted on."""

    scores: dict[str, float] = field(default_factory=dict)
    sizes: list[str] = field(default_factory=list)

    def add(self, other: Measured) -> None:
        self.scores |= other.scores
        self.sizes += other.sizes


@dataclass
class Tally:
    """Hits, guesses and truths per label, over many texts."""

    hits: Counter[str] = field(default_factory=Counter)
    guessed: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)

    def add(self, label: str, guessed: Iterable[Hashable], true: Iterable[Hashable]) -> None:
        """Count one text's things of one label; each is a hit as often as it stands on both sides."""
        mine, theirs = Counter(guessed), Counter(true)
        self.count(label, (mine & theirs).total(), mine.total(), theirs.total())

    def count(self, label: str, hits: int, guessed: int, true: int) -> None:
        """Add numbers that were counted elsewhere."""
        self.hits[label] += hits
        self.guessed[label] += guessed
        self.true[label] += true

    def precision(self, *labels: str) -> float:
        """Hits among what was guessed, in percent; of all labels together when none is named."""
        return percent(self._sum(self.hits, labels), self._sum(self.guessed, labels))

    def recall(self, *labels: str) -> float:
        """Hits among what is true, in percent."""
        return percent(self._sum(self.hits, labels), self._sum(self.true, labels))

    def f(self, *labels: str) -> float:
        """The harmonic mean of both, in percent; 0 where there was nothing to find and nothing found."""
        both = self._sum(self.guessed, labels) + self._sum(self.true, labels)
        return percent(2 * self._sum(self.hits, labels), both)

    def three(self, name: str, *labels: str) -> dict[str, float]:
        """F under the name itself, precision and recall beside it."""
        return {
            name: self.f(*labels),
            f"{name}_precision": self.precision(*labels),
            f"{name}_recall": self.recall(*labels),
        }

    def _sum(self, counter: Counter[str], labels: tuple[str, ...]) -> int:
        return sum(counter[label] for label in labels) if labels else counter.total()


def percent(part: float, whole: float) -> float:
    """In percent, to two digits; 0 of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0.0


def thin(things: Sequence[Thing], sample: int | None) -> list[Thing]:
    """At most ``sample`` of the things, spread evenly over all; everything when no number is given."""
    if sample is None or sample >= len(things):
        return list(things)
    return [things[number * len(things) // sample] for number in range(sample)]
