"""What stands right beside a name: whose office, whose country, and words that are no part of it. All are invented."""

from __future__ import annotations

import pytest

from communique.model import Entity
from tests.people.scenes import mention, scene, who


def _bearer(text: str, name: str, *names: str) -> Entity:
    page, cast = scene(text, names=(f"PER {name}", *names))
    found = mention(page, cast, name)
    assert found is not None
    assert found.entity is not None
    return cast.entity(found.entity)


COUNTRIES = [  # text, name, country, office
    ("Deputy Prime Minister of Kazakhstan Yerlan Abenov arrived.", "Yerlan Abenov", "KAZ", "deputy head of government"),
    ("Minister of Foreign Affairs of Uzbekistan Rustam Yoldosh arrived.", "Rustam Yoldosh", "UZB", "foreign minister"),
    ("Prime Minister Aart Visserman of the Netherlands arrived.", "Aart Visserman", "NLD", "head of government"),
    ("President Ana Ruizal of Peru arrived.", "Ana Ruizal", "PER", "head of state"),
    ("Prime Minister Benyamin Asfawa (Ethiopia) arrived.", "Benyamin Asfawa", "ETH", "head of government"),
    # two of one house share the country behind the second
    ("King Olaf Holt and Queen Marta Holt of Norway arrived.", "Olaf Holt", "NOR", "head of state"),
    # American lawmakers by party and state
    ("Sen. Elroy Dunhame (R-SC) agreed.", "Elroy Dunhame", "USA", "lawmaker"),
    ("Sen. Mary Coltrane, D-Calif., agreed.", "Mary Coltrane", "USA", "lawmaker"),
    # where one is sent is not whose one is
    ("Canadian Ambassador to China Dominic Fairwell arrived.", "Dominic Fairwell", "CAN", "ambassador"),
    ("The ambassador of Peru to Chile, Ana Quispal, left.", "Ana Quispal", "PER", "ambassador"),
    # the head of a national body is not the head of state
    ("The president of the Peruvian Chamber of Commerce, Ana Ruizal, left.", "Ana Ruizal", "PER", "head of body"),
    # an indefinite office between commas is an apposition as well
    ("A spokesperson for the Ministry of Defence, Ana Ruizal, left.", "Ana Ruizal", None, "spokesperson"),
]


@pytest.mark.parametrize(("text", "name", "country", "office"), COUNTRIES)
def test_the_words_beside_a_name_give_country_and_office(
    text: str, name: str, country: str | None, office: str
) -> None:
    entity = _bearer(text, name)
    assert (entity.name, entity.country, [one.office for one in entity.offices]) == (name, country, [office])


OTHERS = [  # text, name, the offices it has: words beside it that are somebody else's
    ("A spokesman for Foreign Minister Rosa Delgad said so.", "Rosa Delgad", ["foreign minister"]),
    ("A spokesman for Chile's foreign minister, Rosa Delgad, said so.", "Rosa Delgad", ["foreign minister"]),
    ("The spokesman for Mr Rosal Delgad said so.", "Rosal Delgad", []),
    ("According to Pedro Tellmann, the Chilean president said yes.", "Pedro Tellmann", []),
]


@pytest.mark.parametrize(("text", "name", "offices"), OTHERS)
def test_an_office_of_somebody_else_is_not_given_to_the_name_beside_it(
    text: str, name: str, offices: list[str]
) -> None:
    assert [one.office for one in _bearer(text, name).offices] == offices


def test_a_list_of_two_offices_with_of_gives_each_name_its_own() -> None:
    _, cast = scene("Deputy Prime Minister of Kazakhstan Yerlan Abenov and Turkish Trade Minister Haluk Karaos met.")
    assert [(one.name, one.country) for one in cast.entities if one.kind == "person"] == [
        ("Yerlan Abenov", "KAZ"),
        ("Haluk Karaos", "TUR"),
    ]


