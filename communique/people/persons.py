"""Persons by name: full names first, then every shorter form is led back to one of them.

"Li" in a story of Li Qiang and Li Shangfu goes by title, by sex and by who was named last; where nothing decides it
is left open. A family name alone leads to a known official only with country, office or days to speak for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.data import Official
from communique.model import Days
from communique.people.beside import Held, Run
from communique.people.figures import Figure, Gathering
from communique.people.folding import fold_name, fold_word, join_name
from communique.people.given_offices import offices_of
from communique.people.grading import grade_name, of_initial, same_full
from communique.people.homes import country_beside, gender_of_title, shared_countries, usual_country
from communique.people.knowing import (
    find_family,
    find_named,
    held_office,
    holds_office,
    is_public,
    pick_official,
)
from communique.people.lexicon import given_genders, name_words, surnames_first
from communique.people.same_name import alike_names
from communique.people.sight import Sight

_RULED = frozenset(("regime", "administration", "government", "dynasty", "cabinet", "presidency"))
_LEADING = frozenset(("head of state", "head of government", "supreme leader", "leader", "party leader"))
_MONTHLY = frozenset(
    ("in", "on", "since", "until", "till", "last", "next", "this", "of", "late", "early", "mid", "by", "from")
)
_LOCATIVE = frozenset(("in", "at", "near", "outside", "around", "into"))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole story tells of its names: its days, and the countries it speaks of."""

    days: Days | None
    countries: frozenset[str]
    alone: Counter[str] = field(default_factory=Counter)  # how often a word stands as a whole name, twice in a headline
    lead: int = 0  # where the headline and the first lines of the story end
    home: str | None = None  # the country of the capital that the dateline names
    sides: tuple[str, ...] = ()  # the countries that headline and first line speak of
    named: frozenset[str] = frozenset()  # every country that a word of the story means alone, the dateline apart


def name_persons(gathering: Gathering, sights: Sequence[Sight], setting: Setting) -> None:
    """Find the story's people and mark every name of theirs."""
    bound: dict[int, Figure] = {}
    for sight in sorted(sights, key=lambda sight: sight.titled):  # a title line may run words into a name
        for run in sight.runs:
            if run.person and (len(run.tokens) > 1 or run.known) and not _run_together(run, setting):
                bound[id(run)] = _enter(gathering, sight, run, setting)
    _recognise(gathering, setting)
    recent: list[tuple[int, Figure]] = []
    for sight in sights:
        start = sight.passage.span.start
        for run in sorted((*sight.runs, *_hidden(gathering, sight)), key=lambda run: run.first):
            figure = bound.get(id(run)) or _bind(gathering, sight, run, setting, recent, start)
            if figure is not None:
                recent.append((start + sight.words[run.first].start, figure))
    _recognise(gathering, setting, late=True)


def _run_together(run: Run, setting: Setting) -> bool:
    """ "Orlov Ruiz": two family names that lost what stood between them, for the story prints each alone."""
    if len(run.tokens) != 2 or run.known or run.held:
        return False
    first, last = run.tokens
    alone = setting.alone[first] and setting.alone[last]
    plain = first.casefold() in given_genders() or first in surnames_first()
    return bool(alone) and not plain and bool(find_family(fold_name(first)))


def _enter(gathering: Gathering, sight: Sight, run: Run, setting: Setting) -> Figure:
    """The figure of a full name, with what stands beside it; made where nobody of that name is there yet."""
    folded = fold_name(" ".join(run.tokens))
    country = country_beside(sight, run)
    figure = next((one for one in gathering.persons() if same_full(one, folded, run.known)), None)
    figure = figure or of_initial(gathering.persons(), folded)
    name = _printed(sight, run)
    if figure is None:
        figure = Figure("person", name, folded, because="named in full")
        gathering.figures.append(figure)
    elif len(folded) > len(figure.folded) and join_name(folded) != join_name(figure.folded):
        figure.folded, figure.name = folded, name
    _learn(figure, sight, run, country)
    if figure.known is None and run.known:
        figure.known = pick_official(
            run.known, figure.country, _terms(figure), setting.countries, setting.days, whole=True
        )
    _mark_words(gathering, sight, run.first, run.last, figure, "a full name")
    return figure


def _learn(figure: Figure, sight: Sight, run: Run, country: str | None) -> None:
    for office, former in offices_of(sight, run):
        figure.offices.append(office)
        if former and office.office:
            figure.former.add(office.office)
    if figure.country is None and country is not None and len(country) == 3 and country.isupper():
        figure.country = country
    figure.guess = figure.guess or usual_country(run)
    figure.possible = figure.possible or shared_countries(run)
    given = given_genders().get(run.tokens[0].casefold(), "") if len(run.tokens) > 1 else ""
    figure.gender = run.gender or figure.gender or gender_of_title(sight, run) or given


def _printed(sight: Sight, run: Run) -> str:
    words = sight.words
    printed = sight.text[words[run.first].start : words[run.last - 1].end]
    return " ".join(printed.replace("[", " ").replace("]", " ").split())


