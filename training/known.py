"""Real names put in the place of invented ones while training, so that the reader has met them once.

Our own texts name few of the world's cities, agencies and officials. Now and then a name in them is exchanged for
another of its label out of the package's own tables: `<L>Astrakhan</L>` becomes `Pointe-Noire`, `<O>TASS</O>`
becomes `Anadolu Agency`. The sentences that come of it are seen by the model and by nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

from spacy.language import Language

from communique.data.tables import load_folder, load_table, read_list
from training.samples import Mark, Sample

Words = tuple[str, ...]
Pools = dict[str, list[list[Words]]]  # per label a few kinds, each equally likely: countries as often as cities

SPELLED = re.compile(r"[A-ZÀ-ÞĀ-ž]")
SMALL = frozenset({"of", "the", "and", "for", "on", "de", "la", "del", "du", "des", "et", "al", "bin", "von"})
SHARE = {"LOC": 0.3, "NORP": 0.3, "ORG": 0.3, "PER": 0.45}  # of the names in a paragraph that is changed at all
# Whose officials are printed without their first names and titles most: seen too seldom, "Macron" reads as a place.
OFTEN_PRINTED = frozenset(
    re.findall(
        r"[A-Z]+",
        "ARG AUS BRA CAN CHN DEU EGY FRA GBR IDN IND IRN IRQ ISR ITA JPN "
        "KOR MEX PAK POL PRK RUS SAU SYR TUR UKR USA VEN",
    )
)
CHANGED = 0.5  # of the paragraphs


def named(cell: str) -> bool:
    """Whether a table's cell is a name as print has it: every word capitalised but the small ones, no article."""
    words = cell.split()
    return bool(words) and words[0] not in ("The", "the") and all(SPELLED.match(w) or w in SMALL for w in words)


def plain(body: str, nations: set[str]) -> bool:
    """Whether a body's name begins with itself: our guidelines leave "Chinese" and "Ukraine's" before it outside."""
    return body.split()[0] not in nations and "'s " not in body and "’s " not in body


def forms(rows: Iterable[object], *columns: str) -> Iterator[str]:
    """The names in these columns of a table, lists taken apart."""
    for row in rows:
        for column in columns:
            yield from filter(named, read_list(row[column]))  # type: ignore[index]


def build_pools(nlp: Language) -> Pools:
    """All the tables' names by label, each cut by the tokenizer."""
    countries, people = load_table("countries"), load_folder("people")
    leading = {row["name"] for row in load_folder("tenures") if row["office"].startswith(("head of", "foreign"))}
    known = [p for p in people if p["country"] in OFTEN_PRINTED and p["name"] in leading]
    nations = {word for row in countries for cell in read_list(row["demonyms"]) for word in cell.split()}
    texts = {
        "LOC": [
            list(forms(countries, "name")),
            list(forms(countries, "name", "also", "capital")),
            list(forms(load_table("cities")[:1500], "name")),
            list(forms(load_table("cities"), "name")),
            list(forms([*load_table("regions"), *load_table("sites")], "name", "also")),
        ],
        "NORP": [list(forms(countries, "demonyms"))],
        "ORG": [
            [body for body in forms(load_table("bodies"), "name", "also") if plain(body, nations)],
            list(forms(load_table("agencies"), "name", "short")),
            list(forms(load_table("outlets"), "name")),
        ],
        "PER": [
            [*forms(people, "name", "also"), *list(forms(known, "name")) * 3],
            [*forms(people, "family"), *list(forms(known, "family")) * 8],
        ],
    }
    return {
        label: [[tuple(token.text for token in nlp.make_doc(text)) for text in kind] for kind in kinds]
        for label, kinds in texts.items()
    }


def draw(pools: Pools, label: str, length: int, random: Random) -> Words:
    """A known name; a person printed by one word stays one of one word, so that full names keep their look."""
    kinds = pools[label]
    kind = random.choice(kinds) if label != "PER" else kinds[length == 1]
    return random.choice(kind)


def exchange(sample: Sample, pools: Pools, random: Random) -> Sample:
    """The sample with some of its names exchanged; every mark is moved along with the words it holds."""
    if sample.names is None or sample.syntax is not None or random.random() > CHANGED:
        return sample
    words: list[str] = []
    spaces: list[bool] = []
    moved: list[int] = []  # where each old word begins now
    starts = {m.start: m for m in sample.names}
    i = 0
    while i < len(sample.words):
        name = starts.get(i)
        if name is not None and random.random() < SHARE.get(name.label, 0.0):
            new = draw(pools, name.label, name.end - i, random)
            moved.extend([len(words)] * (name.end - i))
            words.extend(new)
            spaces.extend([*inner_spaces(new), sample.spaces[name.end - 1]])
            i = name.end
        else:
            moved.append(len(words))
            words.append(sample.words[i])
            spaces.append(sample.spaces[i])
            i += 1
    moved.append(len(words))

    def move(marks: tuple[Mark, ...] | None) -> tuple[Mark, ...] | None:
        kept = (replace(m, start=moved[m.start], end=moved[m.end]) for m in marks or ())
        return None if marks is None else tuple(m for m in kept if m.start < m.end)

    return replace(
        sample,
        words=tuple(words),
        spaces=tuple(spaces),
        names=move(sample.names),
        offices=move(sample.offices),
        attributions=move(sample.attributions),
        open_names={moved[i]: labels for i, labels in sample.open_names.items()},
        changed=True,
    )


def inner_spaces(words: Words) -> list[bool]:
    """Spaces inside a name: none around hyphens, slashes and apostrophes."""
    tight = re.compile(r"[-–—/'’]|['’]s?|s")
    return [not (tight.fullmatch(a) or tight.fullmatch(b)) for a, b in pairwise(words)]
