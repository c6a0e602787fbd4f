"""Bodies, states, groups and places: ministries and parties, governments that act, demonyms, towns."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.name import Kind
from communique.people.acting import is_attribute, use_of
from communique.people.beside import Run
from communique.people.figures import Figure, Gathering, How
from communique.people.gazetteer import Hit, find_hits
from communique.people.lexicon import given_genders, name_words, reporting_forms
from communique.people.owned import own_body
from communique.people.sight import Sight

_LOWER_HEADS = frozenset(("ministry", "embassy", "parliament", "army", "military", "presidency", "navy", "senate"))
_BARE = frozenset(
    ("ministry", "embassy", "agency", "party", "commission", "council", "committee", "group", "alliance", "bloc")
)


def name_realms(
    gathering: Gathering, sights: Sequence[Sight], codes: dict[str, str], named: frozenset[str] = frozenset()
) -> None:
    """Mark everything that is no person.

    ``codes`` give a country's name for its ISO alpha-3 code; ``named`` are the countries that the story speaks of.
    """
    for sight in sights:
        inside = {at for phrase in sight.phrases if phrase.kind == "office" for at in range(phrase.first, phrase.last)}
        for head in (at for at, word in enumerate(sight.words) if word.key in _LOWER_HEADS):
            for at in range(max(0, head - 8), head + 1):
                _ministry_at(gathering, sight, at, inside, codes)
        for run in sight.runs:
            _run(gathering, sight, run)
        at = 0
        while at < len(sight.words):
            at = _step(gathering, sight, at, inside, codes, named)
    _bare_bodies(gathering, sights)


def _known(sight: Sight, at: int) -> bool:
    """A word of a known body's name: "Russian Foreign Ministry" is read whole."""
    hit = sight.tags[at]
    return hit is not None and hit.entry.kind == "body"


def _step(
    gathering: Gathering, sight: Sight, at: int, inside: set[int], codes: dict[str, str], named: frozenset[str]
) -> int:
    """Read what stands at a word; the word to go on with."""
    hit = sight.tags[at]
    if hit is None or hit.entry.kind == "official":
        return at + 1
    last = at + 1
    while last < len(sight.words) and sight.tags[last] is hit:
        last += 1
    if at not in inside or hit.entry.kind == "body":
        _hit(gathering, sight, hit, at, last, codes, at in inside, named)
    return last


def _ministry_at(gathering: Gathering, sight: Sight, at: int, inside: set[int], codes: dict[str, str]) -> None:
    """Mark the ministry whose name begins at a word."""
    found = _ministry(sight, at)
    if found is None:
        return
    first, last, country = found
    known = any(_known(sight, word) for word in range(first, last))
    if known or (first in inside and country is None):
        return
    nation = codes.get(country or "", "")
    name = _body_name(sight, first, last, nation)
    span = sight.passage.at(sight.words[first].start, sight.words[last - 1].end)
    if not gathering.free(span):
        return
    figure = None
    if name.count(" ") == 2 and nation and name.endswith(f" of {nation}"):  # "the Chilean ministry"
        figure = _only_ministry(gathering, name.split(" ")[0].casefold(), country)
    text = sight.text[sight.words[first].start : sight.words[last - 1].end]
    if figure is None:
        figure = gathering.figure("body", name, country, "a ministry")
        if figure.name == name and nation:
            figure.name = " ".join(text.split())  # as the story prints it: "Peru's Foreign Ministry"
    gathering.mark(span, text, "name", figure, "a ministry")


def _only_ministry(gathering: Gathering, head: str, country: str | None) -> Figure | None:
    """The one ministry of the country that the story has named in full."""
    found = [
        figure
        for figure in gathering.figures
        if figure.kind == "body" and figure.country == country and head in figure.name.casefold().split()
    ]
    return found[0] if len(found) == 1 else None


