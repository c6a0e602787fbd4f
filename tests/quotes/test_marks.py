"""Which words stand between quotation marks: the scanner alone, without a model."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.quotes.marks import find_marked

# One paragraph -> the words inside its marks.
CASES = [
    ("»Wir kamen«, sagte er.", ["Wir kamen"]),  # marks that point inwards
    ("”Vi kom”, sade han.", ["Vi kom"]),  # one mark on both sides
    ('"We came," he said.', ["We came,"]),
    ("“We came,” he said.", ["We came,"]),
    ("‘We came,’ he said.", ["We came,"]),
    ("'We came,' he said.", ["We came,"]),
    ("«We came,» he said.", ["We came,"]),
    ("„We came,“ he said.", ["We came,"]),  # German
    ("„We came,” he said.", ["We came,"]),  # Polish
    ("''We came,'' he said.", ["We came,"]),  # two single ones for a double one
    ("``We came,'' he said.", ["We came,"]),  # TeX
    ("''We came,” he said.", ["We came,"]),  # a site that mends only the closing mark
    ("&quot;We came,&quot; he said.", ["We came,"]),
    ('" We came, " he said.', ["We came,"]),  # white space inside
    ('"We came," he said, "and we left."', ["We came,", "and we left."]),
    ("“A.” “B.”", ["A.", "B."]),
    ('He said "yes" and "no".', ["yes", "no"]),
    # marks inside marks belong to the outer words
    ("“He said ‘no’ and left,” she said.", ["He said ‘no’ and left,"]),
    ("‘He said “no” and left,’ she said.", ["He said “no” and left,"]),
    ("\"He said 'no' and left,\" she said.", ["He said 'no' and left,"]),
    # apostrophes are no marks
    ("The minister's plan isn't ready.", []),
    ("The ministers’ plan was dropped; the envoys’ was not.", []),
    ("Rock 'n' roll in the '90s, 'em and 'tis.", []),
    ("It's the boys' turn and the girls' turn.", []),
    ("‘The ministers’ meeting was short,’ he said.", ["The ministers’ meeting was short,"]),
    ("'All-out war' in the Gulf, he warned.", ["All-out war"]),
    ("He called it ‘a farce’ and left.", ["a farce"]),
    ("‘Don’t wait,’ she said. ‘It’s late.’", ["Don’t wait,", "It’s late."]),
    # feet and inches
    ('A 6" gun and a 5\'11" sailor.', []),
    ('The 12" record, "a relic", was sold.', ["a relic"]),
    # a closing mark that got lost takes the rest of the paragraph
    ("“We came to listen", ["We came to listen"]),
    # an opening mark that got lost: from the paragraph's beginning
    ("We came to listen,” he said.", ["We came to listen,"]),
    # the first of two opening marks never closed: nobody can say where
    ("“We came, he said. “They left,” she said.", ["They left,"]),
    ("(“We came,” he said.)", ["We came,"]),
    ("He asked: “Why?”", ["Why?"]),
    ("—“Why?” he asked", ["Why?"]),
    ("“”", []),
    ('""', []),
    ("", []),
    ("No marks here.", []),
]

# Paragraphs -> pieces of each.
RUNS = [
    (["“First.", "“Second.”"], [["First."], ["Second."]]),  # each reopens, the last closes
    (["“First.", "“Second.", "“Third.”"], [["First."], ["Second."], ["Third."]]),
    (['"First.', '"Second."'], [["First."], ["Second."]]),
    (["He said: “First.", "Second,” he added."], [["First."], ["Second,"]]),  # a line broken inside the marks
    (["“First.", "Second.", "Third,” he said."], [["First."], ["Second."], ["Third,"]]),
    (["“First.", "The storm passed."], [["First."], []]),  # the closing mark got lost: the next paragraph is free
    (["‘First.", "‘Second.’"], [["First."], ["Second."]]),
]

KNOWN_WRONG = [
    # A plural possessive before a small letter, nothing behind it closes: taken for the closing mark.
    ("He met ‘the envoys’ wives in Rome.", ["the envoys"]),
]


@pytest.mark.parametrize(("text", "words"), CASES + KNOWN_WRONG)
def test_the_words_between_marks_are_found(text: str, words: list[str]) -> None:
    pieces = find_marked([text])[0].pieces
    assert [text[piece.start : piece.end] for piece in pieces] == words


@pytest.mark.parametrize(("texts", "words"), RUNS)
def test_a_quote_runs_over_paragraphs(texts: list[str], words: list[list[str]]) -> None:
    found = find_marked(texts)
    assert [[t[p.start : p.end] for p in m.pieces] for t, m in zip(texts, found, strict=True)] == words


@given(st.lists(st.text(alphabet="“”\"‘’'«»„ab. ,\n:", max_size=60), max_size=4))
@settings(max_examples=200, deadline=None)
def test_pieces_lie_in_order_and_cut_out_words(texts: list[str]) -> None:
    for text, marked in zip(texts, find_marked(texts), strict=True):
        done = 0
        for piece in marked.pieces:
            assert done <= piece.first <= piece.start < piece.end <= piece.last <= len(text)
            assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
            done = piece.last


@pytest.mark.parametrize("alphabet", ["“”\"‘’' ab.", "‘a ", "s’ a ‘", '6" ', "'a"])
def test_a_megabyte_of_marks_takes_linear_time(alphabet: str) -> None:
    chosen = random.Random(7)
    small, large = ("".join(chosen.choice(alphabet) for _ in range(n)) for n in (100_000, 800_000))
    times = []
    for text in (small, large):
        start = time.perf_counter()
        found = find_marked([text])
        times.append(time.perf_counter() - start)
        assert len(found) == 1
    assert times[1] < 40 * times[0] + 1  # 8 would be linear to the point; a square would give 64
