"""From scores to answers: tags, sentences, trees, names, offices and attributions of one row of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from communique.reader.labels import Labels, spans
from communique.reader.network import Array, Scores
from communique.reader.trees import find_heads

Numbers = npt.NDArray[np.int64]
KINDS = ("SOURCE", "CUE", "CONTENT")
BIO_TAGS = ("O", "B", "I")


@dataclass(frozen=True, slots=True)
class Found:
    """Words ``[start, end)``, what they are, and for pieces of an attribution which one (0: none is named)."""

    start: int
    end: int
    label: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """What one row of W words is judged to be; heads and starts count within the row."""

    tags: Numbers
    pos: Numbers
    heads: Numbers
    deps: Numbers  # -1 for a root
    starts: tuple[int, ...]
    names: tuple[Found, ...]
    offices: tuple[Found, ...]
    attributions: tuple[Found, ...]
    meanings: Array  # one unit vector of 384 a sentence


def decode(scores: Scores, labels: Labels, heads: dict[str, Array], *, starts: Sequence[int] | None = None) -> Answers:
    """All judgements about one row; where its sentences' first words are known (0 among them), they are taken as given."""
    starts = (0, *(int(i) for i in np.flatnonzero(scores.starts[1:] > 0) + 1)) if starts is None else tuple(starts)
    tags: Numbers = scores.tags.argmax(1)
    marks = np.flatnonzero(tags == labels.tag_numbers.get("POS", -1))
    parents = find_all_heads(with_owners(scores.arcs, marks, starts), starts)
    names = spans([labels.names[i] for i in best_path(scores.names, label_of(labels.names))])
    offices = tuple(read_bio(scores.offices, "OFFICE"))
    joins = tags == labels.tag_numbers.get("CC", -1)
    return Answers(
        tags=tags,
        pos=scores.pos.argmax(1),
        heads=parents,
        deps=find_deps(scores, parents, heads, labels),
        starts=starts,
        names=tuple(untitled(trimmed(part, joins), offices) for n in names for part in parted(Found(*n), starts)),
        offices=offices,
        attributions=find_attributions(scores),
        meanings=find_meanings(scores, starts, heads),
    )


def with_owners(arcs: Array, marks: Numbers, starts: tuple[int, ...]) -> Array:
    """The arcs without those that let an owner hang on a word before its "'s": what is owned stands behind it."""
    if not len(marks):
        return arcs
    arcs = arcs.copy()
    ends = [*starts[1:], len(arcs)]
    for mark in marks:
        sentence = int(np.searchsorted(starts, mark, side="right")) - 1
        start, end = starts[sentence], ends[sentence]
        if start < mark < end - 1:
            owner = start + int(arcs[mark, start:mark].argmax())
            arcs[owner, start : mark + 1] = -1e4
    return arcs


def parted(name: Found, starts: tuple[int, ...]) -> list[Found]:
    """The name cut where a sentence begins: lists of names without stops are one name each line."""
    edges = [name.start, *(s for s in starts if name.start < s < name.end), name.end]
    return [Found(a, b, name.label) for a, b in pairwise(edges)]


def trimmed(name: Found, joins: npt.NDArray[np.bool_]) -> Found:
    """The name without an "and" at its end: two names were on the way to be one."""
    return Found(name.start, name.end - 1, name.label) if joins[name.end - 1] and name.end - name.start > 1 else name


def untitled(name: Found, offices: tuple[Found, ...]) -> Found:
    """The name without an office at its start: "General Tran" is Tran, and a person, whatever it was taken for."""
    for office in offices:
        left = name.end - office.end
        if office.start == name.start and left > 0 and (name.label == "PER" or (name.label == "ORG" and left == 1)):
            return Found(office.end, name.end, "PER")
    return name


def find_all_heads(arcs: Array, starts: tuple[int, ...]) -> Numbers:
    """The tree of every sentence, one after another."""
    found = np.zeros(len(arcs), dtype=np.int64)
    for a, b in zip(starts, [*starts[1:], len(arcs)], strict=True):
        found[a:b] = a + find_heads(arcs[a:b, a:b])
    return found


def find_deps(scores: Scores, parents: Numbers, heads: dict[str, Array], labels: Labels) -> Numbers:
    """The label of each word's relation to its head; -1 for a root.

    Universal Dependencies call a phrase with a preposition ``obl``, one without ``obj`` or ``obl:unmarked``: what is
    labelled ``obl`` and has none takes its next best label.
    """
    hidden = np.maximum(scores.dependents + scores.governors[parents], 0)
    each = hidden @ heads["label.weight"].T + heads["label.bias"]
    deps: Numbers = each.argmax(1)
    oblique, case = labels.dep_numbers.get("obl", -1), labels.dep_numbers.get("case", -1)
    bare = (deps == oblique) & ~np.isin(np.arange(len(deps)), parents[deps == case])
    if bare.any():
        each[bare, oblique] = -np.inf
        deps[bare] = each[bare].argmax(1)
    deps[parents == np.arange(len(parents))] = -1
    return deps


