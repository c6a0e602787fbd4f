"""A story's quotes, in text order: marks, sentences, cues, speakers and hands put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.model import Hand, Mode, Page, Quote, Skip, Span, Speaker, Story
from communique.people.cast import Cast
from communique.quotes.embeds import Post, find_post, find_signature
from communique.quotes.frames import TERMINAL, Frame, cut_frames
from communique.quotes.hands import chain, find_hands, same_hand
from communique.quotes.lexicon import DOCUMENTS
from communique.quotes.links import Link, Sentence, link_pieces, outer_cues, tail
from communique.quotes.marks import Marked, find_marked
from communique.quotes.phrases import Line
from communique.quotes.reported import in_dialogue, link_reported
from communique.quotes.titles import is_name, is_titled
from communique.quotes.transcripts import Turn, find_turns
from communique.quotes.unsaid import unsaid
from communique.quotes.voices import Stage, Voice
from communique.reader.passage import Passage

LOOSE_WORDS = (
    4  # a piece without any cue must be a sentence of so many words to be speech; subheads in marks are shorter
)
BESIDE = 300  # characters between two quotes of one speaker in a paragraph: on pages of one line another speaks by then
GOING_ON = ("add", "continue", "go on", "conclude")  # "he added": whoever has been speaking, not who was named last
NEAR = 1  # paragraphs back in which a quote without a cue may find its speaker


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote before it has its number: own passage, words, speaker and the hands that the text names."""

    passage: int
    span: Span
    mode: Mode
    voice: Voice | None
    cue: Span | None
    hands: tuple[Hand, ...]
    because: str
    cued: bool = True


def read_quotes(page: Page, story: Story, passages: tuple[Passage, ...], cast: Cast) -> Iterator[Quote | Skip]:
    """The story's quotes, in text order, and what stands in marks without being one.

    Only the body is read, and a deck for what the body does not say: a headline repeats what stands below it,
    shortened by a hand that is nobody's. Reported speech needs a speaker; words in marks that are clearly a
    sentence are kept without one, since a wrong speaker costs more than none.
    """
    read = tuple(passage for passage in passages if passage.part != "headline")
    drafts: list[Draft] = []
    skips: list[Skip] = []
    stage = Stage(page, story, cast)
    texts = [passage.span.cut(page.text) for passage in read]  # spaCy puts a doc's text together anew at every call
    marked = find_marked(texts)
    turns = find_turns(read, texts)
    for number, (passage, marks) in enumerate(zip(read, marked, strict=True)):
        if number in turns:
            spoken = _spoken(stage, number, passage, turns[number], drafts)
            if isinstance(spoken, Draft):
                drafts.append(spoken)
            else:
                skips.append(spoken)
            continue
        post = find_post(texts[number])
        if post is not None:
            drafts.append(_posted(stage, number, passage, post))
            continue
        signature = find_signature(passage, texts[number])
        if signature is not None:
            _sign(stage, number, passage, signature, drafts)
            continue
        for found in _read_passage(stage, story, number, passage, marks, drafts):
            if isinstance(found, Skip):
                skips.append(found)
            else:
                drafts.append(found)
        _look_ahead(drafts, number)
    kept = [draft for draft in _without_repeats(drafts, read, texts) if not _pulled(draft, page, texts)]
    yield from _numbered(kept, page, story)
    yield from skips


def _numbered(drafts: Sequence[Draft], page: Page, story: Story) -> Iterator[Quote]:
    ordered = sorted(drafts, key=lambda draft: (draft.span.start, draft.span.end))
    for number, draft in enumerate(ordered):
        speaker = _speaker(draft)
        via = chain(draft.hands, story, speaker.name if speaker is not None else None)
        yield Quote(
            f"{story.id}/q{number}",
            story.id,
            draft.span,
            draft.span.cut(page.text),
            draft.mode,
            speaker,
            draft.cue,
            via,
            draft.because,
        )


def _speaker(draft: Draft) -> Speaker | None:
    if draft.voice is None:
        return None
    if not draft.cued:
        return draft.voice.speaker("goes on the words before")
    return draft.voice.speaker("beside the cue")


