"""Printed words -> the words read -> the days they mean, in a story of Wednesday 21 August 2024."""

from __future__ import annotations

from datetime import date

import pytest

from communique.dates import DateWords, Either, Impossible, Tense, read_dates, resolve
from communique.model import Days

STORY = Days(date(2024, 8, 21), date(2024, 8, 21))


def printed(days: Days | None) -> str:
    if days is None:
        return "-"
    first, last = days.first, days.last
    return str(first) if first == last else f"{first or ''}/{last or ''}"


def read_one(text: str) -> DateWords:
    found = list(read_dates(text))
    assert len(found) == 1, found
    return found[0]


PAST = [
    # full dates, in every usual order and punctuation
    ("signed on August 20, 2024 in Rome", "August 20, 2024", "2024-08-20"),
    ("signed on Aug. 20, 2024.", "Aug. 20, 2024", "2024-08-20"),
    ("signed on Aug 20 2024", "Aug 20 2024", "2024-08-20"),
    ("signed on 20 August 2024", "20 August 2024", "2024-08-20"),
    ("the 12th of June, 2021 pact", "12th of June, 2021", "2021-06-12"),
    ("on June 12th, 2021", "June 12th, 2021", "2021-06-12"),
    ("dated 21.8.2024 and", "21.8.2024", "2024-08-21"),
    ("dated 17-04-2023 and", "17-04-2023", "2023-04-17"),
    ("dated 2024/08/21 and", "2024/08/21", "2024-08-21"),
    ("dated 2024-08-21.", "2024-08-21", "2024-08-21"),
    ("dated 08/21/24.", "08/21/24", "2024-08-21"),
    ("at 20240821T101500", "20240821", "2024-08-21"),
    ("on Wednesday 21 December 2022 -", "Wednesday 21 December 2022", "2022-12-21"),
    ("on Monday, August 5, 2024", "Monday, August 5, 2024", "2024-08-05"),
    ("Mon August 5, 2024", "Mon August 5, 2024", "2024-08-05"),
    ("Mon, Aug. 5, 2024", "Mon, Aug. 5, 2024", "2024-08-05"),
    ("21-Aug-2024", "21-Aug-2024", "2024-08-21"),
    ("October 8th, 2023", "October 8th, 2023", "2023-10-08"),
    ("In this Aug. 29, 2019 file photo", "Aug. 29, 2019", "2019-08-29"),  # "this" belongs to the photo
    ("NOV. 17, 2023", "NOV. 17, 2023", "2023-11-17"),
    ("21 august 2024", "21 august 2024", "2024-08-21"),  # small letters, but a day and a year beside it
    ("Sept. 3, 2023", "Sept. 3, 2023", "2023-09-03"),
    # day and month without a year: the latest, a day's grace for zones
    ("held on March 14 in Oslo", "March 14", "2024-03-14"),
    ("held on 14 March in Oslo", "14 March", "2024-03-14"),
    ("held on Sept. 3 in Oslo", "Sept. 3", "2023-09-03"),
    ("held on 5 May", "5 May", "2024-05-05"),
    ("held on May 5:", "May 5", "2024-05-05"),
    ("held on June 12", "June 12", "2024-06-12"),
    ("held on August 22", "August 22", "2024-08-22"),  # a zone further east is already there
    ("held on August 23", "August 23", "2023-08-23"),
    ("on Wednesday (March 20)", "Wednesday (March 20)", "2024-03-20"),
    ("on Tuesday, March 14", "Tuesday, March 14", "2023-03-14"),  # in 2024 it was a Thursday
    ("Moscow, Nov.17 -", "Nov.17", "2023-11-17"),
    ("on 21 December last year", "21 December last year", "2023-12-21"),
    ("on Feb. 29", "Feb. 29", "2024-02-29"),
    ("on the 5th, he", "the 5th", "2024-08-05"),
    ("on the 25th.", "the 25th", "2024-07-25"),
    ("on the 5th of this month", "the 5th of this month", "2024-08-05"),
    # runs of days
    ("On 20-22 March, he", "20-22 March", "2024-03-20/2024-03-22"),
    ("on March 20-22", "March 20-22", "2024-03-20/2024-03-22"),
    ("on March 20–22, 2023", "March 20–22, 2023", "2023-03-20/2023-03-22"),
    ("from 20 to 22 March", "20 to 22 March", "2024-03-20/2024-03-22"),
    ("on August 20 and 21.", "August 20 and 21", "2024-08-20/2024-08-21"),
    ("20 and 21 August 2023", "20 and 21 August 2023", "2023-08-20/2023-08-21"),
    ("March 30-April 2, 2023", "March 30-April 2, 2023", "2023-03-30/2023-04-02"),
    ("30 March - 2 April 2023", "30 March - 2 April 2023", "2023-03-30/2023-04-02"),
    ("from March 20 to March 22", "March 20 to March 22", "2024-03-20/2024-03-22"),
    ("December 30 to January 2, 2024", "December 30 to January 2, 2024", "2023-12-30/2024-01-02"),
    ("from December 30 to January 2", "December 30 to January 2", "2023-12-30/2024-01-02"),
    # months, with their year or the nearest
    ("in December 2023", "December 2023", "2023-12-01/2023-12-31"),
    ("in Aug. 2023", "Aug. 2023", "2023-08-01/2023-08-31"),
    ("in February", "February", "2024-02-01/2024-02-29"),
    ("in August", "August", "2024-08-01/2024-08-21"),  # the past of this month ends today
    ("in September", "September", "2023-09-01/2023-09-30"),
    ("in May, he", "May", "2024-05-01/2024-05-31"),
    ("the October summit", "October", "2023-10-01/2023-10-31"),
    ("in November last year", "November last year", "2023-11-01/2023-11-30"),
    ("last June", "last June", "2024-06-01/2024-06-30"),
    ("last August", "last August", "2023-08-01/2023-08-31"),  # in August, "last August" is the year before's
    ("January to March 2023", "January to March 2023", "2023-01-01/2023-03-31"),
    ("from January to March", "January to March", "2024-01-01/2024-03-31"),
    # years
    ("in 2019", "2019", "2019-01-01/2019-12-31"),
    ("during 2023", "2023", "2023-01-01/2023-12-31"),
    ("the 2015 nuclear deal", "2015", "2015-01-01/2015-12-31"),
    ("a closed-door 2019 meeting", "2019", "2019-01-01/2019-12-31"),
    ("from 2014 to 2016", "2014 to 2016", "2014-01-01/2016-12-31"),
    ("the 1950-53 war", "1950-53", "1950-01-01/1953-12-31"),
    ("Xi's March 2013 visit", "March 2013", "2013-03-01/2013-03-31"),
    # shares
    ("in late December", "late December", "2023-12-19/2023-12-31"),
    ("in late July", "late July", "2024-07-19/2024-07-31"),
    ("in early August", "early August", "2024-08-01/2024-08-12"),
    ("in mid-July", "mid-July", "2024-07-09/2024-07-22"),
    ("at the end of March", "the end of March", "2024-03-19/2024-03-31"),
    ("in late 2019", "late 2019", "2019-09-01/2019-12-31"),
    ("in mid-2019", "mid-2019", "2019-04-01/2019-09-30"),
    ("in early 2019", "early 2019", "2019-01-01/2019-04-30"),
    ("earlier this month", "earlier this month", "2024-08-01/2024-08-21"),
    ("earlier this year", "earlier this year", "2024-01-01/2024-08-21"),
    ("late last month", "late last month", "2024-07-19/2024-07-31"),
    ("late last year", "late last year", "2023-09-01/2023-12-31"),
    ("late March or early April", "late March or early April", "2024-03-19/2024-04-12"),
    # seasons and quarters
    ("the summer of 2019", "the summer of 2019", "2019-06-01/2019-09-30"),
    ("in spring 2022", "spring 2022", "2022-03-01/2022-06-30"),
    ("the winter of 2022", "the winter of 2022", "2022-12-01/2023-03-31"),
    ("in Q3 2023", "Q3 2023", "2023-07-01/2023-09-30"),
    ("the third quarter of 2023", "the third quarter of 2023", "2023-07-01/2023-09-30"),
    ("the first half of 2024", "the first half of 2024", "2024-01-01/2024-06-30"),
    ("last summer", "last summer", "2023-06-01/2023-09-30"),
    # weekdays
    ("met on Wednesday", "Wednesday", "2024-08-21"),  # today, not last week
    ("met on Thursday", "Thursday", "2024-08-15"),
    ("met on Tuesday", "Tuesday", "2024-08-20"),
    ("met Monday morning", "Monday morning", "2024-08-19"),
    ("late Tuesday", "late Tuesday", "2024-08-20"),
    ("earlier on Wednesday", "earlier on Wednesday", "2024-08-21"),
    ("Thursday night", "Thursday night", "2024-08-15"),
    ("Sunday's vote", "Sunday", "2024-08-18"),
    ("last Friday", "last Friday", "2024-08-16"),
    ("last Tuesday", "last Tuesday", "2024-08-13/2024-08-20"),  # of this week or of the last: both
    ("this Tuesday", "this Tuesday", "2024-08-20"),
    ("Monday and Tuesday", "Monday and Tuesday", "2024-08-19/2024-08-20"),
    ("from Friday to Sunday", "Friday to Sunday", "2024-08-16/2024-08-18"),
    ("from Monday to Thursday", "Monday to Thursday", "2024-08-12/2024-08-15"),
    ("over the weekend", "the weekend", "2024-08-17/2024-08-18"),
    ("last weekend", "last weekend", "2024-08-17/2024-08-18"),
    # counted from the story
    ("said today that", "today", "2024-08-21"),
    ("said yesterday", "yesterday", "2024-08-20"),
    ("yesterday evening", "yesterday evening", "2024-08-20"),
    ("the day before yesterday", "the day before yesterday", "2024-08-19"),
    ("last night", "last night", "2024-08-20"),
    ("attacked overnight", "overnight", "2024-08-20/2024-08-21"),
    ("last week", "last week", "2024-08-11/2024-08-18"),  # weeks begin on Sunday or on Monday
    ("this week", "this week", "2024-08-18/2024-08-21"),
    ("last month", "last month", "2024-07-01/2024-07-31"),
    ("last year", "last year", "2023-01-01/2023-12-31"),
    ("three days ago", "three days ago", "2024-08-18"),
    ("two weeks ago", "two weeks ago", "2024-08-03/2024-08-11"),
    ("a month ago", "a month ago", "2024-07-05/2024-08-06"),
    ("more than two weeks ago", "more than two weeks ago", "/2024-08-13"),
    ("in the past two weeks", "the past two weeks", "2024-08-01/2024-08-21"),
    ("in the last 48 hours", "the last 48 hours", "2024-08-17/2024-08-21"),
    ("since February", "since February", "2024-02-01/2024-08-21"),
    ("since 2014", "since 2014", "2014-01-01/2024-08-21"),
    ("until March 1", "until March 1", "/2024-03-01"),
    ("on New Year's Eve", "New Year's Eve", "2023-12-31"),
    ("on Christmas Day 2022", "Christmas Day 2022", "2022-12-25"),
    # counted from something else: the words alone say nothing
    ("less than a month after the visit", "less than a month after", "-"),
    ("the day before", "the day before", "-"),
    ("a year earlier", "a year earlier", "-"),
    ("two days later", "two days later", "-"),
    ("the following week", "the following week", "-"),
    ("on the same day as", "the same day", "-"),
]

