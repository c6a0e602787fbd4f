"""Paths to pages: what each file is, and which reader it goes to."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.errors import PageError
from communique.model import Page, Skip
from communique.pages.archives import read_tar, read_warc, read_zip
from communique.pages.feeds import read_feed
from communique.pages.parse import parse_bytes
from communique.pages.tables import read_csv, read_jsonl
from communique.settings import DEFAULTS, Settings

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
_WARCS = (".warc", ".warc.gz", ".wet", ".wet.gz", ".warc.wet", ".warc.wet.gz")


def read_pages(paths: Iterable[str | Path], settings: Settings = DEFAULTS) -> Iterator[Page | Skip]:
    """Every page under ``paths``, in order; what cannot be read comes as a ``Skip`` with its reason, and the rest goes on.

    A path is a file, a folder (read in name order, hidden files left out), an archive, a table, a feed, or "-" for
    standard input. A path that does not exist is skipped with that reason. Holds one page in memory at a time
    (for CSV, one table).
    """
    for path in paths:
        if str(path) == "-":
            yield _page(sys.stdin.buffer.read(settings.max_page_bytes + 1), "-", settings)
        else:
            yield from _path(Path(path), settings)


def _path(path: Path, settings: Settings) -> Iterator[Page | Skip]:
    if path.is_dir():
        for child in sorted(path.iterdir()):
            if not child.name.startswith(".") and not (child.is_dir() and child.is_symlink()):
                yield from _path(child, settings)
    elif not path.exists():
        yield Skip("page", "there is no such file or folder", str(path))
    elif not path.is_file():
        yield Skip("page", "is no regular file", str(path))
    else:
        try:
            yield from _file(path, settings)
        except OSError as error:
            yield Skip("page", f"cannot be read ({error.strerror or error})", str(path))


def _file(path: Path, settings: Settings) -> Iterator[Page | Skip]:
    name = path.name.casefold()
    if name.endswith(".zip"):
        yield from _members(read_zip(path, settings), settings)
    elif name.endswith(_TARS):
        yield from _members(read_tar(path, settings), settings)
    elif name.endswith(_WARCS):
        for record in read_warc(path, settings):
            yield record if isinstance(record, Skip) else _page(record[1], record[0], settings, record[2])
    elif name.endswith((".jsonl", ".ndjson")):
        with path.open("rb") as lines:
            yield from read_jsonl(lines, str(path), settings.max_page_bytes)
    elif path.stat().st_size > settings.max_page_bytes:
        yield Skip("page", f"has {path.stat().st_size:,} bytes, more than {settings.max_page_bytes:,}", str(path))
    elif name.endswith((".csv", ".tsv")):
        yield from read_csv(path.read_bytes(), str(path), settings.max_page_bytes)
    elif name.endswith((".rss", ".atom", ".xml")):
        yield from read_feed(path.read_bytes(), str(path))
    else:
        yield _page(path.read_bytes(), str(path), settings)


def _members(members: Iterable[tuple[str, bytes] | Skip], settings: Settings) -> Iterator[Page | Skip]:
    for member in members:
        if isinstance(member, Skip):
            yield member
            continue
        name, raw = member
        lower = name.casefold()
        if lower.endswith((".jsonl", ".ndjson")):
            yield from read_jsonl(raw.splitlines(), name, settings.max_page_bytes)
        elif lower.endswith((".csv", ".tsv")):
            yield from read_csv(raw, name, settings.max_page_bytes)
        elif not Path(lower).name.startswith("."):
            yield _page(raw, name, settings)


def _page(raw: bytes, source: str, settings: Settings, metas: dict[str, str] | None = None) -> Page | Skip:
    if len(raw) > settings.max_page_bytes:
        return Skip("page", f"has more than {settings.max_page_bytes:,} bytes", source)
    html = True if source.casefold().endswith((".html", ".htm", ".xhtml")) else None
    try:
        return parse_bytes(raw, source, metas=metas, html=html)
    except PageError as error:
        return Skip("page", error.reason, source)


def count_pages(paths: Iterable[str | Path]) -> int | None:
    """About how many inputs ``read_pages`` will find, cheaply; ``None`` where only reading can tell (archives, stdin)."""
    total = 0
    for path in map(Path, paths):
        if str(path) == "-" or path.name.casefold().endswith(
            (*_TARS, *_WARCS, ".csv", ".tsv", ".xml", ".rss", ".atom")
        ):
            return None
        if path.is_dir():
            inside = count_pages(child for child in path.iterdir() if not child.name.startswith("."))
            if inside is None:
                return None
            total += inside
        elif path.name.casefold().endswith((".jsonl", ".ndjson")) and path.is_file():
            with path.open("rb") as lines:
                total += sum(1 for _ in lines)
        elif path.name.casefold().endswith(".zip") and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                total += len(archive.namelist())
        else:
            total += 1
    return total
