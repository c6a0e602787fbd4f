"""What a cue keeps to itself: days, hearers, channels, adverbs."""

from __future__ import annotations

from communique.quotes.lexicon import HEARERS, find_channels, words
from communique.quotes.phrases import ALONE, Line, phrase_right


def pass_light(line: Line, at: int) -> int:
    """The position behind what belongs to the cue: days, "reporters", channels ("in a statement"), adverbs."""
    while at < len(line) and not line.gap(at):
        token = line.at(at)
        word = token.lower_
        if (
            line.day(at)
            or word in HEARERS
            or (token.pos_ == "ADV" and word not in ALONE and word not in ("no", "only", "when", "how", "why", "where"))
        ):
            at += 1
        elif word in (
            "on",
            "in",
            "late",
            "early",
            "earlier",
            "last",
            "this",
            "during",
            "at",
            "to",
            "through",
            "via",
            "by",
            "after",
            "before",
            "from",
            "with",
            "upon",
            "following",
            "over",
            "for",
            "ahead",
        ):
            end = _adjunct(line, at)
            if end is None:
                break
            at = end
        elif (token.pos_ == "VERB" and word in ISSUED and at > 0 and line.at(at - 1).pos_ in ("NOUN", "PROPN")) or (
            token.text == ","
            and at + 1 < len(line)
            and not line.gap(at + 1)
            and line.at(at + 1).lower_
            in ("in", "on", "at", "during", "after", "speaking", "referring", "when", "while", "following")
        ):
            end = _aside(line, at + 1)
            if end is None:
                break
            at = end
        else:
            break
    return at


ISSUED = words(
    "issued posted released published carried aired broadcast sent made given seen obtained quoted shared uploaded shown"
)


def _adjunct(line: Line, at: int) -> int | None:
    """A prepositional phrase that tells when or through what: up to its last word; ``None`` for any other."""
    if at + 1 < len(line) and line.day(at + 1) and not line.gap(at + 1):
        return at + 1
    end = phrase_right(line, at + 1)
    if end == at + 1 or end >= len(line):
        return end if end > at + 1 else None
    words = line.text(at, end)
    stops = (
        line.gap(end)
        or line.at(end).text in (".", ",", ":", ")", "—", "–", "(")
        or line.day(end)
        or line.at(end).lower_ in ("that", "on", "in", "at", "with", "to")
    )
    if find_channels(words) or stops:
        return end
    return None


def _aside(line: Line, at: int) -> int | None:
    """What is set off by a comma behind the cue: to the next comma, the next marks or the end, without a subject."""
    for end in range(at, min(at + 25, len(line))):
        if (end > at and line.gap(end)) or line.at(end).text in (".", ":", ";"):
            return end
        if line.at(end).text == ",":
            return end
        if end > at and line.at(end).pos_ in ("VERB", "AUX") and not line.at(end).lower_.endswith(("ing", "ed")):
            return None
    return len(line) if len(line) - at < 25 else None
