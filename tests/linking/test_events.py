"""Which accounts are one event, and what the event then says."""

from dataclasses import replace

import pytest

from communique.linking import link
from communique.linking.blocks import block_nodes, close_pairs, read_nodes
from communique.linking.people import link_people
from communique.linking.told import read_told
from communique.model import Dating, Days, Event, Links, Reason
from tests.linking.factory import NORWAY, POLAND, Did, Said, Told, tell

BERG, NOWAK = ("Karin Berg", "SWE"), ("Piotr Nowak", "POL")
STATES = (("NORWAY", "NOR"), ("POLAND", "POL"))


def told(**about: object) -> Told:
    """A story of one account; what is not said is as in ``Did``."""
    published = about.pop("published", about.get("last") or about.get("first") or "2024-03-05")
    did = Did(**{"words": f"It is said so of {sorted(about.items())}.", **about})  # type: ignore[arg-type]
    return tell(did, published=published, source=str(about))  # type: ignore[arg-type]


def events(*stories: Told) -> tuple[Event, ...]:
    return link(stories).events


FIRST = told(words="The ministers met at noon.")
ONE = {
    "said again": told(words="Solheim received Zielonka."),
    "talks of the same people": told(kind="negotiation"),
    "no place": told(place=None),
    "the country only": told(place="Norway"),
    "one more at the table": told(who=(NORWAY, POLAND, NOWAK)),
    "within three days": told(first="2024-03-04", last="2024-03-06"),
    "a day later, as a time zone can make it": told(first="2024-03-06"),
    "a state for one of them": told(who=(NORWAY, STATES[1])),
    "both states only": told(who=STATES),
    "this month": told(first="2024-03-01", last="2024-03-31"),
    "planned for the day": told(status="planned", published="2024-03-01"),
}


@pytest.mark.parametrize("case", ONE)
def test_one_event(case: str) -> None:
    assert len(events(FIRST, ONE[case])) == 1


TWO = {
    "a week later": told(first="2024-03-12"),
    "two days later": told(first="2024-03-07"),
    "other ministers of the same states": told(who=(("Ola Berg", "NOR"), NOWAK)),
    "one of them with somebody else": told(who=(NORWAY, BERG)),
    "a visit": told(kind="visit"),
    "a call": told(kind="call", place=None),
    "in another country": told(place="Gdynia"),
    "planned for another day": told(status="planned", first="2024-03-19", published="2024-03-01"),
    "both states, a week later": told(who=STATES, first="2024-03-12"),
    "this spring, in another country": told(first="2024-03-01", last="2024-04-15", place="Warsaw"),
    "no day at all": told(first=None),
}


@pytest.mark.parametrize("case", TWO)
def test_two_events(case: str) -> None:
    assert len(events(FIRST, TWO[case])) == 2


def undated(words: str, published: str, **about: object) -> Told:
    """Recalled: on a day before the story was published."""
    page, reading = told(words=words, published=published, background=True, **about)
    (account,) = reading.accounts
    days = Days(None, reading.story.published.days.last if reading.story.published else None)
    return page, replace(reading, accounts=(replace(account, days=Dating(days, (Reason("it is past"),))),))


def test_an_undated_meeting_joins_the_only_one_of_the_month() -> None:
    assert len(events(FIRST, undated("They had met earlier.", "2024-03-20"))) == 1


def test_an_undated_meeting_does_not_join_one_of_years_before() -> None:
    assert len(events(FIRST, undated("They met soon after he took office.", "2025-08-21"))) == 2


def test_an_undated_meeting_that_fits_two_stays_alone_with_a_reason() -> None:
    links = link([FIRST, told(first="2024-03-12"), undated("They had met earlier.", "2024-03-20")])
    assert len(links.events) == 3
    (skip,) = links.skips
    assert skip.what == "event"
    assert "2 events fit this meeting of Ingrid Solheim, Marek Zielonka" in skip.reason


