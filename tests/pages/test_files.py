"""Files, archives and tables to pages; hostile input is skipped with its reason and the others are read."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.model import Page, Skip
from communique.pages import count_pages, read_pages
from communique.settings import DEFAULTS

STORY = "Ministers meet in Oslo\n\nThe foreign ministers of Norway and Poland met in Oslo on Tuesday.\n"


def _texts(path: Path) -> list[str]:
    return [page.text for page in read_pages([path]) if isinstance(page, Page)]


def _skips(path: Path, **limits: int) -> list[str]:
    settings = replace(DEFAULTS, **limits)
    return [skip.reason for skip in read_pages([path], settings) if isinstance(skip, Skip)]


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", STORY)


def _tar(path: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(STORY)
        archive.addfile(entry, io.BytesIO(STORY.encode()))


def _jsonl(path: Path) -> None:
    path.write_text(json.dumps({"URL": "https://example.org/a", "Date": "2024-03-05", "Text": STORY}) + "\n")


def _csv(path: Path) -> None:
    path.write_text('url;published;content\nhttps://example.org/a;2024-03-05;"' + STORY + '"\n')


def _warc(path: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + STORY.encode()
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://example.org/a\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")  # fmt: skip
    path.write_bytes(head.encode() + http + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.txt", lambda path: path.write_text(STORY)),
        ("a.zip", _zip),
        ("a.tar.gz", _tar),
        ("a.jsonl", _jsonl),
        ("a.csv", _csv),
        ("a.warc", _warc),
    ],
)
def test_every_kind_of_file_gives_the_same_words(tmp_path: Path, name: str, write: Callable[[Path], object]) -> None:
    write(tmp_path / name)
    assert _texts(tmp_path) == [STORY]


@pytest.mark.parametrize(("name", "write"), [("a.jsonl", _jsonl), ("a.csv", _csv)])
def test_a_tables_columns_say_address_and_date_whatever_their_case(
    tmp_path: Path, name: str, write: Callable[[Path], object]
) -> None:
    write(tmp_path / name)
    (page,) = read_pages([tmp_path / name])
    assert isinstance(page, Page)
    assert page.address == "https://example.org/a"
    assert page.meta("date").value == "2024-03-05"  # type: ignore[union-attr]


def test_a_folder_is_read_in_name_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"page {name}")
    assert _texts(tmp_path) == ["page a.txt", "page b.txt"]
    assert count_pages([tmp_path]) == 2


def test_an_image_among_pages_is_skipped_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "b.txt").write_text(STORY)
    assert _texts(tmp_path) == [STORY]
    assert _skips(tmp_path) == ["is a PNG image, not text"]


def test_a_file_past_the_limit_is_skipped_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(2_000_000_000)  # sparse: takes no room on disk, and would take 2 GB of memory
    assert _skips(tmp_path / "huge.txt") == ["has 2,000,000,000 bytes, more than 20,000,000"]


def test_a_zip_bomb_costs_its_limit_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 30_000_000)
        archive.writestr("a.txt", STORY)
    assert _texts(path) == [STORY]
    assert _skips(path)[0].startswith("unpacks to more than")


def test_an_archive_is_left_where_it_passes_the_limit_in_all(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10):
            archive.writestr(f"{number}.txt", STORY)
    assert any("the rest was not read" in reason for reason in _skips(path, max_archive_bytes=300))


def test_what_comes_before_a_cut_in_a_tar_is_kept_and_the_cut_reported(tmp_path: Path) -> None:
    path = tmp_path / "cut.tar"
    with tarfile.open(path, "w") as archive:
        for name in ("a.txt", "b.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = len(STORY)
            archive.addfile(entry, io.BytesIO(STORY.encode()))
    path.write_bytes(path.read_bytes()[:1100])  # inside the second member
    assert _texts(path) == [STORY]
    assert "cut off" in _skips(path)[0]


def test_a_truncated_jsonl_line_is_reported_with_its_position(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": STORY}) + '\n{"text": "The minis')
    (first, second) = read_pages([path])
    assert isinstance(first, Page)
    assert isinstance(second, Skip)
    assert second.page.endswith("a.jsonl:2")


def test_a_cut_off_warc_record_is_reported_and_what_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    _warc(path)
    path.write_bytes(path.read_bytes()[:-40])
    assert _texts(path)[0].startswith("Ministers meet in Oslo")
    assert "cut off" in _skips(path)[0]


def test_a_row_without_text_names_the_columns_that_were_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 7}\n')
    assert "a column named one of text, content, body, html was wanted, found ['id']" in _skips(tmp_path)[0]


def test_a_missing_file_is_a_reason_not_an_error(tmp_path: Path) -> None:
    assert _skips(tmp_path / "nowhere.txt") == ["there is no such file or folder"]


def test_a_feeds_items_are_pages_with_their_links(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text(
        "<rss version='2.0'><channel><title>The Fjord Times</title><item><title>Ministers meet in Oslo</title>"
        "<link>https://example.org/a</link><pubDate>Tue, 05 Mar 2024 08:30:00 GMT</pubDate><description>&lt;p&gt;The foreign "
        "ministers of Norway and Poland met in Oslo on Tuesday to discuss the sea route.&lt;/p&gt;</description></item></channel></rss>"
    )
    (page,) = read_pages([path])
    assert isinstance(page, Page)
    assert page.address == "https://example.org/a"
    assert page.meta("date").value == "2024-03-05T08:30:00Z"  # type: ignore[union-attr]
    assert "met in Oslo on Tuesday" in page.text
