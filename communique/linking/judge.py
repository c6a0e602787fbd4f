"""Which accounts are one event: compare, judge, cluster; then what is vague joins only where one event fits.

anchored    who and when are said            compared pair by pair, average linkage, near events kept apart
vague       undated, or only states named    joins the one event that fits; two that fit leave it alone, with a reason
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from communique.linking.blocks import Node, block_nodes, close_pairs
from communique.linking.clusters import Pair, cluster
from communique.linking.compare import (
    compare_days,
    compare_kinds,
    compare_participants,
    compare_places,
    compare_words,
    printed,
    sides_of,
)
from communique.model import Days, Skip, Verdict

# Swept .4 to .9 on the cases of the tests and on generated worlds: nothing changes from .55 to .7; at .5 two states join
# a meeting that is one of two, at .4 meetings of three merge with others, at .75 a protest told twice is two.
FLOOR = 0.6
_SAME_SENTENCE = 0.8  # of the words: a copy of the sentence, for accounts without days
_SENTENCE = 7  # content words from which that proves a copy: "Putin met Xi in Beijing" is written anew each time
_WIDEST = 62  # days: "this summer" and the like; a wider interval is as good as none
_RECENT = timedelta(
    days=31
)  # how far from its story an undated event is looked for: "had met earlier", "will meet soon"

Kin = Mapping[str, frozenset[str]]  # story id -> ids of stories that share its text or a quote


@dataclass(frozen=True, slots=True)
class Groups:
    """Nodes (their numbers) that are one event, each with why; and what fitted several events."""

    groups: list[list[int]]
    because: list[list[str]]
    skips: list[Skip]


def compare_nodes(one: Node, other: Node) -> Verdict:
    """One event told twice: the kind, then the days, then who, then where; one contradiction is enough to keep apart."""
    kinds = compare_kinds(one.kind, other.kind)
    days = compare_days(one.days, other.days)
    places = compare_places(one.place, other.place)
    people = compare_participants(one.parties, other.parties, max(sides_of(one.kind), sides_of(other.kind)))
    words = compare_words(one.words, other.words)
    verdicts = [kinds, days, people, places]
    for verdict in (kinds, days, places):
        if verdict.score == 0.0:
            return verdict
    if people.score == 0.0:
        return people
    score = people.score * kinds.score
    if days.score < 1.0:
        if one.anchored and other.anchored and (people.score < 0.9 or places.score < 0.8):
            return Verdict(0.0, f"{days.because}, and too little else is the same")
        score *= 0.75 if one.anchored and other.anchored else 0.5
    if places.score <= 0.5:
        score *= 0.7
    if not one.parties or not other.parties:
        score = 0.7 if words.score >= 0.6 or (words.score >= 0.4 and places.score == 1.0) else 0.3
    if words.score >= _SAME_SENTENCE and min(len(one.words), len(other.words)) >= _SENTENCE and people.score >= 0.5:
        score = max(score, 0.9)
        verdicts.append(words)
    elif not (one.anchored and other.anchored):
        return Verdict(min(score, 0.4), "neither day nor words say that they are one")
    return Verdict(score, "; ".join(verdict.because for verdict in verdicts))


def must_stay_apart(one: Node, other: Node) -> bool:
    """One story tells both, and does not give them the same people on days that overlap."""
    if not one.stories & other.stories:
        return False
    overlap = one.days is not None and other.days is not None and one.days.meet(other.days) is not None
    return not (one.people and one.people == other.people and overlap and one.anchored and other.anchored)


def group_nodes(nodes: Sequence[Node], kin: Kin) -> Groups:
    """Which nodes are one event. Hangs on the nodes alone, not on their order. ``kin``: stories with a text or quotes in common."""
    blocks = block_nodes(nodes)
    scores: dict[Pair, float] = {}
    said: dict[Pair, str] = {}
    apart: set[Pair] = set()
    for a, b in sorted(close_pairs(nodes, blocks.values())):
        if must_stay_apart(nodes[a], nodes[b]):
            apart.add((a, b))
            continue
        verdict = _compare_kin(nodes[a], nodes[b], compare_nodes(nodes[a], nodes[b]), kin)
        if verdict.score == 0.0:
            apart.add((a, b))
        elif verdict.score >= FLOOR / 2:
            scores[a, b] = verdict.score
            said[a, b] = verdict.because
    groups = cluster(len(nodes), scores, apart, FLOOR)
    because = [_strongest(nodes, group, scores, said) for group in groups]
    return _join_vague(nodes, groups, because, kin)


def _compare_kin(one: Node, other: Node, verdict: Verdict, kin: Kin) -> Verdict:
    """Two undated accounts of the same people are one if their stories share text or quotes.

    What both stories only recall has to be of one place and of the same two months as well.
    """
    if verdict.score == 0.0 or verdict.score >= FLOOR or one.anchored or other.anchored:
        return verdict
    if any(member.account.background for member in (*one.members, *other.members)) and not _one_memory(one, other):
        return verdict
    people = compare_participants(one.parties, other.parties, sides_of(one.kind))
    if people.score < 1.0 or not any(kin.get(story, frozenset()) & other.stories for story in one.stories):
        return verdict
    return Verdict(0.9, f"{people.because}; the stories share text or quotes")


def _one_memory(one: Node, other: Node) -> bool:
    left, right = _allowed(one), _allowed(other)
    if left is None or right is None or left.meet(right) is None or one.place is None or other.place is None:
        return False
    dated = all(member.told.dated for member in (*one.members, *other.members))
    narrow = all(days.width is not None and days.width <= _WIDEST for days in (left, right))
    return dated and narrow and compare_places(one.place, other.place).score == 1.0


def _strongest(
    nodes: Sequence[Node], group: Sequence[int], scores: Mapping[Pair, float], said: Mapping[Pair, str]
) -> list[str]:
    """Why these are one, in the words of each member's best pair, each once."""
    inside = set(group)
    best: dict[int, Pair] = {}
    for pair in said:
        if pair[0] in inside and pair[1] in inside:
            for member in pair:
                if member not in best or scores[pair] > scores[best[member]]:
                    best[member] = pair
    equal = (
        ["several accounts give the same kind, participants, days and place"]
        if any(len(nodes[n].stories) > 1 for n in group)
        else []
    )
    return equal + list(dict.fromkeys(said[best[member]] for member in sorted(best)))


