"""Every error Communiqué raises on purpose.

    CommuniqueError
    ├── PageError        the bytes are not a page we can read; it is skipped, and the reason is kept
    ├── SpanError        a claim points outside its page; always a bug, never caught
    ├── ReaderMissing    the reader's model is not installed; says what brings it
    └── ChronicleError   the file is not a chronicle this version can open, or another process holds it

Uncertainty is not an error: a step that declines returns ``None`` or a counted ``Skip``.
Messages say where, what was found, what was wanted and what to do.
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """The root: catch this to catch everything Communiqué raises on purpose."""


class PageError(CommuniqueError):
    """The bytes at ``source`` are not a page we can read, for ``reason``."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[PageError], tuple[str, str]]:
        return type(self), (self.source, self.reason)


class SpanError(CommuniqueError):
    """The interval ``[start, end)`` does not lie on page ``page``."""

    def __init__(self, page: str, start: int, end: int) -> None:
        super().__init__(f"{page}: [{start}, {end}) is no span; 0 <= start < end <= length was wanted; report this bug")
        self.page = page
        self.start = start
        self.end = end

    def __reduce__(self) -> tuple[type[SpanError], tuple[str, int, int]]:
        return type(self), (self.page, self.start, self.end)


class ReaderMissing(CommuniqueError):
    """The reader's model is not where it should be, or is another version's."""


class ChronicleError(CommuniqueError):
    """The file is not a chronicle this version can open, or cannot be written now."""
