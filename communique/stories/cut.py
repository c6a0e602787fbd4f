"""A page taken apart."""

from __future__ import annotations

from dataclasses import replace

from communique.model import Block, Credit, Cut, Page, Skip, Span, Story
from communique.stories.bodies import MAIN, Body, find_bodies, title_fits
from communique.stories.byline import find_byline, find_dateline, read_dateline
from communique.stories.heads import Label, drop_deck, find_headline, label_body, label_head, label_tail
from communique.stories.language import foreign
from communique.stories.outlet import find_outlet
from communique.stories.published import date_stories
from communique.stories.sheet import Sheet, read_sheet
from communique.stories.wire import find_wire

LEAST_WORDS = 25  # of body: a breaking line of one sentence is a story, a menu's slogan is not
LEAST_HEADED = 12  # of body under a headline that fits it, or behind a dateline


def cut_page(page: Page) -> Cut:
    """The page as stories and loose lines: every line that is not blank has a part and a reason.

    A page without a story (empty, only menus, a login wall, not in English) is
    kept, with the reason among the skips.
    """
    sheet = read_sheet(page)
    bodies = _with_headlines(sheet, tuple(drop_deck(sheet, body) for body in find_bodies(sheet)))
    reason = _why_no_story(sheet, bodies)
    if reason:
        loose = tuple(
            _block(sheet, label) for label in label_tail(sheet, Body(((0, 0),), ""), range(len(sheet.lines)), None)
        )
        skip = Skip("page", reason, page.id)
        return Cut(page, (), loose, find_outlet(sheet, loose), (skip,))
    return _dated(_assemble(sheet, bodies))


def _with_headlines(sheet: Sheet, bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    """The main body, and others that have a headline: a page's instructions run on like a story, but are not called."""
    kept: list[Body] = []
    for body in bodies:
        zone = range(kept[-1].last + 1 if kept else 0, body.first)
        if body.because == MAIN or find_headline(sheet, body, zone) is not None:
            kept.append(body)
    return tuple(kept)


def _why_no_story(sheet: Sheet, bodies: tuple[Body, ...]) -> str | None:
    if not sheet.lines:
        return "the page is empty"
    words = sum(
        sheet.lines[i].words
        for body in bodies
        for i in range(body.first, body.last + 1)
        if body.holds(i) and (sheet.prose[i] or read_dateline(sheet.lines[i].text) is not None)
    )
    if language := foreign(sheet, bodies):
        return f"the page is not in English ({language})"
    if words >= LEAST_WORDS or (words >= LEAST_HEADED and _is_headed(sheet, bodies[0])):
        return None
    if any(mark is not None and mark.part == "appeal" for mark in sheet.marks):
        return "a login or subscription wall: no running text stands on the page"
    return "only menus and titles: no running text stands on the page"


def _is_headed(sheet: Sheet, body: Body) -> bool:
    if read_dateline(sheet.lines[body.first].text):
        return True
    titles = [i for i in range(max(0, body.first - 4), body.first) if sheet.is_title(i)]
    return any(title_fits(sheet, i, body.first) for i in titles)


def _assemble(sheet: Sheet, bodies: tuple[Body, ...]) -> Cut:
    heads: list[tuple[int | None, int]] = []  # headline, first line of the head
    above = 0
    for n, body in enumerate(bodies):
        zone = range(above, body.first)
        headline = find_headline(sheet, body, zone)
        heads.append((headline, 0 if n == 0 else _head_start(sheet, headline, zone)))
        above = body.last + 1
    stories, loose = [], []
    for n, (body, (headline, start)) in enumerate(zip(bodies, heads, strict=True)):
        end = heads[n + 1][1] if n + 1 < len(heads) else len(sheet.lines)
        labels = label_head(sheet, body, headline, range(start, body.first))
        labels += label_body(sheet, body, headline)
        labels += label_tail(sheet, body, range(body.last + 1, end), headline)
        stories.append(_story(sheet, n, labels))
        loose += [_block(sheet, label) for label in labels if not label.own]
    blocks = tuple(b for s in stories for b in s.blocks) + tuple(loose)
    outlet = find_outlet(sheet, blocks)
    named = tuple(_credited(sheet.page, story, outlet) for story in stories)
    return Cut(sheet.page, named, tuple(loose), outlet, ())


def _head_start(sheet: Sheet, headline: int | None, zone: range) -> int:
    """Where a later story's head begins: at its headline, or at the byline or hour right above the body."""
    if headline is not None:
        return headline
    start = zone.stop
    while start > zone.start and sheet.part(start - 1) in ("byline", "timestamp", "caption"):
        start -= 1
    return start


def _story(sheet: Sheet, number: int, labels: list[Label]) -> Story:
    blocks = tuple(_block(sheet, label) for label in labels if label.own)
    headline = next((b.span for b in blocks if b.part == "headline"), None)
    return Story(f"{sheet.page.id}.{number}", sheet.page.id, blocks, headline)


def _block(sheet: Sheet, label: Label) -> Block:
    line = sheet.lines[label.line]
    return Block(label.part, Span(sheet.page.id, line.start, line.end), label.because)


def _credited(page: Page, story: Story, outlet: Credit | None) -> Story:
    return replace(
        story,
        outlet=outlet,
        wire=find_wire(page, story, outlet),
        byline=find_byline(page, story),
        dateline=find_dateline(page, story),
    )


def _dated(cut: Cut) -> Cut:
    datings, skips = date_stories(cut.page, cut.stories)
    stories = tuple(replace(s, published=d) for s, d in zip(cut.stories, datings, strict=True))
    return replace(cut, stories=stories, skips=cut.skips + skips)
