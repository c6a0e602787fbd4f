"""The road, from pages to a chronicle, as one readable function after another.

    page -> stories -> passages -> who -> what was said | what happened -> across stories -> chronicle

What is read from one page depends on that page alone, so pages can be read in
any order, on any number of processes or machines; linking looks at all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

import communique
from communique.chronicle import Chronicle
from communique.events import read_accounts
from communique.linking import link
from communique.model import Account, Page, PageReading, Quote, Skip, Story, StoryReading
from communique.pages import read_pages
from communique.people import read_people
from communique.quotes import read_quotes
from communique.reader import Reader, load_reader
from communique.reader.passage import read_passages
from communique.settings import DEFAULTS, Settings
from communique.stories import cut_page
from communique.workers import read_ahead, worker_pool

RULES = "2"  # raised with every change that makes the same page read differently; stored beside each row


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: pages read and stored, pages that were there already, inputs that were skipped with a reason."""

    added: int
    known: int
    skipped: tuple[Skip, ...]


def read_page(page: Page, reader: Reader | None = None) -> PageReading:
    """Everything ``page`` says: its stories, who is in them, what was said and what happened.

    A pure function of the page and the reader's version; an odd page gives few stories and reasons, never an error.
    """
    cut = cut_page(page)
    if not cut.stories:
        return PageReading(cut, ())
    reader = reader or load_reader()
    return PageReading(cut, tuple(_read_story(page, story, reader) for story in cut.stories))


def _read_story(page: Page, story: Story, reader: Reader) -> StoryReading:
    passages, repeats = read_passages(page, story, reader)
    cast = read_people(page, story, passages)
    said = tuple(read_quotes(page, story, passages, cast))
    done = tuple(read_accounts(page, story, passages, cast))
    return StoryReading(
        story=story,
        entities=cast.entities,
        mentions=cast.mentions,
        quotes=tuple(quote for quote in said if isinstance(quote, Quote)),
        accounts=tuple(account for account in done if isinstance(account, Account)),
        skips=repeats + cast.skips + tuple(skip for skip in (*said, *done) if isinstance(skip, Skip)),
    )


def read_batch(pages: tuple[Page, ...]) -> tuple[PageReading, ...]:
    """``read_page`` for several pages: what a worker is handed at a time."""
    return tuple(read_page(page) for page in pages)


def build(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    executor: Executor | None = None,
    settings: Settings = DEFAULTS,
    progress: Callable[[int], None] | None = None,
) -> Built:
    """Read every page under ``paths`` into the chronicle ``out``, made where it is missing; link all its stories anew.

    Pages that are there already are not read again, so the same call after an interruption finishes the job.
    ``executor`` may be a Dask client's ``get_executor()``; without one, a pool of ``settings.workers`` processes is
    used where there are more than a few pages. ``progress`` is told how many inputs are done.
    ``ChronicleError`` where ``out`` is no chronicle, a newer version's, or another process writes to it.
    """
    added, known, skipped = 0, 0, []
    with Chronicle(Path(out), write=True, create=True, settings=settings) as chronicle:
        version = chronicle.version(communique.__version__, load_reader().version, RULES)
        seen: set[str] = set()

        def fresh() -> Iterator[Page]:
            nonlocal known
            for page in read_pages(paths, settings):
                if isinstance(page, Skip):
                    skipped.append(page)
                elif page.id in seen or chronicle.has(page.id):
                    known += 1
                else:
                    seen.add(page.id)
                    yield page
                    continue
                if progress is not None:
                    progress(1)

        with worker_pool(fresh(), executor, settings, load_reader) as (pages, pool):
            for readings in read_ahead(read_batch, pages, pool, settings):
                chronicle.add(readings, (), version)
                added += len(readings)
                if progress is not None:
                    progress(len(readings))
        chronicle.add((), skipped, version)
        if not chronicle.linked:
            chronicle.link(link(chronicle.stories()), version)
    return Built(added, known, tuple(skipped))
