"""Who is one person across stories."""

import pytest

from communique.linking import link
from communique.model import Links
from tests.linking.factory import POLAND, Did, Said, Told, tell


def meets(
    name: str, country: str, other: tuple[str, str] = POLAND, published: str = "2024-03-05", **more: object
) -> Told:
    did = Did(f"{name} met {other[0]} at noon of {published}.", ((name, country), other), first=published, place=None)
    return tell(did, published=published, source=f"{name}{published}.txt", **more)  # type: ignore[arg-type]


def names_of(links: Links) -> list[tuple[str, ...]]:
    return sorted(person.names for person in links.people)


ONE = [
    ("Yerlan Dzhumabayev", "Erlan Zhumabaev", "KAZ"),
    ("Josphat Sang", "Josephat Kiprono Sang", "KEN"),
    ("Maria Paz Undurraga", "María Paz Undurraga Soto", "CHL"),
    ("Tran Quoc Bao", "Trần Quốc Bảo", "VNM"),
    ("Mohammad-Reza Farahani", "Mohammadreza Farahani", "IRN"),
]


@pytest.mark.parametrize(("one", "other", "country"), ONE)
def test_other_spellings_are_one_person(one: str, other: str, country: str) -> None:
    links = link([meets(one, country), meets(other, country)])
    assert tuple(sorted((one, other))) in names_of(links)


TWO = [
    ("Li Qiang", "Li Shangfu", "CHN"),
    ("Ramon Santos", "Luisa Santos", "PHL"),
    ("Jorge Luis Quispe", "Nelly Quispe Mamani", "PER"),
]


@pytest.mark.parametrize(("one", "other", "country"), TWO)
def test_one_family_name_is_not_one_person(one: str, other: str, country: str) -> None:
    links = link([meets(one, country), meets(other, country)])
    assert (one,) in names_of(links)
    assert (other,) in names_of(links)


def test_two_countries_are_two_people() -> None:
    links = link([meets("Ramon Santos", "PHL"), meets("Ramon Santos", "BRA", published="2024-03-06")])
    assert len([person for person in links.people if person.name == "Ramon Santos"]) == 2


def test_an_office_that_nobody_holds_beside_the_other_keeps_alike_names_apart() -> None:
    one = meets("Josphat Sang", "KEN", offices={"Josphat Sang": "foreign minister"})
    other = meets("Josphat Kiprono Sang", "KEN", offices={"Josphat Kiprono Sang": "head of state"})
    assert ("Josphat Sang",) in names_of(link([one, other]))


def test_known_people_keep_their_name_as_id() -> None:
    told = meets("Ingrid Solheim", "NOR", known={"Ingrid Solheim": "NOR:Ingrid Solheim"})
    again = meets("I. Solheim", "NOR", published="2024-05-01", known={"I. Solheim": "NOR:Ingrid Solheim"})
    links = link([told, again])
    person = next(person for person in links.people if person.id == "ingrid-solheim")
    assert len(person.members) == 2


def test_two_known_people_of_one_name_have_their_country_in_the_id() -> None:
    one = meets("Ramon Santos", "PHL", known={"Ramon Santos": "PHL:Ramon Santos"})
    other = meets("Ramon Santos", "BRA", published="2024-03-06", known={"Ramon Santos": "BRA:Ramon Santos"})
    assert {"phl-ramon-santos", "bra-ramon-santos"} <= {person.id for person in link([one, other]).people}


def test_a_surname_alone_joins_the_only_one_of_that_name_in_the_affair() -> None:
    full, lone = meets("Ramon Santos", "PHL"), meets("Santos", "PHL")
    assert ("Ramon Santos", "Santos") in names_of(link([full, lone]))


LONE = [
    [meets("Ramon Santos", "PHL"), meets("Luisa Santos", "PHL")],  # two of that name: which one is not said
    [meets("Ramon Santos", "PHL", published="2023-01-01")],  # another affair, a year before
    [meets("Ramon Santos", "PHL", other=("Karin Berg", "SWE"))],  # nobody in common
    [meets("Ramon Santos", "BRA")],
]


@pytest.mark.parametrize("others", LONE)
def test_a_surname_alone_stays_alone_where_that_is_open(others: list[Told]) -> None:
    assert ("Santos",) in names_of(link([*others, meets("Santos", "PHL")]))


def test_every_person_entity_belongs_to_exactly_one_person() -> None:
    stories = [
        meets("Ramon Santos", "PHL"),
        meets("Santos", "PHL"),
        tell(Did("Ingrid Solheim met Marek Zielonka."), quotes=[Said("Karin Berg", "So it is")]),
    ]
    members = [member for person in link(stories).people for member in person.members]
    entities = [entity.id for _, reading in stories for entity in reading.entities if entity.kind == "person"]
    assert sorted(members) == sorted(entities)
