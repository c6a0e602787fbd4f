"""What a line says it is by its own words alone: a stamp, a byline, a caption, furniture of the site.

"Posted August 21, 2024 10:47 am."      timestamp
"PTI | Moscow | Updated: 17-04-2023"    byline
"... (AP Photo/Ana Petrova)"            caption
"Click here to follow us on WhatsApp"   social
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

import ahocorasick

from communique.data import load_table
from communique.model import Part
from communique.stories.agencies import is_agency_alone
from communique.stories.byline import is_place
from communique.stories.lines import Line
from communique.stories.rows import SECTIONS, is_row

Opens = Literal["", "list", "talk", "appeal"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line's own words make it, why, and whether the lines below it are of that kind too."""

    part: Part
    because: str
    opens: Opens = ""
    sure: bool = True  # the words alone decide, even between paragraphs of a body


@dataclass(frozen=True, slots=True)
class _Chrome:
    whole: dict[str, Mark]
    start: dict[str, tuple[tuple[str, Mark], ...]]  # by first word, longest first
    has: ahocorasick.Automaton


_DIGITS = re.compile(r"\d+")
_MONTHS = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_DAYS = r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_TIME = re.compile(
    rf"\b(?:{_MONTHS})\b\.?,?\s*\d|\d(?:st|nd|rd|th)?\s*(?:of\s+)?\b(?:{_MONTHS})\b|\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{2,4}}|"
    r"\b\d{1,2}[:.]\d\d\b(?!%)|\b(?:\d+|an?|one|two)\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|h|m|d)\s+ago\b"
    r"|\b(?:yesterday|today),? (?:at )?\d|\b\d{1,2}\s*[ap]\.?m\b|\bjust now\b",
    re.IGNORECASE,
)
_TIME_WORDS = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|[ap]m|[ap]|m|gmt|utc|ist|est|edt|et|cet|cest|eet|eest|bst|pst|pdt|pt|pkt|msk|jst|kst|sgt|hkt|aest|aedt|wib|"
    r"\d+(?:st|nd|rd|th|h|hrs)?|published|updated?|posted|modified|created|edited|issued|released|uploaded|revised|filed|first|last|on|at|of|"
    r"the|date|time|local|publication|ago|hours?|hrs?|minutes?|mins?|min|days?|weeks?|months?|years?|seconds?|an?|one|just|now|yesterday|"
    r"today|read|reading|and|it|was|is|in|story|article|news|latest|original)\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|written by|story by|text by|words by|posted by|published by|reported by|report by|submitted by|authors?|reporters?|writer|"
    r"correspondent|journalist|editor|posted in .{0,30} by)\b\s*[:|\-–—]?\s*(?=[A-Z@])",
    re.IGNORECASE,
)
_FROM = re.compile(r"From [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} in [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}\Z")
_DESK = re.compile(
    r"\b(?:staff (?:writer|reporter|correspondent)|web desk|news desk|newsdesk|agenc(?:y|ies) desk|monitoring desk|online desk|foreign desk|world desk|"
    r"special correspondent|our correspondent|diplomatic (?:correspondent|editor)|bureau report|agencies|special to [A-Z]|news service|newsroom|"
    r"senior (?:writer|reporter|correspondent|editor)|(?:foreign|world|international|political|chief|senior|deputy|managing) "
    r"(?:editor|correspondent|reporter))\b|\b(?:correspondent|reporter|bureau chief)s?\W*\Z",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\(?\b(?:AP|AFP|EPA|EFE|Reuters|REUTERS|TASS|Sputnik|Xinhua|Getty|Anadolu|PTI|ANI|DPA|dpa)\s+(?:Photos?|Images?|file|File|Pictures?)\b|"
    r"\bphoto(?:graph)?s?\s*(?:credit|courtesy|source)?\s*(?:by|:|/|—|–|\|)|\bphoto (?:credit|courtesy)|"
    r"\b(?:image|picture|pic|photo) (?:credit|source|courtesy|by|via)\b|^courtesy(?: of|:)|^(?:image|picture|pic|caption|credit|illustration|screengrab|source photo)\s*[:/]|(?<=[.)”\"])\s?(?:credit|picture|image|video)s?\s?: ?(?-i:[A-Z])[^.!?\n]{2,60}\Z|"
    r"\bvia (?:REUTERS|Reuters|AP|AFP|Getty|EPA|Shutterstock|X|Twitter|Facebook|Telegram)\b\W{0,3}(?:Images)?\W*\Z|\bGetty Images|\bShutterstock|\biStock|\bAlamy|"
    r"\bfile (?:photo|pic|picture|image|photograph)|\bhandout (?:photo|picture|image|via)|/\s?Handout|\bpool (?:photo|via)|\bpress service of .{0,60}/?(?:TASS|handout)\b|"
    r"\bREUTERS/|/\s?(?:REUTERS|Reuters|AFP|AP|EPA|EPA-EFE|TASS|Getty|Pool|Xinhua|Sputnik|Anadolu(?: Agency)?|dpa|PTI|ANI|IRNA|Yonhap|Kyodo|Handout|File(?: Photo)?)\b[^a-z]{0,12}\Z|"
    r"\[[^\]\n]{0,60}(?:AFP|Reuters|AP|EPA|Getty|Anadolu|Xinhua|File|Handout|Photo)[^\]\n]{0,40}\]\s*\Z|"
    r"\((?:File|Photo|Pic|Image|Picture|Source|Xinhua|Reuters|AFP|AP|ANI|PTI|Twitter|Supplied|Handout)\b[^()\n]{0,60}\)\.?\s*\Z|©\s?(?!\d|copyright)\w(?![^\n]{0,60}(?:\b(?:19|20)\d\d\b|powered))|<image>|data:image|[-–—] [A-Z][\w ]{2,40} photos?\W*\Z|\bphotograph(?:er)?s?\s?:|/\s?Bloomberg\W*\Z",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(r"[.!?][\"”’]?\s?\((?:Source: )?(?:AFP|AP|ANI|PTI|Xinhua|Reuters|REUTERS|VNA)\)\.?\Z")
# One of these stands in every match of the pattern: looked for first, since most lines have none.
_CREDIT_SIGNS = ("photo", "image", "pic", "/", "©", "getty", "shutterstock", "istock", "alamy", "via ", "file", "handout", "pool", "caption",
                 "credit", "illustration", "screengrab", "(", "[", "data:")  # fmt: skip
_SCENE_SIGNS = ("(", "left", "right", "center", "centre", "during", "photo", "picture", "image", "frame")
_SCENE = re.compile(
    r"\b(?:shakes? hands|laughs?|smiles?|chats?|hugs?|embraces?|welcomes?|receives?|inspects?|applauds?|speaks?|attends?|walks?|poses?|meets?|greets?|addresses|gestures|arrives?|looks? on|listens?|delivers?|waves?|sits?|"
    r"stands?|holds?|take part|takes part|pictured|is seen|are seen|seen (?:here|in|at|during|on)|talks? (?:to|with)|chairs?|"
    r"(?:speaking|voting|shaking hands|meeting|attending|arriving|walking|addressing|greeting|posing|talking|sitting|standing) (?:with|at|during|in|on|to))\b"
)
_SCENE_PLACE = re.compile(
    r"\((?:[^()]{0,25}\b)?(?:\d?[LRC]|left|right|cent(?:er|re))\)|,\s?(?:left|right|cent(?:er|re)|second (?:left|right))\b|"
    r"\bduring (?:a|an|the|their|his|her)\b.{0,40}(?:meeting|conference|ceremony|talks|summit|session|visit|briefing)|"
    r"\b(?:in|on) (?:this|an undated|a) (?:file |undated |handout )?(?:photo|picture|image|frame)|\b\d{4}\.?\W*\Z",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"(?:The (?:author|writer)|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?:,? (?:is|was|has been|has worked|covers|writes|reports|joined|serves|"
    r"reported|contributed)\b|, (?:a|an|the)\b)[^.\n]{0,120}\b(?:reporter|correspondent|journalist|columnist|producer|"
    r"fellow|writer|contributor|freelance|commentator|covers|covering|reporting for|bureau chief|news editor|staff|writes (?:on|about|for))\b"
)
_HELPERS = re.compile(r"\bcontributed\W*\Z")
_CODE = re.compile(r"\bfunction\s?\w*\(|\)\s?[{;]|\(\);|[{}]\s*\Z|</?\w+[ >]|\bvar \w+ ?=|\$\(|window\.|document\.")
_GLUED = re.compile(r"[A-Z][^.:?!\"“]{2,45}:[A-Z“‘'][a-z]")
_SITE = r"(?:The )?[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){0,4}"
_ABOUT = re.compile(
    rf"{_SITE} is (?:an?|the) (?:\w+[- ]){{0,4}}?(?:news ?(?:site|paper|portal|outlet|website|magazine)|website|magazine|station|broadcaster|publication)\W*\Z"
)
_DISOWNS = re.compile(
    rf"{_SITE} (?:does not|doesn[’']t|is not|may not|takes no|bears no|assumes no|cannot be) (?:\w+ ){{0,3}}?(?:share|endors\w+|responsib\w+|necessarily|reflect|liab\w+)\b"
)
_SOURCE = re.compile(r"(?:Original )?[Ss]ources?\s?: ?[A-Z]")
_SET_CAPTION = re.compile(
    r"(?:Image|Media|Video|Photo|Picture) caption\b|(?:Play|Watch) [Vv]ideo\b[,:]?\s*(?:\d{1,2}:\d\d|\d|[A-Z]|\Z)|"
    r"(?:Play(?: video)?|Duration:?)?\s?\d{1,2}:\d\d\s+(?=[A-Z])[^\n]{5,160}[–—-] ?[Vv]ideo\Z"
)
_VIDEO_END = re.compile(r"(?:\s[–—-]\s|\s\|\s)(?:video|gallery|in pictures|video report|video explainer)\Z")
# "ALLIES. President A and Prime Minister B hold a meeting in Lima.": a label in capitals, then the picture's scene.
_NAMED_SCENE = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,24})\. (?=[A-Z])")
_SLASHED_CREDIT = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}\s?/\s?[A-Z]{2,}(?: [A-Z][A-Za-z]+){0,2}\Z")
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)\S+\Z")
_POSTED_PICTURE = re.compile(
    r"(?:Source|Photo|Picture|Image|Courtesy)\b[^\n]{0,60}\b(?:Facebook|Twitter|Instagram|YouTube|Telegram)(?: page)?\W*\Z",
    re.IGNORECASE,
)
_DASHED_CREDIT = re.compile(
    r"[-–—]{1,2}\s?[A-Z][\w.]*(?: [A-Z][\w.]*)*[’'](?:s)? [A-Z]|[-–—]{1,2}\s?(?:Reporting|Written|With|By) "
)
_APPEAL = re.compile(
    r"\b(?:support (?:us|our|independent|quality|free)|your support|our (?:journalism|journalists|newsroom|reporting|readers|work|mission|supporters|"
    r"community|team|subscribers)|independent (?:journalism|media|news)|subscri(?:be|ber|bers|ption)|newsletters?|donat(?:e|ion|ions)|contribut(?:e|ion|ions)|"
    r"member(?:ship)? (?:today|now)|sign(?:ing)? up|inbox|paywall|ad-free|free trial|per month|monthly|patrons?|log in|your account|"
    r"(?:our|the) app|dear readers?|readers like you|supporting|defending|help us|each (?:day|week)|every (?:day|week|morning)|reader)\b",
    re.IGNORECASE,
)
_FORFEIT = re.compile(
    r"\b(?:cookies?|privacy|consent|third[- ]party|copyright|GDPR|preferences|our partners|personal data)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|says|according to)\b")
