"""Universal Dependencies files as sentences, gathered into paragraphs."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MOST_SENTENCES = 8  # a longer paragraph is cut: a training step holds a few thousand words
MOST_WORDS = 160


@dataclass(slots=True)
class Sentence:
    """One sentence's words, one entry per word in every list; heads count from 0 and a root is its own head."""

    starts_paragraph: bool
    name: str = ""  # its ``sent_id``
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, packed or not; empty nodes are skipped, multiword tokens give spacing only."""
    opener = gzip.open if path.suffix == ".gz" else open
    sentence = Sentence(starts_paragraph=False)
    inside_until, spaced_after = 0, True
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if sentence.words:
                    yield sentence
                sentence, inside_until = Sentence(starts_paragraph=False), 0
            elif line.startswith("#"):
                sentence.starts_paragraph |= line.startswith(("# newpar", "# newdoc"))
                if line.startswith("# sent_id = "):
                    sentence.name = line[12:]
            else:
                columns = line.split("\t")
                if "." in columns[0]:
                    continue
                if "-" in columns[0]:
                    inside_until = int(columns[0].split("-")[1])
                    spaced_after = "SpaceAfter=No" not in columns[9]
                    continue
                add_word(sentence, columns, inside_until, spaced_after)
    if sentence.words:
        yield sentence


def add_word(sentence: Sentence, columns: list[str], inside_until: int, spaced_after: bool) -> None:
    """Append one CoNLL-U row; within a multiword token ("do" + "n't") only the last word takes its space."""
    number, form, _, pos, tag, _, head, dep, _, misc = columns
    index = int(number)
    if index < inside_until:
        space = False
    elif index == inside_until:
        space = spaced_after
    else:
        space = "SpaceAfter=No" not in misc
    sentence.words.append(form)
    sentence.spaces.append(space)
    sentence.pos.append(pos)
    sentence.tags.append(tag if tag != "_" else "")
    sentence.heads.append(int(head) - 1 if head != "0" else index - 1)
    sentence.deps.append(dep if head != "0" else "ROOT")
    sentence.misc.append(misc)


def read_paragraphs(path: Path) -> Iterator[list[Sentence]]:
    """Runs of sentences that stood in one paragraph, at most MOST_SENTENCES each."""
    gathered: list[Sentence] = []
    for sentence in read_sentences(path):
        held = sum(len(s.words) for s in gathered)
        full = len(gathered) == MOST_SENTENCES or held + len(sentence.words) > MOST_WORDS
        if gathered and (sentence.starts_paragraph or full):
            yield gathered
            gathered = []
        gathered.append(sentence)
    if gathered:
        yield gathered
