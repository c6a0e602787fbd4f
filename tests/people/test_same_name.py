"""One person under several spellings across stories, and never two people under one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Entity, Office, Span
from communique.people import compare_names
from communique.people.folding import fold_word


def person(name: str, country: str | None = None, known: str | None = None, term: str | None = None) -> Entity:
    offices = (Office(term, term, country, Span("p", 0, 1)),) if term else ()
    return Entity("s#0", "person", name, (name,), country, offices, known)


ONE = [
    ("Лавров Сергей", "Lavrov Sergei", "RUS"),
    ("Sergej Lawrow", "Sergey Lavrov", "RUS"),
    ("Sergei Shoigu", "Sergey Shoygu", "RUS"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "UKR"),
    ("Vladimir Zelensky", "Volodymyr Zelenskyy", "UKR"),
    ("Yerlan Dzhumabayev", "Erlan Zhumabaev", "KAZ"),
    ("Mohammed al-Rashid", "Muhammad Al Rashid", "KWT"),
    ("Abdel Fattah al-Habsi", "Abdelfattah El-Habsi", "OMN"),
    ("Mohammad-Reza Farahani", "Mohammad Reza Farahani", "IRN"),
    ("Nguyen Van A", "Van A Nguyen", "VNM"),  # the order turned round
    ("Kim Jong Un", "Kim Jong-un", "PRK"),
    ("Trần Quốc Bảo", "Tran Quoc Bao", "VNM"),
    ("María Paz Undurraga Soto", "Maria Paz Undurraga", "CHL"),  # the second family name left out
    ("Josephat Kiprono Sang", "Josphat Sang", "KEN"),
    ("Ingrid S. Aas", "Ingrid Aas", "NOR"),
]


@pytest.mark.parametrize(("one", "other", "country"), ONE)
def test_spellings_of_one_name_are_one_person(one: str, other: str, country: str) -> None:
    assert compare_names(person(one, country), person(other, country)).score >= 0.9


TWO = [
    ("Li Qiang", "Li Shangfu", "CHN"),
    ("Li Qiang", "Li Qian", "CHN"),  # short names differ by a letter and are two names
    ("Kim Yong-chol", "Kim Yong-nam", "PRK"),
    ("Ramon Santos", "Luisa Santos", "PHL"),
    ("Jorge Luis Quispe Arana", "Nelly Quispe Mamani", "PER"),
    ("Hamad al-Ruqaishi", "Hamid al-Ruqaishi", "OMN"),
    ("John R. Miller", "John K. Miller", "USA"),
]


@pytest.mark.parametrize(("one", "other", "country"), TWO)
def test_two_given_names_are_two_people(one: str, other: str, country: str) -> None:
    assert compare_names(person(one, country), person(other, country)).score == 0.0


def test_one_name_in_two_countries_is_two_people() -> None:
    assert compare_names(person("Sergei Ivanov", "RUS"), person("Sergei Ivanov", "BGR")).score == 0.0


def test_two_known_people_of_one_name_stay_two() -> None:
    one, other = person("Ana Ruiz", None, "CHL:Ana Ruiz"), person("Ana Ruiz", None, "ESP:Ana Ruiz")
    assert compare_names(one, other).score == 0.0


def test_one_known_person_is_one_whatever_the_spelling() -> None:
    assert compare_names(person("A", "RUS", "RUS:X Y"), person("B", "RUS", "RUS:X Y")).score == 1.0


def test_a_family_name_alone_never_joins_by_itself() -> None:
    assert 0 < compare_names(person("Undurraga", "CHL"), person("María Undurraga", "CHL")).score < 0.5


def test_an_unknown_country_counts_less_than_one_country() -> None:
    unknown = compare_names(person("Ana Ruiz"), person("Ana Ruiz", "CHL")).score
    assert unknown < compare_names(person("Ana Ruiz", "CHL"), person("Ana Ruiz", "CHL")).score


KNOWN_WRONG = [
    ("Kim Gyeong-mok", "Kim Kyung-mok", "KOR"),  # two romanisations of one Korean name
    ("Xi Jinping", "Hsi Chin-p'ing", "CHN"),  # Wade-Giles
    ("Jose Nascimento", "Zé Nascimento", "BRA"),  # a pet name
]


@pytest.mark.parametrize(("one", "other", "country"), KNOWN_WRONG)
def test_what_is_known_to_be_missed(one: str, other: str, country: str) -> None:
    assert compare_names(person(one, country), person(other, country)).score == 0.0


NAMES = st.lists(
    st.sampled_from(["Li", "Qiang", "Shangfu", "Sergei", "Sergey", "Shoigu", "Jong-un", "al-Sisi", "María", "José"]),
    min_size=1,
    max_size=4,
)
COUNTRIES = st.sampled_from([None, "RUS", "CHN"])


@given(NAMES, NAMES, COUNTRIES, COUNTRIES)
def test_comparing_names_is_symmetric(one: list[str], other: list[str], home: str | None, away: str | None) -> None:
    a, b = person(" ".join(one), home), person(" ".join(other), away)
    assert compare_names(a, b) == compare_names(b, a)


@given(st.text(max_size=20))
def test_folding_any_word_ends_in_plain_letters(word: str) -> None:
    assert all("a" <= char <= "z" for char in fold_word(word))
