"""Nouns to rows and back: what is stored is read back as it was.

Spans are pairs of columns; what is nested deeper (reasons, hands, blocks) is JSON, which SQLite and Datasette can query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from communique.model import (
    Account,
    Block,
    Credit,
    Cut,
    Dating,
    Entity,
    Event,
    Hand,
    Member,
    Mention,
    Meta,
    Office,
    Page,
    PageReading,
    Participant,
    Person,
    Place,
    Plover,
    Quote,
    Skip,
    Span,
    Speaker,
    Story,
    StoryReading,
)

T = TypeVar("T")
Row = Mapping[str, Any]


class Credits(msgspec.Struct, frozen=True):
    """What a story's page gives as outlet, wire, byline and dateline, with spans and reasons."""

    outlet: Credit | None
    wire: Credit | None
    byline: Credit | None
    dateline: Credit | None


def to_json(value: object) -> str:
    """A noun, or a tuple of them, as JSON text."""
    return msgspec.json.encode(value).decode()


def from_json(text: str, kind: type[T]) -> T:
    """The value of ``kind`` that ``text`` holds."""
    return msgspec.json.decode(text, type=kind)


def from_json_if(text: str, kind: type[T]) -> T | None:
    """The value of ``kind`` that ``text`` holds, ``None`` for JSON's null."""
    return None if text == "null" else from_json(text, kind)


def page_row(reading: PageReading) -> dict[str, Any]:
    page, cut = reading.page, reading.cut
    outlet = cut.outlet
    return {
        "id": page.id, "source": page.source, "address": page.address, "form": page.form, "sha256": page.sha256,
        "chars": len(page.text), "text": page.text, "metas": to_json(page.metas), "damage": to_json(page.damage),
        "outlet": outlet and outlet.name, "outlet_because": outlet and outlet.because,
        **_ends("outlet", outlet.span if outlet else None), "loose": to_json(cut.loose),
    }  # fmt: skip


def page_of(row: Row) -> Page:
    return Page(row["id"], row["source"], row["text"], row["sha256"], row["address"], row["form"],
                from_json(row["metas"], tuple[Meta, ...]), from_json(row["damage"], tuple[Skip, ...]))  # fmt: skip


def cut_of(row: Row, stories: Sequence[Row], skips: Sequence[Row]) -> Cut:
    """The page as it was cut."""
    outlet = Credit(row["outlet"], _span(row["id"], row, "outlet"), row["outlet_because"]) if row["outlet"] else None
    loose = from_json(row["loose"], tuple[Block, ...])
    return Cut(page_of(row), tuple(map(story_of, stories)), loose, outlet, tuple(map(skip_of, skips)))


def story_row(story: Story, text: str) -> dict[str, Any]:
    days = story.published.days if story.published else None
    body = "\n".join(block.span.cut(text) for block in story.of("body"))
    return {
        "id": story.id, "page": story.page, "headline": story.headline.cut(text) if story.headline else None,
        **_ends("headline", story.headline), "outlet": story.outlet and story.outlet.name,
        "wire": story.wire and story.wire.name, "byline": story.byline and story.byline.name,
        "dateline": story.dateline and story.dateline.name,
        "credits": to_json(Credits(story.outlet, story.wire, story.byline, story.dateline)),
        "first": _iso(days and days.first), "last": _iso(days and days.last),
        "published": to_json(story.published), "blocks": to_json(story.blocks), "body": body,
    }  # fmt: skip


def story_of(row: Row) -> Story:
    credits = from_json(row["credits"], Credits)
    return Story(
        row["id"], row["page"], from_json(row["blocks"], tuple[Block, ...]), _span(row["page"], row, "headline"),
        credits.outlet, credits.wire, credits.byline, credits.dateline, from_json_if(row["published"], Dating),
    )  # fmt: skip


def entity_row(story: str, entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id, "story": story, "kind": entity.kind, "name": entity.name, "names": to_json(entity.names),
        "country": entity.country, "offices": to_json(entity.offices), "known": entity.known, "because": entity.because,
    }  # fmt: skip


def entity_of(row: Row) -> Entity:
    return Entity(row["id"], row["kind"], row["name"], from_json(row["names"], tuple[str, ...]), row["country"],
                  from_json(row["offices"], tuple[Office, ...]), row["known"], row["because"])  # fmt: skip


def mention_row(story: str, mention: Mention) -> dict[str, Any]:
    return {"story": story, "start": mention.span.start, "end": mention.span.end, "text": mention.text,
            "how": mention.how, "entity": mention.entity, "because": mention.because}  # fmt: skip


def mention_of(page: str, row: Row) -> Mention:
    return Mention(Span(page, row["start"], row["end"]), row["text"], row["how"], row["entity"], row["because"])


