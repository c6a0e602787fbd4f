"""Pages, texts, origins: what an analyst may count."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking import link
from communique.model import Event, Hand, Quote, Speaker
from tests.factory import span
from tests.linking.factory import Did, Said, Told, tell
from tests.linking.test_reprints import body, reword

MET = "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday."
SAID_SO = "Ingrid Solheim met Marek Zielonka in Oslo"


def counted(*stories: Told) -> tuple[int, int, int]:
    (event,) = meetings(stories)
    return event.pages, event.texts, event.origins


def meetings(stories: Sequence[Told]) -> list[Event]:
    return [event for event in link(stories).events if event.kind == "meeting"]


def report(seed: int, *quotes: Said, words: str = MET, **more: object) -> Told:
    return tell(Did(words), quotes=quotes, filler=body(seed), source=str(seed), **more)  # type: ignore[arg-type]


def test_two_reporters_are_two_origins() -> None:
    assert counted(report(1, outlet="Harbour Post"), report(2, outlet="Fjord Daily")) == (2, 2, 2)


def test_a_reprint_is_a_page_and_nothing_else() -> None:
    copy = tell(Did(MET), filler=reword(body(1), 0.05), published="2024-03-06", outlet="Mirror Site")
    assert counted(report(1, outlet="Harbour Post"), copy) == (2, 1, 1)


def test_one_agency_s_credit_is_one_text_also_where_the_words_differ() -> None:
    assert counted(report(1, wire="Reuters"), report(2, wire="Reuters")) == (2, 1, 1)


def test_an_agency_s_reports_of_two_weeks_are_two_texts_of_one_origin() -> None:
    early = tell(Did("They will meet.", status="planned"), filler=body(2), published="2024-02-20", wire="Reuters")
    assert counted(early, report(1, wire="Reuters")) == (2, 2, 1)


def test_the_agency_s_own_page_and_its_copy_are_one_text() -> None:
    assert counted(report(1, outlet="Reuters", wire="Reuters"), report(2, wire="Reuters", outlet="Harbour Post")) == (
        2,
        1,
        1,
    )


def tell_by(speaker: str, agency: str, seed: int, *via: tuple[str, str]) -> Told:
    """The account stands inside what the speaker is quoted as saying."""
    words = f"{SAID_SO} for {seed} hours"
    page, reading = tell(
        Did(f"{words}, {speaker} said."),
        quotes=[],
        filler=body(seed),
        wire=agency,
        source=str(seed),
        countries={speaker: "NOR"},
    )
    entity = next(entity for entity in reading.entities if entity.name == speaker)
    quote = Quote(f"{reading.story.id}/q0", reading.story.id, span(page, words), words, "indirect",
                  Speaker(speaker, entity.id, None, "subject of said"), None, tuple(Hand(name, kind, None) for name, kind in via), "that")  # type: ignore[arg-type]  # fmt: skip
    return page, replace(reading, quotes=(quote,))


def test_three_agencies_that_quote_one_spokesman_are_one_origin() -> None:
    stories = [
        tell_by("Lars Vik", "AFP", 1),
        tell_by("Lars Vik", "TASS", 2, ("NTB", "agency")),
        tell_by("Lars Vik", "Xinhua", 3),
    ]
    assert counted(*stories) == (3, 3, 1)
    (event,) = meetings(stories)
    assert "1 origin: Lars Vik stands behind more than one text" in event.because


def test_two_spokesmen_are_two_origins() -> None:
    assert counted(tell_by("Lars Vik", "AFP", 1), tell_by("Anna Lund", "TASS", 2)) == (2, 2, 2)


def test_a_ministry_that_is_not_named_is_not_the_ministry_of_another_story() -> None:
    assert counted(tell_by("ministry", "AFP", 1), tell_by("ministry", "TASS", 2)) == (2, 2, 2)
    assert counted(tell_by("Ministry of the Sea", "AFP", 1), tell_by("Ministry of the Sea", "TASS", 2)) == (2, 2, 1)


def test_media_are_no_newsroom() -> None:
    stories = [
        tell_by("Lars Vik", "AFP", 1, ("state media", "media")),
        tell_by("Anna Lund", "TASS", 2, ("state media", "media")),
    ]
    assert counted(*stories) == (2, 2, 2)


def test_a_reporter_beside_a_spokesman_is_an_origin_more() -> None:
    assert counted(tell_by("Lars Vik", "AFP", 1), report(2, outlet="Fjord Daily")) == (2, 2, 2)


def test_who_quotes_an_agency_has_it_from_that_agency() -> None:
    quoting = tell_by("Anna Lund", "Xinhua", 3, ("Reuters", "agency"))
    assert counted(report(1, wire="Reuters"), quoting) == (2, 2, 1)


FISH = "We agreed on the mines and on the fish of the northern bank"


def test_one_press_service_behind_the_same_words_is_one_origin() -> None:
    service = (("press service", "spokesperson"),)
    one = report(1, Said("Ingrid Solheim", FISH, service), wire="AFP")
    other = report(
        2, Said("Ingrid Solheim", "On the mines and the fish of the northern bank we have agreed", service), wire="TASS"
    )
    assert counted(one, other) == (2, 2, 1)


def test_the_same_words_heard_by_two_reporters_are_two_origins() -> None:
    assert counted(
        report(1, Said("Ingrid Solheim", FISH), wire="AFP"), report(2, Said("Ingrid Solheim", FISH), wire="TASS")
    ) == (2, 2, 2)


def test_every_count_has_its_sentence() -> None:
    (event,) = meetings([report(1, wire="Reuters"), report(2, wire="Reuters"), report(3, outlet="Fjord Daily")])
    assert event.because[-3:] == (
        "3 pages carry it",
        "2 texts: what Reuters signed is one text",
        "2 origins: Fjord Daily; Reuters",
    )


STORIES = [
    report(1, wire="Reuters"),
    report(2, outlet="Fjord Daily"),
    tell_by("Lars Vik", "AFP", 3),
    tell_by("Lars Vik", "TASS", 4),
    report(5, outlet="Harbour Post"),
]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(0, 4), min_size=1), st.data())
def test_a_reprint_adds_a_page_and_never_an_origin(chosen: set[int], data: st.DataObject) -> None:
    stories = [STORIES[n] for n in sorted(chosen)]
    source = data.draw(st.sampled_from([1, 2, 3, 4, 5]).filter(lambda seed: seed - 1 in chosen))
    share = data.draw(st.sampled_from([0.0, 0.03, 0.06]))
    outlet = data.draw(st.sampled_from([None, "Mirror Site", "Other Site"]))
    day = data.draw(st.sampled_from(["2024-03-05", "2024-03-06", "2024-03-09"]))
    copy = tell(
        Did(MET), filler=reword(body(source), share) + " ends here", published=day, outlet=outlet, source="copy"
    )
    before, after = counted(*stories), counted(*stories, copy)
    assert after[0] == before[0] + 1
    assert after[1:] == before[1:]
