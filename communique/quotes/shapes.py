"""What reported words look like behind a verb: a clause, a question, a pledge to act, or a phrase that names the words.

    said the talks would go on      asked whether they would      vowed to return      condemned the attack
    a clause                        a question                    a pledge             the words' own object

A phrase is the words' content only where an act of speech is told: in the simple past, behind a verb whose object is
what was said ("condemned", "called for") or with a noun that stands for words ("stressed the need for talks"). "Has
refused to criticise", "blames the West" and "underlined the importance of it by coming" tell a stance or a deed.
"""

from __future__ import annotations

from communique.quotes.cue import Cue
from communique.quotes.lexicon import words
from communique.quotes.links import Sentence
from communique.quotes.phrases import phrase_right

ASKING = words("whether if why how what when where who")
EXPLAINED = words("why how what where who whether if")  # "said when she resigned" tells when, not what
ADVERBIAL = words(
    "as when while after before since until upon amid following although though because during despite whereas where nor than"
)
EMPTY = words(
    "nothing little goodbye yes no so enough something much hello himself herself itself themselves myself them him us me 's ’s"
)
# What an infinitive behind them says is what was said; "agreed to meet" and "refused to go" tell a deed.
PLEDGING = words("pledge vow promise threaten propose urge")
# Verbs whose object says what was said: "condemned the attack", "called for restraint".
NAMING = words("urge demand warn") | {"call for", "call on", "call upon"}
# Verbs whose object is another's deed or claim: what is condemned or denied is not what was said.
TURNED = words("welcome condemn deny reject denounce accuse blame deplore decry rebuff slam dismiss refute rebut criticise criticize "
    "lambast lambaste oppose") | {"rule out"}  # fmt: skip
DENYING = words(
    "deny dispute doubt"
)  # what stands behind these without a "that" can be a clause: "denied it had sent them"
# Verbs whose object does so where it is a noun that stands for words.
VOICING = words(
    "note stress emphasise underline underscore reiterate reaffirm affirm highlight voice express repeat restate convey praise hail"
)
WORDY = words("need needs importance necessity urgency readiness willingness commitment desire hope hopes support concern concerns regret "
    "confidence condolences gratitude thanks appreciation satisfaction interest solidarity opposition wish wishes doubt doubts "
    "disappointment outrage dismay sympathy congratulations fear fears alarm position call calls demand demands determination "
    "intention refusal belief view pledge promise warning resolve optimism respect sorrow scepticism skepticism")  # fmt: skip
DEEDS = words(
    "recall order signal post release present share note"
)  # without "that" they take things: "recalled its envoy"
BEFORE_NOUN = frozenset({"DET", "ADJ", "PRON", "PART", "PROPN", "NUM"})
CLAUSE = 40  # words in which a reported clause shows its verb
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def reports(s: Sentence, cue: Cue, begin: int) -> bool:
    """The verb carries a content of the shape that begins at ``begin``."""
    if cue.phrase:
        return not cue.form.endswith("by")  # "the statement, carried by the agency, said"
    if _supposed(s, cue):
        return False
    if cue.quoted is not None or cue.carrier is not None:
        return True
    verb = cue.verb
    if verb is None or begin >= len(s.line):
        return False
    first = s.line.at(begin)
    turned = verb.kind == "deny" or verb.lemma in TURNED
    if s.line.at(begin - 1).lower_ == "that":
        if turned and any(
            s.line.at(at).pos_ in ("NOUN", "PROPN") and not s.line.day(at) for at in range(cue.stop, begin - 1)
        ):
            return False  # "denied the claim of Oslo that it had sold the ship"
        return "that" in verb.clause and (verb.lemma not in NAMING | TURNED or states(s, begin, strict=False))
    if turned:
        return verb.lemma in DENYING and _subject_and_verb(s, begin)
    if not cue.finite and cue.first == 0 and first.lower_ in ASKING:  # "Explaining why it failed, he smiled"
        return False
    if (
        not verb.sure or first.pos_ == "AUX" or first.tag_ == "MD" or first.lower_ in EMPTY
    ):  # "what Israel said was a depot": the writer's clause
        return False
    if first.lower_ in ASKING and (verb.kind == "ask" or first.lower_ in EXPLAINED):
        return verb.kind in ("ask", "say", "claim", "answer")
    if first.lower_ in ADVERBIAL or _relative(s, cue) or s.line.at(cue.stop).text == ",":
        return False
    if first.lower_ == "to":  # "replied to a question" carries nothing of the answer
        return verb.lemma in PLEDGING
    if (
        "that" in verb.clause
        and verb.lemma not in DEEDS
        and first.pos_ not in ("ADP", "SCONJ", "VERB")
        and states(s, begin, strict=True)
    ):
        return True
    return _names_words(s, cue, begin)


