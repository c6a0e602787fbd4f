"""Whose copy a story carries.

"By The Associated Press"                            Associated Press
"KYIV (Reuters) - The ministers met ..."             Reuters
"... the ministry said on Monday, TASS reported."    TASS, where the outlet is another
"(Reporting by A; Editing by B)"                     Reuters, whose form that is
"RIA quoted the minister as saying ..."              nobody: RIA carries these words, not the story
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from communique.data import load_countries
from communique.model import Block, Credit, Page, Span, Story
from communique.stories.agencies import Named, find_agencies, is_agency_alone
from communique.stories.byline import OPENING_BLOCKS, find_dotted, read_dateline

PICTURES = frozenset({"Getty Images", "European Pressphoto Agency"})  # they sell photographs, not copy
LEAD_BLOCKS = 2  # a wire named further down carried a sentence, not the story
OPENING_CHARS = 140

_SIGNED = re.compile(
    r"\((?:[^()]{0,40})?\b(?:reporting|writing) by\b[^()]{3,300}\b(?:editing|edited|writing|reporting) by\b",
    re.IGNORECASE,
)
_SIGNED_BARE = re.compile(
    r"^\W*reporting by\b.{3,200}[;.]\s*(?:editing|writing|additional reporting) by\b", re.IGNORECASE | re.DOTALL
)
_TRUST = re.compile(r"Thomson Reuters Trust Principles", re.IGNORECASE)
_HELPED = re.compile(r"\b(?:contribut|with files from|with (?:additional )?reporting|based in part)", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\bvia|\bsource\s*:|\bwith inputs? from|\binputs? (?:from|by)|\bcopyright|©|\(c\)|\bfrom|\bby|\bcourtesy(?: of)?|\bpublished by|"
    r"\bprovided by|\bdistributed by|\bcredits?\s*:)(?:\s+\d{4})?,?[\s:–-]*(?:the\s+)?\Z",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"(?:reported|reports|reported on \w+day|said in a report)\W*\Z")
_AS_REPORTED = re.compile(r"(?:\breports|\breported by|\baccording to|\bas reported by|\bciting)\s+(?:the\s+)?\Z")
_CITING = re.compile(
    r"\s*(?:[Nn]ews [Aa]gency )?(?:reports?|informs?|reported|says|writes)\b,?\s+(?:citing|referring to|with reference to|quoting|via)\b"
)


def find_wire(page: Page, story: Story, outlet: Credit | None) -> Credit | None:
    """The agency whose copy the story carries, by its plainest sign; ``None`` where no sign stands.

    A photograph's agency is not the story's, nor is one that only quotes
    somebody, nor one that helped ("contributed to this report").
    """
    signs: tuple[Callable[[Page, Story], Credit | None], ...] = (_dateline, _byline, _foot, _signature, _lead)
    for find in signs:
        credit = find(page, story)
        if credit is not None:
            return credit
    return _relayed(page, story, outlet) or _own(outlet)


def _credit(block: Block, named: Named, because: str, shift: int = 0) -> Credit:
    start = block.span.start + shift
    return Credit(named.agency.name, Span(block.span.page, start + named.start, start + named.end), because)


def _head(story: Story) -> Iterator[Block]:
    """The lines between the headline and the body, as a byline would stand."""
    body = story.of("body")
    first = body[0].span.start if body else 0
    return (b for b in story.of("byline", "timestamp", "note") if b.span.end <= first)


def _byline(page: Page, story: Story) -> Credit | None:
    for block in story.of("byline"):
        text = block.span.cut(page.text)[:250]
        if agencies := find_agencies(text):
            return _credit(block, agencies[-1], "the byline names an agency")
    for block in _head(story):
        text = block.span.cut(page.text)[:120]
        if (named := is_agency_alone(text)) and not _HELPED.search(text):
            return _credit(block, named, "an agency's name stands where a byline does")
    return None


_BRACKETED = re.compile(r"\((?P<name>[^()\n]{2,60})\)|/(?P<slashed>[^()/\n]{2,30})/")
_BARE = re.compile(
    r"[A-Z][\w .’'-]{2,30}(?:,[^,:]{2,25}){0,2}(?:,\s|\s?[-–—]\s?)(?P<name>[A-Z][\w-]+(?: [A-Z]\w+){0,2})(?:\.\s|\s?[-–—:]|\s*\Z)"
)
_VIA = re.compile(r"[A-Z][\w.’' ]{1,30} via (?P<name>[A-Z][\w. ]{1,40}?)\s?[-–—]{1,2}\s")
_DASHED = re.compile(
    r"(?:[A-Z][\w.]*(?:[ ,]+[A-Z0-9][\w.]*){0,4}\s?[-–—]\s?)?(?P<name>[A-Z][\w. -]{1,40}?)\s?(?:[-–—:]{1,2}\s|\Z)"
)


def _dateline(page: Page, story: Story) -> Credit | None:
    body = story.of("body")[:OPENING_BLOCKS]
    before = list(_head(story))[-2:]
    # Further down only the line that has a dateline is asked.
    for block in [*before, *body[:1], *(b for b in body[1:] if read_dateline(b.span.cut(page.text)[:OPENING_CHARS]))]:
        text = block.span.cut(page.text)[:OPENING_CHARS]
        if block.part == "byline" and not read_dateline(text, alone=True):
            continue  # a byline that names an agency is asked as one
        if found := _in_opening(text):
            return _credit(block, found, "the dateline names an agency")
        if unknown := _unknown(text):
            span = Span(page.id, block.span.start + unknown.start("name"), block.span.start + unknown.end("name"))
            return Credit(unknown["name"], span, "stands in the dateline where an agency does")
    return None


# "LIMA, March 22 (DNA) : ...": capitals in brackets between a dateline and its dash are an agency's, whoever that is.
_UNKNOWN = re.compile(r"[^()\n]{3,50}\s?\((?P<name>[A-Z]{3,6})\)\s?(?:[-–—:]|\.\s)")
_NO_AGENCY_LIST = "GMT UTC IST EST EDT CET USA UAE UK LEAD UPDATE NEWS LIVE DAY NIGHT PHOTO VIDEO WATCH BREAKING EXCL"
_NO_AGENCY = frozenset(_NO_AGENCY_LIST.split())


def _unknown(text: str) -> re.Match[str] | None:
    found = _UNKNOWN.match(text)
    if found is None or found["name"] in _NO_AGENCY or not read_dateline(text):
        return None
    countries = {form for c in load_countries() for form in (c.iso3, c.iso2, *c.also)}
    small = [w for w in re.findall(r"[^\W\d_]+", text[: found.start("name")]) if w[0].islower()]
    return None if small or found["name"] in countries else found


def _in_opening(text: str) -> Named | None:
    """The agency in the opening words: in brackets or slashes near the start, or before the first dash or colon."""
    for found in _BRACKETED.finditer(text):
        opening = text[: found.start()]
        if found.start() > 60 or re.search(r"[a-z]{4,} [a-z]{3,} [a-z]", opening):
            break
        after = text[found.end() : found.end() + 4]
        inside = _inside(found, "name" if found["name"] else "slashed")
        if (
            inside
            and (opening == "" or opening.strip(" .,")[-1:].isalnum())
            and not after[:2].strip(" ").startswith(tuple("abcdefghijklmnopqrstuvwxyz,;"))
        ):
            return inside
    if dotted := find_dotted(text):
        return _inside(dotted, "agency", whole=True)
    relayed = _VIA.match(text)
    if relayed and (named := _inside(relayed, "name", whole=True)):
        return named
    dashed = _DASHED.match(text)
    if dashed and (named := _inside(dashed, "name", whole=True)):
        return named
    bare = _BARE.match(text)
    return _inside(bare, "name", whole=True) if bare else None


def _inside(found: re.Match[str], group: str, whole: bool = False) -> Named | None:
    text = found[group]
    named = is_agency_alone(text) if whole else next(iter(find_agencies(text)), None)
    if named is None:
        return None
    shift = found.start(group)
    return Named(named.agency, named.start + shift, named.end + shift)


def _foot(page: Page, story: Story) -> Credit | None:
    """Notes and credits under the body, and the last words of the body itself: "-VNA", "(AFP)", "Source: Xinhua"."""
    body = story.of("body")
    if not body:
        return None
    last = body[-1]
    under = [
        b for b in story.blocks if b.span.start > last.span.start and b.part in ("note", "timestamp", "byline", "legal")
    ]
    for block in [b for b in story.of("note") if b not in under] + under:
        text = block.span.cut(page.text)[:400]
        if _HELPED.search(text):
            continue
        alone = is_agency_alone(text)
        for named in find_agencies(text) or ([alone] if alone else []):
            if named.agency.name in PICTURES:
                continue
            if _FROM.search(text[: named.start]) or (block in under and alone):
                return _credit(block, named, "a credit under the story names an agency")
    return _last_words(page, last)


_LAST = re.compile(r"(?:[.!?”\"’]\s*[-–—/(]{0,2}\s?|\A\W*)(?P<name>[A-Z][\w ./-]{1,40}?)\s?[)/.]*\Z")


def _last_words(page: Page, block: Block) -> Credit | None:
    text = block.span.cut(page.text)
    shift = max(0, len(text) - 60)
    found = _LAST.search(text[shift:])
    named = is_agency_alone(found["name"]) if found else None
    if found is None or named is None:
        return None
    at = found.start("name")
    return _credit(
        block, Named(named.agency, named.start + at, named.end + at), "the story ends with an agency's name", shift
    )


def _signature(page: Page, story: Story) -> Credit | None:
    for block in [*story.of("note"), *story.of("body")[-1:]]:
        text = block.span.cut(page.text)[-600:]
        shift = block.span.end - block.span.start - len(text)
        found = _SIGNED.search(text) or _SIGNED_BARE.search(text)
        if found:
            agencies = find_agencies(found.group())
            name = agencies[0].agency.name if agencies else "Reuters"
            start = block.span.start + shift + found.start()
            return Credit(name, Span(page.id, start, start + len(found.group())), "signed as an agency signs its copy")
    return None


_CLOSES = re.compile(
    r"(?: news agency| agency)?\s+(?:has |have )?(?:reported|reports|report|informs|said in a report)(?: on \w+day| \w+day)?[.\"”]"
)
_OPENS = re.compile(r",\s(?:reports|reported|as reported by|according to)\s(?:the\s)?\Z")
_CITED = re.compile(r"\breports?,?\s(?:citing|with reference to|referring to|quoting|via)\s(?:the\s)?\Z")
_ENDS = re.compile(r"(?: news agency| agency)?[.\"”]")


def _lead(page: Page, story: Story) -> Credit | None:
    """A lead that ends "..., Reuters reported.", or says that an agency reports, citing others.

    "Agency A reports citing agency B" is A's copy; "Outlet O reports citing
    agency B" (O no agency) is B's.
    """
    for block in story.of("body")[:LEAD_BLOCKS]:
        text = block.span.cut(page.text)[:1200]
        for named in find_agencies(text):
            before, after = text[max(0, named.start - 60) : named.start], text[named.end : named.end + 60]
            if _CITING.match(after):
                return _credit(block, named, "the lead says that the agency reports, citing others")
            if _CITED.search(before) and _ENDS.match(after):
                return _credit(block, named, "the lead says that the outlet reports, citing this agency")
            closes = _CLOSES.match(after) and re.search(r",\s(?:the\s)?\Z", before)
            if closes or (_OPENS.search(before) and _ENDS.match(after)):
                return _credit(block, named, "the lead ends with the agency that reported it")
    return None


_HOUSE_REPORTS = re.compile(
    r"(?: [Nn]ews [Aa]gency)?,\s(?P<house>[A-Z][\w.'’& -]{1,40}?)\s(?:reports|reported|writes|informs)\b[^.]{0,20}[.\"”]"
)
_TO_AGENCY = re.compile(
    r"\b(?:told|informed|reported to|said to|in an interview (?:with|to)|cited by|quoted by|by|citing|to)\s(?:the\s)?\Z"
)


def _relayed(page: Page, story: Story, outlet: Credit | None) -> Credit | None:
    """ "the press service told Agency A, Outlet O reports" on O's own page: A's copy, since O names A as the one that heard it."""
    if outlet is None or is_agency_alone(outlet.name):
        return None
    for block in story.of("body")[:LEAD_BLOCKS]:
        text = block.span.cut(page.text)[:1200]
        for named in find_agencies(text):
            house = _HOUSE_REPORTS.match(text, named.end)
            same = house is not None and house["house"].casefold() == outlet.name.casefold()
            if same and _TO_AGENCY.search(text[max(0, named.start - 40) : named.start]):
                return _credit(block, named, "the lead was told to the agency, and the outlet reports it")
    return None


def _own(outlet: Credit | None) -> Credit | None:
    """An agency's own page carries its own copy."""
    if outlet is None:
        return None
    named = is_agency_alone(outlet.name)
    return Credit(named.agency.name, outlet.span, "the outlet is itself an agency") if named else None
