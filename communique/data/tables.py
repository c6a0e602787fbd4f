"""How a knowledge file is read: UTF-8, tab separated, ``#`` lines first, then a header row.

A line of ``agencies.tsv``, with its cells::

    Associated Press <tab> AP <tab> The Associated Press|The AP <tab> no <tab> USA <tab> apnews.com|ap.org <tab> no
    name                   short    also, a list                  ...

The ``csv`` module is not used: no cell is quoted, so that a file can be read and mended with any editor, and splitting
is ten times faster.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_ROOT = files(__package__)


def _split_table(text: str, where: str) -> Iterator[list[str]]:
    """The header first, then each row with as many cells as the header has; a missing tail is empty cells."""
    width = 0
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        width = width or len(cells)
        if len(cells) > width:
            raise ValueError(f"{where}, line {number}: found {len(cells)} cells, wanted {width}; remove the extra tab")
        yield cells + [""] * (width - len(cells))


def _read_file(path: Traversable) -> Iterator[dict[str, str]]:
    lines = _split_table(path.read_text(encoding="utf-8"), path.name)
    header = next(lines, [])
    for cells in lines:
        yield dict(zip(header, cells, strict=True))


@lru_cache(maxsize=32)
def load_table(name: str) -> tuple[Mapping[str, str], ...]:
    """Every row of ``<name>.tsv`` as header -> cell; "kinds/core" reads a file in a folder.

    Read once and kept, so the rows are shared: do not write into them. A name without a file raises
    ``FileNotFoundError``, a row longer than its header ``ValueError``.
    """
    return tuple(_read_file(_ROOT.joinpath(*f"{name}.tsv".split("/"))))


@lru_cache(maxsize=8)
def load_folder(name: str) -> tuple[Mapping[str, str], ...]:
    """Every row of every ``.tsv`` in a folder, files in the order of their names; no such folder gives no rows."""
    folder = _ROOT.joinpath(name)
    if not folder.is_dir():
        return ()
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".tsv")), key=lambda path: path.name)
    return tuple(row for path in paths for row in _read_file(path))


def read_list(cell: str) -> tuple[str, ...]:
    """The members of a cell joined by ``|``; an empty cell has none."""
    return tuple(filter(None, cell.split("|")))
