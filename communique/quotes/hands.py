"""The hands that words passed through, nearest the speaker first.

... Medvedev said in a video posted on his Telegram channel, TASS reported.
                     channel               channel           agency          and the story's wire last
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.model import Hand, HandKind, Page, Story
from communique.quotes.lexicon import find_carriers, find_channels, words
from communique.reader.passage import Passage

# Occasions of speech that carry nothing from one place to another.
OCCASIONS = frozenset({"meeting", "phone call", "speech", "reporters"})  # those who heard carry nothing by hearing
PLATFORM = words(
    "Telegram X Twitter Facebook Instagram Threads Bluesky Mastodon Weibo WeChat YouTube TikTok WhatsApp Signal Viber VKontakte "
    "LinkedIn LiveJournal Rumble Substack Reddit"
) | {"Truth Social", "Odnoklassniki", "LINE app", "KakaoTalk", "Max messenger"}
DOCUMENTARY = frozenset(
    {
        "statement",
        "press release",
        "readout",
        "transcript",
        "letter",
        "op-ed",
        "report",
        "book",
        "court filing",
        "decree",
    }
)
AIRED = frozenset({"state television", "television", "radio"})
MAX_CHARS = 600  # a cue with its hearer, day and channel; the longest of the development pages has 240
THROUGH = re.compile(
    r"\b(?:told|tells|issued|issuing|released|releasing|published|posted|to|with|by|on|via|in|at|through|during|from|over|using)\s+(?:[^\s,;]+\s+){0,5}$",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    r"\b(?:newspaper|daily|broadcaster|news agency|magazine|weekly|television channel|news site) ((?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*){0,3})"
)
ISSUED = re.compile(r"\s+(?:posted|released|issued|published)$")  # "a video posted on": a video
TOLD = re.compile(  # an outlet the tables lack: its own "The" inside a sentence, or a word that outlets' names end with
    r"\b(?:told|tells|telling) (?:(The [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})|(?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3} "
    r"(?:News|TV|Television|Radio|Times|Post|Herald|Tribune|Gazette|Telegraph|Journal|Mirror|Observer|Chronicle|Globe|Star|Sun)))\b")  # fmt: skip
OFFICIAL = re.compile(
    r"\s+(?:Minist|Depart|Commit|Council|Secretar|Commission)"
)  # "Foreign Affairs" in "Foreign Affairs Ministry"
TO_CARRIER = re.compile(r"\b(?:told|tells|to|with|by|on|via|in|for|through|at)\s+(?:[\w’'.-]+\s+){0,6}$")


def find_hands(page: Page, passage: Passage, start: int, end: int) -> tuple[Hand, ...]:
    """Channels, then agencies and outlets, in the passage's own characters ``[start, end)`` behind a cue."""
    if start >= end:
        return ()
    text = passage.at(start, min(end, start + MAX_CHARS)).cut(page.text)
    channels: list[Hand] = []
    carriers: list[Hand] = []
    taken: list[tuple[int, int]] = []
    for at, to, carrier in find_carriers(text):
        if TO_CARRIER.search(text[max(0, at - 120) : at]) and text[at].isupper() and OFFICIAL.match(text, to) is None:
            carriers.append(Hand(carrier.name, carrier.kind, passage.at(start + at, start + to)))
            taken.append((at, to))
    for match in [*MEDIUM.finditer(text), *TOLD.finditer(text)]:
        which = match.lastindex or 1
        if not any(match.start(which) < b and a < match.end(which) for a, b in taken):
            carriers.append(
                Hand(match.group(which), "outlet", passage.at(start + match.start(which), start + match.end(which)))
            )
            taken.append(match.span(which))
    for at, to, carrier in find_channels(text):
        if not THROUGH.search(text[max(0, at - 80) : at]) and carrier.name not in PLATFORM:
            continue
        if (
            carrier.name in OCCASIONS
            or (carrier.name == "op-ed" and carriers)
            or any(at < b and a < to for a, b in taken)
        ):
            continue
        name = carrier.name if carrier.name in PLATFORM else ISSUED.sub("", text[at:to])
        channels.append(Hand(name, _kind(carrier.name), passage.at(start + at, start + to)))
    return tuple(_distinct([*channels, *carriers]))


def _kind(name: str) -> HandKind:
    if name in DOCUMENTARY:
        return "document"
    if name in AIRED:
        return "media"
    return "channel"


def _distinct(hands: Iterable[Hand]) -> list[Hand]:
    seen: set[str] = set()
    kept = []
    for hand in hands:
        if hand.name.casefold() not in seen:
            seen.add(hand.name.casefold())
            kept.append(hand)
    return kept


def chain(hands: Iterable[Hand], story: Story, speaker: str | None) -> tuple[Hand, ...]:
    """The whole chain: what the text names, each once and never the speaker, then the story's own wire."""
    kept = [hand for hand in _distinct(hands) if speaker is None or hand.name.casefold() != speaker.casefold()]
    if story.outlet is not None:  # "told the BBC" on the BBC's own page is no further hand
        own = story.outlet.name
        kept = [hand for hand in kept if hand.kind != "outlet" or not same_hand(hand.name, own)]
    wire = story.wire
    if (
        wire is not None
        and not any(same_hand(hand.name, wire.name) for hand in kept)
        and (speaker is None or not same_hand(speaker, wire.name))
    ):
        kept.append(Hand(wire.name, "wire", None))
    elif wire is not None:
        mine = [hand for hand in kept if same_hand(hand.name, wire.name)]
        kept = [hand for hand in kept if hand not in mine] + mine[:1]
    return tuple(kept)


def same_hand(one: str, other: str) -> bool:
    """One name with or without the short form in brackets: "Associated Press (AP)"."""
    return re.sub(r"\s*\([^()]*\)$", "", one).casefold() == re.sub(r"\s*\([^()]*\)$", "", other).casefold()
