"""Noun phrases beside a cue, found by the words' classes and names rather than by the parse.

    ..., Dmitry Orlov, deputy head of the council, said      said Li, who earlier had met      told the RIA agency that
         ^^^^^^^^^^^^                                              ^^                                ^^^^^^^^^^^^^^

A parser trained on whole sentences errs most where marks, commas and a cue at the end meet; what stands right beside
the cue errs least, so that is asked first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from communique.quotes.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]  # numbers of tokens in the doc, half-open

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "SYM", "X"})
HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
ALONE = words("he she they it we i you who which that this both some many others one")
POSSESSIVE = words("his her their its our my your whose")
SUBORDINATE = words(
    "that but while although though as because since if when after before whereas so and or where who which whom"
)
INNER = words("of for")
DASHES = frozenset("-–—")
GLUE = frozenset("-–.’'/&")
COMMAS = frozenset({",", "—", "–", "(", ")", ";", ":"})
DAY_WORDS = words("on in at late early earlier last this next later since during the")
LIGHT_ADVERBS = words(
    "also then later further again however meanwhile moreover separately earlier recently repeatedly afterwards "
    "previously today yesterday now once thus too alone therefore still already publicly officially clearly reportedly "
    "allegedly"
)


class Line:
    """The words of a sentence outside of marks, by position; a gap is where marked words stand between two of them."""

    __slots__ = ("days", "doc", "lower", "persons", "places", "tokens", "words")

    def __init__(self, doc: Doc, words: Sequence[int]) -> None:
        self.doc = doc
        self.words = words
        self.tokens = [doc[i] for i in words]
        self.lower = [token.lower_ for token in self.tokens]
        labels = {i: token.ent_type_ for i, token in zip(words, self.tokens, strict=True)}
        self.days = frozenset(i for i, label in labels.items() if label == "DATE")
        self.persons = frozenset(i for i, label in labels.items() if label == "PER")
        self.places = frozenset(i for i, label in labels.items() if label == "LOC")

    def __len__(self) -> int:
        return len(self.words)

    def at(self, place: int) -> Token:
        return self.tokens[place]

    def gap(self, place: int) -> bool:
        """Marked words, or the sentence's edge, stand in front of this position."""
        if place <= 0 or place >= len(self.words):
            return True
        before, here = self.words[place - 1], self.words[place]
        return here - before > 1 and any(not self.doc[i].is_space for i in range(before + 1, here))

    def range(self, first: int, last: int) -> Range:
        """Token numbers of the positions ``[first, last)``."""
        return self.words[first], self.words[last - 1] + 1

    def day(self, place: int) -> bool:
        return self.words[place] in self.days

    def text(self, first: int, last: int) -> str:
        a, b = self.range(first, last)
        return self.doc[a:b].text


class Name(NamedTuple):
    """A name the reader saw, by token numbers."""

    start: int
    end: int
    label: str


def names_in(doc: Doc, start: int, end: int) -> list[Name]:
    """The names within the tokens ``[start, end)``: time follows that stretch, not the doc, as ``Span.ents`` would."""
    found: list[Name] = []
    for token in doc[start:end]:
        if not token.ent_type_:
            continue
        if found and token.ent_iob_ == "I" and found[-1].end == token.i:
            found[-1] = Name(found[-1].start, token.i + 1, found[-1].label)
        else:
            found.append(Name(token.i, token.i + 1, token.ent_type_))
    return found


def back_over_light(line: Line, place: int) -> int:
    """From a verb leftwards over auxiliaries, light adverbs and days; the position where its subject should end."""
    at = place - 1
    while at >= 0 and not line.gap(at + 1):
        token = line.at(at)
        word = token.lower_
        if (
            token.pos_ == "AUX"
            or word in LIGHT_ADVERBS
            or (token.pos_ == "ADV" and word not in ALONE)
            or line.day(at)
            or (word in DAY_WORDS and at + 1 < place and line.day(at + 1))
            or word in ("n't", "not", "’ve", "'ve", "’d", "'d", "have", "has", "had", "did")
        ):
            at -= 1
        else:
            break
    return at


def phrase_left(line: Line, end: int) -> int | None:
    """The position where the noun phrase that ends at position ``end`` begins, ``None`` where none ends there."""
    token = line.at(end)
    if token.lower_ in ALONE and token.pos_ != "DET":
        return end
    if (
        token.pos_ not in HEADS
        and token.pos_ != "ADJ"
        and token.lower_ not in ALONE
        and line.words[end] not in line.persons
    ):
        return None
    wide = _leftmost(line, end, wide=True)
    if _clause_start(line, wide) and line.at(wide).pos_ != "ADP" and line.at(wide).lower_ not in SUBORDINATE:
        return wide
    narrow = _leftmost(line, end, wide=False)
    while narrow < end and (
        line.at(narrow).pos_ in ("ADP", "PUNCT", "PART", "CCONJ") or line.at(narrow).lower_ in SUBORDINATE
    ):
        narrow += 1
    if narrow > 0 and not line.gap(narrow) and line.at(narrow - 1).pos_ == "ADP" and narrow > wide:
        while wide < narrow and (
            line.at(wide).pos_ in ("ADP", "PUNCT", "PART", "CCONJ") or line.at(wide).lower_ in SUBORDINATE
        ):
            wide += 1
        return wide  # inside a prepositional phrase nobody speaks: "rebels in Yemen said"
    return narrow


