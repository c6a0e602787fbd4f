"""A chronicle to what other programs read: JSON (the contract), JSON Lines, CSV, data frames.

In: an open chronicle. Out: bytes in a file, or frames. Adds nothing and judges nothing.
"""

from communique.exports.csv import save_csv
from communique.exports.frames import to_frame
from communique.exports.json import save_json
from communique.exports.jsonl import save_jsonl

__all__ = ["save_csv", "save_json", "save_jsonl", "to_frame"]
