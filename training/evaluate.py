"""Measure a reader on what it was not trained on: ``python -m training.evaluate --data ../shared/data``.

Syntax is measured twice: on the treebank's own words (as the literature does) and, for sentences, on raw
paragraphs. LAS here is CoNLL's: every word counts, punctuation too, relations without their subtypes. Names are
measured on each tenth text of our own, read from raw text; a name counts when its ends and its label agree.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from communique.reader import load_reader
from communique.reader.offices import KEY
from training import markup, treebanks

PUBLISHED_NAMES = ("PER", "ORG", "LOC")


class Tally:
    """Hits, guesses and truths per label, and their F."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.guessed: Counter[str] = Counter()
        self.true: Counter[str] = Counter()

    def add(self, guessed: set[tuple[int, int, str]], true: set[tuple[int, int, str]]) -> None:
        """Count one text's spans."""
        self.hits.update(label for _, _, label in guessed & true)
        self.guessed.update(label for _, _, label in guessed)
        self.true.update(label for _, _, label in true)

    def f(self, *labels: str) -> float:
        """F over the labels together; over all of them when none is named."""
        chosen = labels or tuple(self.true)
        hits, guessed, true = (sum(c[k] for k in chosen) for c in (self.hits, self.guessed, self.true))
        return round(2 * hits / (guessed + true), 4) if guessed + true else 0.0


def measure_syntax(nlp: Language, path: Path) -> dict[str, float]:
    """LAS, UAS and tags on the treebank's own words and sentences' ends; then sentences on raw paragraphs."""
    paragraphs = list(treebanks.read_paragraphs(path))
    right: Counter[str] = Counter()
    words = 0
    sentences = [s for paragraph in paragraphs for s in paragraph]
    docs = [Doc(nlp.vocab, words=s.words, spaces=s.spaces) for s in sentences]
    for doc in docs:
        for token in doc[1:]:
            token.is_sent_start = False
    for doc, sentence in zip(nlp.pipe(docs), sentences, strict=True):
        words += len(doc)
        for token, head, dep, tag, pos in zip(
            doc, sentence.heads, sentence.deps, sentence.tags, sentence.pos, strict=True
        ):
            attached = token.head.i == head
            right["uas"] += attached
            right["las"] += attached and token.dep_.split(":")[0].lower() == dep.split(":")[0].lower()
            right["las_full"] += attached and token.dep_.lower() == dep.lower()
            right["tag"] += token.tag_ == tag
            right["pos"] += token.pos_ == pos
    scores = {name: round(count / words, 4) for name, count in right.items()}
    return scores | {"sentence_f": measure_sentences(nlp, paragraphs)}


def measure_sentences(nlp: Language, paragraphs: list[list[treebanks.Sentence]]) -> float:
    """F of sentences found in raw paragraphs, by the characters they begin and end at, white space aside."""
    tally = Tally()
    for paragraph in paragraphs:
        text, true = "", set()
        for sentence in paragraph:
            start = len(text)
            text += "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True))
            true.add((start, len(text.rstrip()), "sentence"))
        doc = nlp(text)
        found = {(s.start_char, s.start_char + len(s.text.rstrip()), "sentence") for s in doc.sents}
        tally.add(found, true)
    return tally.f()


def measure_names(nlp: Language) -> dict[str, float]:
    """F per label on our own held-out texts, offices among them."""
    names, offices = Tally(), Tally()
    for paragraph in (p for p in markup.read_paragraphs() if p.held_out):
        doc = nlp(paragraph.text)
        names.add({(e.start_char, e.end_char, e.label_) for e in doc.ents}, set(paragraph.spans(markup.NAME_LABELS)))
        offices.add(
            {(s.start_char, s.end_char, s.label_) for s in doc.spans[KEY]}, set(paragraph.spans({"F": "OFFICE"}))
        )
    scores = {label: names.f(label) for label in sorted(names.true)}
    return scores | {
        "PER_ORG_LOC": names.f(*PUBLISHED_NAMES),
        "all": names.f(),
        "OFFICE": offices.f(),
    }


def measure_uner(nlp: Language, path: Path) -> dict[str, float]:
    """F on UniversalNER's EWT, whose sentences the names never saw; our NORP and DATE have no label there."""
    tally = Tally()
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) > 2 and columns[0].isdigit():
                words.append(columns[1])
                tags.append(columns[2])
            elif len(columns) == 1 and not columns[0] and words:
                doc = nlp(Doc(nlp.vocab, words=words))
                found = {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in PUBLISHED_NAMES}
                tally.add(found, set(read_bio(tags)))
                words, tags = [], []
    return {label: tally.f(label) for label in PUBLISHED_NAMES} | {"PER_ORG_LOC": tally.f(*PUBLISHED_NAMES)}


def read_bio(tags: list[str]) -> list[tuple[int, int, str]]:
    """The spans of B- and I- tags, in words."""
    spans: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            spans.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-") and spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1, spans[-1][2])
    return spans


def measure_speed(model: Path) -> float:
    """Words through ``Reader.read`` for each second of one core's time, on whole texts of our own.

    The processor's time, not the clock's: on a busy machine the clock gave 5,300 and 9,300 within two minutes. Numpy
    must be held to one thread (``OPENBLAS_NUM_THREADS=1``), or the time of all its threads is counted.
    """
    reader = load_reader(model)
    stories: dict[str, list[str]] = {}
    for paragraph in markup.read_paragraphs():
        stories.setdefault(paragraph.text_id, []).append(paragraph.text)
    texts = ["\n".join(lines) for lines in list(stories.values())[:300]]
    list(reader.read(texts[:10]))
    began = time.process_time()
    words = sum(len(doc) for doc in reader.read(texts))
    return round(words / (time.process_time() - began))


def measure(model: Path, data: Path) -> dict[str, dict[str, float]]:
    """Every table, in the order the README shows them."""
    nlp = load_reader(model).nlp
    return {
        "ewt_dev": measure_syntax(nlp, data / "syntax" / "ewt-dev.conllu.gz"),
        "gum_open_dev": measure_syntax(nlp, data / "syntax" / "gum-open-dev.conllu.gz"),
        "own_held_out_names": measure_names(nlp),
        "uner_ewt_dev_names": measure_uner(nlp, data / "names" / "uner-ewt-dev.iob2.gz"),
        "speed": {"words_per_core_second": measure_speed(model)},
    }


def main() -> None:
    """Print the tables as JSON and, when asked, write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=Path("communique/reader/model"))
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    text = json.dumps(measure(arguments.model, arguments.data), indent=2)
    print(text)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