def _leftmost(line: Line, end: int, *, wide: bool) -> int:
    at = end
    while at > 0 and not line.gap(at):
        token = line.at(at - 1)
        word = token.lower_
        if line.day(at - 1) or (word in SUBORDINATE and not (wide and word in ("and", "or"))):
            break
        if not wide and word in INNER and line.at(at).pos_ in ("VERB", "AUX"):
            break
        named = line.words[at - 1] in line.persons or line.doc[line.words[at - 1]].ent_type_ == "ORG"
        if not wide and line.words[at - 1] in line.places and line.words[at] in line.persons:
            break
        hyphened = line.at(at).text == "-" and not _spaced(line, at)
        fits = (
            token.pos_ in NOMINAL
            or named
            or hyphened
            or _titular(line, at - 1)
            or word in POSSESSIVE
            or (token.text in GLUE and not _spaced(line, at - 1))
        )
        if token.text in DASHES and _spaced(line, at - 1):
            break
        if not (fits or word in INNER or (wide and token.pos_ in ("ADP", "CCONJ") and word not in ("as", "by"))):
            break
        if token.pos_ == "DET" and line.at(at).pos_ == "DET":
            break
        at -= 1
    return at


def _titular(line: Line, place: int) -> bool:
    """A preposition in capitals that opens a title: "Under Secretary of the Treasury"."""
    return line.at(place).text == "Under" and place + 1 < len(line) and line.at(place + 1).text[:1].isupper()


def _spaced(line: Line, place: int) -> bool:
    """White space stands around this word: a dash there parts clauses, "–" in "Rasht–Astara" does not."""
    token = line.at(place)
    return bool(token.whitespace_) and (token.i == 0 or bool(line.doc[token.i - 1].whitespace_))


def _clause_start(line: Line, place: int) -> bool:
    if line.gap(place):
        return True
    before = line.at(place - 1)
    return (
        before.text in COMMAS
        or before.text in ("-", "...", "…", "/")
        or before.lower_ in SUBORDINATE
        or line.day(place - 1)
    )


def phrase_right(line: Line, start: int) -> int:
    """The position behind the noun phrase that begins at ``start``; ``start`` itself where none does."""
    if start >= len(line) or (line.gap(start) and start > 0 and line.words[start] - line.words[start - 1] > 1):
        return start
    first = line.at(start)
    if first.lower_ in ALONE and first.pos_ == "PRON":
        return start + 1
    if (
        first.pos_ not in NOMINAL
        and not _titular(line, start)
        and first.lower_ not in POSSESSIVE
        and line.words[start] not in line.persons
        and first.pos_ != "PRON"
    ):
        return start
    at, headed = start, False
    while at < len(line) and (at == start or not line.gap(at)):
        token = line.at(at)
        if line.day(at) or (headed and (token.pos_ == "DET" or token.lower_ in ALONE or token.lower_ in POSSESSIVE)):
            break
        inner = (
            headed
            and token.lower_ in INNER | {"in", "to", "at", "from", "with"}
            and token.pos_ in ("ADP", "SCONJ", "PART")
        )
        if inner and (token.lower_ in INNER or _names_body(line, at)):
            headed = False
            at += 1
            continue
        joint = (
            headed
            and token.lower_ == "and"
            and at + 1 < len(line)
            and line.at(at + 1).pos_ in ("PROPN", "DET", "NOUN", "ADJ")
        )
        if joint and not _verb_follows(line, at + 1):
            headed = False
            at += 1
            continue
        hyphened = at > start and line.at(at - 1).text == "-" and not _spaced(line, at - 1)
        if not (token.pos_ in NOMINAL or hyphened or _titular(line, at) or line.words[at] in line.persons or token.lower_ in POSSESSIVE or token.text in GLUE - {"."}
                or (token.pos_ == "PRON" and at == start) or token.ent_type_ in ("ORG", "PER", "LOC")):  # fmt: skip
            break
        headed = headed or token.pos_ in HEADS
        at += 1
    while at > start and (line.at(at - 1).pos_ in ("ADP", "PUNCT", "CCONJ") and line.at(at - 1).text != "."):
        at -= 1
    return at


def _names_body(line: Line, place: int) -> bool:
    """The preposition leads to a name that belongs to the head: "officials in Tehran", "a source at the ministry"."""
    return (
        place + 1 < len(line)
        and line.at(place).lower_ in ("in", "at", "from", "to")
        and not line.day(place + 1)
        and (
            line.at(place + 1).ent_type_ in ("LOC", "ORG")
            and line.at(place - 1).lower_.endswith(("s", "source", "official", "ambassador", "envoy"))
        )
    )


def _verb_follows(line: Line, place: int) -> bool:
    for at in range(place, min(place + 5, len(line))):
        if line.at(at).pos_ in ("VERB", "AUX"):
            return True
        if line.at(at).text in COMMAS or line.gap(at + 1):
            return False
    return False


def bears_name(line: Line, place: int) -> bool:
    """``his counterpart Said Al Harthy``: a capital inside a sentence, or in a person's name at its head, is no verb's."""
    token = line.at(place)
    if not token.text[:1].isupper() or (len(token.text) > 1 and token.text.isupper()):
        return False
    if line.gap(place):
        follows = place + 1 < len(line) and not line.gap(place + 1) and line.words[place + 1] in line.persons
        return (
            follows
            and line.words[place] in line.persons
            and token.ent_iob_ == "B"
            and line.at(place + 1).ent_iob_ == "I"
        )
    return not line.at(place - 1).is_punct
