"""On which days an event was, by the words of its clause, counted from the day of the story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from communique.dates import Anchored, DateWords, Run, Tense, read_dates, resolve
from communique.events.kinds import word_set
from communique.events.spotting import dateline_end
from communique.events.syntax import ancestors, clause_of, in_infinitive, is_under, sentence_of
from communique.model import Dating, Days, Reason
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNIT_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
_BREAKS = frozenset(
    ["after", "before", "since", "that", "who", "which", "when", "while", ";", ":", "“", "”", '"', "but"]
)
_SHARED = ("conj", "acl:relcl", "advcl", "xcomp", "acl")


@dataclass(frozen=True)
class Clock:
    """The date words of one passage, and the days from which they count (``None``: the story is not dated)."""

    passage: Passage
    reference: Days | None

    @cached_property
    def by_sentence(self) -> dict[int, list[tuple[DateWords, Token]]]:
        """The same, by where their sentence begins."""
        found: dict[int, list[tuple[DateWords, Token]]] = {}
        for words, head in self.words:
            found.setdefault(sentence_of(head).start, []).append((words, head))
        return found

    def beside(self, token: Token) -> list[tuple[DateWords, Token]]:
        """The date words of the token's sentence."""
        return self.by_sentence.get(sentence_of(token).start, [])

    @cached_property
    def words(self) -> tuple[tuple[DateWords, Token], ...]:
        """Date words with the word that heads them."""
        found = []
        for words in read_dates(self.passage.doc.text):
            if words.start < dateline_end(self.passage):
                continue
            span = self.passage.doc.char_span(words.start, words.end, alignment_mode="expand")
            if span is not None:
                found.append((words, span.root))
        return tuple(found)

    def date_of(self, trigger: Token, light: Token | None, tense: Tense, *, own: bool = False) -> Dating | None:
        """The days that the words of the event's own clause give; a clause it shares its subject with may lend them.

        With ``own`` only words that hang on the event's own: "talks were cancelled on Tuesday" says when they were cancelled.
        """
        heads = dict(self.beside(trigger))
        for words in self.words_of(trigger, light):
            if own and not is_under(heads[words], trigger):
                continue
            dating = self.dated(words, tense)
            if dating is not None:
                return dating
        return None

    def words_of(self, trigger: Token, light: Token | None) -> list[DateWords]:
        """The date words that belong to the event, the nearest first; by the tree, else by the order of words."""
        found = self._by_tree(trigger, light)
        return found if found else self._by_order(trigger)

    def _by_order(self, trigger: Token) -> list[DateWords]:
        """ "On 20-22 March, Xi visited ...": a day that opens the sentence; "met A, B and C on Tuesday": one that closes the clause."""
        found = []
        doc, first = self.passage.doc, sentence_of(trigger).start
        for words, head in self.beside(trigger):
            low, high = sorted((head.i, trigger.i))
            between = doc[low + 1 : high]
            if (
                isinstance(words.meaning, Anchored)
                or self._is_saids(words, head)
                or any(token.lower_ in _BREAKS for token in between)
            ):
                continue
            opens = (
                head.i < trigger.i
                and head.i < first + 8
                and doc[first].lower_ in ("on", "in", "last", "late", "early", "yesterday", "earlier")
            )
            closes = (
                head.i > trigger.i
                and not any(token.pos_ in ("VERB", "AUX") for token in between)
                and head.i - trigger.i < 25
            )
            if (opens and not any(token.lower_ in word_set("reporting") for token in between)) or (
                closes and self._on_day(words)
            ):
                found.append(words)
        return found

    def _on_day(self, words: DateWords) -> bool:
        before = self.passage.doc.text[max(0, words.start - 4) : words.start].casefold()
        return before.endswith(("on ", " on")) or words.text.casefold() in ("today", "yesterday")

    def _by_tree(self, trigger: Token, light: Token | None) -> list[DateWords]:
        clause = clause_of(light if light is not None else trigger)
        for _ in range(4):
            near: list[tuple[int, DateWords]] = []
            for words, head in self.beside(trigger):
                far = self._distance(words, head, trigger, clause)
                if far is not None:
                    near.append((far, words))
            if near:
                return [words for _, words in sorted(near, key=lambda pair: pair[0])]
            if clause.dep_ not in _SHARED or clause.head is clause or not self._lends(clause):
                return []
            clause = clause_of(clause.head)
            if clause.lower_ in word_set("reporting"):
                return []
        return []

    def _lends(self, clause: Token) -> bool:
        """A clause lends its day to "where he met ...", to "and met ..." and to "meeting ...", not to "after he met"."""
        if clause.dep_ == "acl:relcl":
            return any(child.lower_ in ("where", "when") for child in clause.children)
        if any(
            child.dep_ == "mark" and child.lower_ in ("after", "before", "since", "while", "as", "until")
            for child in clause.children
        ):
            return False
        return not any(child.lower_ in ("had", "earlier") for child in clause.children)

    def _distance(self, words: DateWords, head: Token, trigger: Token, clause: Token) -> int | None:
        if isinstance(words.meaning, Anchored):
            return None
        if self._follows(head, trigger):
            return head.i - trigger.i
        if self._is_saids(words, head):
            return None
        under = is_under(head, trigger) and clause_of(head).lower_ not in word_set("reporting")
        own = clause_of(head)
        if not under and (own.i != clause.i or in_infinitive(head, trigger)):
            return None
        if not under and self._inside_other_noun(head, trigger):
            return None
        return abs(head.i - trigger.i) + (0 if under else 40)

    def _follows(self, head: Token, trigger: Token) -> bool:
        """ "after talks with Zielonka in Oslo on Monday": nothing but names and prepositions between."""
        if not 0 < head.i - trigger.i <= 12:
            return False
        between = self.passage.doc[trigger.i + 1 : head.i]
        return all(
            token.pos_ in ("PROPN", "ADP", "DET", "ADJ")
            or token.lower_ in ("'s", "’s", "late", "early", "minister", "president", "leader")
            for token in between
        )

    def _inside_other_noun(self, head: Token, trigger: Token) -> bool:
        """ "the deal of 2015", "Monday's blast": the day is that of another thing in the clause."""
        if head.dep_ == "nmod:poss" or (head.dep_ == "nmod" and head.head.pos_ in ("NOUN", "PROPN")):
            above = head.head
            if above.pos_ == "PROPN" and head.dep_ == "nmod":
                return False  # "Rathi on December 16 held a call": names have no days
            return above.i != trigger.i and above.lower_ not in word_set("light") and not is_under(trigger, above)
        return False

    def _is_saids(self, words: DateWords, head: Token) -> bool:
        """ "..., the Kremlin said on Wednesday": when it was said, not when it was."""
        doc = self.passage.doc
        at = next((token.i for token in doc[max(0, head.i - 4) : head.i + 1] if token.idx >= words.start), head.i)
        while at > 0 and doc[at - 1].lower_ in ("on", "earlier", "late", "early", "in", "a", "the", "statement"):
            at -= 1
        if at > 0 and doc[at - 1].lower_ in word_set("reporting"):
            return True
        return any(above.lower_ in ("said", "told") for above in list(ancestors(head))[:1])

    def dated(self, words: DateWords, tense: Tense) -> Dating | None:
        """``words`` as days with their reason; ``None`` where they leave the days open."""
        if isinstance(words.meaning, Run) and (words.meaning.first is None or words.meaning.last is None):
            return None  # "since 2007" and "until Friday" bound something that lasts
        days = resolve(words, self.reference, tense)
        if days is None or (days.first is None and days.last is None):
            return None
        return Dating(days, (Reason(f"“{words.text}”", self.passage.at(words.start, words.end)),))

    def anchored_before(self, trigger: Token) -> DateWords | None:
        """ "less than a month after" right in front of the clause of ``trigger``."""
        nearest = None
        for words, _ in self.beside(trigger):
            before = isinstance(words.meaning, Anchored) and words.text.casefold().endswith(
                ("after", "before", "since")
            )
            if before and words.end <= trigger.idx < words.end + 120:
                nearest = words
        return nearest


def count_back(words: DateWords, later: Dating) -> Dating | None:
    """The days of what another event came "two weeks after" (or before): that event's days, counted back."""
    meaning, days = words.meaning, later.days
    if (
        not isinstance(meaning, Anchored)
        or days.first is None
        or days.last is None
        or meaning.low is None
        or meaning.high is None
    ):
        return None
    short, long = _UNIT_DAYS[meaning.unit]
    low, high = sorted((meaning.low, meaning.high))
    first = days.first - timedelta(high * (long if high > 0 else short))
    last = (days.first if low == 0 else days.last) - timedelta(low * (short if low > 0 else long))
    if not meaning.exact and low > 0:
        first -= timedelta(short)
    return Dating(Days(first, last), (Reason(f"“{words.text}” counted from {later.because[0].text}"), *later.because))
