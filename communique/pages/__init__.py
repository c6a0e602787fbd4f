"""Files, archives, tables and feeds to pages.

In: paths, bytes or text. Out: ``Page`` with its text as decoded and what was
said of it, or a ``Skip`` with the reason. Refuses to guess at what is no text,
and never cuts or mends a page: that is for the rooms behind it to say.
"""

from communique.pages.files import count_pages, read_pages
from communique.pages.parse import parse_bytes, parse_page

__all__ = ["count_pages", "parse_bytes", "parse_page", "read_pages"]
