"""The same person in several stories, under other spellings, and never two people under one name.

Sergei Shoigu (RUS)  +  Sergey Shoygu, defence minister  ->  one person
Li Qiang             |  Li Shangfu                       ->  two
Santos               ->  Ramon Santos only where his is the one Santos among those the story goes on about
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations

from communique.linking.clusters import Pair, cluster
from communique.linking.told import Told
from communique.linking.words import fold
from communique.model import Entity, Person, Verdict
from communique.people import compare_names
from communique.people.folding import fold_name

# A given name left out, another transliteration, also where one country is unknown, lie above (.72 and up); an initial
# with a family name (.63 at most) and a family name alone (.47) below. Swept .5 to .85 on the cases: flat.
FLOOR = 0.7
EXCLUSIVE = frozenset(
    ("head of state", "head of government", "foreign minister", "defence minister", "interior minister")
)
_SURE = 0.95  # from here the office no longer decides: people change offices, names stay
_NEAR = timedelta(days=4)  # stories about one affair; a surname alone is not carried further
_BLOCK = 200  # forms that share a word of the name and a country; more share a given name, and meet by the family name
_PER_NAME = 40  # stories of a candidate that are looked at for a lone surname
_SHORT = 2  # letters of a folded word that is too short to find anybody by, if there is a longer one


_NOBODY = Entity("", "person", "")


@dataclass(slots=True)
class Form:
    """One name with one country and one known key, in however many stories: what is compared.

    ``entity`` is the name as the people room compares it, with every whole name that was printed for it.
    """

    name: str
    words: tuple[str, ...]
    country: str | None
    known: str | None
    members: list[tuple[Told, Entity]] = field(default_factory=list)
    stories: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    entity: Entity = field(default=_NOBODY)

    @property
    def lone(self) -> bool:
        """A surname alone, of somebody the knowledge does not know."""
        return len(self.words) < 2 and self.known is None


def link_people(stories: Sequence[Told]) -> tuple[tuple[Person, ...], dict[str, Person]]:
    """The people of all stories, by id, and entity id -> person. Every person entity belongs to exactly one."""
    forms = _forms(stories)
    full = [form for form in forms if not form.lone]
    groups, why = _group(full)
    lone = [form for form in forms if form.lone]
    joined = _join_lone(lone, [[full[n] for n in group] for group in groups])
    people: list[Person] = []
    for group, reasons, more in zip(groups, why, joined.groups, strict=True):
        people.append(_person([full[n] for n in group], more, tuple(dict.fromkeys(reasons))))
    people.extend(_person([form], [], ()) for form in joined.left)
    people = _with_ids(people)
    return tuple(people), {member: person for person in people for member in person.members}


def _forms(stories: Sequence[Told]) -> list[Form]:
    """Every name once for each country and known key; a lone surname once for each story."""
    found: dict[tuple[object, ...], Form] = {}
    for told in stories:
        for entity in told.entities:
            if entity.kind != "person":
                continue
            words = fold_name(entity.name) or (fold(entity.name),)
            alone = len(words) < 2 and entity.known is None
            key = (entity.known, words if entity.known is None else (), entity.country if entity.known is None else None,
                   told.id if alone else "")  # fmt: skip
            form = found.setdefault(key, Form(entity.name, words, entity.country, entity.known))
            form.members.append((told, entity))
            form.stories.add(told.id)
            form.offices.update(office.office for office in entity.offices if office.office)
    for form in found.values():
        form.entity = _entity(form)
    return sorted(
        found.values(), key=lambda form: (form.words, form.country or "", form.known or "", min(form.stories))
    )


def _entity(form: Form) -> Entity:
    printed = {name for _, entity in form.members for name in entity.names if " " in name}
    offices = {office.office: office for _, entity in form.members for office in entity.offices}
    return Entity("", "person", form.name, tuple(sorted(printed)), form.country, tuple(offices.values()), form.known)


def compare_forms(one: Form, other: Form) -> Verdict:
    """One person under two names: the names agree, and neither country nor office forbids it.

    Two people of one story, two known people and two countries are kept apart whatever the names say; two offices that
    nobody holds at once keep apart names that agree only in part.
    """
    if one.stories & other.stories and one.known is None and other.known is None:
        return Verdict(0.0, "one story names both")
    names = compare_names(one.entity, other.entity)
    held, held_too = one.offices & EXCLUSIVE, other.offices & EXCLUSIVE
    if 0.0 < names.score < _SURE and held and held_too and not held & held_too:
        return Verdict(
            0.0, f"the names agree in part only, and one is {sorted(held)[0]}, the other {sorted(held_too)[0]}"
        )
    return Verdict(names.score, f"{min(one.name, other.name)} and {max(one.name, other.name)}: {names.because}")


def _group(forms: Sequence[Form]) -> tuple[list[list[int]], list[list[str]]]:
    scores: dict[Pair, float] = {}
    apart: set[Pair] = set()
    said: dict[Pair, str] = {}
    for a, b in sorted(_pairs(forms)):
        verdict = compare_forms(forms[a], forms[b])
        if verdict.score >= FLOOR:
            scores[a, b] = verdict.score
            said[a, b] = verdict.because
        elif verdict.score == 0.0:
            apart.add((a, b))
    groups = cluster(len(forms), scores, apart, FLOOR)
    return groups, [[said[pair] for pair in combinations(group, 2) if pair in said] for group in groups]


def _pairs(forms: Sequence[Form]) -> set[Pair]:
    """Forms that share a word of the name; forms of a very common word only within one country."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        long = [word for word in form.words if len(word) > _SHORT] or list(form.words)
        for key in {skeleton(word) for word in long}:
            blocks[key].append(n)
    pairs: set[Pair] = set()
    for block in blocks.values():
        for part in [block] if len(block) <= _BLOCK else _by_country(forms, block):
            if len(part) <= _BLOCK:
                pairs.update(combinations(part, 2))
    return pairs