FUTURE = [
    ("will meet on Wednesday", "Wednesday", "2024-08-21"),
    ("will meet on Tuesday", "Tuesday", "2024-08-27"),
    ("will meet on Thursday night", "Thursday night", "2024-08-22"),
    ("next Tuesday", "next Tuesday", "2024-08-27"),
    ("next Friday", "next Friday", "2024-08-23/2024-08-30"),  # of this week or of the next: both
    ("this Thursday", "this Thursday", "2024-08-22"),
    ("this coming Sunday", "this coming Sunday", "2024-08-25"),
    ("tomorrow", "tomorrow", "2024-08-22"),
    ("next week", "next week", "2024-08-25/2024-09-01"),
    ("next month", "next month", "2024-09-01/2024-09-30"),
    ("later this month", "later this month", "2024-08-21/2024-08-31"),
    ("early next year", "early next year", "2025-01-01/2025-04-30"),
    ("in late December", "late December", "2024-12-19/2024-12-31"),
    ("on March 14", "March 14", "2025-03-14"),
    ("on 5 September", "5 September", "2024-09-05"),
    ("in October", "October", "2024-10-01/2024-10-31"),
    ("in August", "August", "2024-08-21/2024-08-31"),
    ("next March", "next March", "2025-03-01/2025-03-31"),
    ("by the end of the year", "by the end of the year", "2024-08-21/2024-12-31"),
    ("by Friday", "by Friday", "2024-08-21/2024-08-23"),
    ("until 2030", "until 2030", "2024-08-21/2030-12-31"),
    ("in two weeks", "two weeks", "2024-08-31/2024-09-08"),
    ("in the coming days", "the coming days", "2024-08-21/2024-09-04"),
    ("over the weekend", "the weekend", "2024-08-24/2024-08-25"),
    ("on Thursday and Friday", "Thursday and Friday", "2024-08-22/2024-08-23"),
    ("April next year", "April next year", "2025-04-01/2025-04-30"),
]

