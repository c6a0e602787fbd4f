"""The reader's table: which measures it shows, under which names, in which order."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

GROUPS = ("syntax", "names", "attribution", "meaning", "costs")
AT_MOST = frozenset({"model_mb", "folder_mb", "memory_mb"})
NONE = "-"
NOT_HERE = "not here"
KINDS = ("source", "cue", "content")
LABELS = ("PER", "ORG", "LOC", "NORP", "EVENT", "DATE", "OFFICE")
Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its key, how it is printed, what it belongs to, and whether it needs other people's data."""

    key: str
    name: str
    group: str
    foreign: bool = False


def _three(key: str, name: str, group: str, *, foreign: bool) -> Iterator[Row]:
    yield Row(key, f"{name}, F", group, foreign)
    yield Row(f"{key}_precision", f"{name}, precision", group, foreign)
    yield Row(f"{key}_recall", f"{name}, recall", group, foreign)


def _rows() -> Iterator[Row]:
    for key, name in (("ewt", "EWT dev"), ("gum", "GUM-open dev")):
        for measure, what in (
            ("las", "LAS, gold words and sentences"),
            ("uas", "UAS"),
            ("las_full", "LAS with subtypes"),
            ("las_own_sentences", "LAS, the reader's own sentences"),
            ("tag", "fine tags"),
            ("pos", "parts of speech"),
            ("sentences", "sentence starts from raw text, F"),
            ("inner_sentences", "sentence starts inside paragraphs alone, F"),
        ):
            yield Row(f"{measure}_{key}", f"{name}: {what}", "syntax", foreign=True)
    yield from _three("uner", "names, UNER EWT dev: PER ORG LOC", "names", foreign=True)
    yield from (Row(f"uner_{x}", f"names, UNER EWT dev: {x}, F", "names", foreign=True) for x in LABELS[:3])
    yield from _three("re3d", "names, re3d as printed: PER ORG LOC", "names", foreign=True)
    yield from (Row(f"re3d_{x}", f"names, re3d as printed: {x}, F", "names", foreign=True) for x in LABELS[:3])
    yield from _three("re3d_named", "names, re3d's phrases cut to names", "names", foreign=True)
    yield Row("re3d_same_ends", "names, re3d's phrases cut to names, label aside, F", "names", foreign=True)
    yield from _three("own_names", "names, own held-out texts: all labels", "names", foreign=False)
    yield from (Row(f"own_{x}", f"names, own held-out texts: {x}, F", "names") for x in LABELS)
    for key, name in (("polnear", "PolNeAR dev, words"), ("polnear_outer", "PolNeAR dev, words, none nested")):
        for kind in KINDS:
            yield from _three(f"{key}_{kind}", f"{name}: {kind}", "attribution", foreign=True)
    for key, name in (("citron", "PolNeAR dev, Citron's"), ("citron_outer", "PolNeAR dev, Citron's, none nested")):
        for way in ("exact", "overlap"):
            for part in ("whole", *KINDS):
                what = "whole attributions" if part == "whole" else part
                yield Row(f"{key}_{way}_{part}", f"{name}: {what}, {way}, F", "attribution", foreign=True)
    yield from _three("own_attribution", "attribution, own held-out texts, exact", "attribution", foreign=False)
    yield from (Row(f"own_exact_{k}", f"attribution, own held-out texts, exact: {k}, F", "attribution") for k in KINDS)
    yield from _three("own_wholes", "attribution, own held-out texts, whole ones", "attribution", foreign=False)
    yield from (Row(f"own_words_{k}", f"attribution, own held-out texts, words: {k}, F", "attribution") for k in KINDS)
    yield Row("meaning", "sentence vectors: Spearman with the untouched model", "meaning")
    yield Row("meaning_found", "sentence vectors: Spearman, where both sentences are its own", "meaning")
    yield Row("words_per_second", "words per second, two processes, from raw text", "costs")
    yield Row("model_mb", "model file, MB", "costs")
    yield Row("folder_mb", "the shipped folder, MB", "costs")
    yield Row("memory_mb", "memory of one process, MB", "costs")


ROWS = tuple(_rows())


def load_floors() -> dict[str, float]:
    """The floors of floors.toml, by measure."""
    return tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["reader"]


def is_short(key: str, value: float, floor: float) -> bool:
    """Whether a value misses its floor, which for costs is a ceiling."""
    return value > floor if key in AT_MOST else value < floor


def find_short(scores: Scores, floors: Mapping[str, float], rows: Sequence[Row], *, data_here: bool) -> Iterator[str]:
    """The measures below their floors, as printed lines.

    One that could have been measured and was not is short too; one that needs data that is not here is not judged.
    """
    for row in rows:
        floor, value = floors.get(row.key), scores.get(row.key)
        if floor is None or (value is None and row.foreign and not data_here):
            continue
        if value is None or is_short(row.key, value, floor):
            got = "nothing" if value is None else show(value)
            yield f"{row.name}: {got}, wanted {'at most' if row.key in AT_MOST else 'at least'} {show(floor)}"


def show(value: float | None) -> str:
    """A number as the table prints it: two digits, four within -1 and 1 (a correlation), none from a thousand on."""
    if value is None:
        return NONE
    if abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.4f}" if 0 < abs(value) < 1 else f"{value:.2f}"


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands beside each other; ``whole`` is the same network before quantising, where it was measured."""

    first: Scores
    this: Scores
    whole: Scores | None
    floors: Mapping[str, float]
    data_here: bool


def render_table(rows: Sequence[Row], columns: Columns) -> Iterator[str]:
    """A Markdown table, line by line."""
    names = ["measure", "first reader", "this reader", "floor", ""]
    if columns.whole is not None:
        names += ["float32", "int8 changes"]
    yield f"| {' | '.join(names)} |"
    yield "|---" * len(names) + "|"
    for row in rows:
        value, floor = columns.this.get(row.key), columns.floors.get(row.key)
        shown = NOT_HERE if value is None and row.foreign and not columns.data_here else show(value)
        cells = [row.name, show(columns.first.get(row.key)), shown, "", ""]
        if floor is not None:
            cells[3] = f"at most {show(floor)}" if row.key in AT_MOST else show(floor)
        if floor is not None and shown != NOT_HERE:
            cells[4] = "short" if value is None or is_short(row.key, value, floor) else "pass"
        if columns.whole is not None:
            before = columns.whole.get(row.key)
            lost = before is not None and value is not None and row.group != "costs"
            cells += [show(before), f"{value - before:+.4f}".rstrip("0").rstrip(".") if lost else ""]
        yield f"| {' | '.join(cells)} |"
