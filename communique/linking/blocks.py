"""Accounts as they are compared, and which of them are compared at all.

Accounts that say the very same (kind, people, days, place, status) are one ``Node``: a day on which a hundred pages report
one meeting costs a handful of comparisons. Nodes meet in a block if they share a kind's family and a participant (or
the pair of states, or, where nobody is named, the words), and there only within a day of each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from communique.linking.clusters import Pair
from communique.linking.compare import Party, family_of, sides_of
from communique.linking.told import Told
from communique.linking.words import fold
from communique.model import Account, Days, Entity, Person, Place, Role

ANCHORED = 7  # days: an interval no wider says when it was; a wider one only says when it can have been
_BLOCK = 120  # undated accounts of one block that are compared with each other
_NAMED = 8  # people and bodies of one account that make blocks; round tables name more
_WINDOW = 120  # dated accounts behind one account in its block: more than one affair has different tellings of one day


@dataclass(frozen=True, slots=True)
class Telling:
    """One account with the story it stands in."""

    account: Account
    told: Told
    number: int  # among the story's accounts
    parts: tuple[Role, ...] = ()  # of the node's parties, in their order

    @property
    def words(self) -> frozenset[str]:
        return self.told.words[self.number]


@dataclass(slots=True)
class Node:
    """Accounts that say the very same."""

    kind: str
    family: str
    parties: tuple[Party, ...]
    days: Days | None
    place: Place | None
    words: frozenset[str]
    members: list[Telling] = field(default_factory=list)
    stories: set[str] = field(default_factory=set)

    @property
    def people(self) -> frozenset[str]:
        return frozenset(party.key for party in self.parties if party.kind == "person")

    @property
    def anchored(self) -> bool:
        """It says when it was, to the week."""
        return self.days is not None and self.days.width is not None and self.days.width <= ANCHORED

    @property
    def firm(self) -> bool:
        """It says when, and names as many people as its kind needs: something others can join."""
        return self.anchored and len(self.people) >= max(1, sides_of(self.kind))

    @property
    def states(self) -> frozenset[str]:
        return frozenset(party.country for party in self.parties if party.country)


def read_parties(
    account: Account, entities: Mapping[str, Entity], people: Mapping[str, Person]
) -> tuple[tuple[Party, Role], ...]:
    """The participants as they are compared, each once, sorted, with their parts.

    Somebody unnamed ("his counterpart") counts as the state.
    """
    found: dict[str, tuple[Party, Role]] = {}
    for who in account.participants:
        person = people.get(who.entity) if who.entity else None
        entity = entities.get(who.entity) if who.entity else None
        country = who.country or (entity.country if entity else None)
        if person is not None:
            party = Party(person.id, "person", person.name, person.country or country)
        elif country is not None and (entity is None or entity.kind in ("state", "place")):
            party = Party(f"state:{country}", "state", who.name, country)
        else:
            party = Party(f"body:{fold(who.name).removeprefix('the ')}", "body", who.name, country)
        found.setdefault(party.key, (party, who.part))
    return tuple(found[key] for key in sorted(found))


def read_nodes(stories: Sequence[Told], people: Mapping[str, Person]) -> list[Node]:
    """Every account in its node, in an order that hangs on what they say and not on the order of the stories."""
    found: dict[tuple[object, ...], Node] = {}
    for told in stories:
        entities = {entity.id: entity for entity in told.entities}
        for number, account in enumerate(told.accounts):
            days = account.days.days if account.days else None
            cast = read_parties(account, entities, people)
            parties = tuple(party for party, _ in cast)
            node = Node(account.kind, family_of(account.kind), parties, days, account.place, told.words[number])
            vague = not node.anchored or not node.parties
            keys = tuple(party.key for party in node.parties)
            key = (
                account.kind,
                keys,
                days,
                account.place and fold(account.place.name),
                node.words if vague else account.status,
            )
            node = found.setdefault(key, node)
            node.members.append(Telling(account, told, number, tuple(part for _, part in cast)))
            node.stories.add(told.id)
    for node in found.values():
        node.members.sort(key=lambda member: member.account.id)
    return sorted(found.values(), key=lambda node: node.members[0].account.id)


def keys_of(node: Node) -> Iterator[tuple[str, ...]]:
    """The blocks in which a node is compared: one for each two of its people or bodies, one for its states.

    A single name makes a block only where one is enough for the kind, or where there is no other: otherwise all that
    one busy minister did on a day would be compared. Where nobody is named the place is the key.
    """
    named = [party.key for party in node.parties if party.kind != "state"][:_NAMED]
    for pair in combinations(named, 2):
        yield node.family, *pair
    if len(named) == 1 or sides_of(node.kind) < 2:
        for key in named:
            yield node.family, key
    if len(node.states) >= 2 or (node.states and not node.people):
        yield node.family, *sorted(node.states)
    if not node.parties:
        yield node.family, "nobody", fold(node.place.name) if node.place else ""


def block_nodes(nodes: Sequence[Node]) -> dict[tuple[str, ...], list[int]]:
    """Block -> the numbers of its nodes, those with days first, by their first day, then by who takes part."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in sorted(range(len(nodes)), key=lambda n: (_first(nodes[n]), [party.key for party in nodes[n].parties], n)):
        for key in keys_of(nodes[n]):
            blocks[key].append(n)
    return blocks


def _first(node: Node) -> date:
    return (node.days.first if node.anchored and node.days else None) or date.max


def close_pairs(nodes: Sequence[Node], blocks: Iterable[Sequence[int]]) -> set[Pair]:
    """The pairs of one block within a day of each other, and those that are undated, where the block is small."""
    pairs: set[Pair] = set()
    for block in blocks:
        dated = [n for n in block if nodes[n].anchored]
        vague = [n for n in block if not nodes[n].anchored][:_BLOCK]
        for at, a in enumerate(dated):
            last = nodes[a].days.last  # type: ignore[union-attr]
            for b in dated[at + 1 : at + 1 + _WINDOW]:
                if (_first(nodes[b]) - last).days > 1:  # type: ignore[operator]
                    break
                pairs.add((min(a, b), max(a, b)))
        pairs.update((min(a, b), max(a, b)) for at, a in enumerate(vague) for b in vague[at + 1 :])
    return pairs
