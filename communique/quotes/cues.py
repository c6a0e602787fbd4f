"""Cues: the words that attribute, with who speaks and to whom, in one sentence outside of its marks.

the RIA agency quoted Putin as saying      Li said on Monday that ...       ..., according to the ministry
source         cue    quoted               source cue                            cue          source
"""

from __future__ import annotations

from functools import lru_cache

from communique.data import Verb
from communique.quotes.cue import Cue
from communique.quotes.lexicon import CITABLE, verb_forms, words
from communique.quotes.light import pass_light
from communique.quotes.phrases import COMMAS, Line, Range, bears_name, phrase_right
from communique.quotes.shared_sources import share_sources
from communique.quotes.sources import left_source

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
MANNER = words("without by of before after from in for despite")
PREPOSED = words("according as in")
CITING = words("citing quoting")
MAX_THAT = 30  # words between a verb and its "that": a long apposition of the hearer has about twenty


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
    return share_sources(line, found)


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
    if token.pos_ not in ("VERB", "AUX"):
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
                    pass_light(line, last_said),
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
        place,
        last,
        start,
        pass_light(line, after),
        verb,
        line.text(place, last),
        source,
        whole,
        heard=heard,
        finite=finite,
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
    return Cue(place, max(last, cue_last), start, pass_light(line, at), verb, line.text(place, last), source, whole,
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
        return Cue(place, place + 1, first, pass_light(line, place + 1), None, token.text, source, whole)
    return None


LIGHT = words("the a an")


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
