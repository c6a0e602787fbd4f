"""Phrases of office: what post is named, of which country, and whether it names one holder.

    [the] [former] [Chinese] [Defence Minister]      [Minister of Defence] [and a member] [of the State Council]
          modifier  country   core                    core

They are read from the words alone: titles are data (``data/offices.tsv``), the words around them follow few patterns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.data import OfficeTitle
from communique.people.gazetteer import Hit
from communique.people.lexicon import given_genders, longest_title, name_words, opening_words
from communique.people.title_names import is_middle_name, is_name_here
from communique.people.words import Word

_FORMER = frozenset(
    (
        "former",
        "ex",
        "then",
        "late",
        "previous",
        "one-time",
        "erstwhile",
        "onetime",
        "past",
        "ex-president",
        "then-president",
    )
)
_DETERMINERS = frozenset(
    ("the", "a", "an", "his", "her", "its", "their", "our", "my", "whose", "this", "that", "another")
)
_LINKS = frozenset(("of", "for"))
_SENDING = frozenset((
    "ambassador", "ambassadors", "envoy", "envoys", "representative", "adviser", "advisor", "aide", "commissioner",
    "secretary", "rapporteur",
))  # fmt: skip
_SHORT = {"us": "USA", "un": "UN", "eu": "EU", "nato": "NATO", "uk": "GBR"}
_DEPUTIES = frozenset(("deputy", "vice", "assistant"))
_FIELDS = frozenset(("general", "foreign", "defence", "defense"))
_LONGEST = 14  # words behind a link; longer runs are lists, not offices


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of office; numbers are of words. ``first`` counts country and modifiers, ``last`` is behind the end."""

    first: int
    core: int
    last: int
    rows: tuple[OfficeTitle, ...]
    countries: tuple[str, ...]
    determiner: str
    former: bool = False
    deputy: bool = False
    plural: bool = False
    head: int = 0  # behind the last word of the core
    bodied: bool = False  # of a body, not of a country: "president of the Peruvian Chamber of Trade"
    possible: tuple[str, ...] = ()  # the countries of a demonym that several share: "[Congolese] President"
    usual: str | None = None  # the only country that has the office, where nothing beside it names one

    @property
    def country(self) -> str | None:
        """The one country it names, ``None`` where there is none or several."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def kind(self) -> str:
        """ "rank" and "honorific" stand before names only; all others are offices."""
        return next((row.office for row in self.rows if row.office in ("rank", "honorific")), "office")

    def office(self, country: str | None) -> str | None:
        """The term of ``data/offices.tsv`` it names in ``country``, ``None`` where that is open."""
        country = country or self.usual
        found = next((r.office for r in self.rows if country and country in r.countries), None)
        found = found or next((r.office for r in self.rows if not r.countries), None)
        if found is None and len({where for row in self.rows for where in row.countries}) == 1:
            found = self.rows[0].office  # one country's word, lent to another's minister
        if found in (None, "rank", "honorific"):
            return None
        if self.bodied and found in ("head of state", "head of government", "leader"):
            return "head of body"
        if self.deputy and found is not None and found.endswith("minister"):
            return "deputy minister"
        if found == "envoy" and country not in (None, "UN") and self.rows[0].title == "UN envoy":
            return "ambassador to the UN"  # of a state at the UN; the UN's own envoys are sent out
        return found


def find_phrases(words: Sequence[Word], tags: Sequence[Hit | None], names: frozenset[int]) -> list[Phrase]:
    """The phrases of office among ``words``; ``tags`` are known names by word, ``names`` words read as persons' names."""
    keys = [word.key for word in words]
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        core = _core(words, keys, tags, at)
        if core is None:
            at += 1
            continue
        last, rows = core
        phrase = _grown(words, tags, names, at, last, rows)
        if phrase is not None and (not found or phrase.core >= found[-1].last):
            found.append(phrase)
        at = max(last, phrase.last if phrase is not None else last)
    return found


