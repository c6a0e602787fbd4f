"""Each mention of an event in a passage as a draft: kind, parties, status, days, place, and where in the story it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from communique.dates import Tense
from communique.events.days import Clock
from communique.events.drafts import Draft, Party
from communique.events.fill_nouns import fill_noun
from communique.events.filling import fill_present, fill_verb
from communique.events.kinds import find_kind, word_set
from communique.events.lending import count_from, lend_occasion, lend_same_day
from communique.events.needs import find_need
from communique.events.pairs import find_pair
from communique.events.places import find_places
from communique.events.scene import Scene, Stand
from communique.events.spotting import Spot, find_light, find_spots
from communique.events.status import judge_status
from communique.events.syntax import (
    ancestors,
    auxiliaries,
    clause_of,
    clause_span,
    find_subject,
    is_passive,
    preposition,
    sentence_of,
)
from communique.events.whereabouts import Map
from communique.model import Dating, Days, Place, Skip, Span, Status
from communique.reader.passage import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAD_PASSAGES = 4  # headline, deck and the first two paragraphs
_LEAD_SENTENCES = 3  # what a news story is about stands in its first three sentences; from the fourth on it explains
_THINGS = frozenset(
    ["paper", "joint", "letter", "sanctions", "diplomats", "drill", "goods", "summit", "place", "crowd"]
)
_LONG_AGO = timedelta(days=7)  # "on Saturday" is the week's news; a weekly still reports it


def draft_passage(scene: Scene, number: int, told: Sequence[Draft] = ()) -> Iterator[Draft | Skip]:
    """Every mention in one passage, in text order, and what was declined with its reason.

    ``told`` are the mentions of the passages before: "they" and "the two ministers" point back to them.
    """
    passage = scene.passages[number]
    headline = passage.part == "headline"
    clock = Clock(passage, scene.reference)
    drafts: list[Draft] = []
    for spots in find_spots(passage.doc, headline):
        skips: list[Skip] = []
        for spot in spots:
            found = _draft(scene, number, spot, clock, [*told, *drafts])
            if isinstance(found, Draft):
                if found.soft and any(
                    other.span.overlaps(found.span) and _family(other) == _family(found) for other in drafts
                ):
                    break  # "met to discuss mines"
                found = count_from(found, spot.token, clock, drafts)
                found = lend_same_day(found, [*told, *drafts], found.span.cut(scene.page.text))
                drafts.append(found)
                yield from _separate(found, spot)
                break
            if found is not None:
                skips.append(found)
        else:
            yield from skips[:1]


def _family(draft: Draft) -> str:
    return find_kind(draft.kind).family


def _separate(draft: Draft, spot: Spot) -> Iterator[Draft]:
    """ "held separate talks with A, B and C" are three; whoever stands before the words was in each."""
    apart = any(child.lower_ in ("separate", "separately", "bilateral") for child in spot.token.children)
    ours = [party for party in draft.parties if party.span.start < draft.trigger.start]
    theirs = [party for party in draft.parties if party.span.start > draft.trigger.start]
    if not apart or len(ours) != 1 or len(theirs) < 2:
        yield draft
        return
    for party in theirs:
        yield replace(draft, parties=(ours[0], party))


def _draft(scene: Scene, number: int, spot: Spot, clock: Clock, told: Sequence[Draft]) -> Draft | Skip | None:
    passage = scene.passages[number]
    light = find_light(spot, passage.part == "headline")
    if spot.frame.form == "verb":
        parties = fill_verb(passage, scene.cast, spot)
    else:
        parties = fill_noun(passage, scene.cast, spot, light)
    pair = find_pair(passage, scene.cast, spot, light, told) if not parties else None
    parties = pair.parties if pair is not None else parties
    where = Map(passage, sentence_of(spot.token), frozenset(party.country for party in parties if party.country))
    near = scene.phoned and (passage.part == "headline" or number < _LEAD_PASSAGES)
    if not find_need(passage, spot, parties, where, near):
        return _unmet(scene, passage, spot, parties)
    judged = judge_status(spot.token, light, passage.part == "headline")
    stand = Stand(scene, number, spot, light, judged, clock, where)
    if judged.status is None:
        return _skip(stand, judged.because)
    lack = _lack(passage, spot, parties)
    vague = find_kind(spot.frame.kind).family == "meeting" and (
        parties or (spot.token.lower_ in ("met", "meets") and _is_front(stand))
    )
    if lack and not _is_loose(spot, parties) and not vague:
        return _skip(stand, lack)
    if not lack and find_kind(spot.frame.kind).family == "meeting":
        parties = fill_present(passage, scene.cast, spot, parties)
    draft = _built(stand, parties, bool(lack))
    return draft if pair is None else lend_occasion(draft, pair.told, _is_aside(stand.verb))


def _unmet(scene: Scene, passage: Passage, spot: Spot, parties: tuple[Party, ...]) -> Skip | None:
    """Words that name sides and lack what makes them an event go to the ledger; "sent" and "held" alone tell nothing."""
    if len(parties) < 2 or spot.frame.need & _THINGS:
        return None
    sent = sentence_of(spot.token)
    span = passage.at(sent.start_char, sent.start_char + len(sent.text.rstrip()))
    reason = f"{spot.frame.kind}: what makes the words such an event is not said"
    return Skip("account", reason, scene.page.id, scene.story.id, span)


def _skip(stand: Stand, reason: str) -> Skip:
    scene = stand.scene
    return Skip("account", f"{stand.spot.frame.kind}: {reason}", scene.page.id, scene.story.id, _sentence(stand))


def _lack(passage: Passage, spot: Spot, parties: tuple[Party, ...]) -> str:
    """What a frame's sides lack, "" where they are enough."""
    sides = find_kind(spot.frame.kind).sides
    if spot.frame.form == "noun" and any(child.lower_ == "own" for child in spot.token.children):
        return "each holds one of its own"
    if sides == 2 and spot.frame.form == "verb" and _is_headless(passage, spot, parties):
        return "the one before the verb is not named"
    if len(parties) < sides:
        return "only one side is named for sure" if parties else "no side is named"
    if (
        sides == 2
        and len({party.name.split()[-1] for party in parties if party.person}) == 1
        and len(parties) == sum(party.person for party in parties)
    ):
        return "the two are of one family name"
    one_state = len({party.country or party.key for party in parties}) == 1 and not all(
        party.person for party in parties
    )
    if sides == 2 and one_state and len(parties) < 3:
        return "the sides are one state and its own"
    return ""


