"""The untouched model's sentence vectors, which the trained one must still give."""

from __future__ import annotations

import re
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from communique.reader.pieces import END, START, Pieces
from training import base
from training.batches import Row
from training.network import Encoder, Network, load_encoder
from training.samples import Sample

CLOSED = re.compile(r"[.!?…]+[\"”’')\]]*")
FEWEST = 4  # pieces of a sentence that is worth a vector


def sentences(sample: Sample) -> list[tuple[int, int]]:
    """The sample's sentences in words: the treebank's, or what ends with a full stop and goes on with a capital."""
    n = len(sample.words)
    if sample.syntax is not None:
        starts = sorted(sample.syntax.starts)
    else:
        ended = [bool(CLOSED.fullmatch(w)) and sample.words[i + 1 : i + 2] != () for i, w in enumerate(sample.words)]
        starts = [0] + [i + 1 for i in range(n - 1) if ended[i] and sample.words[i + 1][:1].isupper()]
    return list(zip(starts, [*starts[1:], n], strict=True))


class Teacher:
    """Vectors of all sentences of a pool, made once and kept on disk."""

    def __init__(self, pool: list[Sample], pieces: Pieces, kept: Path) -> None:
        self.vectors: dict[str, Tensor] = torch.load(kept, weights_only=True) if kept.exists() else {}
        wanted = {text for s in pool for text in self.texts(s)} - self.vectors.keys()
        if wanted:
            self.add(sorted(wanted, key=len), pieces)
            torch.save(self.vectors, kept)

    @staticmethod
    def texts(sample: Sample) -> list[str]:
        """The sample's sentences as keys: their words in lower case."""
        return [" ".join(sample.words[a:b]).lower() for a, b in sentences(sample)]

    def add(self, texts: list[str], pieces: Pieces) -> None:
        """Read these with the untouched encoder."""
        encoder = load_encoder(base.find_model()).eval()
        for at in range(0, len(texts), 64):
            part = texts[at : at + 64]
            cut = [[START, *[p for w in t.split(" ") for p in pieces.cut(w)[0]][:499], END] for t in part]
            for text, vector in zip(part, mean_vectors(encoder, cut), strict=True):
                self.vectors[text] = vector.half()

    def losses(self, network: Network, states: Tensor, rows: list[Row]) -> dict[str, Tensor]:
        """How far the batch's sentence vectors are from the untouched ones, alone and pair by pair."""
        mine, theirs = [], []
        for i, row in enumerate(rows):
            if row.sample.changed:
                continue
            ends = [*row.first, len(row.pieces) - 1]
            for (a, b), text in zip(sentences(row.sample), self.texts(row.sample), strict=True):
                known = self.vectors.get(text)
                if known is None or b >= len(ends) or ends[b] - ends[a] < FEWEST:
                    continue
                mine.append(states[i, ends[a] : ends[b]].float().mean(0))
                theirs.append(known)
        if len(mine) < 2:
            return {"meaning": states.sum() * 0.0}
        got = F.normalize(network.meaning(torch.stack(mine)), dim=1)
        wanted = F.normalize(torch.stack(theirs).to(got.device).float(), dim=1)
        alone = 1 - (got * wanted).sum(1).mean()
        pairs = (got @ got.T - wanted @ wanted.T).square().mean()
        return {"meaning": 4.0 * alone + 60.0 * pairs}


@torch.no_grad()
def mean_vectors(encoder: Encoder, texts: list[list[int]]) -> Tensor:
    """The mean over each text's pieces, START and END among them, as the untouched model takes it."""
    ids = torch.zeros(len(texts), max(map(len, texts)), dtype=torch.long)
    for i, text in enumerate(texts):
        ids[i, : len(text)] = torch.tensor(text)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = encoder(ids, torch.zeros_like(ids))[-1].float()
    mask = (ids != 0).float()[:, :, None]
    return (states * mask).sum(1) / mask.sum(1)
