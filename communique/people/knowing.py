"""What the knowledge says of people: who bears a name, who held an office on the story's days."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from communique.data import Official, Tenure, load_officials, read_list
from communique.model import Days
from communique.people.folding import fold_name

_KNOWN_FIRST, _KNOWN_LAST = date(2010, 1, 1), date(2025, 12, 31)  # the days ``data/tenures`` covers
_PUBLIC_YEARS = 12  # how long after the last office a bare family name still leads to its holder


@lru_cache(maxsize=1)
def _by_name() -> dict[tuple[str, ...], tuple[Official, ...]]:
    found: dict[tuple[str, ...], list[Official]] = defaultdict(list)
    for official in load_officials():
        for form in dict.fromkeys((official.name, *official.also)):
            folded = fold_name(form)
            if len(folded) > 1:
                found[folded].append(official)
                if len(folded) == 2 and official.country in ("JPN", "HUN"):
                    found[folded[::-1]].append(official)
    return {name: tuple(dict.fromkeys(officials)) for name, officials in found.items()}


@lru_cache(maxsize=1)
def _by_family() -> dict[tuple[str, ...], tuple[Official, ...]]:
    found: dict[tuple[str, ...], list[Official]] = defaultdict(list)
    for official in load_officials():
        forms = (*read_list(official.family), *(form for form in official.also if " " not in form))
        for folded in dict.fromkeys(fold_name(form) for form in forms):
            if folded:
                found[folded].append(official)
    return {name: tuple(dict.fromkeys(officials)) for name, officials in found.items()}


@lru_cache(maxsize=1)
def _by_office() -> dict[tuple[str, str], tuple[tuple[Official, Tenure], ...]]:
    found: dict[tuple[str, str], list[tuple[Official, Tenure]]] = defaultdict(list)
    for official in load_officials():
        for tenure in official.tenures:
            found[tenure.country, tenure.office].append((official, tenure))
    return {key: tuple(pairs) for key, pairs in found.items()}


@lru_cache(maxsize=4096)
def family_words(official: Official) -> frozenset[str]:
    """The words of the family name, every spelling of it; where the file repeats the whole name it tells nothing."""
    whole = fold_name(official.name)
    forms = (fold_name(form) for form in read_list(official.family))
    return frozenset(word for form in forms if form != whole or len(whole) == 1 for word in form)


def find_named(folded: tuple[str, ...]) -> tuple[Official, ...]:
    """Everybody who bears this whole name (given in the common spelling)."""
    return _by_name().get(folded, ())


def find_family(folded: tuple[str, ...]) -> tuple[Official, ...]:
    """Everybody who bears this family name, or goes by this one word ("Lula")."""
    return _by_family().get(folded, ())


def find_holder(term: str, country: str, days: Days | None) -> Official | None:
    """Who held the office on every one of the days, ``None`` where that is open or several did.

    A page whose date spans a handover names nobody: a wrong minister is worse than none. Days that are open at an end
    run from the first year of the knowledge to its last, so that only somebody who held the office throughout is named.
    """
    first = (days.first if days is not None else None) or _KNOWN_FIRST
    last = (days.last if days is not None else None) or max(first, _KNOWN_LAST)
    days = Days(first, last)
    during = [(official, tenure) for official, tenure in _by_office().get((country, term), ()) if _meets(tenure, days)]
    holders = {official for official, _ in during}
    if len(holders) != 1:
        return None
    whole = any(_first(tenure) <= first and last <= _last(tenure) for _, tenure in during)
    return next(iter(holders)) if whole else None


def held_office(official: Official, term: str | None, country: str | None, days: Days | None) -> bool:
    """The official held such an office by the story's days; without a country or an office, any."""
    return any(
        (term is None or tenure.office == term)
        and (not country or tenure.country == country)
        and (days is None or days.last is None or _first(tenure) <= days.last)
        for tenure in official.tenures
    )


def holds_office(official: Official, term: str, country: str | None, days: Days | None) -> bool:
    """The official held such an office on some of the story's days; without days nothing is known."""
    if days is None or days.first is None or days.last is None:
        return False
    return any(
        tenure.office == term and (not country or tenure.country == country) and _meets(tenure, days)
        for tenure in official.tenures
    )


def is_public(official: Official, days: Days | None) -> bool:
    """The story's days lie in the official's known public life: from the first office to some years after the last."""
    if days is None or not official.tenures:
        return True
    begun = min(_first(tenure) for tenure in official.tenures)
    ended = max(_last(tenure) for tenure in official.tenures)
    if days.last is not None and days.last < begun:
        return False
    return days.first is None or ended.year == date.max.year or days.first.year <= ended.year + _PUBLIC_YEARS


def pick_official(
    officials: Iterable[Official], country: str | None, terms: Iterable[str], countries: frozenset[str], days: Days | None,
    *, whole: bool = False,
) -> Official | None:  # fmt: skip
    """The one official whom country and offices of the story allow; ``None`` where none or several do.

    The story must speak of the official's country or of one where they held office: bearers of a name are many. For
    a ``whole`` name the office alone will do.
    """
    allowed = []
    wanted = frozenset(terms)
    for official in officials:
        homes = {official.country, *(tenure.country for tenure in official.tenures)}
        if country and country not in homes:
            continue
        fits = whole and any(held_office(official, term, None, days) for term in wanted)
        if not country and not fits and not homes & countries:
            continue
        if is_public(official, days):
            allowed.append(official)
    if len(allowed) > 1 and wanted:
        allowed = [one for one in allowed if any(held_office(one, term, country, days) for term in wanted)]
    return allowed[0] if len(allowed) == 1 else None


def _meets(tenure: Tenure, days: Days) -> bool:
    first, last = days.first or date.min, days.last or date.max
    return _first(tenure) <= last and first <= _last(tenure)


def _first(tenure: Tenure) -> date:
    return _day(tenure.first, late=False) or date.min


def _last(tenure: Tenure) -> date:
    return _day(tenure.last, late=True) or date.max


@lru_cache(maxsize=20_000)
def _day(printed: str, *, late: bool) -> date | None:
    """A day, month or year as printed in the file; its last day where ``late``, else its first."""
    parts = [int(part) for part in printed.split("-") if part.isdigit()]
    if not parts:
        return None
    month = parts[1] if len(parts) > 1 else 12 if late else 1
    day = parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1] if late else 1
    return date(parts[0], month, day)
