"""Who is in a story: its entities, and every span that names one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from communique.model import Entity, Mention, Skip, Span


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of one story and its mentions in text order, none of which overlap."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    skips: tuple[Skip, ...]

    def entity(self, id: str) -> Entity:
        """The entity with this id; ``KeyError`` for an id of another story."""
        number = id.rpartition("#")[2]
        if number.isdigit() and int(number) < len(self.entities) and self.entities[int(number)].id == id:
            return self.entities[int(number)]
        raise KeyError(id)

    def at(self, span: Span) -> Mention | None:
        """The mention that best covers ``span``, ``None`` where none touches it.

        A mention that is the span, or holds it, comes first. Of several inside it ("China's Premier Li Qiang") the
        one that the phrase is about is taken: in English that is the first one that stands neither before a
        possessive ending nor as a mere adjective, and a person goes before the state in front of the name.
        """
        touching = [mention for mention in self._near(span) if mention.span.overlaps(span)]
        if not touching:
            return None
        holding = [mention for mention in touching if mention.span.holds(span)]
        if holding:
            return min(holding, key=lambda mention: mention.span.end - mention.span.start)
        return min(touching, key=lambda mention: (self._weight(mention), mention.span.start))

    def _weight(self, mention: Mention) -> int:
        if mention.entity is None:
            return 3
        kind = self.entity(mention.entity).kind
        if kind == "person":
            return 2 if mention.how == "pronoun" else 0
        return 1

    def _near(self, span: Span) -> tuple[Mention, ...]:
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.end)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return self.mentions[first:last]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside ``span``, in text order."""
        return tuple(mention for mention in self._near(span) if span.holds(mention.span))

    def who(self, span: Span) -> Entity | None:
        """The entity of the mention that best covers ``span``, ``None`` where there is none or it was left open."""
        mention = self.at(span)
        return None if mention is None or mention.entity is None else self.entity(mention.entity)
