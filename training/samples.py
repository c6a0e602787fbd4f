"""What one text says to the network: words, and whatever is known about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from training import markup, treebanks

ANY = frozenset({"PER", "ORG", "LOC", "NORP", "EVENT", "DATE"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words ``[start, end)`` and what they are; pieces of one attribution share a number."""

    start: int
    end: int
    label: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Syntax:
    """One entry a word; heads count from 0 and a root is its own head; "" is a tag nobody gave."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    starts: frozenset[int]  # words that begin a sentence


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph's words with what is known; what is None is unknown, never "none here".

    ``open_names`` holds, for words whose set does not say all that our conventions ask, the labels they may have
    besides the one that is stated.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    source: str
    syntax: Syntax | None = None
    names: tuple[Mark, ...] | None = None
    open_names: dict[int, frozenset[str]] = field(default_factory=dict)
    offices: tuple[Mark, ...] | None = None
    attributions: tuple[Mark, ...] | None = None
    changed: bool = False  # words were exchanged: the text is nobody's any more

    @property
    def text(self) -> str:
        """The words as they would be printed."""
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True)).strip()


def read_treebank(path: Path, source: str) -> Iterator[tuple[Sample, list[treebanks.Sentence]]]:
    """A treebank's paragraphs, with their sentences for whoever adds names to them."""
    for sentences in treebanks.read_paragraphs(path):
        heads: list[int] = []
        starts = []
        for sentence in sentences:
            starts.append(len(heads))
            heads.extend(head + starts[-1] for head in sentence.heads)
        syntax = Syntax(
            tuple(t for s in sentences for t in s.tags),
            tuple(p for s in sentences for p in s.pos),
            tuple(heads),
            tuple(d for s in sentences for d in s.deps),
            frozenset(starts),
        )
        words = tuple(w for s in sentences for w in s.words)
        yield Sample(words, tuple(b for s in sentences for b in s.spaces), source, syntax), sentences


def read_own(nlp: Language, *, held_out: bool) -> Iterator[Sample]:
    """Our own paragraphs, cut by the tokenizer that will cut real pages."""
    for paragraph in markup.read_paragraphs():
        if paragraph.held_out is held_out:
            yield own_sample(nlp, paragraph)


def own_sample(nlp: Language, paragraph: markup.Paragraph) -> Sample:
    """One paragraph with its names, offices and attributions; of two nested offices the longer stays."""
    doc = nlp.make_doc(paragraph.text)
    names, unsure = [], {}
    for start, end, label in paragraph.spans(markup.NAME_LABELS):
        exact = doc.char_span(start, end)
        touched = doc.char_span(start, end, alignment_mode="expand")
        if exact is not None:
            names.append(Mark(exact.start, exact.end, label))
        elif touched is not None:  # the name ends inside a word
            unsure.update(dict.fromkeys(range(touched.start, touched.end), ANY))
    offices = [doc.char_span(a, b, alignment_mode="expand") for a, b, _ in paragraph.spans({"F": "OFFICE"})]
    return Sample(
        words=tuple(t.text for t in doc),
        spaces=tuple(bool(t.whitespace_) for t in doc),
        source="own",
        names=tuple(names),
        open_names=unsure,
        offices=tuple(Mark(s.start, s.end, "OFFICE") for s in filter_spans([o for o in offices if o is not None])),
        attributions=tuple(attribution_marks(doc, paragraph)),
    )


def attribution_marks(doc: Doc, paragraph: markup.Paragraph) -> Iterator[Mark]:
    """The pieces of every attribution, in words."""
    for mark in paragraph.marks:
        kind = markup.ATTRIBUTION_KINDS.get(mark.tag[0])
        span = doc.char_span(mark.start, mark.end, alignment_mode="expand")
        if kind and span is not None:
            yield Mark(span.start, span.end, kind, int(mark.tag[1:]))


def vary(sample: Sample, random: Random) -> Sample:
    """The sample, or one time in three the same words in another outlet's typography.

    The treebanks have straight quotes and "--", pages have curly ones and dashes; headlines stand in title case or
    capitals; some sites lose their capitals altogether.
    """
    words = list(sample.words)
    if random.random() < 0.35:
        words = curl(words, sample.spaces)
    draw = random.random()
    if draw < 0.04:
        words = [w.lower() for w in words]
    elif draw < 0.06:
        words = [w.upper() for w in words]
    elif draw < 0.12 and len(words) < 30:
        words = [w[:1].upper() + w[1:] if len(w) > 3 else w for w in words]
    return replace(sample, words=tuple(words))


def curl(words: list[str], spaces: tuple[bool, ...]) -> list[str]:
    """Straight quotes made curly by the space before them, and two hyphens made a dash."""
    curled, spaced = [], True
    for word, space in zip(words, spaces, strict=True):
        if word in ('"', "``", "''"):
            word = "“" if (spaced and not space) or word == "``" else "”"
        elif word == "--":
            word = "—"
        elif "'" in word and len(word) > 1:
            word = word.replace("'", "’")
        curled.append(word)
        spaced = space
    return curled
