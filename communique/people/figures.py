"""Who is in the story so far: figures grow while it is read, and marks say where each was named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Literal

from communique.data import Official, find_office
from communique.model import Entity, Mention, Office, Skip, Span
from communique.model.name import Kind

SINGLE = ("head of state", "head of government", "foreign minister", "defence minister")  # a country has one of each
How = Literal["name", "office", "pronoun", "metonym", "nominal"]


@dataclass(slots=True, eq=False)
class Figure:
    """Someone or something in one story, while the story is being read."""

    kind: Kind
    name: str
    folded: tuple[str, ...] = ()  # the fullest name, in the common spelling
    forms: Counter[str] = field(default_factory=Counter)
    offices: list[Office] = field(default_factory=list)
    former: set[str] = field(default_factory=set)  # terms of offices once held
    country: str | None = None
    gender: str = ""
    known: Official | None = None
    because: str = ""
    possible: tuple[str, ...] = ()  # the countries one of which a shared demonym means
    guess: str | None = None  # the country that alone has such an office; the page itself names none

    @property
    def home(self) -> str | None:
        """The country the page gives, else the one its office is usual in."""
        return self.country or self.guess

    def holds(self, term: str, country: str | None) -> bool:
        """The story gives the figure this office, in this country where one is asked for."""
        return any(
            office.office == term and (not country or (office.country or self.home) == country)
            for office in self.offices
        ) and (term not in self.former)

    def could_hold(self, term: str, country: str) -> bool:
        """The story gives the figure this office and no country that speaks against ``country``."""
        placed = self.country is not None or any(office.country for office in self.offices)
        stated = placed or self.known is not None or self.guess is not None
        return not stated and country in (self.possible or (country,)) and term in SINGLE and self.holds(term, None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that names a figure, or that names somebody and was left open (``figure`` is ``None``)."""

    span: Span
    text: str
    how: How
    figure: Figure | None
    because: str


@dataclass(slots=True)
class Gathering:
    """The figures of a story and their marks; ``taken`` keeps marks from overlapping."""

    page: str
    story: str
    figures: list[Figure] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    skips: list[Skip] = field(default_factory=list)
    open_terms: set[str] = field(default_factory=set)  # offices that somebody unknown in the story may hold
    _taken: set[int] = field(default_factory=set)
    _named: dict[tuple[Kind, str], Figure] = field(default_factory=dict)

    def mark(self, span: Span, text: str, how: How, figure: Figure | None, because: str) -> bool:
        """Note that ``span`` names ``figure``; refused where a mark stands there already."""
        if not self.free(span):
            return False
        self._taken.update(range(span.start, span.end))
        self.marks.append(Mark(span, text, how, figure, because))
        if figure is None:
            self.skips.append(Skip("name", because, self.page, self.story, span))
        elif how in ("name", "metonym"):
            figure.forms[" ".join(text.replace("[", " ").replace("]", " ").split())] += 1
        return True

    def free(self, span: Span) -> bool:
        """No mark stands on any of it."""
        return span.start not in self._taken and span.end - 1 not in self._taken

    def figure(self, kind: Kind, name: str, country: str | None, because: str) -> Figure:
        """The body, state, place or group of this name, made where the story has none yet."""
        found = self._named.get((kind, name))
        if found is None:
            found = Figure(kind, name, country=country, because=because)
            self._named[kind, name] = found
            self.figures.append(found)
        return found

    def persons(self) -> list[Figure]:
        """The people so far, in the order in which they were found."""
        return [figure for figure in self.figures if figure.kind == "person"]

    def close(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Skip, ...]]:
        """Entities numbered by first mention, mentions in text order; figures nobody names are left out."""
        marks = sorted(self.marks, key=lambda mark: mark.span.start)
        order = list(dict.fromkeys(mark.figure for mark in marks if mark.figure is not None))
        ids = {figure: f"{self.story}#{number}" for number, figure in enumerate(order)}
        entities = tuple(_entity(figure, ids[figure]) for figure in order)
        mentions = tuple(
            Mention(mark.span, mark.text, mark.how, ids[mark.figure] if mark.figure else None, mark.because)
            for mark in marks
        )
        return entities, mentions, tuple(self.skips)


def official_key(official: Official) -> str:
    """How ``Entity.known`` names a row of ``data/people``: country and name, which together are one person."""
    return f"{official.country}:{official.name}"


def _entity(figure: Figure, id: str) -> Entity:
    names = tuple(form for form, _ in sorted(figure.forms.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0])))
    told = (_completed(office, figure) for office in figure.offices)
    offices = tuple(sorted(dict.fromkeys(told), key=lambda office: office.span))
    known = official_key(figure.known) if figure.known else None
    name = figure.known.name if figure.known else figure.name
    return Entity(id, figure.kind, name, names, figure.home, offices, known, figure.because)


def _completed(office: Office, figure: Figure) -> Office:
    """ "President Zelenskyy" of a known country is its president, "Defence Secretary Esper" its defence minister.

    A known person's own tenures come first: a secretary-general belongs to the body, not to the country of birth.
    """
    home = figure.home
    if office.country is None and office.office is not None and figure.known is not None:
        seats = {tenure.country for tenure in figure.known.tenures if tenure.office == office.office}
        if len(seats) == 1:
            return replace(office, country=seats.pop())
    country = office.country or (home if office.office else None)
    if home is None or (office.office is not None and office.country is not None):
        return replace(office, country=country)
    title = find_office(_bare(office.title), office.country or home)
    if title is None or title.office in ("honorific", "rank", "former", office.office):
        return replace(office, country=country)
    return replace(office, office=title.office, country=office.country or home)


def _bare(title: str) -> str:
    """The title without "new" or "interim" in front."""
    words = title.split()
    while len(words) > 1 and words[0].casefold() in ("new", "newly", "interim", "incoming", "outgoing", "visiting"):
        words = words[1:]
    return " ".join(words)
