"""How names stand to one another: whether two full ones are one person's, what a short form is of a full one."""

from __future__ import annotations

from collections.abc import Iterable

from communique.data import Official
from communique.people.figures import Figure
from communique.people.folding import join_name
from communique.people.knowing import family_words
from communique.people.lexicon import given_genders, surnames_first

_HAN = frozenset(("CHN", "TWN", "HKG", "MAC", "SGP", "KOR", "PRK", "VNM", "KHM"))
# Two family names stand last and the first of them is the one people are called by.
_TWO_FAMILIES = frozenset((
    "ESP", "MEX", "ARG", "CHL", "PER", "COL", "VEN", "ECU", "BOL", "PRY", "URY", "CUB", "DOM", "GTM", "HND", "SLV", "NIC",
    "CRI", "PAN", "PRI", "PHL", "GNQ",
))  # fmt: skip
_SOFT = str.maketrans("eo", "iu")  # vowels that spellings of one name differ in


def same_full(figure: Figure, folded: tuple[str, ...], known: tuple[Official, ...]) -> bool:
    """Two full names are one person's: the same words, one with more words between, or a spelling apart."""
    if figure.known is not None and figure.known in known:
        return True
    one, other = sorted((figure.folded, folded), key=len)
    if one == other or join_name(one) == join_name(other):
        return True
    unknown = figure.known is None and not known and len(one) > 1 and one[-1] == other[-1]
    if unknown and join_name(one).translate(_SOFT) == join_name(other).translate(_SOFT):
        return True  # Kazem and Kazim Rostami
    if len(one) < 2 or len(other) < 3:
        return False
    ends = one[0] == other[0] and all(word in other for word in one)
    return ends or holds_run(other, one)


def holds_run(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """The words of a shorter form stand in the longer one, side by side."""
    return any(words[at : at + len(run)] == run for at in range(len(words) - len(run) + 1))


def of_initial(figures: Iterable[Figure], folded: tuple[str, ...]) -> Figure | None:
    """ "E. Karangwa" is the one bearer of the family name, and his first name begins so."""
    if len(folded) != 2:
        return None
    bearers = [one for one in figures if len(one.folded) > 1 and one.folded[-1] == folded[-1]]
    if len(bearers) != 1 or 1 not in (len(folded[0]), len(bearers[0].folded[0])):
        return None
    return bearers[0] if bearers[0].folded[0][0] == folded[0][0] else None


def grade_name(figure: Figure, short: tuple[str, ...]) -> int:
    """How a short form stands to a full name: 3 family name, 2 a part that can be one, 1 first name, 0 not at all."""
    full = figure.folded
    if not short or not full or not holds_run(full, short):
        return 0
    if short == full or len(short) > 1:
        return 3
    word = short[0]
    if figure.known is not None and word in family_words(figure.known):
        return 3
    if family_first(figure):
        return 3 if word == full[0] else 1
    if word == full[-1]:
        return 3
    if word == full[0]:
        return 1
    return 3 if word == full[-2] and figure.country in (None, *_TWO_FAMILIES) else 2


def family_first(figure: Figure) -> bool:
    """The full name puts the family name first, as Chinese, Korean and Vietnamese names do."""
    first = figure.name.split(" ")[0]
    if figure.known is not None:
        return figure.folded[0] in family_words(figure.known) and figure.folded[-1] not in family_words(figure.known)
    if first not in surnames_first() or len(figure.folded) > 4:
        return False
    return figure.country in _HAN or (figure.country is None and first.casefold() not in given_genders())
