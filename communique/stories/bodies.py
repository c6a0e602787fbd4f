"""Which lines of a page are the bodies of stories.

Every line gets a weight: prose is for a body, titles, labels and furniture are
against one. The best way through the page between "in a body" and "outside"
(each change has its price) gives the stretches; then each stretch is judged: a
story of its own, the same story going on below an advertisement, or a list of
other stories with their first sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.stories.byline import read_dateline
from communique.stories.lines import GLUE, Line
from communique.stories.marks import Mark, addresses_reader
from communique.stories.sheet import Sheet

# Calibrated on the seeds and on news pages of the extraction sets, by halves; flat within a third to both sides.
CHANGE = 2.5  # the price of entering or leaving a body
PROSE = 1.5  # a paragraph, before its words are counted
WORDS_A_POINT = 15.0
TITLE = -1.2
LABEL = -0.8
OPENER = -5.0  # "Most read", "Comments": what follows is not this body
FURNITURE = {"menu": -0.8, "teaser": -0.7, "social": -0.7, "appeal": -1.2, "legal": -1.2,
             "caption": -0.4, "note": -0.3, "timestamp": -1.0, "byline": -1.2}  # fmt: skip
MAIN = "the most running text of the page"
ENOUGH_WORDS = 60  # of prose in a row: a list of teasers has less before the next title
BRIEF_WORDS = 20  # of prose make a story where its title is printed twice above
LONG_WORDS = 150  # no list of snippets has as much prose in a row
FITS = 0.3  # of a title's words stand in the text below it
SHARED_NAMES = 0.4  # of a stretch's names, known from the story above: it is the same story going on
FLASH_WORDS = 12  # with its dateline; the shortest flash seen has 14


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of one story's body, with why; between its pieces stand boxes of other stories.

    Inside a piece, too, some lines may be captions or furniture.
    """

    pieces: tuple[tuple[int, int], ...]
    because: str

    @property
    def first(self) -> int:
        return self.pieces[0][0]

    @property
    def last(self) -> int:
        return self.pieces[-1][1]

    def holds(self, i: int) -> bool:
        return any(first <= i <= last for first, last in self.pieces)

    def from_line(self, first: int) -> Body:
        """The body without the lines above ``first``."""
        kept = tuple((max(a, first), b) for a, b in self.pieces if b >= first)
        return Body(kept, self.because)


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: int
    last: int
    headed: bool  # the head of a story stands above it
    words: int  # of running text


def find_bodies(sheet: Sheet) -> tuple[Body, ...]:
    """The bodies of the page's stories, in text order; none where the page has only menus and teasers."""
    bodies = _find(sheet, ("list", "talk", "appeal"), CHANGE)
    # "Comments" above the only text of a page opened nothing; and a brief of two short sentences is a story too.
    bodies = bodies or _find(sheet, ("list", "appeal"), CHANGE) or _find(sheet, ("list", "talk", "appeal"), 0.5)
    return bodies or _flash(sheet)


def _flash(sheet: Sheet) -> tuple[Body, ...]:
    """A page's only running text may be one sentence: it is a story where an agency's or a place's dateline opens it."""
    for number, line in enumerate(sheet.lines):
        if line.words >= FLASH_WORDS and line.text.endswith((".", ".”", '."')) and read_dateline(line.text) is not None:
            return (Body(((number, number),), MAIN),)
    return ()


def _find(sheet: Sheet, heeded: tuple[str, ...], change: float) -> tuple[Body, ...]:
    found = [s for run in _best_runs(_weights(sheet, heeded), change) for s in _split(sheet, run)]
    return _judge(sheet, _with_heads(sheet, found))


def _weights(sheet: Sheet, heeded: tuple[str, ...]) -> list[float]:
    rows = _words_in_a_row(sheet)
    out: list[float] = []
    under, seen = "", 0
    known: frozenset[str] = frozenset()
    for i, (line, mark, prose) in enumerate(zip(sheet.lines, sheet.marks, sheet.prose, strict=True)):
        if mark is not None and mark.opens in heeded and (mark.opens != "talk" or seen >= ENOUGH_WORDS):
            under = mark.opens
            out.append(OPENER)
            continue
        if prose and under:
            under = _still_under(under, line, rows[i] - line.words, seen, names_in((line,)), known)
        if prose and not under:
            seen += line.words
            known |= names_in((line,))
        out.append(_weight(line, mark, prose, under))
    return out


