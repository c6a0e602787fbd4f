"""Who speaks the words of one link, and through whose hands they came."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Hand
from communique.quotes.hands import find_hands
from communique.quotes.lexicon import DOCUMENTS
from communique.quotes.links import Link
from communique.quotes.voices import Stage, Voice
from communique.reader.passage import Passage

GOING_ON = ("add", "continue", "go on", "conclude")  # "he added": whoever has been speaking, not who was named last


def voice_and_hands(stage: Stage, passage: Passage, link: Link) -> tuple[Voice | None, tuple[Hand, ...]]:
    cue = link.cue
    assert cue is not None
    outer = outer_voices(stage, passage, link)
    hands: list[Hand] = []
    source = stage.voice(passage, cue.source, cue.whole) if cue.source is not None else None
    if source is not None and source.nature == "pronoun":
        named = link.mode == "indirect" and stage.opens_with(passage.at(link.start, link.end), source.entity)
        if named or (cue.verb is not None and cue.verb.lemma in GOING_ON):
            source = stage.going_on(passage, source, excluded=named)
    if source is not None and source.nature == "pronoun" and cue.heard is not None and source.entity is not None:
        heard = stage.cast.who(passage.place(passage.doc[cue.heard[0] : cue.heard[1]]))
        source = None if heard == source.entity else source  # "he told Pompeo": Pompeo is not "he"
    if source is not None and outer and _speaks_for(source, outer[0], link):
        source, outer = outer[0], outer[1:]
    if cue.quoted is not None:
        speaker = stage.voice(passage, cue.quoted)
        carrier = [source.hand()] if source is not None else []
        return speaker, (*_channels(stage, passage, link), *_not_in(carrier, outer), *(v.hand() for v in outer))
    if cue.carrier is not None:
        by = stage.voice(passage, cue.carrier)
        hands += [by.hand()] if by is not None else []
    owner = stage.voice(passage, link.owner) if link.owner is not None and _is_message(passage, link) else None
    if owner is not None and source is not None:
        return owner, (*_channels(stage, passage, link), source.hand(), *(v.hand() for v in outer))
    cited = None
    if any(c.form in ("citing", "quoting") for c in link.outer):
        cite = next(c for c in link.outer if c.form in ("citing", "quoting"))
        place = passage.place(passage.doc[cite.source[0]]) if cite.source is not None else None
        cited = next(
            (
                v
                for v in outer
                if (place is not None and v.span.overlaps(place)) or (place is not None and v.span.start >= place.start)
            ),
            None,
        )
    if source is not None and source.nature == "agency" and cited is not None:
        rest = [v.hand() for v in outer if v is not cited]
        return cited, (*_channels(stage, passage, link), source.hand(), *rest)
    if source is not None and source.nature == "agency" and outer and cue.phrase and outer[0].nature != "agency":
        return outer[0], (source.hand(), *(v.hand() for v in outer[1:]))
    return source, (
        *_channels(stage, passage, link),
        *hands,
        *(v.hand() for v in outer if source is None or v.name != source.name),
    )


def _speaks_for(source: Voice, outer: Voice, link: Link) -> bool:
    """``the spokeswoman said China hoped``: a person who says what a state or body thinks speaks; no hand carries it."""
    assert link.cue is not None
    nested = bool(link.outer) and link.outer[0].last <= link.cue.first and not link.outer[0].phrase
    person = (
        outer.nature in ("speaker", "pronoun")
        and (outer.entity is None or outer.entity.kind == "person")
        and outer.kind != "body"
    )
    return nested and person and source.entity is not None and source.entity.kind in ("state", "body")


def _channels(stage: Stage, passage: Passage, link: Link) -> tuple[Hand, ...]:
    named = (*find_hands(stage.page, passage, *link.tail), *find_hands(stage.page, passage, *link.after))
    cue = link.cue
    if (
        cue is None
        or cue.verb is None
        or cue.verb.lemma != "tweet"
        or any(hand.name in ("X", "Twitter") for hand in named)
    ):
        return named
    return (
        Hand(
            "Twitter",
            "channel",
            passage.place(passage.doc[link.frame.words[cue.first] : link.frame.words[cue.first] + 1]),
        ),
        *named,
    )


def _not_in(hands: list[Hand], outer: Sequence[Voice]) -> list[Hand]:
    return [hand for hand in hands if all(hand.name != voice.name for voice in outer)]


def _is_message(passage: Passage, link: Link) -> bool:
    assert link.owner is not None
    words = passage.doc[link.owner[0] : link.owner[1]]
    return any(token.lower_ in DOCUMENTS for token in words) and any(
        token.lower_ in ("'s", "’s", "'", "’", "by", "from") for token in words
    )


def outer_voices(stage: Stage, passage: Passage, link: Link) -> list[Voice]:
    found = []
    for cue in link.outer:
        if cue.source is not None:
            voice = stage.voice(passage, cue.source, cue.whole)
            if voice is None or not voice.name.strip() or not voice.able:
                continue
            nested = link.cue is not None and cue.last <= link.cue.first
            if nested or cue.phrase or voice.nature in ("agency", "document") or voice.kind in ("body", "spokesperson"):
                found.append(voice)
    return found