def _is_headless(passage: Passage, spot: Spot, parties: tuple[Party, ...]) -> bool:
    """ "Officials met with envoys of Chile and Peru": those behind the verb met someone, not each other."""
    subject = find_subject(spot.token)
    if subject is None or is_passive(spot.token) or subject.pos_ != "NOUN" or subject.i > spot.token.i:
        return False
    verb = passage.place(spot.token)
    return bool(parties) and all(party.span.start > verb.start for party in parties)


def _is_loose(spot: Spot, parties: tuple[Party, ...]) -> bool:
    """ "the meeting", "their talks", "his visit": it points back and can add a day and a place."""
    if spot.frame.form != "noun" or len(parties) > 1:
        return False
    return any(child.lower_ in ("the", "this", "that", "their", "his", "her", "its") for child in spot.token.children)


def _built(stand: Stand, parties: tuple[Party, ...], loose: bool) -> Draft:
    spot, scene = stand.spot, stand.scene
    past = _is_past(stand)
    status = stand.judged.status
    assert status is not None
    if "treaty" in spot.frame.need and status in ("occurred", "planned"):
        status = "cancelled"  # a treaty that is left or suspended
    days = stand.clock.date_of(spot.token, stand.light, _tense(stand), own=status == "cancelled")
    if days is not None and stand.light is None and stand.map.hangs_on_noun(spot.token):
        words = days.because[0].span if days.because else None
        own = stand.passage.at(*_edges(spot.token))
        days = days if words is not None and own.holds(words) else None
    if status == "occurred" and days is not None and _lies_ahead(days, scene.reference, _tense(stand)):
        status = "planned"
    if status == "denied":
        past, front = False, _sentence_number(stand) < _LEAD_SENTENCES
    else:
        front = _is_front(stand) and not past and not _lies_back(days, scene.reference)
    place = stand.map.place_of(spot, stand.light) if not loose or spot.frame.form == "verb" else stand.map.carried(spot)
    return Draft(
        kind=_kind(spot, parties),
        parties=parties,
        status=status,
        span=_sentence(stand),
        trigger=stand.passage.place(spot.token),
        front=front,
        past=past or _lies_back(days, scene.reference),
        loose=loose,
        itself=loose and spot.token.dep_.startswith("nsubj"),
        soft=stand.judged.soft or _is_awaited(stand, days),
        days=days,
        place=place or _here(stand),
        rank={"headline": 2, "deck": 3}.get(stand.passage.part, 0 if front else 1),
        aside=_is_aside(stand.verb) or (_sentence_number(stand) > 5 and not _goes_on(stand.verb)),
        also=any(child.lower_ in word_set("also") for child in stand.verb.children),
        because=_because(stand, status),
    )


