"""From a story's passages to its accounts: spot the words, fill the sides, judge, date, place, gather."""

from __future__ import annotations

from collections.abc import Iterator

from communique.events.captions import read_captions
from communique.events.drafting import draft_passage
from communique.events.drafts import Draft
from communique.events.gather import gather
from communique.events.scene import Scene
from communique.events.telling import tell_account
from communique.model import Account, Page, Skip, Story
from communique.people.cast import Cast
from communique.reader.passage import Passage


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
    gathered, lost = gather(drafts)
    groups = [group for group in gathered if group.stands]
    skips += [_lost(page, story, draft) for draft in lost if draft.parties]
    skips += [
        Skip("account", "visit: nobody says where to", page.id, story.id, group.drafts[0].span)
        for group in gathered
        if not group.stands
    ]
    captions = read_captions(page, story)
    accounts = [tell_account(scene, group, groups, captions) for group in groups]
    yield from number_accounts(story, sorted(accounts, key=lambda account: account.span.start))
    yield from skips


def _lost(page: Page, story: Story, draft: Draft) -> Skip:
    return Skip("account", f"{draft.kind}: only one side is named for sure", page.id, story.id, draft.span)


def number_accounts(story: Story, accounts: list[Account]) -> Iterator[Account]:
    """The accounts with their ids, counted in text order."""
    for number, account in enumerate(accounts):
        yield Account(
            f"{story.id}/a{number}", story.id, account.kind, account.status, account.background, account.span,
            account.participants, account.days, account.place, account.because,
        )  # fmt: skip
