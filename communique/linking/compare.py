"""Whether two accounts can be of one event: who, when, where, what kind, in which words. Each answer is a Verdict.

Every comparison is symmetric. A score of 0 contradicts; what one side does not say contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple

from communique.data import find_country
from communique.events.kinds import find_kind
from communique.linking.words import fold
from communique.model import Days, Place, Verdict

NEAR_KM = 40  # a palace, an airport and the city they belong to


class Party(NamedTuple):
    """A participant as it is compared; ``key`` is a person's id, "state:RUS", or "body:" and the folded name."""

    key: str
    kind: Literal["person", "state", "body"]
    name: str
    country: str | None


def family_of(kind: str) -> str:
    """What a kind may be one event with: talks and a meeting of the same people are one; a visit and a meeting are two."""
    try:
        return find_kind(kind).family
    except KeyError:
        return kind


def sides_of(kind: str) -> int:
    """How many participants make an event of this kind; 1 for an unknown kind."""
    try:
        return find_kind(kind).sides
    except KeyError:
        return 1


def printed(days: Days) -> str:
    """Days for a person to read; an open end is three dots."""
    first, last = days.first, days.last
    if first == last:
        return str(first or "any day")
    return f"{first or '…'} to {last or '…'}"


def compare_days(one: Days | None, other: Days | None) -> Verdict:
    """Both accounts allow the same day, or days close enough for a time zone to explain.

    A story filed after midnight in Tokyo dates an evening in New York a day late, so neighbours count half. Anything
    further apart contradicts: two meetings a week apart are two meetings, however alike their wording.
    """
    if one is None or other is None:
        return Verdict(0.5, "one of them gives no day")
    both = one.meet(other)
    if both is not None:
        return Verdict(1.0, f"both allow {printed(both)}")
    gap = _gap(one, other)
    if gap == 1:
        return Verdict(0.5, "the days are neighbours, as a time zone can make them")
    return Verdict(0.0, f"the days lie {gap} apart")


def _gap(one: Days, other: Days) -> int:
    if one.last is not None and other.first is not None and one.last < other.first:
        return (other.first - one.last).days
    assert other.last is not None
    assert one.first is not None
    return (one.first - other.last).days


def compare_places(one: Place | None, other: Place | None) -> Verdict:
    """The same place, or one that lies in the other; two towns of one country speak against, two countries contradict."""
    if one is None or other is None:
        return Verdict(0.8, "one of them names no place")
    if fold(one.name) == fold(other.name):
        return Verdict(1.0, f"both in {min(one.name, other.name)}")
    if one.country is not None and other.country is not None and one.country != other.country:
        return Verdict(0.0, f"{min(one.name, other.name)} and {max(one.name, other.name)} lie in two countries")
    if is_country(one) or is_country(other):
        small, large = (other, one) if is_country(one) else (one, other)
        if small.country == large.country:
            return Verdict(1.0, f"{small.name} lies in {large.name}")
        return Verdict(0.5, f"where {small.name} lies is not known")
    if None not in (one.lat, one.lon, other.lat, other.lon) and _km(one, other) <= NEAR_KM:
        return Verdict(1.0, f"{min(one.name, other.name)} and {max(one.name, other.name)} are one town")
    return Verdict(0.3, f"{min(one.name, other.name)} is not {max(one.name, other.name)}")


def is_country(place: Place) -> bool:
    """The place is a whole country."""
    country = find_country(place.country) if place.country else None
    return country is not None and fold(place.name) in {fold(name) for name in (country.name, *country.also)}


def _km(one: Place, other: Place) -> float:
    lat, lon, lat2, lon2 = (radians(degree or 0.0) for degree in (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 12_742 * asin(sqrt(half))


def compare_kinds(one: str, other: str) -> Verdict:
    """The same kind, or kinds of one family: "talks" and a meeting."""
    if one == other:
        return Verdict(1.0, f"both are of the kind {one}")
    if family_of(one) == family_of(other):
        return Verdict(0.95, f"{min(one, other)} and {max(one, other)} are told of one thing")
    return Verdict(0.0, f"{min(one, other)} is not {max(one, other)}")


def compare_participants(one: Collection[Party], other: Collection[Party], sides: int = 2) -> Verdict:
    """The same people, or as many of them as each account names.

    A state beside a person of that state is no contradiction: "Putin met the Chinese delegation". Two different
    people on each side of one shared person are ("Putin met Li", "Putin met Xi"), and are two events.
    """
    if not one or not other:
        return Verdict(0.3 if not one and not other else 0.2, "nobody is named in one of them")
    both = {party.key for party in one} & {party.key for party in other}
    names = _names([party for party in one if party.key in both])
    left, right = _open(one, other, both), _open(other, one, both)
    persons = len({party.key for party in one if party.key in both and party.kind == "person"})
    if len(one) == len(other) == len(both):
        return Verdict(1.0 if len(both) >= min(sides, 2) else 0.6, f"the same participants: {names}")
    if not both:
        if left or right or len({party.country for party in one}) < 2:
            return Verdict(0.0, "other participants")
        return Verdict(0.5, "the same states, but not the same names for who acted")
    if left and right:
        return Verdict(0.65 if persons >= 2 else 0.0, f"both name {names}, and each somebody else")
    if len(both) >= 2:
        return Verdict(0.9, f"both name {names}; one names more")
    if not left and not right:
        return Verdict(0.8, f"both name {names}, and the others are of the same states")
    more = any(party.kind == "person" for party in (*one, *other) if party.key not in both)
    return Verdict(0.75 if sides < 2 and persons and not more else 0.5, f"only {names} is named in both")


def _open(one: Collection[Party], other: Collection[Party], both: Collection[str]) -> list[Party]:
    """Those of ``one`` whom nothing in ``other`` can stand for."""
    return [
        party
        for party in one
        if party.key not in both
        and not any(
            party.country is not None
            and party.country == stand_in.country
            and not (party.kind == "person" and stand_in.kind == "person")
            for stand_in in other
        )
    ]


def _names(parties: Collection[Party]) -> str:
    return " and ".join(sorted({party.name for party in parties}))


def compare_words(one: frozenset[str], other: frozenset[str]) -> Verdict:
    """How much of the shorter sentence's content stands in the longer one."""
    size = min(len(one), len(other))
    if size < 3:
        return Verdict(0.0, "too few words to tell")
    part = len(one & other) / size
    return Verdict(part, f"{part:.0%} of the words are the same".replace("%", " %"))
