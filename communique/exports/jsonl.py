"""JSON Lines: one record a line, its table under ``table``."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from communique.chronicle import Chronicle
from communique.exports.records import TABLES


def save_jsonl(chronicle: Chronicle, file: BinaryIO) -> None:
    """Write every record of every table, table by table."""
    encode = msgspec.json.Encoder().encode
    for table, records in TABLES.items():
        for record in records(chronicle):
            file.write(encode({"table": table, **record}) + b"\n")
