"""Whose minister a name is, and when the knowledge may name a holder. Everybody here is invented, a few leaders apart."""

from __future__ import annotations

import pytest

from communique.model import Entity
from tests.people.scenes import mention, scene, who


def _country(name: str, *lines: str, names: tuple[str, ...] = (), headline: bool = False) -> str | None:
    page, cast = scene(*lines, names=(f"PER {name}", *names), headline=headline)
    found = mention(page, cast, name)
    assert found is not None
    assert found.entity is not None
    return cast.entity(found.entity).country


HOMES = [  # text, name, its country
    ("He met the President of the Republic of Kazakhstan Daniyar Ospanow.", "Daniyar Ospanow", "KAZ"),
    ("The Rwandan Foreign Affairs and Cooperation minister, Bosco Habiman, left.", "Bosco Habiman", "RWA"),
    ("Presidents Ana Ruizal of Peru and Olaf Holt of Norway met.", "Ana Ruizal", "PER"),
    ("Presidents Ana Ruizal of Peru and Olaf Holt of Norway met.", "Olaf Holt", "NOR"),
    ("President Ana Ruizal of Peru met her counterpart from Norway, Olaf Holt, on Sunday.", "Olaf Holt", "NOR"),
    (
        "President Ana Ruizal of Peru met her counterpart from the Democratic Republic of Congo (DRC), Fabrice Mulam.",
        "Fabrice Mulam",
        "COD",
    ),
    ("Ana Ruizal of Peru called Foreign Minister Olaf Holt, her Norwegian counterpart.", "Olaf Holt", "NOR"),
    # no second comma behind the name
    ("She took a call from Foreign Minister of Norway, Dr. Olaf Holt on Monday.", "Olaf Holt", "NOR"),
    # a shared demonym means the one that the story names
    ("The Democratic Republic of the Congo was calm. Congolese President Fabrice Mulam left.", "Fabrice Mulam", "COD"),
    ("Congolese President Fabrice Mulam left.", "Fabrice Mulam", None),
    # a title of a few countries as well
    ("The Philippines was calm. Foreign Secretary Ernesto Villarul left.", "Ernesto Villarul", "PHL"),
    ("Foreign Secretary Ernesto Villarul left.", "Ernesto Villarul", None),
    # only one country has the office, and the page says another
    ("Treasury Secretary Ana Ruizal left.", "Ana Ruizal", "USA"),
    ("Peru's Treasury Secretary Ana Ruizal left.", "Ana Ruizal", "PER"),
]


@pytest.mark.parametrize(("text", "name", "country"), HOMES)
def test_the_country_is_read_from_every_usual_wording(text: str, name: str, country: str | None) -> None:
    assert _country(name, text) == country


SIDES = [  # lines, name, its country: two sides speak, and the other office is taken
    (("Chile and Peru agree", "Foreign Minister Ana Ruizal called Peruvian Foreign Minister Jorge Quispal."), "CHL"),
    (("Chile agrees", "Foreign Minister Ana Ruizal called Jorge Quispal."), None),
    (
        ("Chile, Peru and Norway agree", "Foreign Minister Ana Ruizal called Peruvian Foreign Minister Jorge Quispal."),
        None,
    ),
]


@pytest.mark.parametrize(("lines", "country"), SIDES)
def test_of_two_sides_an_official_is_of_the_one_whose_office_is_free(
    lines: tuple[str, ...], country: str | None
) -> None:
    assert _country("Ana Ruizal", *lines, names=("PER Jorge Quispal",), headline=True) == country


NAMES = [  # text, what the reader takes for a name, the people
    ("Foreign Minister Makhdoom Syed Nadeem Bukharin left.", "PER Makhdoom", ["Nadeem Bukharin"]),
    ("Islam Times - Iranian Foreign Minister Kazem Rostam left.", "PER Islam Times", ["Kazem Rostam"]),
    ("Distinguished Delegates, thank you.", "PER Distinguished Delegates", []),
    ("Amir Saeid Kamran, an envoy, left.", "PER Amir Saeid Kamran", ["Amir Saeid Kamran"]),
    ("President Emmanuel Karangwan left. E. Karangwan smiled.", "PER E. Karangwan", ["Emmanuel Karangwan"]),
    ("Minister Kazem Rostamin left. Kazim Rostamin smiled.", "PER Kazim Rostamin", ["Kazem Rostamin"]),
    # o and u, e and i are one; other vowels are not
    ("Ana Holtu met Ani Holtu.", "PER Ani Holtu", ["Ana Holtu", "Ani Holtu"]),
]


