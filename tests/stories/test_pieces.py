"""A line that holds two things is cut where the place is beyond doubt, and nowhere else."""

from __future__ import annotations

import pytest

from communique.stories.lines import Line
from communique.stories.pieces import split_lines

LONG = (
    "The ministers of salt of the two countries met on Monday and agreed that salt should cost less, a spokesman for the first of them said "
    "after a meeting that had taken most of the day. A second meeting was planned for the autumn."
)
CUTS = [
    (f"Ministers agree on salt LIMA (Reuters) - {LONG}", ["Ministers agree on salt", f"LIMA (Reuters) - {LONG}"]),
    (f"Ministers agree on salt LIMA, May 4 (Xinhua) -- {LONG}", ["Ministers agree on salt", f"LIMA, May 4 (Xinhua) -- {LONG}"]),
    (f"Ministers agree on salt MOSCOW, May 4. /TASS/. {LONG}", ["Ministers agree on salt", f"MOSCOW, May 4. /TASS/. {LONG}"]),
    # A place of two words is cut before the first of them.
    (f"Ministers agree on salt TEL AVIV, February 28. /TASS/. {LONG}", ["Ministers agree on salt", f"TEL AVIV, February 28. /TASS/. {LONG}"]),
    (f"Ministers agree on salt NEW DELHI (Reuters) - {LONG}", ["Ministers agree on salt", f"NEW DELHI (Reuters) - {LONG}"]),
    (f"Sign up for our letter. New Delhi CNN — {LONG}", ["Sign up for our letter.", f"New Delhi CNN — {LONG}"]),
    (f"Salt Ministers Agree LIMA (Reuters) - {LONG}"[5:], [f"Ministers Agree LIMA (Reuters) - {LONG}"]),  # two words are no title
    (f"{LONG} Salt is life — Ana Ruiz (@anaruiz) May 4, 2018 {LONG}", [f"{LONG} Salt is life — Ana Ruiz (@anaruiz) May 4, 2018", LONG]),
    (f"Sign up for our letter. Lima CNN — {LONG}", ["Sign up for our letter.", f"Lima CNN — {LONG}"]),
    (f"{LONG} Advertisement {LONG}", [LONG, "Advertisement", LONG]),
    (f"{LONG} Story continues below advertisement {LONG}", [LONG, "Story continues below advertisement", LONG]),
    (f"{LONG} (PAP)", [LONG, "(PAP)"]),
    (f"{LONG} EFE", [LONG, "EFE"]),
    (f"{LONG}-VNA", [LONG, "-VNA"]),
    ("Ana Ruiz (3R) laughs at a hotel in Lima on June 30, 2015Peru and two neighbours met on Tuesday.",
     ["Ana Ruiz (3R) laughs at a hotel in Lima on June 30, 2015", "Peru and two neighbours met on Tuesday."]),
    ("Palace: no meeting of the ministers is planned Friday, July 2, 2021 11:00:00 AM",
     ["Palace: no meeting of the ministers is planned", "Friday, July 2, 2021 11:00:00 AM"]),
]  # fmt: skip
WHOLE = [
    LONG,
    f"LIMA (Reuters) - {LONG}",
    f"TEL AVIV, February 28. /TASS/. {LONG}",  # the line begins with its place
    f"NEW DELHI (Reuters) - {LONG}",
    f"New Delhi CNN — {LONG}",
    f"SAN SALVADOR, May 4 (Xinhua) -- {LONG}",
    f"{LONG[:-1]}, Reuters.",  # it reported so: the words belong to the sentence
    f"{LONG} He told the AFP (the agency) more.",
    f"{LONG} The Advertisement Council was not there.",
    "Ministers shake hands in Rome, Italy, on the first day of their long meeting about salt. (AFP)",  # a picture's credit
    "The page was put out by the ministry and is kept as it came on 20 August 2019 23:26:10 UTC",
    "He came to Rome on June 30, 2015, and left on the next day with his whole delegation.",
    f"{LONG} In Lima (the capital) - as elsewhere - salt is dear.",
]


def pieces(text: str) -> list[str]:
    lines = split_lines((Line(0, len(text), text, 1),))
    assert all(text[line.start : line.end] == line.text for line in lines)
    return [line.text for line in lines]


@pytest.mark.parametrize(("text", "wanted"), CUTS)
def test_a_line_of_two_things_is_cut_between_them(text: str, wanted: list[str]) -> None:
    assert pieces(text) == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_a_line_in_doubt_stays_whole(text: str) -> None:
    assert pieces(text) == [text]
