"""Draw docs/demo.svg: what `communique show EVENT` prints for the demo's main event. Run after `make demo`."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
MOST_LINES = 46


def main() -> None:
    chronicle = str(ROOT / "demo.chronicle")
    event = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "choose.py"), chronicle], capture_output=True, text=True, check=True
    ).stdout.strip()
    command = ["show", event, "-c", "demo.chronicle"]
    code = f"import sys; sys.argv = ['communique', *{command!r}]; from communique.desk.cli import main; main()"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    lines = shown.splitlines()[:MOST_LINES]
    console = Console(record=True, width=150, file=io.StringIO())
    console.print(Text("\n".join(["$ communique " + " ".join(command), *lines])), soft_wrap=False)
    console.save_svg(str(ROOT / "docs" / "demo.svg"), title="communique")


if __name__ == "__main__":
    main()
