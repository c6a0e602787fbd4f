"""A site nobody has listed, found by what its page says of itself.

HORN OBSERVER                                            a masthead: a short line alone at the top
Click here to join the Horn Observer on WhatsApp         and one thing that only the site says of itself
Copyright © 2016 The Coast Standard                      so plain that it needs no second
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model import Block, Credit, Span
from communique.stories.agencies import find_agencies
from communique.stories.byline import is_place
from communique.stories.sheet import Sheet

ENOUGH = 2  # one plain statement, or two lesser ones of different kinds
MASTHEAD_LINES = 3  # a masthead is among the page's first lines
LOOKED_AT = 400  # characters of a line that may speak of its site: furniture is short

_N = r"(?P<name>(?:[Tt]he )?[A-Z][\w'’&]*(?:[ -](?:(?:of|the|and|de|la|del|do|di|&) )?[A-Z][\w'’&]*){0,4})"
_SITE = (
    r"(?:news\s?(?:site|paper|room|letter|portal|outlet|agency|website|channel|organi[sz]ation|service)s?|newspaper|website|magazine|daily|weekly|station|broadcaster|"
    r"member of|outlet|publication|platform|portal|journal|independent|non-?profit|nonpartisan|registered)"
)
# What is said, how much it weighs, and by which words. Weight 2: nobody says so of another's site.
_SAYINGS: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (kind, weight, re.compile(pattern.replace("NAME", _N)))
    for kind, weight, pattern in (
        ("copyright", 2, r"(?:(?:©|\([Cc]\))\s?(?:[Cc]opyright|COPYRIGHT)?|(?:[Cc]opyright|COPYRIGHT)\s?(?:©|\([Cc]\)|by\b|(?=\d)))[\s\d,.–-]{0,16}(?:by )?NAME"),
        ("copyright", 2, r"^NAME\s?(?:©|\([Cc]\))(?!\s?[A-Z][a-z]+ [A-Z])"),
        ("copyright", 2, r"\b[Aa]ll (?:[Rr]ights )?[Rr]eserved (?:by|to) NAME"),
        ("message", 2, r"^\W{0,3}(?:A|An [Uu]rgent|An [Ii]mportant) [Mm]essage [Ff]rom NAME:?$"),
        ("patron", 2, r"\b[Ss]upport NAME (?:or|and) (?:become|donat)"),
        ("patron", 2, r"\bNAME (?:has no owner|relies on (?:its )?readers|is (?:funded|supported|financed) by (?:its |our )?readers|needs your (?:help|support))"),
        ("edited", 2, r"\b(?:[Ee]dited|reviewed|verified|changed) by (?:the )?NAME (?:staff|team|editors)\b"),
        ("says", 1, rf"^[^\"“]{{0,60}}?\bNAME is (?:an?|the) (?:\w+[- ]){{0,4}}?{_SITE}"),
        ("says", 1, r"\bNAME (?:does not|doesn[’']t|may not|cannot|will not|is not|takes no|bears no|assumes no|reserves) (?:\w+ ){0,3}?(?:share|endorse|respons|necessarily|reflect|the right|liab)"),
        ("says", 1, r"\b(?:views|opinions?|policy|position) of (?:the )?NAME"),
        ("subscribe", 1, r"\b[Ss]ubscribe (?:now )?to (?:the |our )?(?:(?:print|digital|daily|weekly|e-?) ?(?:edition|newsletter|paper|letter) of (?:the )?)?NAME(?=\W*$|[.!:]| (?:from|for|today|now|and|on|at)\b)"),
        ("newsletter", 1, r"\bNAME(?:[’']s)? (?:newsletters?|app|subscribers?|readers|homepage|staff|editors|[Pp]rivacy|[Tt]erms)\b"),
        ("alerts", 1, r"\b(?:[Aa]lerts?|[Nn]ews|[Uu]pdates|[Nn]otifications|[Hh]eadlines|[Ss]tories) [Ff]rom (?:the )?NAME$"),
        ("follow", 1, r"\b(?:[Jj]oin|[Ll]ike) (?:the )?NAME(?:[’']s \w+)? (?:on|at|via|channel)\b"),
        # People are followed too, on the networks for people.
        ("follow", 1, r"\b[Ff]ollow (?:the )?NAME(?:[’']s)? (?:on|at|via|channel) ?(?:\w+ )?(?:Telegram|WhatsApp|Google|Facebook|YouTube|Viber|Apple|Flipboard|social|channel)"),
        ("more", 1, r"\b(?:EXPLORE|MORE FROM|[Mm]ore from|[Rr]ead (?:more|also) (?:on|at|in|from)|[Aa]bout|[Cc]ontact|ABOUT|Enjoying|Welcome to|[Aa]dvertise (?:with|in|on)) (?:the |THE )?NAME\W{0,3}(?:$|(?<=\?))"),
        ("desk", 2, r"^NAME\s?/\s?(?:News|Web|Online|Foreign|World|International|Monitoring) ?[Dd]esk\b"),
        ("published", 1, r"^(?:Published|Issued|Released) by:? NAME$"),
        ("path", 1, r"(?:›|>|»|/|\|)\s?NAME\s?(?:›|>|»|/)"),
    )
)  # fmt: skip
# Only beside a masthead: another site's reporter, photographer or source is named in the same words.
_OWN = (
    ("reporting", r"\b(?:told|seen by|obtained by|interview with|speaking to|spoke to|talking to) (?:the )?NAME\b"),
    ("reporting", r",? (?:the )?NAME (?:reports|reported|has learned|understands)\b"),
    ("picture", r"(?i:photo|photograph|picture|credit|image)[^\n]{0,40}?[:|/–-]\s?NAME\W*$"),
)
_FIRM = re.compile(
    r"(?i)\b(?:ltd|limited|inc|llc|plc|gmbh|corp|corporation|company|pvt|holdings?|group|co|s\.a|ag|bv|llp|publishing|publications|enterprises|ventures|"
    r"technologies|solutions|designs?|interactive|entertainment)\b"
)
_NO_NAME = re.compile(
    r"(?i)\b(?:all|rights|reserved|copyright|getty|images|photos?|pictures?|our|your|my|this|us|editor|privacy|terms|content|agency content|syndicat\w*|news ?service|"
    r"press association|wordpress|blogger|joomla|drupal|powered|designed|developed|theme|google|facebook|twitter|youtube|whatsapp|telegram|instagram|linkedin|author|"
    r"local|quality|independent|free|journalism|jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec|january|february|march|april|august|september|october|november|"
    r"december|breaking|latest|top|related|more|contact|home|menu|search|share|subscribe|sign|log|front page|press releases?|daily digest)\b|\A(?:the )?(?:news|world|politics|"
    r"business|middle east|opinion|sports?|asia|africa|europe|americas?|economy|culture|video|live|media|analysis|explainer|war|press|national|international)\Z"
)
_TAIL = re.compile(
    r"(?:[ -](?:All|Rights?|Reserved|Powered|Designed|Privacy|Terms|Contact|Published|Site|Website|Developed|Inc|LLC|Ltd|Limited)\b.*| (?:and|of|the)|['’]s?)\Z"
)
_PAPER_WORDS = "post|times|tribune|herald|gazette|courier|observer|chronicle|ledger|telegraph|bulletin|dispatch|examiner|monitor|mirror"
_PAPER = re.compile(rf"(?i)\b\w*(?:{_PAPER_WORDS})\Z")
_NEWSY = re.compile(
    rf"(?i)\b\w*(?:{_PAPER_WORDS}|journal|weekly|daily|review|standard|register|sentinel|news|radio|tv|fm|online|media)\Z"
)
_FREQUENCY = re.compile(r"\s\d{2,3}(?:\.\d)?(?:\s?(?:FM|MHz))?\Z")


_NOT_OF_ITSELF = ("body", "caption", "headline", "deck", "repeat")
# "(c) 2019, The Paper": how syndicated copy is signed, on other papers' pages.
SYNDICATED = re.compile(r"\(c\)\s?\d{4},\s")


@dataclass(frozen=True, slots=True)
class _Said:
    kind: str
    weight: int
    name: str
    span: Span
    because: str


def find_stated(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """The site's name as its page states it: one plain statement, or a masthead with a second one; ``None`` where two names are as well stated.

    A masthead alone is none: a section's or a column's name stands at the same place.
    """
    heads = tuple(_mastheads(sheet))
    said = [*heads, *_sayings(sheet, blocks)]
    by_name: dict[str, list[_Said]] = {}
    for one in said:
        by_name.setdefault(_key(one.name), []).append(one)
    for head in heads:
        by_name[_key(head.name)] += _confirmations(sheet, blocks, head)
    ranked = sorted(((_weigh(v), v) for v in by_name.values()), key=lambda r: -r[0])
    if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return _credit(ranked[0][1])


def _weigh(said: Sequence[_Said]) -> int:
    """Each kind of statement counts once."""
    return sum({one.kind: one.weight for one in said}.values())


def _credit(said: Sequence[_Said]) -> Credit:
    """The name as running text prints it, with the plainest statement as the reason."""
    cased = [s for s in said if not s.name.isupper()]
    name = next((s.name for s in cased if s.kind in ("masthead", "copyright", "message")), None)
    if name is None:
        bare = any(
            s.kind == "masthead" and not s.name.startswith("THE ") for s in said
        )  # a sentence's "The" is not its own
        name = (
            _titled(said[0].name)
            if not cased
            else cased[0].name.removeprefix("the ").removeprefix("The " if bare else "")
        )
    best = max(said, key=lambda s: (s.weight, s.kind != "masthead"))
    return Credit(name, best.span, best.because)


def _titled(name: str) -> str:
    return " ".join(w if len(w) <= 3 and w not in ("THE", "NEW", "OLD") else w.capitalize() for w in name.split())


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold().removeprefix("the "))


def sounds_like_paper(name: str) -> bool:
    """Several words, the last of them a paper's or a station's: "Salt Times", never "Minister" or "Times"."""
    return " " in name and _is_name(name) and _NEWSY.search(name) is not None


def _is_name(name: str) -> bool:
    if len(name) < 4 or _NO_NAME.search(name) or is_place(name.removeprefix("The ")):
        return False
    return not find_agencies(name)


def _mastheads(sheet: Sheet) -> Iterator[_Said]:
    """Short capitalised lines among the first of the page, up to a stroke or a radio's frequency."""
    for i, line in enumerate(sheet.lines[:MASTHEAD_LINES]):
        text = _FREQUENCY.sub("", line.text.split(" | ")[0].strip())
        found = re.fullmatch(_N, text)
        if found is None or len(text) > 40 or not _is_name(text) or _FIRM.search(text):
            continue
        span = Span(sheet.page.id, line.start, line.start + len(text))
        yield _Said("masthead", 1, text, span, f"its name stands alone at the top of the page: {text!r}")
        if i == 0 and " " in text and _PAPER.search(text) and _menu_below(sheet):
            yield _Said("menu", 1, text, span, f"a paper's name stands above the page's menu: {text!r}")


