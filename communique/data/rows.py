"""What one row of each knowledge file says, as plain frozen values. ``also`` and the other lists hold printed forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory or a state that is gone.

    ``seats`` are places and buildings that stand for its government ("the Kremlin said"); its capital is among them.
    """

    iso3: str
    iso2: str
    name: str
    kind: str
    also: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    seats: tuple[str, ...]
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency or wire.

    ``ambiguous``: ``short`` alone ("PTI", "CNA", "Report") names other things too, so it counts only in a credit
    line or beside a word such as "agency" or "told"; the forms in ``also`` count anywhere.
    """

    name: str
    short: str
    also: tuple[str, ...]
    ambiguous: bool
    country: str
    domains: tuple[str, ...]
    state: bool


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes pages: newspaper, broadcaster, agency, portal, ministry, magazine; ``domains`` have no "www."."""

    name: str
    also: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A well-known event; a text that mentions it as past was written on or after ``first``. Days include both ends.

    A summit, an election, a parade is named before it is held too ("ahead of the summit in Kazan"): check the tense.
    Try longer ``words`` before shorter ones: "withdrawal from the JCPOA" is three years younger than "JCPOA".
    """

    name: str
    words: tuple[str, ...]
    first: date
    last: date
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A town with its country, its centre in degrees and its people (0 where not known)."""

    name: str
    also: tuple[str, ...]
    iso3: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Site:
    """A building, estate or compound where people meet, and the town it stands in."""

    name: str
    also: tuple[str, ...]
    city: str
    iso3: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country, or land claimed by several; ``iso3`` is the state most others see it in."""

    name: str
    also: tuple[str, ...]
    iso3: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb with its inflected ``forms``; ``clause`` names the complements that carry what was said.

    ``sure`` is false for verbs that report only in company ("hold", "sign", "add up").
    """

    lemma: str
    kind: str
    clause: tuple[str, ...]
    sure: bool
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """Words other than a verb that attribute; ``side`` says where the speaker stands: after, before, inside, none."""

    phrase: str
    kind: str
    side: str


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """A printed office word and the office it names, in ``countries`` only where that is not empty."""

    title: str
    office: str
    countries: tuple[str, ...]
    also: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation; ``country`` is empty for those of several states."""

    name: str
    also: tuple[str, ...]
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Channel:
    """What words came through; ``ambiguous``: the bare ``name`` is an ordinary word as well ("X", "statement")."""

    name: str
    kind: str
    ambiguous: bool
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A printed zone, minutes east of UTC, and the countries whose pages mean it so (empty: anywhere)."""

    printed: str
    offset_minutes: int
    ambiguous: bool
    countries: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held; ``first`` and ``last`` are days as printed, "" where not known or not yet ended."""

    country: str
    office: str
    title: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Official:
    """A person who held office; ``born`` is an ISO day, a year or ""."""

    name: str
    family: str
    country: str
    born: str
    gender: str
    also: tuple[str, ...]
    tenures: tuple[Tenure, ...]
