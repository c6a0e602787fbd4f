"""The typed loaders, one per knowledge file. Each reads its file on the first call and keeps the answer."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache

from communique.data.rows import (
    Agency,
    Body,
    Channel,
    City,
    Country,
    CuePhrase,
    DatedEvent,
    OfficeTitle,
    Official,
    Outlet,
    Region,
    Site,
    Tenure,
    TimeZone,
    Verb,
)
from communique.data.tables import load_folder, load_table, read_list


@lru_cache(maxsize=1)
def load_countries() -> tuple[Country, ...]:
    """States first, then territories, then states that are gone; by name within each."""
    return tuple(
        Country(
            row["iso3"],
            row["iso2"],
            row["name"],
            row["kind"],
            read_list(row["also"]),
            read_list(row["demonyms"]),
            row["capital"],
            read_list(row["seats"]),
            float(row["lat"]),
            float(row["lon"]),
        )
        for row in load_table("countries")
    )


@lru_cache(maxsize=1)
def load_agencies() -> tuple[Agency, ...]:
    """News agencies and wires, by name.

    An agency that print knows by its initials carries them in its name, "Press Trust of India (PTI)": pages give
    the one or the other, and whoever reads the chronicle may know either.
    """
    return tuple(
        Agency(
            f"{row['name']} ({row['short']})" if _is_initials(row["short"], row["name"]) else row["name"],
            row["short"],
            (row["name"], *read_list(row["also"])),
            row["ambiguous"] == "yes",
            row["country"],
            read_list(row["domains"]),
            row["state"] == "yes",
        )
        for row in load_table("agencies")
    )


def _is_initials(short: str, name: str) -> bool:
    return short.isalpha() and len(short) <= 5 and not short.istitle() and short.casefold() not in name.casefold()


@lru_cache(maxsize=1)
def load_outlets() -> tuple[Outlet, ...]:
    """Outlets with their addresses, by name; agencies that publish to readers are among them."""
    return tuple(
        Outlet(row["name"], read_list(row["also"]), read_list(row["domains"]), row["country"], row["kind"])
        for row in load_table("outlets")
    )


@lru_cache(maxsize=1)
def load_dated_events() -> tuple[DatedEvent, ...]:
    """Well-known dated events, earliest first."""
    return tuple(
        DatedEvent(
            row["name"],
            read_list(row["words"]),
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
            read_list(row["country"]),
        )
        for row in load_table("events_dated")
    )


@lru_cache(maxsize=1)
def load_cities() -> tuple[City, ...]:
    """Towns, the largest first, so that the first match of a name is the likeliest one."""
    return tuple(
        City(
            row["name"],
            read_list(row["also"]),
            row["iso3"],
            float(row["lat"]),
            float(row["lon"]),
            int(row["population"] or 0),
        )
        for row in load_table("cities")
    )


@lru_cache(maxsize=1)
def load_sites() -> tuple[Site, ...]:
    """Buildings and estates where people meet."""
    return tuple(
        Site(row["name"], read_list(row["also"]), row["city"], row["iso3"], float(row["lat"]), float(row["lon"]))
        for row in load_table("sites")
    )


@lru_cache(maxsize=1)
def load_regions() -> tuple[Region, ...]:
    """Regions, provinces and disputed lands that news names without their country."""
    return tuple(
        Region(row["name"], read_list(row["also"]), row["iso3"], float(row["lat"]), float(row["lon"]))
        for row in load_table("regions")
    )


@lru_cache(maxsize=1)
def load_verbs() -> tuple[Verb, ...]:
    """Reporting verbs with their forms."""
    return tuple(
        Verb(row["lemma"], row["kind"], read_list(row["clause"]), row["strength"] == "sure", read_list(row["forms"]))
        for row in load_table("verbs")
    )


@lru_cache(maxsize=1)
def load_cue_phrases() -> tuple[CuePhrase, ...]:
    """Attributing phrases that are not verbs."""
    return tuple(CuePhrase(row["phrase"], row["kind"], row["side"]) for row in load_table("cue_phrases"))


@lru_cache(maxsize=1)
def load_office_titles() -> tuple[OfficeTitle, ...]:
    """Office words in the order of the file."""
    return tuple(
        OfficeTitle(row["title"], row["office"], read_list(row["countries"]), read_list(row["also"]), row["note"])
        for row in load_table("offices")
    )


@lru_cache(maxsize=1)
def load_bodies() -> tuple[Body, ...]:
    """Well-known bodies."""
    return tuple(Body(row["name"], read_list(row["also"]), row["country"], row["kind"]) for row in load_table("bodies"))


@lru_cache(maxsize=1)
def load_channels() -> tuple[Channel, ...]:
    """Channels words come through."""
    return tuple(
        Channel(row["name"], row["kind"], row["ambiguous"] == "yes", read_list(row["also"]))
        for row in load_table("channels")
    )


@lru_cache(maxsize=1)
def load_timezones() -> tuple[TimeZone, ...]:
    """Printed zones; an ambiguous one has a row for each reading, the reading of the most pages first."""
    return tuple(
        TimeZone(
            row["printed"], int(row["offset"]), row["ambiguous"] == "yes", read_list(row["countries"]), row["note"]
        )
        for row in load_table("timezones")
    )


@lru_cache(maxsize=1)
def load_officials() -> tuple[Official, ...]:
    """People of ``people/`` with what they held by ``tenures/``, joined by name and country.

    A tenure in another country's or body's name (a Norwegian who leads NATO) goes to the one person of that name;
    where two share it, it goes to neither, since a wrong office is worse than a missing one.
    """
    exact: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    people = load_folder("people")
    keys = {(row["name"], row["country"]) for row in people}
    countries: dict[str, set[str]] = defaultdict(set)
    for name, country in keys:
        countries[name].add(country)
    for row in load_folder("tenures"):
        held = Tenure(row["country"], row["office"], row["title"], row["from"], row["to"])
        key = (row["name"], row["country"])
        homes = countries[row["name"]]
        if key not in keys and len(homes) == 1:
            key = (row["name"], next(iter(homes)))
        exact[key].append(held)
    return tuple(
        Official(
            row["name"],
            row["family"],
            row["country"],
            row["born"],
            row["gender"],
            read_list(row["also"]),
            tuple(exact[row["name"], row["country"]]),
        )
        for row in people
    )


@lru_cache(maxsize=1)
def _countries_by_form() -> dict[str, tuple[Country, ...]]:
    found: dict[str, list[Country]] = defaultdict(list)
    for country in load_countries():
        for form in dict.fromkeys((country.name, *country.also, *country.demonyms)):
            found[form].append(country)
    return {form: tuple(several) for form, several in found.items()}


@lru_cache(maxsize=1)
def _countries_by_code() -> dict[str, Country]:
    return {country.iso3: country for country in load_countries()}


def find_country(iso3: str) -> Country | None:
    """The country of an ISO alpha-3 code (XKX is Kosovo), or None."""
    return _countries_by_code().get(iso3)


def find_countries(printed: str) -> tuple[Country, ...]:
    """Every country that is so printed (name, other form or demonym), states before others.

    Several for "Congolese"; none where the form is unknown. Letter case counts, since "turkey" is a bird.
    """
    return _countries_by_form().get(printed, ())


@lru_cache(maxsize=1)
def _titles_by_form() -> dict[str, tuple[OfficeTitle, ...]]:
    found: dict[str, list[OfficeTitle]] = defaultdict(list)
    for title in load_office_titles():
        for form in dict.fromkeys(printed.casefold() for printed in (title.title, *title.also)):
            found[form].append(title)
    return {form: tuple(several) for form, several in found.items()}


def find_office(printed: str, country: str = "") -> OfficeTitle | None:
    """The office a title names in a country (ISO alpha-3): a row for that country before one for everywhere.

    "Chancellor" is the head of government in Germany and the foreign minister in Peru; with no country, and no row
    that holds everywhere, it is nothing. Letter case does not count.
    """
    rows = _titles_by_form().get(printed.casefold(), ())
    for row in rows:
        if country in row.countries:
            return row
    return next((row for row in rows if not row.countries), None)
