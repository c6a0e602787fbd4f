"""Words in marks that are a name: a book, an exercise, a resort, a forum. Nobody says a name by bearing it.

the «Northern Bridge» exercise      the forum «Oslo – Riga»      said: “No”
a name                              a name                       said
"""

from __future__ import annotations

from communique.model import Page
from communique.quotes.links import CALLED, Link
from communique.reader.passage import Passage

LONG = 7  # words of the longest name that is looked for
LINKING = ("of", "the", "and", "for", "in", "to", "on", "with", "de", "la")
ATTACHED = " \t\n\u00a0,:—–-\"“‘«'„`»”’"


def is_name(page: Page, passage: Passage, link: Link, cue_ends: int) -> bool:
    """Few words in capitals, or behind "so-called", "titled", "operation": a name, not speech.

    One word alone is a name where it has a capital and no cue stands right at its marks (``cue_ends``: own character
    where the cue's words end).
    """
    words = [w for w in passage.at(link.start, link.end).cut(page.text).split() if any(char.isalnum() for char in w)]
    begin = max(link.frame.start, link.start - 40)
    before = passage.at(begin, link.start).cut(page.text).rstrip(" \"“‘«'„`") if begin < link.start else ""
    if not words or len(words) > LONG or (link.mode == "direct" and not before[-1:].isalnum()):
        return False
    called = CALLED.search(before)
    if called is not None and called.group().strip().casefold() not in ("the", "a", "an"):
        return True
    capitals = [w for w in words if w[:1].isupper() or w[:1].isdigit() or w.lower() in LINKING]
    if len(capitals) < len(words) or not words[0][:1].isupper():
        return False
    if len(words) > 1:
        return True
    between = passage.at(cue_ends, link.start).cut(page.text) if cue_ends < link.start else "x"
    return link.mode == "mixed" and called is not None and bool(between.strip(ATTACHED))


def is_titled(passage: Passage, link: Link) -> bool:
    """A label names somebody: it stands in capitals, or a person or body is named in it."""
    assert link.label is not None
    words = passage.doc[link.label[0] : link.label[1]]
    return words.text.isupper() or any(token.ent_type_ in ("PER", "ORG") for token in words)
