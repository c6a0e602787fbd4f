"""Quotes before they have their numbers: what a story's drafts say of one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.model import Hand, Mode, Page, Span
from communique.quotes.voices import Voice
from communique.reader.passage import Passage

BESIDE = 300  # characters between two quotes of one speaker in a paragraph: on pages of one line another speaks by then


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote before it has its number: own passage, words, speaker and the hands that the text names."""

    passage: int
    span: Span
    mode: Mode
    voice: Voice | None
    cue: Span | None
    hands: tuple[Hand, ...]
    because: str
    cued: bool = True


def look_ahead(drafts: list[Draft], number: int) -> None:
    """A paragraph has one speaker: marks at its beginning take the one whose cue comes later in it."""
    mine = [i for i, draft in enumerate(drafts) if draft.passage == number]
    known = next(
        (drafts[i] for i in mine if drafts[i].voice is not None and drafts[i].mode == "direct" and drafts[i].cued), None
    )
    if known is None:
        return
    for i in mine:
        draft = drafts[i]
        if (
            not draft.cued
            and draft.voice is None
            and draft.mode == "direct"
            and 0 <= known.span.start - draft.span.end <= BESIDE
        ):
            drafts[i] = replace(
                draft, voice=known.voice, hands=known.hands, because="the same speaker's words go on in the paragraph"
            )


def without_repeats(drafts: Sequence[Draft], read: Sequence[Passage], texts: Sequence[str]) -> list[Draft]:
    """A deck's quote whose words the body has is the body's."""
    parts = [passage.part for passage in read]
    if not any(parts[draft.passage] == "deck" for draft in drafts):
        return list(drafts)
    body = " ".join(_plain(texts[i]) for i, part in enumerate(parts) if part == "body")
    kept: list[Draft] = []
    for draft in drafts:
        if parts[draft.passage] == "deck":
            text = texts[draft.passage]
            words = text[
                draft.span.start - read[draft.passage].span.start : draft.span.end - read[draft.passage].span.start
            ]
            if draft.voice is None or _plain(words) in body:
                continue
        kept.append(draft)
    return kept


def is_pulled(draft: Draft, page: Page, texts: Sequence[str]) -> bool:
    """Words in marks alone in their paragraph that another paragraph has too: set out of the text to catch the eye."""
    words = draft.span.cut(page.text)
    alone = not draft.cued and len(texts[draft.passage].strip()) <= len(words) + 4
    return (
        alone
        and len(words.split()) > 2
        and any(words.rstrip(".,?!") in text for n, text in enumerate(texts) if n != draft.passage)
    )


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())
