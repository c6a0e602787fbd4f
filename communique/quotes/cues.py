"""Cues: the words that attribute, with who speaks and to whom, in one sentence outside of its marks.

the RIA agency quoted Putin as saying      Li said on Monday that ...       ..., according to the ministry
source         cue    quoted               source cue                            cue          source
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from communique.data import Verb
from communique.quotes.lexicon import CITABLE, DOCUMENTS, HEARERS, find_channels, verb_forms, words
from communique.quotes.phrases import ALONE, COMMAS, SUBORDINATE, Line, Range, bears_name, phrase_left, phrase_right
from communique.quotes.sources import left_source

CORE = words("said says told tells added adds stated noted stressed wrote announced thundered")
MODAL = words("will would could may might should must can cannot ca 'll ’ll")
INVERTING = words(
    "say add report note state announce explain write warn argue claim stress insist conclude confirm reply"
)
NEGATION = words("not n't n’t never neither nor")
BE = words("is are was were be been being")
TO_FRONT = words("went goes going continued continues on proceeded")
CARRIED = [
    [word, "by"]
    for word in ["quoted", "cited", "reported", "carried", "published", "relayed", "released", "broadcast", "aired"]
]
CARRIED_AS = [["as", *words] for words in CARRIED]
ACTING = words(
    "say report claim write warn deny"
)  # kinds of participles that take the sentence's subject: ", saying that"
MANNER = words("without by of before after from in for despite")
PREPOSED = words("according as in")
CITING = words("citing quoting")
MAX_THAT = 30  # words between a verb and its "that": a long apposition of the hearer has about twenty


@dataclass(frozen=True, slots=True)
class Cue:
    """An attribution's words: positions are those of the sentence's ``Line``, ranges are token numbers.

    ``first``/``last``: the cue's own words. ``start``/``stop``: the clause with source, hearer, day and channel.
    ``source``: the words that name who speaks; ``whole`` with its apposition. ``quoted``: whom the source quotes.
    """

    first: int
    last: int
    start: int
    stop: int
    verb: Verb | None
    form: str
    source: Range | None
    whole: Range | None
    quoted: Range | None = None
    heard: Range | None = None
    carrier: Range | None = None  # "was quoted by TASS": who carried it
    inverted: bool = False
    finite: bool = True
    phrase: bool = False


def find_cues(line: Line) -> tuple[Cue, ...]:
    """Every cue of the sentence, in order. Bare nouns ("his statement"), passives without a source and words that
    are denied to have been said ("did not say whether") are none."""
    found: list[Cue] = []
    place = 0
    opening = _openings()
    while place < len(line):
        cue = (_according(line, place) or _verbal(line, place)) if line.lower[place] in opening else None
        if cue is None:
            place += 1
            continue
        found.append(cue)
        place = max(cue.last, cue.stop if cue.phrase else cue.last)
    return _with_shared_sources(line, found)


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The words a cue can begin with: nothing else of a sentence is looked at twice."""
    return frozenset({key[0] for key in verb_forms()} | {one[0] for one in [*CARRIED, *CARRIED_AS]} | PREPOSED | CITING)


def _according(line: Line, place: int) -> Cue | None:
    words = line.lower[place : place + 4]
    if words[:2] in (["according", "to"], ["as", "per"]):
        last = place + 2
    elif words[:4] in (["in", "the", "words", "of"], ["in", "the", "view", "of"], ["in", "the", "opinion", "of"]):
        last = place + 4
    elif words[:3] in CARRIED_AS:
        last = place + 3
    elif words[:2] in CARRIED and (place == 0 or line.gap(place) or line.at(place - 1).text in COMMAS):
        last = place + 2
    elif words[:1] in (["citing"], ["quoting"]):
        last = place + 1
    else:
        return None
    end = phrase_right(line, last)
    if end == last:
        return None
    source = line.range(last, end)
    if words[0] in CITING and not _citable(line, last, end):
        return None
    stop, finite = end, True
    if words[0] == "quoting" and [line.at(i).lower_ for i in range(end, min(end + 2, len(line)))] == ["as", "saying"]:
        stop = end + 2
    return Cue(
        place, last, place, stop, None, " ".join(words[: last - place]), source, source, phrase=True, finite=finite
    )


