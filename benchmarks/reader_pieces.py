"""Pieces of attributions, whoever marked them: the reader, PolNeAR's annotators, or our own."""

from __future__ import annotations

import tarfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training import markup

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = ("source", "cue", "content")
ALONE = "0"  # the number of a piece that no attribution in its paragraph holds


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Characters ``[start, end)`` that are a source, a cue or a content; pieces of one attribution share a number."""

    start: int
    end: int
    kind: str
    number: str

    def moved(self, by: int, within: object = "") -> Piece:
        """The piece in a longer text; its number is made that text's own."""
        number = self.number if self.number == ALONE else f"{within}.{self.number}"
        return Piece(self.start + by, self.end + by, self.kind, number)

    def holds(self, other: Piece) -> bool:
        """A content of another attribution, longer than the piece and around it."""
        apart = self.number != other.number or self.number == ALONE
        longer = self.end - self.start > other.end - other.start
        return self.kind == "content" and apart and longer and self.start <= other.start and other.end <= self.end


def outermost(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that stand in no content of another attribution."""
    contents = [p for p in pieces if p.kind == "content"]
    return [p for p in pieces if not any(c.holds(p) for c in contents)]


def pieces_in(doc: Doc) -> list[Piece]:
    """What the reader found in one text; nothing from a reader that does not attribute."""
    spans = doc.spans.get("attributions", ())
    return [Piece(s.start_char, s.end_char, s.label_.lower(), s.id_ or ALONE) for s in spans]


def own_pieces(paragraph: markup.Paragraph) -> list[Piece]:
    """What is marked in one of our own paragraphs."""
    kinds = markup.ATTRIBUTION_KINDS
    return sorted(Piece(m.start, m.end, kinds[m.tag[0]], m.tag[1:]) for m in paragraph.marks if m.tag[0] in kinds)


@dataclass(frozen=True, slots=True)
class Article:
    """A text of PolNeAR and its attributions' pieces; a content printed in two stretches is two pieces."""

    name: str
    text: str
    pieces: tuple[Piece, ...]


def read_polnear(path: Path) -> Iterator[Article]:
    """The articles of the packed folder: ``text/NAME.txt`` with ``attributions/NAME_ANNOTATOR.ann`` in brat's format."""
    with tarfile.open(path) as packed:
        files = {m.name: file.read().decode() for m in packed.getmembers() if (file := packed.extractfile(m))}
    for name, text in sorted(files.items()):
        if "/attributions/" in name and name.endswith(".ann"):
            stem = name.rsplit("_", 1)[0].replace("/attributions/", "/text/")
            yield Article(stem.rsplit("/", 1)[1], files[f"{stem}.txt"], tuple(parse_brat(text)))


def parse_brat(text: str) -> list[Piece]:
    """The pieces of every ``E`` line: ``T`` lines say where they stand, ``Source 0 7;12 20``; Discuss and Discard are
    the annotators' notes and no pieces."""
    places: dict[str, list[tuple[int, int]]] = {}
    pieces: set[Piece] = set()
    rows = [line.split("\t") for line in text.splitlines()]
    for name, where, *_ in (row for row in rows if row[0].startswith("T")):
        stretches = where.partition(" ")[2].split(";")
        places[name] = [(int(a), int(b)) for a, b in (stretch.split() for stretch in stretches)]
    for name, arguments, *_ in (row for row in rows if row[0].startswith("E")):
        for role, _, place in (argument.partition(":") for argument in arguments.split()):
            kind = role.rstrip("0123456789").lower()
            if kind in KINDS:
                pieces.update(Piece(a, b, kind, name) for a, b in places[place])
    return sorted(pieces)


@dataclass(frozen=True, slots=True)
class Words:
    """Where a text's words start and end, white space left out."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, docs: Iterable[tuple[int, Doc]]) -> Words:
        """The words of Docs that start at these characters of the text."""
        words = [(at + t.idx, at + t.idx + len(t)) for at, doc in docs for t in doc if not t.is_space]
        return cls(tuple(a for a, _ in words), tuple(b for _, b in words))

    def touched(self, start: int, end: int) -> range:
        """The numbers of the words that the characters ``[start, end)`` touch."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def covered(self, pieces: Iterable[Piece], kind: str) -> set[int]:
        """The words of which more than half of the characters lie in pieces of the kind, each counted once."""
        inside: dict[int, set[int]] = {}
        for piece in (p for p in pieces if p.kind == kind):
            for word in self.touched(piece.start, piece.end):
                a, b = max(piece.start, self.starts[word]), min(piece.end, self.ends[word])
                inside.setdefault(word, set()).update(range(a, b))
        return {word for word, chars in inside.items() if 2 * len(chars) > self.ends[word] - self.starts[word]}
