"""Are the example pages read rightly? Scores a chronicle of examples/pages against examples/expected.json.

    python -m benchmarks.examples           the table, then what was missed
    python -m benchmarks.examples --check   exits 1 where a measure is below its floor in floors.toml

The expected lists are not exhaustive: events, quotes and people are measured by recall; what must not be there
(two people in one, two events in one, words of menus) is measured by itself.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
Record = Mapping[str, Any]


@dataclass
class Score:
    """Hits and tries for each measure, and what was missed."""

    hits: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    tries: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, right: bool, note: str) -> None:
        self.tries[measure] += 1
        self.hits[measure] += right
        if not right:
            self.misses.append(f"{measure}: {note}")

    def value(self, measure: str) -> float:
        return self.hits[measure] / self.tries[measure] if self.tries[measure] else 0.0


class Reading:
    """An export, indexed by the names that expected.json uses for pages."""

    def __init__(self, export: Record, texts: Mapping[str, str]) -> None:
        self.export = export
        self.texts = texts
        self.page_name = {page["id"]: _short(page["source"]) for page in export["pages"]}
        self.story_page = {story["id"]: self.page_name[story["page"]] for story in export["stories"]}
        self.person = {person["id"]: person for person in export["people"]}
        self.account = {account["id"]: account for account in export["accounts"]}

    def stories(self, page: str) -> list[Record]:
        return sorted(
            (s for s in self.export["stories"] if self.story_page[s["id"]] == page),
            key=lambda s: s["blocks"][0]["span"],
        )

    def body(self, story: Record) -> str:
        text = self.texts[self.story_page[story["id"]]]
        return "\n".join(text[a:b] for a, b in (block["span"] for block in story["blocks"] if block["part"] == "body"))

    def quote(self, page: str, words: str) -> Record | None:
        """The quote on the page that shares most with ``words``, at least 60 % of both."""
        start = self.texts[page].find(words)
        best = max((q for q in self.export["quotes"] if self.story_page[q["story"]] == page),
                   key=lambda q: _overlap(q["span"], [start, start + len(words)]), default=None)  # fmt: skip
        return best if best is not None and _overlap(best["span"], [start, start + len(words)]) >= 0.6 else None

    def event(self, wanted: Record) -> Record | None:
        """The event of the kind with all wanted participants whose reports overlap most with the wanted pages."""
        pages = set(wanted["reported_in"])
        best, most = None, 0
        for event in self.export["events"]:
            names = [name for member in event["participants"] for name in self.names(member)]
            if event["kind"] != wanted["kind"] or not all(
                any(_same(name, want) for name in names) for want in wanted["participants"]
            ):
                continue
            shared = len(pages & self.reported_in(event))
            if shared > most and _touches(event["days"], wanted["days"]):
                best, most = event, shared
        return best

    def names(self, member: Record) -> list[str]:
        return [member["name"], *self.person.get(member["id"] or "", {}).get("names", [])]

    def reported_in(self, event: Record) -> set[str]:
        return {self.story_page[self.account[account]["story"]] for account in event["accounts"]}


def score_pages(reading: Reading, expected: Record, score: Score) -> None:
    for page in expected["pages"]:
        name, stories = page["page"], reading.stories(page["page"])
        score.add("stories", len(stories) == page["n_stories"], f"{name}: {len(stories)}, wanted {page['n_stories']}")
        for got, want in zip(stories, page.get("stories", []), strict=False):
            headline = " ".join((got["headline"] or "").split())
            score.add(
                "headline", headline == (want["headline"] or ""), f"{name}: {headline!r}, wanted {want['headline']!r}"
            )
            score.add(
                "published",
                _within(got["published"], want["published"]),
                f"{name}: {got['published']}, wanted {want['published']}",
            )
            wire = (got["wire"] or {}).get("name")
            score.add(
                "wire", _same(wire, want["wire"]) or wire == want["wire"], f"{name}: {wire!r}, wanted {want['wire']!r}"
            )
            outlet = (got["outlet"] or {}).get("name")
            score.add(
                "outlet",
                _same(outlet, page["outlet"]) or outlet == page["outlet"],
                f"{name}: {outlet!r}, wanted {page['outlet']!r}",
            )
            body = reading.body(got)
            edges = want["body_starts"] in body[: len(want["body_starts"]) + 80] and body.rstrip().endswith(
                want["body_ends"]
            )
            score.add("body edges", edges, f"{name}: from {body[:50]!r} to {body[-50:]!r}")


def score_events(reading: Reading, expected: Record, score: Score) -> None:
    for want in expected["events"]:
        got = reading.event(want)
        score.add(
            "events found",
            got is not None,
            f"{want['key']}: {want['kind']} of {want['participants']} in {want['reported_in']}",
        )
        if got is None:
            continue
        pages, wanted = reading.reported_in(got), set(want["reported_in"])
        score.add(
            "events merged",
            pages == wanted,
            f"{want['key']}: missing {sorted(wanted - pages)}, too many {sorted(pages - wanted)}",
        )
        score.add(
            "days",
            _within(got["days"], want["days"]),
            f"{want['key']}: {got['days'] and (got['days']['first'], got['days']['last'])}, wanted {want['days']}",
        )
        place = (got["place"] or {}).get("name")
        if want["place"]:
            score.add("place", _same(place, want["place"]), f"{want['key']}: {place!r}, wanted {want['place']!r}")
        score.add("status", got["status"] == want["status"], f"{want['key']}: {got['status']}, wanted {want['status']}")
        counts, wants = (
            [got[k] for k in ("pages", "texts", "origins")],
            [want[k] for k in ("pages", "texts", "origins")],
        )
        if pages == wanted:
            score.add("texts and origins", counts == wants, f"{want['key']}: {counts}, wanted {wants}")
        back = {
            reading.story_page[reading.account[a]["story"]]: reading.account[a]["background"] for a in got["accounts"]
        }
        for page in pages & wanted:
            score.add(
                "background", back[page] == (page in want["background_in"]), f"{want['key']} in {page}: {back[page]}"
            )
    by_key = {want["key"]: reading.event(want) for want in expected["events"]}
    for one, other in expected["never_one_event"]:
        a, b = by_key.get(one), by_key.get(other)
        score.add("events kept apart", a is None or b is None or a["id"] != b["id"], f"{one} and {other} are one")


def score_quotes(reading: Reading, expected: Record, score: Score) -> None:
    for want in expected["quotes"]:
        note = f"{want['page']}: {want['words'][:60]!r}"
        got = reading.quote(want["page"], want["words"])
        score.add("quotes found", got is not None, note)
        if got is None:
            continue
        who = (got["speaker"] or {}).get("name")
        names = [who, *reading.person.get((got["speaker"] or {}).get("id") or "", {}).get("names", [])]
        score.add(
            "speakers",
            any(_same(name, want["speaker"]) for name in names),
            f"{note}: {who!r}, wanted {want['speaker']!r}",
        )
        if want["mode"]:
            score.add("modes", got["mode"] == want["mode"], f"{note}: {got['mode']}, wanted {want['mode']}")
        chain = [hand["name"] for hand in got["via"]]
        score.add("chains", _in_order(want["via"], chain), f"{note}: {chain}, wanted {want['via']}")
    for group in expected["same_words"]:
        ids = [quote["id"] if (quote := reading.quote(q["page"], q["words"])) else None for q in group]
        links = {q["id"]: set(q["same_words"]) for q in reading.export["quotes"]}
        for number, one in enumerate(ids[1:], 1):
            linked = one is not None and any(one in links.get(other or "", ()) for other in ids[:number])
            score.add("same words", linked, f"{group[number]['page']}: {group[number]['words'][:60]!r}")


def score_people(reading: Reading, expected: Record, score: Score) -> None:
    for want in expected["people"]:
        holders = [
            p["id"]
            for p in reading.export["people"]
            if any(_same(n, w) for n in p["names"] for w in want["names"] if " " in n)
        ]
        score.add(
            "people joined", len(holders) == 1, f"{want['name']}: {[reading.person[h]['names'] for h in holders]}"
        )
    for one, other in expected["never_one_person"]:
        both = [p for p in reading.export["people"] if {one, other} <= set(p["names"])]
        score.add("people kept apart", not both, f"{one} and {other} are one")
    export = reading.export
    shown = json.dumps([[q["text"] for q in export["quotes"]], [e["participants"] for e in export["events"]],
                        [p["names"] for p in export["people"]], [reading.body(s) for s in export["stories"]]], ensure_ascii=False)  # fmt: skip
    for words in expected["must_not_appear"]:
        score.add("intruders kept out", words not in shown, words)


def score_examples(export: Record, texts: Mapping[str, str], expected: Record) -> Score:
    """Every measure of an export of examples/pages; ``texts`` are the pages' texts by the names expected.json uses."""
    score, reading = Score(), Reading(export, texts)
    for part in (score_pages, score_events, score_quotes, score_people):
        part(reading, expected, score)
    return score


