"""What a user of the library calls: read a page, build a chronicle, ask it."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from communique import journey
from communique.chronicle import Chronicle, match_words
from communique.chronicle.rows import event_of
from communique.exports import to_frame
from communique.model import Event, PageReading
from communique.pages import parse_page
from communique.settings import DEFAULTS, Settings


def read_page(text: str, *, address: str | None = None, taken: str | None = None) -> PageReading:
    """Everything one page says, as plain nouns. ``text`` is its text or its HTML.

    ``address`` is its URL, ``taken`` an ISO day or instant known from elsewhere (a crawl's record); both help to tell
    outlet and date. Spans in the result count code points of ``result.page.text``.
    """
    metas = {key: value for key, value in (("url", address), ("date", taken)) if value}
    return journey.read_page(parse_page(text, metas=metas))


def build(
    paths: Iterable[str | Path] | str | Path,
    out: str | Path,
    *,
    executor: Executor | None = None,
    settings: Settings = DEFAULTS,
) -> journey.Built:
    """Read every page under ``paths`` into the chronicle ``out``; see ``communique.journey.build``."""
    return journey.build([paths] if isinstance(paths, str | Path) else paths, out, executor=executor, settings=settings)


def open(path: str | Path) -> Opened:  # the name users expect, as in gzip.open
    """The chronicle at ``path``, for reading. ``ChronicleError`` where it is none this version can open."""
    return Opened(Chronicle(Path(path)))


class Opened:
    """A chronicle open for reading; close it, or use it in a ``with`` block."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle

    def __enter__(self) -> Opened:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._chronicle.close()

    def events(
        self,
        *,
        between: tuple[str, str] | None = None,
        person: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
    ) -> list[Event]:
        """The events that pass every filter, earliest first, undated last.

        ``between``: two countries (ISO alpha-3) that both take part. ``person``: a part of a name, in any spelling the
        pages use. ``since`` and ``until``: days, both included; an event is in when it can have happened on one of them.
        """
        one, other = between or (None, None)
        values = {
            "one": one and one.upper(), "other": other and other.upper(), "person": person, "kind": kind, "status": status,
            "since": since and str(since), "until": until and str(until),
        }  # fmt: skip
        return [self._event(row) for row in list(self._chronicle.every("timeline", values))]

    def search(self, words: str, limit: int = 20) -> list[dict[str, Any]]:
        """Stories and quotes that carry all ``words``, best first, with a snippet in which they stand in brackets."""
        query = match_words(words.split())
        return list(self._chronicle.every("search", {"words": query, "limit": limit})) if query else []

    def frame(self, table: str) -> Any:
        """A table of the export as a pandas or polars frame."""
        return to_frame(self._chronicle, table)

    def _event(self, row: dict[str, Any]) -> Event:
        key = {"event": row["id"]}
        members = list(
            self._chronicle.rows("SELECT * FROM event_participants WHERE event = :event ORDER BY number", key)
        )
        told = [
            r["account"]
            for r in self._chronicle.rows(
                "SELECT account FROM event_accounts WHERE event = :event ORDER BY account", key
            )
        ]
        return event_of(row, members, told)
