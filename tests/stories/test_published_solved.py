"""A day without its year is found by its weekday where one year is left, and nowhere else. Everybody here is invented."""

from __future__ import annotations

import pytest

from communique.pages import parse_page
from communique.stories import cut_page

HEAD = "Ministers of salt agree on a price"
REST = "A second meeting of the two ministers of salt is planned for the autumn, his office said after the talks."


def published(*lines: str) -> tuple[str, list[str]]:
    cut = cut_page(parse_page("\n\n".join((HEAD, *lines)), html=False))
    dating = cut.stories[0].published
    reasons = [skip.reason for skip in cut.skips if skip.what == "date"]
    return (f"{dating.days.first}/{dating.days.last}" if dating else "-"), reasons


def lead(opening: str, told: str) -> str:
    return f"{opening}The ministers of salt of the two countries agreed that salt should cost less, a spokesman said {told}."


SOLVED = [
    # 28 February was a Saturday in 2026 and in no other year since 2025
    ((lead("TEL AVIV, February 28. /TASS/. ", "on Saturday"), "The old price was fixed in January 2025, he said. " + REST), "2026-02-28/2026-03-01"),
    # news of the day before the dateline's: 27 June 2024, a Thursday
    ((lead("LIMA, June 28 (Xinhua) -- ", "on Thursday"), "The old price was fixed in April 2022, he said. " + REST), "2024-06-28/2024-06-28"),
    ((lead("LIMA – ", "in a release on Friday, June 28"), "The first round was hosted by Tartu in April 2022. " + REST), "2024-06-28/2024-07-04"),
    # "hosted by" and "in May" plan nothing
    ((lead("LIMA – ", "in a release on Friday, June 28"), "The first round was held in May 2022. " + REST), "2024-06-28/2024-07-04"),
    # both years have it: 28 February 2015 and 2026
    ((lead("LIMA, February 28. /TASS/. ", "on Saturday"), "The old price was fixed in January 2014, he said. " + REST), "-"),
    # no year has it
    ((lead("LIMA, February 28. /TASS/. ", "on Wednesday"), "The old price was fixed in January 2025, he said. " + REST), "-"),
    # no bound at all: any year would do
    ((lead("LIMA, February 28. /TASS/. ", "on Saturday"), REST), "-"),
    # a plan is the latest day; "this Wednesday" is of its week
    ((lead("", "on Tuesday"), "An announcement of the new price is expected this Wednesday, July 31, 2024. " + REST), "2024-07-30/2024-07-31"),
    # a caption that a dump ran into the lead, on the weekday of the news
    (("Boats lie in the harbour of Narva, Estonia April 11, 2021. " + lead("", "on Sunday"), REST), "2021-04-11/2021-04-12"),
    (("Boats lie in the harbour of Narva, Estonia April 11, 2021. " + lead("", "on Thursday"), REST), "-"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "want"), SOLVED)
def test_bounds_day_and_weekday_are_solved_together(lines: tuple[str, ...], want: str) -> None:
    assert published(*lines)[0] == want


SILENT = [
    ((lead("", "on Saturday"), REST), "when the story was published stays open: no date and no other clue"),
    ((lead("", "on Saturday"), "The old price was fixed in January 2025, he said. " + REST), "when the story was published stays open: not before 2025-01-01"),
    (
        (lead("", "on Saturday"), "The price was fixed in 2017. A fair of salt is planned for May 4, 2023, and it will be held on May 4, 2023. " + REST),
        "when the story was published stays open: between 2017-01-01 and 2023-04-30, too wide to be of use",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "reason"), SILENT)
def test_a_story_without_a_day_says_why_in_the_ledger(lines: tuple[str, ...], reason: str) -> None:
    dated, reasons = published(*lines)
    assert dated == "-"
    assert reasons == [reason]
