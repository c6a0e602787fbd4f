"""One passage as the room sees it: its words, what is known of them, its phrases of office, its runs of capitals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from communique.data import Official
from communique.model import Part
from communique.people.beside import Run, attach_offices
from communique.people.folding import fold_word
from communique.people.gazetteer import Hit, find_hits
from communique.people.lexicon import given_genders, name_words, reporting_forms, surnames_first
from communique.people.offices import Phrase, find_phrases
from communique.people.seams import past_calling, unglue
from communique.people.words import Word
from communique.reader.passage import Passage

_LOOSE = ("city", "region", "site", "outlet", "capital")  # hits that a family name can be
_HOUSES = frozenset(("ministry", "department", "committee", "ministers", "commission", "council", "cooperation"))
_BLANKS = str.maketrans("\u00a0\u202f\n\t", "    ")
_ENDS = frozenset('.!?:;"“”«»\n•–—')


@dataclass(frozen=True, slots=True)
class Sight:
    """One passage, taken apart. ``titled`` says that it capitalises words as headlines do; ``shouted`` that all are."""

    passage: Passage
    text: str
    words: Sequence[Word]
    tags: Sequence[Hit | None]
    labels: Sequence[str]
    phrases: tuple[Phrase, ...]
    runs: tuple[Run, ...]
    titled: bool
    shouted: bool
    quoted: tuple[tuple[int, int], ...] = field(default=())

    def inside_quote(self, offset: int) -> bool:
        """The passage's own offset lies between quotation marks."""
        at = bisect_right(self.quoted, offset, key=lambda pair: pair[0]) - 1
        return at >= 0 and offset < self.quoted[at][1]


def see(
    passage: Passage, text: str, words: Sequence[Word], lower: frozenset[str], surnames: frozenset[str] = frozenset()
) -> Sight:
    """Take a passage apart: its ``text`` and words.

    ``lower`` are all words the story prints in lower case somewhere, ``surnames`` the last words of its people's full
    names, folded.
    """
    hits = find_hits(text.translate(_BLANKS))  # known names are printed with plain blanks
    tags = _tag(words, hits)
    labels = _label(words, passage, surnames)
    titled, shouted = _manner(words, text, passage.part)
    for at in range(len(words)):
        loose = _is_loose(words, tags, labels, at, titled) or _is_relative(words, tags, at)
        if loose or _is_field(words, tags, at):
            tags[at] = None
    people = frozenset(
        at for at, label in enumerate(labels) if label == "PER" and words[at].capital and _nameless(tags[at])
    )
    phrases = tuple(find_phrases(words, tags, people))
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.last)}
    runs = _runs(words, tags, labels, taken, lower, titled or shouted)
    runs = attach_offices(words, phrases, runs)
    runs = [_judge(run, words, tags, titled or shouted, lower) for run in runs]
    return Sight(passage, text, words, tags, labels, phrases, tuple(runs), titled, shouted, _quotations(text))


def _nameless(hit: Hit | None) -> bool:
    return hit is None or hit.entry.kind == "official"


def _tag(words: Sequence[Word], hits: Iterable[Hit]) -> list[Hit | None]:
    tags: list[Hit | None] = [None] * len(words)
    at = 0
    for hit in hits:
        while at < len(words) and words[at].end <= hit.start:
            at += 1
        covered = at
        while covered < len(words) and words[covered].start < hit.end:
            covered += 1
        whole = covered > at and words[at].start == hit.start and words[covered - 1].end <= hit.end
        if whole and not _is_shout(words, at, covered):
            tags[at:covered] = [hit] * (covered - at)
    return tags


def _is_shout(words: Sequence[Word], first: int, last: int) -> bool:
    """A short word in capitals among others in capitals ("THE ENEMY IS BEATEN") is no acronym."""
    if last > first + 1 or len(words[first].text) > 3 or not words[first].text.isupper():
        return False
    near = [word.text for word in (*words[max(0, first - 1) : first], *words[last : last + 1])]
    return bool(near) and all(text.isupper() and len(text) > 1 for text in near)