_OURS = re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”«»]")


_POINTER = re.compile(
    r"(?:[-–—•>»*]\s*)?(?:read|see|watch|also|also read|read also|read more|more|related|also on \S{2,20}|"
    r"listen|must read|don[’']t miss|recommended|trending)\s?(?:[:|]|>>|»)\s?\S",
    re.IGNORECASE,
)
_READ_MORE = (
    "Read more",
    "Read More",
    "READ MORE",
    "Read more »",
    "Continue reading",
    "Learn more",
    "See more",
    "Read Full Story",
    "Read full story",
)


@lru_cache(maxsize=1)
def _chrome() -> _Chrome:
    whole: dict[str, Mark] = {}
    start: dict[str, list[tuple[str, Mark]]] = {}
    has = ahocorasick.Automaton()
    for row in load_table("chrome"):
        for words in row["words"].split("|"):
            mark = Mark(cast(Part, row["part"]), f"says {words!r}", cast(Opens, row["opens"]))
            if row["how"] == "whole":
                whole.setdefault(words, mark)
            elif row["how"] == "start":
                start.setdefault(words.partition(" ")[0], []).append((words, mark))
            else:
                has.add_word(f" {words} ", mark)
    has.make_automaton()
    return _Chrome(whole, {w: tuple(sorted(p, key=lambda q: -len(q[0]))) for w, p in start.items()}, has)


