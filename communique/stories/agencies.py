"""Agencies as they print themselves in credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from communique.data import Agency, load_agencies


@dataclass(frozen=True, slots=True)
class Named:
    """An agency and where in a text it is named."""

    agency: Agency
    start: int
    end: int


@lru_cache(maxsize=1)
def _forms() -> ahocorasick.Automaton:
    printed: dict[str, tuple[Agency, list[str]]] = {}
    for agency in load_agencies():
        for form in (agency.name, agency.short, *agency.also, *_with_articles(agency)):
            if form and printed.setdefault(form.lower(), (agency, []))[0] is agency:
                printed[form.lower()][1].append(form)
    forms = ahocorasick.Automaton()
    for lower, (agency, cased) in printed.items():
        forms.add_word(lower, (frozenset(cased), agency))
    forms.make_automaton()
    return forms


def _with_articles(agency: Agency) -> tuple[str, ...]:
    return f"{agency.name} news agency", f"{agency.short} news agency", f"the {agency.name}"


def find_agencies(text: str) -> list[Named]:
    """The agencies named in a short text, in its order, the longest form where several begin at one place.

    Short forms must be printed in capitals as they are ("AP", never "ap"); and
    since the text is taken for a credit, ambiguous ones count too.
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer would shift what follows
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: list[Named] = []
    for end, (cased, agency) in _forms().iter(lower):
        start = end + 1 - len(next(iter(cased)))
        if _stands_free(text, start, end + 1) and _is_cased(text[start : end + 1], cased):
            found.append(Named(agency, start, end + 1))
    found.sort(key=lambda n: (n.start, -n.end))
    out: list[Named] = []
    for named in found:
        if not out or named.start >= out[-1].end:
            out.append(named)
    return out


def _stands_free(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() or before in ("-", "@", ".")) and not after.isalnum()


def _is_cased(printed: str, cased: frozenset[str]) -> bool:
    """Printed as one of the known forms, or in capitals; a longer name only has to begin with one."""
    if printed in cased or printed.isupper():
        return True
    return len(printed) > 5 and printed[0].isupper() and not all(form.isupper() for form in cased)


_BEFORE = re.compile(r"\A[\W_]+")


def is_agency_alone(text: str) -> Named | None:
    """The text is an agency's name and nothing else but marks and the word "agency"."""
    # "-VNA", "/TASS/": what stands before the name signs it off, though in running text a hyphen joins it to a word.
    text = _BEFORE.sub(lambda m: " " * len(m[0]), text)
    for named in find_agencies(text):
        rest = text[: named.start] + text[named.end :]
        if not re.sub(r"(?i)\b(?:the|news|agency|via|by|source|copyright|with|from)\b|[\W\d_]", "", rest):
            return named
    return None
