"""The commands. In: what a person types. Out: text for people, or JSON for programs with ``--json``."""

from communique.desk.cli.app import main

__all__ = ["main"]