def find_mark(line: Line) -> Mark | None:
    """What the line's own words make it; ``None`` leaves it to its neighbours."""
    if len(line.text) > 1500:
        return None
    key = _DIGITS.sub("#", line.key)
    if len(line.text) <= 90 and (mark := _chrome().whole.get(key)):
        return mark
    if is_row(line):
        return Mark("menu", "a row of sections or places")
    return _stamp_or_byline(line) or _caption(line) or _furniture(line, key) or _bio(line) or _pleading(line)


def _furniture(line: Line, key: str) -> Mark | None:
    if line.words <= 30 and _DISOWNS.match(line.text) and not _SAID.search(line.text):
        return Mark("legal", "disowns what is said on the site")
    if line.words <= 14 and _ABOUT.match(line.text):
        return Mark("note", "says what the site is", sure=False)
    if _SOURCE.match(line.text) and line.words <= 12:
        return Mark("note", "names its source")
    if _ADDRESS_ALONE.match(line.text):
        return Mark("social", "an address and nothing else")
    if not key.strip("# "):
        return Mark("menu", "only signs and numbers, no words")
    if line.text[0] == "©" and line.words <= 40:
        return Mark("legal", "claims the copyright")
    if _POINTER.match(line.text) or (line.text.endswith(_READ_MORE) and line.words < 40):
        return Mark("teaser", "points to another story")
    if not line.ends and line.words <= 25 and _GLUED.match(line.text):
        return Mark("teaser", "a label glued to another story's title")
    if line.words <= 60 and _CODE.search(line.text):
        return Mark("menu", "a remain of the page's code")
    if _DASHED_CREDIT.match(line.text) and line.words <= 14 and "@" not in line.text:
        return Mark("note", "credits a writer")
    if line.words <= 45 and _HELPERS.search(line.text):
        return Mark("note", "names who contributed")
    chrome = _chrome()
    spaced = f" {key} "
    for words, mark in chrome.start.get(key.partition(" ")[0], ()):
        # A long line that begins so may be a sentence of the story; only who pleads or forbids does so at length.
        if spaced.startswith(f" {words} ") and _short_enough(line, mark.part, words):
            return mark
    if len(line.text) <= 700 and not (line.prose and _SAID.search(line.text)):
        for _, mark in chrome.has.iter(spaced):
            if len(line.text) <= 350 or mark.part in ("legal", "note"):
                return Mark(mark.part, mark.because, mark.opens)
    return None


