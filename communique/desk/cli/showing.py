"""``show``: the timeline, and one event in full with its accounts side by side."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from communique.chronicle import Chronicle
from communique.desk.cli.printing import clean, days, paint, print_json, shorten
from communique.errors import CommuniqueError
from communique.events.kinds import load_kinds
from communique.exports.records import TABLES
from communique.model import Status

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the timeline is wanted; ``None`` does not filter."""

    between: tuple[str, str] | None = None
    person: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    status: str | None = None


def show_timeline(path: Path, filters: Filters, as_json: bool) -> None:
    """Print the events that pass, one a line, earliest first; ``CommuniqueError`` for a day that is none."""
    one, other = map(_country, filters.between) if filters.between else (None, None)
    since, until = _day(filters.since, "--from"), _day(filters.until, "--to")
    if since and until and since > until:
        raise CommuniqueError(f"--from {since} --to {until}: the days run backwards; give the earlier one to --from")
    _one_of(filters.kind, "--kind", [kind.name for kind in load_kinds()])
    _one_of(filters.status, "--status", list(get_args(Status)))
    values = {
        "one": one, "other": other, "person": filters.person,
        "since": since, "until": until, "kind": filters.kind, "status": filters.status,
    }  # fmt: skip
    with Chronicle(path) as chronicle:
        events = list(chronicle.every("timeline", values))
        who = _participants(chronicle)
    if as_json:
        print_json([_plain(event, who[event["id"]]) for event in events])
        return
    for event in events:
        names = ", ".join(_named(member) for member in who[event["id"]]) or "participants not named"
        status = "" if event["status"] == "occurred" else f" ({event['status']})"
        where = f" · {clean(event['place'])}" if event["place"] else ""
        counts = f"{_count(event['pages'], 'page')} / {_count(event['texts'], 'text')} / {_count(event['origins'], 'origin')}"
        when = paint(f"{days(event['first'], event['last']):24}", "bold")
        print(f"{when} {paint(event['kind'] + status, 'cyan')} · {clean(names)}{where}")
        told = "recalled: " if event["recalled"] else ""
        print(f"{'':24} {told}“{shorten(event['words'], 110)}”")
        print(f"{'':24} {paint(event['id'] + ' · ' + counts, 'dim')}")
    if not events:
        print("no event passes; `communique stats FILE` says what the chronicle holds")


def show_event(path: Path, ident: str, as_json: bool) -> None:
    """Print one event: who, when, where with reasons; accounts side by side; quotes with their chains."""
    with Chronicle(path) as chronicle:
        event = _find(chronicle, ident)
        key = {"event": event["id"]}
        who = _participants(chronicle)[event["id"]]
        told = list(chronicle.every("event_accounts", key))
        said = list(chronicle.every("event_quotes", key))
        present = defaultdict(list)
        for row in chronicle.rows("SELECT * FROM participants ORDER BY account, number"):
            present[row["account"]].append(row)
        same = list(chronicle.rows("SELECT one, other, because FROM same_words"))
        if as_json:
            _print_record(chronicle, event["id"], {row["id"] for row in told}, {row["id"] for row in said})
            return
    _print_head(event, who)
    _print_accounts(told, present)
    _print_quotes(said, told, same, {member["person"] for member in who if member["person"]})


def _print_head(event: Row, who: Sequence[Row]) -> None:
    print(paint(f"{event['kind']} · {event['status']} · {event['id']}", "bold"))
    for member in who:
        print(f"  who    {clean(_named(member))} · {member['part']}")
    when = json.loads(event["days"])
    print(f"  when   {days(event['first'], event['last'])}")
    for reason in (when or {}).get("because", []):
        print(f"           because {clean(reason['text'])}")
    for reason in (when or {}).get("against", []):
        print(f"           against {clean(reason['text'])}")
    place = json.loads(event["place_found"])
    if place:
        country = f" ({place['country']})" if place["country"] else ""
        print(
            f"  where  {clean(place['name'])}{country}" + (f" · {clean(place['because'])}" if place["because"] else "")
        )
    else:
        print("  where  not said")
    print(
        f"  behind {_count(event['pages'], 'page')} / {_count(event['texts'], 'text')} / {_count(event['origins'], 'origin')}"
    )
    for reason in json.loads(event["because"]):
        print(f"           {clean(reason)}")