def _terms(figure: Figure) -> list[str]:
    return [office.office for office in figure.offices if office.office]


def _recognise(gathering: Gathering, setting: Setting, *, late: bool = False) -> None:
    """Lead full names to officials whose name is spelt another way, where country and days agree.

    Short forms may have brought offices: ``late`` looks again at those who have some.
    """
    for figure in gathering.persons():
        if figure.known is None and (figure.offices or not late):
            named = find_named(figure.folded) or tuple(
                one for one in find_family(figure.folded[-1:]) if alike_names(figure.folded, fold_name(one.name)) >= 0.9
            )
            if not named and len(figure.folded) == 3 and figure.offices:  # "President Donald John Trump"
                named = find_named((figure.folded[0], figure.folded[-1]))
            figure.known = pick_official(
                named, figure.country, _terms(figure), setting.countries, setting.days, whole=True
            )
        _take_known(figure)


def _take_known(figure: Figure) -> None:
    if figure.known is not None:
        figure.country = figure.known.country or figure.country
        figure.gender = figure.known.gender or figure.gender
        figure.because = f"bears the name of {figure.known.name}, and country and days agree"


def _bind(
    gathering: Gathering, sight: Sight, run: Run, setting: Setting, recent: list[tuple[int, Figure]], start: int
) -> Figure | None:
    """The figure a shorter form leads to, marked; ``None`` where it leads to nobody or was left open."""
    gender = run.gender or gender_of_title(sight, run)
    whole = _candidates(gathering, run.tokens, gender, titled=bool(run.held) or run.person or run.hinted)
    if not whole and len(run.tokens) > 1 and not run.person:
        return _bind_part(gathering, sight, run)
    here = start + sight.words[run.first].start
    chosen = _choose(whole, sight, run, recent, here)
    if chosen is not None:
        _learn(chosen, sight, run, country_beside(sight, run))
        first = _with_particles(sight, run.first, chosen)
        _mark_words(gathering, sight, first, run.last, chosen, "leads to someone the story names in full")
        return chosen
    if whole:
        _mark_words(gathering, sight, run.first, run.last, None, "two people here bear this name")
        return None
    return _by_family_name(gathering, sight, run, setting)


def _bind_part(gathering: Gathering, sight: Sight, run: Run) -> Figure | None:
    """A name inside a run of other capitals, as title lines have them."""
    if not (sight.titled or sight.shouted):
        return None
    last_found = None
    for at in range(run.first, run.last):
        token = sight.words[at].text
        found = _candidates(gathering, (token,), "", titled=False)
        if len(found) == 1:
            _mark_words(gathering, sight, at, at + 1, found[0], "leads to someone the story names in full")
            last_found = found[0]
    return last_found


def _candidates(gathering: Gathering, tokens: tuple[str, ...], gender: str, *, titled: bool) -> list[Figure]:
    """Those whose full name a shorter form may stand for: by family name first, by first name last."""
    folded = fold_name(" ".join(tokens))
    best: list[Figure] = []
    grade = 1 if titled else 2
    for figure in gathering.persons():
        if gender and figure.gender and figure.gender != gender:
            continue
        found = grade_name(figure, folded)
        if found > grade:
            best, grade = [figure], found
        elif found == grade and found:
            best.append(figure)
    return best


def _choose(
    candidates: Sequence[Figure], sight: Sight, run: Run, recent: Sequence[tuple[int, Figure]], here: int
) -> Figure | None:
    """One of several bearers of a name: by office, by sex, by who was named last; else nobody."""
    rest = list(candidates)
    if len(rest) > 1:
        terms = {(o.office, o.country) for o, _ in offices_of(sight, run) if o.office}
        country = country_beside(sight, run)
        rest = [f for f in rest if any(_agrees(f, term, where) for term, where in terms)] or rest
        rest = [f for f in rest if country is None or f.country == country] or rest
        gender = run.gender or gender_of_title(sight, run)
        rest = (
            [f for f in rest if gender and f.gender == gender]
            or [f for f in rest if not gender or not f.gender]
            or rest
        )
    after = sight.words[run.last].key if run.last < len(sight.words) else ""
    if len(rest) > 1 and after in _RULED:
        rest = [figure for figure in rest if _leads(figure)] or rest
    if len(rest) > 1:
        start = sight.passage.span.start
        rest = _only(figure for at, figure in recent if start <= at < here and figure in rest) or rest
    if len(rest) > 1:
        near = [figure for at, figure in recent if here - 600 <= at < here and figure in rest]
        rest = _only(near[-2:]) or rest
    if len(rest) > 1 and not gender_of_title(sight, run) and not run.gender:  # the Macron who is no spouse or brother
        rest = (
            _only(
                one for one in rest if one.known and _leads(one) and not any(_posted(o) for o in rest if o is not one)
            )
            or rest
        )
    if len(rest) > 1:  # the name alone has stood for one of them before
        form = sight.text[sight.words[run.first].start : sight.words[run.last - 1].end]
        rest = _only(figure for figure in rest if figure.forms[form]) or rest
    return rest[0] if len(rest) == 1 else None


