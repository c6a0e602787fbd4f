"""The words that attribute, indexed for look-up: reporting verbs by form, agencies, channels, and heads of sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.data import Verb, load_agencies, load_channels, load_outlets, load_verbs
from communique.model import HandKind


def words(listed: str) -> frozenset[str]:
    """The words of a list printed on a line, as a set."""
    return frozenset(listed.split())


# Nouns that speak for somebody else: the words are their owner's ("Putin's message noted", "a statement by the ministry").
DOCUMENTS = words(
    "statement message letter note communique communiqué declaration document readout transcript report release text "
    "resolution memo memorandum telegram post tweet speech remarks address comments article interview notice"
)
MEDIA = words(
    "media press newspaper newspapers agency agencies broadcaster television tv radio outlet outlets daily channel"
)
# Somebody who is cited without being named: "citing a source", not "citing his failure".
CITABLE = words(
    "source sources official officials diplomat diplomats people person persons minister ministers spokesman spokeswoman spokesperson "
    "ministry statement report reports media agency agencies newspaper witnesses witness data document documents police authorities "
    "lawmaker lawmakers aide aides adviser advisers analysts experts"
)
BODIES = re.compile(
    r"\b(?:ministry|kremlin|government|office|white house|department|embassy|administration|council|army|military|"
    r"cabinet|presidency|palace|commission|authorities|agency|police|headquarters|mission|union|party|secretariat)\b",
    re.IGNORECASE,
)
HEARERS = words("reporters journalists newsmen correspondents mediapersons media press")
# Verbs of thought count as speech only where somebody is said to voice them; as outer cues they carry no marks.
SILENT = words("know understand find show demonstrate see view feel consider plan aim seek intend want decide determine "
                   "sign hold end open start begin smile laugh ensure calculate carry talk discuss talk publish release "
                   "issue pen type caption text broadcast contemplate permit commit ban brief support back press push "
                   "name judge project sigh choose offer celebrate appreciate salute react set speak recognise")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carrier:
    """An agency, outlet or channel as the knowledge names it."""

    name: str
    kind: HandKind


@lru_cache(maxsize=1)
def verb_forms() -> dict[tuple[str, ...], Verb]:
    """Every inflected form of every reporting verb, as lower-case words; of two verbs with one form the sure one."""
    found: dict[tuple[str, ...], Verb] = {}
    for verb in load_verbs():
        for form in verb.forms:
            key = tuple(form.casefold().split())
            if key not in found or (verb.sure and not found[key].sure):
                found[key] = verb
    return found


class Names:
    """Printed forms found in a text, the longest first, by the first word of each: time follows the text's length."""

    __slots__ = ("by_word", "names")

    def __init__(self, names: dict[str, Carrier]) -> None:
        self.names = names
        by_word: dict[str, list[str]] = {}
        for form in sorted(names, key=len, reverse=True):
            first = WORD.match(form)
            if (first is not None and len(form) > 1) or form == "X":
                by_word.setdefault(WORD.match(form).group() if first is None else first.group(), []).append(form)  # type: ignore[union-attr]
        self.by_word = by_word

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """``(start, end, form)`` of the forms in ``text`` that end where a word ends; none overlap."""
        found, done = [], 0
        for word in WORD.finditer(text):
            if word.start() < done or text[word.start() - 1 : word.start()] == "-":
                continue
            for form in self.by_word.get(word.group(), ()):
                end = word.start() + len(form)
                if (
                    text.startswith(form, word.start())
                    and not text[end : end + 1].isalnum()
                    and text[end : end + 1] != "-"
                ):
                    found.append((word.start(), end, form))
                    done = end
                    break
        return found


WORD = re.compile(r"\w+")


@lru_cache(maxsize=1)
def _carriers() -> Names:
    names: dict[str, Carrier] = {}
    for outlet in load_outlets():
        if outlet.kind in ("ministry", "government"):
            continue
        kind: HandKind = "agency" if outlet.kind == "agency" else "outlet"
        for form in (outlet.name, *outlet.also):
            names.setdefault(form, Carrier(outlet.name, kind))
    for agency in load_agencies():
        for form in (agency.name, agency.short, *agency.also):
            names[form] = Carrier(agency.name, "agency")
    return Names(names)


def find_carriers(text: str) -> list[tuple[int, int, Carrier]]:
    """The agencies and outlets named in ``text``, a phrase that is already known to name a source or a hearer."""
    names = _carriers()
    return [(start, end, names.names[form]) for start, end, form in names.find(text)]


@lru_cache(maxsize=1)
def _channels() -> tuple[Names, frozenset[str]]:
    names: dict[str, Carrier] = {}
    bare: set[str] = set()
    for channel in load_channels():
        if channel.kind == "spokesperson":
            continue
        for form in (channel.name, *channel.also):
            names.setdefault(re.sub(r"^(?:an?|the|told|its) ", "", form), Carrier(channel.name, "channel"))
        if channel.ambiguous and not channel.name.islower():
            bare.add(channel.name)
    return Names(names), frozenset(bare)


def find_channels(text: str) -> list[tuple[int, int, Carrier]]:
    """The channels named in ``text``; "X" and its like only behind "on", where no other reading is left."""
    names, bare = _channels()
    found = []
    for start, end, form in names.find(text):
        before = text[max(0, start - 40) : start]
        if form in bare and not re.search(r"\b(?:on|to|via|platform|network|site)\s+(?:the\s+)?$", before):
            continue
        found.append((start, end, names.names[form]))
    return found
