"""Communiqué: raw news pages about diplomacy in, a sourced chronicle out.

>>> import communique
>>> reading = communique.read_page("MOSCOW, Aug. 21 ...")           # one page, the plain nouns
>>> communique.build(["pages/"], "news.chronicle")                  # many, into a file
>>> communique.open("news.chronicle").events(between=("RUS", "CHN"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.front import Opened, build, open, read_page

__version__ = "0.1.0"
__all__ = ["Opened", "build", "open", "read_page"]


def __getattr__(name: str) -> object:
    """Import what is asked for only now: ``import communique`` costs nothing."""
    if name in __all__:
        from communique import front

        return getattr(front, name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
