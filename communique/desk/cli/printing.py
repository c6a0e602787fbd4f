"""How things are printed: days, names, colours only on a terminal, and no control characters of a page's."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import Any

_COLOURS = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}


def paint(text: str, colour: str) -> str:
    """``text`` in a colour where standard output is a terminal, plain elsewhere."""
    return f"\033[{_COLOURS[colour]}m{text}\033[0m" if sys.stdout.isatty() else text


def clean(text: str) -> str:
    """``text`` on one line, without control and direction-changing characters, which could rewrite a terminal."""
    flat = " ".join(text.split())
    return "".join(char for char in flat if unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs"))


def shorten(text: str, most: int) -> str:
    """``text`` cleaned, cut at a word to at most ``most`` characters."""
    flat = clean(text)
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0] + "…"


def days(first: str | None, last: str | None) -> str:
    """An interval of days for people: one day, "first..last", open ends, or "no date"."""
    if first is None and last is None:
        return "no date"
    if first == last:
        return str(first)
    if first is None:
        return f"by {last}"
    if last is None:
        return f"from {first}"
    return f"{first}..{last}"


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_version(version: str, verbose: bool) -> None:
    print(f"communique {version}")
    if verbose:
        from communique.journey import RULES
        from communique.reader import load_reader

        reader = load_reader()
        print(f"rules {RULES}\nreader {reader.version}")
        print(f"  licence: {reader.meta.licence}\n  trained on: {'; '.join(reader.meta.sets)}")
        print(f"  recipe: {reader.meta.recipe}")
        for name, score in sorted(reader.meta.scores.items()):
            print(f"  {name}: {score:g}")
