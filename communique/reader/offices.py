"""A second recogniser beside the names: phrases of office, which hold names inside them.

``Orlov, [deputy chairman of Russia's Security Council], said``: the office spans the names ``Russia`` and
``Security Council``, so both cannot stand in ``doc.ents``. This component writes ``doc.spans["offices"]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example

KEY = "offices"
LABEL = "OFFICE"


class OfficeRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy ships it without types
    """spaCy's recogniser, reading and writing ``doc.spans["offices"]`` where it would use ``doc.ents``.

    It must run before the component that sets ``doc.ents``: the recogniser takes names that are already there as
    given and would build its offices around them.
    """

    def set_annotations(self, docs: Iterable[Doc], states: Any) -> None:
        """Let the recogniser write its names, then move them to the offices and leave the names unset."""
        docs = list(docs)
        kept = [list(doc.ents) for doc in docs]
        super().set_annotations(docs, states)
        for doc, names in zip(docs, kept, strict=True):
            doc.spans[KEY] = [Span(doc, e.start, e.end, label=e.label_) for e in doc.ents]
            doc.set_ents(names, default="missing")

    def update(self, examples: Iterable[Example], **settings: Any) -> Any:
        """Train on the reference's offices."""
        return super().update([offices_as_names(eg) for eg in examples], **settings)

    def get_loss(self, *_: Any, **__: Any) -> Any:
        """Not used by the transition system; training goes through ``update``."""
        raise NotImplementedError

    def initialize(self, get_examples: Callable[[], Iterable[Example]], **settings: Any) -> None:
        """Learn the labels from the reference's offices."""

        def offices() -> Iterator[Example]:
            return (offices_as_names(eg) for eg in get_examples())

        super().initialize(offices, **settings)


def offices_as_names(example: Example) -> Example:
    """The same example with the reference's offices in the place of its names.

    A reference without the key has no office annotation at all: its words stay missing rather than "no office".
    """
    reference = example.reference.copy()
    if KEY in reference.spans:
        reference.set_ents(list(reference.spans[KEY]), default="outside")
    else:
        reference.set_ents([], default="missing")
    return Example(example.predicted, reference)


@Language.factory(
    "offices",
    assigns=["doc.spans"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "incorrect_spans_key": None,
        "scorer": None,
    },
)
def make_offices(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> OfficeRecognizer:
    """The factory spaCy calls when a pipeline names ``offices``."""
    return OfficeRecognizer(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
