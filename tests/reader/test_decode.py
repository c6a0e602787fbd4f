"""From scores to answers, on scores made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from communique.reader.decode import (
    THREE,
    Found,
    best_path,
    choose,
    find_all_heads,
    is_path,
    label_of,
    parted,
    trimmed,
    untitled,
    with_owners,
)
from communique.reader.labels import bio, spans
from communique.reader.pieces import SHAPES, shape_of

TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("talks", "lower"),
        ("Li", "title"),
        ("A", "title"),
        ("NATO", "upper"),
        ("McNair", "mixed"),
        ("21", "digits"),
        ("G20", "digits"),
        ("U.S.", "upper"),
        ("e-mail", "lower"),
        ("Al-Ani", "title"),
        ("外交部", "lower"),  # a script without case
        ("—", "other"),
    ],
)
def test_the_shape_of_a_word_is_how_it_is_written(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


@pytest.mark.parametrize(
    ("tags", "right"),
    [
        ((0, 1, 2, 0), True),
        ((2, 0), False),  # an I that continues nothing
        ((1, 4), False),  # a person that goes on as a place
        ((1, 2, 2, 3, 4), True),
    ],
)
def test_an_inside_continues_its_own_kind(tags: tuple[int, ...], right: bool) -> None:
    assert is_path(np.array(tags), label_of(TAGS)) is right


def test_the_best_tags_that_fit_together_are_chosen() -> None:
    # alone, the second word would be the inside of a place; together "B-LOC I-LOC" costs less than "B-PER O"
    scores = np.log(np.array([[0.02, 0.5, 0.01, 0.46, 0.01], [0.2, 0.05, 0.05, 0.1, 0.6]], dtype=np.float32))
    assert [TAGS[i] for i in best_path(scores, label_of(TAGS))] == ["B-LOC", "I-LOC"]


def test_a_path_is_the_best_of_all_sequences() -> None:
    rng = np.random.default_rng(3)
    for _ in range(50):
        scores = rng.normal(size=(4, 3)).astype(np.float32)
        every = [(i, j, k, m) for i in range(3) for j in range(3) for k in range(3) for m in range(3)]
        fit = [tags for tags in every if is_path(np.array(tags), THREE)]
        best = max(fit, key=lambda tags: sum(scores[w, t] for w, t in enumerate(tags)))
        assert tuple(best_path(scores, THREE)) == best


def test_marks_and_spans_are_each_other() -> None:
    marks = (Found(0, 2, "PER"), Found(3, 4, "LOC"), Found(4, 5, "LOC"))
    tags = bio(marks, 6)
    assert tags == ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "O"]
    assert spans(tags) == [(m.start, m.end, m.label) for m in marks]


def test_a_content_belongs_to_the_cue_it_points_at_or_to_none() -> None:
    seekers = np.eye(5, dtype=np.float32)
    sought = np.zeros((5, 5), dtype=np.float32)
    cues = [Found(1, 2, "CUE"), Found(3, 4, "CUE")]
    content = Found(4, 5, "CONTENT")
    sought[3, 4] = 2.0  # the second cue is what word 4 looks for
    assert choose(seekers, sought, content, cues) == 1
    sought[4, 4] = 3.0  # more than any cue, itself
    assert choose(seekers, sought, content, cues) is None
    assert choose(seekers, sought, content, []) is None


def test_an_owner_hangs_on_what_stands_behind_its_mark() -> None:
    # Ada met Oslo 's mayor : "Oslo" would best hang on "met", and may not
    arcs = np.zeros((5, 5), dtype=np.float32)
    for word, head in ((0, 1), (1, 1), (2, 1), (3, 2), (4, 1)):
        arcs[word, head] = 3.0
    arcs[2, 4] = 1.0
    assert find_all_heads(arcs, (0,)).tolist() == [1, 1, 1, 2, 1]
    assert find_all_heads(with_owners(arcs, np.array([3]), (0,)), (0,)).tolist() == [1, 1, 4, 2, 1]
    # a mark that ends its sentence owns nothing there: "the ministers '"
    assert with_owners(arcs, np.array([4]), (0,)).tolist() == arcs.tolist()


def test_a_name_ends_where_its_sentence_does() -> None:
    assert parted(Found(2, 6, "PER"), (0, 4)) == [Found(2, 4, "PER"), Found(4, 6, "PER")]
    assert parted(Found(2, 6, "PER"), (0, 2, 6)) == [Found(2, 6, "PER")]


def test_a_name_sheds_the_and_at_its_end_and_the_office_at_its_start() -> None:
    joins = np.array([False, False, True, False, False])
    assert trimmed(Found(0, 3, "ORG"), joins) == Found(0, 2, "ORG")
    assert trimmed(Found(3, 5, "ORG"), joins) == Found(3, 5, "ORG")
    general = (Found(0, 1, "OFFICE"),)
    assert untitled(Found(0, 2, "ORG"), general) == Found(1, 2, "PER")  # "General Tran"
    assert untitled(Found(0, 3, "PER"), general) == Found(1, 3, "PER")
    assert untitled(Found(0, 3, "ORG"), general) == Found(0, 3, "ORG")  # "King Fahd University"
    assert untitled(Found(1, 3, "ORG"), general) == Found(1, 3, "ORG")
