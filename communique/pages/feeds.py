"""RSS and Atom files to pages: one item, one page, with the item's link and date as metadata."""

from __future__ import annotations

import time
from collections.abc import Iterator

from communique.model import Page, Skip
from communique.pages.parse import parse_page


def read_feed(raw: bytes, source: str) -> Iterator[Page | Skip]:
    """A page for each item that carries more than a teaser's link; a ``Skip`` for a file that is no feed or an item without text."""
    import feedparser

    feed = feedparser.parse(raw)
    if not feed.entries:
        yield Skip("page", "is XML, but no feed with items", source)
    for number, entry in enumerate(feed.entries, 1):
        where = f"{source}:{number}"
        contents = [part.value for part in entry.get("content", [])] or [entry.get("summary", "")]
        html = max(contents, key=len)
        if not html.strip():
            yield Skip("page", "the item has no text", where)
            continue
        stamp = entry.get("published_parsed")
        metas = {
            "url": entry.get("link", ""),
            "title": entry.get("title", ""),
            "author": entry.get("author", ""),
            "source": feed.feed.get("title", ""),
            "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", stamp) if stamp else "",
        }
        title = f"<h1>{metas['title']}</h1>" if metas["title"] else ""
        yield parse_page(f"<html><body><article>{title}{html}</article></body></html>", where, metas=metas, html=True)
