"""The knowledge files: enough rows, no key twice, codes and dates that exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from communique import data
from communique.data import tables

DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
NAMED = [
    "agencies", "outlets", "events_dated", "countries", "verbs", "cue_phrases", "channels", "offices", "bodies",
    "cities", "sites", "regions", "timezones",
]  # fmt: skip


def repeated(keys: Iterable[object]) -> list[object]:
    return [key for key, times in Counter(keys).items() if times > 1]


@pytest.mark.parametrize(
    ("table", "floor"),
    [
        ("agencies", 40),
        ("outlets", 300),
        ("events_dated", 150),
        ("countries", 200),
        ("cities", 12_000),
        ("sites", 100),
        ("regions", 100),
        ("verbs", 200),
        ("offices", 150),
        ("bodies", 300),
        ("channels", 40),
        ("timezones", 80),
    ],
)
def test_a_table_has_at_least_as_many_rows_as_promised(table: str, floor: int) -> None:
    assert len(data.load_table(table)) >= floor


def test_no_key_appears_twice() -> None:
    assert repeated(row.iso3 for row in data.load_countries()) == []
    assert repeated(row.name for row in data.load_countries()) == []
    assert repeated(row.name for row in data.load_agencies()) == []
    assert repeated(row.name for row in data.load_outlets()) == []
    assert repeated(row.name for row in data.load_dated_events()) == []
    assert repeated(row.name for row in data.load_bodies()) == []
    assert repeated(row.name for row in data.load_sites()) == []
    assert repeated(row.name for row in data.load_channels()) == []
    assert repeated(row.lemma for row in data.load_verbs()) == []
    assert repeated(row.phrase for row in data.load_cue_phrases()) == []
    assert repeated((row.name, row.iso3, row.lat, row.lon) for row in data.load_cities()) == []
    assert repeated((row.printed, row.offset_minutes) for row in data.load_timezones()) == []
    assert repeated((row.title, row.countries) for row in data.load_office_titles()) == []


def test_every_country_code_is_a_known_one() -> None:
    known = {country.iso3 for country in data.load_countries()}
    used = {row.iso3 for row in data.load_cities()} | {row.iso3 for row in data.load_sites()}
    used |= {row.iso3 for row in data.load_regions()} | {row.country for row in data.load_bodies()}
    used |= {row.country for row in data.load_agencies()} | {row.country for row in data.load_outlets()}
    used |= {code for row in data.load_dated_events() for code in row.countries}
    used |= {code for row in data.load_office_titles() for code in row.countries}
    used |= {code for row in data.load_timezones() for code in row.countries}
    assert used - {""} - known == set()


def test_an_outlet_and_an_agency_have_domains_of_their_own() -> None:
    outlets = [domain for outlet in data.load_outlets() for domain in outlet.domains]
    agencies = [domain for agency in data.load_agencies() for domain in agency.domains]
    for domains in (outlets, agencies):
        assert repeated(domains) == []
        assert [domain for domain in domains if not DOMAIN.fullmatch(domain) or domain.startswith("www.")] == []


def test_an_event_begins_before_it_ends_and_its_phrases_mean_no_other() -> None:
    events = data.load_dated_events()
    assert [event.name for event in events if event.first > event.last] == []
    assert [event.name for event in events if not 1985 <= event.first.year <= 2025] == []
    assert repeated(words for event in events for words in event.words) == []
    assert [event.first for event in events] == sorted(event.first for event in events)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("annexation of Crimea", "2014-03-18"),
        ("invasion of Ukraine", "2022-02-24"),
        ("Kursk incursion", "2024-08-06"),
        ("Wagner mutiny", "2023-06-23"),
        ("October 7 attack", "2023-10-07"),
        ("fall of Bashar al-Assad", "2024-12-08"),
        ("Taliban takeover", "2021-08-15"),
        ("Abraham Accords", "2020-09-15"),
        ("SCO summit in Tianjin", "2025-08-31"),
        ("Xi’s visit to Moscow", "2023-03-20"),  # printed with a curly apostrophe
    ],
)
def test_a_phrase_dates_its_event(words: str, day: str) -> None:
    assert [event.first.isoformat() for event in data.load_dated_events() if words in event.words] == [day]


def test_no_cell_has_spaces_at_its_ends_or_an_empty_member() -> None:
    for name in NAMED:
        for row in data.load_table(name):
            for cell in row.values():
                assert cell == cell.strip()
                assert "" not in cell.split("|") or cell == ""


def test_closed_words_are_closed() -> None:
    assert {row.kind for row in data.load_outlets()} == {
        "newspaper", "broadcaster", "agency", "portal", "ministry", "magazine",
    }  # fmt: skip
    assert {row["ambiguous"] for name in ("agencies", "channels", "timezones") for row in data.load_table(name)} == {
        "yes",
        "no",
    }
    assert {row["state"] for row in data.load_table("agencies")} == {"yes", "no"}
    assert {row["strength"] for row in data.load_table("verbs")} == {"sure", "weak"}
    assert {part for verb in data.load_verbs() for part in verb.clause} == {"that", "to", "ing", "noun"}
    assert {cue.side for cue in data.load_cue_phrases()} == {"after", "before", "inside", "none"}
    assert {row.kind for row in data.load_countries()} == {"state", "territory", "former"}


def test_coordinates_are_on_the_globe() -> None:
    places = [(place.name, place.lat, place.lon) for place in data.load_cities()]
    places += [(place.name, place.lat, place.lon) for place in data.load_sites()]
    places += [(place.name, place.lat, place.lon) for place in data.load_regions()]
    places += [(place.name, place.lat, place.lon) for place in data.load_countries()]
    assert [name for name, lat, lon in places if not (-90 <= lat <= 90 and -180 <= lon <= 180)] == []


def test_a_site_stands_in_its_country() -> None:
    # 2 degrees: no listed site lies further from a town of its country, and no neighbour's capital is as near
    towns: dict[str, list[data.City]] = {}
    for city in data.load_cities():
        towns.setdefault(city.iso3, []).append(city)
    lost = [
        site.name
        for site in data.load_sites()
        if not any(abs(site.lat - town.lat) < 2 and abs(site.lon - town.lon) < 2 for town in towns[site.iso3])
    ]
    assert lost == []


def test_a_row_longer_than_its_header_is_refused_with_its_place() -> None:
    with pytest.raises(ValueError, match=r"made\.tsv, line 3: found 3 cells, wanted 2"):
        list(tables._split_table("# note\na\tb\n1\t2\t3\n", "made.tsv"))


def test_a_short_row_ends_in_empty_cells_and_comments_are_skipped() -> None:
    assert list(tables._split_table("# note\na\tb\r\n1\n\n", "made.tsv")) == [["a", "b"], ["1", ""]]


def test_a_folder_that_is_not_there_has_no_rows() -> None:
    assert data.load_folder("no-such-folder") == ()


def test_a_phrase_inside_another_events_phrase_belongs_to_the_older_event() -> None:
    # then a reader that misses the longer phrase still gets a true lower bound
    phrases = [(words, event) for event in data.load_dated_events() for words in event.words]
    assert [
        (inner, outer)
        for inner, one in phrases
        for outer, other in phrases
        if one is not other and inner in outer and one.first > other.first
    ] == []


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("PTI", "Press Trust of India (PTI)"),
        ("AP", "Associated Press (AP)"),
        ("TASS", "TASS"),
        ("Kyodo", "Kyodo News"),
        ("dpa", "Deutsche Presse-Agentur (dpa)"),
    ],
)
def test_an_agency_known_by_its_initials_carries_them_in_its_name(short: str, name: str) -> None:
    assert [agency.name for agency in data.load_agencies() if agency.short == short] == [name]
