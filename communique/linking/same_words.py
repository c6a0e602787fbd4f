"""Which quotes are the same words in another cut or translation.

    "We are also working actively through the military departments, regularly exchanging information ..."
    "Russia and China regularly exchange useful information through their military departments"

One speaker, days that overlap or one event, and most of what the shorter one says in the longer one, rare words
counting for more. Two or three words are enough only where they stand together in the other, as a partial quote does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import log

from communique.linking.told import Told
from communique.linking.words import content, fold
from communique.model import Person, Quote, SameWords, Verdict

# Of the shorter quote's weight. On a hundred real pages, read one by one: all 30 pairs from .6 up are right (28 of them
# share .9), of the four between .4 and .6 two are. Freer translations share less, and are missed.
FLOOR = 0.6
_IN_ORDER = 0.4  # of the shared words that follow each other as in the other quote; translations turn clauses round
_LEAST = 3  # content words that must be shared
_PHRASE = 3  # content words up to which a quote is a phrase, and must stand together in the other
_FEW, _PART_OF_FEW = 6, 0.7  # of five words three are shared by many pairs on one theme
_NEAR = timedelta(days=3)  # a statement is carried for a day or two; the same phrase a month later was said again
_NAME = 0.35  # of a plain word's weight: two statements about North Korea's proposed summit shared .65 without it
_UNDATED = 0.8  # of the shorter quote's weight, where a day of publication is not known
_RARE = 12  # quotes of one speaker that share a word, beyond which the word does not make candidates
_STAR = 12  # members of a group of equal quotes that are all paired; larger groups are paired with their first only


@dataclass(frozen=True, slots=True)
class Words:
    """A quote as it is compared."""

    quotes: tuple[Quote, ...]  # of these very words, on these days
    stems: tuple[str, ...]
    first: date
    last: date


def compare_quotes(one: Sequence[str], other: Sequence[str], weight: Mapping[str, float]) -> Verdict:
    """How much of the shorter statement's content the longer one has; both as stems in text order."""
    short, long = sorted((tuple(one), tuple(other)), key=lambda stems: (len(set(stems)), stems))
    if not short:
        return Verdict(0.0, "no words to compare")
    both = set(short) & set(long)
    if len(set(short)) <= _PHRASE:
        return _compare_partial(tuple(dict.fromkeys(short)), tuple(dict.fromkeys(long)))
    total = sum(weight.get(stem, 1.0) for stem in set(short))
    part = sum(weight.get(stem, 1.0) for stem in both) / total
    if {s for s in short if s.isdigit()} and {s for s in long if s.isdigit()} and not any(s.isdigit() for s in both):
        return Verdict(0.0, "the numbers differ")
    if len(set(short)) < _FEW and part < _PART_OF_FEW:
        return Verdict(min(part, FLOOR / 2), "too few of so few words are the same")
    if len(both) < _LEAST or (part < 0.75 and _in_order(short, long, both) < _IN_ORDER):
        return Verdict(min(part, FLOOR / 2), "some words are the same, in another order")
    said = f"{part:.0%} of what the shorter one says stands in the other".replace("%", " %")
    return Verdict(part, said)


def _compare_partial(short: Sequence[str], long: Sequence[str]) -> Verdict:
    """A quote of two or three words is the other's if they stand there close together, in that order."""
    if len(short) < 2:
        return Verdict(0.0, "one word proves nothing")
    for at, stem in enumerate(long):
        if stem == short[0]:
            window = list(long[at : at + len(short) + 2])
            if all(word in window for word in short) and window.index(short[-1]) >= len(short) - 1:
                return Verdict(0.9, "all its words stand together in the other")
    return Verdict(0.0, "its words do not stand together in the other")


def _in_order(short: Sequence[str], long: Sequence[str], both: set[str]) -> float:
    """The part of the shared words that stands in one order in both: the longest rising run of positions."""
    place = {stem: at for at, stem in reversed(list(enumerate(long)))}
    ends: list[int] = []
    for at in (place[stem] for stem in dict.fromkeys(short) if stem in both):
        low = sum(end < at for end in ends)
        ends[low : low + 1] = [at]
    return len(ends) / max(1, len(both))


def find_same_words(
    stories: Sequence[Told], people: Mapping[str, Person], events: Mapping[str, frozenset[str]]
) -> tuple[SameWords, ...]:
    """Every pair of quotes that are the same words, by id. ``events`` gives the ids of each story's events."""
    spoken: dict[str, list[tuple[Quote, Told]]] = defaultdict(list)
    for told in stories:
        for quote in told.quotes:
            key = _speaker_key(quote, people)
            if key is not None:
                spoken[key].append((quote, told))
    said = {key: _distinct(quotes) for key, quotes in spoken.items()}
    weight = _weights([words for group in said.values() for words in group], _names(stories))
    found: dict[tuple[str, str], str] = {}
    for key in sorted(said):
        for words in said[key]:
            _pair_equal(words, found)
        for one, other in _candidates(said[key]):
            verdict = compare_quotes(one.stems, other.stems, weight)
            near = _near(one, other, verdict) or _one_event(one, other, events)
            if verdict.score >= FLOOR and near:
                _pair_all(one, other, verdict.because, found)
    return tuple(SameWords(one, other, found[one, other]) for one, other in sorted(found))


