"""Our own annotated texts and the files the reader learns from: read as their guidelines say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from training import borrowed, gum, known, marked, markup, samples, tokens, treebanks
from training.samples import ANY, Mark

CONLLU = """\
# newdoc id = one
# text = They don't know.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = Go
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_

"""


def test_the_checker_finds_no_fault_in_our_texts() -> None:
    files = sorted(str(path) for path in markup.CORPUS.glob("*.txt"))
    done = subprocess.run(
        [sys.executable, str(markup.CORPUS / "check.py"), *files], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().splitlines()[-1].endswith("0 faults")
    assert done.returncode == 0


def test_a_line_without_its_tags_and_what_they_marked() -> None:
    text, marks = markup.parse_marked("<L>MOSCOW</L>, <D>March 11</D>. The <F>head of <O>TASS</O></F> left.")
    assert text == "MOSCOW, March 11. The head of TASS left."
    assert [(m.tag, text[m.start : m.end]) for m in marks] == [
        ("L", "MOSCOW"),
        ("D", "March 11"),
        ("O", "TASS"),
        ("F", "head of TASS"),
    ]


def test_a_tag_that_closes_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="closes nothing"):
        markup.parse_marked("left</L> alone")


def test_a_tenth_of_the_texts_is_held_out_whole() -> None:
    held: dict[str, set[bool]] = {}
    for paragraph in markup.read_paragraphs():
        held.setdefault(paragraph.text_id, set()).add(paragraph.held_out)
    assert all(len(values) == 1 for values in held.values())
    assert 0.08 < sum(True in values for values in held.values()) / len(held) < 0.11


def test_a_treebank_is_read_with_its_spaces_heads_and_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "small.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = treebanks.read_paragraphs(path)
    assert first[0].words == ["They", "do", "n't", "know", "."]
    assert first[0].spaces == [True, False, True, False, True]
    assert first[0].heads == [3, 3, 3, 3, 3]
    assert first[0].deps == ["nsubj", "aux", "advmod", "ROOT", "punct"]
    assert second[0].words == ["Go"]


def test_a_name_that_ends_inside_a_word_is_unknown_and_not_outside() -> None:
    nlp = tokens.build_blank()
    text, marks = markup.parse_marked("He left <L>Oslo</L>Yesterday with <P>Ada</P>")
    sample = samples.own_sample(nlp, markup.Paragraph("x", "y", text, marks, False))
    assert sample.names == (Mark(4, 5, "PER"),)
    assert sample.open_names == {2: ANY}


def test_an_attribution_keeps_its_pieces_together() -> None:
    nlp = tokens.build_blank()
    text, marks = markup.parse_marked(
        "<s1>She</s1> <c1>said</c1> <q1><s2>Oslo</s2> <c2>wants</c2> <q2>peace</q2></q1>."
    )
    sample = samples.own_sample(nlp, markup.Paragraph("x", "y", text, marks, False))
    assert sample.attributions is not None
    assert {(m.label, m.start, m.end, m.number) for m in sample.attributions} == {
        ("source", 0, 1, 1),
        ("cue", 1, 2, 1),
        ("content", 2, 5, 1),
        ("source", 2, 3, 2),
        ("cue", 3, 4, 2),
        ("content", 4, 5, 2),
    }


DATE = frozenset({"DATE"})


@pytest.mark.parametrize(
    ("words", "tags", "names", "unsure"),
    [
        # a word that may be a date of ours stays open to that; lower-case words are surely outside
        ("the Red Cross met in May", "O B-ORG I-ORG O O O", [(1, 3, "ORG")], {0: DATE, 4: DATE, 5: DATE}),
        ("Japanese band", "I-MISC O", [], {0: ANY}),  # a nationality of ours, or an event, or neither
        ("Tom Ford", "B-politician I-politician", [(0, 2, "PER")], {}),
        ("Ann Bo", "B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")], {}),
    ],
)
def test_borrowed_names_agree_with_ours_or_stay_open(
    words: str, tags: str, names: list[tuple[int, int, str]], unsure: dict[int, frozenset[str]]
) -> None:
    found = borrowed.harmonise(words.split(), tags.split(), DATE)
    assert found == (tuple(Mark(*name) for name in names), unsure)


GUM = """\
# sent_id = one
1\tPresident\tpresident\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-nnnnn-cf1-2-coref-Ada_Lang
2\tAda\tAda\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
3\tLang\tLang\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-organization-new-nnnnn-cf2-2-coref-University_of_Oslo
6\tUniversity\tuniversity\tPROPN\tNNP\t_\t4\tobj\t_\t_
7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
8\tOslo\tOslo\tPROPN\tNNP\t_\t6\tnmod\t_\tEntity=(3-place-new-nnnnn-cf3-1-sgl-Oslo)2)
9\tand\tand\tCCONJ\tCC\t_\t10\tcc\t_\t_
10\tBergen\tBergen\tPROPN\tNNP\t_\t6\tconj\t_\tEntity=(4-place-new-nnnnn-cf4-1-sgl)