def _short_enough(line: Line, part: Part, words: str) -> bool:
    if part in ("menu", "social") and words.count(" ") >= 3:
        return True
    if part in ("appeal", "legal", "note"):
        return not _QUOTED.search(line.text) or line.words < 12
    if line.prose:
        return line.text[len(words) : len(words) + 2].lstrip().startswith((":", "-", "–", "—", "|", "…"))
    return True


def _stamp_or_byline(line: Line) -> Mark | None:
    text = line.text
    if len(text) > 220:
        return None
    if "@" in text and " " not in text:
        return Mark("note", "a writer's address")
    by = _BYLINE.match(text) or _FROM.match(text)
    if by and not line.prose and line.words <= 16:
        return Mark("byline", "begins as a byline does", sure=False)
    if line.words > 22 or _TIME.search(text) is None:
        if line.words <= 8 and _DESK.search(text) and not line.ends and text[0] != "(":
            return Mark("byline", "names a desk or a correspondent", sure=False)
        return None
    rest = [t for t in re.findall(r"[^\W_]+", text) if not _TIME_WORDS.match(t)]
    if len(rest) <= 1 and not (rest and rest[0].isupper() and "|" in text):
        return Mark("timestamp", "a day or an hour and little else", sure=False)
    if (
        2 <= len(rest) <= 4
        and text.startswith(rest[0])
        and all(t[0].isupper() for t in rest)
        and len(text) < 80
        and re.search(r"\d[:.]\d\d", text)
    ):
        if any(t.lower() in SECTIONS for t in rest):
            return Mark("timestamp", "a section and an hour", sure=False)
        return Mark("byline", "a name and an hour", sure=False)
    return _divided(line, rest, signed=by is not None)


