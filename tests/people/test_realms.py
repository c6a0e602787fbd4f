"""Bodies, states, groups and places: the same word acts in one sentence and says where in another."""

from __future__ import annotations

import pytest

from tests.people.scenes import mention, scene

USES = [  # the sentence, the words, kind, name, country
    ("Beijing said it was ready.", "Beijing", "state", "China", "CHN"),
    ("The ministers met in Beijing.", "Beijing", "place", "Beijing", "CHN"),
    ("Talks between Moscow and Kyiv ended.", "Kyiv", "state", "Ukraine", "UKR"),
    ("They flew to Moscow, Russia.", "Moscow", "place", "Moscow", "RUS"),
    ("Moscow's streets were empty.", "Moscow", "place", "Moscow", "RUS"),
    ("Moscow's demands were rejected.", "Moscow", "state", "Russia", "RUS"),
    ("The Kremlin said so.", "Kremlin", "body", "Kremlin", "RUS"),
    ("They met at the Kremlin.", "Kremlin", "place", "Kremlin", "RUS"),
    ("It was quiet, according to the Kremlin.", "Kremlin", "body", "Kremlin", "RUS"),
    ("Foggy Bottom denied it.", "Foggy Bottom", "state", "United States", "USA"),
    ("Norway signed the paper.", "Norway", "state", "Norway", "NOR"),
    ("It rained in Norway.", "Norway", "place", "Norway", "NOR"),
    ("He travelled to Norway.", "Norway", "place", "Norway", "NOR"),
    ("The Chinese side agreed.", "Chinese side", "state", "China", "CHN"),
    ("Russian officials agreed.", "Russian officials", "group", "officials of Russia", "RUS"),
    ("Norway's foreign ministry denied it.", "foreign ministry", "body", "Norway's foreign ministry", "NOR"),
    (
        "The Ministry of Defence of Norway denied it.",
        "Ministry of Defence",
        "body",
        "Ministry of Defence of Norway",
        "NOR",
    ),
    ("NATO denied it.", "NATO", "body", "NATO", None),
    ("They met in Gdansk.", "Gdansk", "place", "Gdańsk", "POL"),
]


@pytest.mark.parametrize(("text", "words", "kind", "name", "country"), USES)
def test_a_name_is_what_its_sentence_makes_it(text: str, words: str, kind: str, name: str, country: str | None) -> None:
    page, cast = scene(text)
    found = mention(page, cast, words)
    assert found is not None
    assert found.entity is not None
    entity = cast.entity(found.entity)
    assert (entity.kind, entity.name, entity.country) == (kind, name, country)


NOBODY = ["turkey", "Romanian", "Kremlin-aligned", "Russia-China", "pro-Kremlin"]


@pytest.mark.parametrize("words", NOBODY)
def test_words_that_only_look_like_names_name_nobody(words: str) -> None:
    _, cast = scene(f"The {words} papers were old.")
    assert cast.mentions == ()


def test_a_short_word_among_capitals_is_no_acronym() -> None:
    _, cast = scene("He wrote: THE ENEMY IS BEATEN NOW.")
    assert "Islamic State" not in [one.name for one in cast.entities]


def test_the_ministry_is_the_one_named_before() -> None:
    page, cast = scene("Norway's foreign ministry denied it. “No,” the ministry said.")
    found = mention(page, cast, "ministry said")
    assert found is not None
    assert found.how == "nominal"
    assert found.entity == cast.entities[0].id


MINISTRIES = [  # as printed where the knowledge has no name of its own
    ("Peru's Foreign Ministry denied it. The Peruvian ministry smiled.", "Peru's Foreign Ministry"),
    ("The Chilean foreign ministry denied it. The ministry smiled.", "Chilean foreign ministry"),
    ("The Foreign Ministry of Chile denied it.", "Foreign Ministry of Chile"),
    ("Russia's Foreign Ministry denied it. The ministry smiled.", "Russian Foreign Ministry"),  # a known body
    ("The Defence Ministry denied it.", "Defence Ministry"),
]


@pytest.mark.parametrize(("text", "name"), MINISTRIES)
def test_a_ministry_is_called_what_the_story_calls_it_first(text: str, name: str) -> None:
    _, cast = scene(text)
    assert [one.name for one in cast.entities if one.kind == "body"] == [name]
