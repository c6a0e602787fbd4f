"""Questions to a parsed sentence: who is the subject of a verb, in which clause a word stands, what governs it.

The parse is evidence, not truth: every answer falls back to the order of words where the tree has none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


_CLAUSES = ("ROOT", "advcl", "ccomp", "acl:relcl", "parataxis", "acl", "csubj")
_HAVE = ("have", "has", "had", "having", "'ve", "’ve", "'d")
_RELATIVE = ("who", "which", "that", "whom")
_CONTROL = ("invite", "ask", "urge", "tell", "allow", "order", "send", "appoint", "want", "expect", "enable", "call")


def find_subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the verb's subject, looked for in the clauses it shares its subject with; a passive one as well."""
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    named = next((child for child in subjects if child.lower_ not in _RELATIVE), None)
    if named is not None:
        return named
    if subjects:
        return verb.head if verb.dep_ == "acl:relcl" else subjects[0]
    if depth > 4 or verb.head is verb:
        return None
    if verb.dep_ == "acl:relcl" and verb.i > verb.head.i and _has_relative(verb):
        return verb.head
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return find_subject(verb.head, depth + 1)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _CONTROL:
        held = next((child for child in verb.head.children if child.dep_ == "obj"), None)
        return held or find_subject(verb.head, depth + 1)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "parataxis", "acl", "csubj") and not _is_finite(verb):
        if verb.dep_ == "acl" and verb.head.pos_ not in ("ADJ", "VERB"):
            return find_subject(governor(verb.head), depth + 1) if governor(verb.head) is not verb.head else None
        return find_subject(verb.head, depth + 1)
    return None


def _has_relative(verb: Token) -> bool:
    return any(token.lower_ in _RELATIVE for token in verb.doc[verb.head.i + 1 : verb.i])


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(child.dep_.startswith("aux") and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Its subject is the one it happens to: "was received", "a visit planned for May"."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(child.lower_ in _HAVE for child in verb.children if child.dep_ == "aux"):
        return False
    return verb.dep_ in ("acl", "acl:relcl") or any(
        child.lower_ == "by" for kid in obliques(verb) for child in kid.children
    )


def auxiliaries(verb: Token) -> list[str]:
    """The helping words of a verb in lower case, "not" and the copula's among them."""
    return [
        child.lower_
        for child in verb.children
        if child.dep_.startswith(("aux", "cop")) or child.lower_ in ("not", "n't", "never", "n’t")
    ]


def obliques(token: Token) -> Iterator[Token]:
    """Phrases with a preposition that hang on ``token``."""
    for child in token.children:
        if child.dep_.startswith(("obl", "nmod", "advmod", "obj", "advcl")) and any(
            kid.dep_ == "case" for kid in child.children
        ):
            yield child


def preposition(token: Token) -> str:
    """The first preposition of a phrase's head, in lower case, "" where it has none."""
    return next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), "")


def is_cut_off(token: Token) -> bool:
    """A comma before its preposition cuts a phrase off from the clause in front: it belongs to the verb of saying."""
    case = next((child for child in token.children if child.dep_ == "case"), None)
    return case is not None and case.i > 0 and case.nbor(-1).text == ","


def governor(noun: Token) -> Token:
    """The verb (or adjective) that a noun phrase hangs on, through nouns between; the noun itself where there is none."""
    token = noun
    for _ in range(6):
        above = token.head
        if above.i == token.i:
            break
        token = above
        if token.pos_ in ("VERB", "AUX", "ADJ"):
            return token
    return noun


def clause_of(token: Token) -> Token:
    """The head of the clause a word stands in; infinitives under "due to" and "plans to" belong to their verb's clause."""
    for _ in range(30):
        above = token.head
        if above.i == token.i:
            break
        if token.dep_ in _CLAUSES and (token.pos_ in ("VERB", "AUX", "ADJ") or token.tag_ == "VBG"):
            break
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            break
        token = above
    return token


def ancestors(token: Token) -> Iterator[Token]:
    """The words above ``token``, nearest first; at most twenty."""
    for _ in range(20):
        above = token.head
        if above.i == token.i:
            return
        token = above
        yield token


def is_under(token: Token, above: Token) -> bool:
    """``above`` is the word itself or stands over it, with no clause between but one of its own ("a visit planned for May")."""
    for _ in range(20):
        if token.i == above.i:
            return True
        upper = token.head
        if upper.i == token.i:
            return False
        if token.dep_ in ("advcl", "ccomp", "parataxis", "csubj") or (
            token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")
        ):
            return False
        if (
            token.dep_ in ("acl", "acl:relcl")
            and upper.i != above.i
            and token.lemma_ not in ("plan", "schedule", "set", "due", "expect")
        ):
            return False
        token = upper
    return False


@lru_cache(maxsize=64)
def _starts(doc: Doc) -> tuple[int, ...]:
    """Where sentences begin."""
    return tuple(sent.start for sent in doc.sents)


def sentence_of(token: Token) -> Span:
    """The sentence a word stands in."""
    starts = _starts(token.doc)
    at = bisect_right(starts, token.i) - 1
    return token.doc[starts[at] : starts[at + 1] if at + 1 < len(starts) else len(token.doc)]


def same_sentence(one: Token, other: Token) -> bool:
    """Both words stand in one sentence."""
    starts = _starts(one.doc)
    return bisect_right(starts, one.i) == bisect_right(starts, other.i)


def clause_span(head: Token) -> tuple[int, int]:
    """First and last word of what hangs on a clause's head (ends excluded), kept inside its sentence."""
    return head.left_edge.i, head.right_edge.i + 1


def in_infinitive(token: Token, trigger: Token) -> bool:
    """A verb of its own stands between: in "agreed to sail in the Gulf" the Gulf is where they will sail."""
    for _ in range(20):
        if token.i == trigger.i:
            return False
        if token.pos_ in ("VERB", "AUX") and token.dep_ in ("xcomp", "acl", "ccomp", "advcl") and not any(
            above.i == token.i for above in ancestors(trigger)
        ):  # fmt: skip
            return True
        above = token.head
        if above.i == token.i:
            return False
        token = above
    return False
