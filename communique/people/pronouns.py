"""Who "he", "her" and "his Russian counterpart" are, where the choice is clear; nothing where it is not.

Medvedev said [he] discussed ...        the one man before it in the sentence
"...," [he] said                        whoever the sentence before was about
Li met [his Russian counterpart]        the one who holds there what Li holds here
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.model import Span
from communique.people.figures import Figure, Gathering, Mark
from communique.people.holders import find_bearer
from communique.people.knowing import holds_office
from communique.people.lexicon import reporting_forms
from communique.people.persons import Setting
from communique.people.sight import Sight

_GENDERS = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_SENTENCE = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]?[^\W\d_a-z])")
_FRONTED = frozenset(
    (
        "in",
        "at",
        "during",
        "after",
        "before",
        "on",
        "with",
        "by",
        "for",
        "through",
        "under",
        "despite",
        "following",
        "when",
        "as",
        "while",
        "asked",
        "speaking",
        "addressing",
        "if",
        "since",
    )
)
_BACK = 3  # sentences looked back over; beyond them the only candidate of the story must be meant


@dataclass(frozen=True, slots=True, order=True)
class _Named:
    """Someone was named at ``at``."""

    at: int
    figure: Figure | None = field(compare=False)  # None: somebody, but it was left open who
    subject: bool = field(compare=False)
    quoted: bool = field(compare=False)
    speaker: bool = field(compare=False, default=False)  # of the sentence's own verb of speech


def lead_pronouns(gathering: Gathering, sights: Sequence[Sight], setting: Setting) -> None:
    """Mark every pronoun of the third person that stands outside quotation marks."""
    sentences = [(start, end, sight) for sight in sights for start, end in _sentences(sight)]
    marks = sorted(gathering.marks, key=lambda mark: mark.span.start)
    named = sorted([*_named(marks, sights), *_strangers(gathering, sights)], key=lambda one: one.at)
    marks = [mark for mark in marks if mark.figure]
    for number, (start, end, sight) in enumerate(sentences):
        base = sight.passage.span.start
        for at in range(_word_at(sight, start - base), _word_at(sight, end - base)):
            word = sight.words[at]
            if sight.inside_quote(word.start):
                continue
            if word.key in _GENDERS and (not word.text.isupper() or sight.shouted):
                _lead(gathering, sight, at, named, sentences, number)
            elif word.key == "counterpart" and word.gap == " ":
                _counterpart(gathering, sight, at, named, start, setting)
            elif word.key == "it" and at + 1 < len(sight.words) and sight.words[at + 1].text in reporting_forms():
                _lead_it(gathering, sight, at, marks, sentences, number)


def _word_at(sight: Sight, offset: int) -> int:
    """The number of the first word at or behind a passage's own offset."""
    return bisect_left(sight.words, offset, key=lambda word: word.start)


def _sentences(sight: Sight) -> Iterator[tuple[int, int]]:
    """Where the sentences of a passage stand, offsets of the page; a full stop inside a quote ends none."""
    text, base = sight.text, sight.passage.span.start
    start = 0
    for match in _SENTENCE.finditer(text):
        if not sight.inside_quote(match.start()) and not _abbreviates(text, match.start()):
            yield base + start, base + match.end()
            start = match.end()
    if start < len(text):
        yield base + start, base + len(text)


def _abbreviates(text: str, dot: int) -> bool:
    start = dot
    while start and text[start - 1].isalpha():
        start -= 1
    word = text[start:dot]
    return len(word) == 1 or word in (
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Gen",
        "Lt",
        "Col",
        "Maj",
        "Adm",
        "Sen",
        "Rep",
        "Gov",
        "St",
        "Prof",
    )


def _named(marks: Sequence[Mark], sights: Sequence[Sight]) -> Iterator[_Named]:
    number = 0
    for mark in marks:
        while not sights[number].passage.span.holds(mark.span):
            number += 1
        sight = sights[number]
        if mark.figure is None or mark.figure.kind == "person":
            quoted = sight.inside_quote(mark.span.start - sight.passage.span.start)
            subject = is_subject(sight, mark.span)
            yield _Named(mark.span.start, mark.figure, subject, quoted, subject and _speaks(sight, mark.span))


