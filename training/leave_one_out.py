"""What does each data set add? ``python -m training.leave_one_out --data ../shared/data``

The recipe in short, once with everything and once without each set, on the same number of steps; what stands in the
table is measured on sets that none of the runs has seen. Short runs show directions, not the heights of a whole run.
A run that is already there is not made again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from training.collect import SETS

STEPS = 240
KEYS = (
    "las_ewt",
    "las_gum",
    "uner",
    "own_names",
    "polnear_source",
    "polnear_cue",
    "polnear_content",
    "own_attribution",
)
GROUPS = "syntax,names,attribution"
RESULTS = Path(__file__).parents[1] / "benchmarks" / "results" / "reader-sets.md"


def run_without(left_out: str | None, data: Path, work: Path) -> dict[str, float]:
    """Train, export and measure one run; its scores."""
    folder = work / (left_out or "everything")
    scores = folder / "scores.json"
    if not scores.exists():
        common = [sys.executable, "-m"]
        without = ["--without", left_out] if left_out else []
        train = ["training.train", "--data", str(data), "--work", str(folder), "--steps", str(STEPS), *without]
        subprocess.run([*common, *train], check=True)
        model = folder / "model"
        subprocess.run([*common, "training.ship", "--work", str(folder), "--folder", str(model)], check=True)
        measure = ["benchmarks.reader", "--data", str(data), "--reader", str(model), "--only", GROUPS]
        subprocess.run([*common, *measure, "--json", str(scores)], check=True)
    found: dict[str, float] = json.loads(scores.read_text(encoding="utf-8"))["scores"]
    return found


def main() -> None:
    """Every run, then the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("training/work/without"))
    arguments = parser.parse_args()
    whole = run_without(None, arguments.data, arguments.work)
    lines = [
        f"# What each data set adds, in runs of {STEPS} steps\n",
        "The first line is the score with every set; the others what is gained or lost when one is left out.\n",
        "| left out | " + " | ".join(KEYS) + " |",
        "|---" * (len(KEYS) + 1) + "|",
        "| nothing | " + " | ".join(f"{whole[k]:.1f}" for k in KEYS) + " |",
    ]
    for name in SETS:
        found = run_without(name, arguments.data, arguments.work)
        lines.append(f"| {name} | " + " | ".join(f"{found[k] - whole[k]:+.1f}" for k in KEYS) + " |")
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
