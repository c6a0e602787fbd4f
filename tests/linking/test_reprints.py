"""Copies: whole, cut, retitled, lightly reworded; and what is none."""

from random import Random

import pytest

from communique.linking import link
from communique.linking.reprints import compare_bodies
from communique.linking.told import read_told
from communique.model import Reprint
from tests.linking.factory import Told, tell

WORDS = [
    f"{a}{b}"
    for a in ("har", "min", "tol", "ver", "sab", "ple", "cor", "dis")
    for b in ("en", "or", "ing", "ate", "um", "is", "el", "ant")
]


def body(seed: int, count: int = 200) -> str:
    random = Random(seed)
    return " ".join(random.choice(WORDS) for _ in range(count))


def reword(text: str, share: float, seed: int = 5) -> str:
    random = Random(seed)
    return " ".join("otherwise" if random.random() < share else word for word in text.split())


def story(text: str, published: str | None = "2024-03-05", **more: object) -> Told:
    return tell(filler=text, published=published, **more)  # type: ignore[arg-type]


def reprints(*stories: Told) -> tuple[Reprint, ...]:
    return link(stories).reprints


ORIGINAL = body(1)
COPIES = {
    "whole": (ORIGINAL + " end", {}),
    "with a paragraph more": (ORIGINAL + " " + body(2, 60), {}),
    "cut after the lead": (" ".join(ORIGINAL.split()[:80]), {}),
    "lightly reworded": (reword(ORIGINAL, 0.08), {}),
    "a third reworded, one agency's credit on both": (reword(ORIGINAL, 0.16), {"wire": "Reuters"}),
}


@pytest.mark.parametrize("case", COPIES)
def test_copies(case: str) -> None:
    text, more = COPIES[case]
    first, copy = story(ORIGINAL, **more), story(text, "2024-03-06", **more)
    found = reprints(first, copy)
    assert [(r.story, r.of) for r in found] == [(copy[1].story.id, first[1].story.id)]
    assert "% of" in found[0].because


OTHERS = {
    "another story": (body(3), {}),
    "one paragraph in common": (body(3) + " " + " ".join(ORIGINAL.split()[:40]), {}),
    "rewritten, a quote of twelve words kept": (
        body(4, 90) + " " + " ".join(ORIGINAL.split()[100:112]),
        {"wire": "Reuters"},
    ),
    "a caption's few words": (" ".join(ORIGINAL.split()[:9]), {}),
    "a third reworded, no credit": (reword(ORIGINAL, 0.25), {}),
}


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_no_copy(case: str) -> None:
    text, more = OTHERS[case]
    assert reprints(story(ORIGINAL, **more), story(text, "2024-03-06", **more)) == ()


DIRECTIONS = [  # original, copy
    ({"published": "2024-03-05"}, {"published": "2024-03-06"}),
    (
        {"published": "2024-03-06", "outlet": "Reuters"},
        {"published": "2024-03-05", "wire": "Reuters"},
    ),  # the agency's own page
    ({"published": "2024-03-06"}, {"published": None}),
    ({"wire": "Reuters"}, {"outlet": "Harbour Post"}),
]


@pytest.mark.parametrize(("original", "copy"), DIRECTIONS)
def test_which_is_the_copy(original: dict[str, str], copy: dict[str, str]) -> None:
    one, other = story(ORIGINAL, **original), story(ORIGINAL + " Ends", **copy)
    (found,) = reprints(other, one)
    assert found.of == one[1].story.id


def test_of_two_stories_of_one_day_the_longer_is_the_original() -> None:
    long, short = story(ORIGINAL), story(" ".join(ORIGINAL.split()[:120]))
    (found,) = reprints(short, long)
    assert found.of == long[1].story.id
    assert "which is longer" in found.because


def test_comparing_bodies_is_symmetric() -> None:
    one, other = (read_told(*told) for told in (story(ORIGINAL), story(reword(ORIGINAL, 0.2))))
    assert compare_bodies(one, other) == compare_bodies(other, one)
    assert 0.2 < compare_bodies(one, other).score < 0.6


def test_a_wave_of_copies_all_point_at_the_first() -> None:
    stories = [story(f"{ORIGINAL} site {n}", f"2024-03-{5 + n // 10:02}") for n in range(40)]
    found = reprints(*stories)
    assert len(found) == 39
    days = {reading.story.id: reading.story.published for _, reading in stories}
    assert all(days[r.of].days.first <= days[r.story].days.first for r in found if days[r.of] and days[r.story])  # type: ignore[union-attr, operator]
