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
    # rows of sections and places
    ("Azerbaijan Georgia Economy Transport", "menu"),
    ("Politics   Economy   Society   Culture   Lagoon edition", "menu"),
    ("Home | China | World | Sci-Tech | Photos | Video", "menu"),
    ("Russia China Summit Talks", None),  # "summit" is no section: it may be a headline
    # what a site says of itself and of its readers
    ("Keep up to date with what’s happening in Lagoonia, its region and the world.", "appeal"),
    ("Enjoying Lagoon Weekly? You have 2 free articles left this month. Subscribe", "appeal"),
    ("Lagoon Weekly has no owner. Support Lagoon Weekly or become a patron!", "appeal"),
    ("The ministry’s press telephone is open around the clock for the media.", "note"),
    ("For media enquiries please call the duty officer of the ministry in the capital.", "note"),
    ("Source: Ministry of Salt", "note"),
    ("Source: Lagoonia Government / Facebook", "caption"),
    ("Lagoon Weekly does not always share the views of its sources.", "legal"),
    ("Lagoon FM is a community station.", "note"),
    (
        "The ministry published this content on 20 August 2019 and is solely responsible for the information in it.",
        "legal",
    ),
    # bylines and credits
    ("From Ana Petrova in Rome", "byline"),
    ("Agency desk", "byline"),
    ("Politics Materials 16 May 2024 14:27", "timestamp"),
    ("Traders sit on the bridge at the border, on Friday. Credit: Lagoon Weekly", "caption"),
    ("Minister Ana Ruiz (R) and Minister Jan Novak (Source: VNA)", "caption"),
    ("© Lagoon Weekly 2019. Powered by WordPress", "legal"),
    ("© Jan Novak / Office of the President", "caption"),
    ("(Reporting by Ana Petrova; Editing by Jan Novak)", "note"),
    ("Ana Petrova is a reporter at the Daily Courier, covering salt and the sea.", "note"),
    # Sentences of a story that begin or end as furniture does.
    ("From Rome the ministers went to Lima, where they spoke of salt and of the sea until Monday.", None),
    ("The ministry does not share the view of the other side, the spokesman said after the talks on Monday.", None),
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
