"""What the words right beside a name say of its bearer: whose official, of which sex.

Russian [General] Igor Malyshev      Prime Minister Aart Visser [of the Netherlands]      Mary Colt, [D-Ohio]
"""

from __future__ import annotations

import re

from communique.people.beside import Run
from communique.people.gazetteer import Hit
from communique.people.lexicon import name_words
from communique.people.sight import Sight

_SEATED = re.compile(r"\A[RDI][-‑–][A-Z]")  # a lawmaker's party and state, as American reports give them
_REALMS = ("country", "capital", "seat")


_WOMEN = frozenset((
    "princess", "queen", "lady", "baroness", "dame", "sheikha", "shaikha", "begum", "empress", "duchess", "countess", "mrs",
    "ms", "miss", "madam", "madame", "datin", "puan", "smt", "shrimati", "sultana", "señora", "signora", "frau", "ibu",
    "sister", "mother", "aunt", "grandmother", "daughter", "wife", "widow", "actress",
))  # fmt: skip
_MEN = frozenset((
    "prince", "king", "sir", "lord", "baron", "emir", "sultan", "mr", "emperor", "duke", "count", "pope", "rabbi", "father",
    "monsieur", "señor", "herr", "signor", "brother", "imam", "patriarch", "ayatollah", "monsignor", "uncle", "grandfather",
    "son", "husband", "widower",
))  # fmt: skip


def gender_of_title(sight: Sight, run: Run) -> str:
    """ "f" or "m" where a title's last word says so: spokeswoman, congressman, princess."""
    for held in run.held:
        word = sight.words[max(held.phrase.head, 1) - 1].key
        if word in _WOMEN or word in _MEN:
            return "f" if word in _WOMEN else "m"
        if word.endswith("woman"):
            return "f"
        if word.endswith("man") and word not in ("german", "chairman"):
            return "m"
    return ""


def country_beside(sight: Sight, run: Run) -> str | None:
    """The country of the offices beside a name, else of a demonym or possessive before it, else of "of" behind it."""
    for held in run.held:
        if held.country:
            return held.country
    ranks = [held.phrase.first for held in run.held if held.phrase.last <= run.first and held.phrase.kind != "office"]
    before = _before(sight, min([run.first, *ranks]))
    if before is not None:
        return before
    office = any(held.phrase.kind == "office" or held.phrase.rows for held in run.held)
    return _behind(sight, run) if office else None


def usual_country(run: Run) -> str | None:
    """The only country that has an office beside the name: a guess, which anything the page says overrules."""
    return next((held.phrase.usual for held in run.held if held.phrase.usual and not held.former), None)


def shared_countries(run: Run) -> tuple[str, ...]:
    """The countries of which one is meant by the demonym of the office: "[Congolese] President Mulamba"."""
    return next((held.phrase.possible for held in run.held if held.phrase.possible), ())


def _before(sight: Sight, first: int) -> str | None:
    """ "[Peru's] Ana Ruiz", "the [Peruvian] General Tello"."""
    while first and sight.words[first].gap == " " and sight.words[first - 1].key in name_words("modifier"):
        first -= 1  # "Myanmar's [Senior] General Mya"
    if not first or sight.words[first].gap != " ":
        return None
    hit = sight.tags[first - 1]
    if hit is None or len(hit.entry.countries) != 1:
        return None
    owner = hit.entry.kind in _REALMS and sight.words[first - 1].possessive
    return hit.entry.countries[0] if hit.entry.kind == "demonym" or owner else None


def _behind(sight: Sight, run: Run) -> str | None:
    """ "President Ana Ruiz [of Peru]", "King Olaf and Queen Marta [of Norway]", "Sen. Elroy Dunham ([R-Ohio])"."""
    words, at = sight.words, run.last
    if at < len(words) and _SEATED.match(words[at].text) and words[at].gap.strip() in (",", "("):
        return "USA"
    bracketed = (
        at < len(words) and words[at].gap.strip() == "(" and sight.text[words[at].end : words[at].end + 1] == ")"
    )
    if bracketed and (inside := sight.tags[at]) is not None and inside.entry.kind == "country":
        return _country(inside)  # "Prime Minister Asfaw ([Ethiopia])"
    if at < len(words) and words[at].key == "and" and words[at].gap == " ":
        other = next((one for one in sight.runs if one.held and one.held[0].phrase.first == at + 1), None)
        royal = other is not None and other.held[0].phrase.last == other.first and not other.held[0].country
        at = other.last if other is not None and royal else at
    if at + 1 >= len(words) or words[at].key != "of" or words[at].gap != " ":
        return None
    at += 1 + (words[at + 1].key == "the")
    hit = sight.tags[at] if at < len(words) else None
    whole = hit is not None and hit.entry.kind == "country" and len(hit.entry.countries) == 1
    return _country(hit) if whole and not words[at].possessive else None


def _country(hit: Hit | None) -> str | None:
    return hit.entry.countries[0] if hit is not None else None
