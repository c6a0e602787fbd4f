"""How many pages, texts and origins stand behind an event, and why so few.

8 pages   every page with an account of it
5 texts   reprints, and reports that one agency signed within two days, are one text
3 origins texts that have it from the same mouth or newsroom are one origin
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from communique.linking.blocks import Telling
from communique.linking.clusters import Pair, components
from communique.linking.told import Told
from communique.linking.words import fold
from communique.model import Account, Hand, Person, Quote

_ONE_REPORT = timedelta(days=2)  # an agency updates a report for a day or two; a week later it is another report
_CARRIERS = frozenset(("outlet", "wire"))  # hands that only bring words to the page
_UNNAMED = frozenset(  # whose, the words do not say
    ("ministry", "foreign ministry", "defence ministry", "defense ministry", "department", "government", "office", "spokesman",
     "spokeswoman", "spokesperson", "press service", "embassy", "minister", "president", "official", "officials", "sources")
)  # fmt: skip
_NEWSROOMS = frozenset(("agency", "outlet", "wire", "media"))


@dataclass(frozen=True, slots=True)
class Counted:
    """The three counts, each with a sentence."""

    pages: int
    texts: int
    origins: int
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What counting has to know of all stories: copies, people, and quotes that are the same words."""

    copies: Mapping[str, frozenset[str]]  # story id -> ids of stories that carry its text
    people: Mapping[str, Person]
    twins: Mapping[str, frozenset[str]]  # quote id -> ids of quotes that are the same words

    @property
    def kin(self) -> dict[str, frozenset[str]]:
        """Story id -> ids of stories that share its text or a quote."""
        found = {id: set(others) for id, others in self.copies.items()}
        for quote, others in self.twins.items():
            found.setdefault(quote.partition("/")[0], set()).update(other.partition("/")[0] for other in others)
        return {id: frozenset(others) for id, others in found.items()}

    def copies_among(self, ids: Collection[str]) -> Iterator[tuple[str, str]]:
        """The pairs of these stories that carry one text."""
        for id in ids:
            for other in sorted(self.copies.get(id, ())):
                if id < other and other in ids:
                    yield id, other


def count(tellings: Sequence[Telling], sources: Sources) -> Counted:
    """Pages, texts and origins of one event's accounts. A reprint more is a page more, and never an origin more."""
    told = {telling.told.id: telling.told for telling in tellings}
    stories = [told[id] for id in sorted(told)]
    mine: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        mine[telling.told.id].append(telling)
    pages = len({story.page for story in stories})
    texts, why_texts = _fold_texts(stories, sources)
    roots = [_roots(text, mine, sources) for text in texts]
    origins, why_origins = _fold_origins(texts, roots, sources)
    because = (
        _number(pages, "page", "pages") + (" carries it" if pages == 1 else " carry it"),
        *why_texts,
        *why_origins,
    )
    return Counted(pages, len(texts), len(origins), because)


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


# --- texts ---------------------------------------------------------------------------------------


def _fold_texts(stories: Sequence[Told], sources: Sources) -> tuple[list[list[Told]], list[str]]:
    """Stories that carry one text, and the sentence that says how many texts there are."""
    number = {story.id: n for n, story in enumerate(stories)}
    pairs: set[Pair] = set()
    copied, wires = 0, set()
    for one, other in sources.copies_among(number):
        pairs.add((number[one], number[other]))
        copied += 1
    by_wire: dict[str, list[Told]] = defaultdict(list)
    for story in stories:
        if story.wire is not None:
            by_wire[story.wire].append(story)
    for wire, group in sorted(by_wire.items()):
        group.sort(key=lambda story: (story.day, story.id))
        for earlier, later in pairwise(group):
            if _one_report(earlier, later):
                pairs.add((number[earlier.id], number[later.id]))
                wires.add(wire)
    texts = [[stories[n] for n in group] for group in components(len(stories), pairs)]
    reasons = []
    if copied:
        reasons.append("reprints are one text")
    if wires:
        reasons.append(f"what {' and '.join(sorted(wires))} signed is one text")
    return texts, [_number(len(texts), "text", "texts") + (f": {', '.join(reasons)}" if reasons else "")]


def _one_report(earlier: Told, later: Told) -> bool:
    if not (earlier.dated and later.dated):
        return True
    return later.day - earlier.day <= _ONE_REPORT


# --- origins -------------------------------------------------------------------------------------