def _ministry(sight: Sight, at: int) -> tuple[int, int, str | None] | None:
    """ "[China's] [foreign ministry]", "Ministry of Defence of Russia" that begins at ``at``: its words and country."""
    words, tags = sight.words, sight.tags
    first, country, core = at, None, at
    hit = tags[at]
    if hit is not None and len(hit.entry.countries) == 1 and (hit.entry.kind == "demonym" or words[at].possessive):
        country = hit.entry.countries[0]
        while core < len(words) and tags[core] is hit:
            core += 1
    head = core
    if core < len(words) and words[core].key == "and":
        return None
    while head < len(words) and head - core < 6 and words[head].key in name_words("portfolio"):
        head += 1
    if (
        head >= len(words)
        or words[head].key not in _LOWER_HEADS
        or (head > at and words[head].gap not in (" ", "\u00a0"))
    ):
        return None
    if head == core and country is None and not (words[head].capital and head + 1 < len(words)):
        return None
    last = head + 1
    if last < len(words) and words[last].key in ("of", "for") and words[last].gap == " ":
        last, country = _field(sight, last, country)
    named = country is not None or head > core or last > head + 1
    return (first, last, country) if named else None


def _field(sight: Sight, link: int, country: str | None) -> tuple[int, str | None]:
    """Behind "Ministry of": the words of its field, and "of Russia" behind them."""
    words, tags = sight.words, sight.tags
    last, at = link, link + 1
    while at < min(len(words), link + 12) and words[at].gap in (" ", "\u00a0"):
        hit = tags[at]
        if hit is not None and hit.entry.kind == "country" and len(hit.entry.countries) == 1:
            return at + 1, country or hit.entry.countries[0]
        if words[at].key in name_words("portfolio") and words[at].key != "and":
            last = at + 1
        elif words[at].key not in ("of", "the", "and", "for"):
            break
        at += 1
    return last, country


def _is_national(sight: Sight, at: int) -> bool:
    """A country's word in front of a ministry's own name."""
    hit = sight.tags[at]
    return hit is not None and hit.entry.kind != "body" and sight.words[at].key not in name_words("portfolio")


def _body_name(sight: Sight, first: int, last: int, nation: str) -> str:
    words = sight.words
    while first < last - 1 and _is_national(sight, first):
        first += 1
    printed = sight.text[words[first].start : words[last - 1].end]
    title = " ".join(
        word if word in ("of", "and", "for", "the") else word[:1].upper() + word[1:] for word in printed.split()
    )
    return title if not nation or nation in title else f"{title} of {nation}"


def _hit(
    gathering: Gathering, sight: Sight, hit: Hit, at: int, last: int, codes: dict[str, str], inside: bool,
    named: frozenset[str],
) -> None:  # fmt: skip
    entry = hit.entry
    around = sight.text[max(0, hit.start - 1) : hit.start] + sight.text[hit.end : hit.end + 1]
    if entry.kind in ("country", "capital", "seat", "demonym") and any(char in "-‑–/" for char in around):
        return  # "the U.S.-South Korea summit"
    country = entry.countries[0] if len(entry.countries) == 1 else None
    iso = country if country in codes else None
    if entry.kind == "demonym":
        _demonym(gathering, sight, at, last, entry.name, iso)
    elif entry.kind in ("country", "capital") and is_attribute(sight, at, last):
        return
    elif entry.kind == "country":
        use = use_of(sight, at, last, country=True)
        kind: Kind = "state" if use == "acts" else "place"
        _mark(gathering, sight, at, last, kind, entry.name, iso, "name", f"a country, as one that {_said(use)}")
    elif entry.kind in ("capital", "seat"):
        if use_of(sight, at, last, country=False) == "acts":
            _mark(
                gathering, sight, at, last, "state", entry.name, iso, "metonym", f"the seat of {entry.name} that acts"
            )
        else:
            name = sight.text[sight.words[at].start : sight.words[last - 1].end]
            _mark(gathering, sight, at, last, "place", name, iso, "name", "a seat of government, as a place")
    elif entry.kind == "body" and entry.house and not inside and use_of(sight, at, last, country=False) == "place":
        _mark(gathering, sight, at, last, "place", entry.name, iso, "name", "a seat of government, as a place")
    elif entry.kind == "body":
        name, owner = own_body(gathering, sight, at, last, codes, named)
        _mark(gathering, sight, at, last, "body", name, owner, "name", "a known body")
    elif entry.kind == "outlet":
        if _is_outlet(sight, at, last):
            _mark(gathering, sight, at, last, "body", entry.name, iso, "name", "a known outlet")
    elif entry.kind != "city" or _is_town(sight, at, last):
        _mark(gathering, sight, at, last, "place", entry.name, iso, "name", f"a known {entry.kind}")


