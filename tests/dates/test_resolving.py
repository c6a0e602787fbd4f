"""The interval must hold the true day, whatever the wording, the reference and the tense."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dates import Tense, find_impossible, read_dates, resolve, resolve_from
from communique.model import Days

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
days_of_news = st.dates(date(1995, 1, 10), date(2039, 12, 20))


def resolved(text: str, reference: Days, tense: Tense) -> Days:
    found = list(read_dates(text))
    assert len(found) == 1, (text, found)
    days = resolve(found[0], reference, tense)
    assert days is not None, text
    return days


def holds(days: Days, day: date) -> bool:
    return days.meet(Days(day, day)) is not None


def wordings(reference: date, true: date) -> list[str]:
    """Ways in which a writer on ``reference`` can name ``true``, a day at most some ten months off."""
    gap = (true - reference).days
    month, weekday = MONTHS[true.month - 1], WEEKDAYS[true.weekday()]
    ways = [f"on {month} {true.day}, {true.year}", f"on {true.day} {month} {true.year}", f"in {month} {true.year}"]
    if abs(gap) <= 300:
        ways += [
            f"on {month} {true.day}",
            f"on {weekday}, {true.day} {month}",
            f"on {month[:3]}. {true.day}" if month != "May" else f"on May {true.day}",
        ]
    if abs(gap) <= 300 and (true.month != reference.month or true.year == reference.year):
        ways += [f"in {month}"]
        share = "early" if true.day <= 9 else "late" if true.day >= 22 else "mid"
        if true.month != reference.month and 28 <= abs(gap) <= 290:
            ways += [f"in {share} {month}" if share != "mid" else f"in mid-{month}"]
    if abs(gap) <= 6:
        ways += [f"on {weekday}", f"{weekday} morning"]
    if gap in (-1, 0, 1):
        ways += [{-1: "yesterday", 0: "today", 1: "tomorrow"}[gap]]
    if true.year == reference.year + (1 if gap > 0 else -1):
        ways += ["next year" if gap > 0 else "last year"]
    if -13 <= gap < -3:
        ways += [f"{-gap} days ago"]
    if gap < 0 and (true.year, true.month) == (reference.year, reference.month):
        ways += ["earlier this month", "this month", "earlier this year"]
    if -17 <= gap <= -11:
        ways += ["two weeks ago"]
    if 7 <= -gap <= 20 and _week(reference) - _week(true) == 7:
        ways += ["last week"]
    if -6 <= gap < 0:
        ways += [f"last {weekday}", "in the past week", "in recent days"]
    if gap < 0 and -gap <= 200:
        ways += [f"since {month} {true.day}"]
    return ways


def _week(day: date) -> int:
    return (day - timedelta(days=day.weekday())).toordinal()


@given(reference=days_of_news, gap=st.integers(-300, 300), data=st.data())
def test_the_interval_holds_the_true_day(reference: date, gap: int, data: st.DataObject) -> None:
    true = reference + timedelta(days=gap)
    text = data.draw(st.sampled_from(wordings(reference, true)))
    tense: Tense = "past" if gap <= 0 else "future"
    assert holds(resolved(text, Days(reference, reference), tense), true), text


@given(
    reference=days_of_news,
    gap=st.integers(-300, 300),
    before=st.integers(0, 4),
    after=st.integers(0, 4),
    data=st.data(),
)
def test_a_reference_of_several_days_still_holds_the_true_day(
    reference: date, gap: int, before: int, after: int, data: st.DataObject
) -> None:
    # The writer's day is one of the reference's; the words count from it.
    true = reference + timedelta(days=gap)
    text = data.draw(st.sampled_from(wordings(reference, true)))
    several = Days(reference - timedelta(days=before), reference + timedelta(days=after))
    tense: Tense = "past" if gap <= 0 else "future"
    assert holds(resolved(text, several, tense), true), text


@given(reference=days_of_news, gap=st.integers(-6, 6))
def test_a_weekday_of_no_tense_is_the_nearer_one(reference: date, gap: int) -> None:
    true = reference + timedelta(days=gap)
    days = resolved(f"on {WEEKDAYS[true.weekday()]}", Days(reference, reference), "none")
    assert days.first is not None
    assert days.first == days.last
    assert abs((days.first - reference).days) <= 3


@pytest.mark.parametrize(
    ("reference", "text", "tense", "days"),
    [
        # the same weekday is today, in either tense
        ("2024-08-21", "on Wednesday", "past", "2024-08-21/2024-08-21"),
        ("2024-08-20", "on Wednesday", "past", "2024-08-14/2024-08-14"),
        ("2024-08-20", "on Wednesday", "future", "2024-08-21/2024-08-21"),
        # 00:36 on Monday in Delhi: Sunday is the day before
        ("2023-04-17", "on Sunday", "past", "2023-04-16/2023-04-16"),
        ("2022-12-21", "in late December", "future", "2022-12-19/2022-12-31"),
        ("2022-12-05", "in late December", "past", "2021-12-19/2021-12-31"),
        ("2023-01-05", "on December 28", "past", "2022-12-28/2022-12-28"),
        ("2022-12-28", "on January 5", "future", "2023-01-05/2023-01-05"),
        ("2024-08-18", "over the weekend", "past", "2024-08-17/2024-08-18"),  # on the Sunday itself
        ("2024-08-18", "last week", "past", "2024-08-04/2024-08-17"),  # a Sunday ends a week or begins one
    ],
)
def test_references_of_a_single_day(reference: str, text: str, tense: Tense, days: str) -> None:
    day = date.fromisoformat(reference)
    found = resolved(text, Days(day, day), tense)
    assert f"{found.first}/{found.last}" == days


def test_two_possible_days_of_the_story_give_the_smallest_interval_around_both() -> None:
    days = resolved("on Tuesday", Days(date(2024, 8, 20), date(2024, 8, 21)), "past")
    assert (days.first, days.last) == (date(2024, 8, 20), date(2024, 8, 20))
    days = resolved("on Wednesday", Days(date(2024, 8, 20), date(2024, 8, 21)), "past")
    assert (days.first, days.last) == (date(2024, 8, 14), date(2024, 8, 21))


def test_without_a_reference_only_full_dates_resolve() -> None:
    texts = ["on Wednesday", "in May", "yesterday", "last week", "on March 14", "in late December", "since Monday"]
    assert [resolve(next(read_dates(t)), None) for t in texts] == [None] * len(texts)
    assert resolve(next(read_dates("on March 14, 2024")), None) == Days(date(2024, 3, 14), date(2024, 3, 14))
    assert resolve(next(read_dates("in late 2019")), None) == Days(date(2019, 9, 1), date(2019, 12, 31))


def test_a_reference_open_at_an_end_dates_no_weekday() -> None:
    assert resolve(next(read_dates("on Wednesday")), Days(date(2024, 8, 1), None)) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the day before the summit", "2024-03-19/2024-03-21"),
        ("a day after the summit", "2024-03-21/2024-03-23"),
        ("less than a month after the summit", "2024-03-20/2024-05-16"),
        ("a year earlier", "2022-11-20/2023-07-20"),
    ],
)
def test_words_that_count_from_an_event_resolve_from_it(text: str, days: str) -> None:
    found = resolve_from(next(read_dates(text)), Days(date(2024, 3, 20), date(2024, 3, 22)))
    assert found is not None
    assert f"{found.first}/{found.last}" == days


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("on 31 June 2023", "June 2023 has 30 days, not 31"),
        ("on 3 February 2087", "3 February 2087 lies after 2023-04-16, the last day of the story"),
        ("on Wednesday 22 December 2022", "2022-12-22 is a Thursday, not a Wednesday"),
        ("on 16 April 2023", None),
        ("on 17 April 2023", None),  # a day's grace: it is the 17th further east
        ("in 2030", "2030 lies after 2023-04-16, the last day of the story"),
    ],
)
def test_dates_that_cannot_be_say_why(text: str, reason: str | None) -> None:
    story = Days(date(2023, 4, 16), date(2023, 4, 16))
    assert find_impossible(next(read_dates(text)), story, "past") == reason


def test_a_plan_for_2030_is_possible() -> None:
    story = Days(date(2023, 4, 16), date(2023, 4, 16))
    assert find_impossible(next(read_dates("by 2030")), story, "future") is None


@given(reference=days_of_news)
def test_resolving_never_fails_at_the_calendars_edges(reference: date) -> None:
    edges = (date(1, 1, 1), date(9999, 12, 31), reference)
    for words in read_dates(
        "on Monday last week 900 years ago in late December in 999 months last winter next summer in March"
    ):
        for edge in edges:
            for tense in ("past", "future", "none"):
                found = resolve(words, Days(edge, edge), tense)
                assert found is None or found.first is None or found.last is None or found.first <= found.last