def _core(
    words: Sequence[Word], keys: Sequence[str], tags: Sequence[Hit | None], at: int
) -> tuple[int, tuple[OfficeTitle, ...]] | None:
    if keys[at] not in opening_words() and words[at].text not in name_words("honorific"):
        return None  # most words open no office
    title = longest_title(keys, at)
    if title is None and words[at].text in name_words("honorific") and not is_middle_name(words, at, ()):
        return at + 1, (OfficeTitle(words[at].text, "honorific", (), (), ""),)
    if _is_modifier(words, keys, at, title[0] if title else at + 1):
        return None
    if title is None:
        return (at + 1, ()) if keys[at] in _heads() or keys[at] in ("counterpart", "counterparts") else None
    last, rows = title
    while last > at + 1 and not all(word.joined for word in words[at + 1 : last]):
        shorter = longest_title(keys[: last - 1], at)
        if shorter is None:
            return None
        last, rows = shorter
    hit = tags[at]
    if hit is not None and (hit.end > words[last - 1].end or hit.start < words[at].start):
        return None  # "Prime Minister's Office" and "Court of Justice" are bodies
    if last == at + 1 and (is_name_here(words, at) or is_middle_name(words, at, rows)):
        return None
    return last, rows


def _is_modifier(words: Sequence[Word], keys: Sequence[str], at: int, last: int) -> bool:
    """ "deputy" in "deputy head of" belongs to the title behind it."""
    if last != at + 1 or keys[at] not in name_words("modifier") or last >= len(words) or not words[last].joined:
        return False
    return keys[last] in _heads() or longest_title(keys, last) is not None


def _heads() -> frozenset[str]:
    return name_words("head")


def _grown(
    words: Sequence[Word], tags: Sequence[Hit | None], names: frozenset[int], at: int, last: int,
    rows: tuple[OfficeTitle, ...],
) -> Phrase | None:  # fmt: skip
    kind = next((row.office for row in rows if row.office in ("rank", "honorific")), "")
    if kind and not (words[at].capital and _before_name(words, last)):
        rows = tuple(row for row in rows if row.office not in ("rank", "honorific"))
        if not rows:
            return None
        kind = ""
    head = last
    first, core, countries, former, deputy = _left(words, tags, at, rows, bool(kind))
    behind: tuple[str, ...] = ()
    if not kind and not _name_follows(words, tags, names, last):
        if words[last - 1].key in ("to", "of") and last - at > 1:
            last -= 1
            head = last
        links = _LINKS | {"to"} if words[last - 1].key in _SENDING else _LINKS if rows else _LINKS | {"at", "in"}
        links = links | {"from"} if words[last - 1].key.startswith("counterpart") else links
        last, behind = _right(words, tags, names, last, links)
        short = last < len(words) - 1 and words[last].gap == " (" and words[last].text.isupper()
        last += bool(behind) and short and words[last + 1].gap[:1] == ")"  # "of the Republic of Congo (RC)"
    if not rows and words[at].key in _heads() and last == head and not countries:
        return None  # "head" alone is no office; "head of the Security Council" is
    if not countries:
        countries = behind
    if not countries and words[at].key in _SHORT and rows:
        countries = (_SHORT[words[at].key],)
    sole = {row.countries for row in rows}
    usual = first_sole[0] if len(sole) == 1 and len(first_sole := next(iter(sole))) == 1 and last - at > 1 else None
    before = words[first - 1].key if first and words[first].gap in (" ", "\u00a0") else ""
    if before in ("its", "their") and not countries:
        countries = _owner(words, tags, first)
    word = words[head - 1].key
    plural = (word.endswith("s") and not word.endswith(("ss", "us"))) or word.endswith("men")
    bodied = any(words[i].text in name_words("body") or _is_body(tags[i]) for i in range(head, last))
    return Phrase(
        first,
        core,
        last,
        rows,
        countries,
        before if before in _DETERMINERS else "",
        former,
        deputy,
        plural,
        head,
        bodied,
        _shared(tags[first:core]),
        usual if not countries else None,
    )


def _shared(hits: Sequence[Hit | None]) -> tuple[str, ...]:
    """The countries of a demonym in front that several share."""
    return next((hit.entry.countries for hit in hits if hit is not None and len(hit.entry.countries) > 1), ())


