"""Who wrote a story and where it was filed, as it says itself.

"By Ana Petrova, Daily Courier"                    byline Ana Petrova
"MOSCOW, March 14. /TASS/. The minister said ..."   dateline Moscow
"""

from __future__ import annotations

import re
from functools import lru_cache

from communique.data import load_cities, load_countries, load_outlets
from communique.model import Block, Credit, Page, Span, Story
from communique.stories.agencies import find_agencies, is_agency_alone

_BY = re.compile(
    r"\s*[-–—•*|]*\s*(?:(?:by|written by|story by|text by|words by|posted by|published by|reported by|report by|submitted by|authors?|"
    r"reporters?|writer|correspondent|journalist|editor|source|from(?=\s[A-Z][^\n]{3,50}\sin\s))\b\s*[:|\-–—]?\s*)+",
    re.IGNORECASE,
)
_BY_END = re.compile(
    r"\s*(?:[|•·/(\n\t@]|\s[-–—]\s|,\s(?!and\b)|\b\d|\b(?:Updated|Published|Posted|Special to|Correspondent|Staff|Senior|Chief|[Ff]or (?=[A-Z])|in (?=[A-Z])|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d))"
)
_PLACE = (
    r"[A-ZÀ-ÞŁŚŽČŠ][\w.'’-]*(?:[ /][A-ZÀ-ÞŁŚŽČŠ][\w.'’-]*|[ ](?:de|del|la|al|el|am|an der|of|the)(?=[ ][A-Z])){0,4}"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)[A-Za-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH}\s?\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s?{_MONTH})(?:,?\s\d{{4}})?"
_DATELINE = re.compile(
    rf"\s*(?:\((?P<lead>[^()\n]{{2,40}})\)\s*[-–—]*\s*)?(?P<place>{_PLACE})(?P<land>(?:,\s|\s?\[){_PLACE}\]?)?"
    rf"(?P<day>,?\s(?:[-–—]\s)?{_DAY})?"
    r"(?:(?:,\s|\s?[-–—]\s?)(?P<bare>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?=\.|\s?[-–—:]|\s*\Z))?"
    r"(?P<end>\s?\.?,?\s?(?:[-–—]+\s?)?(?:\((?P<agency>[^()\n]{2,50})\)|/(?P<slashed>[A-Za-z .-]{2,30})/)(?:\s?[.:,]?\s?[-–—]*|(?=\s))"
    r"|\s?:(?=\s|\Z)|\s?[-–—]{1,3}\s|\.\s?[-–—]\s|,?\s?[-–—]?\s?(?=\Z)|\.\s(?=[A-Z]))",
)
_DATELINE_CHARS = 140
OPENING_BLOCKS = 4
_SMALL_LIST = "and of the de la del di da van der den von bin al el dos le in y"
_SMALL = frozenset(_SMALL_LIST.split())
_NOBODY_LIST = (
    "staff admin administrator agencies agency editor editors correspondent reporter desk newsroom bureau team webdesk"
)
_NOBODY = frozenset([*_NOBODY_LIST.split(), "web desk", "news desk", "staff report", "agency desk", "agencies desk"])
_PIECE = re.compile(r"(?<=[|•·–—-])\s+([A-Z][A-Za-z' ]{2,25}(?:, [A-Z][\w ]{2,25})?)\s*(?=[|•·]|\Z)")


def find_byline(page: Page, story: Story) -> Credit | None:
    """The writer, or the agency in the writer's place; ``None`` where the story is unsigned."""
    for block in story.of("byline"):
        text = block.span.cut(page.text)[:200]
        by = _BY.match(text)
        start = by.end() if by else len(text) - len(text.lstrip(" -–—•*|"))
        stop = _BY_END.search(text, start + 1)
        name = text[start : stop.start() if stop else len(text)].strip(" .,:;|")
        plain = [t for t in re.findall(r"[^\W\d_]+", name) if t.islower() and t not in _SMALL]
        if not name or name.casefold() in _NOBODY or not name[0].isalpha() or (plain and not by) or len(plain) > 1:
            continue
        start = text.index(name, start)
        span = Span(page.id, block.span.start + start, block.span.start + start + len(name))
        agencies = find_agencies(name)
        if read_dateline(text, alone=True) and not by:
            if not (agencies := find_agencies(text)):
                continue
            named = agencies[0]
            span = Span(page.id, block.span.start + named.start, block.span.start + named.end)
            return Credit(named.agency.name, span, "the line of the dateline names an agency")
        if agencies and agencies[0].end - agencies[0].start >= len(name) - 4:
            return Credit(agencies[0].agency.name, span, "the byline names an agency")
        return Credit(name.title() if name.isupper() and len(name) > 4 else name, span, "the byline")
    return None


