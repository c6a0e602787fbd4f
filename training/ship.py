"""Put a trained pipeline into the package: ``python -m training.ship --data ../shared/data``.

Measures it, writes its scores, its licence and the sets it learned from beside the weights, and swaps it in whole:
the old folder is replaced by a rename, so that a process that loads in the middle finds one or the other.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from communique.reader.load import SHIPPED
from training import evaluate

VERSION = "1.0.0"
MOST_BYTES = 20_000_000
LICENCE = Path(__file__).parent / "WEIGHTS-LICENSE.md"
SCORES = Path(__file__).parent / "scores.json"
SETS = [
    {"name": "UD English EWT (train)", "license": "CC BY-SA 4.0", "used": "tags, features, syntax, sentences"},
    {
        "name": "GUM, genres with open text (train)",
        "license": "annotations CC BY 4.0; text public domain, CC BY or CC BY-SA",
        "used": "tags, features, syntax, sentences",
    },
    {"name": "Communiqué's own annotated news", "license": "Apache-2.0", "used": "names, offices"},
    {"name": "Wikigold", "license": "CC BY 4.0", "used": "names, where the conventions agree"},
    {
        "name": "CrossNER, politics (train, dev)",
        "license": "text CC BY-SA, annotations MIT",
        "used": "names, where the conventions agree",
    },
    {
        "name": "Communiqué's own tables of places, bodies, outlets and officials",
        "license": "Apache-2.0; towns from GeoNames, CC BY 4.0",
        "used": "names exchanged in our own texts while training",
    },
    {"name": "WordNet 3.0, through spacy-lookups-data", "license": "WordNet; MIT", "used": "tables of lemmas"},
]


def describe(folder: Path, scores: dict[str, dict[str, float]]) -> None:
    """Write meta.json: who made it, from what, under which licence, how good it is."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta |= {
        "name": "communique_reader",
        "version": VERSION,
        "description": "English news: tags, lemmas, syntax, sentences, names, offices.",
        "author": "The Communiqué authors",
        "license": "CC BY-SA 4.0",
        "sources": SETS,
        "performance": {f"{table}.{name}": score for table, rows in scores.items() for name, score in rows.items()},
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    shutil.copyfile(LICENCE, folder / "LICENSE.md")


def swap(new: Path, shipped: Path) -> None:
    """Put the new folder in the shipped one's place."""
    old = shipped.with_name("model.old")
    shutil.rmtree(old, ignore_errors=True)
    if shipped.exists():
        shipped.rename(old)
    new.rename(shipped)
    shutil.rmtree(old, ignore_errors=True)


def main() -> None:
    """Copy, measure, describe, weigh, swap."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("training/work/main"))
    arguments, _ = parser.parse_known_args()
    new = SHIPPED.with_name("model.new")
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(arguments.work / "model", new)
    scores = evaluate.measure(new, arguments.data)
    describe(new, scores)
    size = sum(file.stat().st_size for file in new.rglob("*") if file.is_file())
    if size >= MOST_BYTES:
        raise SystemExit(f"{new}: {size:,} bytes; fewer than {MOST_BYTES:,} were wanted; narrow the layers")
    SCORES.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    swap(new, SHIPPED)
    print(json.dumps(scores, indent=2), f"\n{size:,} bytes in {SHIPPED}")


if __name__ == "__main__":
    main()
