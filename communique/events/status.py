"""Whether what is told happened: read from the words that govern it, nearest first.

Lavrov is due to meet ...   planned      denied a report that Lavrov met ...   denied
a visit was called off      cancelled    could meet, reportedly met            uncertain
wants to meet, if they meet, no plans to meet, leaders meet every year         no event at all
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from communique.events.kinds import word_set
from communique.events.syntax import find_subject, is_cut_off, preposition, sentence_of
from communique.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_SCOPE = (
    "ccomp",
    "xcomp",
    "obj",
    "nsubj",
    "nsubj:pass",
    "csubj",
    "csubj:pass",
    "acl",
    "nmod",
    "obl",
    "compound",
    "nmod:poss",
    "dep",
    "obl:unmarked",
)
_NARROW = ("obj", "xcomp", "nsubj:pass", "acl", "nmod", "obl", "nsubj", "ccomp", "compound", "dep")
_REPORTS = frozenset(
    [
        "report",
        "reports",
        "claim",
        "claims",
        "rumour",
        "rumours",
        "rumor",
        "rumors",
        "allegation",
        "allegations",
        "news",
        "suggestion",
    ]
)
_ABOUT = ("", "for", "of", "to", "about", "on", "against", "from", "by", "off", "out")
_HABIT = re.compile(
    r"\b(?:every|each) (?:year|month|week|day|time|two|three|spring|summer|autumn|winter)\b|\b(?:regularly|annually|usually|often|routinely)\b",
    re.IGNORECASE,
)
_AUX_MAYBE = ("may", "might", "could")
_WILL = ("will", "'ll", "’ll", "shall", "wo")


class Judged(NamedTuple):
    """A status and the word it hangs on; ``None`` for what is no event, with the reason for the ledger."""

    status: Status | None
    because: str
    soft: bool = False  # an infinitive of purpose: "flew to Oslo to meet him" adds nothing of its own


def judge_status(trigger: Token, light: Token | None, headline: bool) -> Judged:
    """Whether the event of ``trigger`` happened; ``light`` is the verb that carries a noun ("held talks")."""
    named = trigger.head if trigger.dep_ == "appos" and light is None else trigger  # "Rope, an exercise, is planned"
    chain = list(_chain(light if light is not None else named))
    if light is not None:
        chain.insert(0, (trigger, "obj"))
    denied = _denied(chain, headline)
    if denied is not None:
        return denied
    for rule in (_hypothetical, _negated, _wished, _cancelled, _habitual):
        found = rule(chain)
        if found is not None:
            return found
    verb = light if light is not None else trigger
    return _uncertain(chain) or _planned(chain, verb, headline) or _later(verb) or Judged("occurred", "told as done")


def _later(verb: Token) -> Judged | None:
    """ "will lay a wreath before meeting X": what comes after a plan is a plan."""
    if verb.tag_ != "VBG" or not any(child.lower_ in ("before", "after") for child in _near(verb)):
        return None
    above = verb.head
    for _ in range(4):
        if any(child.lower_ in _WILL for child in _near(above)) or above.lower_ in ("plans", "expected", "due"):
            return Judged("planned", "“will”")
        if above.dep_ not in ("conj", "xcomp") or above.head is above:
            return None
        above = above.head
    return None


Link = tuple["Token", str]  # a word and by what the word below hangs on it


def _chain(token: Token) -> Iterator[Link]:
    """The word and those that govern it inside its sentence, each with the relation of the word below to it."""
    yield token, ""
    beside = False
    for _ in range(8):
        relation = token.dep_
        if relation == "conj" and token.head.i < token.i and not _own_subject(token):
            relation = token.head.dep_ if token.head.dep_ in _SCOPE else relation
            yield token.head, "conj"
            token = token.head
            continue
        if relation == "acl:relcl" and token.head.lower_ in _REPORTS:
            relation = "acl"
        if relation not in _SCOPE or token.head is token:
            return
        if relation in ("obl", "nmod") and preposition(token) not in _ABOUT:
            beside = True  # "offered help in a call": the call took place
            if token.head.dep_ == "ccomp" and is_cut_off(token) and preposition(token) in ("in", "during"):
                yield token.head.head, "beside"  # "vowed that it would fight, in calls with A and B"
                return
        relation = "beside" if beside else relation
        token = token.head
        yield token, relation


def _own_subject(token: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in token.children)


def _near(token: Token) -> Iterator[Token]:
    """The small words that hang on ``token``: helping verbs, adverbs, articles, markers."""
    for child in token.children:
        if child.dep_.startswith(("aux", "advmod", "det", "mark", "amod", "cop", "cc:preconj", "compound:prt", "case")):
            yield child


def _form(token: Token) -> str:
    """A word in lower case, with its particle: "called off"."""
    particle = next((child.lower_ for child in token.children if child.dep_ == "compound:prt"), "")
    if not particle and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("off", "out"):
        particle = token.nbor().lower_
    return f"{token.lower_} {particle}" if particle else token.lower_


def _denied(chain: list[Link], headline: bool) -> Judged | None:
    for token, relation in chain[1:]:
        if token.lower_ in word_set("deny") and relation in (*_NARROW, "obj"):
            return Judged("denied", f"“{token.text}”")
    first = chain[0][0]
    before = first.doc[sentence_of(first).start : first.i]
    for token in before:
        between = {other.lower_ for other in first.doc[token.i + 1 : first.i]}
        if (
            token.lower_ in word_set("deny")
            and (headline or between & (_REPORTS | {"that"}))
            and not between & {"but", "and", "after", "while", "as"}
        ):
            return Judged("denied", f"“{token.text}”")
    return None


def _hypothetical(chain: list[Link]) -> Judged | None:
    for token, _ in chain:
        for child in _near(token):
            if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
                return Judged(None, "only a condition")
    top = chain[-1][0]
    if top.dep_ == "advcl" and any(child.lower_ in ("if", "unless") for child in top.children):
        return Judged(None, "only a condition")
    return None


def _negated(chain: list[Link]) -> Judged | None:
    before = (
        chain[0][0].doc[max(sentence_of(chain[0][0]).start, chain[-1][0].i - 4) : chain[0][0].i + 1].text.casefold()
    )
    if "yet to" in before or "rather than" in before:
        return Judged(None, "told as not happening")
    for token, relation in chain:
        if relation == "ccomp" and token.lower_ not in word_set("plan"):
            continue  # "did not say that they had met" leaves the meeting open
        if any(child.lower_ in word_set("never") for child in _near(token)):
            return Judged(None, "told as not happening")
        subject = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
        if subject is not None and (
            subject.lower_ in ("nobody", "neither", "none")
            or any(c.lower_ in ("no", "neither") for c in subject.children)
        ):
            return Judged(None, "told as not happening")
    return None


def _wished(chain: list[Link]) -> Judged | None:
    for token, relation in chain[1:]:
        if (
            _form(token) in word_set("wish")
            and relation in _NARROW
            and not (token.lower_ == "open" and token.pos_ == "VERB")
        ):
            return Judged(None, f"only “{token.text}”")
    for token, _ in chain:
        words = {child.lower_ for child in _near(token)}
        if words & {"can", "must", "should", "ought"}:
            return Judged(None, "only possible or called for")
        if "would" in words or "'d" in words:
            return None if _reported(token) else Judged(None, "only thought of")
    return None


def _reported(token: Token) -> bool:
    return any(above.lower_ in word_set("reporting") for above, _ in list(_chain(token))[1:]) or any(
        other.lower_ in word_set("reporting") for other in sentence_of(token)
    )


def _cancelled(chain: list[Link]) -> Judged | None:
    for token, relation in chain[1:]:
        if _form(token) in word_set("cancel") and relation in _NARROW:
            return Judged("cancelled", f"“{token.text}”")
        if token.lower_.startswith(("declare", "pronounce")) and relation in _NARROW and _ends(token):
            return Judged("cancelled", f"“{token.text}”")
    first = chain[0][0]
    for child in first.children:
        if child.dep_ in ("amod", "acl") and child.lower_ in word_set("cancel"):
            return Judged("cancelled", f"“{child.text}”")
    return None


def _ends(verb: Token) -> bool:
    """ "declared the talks dead"."""
    doc = verb.doc
    return any(token.lower_ in ("dead", "over", "ended") for token in doc[verb.i : min(len(doc), verb.i + 16)])


def _habitual(chain: list[Link]) -> Judged | None:
    first = chain[0][0]
    near = first.doc[max(sentence_of(first).start, first.i - 12) : min(sentence_of(first).end, first.i + 8)]
    if _HABIT.search(near.text):
        return Judged(None, "told as a habit")
    for token, relation in chain[:2]:
        if relation in ("", "obj") and any(child.lower_ in word_set("habit") for child in _near(token)):
            return Judged(None, "told as a habit")
        if any(
            child.dep_.startswith("obl") and any(kid.lower_ in ("every", "each") for kid in child.children)
            for child in token.children
        ):
            return Judged(None, "told as a habit")
    return None


def _uncertain(chain: list[Link]) -> Judged | None:
    for token, relation in chain:
        for child in _near(token):
            if (child.lower_ in _AUX_MAYBE and relation != "ccomp") or (
                child.lower_ in word_set("maybe") and child.dep_ in ("advmod", "amod")
            ):
                return Judged("uncertain", f"“{child.text}”")
        if token.lower_ in ("likely", "unlikely") and relation in ("xcomp", "ccomp", "csubj"):
            return Judged("uncertain", f"“{token.text}”")
    return None


def _planned(chain: list[Link], verb: Token, headline: bool) -> Judged | None:
    for at, (token, relation) in enumerate(chain):
        words = {child.lower_ for child in _near(token)}
        if (relation != "ccomp" and words & set(_WILL)) or "would" in words:
            return Judged("planned", "“will”")
        if {"is", "are", "was", "were"} & words and "to" in words and token.tag_ == "VB":
            return Judged("planned", "“is to”")
        if at and token.lower_ in word_set("plan") and _plans(token, relation, chain[at - 1][0]):
            return Judged("planned", f"“{token.text}”")
    first = chain[0][0]
    behind = first.doc[first.i + 1 : first.i + 3]
    if headline and len(behind) == 2 and behind[0].lower_ == "to" and behind[1].tag_ in ("VB", "VBP"):
        return Judged("planned", "“to”")  # "talks to begin in Oslo"
    for child in first.children:
        if child.dep_ in ("amod", "acl", "acl:relcl", "compound") and child.lower_ in word_set("plan") | {
            "next",
            "future",
            "coming",
        }:
            return Judged("planned", f"“{child.text}”")
    if first.pos_ in ("NOUN", "PROPN") and (preposition(first) == "before" or _ahead_of(first)):
        return Judged("planned", "“before”")
    return _infinitive(chain, verb, headline)


def _ahead_of(noun: Token) -> bool:
    return (
        any(child.lower_ == "ahead" for child in noun.children)
        or "ahead of" in noun.doc[max(0, noun.i - 5) : noun.i].text.casefold()
    )


def _plans(token: Token, relation: str, below: Token) -> bool:
    if token.lower_.startswith(("announce", "agree")):
        return relation == "xcomp" or (relation in ("obj", "nsubj:pass") and token.lower_.startswith("announce"))
    if relation == "ccomp":
        return below.tag_ == "VB" or any(child.lower_ in ("will", "to") for child in below.children)
    return True


def _infinitive(chain: list[Link], verb: Token, headline: bool) -> Judged | None:
    """ "Lavrov to visit Beijing" in a headline is a plan; in the body "to meet him" is what someone came for."""
    for token, _ in chain[:3]:
        if token.tag_ in ("VB", "VBP") and any(child.lower_ == "to" and child.i < token.i for child in token.children):
            if headline or (find_subject(token) is not None and token.dep_ == "ROOT"):
                return Judged("planned", "“to”")
            if token.dep_ in ("advcl", "acl"):
                return Judged("planned", "“to”", soft=True)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        head = verb.head
        if any(child.lower_ in _WILL for child in _near(head)):
            return Judged("planned", "“will”")
    return None
