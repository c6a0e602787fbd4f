"""Tables to pages: one row, one page. JSON Lines and CSV with a text or an html column."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from communique.model import Page, Skip
from communique.pages.decode import decode
from communique.pages.parse import parse_page

# Printed column names of common crawls and clipping services -> what they hold.
_COLUMNS = {
    "text": ("text", "content", "body", "article", "maintext", "plain_text", "full_text"),
    "html": ("html", "raw_html", "rawhtml"),
    "url": ("url", "link", "address", "uri", "source_url"),
    "date": ("date", "published", "published_at", "publishdate", "date_publish", "pubdate", "timestamp", "datetime"),
    "source": ("source", "outlet", "site", "domain", "publisher", "sitename", "source_domain"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}


def read_jsonl(lines: Iterable[bytes], source: str, max_bytes: int) -> Iterator[Page | Skip]:
    """A page for each line that holds an object with text or html; a ``Skip`` with its position for each that does not."""
    decoder = msgspec.json.Decoder(dict[str, object])
    for number, line in enumerate(lines, 1):
        where = f"{source}:{number}"
        if not line.strip():
            continue
        if len(line) > max_bytes:
            yield Skip("page", f"the line has {len(line):,} bytes, more than {max_bytes:,}", where)
            continue
        try:
            row = decoder.decode(line.lstrip(b"\xef\xbb\xbf"))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield Skip("page", f"the line is no JSON object, cut off perhaps ({error})", where)
            continue
        yield _row(row, where)


def read_csv(raw: bytes, source: str, max_bytes: int) -> Iterator[Page | Skip]:
    """A page for each row below the header; delimiters comma, semicolon and tab are told apart by the header."""
    csv.field_size_limit(min(max_bytes, sys.maxsize))
    text = decode(raw).text.lstrip("\ufeff")
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        where = f"{source}:{rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Skip("page", f"the row cannot be read ({error}); the rest of the table was not", where)
            return
        yield _row(row, where)


def _row(row: Mapping[str, object], where: str) -> Page | Skip:
    """The page of one row; names of columns are matched without case."""
    plain = {str(key).strip().casefold(): value for key, value in row.items() if key is not None}
    found = {}
    for kind, names in _COLUMNS.items():
        value = next(
            (plain[name] for name in names if isinstance(plain.get(name), str) and str(plain[name]).strip()), None
        )
        if value is not None:
            found[kind] = str(value)
    text, html = found.pop("text", None), found.pop("html", None)
    body = text if text is not None else html
    if body is None:
        wanted = ", ".join(_COLUMNS["text"][:3] + _COLUMNS["html"][:1])
        return Skip(
            "page", f"the row has no text; a column named one of {wanted} was wanted, found {sorted(plain)}", where
        )
    return parse_page(body, where, metas=found, html=text is None)
