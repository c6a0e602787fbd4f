"""What one training step is made of: a paragraph's words with whatever is known about them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example, offsets_to_biluo_tags
from spacy.util import filter_spans

from communique.reader.offices import KEY, LABEL
from training import markup, treebanks


@dataclass(frozen=True, slots=True)
class Sample:
    """Words and spaces, and either syntax or names; what is None is unknown, never "none here"."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    sentences: tuple[treebanks.Sentence, ...] | None = None
    names: tuple[str, ...] | None = None  # BILUO, "-" where a name does not end at a word's edge
    offices: tuple[tuple[int, int], ...] | None = None  # half-open, in words


def read_treebank(path: Path) -> Iterator[Sample]:
    """A treebank's paragraphs; a paragraph's last word keeps its space so that texts can be joined."""
    for sentences in treebanks.read_paragraphs(path):
        words = tuple(w for s in sentences for w in s.words)
        spaces = tuple(b for s in sentences for b in s.spaces)
        yield Sample(words, spaces, tuple(sentences))


def read_own(nlp: Language, *, held_out: bool) -> Iterator[Sample]:
    """Our own paragraphs, cut by the tokenizer that will cut real pages."""
    for paragraph in markup.read_paragraphs():
        if paragraph.held_out is held_out:
            yield own_sample(nlp, paragraph)


def own_sample(nlp: Language, paragraph: markup.Paragraph) -> Sample:
    """One paragraph with its names and its offices; of two nested offices the longer stays."""
    doc = nlp.make_doc(paragraph.text)
    with warnings.catch_warnings():  # a misaligned name becomes "-", which is what is wanted
        warnings.simplefilter("ignore", UserWarning)
        names = offsets_to_biluo_tags(doc, paragraph.spans(markup.NAME_LABELS))
    marks = (doc.char_span(a, b, alignment_mode="expand") for a, b, _ in paragraph.spans({"F": LABEL}))
    offices = tuple((s.start, s.end) for s in filter_spans([m for m in marks if m is not None]))
    return Sample(tuple(t.text for t in doc), tuple(bool(t.whitespace_) for t in doc), None, tuple(names), offices)


def build_reference(nlp: Language, sample: Sample) -> Doc:
    """The sample as a Doc with the right answers, on the sample's own words."""
    doc = Doc(nlp.vocab, words=list(sample.words), spaces=list(sample.spaces), **syntax(sample))
    if sample.names is not None:
        set_names(doc, sample.names)
    if sample.offices is not None:
        doc.spans[KEY] = [Span(doc, a, b, label=LABEL) for a, b in sample.offices]
    return doc


def syntax(sample: Sample) -> dict[str, list[str] | list[int]]:
    """The Doc arguments for tags, features and heads (counted within the Doc), or nothing where unknown."""
    if sample.sentences is None:
        return {}
    heads: list[int] = []
    for sentence in sample.sentences:
        heads.extend(head + len(heads) - i for i, head in enumerate(sentence.heads))
    return {
        "pos": [p for s in sample.sentences for p in s.pos],
        "tags": [t for s in sample.sentences for t in s.tags],
        "morphs": [m for s in sample.sentences for m in s.morphs],
        "deps": [d for s in sample.sentences for d in s.deps],
        "heads": heads,
    }


def set_names(doc: Doc, names: tuple[str, ...]) -> None:
    """Give the Doc its names; "-" becomes a word about which nothing is known."""
    spans, missing, start = [], [], 0
    for i, tag in enumerate(names):
        if tag == "-":
            missing.append(Span(doc, i, i + 1))
        elif tag[0] in "BU":
            start = i
        if tag[0] in "LU":
            spans.append(Span(doc, start, i + 1, label=tag[2:]))
    doc.set_ents(spans, missing=missing, default="outside")


def build_example(nlp: Language, sample: Sample) -> Example:
    """The sample's raw text, cut by the tokenizer, against the right answers; spaCy aligns the two."""
    reference = build_reference(nlp, sample)
    return Example(nlp.make_doc(reference.text), reference)


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
