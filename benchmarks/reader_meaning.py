"""Do sentence vectors still rank sentences as the untouched model's do?

    python -m benchmarks.reader_meaning --make    writes cases/meaning.tsv anew (needs training's packages)

The file holds no text: two stretches of our own held-out texts, ``text_id:paragraph:start-end`` with paragraphs counted
from 0 and characters within the paragraph, and the cosine of the untouched model's vectors. Half of the pairs are
drawn at random, half pair a sentence with one of its ten nearest, so that the whole range of cosines occurs.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from benchmarks.reader_scores import Measured, thin
from training import markup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.reader import Reader

CASES = Path(__file__).parent / "cases" / "meaning.tsv"
PAIRS = 2_000
NEAREST = 10
FEWEST_WORDS = 4  # of a sentence; a dateline or "Yes." means too little to be ranked
SEED = 3
CLOSED = re.compile(r"[.!?…]+[\"”’')\]]*")
CLOSING = frozenset("\"”’')]»") | {"''"}
OPENING = frozenset("\"“‘'([«") | {"``"}
Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Characters ``[start, end)`` of one of our own paragraphs."""

    text_id: str
    paragraph: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.text_id}:{self.paragraph}:{self.start}-{self.end}"

    @classmethod
    def parse(cls, printed: str) -> Stretch:
        """From ``text_id:paragraph:start-end``; raises ValueError."""
        text_id, paragraph, place = printed.rsplit(":", 2)
        start, end = place.split("-")
        return cls(text_id, int(paragraph), int(start), int(end))


@dataclass(frozen=True, slots=True)
class Case:
    """Two stretches and how near the untouched model puts them."""

    one: Stretch
    other: Stretch
    cosine: float


def own_texts() -> dict[tuple[str, int], str]:
    """Our held-out paragraphs by text and number."""
    texts: dict[tuple[str, int], str] = {}
    counts: dict[str, int] = {}
    for paragraph in (p for p in markup.read_paragraphs() if p.held_out):
        number = counts.setdefault(paragraph.text_id, 0)
        counts[paragraph.text_id] += 1
        texts[paragraph.text_id, number] = paragraph.text
    return texts


def digest(texts: dict[tuple[str, int], str], stretches: Sequence[Stretch]) -> str:
    """Twelve hexadecimal digits over the words that the stretches cut out."""
    total = sha256()
    for s in sorted(set(stretches)):
        total.update(f"{s}\t{texts.get((s.text_id, s.paragraph), '')[s.start : s.end]}\n".encode())
    return total.hexdigest()[:12]


def load_cases(path: Path, texts: dict[tuple[str, int], str]) -> list[Case]:
    """The pairs; raises SystemExit where our texts are no longer those that the file was made from."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    cases = [Case(Stretch.parse(one), Stretch.parse(other), float(cosine)) for one, other, cosine in rows]
    found = digest(texts, [s for case in cases for s in (case.one, case.other)])
    if found != first.rsplit(" ", 1)[1]:
        raise SystemExit(
            f"{path}: made from other texts ({first.rsplit(' ', 1)[1]}, not {found}); "
            "make it anew: python -m benchmarks.reader_meaning --make"
        )
    return cases


def read_vectors(
    reader: Reader, texts: dict[tuple[str, int], str], wanted: Sequence[Stretch]
) -> tuple[dict[Stretch, Vector], set[Stretch]]:
    """A unit vector for every stretch, and those that are a sentence of the reader's own.

    A stretch that is one of the sentences found in its paragraph has that sentence's vector, read with all that stands
    around it; any other is read as a text of its own, and of several sentences found in it the mean is taken.
    """
    places = sorted({(s.text_id, s.paragraph) for s in wanted})
    found: dict[Stretch, Vector] = {}
    for place, doc in zip(places, reader.read(texts[p] for p in places), strict=True):
        for sentence, vector in zip(doc.sents, doc.user_data["meanings"], strict=True):
            start = sentence.start_char
            found[Stretch(*place, start, start + len(sentence.text.rstrip()))] = vector
    whole = set(wanted) & found.keys()
    rest = sorted(set(wanted) - whole)
    cut = (texts[s.text_id, s.paragraph][s.start : s.end] for s in rest)
    for stretch, doc in zip(rest, reader.read(cut), strict=True):
        mean = doc.user_data["meanings"].mean(0)
        found[stretch] = mean / np.linalg.norm(mean).clip(1e-9)
    return {s: found[s] for s in wanted}, whole


def measure(reader: Reader, sample: int | None, path: Path = CASES) -> Measured:
    """``meaning``: Spearman's rank correlation, -1 to 1, of the reader's cosines with the untouched model's.

    Both see the same stretches of text; see ``read_vectors`` for those whose sentence the reader cuts differently.
    ``meaning_found``: the same over the pairs alone of which the reader found both sentences. Nothing is measured of a
    reader that has no vectors.
    """
    from scipy.stats import spearmanr

    if "reader" not in reader.nlp.pipe_names:
        return Measured()
    texts = own_texts()
    cases = thin(load_cases(path, texts), sample)
    vectors, whole = read_vectors(reader, texts, [s for case in cases for s in (case.one, case.other)])
    mine = np.array([float(vectors[case.one] @ vectors[case.other]) for case in cases])
    theirs = np.array([case.cosine for case in cases])
    found = np.array([case.one in whole and case.other in whole for case in cases])
    scores = {"meaning": round(float(spearmanr(mine, theirs).statistic), 4)}
    if found.sum() > 2:
        scores["meaning_found"] = round(float(spearmanr(mine[found], theirs[found]).statistic), 4)
    size = f"{len(cases):,} pairs; of {int(found.sum()):,} both sentences are the reader's own, the rest read alone"
    return Measured(scores, [f"cases/meaning.tsv: {size}"])


def ends(doc: Doc) -> Iterator[int]:
    """The words after which a sentence has ended for sure: a full stop, marks that close, a space, a capital or a mark
    that opens. Wrong ends are rarer so than with any parser, and no reader's own idea of a sentence is preferred."""
    for token in doc[:-1]:
        last = token
        while CLOSED.fullmatch(token.text) and not last.whitespace_ and last.i + 1 < len(doc) and _closes(last.nbor()):
            last = last.nbor()
        following = doc[last.i + 1 : last.i + 2].text
        if CLOSED.fullmatch(token.text) and last.whitespace_ and (following[:1].isupper() or following in OPENING):
            yield last.i + 1


