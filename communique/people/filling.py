"""Countries that the page gives a person without writing them beside the name.

ISLAMABAD: Foreign Minister Ana Ruiz told ...             an official of the dateline's own country
Chile and Peru agree ... Foreign Minister Ana Ruiz and her Peruvian counterpart        of the other of the two
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.people.figures import SINGLE, Figure, Gathering
from communique.people.gazetteer import find_hits
from communique.people.lexicon import longest_title, name_words
from communique.people.persons import Setting
from communique.people.sight import Sight

_STATES = ("country", "capital", "seat", "demonym")
_HOME = (*SINGLE, "minister", "deputy minister", "deputy head of government", "spokesperson")


def fill_homes(gathering: Gathering, setting: Setting) -> None:
    """Give officials of no named country theirs, the surest reason first.

    A demonym or a title that several countries share means the one that the story names; of two sides it is the one
    whose office nobody else holds; at last it is the country of the dateline.
    """
    for figure in gathering.persons():
        if _is_open(figure):
            figure.country = _of_few(figure, setting.named)
    for figure in gathering.persons():
        held = (office.office for office in figure.offices)
        terms = [term for term in held if term in _HOME and term not in figure.former]
        if terms and _is_open(figure) and not figure.possible:
            figure.country = _other_side(gathering, figure, terms, setting) or _at_home(
                gathering, figure, terms, setting
            )


def _is_open(figure: Figure) -> bool:
    stated = any(office.country for office in figure.offices)
    return figure.home is None and figure.known is None and bool(figure.offices) and not stated


def _of_few(figure: Figure, named: frozenset[str]) -> str | None:
    """ "Congolese" or "Foreign Secretary": the one of its countries that the story speaks of."""
    found = set(figure.possible) & named
    for at, office in enumerate(figure.offices):
        words = [word.rstrip(".,").replace(".", "").casefold() for word in office.title.split()]
        title = longest_title(words, 0)
        rows = title[1] if title is not None and title[0] == len(words) else ()
        if not figure.possible and all(row.countries for row in rows):
            found = found or {country for row in rows for country in row.countries} & named
        term = next((row.office for row in rows if len(found) == 1 and found & set(row.countries)), office.office)
        figure.offices[at] = replace(office, office=term)
    return found.pop() if len(found) == 1 else None


def _other_side(gathering: Gathering, figure: Figure, terms: Sequence[str | None], setting: Setting) -> str | None:
    """Two countries speak in headline and first line, and the one who holds this office in one of them is named."""
    if len(setting.sides) != 2:
        return None
    first, second = setting.sides
    taken = {side for side in setting.sides if _holders(gathering, figure, terms, side)}
    return None if len(taken) != 1 else second if first in taken else first


def _at_home(gathering: Gathering, figure: Figure, terms: Sequence[str | None], setting: Setting) -> str | None:
    """The dateline's capital is at home where its country has a side in the story and nobody else holds the office."""
    home = setting.home
    single = not any(term in SINGLE for term in terms) or not _holders(gathering, figure, terms, home)
    alone = not any(one is not figure and _is_open(one) and _shares(one, terms) for one in gathering.persons())
    return home if home is not None and home in setting.named and single and alone else None


def _shares(figure: Figure, terms: Sequence[str | None]) -> bool:
    return any(term is not None and figure.holds(term, None) for term in terms)


def _holders(gathering: Gathering, figure: Figure, terms: Sequence[str | None], country: str | None) -> list[Figure]:
    held = [one for one in gathering.persons() if one is not figure and country is not None]
    return [one for one in held if any(term is not None and one.holds(term, country) for term in terms)]


def find_sides(sights: Sequence[Sight]) -> tuple[str, ...]:
    """The countries that headline and first line of the body name outside the dateline."""
    return tuple(dict.fromkeys(country for sight in _opening(sights) for country in _countries(sight)))


def find_named(sights: Sequence[Sight]) -> frozenset[str]:
    """The countries that the story names with words that mean no other, the dateline apart."""
    return frozenset(country for sight in sights for country in _countries(sight))


def _countries(sight: Sight) -> Iterator[str]:
    for at, hit in enumerate(sight.tags):
        dated = at < 2 and sight.passage.part == "body" and _is_dateline(sight, at)
        stated = hit is not None and hit.entry.kind in _STATES and len(hit.entry.countries) == 1 and not dated
        if hit is not None and stated and len(hit.entry.countries[0]) == 3:
            yield hit.entry.countries[0]


def _is_dateline(sight: Sight, at: int) -> bool:
    word = sight.words[at]
    return word.text.isupper() or sight.text[word.end : word.end + 3].lstrip()[:1] in tuple(":—–-([,")


def find_lead(sights: Sequence[Sight]) -> int:
    """Where headline and the first two lines of the body end."""
    body = [sight for sight in sights if sight.passage.part == "body"][:2]
    return max((sight.passage.span.end for sight in (*_opening(sights), *body)), default=0)


def find_home(dateline: str | None, sights: Sequence[Sight]) -> str | None:
    """The country whose capital the dateline names; none where all the world meets, or where somebody is travelling."""
    if dateline is None or any(word.key in name_words("going") for s in _opening(sights) for word in s.words):
        return None
    hits = [hit for hit in find_hits(dateline.title()) if hit.entry.kind == "capital"]
    meets = bool(hits) and dateline.title()[hits[0].start : hits[0].end] in name_words("world's table")
    return hits[0].entry.countries[0] if len(hits) == 1 and not meets else None


def _opening(sights: Sequence[Sight]) -> list[Sight]:
    body = [sight for sight in sights if sight.passage.part == "body"][:1]
    return [*(sight for sight in sights if sight.passage.part in ("headline", "deck")), *body]
