"""Which of a story's accounts stand: what is too thin, too old or too vague to show is left to the ledger with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from communique.events.gather import Group
from communique.model import Account, Days

_ONE_SIDED = ("attack", "sanction", "expulsion", "aid", "exercise", "protest", "summit", "appointment")
_TWO_PARTS = ("message", "expulsion")
_PLACELESS = ("sanction", "expulsion", "appointment")
_LONG_PAST = timedelta(days=15 * 365)  # history told for comparison; a diplomatic story's own past is shorter
_WIDE_DAYS = 31
_NIGHT = 2  # a night between two days
_USELESS_DAYS = 400


def find_flaw(account: Account, group: Group, reference: Days | None) -> str:
    """Why an account is not kept, "" where it is.

    A passing "after the invasion of Ukraine" is no event of this story: what is recalled needs a day, an attack a day
    and a place. A message and an expulsion need both sides, an agreement that "could" be reached is none yet.
    """
    drafts = (*group.drafts, *group.loose)
    dated = any(draft.days is not None for draft in drafts)
    parts = {one.part for one in account.participants}
    if account.kind == "visit" and account.place is None:
        return "nobody says where to"
    if account.kind in _TWO_PARTS and not {"source", "target"} <= parts:
        return "only one of the two sides is named"
    if account.kind in _ONE_SIDED and not account.participants and account.place is None and not dated:
        return "neither a side nor a day nor a place is told"
    if account.kind == "exercise" and len(account.participants) < 2 and not dated and account.place is None:
        return "neither a second side nor a day nor a place is told"
    if account.kind == "agreement" and account.status == "uncertain":
        return "an agreement that is only possible"
    if account.kind == "attack" and (account.background or not account.participants) and not (dated and account.place):
        return "recalled without a day and a place"
    if account.kind == "attack" and not account.participants and not _is_on_a_day(account):
        return "nobody is named and no day is told"
    told = (
        account.kind == "expulsion" and account.status == "occurred"
    )  # with both sides named, as here, there are few of them
    if (
        account.background
        and not dated
        and not told
        and account.kind in (*_ONE_SIDED, "message")
        and not _is_summit_of_two(account)
    ):
        return "recalled without a day"
    if (
        account.background
        and not dated
        and not told
        and account.place is None
        and not any(one.person for one in group.parties())
    ):
        return "states named together, without a day or a place"
    return "long past" if _is_long_past(account, reference) else ""


def _is_summit_of_two(account: Account) -> bool:
    return account.kind == "summit" and (len(account.participants) > 1 or account.place is not None)


def _is_on_a_day(account: Account) -> bool:
    width = account.days.days.width if account.days is not None else None
    return width is not None and width <= _NIGHT


def _is_long_past(account: Account, reference: Days | None) -> bool:
    last = account.days.days.last if account.days is not None else None
    if last is None or reference is None or reference.first is None:
        return False
    return account.background and last < reference.first - _LONG_PAST


def trim_account(account: Account, reference: Days | None) -> tuple[Account, str]:
    """The account without days or a place that tell an analyst nothing, and what was taken off.

    A news event within "some month of this year" is dated worse than not at all, as is one within the two years that an
    undated page leaves open; a sanction has no place.
    """
    if account.kind in _PLACELESS and account.place is not None:
        account = replace(account, place=None)
    if account.days is None:
        return account, ""
    days = account.days.days
    narrow = reference is not None and reference.width is not None and reference.width <= _WIDE_DAYS
    vague = reference is not None and reference.width is not None and reference.width > _USELESS_DAYS
    if days.width is None:
        return (
            (replace(account, days=None), "the story's own day is open by more than a year") if vague else (account, "")
        )
    if days.width > _USELESS_DAYS:
        return replace(account, days=None), "the days lie more than a year apart"
    if days.width > _WIDE_DAYS and narrow and not account.background and account.status == "occurred":
        return replace(account, days=None), "the days of a story's own news lie more than a month apart"
    return account, ""
