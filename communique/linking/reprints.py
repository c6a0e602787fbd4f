"""Which stories carry another's copy: whole, cut, retitled or lightly reworded.

Candidates share parts of a MinHash signature, of the whole body or of its first words; the judgement is how much of the
shorter body stands word for word in the longer one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from communique.linking.clusters import Pair
from communique.linking.told import Told
from communique.linking.words import shared
from communique.model import Reprint, Verdict

# Measured on 297 articles of many outlets about the same and other affairs: of pairs about different affairs the most
# alike shared .40 (one outlet's standing paragraphs), of copies nearly all more than .5. Rewritten agency copy, with
# its own words and the same quotes, shares .1 to .3 and is not claimed.
FLOOR = 0.5
# With one agency's credit on both, a third is enough: a lightly reworded copy of 200 words shared .37.
FLOOR_ONE_WIRE = 0.3
LEAST = (
    12  # runs of five words (16 words) below which nothing is claimed: "photo: the ministers in Oslo" proves nothing
)
_SMALL = 40  # runs below which the whole body has to be there
_PER_BUCKET = (
    6  # a copy is found through any of the first stories of its bucket; more would be quadratic in a wave of copies
)
_PER_STORY = 24


def compare_bodies(one: Told, other: Told) -> Verdict:
    """How much of the shorter body stands in the longer one, in runs of five words on folded text."""
    size = min(len(one.shingles), len(other.shingles))
    if size < LEAST:
        return Verdict(0.0, "too few words to tell")
    part = shared(one.shingles, other.shingles) / size
    return Verdict(
        part, f"{part:.0%} of the runs of five words of the shorter one stand in the other".replace("%", " %")
    )


def is_reprint(one: Told, other: Told, likeness: Verdict) -> bool:
    """The likeness is that of a copy, for bodies of this length and credit."""
    if min(len(one.shingles), len(other.shingles)) < _SMALL:
        return likeness.score >= 0.8
    return likeness.score >= (FLOOR_ONE_WIRE if one.wire is not None and one.wire == other.wire else FLOOR)


def find_copies(stories: Sequence[Told]) -> dict[Pair, Verdict]:
    """Every pair found that carries one text (numbers of ``stories``), with why. Linear in the number of stories."""
    buckets: dict[tuple[int, int, int, int], list[int]] = defaultdict(list)
    found: dict[Pair, Verdict] = {}
    order = sorted(range(len(stories)), key=lambda n: (stories[n].day, stories[n].id))
    for n in order:
        votes: dict[int, int] = defaultdict(int)
        for key in _bands(stories[n]):
            bucket = buckets[key]
            for other in bucket:
                votes[other] += 1
            if len(bucket) < _PER_BUCKET:
                bucket.append(n)
        likely = sorted(votes, key=lambda other: (-votes[other], stories[other].id))[:_PER_STORY]
        for other in likely:
            likeness = compare_bodies(stories[n], stories[other])
            if is_reprint(stories[n], stories[other], likeness):
                found[min(n, other), max(n, other)] = likeness
    return found


def _bands(story: Told) -> Iterator[tuple[int, int, int, int]]:
    """Two rows a band: bodies that share .3 of their runs meet with .95 in one of 32."""
    for which, signature in enumerate((story.signature, story.lead)):
        for at in range(0, len(signature), 2):
            yield which, at, signature[at], signature[at + 1]


def direct(stories: Sequence[Told], copies: dict[Pair, Verdict]) -> tuple[Reprint, ...]:
    """Which is the reprint of which: each copy points at the most original story that it shares its text with.

    The agency's own page comes before any other, then the earlier before the later, a story that credits an agency
    before one that credits nobody, the longer before the shorter; ids decide what is left.
    """
    best: dict[int, int] = {}
    for a, b in copies:
        first, second = sorted((a, b), key=lambda n: _originality(stories[n]))
        if second not in best or _originality(stories[first]) < _originality(stories[best[second]]):
            best[second] = first
    found = []
    for copy, origin in best.items():
        likeness = copies[min(copy, origin), max(copy, origin)]
        found.append(Reprint(stories[copy].id, stories[origin].id, _because(stories[copy], stories[origin], likeness)))
    return tuple(sorted(found, key=lambda reprint: reprint.story))


def _originality(story: Told) -> tuple[object, ...]:
    own = story.wire is not None and story.outlet == story.wire
    return (not own, not story.dated, story.day, story.wire is None, -len(story.shingles), story.id)


def _because(copy: Told, origin: Told, likeness: Verdict) -> str:
    smaller = len(copy.shingles) <= len(origin.shingles)
    carries = f"{likeness.score:.0%}".replace("%", " %") + " of its runs of five words"
    said = f"{carries} stand in the other" if smaller else f"{carries.replace('its', 'the other’s')} stand in it"
    if origin.wire is not None and origin.outlet == origin.wire:
        return f"{said}, which is the agency's own page"
    if origin.dated and copy.dated and origin.day < copy.day:
        return f"{said}, which was published earlier"
    if origin.wire is not None and copy.wire is None:
        return f"{said}, which credits {origin.wire}"
    if len(origin.shingles) > len(copy.shingles):
        return f"{said}, which is longer"
    return f"{said}; which came first is not known"