def _menu_below(sheet: Sheet) -> bool:
    """The second or third line is a row of sections: capitalised words and no sentence."""
    return any(line.words >= 3 and line.titled == 1 and line.glue == 0 and not line.ends and sum(len(t) > 1 for t in line.tokens) == len(line.tokens)
               and not any(t.isdigit() for t in line.tokens) for line in sheet.lines[1:3])  # fmt: skip


def _sayings(sheet: Sheet, blocks: Sequence[Block]) -> Iterator[_Said]:
    page = sheet.page
    for block in blocks:
        if block.part in _NOT_OF_ITSELF or block.span.end - block.span.start > LOOKED_AT * 4:
            continue
        text = block.span.cut(page.text)[:LOOKED_AT]
        if SYNDICATED.match(text):
            continue
        for kind, weight, pattern in _SAYINGS:
            if block.part == "byline" and kind not in ("published", "desk"):
                continue
            for found in pattern.finditer(text):
                name = _TAIL.sub("", found["name"])
                if _counts(kind, name, text[found.start("name") : found.end("name") + 12]):
                    start = block.span.start + found.start("name")
                    because = f"the page says so of itself: {found.group().strip()!r}"
                    yield _Said(kind, weight, name, Span(page.id, start, start + len(name)), because)


def _counts(kind: str, name: str, printed: str) -> bool:
    """The name can be a site's; where topics, people and firms are named in the same words, it must sound like a paper's."""
    if not _is_name(name) or (kind == "copyright" and _FIRM.search(printed)):
        return False
    return kind not in ("more", "desk", "newsletter") or _NEWSY.search(name) is not None


