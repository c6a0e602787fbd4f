"""Nouns built by hand, small, for tests of the rooms behind the reader."""

from __future__ import annotations

from datetime import date

from communique.model import (
    Account,
    Block,
    Credit,
    Cut,
    Dating,
    Days,
    Entity,
    Event,
    Links,
    Member,
    Mention,
    Office,
    Page,
    PageReading,
    Participant,
    Person,
    Place,
    Plover,
    Quote,
    Reason,
    Span,
    Speaker,
    Story,
    StoryReading,
)
from communique.pages import parse_page

TEXT = (
    "Norwegian and Polish ministers meet in Oslo\n\n"
    "OSLO (NTB) - Norwegian Foreign Minister Ingrid Solheim met her Polish counterpart Marek Zielonka in Oslo on Tuesday.\n\n"
    "“We agreed on the mines,” Solheim told reporters.\n"
)


def dating(first: str, last: str | None = None, because: str = "it is said so") -> Dating:
    return Dating(Days(date.fromisoformat(first), date.fromisoformat(last or first)), (Reason(because),))


def span(page: Page, words: str) -> Span:
    """Where ``words`` stand first on the page; a test's mistake where they do not."""
    start = page.text.index(words)
    return Span(page.id, start, start + len(words))


def page_reading(
    text: str = TEXT, source: str = "oslo.txt", day: str = "2024-03-05", outlet: str | None = None
) -> PageReading:
    """A page with one story, two people, a quote and a meeting, read as a perfect reader would."""
    page = parse_page(text, source, html=False, metas={"url": f"https://{outlet}/oslo"} if outlet else None)
    sid = f"{page.id}.0"
    lead = span(page, text.split("\n\n")[1])
    blocks = (
        Block("headline", span(page, text.split("\n", 1)[0]), "a title above the body"),
        Block("body", lead, "a sentence"),
        Block("body", span(page, "“We agreed on the mines,” Solheim told reporters."), "a sentence"),
    )
    story = Story(sid, page.id, blocks, blocks[0].span, None, Credit("NTB", span(page, "NTB"), "in the dateline"), None,
                  Credit("Oslo", span(page, "OSLO"), "in front of the first sentence"), dating(day))  # fmt: skip
    people = (
        Entity(f"{sid}#0", "person", "Ingrid Solheim", ("Solheim", "Ingrid Solheim"), "NOR",
               (Office("Foreign Minister", "foreign minister", "NOR", span(page, "Foreign Minister")),)),
        Entity(f"{sid}#1", "person", "Marek Zielonka", ("Marek Zielonka",), "POL"),
    )  # fmt: skip
    who = (
        Participant("Ingrid Solheim", "host", span(page, "Ingrid Solheim"), f"{sid}#0", "NOR"),
        Participant("Marek Zielonka", "guest", span(page, "Marek Zielonka"), f"{sid}#1", "POL"),
    )
    words = span(page, "We agreed on the mines,")
    quote = Quote(f"{sid}/q0", sid, words, words.cut(text), "direct", Speaker("Ingrid Solheim", f"{sid}#0", None, "the subject of told"),
                  span(page, "told"), (), "in quotation marks")  # fmt: skip
    account = Account(f"{sid}/a0", sid, "meeting", "occurred", False, lead, who, dating(day),
                      Place("Oslo", "NOR", 59.91, 10.75, span(page, "in Oslo")), ("met",))  # fmt: skip
    mentions = (
        Mention(who[0].span, "Ingrid Solheim", "name", people[0].id),
        Mention(who[1].span, "Marek Zielonka", "name", people[1].id),
    )
    reading = StoryReading(story, people, mentions, (quote,), (account,), ())
    return PageReading(Cut(page, (story,), (), None, ()), (reading,))


def oslo_links(reading: PageReading) -> Links:
    """What linking says of ``page_reading``'s page alone: two people, one meeting."""
    sid = reading.stories[0].story.id
    people = (
        Person("ingrid-solheim", "Ingrid Solheim", ("Ingrid Solheim",), "NOR", (f"{sid}#0",)),
        Person("marek-zielonka", "Marek Zielonka", ("Marek Zielonka",), "POL", (f"{sid}#1",)),
    )
    members = tuple(Member(person.name, "participant", person.id, person.country) for person in people)
    days, place = dating("2024-03-05"), reading.stories[0].accounts[0].place
    event = Event("e1", "meeting", Plover("CONSULT", "meet"), "occurred", days, place, members, (f"{sid}/a0",),
                  1, 1, 1, ("one page tells of it",))  # fmt: skip
    return Links(people, (event,), (), ())
