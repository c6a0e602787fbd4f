"""Stories built for the tests of this room: our own words, invented officials, a cast made by hand."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from communique.events import read_accounts
from communique.model import Account, Block, Dating, Days, Entity, Mention, Office, Page, Reason, Skip, Span, Story
from communique.pages import parse_page
from communique.people.cast import Cast
from communique.reader import Reader, load_reader
from communique.reader.passage import Passage

# printed form -> kind, full name, country, how; the longest form wins
PEOPLE = {
    "Ingrid Solheim": ("person", "NOR"), "Marek Zielonka": ("person", "POL"), "Petra Vondrak": ("person", "CZE"),
    "Omar Haddad": ("person", "JOR"), "Lucia Ferrante": ("person", "ITA"), "Kenji Morita": ("person", "JPN"),
    "Anton Belov": ("person", "RUS"), "Liu Wenhao": ("person", "CHN"), "Rosa Quintana": ("person", "PER"),
    "Tomas Urrutia": ("person", "CHL"), "Samir Nassar": ("person", "OMN"), "Dana Whitlock": ("person", "USA"),
    "Viktor Hrynko": ("person", "UKR"), "Levan Gelashvili": ("person", "GEO"), "Pavel Sorokin": ("person", "RUS"),
    "Norway": ("state", "NOR"), "Poland": ("state", "POL"), "Iran": ("state", "IRN"), "Oman": ("state", "OMN"),
    "Russia": ("state", "RUS"), "Ukraine": ("state", "UKR"), "China": ("state", "CHN"), "Japan": ("state", "JPN"),
    "United States": ("state", "USA"), "Peru": ("state", "PER"), "Chile": ("state", "CHL"), "Washington": ("state", "USA"),
    "Beijing": ("state", "CHN"), "Italy": ("state", "ITA"), "Georgia": ("state", "GEO"), "India": ("state", "IND"),
    "NATO": ("body", None), "European Union": ("body", None), "Taliban": ("body", None), "Reuters": ("body", "GBR"),
    "Kremlin": ("body", "RUS"), "Ethiopia": ("state", "ETH"), "Kenya": ("state", "KEN"),
}  # fmt: skip
SPOKESMEN = ("Pavel Sorokin",)


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The shipped reader, loaded once."""
    return load_reader()


def make_page(text: str) -> Page:
    return parse_page(text, "test.txt", html=False, metas={})


def make_story(page: Page, day: str | None) -> Story:
    """One story: lines that begin with "# " are the headline, with "! " captions, the others body."""
    blocks = []
    for match in re.finditer(r"[^\n]+", page.text):
        line = match.group()
        part = "headline" if line.startswith("# ") else "caption" if line.startswith("! ") else "body"
        start = match.start() + (2 if part != "body" else 0)
        blocks.append(Block(part, Span(page.id, start, match.end()), "made for a test"))
    published = None
    if day is not None:
        one = date.fromisoformat(day)
        published = Dating(Days(one, one), (Reason("made for a test"),))
    return Story(f"{page.id}.0", page.id, tuple(blocks), None, published=published)


def make_cast(page: Page, story: Story, who: dict[str, str]) -> Cast:
    """Full names, family names and the forms of ``who`` (printed form -> full name) as mentions."""
    forms = (
        {name: name for name in PEOPLE}
        | {name.split()[-1]: name for name, (kind, _) in PEOPLE.items() if kind == "person"}
        | who
    )
    pattern = re.compile("|".join(rf"\b{re.escape(form)}\b" for form in sorted(forms, key=len, reverse=True)))
    spans = [block.span for block in story.blocks if block.part != "caption"]
    entities: dict[str, Entity] = {}
    mentions = []
    for match in pattern.finditer(page.text):
        span = Span(page.id, match.start(), match.end())
        if not any(other.holds(span) for other in spans):
            continue
        name = forms[match.group()]
        if name not in entities:
            kind, country = PEOPLE[name]
            offices = (Office("spokesman", "spokesperson", country, span),) if name in SPOKESMEN else ()
            entities[name] = Entity(f"{story.id}#{len(entities)}", kind, name, (name,), country, offices)  # type: ignore[arg-type]
        how = (
            "pronoun"
            if match.group().casefold() in ("he", "she", "his", "her")
            else "office"
            if match.group() in who
            else "name"
        )
        mentions.append(Mention(span, match.group(), how, entities[name].id))  # type: ignore[arg-type]
    return Cast(tuple(entities.values()), tuple(mentions), ())


def read_text(
    text: str, day: str | None = "2024-03-06", who: dict[str, str] | None = None
) -> tuple[list[Account], list[Skip]]:
    """The accounts and skips of a story of these words, published on ``day``: by default a Wednesday."""
    page = make_page(text)
    story = make_story(page, day)
    blocks = [block for block in story.blocks if block.part in ("headline", "body")]
    docs = reader().read(block.span.cut(page.text) for block in blocks)
    passages = tuple(Passage(block.span, block.part, doc) for block, doc in zip(blocks, docs, strict=True))
    found = list(read_accounts(page, story, passages, make_cast(page, story, who or {})))
    return [one for one in found if isinstance(one, Account)], [one for one in found if isinstance(one, Skip)]


def printed(account: Account) -> str:
    """An account in one line: "meeting occurred news: Solheim host, Zielonka guest; 2024-03-05; Oslo"."""
    who = ", ".join(
        f"{one.name.split()[-1] if ' ' in one.name and one.entity else one.name} {one.part}"
        for one in account.participants
    )
    when = "-" if account.days is None else _days(account.days.days)
    where = account.place.name if account.place is not None else "-"
    return f"{account.kind} {account.status} {'recalled' if account.background else 'news'}: {who}; {when}; {where}"


def _days(days: Days) -> str:
    first, last = days.first, days.last
    if first == last and first is not None:
        return first.isoformat()
    return f"{first or ''}..{last or ''}"


def tell(text: str, day: str | None = "2024-03-06", who: dict[str, str] | None = None) -> list[str]:
    """Every account of a text in one line each."""
    return [printed(account) for account in read_text(text, day, who)[0]]
