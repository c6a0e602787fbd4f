"""Bodies that many states have, a Senate, a Foreign Ministry, a Security Council: whose it is by the words around it."""

from __future__ import annotations

from communique.people.figures import Gathering
from communique.people.gazetteer import Entry, Hit
from communique.people.lexicon import name_words
from communique.people.sight import Sight

_OWNERS = ("demonym", "country", "capital", "seat")


def own_body(
    gathering: Gathering, sight: Sight, at: int, last: int, codes: dict[str, str], named: frozenset[str]
) -> tuple[str, str | None]:
    """Name and country of the known body at a word; a country only where the words, or the story, give one.

    The table's own country for a bare form ("Foreign Office") holds only in a story that names that country.
    """
    hit = sight.tags[at]
    assert hit is not None
    entry, text = hit.entry, sight.text[hit.start : hit.end]
    usual = entry.countries[0] if len(entry.countries) == 1 else None
    if text not in name_words("shared body"):
        return entry.name, usual if usual in codes else None
    owner = _owner(sight, at, last)
    if owner is None and (entry.kind != "body" or usual in named or (usual is None and entry.name != text)):
        return entry.name, usual if usual in codes else None
    if owner is None:
        found = {f for f in gathering.figures if f.kind == "body" and f.country and text in f.name}
        if len(found) == 1:
            only = found.pop()
            return only.name, only.country
        owner = next(iter(named)) if len(named) == 1 and usual is None else None
    if owner is None or owner not in codes:
        return text, None
    if owner == usual:
        return entry.name, usual
    same = (f for f in gathering.figures if f.kind == "body" and f.country == owner and text in f.name)
    return next((figure.name for figure in same), f"{text} of {codes[owner]}"), owner


def _owner(sight: Sight, at: int, last: int) -> str | None:
    """ "[Canada's] House of Commons", "[Russian Federation] Security Council", "the Senate of [Chile]"."""
    before = sight.tags[at - 1] if at and sight.words[at].gap in (" ", "\u00a0") else None
    if before is not None and before.entry.kind in _OWNERS:
        return _single(before.entry)
    words = sight.words
    if last + 1 >= len(words) or words[last].key != "of" or words[last].gap != " ":
        return None
    behind: Hit | None = sight.tags[last + 1 + (words[last + 1].key == "the" and last + 2 < len(words))]
    return _single(behind.entry) if behind is not None and behind.entry.kind == "country" else None


def _single(entry: Entry) -> str | None:
    return entry.countries[0] if len(entry.countries) == 1 and len(entry.countries[0]) == 3 else None
