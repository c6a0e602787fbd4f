"""Sentences that know about quotation marks: a paragraph is cut where a sentence ends outside of marks.

    “I was there. I saw it,” he said. “Did you?” asked the judge.   →  “I was there. I saw it,” he said. | “Did you?” ...

A sentence splitter that reads the words inside marks as well parts a quote from its cue; so the words inside are
blanked first, and a piece that ends like a sentence ends one only where no cue hangs on it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.quotes.lexicon import verb_forms
from communique.quotes.marks import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc

BLANK = "\x01"
END = re.compile(r"[.!?…][)\]]*(?:\s+(?=[(\[]?[\"A-Z\dÀ-Þ\x01—–-])|(?=[A-Z][a-z]))|;\s+|\n\s*")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Gov|Sen|Rep|Prof|Rev|St|No|Nos|vs|Jr|Sr|Brig|Cmdr|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Hon|Amb|Pres|Art|approx|al)|U\.S|U\.K|U\.N|D\.C|a\.m|p\.m|e\.g|i\.e)$"
)
TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Gov|Sen|Rep|Prof|Rev|St|Sr|Jr|[A-Z])\.")
OUTER = re.compile(r"[\s,;.]*")
TERMINAL = ".!?…"


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence, ``[start, end)`` in own characters, with the words that stand outside of marks and the pieces.

    ``words`` are the numbers of the doc's tokens outside of marks, spaces left out.
    """

    start: int
    end: int
    words: tuple[int, ...]
    pieces: tuple[Piece, ...]


def cut_frames(doc: Doc, text: str, pieces: Sequence[Piece]) -> tuple[Frame, ...]:
    """The paragraph's sentences, in order; every piece lies whole in one of them. ``text`` is the doc's."""
    masked = _mask(text, pieces)
    ends = sorted({*_narrative_ends(masked), *_piece_ends(text, masked, pieces), len(text)})
    outside = [token.i for token in doc if not token.is_space and masked[token.idx] != BLANK]
    offsets = [doc[i].idx for i in outside]
    frames, start = [], 0
    firsts = [piece.first for piece in pieces]
    for end in ends:
        if not text[start:end].strip():
            start = max(start, end)
            continue
        mine = tuple(pieces[bisect_left(firsts, start) : bisect_left(firsts, end)])
        words = tuple(outside[bisect_left(offsets, start) : bisect_left(offsets, end)])
        frames.append(Frame(start, end, words, mine))
        start = end
    return tuple(frames)


def _mask(text: str, pieces: Sequence[Piece]) -> str:
    parts, done = [], 0
    for piece in pieces:
        parts += [text[done : piece.first], BLANK * (piece.last - piece.first)]
        done = piece.last
    return "".join(parts) + text[done:]


def _narrative_ends(masked: str) -> list[int]:
    ends = []
    for match in END.finditer(masked):
        before = masked[max(0, match.start() - 12) : match.start()]
        if match.group()[0] == "." and ABBREVIATION.search(before):
            continue
        rest = masked[match.end() : match.end() + 200]
        if before.endswith(BLANK) and match.group()[0] in ".…" and hangs(rest, "."):  # "...possible." . Orlov said.
            continue
        ends.append(match.end())
    return ends


def _piece_ends(text: str, masked: str, pieces: Sequence[Piece]) -> list[int]:
    """Where a piece that ends like a sentence ends one: no cue behind it, or nothing at all."""
    ends = []
    for piece in pieces:
        rest = masked[piece.last : piece.last + 200]
        bare = rest.lstrip(" \t")
        if piece.end == 0 or text[piece.end - 1] not in TERMINAL:
            if bare[:1] == BLANK and not text[: piece.first].rstrip().endswith((",", ":")):
                ends.append(piece.last)
            continue
        if not bare or bare[0] in BLANK + "\n":
            ends.append(piece.last)
        elif bare[0].isupper() or bare[0].isdigit():
            if not hangs(bare, text[piece.end - 1]):
                ends.append(piece.last + len(rest) - len(bare))
        elif bare[0] in ".—–(":
            after = OUTER.match(masked, piece.last)
            if after is not None and (after.end() == len(masked) or masked[after.end()].isupper()):
                ends.append(after.end())
    return ends


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    forms = {key[0] for key, verb in verb_forms().items() if len(key) == 1 and verb.sure and not key[0].endswith("ing")}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms)))})\b")


def hangs(rest: str, ending: str) -> bool:
    """The words behind a piece attribute it: a short clause with a reporting verb that says nothing of its own.

    “Really?” Putin asked.   but not   “We agree.” Putin said that the talks would go on.
    """
    clause = re.split(r"[.!?:\x01\n]", TITLES.sub(r"\1", rest), maxsplit=1)
    head = clause[0]
    verb = _said().search(head)
    if verb is None or len(clause) < 2:
        return False
    if ending == "." and TITLES.sub(r"\1", rest)[len(head) : len(head) + 1] == BLANK:
        return False  # “We left.” Orlov called it “a farce”: the clause has marks of its own
    before, after = head[: verb.start()].split(), head[verb.end() :].split()
    if len(before) > (14 if ending in "?!" else 7) or "that" in after:
        return False
    if not after:
        return True
    light = r"(?:,|on|in|at|to|during|after|before|with|from|when|as|while|reporters|journalists|him|her|them|the|a|an|his|her|[A-Z]\S*)\b"
    return (
        re.match(light, " ".join(after)) is not None
        and len(after) <= 14
        and re.match(r"(?:the|a|an|his)\b", after[0]) is None
    )
