"""The export contract, in each format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from communique.chronicle import Chronicle
from communique.errors import CommuniqueError
from communique.exports import save_csv, save_json, save_jsonl, to_frame
from communique.model import Reprint, Skip
from tests.factory import oslo_links, page_reading

CONTRACT = {
    "pages": {"id", "source", "sha256", "chars", "outlet"},
    "stories": {"id", "page", "blocks", "headline", "published", "wire", "byline", "dateline", "reprint_of"},
    "people": {"id", "name", "names", "country", "offices"},
    "quotes": {"id", "story", "span", "text", "mode", "speaker", "cue", "via", "same_words", "event"},
    "accounts": {"id", "story", "event", "kind", "status", "background", "span", "participants", "days", "place"},
    "events": {
        "id",
        "kind",
        "plover",
        "status",
        "days",
        "place",
        "participants",
        "accounts",
        "pages",
        "texts",
        "origins",
        "because",
    },
    "dropped": {"page", "story", "what", "reason", "span"},
}


@pytest.fixture
def chronicle(tmp_path: Path) -> Iterator[Chronicle]:
    reading = page_reading()
    sid = reading.stories[0].story.id
    with Chronicle(tmp_path / "c", write=True, create=True) as chronicle:
        version = chronicle.version("0", "r", "1")
        chronicle.add([reading], [Skip("page", "is a PNG image, not text", "a.png")], version)
        chronicle.link(replace(oslo_links(reading), reprints=(Reprint(sid, "other.0", "the same"),)), version)
        yield chronicle


def _exported(chronicle: Chronicle) -> dict[str, list[dict[str, object]]]:
    file = io.BytesIO()
    save_json(chronicle, file)
    return json.loads(file.getvalue())


def test_every_table_carries_every_key_of_the_contract(chronicle: Chronicle) -> None:
    export = _exported(chronicle)
    assert set(export) == set(CONTRACT)
    for table, keys in CONTRACT.items():
        assert export[table], table
        assert all(keys <= set(record) for record in export[table]), table


def test_spans_cut_out_their_own_words(chronicle: Chronicle) -> None:
    text = page_reading().page.text
    (quote,) = _exported(chronicle)["quotes"]
    start, end = quote["span"]
    assert text[start:end] == quote["text"] == "We agreed on the mines,"


def test_ids_of_people_reach_speakers_and_participants(chronicle: Chronicle) -> None:
    export = _exported(chronicle)
    assert export["quotes"][0]["speaker"]["id"] == "ingrid-solheim"
    assert [p["id"] for p in export["accounts"][0]["participants"]] == ["ingrid-solheim", "marek-zielonka"]
    assert export["quotes"][0]["event"] == "e1"
    assert export["stories"][0]["reprint_of"] == "other.0"
    assert export["people"][0]["offices"][0]["title"] == "Foreign Minister"


def test_json_lines_hold_the_same_records(chronicle: Chronicle) -> None:
    file = io.BytesIO()
    save_jsonl(chronicle, file)
    lines = [json.loads(line) for line in file.getvalue().splitlines()]
    flat = [{"table": table, **record} for table, records in _exported(chronicle).items() for record in records]
    assert lines == flat


def test_csv_is_one_file_for_each_table_with_spans_in_columns(chronicle: Chronicle, tmp_path: Path) -> None:
    written = save_csv(chronicle, tmp_path / "out")
    assert {path.stem for path in written} == set(CONTRACT)
    with (tmp_path / "out" / "quotes.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["text"] == "We agreed on the mines,"
    assert int(row["end"]) - int(row["start"]) == len(row["text"])
    assert json.loads(row["speaker"])["name"] == "Ingrid Solheim"


def test_a_frame_has_a_row_for_each_record(chronicle: Chronicle) -> None:
    assert list(to_frame(chronicle, "people")["name"]) == ["Ingrid Solheim", "Marek Zielonka"]


def test_an_unknown_table_is_refused_with_those_there_are(chronicle: Chronicle) -> None:
    with pytest.raises(CommuniqueError, match="visits: is no table; one of pages, stories"):
        to_frame(chronicle, "visits")
