"""The reader's tokenizer: spaCy's English one, with the cuts that news pages need."""

from __future__ import annotations

import re

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# "/TASS/." and "/Xinhua/ --": agencies between slashes
PREFIXES = [r"/(?=[A-Z])", r"[-–—](?=[A-Za-z“\"‘'])"]
SUFFIXES = [
    rf"(?<=[{ALPHA}])/",
    r"(?<=/)[.,]",
    rf"(?<=[{ALPHA}]{{2}})[-–—]",
    r"(?<=[0-9])[–—]",
    r"(?<=\))\.?-+",
    r"(?<=[”»’\")])[.,—–]",
]
INFIXES = [
    r"[“”«»—]",  # marks that a site printed without spaces: talks,”he said
    rf"(?<=[{ALPHA}0-9.,)])–(?=[{ALPHA}0-9(])",  # 20–22 March
    r"(?<=[A-Z]\.)[-–](?=[A-Za-z])",  # U.S.-led
    rf"(?<=[0-9])-(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",  # 5-March
    rf"(?<=[{ALPHA_LOWER}])[?!](?=[\"“{ALPHA_UPPER}])",
    rf"(?<=[)/])[.\-–]+(?=[{ALPHA}])",  # (EFE).-Nine, (Jiji)--Japan
    rf"(?<=[{ALPHA}])`(?=s\b)",
]
ABBREVIATIONS = re.findall(
    r"\S+",
    "Lt. Col. Maj. Brig. Cmdr. Cdr. Capt. Sgt. Adm. Amb. Hon. Prof. Rev. Pres. Fr. Sr. Jr. Sept. Dept. Govt. Min. "
    "Spec. approx. Mmes. Messrs. Mt. Ft. Inc. Corp. Ltd. Co. Bros. vs. Gen.-Col. Comr. Supt. Det. Insp. Esq.",
)


def mend_tokenizer(nlp: Language) -> None:
    """Give the blank English tokenizer the cuts above; they are saved with the pipeline."""
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *PREFIXES]).search
    tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, *SUFFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex([*defaults.infixes, *INFIXES]).finditer
    for short in ABBREVIATIONS:
        tokenizer.add_special_case(short, [{ORTH: short, NORM: short.lower()}])


def build_blank() -> Language:
    """English with our tokenizer and nothing learned."""
    nlp = spacy.blank("en")
    mend_tokenizer(nlp)
    return nlp
