"""One CSV file for each table; what is nested stands in its cell as JSON, spans in two columns."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from communique.chronicle import Chronicle
from communique.exports.records import TABLES, Record


def save_csv(chronicle: Chronicle, folder: Path) -> list[Path]:
    """Write ``<table>.csv`` for every table into ``folder`` (made where missing); the files written.

    A table without records gives no file: its columns are not known, and an empty file would look like damage.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table, records in TABLES.items():
        rows = [_flat(record) for record in records(chronicle)]
        if not rows:
            continue
        path = folder / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        written.append(path)
    return written


def _flat(record: Record) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in record.items():
        if key == "span":
            flat["start"], flat["end"] = value or (None, None)
        else:
            flat[key] = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
    return flat
