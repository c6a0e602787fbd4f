"""What is read across a story's sentences, what does not stand, and how the work is bounded.

The stories are published on Wednesday 6 March 2024, as in ``test_accounts``.
"""

from __future__ import annotations

import time

import pytest

from tests.events.scenes import read_text, tell

MET = "Ingrid Solheim met Marek Zielonka in Gdynia on Tuesday."
MEETING = "meeting occurred news: Solheim guest, Zielonka host; 2024-03-05; Gdynia"

CASES: list[tuple[str, dict[str, str], list[str]]] = [
    # "the two ministers" are the two who met, and they signed on that occasion
    (
        f"{MET}\nThe two ministers signed a letter of intent on mines.",
        {},
        [MEETING, "agreement occurred news: Solheim participant, Zielonka participant; 2024-03-05; -"],
    ),
    # a third person speaks: "the two ministers" may be he and one of them
    (f"{MET}\nAnton Belov said the two ministers had signed a letter.", {}, [MEETING]),
    # states joined by a dash are the two sides; a headline's infinitive is a plan
    (
        "# US-China trade talks to begin in Geneva",
        {},
        ["negotiation planned news: United States participant, China participant; 2024-03-06..; -"],
    ),
    # a list of states behind "counterparts from"; the comma gives the calls to the one who vowed
    (
        "Kenji Morita vowed that Japan would stand firm, in calls with his counterparts from Norway, Poland and Italy.",
        {"his": "Kenji Morita"},
        [
            "call occurred news: Morita participant, Norway participant, Poland participant, Italy participant;"
            " 2024-03-05..2024-03-06; -"
        ],
    ),
    (
        "A Polish-Norwegian naval exercise will be held off Gdynia from May 6 to May 10.",
        {},
        ["exercise planned news: Poland participant, Norway participant; 2024-05-06..2024-05-10; Gdynia"],
    ),
    # who calls a meeting off was to be there
    (
        "Dana Whitlock said he was calling off secret meetings scheduled for Sunday with Omar Haddad.",
        {"he": "Dana Whitlock"},
        ["meeting cancelled news: Whitlock participant, Haddad participant; 2024-03-10; -"],
    ),
    (
        "On a visit to Oslo, Marek Zielonka praised the port.",
        {},
        ["visit occurred news: Zielonka guest; 2024-03-05..2024-03-06; Oslo"],
    ),
    # the one who signed with another after talks talked with him
    (
        "Ingrid Solheim signed the paper with Marek Zielonka on Tuesday after two hours of talks.",
        {},
        [
            "agreement occurred news: Solheim participant, Zielonka participant; 2024-03-05; -",
            "meeting occurred news: Solheim participant, Zielonka participant; 2024-03-05; -",
        ],
    ),
    # the headline names the telephone, the lead only says that they spoke
    (
        "# Readout of Ingrid Solheim's call with Marek Zielonka\nIngrid Solheim spoke with Marek Zielonka on Monday.",
        {},
        ["call occurred news: Solheim participant, Zielonka participant; 2024-03-04; -"],
    ),
    (
        f"{MET} Later the same day Ingrid Solheim received Kenji Morita.",
        {},
        [MEETING, "meeting occurred news: Solheim host, Morita guest; 2024-03-05; -"],
    ),
    (
        "Kenya and Ethiopia struck a deal in Nairobi on Monday.",
        {},
        ["agreement occurred news: Kenya participant, Ethiopia participant; 2024-03-04; Nairobi"],
    ),
]

NOTHING = [
    "Officials met with representatives of Peru and Chile on Monday.",  # they did not meet each other
    "Kenji Morita and Lucia Ferrante agree on this point.",  # an opinion
    "Russia was condemned after invading Ukraine.",  # a war in passing
    "Norway and Poland could agree a trade deal.",  # only possible
    "The envoy of Russia was expelled.",  # nobody says by whom
]


@pytest.mark.parametrize(("text", "who", "accounts"), CASES)
def test_a_story_is_read_as_a_whole(text: str, who: dict[str, str], accounts: list[str]) -> None:
    assert tell(text, who=who) == accounts


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_too_thin_makes_no_account(text: str) -> None:
    assert tell(text) == []


def test_an_account_that_does_not_stand_leaves_its_reason() -> None:
    _, skips = read_text("Russia invaded Ukraine in February 2022.")
    assert [skip.reason for skip in skips] == ["attack: recalled without a day and a place"]


def test_a_page_of_nine_hundred_meetings_is_read_in_bounded_time() -> None:
    text = "\n".join(
        f"Ingrid Solheim met Marek Zielonka in Oslo on March {day % 28 + 1}, {2012 + day % 11}." for day in range(900)
    )
    begun = time.perf_counter()
    assert 0 < len(tell(text)) <= 200
    assert time.perf_counter() - begun < 20
