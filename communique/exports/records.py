"""The export's records, table by table: the contract that other programs read.

Spans are ``[start, end]`` in code points of the page's text, end exclusive.
Days are ISO dates, or UTC minutes ("2023-04-16T19:06Z") where the minute is known.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from communique.chronicle import Chronicle

Record = dict[str, Any]
Row = Mapping[str, Any]


def pages(chronicle: Chronicle) -> Iterator[Record]:
    for row in chronicle.every("export_pages"):
        outlet = None
        if row["outlet"] is not None:
            outlet = {
                "name": row["outlet"],
                "span": _pair(row, "outlet_start", "outlet_end"),
                "because": row["outlet_because"],
            }
        yield {"id": row["id"], "source": row["source"], "sha256": row["sha256"], "chars": row["chars"], "outlet": outlet,
               "address": row["address"], "form": row["form"], "metas": json.loads(row["metas"])}  # fmt: skip


def stories(chronicle: Chronicle) -> Iterator[Record]:
    for row in chronicle.every("export_stories"):
        credits = json.loads(row["credits"])
        yield {
            "id": row["id"], "page": row["page"],
            "blocks": [{"part": block["part"], "span": _ends(block["span"])} for block in json.loads(row["blocks"])],
            "headline": row["headline"], "published": _dating(row["published"]),
            "wire": _credit(credits["wire"]), "byline": _credit(credits["byline"]),
            "dateline": _credit(credits["dateline"], "place"), "outlet": _credit(credits["outlet"]),
            "reprint_of": row["reprint_of"], "reprint_because": row["reprint_because"],
        }  # fmt: skip


def people(chronicle: Chronicle) -> Iterator[Record]:
    offices: dict[str, list[Record]] = defaultdict(list)
    for row in chronicle.every("export_offices"):
        for office in json.loads(row["offices"]):
            offices[row["person"]].append(
                {
                    "title": office["title"],
                    "country": office["country"],
                    "span": _ends(office["span"]),
                    "story": row["story"],
                }
            )
    for row in chronicle.every("export_people"):
        yield {"id": row["id"], "name": row["name"], "names": json.loads(row["names"]), "country": row["country"],
               "offices": offices[row["id"]], "because": json.loads(row["because"])}  # fmt: skip


def quotes(chronicle: Chronicle) -> Iterator[Record]:
    same: dict[str, list[str]] = defaultdict(list)
    for pair in chronicle.rows("SELECT one, other FROM same_words ORDER BY one, other"):
        same[pair["one"]].append(pair["other"])
        same[pair["other"]].append(pair["one"])
    for row in chronicle.every("export_quotes"):
        speaker = None
        if row["speaker"] is not None:
            speaker = {"id": row["person"], "name": row["speaker"], "span": _pair(row, "speaker_start", "speaker_end"),
                       "because": row["speaker_because"]}  # fmt: skip
        cue = _pair(row, "cue_start", "cue_end")
        via = [
            {"name": hand["name"], "kind": hand["kind"], "span": _ends(hand["span"])} for hand in json.loads(row["via"])
        ]
        yield {"id": row["id"], "story": row["story"], "span": [row["start"], row["end"]], "text": row["text"],
               "mode": row["mode"], "speaker": speaker, "cue": {"span": cue, "text": row["cue_text"]} if cue else None, "via": via,
               "same_words": same[row["id"]], "event": row["event"], "because": row["because"]}  # fmt: skip


def accounts(chronicle: Chronicle) -> Iterator[Record]:
    who: dict[str, list[Record]] = defaultdict(list)
    for row in chronicle.every("export_participants"):
        who[row["account"]].append({"id": row["person"], "name": row["name"], "part": row["part"],
                                    "span": [row["start"], row["end"]], "country": row["country"]})  # fmt: skip
    for row in chronicle.every("export_accounts"):
        yield {"id": row["id"], "story": row["story"], "event": row["event"], "kind": row["kind"], "status": row["status"],
               "background": bool(row["background"]), "span": [row["start"], row["end"]], "participants": who[row["id"]],
               "days": _dating(row["days"]), "place": _place(row["place_found"]), "because": json.loads(row["because"])}  # fmt: skip


def events(chronicle: Chronicle) -> Iterator[Record]:
    who: dict[str, list[Record]] = defaultdict(list)
    for row in chronicle.rows("SELECT * FROM event_participants ORDER BY event, number"):
        who[row["event"]].append(
            {"id": row["person"], "name": row["name"], "part": row["part"], "country": row["country"]}
        )
    tells: dict[str, list[str]] = defaultdict(list)
    for row in chronicle.rows("SELECT * FROM event_accounts ORDER BY event, account"):
        tells[row["event"]].append(row["account"])
    for row in chronicle.rows("SELECT * FROM events ORDER BY id"):
        yield {"id": row["id"], "kind": row["kind"], "plover": {"type": row["plover_type"], "mode": row["plover_mode"]},
               "status": row["status"], "days": _dating(row["days"]), "place": _place(row["place_found"]),
               "participants": who[row["id"]], "accounts": tells[row["id"]], "pages": row["pages"], "texts": row["texts"],
               "origins": row["origins"], "because": json.loads(row["because"])}  # fmt: skip


def dropped(chronicle: Chronicle) -> Iterator[Record]:
    for row in chronicle.rows("SELECT * FROM dropped ORDER BY page, story, start, what, reason"):
        yield {"page": row["page"], "story": row["story"], "what": row["what"], "reason": row["reason"],
               "span": _pair(row, "start", "end")}  # fmt: skip


TABLES: dict[str, Callable[[Chronicle], Iterator[Record]]] = {
    "pages": pages, "stories": stories, "people": people, "quotes": quotes, "accounts": accounts, "events": events,
    "dropped": dropped,
}  # fmt: skip


def _pair(row: Row, start: str, end: str) -> list[int] | None:
    return [row[start], row[end]] if row[start] is not None else None


def _ends(span: Mapping[str, Any] | None) -> list[int] | None:
    return [span["start"], span["end"]] if span is not None else None


def _credit(credit: Mapping[str, Any] | None, key: str = "name") -> Record | None:
    return {key: credit["name"], "span": _ends(credit["span"]), "because": credit["because"]} if credit else None


def _reasons(reasons: list[Mapping[str, Any]]) -> list[Record]:
    return [{"text": reason["text"], "span": _ends(reason["span"])} for reason in reasons]


def _dating(text: str) -> Record | None:
    dating = json.loads(text)
    if dating is None:
        return None
    first, last = dating["days"]["first"], dating["days"]["last"]
    if dating["at"] is not None:
        first = last = dating["at"][:16] + "Z"
    return {
        "first": first,
        "last": last,
        "because": _reasons(dating["because"]),
        "against": _reasons(dating["against"]),
    }


def _place(text: str) -> Record | None:
    place = json.loads(text)
    if place is None:
        return None
    return {**{key: place[key] for key in ("name", "country", "lat", "lon", "because")}, "span": _ends(place["span"])}


__all__ = ["TABLES", "Record"]
