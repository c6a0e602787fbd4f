"""Stories as linking takes them in, built by hand: a lead with its account, quotes with their chains, and filler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.model import (
    Account,
    Block,
    Credit,
    Days,
    Entity,
    Hand,
    Office,
    Page,
    Participant,
    Place,
    Quote,
    Span,
    Speaker,
    Status,
    Story,
    StoryReading,
)
from communique.pages import parse_page
from tests.factory import dating, span

Told = tuple[Page, StoryReading]
NORWAY, POLAND = ("Ingrid Solheim", "NOR"), ("Marek Zielonka", "POL")
TOWNS = {
    "Oslo": ("NOR", 59.91, 10.75),
    "Gdynia": ("POL", 54.52, 18.53),
    "Warsaw": ("POL", 52.23, 21.01),
    "Gdansk": ("POL", 54.35, 18.65),
    "Norway": ("NOR", 62.0, 10.0),
    "Poland": ("POL", 52.0, 20.0),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A quote: who says what, through whom."""

    speaker: str
    words: str
    via: tuple[tuple[str, str], ...] = ()  # (name, kind), nearest the speaker first
    mode: str = "direct"


@dataclass(frozen=True, slots=True)
class Did:
    """An account. ``words`` is its sentence; participants without a country are bodies, all-caps names are states."""

    words: str
    who: tuple[tuple[str, str], ...] = (NORWAY, POLAND)
    kind: str = "meeting"
    first: str | None = "2024-03-05"
    last: str | None = None
    place: str | None = "Oslo"
    status: Status = "occurred"
    background: bool = False


def days_of(did: Did) -> Days | None:
    return dating(did.first, did.last).days if did.first else None


def tell(
    *did: Did,
    quotes: Sequence[Said] = (),
    published: str | None = "2024-03-05",
    outlet: str | None = None,
    wire: str | None = None,
    filler: str = "",
    source: str = "page.txt",
    offices: dict[str, str] | None = None,
    known: dict[str, str] | None = None,
    countries: dict[str, str] | None = None,
) -> Told:
    """A page with one story: its accounts' sentences, its quotes, its filler."""
    parts = [
        *(d.words for d in did),
        *(f"“{q.words}” said {q.speaker}." for q in quotes),
        *([filler] if filler else []),
    ]
    page = parse_page("\n\n".join(parts), source, html=False)
    sid = f"{page.id}.0"
    blocks = tuple(Block("body", span(page, part), "a sentence") for part in parts)
    credit = lambda name: Credit(name, None, "it is said so") if name else None  # noqa: E731
    story = Story(
        sid, page.id, blocks, None, credit(outlet), credit(wire), None, None, dating(published) if published else None
    )
    cast = _cast(sid, page, did, quotes, offices or {}, known or {}, countries or {})
    accounts = tuple(_account(sid, n, page, d, cast) for n, d in enumerate(did))
    return page, StoryReading(
        story,
        tuple(cast.values()),
        (),
        tuple(_quote(sid, n, page, q, cast) for n, q in enumerate(quotes)),
        accounts,
        (),
    )


def _cast(
    sid: str,
    page: Page,
    did: Sequence[Did],
    quotes: Sequence[Said],
    offices: dict[str, str],
    known: dict[str, str],
    countries: dict[str, str],
) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    names = [pair for d in did for pair in d.who] + [(q.speaker, countries.get(q.speaker, "")) for q in quotes]
    names += list(countries.items())
    for name, country in names:
        if name not in found:
            kind = "state" if name.isupper() else "person" if " " in name or country else "body"
            held = (
                (Office(offices[name], offices[name], country or None, Span(page.id, 0, 1)),) if name in offices else ()
            )
            found[name] = Entity(f"{sid}#{len(found)}", kind, name, (name,), country or None, held, known.get(name))
    return found


def _account(sid: str, n: int, page: Page, did: Did, cast: dict[str, Entity]) -> Account:
    where = span(page, did.words)
    who = tuple(
        Participant(name, "participant", _in(page, where, name), cast[name].id, country or None)
        for name, country in did.who
    )
    town = TOWNS.get(did.place or "")
    place = Place(did.place, *(town or (None, None, None)), None) if did.place else None
    days = dating(did.first, did.last) if did.first else None
    return Account(f"{sid}/a{n}", sid, did.kind, did.status, did.background, where, who, days, place)


def _in(page: Page, where: Span, name: str) -> Span:
    at = page.text.find(name, where.start, where.end)
    return Span(page.id, at, at + len(name)) if at >= 0 else where


def _quote(sid: str, n: int, page: Page, said: Said, cast: dict[str, Entity]) -> Quote:
    where = span(page, said.words)
    via = tuple(Hand(name, kind, None) for name, kind in said.via)
    return Quote(
        f"{sid}/q{n}",
        sid,
        where,
        said.words,
        said.mode,
        Speaker(said.speaker, cast[said.speaker].id, None, "named"),
        None,
        via,
        "in marks",
    )
