"""Whether the people of two stories bear one name: spellings, orders of words, first names in several languages.

Лавров / Lavrov / Lawrow      Yerlan Dzhumabayev / Erlan Zhumabaev      Nguyen Van A / A Nguyen Van
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from communique.data import load_table, read_list
from communique.model import Entity, Verdict
from communique.people.folding import fold_name, fold_word, join_name

_FAMILY_ONLY = 0.45  # a bare family name with one country or office: a hint for linking, never a join by itself
_LONG = 6  # folded letters from which one may differ: shorter names that differ by a letter are different names


def compare_names(one: Entity, other: Entity) -> Verdict:
    """How far the names of two people, with countries and offices, speak for one person.

    Two different first names, two known people and two countries are never one. Everything is symmetric.
    """
    if one.kind != "person" or other.kind != "person":
        return Verdict(0.0, "they are not both people")
    if one.known and other.known:
        same = one.known == other.known
        return Verdict(float(same), f"both are {one.name}" if same else "two people who are known apart")
    if one.country and other.country and one.country != other.country:
        return Verdict(0.0, "they belong to two countries")
    best = max((_compare(a, b) for a, b in product(_full(one), _full(other))), key=lambda verdict: verdict.score)
    if best.score == 0.0:
        return best
    return _with_setting(best, one, other)


def _full(entity: Entity) -> tuple[str, ...]:
    """The entity's name, and every printed form of several words."""
    return tuple(sorted({entity.name, *(form for form in entity.names if " " in form)}))


def _with_setting(best: Verdict, one: Entity, other: Entity) -> Verdict:
    terms = {o.office for o in one.offices if o.office} & {o.office for o in other.offices if o.office}
    if one.country and other.country:
        return Verdict(min(1.0, best.score * (1.05 if terms else 1.0)), f"{best.because}, one country")
    if terms:
        return Verdict(best.score * 0.97, f"{best.because}, one office")
    return Verdict(best.score * 0.85, f"{best.because}, a country is not known")


@lru_cache(maxsize=50_000)
def _compare_sorted(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    if one == other:
        return (1.0, "one name") if len(one) > 1 else (_FAMILY_ONLY, "one family name alone")
    if len(one) == 1 or len(other) == 1:
        single, full = (one, other) if len(one) == 1 else (other, one)
        met = any(_alike(single[0], word) for word in (full[-1], full[0]))
        return (_FAMILY_ONLY, "a family name that fits") if met else (0.0, "different names")
    if len(one) == len(other) and all(_alike(a, b) for a, b in zip(one, other, strict=True)):
        return 0.95, "one name in two spellings"
    if len(one) == len(other) and all(a == b for a, b in zip(sorted(one), sorted(other), strict=True)):
        return 0.9, "one name in two orders"
    if join_name(one) == join_name(other):
        return 0.95, "one name, written together and apart"
    return _partly(one, other)


def alike_names(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How far two names in the common spelling can be one, countries and offices apart."""
    return _compare_sorted(*sorted((one, other)))[0]


def _compare(a: str, b: str) -> Verdict:
    one, other = sorted((fold_name(a), fold_name(b)))
    return Verdict(*_compare_sorted(one, other))


def _partly(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    """One name leaves out middle names, a second family name or all but the letter of a first name."""
    short, long = sorted((one, other), key=len)
    if len(short[0]) == 1 or len(long[0]) == 1:
        initial = short[0][:1] == long[0][:1] and _alike(short[-1], long[-1]) and len(short) == len(long)
        return (0.6, "an initial and a family name that fit") if initial else (0.0, "different names")
    if len(short) == len(long):
        return 0.0, "different names"
    if not _alike(short[0], long[0]):
        return 0.0, "two different first names"
    rest = list(long[1:])
    for word in short[1:]:
        met = next((at for at, other_word in enumerate(rest) if _alike(word, other_word)), None)
        if met is None:
            return 0.0, "different names"
        rest = rest[met + 1 :]
    return 0.9, "one name, shorter in one story"


def _alike(one: str, other: str) -> bool:
    """Two words of a name are spellings of one word."""
    if one == other or _variant(one) & _variant(other):
        return True
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=20_000)
def _variant(word: str) -> frozenset[int]:
    return _variants().get(word, frozenset())


@lru_cache(maxsize=1)
def _variants() -> dict[str, frozenset[int]]:
    """First names that are one name in several languages or letters, by the number of their row."""
    found: dict[str, frozenset[int]] = {}
    for number, row in enumerate(load_table("name_words")):
        if row["kind"] == "variant":
            for word in read_list(row["words"]):
                folded = fold_word(word)
                found[folded] = found.get(folded, frozenset()) | {number}
    return found