def _said(use: str) -> str:
    return "acts" if use == "acts" else "says where"


def _demonym(gathering: Gathering, sight: Sight, at: int, last: int, name: str, country: str | None) -> None:
    """ "the Chinese side" is the state, "Russian officials" are a group; the bare adjective names nobody."""
    ahead = last
    if ahead < len(sight.words) and sight.words[ahead].key == "and" and ahead + 1 < len(sight.words):
        hit = sight.tags[ahead + 1]
        if hit is not None and hit.entry.kind == "demonym":
            ahead += 2
    while ahead < len(sight.words) - 1 and sight.words[ahead].key in name_words("modifier") and ahead - last < 4:
        ahead += 1
    if ahead >= len(sight.words) or sight.words[ahead].gap != " " or country is None:
        return
    word = sight.words[ahead].key
    end = ahead + 1 if ahead < last + 2 or sight.words[last].key != "and" else last
    if word in name_words("nation"):
        _mark(gathering, sight, at, end, "state", name, country, "nominal", f"the government of {name}")
    elif word in name_words("crowd"):
        _mark(
            gathering, sight, at, end, "group", f"{word} of {name}", country, "nominal", "a group named by its country"
        )


def _is_outlet(sight: Sight, at: int, last: int) -> bool:
    text = sight.words[at].text
    if last - at > 1 or sight.labels[at] == "ORG":
        return sight.labels[at] not in ("PER", "LOC")
    near = {sight.words[i].key for i in (at - 1, last) if 0 <= i < len(sight.words)}
    return (
        bool(near & {"newspaper", "daily", "magazine", "broadcaster", "channel", "tabloid", "told"})
        and text[0].isupper()
    )


def _is_town(sight: Sight, at: int, last: int) -> bool:
    """Many towns are words or names as well: a preposition, the country behind, or the reader must agree."""
    if sight.labels[at] == "LOC":
        return True
    before = sight.words[at - 1].key if at and sight.words[at].gap == " " else ""
    if before in ("in", "near", "outside", "to", "from", "at", "around", "into", "of", "visited"):
        return sight.labels[at] in ("", "LOC") and not (last < len(sight.words) and _capital_next(sight, last))
    after = sight.tags[last] if last < len(sight.words) and sight.words[last].gap == ", " else None
    return after is not None and after.entry.kind in ("country", "region")


def _capital_next(sight: Sight, last: int) -> bool:
    return sight.words[last].joined and sight.words[last].capital


def _run(gathering: Gathering, sight: Sight, run: Run) -> None:
    """A run of capitals that is a body or a place by its last word or by the reader."""
    words, tail = sight.words, run.tokens[-1]
    several = len(run.tokens) > 1
    dull = tail in name_words("thing") or tail in name_words("folk") or tail.casefold() in name_words("head")
    after = sight.text[words[run.last - 1].end : words[run.last - 1].end + 1]
    if run.person or sight.titled or sight.shouted or dull or after in ("-", "‑") or ("-" in tail and not several):
        return
    before = sight.tags[run.first - 1] if run.first and words[run.first].gap == " " else None
    country = before.entry.countries[0] if before is not None and len(before.entry.countries) == 1 else None
    given = run.tokens[0].casefold() in given_genders()
    body, site = tail in name_words("body"), tail in name_words("site")
    if not several and (site or body) and _of(sight, run.last) == run.last:
        return
    beside = words[run.last].key.capitalize() if run.last < len(words) and words[run.last].gap == " " else ""
    if run.label == "ORG" and not several and (beside in name_words("site") or not _is_acronym(sight, run)):
        return
    if (run.label == "ORG" and (body or not given) and len("".join(run.tokens)) > 2) or (
        several and body and run.label != "LOC"
    ):
        last = _of(sight, run.last) if body else run.last
        name = sight.text[words[run.first].start : words[last - 1].end]
        _mark(gathering, sight, run.first, last, "body", name, country, "name", "a body by its words")
    elif (run.label == "LOC" and (site or _stands_where(sight, run.first))) or (several and site and run.label == ""):
        _place(gathering, sight, run)


