"""The whole room: what must always hold, and worlds with a known truth."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking import link
from communique.model import Links
from tests.linking.worlds import World, b_cubed, make_world

WORLD = make_world(160)


@pytest.fixture(scope="module")
def linked() -> Links:
    return link(WORLD.stories)


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_stories_changes_nothing(random: Random) -> None:
    stories = WORLD.stories[:70]
    shuffled = random.sample(stories, len(stories))
    assert link(shuffled) == link(stories)


def test_a_story_given_twice_changes_nothing(linked: Links) -> None:
    assert link([*WORLD.stories, *WORLD.stories[:50]]) == linked


def test_no_stories_give_no_links() -> None:
    assert link([]) == Links((), (), (), (), ())


def test_ids_are_unique_and_stay_when_pages_of_other_affairs_are_added(linked: Links) -> None:
    ids = [event.id for event in linked.events]
    assert len(set(ids)) == len(ids)
    half = {event.accounts: event.id for event in link(WORLD.stories[:80]).events}
    same = {event.accounts: event.id for event in linked.events}
    kept = [accounts for accounts in half if accounts in same]
    assert len(kept) > len(half) / 2
    assert all(half[accounts] == same[accounts] for accounts in kept)


@pytest.mark.parametrize("seed", [2, 3])
def test_events_of_a_generated_world(seed: int) -> None:
    world = make_world(300, seed)
    found = {account: event.id for event in link(world.stories).events for account in event.accounts}
    precision, recall = b_cubed(found, world.event_of)
    assert precision >= 0.99  # a wrong merge costs an analyst more than a missing one
    assert recall >= 0.95


def test_texts_and_origins_of_a_generated_world(linked: Links) -> None:
    texts = _texts_by_event(WORLD)
    right = [
        (event.texts, event.origins) == (len(texts[WORLD.event_of[event.accounts[0]]]),) * 2
        for event in linked.events
        if WORLD.event_of[event.accounts[0]] in texts
    ]
    assert sum(right) / len(right) >= 0.95
    story_of = {reading.story.id: WORLD.text_of[reading.story.id] for _, reading in WORLD.stories}
    assert all(story_of[reprint.story] == story_of[reprint.of] for reprint in linked.reprints)


def _texts_by_event(world: World) -> dict[int, set[int]]:
    """For each event that is news somewhere, the texts that tell it."""
    found: dict[int, set[int]] = {}
    for _, reading in world.stories:
        found.setdefault(world.event_of[reading.accounts[0].id], set()).add(world.text_of[reading.story.id])
    return found


def test_every_link_points_at_what_was_read(linked: Links) -> None:
    stories = {reading.story.id for _, reading in WORLD.stories}
    quotes = {quote.id for _, reading in WORLD.stories for quote in reading.quotes}
    people = {person.id for person in linked.people}
    assert all({reprint.story, reprint.of} <= stories for reprint in linked.reprints)
    assert all({pair.one, pair.other} <= quotes for pair in linked.same_words)
    assert all(member.person in people for event in linked.events for member in event.participants if member.person)
