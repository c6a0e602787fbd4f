"""``build`` and ``add``: with a progress bar on a terminal, and a summary that counts what was skipped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from communique.desk.cli.printing import print_json
from communique.errors import CommuniqueError
from communique.journey import Built, build
from communique.pages import count_pages
from communique.settings import DEFAULTS

_SHOWN = 10  # skipped inputs named in the summary; the ledger (`communique stats`) has all


def run_build(pages: list[str], out: Path, workers: int, scheduler: str | None, strict: bool, as_json: bool) -> int:
    """Read the pages into ``out``, print what was done, and return the exit code."""
    settings = replace(DEFAULTS, workers=workers)
    with _cluster(scheduler) as executor, _progress(pages) as progress:
        built = build(pages, out, executor=executor, settings=settings, progress=progress)
    if as_json:
        print_json(
            {
                "added": built.added,
                "known": built.known,
                "skipped": [{"source": s.page, "reason": s.reason} for s in built.skipped],
            }
        )
    else:
        _summarise(built, out)
    return 3 if strict and built.skipped else 0


def _summarise(built: Built, out: Path) -> None:
    parts = [f"{built.added} {'page' if built.added == 1 else 'pages'} read"]
    if built.known:
        parts.append(f"{built.known} known already")
    if built.skipped:
        parts.append(f"{len(built.skipped)} skipped")
    print(f"{out}: {', '.join(parts)}")
    for skip in built.skipped[:_SHOWN]:
        print(f"  skipped {skip.page}: {skip.reason}")
    if len(built.skipped) > _SHOWN:
        print(f"  and {len(built.skipped) - _SHOWN} more; `communique stats {out}` counts them by reason")


@contextmanager
def _cluster(address: str | None) -> Iterator[Executor | None]:
    if address is None:
        yield None
        return
    from distributed import Client

    try:
        client = Client(address, timeout="10s")
    except (OSError, TimeoutError, ValueError) as error:
        raise CommuniqueError(
            f"{address}: no Dask scheduler answers there ({error}); `dask scheduler` starts one"
        ) from error
    with client:
        yield client.get_executor()


@contextmanager
def _progress(pages: list[str]) -> Iterator[Callable[[int], None] | None]:
    """A bar with rate and time left on a terminal's standard error; it shows after two seconds."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("reading", total=count_pages(pages), rate="")

    def advance(count: int) -> None:
        bar.advance(task, count)
        elapsed = bar.tasks[0].elapsed or 0.0
        bar.update(task, rate=f"{bar.tasks[0].completed / elapsed:.1f}/s" if elapsed else "")
        if elapsed > 2 and not bar.live.is_started:
            bar.start()

    bar.tasks[0].start_time = bar.get_time()
    try:
        yield advance
    finally:
        bar.stop()
