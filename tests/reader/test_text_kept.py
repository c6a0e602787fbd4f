"""Whatever text goes in, the Doc's text is that text: every span downstream hangs on it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.reader import load_reader
from communique.reader.windows import MOST_CHARS, find_cut, runs, windows

ODD = "aZé外0 \t\n\r\u00a0\u2028\u200b\ufeff\x1c.,\"'’“”-—/()"
PIECES = st.sampled_from(
    ["The minister", "  ", "\n\n", " ", "“We came,”", "he said", ".", "U.S.", "\t", "\u00a0", "Li Wenhao", "\r\n"]
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TEXTS = [
    "",
    " ",
    "\n",
    " \n\t ",
    "Word",
    " Word ",
    "\n\nWord\n\n",
    "Two  spaces, and\u00a0one that does not break.",
    "One line.\nAnother line.\r\n\r\nA third.",
    "Tabs\tbetween\tcells",
    "\ufeffA mark at the head",
    "Form\x0cfeeds and separators\x1chere\u2028and there",
    "e\u0301 combining, 👩‍🚀 joined, \U0001f1fa\U0001f1f3 flags",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_comes_back_to_the_character(text: str) -> None:
    (doc,) = load_reader().read([text])
    assert doc.text == text


@QUICK
@given(st.lists(st.text(ODD, max_size=60) | st.lists(PIECES, max_size=12).map("".join), max_size=5))
def test_odd_white_space_changes_no_character(texts: list[str]) -> None:
    docs = list(load_reader().read(texts))
    assert [doc.text for doc in docs] == texts
    for doc in docs:
        assert all(doc.text[t.idx : t.idx + len(t)] == t.text for t in doc)


@QUICK
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_white_space_begins_no_sentence_but_the_first(text: str) -> None:
    (doc,) = load_reader().read([text])
    assert all(not sent[0].is_space or sent.start == 0 for sent in doc.sents)


@QUICK
@given(st.text(ODD + "bcdefg", max_size=400), st.integers(3, 40))
def test_windows_hold_every_character_that_is_not_white_space(text: str, most: int) -> None:
    found = list(windows(text, most))
    assert all(start < end <= start + most for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


def test_half_a_surrogate_pair_is_read_as_a_replacement_character() -> None:
    (doc,) = load_reader().read(["He said \ud83d so."])
    assert doc.text == "He said \ufffd so."


def test_a_line_end_ends_a_sentence_even_without_a_full_stop() -> None:
    (doc,) = load_reader().read(["Ministers meet in Doha\nThe talks were held on Sunday."])
    assert [sent.text for sent in doc.sents] == ["Ministers meet in Doha\n", "The talks were held on Sunday."]


def test_a_window_ends_after_a_sentence_before_it_ends_after_a_word() -> None:
    assert find_cut("One two. Three four five", 0, 20) == 20  # no sentence ends in the second half: the last space
    assert find_cut("One two three. Four five", 0, 20) == 15
    assert find_cut("x" * 30, 0, 20) == 20  # nothing better: cut there


def test_a_run_without_white_space_reaches_the_tokenizer_in_pieces() -> None:
    assert runs("a b") == ["a b"]
    assert [len(run) for run in runs("x" * 1200)] == [500, 500, 200]
    assert "".join(runs("y " + "x" * 1200 + "  z")) == "y " + "x" * 1200 + "  z"


@pytest.mark.parametrize(
    "text",
    [
        "The envoy met the minister in Cairo and they spoke of grain. " * (MOST_CHARS // 25),  # one line, three windows
        "(" * 5_000 + " he said",  # the tokenizer peels marks one by one
        "x" * 50_000,
        " " * 200_000 + "end",
        "a\n" * 2_000,
    ],
    ids=["long line", "marks", "no space", "only space", "short lines"],
)
def test_a_hostile_text_is_read_whole_and_soon(text: str) -> None:
    began = time.perf_counter()
    (doc,) = load_reader().read([text])
    assert doc.text == text
    assert time.perf_counter() - began < 20  # measured: under 2.5 s each
