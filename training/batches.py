"""Samples as tensors: what the network is given, and what each of its heads is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from random import Random

import numpy as np
import torch
from torch import Tensor

from communique.reader.labels import Labels, bio
from communique.reader.pieces import END, START, Pieces
from training.network import KINDS, POSITIONS
from training.samples import Mark, Sample

UNKNOWN = -100  # torch's own sign for "ask nothing here"


@dataclass(slots=True)
class Batch:
    """B samples of at most W words and P pieces. UNKNOWN marks what is not known."""

    ids: Tensor  # B P
    shapes: Tensor  # B P
    first: Tensor  # B W
    tags: Tensor  # B W
    pos: Tensor  # B W
    starts: Tensor  # B W: 0, 1
    heads: Tensor  # B W
    deps: Tensor  # B W
    sentence: Tensor  # B W: number of the word's sentence, -1 outside
    names: Tensor  # B W labels: which BIO tags the word may have; all False asks nothing
    offices: Tensor  # B W
    attribution: Tensor  # B W 3
    to_cue: Tensor  # B W: the word that begins the cue of the piece that begins here; itself: no cue
    to_source: Tensor  # B W: the same for the source of the cue that begins here
    words: int


@dataclass(frozen=True, slots=True)
class Row:
    """One sample, numbered."""

    sample: Sample
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]


def number(sample: Sample, pieces: Pieces) -> Row:
    """The sample's pieces between START and END, as many words as fit."""
    ids, shapes, first = [START], [5], []
    for word in sample.words:
        cut, shape = pieces.cut(word)
        if len(ids) + len(cut) >= POSITIONS:
            break
        first.append(len(ids))
        ids.extend(cut)
        shapes.extend([shape] * len(cut))
    return Row(sample, (*ids, END), (*shapes, 5), tuple(first))


def gather(rows: Iterable[Row], most_pieces: int, random: Random) -> Iterator[list[Row]]:
    """Batches of rows of like length, ``most_pieces`` with their padding, in a random order."""
    ordered = sorted(rows, key=lambda r: (len(r.pieces) // 8, random.random()))
    batches: list[list[Row]] = [[]]
    for row in ordered:
        longest = max(len(row.pieces), max((len(r.pieces) for r in batches[-1]), default=0))
        if batches[-1] and longest * (len(batches[-1]) + 1) > most_pieces:
            batches.append([])
        batches[-1].append(row)
    random.shuffle(batches)
    yield from batches


def build(rows: Sequence[Row], labels: Labels) -> Batch:
    """The rows as one padded batch."""
    size = len(rows)
    width = max(len(r.first) for r in rows)
    length = max(len(r.pieces) for r in rows)

    def unknown(*more: int) -> np.ndarray:
        return np.full((size, width, *more), UNKNOWN, dtype=np.int64)

    arrays = {
        "ids": np.zeros((size, length), dtype=np.int64),
        "shapes": np.zeros((size, length), dtype=np.int64),
        "first": np.zeros((size, width), dtype=np.int64),
        **{name: unknown() for name in ("tags", "pos", "starts", "heads", "deps", "offices", "to_cue", "to_source")},
        "sentence": np.full((size, width), -1, dtype=np.int64),
        "names": np.zeros((size, width, len(labels.names)), dtype=bool),
        "attribution": unknown(len(KINDS)),
    }
    for i, row in enumerate(rows):
        n = len(row.first)
        arrays["ids"][i, : len(row.pieces)] = row.pieces
        arrays["shapes"][i, : len(row.pieces)] = row.shapes
        arrays["first"][i, :n] = row.first
        arrays["sentence"][i, :n] = 0
        set_syntax(arrays, i, n, row.sample, labels)
        set_names(arrays, i, n, row.sample, labels)
        set_attributions(arrays, i, n, row.sample)
    tensors = {name: torch.from_numpy(array) for name, array in arrays.items()}
    return Batch(words=sum(len(r.first) for r in rows), **{f.name: tensors[f.name] for f in fields(Batch)[:-1]})


def set_syntax(arrays: dict[str, np.ndarray], i: int, n: int, sample: Sample, labels: Labels) -> None:
    """Tags, sentences and relations of row ``i``, whose first ``n`` words fit."""
    syntax = sample.syntax
    if syntax is None:
        return
    arrays["tags"][i, :n] = [labels.tag_numbers.get(t, UNKNOWN) for t in syntax.tags[:n]]
    arrays["pos"][i, :n] = [labels.pos_numbers[p] for p in syntax.pos[:n]]
    arrays["starts"][i, :n] = [w in syntax.starts for w in range(n)]
    arrays["sentence"][i, :n] = np.cumsum(arrays["starts"][i, :n]) - 1
    whole = n == len(syntax.heads)
    heads = syntax.heads if whole else [h if h < n else UNKNOWN for h in syntax.heads[:n]]
    arrays["heads"][i, :n] = heads
    deps = [labels.dep_numbers[d] for d in syntax.deps[:n]]
    arrays["deps"][i, :n] = [
        UNKNOWN if h in (w, UNKNOWN) else d for w, (h, d) in enumerate(zip(heads, deps, strict=True))
    ]


def set_names(arrays: dict[str, np.ndarray], i: int, n: int, sample: Sample, labels: Labels) -> None:
    """Which name tags the words of row ``i`` may have, and its offices."""
    if sample.names is not None:
        tags = bio(sample.names, n)
        for w, tag in enumerate(tags):
            arrays["names"][i, w, labels.name_numbers[tag]] = True
            for label in sample.open_names.get(w, ()):
                arrays["names"][i, w, labels.name_numbers[f"B-{label}"]] = True
                arrays["names"][i, w, labels.name_numbers[f"I-{label}"]] = True
    if sample.offices is not None:
        arrays["offices"][i, :n] = ["OBI".index(t[0]) for t in bio(sample.offices, n)]


def set_attributions(arrays: dict[str, np.ndarray], i: int, n: int, sample: Sample) -> None:
    """Sources, cues and contents of row ``i``, and which of them belong together.

    A kind's marks may nest (a content holds another): the outermost is marked, an inner one only linked.
    """
    marks = sample.attributions
    if marks is None:
        return
    for k, kind in enumerate(KINDS):
        outer = outermost([m for m in marks if m.label == kind])
        arrays["attribution"][i, :n, k] = ["OBI".index(t[0]) for t in bio(outer, n)]
    for mark in marks:
        if mark.start >= n:
            continue
        mates = [m for m in marks if m.number == mark.number and m.start < n]
        cues = [m.start for m in mates if m.label == "cue"]
        sources = [m.start for m in mates if m.label == "source"]
        if mark.label != "source":
            arrays["to_cue"][i, mark.start] = nearest(cues, mark) if mark.number and cues else mark.start
        if mark.label == "cue":
            arrays["to_source"][i, mark.start] = nearest(sources, mark) if sources else mark.start


def nearest(places: list[int], mark: Mark) -> int:
    """The place nearest the mark's start; for a cue, the attribution's first cue."""
    return places[0] if mark.label == "cue" and mark.start in places else min(places, key=lambda p: abs(p - mark.start))


def outermost(marks: list[Mark]) -> list[Mark]:
    """The marks that lie in no other, in order."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