def _citable(line: Line, first: int, end: int) -> bool:
    """Somebody who can speak is cited: "citing a source", not "citing his failure"."""
    return any(
        line.at(i).lower_ in CITABLE or line.at(i).ent_type_ in ("PER", "ORG") or line.words[i] in line.persons
        for i in range(first, end)
    )


def _verbal(line: Line, place: int) -> Cue | None:
    token = line.at(place)
    forms = verb_forms()
    two = (token.lower_, line.at(place + 1).lower_) if place + 1 < len(line) else ()
    three = (*two, line.at(place + 2).lower_) if place + 2 < len(line) else ()
    key = next((k for k in (three, two, (token.lower_,)) if k in forms), None)
    if key is None:
        return None
    verb, last = forms[key], place + len(key)
    if token.pos_ not in ("VERB", "AUX") and token.lower_ not in CORE and not _stands_as_verb(line, place, last):
        return None
    if place > 0 and not line.gap(place) and line.at(place - 1).pos_ == "DET":
        return None
    if bears_name(line, place):
        return None
    if (
        verb.lemma in ("accuse", "credit", "praise")
        and last < len(line)
        and line.at(last).lower_ in ("of", "for", "with")
    ):
        return None  # "firms accused of": a passive
    if place > 0 and line.at(place - 1).text == "-" and not line.at(place - 1).whitespace_:
        return None  # "higher-than-expected"
    finite = not token.lower_.endswith("ing")
    if (
        not finite
        and place > 0
        and not line.gap(place)
        and (line.at(place - 1).pos_ == "ADP" or line.at(place - 1).lower_ in MANNER)
    ):
        return None  # "without saying how many"
    before = [line.at(i).lower_ for i in range(max(0, place - 4), place)]
    if _blocked(before, verb, finite):
        return None
    if finite and BE & set(before[-2:]) and verb.kind != "quote":
        return None  # a passive names no speaker: "it was announced that"
    if verb.kind == "quote":
        return _quoting(line, place, last, verb, passive=bool(BE & set(before[-3:])))
    return _saying(line, place, last, verb, finite)


def _stands_as_verb(line: Line, place: int, last: int) -> bool:
    """``..., the daily Mainichi reports.``, ``he counters that``: a form that is also a noun, where only a verb can stand."""
    if place < 1 or not line.at(place).lower_.endswith(("s", "ed")) or line.gap(place):
        return False
    if last < len(line) and (line.at(last).lower_ == "that" or line.gap(last)):
        return line.at(place - 1).pos_ in ("NOUN", "PROPN", "PRON", "PUNCT")
    at_end = last >= len(line) or line.at(last).text in (".", ",")
    return (
        at_end
        and line.at(place - 1).pos_ == "PROPN"
        and any(line.at(i).text == "," for i in range(max(0, place - 8), place))
    )


def _blocked(before: list[str], verb: Verb, finite: bool) -> bool:
    if (
        NEGATION & set(before[-3:])
        and verb.kind in ("say", "report", "claim", "write", "hope")
        and "only" not in before
    ):
        return True
    if MODAL & set(before[-2:]):
        return True
    return bool(finite and before[-1:] == ["to"] and not (set(before[-3:-1]) & TO_FRONT))


