"""``search``: full text over stories and quotes."""

from __future__ import annotations

from pathlib import Path

from communique.chronicle import Chronicle, match_words
from communique.desk.cli.printing import clean, days, paint, print_json, shorten
from communique.errors import CommuniqueError


def run_search(path: Path, words: list[str], limit: int, as_json: bool) -> None:
    """Print what carries all ``words``; a plain sentence where nothing does."""
    query = match_words(word for text in words for word in text.split())
    if not query:
        raise CommuniqueError(
            f"{' '.join(words)!r}: has no word to search for; give at least one word of letters or digits"
        )
    with Chronicle(path) as chronicle:
        found = list(chronicle.every("search", {"words": query, "limit": limit}))
    if as_json:
        print_json(found)
        return
    for row in found:
        where = " · ".join(
            part
            for part in (
                days(row["first"], row["last"]),
                row["outlet"],
                shorten(row["headline"] or "", 70),
                row["source"],
            )
            if part
        )
        print(f"{paint(row['kind'], 'cyan'):6} {clean(row['snippet'])}\n       {paint(where, 'dim')}")
    if not found:
        print("nothing found; `communique search` wants every word to occur in one story or quote")
