"""The reader itself: texts in, annotated Docs out, in the order given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from communique.reader.assemble import Assembly

    Shadow = tuple[Assembly, int, Doc]

LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
CHARS_A_BATCH = 24_000  # of texts read together; a longer text is a batch of its own
WORDS_A_BATCH = 4_000  # of windows that pass the model together: 30 MB at its widest layer


@dataclass(frozen=True, slots=True)
class ReaderMeta:
    """What training wrote beside the weights."""

    scores: Mapping[str, float]
    licence: str
    sets: tuple[str, ...]
    recipe: str = ""  # digest of the programs, texts and marks that made the weights


class Reader:
    """A loaded pipeline; ``version`` changes whenever a weight, a table or a score does."""

    def __init__(self, nlp: Language, meta: ReaderMeta, version: str) -> None:
        from threadpoolctl import ThreadpoolController

        self.nlp = nlp
        self.meta = meta
        self.version = version
        self._threads = ThreadpoolController()

    def read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """One Doc per text, in order, with ``doc.text == text`` whatever white space it has.

        A line's end always ends a sentence. Memory follows the longest text given, not their sum: short texts are
        read together, long ones in windows that are joined again. Half a surrogate pair cannot be stored as UTF-8:
        it is read as U+FFFD, which keeps every offset.
        """
        held: list[str] = []
        chars = 0
        for text in texts:
            held.append(LONE_SURROGATE.sub("\ufffd", text))
            chars += len(text)
            if chars >= CHARS_A_BATCH:
                yield from self._read_together(held)
                held, chars = [], 0
        yield from self._read_together(held)

    def _read_together(self, texts: list[str]) -> Iterator[Doc]:
        """The texts' windows through the pipeline in batches, each text put together as its windows come back."""
        from communique.reader.assemble import Assembly

        assemblies = [Assembly(self.nlp, text) for text in texts]
        shadows = ((assembly, offset, doc) for assembly in assemblies for offset, doc in assembly.shadows())
        for batch in batches(shadows):
            self._run([doc for _, _, doc in batch])
            for assembly, offset, doc in batch:
                assembly.add(offset, doc)
        for assembly in assemblies:
            yield assembly.finish()

    def _run(self, batch: list[Doc]) -> None:
        """The components one after another, numpy held to one thread.

        It would put each small product on every core, where its threads only wait for one another and for the other
        workers (183 ms a story against 57 with two workers on two cores).
        """
        with self._threads.limit(limits=1, user_api="blas"):
            for _ in self.nlp.pipe(batch, batch_size=len(batch)):
                pass


def batches(shadows: Iterable[Shadow]) -> Iterator[list[Shadow]]:
    """The shadows in runs of WORDS_A_BATCH words; only one run is alive at a time."""
    batch: list[Shadow] = []
    words = 0
    for shadow in shadows:
        batch.append(shadow)
        words += len(shadow[2])
        if words >= WORDS_A_BATCH:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch
