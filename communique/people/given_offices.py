"""The offices that a story gives to a name: their titles as printed, and what a "counterpart" holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.model import Office
from communique.people.beside import Held, Run
from communique.people.figures import Gathering, Mark
from communique.people.sight import Sight


def offices_of(sight: Sight, run: Run) -> Iterator[tuple[Office, bool]]:
    """The offices that stand beside a name, and whether each was held once."""
    for held in run.held:
        if held.phrase.kind == "office" and sight.words[held.phrase.core].key not in ("counterpart", "counterparts"):
            yield make_office(sight, held), held.former


def make_office(sight: Sight, held: Held) -> Office:
    """The office a phrase names, its title without the country."""
    phrase, words = held.phrase, sight.words
    last = phrase.head
    while last < phrase.last and (sight.tags[last] is None or _kind(sight, last) == "body"):
        last += 1
    while last > phrase.core + 1 and words[last - 1].key in ("of", "the", "for", "to", "in", "at", "and", "its"):
        last -= 1
    text = sight.text
    span = sight.passage.at(words[phrase.first].start, words[max(phrase.last, phrase.first + 1) - 1].end)
    title = text[words[phrase.core].start : words[last - 1].end]
    return Office(title, phrase.office(held.country), held.country, span)


def _kind(sight: Sight, at: int) -> str:
    hit = sight.tags[at]
    return hit.entry.kind if hit is not None else ""


def name_counterparts(gathering: Gathering, sights: Sequence[Sight]) -> None:
    """ "his Ethiopian counterpart, Mulugeta Desta" holds in Ethiopia what the one named before it holds at home."""
    marks = sorted((m for m in gathering.marks if m.figure and m.figure.kind == "person"), key=lambda m: m.span.start)
    for sight in sights:
        for run in sight.runs:
            for held in run.held:
                if sight.words[held.phrase.head - 1].key == "counterpart" and held.country:
                    _confer(marks, sight, run, held)


def _confer(marks: Sequence[Mark], sight: Sight, run: Run, held: Held) -> None:
    words, phrase = sight.words, held.phrase
    span = sight.passage.at(words[phrase.first].start, words[phrase.last - 1].end)
    name = sight.passage.at(words[run.first].start, words[run.last - 1].end)
    bearer = next((mark.figure for mark in marks if mark.span.overlaps(name)), None)
    before = [m for m in marks if span.start - 300 <= m.span.start < span.start and sight.passage.span.holds(m.span)]
    other = before[-1].figure if before else None
    if bearer is None or other is None or other is bearer:
        return
    terms = [office.office for office in other.offices if office.office and office.office not in other.former]
    if terms and not any(bearer.holds(term, held.country) for term in terms):
        title = sight.text[words[phrase.core].start : words[phrase.head - 1].end]
        bearer.offices.append(Office(title, terms[-1], held.country, span))
