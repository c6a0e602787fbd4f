"""The answers the network's heads can give, in the order it was trained with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class Marked(Protocol):
    """Words ``[start, end)`` with a label."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of the answers; ``names`` are BIO tags, ``O`` first."""

    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    tag_numbers: Mapping[str, int] = field(init=False, repr=False, compare=False)
    pos_numbers: Mapping[str, int] = field(init=False, repr=False, compare=False)
    dep_numbers: Mapping[str, int] = field(init=False, repr=False, compare=False)
    name_numbers: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for mine, theirs in (("tag", "tags"), ("pos", "pos"), ("dep", "deps"), ("name", "names")):
            object.__setattr__(self, f"{mine}_numbers", {name: i for i, name in enumerate(getattr(self, theirs))})


def bio(marks: Iterable[Marked], length: int) -> list[str]:
    """The marks as one BIO tag a word; of overlapping marks the earlier in order wins."""
    tags = ["O"] * length
    for mark in marks:
        words = range(mark.start, min(mark.end, length))
        if any(tags[w] != "O" for w in words):
            continue
        for w in words:
            tags[w] = f"{'B' if w == mark.start else 'I'}-{mark.label}"
    return tags


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """BIO tags as ``(start, end, label)``; an I that continues nothing begins a span."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        goes_on = tag[0] == "I" and found and found[-1][1] == i and found[-1][2] == tag[2:]
        if goes_on:
            found[-1] = (found[-1][0], i + 1, tag[2:])
        else:
            found.append((i, i + 1, tag[2:]))
    return found
