"""Pages in, stories out: every line of a page gets a part and a reason.

Repeats are folded, a page with several stories is split, and each story gets
its headline, byline, dateline, wire, outlet and days of publication. A page
without a story is kept with the reason. This room never reads what a story
says: no names are resolved here, no events found, and no text is changed.
"""

from communique.stories.cut import cut_page

__all__ = ["cut_page"]
