"""Knowledge as data: who publishes, who rules, what the words for speaking and for offices are.

In comes nothing but a name of a table; out come its rows, as ``dict`` (``load_table``) or as small frozen values
(``load_agencies`` and its like), read on first use and kept. It refuses to judge: which reading of an ambiguous
form holds on a page is decided by the room that reads the page. Every file's source and licence is in ``SOURCES.md``.
"""

from __future__ import annotations

from communique.data.load import (
    find_countries,
    find_country,
    find_office,
    load_agencies,
    load_bodies,
    load_channels,
    load_cities,
    load_countries,
    load_cue_phrases,
    load_dated_events,
    load_office_titles,
    load_officials,
    load_outlets,
    load_regions,
    load_sites,
    load_timezones,
    load_verbs,
)
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

__all__ = [
    "Agency",
    "Body",
    "Channel",
    "City",
    "Country",
    "CuePhrase",
    "DatedEvent",
    "OfficeTitle",
    "Official",
    "Outlet",
    "Region",
    "Site",
    "Tenure",
    "TimeZone",
    "Verb",
    "find_countries",
    "find_country",
    "find_office",
    "load_agencies",
    "load_bodies",
    "load_channels",
    "load_cities",
    "load_countries",
    "load_cue_phrases",
    "load_dated_events",
    "load_folder",
    "load_office_titles",
    "load_officials",
    "load_outlets",
    "load_regions",
    "load_sites",
    "load_table",
    "load_timezones",
    "load_verbs",
    "read_list",
]
