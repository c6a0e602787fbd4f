"""A page as paragraphs, with what can be counted about each.

"Russian President Vladimir Putin\\nmet the premier on Monday, the Kremlin said."
 one line of the dump             and its other half: one paragraph, one ``Line``
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from communique.model import Page, Span

LOOK_CHARS = 4000  # what is counted about a line is counted on its beginning: a page can be one line of a megabyte
KEY_CHARS = 400

# Closed-class words of English. Prose is a third to a half of these; headlines a fifth, menus nearly none.
_GLUE_WORDS = """
    a about above after again against all also although am among an and any are as at be because been before
    being below between both but by can cannot could did do does during each either else even ever every few for
    from further had has have having he her here hers herself him himself his how however i if in into is it its
    itself just less many may me might more most much must my neither no nor not of off on once one only or
    other our out over own per rather said same say says several she should since so some still such than that
    the their them themselves then there these they this those through to too toward towards under until up upon
    us very was we were what when where whether which while who whom whose why will with within without would
    yet you your told added
"""
GLUE = frozenset(_GLUE_WORDS.split())
_DANGLING_WORDS = "a an and as at by for from in into of on or that the to with his her its their was were is"
_DANGLING = frozenset(_DANGLING_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SIGNED_END = re.compile(
    r"[.!?][\"'”’)]*\s?[-–—/(]{0,2}\s?(?:[A-Z]{2,9}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[)/.]*$|\.[-/]{1,2}\.?$|"
    r"[.!?][\"'”’]?\s[-–—]{1,2}\s?[A-Z][\w-]{2,20}\.(?:com|net|org|info|news|co|[a-z]{2})\b$"
)
_BOUNDARY = re.compile(r"[.!?…][\"'”’»)]?\s+[\"'“‘«(]?[A-Z]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_KEY_GAP = re.compile(r"[\W_]+")
_STARTS_INSIDE = re.compile(r"[a-z,;)’”]|'s\b")
_SIGNS = re.compile(r"[Bb]y [A-Z]")  # a byline under a headline that ends in "on"
_LIST_MARK = re.compile(r"(?:[-–—*•·▪►‣●■]|\d{1,2}[.)]|\d{1,2}\s{2,})\s*")


@dataclass(frozen=True)
class Line:
    """One paragraph of the page without its surrounding white space; ``gap`` counts the blank lines above it.

    Not slotted, unlike the model's nouns: what is counted about it is counted once, when first asked for.
    """

    start: int
    end: int
    text: str
    gap: int

    def span(self, page: Page) -> Span:
        return Span(page.id, self.start, self.end)

    @cached_property
    def head(self) -> str:
        return self.text[:LOOK_CHARS]

    @cached_property
    def tokens(self) -> list[str]:
        return _WORD.findall(self.head)

    @cached_property
    def words(self) -> int:
        return len(self.tokens)

    @cached_property
    def glue(self) -> float:
        """The share of function words."""
        return sum(t.lower() in GLUE for t in self.tokens) / max(1, self.words)

    @cached_property
    def ends(self) -> bool:
        """It ends as a sentence does, a closing quotation mark, a bracket or an agency's sign-off allowed."""
        return bool(_SENTENCE_END.search(self.text[-8:]) or (self.words >= 10 and _SIGNED_END.search(self.text[-40:])))

    @cached_property
    def sentences(self) -> int:
        return len(_BOUNDARY.findall(self.head)) + self.ends

    @cached_property
    def key(self) -> str:
        """Letters and digits alone, lower case: what two printings of one line have in common."""
        return _KEY_GAP.sub(" ", self.text[:KEY_CHARS].casefold().replace("’", "'").replace("'", "")).strip()

    @cached_property
    def listed(self) -> bool:
        """It begins with a bullet or a number."""
        return bool(_LIST_MARK.match(self.text))

    @cached_property
    def titled(self) -> float:
        """The share of capitals among the words that are not function words."""
        content = [t for t in self.tokens if t.lower() not in GLUE]
        return sum(not t[0].islower() for t in content) / max(1, len(content))

    @cached_property
    def content(self) -> frozenset[str]:
        """The first six letters of each content word: enough to see that a headline and its story share a subject."""
        return frozenset(t.lower()[:6] for t in self.tokens if len(t) > 2 and t.lower() not in GLUE)

    @cached_property
    def prose(self) -> bool:
        """It is a sentence or more, not a label, a headline or a list of names."""
        if self.ends and ((self.words >= 10 and self.glue >= 0.2) or (self.words >= 16 and self.glue >= 0.12)):
            return True
        # Without a full stop it must hold one, or be longer than any headline: tabloids print lists of 30-word titles.
        return self.words >= 22 and self.glue >= 0.27 and self.titled < 0.6 and (self.sentences > 0 or self.words > 50)

    @cached_property
    def truncated(self) -> bool:
        """A teaser's end: dots inside running text, with no quotation to explain them."""
        return self.text.endswith(("...", "…", "[…]", "[...]", "»", "Read more", "Read More")) and self.words < 70


def read_lines(page: Page) -> tuple[Line, ...]:
    """The page's paragraphs in text order, from behind the crawler's prefix.

    A line of the dump is a paragraph, unless the dump broke paragraphs: at a
    fixed width, or around every link. Then the pieces are one again.
    """
    raw = _raw(page)
    wrapped = _is_wrapped(raw)
    groups: list[list[Line]] = []
    for line in raw:
        if groups and line.gap == 0 and _continues(groups[-1], line, wrapped):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(g[0] if len(g) == 1 else _joined(page, g) for g in groups)


def _joined(page: Page, pieces: list[Line]) -> Line:
    start, end = pieces[0].start, pieces[-1].end
    return Line(start, end, page.text[start:end], pieces[0].gap)


def _raw(page: Page) -> list[Line]:
    out, start, gap = [], 0, 0
    for piece in page.text.split("\n"):
        cut = max(0, page.start - start)
        words = piece[cut:].strip()
        if words:
            first = start + piece.index(words, cut)
            out.append(Line(first, first + len(words), words, gap))
            gap = 0
        elif out:
            gap += 1
        start += len(piece) + 1
    return out


def _is_wrapped(raw: list[Line]) -> bool:
    """Whether the dump breaks paragraphs at a fixed width: long lines that go on in small letters, none of them longer."""
    pairs = [(a, b) for a, b in pairwise(raw) if b.gap == 0 and len(a.text) >= 45]
    if len(pairs) < 3 or sum(len(a.text) > 110 for a, _ in pairs) > len(pairs) / 4:
        return False
    # 0.3: a page with its paragraphs whole has next to no such pairs, a wrapped one more than half.
    return sum(not a.ends and _runs_on(a.text, b.text) for a, b in pairs) >= max(2, 0.3 * len(pairs))


def _runs_on(text: str, after: str) -> bool:
    return after[0].islower() or text.endswith(",") or text.rpartition(" ")[2] in _DANGLING


def _continues(pieces: list[Line], after: Line, wrapped: bool) -> bool:
    """``after`` is the same paragraph as the pieces before it; no blank line stands between them."""
    last = pieces[-1].text
    if wrapped and len(last) >= 40:
        return not (pieces[-1].ends and len(last) < 55) and not _LIST_MARK.match(after.text)
    if (
        pieces[-1].ends
        or last.endswith(":")
        or _LIST_MARK.match(after.text)
        or (_SIGNS.match(after.text) and len(after.text) < 60)
    ):
        return False
    if _STARTS_INSIDE.match(after.text):
        return after.end - pieces[0].start > 40
    return last.rpartition(" ")[2] in _DANGLING and len(last) > 15
