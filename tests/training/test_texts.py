"""Our own annotated texts and the files the reader learns from: read as their guidelines say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from training import borrowed, known, markup, pipeline, samples, treebanks

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
    nlp = pipeline.build_blank()
    text, marks = markup.parse_marked("He left <L>Oslo</L>Yesterday with <P>Ada</P>")
    sample = samples.own_sample(nlp, markup.Paragraph("x", "y", text, marks, False))
    assert sample.names == ("O", "O", "-", "O", "U-PER")


@pytest.mark.parametrize(
    ("words", "tags", "names"),
    [
        # an article before a borrowed name is outside, as with us; a word that may be a date of ours is unknown
        ("the Red Cross met in May", "O B-ORG I-ORG O O O", "O B-ORG L-ORG O - -"),
        ("Japanese band", "I-MISC O", "- O"),  # a nationality of ours, but we cannot be sure
        ("Tom Ford", "B-politician I-politician", "B-PER L-PER"),
    ],
)
def test_borrowed_names_agree_with_ours_or_are_unknown(words: str, tags: str, names: str) -> None:
    assert borrowed.harmonise(words.split(), tags.split()) == names.split()


def test_an_exchanged_name_moves_the_office_that_holds_it() -> None:
    nlp = pipeline.build_blank()
    text, marks = markup.parse_marked("The <F>envoy of <L>Chad</L></F> met <P>Ada Lang</P> .")
    sample = samples.own_sample(nlp, markup.Paragraph("x", "y", text, marks, False))
    pools: known.Pools = {"LOC": [[("New", "Port")]], "PER": [[("Bo", "Li", "Ek")], [("Ek",)]]}
    found = {known.exchange(sample, pools, Random(seed)) for seed in range(60)}
    printed = {(" ".join(s.words), " ".join(s.words[slice(*s.offices[0])])) for s in found if s.offices}
    assert ("The envoy of New Port met Bo Li Ek .", "envoy of New Port") in printed
    assert {office for _, office in printed} == {"envoy of Chad", "envoy of New Port"}
    assert all(len(s.words) == len(s.spaces) == len(s.names or ()) for s in found)


def test_straight_quotes_become_curly_by_the_space_before_them() -> None:
    words = ['"', "We", "do", "n't", '"', "--", "he"]
    spaces = (False, True, False, False, True, True, False)
    assert samples.curl(words, spaces) == ["“", "We", "do", "n’t", "”", "—", "he"]
