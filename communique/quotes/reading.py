"""A story's quotes, in text order: marks, sentences, cues, speakers and hands put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.model import Hand, Page, Quote, Skip, Speaker, Story
from communique.people.cast import Cast
from communique.quotes.drafts import BESIDE, Draft, is_pulled, look_ahead, without_repeats
from communique.quotes.embeds import Post, find_post, find_signature
from communique.quotes.frames import TERMINAL, Frame, cut_frames
from communique.quotes.hands import chain, same_hand
from communique.quotes.links import Link, Sentence, link_pieces, outer_cues, tail
from communique.quotes.marks import Marked, find_marked
from communique.quotes.phrases import Line
from communique.quotes.reported import in_dialogue, link_reported
from communique.quotes.speaking import outer_voices, voice_and_hands
from communique.quotes.titles import is_name, is_titled
from communique.quotes.transcripts import Turn, find_turns
from communique.quotes.unsaid import unsaid
from communique.quotes.voices import Stage, Voice
from communique.reader.passage import Passage

LOOSE_WORDS = (
    4  # a piece without any cue must be a sentence of so many words to be speech; subheads in marks are shorter
)
NEAR = 1  # paragraphs back in which a quote without a cue may find its speaker


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
        look_ahead(drafts, number)
    kept = [draft for draft in without_repeats(drafts, read, texts) if not is_pulled(draft, page, texts)]
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
        hands = tuple(v.hand() for v in outer_voices(stage, passage, link))
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
    voice, hands = voice_and_hands(stage, passage, link)
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
