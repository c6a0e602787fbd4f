"""Where a story was filed and who signed it: case tables."""

from __future__ import annotations

import pytest

from communique.pages import parse_page
from communique.stories import cut_page
from communique.stories.byline import read_dateline

DATELINES = [
    ("MOSCOW, March 14. /TASS/. The ministry said on Tuesday that the talks were useful.", "MOSCOW"),
    ("ISLAMABAD: The ministers of trade met on Monday.", "ISLAMABAD"),
    ("KYIV (Reuters) - The ministers of trade met on Monday.", "KYIV"),
    ("BEIJING, Aug. 21 (Xinhua) -- The ministers of trade met on Monday.", "BEIJING"),
    ("LONDON — The ministers of trade met on Monday.", "LONDON"),
    ("DUBAI, United Arab Emirates (AP) — The ministers of trade met on Monday.", "DUBAI"),
    ("SEOUL/WASHINGTON (Reuters) - The ministers met on Monday.", "SEOUL/WASHINGTON"),
    ("New Delhi: The ministers of trade met on Monday.", "New Delhi"),  # small letters: only a known town
    ("Hanoi (VNA) – The ministers of trade met on Monday.", "Hanoi"),
    ("YEREVAN, MARCH 15, ARMENPRESS. The ministers of trade met on Monday.", "YEREVAN"),
    ("Canberra, Oct. 9 -- The ministers of trade met on Monday.", "Canberra"),
    ("(ANSA) - Rome, January 24 - The ministers of trade met on Monday.", "Rome"),
    ("TURKMENBASHI. KAZINFORM The presidents of two countries met on Monday.", "TURKMENBASHI"),
    ("ASHGABAT. KAZINFORM – The presidents of two countries met on Monday.", "ASHGABAT"),
    ("ASTANA. May 3. KAZINFORM - The presidents of two countries met on Monday.", "ASTANA"),
    ("ASTANA. The presidents of two countries met on Monday.", None),  # a label, a title, anything
    ("MANILA, Philippines – The ministers of trade met on Monday.", "MANILA"),
    ("Background: the ministers of trade met on Monday.", None),
    ("Details: During the meeting, the minister spoke of salt.", None),
    ("North Korea: US is making demands on salt", None),  # a headline's label
    ("CNN — The ministers of trade met on Monday.", None),  # an outlet is no place
    ("On Monday, the ministers of trade met in Rome.", None),
    ("“We met,” she said.", None),
    ("BREAKING: The ministers met.", None),
    ("VGP – The ministers of trade met on Monday.", None),  # letters that are neither place nor known agency
]
# The place is there and is not found, or none is there and one is: pinned so that a change is noticed.
KNOWN_WRONG = [
    ("Feldkirchen: The ministers of trade met on Monday.", None),  # a village no list of towns has
]


@pytest.mark.parametrize(("text", "place"), KNOWN_WRONG)
def test_todays_limits_of_datelines(text: str, place: str | None) -> None:
    found = read_dateline(text)
    assert (text[found[0] : found[1]] if found else None) == place


@pytest.mark.parametrize(("text", "place"), DATELINES)
def test_a_dateline_is_the_place_before_the_first_sentence(text: str, place: str | None) -> None:
    found = read_dateline(text)
    assert (text[found[0] : found[1]] if found else None) == place


BODY = (
    "\n\nThe ministers of trade of the two countries met on Monday and agreed that salt should cost less.\n\n"
    "They will meet again in the autumn, a spokesman for the ministry said after the meeting.\n"
)

BYLINES = [
    ("By Ana Petrova", "Ana Petrova", None),
    ("By ANA PETROVA, Daily Courier", "Ana Petrova", None),
    ("By The Associated Press", "Associated Press", None),
    ("Written by Ana Petrova and Jan Novak", "Ana Petrova and Jan Novak", None),
    ("Ana Petrova", "Ana Petrova", None),  # a name alone under the headline
    ("ANKARA- Anadolu Agency", "Anadolu Agency", "Ankara"),
    ("Reuters | Geneva | Updated: 17-04-2023 00:36 IST", "Reuters", "Geneva"),
    ("April 17, 2023 12:36 am", None, None),
]


@pytest.mark.parametrize(("line", "name", "place"), BYLINES)
def test_a_byline_names_who_signs(line: str, name: str | None, place: str | None) -> None:
    page = parse_page(f"Ministers of trade agree that salt should cost less\n\n{line}{BODY}", html=False)
    story = cut_page(page).stories[0]
    assert (story.byline.name.partition(" (")[0] if story.byline else None) == name
    assert (story.dateline.name if story.dateline else None) == place
    if story.byline and story.byline.span:
        assert story.byline.span.cut(page.text) in line
