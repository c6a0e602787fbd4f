"""``export``: JSON (the contract), JSON Lines, or CSV."""

from __future__ import annotations

import sys
from pathlib import Path

from communique.chronicle import Chronicle
from communique.errors import CommuniqueError
from communique.exports import save_csv, save_json, save_jsonl

_SAVERS = {"json": save_json, "jsonl": save_jsonl}


def run_export(path: Path, form: str, out: Path | None) -> None:
    """Write the chronicle at ``path`` to ``out``; a file is put in place only once it is whole."""
    if form not in (*_SAVERS, "csv"):
        raise CommuniqueError(f"{form}: is no format; one of json, jsonl, csv was wanted")
    with Chronicle(path) as chronicle:
        if form == "csv":
            if out is None:
                raise CommuniqueError("csv: is one file for each table; name a folder with -o OUT")
            if out.is_file():
                raise CommuniqueError(f"{out}: is a file; csv needs a folder")
            save_csv(chronicle, out)
        elif out is None:
            _SAVERS[form](chronicle, sys.stdout.buffer)
        else:
            part = out.with_name(out.name + ".part")
            try:
                with part.open("wb") as file:
                    _SAVERS[form](chronicle, file)
                part.replace(out)
            except OSError as error:
                raise CommuniqueError(f"{out}: cannot be written ({error.strerror or error})") from error
