"""What the words of a source say of themselves: where the name stands in them, whose document, which agency."""

from __future__ import annotations

import re
from itertools import pairwise

from communique.quotes.lexicon import Carrier, find_carriers, words
from communique.quotes.phrases import Range, names_in
from communique.reader.passage import Passage

ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|our|this|that)\s+", re.IGNORECASE)


MEDIA_PHRASE = re.compile(
    r"\b(?:(?:news|press|information|wire) (?:agency|agencies|service|reports?|outlets?|site|website|channel)|media(?: reports?| outlets?)?|"
    r"newspapers?|daily|broadcaster|state (?:tv|television|radio|media)|television|magazine|news reports)\s*$",
    re.IGNORECASE,
)


HONORIFICS = words("Mr Mrs Ms Dr Sir Lord Lady Prof President Gen Sen Rep")


def core_of(passage: Passage, source: Range) -> Range:
    """The phrase without what follows a comma in it, and without marks of punctuation at its edges."""
    doc, (start, end) = passage.doc, source
    for i in range(start + 1, end):
        if doc[i].text in (",", "(", "—", "–"):
            end = i
            break
    while end - 1 > start and doc[end - 1].is_punct:
        end -= 1
    while start < end - 1 and (doc[start].is_punct or doc[start].pos_ in ("CCONJ", "SCONJ")):
        start += 1
    return start, end


def belongs(passage: Passage, head: int, name: int) -> bool:
    """``critics in the capital of Mr. Orlov``, ``a lawyer for Orlov``: a common noun that a preposition ties the name to.

    "Minister of Foreign Affairs Orlov" has words of its office between the preposition and the name, and is Orlov.
    """
    doc = passage.doc
    offices = {i for office in doc.spans.get("offices", ()) for i in range(office.start, office.end)}
    if head >= name or doc[head].pos_ != "NOUN" or head in offices:
        return False
    at = name - 1
    while at > head and (doc[at].pos_ in ("DET", "ADJ") or at in offices or doc[at].text.rstrip(".") in HONORIFICS):
        at -= 1
    return at > head and doc[at].pos_ == "ADP"


def head_of(passage: Passage, core: Range) -> int:
    """The last noun before the first preposition: "spokesman" in "a spokesman for the ministry"."""
    doc = passage.doc
    last = core[0]
    for i in range(*core):
        if doc[i].pos_ == "ADP" and i > core[0] and doc[i - 1].text not in ("-", "–"):
            break
        if doc[i].pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM", "ADJ"):
            last = i
    return last


def bag_of(passage: Passage, source: Range, whole: Range | None) -> frozenset[str]:
    start, end = source
    if whole is not None:
        start, end = min(start, whole[0]), max(end, whole[1])
    return frozenset(t.lower_ for t in passage.doc[start:end] if t.pos_ in ("NOUN", "PROPN", "ADJ"))


def is_joint(passage: Passage, core: Range) -> bool:
    """Two names joined: "Xi and Medvedev", "Paris and Berlin"; one name with two offices is one."""
    doc = passage.doc
    joints = [i for i in range(core[0] + 1, core[1] - 1) if doc[i].lower_ == "and"]
    if not joints:
        return False
    offices = {i for office in doc.spans.get("offices", ()) for i in range(office.start, office.end)}
    for i in joints:
        proper = doc[i - 1].pos_ == "PROPN" == doc[i + 1].pos_ and not {i - 1, i + 1} & offices and not doc[i].ent_type_
        if proper and doc[core[1] - 1].pos_ == "PROPN" and not any(doc[j].pos_ == "NOUN" for j in range(i, core[1])):
            return True
    names = [name for name in names_in(doc, *core) if name.label in ("PER", "LOC", "ORG")]
    if (
        not names
        or names[-1].end != core[1]
        or (names[-1].label == "PER" and sum(name.label == "PER" for name in names) == 1)
    ):
        return False
    return any(
        one.end < core[1]
        and doc[one.end].lower_ == "and"
        and doc[other.start - 1].lower_ != "of"
        and one.label == other.label
        for one, other in pairwise(names)
    )


def listed(passage: Passage, core: Range) -> Range:
    """The whole list that ends in two joined names: "Macron, Merz and Starmer"."""
    doc, start = passage.doc, core[0]
    while start > 1 and doc[start - 1].text == "," and doc[start].sent == doc[start - 2].sent:
        at = start - 1
        while (
            at > 0 and doc[at - 1].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM") and not doc[at].is_sent_start
        ):
            at -= 1
        if at == start - 1 or not doc[start - 2].ent_type_:
            break
        start = at
    return start, core[1]


def owner_of(passage: Passage, core: Range, head: int) -> Range | None:
    """Whose document: "Putin's message", "a statement by the ministry", "the statement of the Foreign Ministry"."""
    doc = passage.doc
    for i in range(core[0] + 1, head):
        if doc[i].lower_ in ("'s", "’s", "'", "’") and doc[i].pos_ != "VERB":
            return core[0], i
    owners = [name for name in names_in(doc, core[0], head) if name.end == head and name.label in ("ORG", "PER", "LOC")]
    if owners:
        return owners[0].start, owners[0].end  # "the Kremlin statement"
    if head + 2 < core[1] + 8 and head + 1 < len(doc) and doc[head + 1].lower_ in ("by", "from", "of"):
        end = head + 2
        while (
            end < len(doc) and doc[end].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART") and not doc[end].is_sent_start
        ):
            end += 1
        if end > head + 2 and doc[head + 2 : end].text[:1]:
            return head + 2, end
    return None


def carrier_of(passage: Passage, core: Range) -> Carrier | None:
    """The agency or outlet the phrase is about: "the RIA state news agency", not "a spokesman for Reuters"."""
    doc = passage.doc
    phrase = doc[core[0] : core[1]]
    if any(token.ent_type_ == "PER" for token in phrase):
        return None
    stop = next(
        (
            i
            for i in range(core[0] + 1, core[1])
            if doc[i].pos_ == "ADP" and doc[i].lower_ in ("of", "for", "at", "in", "from")
        ),
        core[1],
    )
    text = doc[core[0] : stop].text
    media = bool(MEDIA_PHRASE.search(text))
    for start, end, carrier in find_carriers(text):
        rest = (text[:start] + " " + text[end:]).casefold().split()
        known = media or all(word in _FILLERS or word.endswith(("'s", "’s", "-run", "-owned")) for word in rest)
        adjectives = all(word in _FILLERS or len(word) > 2 for word in text[:start].casefold().split())
        if known or (not text[end:].strip() and adjectives and carrier.kind == "agency" and len(rest) <= 4):
            return carrier
    return None


_FILLERS = words(
    "the a state state-run state-owned official semi-official semiofficial news agency agencies newspaper daily tv television channel "
    "broadcaster network local private pro-government influential national portal website site radio magazine weekly its own"
)
