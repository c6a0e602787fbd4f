"""The model in the package: small, complete, offline, loaded once, described."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.reader_table import load_floors
from communique.errors import ReaderMissing
from communique.reader import load_reader
from communique.reader.load import SHIPPED, digest

MOST_BYTES = 30_000_000  # of the network's file


def test_the_network_is_smaller_than_thirty_megabytes() -> None:
    assert (SHIPPED / "reader" / "reader.onnx").stat().st_size < MOST_BYTES


def test_the_reader_says_how_good_it_is_and_what_it_learned_from() -> None:
    meta = load_reader().meta
    floors = {key: floor for key, floor in load_floors().items() if key in meta.scores}
    assert meta.licence == "CC BY-SA 4.0"
    assert len(meta.recipe) == 12
    assert {"UD English EWT (train)", "Communiqué's own annotated texts"} <= set(meta.sets)
    assert {"las_ewt", "uner", "own_names", "polnear_content", "own_attribution", "meaning"} <= set(floors)
    assert {key: meta.scores[key] for key, floor in floors.items() if meta.scores[key] < floor} == {}


def test_the_licence_stands_beside_the_weights() -> None:
    text = (SHIPPED / "LICENSE.md").read_text(encoding="utf-8")
    assert all(name in text for name in ("CC BY-SA 4.0", "EWT", "GUM", "Wikigold", "CrossNER", "WordNet"))


def test_a_reader_is_loaded_once() -> None:
    assert load_reader() is load_reader(SHIPPED)


def test_the_version_changes_with_any_byte(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"one")
    one = digest(tmp_path)
    (tmp_path / "weights").write_bytes(b"two")
    assert digest(tmp_path) != one
    assert load_reader().version.endswith(digest(SHIPPED))


def test_a_missing_model_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ReaderMissing, match="no reader here"):
        load_reader(tmp_path / "nothing")


def test_a_damaged_model_is_missing_too(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    shutil.copy(SHIPPED / "meta.json", broken)
    with pytest.raises(ReaderMissing, match="cannot be loaded"):
        load_reader(broken)


def test_loading_and_reading_touch_no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    copy = tmp_path / "copy"
    shutil.copytree(SHIPPED, copy)  # another path, so that it is loaded anew
    (doc,) = load_reader(copy).read(["The envoy left."])
    assert len(doc) == 4


def test_importing_the_room_imports_neither_spacy_nor_torch() -> None:
    script = "import communique.reader, sys; print([m for m in ('spacy', 'thinc', 'numpy', 'onnxruntime', 'torch') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_needs_no_torch() -> None:
    script = (
        "import sys; sys.modules['torch'] = None; from communique.reader import load_reader; "
        "print([d.text for d in load_reader().read(['He left.'])])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['He left.']"
