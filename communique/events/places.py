"""Where an event was: places after a preposition, with their coordinates.

met   in southern Moscow, Russia     at the Kremlin     in the Omani capital     in Paris, Texas
         town + its country          seat -> its town   country -> its town      the other Paris
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.data import find_countries, find_country, load_cities, load_countries, load_regions, load_sites
from communique.model import Place

_LEAD = re.compile(
    r"\b(in|at|off|to|near|outside|inside|for|from|into|visited|visit|visits|visiting|tour|toured)\s+"
    r"((?:(?:the|a|an|his|her|its|their)\s)?(?:[\w'’\-]+\s){0,4}?(?:city|town|port|resort|capital|village|island|suburb|district)(?:\s+of|,)?\s"
    r"|(?:(?:the|his|her|its|their|southern|northern|eastern|western|central|downtown|nearby|neighbouring|neighboring|historic|southeastern|northeastern"
    r"|southwestern|northwestern)\s+){0,3})",
    re.IGNORECASE,
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w.]*(?:['’\-‑][^\W_]+)*")
_CAPITAL = re.compile(
    r"(?:the |its |their )?([A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)?) capital\b(?:,? (?:of )?([A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)?))?"
)
_AFTER = re.compile(r",\s*(?:the )?([A-Z][\w.'’\-]+(?:\s[A-Z][\w.'’\-]+){0,3})")
_PART_OF_NAME = (
    "City",
    "Conference",
    "Agreement",
    "Treaty",
    "Accords",
    "Post",
    "Times",
    "Journal",
    "University",
    "Process",
)
_DATE_WORDS = (
    frozenset(calendar.month_name)
    | frozenset(calendar.day_name)
    | frozenset(f"{month}." for month in calendar.month_abbr)
    | frozenset(calendar.month_abbr)
    | {"Sept", "Sept."}
)
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A known place: what it is, where it lies, and the town or state a caller may name it by."""

    name: str
    country: str
    lat: float
    lon: float
    people: int
    sort: str  # "country" "city" "site" "region"
    because: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text, with the preposition before it; offsets are the text's own."""

    start: int
    end: int
    preposition: str
    place: Place
    sort: str


def find_places(text: str, near: Collection[str] = ()) -> Iterator[Found]:
    """Places that stand behind a preposition or a verb of visiting, in text order.

    Of several places of one name the one in a country of ``near`` (ISO alpha-3) is taken, then the one of the most
    people; what follows after a comma ("Paris, Texas") outranks both.
    """
    for match in _LEAD.finditer(text):
        preposition = match.group(1).casefold()
        start = match.start(2)
        found = (
            _at(text, match.end(), preposition, near)
            or _capital_of(text, start, preposition)
            or _at(text, start, preposition, near)
        )
        if found is not None:
            yield found


def _capital_of(text: str, start: int, preposition: str) -> Found | None:
    match = _CAPITAL.match(text, start)
    if match is None:
        return None
    countries = find_countries(match.group(1).removesuffix("'s").removesuffix("’s"))
    country = countries[0] if countries else None
    if country is None or not country.capital:
        return None
    spot = _best(_spots().get(country.capital, ()), {country.iso3}, None)
    if spot is None or spot.country != country.iso3:
        return None
    because = f"{country.capital} is the capital of {country.name}"
    place = Place(spot.name, spot.country, spot.lat, spot.lon, None, because)
    return Found(match.start(1), match.end(1) + len(" capital"), preposition, place, "city")


def _at(text: str, start: int, preposition: str, near: Collection[str]) -> Found | None:
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, min(len(text), start + 80)):
        if words and text[words[-1].end() : match.start()] != " ":
            break
        words.append(match)
        if len(words) == _LONGEST:
            break
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        form = text[start:end]
        if form.endswith(("'s", "’s")):
            form, end = form[:-2], end - 2
        form, end = (
            (form.rstrip("."), end - (len(form) - len(form.rstrip("."))))
            if form.rstrip(".") in _spots()
            else (form, end)
        )
        spots = _spots().get(form)
        if spots and words[0].group()[0].isupper() and not _runs_on(text, end):
            return _placed(text, start, end, preposition, spots, near)
    return None


def _runs_on(text: str, end: int) -> bool:
    """A longer name goes on behind: "Kuwait City" is read whole or not at all, "Paris Agreement" is no place."""
    return any(text.startswith(f" {word}", end) for word in _PART_OF_NAME)