def _still_under(under: str, line: Line, beside: int, seen: int, names: frozenset[str], known: frozenset[str]) -> str:
    """Whether a paragraph below "Most read", "Comments" or "Dear reader" is of that, or a story goes on (or begins).

    ``beside`` counts the words of the prose right before and after it. Below a
    story, a list's snippets can stand in a row like paragraphs: then only a
    long row, or the story's own names, lead out of the list.
    """
    if under == "appeal":
        return under if addresses_reader(line) else ""
    if under == "talk" or beside == 0:
        return under
    if names and len(names & known) >= 0.5 * len(names):
        return ""
    enough = ENOUGH_WORDS if seen < ENOUGH_WORDS else LONG_WORDS
    return "" if beside + line.words >= enough else under


def _weight(line: Line, mark: Mark | None, prose: bool, under: str) -> float:
    if prose:
        return -0.3 if under else PROSE + min(line.words, 60) / WORDS_A_POINT
    if mark is not None:
        return FURNITURE.get(mark.part, LABEL)
    if line.truncated:
        return TITLE
    if line.ends and line.words >= 3:
        return -0.3 if under else 0.4
    if line.text.endswith((":", ",", ";", '"', "”")) or (line.words > 22 and line.glue > 0.27 and not under):
        return 0.0
    return TITLE if line.words > 3 else LABEL


def _words_in_a_row(sheet: Sheet) -> list[int]:
    """For each paragraph how many words of prose stand around it with no title, label or opener between."""
    out = [0] * len(sheet.lines)
    row: list[int] = []
    for i, line in enumerate(sheet.lines):
        if sheet.prose[i]:
            row.append(i)
        elif sheet.opens(i) or (sheet.marks[i] is None and not line.ends):
            _fill(out, row, sheet.lines)
            row = []
    _fill(out, row, sheet.lines)
    return out


def _fill(out: list[int], row: Sequence[int], lines: Sequence[Line]) -> None:
    total = sum(lines[i].words for i in row)
    for i in row:
        out[i] = total


def _best_runs(weights: Sequence[float], change: float) -> list[tuple[int, int]]:
    """The runs of lines that are in a body on the best way through the page (two states, linear time)."""
    outside, inside = 0.0, -change
    came: list[tuple[bool, bool]] = []  # whether the best way to (outside, inside) came from inside
    for weight in weights:
        to_out, to_in = inside - change > outside, inside >= outside - change
        came.append((to_out, to_in))
        outside, inside = (inside - change if to_out else outside), (inside if to_in else outside - change) + weight
    state = inside - change > outside
    runs: list[tuple[int, int]] = []
    last = len(weights) - 1
    for i in range(len(weights) - 1, -1, -1):
        before = came[i][1] if state else came[i][0]
        if state and not before:
            runs.append((i, last))
        elif not state and before:
            last = i - 1
        state = before
    if state:
        runs.append((0, last))
    return runs[::-1]


def _split(sheet: Sheet, run: tuple[int, int]) -> list[_Stretch]:
    """The run, cut where a new story's head stands in it."""
    at = [i for i in range(run[0], run[1] + 1) if sheet.prose[i]]
    if not at:
        return []
    cuts = [n for n in range(1, len(at)) if starts_story(sheet, at[n - 1], at[n])]
    starts, ends = [0, *cuts], [*cuts, len(at)]
    # A live page has an hour and a title over each short entry, and is one story all the same.
    if len(starts) >= 4 and sum(sheet.lines[i].words for i in at) < 120 * len(starts):
        starts, ends = [0], [len(at)]
    return [_stretch(sheet, run, at[s:e], s > 0) for s, e in zip(starts, ends, strict=True)]


def _stretch(sheet: Sheet, run: tuple[int, int], at: Sequence[int], headed: bool) -> _Stretch:
    """From the first paragraph to the last, with the short sentences and quotes beside them."""
    first, last = at[0], at[-1]
    while first > run[0] and _speaks(sheet, first - 1, 4) and not sheet.lines[first - 1].text.endswith("?"):
        first -= 1
    while last < run[1] and _speaks(sheet, last + 1, 3):
        last += 1
    return _Stretch(first, last, headed, sum(sheet.lines[i].words for i in at))


def _speaks(sheet: Sheet, i: int, words: int) -> bool:
    line = sheet.lines[i]
    if sheet.marks[i] is None and line.text.endswith(":") and line.words >= 5:
        return True
    return sheet.marks[i] is None and line.ends and sheet.lines[i].words >= words and not sheet.lines[i].truncated


def starts_story(sheet: Sheet, above: int, below: int) -> bool:
    """Between two paragraphs stands the head of another story: a title, and it twice, or with a byline, or with a day.

    The title must say what the text below it says: the box of a related story
    has a title and a byline too, and below it the first story goes on.
    """
    titles = [i for i in range(above + 1, below) if sheet.is_title(i) and title_fits(sheet, i, below)]
    if not titles:
        return False
    if any((twin := sheet.twins[i]) is not None and above < twin for i in titles):
        return True
    between = [sheet.part(i) for i in range(titles[0] + 1, below)]
    if "timestamp" in between and below - above > 3:
        return True
    return "byline" in between and not _same_names(sheet, above, below)


