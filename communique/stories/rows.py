"""Rows of a site's sections and places: "Politics   Economy   Society", "Azerbaijan Kazakhstan Economy Transport".

Set in words alone they look like headlines; but a headline has a verb, and such a row nothing but names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from communique.data import load_countries
from communique.stories.byline import is_place
from communique.stories.lines import Line

_SECTION_WORDS = """
    home news world politics business economy society culture sport sports opinion opinions markets finance technology tech science health
    lifestyle life travel environment climate weather video videos photo photos gallery podcast podcasts audio live tv radio entertainment arts
    style food fashion auto education law crime security defence defense military energy transport tourism religion history analysis analytics
    interview interviews features blogs blog columns editorial editorials cartoons letters africa asia europe americas america international
    national local regional region regions latest breaking more about contact archive archives search menu subscribe newsletters e-paper epaper
    english print edition jobs property cars games obituaries horoscope crossword city cities community investigations fact-check elections
    diplomacy policy government parliament media press agriculture industry trade oil gas mining shipping ict it exclusive exclusives sci-tech
    multimedia infographics documents on-air counties nation middle east north south central eastern western wine premium
"""
SECTIONS = frozenset(_SECTION_WORDS.split())
_STROKE = re.compile(r"\s?[|·•>]\s?|\s{2,}|\t")
_CLOCK = re.compile(r"\d")


def is_row(line: Line) -> bool:
    """Three or more names of sections and places and nothing else, or many short labels between strokes."""
    text = line.text
    if not 3 <= line.words <= 40 or len(text) > 300 or line.ends or _CLOCK.search(text):
        return False
    pieces = [p.strip() for p in _STROKE.split(text) if p.strip()]
    if len(pieces) >= 4 and all(len(p.split()) <= 3 and p[0].isupper() for p in pieces):
        return True
    known = sum(t.lower() in SECTIONS or t.casefold() in _lands() or is_place(t) for t in line.tokens)
    return (
        line.glue == 0
        and line.titled == 1
        and known == line.words
        and bool(set(map(str.lower, line.tokens)) & SECTIONS)
    )


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    """Countries and their peoples, in one word."""
    names = (n for c in load_countries() for n in (c.name, *c.also, *c.demonyms))
    return frozenset(n.casefold() for n in names if " " not in n)
