"""From a story's passages to its accounts: spot the words, fill the sides, judge, date, place, gather."""

from __future__ import annotations

from collections.abc import Iterator

from communique.events.captions import read_captions
from communique.events.drafting import draft_passage
from communique.events.drafts import Draft
from communique.events.gather import gather
from communique.events.scene import Scene
from communique.events.standing import find_flaw, trim_account
from communique.events.telling import tell_account
from communique.model import Account, Page, Skip, Span, Story
from communique.people.cast import Cast
from communique.reader.passage import Passage

_ONE_SIDE = "only one side is named for sure"


def read_accounts(page: Page, story: Story, passages: tuple[Passage, ...], cast: Cast) -> Iterator[Account | Skip]:
    """The story's accounts in text order, with a ``Skip`` for each mention that was read and declined.

    Menus, captions and lists never make an account; a caption that names the same people may date and place one.
    """
    drafts: list[Draft] = []
    skips: list[Skip] = []
    scene = Scene(page, story, passages, cast)
    for number in range(len(passages)):
        for found in draft_passage(scene, number, tuple(drafts)):
            if isinstance(found, Skip):
                skips.append(found)
            else:
                drafts.append(found)
    groups, lost = gather(drafts)
    skips += [_skip(page, story, draft.span, draft.kind, _ONE_SIDE) for draft in lost if draft.parties]
    captions = read_captions(page, story)
    accounts: list[Account] = []
    for group in groups:
        account = tell_account(scene, group, groups, captions)
        flaw = find_flaw(account, group, scene.reference)
        kept, trimmed = trim_account(account, scene.reference)
        accounts += [kept] if not flaw else []
        if flaw or trimmed:
            skips.append(_skip(page, story, account.span, account.kind, flaw or trimmed))
    headline = next(iter(story.of("headline")), None)
    if headline is not None and all(account.background for account in accounts):
        reason = "nothing the headline tells was read as an event"
        skips.append(Skip("account", reason, page.id, story.id, headline.span))
    yield from number_accounts(story, sorted(accounts, key=lambda account: account.span.start))
    yield from skips


def _skip(page: Page, story: Story, span: Span, kind: str, reason: str) -> Skip:
    return Skip("account", f"{kind}: {reason}", page.id, story.id, span)


def number_accounts(story: Story, accounts: list[Account]) -> Iterator[Account]:
    """The accounts with their ids, counted in text order."""
    for number, account in enumerate(accounts):
        yield Account(
            f"{story.id}/a{number}", story.id, account.kind, account.status, account.background, account.span,
            account.participants, account.days, account.place, account.because,
        )  # fmt: skip