def _same_names(sheet: Sheet, above: int, below: int) -> bool:
    """Half the names below are those above: a box of a related story stands between, and the first story goes on."""
    here = names_in(sheet.lines[below : below + 6])
    return len(here & names_in(sheet.lines[max(0, above - 12) : above + 1])) >= 0.5 * max(1, len(here))


def title_fits(sheet: Sheet, title: int, below: int) -> bool:
    """The title shares its words with the paragraphs from line ``below`` on."""
    content = sheet.lines[title].content
    words = frozenset().union(*(sheet.lines[i].content for i in range(below, min(below + 6, len(sheet.lines)))))
    return sheet.lines[title].words >= 3 and len(content & words) >= FITS * max(2, len(content))


def _with_heads(sheet: Sheet, stretches: Sequence[_Stretch]) -> list[_Stretch]:
    out = list(stretches[:1])
    for one, other in pairwise(stretches):
        headed = other.headed or starts_story(sheet, one.last, other.first)
        out.append(_Stretch(other.first, other.last, headed, other.words))
    return out


def _judge(sheet: Sheet, stretches: Sequence[_Stretch]) -> tuple[Body, ...]:
    """Stretches that go on one from another are one body; the longest body is a story, others if they stand alone."""
    groups: list[list[_Stretch]] = []
    for stretch in stretches:
        last = None if stretch.headed else next((g for g in reversed(groups) if _goes_on(sheet, g, stretch)), None)
        if last is None:
            groups.append([stretch])
        else:
            del groups[groups.index(last) + 1 :]
            last.append(stretch)
    if not groups:
        return ()
    words = [sum(s.words for s in g) for g in groups]
    main = max(range(len(groups)), key=lambda n: (words[n], -n))
    bodies: list[Body] = []
    for n, group in enumerate(groups):
        pieces = tuple((s.first, s.last) for s in group)
        if n == main:
            bodies.append(Body(pieces, MAIN))
        elif _stands_alone(sheet, group, words[n], n < main):
            bodies.append(Body(pieces, "running text under a headline of its own"))
    return tuple(bodies)


def _goes_on(sheet: Sheet, group: Sequence[_Stretch], stretch: _Stretch) -> bool:
    """The stretch continues the story above: nothing but furniture between them, or the same names in both.

    A list of links between them may have a story behind it whose title fits;
    where none does, it was a box inside the first story.
    """
    between = range(group[-1].last + 1, stretch.first)
    opened = {sheet.opens(i) for i in between} - {""}
    titles = [i for i in between if sheet.marks[i] is None and sheet.lines[i].words > 3]
    if not opened and (len(titles) <= 2 or title_fits(sheet, titles[-1], stretch.first)):
        return True  # a title without byline, day or twin is a heading inside the story
    fits = any(title_fits(sheet, i, stretch.first) for i in titles[-2:] if not sheet.lines[i].listed)
    if "talk" not in opened and not fits and stretch.words >= ENOUGH_WORDS:
        return True
    here = names_in(sheet.lines[stretch.first : stretch.last + 1])
    above = frozenset().union(*(names_in(sheet.lines[s.first : s.last + 1]) for s in group))
    return len(here & above) >= SHARED_NAMES * max(1, len(here))


def _stands_alone(sheet: Sheet, group: Sequence[_Stretch], words: int, early: bool) -> bool:
    """Two paragraphs or one long under a title that fits, no list; below the main story also a byline, a day or the title again."""
    first, last = group[0].first, group[-1].last
    at = [i for i in range(first, last + 1) if sheet.prose[i]]
    above = range(max(0, first - 8), first)
    printed_twice = any(
        (twin := sheet.twins[i]) is not None and twin in above and title_fits(sheet, i, first) for i in above
    )
    if printed_twice and words >= BRIEF_WORDS:
        return True  # two readouts one after the other, each with its title twice
    if words < ENOUGH_WORDS or (len(at) < 2 and words < 2 * ENOUGH_WORDS):
        return False
    if sum(sheet.lines[i].listed for i in at) > len(at) / 2:
        return False
    titled = any(sheet.is_title(i) and title_fits(sheet, i, first) for i in above)
    return titled and (group[0].headed or early)


_NAME = re.compile(r"(?<![.!?…\"“”:] )(?<!^)\b[A-Z][\w’'-]{2,}")


def names_in(lines: Sequence[Line]) -> frozenset[str]:
    """The capitalised words inside sentences, without a possessive: a cheap stand-in for names."""
    found = (n.removesuffix("'s").removesuffix("’s") for line in lines for n in _NAME.findall(line.head))
    return frozenset(n for n in found if n.lower() not in GLUE)
