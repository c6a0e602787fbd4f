"""What a line's own words make it: the case table is the specification."""

from __future__ import annotations

import pytest

from communique.stories.lines import Line
from communique.stories.marks import find_mark

LINES = [
    ("Posted August 21, 2024 10:47 am.", "timestamp"),
    ("Last Updated: 17-04-2023 00:36 IST", "timestamp"),
    ("2 hours ago", "timestamp"),
    ("PTI | Moscow | Updated: 17-04-2023 00:36 IST", "byline"),
    ("By Ana Petrova", "byline"),
    ("Staff Correspondent", "byline"),
    ("By Monday evening the ministers had agreed on the price of salt and on little else.", None),
    ("Ministers shake hands in Rome, Italy. (AP Photo/Jan Novak)", "caption"),
    ("FILE PHOTO: A ship waits off Fujairah. REUTERS/Jan Novak/File Photo", "caption"),
    ("Image copyright AFP Image caption A ship waits off Fujairah", "caption"),
    ("<image>data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP", "caption"),
    ("-Advertisement-", "menu"),
    ("Listen to This Article", "menu"),
    ("5 min read", "menu"),
    ("}", "menu"),
    ("if (window.jQuery) {", "menu"),
    ("Click here to connect with us on WhatsApp", "social"),
    ("12 comments", "social"),
    ("Share Facebook Twitter", "social"),
    ("Also Read: Salt prices fall for a third week", "teaser"),
    ("Salt prices fall for a third week Read more", "teaser"),
    ("More:Salt prices fall for a third week", "teaser"),
    ("Most read", "teaser"),
    ("Subscribe to our newsletter", "appeal"),
    ("Already a subscriber? Log in", "appeal"),
    ("We use cookies to improve your experience.", "legal"),
    ("All rights reserved", "legal"),
    ("(With inputs from agencies)", "note"),
    ("(Reporting by Ana Petrova; Editing by Jan Novak)", "note"),
    ("Ana Petrova is a reporter at the Daily Courier, covering salt and the sea.", "note"),
    # Sentences of a story that begin or end as furniture does.
    ("Share prices fell in Tokyo on Monday after the ministers of trade had met.", None),
    ("“We ask you to support our troops and subscribe to peace,” the minister said.", None),
    ("The minister said that a newsletter of the party had printed a letter without permission on Monday.", None),
    ("More than nine thousand people came to the square on Monday, the ministry said.", None),
]


@pytest.mark.parametrize(("text", "part"), LINES)
def test_a_line_is_marked_by_its_own_words(text: str, part: str | None) -> None:
    mark = find_mark(Line(0, len(text), text, 0))
    assert (mark.part if mark else None) == part
    assert mark is None or mark.because
