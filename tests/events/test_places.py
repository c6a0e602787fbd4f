"""Places behind a preposition, and which of several of one name is meant."""

from __future__ import annotations

import time

import pytest

from communique.events.places import find_places

# text, countries of those who take part, name and country of each place
CASES: list[tuple[str, tuple[str, ...], list[tuple[str, str | None]]]] = [
    ("met in Oslo on Monday", (), [("Oslo", "NOR")]),
    ("met in Moscow, Russia, on Monday", (), [("Moscow", "RUS")]),
    ("met at the Kremlin", (), [("Moscow", "RUS")]),
    ("met in the Omani capital", (), [("Muscat", "OMN")]),
    ("met in the Chinese capital Beijing", (), [("Beijing", "CHN")]),
    ("met in the northern Chilean city of Arica", (), [("Arica", "CHL")]),
    ("in the Baltic port of Gdynia", (), [("Gdynia", "POL")]),
    ("met in Paris", (), [("Paris", "FRA")]),
    ("met in Paris, Texas", (), [("Paris", "USA")]),
    ("Visiting London, US Secretary of State", ("USA",), [("London", "GBR")]),
    ("met in Georgia", ("GEO", "USA"), [("Georgia", "GEO")]),
    ("the Paris Agreement in force", (), []),
    ("met in spring", (), []),
    ("met in private", (), []),
    ("during a meeting in Moscow, Russia August 21, 2024", (), [("Moscow", "RUS")]),
    ("travelled to Addis Ababa", (), [("Addis Ababa", "ETH")]),
    ("visited Japan", (), [("Japan", "JPN")]),
]


@pytest.mark.parametrize(("text", "near", "places"), CASES)
def test_places_are_found_with_their_country(
    text: str, near: tuple[str, ...], places: list[tuple[str, str | None]]
) -> None:
    assert [(found.place.name, found.place.country) for found in find_places(text, near)] == places


def test_a_place_has_coordinates_and_a_reason() -> None:
    (found,) = find_places("met in Oslo")
    assert found.place.lat == pytest.approx(59.9, abs=0.2)
    assert found.place.because
    assert "met in Oslo"[found.start : found.end] == "Oslo"


def test_a_megabyte_on_one_line_is_read_in_linear_time() -> None:
    begun = time.perf_counter()
    assert list(find_places("in a the of city in " * 50_000)) == []
    assert time.perf_counter() - begun < 20
