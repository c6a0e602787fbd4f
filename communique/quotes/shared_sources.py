"""The speaker of a verb that has none beside it: of the verb it is joined to, or of the clause it hangs on."""

from __future__ import annotations

from dataclasses import replace

from communique.quotes.cue import Cue
from communique.quotes.lexicon import DOCUMENTS, words
from communique.quotes.phrases import COMMAS, SUBORDINATE, Line, Range, phrase_left
from communique.quotes.sources import left_source

ACTING = words(
    "say report claim write warn deny"
)  # kinds of participles that take the sentence's subject: ", saying that"


def share_sources(line: Line, cues: list[Cue]) -> tuple[Cue, ...]:
    """A verb without a subject of its own has that of the verb it is joined to: "said ... and added", "..., adding"."""
    done: list[Cue] = []
    for number, cue in enumerate(cues):
        if cue.source is None and not cue.phrase and cue.quoted is None:
            giver = next((c for c in reversed(done) if c.source is not None and not c.phrase), None)
            if giver is None and not cue.finite:
                giver = next((c for c in cues[number + 1 :] if c.source is not None and c.finite), None)
            free = (
                cue.first == 0
                or line.gap(cue.first)
                or line.at(cue.first - 1).text in COMMAS
                or line.at(cue.first - 1).pos_ in ("ADV", "SCONJ", "CCONJ")
                or line.at(cue.first - 1).lower_ in DOCUMENTS
                or line.day(cue.first - 1)
            )
            joined = (
                cue.first == 0
                or (not cue.finite and free)
                or line.at(cue.first - 1).lower_ in ("and", "but", "also", "then", ",")
                or (cue.first > 1 and line.at(cue.first - 2).lower_ in ("and", "but"))
            )
            if (
                giver is None
                and not cue.finite
                and free
                and cue.verb is not None
                and cue.verb.kind in ACTING
                and (subject := _acting(line, cue)) is not None
            ):
                done.append(replace(cue, source=subject, whole=subject))
                continue
            if giver is None and cue.finite and (subject := _joined_subject(line, cue)) is not None:
                done.append(replace(cue, source=subject, whole=subject))
                continue
            if (
                giver is None
                or not joined
                or (giver.inverted and cue.finite and cue.first > 0 and line.at(cue.first - 1).text == ",")
            ):
                continue
            cue = replace(cue, source=giver.quoted or giver.source, whole=giver.quoted or giver.whole)
        done.append(cue)
    return tuple(done)


def _acting(line: Line, cue: Cue) -> Range | None:
    """Who acts in the clause that a participle hangs on: "Orlov left the hall, saying that", "Orlov issued a statement saying".

    The first clause of the sentence is meant, unless it is one of time or condition; and nobody is where another
    person acts in between.
    """
    found: list[Range] = []
    for place in range(1, cue.first):
        token = line.at(place)
        if token.pos_ not in ("VERB", "AUX") or token.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
            continue
        source, _, start = left_source(line, place)
        if source is None or line.at(start).lower_ in ("it", "there", "this", "that", "which"):
            continue
        subordinate = start > 0 and line.at(start - 1).lower_ in SUBORDINATE
        if not subordinate and source not in found:
            found.append(source)
    return found[0] if len(found) == 1 else None


def _joined_subject(line: Line, cue: Cue) -> Range | None:
    """The subject of the verb that the parse joins this one to: "accepted the ship and said that"."""
    token = line.at(cue.first)
    if token.dep_ != "conj" or token.head.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((child for child in token.head.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.i not in line.words:
        return None
    end = line.words.index(subject.i)
    while end + 1 < len(line) and line.at(end + 1).dep_ == "flat":
        end += 1
    start = phrase_left(line, end)
    return None if start is None else line.range(start, end + 1)
