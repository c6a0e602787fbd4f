"""Names from other openly licensed sets, made to agree with ours; where they cannot, a word stays open.

The sets mark neither dates nor, all of them, nationalities and events as we do. So their "no name here" is not ours:
it is kept for words that could be nothing else, and any other word may still be a date, a nationality or an event
(`Sample.open_names`). See CONVENTIONS.md for the table and for the sets that were dropped.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from training.samples import ANY, Mark, Sample

LABELS = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "politician": "PER",
    "person": "PER",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "country": "LOC",
    "location": "LOC",
    "election": "EVENT",
    "event": "EVENT",
}
FILES = {
    "wikigold": ("wikigold.conll.gz",),
    "crossner": ("crossner-politics-train.bio.gz", "crossner-politics-dev.bio.gz"),
}
OUTSIDE = {"wikigold": frozenset({"DATE"}), "crossner": frozenset({"DATE", "NORP", "EVENT"})}
WORD = re.compile(r"\S+")
DATE_WORDS = frozenset(
    WORD.findall(
        "a ago and april august autumn before beginning between century date day days december decade decades during "
        "earlier early end fall february following former friday in january july june last late later march may mid "
        "month months monday morning next night november now october of on past previous quarter recent same saturday "
        "season september since spring summer sunday that the then this thursday time today tomorrow tonight tuesday "
        "until wednesday week weekend weeks winter year years yesterday"
    )
)
NO_SPACE_BEFORE = frozenset(WORD.findall(". , ; : ? ! ) ] } % 's ’s n't ''"))
NO_SPACE_AFTER = frozenset(WORD.findall("( [ { $ £ € ``"))


def read_borrowed(folder: Path) -> Iterator[Sample]:
    """Every sentence of the sets."""
    for source, files in FILES.items():
        for name in files:
            for words, tags in read_columns(folder / name):
                names, unsure = harmonise(words, tags, OUTSIDE[source])
                yield Sample(tuple(words), spacing(words), source, names=names, open_names=unsure)


def read_columns(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of a two-column file, a blank line between them."""
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            columns = line.split()
            if len(columns) >= 2:
                words.append(columns[0])
                tags.append(columns[-1])
            elif words:
                if words != ["-DOCSTART-"]:
                    yield words, tags
                words, tags = [], []


def harmonise(
    words: list[str], tags: list[str], outside: frozenset[str]
) -> tuple[tuple[Mark, ...], dict[int, frozenset[str]]]:
    """IOB or BIO tags as our names, and the words that may be more than is said."""
    names: list[Mark] = []
    unsure: dict[int, frozenset[str]] = {}
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        label = LABELS.get(tag[2:])
        if label is not None:
            goes_on = tag[0] == "I" and names and names[-1].end == i and names[-1].label == label
            names.append(Mark(names.pop().start if goes_on else i, i + 1, label))
        elif tag != "O":
            unsure[i] = ANY
        elif not surely_outside(word):
            unsure[i] = outside
    return tuple(names), unsure


def surely_outside(word: str) -> bool:
    """Whether the word can be no name of ours: lower-case, and no date is made of it."""
    sure = word.islower() and word.isalpha() and word not in DATE_WORDS
    return sure or word in NO_SPACE_BEFORE or word in NO_SPACE_AFTER


def spacing(words: list[str]) -> tuple[bool, ...]:
    """Whether a space followed each word in print, as far as the words tell."""
    after = [*words[1:], ""]
    return tuple(w not in NO_SPACE_AFTER and nxt not in NO_SPACE_BEFORE for w, nxt in zip(words, after, strict=True))