def _divided(line: Line, rest: list[str], signed: bool) -> Mark | None:
    """Names and a day between strokes, or beside "Updated", "Published"."""
    text = line.text
    if len(rest) > 7 or line.prose:
        return None
    labelled = re.search(r"\b(?:Updated|Published|Posted)\b", text, re.IGNORECASE) is not None
    if not (signed or labelled or any(stroke in text for stroke in "|•·")):
        return None
    named = text[0].isalpha() and not _TIME_WORDS.match(re.findall(r"[^\W_]+", text)[0])
    return Mark("byline" if named else "timestamp", "names and a day, divided as in a byline", sure=False)


def _caption(line: Line) -> Mark | None:
    if len(line.text) > 600:
        return None
    if _SET_CAPTION.match(line.text) or (line.words <= 40 and not line.ends and _VIDEO_END.search(line.text)):
        return Mark("caption", "describes a picture or a film")
    if line.words <= 7 and _SLASHED_CREDIT.match(line.text):
        return Mark("caption", "credits a picture: a name, a stroke and its house")
    if line.sentences <= 4 and (label := _NAMED_SCENE.match(line.text)) and _is_scene_label(line, label["label"]):
        return Mark("caption", "a label in capitals, then the scene of a picture")
    if line.words <= 12 and _POSTED_PICTURE.match(line.text):
        return Mark("caption", "credits a picture to a network's post")
    lower = line.text.lower()
    if "rights reserved" in lower or "trademark" in lower:
        return None
    signed = line.sentences <= 4 and any(word in lower for word in _CREDIT_SIGNS)
    if signed and (found := _CREDIT.search(line.text)):
        # "(ANI)" behind a past sentence signs the text; behind a scene, the picture.
        signed_text = _SIGN_OFF.search(line.text) is not None and line.prose and not _SCENE.search(line.text)
        sure = not signed_text or len(_CREDIT.findall(line.text)) > 1
        return Mark("caption", f"credits a picture: {found.group().strip()!r}", sure=sure)
    staged = line.text[-6:].strip(" .)")[-2:].isdigit() or any(word in lower for word in _SCENE_SIGNS)
    if (
        staged
        and line.sentences <= 2
        and line.words <= 60
        and _SCENE.search(line.text)
        and _SCENE_PLACE.search(line.text)
    ):
        return Mark("caption", "describes a scene with its place and day", sure=False)
    return None


def _is_scene_label(line: Line, label: str) -> bool:
    """Neither a dateline's place nor an agency, and what stands behind it is a scene in the present tense."""
    if is_agency_alone(label) or is_place(label) or line.words > 60:
        return False
    return _SCENE.search(line.text) is not None and _PAST.search(line.text) is None


_PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|will|would|according)\b")


def is_scene(line: Line) -> bool:
    """A picture's caption that reads like a lead: one scene in the present tense with its place and day, and nothing told."""
    return line.sentences <= 1 and _SCENE.search(line.text) is not None and _PAST.search(line.text) is None


def _bio(line: Line) -> Mark | None:
    if line.words <= 60 and _BIO.match(line.text) and not _QUOTED.search(line.text):
        return Mark("note", "says who the author is", sure=False)
    return None


def _pleading(line: Line) -> Mark | None:
    """Two words of an appeal (or of a cookie notice) and somebody addressed, none of it quoted."""
    if not _OURS.search(line.head) or _QUOTED.search(line.head):
        return None
    if len({m.lower() for m in _APPEAL.findall(line.head)}) >= 2:
        return Mark("appeal", "asks its readers for something")
    if len({m.lower() for m in _FORFEIT.findall(line.head)}) >= 2:
        return Mark("legal", "speaks of cookies, rights or consent")
    return None


def addresses_reader(line: Line) -> bool:
    """It says we, us, our or you, outside any quotation: how appeals go on."""
    return bool(_OURS.search(line.head)) and not _QUOTED.search(line.head[:1])
