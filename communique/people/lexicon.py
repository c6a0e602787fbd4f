"""The words of which names and offices are made, arranged for looking up. Built on first use, once a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from communique.data import OfficeTitle, load_office_titles, load_officials, load_table, load_verbs, read_list

Trie = dict[str, "Trie | tuple[OfficeTitle, ...]"]  # the empty key holds the titles that end here


@lru_cache(maxsize=32)
def name_words(kind: str) -> frozenset[str]:
    """The words of one kind of ``name_words.tsv``, as printed there."""
    return frozenset(
        word for row in load_table("name_words") if row["kind"] == kind for word in read_list(row["words"])
    )


@lru_cache(maxsize=1)
def given_genders() -> dict[str, str]:
    """First name, folded to lower case -> "m", "f" or "" where both bear it; the officials' own first names too."""
    found: dict[str, set[str]] = {}
    for row in load_table("name_words"):
        if row["kind"] in ("given m", "given f"):
            for word in read_list(row["words"]):
                found.setdefault(word.casefold(), set()).add(row["kind"][-1])
    for official in load_officials():
        first, _, rest = official.name.partition(" ")
        if rest and official.gender and first not in read_list(official.family) and len(first) > 2:
            found.setdefault(first.casefold(), set()).add(official.gender)
    return {word: next(iter(genders)) if len(genders) == 1 else "" for word, genders in found.items()}


@lru_cache(maxsize=1)
def surnames_first() -> frozenset[str]:
    """Family names of peoples who put them first."""
    return name_words("surname")


@lru_cache(maxsize=1)
def reporting_forms() -> frozenset[str]:
    """Every form of the verbs that report for sure: "said", "told", "adding"."""
    return frozenset(form for verb in load_verbs() if verb.sure for form in verb.forms if " " not in form)


@lru_cache(maxsize=1)
def office_trie() -> Trie:
    """The office titles as a tree of words in lower case, full stops left out."""
    found: dict[tuple[str, ...], list[OfficeTitle]] = {}
    for row in load_office_titles():
        for form in dict.fromkeys((row.title, *row.also)):
            words = tuple(word.rstrip(".,").replace(".", "").replace("’", "'").casefold() for word in form.split())
            if row.office != "former" and words and all(words):
                found.setdefault(words, []).append(row)
    root: Trie = {}
    for words, rows in found.items():
        node = root
        for word in words:
            child = node.setdefault(word, {})
            assert isinstance(child, dict)
            node = child
        node[""] = tuple(dict.fromkeys(rows))
    return root


@lru_cache(maxsize=1)
def opening_words() -> frozenset[str]:
    """The words with which an office can begin; looked up for every word of a story."""
    return frozenset(office_trie()) | name_words("head") | {"counterpart", "counterparts"}


def longest_title(words: Sequence[str], first: int) -> tuple[int, tuple[OfficeTitle, ...]] | None:
    """The longest title that starts at word ``first``: the index behind it and its rows."""
    node, best = office_trie(), None
    for at in range(first, min(len(words), first + 9)):
        child = node.get(words[at])
        if not isinstance(child, dict):
            break
        node = child
        rows = node.get("")
        if isinstance(rows, tuple):
            best = (at + 1, rows)
    return best
