"""Whole attributions by the measures Citron was published with (BBC, github.com/bbc/citron, citron/metrics.py).

Citron's numbers on PARC 3 test, to compare with care (another corpus): exact .57, overlap .83, source .82, cue .82.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.reader_pieces import ALONE, KINDS, Piece, Words
from benchmarks.reader_scores import Tally

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The stretches of one attribution, in words and in text order; a cue in several stretches is one cue."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


def gather(pieces: Iterable[Piece], words: Words) -> list[Attribution]:
    """The attributions that have a cue, as Citron's all have; pieces that belong to none are left out.

    A stretch is every word its characters touch, so that marks which cut a word differently still agree.
    """
    by_number: dict[str, dict[str, set[Stretch]]] = {}
    for piece in pieces:
        touched = words.touched(piece.start, piece.end)
        if piece.number != ALONE and touched:
            kinds = by_number.setdefault(piece.number, {kind: set() for kind in KINDS})
            kinds[piece.kind].add((touched.start, touched.stop))
    return [Attribution(*(tuple(sorted(k[kind])) for kind in KINDS)) for k in by_number.values() if k["cue"]]


def shared(ones: Sequence[Stretch], others: Sequence[Stretch]) -> int:
    """How many words two lists of stretches share, pair by pair."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in ones for b in others)


def same_cue(one: Attribution, other: Attribution) -> bool:
    return one.cue == other.cue


def same_source(one: Attribution, other: Attribution) -> bool:
    return shared(one.cue, other.cue) > 0 and one.source == other.source


def same_content(one: Attribution, other: Attribution) -> bool:
    return shared(one.cue, other.cue) > 0 and one.content == other.content


def same(one: Attribution, other: Attribution) -> bool:
    return one == other


EXACT: dict[str, Callable[[Attribution, Attribution], bool]] = {
    "cue": same_cue,
    "source": same_source,
    "content": same_content,
    "whole": same,
}


class Citron:
    """Counts one text after another; ``scores`` are F in percent.

    ``exact``: an attribution found is right when some true one agrees with it: its cue (``cue``), its sources where the
    cues overlap (``source``), its contents where the cues overlap (``content``), or all three, each in all its
    stretches (``whole``). Precision is right ones among those found; recall those right against them and the true ones
    that nothing found agrees with.

    ``overlap``: the words of all found cues (sources, contents) that stand in true ones too; precision of all words
    in found ones, recall of all in true ones; ``whole`` sums the three kinds.

    Two departures. Citron calls stretches that only touch overlapping; we do not. It sums the words shared by every
    pair of attributions; we count a word once a kind. Where none is in two attributions, as in Citron's own data, that
    is the same; our attributions share sources, and pairs gave sources .93 where .82 of the words were right.
    """

    def __init__(self) -> None:
        self.right: dict[str, int] = dict.fromkeys(EXACT, 0)
        self.missed: dict[str, int] = dict.fromkeys(EXACT, 0)
        self.found = 0
        self.overlap = Tally()

    def add(self, found: Sequence[Attribution], true: Sequence[Attribution]) -> None:
        """Count one text's attributions."""
        self.found += len(found)
        for name, agree in EXACT.items():
            self.right[name] += sum(any(agree(f, t) for t in true) for f in found)
            self.missed[name] += sum(not any(agree(f, t) for f in found) for t in true)
        for kind in KINDS:
            mine, theirs = ({w for a in side for s in getattr(a, kind) for w in range(*s)} for side in (found, true))
            self.overlap.add(kind, mine, theirs)

    def scores(self, name: str) -> dict[str, float]:
        """Every F, under the name with ``_exact_`` or ``_overlap_`` and the part."""
        scores = {f"{name}_exact_{part}": self._exact_f(part) for part in EXACT}
        scores |= {f"{name}_overlap_{kind}": self.overlap.f(kind) for kind in ("cue", "source", "content")}
        return scores | {f"{name}_overlap_whole": self.overlap.f()}

    def _exact_f(self, part: str) -> float:
        right = self.right[part]
        precision = right / self.found if self.found else 0.0
        recall = right / (right + self.missed[part]) if right else 0.0
        return round(200 * precision * recall / (precision + recall), 2) if right else 0.0
