"""Whom the reader gives as the source of a cue, on Docs made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from communique.quotes.learned import learned_sources, speaking_part

NLP = spacy.blank("en")


def make(words: str, pieces: list[tuple[int, int, str, str]], people: list[tuple[int, int]]) -> Doc:
    """A Doc of words between spaces; pieces are start, end, kind and number."""
    doc = Doc(NLP.vocab, words=words.split())
    doc.spans["attributions"] = [Span(doc, a, b, label=kind, span_id=number) for a, b, kind, number in pieces]
    doc.set_ents([Span(doc, a, b, label="PER") for a, b in people])
    return doc


def test_a_cue_has_the_nearest_source_of_its_own_attribution() -> None:
    doc = make(
        "Orlov said that Rossi denied it , he added",
        [(0, 1, "SOURCE", "1"), (1, 2, "CUE", "1"), (3, 4, "SOURCE", "2"), (4, 5, "CUE", "2"),
         (7, 8, "SOURCE", "1"), (8, 9, "CUE", "1")],
        [],
    )  # fmt: skip
    assert learned_sources(doc) == {1: (0, 1), 4: (3, 4), 8: (7, 8)}


def test_a_cue_without_a_source_is_left_to_the_words() -> None:
    assert learned_sources(make("It was said", [(1, 3, "CUE", "1")], [])) == {}
    assert learned_sources(Doc(NLP.vocab, words=["No", "spans"])) == {}


@pytest.mark.parametrize(
    ("words", "people", "spoken"),
    [
        ("Japan , a longtime ally of Orlov ,", [(6, 7)], "Japan"),
        ("its director , Maria Rossi ,", [(3, 5)], "Maria Rossi"),
        ("Orlov , head of the council , a friend of Rossi ,", [(0, 1), (11, 12)], "Orlov"),
        ("a spokesman for the ministry", [], "a spokesman for the ministry"),
        ("he", [], "he"),
    ],
)
def test_of_a_source_with_appositions_one_part_speaks(words: str, people: list[tuple[int, int]], spoken: str) -> None:
    doc = make(words, [], people)
    start, end = speaking_part(doc, (0, len(doc)))
    assert doc[start:end].text.strip() == spoken
