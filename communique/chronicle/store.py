"""One chronicle: a SQLite file in write-ahead mode.

Readers go on while pages are added, and what was committed survives a crash.
One process writes at a time and says so in the file, so that a second can name it.
"""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any

from communique.chronicle import rows
from communique.errors import ChronicleError
from communique.model import Links, Page, PageReading, Skip, StoryReading
from communique.settings import DEFAULTS, Settings

APPLICATION_ID = 0x436F6D71  # "Comq": tells file(1) and us that this SQLite file is a chronicle
SCHEMA = 1
_STALE = timedelta(minutes=15)  # a writer on another machine that has not been heard of for this long is gone


@cache
def query(name: str) -> str:
    """The SQL of ``queries/<name>.sql``."""
    return (resources.files("communique.chronicle") / "queries" / f"{name}.sql").read_text(encoding="utf-8")


class Chronicle:
    """An open chronicle. Use it in a ``with`` block; ``ChronicleError`` where the file is none, newer, or held."""

    def __init__(self, path: Path, *, write: bool = False, create: bool = False, settings: Settings = DEFAULTS) -> None:
        self.path = path
        self._settings = settings
        self._writes = write
        if not path.exists() and not create:
            raise ChronicleError(f"{path}: there is no such chronicle; `communique build PAGES -o {path}` makes one")
        if path.exists() and path.stat().st_size:
            _check_header(path)
        try:
            self._db = _connect(path, write, settings)
            self._check_schema()
            if write:
                self._prepare()
        except sqlite3.DatabaseError as error:
            raise ChronicleError(f"{path}: SQLite cannot open it as a chronicle ({error})") from error

    def __enter__(self) -> Chronicle:
        if self._writes:
            self._take_hold()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._writes:
                with self._change():
                    self._db.execute("UPDATE state SET host = NULL, pid = NULL, beat = NULL")
        except ChronicleError:
            if error is None:
                raise  # else the first error is the one to tell; who is gone holds nothing
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # --- writing ---------------------------------------------------------------------------------

    def add(self, readings: Sequence[PageReading], skips: Sequence[Skip], version: int) -> None:
        """Store the readings and what was skipped, all or nothing. A page that is here already is left as it is."""
        with self._change():
            for reading in readings:
                if not self.has(reading.page.id):
                    self._add_page(reading, version)
            for skip in skips:  # the same input skipped again is still one entry
                self._db.execute(
                    "DELETE FROM dropped WHERE page = ? AND what = ? AND story IS NULL", (skip.page, skip.what)
                )
            self._insert("dropped", [rows.skip_row(skip, "page") for skip in skips], version)
            if readings:
                self._db.execute("UPDATE state SET linked = 0, beat = :now", {"now": _now()})

    def link(self, links: Links, version: int) -> None:
        """Replace what linking said before by ``links``, all or nothing."""
        with self._change():
            for table in (
                "event_participants",
                "event_accounts",
                "events",
                "person_entities",
                "people",
                "reprints",
                "same_words",
            ):
                self._db.execute(f"DELETE FROM {table}")  # fixed names, no value of anybody's
            self._db.execute("DELETE FROM dropped WHERE scope = 'links'")
            self._insert("people", [rows.person_row(person) for person in links.people], version)
            self._insert(
                "person_entities", [{"person": p.id, "entity": e} for p in links.people for e in p.members], version
            )
            self._insert("events", [rows.event_row(event) for event in links.events], version)
            self._insert(
                "event_accounts", [{"event": e.id, "account": a} for e in links.events for a in e.accounts], version
            )
            members = [
                {
                    "event": event.id,
                    "number": n,
                    "name": m.name,
                    "part": m.part,
                    "person": m.person,
                    "country": m.country,
                }
                for event in links.events
                for n, m in enumerate(event.participants)
            ]
            self._insert("event_participants", members, version)
            self._insert(
                "reprints", [{"story": r.story, "of": r.of, "because": r.because} for r in links.reprints], version
            )
            self._insert(
                "same_words",
                [{"one": w.one, "other": w.other, "because": w.because} for w in links.same_words],
                version,
            )
            self._insert("dropped", [rows.skip_row(skip, "links") for skip in links.skips], version)
            self._db.execute("UPDATE state SET linked = 1, beat = :now", {"now": _now()})

    def version(self, communique: str, reader: str, rules: str) -> int:
        """The number under which rows of this reader and these rules are kept."""
        values = {"communique": communique, "reader": reader, "rules": rules, "since": _now()}
        with self._change():
            self._db.execute(
                "INSERT INTO versions (communique, reader, rules, since) VALUES (:communique, :reader, :rules, :since) "
                "ON CONFLICT DO NOTHING",
                values,
            )
        found = self.one(
            "SELECT id FROM versions WHERE communique = :communique AND reader = :reader AND rules = :rules", values
        )
        return int(found["id"])

    # --- reading ---------------------------------------------------------------------------------

    @property
    def linked(self) -> bool:
        """The events, people and reprints are those of the pages: false after an interruption."""
        return bool(self.one("SELECT linked FROM state")["linked"])

    def has(self, page: str) -> bool:
        """The page of this id is here."""
        return self._db.execute("SELECT 1 FROM pages WHERE id = ?", (page,)).fetchone() is not None

    def stories(self) -> Iterator[tuple[Page, StoryReading]]:
        """Every story with its page, by id: what linking looks at."""
        for row in self.every("load_stories"):
            page_row = {**row, "id": row["page"]}
            yield rows.page_of(page_row), self._story(row)

    def every(self, name: str, values: Mapping[str, object] | None = None) -> Iterator[dict[str, Any]]:
        """The rows of ``queries/<name>.sql``."""
        return self.rows(query(name), values)

    def rows(self, sql: str, values: Mapping[str, object] | None = None) -> Iterator[dict[str, Any]]:
        """The rows of a query as dicts; ``ChronicleError`` carries the SQL that failed."""
        try:
            cursor = self._db.execute(sql, values or {})
        except sqlite3.Error as error:
            raise ChronicleError(f"{self.path}: {error}; the query was: {sql.strip()}") from error
        for row in cursor:
            yield dict(row)

    def one(self, sql: str, values: Mapping[str, object] | None = None) -> dict[str, Any]:
        """The single row of a query; ``ChronicleError`` where there is none."""
        found = next(self.rows(sql, values), None)
        if found is None:
            raise ChronicleError(f"{self.path}: a row was wanted and none is there; the query was: {sql.strip()}")
        return found

    def reading(self, page: str) -> PageReading:
        """One page as it was read, from its rows."""
        row = self.one("SELECT * FROM pages WHERE id = :page", {"page": page})
        stories = list(self.rows("SELECT * FROM stories WHERE page = :page ORDER BY id", {"page": page}))
        skips = list(
            self.rows(
                "SELECT * FROM dropped WHERE page = :page AND story IS NULL AND scope = 'page' ORDER BY rowid",
                {"page": page},
            )
        )
        return PageReading(rows.cut_of(row, stories, skips), tuple(self._story(story) for story in stories))

    # --- inside ----------------------------------------------------------------------------------

    def _story(self, row: Mapping[str, Any]) -> StoryReading:
        story, page, key = rows.story_of(row), row["page"], {"story": row["id"]}
        who: dict[str, list[dict[str, Any]]] = {}
        sql = "SELECT p.* FROM participants AS p JOIN accounts AS a ON a.id = p.account WHERE a.story = :story ORDER BY p.account, p.number"
        for participant in self.rows(sql, key):
            who.setdefault(participant["account"], []).append(participant)
        return StoryReading(
            story=story,
            entities=tuple(
                map(
                    rows.entity_of,
                    self.rows("SELECT * FROM entities WHERE story = :story ORDER BY length(id), id", key),
                )
            ),
            mentions=tuple(
                rows.mention_of(page, m)
                for m in self.rows("SELECT * FROM mentions WHERE story = :story ORDER BY rowid", key)
            ),
            quotes=tuple(
                rows.quote_of(page, q)
                for q in self.rows("SELECT * FROM quotes WHERE story = :story ORDER BY length(id), id", key)
            ),
            accounts=tuple(
                rows.account_of(page, a, who.get(a["id"], []))
                for a in self.rows("SELECT * FROM accounts WHERE story = :story ORDER BY length(id), id", key)
            ),
            skips=tuple(
                map(
                    rows.skip_of,
                    self.rows("SELECT * FROM dropped WHERE story = :story AND scope = 'page' ORDER BY rowid", key),
                )
            ),
        )

    def _add_page(self, reading: PageReading, version: int) -> None:
        page = reading.page
        self._insert("pages", [rows.page_row(reading)], version)
        self._insert("dropped", [rows.skip_row(skip, "page") for skip in (*page.damage, *reading.cut.skips)], version)
        for story in reading.stories:
            by_table = rows.story_rows(story, page)
            for table, values in by_table.items():
                self._insert(table, values, version)
            ident = story.story.id
            told = {"kind": "story", "id": ident, "story": ident, "text": by_table["stories"][0]["body"]}
            said = [{"kind": "quote", "id": quote.id, "story": ident, "text": quote.text} for quote in story.quotes]
            self._insert("search", [told, *said])

    def _insert(self, table: str, values: Sequence[Mapping[str, object]], version: int | None = None) -> None:
        """Insert rows; the names of table and columns are ours, values are always bound."""
        if not values:
            return
        names = [*values[0], *(["version"] if version is not None else [])]
        columns, holes = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
        self._db.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({holes})", [{**row, "version": version} for row in values]
        )

    @contextmanager
    def _change(self) -> Iterator[None]:
        """One transaction; nothing of it stays where an error leaves the block."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise ChronicleError(
                f"{self.path}: {self._holder()} is writing to it; try again when that is done ({error})"
            ) from error
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:  # a full disk has ended it already
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise ChronicleError(
                    f"{self.path}: could not be written ({error}); what was committed before stays"
                ) from error
            raise

    def _check_schema(self) -> None:
        """Refuse, untouched, what another program or a newer version wrote, and what is too old to read as it is."""
        mark, at = (
            int(self._db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
        )
        if mark != APPLICATION_ID and self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise ChronicleError(f"{self.path}: is a database of another program, not a chronicle; it was not touched")
        if at > SCHEMA:
            raise ChronicleError(
                f"{self.path}: was written by a newer Communiqué (schema {at}, this one knows {SCHEMA}); upgrade to open it"
            )
        if at < SCHEMA and not self._writes:
            raise ChronicleError(
                f"{self.path}: is empty or of an older version (schema {at}); `communique add` brings it up to date"
            )

    def _prepare(self) -> None:
        """Give a new file the schema, and bring an older one up, step by step."""
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            self._db.execute(f"PRAGMA {pragma}")
        at = int(self._db.execute("PRAGMA user_version").fetchone()[0])
        for number in range(at + 1, SCHEMA + 1):
            script = (resources.files("communique.chronicle") / "migrations" / f"{number:03}.sql").read_text(
                encoding="utf-8"
            )
            self._db.executescript(
                f"BEGIN IMMEDIATE; {script} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number}; COMMIT;"
            )

    def _take_hold(self) -> None:
        """Write our name into the file; wait for another writer, then say who holds it."""
        deadline = time.monotonic() + self._settings.busy_timeout_ms / 1000
        while True:
            with self._change():
                state = self.one("SELECT host, pid, beat FROM state")
                if state["pid"] is None or _is_gone(state):
                    self._db.execute(
                        "UPDATE state SET host = ?, pid = ?, beat = ?", (socket.gethostname(), os.getpid(), _now())
                    )
                    return
            if time.monotonic() > deadline:
                self._db.close()
                raise ChronicleError(
                    f"{self.path}: process {state['pid']} on {state['host']} is writing to it; try again when it is done"
                )
            time.sleep(0.1)

    def _holder(self) -> str:
        state = self._db.execute("SELECT host, pid FROM state").fetchone()
        return f"process {state['pid']} on {state['host']}" if state and state["pid"] else "another process"


def _connect(path: Path, write: bool, settings: Settings) -> sqlite3.Connection:
    """A connection that writes, or one that cannot; a reader may tidy up the log beside the file where it is let."""
    modes = ("rwc",) if write else ("rw", "ro", "ro&immutable=1")  # the last: a file on a medium nobody writes to
    for mode in modes:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=settings.busy_timeout_ms / 1000)
        try:
            if not write:
                db.execute("PRAGMA query_only = ON")
                db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            db.close()
            if mode == modes[-1]:
                raise
            continue
        break
    db.row_factory = sqlite3.Row
    db.create_function("fold", 1, fold, deterministic=True)
    return db


def fold(text: str | None) -> str:
    """``text`` without case and accents, for finding a name however it was typed."""
    plain = unicodedata.normalize("NFKD", text or "")
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def match_words(words: Iterable[str]) -> str:
    """An FTS5 query in which every word is a plain word, whatever signs it carries."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words if re.search(r"\w", word))


def _check_header(path: Path) -> None:
    """Before SQLite opens it: a file with other first bytes is none of ours."""
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise ChronicleError(f"{path}: is not a chronicle; it was not touched")


def _is_gone(state: Mapping[str, Any]) -> bool:
    if state["host"] != socket.gethostname():
        return datetime.fromisoformat(state["beat"]) < datetime.now(UTC) - _STALE
    if state["pid"] == os.getpid():
        return True
    try:
        os.kill(state["pid"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
