"""Bytes to text: the encoding that reads best, and an honest count of what was lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.pages.decode import decode, find_binary, mend_surrogates

CASES = [
    # bytes, text, lost
    ("The talks — “useful”".encode(), "The talks — “useful”", 0),
    ("\ufeffThe talks".encode(), "The talks", 0),  # a mark is no word
    ("Zeman’s visit".encode("cp1252"), "Zeman’s visit", 0),  # Windows quotes are not UTF-8
    ("The talks were useful".encode("utf-16"), "The talks were useful", 0),
    ("The talks were useful, he said".encode("utf-16-le"), "The talks were useful, he said", 0),  # no mark
    ("“One” “two” “three” ".encode() + b"caf\xe9", "“One” “two” “three” caf\ufffd", 1),  # mostly UTF-8 stays UTF-8
]


@pytest.mark.parametrize(("raw", "text", "lost"), CASES)
def test_bytes_are_read_in_the_encoding_that_most_of_them_are_written_in(raw: bytes, text: str, lost: int) -> None:
    read = decode(raw)
    assert (read.text, read.lost) == (text, lost)


def test_a_replacement_character_that_was_on_the_page_already_is_no_loss_of_ours() -> None:
    assert decode("lost \ufffd before us".encode()).lost == 0


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a PNG image"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3 \0\0", "a PDF"),
        (bytes(range(32)) * 20, "binary data"),
        (b"MZ\x90\x00\x03\x00", "a program"),
        (b"MZanele Mabuza, the envoy, said on Friday", None),  # letters that some program also begins with
        (b"ID3 is what the party calls itself", None),
        (b"", None),
        (b"Ordinary words\twith\r\nbreaks", None),
    ],
)
def test_what_is_no_text_is_named(raw: bytes, kind: str | None) -> None:
    assert find_binary(raw) == kind


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
def test_whatever_is_written_in_utf8_is_read_back(text: str) -> None:
    read = decode(text.encode())
    assert (read.text, read.lost) == (text, 0)


def test_a_lone_surrogate_becomes_a_replacement_character_and_is_counted() -> None:
    assert mend_surrogates("a \ud800 b") == ("a \ufffd b", 1)
    assert mend_surrogates("a 😀 b") == ("a 😀 b", 0)