# --- what is vague -------------------------------------------------------------------------------


def _join_vague(nodes: Sequence[Node], groups: list[list[int]], because: list[list[str]], kin: Kin) -> Groups:
    """Each group without a firm account joins the one firm group that fits it, and stays alone where none or two do."""
    firm = [n for n, group in enumerate(groups) if any(nodes[member].firm for member in group)]
    index: dict[tuple[str, str], set[int]] = defaultdict(set)
    for n in firm:
        for key in _handles(nodes, groups[n]):
            index[key].add(n)
    joined: dict[int, list[tuple[int, str]]] = defaultdict(list)
    skips: list[Skip] = []
    firm_set = set(firm)
    for n, group in enumerate(groups):
        if n in firm_set:
            continue
        likely = sorted(set().union(*(index.get(key, set()) for key in _handles(nodes, group))))
        fits = [(m, why) for m in likely if (why := _fit(nodes, group, groups[m], kin)) is not None]
        if len(fits) == 1:
            joined[fits[0][0]].append((n, fits[0][1]))
        elif fits:
            skips.append(_skip(nodes[group[0]], len(fits)))
    return _merge(nodes, groups, because, joined, skips)


def _handles(nodes: Sequence[Node], group: Iterable[int]) -> set[tuple[str, str]]:
    """By what a group is found: its family with each person, and with its states."""
    found: set[tuple[str, str]] = set()
    for member in group:
        node = nodes[member]
        found |= {(node.family, party.key) for party in node.parties if party.kind == "person"}
        if len(node.states) >= 2:
            found.add((node.family, "states:" + " ".join(sorted(node.states))))
    return found