def _label(words: Sequence[Word], passage: Passage, surnames: frozenset[str]) -> list[str]:
    """What the reader took each word for; a lone word it took for a place is a person where the story has one of that name."""
    labels = [""] * len(words)
    at = 0
    for ent in passage.doc.ents:
        while at < len(words) and words[at].end <= ent.start_char:
            at += 1
        covered = at
        while covered < len(words) and words[covered].start < ent.end_char:
            labels[covered] = ent.label_
            covered += 1
        alone = covered == at + 1 and labels[at] == "LOC" and fold_word(words[at].text) in surnames
        if alone and not (at and words[at - 1].key in _WHERE):
            labels[at] = "PER"
    return labels


_WHERE = frozenset(["in", "at", "near", "from", "to", "outside", "around", "into", "of"])


def _manner(words: Sequence[Word], text: str, part: Part) -> tuple[bool, bool]:
    """Capitals as in a headline, and nothing but capitals; a line that ends as a sentence does is no headline."""
    longer = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    capitals = sum(word.capital for word in longer)
    shouted = len(longer) > 1 and sum(word.text.isupper() for word in longer) >= 0.8 * len(longer)
    ended = part == "body" and text.rstrip()[-1:] in tuple('.!?"”’:')
    return len(longer) > 3 and not ended and capitals >= 0.72 * len(longer), shouted


def _is_loose(words: Sequence[Word], tags: Sequence[Hit | None], labels: Sequence[str], at: int, titled: bool) -> bool:
    """A place's or outlet's name that is a person's here: the reader says so, or more of a name stands in front."""
    hit, word = tags[at], words[at]
    if hit is None or hit.entry.kind not in (*_LOOSE, "country") or (word.text.isupper() and len(word.text) > 1):
        return False
    before = at - 1 if at and word.joined and words[at - 1].capital and tags[at - 1] is not hit else -1
    after = at + 1 if at + 1 < len(words) and words[at + 1].joined and tags[at + 1] is not hit else -1
    single = hit.start == word.start and hit.end == word.end
    linked = at > 0 and word.gap == " " and words[at - 1].key in ("for", "of", "to", "in", "with", "from")
    if hit.entry.kind == "country" and linked and word.key not in given_genders():
        return False  # "envoy for Sudan Tom Dunham"
    if labels[at] == "PER" and not word.possessive:
        beside = "PER" in (labels[before] if before >= 0 else "", labels[after] if after >= 0 else "")
        return beside or (single and hit.entry.kind in _LOOSE[:4])
    if not single or before < 0 or titled or tags[before] is not None or hit.entry.kind == "country":
        return False
    name = words[before].text
    if words[before].key in given_genders():
        return True
    return hit.entry.kind == "city" and labels[at] != "LOC" and name not in name_words("stop") and len(name) > 1


def _is_field(words: Sequence[Word], tags: Sequence[Hit | None], at: int) -> bool:
    """ "[Foreign Affairs] minister", "Foreign Affairs [and] Trade": a ministry's field, and not the magazine."""
    hit, fields = tags[at], name_words("portfolio")
    if hit is None or hit.entry.kind != "outlet" or words[at].key not in fields:
        return False
    last = at + 1
    while last < len(words) and tags[last] is hit:
        last += 1
    near = [words[i].key for i in (at - 1, last) if 0 <= i < len(words)]
    return any(key in ("of", "for", "and") or key in name_words("head") or key in _HOUSES for key in near)


def _is_relative(words: Sequence[Word], tags: Sequence[Hit | None], at: int) -> bool:
    """In "Maryam Nawaz Sharif" the official's name is a father's: a first name of the other sex stands in front."""
    hit = tags[at]
    if hit is None or hit.entry.kind != "official" or not words[at].joined:
        return False
    first = at
    while first and words[first].joined and words[first - 1].end > hit.start:
        first -= 1
    before = words[first - 1] if first and words[first].joined else None
    sex = given_genders().get(before.key, "") if before is not None and before.capital and not before.possessive else ""
    return bool(sex) and all(one.gender not in ("", sex) for one in hit.entry.known)


