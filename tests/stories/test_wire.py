"""Whose copy a story carries: case tables."""

from __future__ import annotations

import pytest

from communique.pages import parse_page
from communique.stories import cut_page

HEAD = "Ministers of trade agree that salt should cost less"
FIRST = "The ministers of trade of the two countries met on Monday and agreed that salt should cost less"
REST = "They will meet again in the autumn, a spokesman for the ministry said after the meeting."


def wire(*lines: str, url: str = "") -> str | None:
    page = parse_page("\n\n".join(lines), metas={"url": url}, html=False)
    story = cut_page(page).stories[0]
    if story.wire is not None and story.wire.span is not None:
        assert story.wire.span.cut(page.text).strip()
    return story.wire.name.partition(" (")[0] if story.wire else None  # without its short form


WIRES = [
    ((HEAD, "By The Associated Press", FIRST + ".", REST), "Associated Press"),
    ((HEAD, "Ana Petrova", "Associated Press", FIRST + ".", REST), "Associated Press"),
    ((HEAD, "Reuters", FIRST + ".", REST), "Reuters"),
    ((HEAD, "KYIV (Reuters) - " + FIRST + ".", REST), "Reuters"),
    ((HEAD, "MOSCOW, March 14. /TASS/. " + FIRST + ".", REST), "TASS"),
    ((HEAD, "(AP) — " + FIRST + ".", REST), "Associated Press"),
    ((HEAD, "Hanoi (VNA) – " + FIRST + ".", REST), "Vietnam News Agency"),
    ((HEAD, "YEREVAN, MARCH 15, ARMENPRESS. " + FIRST + ".", REST), "Armenpress"),
    ((HEAD, "ASHGABAT. KAZINFORM – " + FIRST + ".", REST), "Kazinform"),
    ((HEAD, "ASHGABAT. KAZINFORM " + FIRST + ".", REST), "Kazinform"),
    ((HEAD, "TEHRAN – Mehr News Agency – " + FIRST + ".", REST), "Mehr News Agency"),
    ((HEAD, "DOHA (QNA) - " + FIRST + ".", REST), "Qatar News Agency"),
    ((HEAD, "SALT LINE via JTA — " + FIRST + ".", REST), "Jewish Telegraphic Agency"),
    # Whoever they are: capitals in brackets between the place and the dash.
    ((HEAD, "ISLAMABAD, MARCH 22 (DNA) : " + FIRST + ".", REST), "DNA"),
    ((HEAD, "LIMA (UPDATE) – " + FIRST + ".", REST), None),
    ((HEAD, "LIMA, May 4 (GMT) - " + FIRST + ".", REST), None),
    ((HEAD, "ABU DHABI (UAE) - " + FIRST + ".", REST), None),
    ((HEAD, FIRST + ", the ministry said, Reuters reported.", REST), "Reuters"),
    ((HEAD, FIRST + ", TASS reports.", REST), "TASS"),
    (
        (HEAD, FIRST + ", Trend reports citing TASS.", REST),
        "Trend News Agency",
    ),  # Trend's own copy; TASS is a hand in it
    ((HEAD, FIRST + ", News.Az reports citing TASS.", REST), "TASS"),  # News.Az is an outlet, no agency
    ((HEAD, FIRST + ".", REST, "(With inputs from ANI)"), "Asian News International"),
    ((HEAD, FIRST + ".", REST, "(With inputs from agencies)"), None),  # nobody is named
    ((HEAD, FIRST + ".", REST, "(Reporting by Ana Petrova; Editing by Jan Novak)"), "Reuters"),  # Reuters' own form
    ((HEAD, FIRST + ".", REST, "Source: Xinhua"), "Xinhua News Agency"),
    ((HEAD, FIRST + ".", REST, "© 2023 AFP"), "Agence France-Presse"),
    ((HEAD, FIRST + ".", REST + " (Yonhap)"), "Yonhap News Agency"),
    ((HEAD, FIRST + ".", REST + " – KUNA"), "Kuwait News Agency"),
    ((HEAD, FIRST + ".", REST + "-VNA"), "Vietnam News Agency"),
    ((HEAD, FIRST + ".", REST, "/TASS/"), "TASS"),
    # The outlet reports what the agency was told: the agency's copy, on the outlet's own page only.
    (
        (
            "Lagoon Line",
            HEAD,
            FIRST + ", the press service told Kazinform, Lagoon Line reports.",
            REST,
            "© Lagoon Line 2019",
        ),
        "Kazinform",
    ),
    ((HEAD, FIRST + ", the press service told Kazinform, Lagoon Line reports.", REST), None),
    ((HEAD, "Source: a spokesman; TASS", FIRST + ".", REST), None),
    # A photograph's agency, an agency that quotes, and one that helped are not the story's.
    ((HEAD, "The ministers shake hands in Rome on May 4, 2021. (AP Photo/Jan Novak)", FIRST + ".", REST), None),
    (
        (
            HEAD,
            FIRST + ".",
            "RIA quoted the minister as saying that the salt was good and that there was enough of it.",
        ),
        None,
    ),
    ((HEAD, FIRST + ".", REST, "The Associated Press contributed to this report."), None),
    ((HEAD, FIRST + ".", "“We have enough salt,” the minister told Reuters after the meeting."), None),
]


@pytest.mark.parametrize(("lines", "name"), WIRES)
def test_the_wire_is_the_agency_whose_copy_it_is(lines: tuple[str, ...], name: str | None) -> None:
    assert wire(*lines) == name


def test_an_agencys_own_page_carries_its_own_copy() -> None:
    assert wire(HEAD, FIRST + ".", REST, url="https://tass.com/politics/1") == "TASS"


OUTLETS = [
    ((HEAD, FIRST + ".", REST), "https://www.reuters.com/world/1", "Reuters"),
    ((HEAD, FIRST + ".", REST, "Support Ukrainska Pravda or become our patron!"), "", "Ukrainska Pravda"),
    ((HEAD, FIRST + ".", REST, "(This story has not been edited by Devdiscourse staff.)"), "", "Devdiscourse"),
    ((HEAD, FIRST + ".", REST, "A Message from The Moscow Times:"), "", "The Moscow Times"),
    ((HEAD, FIRST + ".", REST, "© 2019 The Washington Times, LLC. All rights reserved."), "", "Washington Times"),
    # "told X" names whom somebody spoke to, not who published.
    (
        (HEAD, FIRST + ".", "“We have enough salt,” the minister told The Moscow Times after the meeting on Monday."),
        "",
        None,
    ),
    ((HEAD, FIRST + ".", REST), "", None),
]


@pytest.mark.parametrize(("lines", "url", "name"), OUTLETS)
def test_the_outlet_is_who_the_address_or_the_page_itself_names(
    lines: tuple[str, ...], url: str, name: str | None
) -> None:
    page = parse_page("\n\n".join(lines), metas={"url": url}, html=False)
    found = cut_page(page).outlet
    assert (found.name.removeprefix("The ") if found else None) == (name.removeprefix("The ") if name else None)
