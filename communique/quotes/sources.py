"""Who stands as the subject of a verb: right in front of it, or in front of what is set between commas.

Orlov, deputy head of the council, said      three people briefed on the plan said      Li, who had met him, said
^^^^^                                        ^^^^^^^^^^^^                                ^^
"""

from __future__ import annotations

from communique.quotes.lexicon import BODIES
from communique.quotes.phrases import COMMAS, SUBORDINATE, Line, Range, back_over_light, phrase_left, phrase_right

Found = tuple[Range | None, Range | None, int]  # the phrase, the phrase with its apposition, where the clause starts


def left_source(line: Line, place: int) -> Found:
    """Who stands as the subject in front of a verb: right there, or in front of what is set between commas."""
    end = back_over_light(line, place)
    if end < 0 or (line.gap(end + 1) and end + 1 < place):
        return None, None, end + 1
    if line.gap(end + 1):
        return None, None, place
    if line.at(end).text not in COMMAS:
        start = phrase_left(line, end)
        if start is None:
            return _parsed(line, place)
        named = _unclosed(line, start, end)
        if named is not None:
            return named
        start, end = _with_participle(line, start, end)
        return _relative(line, start, end)
    return _before_insertion(line, end)


def _unclosed(line: Line, start: int, end: int) -> Found | None:
    """``“...,” Ivan Orlov, deputy head of the council told them``: an office whose second comma the writer left out."""
    if start < 2 or line.at(start - 1).text != "," or line.words[start - 2] not in line.persons or line.gap(start):
        return None
    left = phrase_left(line, start - 2)
    noun = next((line.at(i) for i in range(start, end + 1) if line.at(i).pos_ in ("NOUN", "PROPN")), None)
    named = any(line.words[i] in line.persons for i in range(start, end + 1))
    if left is None or not line.gap(left) or noun is None or noun.pos_ == "PROPN" or named or BODIES.search(noun.text):
        return None
    return line.range(left, start - 1), line.range(left, end + 1), left


def _with_participle(line: Line, start: int, end: int) -> tuple[int, int]:
    """``three people briefed on the demand said``: the phrase that opens the clause, not the one beside the verb."""
    first = _segment_start(line, end)
    if first >= start or line.at(first).lower_ in SUBORDINATE:
        return start, end
    stop = phrase_right(line, first)
    if (
        stop == first
        or stop >= start
        or line.at(stop).pos_ != "VERB"
        or not line.at(stop).lower_.endswith(("ed", "en", "n", "t"))
    ):
        return start, end
    verbs = [line.at(i) for i in range(stop, start) if line.at(i).pos_ in ("VERB", "AUX")]
    if len(verbs) != 1 or any(child.dep_.startswith("nsubj") and child.i < verbs[0].i for child in verbs[0].children):
        return start, end
    return first, stop - 1


def _parsed(line: Line, place: int) -> Found:
    """The parser's subject, where something stands between it and the verb: "three people briefed on it said"."""
    subject = next((child for child in line.at(place).lefts if child.dep_.startswith("nsubj")), None)
    if subject is None or subject.lower_ in ("who", "which", "that"):
        return None, None, place
    try:
        end = line.words.index(subject.i)
    except ValueError:
        return None, None, place
    start = phrase_left(line, end)
    if start is None:
        return None, None, place
    found = line.range(start, end + 1)
    return found, found, start


def _relative(line: Line, start: int, end: int) -> Found:
    """``Kim Kye-gwan, who said``: the antecedent."""
    if start == end and line.at(start).lower_ == "who" and start > 0 and not line.gap(start):
        before = start - 1 if line.at(start - 1).text not in COMMAS else start - 2
        if before >= 0 and not line.gap(before + 1):
            left = phrase_left(line, before)
            if left is not None:
                found = line.range(left, before + 1)
                return found, found, left
        return None, None, start
    if (
        start == end
        and line.at(start).lower_ in ("that", "this", "which", "who", "it")
        and line.at(start).lower_ != "it"
    ):
        return None, None, start
    found = line.range(start, end + 1)
    return found, found, start


def _before_insertion(line: Line, comma: int) -> Found:
    """Up to five segments between commas: the phrase that ends with a person's name, else the first noun phrase."""
    end, best, start_best, tries = comma, None, comma, 0
    named_best: tuple[Range, int] | None = None
    while end > 0 and tries < 5 and not line.gap(end):
        start = _segment_start(line, end)
        left = phrase_left(line, end - 1) if end - 1 >= start else None
        opening = line.at(start)
        aside = opening.pos_ in ("VERB", "ADP", "SCONJ", "ADV") or opening.lower_ in (
            "who",
            "which",
            "whose",
            "where",
            "when",
        )
        if (
            aside
            and start > 0
            and line.at(start - 1).text in COMMAS
            and line.words[end - 1] not in line.persons | line.places
        ) or (aside and opening.pos_ == "VERB"):
            left = None
        if left is not None and start > 0 and line.at(start - 1).text == "(":
            left = None  # "Senator Rossi (D-N.J.) said": what stands in brackets explains who speaks
            if start < 2 or not _nameable(line, start - 2):
                return None, None, comma + 1  # a link's litter in front of the bracket names nobody
        if left is not None:
            candidate = line.range(max(left, start), end)
            named = line.words[end - 1] in line.persons
            whole_segment = max(left, start) == start
            if named or line.at(end - 1).lower_ in ("he", "she", "they"):
                if named_best is None or whole_segment:
                    named_best = candidate, max(left, start)
                if not whole_segment:
                    break
            elif named_best is not None:
                break
            elif best is None or whole_segment:
                best, start_best = candidate, max(left, start)
            if tries > 0 and not whole_segment:
                break
        if start == 0 or line.gap(start) or line.at(start - 1).text not in COMMAS:
            break
        end, tries = start - 1, tries + 1
    if named_best is not None:
        candidate, start = named_best
        return candidate, (candidate[0], line.words[comma]), start
    if best is None:
        return None, None, comma + 1
    return best, (best[0], line.words[comma]), start_best


def _nameable(line: Line, place: int) -> bool:
    """A name or a noun that a bracket can explain, not a word in capitals that no name holds."""
    token = line.at(place)
    if line.words[place] in line.persons or token.ent_type_ == "ORG":
        return not (token.text.isupper() and token.ent_type_ == "PER" and len(token.text) > 3)
    return token.pos_ in ("NOUN", "PROPN", "PRON") and not token.text.isupper()


def _segment_start(line: Line, end: int) -> int:
    at = end
    while at > 0 and not line.gap(at) and line.at(at - 1).text not in COMMAS:
        at -= 1
    return at