def _runs(
    words: Sequence[Word], tags: Sequence[Hit | None], labels: Sequence[str], taken: set[int], lower: frozenset[str],
    titled: bool,
) -> list[Run]:  # fmt: skip
    runs: list[Run] = []
    at = 0
    while at < len(words):
        hit = tags[at]
        if hit is not None and hit.entry.kind == "official" and at not in taken:
            last = at
            while last < len(words) and tags[last] is hit:
                last += 1
            runs.append(_run(words, labels, at, last, hit.entry.known))
            at = last
        elif (_may_name(words, tags, taken, at, titled) or _titled_surname(words, taken, at)) and not _mere_start(
            words, labels, lower, at
        ):
            last = unglue(words, at, _run_end(words, tags, taken, at, titled))
            first = at if titled else past_calling(words, at, last)
            run = _run(words, labels, first, last, ())
            abbreviated = first > at and words[first - 1].text.isupper()  # the reader took its letters for a body's
            runs.append(replace(run, label="") if abbreviated and run.label == "ORG" else run)
            at = last
        else:
            at += 1
    return runs


def _run_end(words: Sequence[Word], tags: Sequence[Hit | None], taken: set[int], at: int, titled: bool) -> int:
    """Behind the last word of a name that starts at ``at``: capitals, with particles between them."""
    last = at + 1
    while last < len(words) and not words[last - 1].possessive:
        if not _continues(words[last]):
            break
        if _may_name(words, tags, taken, last, titled) or (not titled and _ends_name(words, at, last)):
            last += 1
            continue
        ahead = last
        while ahead < len(words) and words[ahead].text in name_words("particle") and words[ahead].gap == " ":
            ahead += 1
        if ahead == last or ahead - last > 2 or ahead >= len(words) or titled:
            break
        if (
            words[ahead].gap not in (" ", "-")
            or not _may_name(words, tags, taken, ahead, titled)
            or not words[ahead].capital
        ):
            break
        last = ahead + 1
    return last


def _ends_name(words: Sequence[Word], first: int, at: int) -> bool:
    """ "Agatha May": a common word with a capital right behind a lone first name is the family name."""
    following = words[at + 1].text if at + 1 < len(words) else ""
    return (
        at == first + 1
        and words[at].text in ("May", "West", "North", "Major", "High", "Old", "Key", "March")
        and words[first].key in given_genders()
        and not following[:1].isdigit()
    )


def _continues(word: Word) -> bool:
    return word.joined and word.gap != "."


def _may_name(words: Sequence[Word], tags: Sequence[Hit | None], taken: set[int], at: int, titled: bool) -> bool:
    word = words[at]
    if titled and word.text.capitalize() in name_words("title word"):
        return False
    if at in taken or tags[at] is not None or not word.text[0].isalpha():
        return False
    if not word.capital:
        return word.text[:3] in ("al-", "el-", "an-", "as-", "ad-", "ar-", "at-") and word.text[3:4].isupper()
    if word.text in name_words("stop"):
        if len(word.text) == 1 and at + 1 < len(words) and words[at + 1].gap[:1] == "." and words[at + 1].capital:
            return at > 0 and word.gap == " " and words[at - 1].capital  # "John [A.] Carrow"
        return word.key in given_genders() and _is_given_here(words, at)
    return not any(char.isdigit() for char in word.text)


def _is_given_here(words: Sequence[Word], at: int) -> bool:
    """Jan, April and Will are first names in front of a capital, unless the words before make them a month."""
    before = words[at - 1].key if at else ""
    months = (
        "in",
        "on",
        "since",
        "until",
        "till",
        "last",
        "next",
        "this",
        "of",
        "late",
        "early",
        "mid",
        "from",
        "to",
        "and",
    )
    following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and following.joined and following.text[0].isupper() and before not in months


def _titled_surname(words: Sequence[Word], taken: set[int], at: int) -> bool:
    """ "General Do Van Khiem": a family name that is a common word elsewhere, right behind a title."""
    word = words[at]
    titled = at - 1 in taken and at not in taken and word.gap == " "
    return titled and word.text in surnames_first() and at + 1 < len(words) and words[at + 1].capital


def _mere_start(words: Sequence[Word], labels: Sequence[str], lower: frozenset[str], at: int) -> bool:
    """A capital only because a sentence begins: the story prints the word in lower case elsewhere."""
    word = words[at]
    opening = at == 0 or any(char in _ENDS for char in word.gap)
    return opening and labels[at] != "PER" and word.key in lower and word.key not in given_genders()


