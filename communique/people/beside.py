"""Runs of capitals that may be names, and the offices that stand beside them.

[Russian Defence Minister] [Gen.] Igor Malyshev      Orlov, [deputy chairman of the council], said
the [foreign ministers of Chile and Peru], Ana Ruiz and Jorge Quispe      Ana Ruiz, who is now [foreign minister]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.data import Official
from communique.people.lexicon import reporting_forms
from communique.people.offices import Phrase
from communique.people.words import Word


@dataclass(frozen=True, slots=True)
class Held:
    """An office that stands beside a name: the phrase, and its country where the order of a list decides it."""

    phrase: Phrase
    country: str | None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that may be a person's name; numbers are of words, ``last`` is behind the end."""

    first: int
    last: int
    tokens: tuple[str, ...]
    held: tuple[Held, ...] = ()
    known: tuple[Official, ...] = ()
    label: str = ""  # what the reader took it for: PER, ORG, LOC, EVENT or nothing
    person: bool = False  # a person beyond doubt, by title, apposition, first name or the reader
    hinted: bool = False  # the reader or a verb of speech says so of a single word

    @property
    def gender(self) -> str:
        """ "m" or "f" where a title in front says so."""
        return next((gender for held in self.held if (gender := _TITLE_GENDER.get(_first_title(held)))), "")


_BEHIND = frozenset(
    ("on", "in", "at", "with", "during", "over", "about", "for", "to", "and", "by", "from", "who", "after")
)
_FRONTING = frozenset((
    "in", "at", "during", "after", "before", "with", "according", "speaking", "following", "citing", "for", "on", "as", "while",
    "when", "meeting", "asked", "by", "to", "like", "unlike", "besides", "alongside",
))  # fmt: skip

_TITLE_GENDER = {
    "Mr": "m", "Mrs": "f", "Ms": "f", "Sir": "m", "King": "m", "Queen": "f", "Lady": "f", "Shri": "m", "Emir": "m",
}  # fmt: skip


def _first_title(held: Held) -> str:
    return held.phrase.rows[0].title if held.phrase.rows else ""


def attach_offices(words: Sequence[Word], phrases: Sequence[Phrase], runs: Sequence[Run]) -> list[Run]:
    """Give every run the offices that stand beside it."""
    held: list[list[Held]] = [[] for _ in runs]
    by_first = {run.first: number for number, run in enumerate(runs)}
    by_last = {run.last: number for number, run in enumerate(runs)}
    spent: set[int] = set()
    for number, phrase in enumerate(phrases):
        ahead = by_first.get(phrase.last)
        if ahead is not None and words[phrase.last].joined and not words[phrase.last - 1].possessive:
            _give_list(words, runs, held, phrase, ahead, by_first)
            spent.add(number)
    for number in range(len(phrases) - 2, -1, -1):  # "[Defence Minister] [Gen.] Li": the further title too
        phrase, following = phrases[number], phrases[number + 1]
        near = following.kind != "office" and phrase.last == following.first and number + 1 in spent
        if near and words[phrase.last].joined and number not in spent:
            ahead = by_first.get(following.last)
            if ahead is not None:
                held[ahead].append(Held(phrase, phrase.country, phrase.former))
                spent.add(number)
    for number, phrase in enumerate(phrases):
        if number not in spent and phrase.kind == "office":
            ahead = phrase.last  # ", General Li": the titles in between belong to the name
            for other in phrases[number + 1 : number + 3]:
                titled = other.kind != "honorific" or words[phrase.last].gap in (", ", "), ")  # ", Dr. Ana Ruiz"
                ahead = other.last if other.first == ahead and titled else ahead
            _appose(words, runs, held, phrase, by_first, by_last, by_first.get(ahead))
    return [replace(run, held=tuple(held[number])) for number, run in enumerate(runs)]


def _give_list(
    words: Sequence[Word], runs: Sequence[Run], held: list[list[Held]], phrase: Phrase, ahead: int,
    by_first: dict[int, int],
) -> None:  # fmt: skip
    """The office goes to the name behind it; one in the plural to every name of the list, its countries in order."""
    number: int | None = ahead
    place = 0
    while number is not None:
        several = phrase.plural and len(phrase.countries) > 1
        country = phrase.country if not several else (phrase.countries[place : place + 1] or (None,))[0]
        held[number].append(Held(phrase, country, phrase.former))
        place += 1
        after = runs[number].last
        if not phrase.plural or after + 1 >= len(words):
            return
        after = _past_country(words, by_first, after)
        number = by_first.get(after + 1) if words[after].key == "and" else by_first.get(after)


