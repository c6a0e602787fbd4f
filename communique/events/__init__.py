"""What a story says happened: meetings, visits, calls, talks, agreements and a dozen other kinds.

In come a page, a story of it, its passages read and its cast; out come accounts, each with who, when, where, whether
it happened and the clause that says so, and a counted ``Skip`` for what was read as an event and declined. Mentions
of one event in one story are one account. The room refuses to guess: a meeting needs two sides that are named for
sure, what is only wished, offered or told as a habit is none, and a dateline is not a place.
"""

from communique.events.kinds import Kind, load_kinds, plover_of
from communique.events.read import read_accounts

__all__ = ["Kind", "load_kinds", "plover_of", "read_accounts"]