def _saying(line: Line, place: int, last: int, verb: Verb, finite: bool) -> Cue | None:
    source, whole, start = left_source(line, place) if finite else (None, None, place)
    inverted = False
    if (
        finite
        and place > 0
        and line.at(place - 1).text == ","
        and verb.lemma in INVERTING
        and _speaker_follows(line, last)
    ):
        source = None
    if source is None and finite:
        before = line.at(place - 1).text if place > 0 else ""
        if (line.gap(place) or before in (",", "-", "—", "–")) and verb.lemma != "tell":
            end = phrase_right(line, last)
            if end > last and not (
                line.at(last).pos_ == "PRON" and line.at(last).lower_ in ("him", "them", "me", "us")
            ):
                source = whole = line.range(last, end)
                inverted, last_said = True, end
                return Cue(
                    place,
                    last,
                    place,
                    _light(line, last_said),
                    verb,
                    line.text(place, last),
                    source,
                    whole,
                    inverted=inverted,
                )
    heard, after = None, last
    if verb.lemma in (
        "tell",
        "inform",
        "assure",
        "remind",
        "brief",
        "notify",
        "warn",
        "urge",
        "ask",
        "caution",
        "reassure",
        "advise",
    ):
        end = phrase_right(line, last)
        if end > last and line.at(last).lower_ not in ("he", "she", "they", "it", "we", "i", "there"):
            heard, after = line.range(last, end), end
    return Cue(
        place, last, start, _light(line, after), verb, line.text(place, last), source, whole, heard=heard, finite=finite
    )


def _speaker_follows(line: Line, last: int) -> bool:
    """``..., said the official.``: a noun phrase stands behind the verb, and no clause of its own behind that."""
    if last >= len(line) or line.gap(last) or line.at(last).pos_ == "PRON" or line.day(last):
        return False
    end = phrase_right(line, last)
    if end == last or not _citable(line, last, end):
        return False
    return (
        end >= len(line)
        or line.gap(end)
        or line.day(end)
        or line.at(end).text in (".", ",", "(", ";")
        or line.at(end).lower_ in ("who", "on", "in", "at", "after", "during")
    )


def _quoting(line: Line, place: int, last: int, verb: Verb, *, passive: bool) -> Cue | None:
    """``quoted Putin as saying``; ``Putin was quoted by TASS as saying``; ``cited the ministry as saying``."""
    source, whole, start = left_source(line, place)
    carrier: Range | None = None
    quoted: Range | None = None
    at = last
    if passive:
        if at < len(line) and line.at(at).lower_ == "by":
            end = phrase_right(line, at + 1)
            carrier = line.range(at + 1, end) if end > at + 1 else None
            at = end
    else:
        end = phrase_right(line, at)
        if end > at:
            quoted = line.range(at, end)
            at = end
    saying = _as_saying(line, at)
    if saying is None and (
        (passive and carrier is None) or (not passive and (verb.lemma not in ("quote", "cite") or quoted is None))
    ):
        return None
    at = saying or at
    if passive and carrier is None and at < len(line) and line.at(at).lower_ == "by":
        end = phrase_right(line, at + 1)
        carrier = line.range(at + 1, end) if end > at + 1 else None
        at = end
    cue_last = at if saying and not line.gap(saying - 1) else last
    return Cue(place, max(last, cue_last), start, _light(line, at), verb, line.text(place, last), source, whole,
               quoted=quoted, carrier=carrier)  # fmt: skip


def _as_saying(line: Line, at: int) -> int | None:
    for shift in range(at, min(at + 14, len(line) - 1)):
        if line.at(shift).lower_ == "as" and line.at(shift + 1).lower_.endswith("ing"):
            end = shift + 2
            if line.at(shift + 1).lower_ == "telling":
                end = phrase_right(line, end)
            return end
        if line.at(shift).text in (".", ";") or (shift > at and line.gap(shift)):
            return None
    return None


def _light(line: Line, at: int) -> int:
    """The position behind what belongs to the cue: days, "reporters", channels ("in a statement"), adverbs."""
    while at < len(line) and not line.gap(at):
        token = line.at(at)
        word = token.lower_
        if (
            line.day(at)
            or word in HEARERS
            or (token.pos_ == "ADV" and word not in ALONE and word not in ("no", "only", "when", "how", "why", "where"))
        ):
            at += 1
        elif word in (
            "on",
            "in",
            "late",
            "early",
            "earlier",
            "last",
            "this",
            "during",
            "at",
            "to",
            "through",
            "via",
            "by",
            "after",
            "before",
            "from",
            "with",
            "upon",
            "following",
            "over",
            "for",
            "ahead",
        ):
            end = _adjunct(line, at)
            if end is None:
                break
            at = end
        elif (token.pos_ == "VERB" and word in ISSUED and at > 0 and line.at(at - 1).pos_ in ("NOUN", "PROPN")) or (
            token.text == ","
            and at + 1 < len(line)
            and not line.gap(at + 1)
            and line.at(at + 1).lower_
            in ("in", "on", "at", "during", "after", "speaking", "referring", "when", "while", "following")
        ):
            end = _aside(line, at + 1)
            if end is None:
                break
            at = end
        else:
            break
    return at


