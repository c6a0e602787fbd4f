"""Who is in a story: its persons, bodies, states and places, the offices they hold, and every span that names them.

In come a story and its passages; out comes a ``Cast``. Across stories, ``compare_names`` says whether two names are
one person's. The room refuses to guess: a family name that two people bear, a pronoun that two people fit and an
office that changed hands on the story's days are left open, each with its reason.
"""

from __future__ import annotations

from communique.people.cast import Cast
from communique.people.reading import read_people
from communique.people.same_name import compare_names

__all__ = ["Cast", "compare_names", "read_people"]