def _fit(nodes: Sequence[Node], vague: Sequence[int], firm: Sequence[int], kin: Kin) -> str | None:
    """Why the vague group can be the firm one, ``None`` where it cannot: every account of one must suit every of the other."""
    why = ""
    best = 0.0
    for a in vague:
        for b in firm:
            if not nodes[b].firm:
                continue
            verdict = _compare_vague(nodes[a], nodes[b], kin)
            if verdict.score == 0.0:
                return None
            if verdict.score > best:
                best, why = verdict.score, verdict.because
    return why or None


def _compare_vague(vague: Node, firm: Node, kin: Kin) -> Verdict:
    """An account that lacks the day or the names can be the firm one; where in doubt, it cannot."""
    no = Verdict(0.0, "")
    places = compare_places(vague.place, firm.place).score
    people = compare_participants(vague.parties, firm.parties, sides_of(firm.kind)).score
    if vague.stories & firm.stories or places < 0.8 or people < (0.5 if vague.anchored else 0.75):
        return no
    if vague.days is not None and firm.days is not None and vague.days.meet(firm.days) is None:
        return no
    said = compare_participants(vague.parties, firm.parties, sides_of(firm.kind)).because
    if (
        not vague.anchored
        and people >= 0.8
        and any(kin.get(story, frozenset()) & firm.stories for story in vague.stories)
    ):
        return Verdict(1.0, f"{said}; the stories share text or quotes")
    days = _allowed(vague)
    if (
        days is None
        or firm.days is None
        or days.meet(firm.days) is None
        or not (vague.anchored or _near_enough(vague, firm, days))
    ):
        return no
    return Verdict(people, f"{said}; the only such event of {printed(days)}")


def _near_enough(vague: Node, firm: Node, days: Days) -> bool:
    """An interval wider than two months needs the same town and like words; what is to come is not what was."""
    if vague.days is None or vague.days.width is None:
        if not all(member.told.dated for member in vague.members):
            return False  # the end of an open interval is the day of publication: it must be known
        return _planned(vague) == _planned(firm) or _of_the_day(vague, firm)
    if days.width is not None and days.width <= _WIDEST:
        return True
    return (
        compare_places(vague.place, firm.place).score == 1.0
        and compare_participants(vague.parties, firm.parties).score >= 0.9
        and compare_words(vague.words, firm.words).score >= 0.5
    )


def _of_the_day(vague: Node, firm: Node) -> bool:
    """Every story of the vague account was published on the firm one's days or the day after."""
    last = firm.days.last if firm.days else None
    return last is not None and all(0 <= (member.told.day - last).days <= 1 for member in vague.members)


def _planned(node: Node) -> bool:
    return all(member.account.status == "planned" for member in node.members)


def _allowed(node: Node) -> Days | None:
    """The days in which an undated account's event is looked for: its own, an open end closed at a month."""
    days = node.days
    if days is None or (days.first is None and days.last is None):
        return None
    if days.first is None and days.last is not None:
        return Days(days.last - _RECENT, days.last)
    if days.last is None and days.first is not None:
        return Days(days.first, days.first + _RECENT)
    return days


def _skip(node: Node, fits: int) -> Skip:
    account, told = node.members[0].account, node.members[0].told
    names = ", ".join(party.name for party in node.parties)
    reason = f"{fits} events fit this {node.kind} of {names or 'nobody named'}; which is meant is not said, so it stands alone"
    return Skip("event", reason, told.page, told.id, account.span)


def _merge(
    nodes: Sequence[Node],
    groups: list[list[int]],
    because: list[list[str]],
    joined: Mapping[int, Sequence[tuple[int, str]]],
    skips: list[Skip],
) -> Groups:
    """The firm groups with those that joined them; two of one story never join the same group."""
    gone: set[int] = set()
    out: list[list[int]] = []
    out_because: list[list[str]] = []
    for n in sorted(joined):
        stories = {story for member in groups[n] for story in nodes[member].stories}
        for m, why in sorted(joined[n]):
            mine = {story for member in groups[m] for story in nodes[member].stories}
            if not mine & stories:
                stories |= mine
                groups[n] = groups[n] + groups[m]
                because[n] = [*because[n], *because[m], why]
                gone.add(m)
    for n, group in enumerate(groups):
        if n not in gone:
            out.append(sorted(group))
            out_because.append(list(dict.fromkeys(because[n])))
    return Groups(out, out_because, skips)
