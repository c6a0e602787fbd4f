"""Amounts of time: "two weeks ago", "less than a month after", "in the past three days"."""

from __future__ import annotations

from typing import Final, NamedTuple

from communique.dates.lexicon import NUMBER_WORDS, PLURAL_UNITS, UNITS
from communique.dates.meaning import Anchored, Near, Unit
from communique.dates.tokens import Line

_BEFORE: Final = frozenset({"earlier", "before", "previously", "prior", "beforehand"})
_AFTER: Final = frozenset({"later", "after", "afterwards", "afterward"})
_MORE: Final = (("more", "than"), ("at", "least"), ("over",), ("longer", "than"))
_LESS: Final = (("less", "than"), ("under",), ("within",), ("fewer", "than"), ("not", "even"), ("barely",))
_ABOUT: Final = (
    ("about",),
    ("around",),
    ("roughly",),
    ("some",),
    ("almost",),
    ("nearly",),
    ("approximately",),
    ("just",),
)
_QUALIFIERS: Final = frozenset(phrase[0] for phrase in (*_MORE, *_LESS, *_ABOUT))
_STARTS: Final = frozenset(
    ["more", "at", "over", "longer", "less", "under", "within", "fewer", "not", "barely", "about", "around", "roughly", "some", "almost", "nearly", "approximately", "just", "few", "several", "couple", "days", "weeks", "months", "years", "hours", "minutes", "dozens", "the"]
) | frozenset(NUMBER_WORDS)  # fmt: skip


class Amount(NamedTuple):
    """``low`` to ``high`` units; ``high`` is ``None`` for "more than"."""

    unit: Unit
    low: int
    high: int | None
    exact: bool
    behind: int


def starts_amount(word: str) -> bool:
    """The word (in small letters) can begin an amount; figures can too."""
    return word in _STARTS


def _skip(line: Line, at: int, phrases: tuple[tuple[str, ...], ...]) -> int | None:
    for phrase in phrases:
        if all(line.low(at + place) == word for place, word in enumerate(phrase)):
            return at + len(phrase)
    return None


def _count(line: Line, at: int) -> tuple[int, int, bool, int] | None:
    """The number: low, high, exact, behind. "A few" is 2 to 6, "several" 2 to 10: the widest readings met."""
    word = line[at]
    if line.low(at) in ("a", "the") and line.low(at + 1) in ("few", "couple"):
        at, word = at + 1, line[at + 1]
    if word.low == "few":
        return 2, 6, False, at + 1
    if word.low == "several":
        return 2, 10, False, at + 1
    if word.low == "couple":
        return 2, 3, False, at + 2 if line.low(at + 1) == "of" else at + 1
    if word.kind == "n":
        if len(word.text) > 3 or int(word.text) == 0 or (word.glued and line[at - 1].text in ".,$€£-/:"):
            return None
        number, behind = int(word.text), at + 1
    elif word.low in NUMBER_WORDS:
        number, behind = NUMBER_WORDS[word.low], at + 1
        if number >= 20 and line.low(behind) == "-" and line.low(behind + 1) in NUMBER_WORDS:
            number, behind = number + NUMBER_WORDS[line.low(behind + 1)], behind + 2
    else:
        return None
    if line.low(behind) in ("or", "to", "-", "–") and (
        line.low(behind + 1) in NUMBER_WORDS or line[behind + 1].kind == "n"
    ):
        other = line[behind + 1]
        high = int(other.text) if other.kind == "n" and len(other.text) < 4 else NUMBER_WORDS.get(other.low, 0)
        if number < high:
            return number, high, False, behind + 2
        return None
    if line.low(behind) == "and" and line.low(behind + 1) == "a" and line.low(behind + 2) == "half":
        return number, number + 1, False, behind + 3
    return number, number, True, behind


