"""``stats``: counts, the ledger by reason, versions."""

from __future__ import annotations

from pathlib import Path

from communique.chronicle import Chronicle
from communique.desk.cli.printing import clean, paint, print_json


def show_stats(path: Path, as_json: bool) -> None:
    """Print what the chronicle holds, what was left out and why, and which versions wrote it."""
    with Chronicle(path) as chronicle:
        counts = {row["name"]: row["number"] for row in chronicle.every("stats")}
        parts = list(chronicle.every("stats_kinds"))
        dropped = list(chronicle.every("stats_dropped"))
        versions = list(chronicle.rows("SELECT communique, reader, rules, since FROM versions ORDER BY id"))
        linked = chronicle.linked
    if as_json:
        print_json({"counts": counts, "events": parts, "dropped": dropped, "versions": versions, "linked": linked})
        return
    for name, number in counts.items():
        print(f"{number:>9,}  {name}")
    print(paint("\nevents by kind and status", "bold"))
    for row in parts:
        print(f"{row['number']:>9,}  {row['kind']}, {row['status']}")
    print(paint("\nleft out, and why", "bold"))
    for row in dropped:
        print(f"{row['number']:>9,}  {row['what']}: {clean(row['reason'])}")
    print(paint("\nwritten by", "bold"))
    for row in versions:
        print(f"  communique {row['communique']}, reader {row['reader']}, rules {row['rules']}, since {row['since']}")
    if not linked:
        print(
            "\nthe links across stories are not up to date (an interruption); `communique add` with any page renews them"
        )