def _by_country(forms: Sequence[Form], block: Iterable[int]) -> list[list[int]]:
    parts: dict[str | None, list[int]] = defaultdict(list)
    for n in block:
        parts[forms[n].country].append(n)
    return list(parts.values())


_VOWELS = re.compile(r"(?<=.)[aeiou]+")


def skeleton(word: str) -> str:
    """A folded word without the vowels behind its first letter: transliterations differ in vowels first."""
    return _VOWELS.sub("", word)


# --- a surname alone -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Joined:
    """For each group of full names the lone forms that joined it, with why; and the lone forms that did not."""

    groups: list[list[tuple[Form, str]]]
    left: list[Form]


def _join_lone(lone: Sequence[Form], groups: Sequence[Sequence[Form]]) -> Joined:
    """A lone surname joins the one full name that bears it in stories about the same people on the same days."""
    bearers: dict[str, list[int]] = defaultdict(list)
    when: list[list[tuple[date, str]]] = []
    company: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for key in {word for form in group for word in form.words}:
            bearers[key].append(n)
        when.append(sorted({(told.day, told.id) for form in group for told, _ in form.members}))
        for form in group:
            for story in form.stories:
                company[story].add(n)
    joined: list[list[tuple[Form, str]]] = [[] for _ in groups]
    left: list[Form] = []
    for form in lone:
        told = form.members[0][0]
        fits = [n for n in bearers.get(form.words[0], ()) if _fits(form, groups[n])]
        fits = [n for n in fits if n not in company[told.id] and _in_company(told, n, when[n], company)]
        if len(fits) == 1:
            name = groups[fits[0]][0].name
            joined[fits[0]].append(
                (form, f"{form.name} alone: the only one of that name, {name}, is in stories about the same people")
            )
        else:
            left.append(form)
    return Joined(joined, left)


def _fits(lone: Form, group: Sequence[Form]) -> bool:
    countries = {form.country for form in group if form.country}
    offices = {office for form in group for office in form.offices}
    if lone.country and countries and lone.country not in countries:
        return False
    return not (lone.offices and offices and not lone.offices & offices)


def _in_company(told: Told, group: int, when: Sequence[tuple[date, str]], company: dict[str, set[int]]) -> bool:
    """The group's person stands in another story of those days beside somebody who stands in this one too."""
    if told.day == date.min or not company[told.id]:
        return False
    first = bisect_left(when, (told.day - _NEAR, ""))
    last = bisect_right(when, (told.day + _NEAR, "\uffff"))
    others = company[told.id] - {group}
    return any(company[story] & others for _, story in when[first : min(last, first + _PER_NAME)])


# --- the person ----------------------------------------------------------------------------------


def _person(forms: Sequence[Form], more: Sequence[tuple[Form, str]], because: tuple[str, ...]) -> Person:
    members = [pair for form in (*forms, *(form for form, _ in more)) for pair in form.members]
    counted: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for _, entity in members:
        counted.update(entity.names or (entity.name,))
        if entity.country:
            countries[entity.country] += 1
    known = next((form.known for form in forms if form.known), None)
    if known is not None:
        name = next(form.name for form in forms if form.known)
        because = (f"the knowledge has {name}", *because)
    else:
        whole = Counter(entity.name for form in forms for _, entity in form.members)
        name = min(whole, key=lambda name: (-whole[name], -len(name), name))
    names = tuple(sorted(counted, key=lambda printed: (-counted[printed], printed)))
    country = min(countries, key=lambda iso3: (-countries[iso3], iso3)) if countries else None
    why = because + tuple(sorted({said for _, said in more}))
    ids = tuple(sorted(entity.id for _, entity in members))
    return Person(known or "", name, names, country, ids, why)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"


def _with_ids(people: list[Person]) -> list[Person]:
    """A known person's id is the name, with the country where two bear it; another's is the name and the digest of the
    first member, which adding later pages seldom changes."""
    bearers = Counter(person.id.rpartition(":")[2] for person in people)
    done = []
    for person in people:
        known = person.id.rpartition(":")[2]
        if known:
            id = _slug(known) if bearers[known] == 1 else _slug(person.id)
        else:
            id = f"{_slug(person.name)}-{sha256(person.members[0].encode()).hexdigest()[:8]}"
        done.append(Person(id, person.name, person.names, person.country, person.members, person.because))
    return sorted(done, key=lambda person: person.id)