def _read_passage(
    stage: Stage, story: Story, number: int, passage: Passage, marks: Marked, drafts: list[Draft]
) -> Iterator[Draft | Skip]:
    text = passage.span.cut(stage.page.text)
    frames = cut_frames(passage.doc, text, marks.pieces)
    previous = _previous(drafts, number, marks)
    if (
        previous is not None
        and not marks.goes_on
        and previous.passage < number
        and stage.parted(previous.span, passage.span)
    ):
        previous = None
    dashed = _dashed(stage, number, passage, frames, text) if not marks.pieces else None
    if dashed is not None:
        yield dashed
        return
    for frame in frames:
        if passage.part == "deck" and not frame.pieces:
            continue
        sentence = Sentence(Line(passage.doc, frame.words), frame, text)
        for draft in _read_frame(stage, story, number, passage, sentence, marks, previous):
            if isinstance(draft, Draft):
                previous = draft
                if draft.voice is not None and draft.cued:
                    stage.hear(draft.voice, draft.hands)
            yield draft


def _spoken(stage: Stage, number: int, passage: Passage, turn: Turn, drafts: Sequence[Draft]) -> Draft | Skip:
    """A turn of a transcript: all of the paragraph behind its label."""
    end = len(passage.span.cut(stage.page.text).rstrip())
    if turn.asked or end <= turn.start:
        return Skip("quote", "a question without a name", stage.page.id, stage.story.id, passage.span)
    span = passage.at(turn.start, end)
    if turn.label is None:
        last = drafts[-1] if drafts and drafts[-1].passage == number - 1 else None
        return Draft(
            number,
            span,
            "direct",
            last.voice if last is not None else None,
            None,
            (),
            "goes on under a transcript's label",
            cued=False,
        )
    return Draft(
        number,
        span,
        "direct",
        _author(stage, passage, *turn.label),
        passage.at(*turn.label),
        (),
        "under a transcript's label",
    )


def _author(stage: Stage, passage: Passage, start: int, end: int) -> Voice | None:
    """Who a printed name with its offices names: the person in it, else the words as they stand."""
    words = passage.doc.char_span(start, end, alignment_mode="expand")
    voice = stage.voice(passage, (words.start, words.end)) if words is not None else None
    entity = stage.cast.who(passage.at(start, end))
    if voice is not None and voice.entity is None and entity is not None and entity.kind == "person":
        return replace(voice, name=entity.name, entity=entity)
    return voice


def _posted(stage: Stage, number: int, passage: Passage, post: Post) -> Draft:
    """A post printed whole: its author's words, through the platform."""
    hand = Hand(post.platform, "channel", passage.at(*post.handle))
    voice = _author(stage, passage, *post.author)
    return Draft(
        number, passage.at(*post.words), "direct", voice, passage.at(*post.author), (hand,), "a post printed whole"
    )


def _sign(stage: Stage, number: int, passage: Passage, signature: tuple[int, int], drafts: list[Draft]) -> None:
    """A name behind a dash gives the words in marks right above it their speaker."""
    voice = _author(stage, passage, *signature)
    for i in range(len(drafts) - 1, -1, -1):
        if drafts[i].passage != number - 1 or drafts[i].cued or drafts[i].mode != "direct":
            break
        drafts[i] = replace(drafts[i], voice=voice, cue=passage.at(*signature), because="signed by the line below")


def _dashed(stage: Stage, number: int, passage: Passage, frames: Sequence[Frame], text: str) -> Draft | None:
    """``– We come with what we have. It is enough, says the minister.``: the whole paragraph up to its last cue."""
    opening = DASH.match(text)
    if opening is None:
        return None
    for frame in frames:
        sentence = Sentence(Line(passage.doc, frame.words), frame, text)
        cue = next(
            (cue for cue in sentence.cues if sentence.back(cue) and cue.source is not None and cue.start > 0), None
        )
        if cue is None:
            continue
        end = len(text[: sentence.char(cue.start)].rstrip(" ,—–-"))
        if end > opening.end() and in_dialogue(text[opening.end() : end], cue):
            link = Link(
                opening.end(),
                end,
                "direct",
                cue,
                outer_cues(sentence, cue),
                frame,
                tail(sentence, cue, None),
                because="opened by a dash",
            )
            return _cued(stage, number, passage, link)
    return None


