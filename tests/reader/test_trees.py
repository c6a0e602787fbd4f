"""One tree a sentence, and the best one: judged against networkx on random scores."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reader import trees


def best_total(scores: np.ndarray) -> float:
    """The highest total of any tree with one root, each root tried."""
    n = len(scores)
    if n == 1:
        return float(scores[0, 0])
    totals = []
    for root in range(n):
        graph = nx.DiGraph()
        graph.add_weighted_edges_from(
            (j, i, float(scores[i, j])) for i in range(n) for j in range(n) if i not in (j, root)
        )
        tree = nx.maximum_spanning_arborescence(graph)
        totals.append(sum(w for *_, w in tree.edges(data="weight")) + float(scores[root, root]))
    return max(totals)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9), st.integers(0, 10_000))
def test_the_tree_is_the_best_there_is(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    totals = [trees.rooted(scores, root)[None, :] for root in range(size)]
    best = max(float(scores[np.arange(size), tree[0]].sum()) for tree in totals)
    assert best == pytest.approx(best_total(scores), abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(0, 10_000))
def test_whatever_the_scores_there_is_one_root_and_everything_hangs_on_it(size: int, seed: int) -> None:
    heads = trees.find_heads(np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32))
    assert trees.is_tree(heads)


@pytest.mark.parametrize(
    ("heads", "right"),
    [
        ([0], True),
        ([1, 1, 1], True),
        ([1, 0, 2], False),  # two words that hang on each other
        ([0, 1], False),  # two roots
        ([1, 2, 3, 1], False),  # no root at all
    ],
)
def test_a_tree_is_told_from_what_is_none(heads: list[int], right: bool) -> None:
    assert trees.is_tree(np.array(heads)) is right


def test_a_list_of_hundreds_of_words_is_mended_flat() -> None:
    size = trees.LONGEST + 50
    scores = np.random.default_rng(1).normal(size=(size, size)).astype(np.float32)
    assert trees.is_tree(trees.find_heads(scores))
