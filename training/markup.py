"""Our own annotated news: what each paragraph says, and where its names, offices and attributions stand.

``<L>MOSCOW</L>, <D>March 11</D>.`` is the text ``MOSCOW, March 11.`` with the marks ``L 0-6`` and ``D 8-16``.
The tags are explained in ``corpus/GUIDELINES.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TAG = re.compile(r"<(/?)([A-Za-z]\d*)>")
CORPUS = Path(__file__).parent / "corpus"
NAME_LABELS = {"P": "PER", "O": "ORG", "L": "LOC", "N": "NORP", "E": "EVENT", "D": "DATE"}
ATTRIBUTION_KINDS = {"s": "source", "c": "cue", "q": "content"}
HELD_OUT_EVERY = 10  # each file's tenth, twentieth ... text measures and never trains


@dataclass(frozen=True, slots=True)
class Mark:
    """A tagged stretch of one paragraph, in code points of the paragraph without its tags."""

    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a text as printed, with its marks in order of their ends."""

    text_id: str
    style: str
    text: str
    marks: tuple[Mark, ...]
    held_out: bool

    def spans(self, labels: dict[str, str]) -> list[tuple[int, int, str]]:
        """The marks whose tag is among the labels, as start, end and label, in text order."""
        return sorted((m.start, m.end, labels[m.tag]) for m in self.marks if m.tag in labels)


def parse_marked(line: str) -> tuple[str, tuple[Mark, ...]]:
    """The line without its tags, and what the tags marked; raises ValueError on a tag that closes nothing.

    A stack per tag is enough: the checker has already refused tags that cross.
    """
    pieces: list[str] = []
    length = last = 0
    opened: dict[str, list[int]] = {}
    marks: list[Mark] = []
    for match in TAG.finditer(line):
        pieces.append(line[last : match.start()])
        length += match.start() - last
        last = match.end()
        closing, tag = match.groups()
        if not closing:
            opened.setdefault(tag, []).append(length)
            continue
        if not opened.get(tag):
            raise ValueError(f"</{tag}> closes nothing in {line[:60]!r}")
        marks.append(Mark(tag, opened[tag].pop(), length))
    pieces.append(line[last:])
    return "".join(pieces), tuple(marks)


def read_paragraphs(folder: Path = CORPUS) -> Iterator[Paragraph]:
    """Every paragraph of our own texts, file by file; each tenth text of a file is held out."""
    for path in sorted(folder.glob("*.txt")):
        text_id = style = ""
        number = 0
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=== "):
                text_id, _, style = line[4:].partition(" | ")
                number += 1
            elif line.strip():
                text, marks = parse_marked(line)
                yield Paragraph(text_id, style, text, marks, number % HELD_OUT_EVERY == 0)
