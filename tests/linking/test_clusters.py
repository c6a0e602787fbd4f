from itertools import combinations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from communique.linking.clusters import cluster, components

PAIRS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=30)


@given(PAIRS)
def test_components_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = networkx.Graph()
    graph.add_nodes_from(range(15))
    graph.add_edges_from(pairs)
    assert components(15, pairs) == sorted(sorted(group) for group in networkx.connected_components(graph))


def test_nothing_has_no_components() -> None:
    assert components(0, []) == []


@given(PAIRS)
def test_sure_pairs_of_full_groups_cluster_as_components(pairs: list[tuple[int, int]]) -> None:
    groups = components(15, pairs)
    scores = {pair: 1.0 for group in groups for pair in combinations(group, 2)}
    assert cluster(15, scores, [], 0.6) == groups


@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.floats(0, 1), max_size=30), PAIRS)
def test_what_must_stay_apart_is_never_joined(
    scores: dict[tuple[int, int], float], apart: list[tuple[int, int]]
) -> None:
    scores = {(a, b): score for (a, b), score in scores.items() if a < b}
    apart = [(a, b) for a, b in apart if a != b and max(a, b) < 10]
    groups = cluster(10, scores, apart, 0.5)
    assert sorted(member for group in groups for member in group) == list(range(10))
    home = {member: n for n, group in enumerate(groups) for member in group}
    assert all(home[a] != home[b] for a, b in apart)


def test_one_likeness_does_not_chain_two_groups() -> None:
    scores = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0, (3, 4): 1.0, (2, 3): 0.9}
    assert cluster(5, scores, [], 0.6) == [[0, 1, 2], [3, 4]]


def test_the_better_pair_goes_first() -> None:
    # 1 likes 0 and 2, which must stay apart: it goes with the one it likes better
    assert cluster(3, {(0, 1): 0.7, (1, 2): 0.9}, [(0, 2)], 0.6) == [[0], [1, 2]]
