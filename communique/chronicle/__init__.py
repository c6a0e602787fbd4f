"""The store: one SQLite file with pages, stories, quotes, accounts, events, and the ledger of what was left out.

In: readings of pages and the links across them. Out: the same nouns, and rows
for those who ask in SQL. Adding a page twice changes nothing, and whatever was
committed survives a crash. It refuses files of other programs and of newer versions.
"""

from communique.chronicle.store import Chronicle, match_words

__all__ = ["Chronicle", "match_words"]