ISSUED = words(
    "issued posted released published carried aired broadcast sent made given seen obtained quoted shared uploaded shown"
)


def _adjunct(line: Line, at: int) -> int | None:
    """A prepositional phrase that tells when or through what: up to its last word; ``None`` for any other."""
    if at + 1 < len(line) and line.day(at + 1) and not line.gap(at + 1):
        return at + 1
    end = phrase_right(line, at + 1)
    if end == at + 1 or end >= len(line):
        return end if end > at + 1 else None
    words = line.text(at, end)
    stops = (
        line.gap(end)
        or line.at(end).text in (".", ",", ":", ")", "—", "–", "(")
        or line.day(end)
        or line.at(end).lower_ in ("that", "on", "in", "at", "with", "to")
    )
    if find_channels(words) or stops:
        return end
    return None


def _aside(line: Line, at: int) -> int | None:
    """What is set off by a comma behind the cue: to the next comma, the next marks or the end, without a subject."""
    for end in range(at, min(at + 25, len(line))):
        if (end > at and line.gap(end)) or line.at(end).text in (".", ":", ";"):
            return end
        if line.at(end).text == ",":
            return end
        if end > at and line.at(end).pos_ in ("VERB", "AUX") and not line.at(end).lower_.endswith(("ing", "ed")):
            return None
    return len(line) if len(line) - at < 25 else None


def _with_shared_sources(line: Line, cues: list[Cue]) -> tuple[Cue, ...]:
    """A verb without a subject of its own has that of the verb it is joined to: "said ... and added", "..., adding"."""
    done: list[Cue] = []
    for number, cue in enumerate(cues):
        if cue.source is None and not cue.phrase and cue.quoted is None:
            giver = next((c for c in reversed(done) if c.source is not None and not c.phrase), None)
            if giver is None and not cue.finite:
                giver = next((c for c in cues[number + 1 :] if c.source is not None and c.finite), None)
            free = (
                cue.first == 0
                or line.gap(cue.first)
                or line.at(cue.first - 1).text in COMMAS
                or line.at(cue.first - 1).pos_ in ("ADV", "SCONJ", "CCONJ")
                or line.at(cue.first - 1).lower_ in DOCUMENTS
                or line.day(cue.first - 1)
            )
            joined = (
                cue.first == 0
                or (not cue.finite and free)
                or line.at(cue.first - 1).lower_ in ("and", "but", "also", "then", ",")
                or (cue.first > 1 and line.at(cue.first - 2).lower_ in ("and", "but"))
            )
            if (
                giver is None
                and not cue.finite
                and free
                and cue.verb is not None
                and cue.verb.kind in ACTING
                and (subject := _acting(line, cue)) is not None
            ):
                done.append(replace(cue, source=subject, whole=subject))
                continue
            if giver is None and cue.finite and (subject := _joined_subject(line, cue)) is not None:
                done.append(replace(cue, source=subject, whole=subject))
                continue
            if (
                giver is None
                or not joined
                or (giver.inverted and cue.finite and cue.first > 0 and line.at(cue.first - 1).text == ",")
            ):
                continue
            cue = replace(cue, source=giver.quoted or giver.source, whole=giver.quoted or giver.whole)
        done.append(cue)
    return tuple(done)


