"""Worlds with a known truth: people meet, agencies and papers report, sites copy, cut and reword. Deterministic by seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.linking.factory import Did, Said, Told, tell

_STATES = [
    "NOR",
    "POL",
    "KEN",
    "PER",
    "VNM",
    "OMN",
    "KAZ",
    "TUR",
    "CHL",
    "PHL",
    "SWE",
    "GHA",
    "NPL",
    "URY",
    "JPN",
    "MAR",
    "EST",
    "FJI",
]
_GIVEN = "Ingrid Marek Halima Jorge Quoc Salim Yerlan Haluk Maria Ramon Karin Kofi Sunil Lucia Kenji Amina Tiit Sefo Lars Nadia".split()  # noqa: SIM905
_SYLLABLES = "ka lo mi ra te su no vi be do gan rik sol tor mel ush pan dek fir hol zan qua bri cor".split()  # noqa: SIM905
_TOWNS = ["Oslo", "Gdynia", "Warsaw", None]
_VERBS = ["met", "held talks with", "received", "sat down with", "conferred with"]
_AGENCIES = ["Reuters", "Agence France-Presse", "Xinhua News Agency", "TASS"]


@dataclass(frozen=True, slots=True)
class World:
    """Stories, and for each account its event, for each story its text and its origin."""

    stories: list[Told]
    event_of: dict[str, int]
    text_of: dict[str, int]


def _respell(name: str, random: Random) -> str:
    """Another site's spelling, now and then: y for i inside, sh for s at the front of a syllable."""
    given, family = name.split(" ")
    return f"{given} {family[0]}{family[1:].replace('k', 'kh').replace('s', 'sh')}" if random.random() < 0.2 else name


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.vocabulary = [self.word() for _ in range(3000)]

    def word(self) -> str:
        return "".join(self.random.choice(_SYLLABLES) for _ in range(self.random.randint(2, 4)))

    def sentence(self, count: int) -> str:
        return " ".join(self.random.choice(self.vocabulary) for _ in range(count)).capitalize() + "."

    def body(self) -> str:
        return " ".join(self.sentence(self.random.randint(12, 24)) for _ in range(self.random.randint(6, 14)))

    def reword(self, body: str, share: float) -> str:
        words = body.split()
        return " ".join(self.random.choice(self.vocabulary) if self.random.random() < share else word for word in words)


def make_world(size: int, seed: int = 1) -> World:
    """About ``size`` stories. Every pair meets seldom enough on days that are apart by a week or more, or on the same
    day in other company; each meeting is told by one to three newsrooms, each taken over by none to four sites."""
    maker, random = _Maker(seed), Random(seed + 1)
    people = [
        (f"{random.choice(_GIVEN)} {maker.word().capitalize()}{n % 10 * 'i'}", random.choice(_STATES))
        for n in range(max(12, size // 12))
    ]
    people = list(dict(people).items())
    by_name = dict(people)
    world = World([], {}, {})
    taken: set[tuple[str, str, date]] = set()
    event = text = 0
    while len(world.stories) < size:
        one, other = random.sample(people, 2)
        day = date(2023, 1, 1) + timedelta(days=random.randrange(400))
        if taken and random.random() < 0.3:  # the same two meet again, a week or more later
            a, b, before = random.choice(sorted(taken))
            one, other, day = (a, by_name[a]), (b, by_name[b]), before + timedelta(days=random.randint(7, 20))
        if one[1] == other[1] or any(
            (a, b, day + timedelta(days=near)) in taken
            for near in range(-6, 7)
            for a, b in ((one[0], other[0]), (other[0], one[0]))
        ):
            continue
        taken.add((one[0], other[0], day))
        place = random.choice(_TOWNS)
        for newsroom in random.sample(range(8), random.randint(1, 3)):
            text += 1
            verb, rest = random.choice(_VERBS), f"{'in ' + place if place else 'at noon'} about {maker.sentence(8)}"
            body = maker.body()
            wire = _AGENCIES[newsroom] if newsroom < 4 else None
            words = maker.sentence(14)
            for copy in range(1 + (random.randint(0, 4) if wire else 0)):
                mine, cut = body, random.random()
                if copy and cut < 0.3:
                    mine = " ".join(body.split()[: max(60, len(body.split()) // 3)])
                elif copy and cut < 0.6:
                    mine = maker.reword(body, 0.06)
                who = ((_respell(one[0], random), one[1]), (_respell(other[0], random), other[1]))
                lead = f"{who[0][0]} {verb} {who[1][0]} {rest}"
                did = Did(lead, who, "meeting" if random.random() < 0.8 else "negotiation", str(day), None,
                          place if random.random() < 0.8 else None)  # fmt: skip
                recalled = Did(
                    f"The two had met before, as {maker.sentence(5)}", who, "meeting", None, None, None, background=True
                )
                told = tell(
                    *((did, recalled) if random.random() < 0.2 else (did,)),
                    quotes=[Said(who[0][0], words)],
                    published=str(day + timedelta(days=bool(copy))),
                    outlet=f"Paper {newsroom}" if newsroom >= 4 and not copy else f"Site {random.randrange(40)}",
                    wire=wire if not copy or random.random() < 0.6 else None,
                    filler=mine + f" Page {len(world.stories)}",
                    source=f"{len(world.stories)}.txt",
                )
                world.stories.append(told)
                world.event_of[told[1].accounts[0].id] = event
                for account in told[1].accounts[1:]:  # undated: which meeting it recalls is not said
                    world.event_of[account.id] = -len(world.event_of)
                world.text_of[told[1].story.id] = text
        event += 1
    return world


def b_cubed(found: dict[str, object], truth: dict[str, object]) -> tuple[float, float]:
    """Precision and recall, by member: how much of what stands with it belongs there, and how much that belongs stands there."""
    of_found: dict[object, set[str]] = {}
    of_truth: dict[object, set[str]] = {}
    for member, label in found.items():
        of_found.setdefault(label, set()).add(member)
    for member, label in truth.items():
        of_truth.setdefault(label, set()).add(member)
    precision = recall = 0.0
    for member in truth:
        mine, theirs = of_found[found[member]], of_truth[truth[member]]
        precision += len(mine & theirs) / len(mine)
        recall += len(mine & theirs) / len(theirs)
    return precision / len(truth), recall / len(truth)
