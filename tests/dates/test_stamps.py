"""Stamps as sites print them -> day, clock, UTC minute, label."""

from __future__ import annotations

import pytest

from communique.dates import Stamp, read_stamps


def said(stamp: Stamp) -> str:
    at = stamp.at.strftime("%Y-%m-%dT%H:%MZ") if stamp.at is not None else ""
    clock = stamp.clock.strftime("%H:%M") if stamp.clock is not None else ""
    return " ".join(part for part in (str(stamp.day), clock, at, stamp.label or "") if part)


STAMPS = [
    ("Posted August 21, 2024 10:47 am.", ["2024-08-21 10:47 published"]),
    ("Last Updated August 21, 2024 11:25 am.", ["2024-08-21 11:25 updated"]),
    (
        "Updated: 17-04-2023 00:36 IST | Created: 17-04-2023 00:30 IST",
        ["2023-04-17 00:36 2023-04-16T19:06Z updated", "2023-04-17 00:30 2023-04-16T19:00Z published"],
    ),
    # The label in the brackets is the second stamp's.
    (
        "20:03 GMT 06.07.2022 (Updated: 15:00 GMT 24.11.2022)",
        ["2022-07-06 20:03 2022-07-06T20:03Z", "2022-11-24 15:00 2022-11-24T15:00Z updated"],
    ),
    ("6 July 2022 (Updated on 24 November 2022)", ["2022-07-06", "2022-11-24 updated"]),
    ("6 July 2022 (updated)", ["2022-07-06 updated"]),
    ("6 July 2022 last updated", ["2022-07-06 updated"]),
    # Once for the eye and once for those who listen.
    ("Published On 22 Dec 202322 Dec 2023", ["2023-12-22 published"]),
    ("Dec 22, 2023Dec 22, 2023", ["2023-12-22"]),
    ("22 Dec 202323 Dec 2023", []),  # two days glued together: which is which is anybody's guess
    ("Aug 22 2024 | 9:07 AM IST", ["2024-08-22 09:07 2024-08-22T03:37Z"]),
    ("21.8.2024 - 20:16", ["2024-08-21 20:16"]),
    ("Wednesday 21 December 2022 - 10:32", ["2022-12-21 10:32"]),
    ("Published 3:04 PM EDT, Mon August 5, 2024", ["2024-08-05 15:04 2024-08-05T19:04Z published"]),
    ("2024-08-21T10:47:00Z", ["2024-08-21 10:47 2024-08-21T10:47Z"]),
    ("2024-08-21T01:30:00+03:00", ["2024-08-21 01:30 2024-08-20T22:30Z"]),
    ("2024-08-21T22:30:00.123-0400", ["2024-08-21 22:30 2024-08-22T02:30Z"]),
    ("Wed, 21 Aug 2024 10:00:00 GMT", ["2024-08-21 10:00 2024-08-21T10:00Z"]),
    ("Wed, 21 Aug 2024 10:00:00 +0000", ["2024-08-21 10:00 2024-08-21T10:00Z"]),
    ("8:41 PM on December 20, 2023", ["2023-12-20 20:41"]),
    ("Last updated: 2023/12/19 at 9:01 PM", ["2023-12-19 21:01 updated"]),
    ("21 August 2024, 23:30 (GMT+3)", ["2024-08-21 23:30 2024-08-21T20:30Z"]),
    ("21 August 2024 at 12:05 am UTC", ["2024-08-21 00:05 2024-08-21T00:05Z"]),
    ("August 21, 2024 12:00 p.m. GMT", ["2024-08-21 12:00 2024-08-21T12:00Z"]),
    ("August 21, 2024 9:00 AM ET", ["2024-08-21 09:00 2024-08-21T13:00Z"]),
    ("January 21, 2024 9:00 AM ET", ["2024-01-21 09:00 2024-01-21T14:00Z"]),
    ("August 21, 2024 1430 GMT", ["2024-08-21 14:30 2024-08-21T14:30Z"]),
    ("First published on Wed 21 Aug 2024 16.06 UTC", ["2024-08-21 16:06 2024-08-21T16:06Z published"]),
    ("Fri 10/06/2016 07:05", ["2016-06-10 07:05"]),  # the weekday settles which figure is the day
    ("Thursday, 06/10/2016 07:05", ["2016-10-06 07:05"]),
    ("10/06/2016 (Fri) 07:05", ["2016-06-10 07:05"]),
    ("Saturday 23 December 2023 05:39, UK", ["2023-12-23 05:39"]),  # a country is no zone
    ("PUBLISHED : 21 Aug 2024", ["2024-08-21 published"]),
    ("Publication date: 21/08/2024", ["2024-08-21 published"]),
    ("Updated\n21 August 2024", ["2024-08-21 updated"]),  # the label on a line of its own
    ("21 Aug 2024 25:10", ["2024-08-21"]),  # no clock has it
    ("August 21, 2024 · 3 min read", ["2024-08-21"]),
    ("March 14", []),  # no year, no stamp
    ("10:47 am", []),
]


@pytest.mark.parametrize(("text", "stamps"), STAMPS)
def test_a_stamp_gives_day_clock_zone_and_label(text: str, stamps: list[str]) -> None:
    assert [said(stamp) for stamp in read_stamps(text)] == stamps


def test_a_stamp_cuts_out_its_own_words() -> None:
    text = "By A Writer | 3:04 PM EDT, Mon August 5, 2024 | World"
    (stamp,) = read_stamps(text)
    assert text[stamp.start : stamp.end] == stamp.text == "3:04 PM EDT, Mon August 5, 2024"


def test_figures_with_two_readings_give_both_days() -> None:
    (stamp,) = read_stamps("04/05/2024 10:00")
    assert {str(stamp.day), str(stamp.other)} == {"2024-05-04", "2024-04-05"}
    assert stamp.at is None