THAT = re.compile(r"\s+that\b")
DASH = re.compile(r"\s*[—–―-]\s+(?=[A-ZÀ-Þ])")


def _previous(drafts: Sequence[Draft], number: int, marks: Marked) -> Draft | None:
    """The quote that a paragraph without a cue may go on: in the paragraph just before, however long the run."""
    if not drafts or number - drafts[-1].passage > NEAR:
        return None
    return drafts[-1] if marks.pieces else None


def _read_frame(
    stage: Stage, story: Story, number: int, passage: Passage, sentence: Sentence, marks: Marked, previous: Draft | None
) -> Iterator[Draft | Skip]:
    for cue in sentence.cues:
        if cue.source is not None:
            stage.voice(passage, cue.source)  # an agency named here may be "the agency" later
    links = link_pieces(sentence)
    linked = {link.start for link in links}
    reported = link_reported(sentence)
    for link in sorted([*links, *reported], key=lambda one: one.start):
        if link.whole:
            found = _uncued(stage.page, passage, number, link, marks, previous)
        else:
            found = _cued(stage, number, passage, link)
        if found is None:
            yield _skip("marks without speech", story, passage, link.start, link.end)
            continue
        if found.voice is None and found.mode == "indirect":
            yield _skip("speaker not clear", story, passage, link.start, link.end)
            continue
        if found.voice is not None and found.mode != "direct" and not found.voice.able:
            yield _skip("the source cannot speak", story, passage, link.start, link.end)
            continue
        if found.voice is not None and found.mode == "indirect" and _own_copy(found.voice, story):
            yield _skip("the story's own wire", story, passage, link.start, link.end)
            continue
        previous = found
        yield found
    for reason, start, end in unsaid(sentence, [*links, *reported]):
        yield _skip(reason, story, passage, start, end)
    for piece in sentence.frame.pieces:
        if piece.start not in linked:
            yield _skip("marks without a cue", story, passage, piece.start, piece.end)


def _skip(reason: str, story: Story, passage: Passage, start: int, end: int) -> Skip:
    return Skip("quote", reason, story.page, story.id, passage.at(start, end))


def _own_copy(voice: Voice, story: Story) -> bool:
    """ "Reuters reported" in Reuters' copy credits the copy; it quotes nobody."""
    return voice.carrier is not None and any(
        credit is not None and same_hand(credit.name, voice.carrier.name) for credit in (story.wire, story.outlet)
    )


def _uncued(
    page: Page, passage: Passage, number: int, link: Link, marks: Marked, previous: Draft | None
) -> Draft | None:
    """Marks that fill a sentence: the speaker of the words just before goes on; a subhead in marks is no speech."""
    text = passage.at(link.start, link.end).cut(page.text)
    piece = next(p for p in link.frame.pieces if p.start == link.start)
    runs_on = marks.goes_on and piece is marks.pieces[0] and previous is not None and previous.mode != "indirect"
    finished = text[-1] in TERMINAL + ",—–" or not piece.closed
    if (
        not runs_on
        and (len(text.split()) < LOOSE_WORDS or not finished)
        and not (previous is not None and previous.passage == number and finished)
    ):
        return None
    span = passage.at(link.start, link.end)
    if previous is not None and previous.passage == number and span.start - previous.span.end > BESIDE:
        previous = None
    if previous is None:
        return Draft(number, span, "direct", None, None, (), "a sentence in marks; speaker not clear", cued=False)
    why = "the marks reopen" if runs_on else "a sentence in marks behind the same speaker's words"
    return Draft(number, span, "direct", previous.voice, None, previous.hands, why, cued=False)