def _posted(figure: Figure) -> bool:
    return figure.known is not None or bool(figure.offices)


def _agrees(figure: Figure, term: str | None, country: str | None) -> bool:
    if term == "minister":
        return any((office.office or "").endswith("minister") for office in figure.offices)
    if term is None or figure.holds(term, country):
        return term is not None
    return figure.known is not None and held_office(figure.known, term, country, None)


def _leads(figure: Figure) -> bool:
    held = [tenure.office for tenure in figure.known.tenures] if figure.known else []
    return any(term in _LEADING for term in (*held, *(office.office for office in figure.offices)))


def _only(figures: Iterable[Figure]) -> list[Figure]:
    found = list(dict.fromkeys(figures))
    return found if len(found) == 1 else []


def _by_family_name(gathering: Gathering, sight: Sight, run: Run, setting: Setting) -> Figure | None:
    """A known official by family name alone, or somebody new whom only a title and one name show."""
    folded = fold_name(" ".join(run.tokens))
    country = country_beside(sight, run)
    terms = [office.office for office, _ in offices_of(sight, run) if office.office]
    spoken = bool(terms) or country is not None
    named = find_family(folded) if len("".join(folded)) > 2 or spoken else ()
    known = pick_official(named, country, terms, setting.countries, setting.days)
    known = known or _leader(named, sight, run, setting)
    if known is not None and not spoken and not (run.hinted or run.person or _alone(named, known, setting)):
        known = None
    if known is None and not (run.person and run.held):
        return None
    figure = next((f for f in gathering.persons() if known is not None and f.known == known), None)
    if figure is None:
        figure = Figure("person", _printed(sight, run), folded, because="a title and a name")
        gathering.figures.append(figure)
    if known is not None:
        figure.known, figure.folded = known, fold_name(known.name)
    _learn(figure, sight, run, country)
    _take_known(figure)
    _mark_words(gathering, sight, run.first, run.last, figure, "a family name with country, office or days")
    return figure


def _alone(named: Sequence[Official], known: Official, setting: Setting) -> bool:
    """Nobody else of that family name is known, and the story's days lie in this one's public life."""
    return len(named) == 1 and setting.days is not None and is_public(known, setting.days)


def _leader(named: Sequence[Official], sight: Sight, run: Run, setting: Setting) -> Official | None:
    """The one official of that family name, leading a state or its diplomacy on the story's days.

    That is how the best known are named in a story that names no country of theirs; it takes a headline or more than
    one mention, and a word that is nobody's first name.
    """
    if len(named) != 1 or run.held or run.tokens[-1].casefold() in given_genders() or len(run.tokens[-1]) < 4:
        return None
    often = setting.alone[run.tokens[-1]] > 1
    leads = any(holds_office(named[0], term, None, setting.days) for term in (*_LEADING, "foreign minister"))
    return named[0] if often and leads and country_beside(sight, run) is None else None


def _with_particles(sight: Sight, first: int, figure: Figure) -> int:
    """Where a family name begins when its particles stand in front: [von der] Leyen, [bin] Salman."""
    parts = figure.name.split(" ")
    while first and sight.words[first].gap == " " and sight.words[first - 1].text in name_words("particle"):
        if sight.words[first - 1].text not in parts:
            break
        first -= 1
    return first


def _hidden(gathering: Gathering, sight: Sight) -> Iterator[Run]:
    """Family names that are a town's, an outlet's or a common word too: "Santos", "May"."""
    runs = {at for run in sight.runs for at in range(run.first, run.last)}
    for at, word in enumerate(sight.words):
        if at in runs or not (_is_common(sight, at) or _is_placelike(sight, at)):
            continue
        if any(grade_name(one, (fold_word(word.text),)) == 3 for one in gathering.persons()):
            held = tuple(Held(p, p.country, p.former) for p in sight.phrases if p.last == at and word.joined)
            yield Run(at, at + 1, (word.text,), held)


def _is_placelike(sight: Sight, at: int) -> bool:
    hit, word = sight.tags[at], sight.words[at]
    if hit is None or hit.entry.kind not in ("city", "region", "site", "outlet"):
        return False
    whole = hit.start == word.start and hit.end == word.end
    return whole and not (at and sight.words[at - 1].key in _LOCATIVE)


def _is_common(sight: Sight, at: int) -> bool:
    """A capitalised word of every day, "May" or "Will", with no number and no month's preposition beside it."""
    word = sight.words[at]
    if not word.capital or word.text not in name_words("stop") or sight.tags[at] is not None:
        return False
    near = [sight.words[i].text for i in (at - 1, at + 1) if 0 <= i < len(sight.words)]
    before = sight.words[at - 1].key if at and word.joined else ""
    return not any(text[0].isdigit() for text in near) and before not in _MONTHLY


def _mark_words(gathering: Gathering, sight: Sight, first: int, last: int, figure: Figure | None, because: str) -> None:
    start, end = sight.words[first].start, sight.words[last - 1].end
    text = sight.text[start:end]
    gathering.mark(sight.passage.at(start, end), text, "name", figure, because)
