"""From how well each word would head each other to one tree a sentence.

The best head for each word alone is nearly always a tree already; where it is not, the maximum spanning tree is found
by Chu and Liu's and Edmonds's algorithm, once for each word that could be the one root (Zmigrod et al., 2020: scores
of a single root need a constraint of their own).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Heads = npt.NDArray[np.int64]

MOST_ROOTS = 4  # candidates tried; a worse root never won on EWT dev
LONGEST = 200  # words; a longer "sentence" is a list of something, and its best single heads are mended instead


def find_heads(scores: Scores) -> Heads:
    """Each word's head in one sentence, a root its own head.

    ``scores`` is n x n: how well word j heads word i, on the diagonal how well i is the root. Exactly one word of the
    result is its own head, and every other reaches it.
    """
    heads: Heads = scores.argmax(1)
    if is_tree(heads):
        return heads
    roots = np.argsort(-np.diagonal(scores))[:MOST_ROOTS]
    if len(scores) > LONGEST:
        return mend(heads, int(roots[0]))
    trees = [rooted(scores, int(root)) for root in roots]
    totals = [float(scores[np.arange(len(tree)), tree].sum()) for tree in trees]
    return trees[int(np.argmax(totals))]


def is_tree(heads: Heads) -> bool:
    """Whether one word alone heads itself and all others lead to it."""
    if int((heads == np.arange(len(heads))).sum()) != 1:
        return False
    reached = heads
    for _ in range(int(np.ceil(np.log2(len(heads) + 1)))):
        reached = reached[reached]
    return bool((reached == reached[0]).all())


def mend(heads: Heads, root: int) -> Heads:
    """Every word that does not lead to the root is hung on it: a flat tree rather than none."""
    mended = heads.copy()
    mended[mended == np.arange(len(mended))] = root
    reached = mended
    for _ in range(int(np.ceil(np.log2(len(mended) + 1)))):
        reached = reached[reached]
    mended[reached != root] = root
    return mended


def rooted(scores: Scores, root: int) -> Heads:
    """The best tree with this root."""
    wanted = scores.astype(np.float64)
    np.fill_diagonal(wanted, -np.inf)
    wanted[root] = -np.inf
    heads = contract(wanted, root)
    heads[root] = root
    return heads


def contract(scores: npt.NDArray[np.float64], root: int) -> Heads:
    """Best heads towards ``root``; a cycle is made one node, solved, and opened where its parent enters."""
    heads: Heads = scores.argmax(1)
    heads[root] = root
    cycle = find_cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    gain = scores[np.ix_(cycle, outside)] - kept[:, None]  # of leaving the cycle at each of its words
    entries, exits = gain.argmax(0), scores[np.ix_(outside, cycle)].argmax(1)
    n = len(outside)
    smaller = np.full((n + 1, n + 1), -np.inf)
    smaller[:n, :n] = scores[np.ix_(outside, outside)]
    smaller[n, :n] = gain.max(0)
    smaller[:n, n] = scores[outside, cycle[exits]]
    found = contract(smaller, int(np.flatnonzero(outside == root)[0]))
    heads[outside] = [outside[h] if h < n else cycle[exits[i]] for i, h in enumerate(found[:n])]
    entered = int(found[n])
    heads[cycle[entries[entered]]] = outside[entered]
    heads[root] = root
    return heads


def find_cycle(heads: Heads, root: int) -> Heads | None:
    """The words of one cycle, or ``None``."""
    seen = np.full(len(heads), -1)
    for start in range(len(heads)):
        at = start
        while at != root and seen[at] < 0:
            seen[at] = start
            at = int(heads[at])
        if at != root and seen[at] == start:
            cycle = [at]
            while (at := int(heads[at])) != cycle[0]:
                cycle.append(at)
            return np.array(cycle)
        seen[start] = start if seen[start] < 0 else seen[start]
    return None
