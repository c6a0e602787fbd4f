"""The nouns: what every room takes in and gives out.

They are frozen, validate what makes them meaningful and nothing else, do no
input or output, and know nobody but ``errors``. A thing without a span is not built.
"""

from communique.model.account import Account, Participant, Place, Role, Status
from communique.model.dating import Dating, Days
from communique.model.event import Event, Member, Plover, Reprint, SameWords
from communique.model.name import Entity, Mention, Office, Person
from communique.model.page import Meta, Page
from communique.model.quote import Hand, HandKind, Mode, Quote, Speaker
from communique.model.reading import Links, PageReading, StoryReading
from communique.model.span import Span
from communique.model.story import READ, Block, Credit, Cut, Part, Story
from communique.model.verdict import Reason, Skip, Verdict

__all__ = [
    "READ", "Account", "Block", "Credit", "Cut", "Dating", "Days", "Entity", "Event", "Hand", "HandKind", "Links",
    "Member", "Mention", "Meta", "Mode", "Office", "Page", "PageReading", "Part", "Participant", "Person", "Place",
    "Plover", "Quote", "Reason", "Reprint", "Role", "SameWords", "Skip", "Span", "Speaker", "Status", "Story",
    "StoryReading", "Verdict",
]  # fmt: skip