@pytest.mark.parametrize(("text", "label", "people"), NAMES)
def test_titles_of_respect_and_outlets_are_nobody(text: str, label: str, people: list[str]) -> None:
    _, cast = scene(text, names=(label, "PER Ana Holtu"))
    assert [one.name for one in cast.entities if one.kind == "person"] == people


HOLDERS = [  # lines, words, whom they lead to
    # nobody is fetched from afar where a name stands beside the office, or somebody in the story may hold it
    (("A call came from the German chancellor, Rosa Delgad.",), "German chancellor", None),
    (("Rosa Delgad flew to Oslo.", "The German chancellor spoke."), "German chancellor", None),
    (("Oslo was calm.", "The German chancellor spoke."), "German chancellor", "Angela Merkel"),
    # the story's own holder wins, later on the page as well
    (("The German chancellor spoke.", "German Chancellor Rosa Delgad left."), "German chancellor", "Rosa Delgad"),
    # a leader is the president of a country, and one of no named country is not everybody's
    (
        ("Congolese President Fabrice Mulam met Kazakh leader Daniyar Ospanow.", "The president of Kazakhstan spoke."),
        "president of Kazakhstan",
        "Daniyar Ospanow",
    ),
    (
        ("Congolese President Fabrice Mulam spoke.", "The Kazakh president left."),
        "Kazakh president",
        "Nursultan Nazarbayev",
    ),
    # "of" opens more than the office
    (("President Ana Ruizal of Peru met the leader of one of the parties.",), "leader", None),
]


@pytest.mark.parametrize(("lines", "words", "name"), HOLDERS)
def test_the_storys_own_people_come_before_the_knowledge(lines: tuple[str, ...], words: str, name: str | None) -> None:
    page, cast = scene(*lines, day="2016-05-05", names=("PER Rosa Delgad", "PER Daniyar Ospanow"))
    assert who(page, cast, words) == name


def test_the_country_of_an_office_that_stands_alone_is_given_back_to_its_bearer() -> None:
    assert (
        _country("Daniyar Ospanow", "President Daniyar Ospanow left.", "The president of Kazakhstan smiled.") == "KAZ"
    )


def test_on_an_undated_page_only_one_who_always_held_the_office_is_named() -> None:
    page, cast = scene("The North Korean leader left. The French president stayed.")
    assert (who(page, cast, "North Korean leader"), who(page, cast, "French president")) == (None, None)
    page, cast = scene("Oslo was calm.", "The North Korean leader left.", day="2016-05-05")
    assert who(page, cast, "North Korean leader") == "Kim Jong-un"


def _bodies(text: str) -> list[tuple[str, str | None]]:
    _, cast = scene(text)
    return [(one.name, one.country) for one in cast.entities if one.kind == "body"]


BODIES = [  # text, bodies
    ("Canada's House of Commons voted.", [("House of Commons of Canada", "CAN")]),
    ("The Senate of Chile voted.", [("Senate of Chile", "CHL")]),
    ("Peru voted, and the Supreme Court agreed.", [("Supreme Court of Peru", "PER")]),
    ("Peru and Chile voted, and the Supreme Court agreed.", [("Supreme Court", None)]),
    ("The Russian Federation Security Council met.", [("Security Council of Russia", "RUS")]),
    ("Peru asked the Security Council.", [("UN Security Council", None)]),
    ("The Foreign Office in Pakistan spoke.", [("Foreign Office", None)]),
    ("The Foreign Office in Britain spoke.", [("UK Foreign Office", "GBR")]),
]


@pytest.mark.parametrize(("text", "bodies"), BODIES)
def test_a_body_that_many_states_have_is_whose_the_words_say(text: str, bodies: list[tuple[str, str | None]]) -> None:
    assert _bodies(text) == bodies


def _person(text: str, name: str) -> Entity:
    _, cast = scene(text, names=(f"PER {name}",))
    return next(one for one in cast.entities if one.name == name)


def test_a_states_envoy_at_the_united_nations_is_its_ambassador_there() -> None:
    text = "Peru's UN envoy smiled. Ana Ruizal, Peru's Ambassador to the United Nations, left."
    page, cast = scene(text, names=("PER Ana Ruizal",))
    assert who(page, cast, "UN envoy") == "Ana Ruizal"
    assert [one.office for one in _person(text, "Ana Ruizal").offices] == ["ambassador to the UN"]


@pytest.mark.parametrize("lady", ["Queen Marta Holtby", "Mrs Robin Holtby", "Cindy Holtby", "Princess Robin Holtby"])
def test_he_is_nobody_whom_title_or_first_name_make_a_woman(lady: str) -> None:
    page, cast = scene(f"{lady} wept as he left.", names=(f"PER {lady.split(' ', 1)[-1] if ' ' in lady else lady}",))
    assert who(page, cast, "he left") is None
