"""Cues whose words are no quote, with the reason for the ledger: what somebody denied or judged is not what they said.

    denied responsibility for the attack      rejected the claims of Oslo      blamed the crew for the fire
    ^^^^^^ the object is what others say      ^^^^^^^^                         ^^^^^^ the object is a deed

A clause is another matter: "denied that ships were sent" is quoted, and the cue shown beside it is "denied that".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.quotes.cue import Cue
from communique.quotes.cues import content_start
from communique.quotes.links import Link, Sentence
from communique.quotes.shapes import DEEDS, TURNED

SHORT = 4  # words behind a cue that could be a content; fewer are an answer or a remark on the voice
TURNED_AWAY = "denied, rejected or judged: not said"
NO_SHAPE = "what is said behind the cue is not clear"


def unsaid(s: Sentence, links: Iterable[Link]) -> Iterator[tuple[str, int, int]]:
    """``(reason, start, end)`` of each cue with a speaker and words behind it from which no quote was read.

    A cue that carries another's words, and one whose words lie in a quote of the sentence already, is used.
    """
    links = list(links)
    used = {cue.first for link in links for cue in (link.cue, *link.outer) if cue is not None}
    for cue in s.cues:
        if cue.phrase or cue.source is None or cue.verb is None or cue.first in used or not cue.verb.sure:
            continue
        start, begin = s.char(cue.first), content_start(s.line, cue)
        if any(link.start <= start < link.end for link in links) or begin is None:
            continue
        stop = _end(s, cue, begin)
        if (stop - begin < SHORT or cue.verb.lemma in DEEDS) and not turned(cue):
            continue
        end = s.end_of(stop - 1) if stop > begin else s.end_of(cue.last - 1)
        yield TURNED_AWAY if turned(cue) else NO_SHAPE, start, end


def turned(cue: Cue) -> bool:
    """The verb's object is somebody else's claim or deed, never the words of the one who denies or judges it."""
    return cue.verb is not None and (cue.verb.kind == "deny" or cue.verb.lemma in TURNED)


def _end(s: Sentence, cue: Cue, begin: int) -> int:
    later = [other.start for other in s.cues if other.start > begin and other.first > cue.first]
    gaps = [at for at in range(begin + 1, len(s.line)) if s.line.gap(at)]
    stop = min([len(s.line), *later, *gaps])
    while stop > begin and s.line.at(stop - 1).is_punct:
        stop -= 1
    return stop
