"""The documentation is a contract: what a user can type or query stands in it."""

from __future__ import annotations

import re
import sqlite3
from importlib import resources
from pathlib import Path

import pytest
import typer

from communique.desk.cli.app import app
from communique.exports.records import TABLES

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)  # has .commands, whichever click typer brings


@pytest.mark.parametrize("name", sorted(GROUP.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    start = COMMANDS.index(f"## `communique {name} ")
    section = COMMANDS[start : COMMANDS.find("\n## ", start + 1)]
    shared = COMMANDS[: COMMANDS.index("\n## ")]
    for option in GROUP.commands[name].params:
        for printed in (o for o in option.opts if o.startswith("-")):
            assert f"`{printed}" in section + shared or f" {printed} " in section, printed


def test_every_table_and_column_of_the_chronicle_is_documented() -> None:
    schema = (resources.files("communique.chronicle") / "migrations" / "001.sql").read_text(encoding="utf-8")
    database = sqlite3.connect(":memory:")
    database.executescript(schema)
    rows = [
        line.split("|")
        for line in (ROOT / "docs" / "chronicle.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    documented: dict[str, set[str]] = {}
    table = ""
    for row in rows:
        table = row[1].strip(" `") or table
        documented.setdefault(table, {"version"}).update(re.findall(r"`([\w]+)`", row[2]))
    names = [
        row[0]
        for row in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
        )
    ]
    for name in names:
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
        assert columns <= documented.get(name, set()), name


def test_every_table_of_the_export_is_documented() -> None:
    text = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    assert all(f"\n{table} " in text for table in TABLES)


def test_the_readmes_commands_are_the_makefiles() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"demo", "test"} <= set(re.findall(r"make ([a-z]+)", readme)) <= targets
    assert set(re.findall(r"^communique ([a-z]+)", readme, re.MULTILINE)) <= set(GROUP.commands)