def test_undated_news_of_the_same_people_is_one_where_the_stories_share_a_quote() -> None:
    words = "We agreed on the mines, on the fish and on the lights of the northern bank"
    pages = [
        tell(
            Did(f"The ministers spoke, {n}.", first=None, kind="call", place=None),
            quotes=[Said(NORWAY[0], words)],
            published=None,
        )
        for n in "12"
    ]
    other = tell(Did("The ministers spoke.", first=None, kind="call", place=None), published=None)
    assert len(events(*pages)) == 1
    assert len(events(pages[0], other)) == 2


def test_what_two_kindred_stories_recall_of_one_place_and_month_is_one() -> None:
    quote = Said(NORWAY[0], "We agreed on the mines, on the fish and on the lights of the northern bank")
    wide = {"kind": "visit", "who": (POLAND,), "background": True, "first": "2024-02-05", "last": "2024-03-05"}
    one = tell(Did("Zielonka came for three days.", place="Oslo", **wide), quotes=[quote])  # type: ignore[arg-type]
    same = tell(Did("Zielonka was on a visit.", place="Norway", **wide), quotes=[quote])  # type: ignore[arg-type]
    elsewhere = tell(Did("Zielonka was on a visit.", place="Warsaw", **wide), quotes=[quote])  # type: ignore[arg-type]
    assert len(events(one, same)) == 1
    assert len(events(one, elsewhere)) == 2


def test_states_alone_join_no_meeting_where_two_pairs_of_ministers_met_that_day() -> None:
    other = told(who=(("Ola Berg", "NOR"), NOWAK), place=None)
    links = link([FIRST, other, told(who=STATES, place=None)])
    assert len(links.events) == 3
    assert len(links.skips) == 1


def test_what_one_story_tells_apart_stays_apart() -> None:
    twice = tell(Did("They met in the morning."), Did("They met a third in the evening.", (NORWAY, POLAND, BERG)))
    assert len(events(twice)) == 2
    assert len(events(twice, FIRST)) >= 2


def test_the_same_people_on_the_same_day_of_one_story_are_one() -> None:
    assert len(events(tell(Did("They met at noon."), Did("They discussed fish.", kind="negotiation")))) == 1


def test_a_visit_told_widely_and_narrowly_is_one() -> None:
    wide = told(kind="visit", who=(NORWAY,), first="2024-02-20", last="2024-03-20", place="Warsaw")
    narrow = told(kind="visit", who=(NORWAY, STATES[1]), first="2024-03-10", last="2024-03-12", place="Poland")
    (event,) = events(wide, narrow)
    assert event.place is not None
    assert event.place.name == "Poland"  # both say so; only one says Warsaw
    assert event.days is not None
    assert (str(event.days.days.first), str(event.days.days.last)) == ("2024-03-10", "2024-03-12")


def test_nobody_named_needs_like_words() -> None:
    march = Did("Some two hundred drivers blocked the northern bridge for five hours.", (), "protest", place="Gdynia")
    same = Did("About two hundred drivers blocked the northern bridge for hours.", (), "protest", place="Gdynia")
    other = Did("Teachers marched through the old town with lamps.", (), "protest", place="Gdynia")
    assert len(events(tell(march), tell(same, source="2"))) == 1
    assert len(events(tell(march), tell(other, source="2"))) == 2


# --- what the event says -------------------------------------------------------------------------


def only(links: Links) -> Event:
    (event,) = links.events
    return event


def test_everybody_takes_part_and_the_kind_is_the_majority_s() -> None:
    event = only(link([FIRST, ONE["one more at the table"], ONE["talks of the same people"]]))
    assert [(member.name, bool(member.person)) for member in event.participants] == [
        ("Ingrid Solheim", True), ("Marek Zielonka", True), ("Piotr Nowak", True),
    ]  # fmt: skip
    assert event.kind == "meeting"
    assert event.plover.type == "CONSULT"


def test_a_state_is_left_out_where_its_people_are_named() -> None:
    event = only(link([FIRST, ONE["both states only"]]))
    assert [member.name for member in event.participants] == ["Ingrid Solheim", "Marek Zielonka"]


