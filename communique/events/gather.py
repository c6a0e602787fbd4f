"""The mentions of one event in one story, brought together; those of other events kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.events.drafts import Draft, Party
from communique.events.kinds import find_kind
from communique.events.places import holds_place

_MOST_GROUPS = 200  # the longest live page read while writing told 31 events
_MOST_MENTIONS = 40  # what is told more often than that gains nothing from one more


@dataclass(slots=True)
class Group:
    """Mentions judged to be one event, in text order. Grown only while gathering."""

    drafts: list[Draft] = field(default_factory=list)
    loose: list[Draft] = field(default_factory=list)  # "the meeting": may add a day and a place

    @property
    def family(self) -> str:
        return find_kind(self.drafts[0].kind).family

    @property
    def front(self) -> bool:
        return any(draft.front for draft in (*self.drafts, *self.loose))

    @property
    def past(self) -> bool:
        return all(draft.past for draft in self.drafts)

    def parties(self) -> tuple[Party, ...]:
        """Everyone whom a mention names, each once; a person stands for his state."""
        found: dict[str, Party] = {}
        for draft in self.drafts:
            for party in draft.parties:
                if party.key not in found or found[party.key].part == "participant":
                    found[party.key] = party
        countries = {party.country for party in found.values() if party.person}
        kept = (
            party
            for party in found.values()
            if party.person or party.country not in countries or not party.key.startswith("=")
        )
        return tuple(kept)


def gather(drafts: Iterable[Draft]) -> tuple[list[Group], list[Draft]]:
    """Drafts, given in text order, as groups in the order of their first mention; and loose ones that belong to none.

    Each draft is compared with every group, so both are bounded: a page made of ten thousand meetings is no story.
    """
    groups: list[Group] = []
    waiting: list[Draft] = []
    for draft in drafts:
        if draft.loose:
            if len(waiting) < _MOST_GROUPS:
                waiting.append(draft)
            continue
        home = next((group for group in groups if is_same(group, draft)), None)
        if home is None and len(groups) >= _MOST_GROUPS:
            waiting.append(draft)
            continue
        if home is None:
            home = Group()
            groups.append(home)
        if len(home.drafts) < _MOST_MENTIONS:
            home.drafts.append(draft)
    lost = [draft for draft in waiting if not draft.loose or not _lend(groups, draft)]
    return groups, lost


def _lend(groups: list[Group], draft: Draft) -> bool:
    """ "The meeting" is one named elsewhere in the story, its own news before what it recalls.

    "The minister met a diplomat in Muscat" is the meeting of which the next sentence gives both names.
    """
    if draft.past or draft.status not in ("occurred", "planned", "denied", "cancelled"):
        return False
    family = find_kind(draft.kind).family
    fitting = [group for group in groups if group.family == family and _covers(group.parties(), draft.parties)]
    if draft.status == "planned":  # "the meeting" to come is not one that was held
        fitting = [group for group in fitting if any(_status_agrees(other, draft) for other in group.drafts)]
    if not draft.front and draft.status == "occurred":
        fitting = [
            group for group in fitting if any(other.trigger.start < draft.trigger.start for other in group.drafts)
        ]
    front = [group for group in fitting if group.front]
    if len(front) == 1 or (front and len(fitting) == len(front)):
        home = front[-1]
    elif len(fitting) == 1:
        home = fitting[0]
    else:
        return False
    if not all(_days_agree(other, draft) for other in home.drafts) or _interrupted(home, groups, draft):
        return False
    home.loose.append(draft)
    return True


def _interrupted(home: Group, groups: list[Group], draft: Draft) -> bool:
    """Another event of the family was told since: "the meeting" may be that one."""
    last = max((other.trigger.start for other in home.drafts if other.trigger.start < draft.trigger.start), default=-1)
    return any(
        last < other.trigger.start < draft.trigger.start
        for group in groups
        if group is not home and group.family == home.family and last >= 0
        for other in group.drafts
    )


def _covers(group: tuple[Party, ...], draft: tuple[Party, ...]) -> bool:
    return all(any(is_one(party, other) for other in group) for party in draft)


def is_same(group: Group, draft: Draft) -> bool:
    """The draft tells the group's event again: kind, people, status, days and place allow it.

    Two meetings of the same two are kept apart where days or towns differ, where one was and the other will be, and
    where one is the news and the other is recalled without a day.
    """
    if group.family != find_kind(draft.kind).family:
        return False
    if not draft.parties or not group.parties():
        return _is_nameless_same(group, draft)
    if not _share(group.parties(), draft.parties):
        return False
    if not any(_status_agrees(other, draft) for other in group.drafts):
        return False
    if not all(_days_agree(other, draft) for other in group.drafts):
        return False
    if any(not _places_agree(other, draft) for other in group.drafts):
        return False
    if draft.past != group.past and not any(other.days is not None for other in group.drafts if draft.days is not None):
        return _is_retold(group, draft)
    return True


def _is_nameless_same(group: Group, draft: Draft) -> bool:
    """ "The exercise", "the summit": without a name it is the one told before, where days and places allow it."""
    return all(
        _days_agree(other, draft) and _places_agree(other, draft) and _status_agrees(other, draft)
        for other in group.drafts
    )


def _is_retold(group: Group, draft: Draft) -> bool:
    """A recalled mention without a day is the news only where it names its town as the news does."""
    return any(
        other.place is not None
        and draft.place is not None
        and other.place.name == draft.place.name
        and "had" not in draft.because
        for other in group.drafts
    )


def _share(group: tuple[Party, ...], draft: tuple[Party, ...]) -> bool:
    small, large = sorted((draft, group), key=len)
    if not small:
        return not large
    matched = sum(1 for party in small if any(is_one(party, other) for other in large))
    return matched == len(small) or (matched >= 2 and matched * 2 > len(small))


def is_one(party: Party, other: Party) -> bool:
    """Both are one and the same, or a person and the state he stands for."""
    if party.key == other.key:
        return True
    if not party.person and not other.person and not (party.key.startswith("=") or other.key.startswith("=")):
        return False
    return not (party.person and other.person) and party.country is not None and party.country == other.country


def _status_agrees(one: Draft, other: Draft) -> bool:
    if one.status == other.status:
        return True
    pair = {one.status, other.status}
    if pair == {"planned", "occurred"}:
        return one.soft or other.soft or _same_day(one, other)
    return pair == {"planned", "cancelled"} or pair == {"denied", "occurred"} or pair == {"denied", "uncertain"}


def _same_day(one: Draft, other: Draft) -> bool:
    return one.days is not None and other.days is not None and one.days.days.meet(other.days.days) is not None


def _days_agree(one: Draft, other: Draft) -> bool:
    return one.days is None or other.days is None or one.days.days.meet(other.days.days) is not None


def _places_agree(one: Draft, other: Draft) -> bool:
    if one.place is None or other.place is None or one.place.name == other.place.name:
        return True
    return holds_place(one.place, other.place) or holds_place(other.place, one.place)
