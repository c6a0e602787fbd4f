"""Days that one event of a story lends another: "less than a month after", "later the same day", "they signed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from communique.events.days import Clock, count_back
from communique.events.drafts import Draft
from communique.model import Dating, Days, Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAME_DAY = re.compile(
    r"\b(?:(?:later|earlier) )?(?:on )?the same (?:day|morning|afternoon|evening)\b|\blater that day\b"
)


def count_from(draft: Draft, trigger: Token, clock: Clock, drafts: list[Draft]) -> Draft:
    """ "met less than a month after Xi visited": the visit's days counted back from those of the meeting."""
    words = clock.anchored_before(trigger)
    if words is None or draft.days is not None:
        return draft
    at = clock.passage.at(words.start, words.end)
    main = next(
        (
            other
            for other in reversed(drafts)
            if other.trigger.start < at.start and other.span.overlaps(draft.span.until(at))
        ),
        None,
    )
    dating = (
        count_back(words, main.days or lead_days(main, clock.reference))
        if main is not None and (main.days or main.front) and clock.reference
        else None
    )
    return draft if dating is None else replace(draft, days=dating, past=True, front=False)


def lend_same_day(draft: Draft, told: Sequence[Draft], text: str) -> Draft:
    """ "later the same day": the day of the event told before, and news as that is."""
    words = _SAME_DAY.search(text)
    if words is None or draft.days is not None or draft.status != "occurred" or draft.past:
        return draft
    main = next((other for other in reversed(told) if not other.loose and other.status == "occurred"), None)
    if main is None or main.days is None or main.past:
        return draft
    reason = Reason(f"“{words.group()}” as another event of the story", draft.span)
    return replace(draft, also=True, days=Dating(main.days.days, (reason, *main.days.because)))


def lend_occasion(draft: Draft, main: Draft, aside: bool) -> Draft:
    """ "They signed a letter" right behind "met on Monday": one occasion, unless the words say another day or time."""
    if draft.status != "occurred" or main.status != "occurred" or draft.past or aside:
        return draft
    if draft.days is not None or main.days is None or not any(party.person for party in draft.parties):
        return replace(draft, also=True)
    days = Dating(
        main.days.days, (Reason("told with another event of the same two", draft.trigger), *main.days.because)
    )
    return replace(draft, also=True, days=days)


def lead_days(draft: Draft, reference: Days | None) -> Dating:
    """The day of a story's own news where no word says it: that of publication or the one before."""
    assert reference is not None
    assert reference.first is not None
    first = reference.first - timedelta(days=1)
    return Dating(
        Days(first, reference.last),
        (Reason("the story's own news, told in the past: the day of publication or the one before", draft.span),),
    )