def _strangers(gathering: Gathering, sights: Sequence[Sight]) -> Iterator[_Named]:
    """People nobody could be found for, "Orlov said" and "a spokesman said": a pronoun may well mean them."""
    for sight in sights:
        beside = {id(held.phrase) for run in sight.runs for held in run.held}
        runs = [(run.first, run.last) for run in sight.runs if run.person or run.hinted]
        posts = [
            (phrase.first, phrase.last)
            for phrase in sight.phrases
            if phrase.kind == "office" and not phrase.plural and id(phrase) not in beside
        ]
        for first, last in () if sight.titled else (*runs, *posts):
            span = sight.passage.at(sight.words[first].start, sight.words[last - 1].end)
            if gathering.free(span) and is_subject(sight, span):
                quoted = sight.inside_quote(sight.words[first].start)
                yield _Named(span.start, None, True, quoted, _speaks(sight, span))


def is_subject(sight: Sight, span: Span) -> bool:
    """The words are the subject of a verb, by the reader's syntax; without one, by the verb of speech beside them."""
    words = sight.passage.words(span)
    if words is None:
        return False
    if words.doc.has_annotation("DEP"):
        token = words.root
        for _ in range(3):
            if token.dep_.startswith("nsubj"):
                return True
            if token.dep_ not in ("flat", "compound", "appos", "flat:name", "nmod:desc"):
                return False
            token = token.head
        return False
    doc = words.doc
    after = doc[words.end].text if words.end < len(doc) else ""
    before = doc[words.start - 1].text if words.start else ""
    return after in reporting_forms() or before in reporting_forms() or not before


def _speaks(sight: Sight, span: Span) -> bool:
    """The subject is that of the sentence's own verb of speech: "Vaziri said that Farahani had said"."""
    words = sight.passage.words(span)
    if words is None or not words.doc.has_annotation("DEP"):
        return words is not None
    verb = words.root.head
    while verb.dep_ in ("flat", "compound", "appos", "nmod:desc"):
        verb = verb.head
    return verb.text in reporting_forms() and verb.dep_ in ("ROOT", "parataxis", "conj")


def _fits(figure: Figure | None, gender: str) -> bool:
    return figure is None or figure.gender in ("", gender)


def _only(found: Sequence[_Named]) -> Figure | None:
    figures = {one.figure for one in found}
    return figures.pop() if len(figures) == 1 else None


def _between(named: Sequence[_Named], start: int, end: int, gender: str) -> list[_Named]:
    first = bisect_left(named, start, key=lambda one: one.at)
    last = bisect_left(named, end, key=lambda one: one.at)
    return [one for one in named[first:last] if not one.quoted and _fits(one.figure, gender)]


def _settle(found: Sequence[_Named], *, subject: bool, speaks: bool = False) -> Figure | None:
    """The only one named; for a pronoun that is a subject the only subject, for one that speaks the only speaker."""
    only = _only(found)
    if only is None and subject:
        only = _only([one for one in found if one.subject])
    if only is None and speaks:
        only = _only([one for one in found if one.speaker])
    return only


def _lead(
    gathering: Gathering, sight: Sight, at: int, named: list[_Named], sentences: Sequence[tuple[int, int, Sight]],
    number: int,
) -> None:  # fmt: skip
    word = sight.words[at]
    here = sight.passage.span.start + word.start
    gender = _GENDERS[word.key]
    subject = word.key in ("he", "she")
    figure, because = _antecedent(sight, at, here, gender, subject, named, sentences, number)
    span = sight.passage.at(word.start, word.end)
    if gathering.mark(span, word.text, "pronoun", figure, because) and figure is not None:
        figure.gender = figure.gender or gender
        speaker = subject and _speaks(sight, span)
        insort(named, _Named(here, figure, subject, False, speaker))