def _subject_and_verb(s: Sentence, begin: int) -> bool:
    """``it had sent troops``: a noun phrase with its finite verb right behind it; "the claim that it sent" has none there."""
    end = phrase_right(s.line, begin)
    if end == begin or end >= len(s.line) or s.line.gap(end):
        return False
    token = s.line.at(end)
    return token.pos_ == "AUX" or (token.pos_ == "VERB" and token.tag_ in FINITE)


def _relative(s: Sentence, cue: Cue) -> bool:
    """``what Trump says his plan would do``, ``the treaty which it accuses Moscow of breaking``: part of the writer's clause."""
    if cue.start >= len(s.line):
        return False
    first = s.line.at(cue.start).lower_
    before = s.line.at(cue.start - 1).lower_ if cue.start > 0 and not s.line.gap(cue.start) else ""
    return first in ("whose", "which", "what") or before in ("what", "which", "whom", "whose", "whatever")


def _supposed(s: Sentence, cue: Cue) -> bool:
    """``if the plan rejected ...``, ``after the council condemned the launch``: supposed, or a time told by words said then."""
    if cue.start <= 0 or cue.start > len(s.line) or s.line.gap(cue.start):
        return False
    before = s.line.at(cue.start - 1).lower_
    named = cue.verb is not None and cue.verb.lemma in NAMING | VOICING | TURNED
    return before in ("if", "unless", "whether") or (
        named and before in ("after", "before", "when", "since", "until", "while", "how", "as")
    )


def _names_words(s: Sentence, cue: Cue, begin: int) -> bool:
    """The object is what was said, and the verb tells an act: simple past, or a participle beside another act."""
    verb = cue.verb
    assert verb is not None
    if verb.lemma not in NAMING | VOICING or (
        cue.finite and (s.line.at(cue.first).tag_ in ("VBZ", "VBP") or _perfect(s, cue.first))
    ):
        return False
    rest = range(begin, min(begin + CLAUSE, len(s.line) - 1))
    if any(s.line.at(at).lower_ == "by" and s.line.at(at + 1).lower_.endswith("ing") for at in rest):
        return False
    if verb.lemma in NAMING:
        return s.line.at(begin).pos_ != "SCONJ" and s.line.at(begin).text not in ("'s", "’s")
    for at in range(begin, min(begin + 6, len(s.line))):
        token = s.line.at(at)
        if token.lower_ in WORDY:
            return True
        if token.pos_ not in BEFORE_NOUN and token.lower_ not in ("'s", "’s", "and", "deep", "strong"):
            return False
    return False


def _perfect(s: Sentence, place: int) -> bool:
    """``has long rejected``: a stance held, no act told; "had condemned" tells an act further back."""
    return any(s.line.at(at).lower_ in ("has", "have", "’ve", "'ve", "’s") for at in range(max(0, place - 3), place))


def states(s: Sentence, begin: int, *, strict: bool) -> bool:
    """A finite verb with a subject in front of it stands in the content; a relative clause's verb is none."""
    subject = False
    for at in range(begin, min(begin + CLAUSE, len(s.line))):
        token = s.line.at(at)
        before = s.line.at(at - 1).lower_
        if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET") or token.lower_ in ("there", "this", "that", "it"):
            subject = True
        if (
            strict
            and subject
            and token.lower_ in ADVERBIAL
            and (token.pos_ == "SCONJ" or (token.lower_ == "as" and before not in ("as", "well", "such")))
        ):
            return False
        if before in ("who", "which", "that", "to") and at > begin:
            continue
        if subject and token.pos_ == "AUX":
            return True
        if (
            subject
            and token.pos_ == "VERB"
            and (token.tag_ in FINITE or token.dep_ in ("ccomp", "parataxis", "ROOT"))
            and not token.lower_.endswith("ing")
        ):
            return True
    return False
