import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.linking.words import content, shared, shingles, split

SAME = [  # as one site prints it, as another does
    ("The U.S. side organised the talks", "the US side organized the talks"),
    ("defence of the harbour", "Defense of the harbor"),
    ("María’s “programme”", "Maria's 'program'"),
    ("1,200 tonnes", "1200 tonnes"),
    ("Bảo travelled", "Bao traveled"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_spellings_of_one_copy_fold_to_the_same_words(one: str, other: str) -> None:
    assert split(one) == split(other)


def test_content_leaves_out_what_any_statement_has() -> None:
    assert content("He said that they would not be in the sea") == ("sea",)
    assert content("We have nothing to hide behind our dams") == ("noth", "hide", "behind", "dam")


def test_inflected_words_have_one_stem() -> None:
    assert set(content("regularly exchange useful information")) == set(
        content("regularly exchanging information that is useful")
    )


def test_fewer_than_five_words_have_no_shingle() -> None:
    assert len(shingles(split("four words are few"))) == 0


def test_shingles_are_the_same_in_every_process() -> None:
    assert shingles(list("abcde")).tolist() == [1112202356391710877]


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_shared_counts_what_sets_count(one: list[str], other: list[str]) -> None:
    left, right = ({tuple(words[n : n + 5]) for n in range(len(words) - 4)} for words in (one, other))
    assert shared(shingles(one), shingles(other)) == len(left & right) == shared(shingles(other), shingles(one))
