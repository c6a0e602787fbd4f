"""Which of a sentence's places is an event's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from communique.events.kinds import word_set
from communique.events.places import Found, find_places
from communique.events.spotting import Spot, dateline_end
from communique.events.syntax import clause_of, in_infinitive, is_under, preposition, same_sentence
from communique.model import Place
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_AT = ("in", "at", "off", "near", "outside", "inside")
_GOING = ("to", "in", "for", "at", "into", "visit", "visits", "visited", "visiting", "tour", "toured")
_STANDS = (
    "place",
    "palace",
    "residence",
    "office",
    "sidelines",
    "summit",
    "forum",
    "hall",
    "hotel",
    "headquarters",
    "base",
    "talks",
    "meeting",
)
_LENT = ("conj", "acl:relcl", "advcl", "xcomp", "acl")


@dataclass(frozen=True)
class Map:
    """The places of a sentence; ``near`` are the countries of those who take part, which settle names borne twice."""

    passage: Passage
    sentence: Words
    near: frozenset[str]

    @cached_property
    def found(self) -> tuple[tuple[Found, Token], ...]:
        """Places with the word that heads them."""
        rows = []
        doc, first = self.passage.doc, self.sentence.start_char
        filed = dateline_end(self.passage)
        for found in find_places(self.sentence.text, self.near):
            here = replace(found, start=found.start + first, end=found.end + first)
            words = doc.char_span(here.start, here.end, alignment_mode="expand")
            if words is not None and here.start >= filed:
                rows.append((here, words.root))
        return tuple(rows)

    def place_of(self, spot: Spot, light: Token | None) -> Place | None:
        """The place that the event's clause names; for a visit, where it goes."""
        if spot.frame.kind == "visit":
            return self._goal(spot, light) or self._compound(spot)
        place = self._within(spot, light)
        if place is None and spot.frame.kind == "summit":
            place = self._compound(spot, town=True)
        if place is None and light is None and self.hangs_on_noun(spot.token):
            return None
        return place if place is not None else self._lent(spot, light)

    def carried(self, spot: Spot) -> Place | None:
        """The place that the noun itself carries: "said at the meeting in the Kremlin", "the talks took place in Oslo".

        "Praised the talks in Oslo" and "the next meeting is in Oslo" may be other talks; so may those that other
        words of a sentence put anywhere.
        """
        noun = spot.token
        if any(child.lower_ in word_set("next") for child in noun.children):
            return None
        if noun.dep_ in ("obj", "nmod", "conj") or preposition(noun) in ("about", "on", "of", "for"):
            return None
        place = self.place_of(spot, None)
        if place is None or place.span is None:
            return None
        at = place.span
        root = next((root for found, root in self.found if self.passage.at(found.start, found.end) == at), None)
        own = noun.dep_.startswith("nsubj") and root is not None and clause_of(root).i == clause_of(noun).i
        return place if root is None or own or is_under(root, noun) or self._right_behind(spot, root) else None

    def _goal(self, spot: Spot, light: Token | None) -> Place | None:
        best: tuple[int, Found] | None = None
        for found, root in self.found:
            if found.preposition not in _GOING or not same_sentence(root, spot.token) or root.i < spot.start:
                continue
            gap = root.i - spot.end
            direct = (
                gap <= 1
                or found.preposition == "to"
                or is_under(root, spot.token)
                or (light is not None and is_under(root, light))
            )
            if found.preposition in _AT and spot.frame.form == "noun" and gap > 3:
                continue
            if direct and gap < 14 and not self._verb_between(spot.end, root.i) and (best is None or gap < best[0]):
                best = (gap, found)
        return None if best is None else self._put(best[1])

    def _compound(self, spot: Spot, town: bool = False) -> Place | None:
        """ "the Tacna trip", "the Hanoi summit": a place's name right before the noun; a state there may take part."""
        if spot.frame.form != "noun" or spot.start == 0:
            return None
        before = self.passage.doc[spot.start - 1]
        if not before.text[:1].isupper():
            return None
        found = next(iter(find_places(f"in {before.text}", self.near)), None)
        if found is None or (town and found.sort in ("country", "region")):
            return None
        return self._put(replace(found, start=before.idx, end=before.idx + len(before.text)))

    def _verb_between(self, start: int, end: int) -> bool:
        return any(token.pos_ == "VERB" for token in self.passage.doc[start:end])

    def _within(self, spot: Spot, light: Token | None) -> Place | None:
        clause = clause_of(light if light is not None else spot.token)
        best: tuple[int, Found] | None = None
        hung = light is None and self.hangs_on_noun(spot.token)
        for found, root in self.found:
            if not same_sentence(root, spot.token):
                continue
            under = is_under(root, spot.token)
            if hung and not under and not self._right_behind(spot, root):
                continue
            own = clause_of(root)
            trip = found.preposition == "to" and self._is_trip(root)
            if (found.preposition not in _AT and not trip) or self._is_topic(found) or in_infinitive(root, spot.token):
                continue
            if (
                not under
                and (own.i != clause.i or self._of_other_noun(root, spot.token))
                and not self._right_behind(spot, root)
            ):
                continue
            far = abs(root.i - spot.token.i) + (0 if under else 10) + (5 if trip else 0)
            if best is None or far < best[0]:
                best = (far, found)
        return None if best is None else self._put(best[1])

    def hangs_on_noun(self, noun: Token) -> bool:
        """ "flew to Oslo to arrange details of the meeting": the place of the details is not the meeting's."""
        above = noun.head
        return (
            noun.pos_ == "NOUN"
            and noun.dep_ == "nmod"
            and preposition(noun) in ("of", "for", "about")
            and above.pos_ == "NOUN"
            and above.lower_ not in (*word_set("amounts"), *_STANDS)
        )

    def _is_topic(self, found: Found) -> bool:
        """ "discussed the war in Ukraine": a place behind a subject of talks."""
        words = self.passage.doc.text[max(0, found.start - 80) : found.start].split()
        return any(word.strip(",.").casefold() in word_set("topics") for word in words[-4:])

    def _right_behind(self, spot: Spot, root: Token) -> bool:
        between = self.passage.doc[spot.end : root.i]
        return 0 < root.i - spot.end <= 3 and not any(token.pos_ == "VERB" for token in between)

    def _is_trip(self, root: Token) -> bool:
        """ "in an unannounced visit to Beijing": the meeting was there too."""
        head = root.head
        return head.lower_ in ("visit", "trip", "tour") and preposition(head) in ("in", "during", "on")

    def _of_other_noun(self, root: Token, trigger: Token) -> bool:
        """ "the war in Ukraine" is discussed elsewhere; "the Kremlin in Moscow" and "talks in Oslo" are not other things."""
        above = root.head
        if root.dep_ != "nmod" or above.i == trigger.i or is_under(trigger, above) or above.ent_type_:
            return False
        return above.pos_ in ("NOUN", "PROPN") and above.lower_ not in _STANDS

    def _lent(self, spot: Spot, light: Token | None) -> Place | None:
        """ "visited Russia, where he met Putin", "travelled to Oslo and met": the place of the clause before."""
        behind = self._before_where(spot)
        if behind is not None:
            return self._put(behind)
        clause = clause_of(light if light is not None else spot.token)
        if clause.dep_ not in _LENT or clause.head is clause:
            return None
        if clause.dep_ == "acl:relcl" and not any(child.lower_ == "where" for child in clause.children):
            return None
        if clause.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ != "to" for child in clause.children):
            return None
        upper = clause_of(clause.head)
        for found, root in self.found:
            if (
                same_sentence(root, spot.token)
                and root.i < spot.start
                and found.preposition in _GOING + _AT
                and clause_of(root).i == upper.i
            ):
                return self._put(found)
        return None

    def _before_where(self, spot: Spot) -> Found | None:
        """The place right in front of "where", when nothing but a subject stands between that and the event's words."""
        doc = self.passage.doc
        at = spot.start - 1
        while at > self.sentence.start and doc[at].pos_ not in ("VERB", "PUNCT") and doc[at].lower_ != "where":
            at -= 1
        if doc[at].lower_ != "where":
            return None
        edge = doc[at].idx
        return next((found for found, _ in self.found if found.end <= edge <= found.end + 3), None)

    def _put(self, found: Found) -> Place:
        return replace(found.place, span=self.passage.at(found.start, found.end))