def speaking_clause(line: Line, start: int) -> Cue | None:
    """Any verb with a subject right behind marks that end with a comma: “...,” the bride's mother called across."""
    while start < len(line) and line.at(start).is_punct:
        start += 1
    for place in range(start, min(start + 10, len(line))):
        token = line.at(place)
        if (
            token.text in (".", ";", ":")
            or (place > start and line.gap(place))
            or token.lower_ in ("that", "is", "are", "was", "were")
        ):
            return None
        if token.pos_ != "VERB" or token.lower_.endswith("ing"):
            continue
        if place == start:
            end = phrase_right(line, place + 1)
            if end == place + 1:
                return None
            found = line.range(place + 1, end)
            return Cue(place, place + 1, place, end, None, token.text, found, found, inverted=True)
        source, whole, first = left_source(line, place)
        if source is None or (first > start + 1 and line.at(start).lower_ not in LIGHT):
            return None
        return Cue(place, place + 1, first, _light(line, place + 1), None, token.text, source, whole)
    return None


LIGHT = words("the a an")


def _acting(line: Line, cue: Cue) -> Range | None:
    """Who acts in the clause that a participle hangs on: "Orlov left the hall, saying that", "Orlov issued a statement saying".

    The first clause of the sentence is meant, unless it is one of time or condition; and nobody is where another
    person acts in between.
    """
    found: list[Range] = []
    for place in range(1, cue.first):
        token = line.at(place)
        if token.pos_ not in ("VERB", "AUX") or token.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
            continue
        source, _, start = left_source(line, place)
        if source is None or line.at(start).lower_ in ("it", "there", "this", "that", "which"):
            continue
        subordinate = start > 0 and line.at(start - 1).lower_ in SUBORDINATE
        if not subordinate and source not in found:
            found.append(source)
    return found[0] if len(found) == 1 else None


def _joined_subject(line: Line, cue: Cue) -> Range | None:
    """The subject of the verb that the parse joins this one to: "accepted the ship and said that"."""
    token = line.at(cue.first)
    if token.dep_ != "conj" or token.head.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((child for child in token.head.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.i not in line.words:
        return None
    end = line.words.index(subject.i)
    while end + 1 < len(line) and line.at(end + 1).dep_ == "flat":
        end += 1
    start = phrase_left(line, end)
    return None if start is None else line.range(start, end + 1)


def content_start(line: Line, cue: Cue) -> int | None:
    """The position where the words reported behind a cue begin; ``None`` where nothing is reported behind it.

    A "that" is the best sign. Without one, what the cue keeps to itself (hearer, day, channel) is passed over.
    """
    limit = min(cue.last + MAX_THAT, len(line))
    for at in range(cue.last, limit):
        token = line.at(at)
        if token.lower_ == "that" and (token.dep_ != "det" or at in (cue.last, cue.stop)):
            if (
                at > cue.last
                and at + 1 < len(line)
                and line.at(at + 1).pos_ in ("VERB", "AUX")
                and line.at(at - 1).pos_ in ("NOUN", "PROPN")
            ):
                return None  # "told them after the meeting that was held in May"
            if (
                at > cue.stop
                and line.at(at - 1).pos_ == "NOUN"
                and cue.heard is None
                and line.at(cue.stop).pos_ in ("DET", "ADJ", "NOUN", "PROPN")
            ):
                break  # "dismissed a report that": the phrase is the content, and its clause a part of it
            return at + 1 if at + 1 < len(line) else None
        said = verb_forms().get((token.lower_,))
        if (
            said is not None
            and said.sure
            and token.lower_.endswith("ing")
            and token.lower_ not in ("speaking", "replying", "responding", "answering")
        ):
            break
        if at >= cue.last and token.lower_ in ("it", "he", "she", "they", "we", "i", "there"):
            break
        if (token.pos_ == "AUX" or token.text in (":", ";", ".")) or (at > cue.last and line.gap(at)):
            break
        if token.pos_ == "VERB" and not token.lower_.endswith(("ing", "ed")):
            break
    at = cue.stop
    while at < len(line) and line.at(at).text in (",", ":"):
        at += 1
    return at if at < len(line) else None
