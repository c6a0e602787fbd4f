"""Stories built by hand for this room: each line a block, names as a reader would give them, no model loaded."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import spacy

from communique.model import Block, Dating, Days, Mention, Page, Reason, Span, Story
from communique.people import Cast, read_people
from communique.reader.passage import Passage


@lru_cache(maxsize=1)
def _blank() -> spacy.language.Language:
    return spacy.blank("en")


def scene(
    *lines: str, headline: bool = False, day: str | None = None, names: tuple[str, ...] = ()
) -> tuple[Page, Cast]:
    """The cast of a story with these lines; ``names`` are what the reader takes for names, as "PER Ana Ruiz"."""
    text = "\n\n".join(lines)
    page = Page("p", "scene.txt", text, "0")
    blocks, passages, start = [], [], 0
    for number, line in enumerate(lines):
        part = "headline" if headline and not number else "body"
        span = Span("p", start, start + len(line))
        doc = _blank()(line)
        ents = [doc.char_span(line.index(words), line.index(words) + len(words), label=label, alignment_mode="expand")
                for label, words in (name.split(" ", 1) for name in names) if words in line]  # fmt: skip
        doc.set_ents([ent for ent in ents if ent is not None])
        blocks.append(Block(part, span, "built by hand"))
        passages.append(Passage(span, part, doc))
        start = span.end + 2
    days = Days(date.fromisoformat(day), date.fromisoformat(day)) if day else None
    published = Dating(days, (Reason("it is said so"),)) if days else None
    story = Story("p.0", "p", tuple(blocks), published=published)
    return page, read_people(page, story, tuple(passages))


def mention(page: Page, cast: Cast, words: str, nth: int = 0) -> Mention | None:
    """The mention at the nth place where ``words`` stand."""
    start = -1
    for _ in range(nth + 1):
        start = page.text.index(words, start + 1)
    return cast.at(Span(page.id, start, start + len(words)))


def who(page: Page, cast: Cast, words: str, nth: int = 0) -> str | None:
    """The name of whom ``words`` lead to; ``None`` where they lead to nobody."""
    found = mention(page, cast, words, nth)
    return cast.entity(found.entity).name if found is not None and found.entity is not None else None