def _speaker_key(quote: Quote, people: Mapping[str, Person]) -> str | None:
    if quote.speaker is None:
        return None
    person = people.get(quote.speaker.entity) if quote.speaker.entity else None
    return f"person:{person.id}" if person else f"name:{fold(quote.speaker.name).removeprefix('the ')}"


def _distinct(quotes: Sequence[tuple[Quote, Told]]) -> list[Words]:
    """Quotes of one speaker with the very same content and published within days of each other, taken as one."""
    by_stems: dict[tuple[str, ...], list[tuple[date, Quote]]] = defaultdict(list)
    for quote, told in quotes:
        stems = content(quote.text)
        if stems:
            by_stems[stems].append((told.day, quote))
    found = []
    for stems, group in sorted(by_stems.items()):
        group.sort(key=lambda pair: (pair[0], pair[1].id))
        run = [group[0]]
        for pair in [*group[1:], None]:
            if pair is not None and pair[0] - run[-1][0] <= _NEAR:
                run.append(pair)
                continue
            found.append(Words(tuple(quote for _, quote in run), stems, run[0][0], run[-1][0]))
            run = [pair] if pair is not None else []
    return found


def _weights(said: Sequence[Words], names: frozenset[str]) -> dict[str, float]:
    """A stem counts for more the fewer statements have it; a name's for little: whom one speaks of is a theme, not words."""
    seen = Counter(stem for words in said for stem in set(words.stems))
    return {
        stem: (0.5 + log(1 + len(said) / times)) * (_NAME if stem in names else 1.0) for stem, times in seen.items()
    }


def _names(stories: Sequence[Told]) -> frozenset[str]:
    return frozenset(
        stem
        for told in stories
        for entity in told.entities
        if entity.kind != "group"
        for name in (entity.name, *entity.names)
        for stem in content(name)
    )


def _candidates(said: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs of one speaker's statements that share two words, of which common ones count only beside a rarer one."""
    having: dict[str, list[int]] = defaultdict(list)
    for n, words in enumerate(said):
        for stem in sorted(set(words.stems)):
            having[stem].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) <= _RARE:
            shared.update(combinations(numbers, 2))
        else:  # only those said within days of each other, the next few by day
            by_day = sorted(numbers, key=lambda n: (said[n].first, n))
            for at, a in enumerate(by_day):
                for b in by_day[at + 1 : at + 1 + _RARE]:
                    if said[b].first - said[a].last > _NEAR:
                        break
                    shared[min(a, b), max(a, b)] += 1
    for (a, b), times in sorted(shared.items()):
        if times >= 2:
            yield said[a], said[b]


def _near(one: Words, other: Words, verdict: Verdict) -> bool:
    """Published within days of each other; where a story's day is not known, long and like words speak for themselves."""
    if date.min in (one.first, other.first):
        return verdict.score >= _UNDATED and min(len(one.stems), len(other.stems)) >= 2 * _LEAST
    return max(one.first, other.first) - min(one.last, other.last) <= _NEAR


def _one_event(one: Words, other: Words, events: Mapping[str, frozenset[str]]) -> bool:
    nothing: frozenset[str] = frozenset()
    mine = nothing.union(*(events.get(quote.story, nothing) for quote in one.quotes))
    return any(mine & events.get(quote.story, nothing) for quote in other.quotes)


def _pair_equal(words: Words, found: dict[tuple[str, str], str]) -> None:
    """Equal words on days that are near: one content word may be chance, two are a phrase."""
    ids = sorted({quote.id for quote in words.quotes})
    if len(words.stems) < 2:
        return
    pairs = combinations(ids, 2) if len(ids) <= _STAR else ((ids[0], id) for id in ids[1:])
    for one, other in pairs:
        if one.partition("/")[0] != other.partition("/")[0]:
            found[one, other] = "the same words, to the letter"


def _pair_all(one: Words, other: Words, because: str, found: dict[tuple[str, str], str]) -> None:
    """Each quote of the smaller group with the other's; of large groups their first stand for the rest."""
    left, right = ({quote.id: quote.story for quote in words.quotes} for words in (one, other))
    small = len(left) * len(right) <= _STAR * _STAR
    for a in sorted(left) if small else sorted(left)[:1]:
        for b in sorted(right) if small else sorted(right)[:1]:
            if left[a] != right[b]:
                found.setdefault((min(a, b), max(a, b)), because)
