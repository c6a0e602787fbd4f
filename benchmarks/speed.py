"""Is it fast? Whole builds of pages made from the examples, with every room on.

    python -m benchmarks.speed          2,000 pages, then 500 and 4,000; one table
    python benchmarks/speed.py --check    exits 1 where a floor of floors.toml is missed

Stories per second and peak memory are of whole builds in a process of their own with two workers; the share of
each room is measured on one core, over a sample of the same pages.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from benchmarks.worlds import save_pages

WORKERS = 2


@dataclass(frozen=True)
class Run:
    """One whole build: pages, stories, seconds, and the largest memory of any of its processes in MB."""

    pages: int
    stories: int
    seconds: float
    peak_mb: float


def build_once(folder: str, out: str, pages: int) -> Run:
    """Build a chronicle of ``folder`` in this process and its workers; timed from the first page to the last link."""
    import resource

    from communique.chronicle import Chronicle
    from communique.journey import build
    from communique.settings import DEFAULTS

    started = time.perf_counter()
    build([folder], out, settings=replace(DEFAULTS, workers=WORKERS))
    seconds = time.perf_counter() - started
    with Chronicle(Path(out)) as chronicle:
        stories = int(chronicle.one("SELECT count(*) AS n FROM stories")["n"])
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Run(pages, stories, seconds, peak / 1024)


def measure(pages: int, folder: Path) -> Run:
    """``build_once`` in a fresh process, so that one run's memory is not another's."""
    save_pages(pages, folder / f"pages-{pages}")
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(
            build_once, str(folder / f"pages-{pages}"), str(folder / f"{pages}.chronicle"), pages
        ).result()


def shares(folder: Path, sample: int = 240) -> dict[str, float]:
    """Seconds each room takes for ``sample`` of the pages, on one core."""
    from communique.chronicle import Chronicle
    from communique.events import read_accounts
    from communique.journey import read_page
    from communique.linking import link
    from communique.model import Page
    from communique.pages import read_pages
    from communique.people import read_people
    from communique.quotes import read_quotes
    from communique.reader import load_reader
    from communique.reader.passage import read_passages
    from communique.stories import cut_page

    spent: dict[str, float] = {}

    @contextmanager
    def clock(room: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        spent[room] = spent.get(room, 0.0) + time.perf_counter() - started

    reader = load_reader()
    paths = sorted((folder / "pages-500").iterdir())
    read_page(next(p for p in read_pages(paths[:1]) if isinstance(p, Page)), reader)  # loads every table once
    with clock("pages"):
        pages = [page for page in read_pages(paths[:sample]) if isinstance(page, Page)]
    for page in pages:
        with clock("stories"):
            cut = cut_page(page)
        for story in cut.stories:
            with clock("reader"):
                passages, _ = read_passages(page, story, reader)
            with clock("people"):
                cast = read_people(page, story, passages)
            with clock("quotes"):
                list(read_quotes(page, story, passages, cast))
            with clock("events"):
                list(read_accounts(page, story, passages, cast))
    readings = [read_page(page, reader) for page in pages]
    with Chronicle(folder / "shares.chronicle", write=True, create=True) as chronicle:
        version = chronicle.version("bench", reader.version, "bench")
        with clock("chronicle"):
            for number in range(0, len(readings), 16):
                chronicle.add(readings[number : number + 16], (), version)
        with clock("linking"):
            chronicle.link(link(chronicle.stories()), version)
    return spent


def help_ms(tries: int = 9) -> float:
    """How much longer `communique --help` takes than bare Python: the fastest of ``tries``, in ms."""

    def fastest(code: str) -> float:
        times = []
        for _ in range(tries):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
            times.append(time.perf_counter() - started)
        return min(times)

    run_help = "import sys; sys.argv = ['communique', '--help']; from communique.desk.cli import main; main()"
    return 1000 * (fastest(run_help) - fastest("pass"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = {pages: measure(pages, folder) for pages in (500, 2000, 4000)}
        spent = shares(folder)
    growth = runs[4000].seconds / runs[500].seconds
    main_run = runs[2000]
    print(f"{'pages':>6} {'stories':>8} {'seconds':>8} {'stories/s':>10} {'peak MB':>8}")
    for run in runs.values():
        print(f"{run.pages:6} {run.stories:8} {run.seconds:8.1f} {run.stories / run.seconds:10.1f} {run.peak_mb:8.0f}")
    print(f"\n500 to 4,000 pages: {growth:.1f}-fold time\n\nshare of time per room, one core")
    total = sum(spent.values())
    for room, seconds in spent.items():
        print(f"{room:10} {seconds / total:6.1%}")
    help_takes = help_ms()
    print(f"\ncommunique --help: {help_takes:.0f} ms more than bare Python")
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())["speed"]
    missed = [
        f"{what}: {value:.1f}, wanted {'at least' if least else 'at most'} {floors[what]}"
        for what, value, least in (
            ("stories_per_second", main_run.stories / main_run.seconds, True),
            ("peak_mb", max(run.peak_mb for run in runs.values()), False),
            ("growth", growth, False),
            ("help_ms", help_takes, False),
        )
        if (value < floors[what] if least else value > floors[what])
    ]
    print("\n".join(missed) or "\nevery floor is reached")
    return 1 if missed and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
