"""Names out of GUM's entities: which mentions are named, and how much of them is the name.

GUM spans whole phrases ("[the Spanish painter Zurbarán]") and links those that have a page in Wikipedia. A linked
person, organisation or place is named, but its name is only the run of proper nouns around the phrase's head.
What is linked to nothing may be a name or not: its capitalised words stay open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from training.borrowed import surely_outside
from training.samples import ANY, Mark, Sample
from training.treebanks import Sentence

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
ENTITY = re.compile(r"Entity=([^|]+)")
BRACKET = re.compile(r"\((\d+)-([^()]+)|(\d+)?\)")
MINSPAN, LINK = 4, 6  # of etype-infstat-salience-centering-minspan-link-identity
INSIDE = frozenset({"of", "the", "for", "and", "on", "de", "la", "del", "du", "-", "'s", "&", "/"})


@dataclass(slots=True)
class Mention:
    """An entity's words in one sentence."""

    kind: str
    linked: bool
    head: int  # within the sentence
    start: int
    end: int = -1


def read_mentions(sentence: Sentence) -> Iterator[Mention]:
    """The entities that begin and end in this sentence."""
    opened: list[tuple[str, Mention]] = []
    for i, misc in enumerate(sentence.misc):
        found = ENTITY.search(misc)
        for begun, rest, ended in BRACKET.findall(found.group(1)) if found else ():
            if begun:
                opened.append((begun, describe(rest.split("-"), i)))
            if begun and not found.group(1)[found.group(1).find(rest) + len(rest) :].startswith(")"):
                continue
            at = next((k for k in reversed(range(len(opened))) if not ended or opened[k][0] == ended), None)
            if at is not None:
                mention = opened.pop(at)[1]
                mention.end = i + 1
                yield mention


def describe(fields: list[str], start: int) -> Mention:
    """A mention from its fields; the minimal span counts from 1 within the mention."""
    first = re.match(r"\d+", fields[MINSPAN] if len(fields) > MINSPAN else "")
    linked = len(fields) > LINK and fields[0] in LABELS
    return Mention(fields[0], linked, start + (int(first.group()) - 1 if first else 0), start)


def name_of(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """The run of proper nouns around the head, ``None`` where the head is none ("the city" linked to Durham)."""
    named = [p == "PROPN" or (p == "NUM" and w.isdigit()) for p, w in zip(sentence.pos, sentence.words, strict=True)]
    start = end = mention.head
    if not mention.start <= start < mention.end or not named[start]:
        return None
    while end < mention.end and (named[end] or joins(sentence, named, mention, end)):
        end += 1
    while start > mention.start and (named[start - 1] or joins(sentence, named, mention, start - 1)):
        start -= 1
    if mention.kind == "person":
        while (
            start < mention.head and start < sentence.heads[start] < end
        ):  # "President Biden": titles hang on the name
            start += 1
    return None if sentence.tags[mention.head] == "NNPS" else (start, end)  # "Americans", "the States"


def joins(sentence: Sentence, named: list[bool], mention: Mention, i: int) -> bool:
    """Whether a small word stands inside a name: "University of the Arts", "Al-Zaman"; people have only hyphens."""
    word = sentence.words[i]
    if word not in INSIDE or (mention.kind == "person" and word != "-"):
        return False
    left = i > mention.start and (named[i - 1] or sentence.words[i - 1] in INSIDE)
    right = any(named[i + 1 : min(i + 3, mention.end)]) and i + 1 < mention.end
    return left and right and sentence.words[i - 1] != "'s"


def add_names(sample: Sample, sentences: list[Sentence]) -> Sample:
    """The paragraph with GUM's linked names; all other capitalised or dated words stay open."""
    names: list[Mark] = []
    unsure: dict[int, frozenset[str]] = {}
    at = 0
    for sentence in sentences:
        taken: set[int] = set()
        mentions = sorted(read_mentions(sentence), key=lambda m: m.start - m.end)
        for mention in mentions:
            span = name_of(sentence, mention) if mention.linked and mention.end > 0 else None
            if span and not taken & set(range(*span)):
                taken.update(range(*span))
                names.append(Mark(at + span[0], at + span[1], LABELS[mention.kind]))
        for i, word in enumerate(sentence.words):
            if i not in taken and not surely_outside(word):
                unsure[at + i] = ANY
        at += len(sentence.words)
    return replace(sample, names=tuple(sorted(names, key=lambda m: m.start)), open_names=unsure)
