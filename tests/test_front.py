"""What a user of the library imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.chronicle import Chronicle
from communique.model import Event, Links, Member, Person, Plover
from tests.factory import dating, page_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    reading = page_reading()
    sid = reading.stories[0].story.id
    people = (
        Person("s", "Ingrid Solheim", ("Ingrid Solheim",), "NOR", (f"{sid}#0",)),
        Person("z", "Marek Zielonka", ("Zielonka",), "POL", (f"{sid}#1",)),
    )
    members = tuple(Member(p.name, "participant", p.id, p.country) for p in people)
    event = Event(
        "e1",
        "meeting",
        Plover("CONSULT", "meet"),
        "occurred",
        dating("2024-03-05"),
        None,
        members,
        (f"{sid}/a0",),
        1,
        1,
        1,
        ("alone",),
    )
    with Chronicle(tmp_path / "c", write=True, create=True) as chronicle:
        version = chronicle.version("0", "r", "1")
        chronicle.add([reading], [], version)
        chronicle.link(Links(people, (event,), (), ()), version)
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
