"""The trained network as onnxruntime runs it: words in, every head's scores out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from communique.reader.labels import Labels
from communique.reader.pieces import END, START, Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Array = npt.NDArray[np.float32]
MOST_PIECES = 510  # the encoder knows 512 places, two of them taken by START and END
NO_SHAPE = 5


@dataclass(frozen=True, slots=True)
class Row:
    """Some words as the network takes them; ``first`` holds each word's first piece."""

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say about one row of W words; see `training/network.py` for the shapes of the whole."""

    tags: Array  # W tags
    pos: Array  # W pos
    starts: Array  # W: above 0, a sentence begins
    names: Array  # W BIO tags
    offices: Array  # W 3
    attribution: Array  # W 9: source, cue, content, three each
    arcs: Array  # W W
    dependents: Array  # W label width
    governors: Array  # W label width
    links: Array  # W 4 x link width
    pieces: Array  # P 2 x 384
    first: tuple[int, ...]


class Network:
    """A loaded network; safe to use from one thread at a time."""

    def __init__(self, session: InferenceSession, pieces: Pieces, labels: Labels, heads: dict[str, Array]) -> None:
        self.session = session
        self.labels = labels
        self.heads = heads
        self._pieces = pieces
        sizes = (len(labels.tags), len(labels.pos), 1, len(labels.names), 3)
        self._edges = np.cumsum(sizes).tolist()

    @classmethod
    def load(cls, folder: Path) -> Network:
        """From ``reader.onnx``, ``heads.npz``, ``labels.json`` and ``vocab.txt``; raises OSError, ValueError, KeyError."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # each worker is a process of its own
        options.log_severity_level = 3
        options.enable_mem_pattern = False  # shapes differ from batch to batch
        onnx = str(folder / "reader.onnx")
        try:
            session = onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own, none of them public
            raise OSError(f"{onnx}: {error}") from error
        named = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        labels = Labels(**{kind: tuple(names) for kind, names in named.items()})
        with np.load(folder / "heads.npz") as saved:
            heads = {name: saved[name].astype(np.float32) for name in saved.files}
        return cls(session, Pieces.load(folder / "vocab.txt"), labels, heads)

    def number(self, words: Sequence[str]) -> list[Row]:
        """The words as rows: one, unless they have more pieces than the encoder has places."""
        rows: list[Row] = []
        ids, shapes = [START], [NO_SHAPE]
        first: list[int] = []
        for word in words:
            cut, shape = self._pieces.cut(word)
            if len(ids) + len(cut) > MOST_PIECES + 1:
                rows.append(Row((*ids, END), (*shapes, NO_SHAPE), tuple(first)))
                ids, shapes, first = [START], [NO_SHAPE], []
            first.append(len(ids))
            ids.extend(cut)
            shapes.extend([shape] * len(cut))
        if first:
            rows.append(Row((*ids, END), (*shapes, NO_SHAPE), tuple(first)))
        return rows

    def run(self, rows: Sequence[Row]) -> list[Scores]:
        """Every row's scores.

        Each row goes through alone: numbers are quantised by the range they have in their batch, so that a row's
        neighbours would change what is read in it. (Batches of like length gained a fifth in speed.)
        """
        return [self._run_row(row) for row in rows]

    def _run_row(self, row: Row) -> Scores:
        given = {"ids": row.pieces, "shapes": row.shapes, "first": row.first}
        words, arcs, dependents, governors, links, pieces = self.session.run(
            None, {name: np.array([values], dtype=np.int64) for name, values in given.items()}
        )
        heads = np.split(words[0], self._edges, axis=1)
        tags, pos, starts, names, offices, attribution = heads
        return Scores(
            tags,
            pos,
            starts[:, 0],
            names,
            offices,
            attribution,
            arcs[0],
            dependents[0],
            governors[0],
            links[0],
            pieces[0],
            row.first,
        )
