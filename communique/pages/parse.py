"""Text, bytes or markup to a ``Page``.

A crawler may have written what it knew before the first words:

    " date 2024-08-21 Putin meets China's No. 2 ..."
     metadata, 17 code points; the page's own words start behind it
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from communique.errors import PageError
from communique.model import Meta, Page, Skip, Span
from communique.pages.decode import decode, find_binary, mend_surrogates
from communique.pages.markup import looks_like_html, read_markup

_PREFIX = re.compile(
    r"\s*(?:date (?P<date>\d{4}-\d{2}-\d{2})|url (?P<url>https?://\S+)|source (?P<source>[\w-]+(?:\.[\w-]+)+))\s"
)


def parse_page(
    text: str,
    source: str = "-",
    *,
    metas: Mapping[str, str] | None = None,
    sha256: str | None = None,
    html: bool | None = None,
    damage: tuple[tuple[str, str], ...] = (),
) -> Page:
    """The page whose text is ``text``; ``html=None`` decides by its first words whether that is markup.

    ``metas`` is what a table or crawler says of it (``url date source title ...``), ``damage`` pairs of what was
    hurt and how. Never raises: a page without words is a page, and the rooms behind it say what it lacks.
    """
    text, lone = mend_surrogates(text)
    digest = sha256 or hashlib.sha256(text.encode("utf-8")).hexdigest()
    said = {key: value for key, value in (metas or {}).items() if value}
    is_html = looks_like_html(text) if html is None else html
    if is_html:
        text, found = read_markup(text, said.get("url"))
        said = {**found, **said}
    ident = page_id(text, said.get("url"))
    inside = () if is_html else _prefix(ident, text)
    hurt = [Skip(what, how, ident) for what, how in damage]
    if lone:
        hurt.append(Skip("characters", f"{lone} lone surrogates became U+FFFD", ident))
    every = inside + tuple(Meta(key, value) for key, value in said.items())
    address = said.get("url") or next((m.value for m in inside if m.key == "url"), None)
    return Page(ident, source, text, digest, address, "html" if is_html else "text", every, tuple(hurt))


def parse_bytes(raw: bytes, source: str, *, metas: Mapping[str, str] | None = None, html: bool | None = None) -> Page:
    """The page in ``raw``; ``PageError`` where the bytes are no text."""
    if (kind := find_binary(raw)) is not None:
        raise PageError(source, f"is {kind}, not text")
    read = decode(raw)
    damage = (("bytes", f"{read.lost} undecodable bytes became U+FFFD (read as {read.encoding})"),) if read.lost else ()
    digest = hashlib.sha256(raw).hexdigest()
    return parse_page(read.text, source, metas=metas, sha256=digest, html=html, damage=damage)


def page_id(text: str, address: str | None) -> str:
    """The page's name: it hangs on text and address alone, so that one page read twice is one page."""
    return "p" + hashlib.sha256(f"{address or ''}\0{text}".encode()).hexdigest()[:15]


def _prefix(page: str, text: str) -> tuple[Meta, ...]:
    metas, at = [], 0
    while (match := _PREFIX.match(text, at)) is not None:
        key = str(match.lastgroup)
        metas.append(Meta(key, match[key], Span(page, at, match.end())))
        at = match.end()
    return tuple(metas)
