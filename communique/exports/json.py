"""One JSON object with every table: the export contract."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from communique.chronicle import Chronicle
from communique.exports.records import TABLES


def save_json(chronicle: Chronicle, file: BinaryIO) -> None:
    """Write ``{"pages": [...], "stories": [...], ...}``, one record a line, without holding a table in memory."""
    encode = msgspec.json.Encoder().encode
    file.write(b"{")
    for number, (table, records) in enumerate(TABLES.items()):
        file.write((b",\n" if number else b"\n") + encode(table) + b": [")
        for position, record in enumerate(records(chronicle)):
            file.write((b",\n " if position else b"\n ") + encode(record))
        file.write(b"]")
    file.write(b"\n}\n")