def _placed(text: str, start: int, end: int, preposition: str, spots: tuple[Spot, ...], near: Collection[str]) -> Found:
    after = _AFTER.match(text, end)
    within = _region_of(after.group(1)) if after is not None else None
    spot = _best(spots, near, within[0] if within else None)
    if spot is None and within is None:
        place = Place(
            text[start:end],
            None,
            None,
            None,
            None,
            "several places of this name lie in the countries of those who take part",
        )
        return Found(start, end, preposition, place, "city")
    if spot is None:
        assert within is not None
        place = Place(
            text[start:end],
            within[0],
            None,
            None,
            None,
            f"{within[1]} is said behind it; the town is not in the gazetteer",
        )
        return Found(start, end, preposition, place, "city")
    because = spot.because
    if within is not None and within[0] == spot.country:
        because = f"{because}; {within[1]} is said behind it"
    elif len({other.country for other in spots}) > 1:
        because = f"{because}; of several places of this name the one in {spot.country}"
    return Found(start, end, preposition, Place(spot.name, spot.country, spot.lat, spot.lon, None, because), spot.sort)


def _region_of(form: str) -> tuple[str, str] | None:
    """The country that a name behind a comma lies in or is, with the words; ``None`` where it is neither."""
    while form:
        countries = find_countries(form)
        if form in ("Georgia",):
            return None  # the state or the country: it settles nothing
        if (countries and form == countries[0].name) or (countries and form in countries[0].also):
            return countries[0].iso3, form
        region = next((spot for spot in _spots().get(form, ()) if spot.sort == "region"), None)
        if region is not None:
            return region.country, form
        form, _, rest = form.rpartition(" ")
        if rest not in _DATE_WORDS:
            return None  # ", US Secretary of State": the next name, not where the town lies
    return None


def _best(spots: tuple[Spot, ...], near: Collection[str], within: str | None) -> Spot | None:
    if within is not None:
        inside = [spot for spot in spots if spot.country == within]
        return inside[0] if inside else None
    if spots and spots[0].sort == "country":
        return spots[0]
    biggest = max(spots, key=lambda spot: spot.people, default=None)
    close = [spot for spot in spots if spot.country in near]
    if biggest is not None and biggest.people < 200_000 and len({spot.country for spot in close}) > 1:
        return None
    if close and biggest is not None and (biggest.country in near or biggest.people < 500_000):
        return close[0] if biggest.country not in near else biggest
    return biggest


@lru_cache(maxsize=1)
def _spots() -> dict[str, tuple[Spot, ...]]:
    """Printed form -> every place of that name; countries first."""
    found: dict[str, list[Spot]] = {}
    capitals: dict[str, Spot] = {}
    for country in load_countries():
        spot = Spot(country.name, country.iso3, country.lat, country.lon, 0, "country", "a country")
        for form in (country.name, *country.also):
            found.setdefault(form, []).append(spot)
    towns: dict[tuple[str, str], Spot] = {}
    for city in load_cities():
        spot = Spot(city.name, city.iso3, city.lat, city.lon, city.population, "city", "a town")
        towns.setdefault((city.name, city.iso3), spot)
        for form in (city.name, *city.also):
            if len(form) > 2 and form[0].isupper():
                found.setdefault(form, []).append(spot)
    for country in load_countries():
        capital = towns.get((country.capital, country.iso3))
        if capital is not None:
            capitals[country.iso3] = capital
            for seat in country.seats:
                if seat != country.capital and seat not in found:
                    found[seat] = [_seat(capital, seat)]
    _add_regions_and_sites(found)
    return {form: tuple(spots) for form, spots in found.items()}


def _add_regions_and_sites(found: dict[str, list[Spot]]) -> None:
    """Regions behind towns of one name; a site outranks both, since "the Kremlin" is a building first."""
    for region in load_regions():
        spot = Spot(region.name, region.iso3, region.lat, region.lon, 0, "region", "a region")
        for form in (region.name, *region.also):
            found.setdefault(form, []).append(spot)
    for site in load_sites():
        town = site.city or site.name
        spot = Spot(town, site.iso3, site.lat, site.lon, 0, "site", f"{site.name} stands in {site.city or site.iso3}")
        for form in (site.name, *site.also):
            if form[:1].isupper():
                others = (other for other in found.get(form, ()) if other.sort != "site")
                found[form] = [spot, *others]


def _seat(capital: Spot, seat: str) -> Spot:
    return Spot(capital.name, capital.country, capital.lat, capital.lon, 0, "site", f"{seat} stands in {capital.name}")


def holds_place(wide: Place, narrow: Place) -> bool:
    """``narrow`` lies in ``wide``, which is its country."""
    country = find_country(wide.country) if wide.country else None
    return country is not None and wide.name == country.name and wide.country == narrow.country
