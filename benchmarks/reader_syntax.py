"""Syntax and sentences, on treebanks the reader never saw: UD English EWT dev and the open genres of GUM dev.

A paragraph is what ``treebanks.read_paragraphs`` gives: at most 8 sentences that stood together. A longer one is cut
at a sentence's start, so that a few starts are given rather than found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.reader_scores import Measured, Tally, percent, thin
from training import treebanks

if TYPE_CHECKING:
    from communique.reader import Reader
    from communique.reader.network import Network

Paragraph = Sequence[treebanks.Sentence]
Span = tuple[int, int, str]
SETS = {"ewt": "ewt-dev.conllu.gz", "gum": "gum-open-dev.conllu.gz"}
PARAGRAPHS_A_BATCH = 64


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader says of given words: one entry a word; heads count within the paragraph, a root is its own."""

    heads: Sequence[int]
    deps: Sequence[str]
    tags: Sequence[str]
    pos: Sequence[str]
    names: Sequence[Span]  # in words


def read_words(reader: Reader, paragraphs: Sequence[Paragraph], *, gold_starts: bool) -> Iterator[Judged]:
    """The paragraphs read on the treebank's own words, by the network alone; sentences are given or found.

    A reader without the component ``reader`` (the first one) reads spaCy Docs made of the same words.
    """
    if "reader" not in reader.nlp.pipe_names:
        yield from _read_docs(reader, paragraphs, gold_starts=gold_starts)
        return
    network = reader.nlp.get_pipe("reader").network
    for at in range(0, len(paragraphs), PARAGRAPHS_A_BATCH):
        yield from _read_rows(network, paragraphs[at : at + PARAGRAPHS_A_BATCH], gold_starts=gold_starts)


def _read_rows(network: Network, paragraphs: Sequence[Paragraph], *, gold_starts: bool) -> Iterator[Judged]:
    """A batch of paragraphs through the network; one that is too long for it is read in rows, as in a page."""
    from communique.reader.decode import decode

    rows = [network.number([word for sentence in paragraph for word in sentence.words]) for paragraph in paragraphs]
    scores = iter(network.run([row for parts in rows for row in parts]))
    labels = network.labels
    for paragraph, parts in zip(paragraphs, rows, strict=True):
        starts, at = _starts(paragraph), 0
        heads: list[int] = []
        deps: list[str] = []
        tags: list[str] = []
        pos: list[str] = []
        names: list[Span] = []
        for part in parts:
            n = len(part.first)
            given = sorted({0, *(s - at for s in starts if at <= s < at + n)}) if gold_starts else None
            answers = decode(next(scores), labels, network.heads, starts=given)
            heads.extend(at + int(h) for h in answers.heads)
            deps.extend("ROOT" if d < 0 else labels.deps[d] for d in answers.deps)
            tags.extend(labels.tags[t] for t in answers.tags)
            pos.extend(labels.pos[p] for p in answers.pos)
            names.extend((at + f.start, at + f.end, f.label) for f in answers.names)
            at += n
        yield Judged(heads, deps, tags, pos, names)


def _read_docs(reader: Reader, paragraphs: Sequence[Paragraph], *, gold_starts: bool) -> Iterator[Judged]:
    """The same through a spaCy pipeline, which keeps sentence starts that are already set."""
    from spacy.tokens import Doc

    docs = []
    for paragraph in paragraphs:
        words = [w for s in paragraph for w in s.words]
        doc = Doc(reader.nlp.vocab, words=words, spaces=[b for s in paragraph for b in s.spaces])
        starts = set(_starts(paragraph))
        for token in doc if gold_starts else ():
            token.is_sent_start = token.i in starts
        docs.append(doc)
    for doc in reader.nlp.pipe(docs):
        yield Judged(
            [t.head.i for t in doc],
            [t.dep_ for t in doc],
            [t.tag_ for t in doc],
            [t.pos_ for t in doc],
            [(e.start, e.end, e.label_) for e in doc.ents],
        )