NEVER = [
    "May said she was ready",
    "Theresa May and her party",
    "the evidence presented by May of Russian guilt",
    "talks may resume",
    "troops march on the capital",
    "March on Washington",
    "MARCH FOR PEACE",
    "an August body",
    "April Jones and June Smith met Jan Novak",
    "the Second Army",
    "Second, he said",
    "In 2000 villages",
    "some 2019 people died",
    "at 2030 GMT",
    "Donate today!",
    "Subscribe today and support us",
    "Today",  # a button
    "Russia Today reported",
    "USA TODAY",
    "© 2023 The Paper",
    "Copyright 2019 Some Company, all rights reserved",
    "in 2023 All rights reserved",
    "the minister, 57, said",
    "open 24/7",
    "won 3-2 at home",
    "+91-720-6444012",
    "call 555-2024-10",
    "the Sun and the Mon people",
    "Sunday Times",
    "Good Friday agreement",
    "on the 5th floor",
    "the 5th Fleet",
    "a year-long effort",
    "Fridays are quiet",
    "Marches and rallies",
    "version 10.2.2024.1",
    "paid $2019",
    "room 2024",
    "the G20",
    "1.5 million",
    "a decade of Marchenko",
    "the F-16",
    "a marked improvement",
    "Sat down",
    "Dec",
    "in the 1990s",  # a decade is no year
    "fell to 2019.5 points",
]


