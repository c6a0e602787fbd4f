"""Lines inside a body that end as sentences do and are none of its text: questions as headings, posts quoted a second time.

What did the ministers agree on?                          a heading
We did not agree to this. — Ana Ruiz (@ruiz) May 4, 2018    a post, whose words the paragraph above has quoted
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.stories.lines import Line
from communique.stories.sheet import Sheet

QUESTION_WORDS = 14  # a longer question is somebody's
POST_CHARS = 30  # fewer letters are said twice by chance
_ASKS = re.compile(
    r"(?:(?:And|But|So),? )?(?:[Ww]ho|[Ww]hat|[Ww]hy|[Hh]ow|[Ww]hen|[Ww]here|[Ww]hich|[Ww]hose|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]id|[Dd]oes|[Dd]o|[Cc]an|[Cc]ould|[Ww]ill|[Ww]ould|"
    r"[Hh]as|[Hh]ave|[Ss]hould)(?:[’']s|[’']re)?\b[^.!?\"“”]*\?\Z"
)
# A question put to somebody, or by somebody of himself, is speech: an interview's, a speaker's.
_SPOKEN = re.compile(r"\b(?:you|your|yours|we|our|us|I|my|me|Mr|Ms|Mrs|Sir|Madam|Minister,|President,)\b")
_SIGNATURE = re.compile(r"(?:[^\n]{0,300}\s)?[—–-]{1,2} ?[^\n()—–]{1,60}\(@\w{1,30}\)")
_TAIL = re.compile(
    r"(?:\s?(?:https?://|pic\.twitter\.com/|t\.co/)\S++)*+(?:\s[—–-]{1,2} ?[^\n()—–]{1,60}\(@\w{1,30}\).*)?\Z"
)
_LETTERS = re.compile(r"[\W_]+")


def is_question(lines: Sequence[Line], i: int) -> bool:
    """A short question to nobody between two paragraphs, with neither a colon above it nor a speaker in it."""
    line = lines[i]
    if line.words > QUESTION_WORDS or line.words < 3 or not line.text.endswith("?") or line.listed:
        return False
    if not _ASKS.match(line.text) or _SPOKEN.search(line.text) or not 0 < i < len(lines) - 1:
        return False
    above, below = lines[i - 1], lines[i + 1]
    # Two questions in a row are somebody's, and an answer or a quotation would stand beside them.
    return (
        not above.text.endswith((":", "?", ","))
        and below.prose
        and not below.text.startswith(('"', "“", "A:", "–", "—"))
    )


def is_quoted_post(sheet: Sheet, i: int) -> bool:
    """The line is an embedded post, signed in itself or by the next line, and a paragraph near it has the same words."""
    lines = sheet.lines
    line = lines[i]
    if len(line.text) > 600 or not (
        _SIGNATURE.match(line.text) or (i + 1 < len(lines) and _SIGNATURE.match(lines[i + 1].text))
    ):
        return False
    words = _plain(_TAIL.sub("", line.text))
    if len(words) < POST_CHARS:
        return False
    near = range(max(0, i - 8), min(len(lines), i + 5))
    return any(words in _plain(lines[j].head) for j in near if j != i and len(lines[j].text) > len(words))


def _plain(text: str) -> str:
    return _LETTERS.sub(" ", text.casefold()).strip()
