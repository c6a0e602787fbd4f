"""What the reader learned about who says what, asked where the words' classes alone may take the wrong name.

    Russia, a longtime ally of Assad, said      its executive director, Mona Aldis, told
    ^^^^^^ not the name beside the verb                                ^^^^^^^^^^

The reader marks a source whole, with its appositions. Who speaks is the person that an apposition names, else the
phrase that the apposition explains.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.quotes.phrases import COMMAS, Line, Range, names_in

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from communique.quotes.cue import Cue


def correct_sources(line: Line, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues with the source that the reader gives them, where the two differ; its silence changes nothing."""
    given = learned_sources(line.doc)
    return tuple(_corrected(line, cue, given) for cue in cues) if given else cues


def learned_sources(doc: Doc) -> dict[int, Range]:
    """For each word of a learned cue, the words of its source; of several sources the nearest."""
    pieces = list(doc.spans.get("attributions", ()))
    sources: dict[str, list[Span]] = {}
    for piece in pieces:
        if piece.label_ == "SOURCE":
            sources.setdefault(piece.id_, []).append(piece)
    found: dict[int, Range] = {}
    for cue in pieces:
        mine = sources.get(cue.id_, []) if cue.label_ == "CUE" else []
        if mine:
            source = min(mine, key=lambda s: max(s.start - cue.end, cue.start - s.end))
            found.update(dict.fromkeys(range(cue.start, cue.end), (source.start, source.end)))
    return found


def _corrected(line: Line, cue: Cue, given: dict[int, Range]) -> Cue:
    if cue.phrase or cue.quoted is not None or cue.carrier is not None:
        return cue
    whole = next((given[i] for i in line.words[cue.first : cue.last] if i in given), None)
    if whole is None or not set(range(*whole)) <= set(line.words):
        return cue
    spoken = speaking_part(line.doc, whole)
    if cue.source is not None and cue.source[0] < spoken[1] and spoken[0] < cue.source[1]:
        return cue
    start = line.words.index(whole[0])
    return replace(cue, source=spoken, whole=whole, start=min(cue.start, start) if start < cue.first else cue.start)


def speaking_part(doc: Doc, whole: Range) -> Range:
    """Of a source with its appositions, the person that one of them is; else what stands before the first comma."""
    edges = [whole[0] - 1, *(i for i in range(*whole) if doc[i].text in COMMAS), whole[1]]
    parts = [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
    if not parts:
        return whole
    offices = {i for office in doc.spans.get("offices", ()) for i in range(office.start, office.end)}
    for start, end in parts:
        if any(
            n.label == "PER" and n.end == end and offices >= set(range(start, n.start))
            for n in names_in(doc, start, end)
        ):
            return start, end
    return parts[0]
