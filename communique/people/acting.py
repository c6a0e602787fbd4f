"""Whether the name of a country, capital or seat acts and speaks, or says where.

Beijing said · talks between Moscow and Kyiv · the Kremlin's decision   -> the government
in Beijing · arrived at the Kremlin · Moscow, Russia · Moscow's streets -> the place
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from communique.people.lexicon import name_words, reporting_forms
from communique.people.sight import Sight

if TYPE_CHECKING:
    from spacy.tokens import Token

Use = Literal["acts", "place"]


def use_of(sight: Sight, first: int, last: int, *, country: bool) -> Use:
    """How the words ``first`` to ``last`` (behind the end) of a sight are used.

    A country acts unless the words around it say where; a town is a place unless they say that it acts.
    """
    if first == 0 and last < len(sight.words) and sight.words[last].gap.strip()[:1] in tuple(",:(—–-/"):
        return "place"  # a dateline
    before = _before(sight, first)
    after = sight.words[last].key if last < len(sight.words) and sight.words[last].gap == " " else ""
    if before in name_words("where") or before in name_words("visiting"):
        return "place"
    if _in_series(sight, last):
        return use_of(sight, last + 1, _hit_end(sight, last + 1), country=country)
    if before in ("to", "from", "for", "of"):
        return _direction(sight, first, before, country)
    if sight.words[last - 1].possessive:
        return "place" if after in name_words("local") else "acts"
    if not country and last < len(sight.words) and sight.words[last].gap == ", " and _is_place(sight, last):
        return "place"
    if country:
        return "acts"
    if after in reporting_forms() or after in name_words("active"):
        return "acts"
    if _subject(sight, first, last):
        return "acts"
    return (
        "acts"
        if before in name_words("partner") and after not in name_words("local") and not _behind_place(sight, first)
        else "place"
    )


def _before(sight: Sight, first: int) -> str:
    at = first - 1
    while at >= 0 and sight.words[at].key in name_words("skipped") and sight.words[at + 1].gap in (" ", "-"):
        at -= 1
    if at < 0 or sight.words[at + 1].gap not in (" ", "\u00a0"):
        return ""
    return sight.words[at].key


def _direction(sight: Sight, first: int, before: str, country: bool) -> Use:
    words = sight.words
    at = next((at for at in range(first - 1, max(-1, first - 4), -1) if words[at].key == before), first - 1)
    near = {words[back].key for back in range(max(0, at - 4), at)}
    if (before == "to" and "according" in near) or (before in ("from", "of") and near & name_words("sent")):
        return "acts"
    if not country:
        return "place"
    return "place" if before == "from" or (before != "of" and near & name_words("going")) else "acts"


def _is_place(sight: Sight, at: int) -> bool:
    hit = sight.tags[at]
    return hit is not None and hit.entry.kind in ("country", "region")


def _in_series(sight: Sight, last: int) -> bool:
    """ "Moscow and Beijing's partnership": the second of the two says how both are used."""
    if last + 1 >= len(sight.words) or sight.words[last].key != "and" or sight.words[last - 1].possessive:
        return False
    hit = sight.tags[last + 1]
    return (
        hit is not None
        and hit.entry.kind in ("capital", "country")
        and sight.words[_hit_end(sight, last + 1) - 1].possessive
    )


def _hit_end(sight: Sight, at: int) -> int:
    hit = sight.tags[at]
    while at < len(sight.words) and sight.tags[at] is hit:
        at += 1
    return at


def _behind_place(sight: Sight, first: int) -> bool:
    """ "in Geneva and Moscow": the coordination began with a place."""
    at = first - 1
    if at < 0 or sight.words[at].key != "and":
        return False
    while at >= 0 and (sight.words[at].key in ("and", "or") or sight.tags[at] is not None):
        at -= 1
    return at >= 0 and sight.words[at].key in name_words("where") | {"to", "from"}


def is_attribute(sight: Sight, first: int, last: int) -> bool:
    """It stands before a noun as its attribute ("the Ukraine conflict") and names nobody who acts."""
    if last >= len(sight.words) or sight.words[last].gap != " " or sight.words[last - 1].possessive:
        return False
    token = _root(sight, first, last)
    return token is not None and token.dep_ in ("compound", "nmod:desc", "amod") and token.i < token.head.i


def _root(sight: Sight, first: int, last: int) -> Token | None:
    doc = sight.passage.doc
    if not doc.has_annotation("DEP"):
        return None
    span = doc.char_span(sight.words[first].start, sight.words[last - 1].end, alignment_mode="expand")
    return span.root if span is not None else None


def _subject(sight: Sight, first: int, last: int) -> bool:
    """The subject of a verb, or the object of one that does not take places."""
    token = _root(sight, first, last)
    if token is None or token.head.pos_ not in ("VERB", "AUX"):
        return False
    if token.dep_ in ("nsubj", "nsubj:pass"):
        return True
    return (
        token.dep_ == "obj"
        and token.head.lower_ not in name_words("visiting")
        and token.head.lemma_ not in name_words("struck")
    )