@lru_cache(maxsize=8)
def label_of(tags: tuple[str, ...]) -> Numbers:
    """For each BIO tag the number of the tag that begins its kind, -1 for O."""
    return np.array([-1 if t == "O" else tags.index("B" + t[1:]) for t in tags])


def best_path(scores: Array, begins: Numbers) -> list[int]:
    """The best sequence of BIO tags in which every I continues its own kind (Viterbi, no learned transitions)."""
    alone: Numbers = scores.argmax(1)
    if is_path(alone, begins):
        return [int(i) for i in alone]
    count = len(begins)
    inside = np.array([b >= 0 and b != i for i, b in enumerate(begins)])
    allowed = np.zeros((count, count), dtype=np.float32)
    for after in np.flatnonzero(inside):
        allowed[:, after] = -1e9
        allowed[begins == begins[after], after] = 0
    log = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    best = np.where(inside, -1e9, log[0])
    back = np.zeros((len(scores), count), dtype=np.int64)
    for i in range(1, len(scores)):
        ways = best[:, None] + allowed
        back[i] = ways.argmax(0)
        best = ways.max(0) + log[i]
    path = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def is_path(tags: Numbers, begins: Numbers) -> bool:
    """Whether every I of these tags continues its own kind: then the best tags alone are the best sequence too."""
    kind = begins[tags]
    goes_on = (kind >= 0) & (kind != tags)
    before = np.concatenate([[-1], kind[:-1]])
    return not bool((goes_on & (before != kind)).any())


THREE = label_of(("O", "B-X", "I-X"))


def read_bio(scores: Array, label: str) -> list[Found]:
    """The spans of a head that knows only outside, begin and inside."""
    if not (scores[:, 1:] > scores[:, :1]).any():
        return []
    tags = ["O" if i == 0 else f"{BIO_TAGS[i]}-{label}" for i in best_path(scores, THREE)]
    return [Found(*span) for span in spans(tags)]


def find_attributions(scores: Scores) -> tuple[Found, ...]:
    """Sources, cues and contents, those of one attribution under one number.

    A content seeks its cue and a cue its source; a later piece of a cue ("quoted ... as saying") seeks the first. What
    finds itself belongs to nothing: a content that only goes on from an earlier paragraph has number 0.
    """
    by_kind = [read_bio(scores.attribution[:, 3 * k : 3 * k + 3], kind) for k, kind in enumerate(KINDS)]
    if not any(by_kind):
        return ()
    sources, cues, contents = by_kind
    seeks_cue, cue, seeks_source, source = np.split(scores.links, 4, axis=1)
    first = [choose(seeks_cue, cue, c, cues) for c in cues]
    leads = [i if k is None or first[k] != k else k for i, k in enumerate(first)]
    found: list[Found] = []
    owners: dict[int, int] = {}
    for i, c in enumerate(cues):
        found.append(Found(c.start, c.end, c.label, leads[i] + 1))
        k = choose(seeks_source, source, c, sources)
        if k is not None:
            owners[i] = k
            found.append(Found(sources[k].start, sources[k].end, "SOURCE", leads[i] + 1))
    held = set(owners.values())
    found.extend(s for k, s in enumerate(sources) if k not in held)
    for c in contents:
        k = choose(seeks_cue, cue, c, cues)
        found.append(Found(c.start, c.end, c.label, 0 if k is None else leads[k] + 1))
    return tuple(sorted(set(found), key=lambda f: (f.start, f.end, f.label, f.number)))


def choose(seekers: Array, sought: Array, one: Found, among: list[Found]) -> int | None:
    """Which of the spans the first word of ``one`` points at; ``None`` when at itself."""
    places = [f.start for f in among]
    if not places:
        return None
    scores = sought[[*places, one.start]] @ seekers[one.start]
    best = int(scores[:-1].argmax())
    return best if scores[best] > scores[-1] or places[best] == one.start else None


def find_meanings(scores: Scores, starts: tuple[int, ...], heads: dict[str, Array]) -> Array:
    """One unit vector a sentence: the mean of its pieces, turned to where the untouched model's lie."""
    ends = [scores.first[s] for s in starts[1:]] + [len(scores.pieces) - 1]
    begins = [scores.first[s] for s in starts]
    means = np.stack([scores.pieces[a:b].mean(0) for a, b in zip(begins, ends, strict=True)])
    turned: Array = means @ heads["meaning.weight"].T + heads["meaning.bias"]
    unit: Array = turned / np.linalg.norm(turned, axis=1, keepdims=True).clip(1e-9)
    return unit
