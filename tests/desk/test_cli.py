"""The commands on a chronicle made by hand: what is printed, and how errors end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.chronicle import Chronicle
from communique.desk.cli import main
from communique.desk.cli.printing import clean, days, shorten
from tests.factory import oslo_links, page_reading

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["communique", *map(str, words)])
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def file(tmp_path: Path) -> Path:
    reading = page_reading(outlet="oslo.example")
    path = tmp_path / "oslo.chronicle"
    with Chronicle(path, write=True, create=True) as chronicle:
        version = chronicle.version("0", "r", "1")
        chronicle.add([reading], [], version)
        chronicle.link(oslo_links(reading), version)
    return path


def test_the_timeline_says_when_what_who_where_and_how_much_stands_behind(run: Run, file: Path) -> None:
    code, out, _ = run("show", "-c", file)
    assert code == 0
    assert "2024-03-05" in out
    assert "meeting · Ingrid Solheim (NOR), Marek Zielonka (POL) · Oslo" in out
    assert "e1 · 1 page / 1 text / 1 origin" in out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--between", "NOR", "POL"], True),
        (["--between", "pol", "nor"], True),  # order and case do not matter
        (["--between", "NOR", "SWE"], False),
        (["--person", "zielonka"], True),
        (["--person", "Zielona"], False),
        (["--from", "2024-03-05", "--to", "2024-03-05"], True),
        (["--from", "2024-03-06"], False),
        (["--to", "2024-03-04"], False),
        (["--kind", "visit"], False),
        (["--status", "occurred"], True),
        (["--status", "planned"], False),
    ],
)
def test_filters_keep_what_passes(run: Run, file: Path, words: list[str], found: bool) -> None:
    code, out, _ = run("show", "-c", file, *words)
    assert code == 0
    assert ("Solheim" in out) is found
    assert ("no event passes" in out) is not found


def test_an_event_in_full_has_reasons_accounts_and_quotes(run: Run, file: Path) -> None:
    _, out, _ = run("show", "e1", "-c", file)
    assert "because it is said so" in out
    assert "where  Oslo (NOR)" in out
    assert "one page tells of it" in out
    assert "side by side" in out
    assert "“We agreed on the mines,”" in out


def test_json_of_an_event_is_the_exports(run: Run, file: Path) -> None:
    _, out, _ = run("show", "e", "-c", file, "--json")
    record = json.loads(out)
    assert record["events"][0]["id"] == "e1"
    assert record["quotes"][0]["mode"] == "direct"
    _, out, _ = run("show", "-c", file, "--json")
    assert json.loads(out)[0]["participants"][0]["id"] == "ingrid-solheim"


def test_search_finds_words_of_stories_and_quotes(run: Run, file: Path) -> None:
    _, out, _ = run("search", "mines", "-c", file)
    assert "[mines]" in out
    assert "Norwegian and Polish ministers meet in Oslo" in out
    _, out, _ = run("search", "submarines", "-c", file)
    assert "nothing found" in out


def test_stats_count_and_name_the_versions(run: Run, file: Path) -> None:
    _, out, _ = run("stats", file, "--json")
    counts = json.loads(out)
    assert counts["counts"]["quotes"] == 1
    assert counts["versions"][0]["rules"] == "1"
    assert "1  meeting, occurred" in run("stats", file)[1]


def test_export_writes_the_file_whole_or_not_at_all(run: Run, file: Path, tmp_path: Path) -> None:
    assert run("export", file, "-o", tmp_path / "out.json")[0] == 0
    assert json.loads((tmp_path / "out.json").read_text())["events"][0]["id"] == "e1"
    assert not list(tmp_path.glob("*.part"))
    assert run("export", file, "--format", "csv", "-o", tmp_path / "tables")[0] == 0
    assert (tmp_path / "tables" / "events.csv").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["show", "-c", "nowhere.chronicle"], 1, "nowhere.chronicle: there is no such chronicle"),
        (["show", "zz", "-c", "{file}"], 1, "zz: no event has this id"),
        (
            ["show", "-c", "{file}", "--from", "last week"],
            1,
            "--from last week: is no day; one like 2024-08-21 was wanted",
        ),
        (
            ["show", "-c", "{file}", "--between", "NOR", "Poland"],
            1,
            "--between Poland: is no country's code; one like RUS was wanted (POL is Poland)",
        ),
        (
            ["show", "-c", "{file}", "--kind", "party"],
            1,
            "--kind party: is none of meeting, negotiation, summit, visit",
        ),
        (
            ["show", "-c", "{file}", "--status", "foo"],
            1,
            "--status foo: is none of occurred, planned, cancelled, denied, uncertain",
        ),
        (["show", "-c", "{file}", "--from", "2024-03-05", "--to", "2024-03-01"], 1, "the days run backwards"),
        (["search", "...", "-c", "{file}"], 1, "has no word to search for"),
        (["export", "{file}", "--format", "xml"], 1, "xml: is no format; one of json, jsonl, csv was wanted"),
        (["export", "{file}", "--format", "csv"], 1, "name a folder with -o OUT"),
        (["add", "x.txt", "-c", "nowhere.chronicle"], 1, "nowhere.chronicle: there is no such chronicle"),
        (["page", "nowhere.txt"], 1, "nowhere.txt: there is no such file or folder"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_errors_are_one_line_that_says_where_what_and_what_to_do(
    run: Run, file: Path, words: list[str], code: int, message: str
) -> None:
    got, _, err = run(*(word.format(file=file) for word in words))
    assert got == code
    assert message in err
    assert code == 2 or err.count("\n") == 1


def test_help_loads_nothing_heavy() -> None:
    """What keeps it within 150 ms of bare Python; benchmarks/speed.py prints the time itself."""
    code = "import sys; sys.argv = ['communique', '--help']; from communique.desk.cli import main; main()"
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], check=True, capture_output=True, text=True
    ).stderr
    assert "communique.desk.cli.app" in loaded
    assert not any(
        name in loaded for name in ("spacy", "numpy", "distributed", "trafilatura", "msgspec", "rich.console")
    )


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [("2024-03-05", "2024-03-05", "2024-03-05"), ("2024-03-05", "2024-03-07", "2024-03-05..2024-03-07"), (None, "2024-03-05", "by 2024-03-05"),
     ("2024-03-05", None, "from 2024-03-05"), (None, None, "no date")],
)  # fmt: skip
def test_days_are_printed_as_an_interval(first: str | None, last: str | None, printed: str) -> None:
    assert days(first, last) == printed


def test_a_pages_control_characters_do_not_reach_the_terminal() -> None:
    assert clean("one\x1b[31m\u202etwo\r\nthree\u2066") == "one[31mtwo three"
    assert shorten("a long sentence of words", 12) == "a long…"
