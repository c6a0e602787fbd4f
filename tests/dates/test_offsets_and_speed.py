"""What holds for every text: offsets cut out the words, words do not overlap, time is linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dates import read_dates, read_stamps

PIECES = st.sampled_from(
    [
        "on",
        "Monday",
        "March",
        "May",
        "14",
        "14th",
        ",",
        "2024",
        "2023",
        "20-22",
        "-",
        "–",
        ".",
        "the",
        "of",
        "last",
        "next",
        "this",
        "week",
        "month",
        "year",
        "ago",
        "two",
        "in",
        "since",
        "until\n",
        "",
        "",
        "",
        "early",
        "late",
        "end",
        "yesterday",
        "today",
        "21.8.2024",
        "04/05/2024",
        "31",
        "June",
        "10:47",
        "am",
        "IST",
        "GMT",
        "Aug.",
        "’s",
        "'s",
        "(",
        ")",
        "|",
        "Q3",
        "summer",
        "and",
        "to",
        "from\n",
        "",
        "",
        "",
        "New",
        "Year",
        "Eve",
        "more",
        "than",
        "a",
        "weekend",
        "©",
        "24/7",
        "\n",
        "é",
        "二",
        "𝟙",
        "²",
        "\u2028",
        "\t",
        "999999999999",
        "Updated",
        ":",
        "day",
        "before",
    ]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", "", "\n"]))
def test_every_reading_cuts_out_its_own_words(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    edge = 0
    for words in read_dates(text):
        assert text[words.start : words.end] == words.text
        assert edge <= words.start < words.end
        assert "\n" not in words.text
        edge = words.end
    for stamp in read_stamps(text):
        assert text[stamp.start : stamp.end] == stamp.text


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for words in read_dates(text):
        assert text[words.start : words.end] == words.text


HOSTILE = [
    "Monday ",
    "1 ",
    "March 1-",
    "the ",
    "since ",
    "New ",
    "New,,,,",
    "2024-",
    "last last ",
    "early ",
    "10:10 ",
    "a few ",
    "May 5 and ",
    "20 to ",
    "more than a ",
    "1",
    "x",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_on_one_long_line(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        for _ in read_stamps(text):
            pass
        return time.perf_counter() - start

    small, large = seconds(20_000), seconds(160_000)
    # Eight times the text; quadratic would be 64 times. The floor keeps a scheduler's hiccup out of a short run.
    assert large < 30 * max(small, 0.01)
