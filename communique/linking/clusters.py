"""Grouping by pairs: what belongs together, and what may never stand in one group."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

Pair = tuple[int, int]


def components(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """The groups of ``0 .. count - 1`` that ``pairs`` connect, members sorted, groups by their first member."""
    edges = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    if not count:
        return []
    graph = coo_array((np.ones(len(edges), dtype=np.int8), (edges[:, 0], edges[:, 1])), shape=(count, count))
    _, labels = connected_components(graph, directed=False)
    groups: dict[int, list[int]] = {}
    for member, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(member)
    return sorted(groups.values())


def cluster(count: int, scores: Mapping[Pair, float], apart: Iterable[Pair], floor: float) -> list[list[int]]:
    """Average linkage that never joins what is ``apart``: groups of ``0 .. count - 1``, members sorted.

    A pair without a score counts as 0, so one accidental likeness does not chain two groups together. scipy's
    linkage knows no pair that must stay apart (a large distance is averaged away in a large group) and wants a full
    matrix; here only scored pairs cost anything. Ties go to the groups with the smallest members, so that the
    answer hangs on the pairs alone.
    """
    members = {n: [n] for n in range(count)}
    near: list[dict[int, float]] = [{} for _ in range(count)]
    far: list[set[int]] = [set() for _ in range(count)]
    for a, b in apart:
        far[a].add(b)
        far[b].add(a)
    heap: list[tuple[float, int, int]] = []
    for (a, b), score in scores.items():
        if a == b or b in far[a]:
            continue
        near[a][b] = near[b][a] = max(score, near[a].get(b, 0.0))
    for a in range(count):
        heap.extend((-score, a, b) for b, score in near[a].items() if a < b and score >= floor)
    heapq.heapify(heap)
    while heap:
        minus, a, b = heapq.heappop(heap)
        if a in members and b in members and b not in far[a]:
            mean = near[a].get(b, 0.0) / (len(members[a]) * len(members[b]))
            if abs(mean + minus) <= 1e-12:
                _join(a, b, members, near, far)
                for other, total in near[a].items():
                    mean = total / (len(members[a]) * len(members[other]))
                    if mean >= floor and other not in far[a]:
                        heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(sorted(group) for group in members.values())


def _join(a: int, b: int, members: dict[int, list[int]], near: list[dict[int, float]], far: list[set[int]]) -> None:
    """Group ``b`` goes into group ``a``, with its likenesses and what it may not meet."""
    members[a].extend(members.pop(b))
    for other, total in near[b].items():
        near[other].pop(b, None)
        if other != a:
            near[a][other] = near[other][a] = near[a].get(other, 0.0) + total
    near[a].pop(b, None)
    near[b].clear()
    for other in far[b]:
        far[other].discard(b)
        far[other].add(a)
    far[a] |= far[b]
    far[a].discard(b)
