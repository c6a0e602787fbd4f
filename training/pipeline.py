"""What stands around the network: spaCy's tokenizer before it, tables for lemmas behind it."""

from __future__ import annotations

from spacy.language import Language
from spacy.lookups import load_lookups

from communique.reader import component  # noqa: F401  # registers the component "reader"
from training.tokens import build_blank


def build_pipeline() -> Language:
    """The components in order; the network itself is loaded from the folder."""
    nlp = build_blank()
    nlp.add_pipe("reader")
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer = nlp.get_pipe("lemmatizer")
    lemmatizer.initialize(nlp=nlp, lookups=load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"]))
    return nlp