def _cued(stage: Stage, number: int, passage: Passage, link: Link) -> Draft | None:
    span = passage.at(link.start, link.end)
    if link.label is not None:
        voice = stage.voice(passage, link.label)
        if voice is None or (voice.entity is None and voice.nature == "speaker" and not is_titled(passage, link)):
            return Draft(number, span, link.mode, None, None, (), "behind a colon; speaker not clear", cued=False)
        hands = tuple(v.hand() for v in _outer_voices(stage, passage, link))
        return Draft(
            number,
            span,
            link.mode,
            voice,
            passage.place(passage.doc[link.label[0] : link.label[1]]),
            hands,
            link.because,
        )
    cue = link.cue
    if cue is None:
        return None
    words = link.frame.words
    start = passage.doc[words[cue.first]].idx
    last = passage.doc[words[cue.last - 1]]
    end = last.idx + len(last.text)
    if is_name(stage.page, passage, link, end):
        return None
    if cue.verb is not None and cue.verb.kind == "deny" and (that := THAT.match(passage.doc.text, end)) is not None:
        end = that.end()  # "denied that": the words are shown with what turns them round
    voice, hands = _voice_and_hands(stage, passage, link)
    if (
        voice is not None
        and voice.nature == "agency"
        and link.mode == "mixed"
        and cue.verb is not None
        and cue.verb.lemma == "report"
        and voice.span.start >= span.end
    ):
        return Draft(
            number,
            span,
            "mixed",
            None,
            passage.at(start, end),
            (*hands, voice.hand()),
            "carried by a medium; speaker not clear",
            cued=False,
        )
    return Draft(number, span, link.mode, voice, passage.at(start, end), hands, link.because)


def _voice_and_hands(stage: Stage, passage: Passage, link: Link) -> tuple[Voice | None, tuple[Hand, ...]]:
    cue = link.cue
    assert cue is not None
    outer = _outer_voices(stage, passage, link)
    hands: list[Hand] = []
    source = stage.voice(passage, cue.source, cue.whole) if cue.source is not None else None
    if source is not None and source.nature == "pronoun":
        named = link.mode == "indirect" and stage.opens_with(passage.at(link.start, link.end), source.entity)
        if named or (cue.verb is not None and cue.verb.lemma in GOING_ON):
            source = stage.going_on(passage, source, excluded=named)
    if source is not None and source.nature == "pronoun" and cue.heard is not None and source.entity is not None:
        heard = stage.cast.who(passage.place(passage.doc[cue.heard[0] : cue.heard[1]]))
        source = None if heard == source.entity else source  # "he told Pompeo": Pompeo is not "he"
    if source is not None and outer and _speaks_for(source, outer[0], link):
        source, outer = outer[0], outer[1:]
    if cue.quoted is not None:
        speaker = stage.voice(passage, cue.quoted)
        carrier = [source.hand()] if source is not None else []
        return speaker, (*_channels(stage, passage, link), *_not_in(carrier, outer), *(v.hand() for v in outer))
    if cue.carrier is not None:
        by = stage.voice(passage, cue.carrier)
        hands += [by.hand()] if by is not None else []
    owner = stage.voice(passage, link.owner) if link.owner is not None and _is_message(passage, link) else None
    if owner is not None and source is not None:
        return owner, (*_channels(stage, passage, link), source.hand(), *(v.hand() for v in outer))
    cited = None
    if any(c.form in ("citing", "quoting") for c in link.outer):
        cite = next(c for c in link.outer if c.form in ("citing", "quoting"))
        place = passage.place(passage.doc[cite.source[0]]) if cite.source is not None else None
        cited = next(
            (
                v
                for v in outer
                if (place is not None and v.span.overlaps(place)) or (place is not None and v.span.start >= place.start)
            ),
            None,
        )
    if source is not None and source.nature == "agency" and cited is not None:
        rest = [v.hand() for v in outer if v is not cited]
        return cited, (*_channels(stage, passage, link), source.hand(), *rest)
    if source is not None and source.nature == "agency" and outer and cue.phrase and outer[0].nature != "agency":
        return outer[0], (source.hand(), *(v.hand() for v in outer[1:]))
    return source, (
        *_channels(stage, passage, link),
        *hands,
        *(v.hand() for v in outer if source is None or v.name != source.name),
    )


