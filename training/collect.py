"""Every set the reader learns from, harmonised; CONVENTIONS.md says how and why."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from communique.reader.labels import Labels
from training import borrowed, gum, marked, samples
from training.samples import Sample

NAMES = ("PER", "ORG", "LOC", "NORP", "EVENT", "DATE")
SETS = ("ewt", "gum", "own", "wikigold", "crossner", "gum-names", "ewt-marks")


def collect(nlp: Language, data: Path, without: frozenset[str] = frozenset()) -> list[Sample]:
    """All training paragraphs; ``without`` names sets of SETS to leave out."""
    pool: list[Sample] = []
    if "ewt" not in without:
        pool.extend(read_ewt(data, marks="ewt-marks" not in without))
    if "gum" not in without:
        pool.extend(read_gum(data, names="gum-names" not in without, marks="ewt-marks" not in without))
    if "own" not in without:
        pool.extend(samples.read_own(nlp, held_out=False))
    pool.extend(s for s in borrowed.read_borrowed(data / "names") if s.source not in without)
    return pool


def read_ewt(data: Path, *, marks: bool) -> list[Sample]:
    """EWT's paragraphs, with our own marks where a sentence has them."""
    names = marked.load_marks(marked.MARKS / "ewt-names.tsv") if marks else {}
    attributions = marked.load_marks(marked.MARKS / "attributions.tsv") if marks else {}
    read = samples.read_treebank(data / "syntax" / "ewt-train.conllu.gz", "ewt")
    return [marked.add_attributions(marked.add_marks(s, parts, names), parts, attributions) for s, parts in read]


def read_gum(data: Path, *, names: bool, marks: bool) -> list[Sample]:
    """GUM's paragraphs, with the names that its links give and our own attributions."""
    attributions = marked.load_marks(marked.MARKS / "attributions.tsv") if marks else {}
    read = samples.read_treebank(data / "syntax" / "gum-open-train.conllu.gz", "gum")
    found = ((gum.add_names(s, parts) if names else s, parts) for s, parts in read)
    return [marked.add_attributions(sample, parts, attributions) for sample, parts in found]


def find_labels(pool: list[Sample]) -> Labels:
    """The answers that occur, in alphabetical order; the names' are fixed."""
    parsed = [s.syntax for s in pool if s.syntax is not None]
    return Labels(
        tags=tuple(sorted({t for s in parsed for t in s.tags if t})),
        pos=tuple(sorted({p for s in parsed for p in s.pos})),
        deps=tuple(sorted({d for s in parsed for d in s.deps})),
        names=("O", *(f"{edge}-{label}" for label in NAMES for edge in "BI")),
    )
