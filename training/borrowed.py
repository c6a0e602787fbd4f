"""Names from other openly licensed sets, made to agree with ours; where they cannot, the word is missing.

Wikigold and CrossNER mark neither dates, nationalities nor events as we do, so their "no name here" is not ours. It is
kept only for words that could be none of these: lower-case words that no date is made of. All else becomes "-", a word
from which nothing is learned.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from training.samples import Sample

FILES = ("wikigold.conll.gz", "crossner-politics-train.bio.gz", "crossner-politics-dev.bio.gz")
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
}
NAMED = frozenset(LABELS.values())
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


def read_borrowed(data: Path) -> Iterator[Sample]:
    """Every sentence of the sets, with names where both conventions agree."""
    for name in FILES:
        for words, tags in read_columns(data / name):
            yield Sample(tuple(words), spacing(words), None, tuple(harmonise(words, tags)), None)


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


def harmonise(words: list[str], tags: list[str]) -> list[str]:
    """IOB or BIO tags as BILUO ones of ours; what we label otherwise, or they do not label, becomes "-"."""
    kinds = [LABELS.get(tag[2:], "-") if tag != "O" else outside(word) for word, tag in zip(words, tags, strict=True)]
    for i, kind in enumerate(kinds[1:]):
        if kinds[i] == "-" and kind in NAMED and tags[i] == "O" and words[i].islower():
            kinds[i] = "O"  # "the Anti-Masonic Party": the set itself says where the name begins
    found: list[str] = []
    for i, kind in enumerate(kinds):
        if kind in ("-", "O"):
            found.append(kind)
            continue
        first = i == 0 or kinds[i - 1] != kind or tags[i].startswith("B-")
        last = i + 1 == len(kinds) or kinds[i + 1] != kind or tags[i + 1].startswith("B-")
        found.append(f"{'U' if first and last else 'B' if first else 'L' if last else 'I'}-{kind}")
    return found


def outside(word: str) -> str:
    """ "O" for a word that can be no name of ours, "-" for one that may be."""
    sure = word.islower() and word.isalpha() and word not in DATE_WORDS
    return "O" if sure or word in NO_SPACE_BEFORE or word in NO_SPACE_AFTER else "-"


def spacing(words: list[str]) -> tuple[bool, ...]:
    """Whether a space followed each word in print, as far as the words tell."""
    after = [*words[1:], ""]
    return tuple(w not in NO_SPACE_AFTER and nxt not in NO_SPACE_BEFORE for w, nxt in zip(words, after, strict=True))