def _roots(text: Sequence[Told], mine: Mapping[str, Sequence[Telling]], sources: Sources) -> dict[str, str]:
    """Where the text has the event from: key -> name. Its own newsroom, unless its sentences say who told it so.

    Of a text that several stories carry, the one that is signed by an agency or else came first speaks for all:
    the site that took it over has seen nothing itself.
    """
    first = min(
        text, key=lambda story: (story.wire is None, not story.dated, story.day, -len(story.shingles), story.id)
    )
    told_by: dict[str, str] = {}
    own = 0
    for telling in _body(mine[first.id]):
        found = tellers(telling.account, first.quotes)
        own += not found
        for quote in found:
            told_by.update(_hands(quote, sources))
    if told_by and own < len(_body(mine[first.id])):
        return told_by
    name = first.wire or first.outlet
    return {f"newsroom:{fold(name)}": name} if name else {f"story:{first.id}": "a page that names no outlet"}


def _body(tellings: Sequence[Telling]) -> list[Telling]:
    """The accounts of the body, which say whose word it is; headlines leave that out."""
    body = [telling for telling in tellings if telling.told.body[telling.number]]
    return body or list(tellings)


def tellers(account: Account, quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes by whose word the account is told: most of those who took part are named inside them.

    "Farahani met al-Ruqaishi on Sunday, the spokesman said" tells a meeting by the spokesman's word; in "Putin met Li
    and said the talks were useful" the reporter tells it, for neither is named in what was said.
    """
    where = [who.span for who in account.participants] or [account.span]
    named = [[quote for quote in quotes if quote.span.overlaps(span)] for span in where]
    if 2 * sum(map(bool, named)) <= len(named):
        return []
    return list(dict.fromkeys(quote for found in named for quote in found))


def _hands(quote: Quote, sources: Sources) -> dict[str, str]:
    """The hands at the speaker's end of a chain: the speaker, spokespersons and bodies, and newsrooms that are quoted."""
    found: dict[str, str] = {}
    if quote.speaker is not None:
        person = sources.people.get(quote.speaker.entity) if quote.speaker.entity else None
        key = f"person:{person.id}" if person else _hand_key(quote.speaker.name, quote.story)
        found[key] = person.name if person else quote.speaker.name
    for hand in quote.via:
        if hand.kind == "wire":
            continue
        if hand.kind in _NEWSROOMS and not hand.name.islower():  # "media", "state media" are no newsroom
            found[f"newsroom:{fold(hand.name)}"] = hand.name
        elif hand.kind in ("spokesperson", "body", "person"):
            found[_hand_key(hand.name, quote.story)] = hand.name
    return found


def _hand_key(name: str, story: str) -> str:
    """A name that is one everywhere, or only in its story: "a senior official" of two stories may be two officials."""
    plain = fold(name).removeprefix("the ").strip()
    unnamed = name.islower() or plain in _UNNAMED or name.startswith(("a ", "an "))
    return f"hand:{plain}:{story}" if unnamed else f"hand:{plain}"


def _fold_origins(
    texts: Sequence[Sequence[Told]], roots: Sequence[Mapping[str, str]], sources: Sources
) -> tuple[list[list[int]], list[str]]:
    pairs: set[Pair] = set()
    shared: Counter[str] = Counter()
    by_key: dict[str, list[int]] = defaultdict(list)
    for n, keys in enumerate(roots):
        for key in keys:
            by_key[key].append(n)
    for key, group in sorted(by_key.items()):
        for a, b in pairwise(group):
            pairs.add((a, b))
            shared[roots[a][key]] += 1
    for a, b, name in _same_hand(texts, sources):
        pairs.add((a, b))
        shared[name] += 1
    origins = components(len(texts), pairs)
    line = _number(len(origins), "origin", "origins")
    if shared and len(origins) < len(texts):
        return origins, [
            f"{line}: {' and '.join(sorted(shared))} stand{'s' if len(shared) == 1 else ''} behind more than one text"
        ]
    named = sorted(" and ".join(sorted(set(roots[group[0]].values()))) for group in origins)
    return origins, [f"{line}: {'; '.join(named)}"]


def _same_hand(texts: Sequence[Sequence[Told]], sources: Sources) -> Iterable[tuple[int, int, str]]:
    """Texts whose quoted words came mostly through one hand, where that hand gave both the same words."""
    through: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for n, text in enumerate(texts):
        quotes = [quote for story in text for quote in story.quotes if quote.mode != "indirect"]
        hands: Counter[str] = Counter(fold(hand.name) for quote in quotes if (hand := _first_hand(quote)))
        for quote in quotes:
            hand = _first_hand(quote)
            if hand is not None and 2 * hands[fold(hand.name)] >= len(quotes):
                for twin in sources.twins.get(quote.id, ()):
                    key = (min(twin, quote.id), max(twin, quote.id))
                    through[key].append((n, hand.name))
    for seen in through.values():
        for (a, name), (b, other) in pairwise(seen):
            if a != b and fold(name) == fold(other):
                yield min(a, b), max(a, b), name


def _first_hand(quote: Quote) -> Hand | None:
    return next((hand for hand in quote.via if hand.kind not in _CARRIERS), None)
