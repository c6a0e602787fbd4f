"""The store: what is stored is read back, twice is once, and nothing committed is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.chronicle import Chronicle, match_words
from communique.chronicle.store import APPLICATION_ID, SCHEMA
from communique.errors import ChronicleError
from communique.model import Links, Person, SameWords, Skip
from communique.settings import DEFAULTS
from tests.factory import TEXT, page_reading

LINKS = Links(
    (Person("h1", "Ingrid Solheim", ("Solheim",), "NOR", ("x#0",)),), (), (), (SameWords("a", "b", "alike"),), ()
)


def _write(path: Path) -> Chronicle:
    return Chronicle(path, write=True, create=True)


def test_what_is_stored_is_read_back_as_it_was(tmp_path: Path) -> None:
    reading = page_reading()
    with _write(tmp_path / "c") as chronicle:
        chronicle.add([reading], [], chronicle.version("0", "r", "1"))
        assert chronicle.reading(reading.page.id) == reading
        assert [story for _, story in chronicle.stories()] == list(reading.stories)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_stored_and_read_back_to_the_character(tmp_path: Path, odd: str) -> None:
    reading = page_reading(TEXT + odd)
    (tmp_path / "c").unlink(missing_ok=True)
    with _write(tmp_path / "c") as chronicle:
        chronicle.add([reading], [], chronicle.version("0", "r", "1"))
        assert chronicle.reading(reading.page.id) == reading


def test_adding_a_page_twice_changes_nothing(tmp_path: Path) -> None:
    reading, skip = page_reading(), Skip("page", "is a PNG image, not text", "a.png")
    tables = ("pages", "stories", "entities", "mentions", "quotes", "accounts", "participants", "dropped", "search")
    with _write(tmp_path / "c") as chronicle:
        version = chronicle.version("0", "r", "1")
        counts = []
        for _ in range(2):
            chronicle.add([reading, reading], [skip], version)
            counts.append([chronicle.one(f"SELECT count(*) AS n FROM {table}")["n"] for table in tables])
    assert counts[0] == counts[1] == [1, 1, 2, 2, 1, 1, 2, 1, 2]


def test_links_are_replaced_not_heaped_up_and_a_new_page_makes_them_stale(tmp_path: Path) -> None:
    with _write(tmp_path / "c") as chronicle:
        version = chronicle.version("0", "r", "1")
        for _ in range(2):
            chronicle.link(LINKS, version)
        assert chronicle.one("SELECT count(*) AS n FROM people")["n"] == 1
        assert chronicle.linked
        chronicle.add([page_reading()], [], version)
        assert not chronicle.linked


def test_readers_go_on_while_a_writer_writes(tmp_path: Path) -> None:
    with _write(tmp_path / "c") as writer:
        version = writer.version("0", "r", "1")
        with Chronicle(tmp_path / "c") as reader:
            writer.add([page_reading()], [], version)
            assert reader.one("SELECT count(*) AS n FROM pages")["n"] == 1


def test_a_second_writer_waits_then_says_who_holds_the_file(tmp_path: Path) -> None:
    quick = replace(DEFAULTS, busy_timeout_ms=100)
    code = "import sys,time;from pathlib import Path;from communique.chronicle import Chronicle\n" \
           "with Chronicle(Path(sys.argv[1]), write=True, create=True): print('held', flush=True); time.sleep(30)"  # fmt: skip
    other = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "c")], stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with (
            pytest.raises(ChronicleError, match=f"process {other.pid} on .* is writing to it"),
            Chronicle(tmp_path / "c", write=True, settings=quick),
        ):
            pass
        other.send_signal(signal.SIGKILL)
        other.wait()
        with Chronicle(tmp_path / "c", write=True, settings=quick) as chronicle:  # the dead hold nothing
            assert chronicle.one("SELECT pid FROM state")["pid"] == os.getpid()
    finally:
        other.kill()
        other.wait()
        other.stdout.close()  # type: ignore[union-attr]


def test_a_kill_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    code = "import sys;from pathlib import Path;from communique.chronicle import Chronicle;from tests.factory import TEXT, page_reading\n" \
           "with Chronicle(Path(sys.argv[1]), write=True, create=True) as c:\n" \
           "    v = c.version('0', 'r', '1')\n" \
           "    for n in range(10**6):\n" \
           "        c.add([page_reading(TEXT + str(n))], [], v); print(n, flush=True)"  # fmt: skip
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "c")], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert child.stdout is not None
    told = -1
    started = time.monotonic()
    while told < 20 and time.monotonic() - started < 60:
        told = int(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    told = max([told, *(int(line) for line in child.stdout.read().split() if line.isdigit())])
    child.wait()
    child.stdout.close()
    with Chronicle(tmp_path / "c", write=True) as chronicle:
        assert chronicle.one("PRAGMA integrity_check")["integrity_check"] == "ok"
        assert chronicle.one("SELECT count(*) AS n FROM pages")["n"] >= told + 1
        assert (
            chronicle.one("SELECT count(*) AS n FROM quotes")["n"]
            == chronicle.one("SELECT count(*) AS n FROM pages")["n"]
        )


def test_a_file_that_is_no_chronicle_is_refused_and_not_touched(tmp_path: Path) -> None:
    for name, content in (("letter.txt", b"Dear Sir or Madam, " * 10), ("short", b"x")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ChronicleError, match="is not a chronicle; it was not touched"):
            Chronicle(tmp_path / name, write=True, create=True)
        assert (tmp_path / name).read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(ChronicleError, match="another program"):
        Chronicle(tmp_path / "other.db", write=True)


def test_a_newer_versions_chronicle_is_refused_and_not_touched(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "c")) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        db.execute("CREATE TABLE things_to_come (id)")
        db.commit()
    before = (tmp_path / "c").read_bytes()
    with pytest.raises(ChronicleError, match="newer Communiqué"):
        Chronicle(tmp_path / "c", write=True)
    assert (tmp_path / "c").read_bytes() == before


def test_a_missing_chronicle_says_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="communique build PAGES -o"):
        Chronicle(tmp_path / "c")


def test_a_failed_query_carries_its_sql(tmp_path: Path) -> None:
    with _write(tmp_path / "c") as chronicle, pytest.raises(ChronicleError, match="SELECT nothing FROM nowhere"):
        list(chronicle.rows("SELECT nothing FROM nowhere"))


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (["mines"], '"mines"'),
        (["sea", "route"], '"sea" "route"'),
        (['"; DROP'], '"""; DROP"'),
        (["-", "*"], ""),
        (["OR"], '"OR"'),
    ],
)
def test_searched_words_are_words_whatever_signs_they_carry(words: list[str], query: str) -> None:
    assert match_words(words) == query


def test_reading_leaves_no_file_beside_the_chronicle(tmp_path: Path) -> None:
    with _write(tmp_path / "c") as chronicle:
        chronicle.add([page_reading()], [], chronicle.version("0", "r", "1"))
    with Chronicle(tmp_path / "c") as chronicle:
        assert chronicle.one("SELECT count(*) AS n FROM pages")["n"] == 1
        with pytest.raises(ChronicleError, match="readonly"):
            list(chronicle.rows("DELETE FROM pages"))
    assert [path.name for path in tmp_path.iterdir()] == ["c"]
