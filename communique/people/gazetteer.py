"""Names that are known beforehand: officials, bodies, agencies, outlets, countries, demonyms, towns.

One automaton over all of them, built once a process on first use. Letter case counts and words must be whole:
"turkey" is a bird and "Oman" stands in "Romania".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import ahocorasick

from communique.data import (
    Body,
    City,
    Country,
    Official,
    load_agencies,
    load_bodies,
    load_cities,
    load_countries,
    load_officials,
    load_outlets,
    load_regions,
    load_sites,
)
from communique.people.lexicon import given_genders, longest_title, name_words

HitKind = Literal["official", "country", "demonym", "body", "seat", "capital", "site", "region", "city", "outlet"]
# A form that means several things means the first of these: "Kremlin" is a body before it is a seat.
_ORDER: tuple[HitKind, ...] = (
    "official", "country", "body", "capital", "seat", "region", "site", "city", "outlet", "demonym",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
_SWAPPED = ("JPN", "HUN")  # printed family name first as well as last


class Entry(NamedTuple):
    """What a form stands for. ``countries`` are ISO alpha-3 codes; ``known`` the officials who bear it."""

    kind: HitKind
    name: str
    countries: tuple[str, ...]
    house: bool = False  # a body that is a building as well: the Kremlin, the White House
    known: tuple[Official, ...] = ()


class Hit(NamedTuple):
    """An entry's form in a passage, offsets of the passage."""

    start: int
    end: int
    entry: Entry


def find_hits(text: str) -> list[Hit]:
    """Known names in ``text``: whole words, the longest first from the left, none overlapping."""
    found: list[Hit] = []
    for last, (length, entry) in _automaton().iter(text):
        start, end = last + 1 - length, last + 1
        if _whole(text, start, end):
            found.append(Hit(start, end, entry))
    found.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or after.isalnum():
        return False
    if after in "-‑" and text[end + 1 : end + 2].islower():
        return False  # "Kremlin-aligned" names no Kremlin that acts
    return not (before in "-‑" and start > 1 and _lower_before(text, start - 2))


def _lower_before(text: str, at: int) -> bool:
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    return text[at].islower()


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    found: dict[str, Entry] = {}
    for form, entry in _entries():
        other = found.get(form)
        if other is None:
            found[form] = entry
        elif other.kind == entry.kind and entry.kind in ("official", "demonym"):
            countries = tuple(dict.fromkeys(other.countries + entry.countries))
            found[form] = other._replace(countries=countries, known=tuple(dict.fromkeys(other.known + entry.known)))
        elif _RANK[entry.kind] < _RANK[other.kind]:
            found[form] = entry
    automaton = ahocorasick.Automaton()
    for form, entry in found.items():
        automaton.add_word(form, (len(form), entry))
        if "'" in form:
            automaton.add_word(form.replace("'", "’"), (len(form), entry))
    automaton.make_automaton()
    return automaton


def _entries() -> Iterator[tuple[str, Entry]]:
    for country in load_countries():
        yield from _country_entries(country)
    for official in load_officials():
        entry = Entry("official", official.name, (official.country,), known=(official,))
        for form in _name_forms(official):
            yield form, entry
    for body in load_bodies():
        yield from _body_entries(body)
    for agency in load_agencies():
        entry = Entry("body", agency.name, (agency.country,) if agency.country else ())
        for form in (agency.name, *agency.also, *(() if agency.ambiguous else (agency.short,))):
            yield form, entry
    yield from _outlet_entries()
    yield from _place_entries()


def _country_entries(country: Country) -> Iterator[tuple[str, Entry]]:
    code = (country.iso3,)
    for form in (country.name, *country.also):
        yield form, Entry("country", country.name, code)
    for form in country.demonyms:
        yield form, Entry("demonym", country.name, code)
    for seat in country.seats:
        yield seat, Entry("capital" if seat == country.capital else "seat", country.name, code)
    if country.capital:
        yield country.capital, Entry("capital", country.name, code)


def _name_forms(official: Official) -> Iterator[str]:
    for form in (official.name, *official.also):
        if " " in form:
            yield form
            if "-" in form:
                yield form.replace("-", " ")
            if official.country in _SWAPPED and form.count(" ") == 1:
                yield " ".join(reversed(form.split(" ")))


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """Codes of bodies that have officials of their own: "EU", "NATO", "UN"."""
    states = {country.iso3 for country in load_countries()}
    return frozenset(held.country for official in load_officials() for held in official.tenures) - states


@lru_cache(maxsize=1)
def _seats() -> frozenset[str]:
    return frozenset(seat for country in load_countries() for seat in country.seats)


def _body_entries(body: Body) -> Iterator[tuple[str, Entry]]:
    forms = (body.name, *body.also)
    code = body.country or next((form for form in forms if form in _codes()), "")
    entry = Entry("body", body.name, (code,) if code else ())
    for form in forms:
        if form[:1].isupper() or form[:1].isdigit():
            yield form, entry._replace(house=body.kind == "government" and form in _seats())


def _outlet_entries() -> Iterator[tuple[str, Entry]]:
    named = {form for body in load_bodies() for form in (body.name, *body.also)} | _seats()
    for outlet in load_outlets():
        entry = Entry("outlet", outlet.name, (outlet.country,) if outlet.country else ())
        for form in (outlet.name, *outlet.also):
            if form[:1].isalnum() and form.removeprefix("The ") not in named and not _is_post(form):
                yield form, entry


def _is_post(form: str) -> bool:
    """ "President of the Republic of Peru" heads a site of his, and is a person in a story."""
    words = form.casefold().split()
    first = longest_title(words, 0)
    return (first is not None and words[first[0] : first[0] + 1] == ["of"]) or (
        len(words) == 2 and longest_title(words[1:], 0) is not None and words[1] in ("president", "premier", "minister")
    )


def _place_entries() -> Iterator[tuple[str, Entry]]:
    stops, given = name_words("stop"), given_genders()
    for region in load_regions():
        yield from _forms((region.name, *region.also), Entry("region", region.name, (region.iso3,)))
    for site in load_sites():
        yield from _forms((site.name, *site.also), Entry("site", site.name, (site.iso3,)))
    seen: set[str] = set()
    for city in load_cities():
        for form in _city_forms(city):
            if form not in seen and form not in stops and form.casefold() not in given:
                seen.add(form)
                yield form, Entry("city", city.name, (city.iso3,))


def _city_forms(city: City) -> Iterator[str]:
    for form in (city.name, *city.also):
        if len(form) > 2 and form[0].isupper():
            yield form


def _forms(forms: Iterable[str], entry: Entry) -> Iterator[tuple[str, Entry]]:
    for form in forms:
        if form[:1].isupper():
            yield form, entry
