"""The pipeline before training: components, widths, tables for lemmas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.lookups import load_lookups

from communique.reader import offices  # noqa: F401  # registers the component "offices"
from training.tokens import mend_tokenizer

WIDTH = 128
ROWS = [8000, 1000, 3000, 3000]
NO_CUT = {"update_with_oracle_cut_size": 0}  # cutting runs a slow oracle first; our paragraphs are short enough


def build_blank() -> Language:
    """English with our tokenizer and nothing learned."""
    nlp = spacy.blank("en")
    mend_tokenizer(nlp)
    return nlp


def listener() -> dict[str, Any]:
    """The words' vectors come from the one shared layer."""
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def transition(kind: str, hidden: int, *, extra: bool) -> dict[str, Any]:
    """A transition system over the shared vectors."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": extra,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener(),
    }


def build_pipeline() -> Language:
    """All components, untrained and unlabelled."""
    nlp = build_blank()
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": ROWS,
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    model = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    nlp.add_pipe("tok2vec", config={"model": model})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener()}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": transition("parser", 64, extra=False), "min_action_freq": 20, **NO_CUT})
    nlp.add_pipe("offices", config={"model": transition("ner", 64, extra=False), **NO_CUT})
    nlp.add_pipe("ner", config={"model": transition("ner", 64, extra=False), **NO_CUT})
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    return nlp


def add_lemma_tables(nlp: Language) -> None:
    """Put the tables (MIT and WordNet licences) inside the pipeline, so that nothing is fetched when it runs."""
    nlp.get_pipe("lemmatizer").initialize(
        nlp=nlp, lookups=load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"])
    )


def load(path: Path) -> Language:
    """A saved pipeline."""
    return spacy.load(path)
