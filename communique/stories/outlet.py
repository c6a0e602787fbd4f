"""Who published a page: by its address, or by what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import ahocorasick

from communique.data import Outlet, load_agencies, load_outlets
from communique.model import Block, Credit, Part, Span
from communique.stories.agencies import is_agency_alone
from communique.stories.byline import is_place
from communique.stories.outlet_said import SYNDICATED, find_stated, sounds_like_paper
from communique.stories.sheet import Sheet

_SELF: tuple[Part, ...] = ("appeal", "legal", "note", "social", "menu", "teaser")
_MARK = "\x00"
# What a site says of itself; \0 stands for the outlet's name.
_SAYS = tuple(
    re.compile(p.replace("NAME", _MARK), re.IGNORECASE)
    for p in (
        r"\bsupport(?:ing)? (?:the )?NAME", r"edited by (?:the )?NAME(?:'s|’s)? (?:staff|team|editors?)", r"message from (?:the )?NAME",
        r"(?:©|\(c\)|copyright)[\s\d,.:–-]*(?:by )?(?:the )?NAME", r"subscribe to (?:the )?NAME", r"(?:read|see|find) (?:more|also) (?:news |stories )?(?:on|at|from|in) (?:the )?NAME",
        r"follow (?:the )?NAME", r"(?:journalists|newsroom|readers|team|staff|editors|reporters|subscribers) (?:of|at) (?:the )?NAME", r"more from (?:the )?NAME",
        r"sign up (?:for|to) (?:the )?NAME", r"download (?:the )?NAME", r"donate to (?:the )?NAME", r"(?:about|contact|join|visit) (?:the )?NAME",
        r"NAME(?:'s|’s)? (?:newsletters?|app\b|homepage|subscribers?|telegram channel|whatsapp channel|youtube|staff\b|privacy|terms|all rights)",
        r"all rights reserved[\s.,|–-]*(?:by )?(?:the )?NAME", r"(?:published|appeared|written) (?:by|in|on|for) (?:the )?NAME", r"NAME is (?:a|an|the) (?:reader|registered|independent|member|non)",
        r"NAME[^a-z]{0,12}all rights reserved", r"get (?:the )?NAME", r"distributed by [\w .]{0,40}\(?NAME", r"NAME publishes (?:\w+ ){0,2}\d+", r"disclaimer.{0,80}NAME", r"(?:policy|views|opinion|position)s? of (?:the )?NAME",
    )
)  # fmt: skip
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_DISTRIBUTED = re.compile(r"[Dd]istributed by [\w .]{0,40}\(?\Z")
_MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})|(?:https?://|www\.)((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_SITE_WORDS_LIST = "news times post daily herald tribune journal media press today online network radio tv"
_SITE_WORDS = frozenset(_SITE_WORDS_LIST.split())


def find_outlet(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """The page's outlet, or ``None``: most often nothing on a page names the site that published it."""
    return (
        _by_address(sheet)
        or _by_sitename(sheet)
        or _by_itself(sheet, blocks)
        or find_stated(sheet, blocks)
        or _signed(sheet, blocks)
        or _opened(sheet, blocks)
        or _closed(sheet, blocks)
        or _recalled(sheet, blocks)
    )


def _by_address(sheet: Sheet) -> Credit | None:
    address = sheet.page.address or ""
    host = re.sub(r"(?i)^[a-z]+://", "", address).partition("/")[0].partition(":")[0].lower().removeprefix("www.")
    while host.count("."):
        if outlet := _by_domain().get(host):
            return Credit(outlet, None, f"the page's address lies at {host}")
        host = host.partition(".")[2]
    return None


def _by_sitename(sheet: Sheet) -> Credit | None:
    meta = sheet.page.meta("sitename")
    if meta is None or not meta.value.strip():
        return None
    return Credit(
        _by_name().get(meta.value.strip().casefold(), meta.value.strip()), meta.span, "the page's markup names its site"
    )


