"""Words without white space for the model, and the text's every character back for everyone else.

The treebanks know no white-space tokens, so the model never meets one either: it reads a *shadow* of each window,
only words, and what it found is carried over to a Doc that has the white space again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from communique.reader.windows import runs, windows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUPS = ("offices", "attributions")
MEANINGS = "meanings"
STARTS = "starts"
COLUMNS = ("tags", "pos", "lemmas", "deps", "ents")


def shadow(nlp: Language, window: str) -> Doc:
    """The window's words alone; each word's offset in the window is kept in ``user_data`` until it is assembled."""
    from spacy.tokens import Doc

    words: list[str] = []
    starts: list[int] = []
    at = 0
    for run in runs(window):
        for token in nlp.tokenizer(run):
            if not token.is_space:
                words.append(token.text)
                starts.append(at + token.idx)
        at += len(run)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    spaces = [end < after for end, after in zip(ends, [*starts[1:], len(window)], strict=True)]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.user_data[STARTS] = starts
    return doc


class Assembly:
    """One text on its way: its shadows go out to be read, come back in order, and become one Doc.

    White space between words becomes tokens as in any spaCy Doc, except for the one space a word owns; each hangs
    on the word before it, so that no sentence begins with it but the first. A text that is its own shadow, the
    common case, needs no building.
    """

    def __init__(self, nlp: Language, text: str) -> None:
        self.nlp = nlp
        self.text = text
        self.whole: Doc | None = None
        self.builder = Builder(text)

    def shadows(self) -> Iterator[tuple[int, Doc]]:
        """Each window's offset and its words."""
        for start, end in windows(self.text):
            yield start, shadow(self.nlp, self.text[start:end])

    def add(self, offset: int, doc: Doc) -> None:
        """Take a shadow back, read."""
        if offset == 0 and doc.text == self.text:
            doc.user_data.pop(STARTS)
            self.whole = doc
        else:
            self.builder.add_part(offset, doc)

    def finish(self) -> Doc:
        """The Doc over the whole text."""
        if self.whole is not None:
            return self.whole
        self.builder.add_gap(len(self.text), "O")
        return self.builder.build(self.nlp)


class Builder:
    """The lists a Doc is made of, grown word by word; ``at`` is how far the text has been copied."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.heads: list[int] = []
        self.columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
        self.groups: dict[str, list[tuple[int, int, str, str]]] = {name: [] for name in GROUPS}
        self.meanings: list[npt.NDArray[np.float32]] = []

    def add_part(self, offset: int, part: Doc) -> None:
        """Copy one read window: the white space before each word, the word, and what was found about it."""
        places: list[int] = []
        for token, start in zip(part, part.user_data[STARTS], strict=True):
            ent = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
            self.add_gap(offset + start, ent if ent[0] == "I" else "O")
            places.append(len(self.words))
            self.at += len(token.text)
            found = (token.tag_, token.pos_, token.lemma_, token.dep_, ent)
            self.add_word(token.text, 0, found)
        for token, place in zip(part, places, strict=True):
            self.heads[place] = places[token.head.i]
        for name, group in self.groups.items():
            base = len(self.words)  # attributions of different windows must not share a number
            for span in part.spans.get(name, ()):
                number = span.id_ if span.id_ in ("", "0") else f"{base}.{span.id_}"
                group.append((places[span.start], places[span.end - 1] + 1, span.label_, number))
        if MEANINGS in part.user_data:
            self.meanings.append(part.user_data[MEANINGS])

    def add_gap(self, until: int, ent: str) -> None:
        """Copy the white space up to ``until``: one plain space belongs to the word before, the rest is a token."""
        gap = self.text[self.at : until]
        self.at = until
        if gap[:1] == " " and self.words and not self.spaces[-1]:
            self.spaces[-1] = True
            gap = gap[1:]
        if gap:
            self.add_word(gap, len(self.words) - 1, ("_SP", "SPACE", gap, "dep", ent))

    def add_word(self, word: str, head: int, values: tuple[str, ...]) -> None:
        """Append one token with its annotation, in the order of COLUMNS."""
        self.words.append(word)
        self.spaces.append(False)
        self.heads.append(head)
        for name, value in zip(COLUMNS, values, strict=True):
            self.columns[name].append(value)

    def build(self, nlp: Language) -> Doc:
        """The Doc; white space before the first word hangs on that word, or is the root where there is no word."""
        from spacy.tokens import Doc, Span

        if self.heads and self.heads[0] == -1:
            alone = len(self.words) == 1
            self.heads[0] = 0 if alone else 1
            self.columns["deps"][0] = "ROOT" if alone else "dep"
        tags, pos, lemmas, deps, ents = (self.columns[name] for name in COLUMNS)
        doc = Doc(
            nlp.vocab,
            words=self.words,
            spaces=self.spaces,
            heads=self.heads,
            tags=tags,
            pos=pos,
            lemmas=lemmas,
            deps=deps,
            ents=ents,
        )
        for name, group in self.groups.items():
            doc.spans[name] = [
                Span(doc, start, end, label=label, span_id=number) for start, end, label, number in group
            ]
        doc.user_data[MEANINGS] = np.concatenate(self.meanings) if self.meanings else np.zeros((0, 384), np.float32)
        return doc
