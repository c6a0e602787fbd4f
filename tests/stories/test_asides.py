"""Lines inside a body that are none of its text: headings that ask, posts said a second time, captions, addresses."""

from __future__ import annotations

import pytest

from communique.pages import parse_page
from communique.stories import cut_page

HEAD = "Minister says the talks on salt go on"
FIRST = "The minister of salt, Ana Ruiz, said on Tuesday that “the talks on salt will go on for as long as there is a sea,” and left."
REST = "The two ministers agreed that salt should cost less than it does now, a spokesman for the first of them said on Tuesday."
LAST = (
    "A second meeting of the two ministers is planned for the autumn, and the price of salt will be told on that day."
)


def parts(*between: str) -> list[str]:
    """What the lines between two paragraphs and a third are."""
    page = parse_page("\n\n".join((HEAD, FIRST, *between, REST, LAST)), html=False)
    cut = cut_page(page)
    every = sorted([*cut.loose, *(b for s in cut.stories for b in s.blocks)], key=lambda b: b.span.start)
    said = {b.span.cut(page.text): b.part for b in every}
    assert said[REST] == said[LAST] == "body"
    return [said[line] for line in between]


POST = "The talks on salt will go on for as long as there is a sea"
LINES = [
    (("What did the ministers agree on?",), ["note"]),
    (("Why does the price of salt matter to the two countries?",), ["note"]),
    (("Are these the only talks on salt?",), ["note"]),
    # Somebody is asked, or somebody asks: it is said.
    (("What do you think of the price of salt?",), ["body"]),
    (("“What is salt?”",), ["body"]),
    (("Who will pay, the minister asked, if we do not?",), ["body"]),
    (("Play Video 0:34 Ana Ruiz answers a question about salt in Lima – video",), ["caption"]),
    (("Image caption Ana Ruiz has been minister of salt for ten years",), ["caption"]),
    (("Media caption, Ana Ruiz: \"Salt is life and life is salt\"",), ["caption"]),
    (("Ana Ruiz on why salt matters in the north – video",), ["caption"]),
    (("BRINE. Ministers Ana Ruiz and Jan Tamm hold a meeting in Narva on May 3, 2023.", "Mari Kask/SALT POOL"), ["caption", "caption"]),
    (("https://example.org/salt?s=20",), ["social"]),
    # A post whose words the paragraph above has quoted; one that says something else is the body's own.
    ((f"{POST}. pic.twitter.com/abc", "— Ana Ruiz (@anaruiz) May 4, 2018"), ["repeat", "body"]),
    ((f"{POST}. — Ana Ruiz (@anaruiz) May 4, 2018",), ["repeat"]),
    (("We shall come back with more salt than before. — Ana Ruiz (@anaruiz) May 4, 2018",), ["body"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "want"), LINES)
def test_what_stands_between_paragraphs(lines: tuple[str, ...], want: list[str]) -> None:
    assert parts(*lines) == want