def _by_itself(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """The name that the page's own furniture says most often; a tie is no answer."""
    votes: dict[str, list[tuple[Span, str]]] = {}
    for block in blocks:
        if block.part in _SELF and not SYNDICATED.match(block.span.cut(sheet.page.text)[:40]):
            for name, span, because in _sayings(block, block.span.cut(sheet.page.text)[:1500]):
                votes.setdefault(name, []).append((span, because))
    ranked = sorted(votes.items(), key=lambda v: -len(v[1]))
    if not ranked or (len(ranked) > 1 and len(ranked[0][1]) == len(ranked[1][1])):
        return None
    name, grounds = ranked[0]
    return Credit(name, grounds[0][0], grounds[0][1])


def _sayings(block: Block, text: str) -> Iterator[tuple[str, Span, str]]:
    at = block.span.start
    for name, start, end in _names(text):
        swapped = text[max(0, start - 80) : start] + _MARK + text[end : end + 60]
        spread = _DISTRIBUTED.search(text[max(0, start - 60) : start])
        if block.part == "note" and is_agency_alone(name) and _COPYRIGHT.search(text) and not spread:
            continue  # whose copy it is, not whose page
        if any(p.search(swapped) for p in _SAYS) or (block.part in ("menu", "legal") and end - start >= len(text) - 2):
            yield (
                name,
                Span(block.span.page, at + start, at + end),
                f"the page says so of itself: {_near(text, start, end)!r}",
            )
    host = text.strip(" .-–—|").lower().removeprefix("www.")
    if len(host) < 40 and (outlet := _by_domain().get(host)):
        yield outlet, block.span, "the page prints its own address"
    for mail in _MAIL.finditer(text):
        host = (mail[1] or mail[2]).lower().removeprefix("www.")
        if outlet := _by_domain().get(host):
            yield (
                outlet,
                Span(block.span.page, at + mail.start(), at + mail.end()),
                f"the page gives {host} as its own address",
            )


_DESK = re.compile(r"\b(?:desk|staff|team|bureau|correspondent|reporter|newsroom)\b", re.IGNORECASE)
_RELAYED = re.compile(r"\s*(?:[A-Z][\w .,]{2,30})?\(([A-Z][\w. ]{2,25}?)(?: News)?\s?[-/]")


def _signed(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """An outlet that signs with its desk ("Daily Courier / News Desk") or relays an agency: "(Courier - Agency) ..."."""
    for block in blocks:
        text = block.span.cut(sheet.page.text)[:200]
        if block.part == "byline" and _DESK.search(text):
            for name, start, end in _names(text):
                return Credit(
                    name,
                    Span(block.span.page, block.span.start + start, block.span.start + end),
                    "its desk signs the story",
                )
    first = next((b for b in blocks if b.part == "body"), None)
    found = _RELAYED.match(first.span.cut(sheet.page.text)[:120]) if first else None
    outlet = _by_name().get(found[1].casefold()) if found else None
    if first is None or found is None or outlet is None:
        return None
    at = first.span.start + found.start(1)
    return Credit(
        outlet, Span(first.span.page, at, at + len(found[1])), "the dateline names it beside the agency it relays"
    )


_LABEL = re.compile(
    r"(?P<name>(?:The )?[A-Z][\w'’&]+(?: (?:of )?[A-Z][\w'’&]+){0,4})\s?(?:[-–—]{1,2}|\|)\s(?=[A-Z“\"‘])"
)
_SIGN = re.compile(r"[.!?][”\"’]?\s{1,2}[-–—/(]{1,2}\s?(?P<name>(?:The )?[A-Z][\w.'’& ]{3,30}?)\s?[)/]?\.?\Z")


def _opened(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """ "Salt Times - The minister ...": the paper's name before the story's first words, where a dateline has its place."""
    first = next((b for b in blocks if b.part == "body"), None)
    found = _LABEL.match(first.span.cut(sheet.page.text)[:80]) if first else None
    if first is None or found is None or is_agency_alone(found["name"]) or is_place(found["name"]):
        return None
    name = found["name"]
    # One everyday word and a dash open many a sentence; a house's capitals ("CNN — ...") do not.
    known = _by_name().get(name.casefold()) if " " in name or (name.isupper() and len(name) >= 3) else None
    if known is None and not sounds_like_paper(found["name"]):
        return None
    return _credit_at(first, found, known, "its name stands before the story's first words")


def _closed(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """ "... in the autumn. – Salttimes.com": a listed outlet that signs off its own story; agencies do so on others' pages."""
    last = next((b for b in reversed(blocks) if b.part == "body"), None)
    text = last.span.cut(sheet.page.text) if last else ""
    shift = max(0, len(text) - 60)
    found = _SIGN.search(text, shift)
    if last is None or found is None or is_agency_alone(found["name"]):
        return None
    name = found["name"]
    known = _by_domain().get(name.casefold()) or (_by_name().get(name.casefold()) if " " in name else None)
    return _credit_at(last, found, known, "its name signs the story off") if known else None


def _credit_at(block: Block, found: re.Match[str], known: str | None, because: str) -> Credit:
    at = block.span.start
    return Credit(
        known or found["name"], Span(block.span.page, at + found.start("name"), at + found.end("name")), because
    )


# How a newsroom speaks of itself in its own copy; another outlet would say "Trend reported", with no "earlier" and citing nobody.
_EARLIER = re.compile(
    r"\b[Aa]s (?:the )?\0 (?:has )?(?:(?:previously|earlier) reported|reported (?:earlier|previously))"
)
_CITING = re.compile(r"\0(?: [Nn]ews [Aa]gency)? (?:reports?|informs),? (?:citing|referring to|with reference to)\b")


def _recalled(sheet: Sheet, blocks: Sequence[Block]) -> Credit | None:
    """The name in "as X earlier reported" or "X reports citing ...", where the story uses one such name only."""
    found: dict[str, Credit] = {}
    for block in blocks:
        text = block.span.cut(sheet.page.text)[:1500] if block.part == "body" else ""
        if "report" not in text and "informs" not in text:
            continue
        for name, start, end in _names(text):
            swapped = text[max(0, start - 12) : start] + _MARK + text[end : end + 50]
            if _EARLIER.search(swapped) or _CITING.search(swapped):
                span = Span(block.span.page, block.span.start + start, block.span.start + end)
                found.setdefault(name, Credit(name, span, "the story speaks so of its own newsroom"))
    return next(iter(found.values())) if len(found) == 1 else None


def _near(text: str, start: int, end: int) -> str:
    return text[max(0, start - 30) : end + 20].strip()


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    last = -1
    hits = sorted(
        ((end + 1 - len(f), end + 1, o) for end, (f, o) in _name_forms().iter(text)), key=lambda h: (h[0], -h[1])
    )
    for start, end, outlet in hits:
        free = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
        if free and start >= last:
            last = end
            yield outlet, start, end


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, str]:
    agencies = {d: a.name for a in load_agencies() for d in a.domains}
    return agencies | {d.removeprefix("www."): o.name for o in load_outlets() for d in o.domains}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {form.casefold(): o.name for o in load_outlets() for form in (*o.also, o.name)}


@lru_cache(maxsize=1)
def _name_forms() -> ahocorasick.Automaton:
    forms = ahocorasick.Automaton()
    for outlet in load_outlets():
        for form in _printed(outlet):
            if not forms.exists(form):
                forms.add_word(form, (form, outlet.name))
    forms.make_automaton()
    return forms


def _printed(outlet: Outlet) -> set[str]:
    """The forms that can name it in running text; one everyday word ("Time", "Report") cannot."""
    forms = {outlet.name, *outlet.also, *(d for d in outlet.domains if d.count(".") == 1)}
    return {f for f in forms if len(f) > 3 and f.lower() not in _SITE_WORDS}
