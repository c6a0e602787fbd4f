"""The whole road on the example pages: what must hold for any input, and floors on what is read."""

from __future__ import annotations

import io
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import communique
from benchmarks.examples import below_floor, read_examples, score_examples
from communique.chronicle import Chronicle
from communique.exports import save_json
from communique.journey import build, read_page
from communique.linking import link
from communique.model import Links, Page, PageReading, Skip, StoryReading
from communique.pages import parse_page, read_pages

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "examples" / "pages"
SHARED = ROOT.parent / "shared"
pytestmark = pytest.mark.xdist_group("road")  # the readings are made once, in one worker


def exported(path: Path) -> dict[str, Any]:
    file = io.BytesIO()
    with Chronicle(path) as chronicle:
        save_json(chronicle, file)
    export: dict[str, Any] = json.loads(file.getvalue())
    return export


@pytest.fixture(scope="module")
def readings() -> list[PageReading]:
    return [read_page(page) for page in read_pages([PAGES]) if isinstance(page, Page)]


def told(readings: Sequence[PageReading]) -> Iterator[tuple[Page, StoryReading]]:
    for reading in readings:
        for story in reading.stories:
            yield reading.page, story


def test_the_example_pages_are_read_as_a_careful_reader_does(tmp_path: Path) -> None:
    expected = json.loads((ROOT / "examples" / "expected.json").read_text(encoding="utf-8"))
    score = score_examples(*read_examples(tmp_path), expected)
    assert list(below_floor(score)) == []


