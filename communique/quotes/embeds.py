"""Posts printed whole in a story, and names printed under a block quote.

We want peace, and soon. pic.twitter.com/x1 — Ivan Orlov (@orlov) January 28, 2019      a post: its words are Orlov's
– Ivan Orlov                                                                            signs the words above
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.reader.passage import Passage

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FOOT = re.compile(rf"\((@\w{{1,20}})\)\s+(?:(?:{MONTHS}) \d{{1,2}}, (\d{{4}})|\d{{1,2}} (?:{MONTHS}) (\d{{4}}))\s*$")
DASHES = ("—", "–", "--", " - ")
LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|pic\.x\.com/|t\.co/)\S+)+\s*$")
SIGNED = re.compile(r"\s*[—–―-]{1,2}\s*(\S[^.!?:;“”\"]{2,90})$")
MAX_NAME = 100  # characters of a name with its offices in front of a handle
RENAMED = 2023  # Twitter calls itself X since July of this year
FOOT_CHARS = 60


@dataclass(frozen=True, slots=True)
class Post:
    """Own characters of a post's words, its author's printed name and the handle; and the platform's name then."""

    words: tuple[int, int]
    author: tuple[int, int]
    handle: tuple[int, int]
    platform: str


def find_post(text: str) -> Post | None:
    """The post that a paragraph is, ``None`` where it is none or its words are missing."""
    begin = max(0, len(text.rstrip()) - FOOT_CHARS)
    foot = FOOT.search(text, begin)
    if foot is None:
        return None
    head = text[max(0, foot.start() - MAX_NAME) : foot.start()]
    at, dash = max((head.rfind(dash), dash) for dash in DASHES)
    if at < 0:
        return None
    end = foot.start() - len(head) + at
    author = end + len(dash)
    author += len(text[author:]) - len(text[author:].lstrip())
    words = LINKS.sub("", text[:end].rstrip())
    start = len(words) - len(words.lstrip())
    if len(words.split()) < 2 or author >= len(text[: foot.start()].rstrip()):
        return None
    year = int(foot.group(2) or foot.group(3))
    return Post(
        (start, len(words.rstrip())),
        (author, len(text[: foot.start()].rstrip())),
        foot.span(1),
        "X" if year > RENAMED else "Twitter",
    )


def find_signature(passage: Passage, text: str) -> tuple[int, int] | None:
    """Own characters of the name that a short line gives behind a dash, where the reader sees a person in it."""
    match = SIGNED.match(text.rstrip()) if len(text) <= 2 * MAX_NAME else None
    if match is None or not any(token.ent_type_ == "PER" for token in passage.doc):
        return None
    return (
        None
        if any(token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in passage.doc)
        else match.span(1)
    )
