"""Words that are titles elsewhere and parts of a name here: Julie [Bishop], [Amir] Saeid Kamrani, Kamran [Syed] Ali."""

from __future__ import annotations

from collections.abc import Sequence

from communique.data import OfficeTitle
from communique.people.lexicon import given_genders, longest_title, name_words
from communique.people.words import Word


def is_name_here(words: Sequence[Word], at: int) -> bool:
    """A title's word behind a first name is a family name, Julie Bishop; one that is a first name too opens it."""
    opens = words[at].key in name_words("given title") and words[at].capital and at + 1 < len(words)
    plain = opens and words[at + 1].joined and longest_title([words[at + 1].key], 0) is None
    if plain and words[at + 1].capital and not _named_before(words, at):
        return True  # "[Amir] Saeid Kamrani", not "Amir Sheikh Saeid"
    if not at or not words[at].capital or not words[at].joined or not words[at - 1].capital:
        return False
    if words[at].text.isupper() and len(words[at].text) > 1:
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return words[at - 1].key in given_genders() and not (following and following.joined and following.capital)


def _named_before(words: Sequence[Word], at: int) -> bool:
    """An article, a possessive or a capital right in front makes it a title: "the Amir", "Qatar's Amir"."""
    before = words[at - 1] if at and words[at].joined else None
    return before is not None and (before.key == "the" or before.possessive or before.capital)


def is_middle_name(words: Sequence[Word], at: int, rows: tuple[OfficeTitle, ...]) -> bool:
    """A title of respect between a first name and more of the name belongs to it: Kamran [Syed] Ali."""
    if not at or at + 1 >= len(words) or not all(row.office == "honorific" for row in rows):
        return False
    before, word, following = words[at - 1], words[at], words[at + 1]
    inside = before.capital and word.capital and word.joined and following.joined and following.capital
    return inside and before.key in given_genders() and "." not in following.gap