def _run(words: Sequence[Word], labels: Sequence[str], first: int, last: int, known: tuple[Official, ...]) -> Run:
    found = [labels[at] for at in range(first, last) if labels[at] and labels[at] != "DATE"]
    label = "PER" if "PER" in found else found[-1] if found else ""
    return Run(first, last, tuple(word.text for word in words[first:last]), (), known, label)


def _in_marks(run: Run, words: Sequence[Word]) -> bool:
    """The words stand alone in quotation marks: an exercise or a book, not its bearer."""
    after = words[run.last].gap if run.last < len(words) else ""
    return words[run.first].gap[-1:] in tuple('"“‘«') and after.lstrip(".,")[:1] in tuple("\"”’'»") and after != ""


def _is_source(run: Run, words: Sequence[Word]) -> bool:
    """ "Islam Times - Foreign Minister ...": a line begins with who brings it."""
    after = words[run.last] if run.last < len(words) else None
    dashed = after is not None and after.gap.strip() in ("-", "–", "—") and after.gap != after.gap.strip()
    body = run.tokens[-1] in name_words("body")
    return run.first == 0 and dashed and after is not None and after.capital and body


def _is_described(run: Run, words: Sequence[Word], tags: Sequence[Hit | None]) -> bool:
    """A demonym stands in front, or a verb of speech beside it: only people are so named."""
    hit = tags[run.first - 1] if run.first and words[run.first].joined else None
    return (hit is not None and hit.entry.kind == "demonym") or _speaks(run, words) or len(run.tokens[0]) == 1


def _judge(run: Run, words: Sequence[Word], tags: Sequence[Hit | None], titled: bool, lower: frozenset[str]) -> Run:
    """Whether the run is a person beyond doubt."""
    if run.known:
        return replace(run, person=True)
    tail = run.tokens[-1]
    given = run.tokens[0].casefold() in given_genders()
    thing = tail in name_words("body") or tail in name_words("site") or tail in name_words("thing")
    thing = thing or (tail in name_words("title word") and not given and len(run.tokens) > 1)  # "Free Sign"
    thing = thing or run.tokens[0] in name_words("site") or run.tokens[0] in name_words("body")
    before = words[run.first - 1].key if run.first and words[run.first].gap == " " else ""
    thing = (thing and not (given and run.label == "PER")) or _in_marks(run, words)
    thing = thing or before in name_words("before thing") or _is_source(run, words)
    thing = thing or any(token in name_words("folk") for token in (run.tokens[0], tail))
    upper = len(run.tokens) == 1 and tail.isupper() and len(tail) > 1
    if thing or upper or (titled and not run.held) or len(run.tokens) > 6:
        return run
    near = any(held.phrase.last == run.first or held.phrase.kind != "office" for held in run.held)
    given = given and run.label not in ("LOC", "EVENT") and (run.label != "ORG" or _is_described(run, words, tags))
    several = len(run.tokens) > 1 and not all(token.casefold() in lower for token in run.tokens)
    if titled:
        plain = any(token.casefold() in lower for token in run.tokens) or any(h.phrase.plural for h in run.held)
        return replace(run, person=near and several and len(run.tokens) <= 3 and not plain)
    speaks = _speaks(run, words) and run.label in ("", "PER")
    person = (near and run.label not in ("ORG",)) or (several and (run.label == "PER" or given))
    person = person or (several and speaks and len(run.tokens) <= 3) or (bool(run.held) and several and not thing)
    return replace(run, person=person, hinted=run.label == "PER" or (given and speaks))


def _speaks(run: Run, words: Sequence[Word]) -> bool:
    after = words[run.last] if run.last < len(words) else None
    before = words[run.first - 1] if run.first else None
    forms = reporting_forms()
    return bool(after and after.gap == " " and after.text in forms) or bool(
        before and words[run.first].gap == " " and before.text in forms and before.text == "said"
    )


def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Where quotation marks hold text; a mark that never closes holds the rest of the passage."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at, char in enumerate(text):
        if char not in '"“”«»„':
            continue
        if opened is None:
            opened = at + 1 if char not in "”»" else None
        elif char in '"”»':
            found.append((opened, at))
            opened = None
    if opened is not None and opened < len(text):
        found.append((opened, len(text)))
    return tuple(found)