def find_dateline(page: Page, story: Story) -> Credit | None:
    """Where the story was filed: a place before the first sentence, closed by a day, an agency, a colon or a dash."""
    late = story.of("body")[2:OPENING_BLOCKS]
    for block in _before_body(story):
        text = block.span.cut(page.text)[:_DATELINE_CHARS]
        if block in late and not _CAPITALS.match(text):
            continue  # only a place in capitals is plain enough so far down
        found = _place_among(text) if block.part in ("byline", "timestamp") else None
        found = found or read_dateline(text, alone=block.part != "body" or len(block.span.cut(page.text)) < 60)
        if found is not None:
            start, end = found
            span = Span(page.id, block.span.start + start, block.span.start + end)
            return Credit(_usual(text[start:end]), span, "the place before the first sentence")
    return None


_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{3,}(?:, |\s?[-–—(/:])")


def _place_among(text: str) -> tuple[int, int] | None:
    """The place in a byline's row: "PTI | Moscow | Updated: ...", "... 08:29 pm IST - New Delhi"."""
    for piece in _PIECE.finditer(text):
        name = piece[1].partition(",")[0]
        if is_place(name.strip()) and name.casefold() not in _lands():
            return piece.start(1), piece.start(1) + len(name.rstrip())
    return None


def _before_body(story: Story) -> list[Block]:
    """The first body blocks, and lines of the head that may be a dateline on a line of its own.

    Captions and pointers that passed for paragraphs can stand above the lead.
    """
    body = story.of("body")[:OPENING_BLOCKS]
    head = [b for b in story.of("byline", "timestamp", "note", "deck") if body and b.span.end <= body[0].span.start]
    return [*head, *body]


# "ASHGABAT. KAZINFORM The presidents ...", "ASTANA. May 3. KAZINFORM - ..."
_DOTTED = re.compile(
    rf"\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ’'-]+){{0,2}})(?:\.|,)\s(?:{_DAY}\.?,?\s)?"
    r"(?P<agency>[A-Z][A-Za-z]{2,14}(?: [A-Z]{2,})?)(?=\s?[-–—./:]|\s[A-Z«“\"])"
)


def find_dotted(text: str) -> re.Match[str] | None:
    """A dateline whose place and agency are parted by full stops alone: both printed as such, the agency a known one."""
    found = _DOTTED.match(text)
    if found is None or not is_agency_alone(found["agency"]):
        return None
    return found if is_place(found["place"]) or len(found["place"]) > 3 else None


def read_dateline(text: str, alone: bool = False) -> tuple[int, int] | None:
    """Where in the opening words of a story the place of its dateline stands, or ``None``.

    A place in capitals needs a dash, a colon or a day after it; one in small
    letters must besides be a known town ("Background:" opens many a line).
    """
    signed = _SIGNED_PLACE.match(text) if alone else None
    if signed and is_agency_alone(signed[2]) and is_place(signed[1]):
        return signed.span(1)
    if dotted := find_dotted(text):
        return dotted.span("place")
    found = _DATELINE.match(text)
    if found is None:
        return None
    if find_agencies(found["place"]) or (not found["land"] and found["place"] in _outlets()):
        return None
    place, day, agency = (
        found["place"],
        found["day"],
        found["agency"] or found["slashed"] or found["lead"] or found["bare"],
    )
    end = found["end"]
    known = is_place(place)
    named = bool(agency and find_agencies(agency))
    if found["bare"] and not named:
        return None
    if not end.strip() and not (alone and (known or day or named) and text[found.end() :].strip() == ""):
        return None
    if end.strip() == "." and not ((day or found["bare"]) and (known or place.isupper())):
        return None
    if place.isupper() and len(place) > 4 and (known or day or named or end.strip(" -–—") == ""):
        return found.span("place")
    if end.strip() == ":" and place.casefold() in _lands():
        return None  # "North Korea: ..." is a headline's label
    return found.span("place") if known or (named and day) else None


_SIGNED_PLACE = re.compile(r"([A-Z][A-Za-z .]{2,25}?)\s?[-–—]\s?([A-Z][\w .]{1,40})\s*\Z")


def is_dateline(text: str) -> bool:
    """The whole line is a dateline: a place with a day or an agency, and nothing behind them."""
    text = text.strip()
    if _SIGNED_PLACE.match(text) and read_dateline(text, alone=True):
        return True
    found = _DATELINE.match(text) if len(text) < 70 else None
    return found is not None and found.end() >= len(text) and read_dateline(text, alone=True) is not None


def is_place(place: str) -> bool:
    """A known town or country, or several with strokes between."""
    return all(part.strip().casefold() in _places() for part in place.split("/"))


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    capitals = {c.capital.casefold() for c in load_countries()}
    return frozenset(name.casefold() for c in load_countries() for name in (c.name, *c.also)) - capitals


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    names = {name.casefold() for c in load_countries() for name in (c.capital, c.name, *c.also) if len(name) > 3}
    return frozenset(names | {name.casefold() for c in load_cities() for name in (c.name, *c.also)})


@lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    return frozenset(name for o in load_outlets() for name in (o.name, *o.also))


def _usual(place: str) -> str:
    return "/".join(p.title() if p.isupper() and len(p) > 3 else p for p in place.split("/"))