def quote_row(quote: Quote) -> dict[str, Any]:
    who = quote.speaker
    return {
        "id": quote.id, "story": quote.story, "start": quote.span.start, "end": quote.span.end, "text": quote.text,
        "mode": quote.mode, "speaker": who and who.name, "entity": who and who.entity,
        **_ends("speaker", who.span if who else None), "speaker_because": who and who.because,
        **_ends("cue", quote.cue), "via": to_json(quote.via), "because": quote.because,
    }  # fmt: skip


def quote_of(page: str, row: Row) -> Quote:
    who = None
    if row["speaker"] is not None:
        who = Speaker(row["speaker"], row["entity"], _span(page, row, "speaker"), row["speaker_because"])
    return Quote(row["id"], row["story"], Span(page, row["start"], row["end"]), row["text"], row["mode"], who,
                 _span(page, row, "cue"), from_json(row["via"], tuple[Hand, ...]), row["because"])  # fmt: skip


def account_row(account: Account) -> dict[str, Any]:
    days = account.days.days if account.days else None
    return {
        "id": account.id, "story": account.story, "kind": account.kind, "status": account.status,
        "background": account.background, "start": account.span.start, "end": account.span.end,
        "first": _iso(days and days.first), "last": _iso(days and days.last), "days": to_json(account.days),
        "place": account.place and account.place.name, "country": account.place and account.place.country,
        "place_found": to_json(account.place), "because": to_json(account.because),
    }  # fmt: skip


def participant_rows(account: Account) -> list[dict[str, Any]]:
    return [
        {"account": account.id, "number": number, "name": who.name, "part": who.part, "start": who.span.start,
         "end": who.span.end, "entity": who.entity, "country": who.country}
        for number, who in enumerate(account.participants)
    ]  # fmt: skip


def account_of(page: str, row: Row, participants: Sequence[Row]) -> Account:
    who = tuple(
        Participant(p["name"], p["part"], Span(page, p["start"], p["end"]), p["entity"], p["country"])
        for p in participants
    )
    return Account(row["id"], row["story"], row["kind"], row["status"], bool(row["background"]),
                   Span(page, row["start"], row["end"]), who, from_json_if(row["days"], Dating),
                   from_json_if(row["place_found"], Place), from_json(row["because"], tuple[str, ...]))  # fmt: skip


def skip_row(skip: Skip, scope: str) -> dict[str, Any]:
    return {"page": skip.page, "story": skip.story, "what": skip.what, "reason": skip.reason, "scope": scope,
            "start": skip.span.start if skip.span else None, "end": skip.span.end if skip.span else None}  # fmt: skip


def skip_of(row: Row) -> Skip:
    span = Span(row["page"], row["start"], row["end"]) if row["start"] is not None else None
    return Skip(row["what"], row["reason"], row["page"], row["story"], span)


def person_row(person: Person) -> dict[str, Any]:
    return {"id": person.id, "name": person.name, "names": to_json(person.names), "country": person.country,
            "because": to_json(person.because)}  # fmt: skip


def person_of(row: Row, members: tuple[str, ...]) -> Person:
    return Person(row["id"], row["name"], from_json(row["names"], tuple[str, ...]), row["country"], members,
                  from_json(row["because"], tuple[str, ...]))  # fmt: skip


def event_row(event: Event) -> dict[str, Any]:
    days = event.days.days if event.days else None
    return {
        "id": event.id, "kind": event.kind, "plover_type": event.plover.type, "plover_mode": event.plover.mode,
        "status": event.status, "first": _iso(days and days.first), "last": _iso(days and days.last),
        "days": to_json(event.days), "place": event.place and event.place.name,
        "country": event.place and event.place.country, "place_found": to_json(event.place), "pages": event.pages,
        "texts": event.texts, "origins": event.origins, "because": to_json(event.because),
    }  # fmt: skip


def event_of(row: Row, members: Sequence[Row], accounts: Sequence[str]) -> Event:
    who = tuple(Member(m["name"], m["part"], m["person"], m["country"]) for m in members)
    return Event(row["id"], row["kind"], Plover(row["plover_type"], row["plover_mode"]), row["status"],
                 from_json_if(row["days"], Dating), from_json_if(row["place_found"], Place), who, tuple(accounts),
                 row["pages"], row["texts"], row["origins"], from_json(row["because"], tuple[str, ...]))  # fmt: skip


def story_rows(reading: StoryReading, page: Page) -> dict[str, list[dict[str, Any]]]:
    """Every row of one story, by table."""
    story = reading.story
    return {
        "stories": [story_row(story, page.text)],
        "entities": [entity_row(story.id, entity) for entity in reading.entities],
        "mentions": [mention_row(story.id, mention) for mention in reading.mentions],
        "quotes": [quote_row(quote) for quote in reading.quotes],
        "accounts": [account_row(account) for account in reading.accounts],
        "participants": [row for account in reading.accounts for row in participant_rows(account)],
        "dropped": [skip_row(skip, "page") for skip in reading.skips],
    }


def _iso(day: object) -> str | None:
    return str(day) if day is not None else None


def _ends(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def _span(page: str, row: Row, name: str) -> Span | None:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return Span(page, start, end) if start is not None else None
