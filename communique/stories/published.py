"""When a story was published: every clue there is, met from the strongest to the weakest.

PTI | Moscow | Updated: 17-04-2023 00:36 IST | Created: 17-04-2023 00:36 IST
                                                        first publication: 2023-04-16 19:06 UTC, 17 April in India
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from communique.model import Dating, Days, Page, Reason, Skip, Story
from communique.stories.published_clues import Clue, Known, close_dating, meet_clue, meet_clues
from communique.stories.published_known import (
    read_ages,
    read_anniversaries,
    read_event_days,
    read_event_periods,
    read_events,
    read_tenures,
)
from communique.stories.published_photos import read_picture_clues, read_pictures
from communique.stories.published_solved import read_plans, read_solved
from communique.stories.published_stamps import (
    rank_strong,
    read_address,
    read_impossible,
    read_metadata,
    read_stamp_clues,
)
from communique.stories.published_text import (
    Sentence,
    read_dateline,
    read_lead_days,
    read_month_of_plan,
    read_past_bounds,
    read_sentences,
    read_weekday,
    trim_to_weekday,
)

# Stories that share a page were as a rule put out within days of each other: an archive page would show their dates.
_NEIGHBOUR: Final = timedelta(days=3)


def date_stories(page: Page, stories: tuple[Story, ...]) -> tuple[tuple[Dating | None, ...], tuple[Skip, ...]]:
    """When each of the page's ``stories`` was published, in their order, and the dates that were read and not used.

    ``None`` where nothing dates a story to within two years. Metadata and the address speak for the page's first
    story; the others take them as a neighbour's.
    """
    metadata, skips = read_metadata(page)
    address = read_address(page)
    left_out = list(skips)
    known: list[Known] = []
    for number, story in enumerate(stories):
        found, more = _date_story(page, story, metadata if number == 0 else (), address if number == 0 else ())
        left_out.extend(more)
        known.append(found)
    known = [_ask_neighbours(page, story, number, known) for number, story in enumerate(stories)]
    datings: list[Dating | None] = []
    for story, found in zip(stories, known, strict=True):
        dating, skip = close_dating(page, story.id, found)
        datings.append(dating)
        left_out.extend([skip] if skip is not None else [])
        left_out.extend(read_impossible(page, story))
    return tuple(datings), tuple(left_out)


def _date_story(
    page: Page, story: Story, metadata: tuple[Clue, ...], address: tuple[Clue, ...]
) -> tuple[Known, tuple[Skip, ...]]:
    """What a story's own clues leave, weak ones asked only where the strong ones leave more than two days."""
    stamps, skips = read_stamp_clues(page, story, (*metadata, *address))
    known = meet_clues(Known(), rank_strong(metadata, stamps, address))
    sentences = read_sentences(page, story)
    weekday = read_weekday(page, sentences)
    pictures = tuple(read_pictures(page, story))
    if known.sure:
        known = _check_pictures(known, read_picture_clues(pictures, None))
        return (trim_to_weekday(known, *weekday) if weekday is not None else known), skips
    known = meet_clues(known, read_picture_clues(pictures, weekday))
    known = meet_clues(known, read_dateline(page, story, known))
    if not known.sure:
        known = _read_world(page, story, sentences, known)
        known = meet_clues(known, read_solved(page, story, sentences, known, weekday))
    return (trim_to_weekday(known, *weekday) if weekday is not None else known), skips


def _check_pictures(known: Known, clues: Iterable[Clue]) -> Known:
    """A photo younger than its story contradicts: it is kept where the story's day is known already."""
    for clue in clues:
        found = meet_clue(known, clue)
        if found.against != known.against:
            known = replace(known, against=found.against)
    return known


def _read_world(page: Page, story: Story, sentences: tuple[Sentence, ...], known: Known) -> Known:
    """The weak clues: events and years told as past, ages, tenures, then dates whose year the others must give."""
    known = meet_clues(known, read_event_periods(page, sentences))
    known = meet_clues(known, read_events(page, sentences))
    known = meet_clues(known, read_event_days(page, sentences))
    known = meet_clues(known, read_anniversaries(page, sentences))
    known = meet_clues(known, read_ages(page, story))
    known = meet_clues(known, read_past_bounds(page, sentences))
    known = meet_clues(known, read_tenures(page, story))
    known = meet_clues(known, read_plans(page, sentences))
    known = meet_clues(known, read_dateline(page, story, known))
    known = meet_clues(known, read_lead_days(page, sentences, known))
    return meet_clues(known, read_month_of_plan(page, sentences, known))


def _ask_neighbours(page: Page, story: Story, number: int, known: list[Known]) -> Known:
    """A story with no day of its own, beside one whose day is known: near in time, if its own words say more.

    Alone that would be a guess: a weekday in the lead or another clue must bear it out.
    """
    mine = known[number]
    sure = [other for place, other in enumerate(known) if place != number and other.sure]
    if mine.sure or not sure or sure[0].days.first is None or sure[0].days.last is None:
        return mine
    weekday = read_weekday(page, read_sentences(page, story))
    if not mine.because and weekday is None:
        return mine
    days = Days(sure[0].days.first - _NEIGHBOUR, sure[0].days.last + _NEIGHBOUR)
    text = f"the page's other story was published {sure[0].days.first}"
    found = meet_clue(mine, Clue((days,), Reason(text)))
    return trim_to_weekday(found, *weekday) if weekday is not None else found