def read_examples(folder: Path) -> tuple[Record, dict[str, str]]:
    """The export of a chronicle built from examples/pages in ``folder``, and the texts of its pages."""
    from communique.chronicle import Chronicle
    from communique.exports import save_json
    from communique.journey import build

    build([ROOT / "examples" / "pages"], folder / "examples.chronicle")
    with Chronicle(folder / "examples.chronicle") as chronicle, (folder / "export.json").open("wb+") as file:
        save_json(chronicle, file)
        texts = {_short(row["source"]): row["text"] for row in chronicle.rows("SELECT source, text FROM pages")}
        file.seek(0)
        return json.load(file), texts


def below_floor(score: Score) -> Iterator[str]:
    """The measures below their floor, as printed lines."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())["examples"]
    for measure, floor in floors.items():
        if score.value(measure) < floor - 1e-9:
            yield f"{measure}: {score.value(measure):.3f} is below its floor {floor:.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    expected = json.loads((ROOT / "examples" / "expected.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        score = score_examples(*read_examples(Path(folder)), expected)
    for measure in score.tries:
        print(f"{measure:20} {score.value(measure):6.3f}   {score.hits[measure]} of {score.tries[measure]}")
    for miss in score.misses:
        print("  ", miss)
    short = list(below_floor(score)) if args.check else []
    print("\n".join(short))
    return 1 if short else 0


def _short(source: str) -> str:
    """The name expected.json uses: the file's, with the row of a table behind "#"."""
    name, _, row = Path(source).name.partition(".jsonl:")
    return f"{name}.jsonl#{row}" if row else name


