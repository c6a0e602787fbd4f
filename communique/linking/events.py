"""From accounts that are one to the event: who, when, where, whether it happened, and how many stand behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from communique.data import find_country
from communique.events.kinds import plover_of
from communique.linking.blocks import Node, Telling, read_nodes
from communique.linking.compare import compare_places, is_country, printed
from communique.linking.judge import group_nodes
from communique.linking.origins import Sources, count
from communique.linking.told import Told
from communique.linking.words import fold
from communique.model import Dating, Days, Event, Member, Place, Plover, Reason, Role, Skip, Status

_SPECIFIC = ("meeting", "agreement")  # of a family the kinds that say most, where accounts are evenly split
_ORDER: tuple[Status, ...] = ("occurred", "cancelled", "denied", "planned", "uncertain")


def link_events(stories: Sequence[Told], sources: Sources) -> tuple[tuple[Event, ...], tuple[Skip, ...]]:
    """Every account in exactly one event, events by id, and what fitted several events."""
    nodes = read_nodes(stories, sources.people)
    grouped = group_nodes(nodes, sources.kin)
    events = []
    for group, because in zip(grouped.groups, grouped.because, strict=True):
        events.append(_event([nodes[n] for n in group], because, sources))
    events.sort(key=lambda event: event.id)
    return tuple(events), tuple(
        sorted(grouped.skips, key=lambda skip: (skip.story or "", skip.span.start if skip.span else 0))
    )


def events_of(stories: Sequence[Told], events: Sequence[Event]) -> dict[str, frozenset[str]]:
    """Story id -> the ids of the events it tells of."""
    home = {account: event.id for event in events for account in event.accounts}
    return {told.id: frozenset(home[account.id] for account in told.accounts if account.id in home) for told in stories}


def _event(nodes: Sequence[Node], because: Sequence[str], sources: Sources) -> Event:
    tellings = sorted((member for node in nodes for member in node.members), key=lambda telling: telling.account.id)
    accounts = tuple(telling.account.id for telling in tellings)
    kind = choose_kind([telling.account.kind for telling in tellings])
    status, why_status = choose_status(tellings)
    counted = count(tellings, sources)
    return Event(
        id=f"{kind.replace(' ', '-')}-{sha256(accounts[0].encode()).hexdigest()[:10]}",
        kind=kind,
        plover=_plover(kind),
        status=status,
        days=meet_days([telling.account.days for telling in tellings if telling.account.days is not None]),
        place=choose_place([telling.account.place for telling in tellings if telling.account.place is not None]),
        participants=unite_participants(nodes),
        accounts=accounts,
        pages=counted.pages,
        texts=counted.texts,
        origins=counted.origins,
        because=(*because, *why_status, *counted.because),
    )


def _plover(kind: str) -> Plover:
    try:
        return plover_of(kind)
    except KeyError:
        return Plover(kind.upper(), None)


def choose_kind(kinds: Sequence[str]) -> str:
    """The kind most accounts give; of equals the one that says more about what the people did, then the alphabet."""
    counted = Counter(kinds)
    return min(counted, key=lambda kind: (-counted[kind], kind not in _SPECIFIC, kind))


def choose_status(tellings: Sequence[Telling]) -> tuple[Status, tuple[str, ...]]:
    """The status of the account that was published last; but what occurred is not planned again.

    "Cancelled" and "denied" stand if nothing was published later that says otherwise. A story whose day is not known
    counts as the earliest.
    """
    said = [(telling.told.day, telling.account.status) for telling in tellings]
    statuses = {status for _, status in said}
    if len(statuses) == 1:
        return statuses.pop(), ()
    firm = [
        pair
        for pair in said
        if pair[1] not in ("uncertain", *(("planned",) if statuses != {"planned", "uncertain"} else ()))
    ]
    last = max(day for day, _ in firm or said)
    latest = Counter(status for day, status in firm or said if day == last)
    status = min(latest, key=lambda status: (-latest[status], _ORDER.index(status)))
    others = ", ".join(sorted(statuses - {status}))
    when = f"on {last}" if last != date.min else "on a day that is not known"
    return status, (f"{status}: so the account that was published last, {when}; others say {others}",)


def meet_days(datings: Sequence[Dating]) -> Dating | None:
    """The days that all allow, the narrowest first; one that contradicts those before it is kept as speaking against."""
    if not datings:
        return None
    order = sorted(
        datings, key=lambda dating: (_width(dating.days), printed(dating.days), tuple(r.text for r in dating.because))
    )
    days: Days = order[0].days
    because: list[Reason] = []
    against: list[Reason] = []
    for dating in order:
        both = days.meet(dating.days)
        (because if both is not None else against).extend(dating.because)
        against.extend(dating.against)
        days = both or days
    at = next((dating.at for dating in order if dating.at is not None), None)
    return Dating(days, _once(because), at if at is not None and days.width == 0 else None, None, _once(against))


def _width(days: Days) -> int:
    return days.width if days.width is not None else 10**6


def _once(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Each reason once: a hundred reprints that say "on Wednesday" give one."""
    seen: dict[str, Reason] = {}
    for reason in reasons:
        seen.setdefault(reason.text, reason)
    return tuple(seen.values())


def choose_place(places: Sequence[Place]) -> Place | None:
    """The most exact place that more than half of those accounts give that name one; else the one that most allow.

    A town in a country allows that country too: of "Moscow" and "Russia" both say Russia, and only one says Moscow.
    Of equals the one with coordinates comes first, then the alphabet.
    """
    if not places:
        return None
    names = Counter(fold(place.name) for place in places)
    support = {
        fold(place.name): sum(compare_places(place, other).score == 1.0 for other in places)
        if is_country(place)
        else names[fold(place.name)]
        for place in places
    }

    def rank(place: Place) -> tuple[object, ...]:
        given = support[fold(place.name)]
        where = (place.span.page, place.span.start) if place.span else ("", 0)
        return (2 * given <= len(places), is_country(place), -given, place.lat is None, place.name, *where)

    return min(places, key=rank)


def unite_participants(nodes: Sequence[Node]) -> tuple[Member, ...]:
    """Everybody an account names, each with the part most accounts give; a state only where nobody of it is named."""
    parts: dict[str, Counter[Role]] = {}
    who: dict[str, Member] = {}
    named = {party.country for node in nodes for party in node.parties if party.kind == "person"}
    for node in nodes:
        for telling in node.members:
            for party, role in zip(node.parties, telling.parts, strict=True):
                if party.kind == "state" and party.country in named:
                    continue
                name = party.name
                if party.kind == "state" and party.country and (country := find_country(party.country)):
                    name = country.name
                parts.setdefault(party.key, Counter())[role] += 1
                person = party.key if party.kind == "person" else None
                who[party.key] = Member(name, role, person, party.country)
    members = []
    for key, member in who.items():
        counted = parts[key]
        role = min(counted, key=lambda role: (-counted[role], role == "participant", role))
        members.append((-counted.total(), Member(member.name, role, member.person, member.country)))
    return tuple(
        member for _, member in sorted(members, key=lambda pair: (pair[0], pair[1].name, pair[1].person or ""))
    )
