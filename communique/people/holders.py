"""Offices that stand alone: "the Chinese Defence Minister", "the premier", to whoever holds them there.

First someone in the story who is given that office, then who held it on every day the story can have been published;
else the words stay and nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.people.figures import SINGLE, Figure, Gathering
from communique.people.folding import fold_name
from communique.people.knowing import find_holder, holds_office
from communique.people.offices import Phrase
from communique.people.persons import Setting
from communique.people.sight import Sight

# What a wide word may stand for: "the minister" is whichever minister was named, "the leader" whoever leads.
_WIDER = {
    "minister": ("minister", "foreign minister", "defence minister", "deputy minister"),
    "leader": ("leader", "head of state", "supreme leader", "head of government", "party leader"),
    "head of government": ("head of government",),
    "spokesperson": ("spokesperson",),
}
_NEAR = 400  # characters
_LED = ("leader", "supreme leader")
_WIDEST = {"envoy": ("ambassador to the UN", "ambassador"), "ambassador": ("ambassador to the UN", "envoy")}
_KNOWN_HOLDER = "nobody in the story is given it; held the office on every day the story can be of"
_UNIQUE = frozenset(
    ("head of state", "head of government", "foreign minister", "defence minister", "supreme leader", "leader")
)


def name_holders(gathering: Gathering, sights: Sequence[Sight], setting: Setting) -> None:
    """Mark every office that stands alone and means one person."""
    for sight in sights:
        beside = {id(held.phrase) for run in sight.runs for held in run.held}
        for phrase in sight.phrases:
            if id(phrase) not in beside and _is_definite(sight, phrase):
                _lead(gathering, sight, phrase, setting)


def _is_definite(sight: Sight, phrase: Phrase) -> bool:
    """It means one holder: "the premier", "China's premier"; not "a minister", "ministers" or "the post of premier"."""
    if phrase.kind != "office" or phrase.plural or not phrase.rows or phrase.determiner in ("a", "an", "another"):
        return False
    if sight.words[phrase.core].key in ("counterpart", "counterparts"):
        return False
    start = phrase.first - 1 if phrase.determiner else phrase.first
    before = [sight.words[at].key for at in range(max(0, start - 2), start)]
    if not phrase.determiner and before[:1] in (["a"], ["an"], ["any"], ["no"], ["every"]) and len(before) == 2:
        return False  # "a sitting U.S. president"
    if before[-1:] in (["as"], ["become"], ["became"], ["appointed"]) or before in (["post", "of"], ["office", "of"]):
        return False
    if phrase.last < len(sight.words) and sight.words[phrase.last].joined:
        following = sight.words[phrase.last]
        if following.key == "of" and phrase.country is None:
            return False  # "the leader of one of the oldest parties"
        if following.key in ("level", "post", "office", "candidate", "election", "elections", "system"):
            return False
        if sight.words[phrase.head - 1].possessive and following.key in ("office", "residence"):
            return False
    demonym = phrase.country is not None and phrase.first > 0 and sight.words[phrase.first].possessive
    return (
        phrase.determiner in ("the", "this", "that")
        or demonym
        or (phrase.country is not None and not phrase.determiner)
    )


def _lead(gathering: Gathering, sight: Sight, phrase: Phrase, setting: Setting) -> None:
    words = sight.words
    start = words[phrase.first].start
    end = words[phrase.last - 1].end
    span = sight.passage.at(start, end)
    text = sight.text[start:end]
    term = phrase.office(phrase.country)
    if term is None:
        return
    usual = phrase.usual if phrase.usual in setting.countries else None
    figure, because = find_bearer(
        gathering, term, phrase.country or usual, phrase.former, span.start, setting, sure=not _is_beside(sight, phrase)
    )
    word = words[phrase.head - 1].key
    sex = "f" if word.endswith("woman") else "m" if word in ("spokesman", "congressman") else ""
    if figure is not None and sex and figure.gender not in ("", sex):
        figure, because = None, "the one who holds it is of the other sex"
    if figure is not None:
        gathering.mark(span, text, "office", figure, because)
    elif phrase.country is not None or phrase.determiner == "the":
        gathering.mark(span, text, "office", None, because)


def _is_beside(sight: Sight, phrase: Phrase) -> bool:
    """A name stands at the comma in front of it or behind it, and may be the holder's: nobody is fetched from afar."""
    words = sight.words
    start = phrase.first - 1 if phrase.determiner else phrase.first
    for run in sight.runs:
        if not (run.person or run.hinted or len(run.tokens) > 1):
            continue
        titled = any(held.phrase.first == phrase.last for held in run.held)
        behind = (run.first == phrase.last or titled) and words[phrase.last].gap[:1] in (",", "(", " ", "–", "—")
        if behind or (run.last == start and words[start].gap[:1] in (",", "(", "–", "—")):
            return True
    return False


