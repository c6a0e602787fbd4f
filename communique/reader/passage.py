"""A paragraph of a story, read: the words of one block, tied to the page they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import READ, Block, Page, Part, Skip, Span, Story

if TYPE_CHECKING:
    import spacy.tokens as spacy

    from communique.reader import Reader


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a story and its ``Doc``; ``doc.text`` is exactly the block's text.

    Everything learned is asked of the ``Doc`` (words, sentences, syntax,
    ``doc.ents``, ``doc.spans["offices"]``); everything said to the outside is a ``Span`` of the page.
    """

    span: Span
    part: Part
    doc: spacy.Doc

    def place(self, words: spacy.Token | spacy.Span) -> Span:
        """Where these words stand on the page."""
        start = words.idx if hasattr(words, "idx") else words.start_char
        return self.at(start, start + len(words.text))

    def at(self, start: int, end: int) -> Span:
        """The page's span of the passage's own characters ``[start, end)``."""
        return Span(self.span.page, self.span.start + start, self.span.start + end)

    def words(self, span: Span) -> spacy.Span | None:
        """The words that the page's ``span`` touches, ``None`` where it touches none of this passage."""
        if not self.span.overlaps(span):
            return None
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        return self.doc.char_span(start - self.span.start, end - self.span.start, alignment_mode="expand")


def read_passages(page: Page, story: Story, reader: Reader) -> tuple[tuple[Passage, ...], tuple[Skip, ...]]:
    """The story's headline, deck and body, read, in text order; and the decks left out because they repeat the body.

    Half of a deck's runs of four words in the body make it a repeat: sites print the lead again above it, often
    without its quotation marks, and every quote in it would count twice.
    """
    blocks = story.of(*READ)
    told = {run for block in blocks if block.part == "body" for run in _runs(block.span.cut(page.text))}
    kept, skips = [], []
    for block in blocks:
        runs = _runs(block.span.cut(page.text)) if block.part == "deck" else frozenset()
        if runs and len(runs & told) * 2 >= len(runs):
            skips.append(Skip("deck", "repeats the body", page.id, story.id, block.span))
        else:
            kept.append(block)
    docs = reader.read(block.span.cut(page.text) for block in kept)
    return tuple(_passages(kept, docs)), tuple(skips)


def _passages(blocks: list[Block], docs: Iterator[spacy.Doc]) -> Iterator[Passage]:
    for block, doc in zip(blocks, docs, strict=True):
        yield Passage(block.span, block.part, doc)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = "".join(char for char in text.casefold() if char.isalnum() or char.isspace()).split()
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
