"""A site nobody has listed is named by what its page says of itself, or not at all."""

from __future__ import annotations

import pytest

from communique.pages import parse_page
from communique.stories import cut_page

STORY = """Ministers agree on ferry line

The transport ministers of Latvia and Estonia agreed on Monday in Riga on a ferry line between their two islands.

The line will open in the summer, Minister Janis Kalnozols told reporters after the meeting in the Latvian capital.
"""
TOLD = STORY.replace("told reporters", "told Lagoon Weekly")


def outlet(page: str, address: str | None = None) -> str | None:
    found = cut_page(parse_page(page, metas={"url": address} if address else {}, html=False)).outlet
    if found is not None and found.span is not None:
        assert found.span.cut(page).strip()
    return found.name if found else None


PLAIN = [
    ("Copyright © 2016 The Lagoon Courier. All rights reserved.", "The Lagoon Courier"),
    ("© 2001-2019 Lagoon Courier", "Lagoon Courier"),
    ("© LAGOON COURIER 2019. Powered by WordPress", "Lagoon Courier"),
    ("Lagoon Courier © All rights reserved", "Lagoon Courier"),
    ("A Message from The Lagoon Courier:", "The Lagoon Courier"),
    ("The bridge is old. Support Lagoon Courier or become a patron!", "Lagoon Courier"),
    ("(This story has not been edited by Lagoon Courier staff.)", "Lagoon Courier"),
    ("© 2021 Ministry of Salt and Fisheries", "Ministry of Salt and Fisheries"),
]


@pytest.mark.parametrize(("line", "name"), PLAIN)
def test_one_plain_statement_names_the_site(line: str, name: str) -> None:
    assert outlet(f"{STORY}\n{line}\n") == name


NOT_ITS_NAME = [
    "© 2023 AFP",
    "Copyright 2026 The Associated Press. All rights reserved.",
    "(c) 2019, The Lantern Post",  # how syndicated copy is signed
    "© 2019 Getty Images",
    "© 2023 Meridian Media Holdings Ltd. All Rights Reserved.",  # the firm behind it
    "Copyright © 2019 | Theme by MagPress. Powered by WordPress",
    "Copyright Compliance",
    "© 2019. All rights reserved.",
    "A message from the Editor",
    "A message from Anna Kask, editor",
    "Support Estonia or donate to its army",
    "© 2019 Lagoon Courier\n\n© 2019 Harbour Mirror",  # as well stated one as the other
    "Follow Minister Kalnozols on X",
    "The views expressed are not those of Lagoon Courier",
]


@pytest.mark.parametrize("line", NOT_ITS_NAME)
def test_who_owns_made_or_sold_a_part_of_the_page_is_not_its_outlet(line: str) -> None:
    assert outlet(f"{STORY}\n{line}\n") is None


BORNE_OUT = [
    (STORY, "The Lagoon Weekly is an independent news site."),
    (STORY, "Click here to join the Lagoon Weekly on WhatsApp"),
    (STORY, "Subscribe to the print edition of the Lagoon Weekly: 40 a year"),
    (STORY, "Get Breaking News Alerts From Lagoon Weekly"),
    (STORY, "EXPLORE LAGOON WEEKLY"),
    (STORY, "Enjoying Lagoon Weekly? You have 2 free articles left this month."),
    (STORY, "Follow Lagoon Weekly on Telegram"),
    (STORY, "Photo: M. Tamm / Lagoon Weekly"),
    (STORY, "Write to us: info@lagoonweekly.com"),
    (STORY, "© 2023 Lagoon Weekly Media Ltd"),  # the firm's name bears the masthead out
    (STORY, "Lagoon Weekly does not always share the views of its sources."),
    (TOLD, ""),
]


@pytest.mark.parametrize(("story", "line"), BORNE_OUT)
@pytest.mark.parametrize("masthead", ["Lagoon Weekly", "LAGOON WEEKLY", "Lagoon Weekly | Monday, 5 May 2014"])
def test_a_masthead_counts_with_a_second_statement(masthead: str, story: str, line: str) -> None:
    assert outlet(f"{masthead}\nHome\n\n{story}\n{line}\n") == "Lagoon Weekly"


def test_a_radios_frequency_is_no_part_of_its_name() -> None:
    page = f"Lagoon FM 98.4\n\n{STORY}\nLagoon FM is a community station.\n"
    assert outlet(page) == "Lagoon FM"


def test_an_address_bears_a_masthead_out() -> None:
    assert outlet(f"Salt Line\n\n{STORY}", address="https://www.saltline.example/2014/05") == "Salt Line"


def test_a_papers_name_above_a_row_of_sections_is_a_masthead_borne_out() -> None:
    assert outlet(f"Lagoon Post\n\nWORLD BUSINESS LIFE SPORTS\n\n{STORY}") == "Lagoon Post"


NEVER = [
    ("Lagoon Weekly\n\n", STORY, ""),  # a masthead alone: a section's name stands there, too
    ("", TOLD, ""),  # another paper's reporter was told
    ("Anna Kask\n\n", STORY, "Follow Anna Kask on Twitter"),
    ("Middle East\n", STORY, "More from Middle East"),
    ("Estonia\n", STORY, "More from Estonia"),
    ("Salt Pipeline\n", STORY, "Read more on Salt Pipeline"),  # a topic
    ("Salt War\n", STORY, "Subscribe to Salt War newsletter"),
]


@pytest.mark.parametrize(("head", "story", "foot"), NEVER)
def test_none_is_a_fine_answer(head: str, story: str, foot: str) -> None:
    assert outlet(f"{head}{story}\n{foot}\n") is None


def test_a_desk_that_signs_for_its_paper_names_it() -> None:
    assert outlet(f"Lagoon Bulletin / News Desk\n{STORY}") == "Lagoon Bulletin"
    assert outlet(f"Anna Kask / News Desk\n{STORY}") is None


LABELLED = [
    ("Lagoon Times - ", "", "Lagoon Times"),
    ("Lagoon Times – ", "", "Lagoon Times"),
    ("CNN — ", "", "CNN"),
    ("Geneva - ", "", None),
    ("Deputy Minister - ", "", None),
    ("Lagoon Talks - ", "", None),  # a topic
    ("", " – Rappler.com", "Rappler"),
    ("", " – Lagoonline.com", None),  # whose address nobody has listed
    ("", " – KUNA", None),  # an agency signs on others' pages, too
]


@pytest.mark.parametrize(("before", "behind", "name"), LABELLED)
def test_a_name_before_the_first_words_or_behind_the_last_is_the_outlets(
    before: str, behind: str, name: str | None
) -> None:
    head, _, text = STORY.strip().partition("\n\n")
    assert outlet(f"{head}\n\n{before}{text}{behind}\n") == name


def test_who_distributes_the_copy_of_others_is_the_pages_outlet() -> None:
    note = "Copyright © 2024 Angola Press Agency. All rights reserved. Distributed by AllAfrica Global Media (allAfrica.com)."
    assert outlet(f"{STORY}\n{note}\n") == "allAfrica"
