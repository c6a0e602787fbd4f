"""Print the id of the event that most pages of a chronicle report: the one the demo shows in full."""

from __future__ import annotations

import sys
from pathlib import Path

import communique


def main(path: str) -> None:
    with communique.open(Path(path)) as chronicle:
        print(
            max(chronicle.events(), key=lambda event: (event.pages, event.texts, len(event.participants), event.id)).id
        )


if __name__ == "__main__":
    main(sys.argv[1])
