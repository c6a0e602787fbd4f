"""What only all stories together can say: one person, one event, one text, one origin, the same words.

In come the stories of a chronicle with their pages; out comes ``Links``. Everything is blocked by key, compared with a
``Verdict`` and its reason, and clustered; the answer does not hang on the order of the stories. Near events are kept
apart rather than merged, an account that fits two events stays alone with a reason, and no text is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from communique.linking.events import events_of, link_events
from communique.linking.origins import Sources
from communique.linking.people import link_people
from communique.linking.reprints import direct, find_copies
from communique.linking.same_words import find_same_words
from communique.linking.told import read_told
from communique.model import Links, Page, StoryReading

__all__ = ["link"]


def link(stories: Iterable[tuple[Page, StoryReading]]) -> Links:
    """The people, events, reprints and equal words of these stories; a story that comes twice counts once."""
    seen = {reading.story.id: read_told(page, reading) for page, reading in stories}
    told = [seen[id] for id in sorted(seen)]
    people, person_of = link_people(told)
    copies = find_copies(told)
    ids: dict[str, set[str]] = defaultdict(set)
    for a, b in copies:
        ids[told[a].id].add(told[b].id)
        ids[told[b].id].add(told[a].id)
    carried = {id: frozenset(others) for id, others in ids.items()}
    # Quotes are compared first by day alone, for the origins; then again with what the events say of their stories.
    twins: dict[str, set[str]] = defaultdict(set)
    for pair in find_same_words(told, person_of, {}):
        twins[pair.one].add(pair.other)
        twins[pair.other].add(pair.one)
    sources = Sources(carried, person_of, {id: frozenset(others) for id, others in twins.items()})
    events, skips = link_events(told, sources)
    return Links(people, events, direct(told, copies), find_same_words(told, person_of, events_of(told, events)), skips)
