"""The reader's model from disk, once per process."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from communique.errors import ReaderMissing
from communique.reader.read import Reader, ReaderMeta

SHIPPED = Path(__file__).parent / "model"
MENDING = "reinstall communique, or train one with `make reader`"


def load_reader(path: Path | None = None) -> Reader:
    """The reader shipped with the package, or the one in ``path``; loaded once per process and path.

    Nothing is fetched: the folder holds the weights, the tokenizer's rules and the tables of lemmas. Raises
    ReaderMissing where the folder is absent, damaged or of another spaCy.
    """
    return load_once((path or SHIPPED).resolve())


@lru_cache(maxsize=2)
def load_once(path: Path) -> Reader:
    """Load and remember; the path is resolved, so that two spellings of it are one reader."""
    if not (path / "meta.json").is_file():
        raise ReaderMissing(f"{path}: no reader here; a folder with meta.json was wanted; {MENDING}")
    import spacy  # half a second: whoever only imports the room does not pay it

    from communique.reader import component  # noqa: F401  # registers the component "reader"

    try:
        nlp = spacy.load(path)
    except (OSError, ValueError, KeyError) as error:
        raise ReaderMissing(f"{path}: the reader cannot be loaded: {error}; {MENDING}") from error
    return Reader(nlp, read_meta(path), f"{nlp.meta['version']}+{digest(path)}")


def read_meta(path: Path) -> ReaderMeta:
    """Scores, licence and sets, as training wrote them."""
    try:
        written = json.loads((path / "meta.json").read_text(encoding="utf-8"))
        scores = {str(name): float(value) for name, value in written.get("performance", {}).items()}
        sets = tuple(str(source["name"]) for source in written.get("sources") or ())
        return ReaderMeta(scores, str(written.get("license", "")), sets, str(written.get("recipe", "")))
    except (json.JSONDecodeError, TypeError, KeyError, ValueError) as error:
        raise ReaderMissing(f"{path / 'meta.json'}: not a reader's description: {error}; {MENDING}") from error


def digest(path: Path) -> str:
    """Twelve hexadecimal digits over every file's name and bytes: weights, tables and scores."""
    total = sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        total.update(file.relative_to(path).as_posix().encode())
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()[:12]
