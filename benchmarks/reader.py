"""What does the reader reach? One table: the first reader, this one, the floors.

    python -m benchmarks.reader                        every measure; writes results/reader.md
    python -m benchmarks.reader --check                exits 1 where a floor of floors.toml is missed
    python -m benchmarks.reader --only names,meaning   some of: syntax names attribution meaning costs
    python -m benchmarks.reader --whole FOLDER         beside it the same network before quantising
    python -m benchmarks.reader --sample 60            a look, with so many paragraphs of each set

What needs other people's data (``--data``, by default ../shared/data) is "not here" in a clone that lacks it, and not
judged. Each measure's rule stands at its function: reader_syntax, reader_names, reader_attribution (with
reader_citron), reader_meaning, reader_costs. Speed needs a quiet machine. results/reader-1.toml holds what the first
reader (commit 1b94d97) reached under this same code.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks import reader_attribution, reader_costs, reader_meaning, reader_names, reader_syntax
from benchmarks.reader_scores import Measured
from benchmarks.reader_table import GROUPS, ROWS, Columns, find_short, load_floors, render_table
from communique.reader import load_reader
from communique.reader.load import SHIPPED

RESULTS = Path(__file__).parent / "results"
FIRST = RESULTS / "reader-1.toml"


def measure(folder: Path, data: Path | None, groups: Sequence[str], sample: int | None) -> Measured:
    """The groups' measures of the reader in the folder; without ``data``, those that need none."""
    reader = load_reader(folder)
    measured = Measured()
    if data is not None and "syntax" in groups:
        measured.add(reader_syntax.measure(reader, data, sample))
    if "names" in groups:
        if data is not None:
            measured.add(reader_names.measure(reader, data, sample))
        measured.add(reader_names.measure_own(reader, sample))
    if "attribution" in groups:
        if data is not None:
            articles = sample and max(1, sample // 10)  # an article is a score of paragraphs
            measured.add(reader_attribution.measure(reader, data, articles))
        measured.add(reader_attribution.measure_own(reader, sample))
    if "meaning" in groups:
        measured.add(reader_meaning.measure(reader, sample))
    if "costs" in groups:
        measured.add(reader_costs.measure(folder, sample))
    return measured


def load_first() -> dict[str, float]:
    """What the first reader reached; nothing where that was not stored."""
    if not FIRST.is_file():
        return {}
    return {key: float(value) for key, value in tomllib.loads(FIRST.read_text(encoding="utf-8"))["scores"].items()}


def render(title: str, columns: Columns, groups: Sequence[str], sizes: Sequence[str]) -> Iterator[str]:
    """The page: what has a floor, what stands beside it, what it was counted on."""
    rows = [row for row in ROWS if row.group in groups]
    yield f"# {title}\n"
    yield "F, LAS and shares in percent. What each measure counts is said at its function in `benchmarks/reader_*.py`.\n"
    yield from render_table([row for row in rows if row.key in columns.floors], columns)
    yield "\nBeside them:\n"
    yield from render_table([row for row in rows if row.key not in columns.floors], columns)
    yield "\nCounted on:\n"
    yield from (f"* {size}" for size in sizes)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--reader", type=Path, default=SHIPPED)
    parser.add_argument("--whole", type=Path, help="a folder with the same network in float32")
    parser.add_argument("--only", default=",".join(GROUPS), help=f"of {','.join(GROUPS)}")
    parser.add_argument("--sample", type=int, help="so many paragraphs of each set; nothing is written")
    parser.add_argument("--date", default=date.today().isoformat(), help="printed above the table")
    parser.add_argument("--json", type=Path, help="write the scores here too")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if unknown := set(args.only.split(",")) - set(GROUPS):
        parser.error(f"--only: {', '.join(sorted(unknown))} is none of {', '.join(GROUPS)}")
    return args


def main() -> int:
    args = parse_arguments()
    groups = [group for group in GROUPS if group in args.only.split(",")]
    data = args.data if (args.data / "syntax").is_dir() else None
    measured = measure(args.reader, data, groups, args.sample)
    whole = measure(args.whole, data, groups, args.sample).scores if args.whole else None
    floors, version = load_floors(), load_reader(args.reader).version
    columns = Columns(load_first(), measured.scores, whole, floors, data is not None)
    page = "\n".join(render(f"The reader {version}, {args.date}", columns, groups, measured.sizes)) + "\n"
    print(page)
    if args.json:
        written = {"version": version, "scores": measured.scores, "sizes": measured.sizes, "whole": whole}
        args.json.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    if data is not None and args.sample is None and groups == list(GROUPS):
        (RESULTS / "reader.md").write_text(page, encoding="utf-8")
    rows = [row for row in ROWS if row.group in groups]
    short = list(find_short(measured.scores, floors, rows, data_here=data is not None))
    print("\n".join(short) or "every floor is reached")
    return 1 if short and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
