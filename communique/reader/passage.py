"""A paragraph of a story, read: the words of one block, tied to the page they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import READ, Page, Part, Skip, Span, Story

if TYPE_CHECKING:
    import spacy.tokens as spacy

    from communique.reader import Reader


# A page without paragraphs is one block. Rooms compare words within a passage, so its length bounds their work;
# the longest paragraph of ordinary news has about 2,000 characters.
MOST_CHARS = 3_000
_SENTENCE_END = re.compile(r"[.!?][\"”’')]{0,2}\s+(?=[\"“‘'(]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a story, or a run of sentences of a very long one, and its ``Doc``; ``doc.text`` is exactly its text.

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
    runs_read = [(block.part, span) for block in kept for span in _cut(block.span, page.text)]
    docs = reader.read(span.cut(page.text) for _, span in runs_read)
    return tuple(Passage(span, part, doc) for (part, span), doc in zip(runs_read, docs, strict=True)), tuple(skips)


def _cut(span: Span, text: str) -> Iterator[Span]:
    """The block whole, or where it is very long in runs that end with a sentence, else with a word, else anywhere."""
    start = span.start
    while span.end - start > MOST_CHARS:
        window = text[start : start + MOST_CHARS]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        end = ends[-1] if ends else max(window.rfind(" "), 0) or MOST_CHARS
        piece = window[:end].rstrip()
        if piece:
            yield Span(span.page, start, start + len(piece))
        start += end
        start += len(text[start : span.end]) - len(text[start : span.end].lstrip())
    if start < span.end:
        yield Span(span.page, start, span.end)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = "".join(char for char in text.casefold() if char.isalnum() or char.isspace()).split()
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