def _is_body(hit: Hit | None) -> bool:
    return hit is not None and hit.entry.kind == "body"


def _owner(words: Sequence[Word], tags: Sequence[Hit | None], first: int) -> tuple[str, ...]:
    """ "its" is the one country that the sentence has named before it; nothing where it has named several."""
    found: dict[str, None] = {}
    for at in range(first - 1, max(-1, first - 30), -1):
        hit = tags[at]
        if hit is not None and hit.entry.kind in ("country", "capital", "demonym"):
            found.update(dict.fromkeys(hit.entry.countries))
        if any(char in ".!?;" for char in words[at].gap) and words[at].capital and len(words[at].gap) > 1:
            break
    return tuple(found) if len(found) == 1 else ()


def _before_name(words: Sequence[Word], last: int) -> bool:
    return last < len(words) and words[last].joined and (words[last].capital or words[last].key[:2] in ("al", "el"))


def _name_follows(words: Sequence[Word], tags: Sequence[Hit | None], names: frozenset[int], last: int) -> bool:
    if last >= len(words) or not words[last].joined:
        return False
    hit = tags[last]
    return last in names or (hit is not None and hit.entry.kind == "official")


def _left(
    words: Sequence[Word], tags: Sequence[Hit | None], at: int, rows: tuple[OfficeTitle, ...], plain: bool
) -> tuple[int, int, tuple[str, ...], bool, bool]:
    """Where the phrase and its title begin when country, modifiers and field in front are taken in."""
    first = core = at
    countries: list[str] = []
    former = words[at].key.startswith(("ex-", "then-"))
    deputy = False
    minister = "minister" in words[at].key or words[at].key == "secretary"
    while first and words[first].gap in (" ", "\u00a0") and not plain:
        before, hit = words[first - 1], tags[first - 1]
        if hit is not None and _gives_country(hit, before, bool(rows)):
            countries = [*hit.entry.countries[:1], *countries] if len(hit.entry.countries) == 1 else countries
            while first and tags[first - 1] is hit:
                first -= 1
            if first > 1 and words[first - 1].key == "and" and tags[first - 2] is not None:
                first -= 1
                continue
        elif before.possessive or hit is not None:
            break
        elif before.key in _FORMER or before.key in name_words("modifier"):
            former = former or before.key in _FORMER
            deputy = deputy or before.key in _DEPUTIES
            first -= 1
            core = first if not countries else core
        elif minister and not countries and _is_portfolio(words, first - 1, at):
            first -= 1
            core = first
        elif first == at and first > 1 and before.text.islower() and _is_national(words, tags, first - 2):
            first -= 1  # "Peru's [customs] chief"
            core = first
        else:
            break
    return first, core, tuple(dict.fromkeys(countries)), former, deputy


def _is_portfolio(words: Sequence[Word], at: int, title: int) -> bool:
    """A word of the ministry's field; "and" only between two of one minister: "foreign affairs [and] trade minister"."""
    if words[at].key == "and":
        fields = name_words("portfolio")
        return at > 0 and words[at - 1].key in fields and words[at + 1].key in fields and words[title].key == "minister"
    return words[at].key in name_words("portfolio")


def _is_national(words: Sequence[Word], tags: Sequence[Hit | None], at: int) -> bool:
    hit = tags[at]
    return hit is not None and words[at + 1].gap == " " and (hit.entry.kind == "demonym" or words[at].possessive)


def _gives_country(hit: Hit, word: Word, titled: bool) -> bool:
    """The name in front belongs to the office; "the Korea expert" is no official of Korea."""
    if hit.entry.kind == "official" or (hit.entry.kind == "country" and not titled and not word.possessive):
        return False
    return hit.entry.kind in ("demonym", "country", "body", "seat") or word.possessive or hit.entry.kind == "capital"


