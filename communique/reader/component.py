"""The network behind spaCy's ``Doc``: one pipeline component that sets all that is learned.

Tags, parts of speech, sentences and syntax go where spaCy keeps them, names into ``doc.ents``; the rest into
``doc.spans``: ``offices`` (OFFICE, which hold names inside them) and ``attributions`` (SOURCE, CUE, CONTENT; the
pieces of one attribution share their ``id``, and id 0 is a content that goes on from an earlier paragraph).
``doc.user_data["meanings"]`` has one unit vector for each sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from communique.reader.decode import Answers, Found, decode
from communique.reader.network import Network

OFFICES = "offices"
ATTRIBUTIONS = "attributions"
MEANINGS = "meanings"


class ReaderComponent:
    """Reads the words of Docs; spaCy loads it by the name ``reader``."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._network: Network | None = None

    @property
    def network(self) -> Network:
        """The loaded network; raises ValueError before it is loaded."""
        if self._network is None:
            raise ValueError("the component `reader` was not loaded from a folder")
        return self._network

    def from_disk(self, path: Path, **_: object) -> ReaderComponent:
        """Load the network, and make its answers' names known to the vocabulary."""
        self._network = Network.load(Path(path))
        labels = self._network.labels
        self._tags = self._numbers(labels.tags)
        self._deps = self._numbers((*labels.deps, "ROOT"))  # -1, a root, is the last
        self._pos = np.array([IDS[p] for p in labels.pos], dtype=np.uint64)
        return self

    def _numbers(self, names: Iterable[str]) -> np.ndarray:
        """spaCy's number of each name."""
        return np.array([self.vocab.strings.add(n) for n in names], dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate Docs in batches."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self._annotate(batch)
            yield from batch

    def _annotate(self, docs: list[Doc]) -> None:
        """Read all words of these Docs together and write what was found."""
        rows = [self.network.number([t.text for t in doc]) for doc in docs]
        scores = iter(self.network.run([row for parts in rows for row in parts]))
        for doc, parts in zip(docs, rows, strict=True):
            if parts:
                answers = [decode(next(scores), self.network.labels, self.network.heads) for _ in parts]
                self._write(doc, answers)

    def _write(self, doc: Doc, parts: list[Answers]) -> None:
        """Set everything on one Doc whose words were read in one part or several."""
        sizes = [len(part.tags) for part in parts]
        at = np.cumsum([0, *sizes])
        heads = np.concatenate([part.heads - np.arange(n) for part, n in zip(parts, sizes, strict=True)])
        columns = {
            HEAD: heads.astype(np.int64).view(np.uint64),
            DEP: self._deps[np.concatenate([part.deps for part in parts])],
            TAG: self._tags[np.concatenate([part.tags for part in parts])],
            POS: self._pos[np.concatenate([part.pos for part in parts])],
        }
        values: Any = np.stack(list(columns.values()), axis=1)  # spaCy's own array type is another name for it
        doc.from_array(list(columns), values)
        doc.set_ents(self._spans(doc, [(p.names, a) for p, a in zip(parts, at, strict=False)]))
        doc.spans[OFFICES] = self._spans(doc, [(p.offices, a) for p, a in zip(parts, at, strict=False)])
        doc.spans[ATTRIBUTIONS] = self._spans(doc, [(p.attributions, a) for p, a in zip(parts, at, strict=False)])
        doc.user_data[MEANINGS] = np.concatenate([part.meanings for part in parts])

    @staticmethod
    def _spans(doc: Doc, parts: list[tuple[tuple[Found, ...], int]]) -> list[Span]:
        """Found spans on the Doc; the numbers of later parts go on from those before."""
        made: list[Span] = []
        for found, at in parts:
            for f in found:
                number = f.number and f.number + int(at)
                made.append(Span(doc, f.start + int(at), f.end + int(at), label=f.label, span_id=str(number)))
        return made

    def to_disk(self, path: Path, **_: object) -> None:
        """Nothing: the folder is written by training."""


@Language.factory("reader", assigns=["doc.ents", "token.dep", "token.tag", "token.pos"])
def make_reader(nlp: Language, name: str) -> ReaderComponent:  # noqa: ARG001  # spaCy passes both
    """The factory spaCy calls when a pipeline names ``reader``."""
    return ReaderComponent(nlp.vocab)