def _print_accounts(told: Sequence[Row], present: Mapping[str, Sequence[Row]]) -> None:
    print(paint("\naccounts", "bold"))
    for number, row in enumerate(told, 1):
        published = days(row["story_first"], row["story_last"])
        credit = " · ".join(clean(part) for part in (row["outlet"], row["wire"] and f"copy of {row['wire']}") if part)
        print(
            f"  [{number}] {row['source']}:{row['start']}-{row['end']} · published {published}"
            + (f" · {credit}" if credit else "")
        )
        if row["reprint_of"]:
            print(f"      reprint of {row['reprint_of']}: {clean(row['reprint_because'])}")
        print(f"      “{shorten(row['words'], 220)}”" + (" (background)" if row["background"] else ""))
    everyone = sorted({p["name"] for row in told for p in present[row["id"]]})
    points = [
        (name, [("named" if any(p["name"] == name for p in present[row["id"]]) else None) for row in told])
        for name in everyone
    ]
    points += [
        ("day", [days(row["first"], row["last"]) if row["first"] or row["last"] else None for row in told]),
        ("place", [row["place"] for row in told]),
        ("status", [row["status"] for row in told]),
    ]
    firsts, lasts = ([row[end] for row in told if row[end]] for end in ("first", "last"))
    apart = bool(firsts and lasts) and max(firsts) > min(lasts)  # two accounts allow no day in common
    width = max(len(point) for point, _ in points)
    print(paint("\n  side by side (- : not mentioned)", "dim"))
    print(f"  {'':{width}}  " + "  ".join(f"[{number}]{'':19}" for number in range(1, len(told) + 1)))
    for point, cells in points:
        differ = apart if point == "day" else len({cell for cell in cells if cell}) > 1
        verdict = "differ" if differ else ""
        print(
            f"  {clean(point):{width}}  "
            + "  ".join(f"{shorten(cell or '-', 22):22}" for cell in cells)
            + f"  {paint(verdict, 'yellow')}"
        )


def _print_quotes(said: Sequence[Row], told: Sequence[Row], same: Sequence[Row], present: set[str]) -> None:
    """Each speaker's words, those of the event's participants first; the same words in several accounts once."""
    print(paint("\nwords of the stories that report it", "bold"))
    number = {row["story"]: n for n, row in reversed(list(enumerate(told, 1)))}
    groups = _groups([row["id"] for row in said], [(pair["one"], pair["other"]) for pair in same])
    order = sorted(
        said,
        key=lambda r: (
            r["person"] not in present,
            r["speaker"] is None,
            r["speaker"] or "",
            number[r["story"]],
            r["start"],
        ),
    )
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in order:
        by_group[groups[row["id"]]].append(row)
    for rows in by_group.values():
        print(
            f"  {paint(clean(rows[0]['speaker'] or 'speaker not clear'), 'cyan')}"
            + (" · the same words in several accounts" if len(rows) > 1 else "")
        )
        printed = ""
        for row in rows:
            chain = " <- ".join(clean(hand["name"]) for hand in json.loads(row["via"]))
            if row["text"] != printed:
                print(f"      “{shorten(row['text'], 300)}”")
            printed = row["text"]
            cue = f" · “{shorten(row['cue'], 40)}”" if row["cue"] else ""
            print(
                paint(
                    f"      {row['mode']}{cue} · [{number[row['story']]}]" + (f" · through {chain}" if chain else ""),
                    "dim",
                )
            )
    if not said:
        print("  none")


def _groups(ids: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The first id of the group each id belongs to, where pairs join groups."""
    first = {ident: ident for ident in ids}

    def root(ident: str) -> str:
        while first[ident] != ident:
            ident = first[ident]
        return ident

    for one, other in pairs:
        if one in first and other in first:
            low, high = sorted((root(one), root(other)))
            first[high] = low
    return {ident: root(ident) for ident in ids}


def _print_record(chronicle: Chronicle, event: str, accounts: set[str], quotes: set[str]) -> None:
    wanted = {"events": {event}, "accounts": accounts, "quotes": quotes}
    print_json({table: [r for r in TABLES[table](chronicle) if r["id"] in ids] for table, ids in wanted.items()})


def _find(chronicle: Chronicle, ident: str) -> dict[str, Any]:
    """The event whose id begins so; ``CommuniqueError`` where none or several do."""
    found = list(
        chronicle.rows("SELECT * FROM events WHERE substr(id, 1, length(:id)) = :id ORDER BY id LIMIT 2", {"id": ident})
    )
    if len(found) == 1 or (found and found[0]["id"] == ident):
        return found[0]
    problem = (
        "several events begin so; give more of the id"
        if found
        else "no event has this id; `communique show -c FILE` lists them"
    )
    raise CommuniqueError(f"{ident}: {problem}")


def _participants(chronicle: Chronicle) -> dict[str, list[dict[str, Any]]]:
    who: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in chronicle.rows("SELECT * FROM event_participants ORDER BY event, number"):
        who[row["event"]].append(row)
    return who


def _plain(event: Row, who: Sequence[Row]) -> dict[str, Any]:
    members = [{"id": m["person"], "name": m["name"], "part": m["part"], "country": m["country"]} for m in who]
    keys = ("id", "kind", "status", "first", "last", "place", "country", "pages", "texts", "origins", "words")
    return {**{key: event[key] for key in keys}, "participants": members}


def _named(member: Row) -> str:
    return f"{member['name']} ({member['country']})" if member["country"] else str(member["name"])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _one_of(value: str | None, option: str, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise CommuniqueError(f"{option} {value}: is none of {', '.join(known)}")


def _country(code: str) -> str:
    from communique.data import find_countries, find_country

    if find_country(code.upper()) is not None:
        return code.upper()
    known = ", ".join(f"{country.iso3} is {country.name}" for country in find_countries(code))
    raise CommuniqueError(
        f"--between {code}: is no country's code; one like RUS was wanted" + (f" ({known})" if known else "")
    )


def _day(text: str | None, option: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError as error:
        raise CommuniqueError(f"{option} {text}: is no day; one like 2024-08-21 was wanted") from error
