"""Date words: what they say, and which days they mean.

In comes text; out come ``DateWords`` with offsets and a meaning from a small closed algebra, and, given the days
from which the words count, an interval that holds the true day. The room declines rather than guesses: ``resolve``
gives ``None`` for words that hang on another event ("the day before") and for figures that can be read two ways.
It knows nothing of pages or stories.
"""

from communique.dates.counting import Tense
from communique.dates.meaning import (
    Anchored,
    Calendar,
    DateWords,
    Either,
    Impossible,
    Meaning,
    Near,
    Part,
    Period,
    Run,
    Season,
    Weekday,
)
from communique.dates.reading import read_dates
from communique.dates.resolving import find_impossible, resolve, resolve_from
from communique.dates.stamps import Stamp, read_stamps

__all__ = [
    "Anchored", "Calendar", "DateWords", "Either", "Impossible", "Meaning", "Near", "Part", "Period", "Run", "Season",
    "Stamp", "Tense", "Weekday", "find_impossible", "read_dates", "read_stamps", "resolve", "resolve_from",
]  # fmt: skip
