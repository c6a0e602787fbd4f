"""Who is named: titles, orders of names, surnames, and when a name is left open. All officials here are invented."""

from __future__ import annotations

import pytest

from tests.people.scenes import mention, scene, who

# words of the story, what is asked for, which of them, the name it leads to
NAMED = [
    ("Norwegian Defence Minister Ingrid Solheim Aas spoke. Aas smiled.", "Aas", 1, "Ingrid Solheim Aas"),
    ("Chile's Foreign Minister María Paz Undurraga Soto spoke. Undurraga smiled.", "Undurraga", 1, "María Paz Undurraga Soto"),
    ("Omani Transport Minister Salim bin Nasser al-Habsi spoke. Al-Habsi smiled.", "Al-Habsi", 0, "Salim bin Nasser al-Habsi"),
    ("Chinese Vice Premier Luo Weiming spoke. Luo smiled.", "Luo", 1, "Luo Weiming"),
    ("South Korean ambassador Kim Gyeong-mok spoke. Mr Kim smiled.", "Kim", 1, "Kim Gyeong-mok"),
    ("Vietnamese General Tran Quoc Bao spoke. Gen. Bao smiled.", "Bao", 1, "Tran Quoc Bao"),
    ("Burmese Foreign Minister U Thein Zaw Oo spoke. U Thein Zaw Oo smiled.", "Thein Zaw Oo", 1, "Thein Zaw Oo"),
    ("Ethiopian Water Minister Mulugeta Desta spoke. Ato Mulugeta smiled.", "Mulugeta", 1, "Mulugeta Desta"),
    ("Dutch Prime Minister Karel van der Zand spoke. Van der Zand smiled.", "Van der Zand", 0, "Karel van der Zand"),
    ("Polish Deputy Foreign Minister Jan T. Zielonka-Nowak spoke. Zielonka-Nowak's aide smiled.", "Zielonka-Nowak", 1, "Jan T. Zielonka-Nowak"),
    ("Kenya's foreign minister, Josphat Kiplimo, spoke. Kiplimo smiled.", "Kiplimo", 1, "Josphat Kiplimo"),
    ("Orest Havryl, deputy chairman of Ukraine's harbour council, spoke. Havryl smiled.", "Havryl", 1, "Orest Havryl"),
    ("Foreign ministers Ana Ruiz and Pavel Dvorsky met. Dvorsky smiled.", "Dvorsky", 1, "Pavel Dvorsky"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "nth", "name"), NAMED)
def test_a_short_form_leads_to_the_full_name_of_the_story(text: str, words: str, nth: int, name: str) -> None:
    assert who(*scene(text, names=("PER Orest Havryl",)), words, nth) == name


OFFICES = [  # title printed without the country, the term, the country
    ("Russian Defence Minister Igor Malyshev spoke.", "Defence Minister", "defence minister", "RUS"),
    ("Igor Malyshev, Minister of Defence of Russia, spoke.", "Minister of Defence", "defence minister", "RUS"),
    ("Igor Malyshev, the Russian deputy foreign minister, spoke.", "deputy foreign minister", "deputy minister", "RUS"),
    ("Igor Malyshev, who is now Russia's foreign minister, spoke.", "foreign minister", "foreign minister", "RUS"),
    ("Russia's Premier, Igor Malyshev, spoke.", "Premier", "head of government", "RUS"),
    ("Former Russian President Igor Malyshev spoke.", "President", "head of state", "RUS"),
    ("US Secretary of State Igor Malyshev spoke.", "US Secretary of State", "foreign minister", "USA"),
]


@pytest.mark.parametrize(("text", "title", "term", "country"), OFFICES)
def test_an_office_beside_a_name_is_read_with_its_country(text: str, title: str, term: str, country: str) -> None:
    page, cast = scene(text, names=("PER Igor Malyshev",))
    person = next(one for one in cast.entities if one.kind == "person")
    assert [(one.title, one.office, one.country) for one in person.offices] == [(title, term, country)]
    assert title in person.offices[0].span.cut(page.text)
    assert person.country == country


def test_offices_of_two_countries_go_to_two_names_in_their_order() -> None:
    _, cast = scene("The foreign ministers of Chile and Peru, Ana Ruiz Soto and Jorge Luis Quispe Arana, will meet.")
    assert [(one.name, one.country) for one in cast.entities if one.kind == "person"] == [
        ("Ana Ruiz Soto", "CHL"), ("Jorge Luis Quispe Arana", "PER"),
    ]  # fmt: skip


