"""Who said what: on PolNeAR dev, whose annotators' rules are not ours, and on the held-out tenth of our own texts.

PolNeAR gives each word to one attribution at most, so nothing nests there; its cues take along adverbs, listeners and
what else stands between source and content, its attributions include plans, beliefs and titles of documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reader_citron import Citron, gather
from benchmarks.reader_pieces import (
    ALONE,
    KINDS,
    Article,
    Piece,
    Words,
    outermost,
    own_pieces,
    pieces_in,
    read_polnear,
)
from benchmarks.reader_scores import Measured, Tally, thin
from training import markup

if TYPE_CHECKING:
    from communique.reader import Reader

Whole = frozenset[tuple[int, int, str]]


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of an article, a line each, and where they start."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line.rstrip()
        at += len(line)


def read_articles(reader: Reader, articles: Sequence[Article]) -> Iterator[tuple[Article, Words, list[Piece]]]:
    """Each article with its words and what the reader found, paragraph by paragraph, in the article's characters."""
    lines = [list(lines_of(article.text)) for article in articles]
    docs = reader.read(line for part in lines for _, line in part)
    for article, part in zip(articles, lines, strict=True):
        read = [(at, next(docs)) for at, _ in part]
        yield article, Words.of(read), [p.moved(at, at) for at, doc in read for p in pieces_in(doc)]


def count_words(tally: Tally, words: Words, found: Sequence[Piece], true: Sequence[Piece]) -> None:
    """Count the words of each kind."""
    for kind in KINDS:
        tally.add(kind, words.covered(found, kind), words.covered(true, kind))


def measure_polnear(reader: Reader, path: Path, sample: int | None) -> Measured:
    """F of the reader's words by kind, and of whole attributions.

    ``polnear_source``, ``_cue``, ``_content``: a word is found when it stands in a span of that kind, and true when
    more than half of its characters stand in an annotated one; it counts once for each kind, in however many nested
    attributions it stands. ``polnear_outer_*``: the reader's pieces inside another attribution's content are left out
    first, as PolNeAR's rules leave them out. ``citron_*``: see ``Citron``, everything as it comes;
    ``citron_outer_*``: without nested ones. A content that only goes on from an earlier paragraph belongs to no whole.
    """
    articles = thin(list(read_polnear(path)), sample)
    tally, outer_tally, citron, outer_citron = Tally(), Tally(), Citron(), Citron()
    for article, words, found in read_articles(reader, articles):
        outer = outermost(found)
        true = gather(article.pieces, words)
        count_words(tally, words, found, article.pieces)
        count_words(outer_tally, words, outer, article.pieces)
        citron.add(gather(found, words), true)
        outer_citron.add(gather(outer, words), true)
    scores: dict[str, float] = {}
    for kind in KINDS:
        scores |= tally.three(f"polnear_{kind}", kind) | outer_tally.three(f"polnear_outer_{kind}", kind)
    scores |= citron.scores("citron") | outer_citron.scores("citron_outer")
    wholes = sum(len({p.number for p in article.pieces}) for article in articles)
    return Measured(scores, [f"PolNeAR dev: {len(articles)} articles, {wholes:,} attributions"])


def wholes(pieces: Sequence[Piece]) -> set[Whole]:
    """All pieces of each attribution together; a content that only goes on is one of its own, a lone source is none."""
    together: dict[str, set[tuple[int, int, str]]] = {}
    for p in pieces:
        if p.number == ALONE and p.kind != "content":
            continue
        number = f"{ALONE}.{p.start}.{p.end}" if p.number == ALONE else p.number
        together.setdefault(number, set()).add((p.start, p.end, p.kind))
    return {frozenset(parts) for parts in together.values()}


def measure_own(reader: Reader, sample: int | None) -> Measured:
    """F on our own held-out paragraphs, each read as raw text.

    ``own_attribution``: over sources, cues and contents together, a piece being right when its kind and both ends are;
    only pieces that stand in no other attribution's content, on both sides, each stretch once.
    ``own_exact_source``, ``_cue``, ``_content``: the same each. ``own_words_*``: by words as on PolNeAR, nested pieces
    counted on both sides. ``own_wholes``: attributions, nested ones too, of which every piece is right and they belong
    together.
    """
    paragraphs = thin([p for p in markup.read_paragraphs() if p.held_out], sample)
    exact, words_tally, whole = Tally(), Tally(), Tally()
    for paragraph, doc in zip(paragraphs, reader.read(p.text for p in paragraphs), strict=True):
        found, true = pieces_in(doc), own_pieces(paragraph)
        for kind in KINDS:
            mine, theirs = ({(p.start, p.end) for p in outermost(ps) if p.kind == kind} for ps in (found, true))
            exact.add(kind, mine, theirs)
        count_words(words_tally, Words.of([(0, doc)]), found, true)
        whole.add("whole", wholes(found), wholes(true))
    scores = exact.three("own_attribution") | whole.three("own_wholes")
    scores |= {f"own_exact_{kind}": exact.f(kind) for kind in KINDS}
    scores |= {f"own_words_{kind}": words_tally.f(kind) for kind in KINDS}
    counted = f"{exact.true.total():,} outermost pieces, {whole.true.total():,} attributions"
    return Measured(scores, [f"own held-out paragraphs: {len(paragraphs):,} with {counted}"])


def measure(reader: Reader, data: Path, sample: int | None) -> Measured:
    """PolNeAR."""
    return measure_polnear(reader, data / "attribution" / "polnear-dev.tar.xz", sample)
