"""The one learned step: a text goes in; words, sentences, syntax and names come out, as a spaCy ``Doc``.

Comes in: any text, a paragraph or a whole story. Goes out: a ``Doc`` whose ``text`` is the text given, to the
character, with tags, lemmas, syntax and sentences; names in ``doc.ents`` (PER ORG LOC NORP EVENT DATE); phrases of
office in ``doc.spans["offices"]`` (OFFICE); who said what in ``doc.spans["attributions"]`` (SOURCE CUE CONTENT, the
pieces of one attribution under one id, ``0`` where a content only goes on); one vector a sentence in
``doc.user_data["meanings"]``. The room refuses to decide who a name is, what a quote is or what happened: that is for
the rooms after it.

``load_reader`` brings spaCy in; importing this room does not.
"""

from communique.reader.load import load_reader
from communique.reader.read import Reader, ReaderMeta

__all__ = ["Reader", "ReaderMeta", "load_reader"]