def _same(one: str | None, other: str | None) -> bool:
    a, b = ((name or "").casefold().removeprefix("the ").strip() for name in (one, other))
    return bool(a and b) and (a in b or b in a)


def _overlap(one: list[int], other: list[int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def _touches(days: Record | None, want: list[str] | None) -> bool:
    if not days or not want:
        return True
    first, last = days["first"] or "0", days["last"] or "9"
    return bool((want[1] or "9") >= first[:10] and (want[0] or "0") <= last[:10])


def _within(days: Record | None, want: list[str] | None) -> bool:
    """The same interval, or one that covers or lies inside the wanted one and is no wider than a month."""
    if want is None or (want[0] is None and want[1] is None):
        return days is None or days["first"] is None
    if days is None or days["first"] is None or days["last"] is None:
        return want[0] is None
    first, last = days["first"][:10], days["last"][:10]
    low, high = want[0] or "0", want[1] or "9"
    covers, inside = first <= low and high <= last, low <= first and last <= high
    return (covers or inside) and first[:4] == last[:4] and (int(last[5:7]) - int(first[5:7])) <= 1


def _in_order(wanted: list[str], chain: list[str]) -> bool:
    rest = iter(chain)
    return all(any(_same(hand, want) for hand in rest) for want in wanted)


if __name__ == "__main__":
    sys.exit(main())
