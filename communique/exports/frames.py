"""Tables as data frames, for those who have pandas or polars."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from communique.chronicle import Chronicle
from communique.errors import CommuniqueError
from communique.exports.records import TABLES


def to_frame(chronicle: Chronicle, table: str) -> Any:
    """The table (``pages``, ``stories``, ``people``, ``quotes``, ``accounts``, ``events``, ``dropped``) as a frame.

    pandas where it is installed, else polars; ``CommuniqueError`` where neither is, or where there is no such table.
    """
    if table not in TABLES:
        raise CommuniqueError(f"{table}: is no table; one of {', '.join(TABLES)} was wanted")
    records = list(TABLES[table](chronicle))
    if find_spec("pandas"):
        import pandas

        return pandas.DataFrame.from_records(records)
    if find_spec("polars"):
        import polars

        return polars.from_dicts(records, infer_schema_length=None)
    raise CommuniqueError("frames need pandas or polars; `pip install communique[frames]` brings pandas")