def _confirmations(sheet: Sheet, blocks: Sequence[Block], head: _Said) -> Iterator[_Said]:
    """What bears a masthead out but would not name a site alone: own reporting, a picture's credit, the firm's name, an address."""
    page = sheet.page
    plain = re.escape(head.name.removeprefix("The ").removeprefix("THE "))
    name = re.compile(rf"(?i)\b{plain}(?:[’']s)?\b")
    own = [(kind, re.compile(p.replace("NAME", f"(?i:{plain})"))) for kind, p in _OWN]
    squashed = _key(head.name)
    address = re.sub(r"(?i)^[a-z]+://", "", page.address or (m.value if (m := page.meta("url")) else "")).partition(
        "/"
    )[0]
    if len(squashed) >= 5 and squashed in re.sub(r"[^a-z0-9.]", "", address.lower()).split("."):
        yield _Said("address", 1, head.name, head.span, f"a masthead, and the page's address lies at {address}")
    for block in blocks:
        text = block.span.cut(page.text)[:1500]
        if block.span.start <= head.span.start <= block.span.end:
            continue
        if _hosted(text, squashed):
            yield _Said("address", 1, head.name, head.span, "a masthead, and an address on the page bears its name")
        found = name.search(text)
        if found is None:
            continue
        span = Span(page.id, block.span.start + found.start(), block.span.start + found.end())
        small = block.part == "legal" or (block.part == "appeal" and _NEWSY.search(head.name) is not None)
        if small or (block.part != "body" and re.search(r"©|\([cC]\)|[Cc]opyright", text)):
            yield _Said(
                "named",
                1,
                found.group().removesuffix("'s").removesuffix("’s"),
                span,
                f"a masthead that its small print names again: {text[:80]!r}",
            )
        kind = next((k for k, p in own if p.search(text)), None)
        if kind is not None:
            yield _Said(
                kind,
                1,
                head.name,
                span,
                f"a masthead that the story names as its own house: {text[max(0, found.start() - 30) : found.end() + 20].strip()!r}",
            )


_HOST = re.compile(
    r"@((?:[\w-]+\.)+[a-z]{2,})|\b((?:[\w-]+\.)+(?:com|net|org|info|news|co|tv|fm|[a-z]{2}))\b", re.IGNORECASE
)


def _hosted(text: str, squashed: str) -> bool:
    if len(squashed) < 5 or "." not in text:
        return False
    return any(squashed in (m[1] or m[2]).lower().replace("-", "").split(".") for m in _HOST.finditer(text[:LOOKED_AT]))
