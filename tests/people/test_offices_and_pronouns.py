"""Offices that stand alone, counterparts, and pronouns: led to someone where it is clear, left open where it is not."""

from __future__ import annotations

import pytest

from tests.people.scenes import mention, scene, who

LEAD = "Russian Defence Minister Igor Malyshev met Norway's Foreign Minister Ingrid Solheim in Oslo."

ALONE = [  # words that follow the lead, what is asked for, whom it leads to
    ("The Russian defence minister smiled.", "Russian defence minister", "Igor Malyshev"),
    ("Norway's foreign minister smiled.", "Norway's foreign minister", "Ingrid Solheim"),
    ("The foreign minister smiled.", "foreign minister", "Ingrid Solheim"),
    ("The Norwegian minister smiled.", "Norwegian minister", "Ingrid Solheim"),
    ("The minister smiled.", "minister smiled", None),  # there are two
    ("A Russian defence minister never smiles.", "defence minister never", None),
    ("The Swedish defence minister smiled.", "Swedish defence minister", None),  # undated: nobody holds it here
]


@pytest.mark.parametrize(("text", "words", "name"), ALONE)
def test_an_office_alone_leads_to_whom_the_story_gives_it(text: str, words: str, name: str | None) -> None:
    assert who(*scene(LEAD, text), words) == name


def test_an_office_the_story_gives_nobody_leads_to_its_holder_on_the_storys_day() -> None:
    page, cast = scene("The German chancellor travelled to Oslo.", day="2016-05-05")
    found = mention(page, cast, "German chancellor")
    assert found is not None
    assert found.how == "office"
    assert who(page, cast, "German chancellor") == "Angela Merkel"


def test_an_office_that_changed_hands_on_the_storys_day_is_left_open() -> None:
    page, cast = scene("The German chancellor travelled to Oslo.", day="2021-12-08")
    assert who(page, cast, "German chancellor") is None


def test_an_undated_story_asks_no_tenures() -> None:
    assert who(*scene("The German chancellor travelled to Oslo."), "German chancellor") is None


def test_a_counterpart_named_beside_it_holds_the_same_office_over_there() -> None:
    page, cast = scene(
        "Kenyan Water Minister Josphat Kiplimo and his Ethiopian counterpart, Mulugeta Desta, signed a paper.",
        "The Ethiopian minister smiled.",
    )
    assert who(page, cast, "Mulugeta") == "Mulugeta Desta"
    assert who(page, cast, "Ethiopian minister") == "Mulugeta Desta"
    assert who(page, cast, "his") == "Josphat Kiplimo"


def test_a_counterpart_alone_leads_to_whom_the_story_gives_the_office() -> None:
    page, cast = scene(
        "Polish Defence Minister Wojciech Radzimski arrived. Norwegian Defence Minister Ingrid Solheim waited.",
        "Solheim met her Polish counterpart on the quay.",
    )
    assert who(page, cast, "Polish counterpart") == "Wojciech Radzimski"


PRONOUNS = [  # the story, the pronoun and which one, whom it leads to
    ("Malyshev said he was tired.", "he ", 0, "Igor Malyshev"),
    ("Solheim said she was tired.", "she ", 0, "Ingrid Solheim"),
    ("Malyshev spoke of mines. He smiled.", "He ", 0, "Igor Malyshev"),
    ("“We agree,” Malyshev said. “It is good,” he said.", "he said", 0, "Igor Malyshev"),
    ("In his speech, Malyshev spoke of mines.", "his", 0, "Igor Malyshev"),
    ("Malyshev told Igor Malyshev's brother Pavel Malyshev of his plan.", "his", 0, None),  # two men before it
    ("“He knows,” Solheim said.", "He knows", 0, None),  # inside quotation marks anybody can be meant
]


@pytest.mark.parametrize(("text", "words", "nth", "name"), PRONOUNS)
def test_a_pronoun_is_led_back_where_the_choice_is_clear(text: str, words: str, nth: int, name: str | None) -> None:
    assert who(*scene(LEAD, text, names=("PER Pavel Malyshev",)), words, nth) == name


def test_everything_left_open_has_its_reason() -> None:
    _, cast = scene(LEAD, "The minister smiled.")
    opened = [one for one in cast.mentions if one.entity is None]
    assert [one.text for one in opened] == ["minister"]
    assert [(skip.what, skip.span) for skip in cast.skips] == [("name", one.span) for one in opened]


STRANGERS = [  # words that follow a story of one man: the pronoun may mean the stranger, so it is left open
    "A spokesman said he was glad.",
    "Zorvald said he was glad.",
]


@pytest.mark.parametrize("text", STRANGERS)
def test_a_pronoun_behind_a_stranger_is_not_given_to_the_one_known_man(text: str) -> None:
    page, cast = scene("Russian Defence Minister Igor Malyshev smiled.", text, names=("PER Zorvald",))
    assert who(page, cast, "he was") is None
