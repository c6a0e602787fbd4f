"""Words as the network takes them: word pieces, and the shape that the uncased pieces have lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHAPES = ("lower", "title", "upper", "mixed", "digits", "other")
PADDING, UNKNOWN, START, END = 0, 100, 101, 102  # of BERT's uncased vocabulary
MOST_REMEMBERED = 200_000  # words whose pieces are kept: 40 MB at most, and print repeats itself
MOST_PIECES = 12  # of one word; an address of a thousand characters says no more than its beginning


def shape_of(word: str) -> int:
    """Where the word's shape stands in SHAPES: how it is written, whatever its letters are."""
    if word.isalpha():
        if word.islower():
            return 0
        if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
            return 1
        if word.isupper():
            return 2
        return 3 if word != word.lower() else 0
    if any(letter.isdigit() for letter in word):
        return 4
    if any(letter.isalpha() for letter in word):
        return 0 if word.islower() else 2 if word.isupper() and len(word) > 2 else 1 if word[:1].isupper() else 3
    return 5


class Pieces:
    """Words to pieces, remembering what it has cut: most words of a page have been seen on it already."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}

    @classmethod
    def load(cls, vocabulary: Path) -> Pieces:
        """From a ``vocab.txt``, one piece a line."""
        from tokenizers import Tokenizer
        from tokenizers.models import WordPiece
        from tokenizers.normalizers import BertNormalizer
        from tokenizers.pre_tokenizers import BertPreTokenizer

        tokenizer = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))
        tokenizer.normalizer = BertNormalizer(lowercase=True)
        tokenizer.pre_tokenizer = BertPreTokenizer()
        return cls(tokenizer)

    def cut(self, word: str) -> tuple[tuple[int, ...], int]:
        """The word's pieces, at least one, and its shape."""
        known = self._seen.get(word)
        if known is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
            known = (tuple(ids) or (UNKNOWN,), shape_of(word))
            if len(self._seen) < MOST_REMEMBERED:
                self._seen[word] = known
        return known
