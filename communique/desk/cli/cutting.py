"""``page``: how one page is cut, line by line, and what was read from it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.desk.cli.printing import clean, days, paint, print_json, shorten
from communique.errors import CommuniqueError
from communique.journey import read_page
from communique.model import Block, Credit, Dating, Page, PageReading, Skip, StoryReading
from communique.pages import read_pages

_COLOURS = {"body": "green", "headline": "bold", "deck": "bold"}


def show_page(path: str, as_json: bool) -> None:
    """Print every line of the page with its part and why; its stories, dates with reasons, quotes and accounts."""
    found = 0
    for page in read_pages([path]):
        if isinstance(page, Skip):
            raise CommuniqueError(f"{page.page}: {page.reason}")
        found += 1
        reading = read_page(page)
        if as_json:
            import msgspec

            print_json(msgspec.to_builtins(reading))
        else:
            _print_page(reading)
    if not found:
        raise CommuniqueError(f"{path}: holds no page")


def _print_page(reading: PageReading) -> None:
    page, cut = reading.page, reading.cut
    print(paint(f"{page.source} · {page.id} · {len(page.text):,} code points · {page.form}", "bold"))
    for meta in page.metas:
        print(
            f"  {meta.key}: {shorten(meta.value, 100)}"
            + (f" [{meta.span.start}, {meta.span.end})" if meta.span else "")
        )
    print(f"  outlet: {_credit(cut.outlet)}")
    for skip in (*page.damage, *cut.skips):
        print(f"  left out: {skip.what}: {clean(skip.reason)}")
    print()
    for number, block in _blocks(reading):
        words = shorten(block.span.cut(page.text), 100)
        mark = f"{number if number is not None else '-':>2}"
        print(f"{mark} {paint(f'{block.part:9}', _COLOURS.get(block.part, 'dim'))} {words}")
        print(" " * 13 + paint(f"[{block.span.start}, {block.span.end}) {clean(block.because)}", "dim"))
    for index, story in enumerate(reading.stories):
        _print_story(index, story, page)


def _blocks(reading: PageReading) -> Iterator[tuple[int | None, Block]]:
    every = [(None, block) for block in reading.cut.loose]
    told = [(number, block) for number, story in enumerate(reading.cut.stories) for block in story.blocks]
    yield from sorted([*every, *told], key=lambda pair: pair[1].span.start)


def _print_story(index: int, reading: StoryReading, page: Page) -> None:
    story = reading.story
    print(
        paint(
            f"\nstory {index}: {shorten(story.headline.cut(page.text), 100) if story.headline else 'no headline'}",
            "bold",
        )
    )
    print(f"  wire {_credit(story.wire)}\n  byline {_credit(story.byline)}\n  dateline {_credit(story.dateline)}")
    print(f"  published {_dating(story.published)}")
    for entity in reading.entities:
        if entity.kind == "person":
            offices = "; ".join(
                dict.fromkeys(clean(f"{office.title} {office.country or ''}") for office in entity.offices)
            )
            print(f"  person {clean(entity.name)} ({entity.country or '?'})" + (f": {offices}" if offices else ""))
    for quote in reading.quotes:
        chain = " <- ".join(clean(hand.name) for hand in quote.via)
        who = clean(quote.speaker.name) if quote.speaker else "speaker not clear"
        cue = f" “{shorten(quote.cue.cut(page.text), 40)}”" if quote.cue else ""
        print(
            f"  {quote.mode} quote of {who}{cue}"
            + (f" through {chain}" if chain else "")
            + f": “{shorten(quote.text, 300)}”"
        )
    for account in reading.accounts:
        names = ", ".join(f"{clean(p.name)} ({p.part})" for p in account.participants)
        where = f" · {clean(account.place.name)}" if account.place else ""
        print(
            f"  {account.kind} · {account.status}{' · background' if account.background else ''} · {names}{where} · {_dating(account.days)}"
        )
        print(f"      “{shorten(account.span.cut(page.text), 160)}”")
    for skip in reading.skips:
        words = f" “{shorten(skip.span.cut(page.text), 80)}”" if skip.span else ""
        print(paint(f"  left out: {skip.what}{words}: {clean(skip.reason)}", "dim"))


def _credit(credit: Credit | None) -> str:
    return f"{clean(credit.name)} ({clean(credit.because)})" if credit else "not said"


def _dating(dating: Dating | None) -> str:
    if dating is None:
        return "no date"
    when = days(*(str(day) if day else None for day in (dating.days.first, dating.days.last)))
    exact = f" at {dating.at:%Y-%m-%d %H:%M}Z" if dating.at else ""
    against = "".join(f"; against: {clean(reason.text)}" for reason in dating.against)
    return f"{when}{exact}, because " + "; ".join(clean(reason.text) for reason in dating.because) + against