def _closes(token: Token) -> bool:
    return token.text in CLOSING


def sentences(texts: dict[tuple[str, int], str]) -> Iterator[Stretch]:
    """Every sentence of our held-out texts that has words enough."""
    from training.tokens import build_blank

    nlp = build_blank()
    for (text_id, number), text in texts.items():
        doc = nlp.make_doc(text)
        cuts = [0, *ends(doc), len(doc)]
        for a, b in pairwise(cuts):
            if b - a >= FEWEST_WORDS:
                yield Stretch(text_id, number, doc[a].idx, doc[b - 1].idx + len(doc[b - 1]))


def untouched_vectors(printed: Sequence[str]) -> Vector:
    """Unit vectors of the untouched model, mean over all pieces, each text cut at white space and then into pieces."""
    from communique.reader.pieces import END, START, Pieces
    from training import base
    from training.network import load_encoder
    from training.teacher import mean_vectors

    folder = base.find_model()
    pieces = Pieces.load(folder / "vocab.txt")
    encoder = load_encoder(folder).eval()
    cut = [[START, *[p for word in text.split() for p in pieces.cut(word)[0]][:499], END] for text in printed]
    order = sorted(range(len(cut)), key=lambda i: len(cut[i]))
    vectors = np.zeros((len(cut), 384), dtype=np.float32)
    for at in range(0, len(order), 64):
        part = order[at : at + 64]
        vectors[part] = mean_vectors(encoder, [cut[i] for i in part]).numpy()
    unit: Vector = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def make(path: Path = CASES) -> None:
    """Write the case file: PAIRS different pairs in a fixed order, the same at every run."""
    texts = own_texts()
    stretches = list(sentences(texts))
    vectors = untouched_vectors([texts[s.text_id, s.paragraph][s.start : s.end] for s in stretches])
    cosines = vectors @ vectors.T
    random = Random(SEED)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < PAIRS:
        one = random.randrange(len(stretches))
        near = np.argsort(-cosines[one])[1 : NEAREST + 1]
        other = int(random.choice(near)) if len(pairs) % 2 else random.randrange(len(stretches))
        if one != other and cosines[one, other] < 0.999:  # the same words twice rank nothing
            pairs.add((min(one, other), max(one, other)))
    ordered = sorted(pairs)
    used = [stretches[i] for pair in ordered for i in pair]
    lines = [
        f"# {PAIRS} pairs of sentences and the untouched model's cosine; digest of their words: {digest(texts, used)}"
    ]
    lines += [f"{stretches[a]}\t{stretches[b]}\t{cosines[a, b]:.4f}" for a, b in ordered]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write the case file anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--make", action="store_true", required=True)
    parser.parse_args()
    make()


if __name__ == "__main__":
    main()