def _speaks_for(source: Voice, outer: Voice, link: Link) -> bool:
    """``the spokeswoman said China hoped``: a person who says what a state or body thinks speaks; no hand carries it."""
    assert link.cue is not None
    nested = bool(link.outer) and link.outer[0].last <= link.cue.first and not link.outer[0].phrase
    person = (
        outer.nature in ("speaker", "pronoun")
        and (outer.entity is None or outer.entity.kind == "person")
        and outer.kind != "body"
    )
    return nested and person and source.entity is not None and source.entity.kind in ("state", "body")


def _channels(stage: Stage, passage: Passage, link: Link) -> tuple[Hand, ...]:
    named = (*find_hands(stage.page, passage, *link.tail), *find_hands(stage.page, passage, *link.after))
    cue = link.cue
    if (
        cue is None
        or cue.verb is None
        or cue.verb.lemma != "tweet"
        or any(hand.name in ("X", "Twitter") for hand in named)
    ):
        return named
    return (
        Hand(
            "Twitter",
            "channel",
            passage.place(passage.doc[link.frame.words[cue.first] : link.frame.words[cue.first] + 1]),
        ),
        *named,
    )


def _not_in(hands: list[Hand], outer: Sequence[Voice]) -> list[Hand]:
    return [hand for hand in hands if all(hand.name != voice.name for voice in outer)]


def _is_message(passage: Passage, link: Link) -> bool:
    assert link.owner is not None
    words = passage.doc[link.owner[0] : link.owner[1]]
    return any(token.lower_ in DOCUMENTS for token in words) and any(
        token.lower_ in ("'s", "’s", "'", "’", "by", "from") for token in words
    )


def _outer_voices(stage: Stage, passage: Passage, link: Link) -> list[Voice]:
    found = []
    for cue in link.outer:
        if cue.source is not None:
            voice = stage.voice(passage, cue.source, cue.whole)
            if voice is None or not voice.name.strip() or not voice.able:
                continue
            nested = link.cue is not None and cue.last <= link.cue.first
            if nested or cue.phrase or voice.nature in ("agency", "document") or voice.kind in ("body", "spokesperson"):
                found.append(voice)
    return found


def _look_ahead(drafts: list[Draft], number: int) -> None:
    """A paragraph has one speaker: marks at its beginning take the one whose cue comes later in it."""
    mine = [i for i, draft in enumerate(drafts) if draft.passage == number]
    known = next(
        (drafts[i] for i in mine if drafts[i].voice is not None and drafts[i].mode == "direct" and drafts[i].cued), None
    )
    if known is None:
        return
    for i in mine:
        draft = drafts[i]
        if (
            not draft.cued
            and draft.voice is None
            and draft.mode == "direct"
            and 0 <= known.span.start - draft.span.end <= BESIDE
        ):
            drafts[i] = replace(
                draft, voice=known.voice, hands=known.hands, because="the same speaker's words go on in the paragraph"
            )


def _without_repeats(drafts: Sequence[Draft], read: Sequence[Passage], texts: Sequence[str]) -> list[Draft]:
    """A deck's quote whose words the body has is the body's."""
    parts = [passage.part for passage in read]
    if not any(parts[draft.passage] == "deck" for draft in drafts):
        return list(drafts)
    body = " ".join(_plain(texts[i]) for i, part in enumerate(parts) if part == "body")
    kept: list[Draft] = []
    for draft in drafts:
        if parts[draft.passage] == "deck":
            text = texts[draft.passage]
            words = text[
                draft.span.start - read[draft.passage].span.start : draft.span.end - read[draft.passage].span.start
            ]
            if draft.voice is None or _plain(words) in body:
                continue
        kept.append(draft)
    return kept


def _pulled(draft: Draft, page: Page, texts: Sequence[str]) -> bool:
    """Words in marks alone in their paragraph that another paragraph has too: set out of the text to catch the eye."""
    words = draft.span.cut(page.text)
    alone = not draft.cued and len(texts[draft.passage].strip()) <= len(words) + 4
    return (
        alone
        and len(words.split()) > 2
        and any(words.rstrip(".,?!") in text for n, text in enumerate(texts) if n != draft.passage)
    )


def _plain(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())