def _is_acronym(sight: Sight, run: Run) -> bool:
    """One word is believed to be a body only in capitals ("ZTE", "OpenAI") or where it speaks."""
    token = run.tokens[0]
    speaks = run.last < len(sight.words) and sight.words[run.last].text in reporting_forms()
    return any(char.isupper() for char in token[1:]) or speaks


def _of(sight: Sight, last: int) -> int:
    """Behind "University [of California]": what belongs to a body's name by "of" or "for"."""
    words = sight.words
    if last + 1 >= len(words) or words[last].key not in ("of", "for") or words[last].gap != " ":
        return last
    at = last + 1 + (words[last + 1].key == "the")
    end = last
    while at < min(len(words), last + 8) and words[at].gap in (" ", "' ", "’ "):
        if words[at].capital:
            end = at + 1
        elif words[at].key not in ("of", "the", "for"):
            break
        at += 1
    return end


def _stands_where(sight: Sight, first: int) -> bool:
    """A preposition of place stands in front, or nothing at all, as in a dateline."""
    if not first:
        return sight.words[first].text.isupper()
    at = first - 1 - (sight.words[first - 1].key == "the")
    return sight.words[max(at, 0)].key in (
        "in",
        "at",
        "near",
        "from",
        "to",
        "outside",
        "into",
        "of",
        "around",
        "across",
        "visited",
    )


def _place(gathering: Gathering, sight: Sight, run: Run) -> None:
    """A place by the reader's word; one in capitals ("SEOUL") under its usual name where that is known."""
    last = _of(sight, run.last) if run.tokens[-1] in name_words("site") else run.last
    name = sight.text[sight.words[run.first].start : sight.words[last - 1].end]
    country = None
    if name.isupper():
        hits = find_hits(name.title())
        if len(hits) == 1 and hits[0].end - hits[0].start == len(name):
            name, country = name.title(), hits[0].entry.countries[0]
    _mark(gathering, sight, run.first, last, "place", name, country, "name", "a place by its words")


def _bare_bodies(gathering: Gathering, sights: Sequence[Sight]) -> None:
    """ "the ministry": the one body named before whose name has that word; nothing where there are two."""
    for sight in sights:
        for at, word in enumerate(sight.words):
            if word.key not in _BARE or word.capital or not at or sight.words[at - 1].key != "the":
                continue
            span = sight.passage.at(word.start, word.end)
            found = {
                mark.figure
                for mark in gathering.marks
                if mark.span.start < span.start and mark.figure and mark.figure.kind == "body"
                and word.key in mark.figure.name.casefold().split()
            }  # fmt: skip
            if len(found) == 1:
                gathering.mark(span, word.text, "nominal", found.pop(), "the only one named before")


def _mark(
    gathering: Gathering, sight: Sight, first: int, last: int, kind: Kind, name: str, country: str | None, how: How,
    because: str,
) -> None:  # fmt: skip
    words = sight.words
    span = sight.passage.at(words[first].start, words[last - 1].end)
    if not gathering.free(span):
        return
    text = sight.text[words[first].start : words[last - 1].end]
    figure = gathering.figure(kind, name, country, because)
    gathering.mark(span, text, how, figure, because)