def _antecedent(
    sight: Sight, at: int, here: int, gender: str, subject: bool, named: Sequence[_Named],
    sentences: Sequence[tuple[int, int, Sight]], number: int,
) -> tuple[Figure | None, str]:  # fmt: skip
    start, end, _ = sentences[number]
    words = sight.words
    after = words[at + 1].text if at + 1 < len(words) else ""
    speaks = subject and (after in reporting_forms() or (at > 0 and words[at - 1].text in reporting_forms()))
    earlier = _between(named, start, here, gender)
    if earlier:
        figure = _settle(earlier, subject=subject)
        return figure, "named before it in the sentence" if figure else "several people in the sentence could be meant"
    ahead = _fronted(sight, at, start, end, here, gender, named)
    if ahead is not None:
        return ahead, "the sentence is about them"
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        first, last, other = sentences[back]
        if other.titled or other.shouted:
            break
        found = _between(named, first, last, gender)
        if found:
            figure = _settle(found, subject=subject, speaks=speaks)
            reason = "named in the sentence before" if back == number - 1 else "the last one named"
            return figure, reason if figure else "several people in the sentence before could be meant"
    figure = _only([one for one in named if one.at < here and one.figure and _fits(one.figure, gender)])
    return figure, "the only one the story has named" if figure else "nobody or several people could be meant"


def _fronted(
    sight: Sight, at: int, start: int, end: int, here: int, gender: str, named: Sequence[_Named]
) -> Figure | None:
    """ "In his speech, Putin said": the subject behind the comma, where nobody was named in front."""
    base = sight.passage.span.start
    first = _word_at(sight, start - base)
    if sight.words[first].key not in _FRONTED or at - first > 6:
        return None
    comma = sight.text.find(",", here - base)
    if comma < 0 or base + comma >= end:
        return None
    following = _between(named, base + comma, end, gender)
    return following[0].figure if following and following[0].at - base - comma < 40 else None


def _lead_it(
    gathering: Gathering, sight: Sight, at: int, marks: Sequence[Mark], sentences: Sequence[tuple[int, int, Sight]],
    number: int,
) -> None:  # fmt: skip
    """ "it said": the body or state that the sentence before, or this one, was about, if it was only one."""
    word = sight.words[at]
    here = sight.passage.span.start + word.start
    for back in (number, number - 1):
        if back < 0:
            break
        start, end, other = sentences[back]
        first = bisect_left(marks, start, key=lambda mark: mark.span.start)
        last = bisect_left(marks, min(end, here), key=lambda mark: mark.span.start)
        found = [mark for mark in marks[first:last] if mark.figure and mark.figure.kind in ("body", "state")]
        subjects = {mark.figure for mark in found if is_subject(other, mark.span)}
        if len(subjects) == 1:
            figure = subjects.pop()
            gathering.mark(
                sight.passage.at(word.start, word.end), word.text, "pronoun", figure, "the sentence was about it"
            )
            return
        if found:
            return


def _counterpart(
    gathering: Gathering, sight: Sight, at: int, named: Sequence[_Named], start: int, setting: Setting
) -> None:
    """ "his Russian counterpart" with no name beside it: who holds there what the one before holds here."""
    phrase = next((one for one in sight.phrases if one.core <= at < one.last), None)
    if phrase is None or phrase.country is None:
        return
    if any(held.phrase is phrase for run in sight.runs for held in run.held):
        return
    span = sight.passage.at(sight.words[phrase.first].start, sight.words[at].end)
    text = sight.text[sight.words[phrase.first].start : sight.words[at].end]
    others = [one for one in named if start <= one.at < span.start and one.figure]
    others = [one for one in others if one.figure and one.figure.country != phrase.country]
    figure = _only(others) or _only([one for one in others if one.subject])
    if figure is None:
        gathering.mark(span, text, "office", None, "whose counterpart this is stays open")
        return
    for term in _terms(figure, setting):
        found, because = find_bearer(gathering, term, phrase.country, False, span.start, setting)
        if found is not None and found is not figure:
            gathering.mark(span, text, "office", found, f"counterpart of {figure.name}: {because}")
            return
    gathering.mark(span, text, "office", None, "nobody is known to hold the counterpart's office")


def _terms(figure: Figure, setting: Setting) -> list[str]:
    printed = [office.office for office in figure.offices if office.office and office.office not in figure.former]
    held = [tenure.office for tenure in figure.known.tenures] if figure.known and setting.days else []
    now = [term for term in held if figure.known and holds_office(figure.known, term, None, setting.days)]
    return list(dict.fromkeys((*printed, *now)))
