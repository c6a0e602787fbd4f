"""The reader's measures: what they count, on texts small enough to count by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span

from benchmarks.reader import render
from benchmarks.reader_attribution import lines_of, wholes
from benchmarks.reader_citron import Citron, gather
from benchmarks.reader_costs import choose_texts
from benchmarks.reader_meaning import CASES, Stretch, ends, load_cases, own_texts
from benchmarks.reader_names import named_part, spans_of
from benchmarks.reader_pieces import Piece, Words, outermost, own_pieces, parse_brat, pieces_in
from benchmarks.reader_scores import Tally, percent, thin
from benchmarks.reader_syntax import Judged, count_syntax, printed
from benchmarks.reader_table import AT_MOST, GROUPS, ROWS, Columns, find_short, load_floors, render_table, show
from training import markup, treebanks

TEXT = "“We came,” Orlov said. RIA reported it."
#       0         1         2         3


def piece(start: int, end: int, kind: str, number: str = "1") -> Piece:
    return Piece(start, end, kind, number)


def words_of(text: str) -> Words:
    return Words.of([(0, spacy.blank("en").make_doc(text))])


def sentence(words: str, heads: list[int], deps: list[str]) -> treebanks.Sentence:
    forms = words.split()
    return treebanks.Sentence(
        starts_paragraph=False,
        words=forms,
        spaces=[True] * len(forms),
        pos=["X"] * len(forms),
        tags=["", *["T"] * (len(forms) - 1)],
        heads=heads,
        deps=deps,
    )


def test_a_thing_found_twice_hits_a_true_one_once() -> None:
    tally = Tally()
    tally.add("PER", [1, 1, 2], [1, 3])
    assert (tally.precision("PER"), tally.recall("PER"), tally.f()) == (33.33, 50.0, 40.0)
    assert tally.f("ORG") == 0.0


def test_a_share_of_nothing_is_nothing() -> None:
    assert percent(0, 0) == 0.0
    assert percent(1, 3) == 33.33


def test_a_sample_is_spread_over_all() -> None:
    assert thin(range(100), 4) == [0, 25, 50, 75]
    assert thin(range(3), 4) == [0, 1, 2]
    assert thin(range(3), None) == [0, 1, 2]


def test_las_takes_a_relation_without_its_subtype_and_heads_within_the_paragraph() -> None:
    paragraph = [
        sentence("Go .", [0, 0], ["ROOT", "punct"]),
        sentence("He was seen", [2, 2, 2], ["nsubj:pass", "aux", "ROOT"]),
    ]
    judged = Judged([0, 0, 4, 4, 4], ["ROOT", "punct", "nsubj", "cop", "ROOT"], ["", "T", "Q", "T", "T"], ["X"] * 5, [])
    right: Counter[str] = Counter()
    count_syntax(paragraph, judged, right)
    assert right == {"words": 5, "uas": 5, "las": 4, "las_full": 3, "tag": 4, "pos": 5}


def test_a_paragraph_is_printed_with_its_sentences_starts() -> None:
    paragraph = [sentence("Go .", [0, 0], ["ROOT", "punct"]), sentence("Come", [0], ["ROOT"])]
    assert printed(paragraph) == ("Go . Come", [0, 5])


def test_an_i_that_continues_nothing_begins_no_name() -> None:
    assert spans_of(["I-PER", "B-ORG", "I-ORG", "O", "B-LOC", "B-LOC"]) == [
        (1, 3, "ORG"),
        (4, 5, "LOC"),
        (5, 6, "LOC"),
    ]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the SDF", "SDF"),
        ("their Syrian Democratic Forces", "Syrian Democratic Forces"),
        ("al-Qaida", "al-Qaida"),
        ("Gen. Joseph Votel", "Gen. Joseph Votel"),  # titles stay
        ("the enemy", None),
        ("We", None),
        ("ISIL terrorists", None),
        ("the Kurds here", None),
    ],
)
def test_what_of_a_phrase_is_a_name(phrase: str, name: str | None) -> None:
    part = named_part(phrase, (0, len(phrase), "ORG"))
    assert (part and phrase[part[0] : part[1]]) == name


def test_a_piece_in_anothers_content_is_nested() -> None:
    outer, inner = piece(0, 22, "content", "1"), piece(11, 16, "source", "2")
    own = piece(17, 21, "cue", "1")
    assert outermost([outer, inner, own]) == [outer, own]


def test_one_content_of_two_attributions_nests_in_neither() -> None:
    both = [piece(0, 10, "content", "1"), piece(0, 10, "content", "2")]
    assert outermost(both) == both


def test_what_goes_on_from_an_earlier_paragraph_is_apart_from_everything() -> None:
    assert outermost([piece(0, 10, "content", "0"), piece(2, 4, "content", "0")]) == [piece(0, 10, "content", "0")]


def test_wholes_are_told_apart_by_number_but_for_what_only_goes_on() -> None:
    pieces = [piece(0, 5, "content"), piece(6, 8, "cue"), piece(9, 12, "content", "0"), piece(9, 10, "source", "0")]
    assert wholes(pieces) == {
        frozenset({(0, 5, "content"), (6, 8, "cue")}),
        frozenset({(9, 12, "content")}),
    }


def test_brat_lines_become_pieces_and_notes_do_not() -> None:
    brat = "T1\tSource 0 7\tClinton\nT2\tCue 8 12\tsaid\nT3\tContent 20 25;13 18\ta b\nT4\tDiscuss 0 1\tC\nT5\tAttribution 8 12\tsaid\nE1\tAttribution:T5 Content:T3 Cue:T2 Source:T1\n"
    assert parse_brat(brat) == [
        Piece(0, 7, "source", "E1"),
        Piece(8, 12, "cue", "E1"),
        Piece(13, 18, "content", "E1"),
        Piece(20, 25, "content", "E1"),
    ]


def test_a_word_is_covered_by_more_than_half_of_its_characters() -> None:
    words = words_of("abcd efgh")
    assert words.covered([piece(0, 2, "cue"), piece(6, 9, "cue")], "cue") == {1}
    assert words.covered([piece(0, 2, "cue"), piece(1, 3, "cue")], "cue") == {0}
    assert words.covered([piece(0, 9, "source")], "cue") == set()


def test_an_articles_lines_know_where_they_start() -> None:
    assert list(lines_of("One.\n\n Two. \nThree")) == [(0, "One."), (6, " Two."), (13, "Three")]


def test_our_own_marks_are_pieces_with_their_numbers() -> None:
    text, marks = markup.parse_marked("<q1>“We came,”</q1> <s1><P>Orlov</P></s1> <c1>said</c1>.")
    pieces = own_pieces(markup.Paragraph("t", "news", text, marks, held_out=True))
    assert pieces == [piece(0, 10, "content"), piece(11, 16, "source"), piece(17, 21, "cue")]


def test_what_the_reader_found_keeps_its_numbers() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Orlov", "said", "so"])
    doc.spans["attributions"] = [
        Span(doc, 0, 1, label="SOURCE", span_id="1"),
        Span(doc, 2, 3, label="CONTENT", span_id="0"),
    ]
    found = pieces_in(doc)
    assert found == [piece(0, 5, "source"), piece(11, 13, "content", "0")]
    assert [p.moved(100, 7).number for p in found] == ["7.1", "0"]


def test_citron_counts_a_shared_source_once() -> None:
    words = words_of(TEXT)
    true = gather([piece(0, 10, "content"), piece(11, 16, "source"), piece(17, 21, "cue")], words)
    twice = [piece(0, 10, "content"), piece(11, 16, "source"), piece(17, 21, "cue")]
    twice += [piece(11, 16, "source", "2"), piece(27, 35, "cue", "2")]
    citron = Citron()
    citron.add(gather(twice, words), true)
    scores = citron.scores("x")
    assert scores["x_overlap_source"] == 100.0
    assert scores["x_exact_whole"] == pytest.approx(66.67)  # one of two found is right, none is missed
    assert scores["x_overlap_cue"] == pytest.approx(66.67)


def test_citron_wants_overlapping_cues_for_a_source() -> None:
    words = words_of(TEXT)
    citron = Citron()
    found = gather([piece(11, 16, "source"), piece(27, 35, "cue")], words)
    citron.add(found, gather([piece(11, 16, "source"), piece(17, 21, "cue")], words))
    assert citron.scores("x")["x_exact_source"] == 0.0


def test_sentences_for_the_vectors_end_where_nobody_doubts_it() -> None:
    doc = spacy.blank("en").make_doc("“No.” He met Gen. Tariq at 8.30. “And then?” she asked. it went on.")
    assert [doc[a:].text.split()[0] for a in ends(doc)] == ["He", "“And"]


def test_a_stretch_prints_and_parses() -> None:
    stretch = Stretch("al-010", 3, 12, 40)
    assert Stretch.parse(str(stretch)) == stretch


def test_the_stored_pairs_cut_out_the_words_they_were_made_from() -> None:
    cases = load_cases(CASES, own_texts())
    assert len(cases) == 2000
    assert min(c.cosine for c in cases) < 0.05
    assert max(c.cosine for c in cases) > 0.75


def test_texts_for_the_clock_come_from_all_over() -> None:
    assert choose_texts(["a b"] * 10, 8) == ["a b"] * 4
    assert choose_texts(["a", "b", "c", "d"], 2) == ["a", "c"]
    assert choose_texts(["a b", "c"], 100) == ["a b", "c"]


def test_every_floor_is_a_row_and_no_row_stands_twice() -> None:
    keys = [row.key for row in ROWS]
    assert len(keys) == len(set(keys))
    assert load_floors().keys() <= set(keys)
    assert set(keys) >= AT_MOST
    assert {row.group for row in ROWS} == set(GROUPS)


def test_what_costs_too_much_is_short_and_what_cannot_be_measured_here_is_not() -> None:
    rows = [row for row in ROWS if row.key in ("las_ewt", "meaning", "memory_mb")]
    floors = {"las_ewt": 88.0, "meaning": 0.95, "memory_mb": 500.0}
    short = list(find_short({"meaning": 0.95, "memory_mb": 501.0}, floors, rows, data_here=False))
    assert short == ["memory of one process, MB: 501.00, wanted at most 500.00"]
    assert len(list(find_short({}, floors, rows, data_here=True))) == 3


def test_the_table_says_what_is_not_here_and_what_quantising_changed() -> None:
    rows = [row for row in ROWS if row.key in ("las_ewt", "own_PER")]
    columns = Columns({"las_ewt": 82.0}, {"own_PER": 90.0}, {"own_PER": 90.5}, {"own_PER": 92.0}, data_here=False)
    assert list(render_table(rows, columns))[2:] == [
        "| EWT dev: LAS, gold words and sentences | 82.00 | not here |  |  | - |  |",
        "| names, own held-out texts: PER, F | - | 90.00 | 92.00 | short | 90.50 | -0.5 |",
    ]
    assert "# The title" in next(iter(render("The title", columns, GROUPS, ())))


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "-"), (0.0, "0.00"), (0.95, "0.9500"), (88.1, "88.10"), (8000, "8,000")]
)
def test_numbers_are_printed_as_what_they_are(value: float | None, shown: str) -> None:
    assert show(value) == shown


def test_the_treebanks_are_not_copied() -> None:
    assert not list((Path(__file__).parents[2] / "benchmarks").rglob("*.gz"))
