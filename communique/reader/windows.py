"""Where a text may be cut before it is read, so that memory stays bounded and lines stay apart.

``Lead paragraph.\\n\\nSecond  one.`` is read as ``Lead paragraph.`` and ``Second  one.``: a line's end always ends a
sentence, and a line of a megabyte is read in windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_CHARS = 1_800  # about 300 words, 400 pieces: the encoder knows 512 places
LONGEST_RUN = 500  # characters without white space; the tokenizer peels punctuation one by one, in squared time
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]?\s")
SPACE = re.compile(r"\s")
RUN = re.compile(rf"\S{{1,{LONGEST_RUN}}}|\s+")
OVERLONG = re.compile(rf"\S{{{LONGEST_RUN + 1}}}")


def windows(text: str, most: int = MOST_CHARS) -> Iterator[tuple[int, int]]:
    """The stretches to be read, in order: each non-blank line, in windows of at most ``most`` characters."""
    for line in LINE.finditer(text):
        start, end = line.span()
        while end - start > most:
            cut = find_cut(text, start, start + most)
            if not text[start:cut].isspace():
                yield start, cut
            start = cut
        if not text[start:end].isspace():
            yield start, end


def find_cut(text: str, start: int, limit: int) -> int:
    """The best place to cut before ``limit``: after the last sentence's end, else after the last space, else there.

    Only the window's second half is searched: a smaller window would gain nothing and cost a start.
    """
    half = (start + limit) // 2
    for pattern in (SENTENCE_END, SPACE):
        ends = [match.end() for match in pattern.finditer(text, half, limit)]
        if ends:
            return ends[-1]
    return limit


def runs(text: str) -> list[str]:
    """The text in pieces the tokenizer can take: itself, unless it has a run of characters that is too long."""
    if OVERLONG.search(text) is None:
        return [text]
    return RUN.findall(text)