def test_days_are_what_all_allow_with_every_reason_once() -> None:
    event = only(link([FIRST, ONE["within three days"], ONE["said again"]]))
    assert event.days is not None
    assert (str(event.days.days.first), str(event.days.days.last)) == ("2024-03-05", "2024-03-05")
    assert len(event.days.because) == 1


PLACES = [
    (("Gdynia", "Gdynia", "Poland"), "Gdynia"),
    (("Gdynia", "Poland"), "Poland"),
    (("Gdynia", None, None), "Gdynia"),
    (("Gdynia", "Gdansk"), "Gdansk"),  # one bay, two names: the alphabet decides
    ((None,), None),
]


@pytest.mark.parametrize(("given", "place"), PLACES)
def test_the_most_exact_place_that_most_give(given: tuple[str | None, ...], place: str | None) -> None:
    event = only(link([told(place=name, words=f"The ministers met, {n}.") for n, name in enumerate(given)]))
    assert (event.place.name if event.place else None) == place


STATUS = [  # (status, published) of each account -> the event's
    ((("planned", "2024-03-01"), ("occurred", "2024-03-05")), "occurred"),
    (
        (("planned", "2024-03-09"), ("occurred", "2024-03-05")),
        "occurred",
    ),  # "the meeting planned for Tuesday", told later
    ((("planned", "2024-03-01"), ("cancelled", "2024-03-04")), "cancelled"),
    ((("occurred", "2024-03-05"), ("denied", "2024-03-06")), "denied"),
    ((("denied", "2024-03-05"), ("occurred", "2024-03-08")), "occurred"),
    ((("uncertain", "2024-03-09"), ("occurred", "2024-03-05")), "occurred"),
]


@pytest.mark.parametrize(("said", "status"), STATUS)
def test_status(said: tuple[tuple[str, str], ...], status: str) -> None:
    event = only(link([told(status=one, published=day) for one, day in said]))
    assert event.status == status
    assert any(line.startswith(f"{status}: so the account that was published last") for line in event.because)


def test_every_account_belongs_to_exactly_one_event() -> None:
    stories = [FIRST, *ONE.values(), *TWO.values()]
    accounts = sorted(account for event in events(*stories) for account in event.accounts)
    assert accounts == sorted({a.id for _, reading in stories for a in reading.accounts})


# --- what it costs, and what it cannot ------------------------------------------------------------


def test_a_day_full_of_one_man_s_meetings_costs_few_comparisons() -> None:
    parts = "ka lo mi ra te su no vi be do gan rik sol tor mel ush pan dek fir hol".split()  # noqa: SIM905
    guests = [f"Guest {(one + other + one + other).capitalize()}" for one in parts for other in parts]
    stories = [read_told(*tell(Did(f"Solheim met {name}.", (NORWAY, (name, "POL")), place=None))) for name in guests]
    nodes = read_nodes(stories, link_people(stories)[1])
    assert len(nodes) > 350
    assert len(close_pairs(nodes, block_nodes(nodes).values())) < len(nodes) * 130


def test_accounts_that_say_the_very_same_are_compared_once() -> None:
    stories = [read_told(*tell(Did("The ministers met."), filler=f"Page {n}.")) for n in range(50)]
    _, people = link_people(stories)
    assert len(read_nodes(stories, people)) == 1


KNOWN_WRONG = {  # each is two where a reader who knows more than the accounts say sees one
    "a name that was misread on one page": told(who=(NORWAY, ("Merek Zielinko", "POL"))),
    "the neighbouring day, and one of them only by his state": told(
        first="2024-03-06", who=(NORWAY, STATES[1]), place=None
    ),
    "an undated page about the same meeting in the same town": told(
        first="2023-06-01", last="2024-06-01", words="A long talk over fish."
    ),
}


@pytest.mark.parametrize("case", KNOWN_WRONG)
def test_known_wrong_one_event_is_told_as_two(case: str) -> None:
    assert len(events(FIRST, KNOWN_WRONG[case])) == 2