def find_bearer(
    gathering: Gathering,
    term: str,
    country: str | None,
    former: bool,
    here: int,
    setting: Setting,
    *,
    sure: bool = True,
) -> tuple[Figure | None, str]:
    """Who holds an office at a place of the story, and why; ``None`` with the reason where that is open.

    The story's own people come first. The knowledge is asked where it is ``sure`` that no name beside the words is the
    holder's, and only when nobody in the story could be meant.
    """
    terms = _WIDER.get(term, (term,))
    bearers = _bearers(gathering, term, country, former, setting)
    if len(bearers) > 1:
        near = list(_recent(gathering, bearers, here))
        bearers = near if len(near) == 1 else bearers
    if len(bearers) == 1 and country is None and term in gathering.open_terms:
        return None, "an office like it, left open before, may be meant"
    if len(bearers) == 1:
        if bearers[0].home is None and country is not None and len(country) == 3 and not former:
            bearers[0].country = country
        return bearers[0], "the story gives this office to one person"
    if bearers:
        return None, "the story gives this office to several people"
    if country is None or former:
        return None, "the story gives this office to nobody"
    if term in _UNIQUE and (not sure or _could_be_meant(gathering, (*terms, *_LED), country, here, setting)):
        gathering.open_terms.add(term)
        return None, "somebody in the story may hold this office"
    for wide in terms if term == "leader" else (term,):
        holder = find_holder(wide, country, setting.days) if term in _UNIQUE else None
        if holder is not None:
            figure = next((one for one in gathering.persons() if one.known == holder), None)
            if figure is None:
                figure = Figure(
                    "person", holder.name, fold_name(holder.name), country=holder.country, gender=holder.gender,
                    known=holder, because=_KNOWN_HOLDER,
                )  # fmt: skip
                gathering.figures.append(figure)
            return figure, _KNOWN_HOLDER
    return None, "nobody is known to have held this office on every day the story can be of"


def _bearers(gathering: Gathering, term: str, country: str | None, former: bool, setting: Setting) -> list[Figure]:
    """Those the story gives the office; else a "leader" of that country; else one whose country it leaves open."""
    persons = gathering.persons()
    found = [one for one in persons if _bears(one, _WIDER.get(term, (term,)), country, former, setting)]
    if found or former or country is None:
        return found
    if term in ("head of state", "head of government"):
        found = [one for one in persons if one.known is None and any(one.holds(led, country) for led in _LED)]
    if not found and term in _WIDEST:
        found = [one for one in persons if any(one.holds(wide, country) for wide in _WIDEST[term])]
    wide = SINGLE if term == "leader" else (term,)
    return found or [one for one in persons if any(one.could_hold(single, country) for single in wide)]


def _could_be_meant(gathering: Gathering, terms: Sequence[str], country: str, here: int, setting: Setting) -> bool:
    """Somebody unknown holds such an office in a country left open, or is in the lead or near with no office at all."""
    for one in gathering.persons():
        if one.known is not None or one.home not in (None, country):
            continue
        if any(one.holds(term, None) for term in terms) and country in (one.possible or (country,)):
            return True
        starts = [] if one.offices else [mark.span.start for mark in gathering.marks if mark.figure is one]
        if any(start < setting.lead or abs(start - here) < _NEAR for start in starts):
            return True
    return False


def _bears(figure: Figure, terms: Iterable[str], country: str | None, former: bool, setting: Setting) -> bool:
    for term in terms:
        once = term in figure.former
        given = figure.holds(term, country) or (former and once and (not country or figure.country in (None, country)))
        if given and once == former:
            return True
        if not former and not once and figure.known and holds_office(figure.known, term, country, setting.days):
            return True
    return False


def _recent(gathering: Gathering, bearers: Sequence[Figure], here: int) -> Iterator[Figure]:
    """Those of several who were named within the last sentences."""
    near = {mark.figure for mark in gathering.marks if here - 400 <= mark.span.start < here}
    return (figure for figure in bearers if figure in near)