def _past_country(words: Sequence[Word], by_first: dict[int, int], after: int) -> int:
    """Behind "of Peru" in "Presidents Ana Ruiz [of Peru] and Olaf Holt of Norway"."""
    if words[after].key != "of":
        return after
    at = after + 1
    while at < min(len(words) - 1, after + 8) and (words[at].capital or words[at].key in ("the", "of")):
        at += 1
    return at if words[at].key == "and" and at + 1 in by_first else after


def _appose(
    words: Sequence[Word], runs: Sequence[Run], held: list[list[Held]], phrase: Phrase, by_first: dict[int, int],
    by_last: dict[int, int], ahead: int | None,
) -> None:  # fmt: skip
    """ "Orlov, deputy head of the council," or "the defence minister, Li Shangfu,": the comma makes them one."""
    start = phrase.first - 1 if phrase.determiner else phrase.first
    owner = by_last.get(start)
    if owner is not None and words[start - 1].possessive:  # "Peskov, [Putin's] press secretary"
        start = runs[owner].first
    behind = by_last.get(start)
    gap = words[start].gap if start < len(words) else ""
    if (
        behind is not None
        and gap.strip() in (",", "(", "—", "–")
        and _describes(words, by_first, phrase, runs[behind].first)
    ):
        held[behind].append(Held(phrase, phrase.country, phrase.former))
        return
    listed = next((n for n, h in enumerate(held) if h and words[start - 1].key == "and" and _ends(h, start - 1)), None)
    if listed is not None and phrase.determiner in (
        "a",
        "the",
        "",
    ):  # "minister of defence and a member of the council"
        held[listed].append(Held(phrase, phrase.country, phrase.former))
        return
    named = _copula(words, by_last, start)
    if named is not None and not _opens_name(words, by_first, phrase):
        held[named[0]].append(Held(phrase, phrase.country, phrase.former or named[1]))
        return
    if ahead is None or words[phrase.last].gap not in (", ", "), "):
        return
    after = runs[ahead].last
    closed = after >= len(words) or words[after].gap.lstrip()[:1] in (",", ")", ".", ":", "–", "—") or phrase.plural
    own = phrase.determiner in ("the", "his", "her", "its", "their") or (
        phrase.determiner in ("a", "an") and phrase.last > phrase.head
    )
    open_end = len(runs[ahead].tokens) > 1 and bool(phrase.countries) and _is_bare(held[ahead])
    if (closed or (open_end and _runs_on(words, phrase, after))) and (own or phrase.countries):
        _give_list(words, runs, held, phrase, ahead, by_first)


def _is_bare(held: Sequence[Held]) -> bool:
    """No office is there yet, a title of respect at most."""
    return all(one.phrase.kind != "office" for one in held)


def _runs_on(words: Sequence[Word], phrase: Phrase, after: int) -> bool:
    """ "a call from Foreign Minister of Iran, Kazem Rostami [on] Monday": no second comma, and no clause begins."""
    if words[after].gap != " " or words[after].key not in _BEHIND:
        return False
    first = phrase.first
    while first and phrase.first - first < 15 and not set(words[first].gap) & set(".!?;:"):
        first -= 1
    return words[first].key not in _FRONTING


def _describes(words: Sequence[Word], by_first: dict[int, int], phrase: Phrase, name: int) -> bool:
    """The words behind the comma are said of the name: in "According to Orlov, the premier said" a clause begins."""
    if _opens_name(words, by_first, phrase):
        return False
    following = words[phrase.last] if phrase.last < len(words) else None
    runs_on = following is not None and following.gap == " " and following.text in reporting_forms()
    return not (runs_on and any(word.key == "according" for word in words[max(0, name - 5) : name]))


def _ends(held: Sequence[Held], at: int) -> bool:
    return any(one.phrase.last == at for one in held)


def _opens_name(words: Sequence[Word], by_first: dict[int, int], phrase: Phrase) -> bool:
    return phrase.last in by_first and words[phrase.last].joined


def _copula(words: Sequence[Word], by_last: dict[int, int], start: int) -> tuple[int, bool] | None:
    """The run before "is", "was", "who is now", "and a": which run, and whether it is past."""
    at, past = start - 1, False
    while at >= 0 and start - at <= 5 and words[at].key in (
        "is", "was", "now", "currently", "who", "as", "became", "also", "remains", "serves", "served", "a", "an", "the",
        "been", "has",
    ):  # fmt: skip
        past = past or words[at].key in ("was", "served")
        if at in by_last and (words[at].gap == " " or words[at].key == "who"):
            return by_last[at], past
        if words[at].gap != " ":
            return None
        at -= 1
    return None