@pytest.mark.parametrize(("text", "words", "days"), PAST)
def test_words_of_the_past_mean_their_days(text: str, words: str, days: str) -> None:
    found = read_one(text)
    assert (found.text, printed(resolve(found, STORY, "past"))) == (words, days)


@pytest.mark.parametrize(("text", "words", "days"), FUTURE)
def test_words_of_the_future_mean_their_days(text: str, words: str, days: str) -> None:
    found = read_one(text)
    assert (found.text, printed(resolve(found, STORY, "future"))) == (words, days)


@pytest.mark.parametrize("text", NEVER)
def test_what_only_looks_like_a_date_is_not_read(text: str) -> None:
    assert [words.text for words in read_dates(text)] == []


IMPOSSIBLE = [
    ("on 31 June 2024", "June 2024 has 30 days, not 31"),
    ("on February 30", "February has 29 days, not 30"),
    ("on 29 February 2023", "February 2023 has 28 days, not 29"),
    ("2024-13-01", "there is no month 13"),
    ("45 March 2020", None),  # no day of any month: a number before a month's name
]


@pytest.mark.parametrize(("text", "reason"), IMPOSSIBLE)
def test_a_date_that_no_calendar_has_says_why(text: str, reason: str | None) -> None:
    reasons = [w.meaning.reason for w in read_dates(text) if isinstance(w.meaning, Impossible)]
    assert reasons == ([reason] if reason else [])


EITHER: list[tuple[str, Days | None, Tense, str]] = [
    ("04/05/2024", None, "past", "-"),
    ("04/05/2024", Days(date(2024, 4, 6), date(2024, 4, 6)), "past", "2024-04-05"),  # May has not come
    ("04/05/2024", Days(date(2024, 5, 4), date(2024, 5, 4)), "past", "-"),  # both are near: declined
    ("01/08/2024", Days(date(2024, 8, 2), date(2024, 8, 2)), "past", "2024-08-01"),
    ("03-09-2024", Days(date(2025, 3, 9), date(2025, 3, 9)), "past", "-"),  # both are far
    ("05/05/2024", None, "past", "2024-05-05"),  # one day either way
]


@pytest.mark.parametrize(("text", "reference", "tense", "days"), EITHER)
def test_figures_with_two_readings_are_settled_by_the_story_or_declined(
    text: str, reference: Days | None, tense: Tense, days: str
) -> None:
    found = read_one(text)
    assert printed(resolve(found, reference, tense)) == days


def test_both_readings_of_ambiguous_figures_are_given() -> None:
    meaning = read_one("04/05/2024").meaning
    assert isinstance(meaning, Either)
    assert [(r.month, r.day) for r in meaning.readings] == [(5, 4), (4, 5)]


KNOWN_WRONG = [
    ("on Easter Sunday", []),  # movable feasts are not reckoned
    ("in the late 1990s", []),  # decades are not read
    ("the week of August 5", ["August 5"]),  # read as the day
    ("June saw two visits", []),  # a month that is also a name, without a preposition
]


@pytest.mark.parametrize(("text", "now"), KNOWN_WRONG)
def test_known_limits_of_the_grammar(text: str, now: list[str]) -> None:
    assert [words.text for words in read_dates(text)] == now
