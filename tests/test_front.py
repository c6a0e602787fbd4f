"""What a user of the library imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.chronicle import Chronicle
from tests.factory import dating, oslo_links, page_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    reading = page_reading()
    with Chronicle(tmp_path / "c", write=True, create=True) as chronicle:
        version = chronicle.version("0", "r", "1")
        chronicle.add([reading], [], version)
        chronicle.link(oslo_links(reading), version)
    return tmp_path / "c"


def test_events_come_back_as_the_nouns_that_were_stored(path: Path) -> None:
    with communique.open(path) as opened:
        (event,) = opened.events(between=("RUS", "CHN")) or opened.events(between=("nor", "POL"))
        assert event.participants[0].name == "Ingrid Solheim"
        assert event.days == dating("2024-03-05")
        assert opened.events(between=("RUS", "CHN")) == []
        assert opened.events(person="zielonka", since="2024-03-01", until="2024-03-31") == [event]


def test_search_and_frames_read_the_same_file(path: Path) -> None:
    with communique.open(path) as opened:
        assert [row["kind"] for row in opened.search("mines", limit=5)] == ["quote", "story"]
        assert opened.search("...") == []
        assert list(opened.frame("events")["id"]) == ["e1"]


def test_the_front_door_is_small_and_costs_nothing_to_open() -> None:
    assert len(communique.__all__) <= 12
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import communique"], capture_output=True, text=True, check=True
    ).stderr
    assert not any(name in loaded for name in ("spacy", "sqlite3", "msgspec", "communique.front"))
    with pytest.raises(AttributeError, match="it has Opened, build, open, read_page"):
        communique.rebuild  # noqa: B018
