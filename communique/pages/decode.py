"""Bytes to text: which encoding, and how many bytes it could not say.

b"Putin\x92s visit"  ->  "Putin’s visit"  (windows-1252)
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of what people put beside pages by mistake, and its name for the ledger.
_MAGIC = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"%PDF", "a PDF"),
    (b"RIFF", "a RIFF media file"), (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"SQLite format 3", "a database"),
    (b"PK\x03\x04", "a zip archive under another name"), (b"\x1f\x8b", "gzip data under another name"),
    (b"\xfd7zXZ", "xz data under another name"), (b"BZh", "bzip2 data under another name"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"OggS", "an Ogg media file"), (b"ID3", "an MP3 file"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read as, and how many U+FFFD stand for bytes that encoding cannot say."""

    text: str
    encoding: str
    lost: int


def find_binary(raw: bytes) -> str | None:
    """What the bytes are where they are not text ("a PNG image"), ``None`` where they may be text.

    Text has no NUL byte (UTF-16 and UTF-32 are told by their mark or their regular NULs)
    and hardly any control characters; 5 % leaves room for a damaged page.
    """
    head = raw[:4096]
    if any(head.startswith(mark) for mark, _ in _BOMS):
        return None
    for magic, name in _MAGIC:
        if head.startswith(magic) and not (magic.isalnum() and head[:512].isascii() and b"\0" not in head):
            return name
    if _wide(head):
        return None
    if b"\0" in head:
        return "binary data"
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in head)
    return "binary data" if controls > len(head) / 20 else None


def decode(raw: bytes) -> Decoded:
    """The text of ``raw``: by its mark, as UTF-8, or by detection; undecodable bytes become U+FFFD and are counted.

    UTF-8 is kept although some bytes are wrong when most of its non-ASCII bytes are right: a page of mixed
    encodings is read best in the one that most of it is written in.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _replacing(raw, name)
    wide = _wide(raw[:4096])
    if wide:
        return _replacing(raw, wide)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        pass
    as_utf8 = _replacing(raw, "utf-8")
    right = sum(ord(char) > 127 for char in as_utf8.text) - as_utf8.lost
    if right > as_utf8.lost:
        return as_utf8
    return _replacing(raw, _detected(raw))


def mend_surrogates(text: str) -> tuple[str, int]:
    """``text`` with each lone surrogate (a JSON escape can bring one) as U+FFFD, and how many there were."""
    lone = sum("\ud800" <= char <= "\udfff" for char in text)
    return (text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), lone) if lone else (text, 0)


def _replacing(raw: bytes, encoding: str) -> Decoded:
    own = raw.count("\ufffd".encode()) if encoding.startswith("utf-8") else 0  # already lost before us
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, max(0, text.count("\ufffd") - own))


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every second byte is NUL."""
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < len(head) * 0.05:
        return "utf-16-le"
    if even > len(head) * 0.3 and odd < len(head) * 0.05:
        return "utf-16-be"
    return None


def _detected(raw: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding  # heavy, and only for pages that are not UTF-8

    name = str(detect_encoding(raw[:100_000]))
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return "cp1252" if name in ("ascii", "utf-8", "iso-8859-1") else name
