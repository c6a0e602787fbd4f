"""Archives to their members, without trusting what they say of their size.

Nothing is unpacked to disk, so a member named ``../../etc/passwd`` is only an odd name.
"""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from communique.model import Skip
from communique.settings import Settings

Member = tuple[str, bytes]


def read_zip(path: Path, settings: Settings) -> Iterator[Member | Skip]:
    """Each file of a zip with its bytes, in the archive's order; too large, encrypted or damaged ones as a ``Skip``."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as error:
        yield Skip("archive", f"is no zip that can be read ({error})", str(path))
        return
    left = settings.max_archive_bytes
    with archive:
        for entry in archive.infolist():
            name = f"{path}!{entry.filename}"
            if entry.is_dir():
                continue
            limit = min(settings.max_page_bytes, max(entry.compress_size, 1024) * settings.max_archive_ratio, left)
            try:
                with archive.open(entry) as stream:
                    raw = _bounded(stream, limit)
            except (
                zipfile.BadZipFile,
                zlib.error,
                RuntimeError,
                NotImplementedError,
                EOFError,
                OSError,
                lzma.LZMAError,
            ) as error:
                yield Skip("page", f"cannot be unpacked ({error})", name)
                continue
            if raw is None:
                yield Skip("page", f"unpacks to more than {limit:,} bytes", name)
                left -= limit
            else:
                yield name, raw
                left -= len(raw)
            if left <= 0:
                yield Skip(
                    "archive",
                    f"unpacks to more than {settings.max_archive_bytes:,} bytes; the rest was not read",
                    str(path),
                )
                return


def read_tar(path: Path, settings: Settings) -> Iterator[Member | Skip]:
    """Each regular file of a tar (plain, gz, bz2, xz) with its bytes; what comes before damage is kept.

    The limit of ``max_archive_bytes`` also bounds what is skipped over, since a compressed tar must be unpacked to be passed.
    """
    left = settings.max_archive_bytes
    try:
        with tarfile.open(path) as archive:
            for entry in archive:
                name = f"{path}!{entry.name}"
                left -= entry.size
                if left < 0:
                    yield Skip(
                        "archive",
                        f"unpacks to more than {settings.max_archive_bytes:,} bytes; the rest was not read",
                        str(path),
                    )
                    return
                if not entry.isreg():
                    continue
                if entry.size > settings.max_page_bytes:
                    yield Skip("page", f"has {entry.size:,} bytes, more than {settings.max_page_bytes:,}", name)
                    continue
                stream = archive.extractfile(entry)
                if stream is not None:  # always, for a regular file
                    yield name, stream.read()
            if path.suffix == ".tar" and archive.offset + tarfile.BLOCKSIZE > path.stat().st_size:
                yield Skip("archive", "is cut off before its closing mark; what came before is kept", str(path))
    except (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, OSError) as error:
        yield Skip("archive", f"is damaged or cut off ({error}); what came before is kept", str(path))


def read_warc(path: Path, settings: Settings) -> Iterator[tuple[str, bytes, dict[str, str]] | Skip]:
    """Each response or conversion record of a WARC/WET: source, payload, and url and date as the archive has them.

    The reader passes over a cut-off last record in silence, so its declared length is checked here.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.conversion
    with path.open("rb") as stream:
        number = 0
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=True):
            number += 1
            url = record.headers.get("WARC-Target-URI")
            where = f"{path}!{number}"
            if record.http_headers is not None and (record.http_content_type or "text/html") not in _PAGES:
                yield Skip("page", f"is {record.http_content_type}, not a page", where)
                continue
            raw = record.reader.read(settings.max_page_bytes + 1)
            if len(raw) > settings.max_page_bytes:
                yield Skip("page", f"has more than {settings.max_page_bytes:,} bytes", where)
                continue
            lost = int(record.content_length) - len(raw)
            if lost > 0:
                yield Skip("archive", f"record {number} is cut off: its last {lost:,} bytes are missing", str(path))
            yield where, raw, {"url": url} if url else {}


_PAGES = {"text/html", "text/plain", "application/xhtml+xml"}


def _bounded(stream: IO[bytes], limit: int) -> bytes | None:
    """Everything in ``stream``, ``None`` where that is more than ``limit`` bytes (never reads further)."""
    raw = stream.read(limit + 1)
    return None if len(raw) > limit else raw
