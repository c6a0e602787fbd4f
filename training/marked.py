"""Our own marks on the treebanks' words: names, offices and attributions that the treebanks do not have.

The files of ``marks/`` hold no text, only where the marks stand: ``sent_id``, first word, end and label, a tab between;
a sentence that was read and has none is a line with its ``sent_id`` alone. Made by hand for this project, under its
licence; the sentences stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from training.samples import ANY, Mark, Sample
from training.treebanks import Sentence

MARKS = Path(__file__).parent / "marks"
Marks = Mapping[str, tuple[Mark, ...]]


def load_marks(path: Path) -> Marks:
    """Every sentence's marks, by ``sent_id``; a fifth column is the number of the attribution."""
    found: dict[str, list[Mark]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, *rest = line.split("\t")
        marks = found.setdefault(name, [])
        if rest:
            marks.append(Mark(int(rest[0]), int(rest[1]), rest[2], int(rest[3]) if len(rest) > 3 else 0))
    return {name: tuple(marks) for name, marks in found.items()}


def add_marks(sample: Sample, sentences: list[Sentence], names: Marks) -> Sample:
    """The paragraph with our names and offices; words of sentences nobody read stay open.

    Offices are known only where every sentence of the paragraph was read.
    """
    if not any(s.name in names for s in sentences):
        return sample
    here: list[Mark] = []
    unsure: dict[int, frozenset[str]] = {}
    at = 0
    for sentence in sentences:
        if sentence.name in names:
            here.extend(Mark(at + m.start, at + m.end, m.label) for m in names[sentence.name])
        else:
            unsure.update(dict.fromkeys(range(at, at + len(sentence.words)), ANY))
        at += len(sentence.words)
    return replace(
        sample,
        names=tuple(m for m in here if m.label != "OFFICE"),
        open_names=unsure,
        offices=tuple(m for m in here if m.label == "OFFICE") if not unsure else None,
    )


def add_attributions(sample: Sample, sentences: list[Sentence], attributions: Marks) -> Sample:
    """The paragraph with its attributions, where every one of its sentences was read."""
    if not all(s.name in attributions for s in sentences):
        return sample
    here: list[Mark] = []
    at = 0
    for sentence in sentences:
        for m in attributions[sentence.name]:
            begun = next((h for h in here if h.end == at + m.start == at and like(h, m)), None)
            if begun is not None:
                here.remove(begun)
            here.append(Mark(begun.start if begun else at + m.start, at + m.end, m.label, m.number))
        at += len(sentence.words)
    return replace(sample, attributions=tuple(here))


def like(one: Mark, other: Mark) -> bool:
    """Whether two pieces are of one kind and one attribution."""
    return one.label == other.label and one.number == other.number