def _edges(token: Token) -> tuple[int, int]:
    last = token.right_edge
    return token.left_edge.idx, last.idx + len(last.text)


def _is_awaited(stand: Stand, days: Dating | None) -> bool:
    """ "said before his meeting with Y": it was ahead when he spoke, and may be the meeting the story tells as held."""
    noun = stand.spot.token
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    return days is None and owned and stand.spot.frame.form == "noun" and preposition(noun) in ("before", "ahead")


def _because(stand: Stand, status: Status) -> tuple[str, str]:
    """The words that tell the event and those that say whether it happened, as a reader is shown them."""
    words = stand.spot.token.doc[stand.spot.start : stand.spot.end].text
    judged = stand.judged.because
    return f"told by the words “{words}”", f"{judged} makes it {status}" if judged.startswith("“") else judged


def _here(stand: Stand) -> Place | None:
    """ "held talks here": where the story was filed."""
    line, token = stand.scene.story.dateline, stand.spot.token
    if line is None or not any(other.lower_ == "here" and abs(other.i - token.i) < 25 for other in sentence_of(token)):
        return None
    found = next(iter(find_places(f"in {line.name}", stand.map.near)), None)
    return (
        None
        if found is None
        else replace(
            found.place, span=line.span, because=f"“here”, and the story was filed there; {found.place.because}"
        )
    )


def _kind(spot: Spot, parties: tuple[Party, ...]) -> str:
    """Talks of states and bodies are a negotiation; once a person sits there it is a meeting."""
    if (
        spot.frame.kind == "meeting"
        and spot.token.lower_ == "talks"
        and parties
        and not any(party.person for party in parties)
    ):
        return "negotiation"
    if spot.frame.kind == "negotiation" and any(party.person for party in parties):
        return "meeting"
    return spot.frame.kind


def _is_front(stand: Stand) -> bool:
    """The headline, or a main clause of the lead."""
    scene, passage = stand.scene, stand.passage
    if (
        scene.recalled[stand.number]
        or passage.part == "deck"
        or (stand.spot.token.lower_ in ("visited",) and stand.judged.soft)
    ):
        return False
    if passage.part == "headline":
        return True
    return _sentence_number(stand) < _LEAD_SENTENCES and not _is_aside(stand.verb)


def _sentence_number(stand: Stand) -> int:
    """How many sentences of the body stand before the event's."""
    starts = stand.scene.sentence_starts[stand.number]
    return stand.scene.sentences_before[stand.number] + bisect_left(starts, sentence_of(stand.spot.token).start)


def _is_aside(verb: Token) -> bool:
    """A clause that sets the scene: "after Xi visited", "who had met"; what is reported as said is no aside."""
    clause = clause_of(verb)
    for _ in range(5):
        if clause.dep_ == "acl:relcl" or (clause.dep_ == "advcl" and any(
            child.dep_ == "mark" and child.lower_ in ("after", "before", "since", "when", "while", "as", "until", "because") for child in clause.children
        )):  # fmt: skip
            return True
        if (
            any(
                child.dep_ in ("mark", "case")
                and child.lower_ in ("after", "since", "before", "following")
                and child.i < clause.i
                for child in clause.children
            )
            and clause.dep_ != "ROOT"
        ):
            return True
        if clause.head is clause or clause.dep_ == "ROOT":
            return False
        clause = clause_of(clause.head)
    return False