@pytest.mark.skipif(
    not (SHARED / "gold").is_dir(),
    reason="the seed pages and their gold lie beside the project only where it is developed",
)
def test_the_seed_pages_reach_every_floor(tmp_path: Path) -> None:
    build([SHARED / "seeds"], tmp_path / "c")
    (tmp_path / "out.json").write_text(json.dumps(exported(tmp_path / "c")), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(SHARED / "gold" / "score.py"), str(tmp_path / "out.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "21 of 21 measures reach their floor" in done.stdout, done.stdout


def test_every_span_cuts_out_its_own_words(readings: list[PageReading]) -> None:
    quotes = 0
    for page, reading in told(readings):
        for quote in reading.quotes:
            assert quote.span.cut(page.text) == quote.text
            quotes += 1
        for mention in reading.mentions:
            assert mention.span.cut(page.text) == mention.text
        for account in reading.accounts:
            assert account.span.cut(page.text).strip()
            assert all(who.span.cut(page.text).strip() for who in account.participants)
        for block in reading.story.blocks:
            words = block.span.cut(page.text)
            assert words == words.strip() != ""
    assert quotes > 50


def test_every_line_of_a_page_has_one_part(readings: list[PageReading]) -> None:
    for reading in readings:
        page = reading.page
        blocks = sorted(
            [*reading.cut.loose, *(b for story in reading.cut.stories for b in story.blocks)], key=lambda b: b.span
        )
        assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(blocks))
        covered = {i for block in blocks for i in range(block.span.start, block.span.end)}
        missed = [i for i in range(page.start, len(page.text)) if not page.text[i].isspace() and i not in covered]
        assert not missed, (page.source, page.text[missed[0] : missed[0] + 60])


def test_ids_belong_together(readings: list[PageReading]) -> None:
    for _, reading in told(readings):
        entities = {entity.id for entity in reading.entities}
        named = [mention.entity for mention in reading.mentions] + [
            q.speaker.entity for q in reading.quotes if q.speaker
        ]
        named += [who.entity for account in reading.accounts for who in account.participants]
        assert {name for name in named if name is not None} <= entities


@pytest.mark.parametrize("seed", range(3))
def test_links_do_not_depend_on_the_order_of_the_pages(readings: list[PageReading], seed: int) -> None:
    shuffled = list(told(readings))
    random.Random(seed).shuffle(shuffled)
    assert _as_sets(link(shuffled)) == _as_sets(link(told(readings)))


def _as_sets(links: Links) -> tuple[Any, ...]:
    events = {
        (e.id, e.kind, e.status, e.days and e.days.days, e.accounts, e.pages, e.texts, e.origins) for e in links.events
    }
    people = {(p.id, p.name, p.members) for p in links.people}
    return events, people, {(r.story, r.of) for r in links.reprints}, {(w.one, w.other) for w in links.same_words}


def test_adding_page_by_page_ends_where_building_at_once_does(tmp_path: Path) -> None:
    files = sorted(PAGES.iterdir())[:6]
    build(files, tmp_path / "whole")
    for file in files:
        build([file], tmp_path / "steps")
    assert exported(tmp_path / "whole") == exported(tmp_path / "steps")


def test_the_same_pages_twice_change_nothing(tmp_path: Path) -> None:
    files = sorted(PAGES.iterdir())[:4]
    build(files, tmp_path / "c")
    before = exported(tmp_path / "c")
    again = build(files, tmp_path / "c")
    assert (again.added, again.known) == (0, 4)
    assert exported(tmp_path / "c") == before


def test_a_reprint_adds_no_text_and_no_origin(readings: list[PageReading]) -> None:
    (original,) = (r for r in readings if "nairobi-turkana-01" in r.page.source)
    copy = read_page(parse_page("Lakes and rivers\n\nMENU\n\n" + original.page.text.strip(), "copy.txt", html=False))
    alone, both = link(told([original])), link(told([original, copy]))
    counts = {e.kind: (e.texts, e.origins) for e in alone.events}
    doubled = {e.kind: (e.pages, e.texts, e.origins) for e in both.events if e.pages == 2}
    assert both.reprints
    assert doubled
    assert all(doubled[kind][1:] == counts[kind] for kind in doubled)


def test_an_executor_of_anybodys_reads_the_same(tmp_path: Path) -> None:
    files = sorted(PAGES.iterdir())[:3]
    with ThreadPoolExecutor(1) as executor:
        build(files, tmp_path / "there", executor=executor)
    build(files, tmp_path / "here")
    assert exported(tmp_path / "there") == exported(tmp_path / "here")


def test_a_dask_cluster_reads_the_same(tmp_path: Path) -> None:
    from distributed import Client, LocalCluster

    files = sorted(PAGES.iterdir())[:3]
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        build(files, tmp_path / "there", executor=client.get_executor())
    build(files, tmp_path / "here")
    assert exported(tmp_path / "there") == exported(tmp_path / "here")


def test_a_killed_build_keeps_what_was_committed_and_the_same_command_finishes_it(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    shutil.copytree(PAGES, pages)
    code = "import sys; from dataclasses import replace; from communique.journey import build; from communique.settings import DEFAULTS\n" \
           "build([sys.argv[1]], sys.argv[2], settings=replace(DEFAULTS, workers=1, batch_pages=1))"  # fmt: skip
    child = subprocess.Popen([sys.executable, "-c", code, str(pages), str(tmp_path / "c")])
    deadline = time.monotonic() + 120
    stored = 0
    while stored < 3 and child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
        if (tmp_path / "c").exists():
            stored = _pages_in(tmp_path / "c")
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert stored >= 3
    assert _pages_in(tmp_path / "c") >= stored
    finished = build([pages], tmp_path / "c")
    assert finished.known >= stored
    build([pages], tmp_path / "whole")
    assert exported(tmp_path / "c") == exported(tmp_path / "whole")


def _pages_in(path: Path) -> int:
    try:
        with Chronicle(path) as chronicle:
            return int(chronicle.one("SELECT count(*) AS n FROM pages")["n"])
    except communique.errors.ChronicleError:
        return 0  # between its first byte and its schema


HOSTILE = [
    ("", "an empty page"),
    ("Home\nWorld\nPolitics\nSport\nContact us\nAbout\n", "only menus"),
    ("Minister meets envoy\n\nSubscribe to continue reading. Already a subscriber? Log in\n", "a login wall"),
    (
        "El canciller se reunió el martes en Lima con su homólogo para hablar de la frontera. " * 8,
        "a page not in English",
    ),
    ("“" * 5000 + " said the minister.", "marks that never close"),
    ('"He said "she said "they said ' * 3000, "straight marks without end"),
    ("word " * 200_000, "1 MB on one line"),
    ("The minister met the envoy in Oslo on Tuesday. " * 20_000, "1 MB of sentences without a paragraph"),
    (
        "\u202e\u2066 Minister met envoy \x00\x07 in Oslo on 31 June 2087.\n" * 5,
        "control characters and a day that cannot be",
    ),
    ("a\n" * 100_000, "100,000 lines"),
]


@pytest.mark.parametrize("text", [text for text, _ in HOSTILE], ids=[name for _, name in HOSTILE])
def test_hostile_pages_are_read_without_error_and_point_at_their_words(text: str) -> None:
    reading = read_page(parse_page(text, html=False))
    for _, story in told([reading]):
        assert all(quote.span.cut(text) == quote.text for quote in story.quotes)
    if not reading.stories:
        assert reading.cut.skips, "a page without stories says why"
        assert all(isinstance(skip, Skip) and skip.reason for skip in reading.cut.skips)


def test_a_day_that_cannot_be_is_not_used_and_stands_in_the_ledger() -> None:
    text = ("Ministers sign lake accord\n\nOSLO - Foreign Minister Ingrid Solheim met her Polish counterpart Marek Zielonka in Oslo on 31 June 2023 "
            "and signed the accord on lakes, the ministry said in a statement to reporters.\n\nThe ministers also spoke about ferries and about the price of fish in the north.\n")  # fmt: skip
    reading = read_page(parse_page(text, html=False))
    skips = [*reading.cut.skips, *(skip for story in reading.stories for skip in story.skips)]
    assert any(skip.what == "date" and "31 June 2023" in skip.reason for skip in skips)


@pytest.mark.skipif(os.name != "posix", reason="needs a file that cannot be written to, as on a full disk")
def test_a_full_disk_keeps_what_was_committed(tmp_path: Path) -> None:
    code = "import resource, signal, sys; from communique.journey import build\n" \
           "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))\n" \
           "from communique.errors import ChronicleError\n" \
           "try:\n    build([sys.argv[1]], sys.argv[2])\nexcept ChronicleError as error:\n    print('refused:', error)"  # fmt: skip
    many = tmp_path / "pages"
    many.mkdir()
    lead = (PAGES / "2016-nairobi-turkana-01.txt").read_text(encoding="utf-8")
    for number in range(60):
        (many / f"{number:02}.txt").write_text(f"{lead}\n{number}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", code, str(many), str(tmp_path / "c")], capture_output=True, text=True, check=False
    )
    assert "refused:" in done.stdout, done.stderr
    with Chronicle(tmp_path / "c", write=True) as chronicle:
        assert chronicle.one("PRAGMA integrity_check")["integrity_check"] == "ok"
    assert build([many], tmp_path / "c").added + _pages_in(tmp_path / "c") >= 60
