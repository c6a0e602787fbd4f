"""Many pages made from the example pages: the same kinds of page, with other names, days and words.

Every copy of an event moves by a number of weeks (so that weekdays stay true) and renames its people, so that
no two copies are one event, while the reprints and rival reports inside a copy stay what they were.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {
    month: number for number, month in enumerate(_MONTHS, 1)
}
_NAMES = "|".join(sorted(_SHORT, key=len, reverse=True))
_FORMS = (  # how the example pages print a day -> how to print another in the same way
    (re.compile(rf"\b(?P<d>\d{{1,2}}) (?P<m>{_NAMES}) (?P<y>20\d\d)\b"), "{d} {m} {y}"),
    (re.compile(rf"\b(?P<m>{_NAMES})\.? (?P<d>\d{{1,2}}), (?P<y>20\d\d)\b"), "{m} {d}, {y}"),
    (re.compile(rf"\b(?P<m>{_NAMES}) (?P<d>\d{{1,2}}) (?P<y>20\d\d)\b"), "{m} {d} {y}"),
    (re.compile(rf"\b(?P<m>{_NAMES})\.? (?P<d>\d{{1,2}})\b(?!,? 20|:)"), "{m} {d}"),  # no year: the page's own
    (re.compile(r"\b(?P<y>20\d\d)-(?P<n>\d\d)-(?P<d>\d\d)\b"), "{y}-{n:02}-{d:02}"),
    (re.compile(r"\b(?P<d>\d\d)-(?P<n>\d\d)-(?P<y>20\d\d)\b"), "{d:02}-{n:02}-{y}"),
    (re.compile(r"\b(?P<d>\d\d)/(?P<n>\d\d)/(?P<y>20\d\d)\b"), "{d:02}/{n:02}/{y}"),
    (re.compile(r"\b(?P<d>\d{1,2})\.(?P<n>\d{1,2})\.(?P<y>20\d\d)\b"), "{d}.{n}.{y}"),
)
_WORDS = (
    ("said", "stated"),
    ("agreed", "decided"),
    ("talks", "discussions"),
    ("told", "informed"),
    ("new", "fresh"),
    ("important", "weighty"),
)
_SYLLABLES = (
    "bar",
    "ken",
    "lo",
    "mir",
    "sa",
    "tu",
    "vel",
    "no",
    "rad",
    "is",
    "gor",
    "an",
    "bel",
    "dra",
    "fen",
    "hol",
    "jo",
    "kas",
    "lin",
    "mo",
)


def make_pages(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """``count`` pages as (name, text), the same for the same seed: whole copies of the examples, the last one cut short."""
    pages = list(_examples())
    names = _family_names()
    for number in range(count):
        copy, index = divmod(number, len(pages))
        name, text = pages[index]
        yield f"{copy:04}-{name}.txt", _vary(text, names, random.Random(f"{seed}.{copy}"), copy)


def _examples() -> Iterator[tuple[str, str]]:
    for path in sorted((EXAMPLES / "pages").iterdir()):
        if path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                yield f"{path.stem}-{number}", json.loads(line)["text"]
        else:
            yield path.stem, path.read_text(encoding="utf-8")


def _family_names() -> list[str]:
    people = {
        q["speaker"]
        for q in json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))["quotes"]
        if q["speaker"]
    }
    return sorted(
        {
            name.split()[-1]
            for name in people
            if len(name.split()) > 1 and name.split()[-1].isalpha() and name.split()[-1][0].isupper()
        }
    )


def _vary(text: str, names: list[str], dice: random.Random, copy: int) -> str:
    if copy == 0:
        return text
    for name in names:
        fresh = "".join(dice.choice(_SYLLABLES) for _ in range(3)).capitalize()
        text = re.sub(rf"\b{name}\b", fresh, text)
    for old, new in _WORDS:
        if dice.random() < 0.4:
            text = re.sub(rf"\b{old}\b", new, text)
    shift = timedelta(weeks=2 * copy)
    year = re.search(r"\b20\d\d\b", text)
    for pattern, form in _FORMS:
        text = pattern.sub(lambda match, form=form: _shifted(match, form, shift, year[0] if year else None), text)  # type: ignore[misc]
    return text


def _shifted(match: re.Match[str], form: str, shift: timedelta, year: str | None) -> str:
    parts = {"y": year or ""} | match.groupdict()
    month = _SHORT[parts["m"]] if "m" in parts else int(parts["n"])
    try:
        day = date(int(parts["y"]), month, int(parts["d"])) - shift  # into the past: no page may come from the future
    except ValueError:
        return match[0]
    if day.year < 2000:
        day = day.replace(year=2000 + day.year % 20, day=min(day.day, 28))
    printed = _MONTHS[day.month - 1]
    return form.format(
        d=day.day,
        n=day.month,
        y=day.year,
        m=printed if len(parts.get("m", "")) > 3 or printed == "May" else printed[:3],
    )


def save_pages(count: int, folder: Path, seed: int = 7) -> Path:
    """Write ``count`` pages into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in make_pages(count, seed):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
