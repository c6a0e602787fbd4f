"""Where a name begins and ends in a run of capitals: callings in front of it, another name run on behind it.

"International Affairs Alexei Orlov", "UNSRSG Tadao Mori"  ->  the name alone
"Ana Ruiz Ana Maria Ruiz", "Bob Orlov Robert (Bob) Orlov"  ->  the first name; markup that was lost ran two together
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.people.lexicon import given_genders, name_words
from communique.people.words import Word

_LONGEST = 8  # letters of an abbreviation


def past_calling(words: Sequence[Word], first: int, last: int) -> int:
    """Where the name begins behind words of field or calling and behind the abbreviation of an office.

    Two capitals are initials ("AK Antony"), three and more in front of a mixed-case word are an office or a body's
    letters; the name is what stands behind them.
    """
    if words[last - 1].text in name_words("body"):
        return first  # "SMP Bank"
    at = first
    while at < last - 1 and (_is_calling(words[at]) or _is_abbreviated(words[at], words[at + 1])):
        at += 1
    lone = at == last - 1 and _is_abbreviated(words[at - 1], words[at]) if at > first else False
    named = at > first and (lone or words[at].key in given_genders() or at < last - 1)
    return at if named and not _is_calling(words[last - 1]) else first


def _is_abbreviated(word: Word, following: Word) -> bool:
    return 2 < len(word.text) <= _LONGEST and word.text.isupper() and not following.text.isupper()


def _is_calling(word: Word) -> bool:
    if word.text.isupper():
        return 1 < len(word.text) < 5 and word.key not in given_genders()
    return any(word.key in name_words(kind) for kind in ("portfolio", "head", "modifier"))


def unglue(words: Sequence[Word], first: int, last: int) -> int:
    """Behind the name when a second printing of it was run on: a family name comes twice, or a nickname in brackets."""
    texts = [word.text for word in words[first:last]]
    if len(texts) > 2 and texts[0] == texts[-1]:
        return first + 1
    if len(texts) > 3 and texts[1] in texts[3:]:
        return first + 2
    nicked = last < len(words) and words[last].gap.strip() == "(" and words[last].text == texts[0] and len(texts) > 2
    behind = words[last + 1].gap.strip() if nicked and last + 1 < len(words) else ""
    return last - 1 if behind == ")" else last
