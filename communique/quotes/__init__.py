"""Story -> quotes: words, their speaker, and every hand they passed through.

Comes in: a story's paragraphs as read, and its cast. Goes out: direct quotes (the whole statement stands in marks),
mixed ones (a part does; the span covers the words inside the marks) and indirect ones (reported speech), each with
speaker, cue and hands, nearest the speaker first; and what stood in marks without being speech, with the reason. The
room refuses to guess: reported speech without a clear speaker is left out, and marks around a name, a title or a term
are no quote.
"""

from communique.quotes.reading import read_quotes

__all__ = ["read_quotes"]
