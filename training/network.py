"""The reader's network while it learns: one encoder, one head for each judgement.

The encoder is all-MiniLM-L6-v2 (a BERT of six layers, 384 wide, uncased). It never saw letter case, so its two-row
segment embedding, of no use for single texts, becomes one row for each shape of word (`communique.reader.pieces`):
all begin as copies of row 0, so that training starts from the untouched model.

A word is its first piece. What comes out for B texts of at most W words and P pieces is named in ``Outputs``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from communique.reader.pieces import SHAPES

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, LABEL, LINK = 256, 192, 64
DROP = 0.1
HEAD_DROP = 0.3
POOL = 1 << 24
MEANING_LAYERS = (4, 6)  # whose mean gives a sentence's vector: the last alone belongs to the other heads
KINDS = ("source", "cue", "content")
BIO = 3  # outside, begin, inside


@lru_cache(maxsize=8)
def masks(share: float, kind: torch.dtype, device: torch.device) -> Tensor:
    """A long row of random zeros, ``share`` of it, and of what makes up for them."""
    kept = torch.rand(POOL, device=device) >= share
    return kept.to(kind) / (1 - share)


class Drop(nn.Module):
    """Dropout whose masks are cut from one row of random numbers; drawing them anew took a quarter of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """Zero a share of ``x`` while training; a tensor longer than the row is left as it is."""
        need = x.numel()
        if not self.training or need >= POOL:
            return x
        at = int(torch.randint(POOL - need, ()))
        return x * masks(self.share, x.dtype, x.device)[at : at + need].view(x.shape)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many answers each head can give."""

    tags: int
    pos: int
    deps: int
    names: int  # BIO tags


@dataclass(slots=True)
class Outputs:
    """What the heads say; the shapes after each."""

    words: Tensor  # B W (tags + pos + 1 sentence start + names + offices + 3 * attribution)
    arcs: Tensor  # B W W: how well word j is the head of word i; on the diagonal, how well i is a root
    dependents: Tensor  # B W LABEL: word i's half of a relation's label
    governors: Tensor  # B W LABEL: word j's half
    links: Tensor  # B W 2*LINK: as one that seeks its cue, as a cue sought; then cue seeking source, source sought
    pieces: Tensor = field(repr=False)  # B P 2*WIDTH: to be averaged into sentence vectors


class Layer(nn.Module):
    """One BERT layer: attention, then two dense layers, each added and normed."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(DROP)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is B P WIDTH; ``bias`` B 1 1 P, very negative where a piece is padding."""
        size = (x.shape[0], x.shape[1], HEADS, WIDTH // HEADS)
        q, k, v = (part.reshape(size).transpose(1, 2) for part in self.qkv(x).split(WIDTH, dim=2))
        scores = q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + bias
        mixed = self.drop(scores.softmax(-1)) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(x.shape))))
        return self.norm2(x + self.drop(self.narrow(F.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Word pieces and their words' shapes to vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = Drop(DROP)

    def forward(self, ids: Tensor, shapes: Tensor) -> list[Tensor]:
        """The vectors B P WIDTH after each layer; ``ids`` and ``shapes`` are B P; piece 0 is padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(places)[None] + self.shapes(shapes))
        x = self.drop(x)
        bias = ((ids == 0).to(x.dtype) * -1e4)[:, None, None, :]
        after = []
        for layer in self.layers:
            x = layer(x, bias)
            after.append(x)
        return after


def load_encoder(folder: Path) -> Encoder:
    """The untouched encoder from ``model.safetensors``."""
    saved = load_file(folder / "model.safetensors")
    named = {
        "words.weight": saved["embeddings.word_embeddings.weight"],
        "places.weight": saved["embeddings.position_embeddings.weight"],
        "shapes.weight": saved["embeddings.token_type_embeddings.weight"][:1].repeat(len(SHAPES), 1),
        "norm.weight": saved["embeddings.LayerNorm.weight"],
        "norm.bias": saved["embeddings.LayerNorm.bias"],
    }
    ours = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "wide": "intermediate.dense",
        "narrow": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        theirs = f"encoder.layer.{i}."
        for end in ("weight", "bias"):
            parts = [saved[f"{theirs}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
            named[f"layers.{i}.qkv.{end}"] = torch.cat(parts)
            for mine, their in ours.items():
                named[f"layers.{i}.{mine}.{end}"] = saved[f"{theirs}{their}.{end}"]
    encoder = Encoder()
    encoder.load_state_dict(named)
    return encoder


class Head(nn.Module):
    """A narrow layer of its own, then the answers."""

    def __init__(self, hidden: int, answers: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, hidden)
        self.answers = nn.Linear(hidden, answers)
        self.drop = Drop(HEAD_DROP)

    def forward(self, x: Tensor) -> Tensor:
        """``x`` is B W WIDTH."""
        return self.answers(self.drop(F.gelu(self.hidden(self.drop(x)))))


class Network(nn.Module):
    """The encoder and all heads."""

    def __init__(self, encoder: Encoder, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = encoder
        self.sizes = sizes
        self.syntax = Head(256, sizes.tags + sizes.pos + 1)
        self.names = Head(256, sizes.names + BIO)
        self.attribution = Head(256, BIO * len(KINDS))
        self.dependent = nn.Linear(WIDTH, ARC)
        self.governor = nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.root = nn.Linear(ARC, 1)
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_governor = nn.Linear(WIDTH, LABEL)
        self.label = nn.Linear(LABEL, sizes.deps)
        self.link = nn.Linear(WIDTH, 4 * LINK)
        self.meaning = nn.Linear(len(MEANING_LAYERS) * WIDTH, WIDTH)
        self.drop = Drop(HEAD_DROP)
        nn.init.zeros_(self.meaning.weight)
        nn.init.eye_(self.meaning.weight[:, -WIDTH:])
        nn.init.zeros_(self.meaning.bias)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> Outputs:
        """``ids`` and ``shapes`` are B P; ``first`` B W, each word's first piece (0 where there is no word)."""
        layers = self.encoder(ids, shapes)
        pieces = torch.cat([layers[i - 1] for i in MEANING_LAYERS], dim=2)
        x = layers[-1].gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        answers = torch.cat([self.syntax(x), self.names(x), self.attribution(x)], dim=2)
        y = self.drop(x)
        dependent = self.drop(F.gelu(self.dependent(y)))
        governor = self.drop(F.gelu(self.governor(y)))
        arcs = dependent @ self.arc @ governor.transpose(1, 2) + self.arc_bias(governor).transpose(1, 2)
        own = torch.eye(arcs.shape[1], device=arcs.device, dtype=arcs.dtype)
        arcs = arcs * (1 - own) + self.root(dependent) * own
        return Outputs(answers, arcs, self.label_dependent(y), self.label_governor(y), self.link(y), pieces)

    def relations(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Label scores of chosen pairs: both halves N LABEL, in the result N deps."""
        return self.label(self.drop(F.relu(dependents + governors)))
