"""What linking keeps of a story: no text, only what is compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from communique.data.load import load_agencies
from communique.linking.words import content, fold, shingles, split
from communique.model import Account, Days, Entity, Page, Quote, StoryReading

PERMUTATIONS = 64
MONTH = 31
LEAD_WORDS = 70  # a cut copy keeps the first paragraphs: about this many words are in nearly every cut


@dataclass(frozen=True, slots=True)
class Told:
    """One story: who carries it, when, the hashes of its words, and what was read from it."""

    id: str
    page: str
    outlet: str | None
    wire: str | None  # the agency whose copy it is, also where the outlet is that agency
    published: Days | None
    shingles: NDArray[np.uint64]
    signature: tuple[int, ...]
    lead: tuple[int, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    accounts: tuple[Account, ...]
    words: tuple[frozenset[str], ...]  # of each account's sentence
    body: tuple[bool, ...]  # whether each account stands in the body, not in a headline or deck

    @property
    def dated(self) -> bool:
        """The day of publication is known, to the month at least."""
        return self.published is not None and self.published.width is not None and self.published.width <= MONTH

    @property
    def day(self) -> date:
        """The last day on which it can have been published; one that is not known sorts first."""
        return self.published.last if self.dated and self.published and self.published.last else date.min


@lru_cache(maxsize=1)
def _agencies() -> dict[str, str]:
    return {fold(agency.name): agency.name for agency in load_agencies()}


def _signature(words: list[str]) -> tuple[int, ...]:
    if len(words) < 5:
        return ()
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=7)
    minhash.update([" ".join(words[at : at + 5]) for at in range(len(words) - 4)])
    return tuple(minhash.digest())


def read_told(page: Page, reading: StoryReading) -> Told:
    """The story without its text."""
    story = reading.story
    bodies = [block.span for block in story.of("body")]
    words = split("\n".join(span.cut(page.text) for span in bodies))
    outlet = story.outlet.name if story.outlet else None
    wire = story.wire.name if story.wire else None
    if wire is None and outlet is not None:
        wire = _agencies().get(fold(outlet))
    return Told(
        id=story.id,
        page=page.id,
        outlet=outlet,
        wire=wire,
        published=story.published.days if story.published else None,
        shingles=shingles(words),
        signature=_signature(words),
        lead=_signature(words[:LEAD_WORDS]),
        entities=reading.entities,
        quotes=reading.quotes,
        accounts=reading.accounts,
        words=tuple(frozenset(content(account.span.cut(page.text))) for account in reading.accounts),
        body=tuple(any(span.overlaps(account.span) for span in bodies) for account in reading.accounts),
    )