"""


def test_a_linked_mention_of_gum_gives_its_name_without_title_and_article(tmp_path: Path) -> None:
    path = tmp_path / "gum.conllu"
    path.write_text(GUM, encoding="utf-8")
    ((sample, sentences),) = samples.read_treebank(path, "gum")
    named = gum.add_names(sample, sentences)
    assert named.names == (Mark(1, 3, "PER"), Mark(5, 8, "ORG"))
    # "Bergen" is linked to nothing, "President" is capitalised, "the" and "and" may stand in a date: any may be more
    assert named.open_names == {0: ANY, 4: ANY, 8: ANY, 9: ANY}


def test_marks_on_a_treebank_leave_sentences_open_that_nobody_read(tmp_path: Path) -> None:
    path = tmp_path / "two.conllu"
    path.write_text(GUM + GUM.replace("= one", "= two"), encoding="utf-8")
    ((sample, sentences),) = samples.read_treebank(path, "ewt")
    found = marked.add_marks(sample, sentences, {"two": (Mark(1, 3, "PER"), Mark(0, 1, "OFFICE"))})
    assert found.names == (Mark(11, 13, "PER"),)
    assert set(found.open_names) == set(range(10))
    assert found.offices is None


def test_a_content_that_runs_over_a_sentence_end_is_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "two.conllu"
    path.write_text(GUM + GUM.replace("= one", "= two"), encoding="utf-8")
    ((sample, sentences),) = samples.read_treebank(path, "ewt")
    marks = {"one": (Mark(3, 10, "content", 1),), "two": (Mark(0, 4, "content", 1), Mark(4, 6, "content", 2))}
    found = marked.add_attributions(sample, sentences, marks)
    assert found.attributions == (Mark(3, 14, "content", 1), Mark(14, 16, "content", 2))


def test_our_marks_name_words_that_follow_one_another() -> None:
    for name in ("ewt-names.tsv", "attributions.tsv"):
        marks = marked.load_marks(marked.MARKS / name)
        assert len(marks) > 500
        assert all(0 <= m.start < m.end for found in marks.values() for m in found)


def test_an_exchanged_name_moves_the_office_that_holds_it() -> None:
    nlp = tokens.build_blank()
    text, marks = markup.parse_marked("The <F>envoy of <L>Chad</L></F> met <P>Ada Lang</P> .")
    sample = samples.own_sample(nlp, markup.Paragraph("x", "y", text, marks, False))
    pools: known.Pools = {"LOC": [[("New", "Port")]], "PER": [[("Bo", "Li", "Ek")], [("Ek",)]]}
    found = [known.exchange(sample, pools, Random(seed)) for seed in range(60)]
    printed = {
        (" ".join(s.words), " ".join(s.words[s.offices[0].start : s.offices[0].end])) for s in found if s.offices
    }
    assert ("The envoy of New Port met Bo Li Ek .", "envoy of New Port") in printed
    assert {office for _, office in printed} == {"envoy of Chad", "envoy of New Port"}
    assert all(len(s.words) == len(s.spaces) for s in found)
    assert all(s.changed or s.words == sample.words for s in found)


def test_straight_quotes_become_curly_by_the_space_before_them() -> None:
    words = ['"', "We", "do", "n't", '"', "--", "he"]
    spaces = (False, True, False, False, True, True, False)
    assert samples.curl(words, spaces) == ["“", "We", "do", "n’t", "”", "—", "he"]