def test_two_people_of_one_surname_are_told_apart_by_title_and_sex() -> None:
    page, cast = scene(
        "Peru's foreign minister, Jorge Luis Quispe, opened the office.",
        "The trader Nelly Quispe Mamani was angry. Ms. Quispe had written letters.",
        "Minister Quispe did not speak.",
        names=("PER Nelly Quispe Mamani",),
    )
    assert who(page, cast, "Quispe", 2) == "Nelly Quispe Mamani"
    assert who(page, cast, "Quispe", 3) == "Jorge Luis Quispe"


def test_two_people_of_one_surname_are_left_open_where_nothing_decides() -> None:
    page, cast = scene(
        "Santos wants radios", "Defense Secretary Ramon Santos and Admiral Luisa Santos met in Manila.", headline=True
    )
    assert who(page, cast, "Santos") is None
    assert [skip.reason for skip in cast.skips if skip.what == "name"] == ["two people here bear this name"]


def test_a_headline_takes_its_names_from_the_body() -> None:
    page, cast = scene(
        "Malyshev Meets Solheim Over Mines",
        "Russian Defence Minister Igor Malyshev met Norway's Foreign Minister Ingrid Solheim in Oslo.",
        headline=True,
    )
    assert [who(page, cast, "Malyshev"), who(page, cast, "Solheim")] == ["Igor Malyshev", "Ingrid Solheim"]


def test_a_headline_in_capitals_takes_its_names_from_the_body() -> None:
    page, cast = scene("MALYSHEV FLIES TO OSLO", "Russian Defence Minister Igor Malyshev flew to Oslo.", headline=True)
    assert who(page, cast, "MALYSHEV") == "Igor Malyshev"


def test_a_possessive_ending_is_no_part_of_the_name() -> None:
    page, cast = scene("Russian Defence Minister Igor Malyshev spoke. Malyshev’s aide did not.")
    found = mention(page, cast, "Malyshev", 1)
    assert found is not None
    assert found.text == "Malyshev"


def test_an_invented_person_with_an_officials_family_name_is_not_that_official() -> None:
    _, cast = scene(
        "The Moscow baker Anatoly Putin sold bread to Russian soldiers.", day="2020-05-05", names=("PER Anatoly Putin",)
    )
    baker = next(one for one in cast.entities if one.kind == "person")
    assert (baker.name, baker.known) == ("Anatoly Putin", None)


def test_a_known_official_is_known_by_full_name_where_the_story_speaks_of_the_country() -> None:
    _, cast = scene("Angela Merkel travelled through Germany.", day="2016-05-05")
    assert [(one.name, one.known, one.country) for one in cast.entities if one.kind == "person"] == [
        ("Angela Merkel", "DEU:Angela Merkel", "DEU")
    ]


def test_a_family_name_with_office_and_country_leads_to_the_known_official() -> None:
    page, cast = scene("German Chancellor Merkel travelled to Oslo.", day="2016-05-05")
    assert who(page, cast, "Merkel") == "Angela Merkel"


def test_another_spelling_leads_to_the_known_official() -> None:
    _, cast = scene("Russian Defence Minister Sergey Shoygu travelled.", day="2016-05-05")
    assert [one.known for one in cast.entities if one.kind == "person"] == ["RUS:Sergei Shoigu"]


def test_a_name_broken_by_a_hard_wrapped_line_is_one_name() -> None:
    page, cast = scene("Russian Defence Minister Igor\nMalyshev spoke. Malyshev smiled.")
    assert who(page, cast, "Malyshev", 1) == "Igor Malyshev"


def test_a_family_name_that_is_a_month_is_told_from_the_month() -> None:
    page, cast = scene("British Prime Minister Helena May spoke in May. May smiled on May 5.")
    assert [who(page, cast, "May", nth) for nth in range(4)] == ["Helena May", None, "Helena May", None]


def test_a_company_is_no_person_although_a_first_name_begins_it() -> None:
    _, cast = scene("Norway thanked the Ivan Petrov Foundation.")
    assert [one.kind for one in cast.entities if "Petrov" in one.name] in ([], ["body"])


KNOWN_WRONG = [
    # no title, no known first name and no reader: nobody sees that this is a person
    ("Thandiwe Mokoena-Dlamini smiled at the Norwegian minister.", "Thandiwe Mokoena-Dlamini", None),
]


@pytest.mark.parametrize(("text", "words", "name"), KNOWN_WRONG)
def test_what_is_known_to_be_read_wrongly(text: str, words: str, name: str | None) -> None:
    assert who(*scene(text), words) == name