def find_amount(line: Line, at: int) -> Amount | None:
    """A number of units of time beginning at ``at``, with what qualifies it; ``None`` if there is none."""
    qualified = line.low(at) in _QUALIFIERS
    more = _skip(line, at, _MORE) if qualified else None
    less = _skip(line, at, _LESS) if qualified and more is None else None
    about = _skip(line, at, _ABOUT) if qualified and more is None and less is None else None
    place = next((p for p in (more, less, about) if p is not None), at)
    if line.low(place) in PLURAL_UNITS:
        count: tuple[int, int, bool, int] | None = (1, 30, False, place)
        if more is not None or less is not None:
            return None
    else:
        count = _count(line, place)
    if count is None:
        return None
    low, high, exact, behind = count
    if line.low(behind) in ("full", "whole", "short", "long", "calendar"):
        behind += 1
    if line.low(behind) not in UNITS or (
        line.low(behind) in ("night", "nights", "day") and line.low(behind + 1) == "-"
    ):
        return None
    unit = UNITS[line.low(behind)]
    behind += 1
    if unit == "hour":
        # Hours are a day, give or take one, up to a day; beyond that they are counted in days.
        days = high // 24 if line.low(behind - 1) == "hours" else 0
        return Amount("day", 0, days + 1, False, behind)
    if more is not None:
        return Amount(unit, low, None, False, behind)
    if less is not None:
        return Amount(unit, 0, high, False, behind)
    return Amount(unit, low, high, exact and about is None, behind)


def find_counted(line: Line, at: int) -> tuple[Near | Anchored, int] | None:
    """An amount and the way it is counted: "ago" from the story, "earlier" or "after" from something else."""
    if (line[at - 1].glued and line[at - 1].text == "-") or line.low(at) == "the":
        return None  # "the day before" is a rule of its own
    amount = find_amount(line, at)
    if amount is None:
        return None
    unit, low, high, exact, behind = amount
    tail = line.low(behind)
    minus_high = None if high is None else -high
    if tail == "ago":
        return Near(unit, minus_high, -low, exact), behind + 1
    if tail == "from" and line.low(behind + 1) in ("now", "today"):
        return Near(unit, low, high, exact), behind + 2
    if tail in _BEFORE:
        return Anchored(unit, minus_high, -low, exact), behind + 1
    if tail in _AFTER:
        return Anchored(unit, low, high, exact), behind + 1
    if tail == "into":
        return None
    if line.low(at - 1) == "in" and line.low(at - 2) not in ("time", "first", "second", "third", "once", "twice"):
        # "in two weeks" looks ahead: whoever asks for the past gets nothing from it.
        return (Near(unit, low, high, exact), behind) if exact and unit != "year" else None
    return None


def find_span_of_units(line: Line, at: int) -> tuple[Near, int] | None:
    """ "the past two weeks", "the last few days", "the coming three months", "the next 48 hours"."""
    side = line.low(at)
    if side not in ("last", "past", "previous", "next", "coming", "recent"):
        return None
    if side == "recent":
        if line.low(at + 1) in PLURAL_UNITS and line.low(at + 1) not in ("years",):
            return Near("day", -{"days": 10, "weeks": 60, "months": 300}.get(line.low(at + 1), 3), 0, False), at + 2
        return None
    if side != "recent" and line.low(at + 1) in PLURAL_UNITS:
        plural = UNITS[line.low(at + 1)]
        many: Unit = "day" if plural == "hour" else plural
        return (Near(many, 0, 12, False) if side in ("next", "coming") else Near(many, -12, 0, False)), at + 2
    if line.low(at + 1) in ("day", "hour") or (side == "past" and line.low(at + 1) in UNITS):
        unit = UNITS[line.low(at + 1)]
        whole: Unit = "day" if unit == "hour" else unit
        return Near(whole, -1, 0, False), at + 2
    if line.low(at + 1) in NUMBER_WORDS and NUMBER_WORDS[line.low(at + 1)] == 1 and line.low(at + 1) != "one":
        return None
    amount = find_amount(line, at + 1)
    if amount is None or amount.high is None or line.low(at + 1) == "the":
        return None
    if side in ("next", "coming"):
        return Near(amount.unit, 0, amount.high, False), amount.behind
    return Near(amount.unit, -amount.high, 0, False), amount.behind
