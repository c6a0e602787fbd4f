"""Transcripts: paragraphs under the name of who speaks, without any marks.

PRESIDENT ROSSI:  Thank you all. We had a good lunch.        spoken by the president
(Laughter.)                                                  nobody's words
QUESTION: Did you talk about fish?                           a question; nobody is named
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.quotes.lexicon import words
from communique.reader.passage import Passage

LABEL = re.compile(r"\s*((?:[A-ZÀ-Þ][\w.’'-]*)(?:\s+[\w.’'()-]+){0,6})\s*:\s+(?=\S)")
LABEL_WORDS = 16  # tokens at the beginning in which a label ends
LEAST_LABELS = 3  # a page with fewer has headings or live-blog lines, not a transcript
ASKERS = words("q question questions a answer reporter moderator operator journalist interviewer voice participant")
HEADINGS = words("source sources details background more note topics tags also read watch related reporter editor")
MAX_CAPS = 0.6  # share of a label's letters in capitals that makes it a name tag by form alone


@dataclass(frozen=True, slots=True)
class Turn:
    """One passage of a transcript: the label's own characters, ``None`` where it goes on, and where the words begin."""

    passage: int
    label: tuple[int, int] | None
    start: int
    asked: bool = False


def find_turns(passages: Sequence[Passage], texts: Sequence[str]) -> dict[int, Turn]:
    """The turns of a transcript by the passage's number; empty where the story is none.

    A label counts where it is printed in capitals or names a person whom the reader sees there, or asks. Only a
    transcript in capitals gives the paragraphs without a label to the speaker before: elsewhere the writer takes over.
    """
    labels = {
        number: found
        for number, passage in enumerate(passages)
        if (found := _label(passage, texts[number])) is not None
    }
    if len(labels) < LEAST_LABELS:
        return {}
    shouted = sum(
        _capitals(texts[n][turn.label[0] : turn.label[1]]) for n, turn in labels.items() if turn.label
    ) * 2 >= len(labels)
    turns = dict(labels)
    if shouted:
        for number, printed in enumerate(texts):
            text = printed.strip()
            if number not in turns and number - 1 in turns and not _stage_words(text):
                turns[number] = Turn(number, None, len(printed) - len(printed.lstrip()), turns[number - 1].asked)
    return turns


def _label(passage: Passage, text: str) -> Turn | None:
    match = LABEL.match(text)
    if match is None or match.end() >= len(text) or passage.part == "headline":
        return None
    words = match.group(1)
    first = words.split()[0].casefold().strip(".")
    if first in ASKERS:
        return Turn(0, match.span(1), match.end(), asked=True)
    if first in HEADINGS:
        return None
    person = any(token.ent_type_ == "PER" and token.idx < match.end(1) for token in passage.doc[:LABEL_WORDS])
    if not person and not _capitals(words):
        return None
    return Turn(0, match.span(1), match.end())


def _capitals(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return len(letters) > 2 and sum(char.isupper() for char in letters) / len(letters) >= MAX_CAPS


def _stage_words(text: str) -> bool:
    return text.startswith(("(", "[", "#", "*")) or len(text.split()) < 3 or text.isupper()