def _starts(paragraph: Paragraph) -> list[int]:
    """The first word of every sentence."""
    return [0, *np.cumsum([len(s.words) for s in paragraph]).tolist()[:-1]]


def count_syntax(paragraph: Paragraph, judged: Judged, right: Counter[str]) -> None:
    """Count one paragraph's words; see ``measure_syntax`` for what is right."""
    at = 0
    for sentence in paragraph:
        for i, (head, dep) in enumerate(zip(sentence.heads, sentence.deps, strict=True)):
            attached = judged.heads[at + i] == at + head
            mine, theirs = judged.deps[at + i].lower(), dep.lower()
            right["words"] += 1
            right["uas"] += attached
            right["las"] += attached and mine.split(":")[0] == theirs.split(":")[0]
            right["las_full"] += attached and mine == theirs
            right["tag"] += judged.tags[at + i] == sentence.tags[i]
            right["pos"] += judged.pos[at + i] == sentence.pos[i]
        at += len(sentence.words)


def measure_syntax(reader: Reader, name: str, paragraphs: Sequence[Paragraph]) -> Measured:
    """Shares of all words, punctuation too, on the treebank's own words and sentence starts.

    ``uas``: the head is right. ``las``: the head and the relation without its subtype (CoNLL 2018's LAS). ``las_full``:
    with its subtype. ``tag``: the fine tag, Penn's; a word whose tag the treebank leaves empty cannot be right. ``pos``:
    the universal part of speech. ``las_own_sentences``: ``las`` again, with the sentences the reader itself finds in
    the given words: a head across a wrong border is wrong.
    """
    given: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for count, gold_starts in ((given, True), (found, False)):
        for paragraph, judged in zip(paragraphs, read_words(reader, paragraphs, gold_starts=gold_starts), strict=True):
            count_syntax(paragraph, judged, count)
    words = given["words"]
    scores = {f"{m}_{name}": percent(given[m], words) for m in ("las", "uas", "las_full", "tag", "pos")}
    scores[f"las_own_sentences_{name}"] = percent(found["las"], words)
    return Measured(scores, [f"{SETS[name]}: {len(paragraphs):,} paragraphs, {words:,} words"])


def printed(paragraph: Paragraph) -> tuple[str, list[int]]:
    """The paragraph's text, and the characters at which its sentences start."""
    text, starts = "", []
    for sentence in paragraph:
        starts.append(len(text))
        text += "".join(word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True))
    return text.rstrip(), starts


def measure_sentences(reader: Reader, name: str, paragraphs: Sequence[Paragraph]) -> Measured:
    """F of sentence starts in raw paragraphs, by the character a sentence's first word begins at.

    ``sentences`` counts a paragraph's own first start, which nobody misses, as the shared tasks and the issue do;
    ``inner_sentences`` leaves it out on both sides and so counts only what had to be found.
    """
    tally = Tally()
    texts, true = zip(*(printed(paragraph) for paragraph in paragraphs), strict=True)
    for doc, starts in zip(reader.read(texts), true, strict=True):
        found = [next((t.idx for t in sent if not t.is_space), sent.start_char) for sent in doc.sents]
        tally.add("all", found, starts)
        tally.add("inner", found[1:], starts[1:])
    inner = tally.true["inner"]
    scores = {f"sentences_{name}": tally.f("all"), f"inner_sentences_{name}": tally.f("inner")}
    return Measured(scores, [f"{SETS[name]}, raw: {tally.true['all']:,} sentence starts, {inner:,} of them inner"])


def measure(reader: Reader, data: Path, sample: int | None) -> Measured:
    """Both treebanks."""
    measured = Measured()
    for name, file in SETS.items():
        paragraphs = thin(list(treebanks.read_paragraphs(data / "syntax" / file)), sample)
        measured.add(measure_syntax(reader, name, paragraphs))
        measured.add(measure_sentences(reader, name, paragraphs))
    return measured