NAMES = [  # text, what the reader takes for a name, the name
    ("UNSRSG Ana Yamashiri arrived.", "ORG UNSRSG Ana Yamashiri", "Ana Yamashiri"),
    ("CFO Meng Wanshu left.", "PER CFO Meng Wanshu", "Meng Wanshu"),
    # two capitals are initials
    ("JD Vanceman spoke.", "PER JD Vanceman", "JD Vanceman"),
    # an initial is no article
    ("Minister John A. Carrow left.", "PER John", "John A. Carrow"),
    # lost markup: the name came twice
    ("Sen. Bob Dunham Robert (Bob) Dunham left.", "PER Bob Dunham Robert", "Bob Dunham"),
    ("Sen. Ana Ruizal Ana Maria Ruizal left.", "PER Ana Ruizal Ana Maria Ruizal", "Ana Maria Ruizal"),
    # lost blank before a known name or capitals
    ("Sen. Elroy RischalTrump left.", "PER Elroy RischalTrump", "Elroy Rischal"),
    ("Sen. Elroy RischalGOP left.", "PER Elroy RischalGOP", "Elroy Rischal"),
    # capitals inside one word
    ("Sen. Donald McKinley left.", "PER Donald McKinley", "Donald McKinley"),
    ("Sen. Rosa DelaCruz left.", "PER Rosa DelaCruz", "Rosa DelaCruz"),
    # an editor's brackets
    ("[Foreign Minister Ana] Ruizal left.", "PER Ruizal", "Ana Ruizal"),
    # a country named right before the name, whatever the reader says
    ("US special envoy for Sudan Tom Dunham left.", "PER Sudan Tom Dunham", "Tom Dunham"),
]


@pytest.mark.parametrize(("text", "label", "name"), NAMES)
def test_a_name_ends_where_the_person_does(text: str, label: str, name: str) -> None:
    _, cast = scene(text, names=(label,))
    assert [one.name for one in cast.entities if one.kind == "person"] == [name]


def test_buttons_of_a_site_are_nobody() -> None:
    _, cast = scene("Free Sign Up for more.", names=("PER Free Sign",))
    assert not [one for one in cast.entities if one.kind == "person"]


def test_hyphens_make_no_second_person() -> None:
    _, cast = scene("Kim Sang-ho spoke. Kim Sang Ho left.", names=("PER Kim Sang-ho", "PER Kim Sang Ho"))
    assert [one.name for one in cast.entities if one.kind == "person"] == ["Kim Sang-ho"]


def test_two_family_names_that_lost_what_stood_between_them_are_no_new_person() -> None:
    text = "Trump smiled. Wang smiled. On Kim and Trump Wang said no."
    _, cast = scene(text, names=("PER Trump Wang",))
    assert "Trump Wang" not in [one.name for one in cast.entities]


def test_the_family_name_alone_is_the_leaders_and_not_the_wifes() -> None:
    text = "French President Emmanuel Macron and his wife, Brigitte Macron, arrived. Macron smiled."
    page, cast = scene(text, day="2019-05-05", names=("PER Brigitte Macron",))
    assert who(page, cast, "Macron smiled") == "Emmanuel Macron"


def test_a_first_name_of_the_other_sex_makes_an_officials_name_a_relatives() -> None:
    page, cast = scene("Maryam Nawaz Sharif left Pakistan.", day="2025-05-05")
    assert who(page, cast, "Maryam Nawaz Sharif") == "Maryam Nawaz Sharif"


def test_a_family_name_is_read_in_every_spelling_the_knowledge_has() -> None:
    page, cast = scene("In Ukraine President Zelensky smiled.", day="2022-05-05")
    assert who(page, cast, "Zelensky") == "Volodymyr Zelenskyy"


LEADERS = [  # text, the word, whom it leads to; no country is named
    ("Macron met nobody. Macron smiled.", "Macron", "Emmanuel Macron"),
    ("Macron met nobody.", "Macron", None),  # once is not enough
    ("Malyshev met nobody. Malyshev smiled.", "Malyshev", None),
    ("Kim met nobody. Kim smiled.", "Kim", None),  # there are many
]


@pytest.mark.parametrize(("text", "words", "name"), LEADERS)
def test_a_leader_of_the_day_is_known_by_a_family_name_nobody_else_has(text: str, words: str, name: str | None) -> None:
    assert who(*scene(text, day="2019-05-05"), words) == name


def test_an_office_of_a_body_keeps_the_bodys_country_and_not_the_holders() -> None:
    _, cast = scene(
        "Norway was glad. NATO Secretary-General Jens Stoltenberg spoke. Secretary-General Stoltenberg left.",
        day="2019-05-05",
    )
    entity = cast.entity(cast.mentions[-1].entity or "")
    assert {one.country for one in entity.offices} == {"NATO"}