def _goes_on(verb: Token) -> bool:
    """ "are now meeting": it happens as the story is written, wherever a live page puts it."""
    return verb.tag_ == "VBG" and bool({"is", "are"} & set(auxiliaries(verb)))


def _is_past(stand: Stand) -> bool:
    """The words say that it lies back: "had met", "earlier", "last year's visit", "his recent trip", a Background block."""
    if stand.scene.recalled[stand.number]:
        return True
    verb, token = stand.verb, stand.spot.token
    if "had" in auxiliaries(verb) and not _in_report(verb):
        return True
    if _is_since(token) and stand.spot.frame.form == "noun":
        return True
    near = [
        child.lower_
        for other in (verb, token)
        for child in other.children
        if child.dep_.startswith(("advmod", "amod", "mark"))
    ]
    if any(word in word_set("earlier") and word != "first" for word in near) and stand.judged.status == "occurred":
        return True
    return _old_report(stand)


def _is_since(token: Token) -> bool:
    """ "since Roosevelt's meeting with the king"."""
    return any(
        child.dep_ in ("case", "mark") and child.lower_ in ("since", "recalling", "like") for child in token.children
    )


def _in_report(verb: Token) -> bool:
    """ "said that he had met": the pluperfect of reported speech need not lie far back."""
    clause = clause_of(verb)
    return clause.dep_ == "ccomp" and clause.head.lower_ in word_set("reporting") and clause.head.dep_ == "ROOT"


def _old_report(stand: Stand) -> bool:
    """ "Russian media reported earlier this month that ..." tells old news."""
    above = [other for other in ancestors(stand.verb) if other.lower_ in word_set("reporting")]
    for other in above[:1]:
        for words, head in stand.clock.beside(other):
            if clause_of(head).i == other.i:
                dating = stand.clock.dated(words, "past")
                if _lies_back(dating, stand.scene.reference) or words.text.casefold().startswith(
                    ("earlier this", "last")
                ):
                    return True
    return False


def _lies_back(days: Dating | None, reference: Days | None) -> bool:
    if days is None or days.days.last is None or reference is None or reference.first is None:
        return False
    return days.days.last < reference.first - _LONG_AGO


def _lies_ahead(days: Dating, reference: Days | None, tense: Tense) -> bool:
    if days.days.first is None or reference is None or reference.last is None:
        return False
    return days.days.first > reference.last + timedelta(days=0 if tense == "none" else 1)


def _tense(stand: Stand) -> Tense:
    """Which way the date words count: a plan ahead, a deed back, the present ("begins on Thursday") to the nearer day."""
    if stand.judged.soft:
        return "past"  # "flew to Oslo on Monday to meet him"
    if stand.judged.status in ("planned", "cancelled") or stand.judged.because in ("“may”", "“might”", "“could”"):
        return "future"
    verb = stand.verb
    present = verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and {"is", "are"} & set(auxiliaries(verb)))
    return "none" if present and stand.passage.part != "headline" else "past"


def _sentence(stand: Stand) -> Span:
    """The sentence, or its clause where the event stands in one of its own that has a subject."""
    passage, token = stand.passage, stand.spot.token
    sent = sentence_of(token)
    start, end = sent.start, sent.end
    clause = clause_of(stand.verb)
    if clause.dep_ in ("advcl", "acl:relcl", "parataxis") and find_subject(clause) is not None:
        first, last = clause_span(clause)
        if last - first >= 4:
            start, end = max(start, first), min(end, last)
    doc = passage.doc
    while start < end - 1 and (doc[start].is_space or doc[start].text in ",;"):
        start += 1
    while end > start + 1 and (doc[end - 1].is_space or doc[end - 1].text in ",;"):
        end -= 1
    return passage.at(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))
