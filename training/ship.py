"""Swap a trained reader into the package with its scores, its licence and the recipe's digest."""

from __future__ import annotations

import argparse
import json
import shutil
from hashlib import sha256
from pathlib import Path

from benchmarks.reader import measure
from communique.reader.load import SHIPPED
from training import export, pipeline

VERSION = "2.0.0"
MEASURED = ("syntax", "names", "attribution", "meaning")  # what does not hang on the machine
MOST_BYTES = 30_000_000  # of the network's file
HERE = Path(__file__).parent
LICENCE = HERE / "WEIGHTS-LICENSE.md"
SETS = [
    {"name": "UD English EWT (train)", "license": "CC BY-SA 4.0", "used": "tags, syntax, sentences"},
    {
        "name": "GUM, genres with open text (train)",
        "license": "annotations CC BY 4.0; text public domain, CC BY or CC BY-SA",
        "used": "tags, syntax, sentences, names",
    },
    {"name": "Communiqué's own annotated texts", "license": "Apache-2.0", "used": "names, offices, attributions"},
    {
        "name": "Communiqué's own marks on EWT and GUM (train)",
        "license": "Apache-2.0; the text they stand on CC BY-SA 4.0 and as GUM's",
        "used": "names, offices, attributions",
    },
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
    {"name": "all-MiniLM-L6-v2", "license": "Apache-2.0", "used": "the encoder that training began from"},
    {"name": "WordNet 3.0, through spacy-lookups-data", "license": "WordNet; MIT", "used": "tables of lemmas"},
]


def save(work: Path, folder: Path, *, quantise: bool = True) -> None:
    """Write a trained run as a folder that ``load_reader`` loads, all but its description."""
    pipeline.build_pipeline().to_disk(folder)
    export.export(work, folder / "reader", quantise=quantise)


def recipe_digest() -> str:
    """Twelve hexadecimal digits over the recipe: its programs, our own texts and marks."""
    total = sha256()
    for file in sorted([*HERE.glob("*.py"), *HERE.glob("corpus/*.txt"), *HERE.glob("marks/*.tsv"), HERE / "base.txt"]):
        total.update(file.name.encode())
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()[:12]


def describe(folder: Path, scores: dict[str, float]) -> None:
    """Write meta.json: who made it, from what, under which licence, how good it is."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    meta |= {
        "name": "communique_reader",
        "version": VERSION,
        "description": "English news: tags, lemmas, syntax, sentences, names, offices, attributions, sentence vectors.",
        "author": "The Communiqué authors",
        "license": "CC BY-SA 4.0",
        "recipe": recipe_digest(),
        "sources": SETS,
        "performance": scores,
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
    """Export, measure, describe, weigh, swap."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("training/work/main"))
    parser.add_argument("--folder", type=Path, help="write it here, unmeasured, and leave the package as it is")
    parser.add_argument("--whole", action="store_true", help="float32, to see what quantising costs")
    arguments, _ = parser.parse_known_args()
    new = arguments.folder or SHIPPED.with_name("model.new")
    shutil.rmtree(new, ignore_errors=True)
    save(arguments.work, new, quantise=not arguments.whole)
    describe(new, {})
    if arguments.folder:
        return
    size = (new / "reader" / "reader.onnx").stat().st_size
    if size >= MOST_BYTES:
        raise SystemExit(f"{new}: {size:,} bytes; fewer than {MOST_BYTES:,} were wanted; narrow the heads")
    describe(new, measure(new, arguments.data, MEASURED, None).scores)
    swap(new, SHIPPED)
    print(f"{size:,} bytes in {SHIPPED}")


if __name__ == "__main__":
    main()