def _right(
    words: Sequence[Word], tags: Sequence[Hit | None], names: frozenset[int], last: int, links: frozenset[str]
) -> tuple[int, tuple[str, ...]]:
    """Where the phrase ends when "of ...", "for ..." behind it is taken in, and the countries named there."""
    if last >= len(words) or words[last].key not in links or not words[last].joined:
        return last, ()
    sends = words[last].key == "to" or words[last - 1].key in _SENDING
    end, at, abroad = last, last + 1, False
    countries: list[str] = []
    while at < min(len(words), last + _LONGEST) and words[at].gap in (" ", "\u00a0", ". ") and at not in names:
        word, hit = words[at], tags[at]
        if (hit is not None and hit.entry.kind == "official") or _names_person(words, tags, at, last):
            break
        if words[last - 1].key.startswith("spokes") and hit is None and _is_office(words, at):
            return last, ()  # "a spokesman for Chile's [foreign minister]" speaks for a person
        if hit is not None or word.key in name_words("portfolio") or (word.capital and not _given(word)):
            if word.key == "and":
                following = tags[at + 1] if at + 1 < len(words) else None
                field = at + 1 < len(words) and words[at + 1].key in name_words("portfolio")
                title = (
                    at + 1 < len(words) and words[at + 1].capital and not _given(words[at + 1]) and tags[at - 1] is None
                )
                if not field and not title and (following is None or following.entry.kind != "country"):
                    break
                at += 1
                continue
            if hit is not None and not abroad and _names_home(words, hit, at, last):
                countries.extend(hit.entry.countries[:1])
            end = at = at + 1
        elif sends and word.key == "to" and end == at and words[last].key == "of":
            abroad, at = True, at + 1  # "the ambassador of Peru [to Chile]": the host is not home
        elif word.key in ("of", "the", "for", "its") or word.key in _heads() or (word.text.islower() and _body(word)):
            at += 1
            if _body(word):
                end = at
        else:
            break
    home = not sends or (words[last].key == "of" and words[last - 1].key in ("ambassador", "ambassadors"))
    return end, tuple(dict.fromkeys(countries)) if home else ()


def _names_person(words: Sequence[Word], tags: Sequence[Hit | None], at: int, link: int) -> bool:
    """Behind the link a person begins, not a field: "of Kazakhstan [Yerlan Abenov]", "for [Foreign Minister Ruiz]"."""
    if words[link].key == "for" and at == link + 1 and words[at].capital:
        title = longest_title([word.key for word in words[at : at + 9]], 0)
        behind = at + title[0] if title is not None else 0
        if title is not None and any(row.office in ("honorific", "rank") for row in title[1]):
            return True
        if behind and behind < len(words) and words[behind].joined and words[behind].capital and tags[behind] is None:
            return not _is_field(words, tags, behind)
    if words[at].text in name_words("honorific") or not words[at].capital or tags[at] is not None or at < link + 2:
        return words[at].text in name_words("honorific")
    before = tags[at - 1]
    whole = (before is not None and before.entry.kind in ("country", "body")) or words[at - 1].key in name_words(
        "portfolio"
    )
    return whole and words[at].key not in name_words("portfolio") and not _is_field(words, tags, at)


def _is_office(words: Sequence[Word], at: int) -> bool:
    title = longest_title([word.key for word in words[at : at + 9]], 0)
    return title is not None and words[at + title[0] - 1].key not in _FIELDS


def _is_field(words: Sequence[Word], tags: Sequence[Hit | None], at: int) -> bool:
    """The capitals from here on end as bodies and places do: "Chamber of Commerce", "Railways Company"."""
    last = at
    while last < len(words) and words[last].capital and tags[last] is None and (last == at or words[last].joined):
        last += 1
    named = words[at:last]
    dull = [word for word in named if word.text in name_words("body") | name_words("site") | name_words("thing")]
    return bool(dull) or any(word.key in name_words("portfolio") | _heads() for word in named) or len(named) < 2


def _names_home(words: Sequence[Word], hit: Hit, at: int, link: int) -> bool:
    """The name behind the link says whose office it is; in "of the Quinault Indian Nation" no name does."""
    if hit.entry.kind == "outlet" or (hit.entry.kind == "demonym" and at > link + 2):
        return False
    return words[at - 1].key in ("of", "for", "the", "to", "and", "at", "in", "from")


def _given(word: Word) -> bool:
    return word.key in given_genders()


def _body(word: Word) -> bool:
    return word.text.capitalize() in name_words("body")
