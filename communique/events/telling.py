"""A group of mentions told as one account: its parts, days, place, status, and whether it is the news."""

from __future__ import annotations

from datetime import timedelta

from communique.events.captions import Caption
from communique.events.drafts import Draft, Party
from communique.events.gather import Group, is_one
from communique.events.kinds import find_kind
from communique.events.lending import lead_days
from communique.events.places import holds_place
from communique.events.scene import Scene
from communique.model import Account, Dating, Days, Participant, Place, Reason, Status

_MET = ("meeting", "negotiation", "visit")


def tell_account(scene: Scene, group: Group, groups: list[Group], captions: tuple[Caption, ...]) -> Account:
    """The account that the group's mentions make together; its number is given later."""
    drafts = sorted(group.drafts, key=lambda draft: (draft.rank, draft.trigger.start))
    first = drafts[0]
    status = _status(group, first)
    background = _is_background(group, groups, status, scene)
    parties = group.parties()
    shown = [
        caption
        for caption in captions
        if not background and sum(caption.names(party.name) for party in parties) >= min(2, len(parties))
    ]
    days = _days(scene, group, first, status, background, shown)
    place, own = _place(group, drafts, shown)
    kind = "meeting" if any(draft.kind == "meeting" for draft in drafts) else first.kind
    told = tuple(_participant(party, kind, own, parties) for party in parties)
    ground = "the story's own news" if not background else "recalled or told aside"
    return Account(
        "", scene.story.id, kind, status, background, first.span, told, days, place, (*first.because, ground)
    )


def _status(group: Group, first: Draft) -> Status:
    """A denial or a cancellation outranks the plan or the claim it is about."""
    told = {draft.status for draft in group.drafts if not draft.soft} or {first.status}
    told |= {draft.status for draft in group.loose if draft.front and draft.status in ("denied", "cancelled")}
    order: tuple[Status, ...] = ("denied", "cancelled", "occurred")
    for status in order:
        if status in told:
            return status
    return first.status


def _is_background(group: Group, groups: list[Group], status: Status, scene: Scene) -> bool:
    if group.front:
        return False
    if group.past:
        return True
    if status in ("occurred", "planned") and not any(other.front for other in groups):
        fresh = [other for other in groups if not other.past and not other.drafts[0].aside and _fresh(other, scene)]
        if fresh and fresh[0] is group:
            return False
    news = [party for other in groups if other.front for party in other.parties()]
    loosely = group.family == "exercise"  # states hold them, and the news is of their ministers
    shared = any(
        party.key == other.key or (loosely and is_one(party, other)) for party in group.parties() for other in news
    )
    if status == "planned" or status == "cancelled":
        return not shared or find_kind(group.drafts[0].kind).name == "summit"
    days = next((draft.days for draft in group.drafts if draft.days is not None), None)
    if (
        days is not None
        and days.days.last is not None
        and scene.reference is not None
        and scene.reference.first is not None
    ):
        return days.days.last < scene.reference.first - timedelta(days=1) or (days.days.width or 0) > 7
    return not (shared and (any(draft.also for draft in group.drafts) or _is_of_same_pair(group, groups)))


def _is_of_same_pair(group: Group, groups: list[Group]) -> bool:
    """The two whose meeting is the news signed something too: one occasion, told in its parts."""
    mine = group.parties()
    return (
        group.family in ("agreement", "joint statement")
        and len(mine) > 1
        and any(
            all(any(is_one(party, other) for other in front.parties()) for party in mine)
            for front in groups
            if front.front and front.family != group.family
        )
    )


def _fresh(group: Group, scene: Scene) -> bool:
    """Nothing says that it lies back: no day, or one near publication."""
    reference = scene.reference
    days = [draft.days.days for draft in group.drafts if draft.days is not None]
    if not days or reference is None or reference.first is None:
        return not days
    return all(
        one.last is not None and one.last >= reference.first - timedelta(days=2) and (one.width or 0) < 8
        for one in days
    )


def _days(
    scene: Scene, group: Group, first: Draft, status: Status, background: bool, captions: list[Caption]
) -> Dating | None:
    said = [draft.days for draft in (first, *group.drafts, *group.loose) if draft.days is not None]
    best = min(said, key=lambda dating: (dating.days.width is None, dating.days.width or 0), default=None)
    reference = scene.reference
    for caption in captions:
        if (
            caption.day is not None
            and caption.reason is not None
            and (best is None or best.days.meet(Days(caption.day, caption.day)) is not None)
        ):
            because = (caption.reason,) if best is None else (*best.because, caption.reason)
            return Dating(Days(caption.day, caption.day), because)
    if best is not None:
        return best
    if reference is None or reference.last is None or reference.first is None:
        return None
    if status in ("occurred", "denied", "uncertain"):
        if not background and group.front and status == "occurred":
            return lead_days(first, reference)
        return Dating(
            Days(None, reference.last), (Reason("told as past, without a day: not after publication", first.span),)
        )
    if status == "planned":
        return Dating(Days(reference.first, None), (Reason("still to come when published", first.span),))
    return None


def _place(group: Group, drafts: list[Draft], captions: list[Caption]) -> tuple[Place | None, Place | None]:
    """The narrowest place that a mention gives, the headline's and the lead's first; and the same if a clause of its own says it.

    Then comes that of "the meeting", which says who was at home only in a clause of its own ("it took place in Oslo"); then that of a photograph of the same people.
    """
    best: Place | None = None
    told = sorted(drafts, key=lambda draft: not draft.front) if group.front else drafts
    for draft in told:
        if draft.place is not None and (best is None or holds_place(best, draft.place)):
            best = draft.place
    own = best
    for draft in group.loose:
        if draft.place is not None and (best is None or holds_place(best, draft.place)):
            best = draft.place
            own = best if draft.itself else own
    if best is None:
        own = best = next((caption.place for caption in captions if caption.place is not None), None)
    return best, own


def _participant(party: Party, kind: str, place: Place | None, parties: tuple[Party, ...]) -> Participant:
    """A party with its part; who is at home where the others are not is the host."""
    part = party.part
    if part == "participant" and kind in ("meeting", "negotiation", "summit") and place is not None and place.country:
        home = [other for other in parties if other.country == place.country]
        away = [other for other in parties if other.country not in (None, place.country)]
        if home and away and party.country is not None:
            part = "host" if party.country == place.country else "guest"
    return Participant(party.name, part, party.span, party.entity, party.country)
