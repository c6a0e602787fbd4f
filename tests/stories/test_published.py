"""Little pages -> when their story was published. The officials and the events that date some of them are invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.data import DatedEvent, Official, Tenure
from communique.model import Block, Dating, Meta, Page, Part, Skip, Span, Story
from communique.pages import parse_page
from communique.stories import cut_page, published_known
from communique.stories.published import date_stories

OFFICIALS = (
    Official("Teodor Vantyra", "Vantyra", "SRB", "1965-09-14", "m", (), (Tenure("SRB", "foreign minister", "Foreign Minister", "2021-03-01", "2022-05-31"),)),
    Official("Mirela Osk", "Osk", "SRB", "1970", "f", (), (
        Tenure("SRB", "head of state", "President", "2014-02-01", "2016-02-01"),
        Tenure("SRB", "head of state", "President", "2020-02-01", "2021-02-01"),
    )),
)  # fmt: skip
EVENTS = (
    DatedEvent("the Lumen Bay blockade", ("Lumen Bay blockade", "blockaded Lumen Bay"), date(2022, 2, 24), date(2022, 3, 9), ("SRB",)),
    DatedEvent("the raid of 4 July", ("July 4 raid",), date(2011, 7, 4), date(2011, 7, 4), ("SRB",)),
    DatedEvent("the Harrow Bridge bombing", ("Harrow Bridge bombing",), date(2010, 9, 11), date(2010, 9, 11), ("SRB",)),
)  # fmt: skip

Lines = list[tuple[Part | None, str]]


@pytest.fixture(autouse=True)
def invented_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    caches = (published_known._officials_by_family, published_known._officials_by_name, published_known._event_words)
    monkeypatch.setattr(published_known, "load_officials", lambda: OFFICIALS)
    monkeypatch.setattr(published_known, "load_dated_events", lambda: EVENTS)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


def build_page(*stories: Lines, meta: str = "", address: str | None = None) -> tuple[Page, tuple[Story, ...]]:
    """A page of these stories' lines, one below the other; a line whose part is ``None`` belongs to no story."""
    text = ""
    built: list[Story] = []
    for number, lines in enumerate(stories):
        blocks = []
        for part, line in lines:
            if part is not None:
                blocks.append(Block(part, Span("p", len(text), len(text) + len(line)), "as the test says"))
            text += line + "\n\n"
        built.append(Story(f"p.{number}", "p", tuple(blocks)))
    metas = (Meta("date", meta),) if meta else ()
    return Page("p", "test.txt", text, "0", address, "text", metas), tuple(built)


def printed(dating: Dating | None) -> str:
    if dating is None:
        return "-"
    days = dating.days
    shown = str(days.first) if days.first == days.last else f"{days.first}/{days.last}"
    return shown + (f" {dating.at:%H:%MZ}" if dating.at is not None else "")


def date_one(lines: Lines, meta: str = "", address: str | None = None) -> tuple[Dating | None, tuple[Skip, ...]]:
    page, stories = build_page(lines, meta=meta, address=address)
    datings, skips = date_stories(page, stories)
    for dating in datings:
        for reason in (*dating.because, *dating.against) if dating is not None else ():
            assert reason.span is None or reason.span.cut(page.text)
    return datings[0], skips


NEWS: Lines = [
    ("headline", "Two ministers meet"),
    ("body", "The two ministers met in Oslo on Wednesday, a spokesman said."),
]


def body(text: str) -> Lines:
    return [("body", text)]


def above(line: str, part: Part | None = "timestamp") -> Lines:
    return [("headline", "Two ministers meet"), (part, line), *NEWS[1:]]


DATED: list[tuple[Lines, str, str | None, str]] = [
    # metadata
    (NEWS, "2024-08-21", None, "2024-08-21"),
    (NEWS, "2024-08-21T10:47:00+03:00", None, "2024-08-21 07:47Z"),
    (NEWS, "2024-08-21T01:30:00+03:00", None, "2024-08-20 22:30Z"),
    (NEWS, "Wed, 21 Aug 2024 23:30:00 -0400", None, "2024-08-22 03:30Z"),
    (NEWS, "2024-08-21T00:00:00Z", None, "2024-08-21"),  # midnight is an hour nobody stored
    (NEWS, "August 21, 2024", None, "2024-08-21"),
    # stamps
    (above("Posted August 21, 2024 10:47 am."), "", None, "2024-08-21"),
    (above("21.8.2024 - 20:16"), "", None, "2024-08-21"),
    (above("Wednesday 21 December 2022 - 10:32"), "", None, "2022-12-21"),
    (above("Aug 22 2024 | 9:07 AM IST"), "", None, "2024-08-22 03:37Z"),
    (above("Published 3:04 PM EDT, Wed August 7, 2024"), "", None, "2024-08-07 19:04Z"),
    (above("By A. Writer | 2024/08/21", "byline"), "", None, "2024-08-21"),
    # the first publication counts, wherever it stands
    (above("PTX | Updated: 17-04-2023 00:36 IST | Created: 17-04-2023 00:30 IST"), "", None, "2023-04-16 19:00Z"),
    ([*above("Published 19 August 2024"), ("timestamp", "Updated 21 August 2024")], "", None, "2024-08-19"),
    # an update alone: that day or the day before; the news of Wednesday settles it
    (above("Last updated: 21 August 2024"), "", None, "2024-08-21"),
    ([("timestamp", "Last updated: 21 August 2024"), *body("The ministers met.")], "", None, "2024-08-20/2024-08-21"),
    # a stamp no line was known for, above the story and right behind the headline
    (above("21 August 2024", None), "", None, "2024-08-21"),
    ([(None, "19 August 2024"), (None, "Another story"), (None, "21 August 2024"), *NEWS], "", None, "2024-08-21"),
    # a stamp without a zone a day off the metadata is the site's own clock
    (above("Aug 22, 2024 1:30 AM"), "2024-08-21", None, "2024-08-21"),
    # figures with two readings, settled by the metadata or by nothing
    (above("04/05/2024 10:00"), "2024-05-04", None, "2024-05-04"),
    (above("04/05/2024 10:00"), "", None, "-"),
    (above("Fri 10/06/2016 07:05"), "", None, "2016-06-10"),  # the weekday says which figure is the day
    (above("06/10/2016, Friday"), "", None, "2016-06-10"),
    (above("01/08/2022 08:01 PM EST"), "", None, "2022-01-08"),  # an American zone: month first
    ([("timestamp", "01/08/2022"), *above("01/08/2022 08:01 PM EST")], "", None, "2022-01-08"),
    # the address: by the site's clock, so in UTC the day after at the latest
    (body("The ministers met."), "", "https://news.example/2024/08/21/ministers", "2024-08-21/2024-08-22"),
    (body("The ministers met."), "", "https://news.example/world/2018/may/27/ministers", "2018-05-27/2018-05-28"),
    (body("The ministers met."), "", "https://news.example/a-20240821-x.html", "2024-08-21/2024-08-22"),
    (body("The ministers met."), "", "https://news.example/2024/08/ministers", "2024-08-01/2024-08-31"),
    (body("The ministers met."), "", "https://news.example/99999999/ministers-2024", "-"),
    # datelines
    (body("OSLO, August 21, 2024 - The ministers met."), "", None, "2024-08-21/2024-08-22"),
    (body("OSLO, Aug. 21 (Wire) -- The ministers met."), "", "https://news.example/2024/08/x", "2024-08-21/2024-08-22"),
    (body("OSLO, March 14. /WIRE/. The ministers met."), "", None, "-"),  # of which year?
    # photos
    ([("caption", "The ministers in Oslo, August 21, 2024. Photo: Pool"), *NEWS], "", None, "2024-08-21/2024-08-22"),
    ([("caption", "The ministers in Oslo, August 19, 2024. AP Photo/A. Writer"), *NEWS], "", None, "2024-08-21/2024-08-22"),
    ([("caption", "The ministers in Oslo, August 22, 2024. REUTERS/A. Writer"), *NEWS], "", None, "2024-08-22"),
    ([("caption", "The ministers in Oslo, August 19, 2024."), *NEWS], "", None, "-"),  # nobody says how old it is
    ([("caption", "FILE - The ministers in Oslo, August 21, 2024."), *NEWS], "", None, "-"),
    # ages, offices, events
    (body("Teodor Vantyra met envoys. Vantyra, 57, has led the party."), "", None, "2022-09-14/2023-09-13"),
    (body("The envoys met 57-year-old Teodor Vantyra in Oslo."), "", None, "2022-09-14/2023-09-13"),
    (body("Mirela Osk, 50, has led the party."), "", None, "2020-01-01/2021-12-31"),  # only the year of birth is known
    (body("Vantyra, 57, has led the party."), "", None, "-"),  # named in full nowhere: another Vantyra
    (body("Foreign Minister Teodor Vantyra said the talks went well."), "", None, "2021-03-01/2022-05-31"),
    (body("Former Foreign Minister Teodor Vantyra said the talks went well."), "", None, "-"),
    (body("In 2021 Foreign Minister Teodor Vantyra said the talks went well."), "", None, "-"),
    (body("President Mirela Osk arrived in Oslo. Talks went on for hours and envoys of both sides were patient. The bay was closed in 2017."), "", None, "2020-02-01/2021-02-01"),  # her second term
    (body("Prices have risen since troops blockaded Lumen Bay in February."), "", None, "2022-02-24/2023-01-31"),
    (body("They met on the eve of the 11th anniversary of the Harrow Bridge bombing."), "", None, "2021-08-11/2021-10-12"),
    # dates whose year the others give
    (body("Teodor Vantyra, 57, has met envoys. They were in Oslo on March 14 and said little."), "", None, "2023-03-14/2023-03-20"),
    # a month of a plan beside "this month", the news of a Wednesday, an event in "February"
    (
        body("The two met on Wednesday. Prices have risen since troops blockaded Lumen Bay in February. "
             "Papers reported earlier this month that talks were due in late December."),
        "", None, "2022-12-07/2022-12-29",
    ),
    # a brief event told as of this month, last week, a weekday
    (body("Many complained of the July 4 raid last week in Oslo."), "", None, "2011-07-11/2011-07-17"),
    (body("Many left after the Harrow Bridge bombing earlier this month and are in Oslo."), "", None, "2010-09-13/2010-09-30"),
    (body("Many left after the Harrow Bridge bombing last month and are in Oslo."), "", None, "2010-10-01/2010-10-31"),
    (body("Many left after the Lumen Bay blockade last month and are in Oslo."), "", None, "-"),  # it took weeks
    (body("Many will leave after the Harrow Bridge bombing hearing later this month."), "", None, "-"),
    # a month beside an event that is not the event's own: the event may be years old
    (body("The town fell in February, two winters into the Lumen Bay blockade."), "", None, "-"),
    # the day of an event without its year, planned or past
    (body("Envoys prepare for the Lumen Bay blockade hearing. It is due on February 24."), "", None, "2021-04-30/2022-03-09"),
    (body("Envoys spoke of the Lumen Bay blockade. It was on February 24 that ships came."), "", None, "2022-02-24/2023-02-23"),
    (body("Since the July 4 raid, many have left. The July 4 raid was long."), "", None, "-"),  # so called for ever
    # a file photo's caption that tells of the news, an embedded post, a caption run into the text
    (
        [("caption", "FILE - In this Aug. 9, 2019 photo, a minister waits. He spoke on Sept. 18, 2019. (AP Photo/A. Writer, File)"), *NEWS],
        "", None, "2019-09-18/2019-09-19",
    ),
    ([*NEWS, ("body", "— A. Minister (@aminister) September 17, 2019")], "", None, "2019-09-18/2019-09-19"),
    ([*NEWS, ("body", "We met. pic.twitter.com/x — A. Minister (@aminister) September 17, 2019")], "", None, "2019-09-18/2019-09-19"),
    ([*NEWS, ("body", "Oslo, Norway, September 18, 2019. A. Writer/AFP/Getty Images Envoys left.")], "", None, "2019-09-18/2019-09-19"),
    ([*NEWS, ("body", "Envoys at the fort, Wednesday, September 18, 2019.")], "", None, "2019-09-18/2019-09-19"),
    # a page on one line carries its stamp before the first words
    (body("By A. Writer Updated 9:47 AM EDT, Thu September 26, 2019 The ministers met on Thursday."), "", None, "2019-09-26"),
    # nothing to go on
    (NEWS, "", None, "-"),
    (body("In 2019 the ministers met."), "", None, "-"),  # not before 2019, and no more
    ([*NEWS, ("appeal", "Donate today! 21 August 2024 is our day.")], "", None, "-"),
    ([*NEWS, ("legal", "© 2023 The Paper. All rights reserved.")], "", None, "-"),
    ([*NEWS, (None, "© Copyright 21 August 2023")], "", None, "-"),
    ([*NEWS, ("menu", "21 August 2024"), ("teaser", "Other news - 20 August 2024 10:00")], "", None, "-"),
    ([*NEWS, (None, "20 August 2024 10:00")], "", None, "-"),  # below a story another one begins
    ([*NEWS, (None, "First published 20 August 2024")], "", None, "2024-08-20"),  # unless it says that it is this one's
    (body("The minister, 57, said that 24/7 work began on Sunday."), "", None, "-"),
    # what cannot be
    (above("Published 31 June 2024"), "", None, "-"),
    (above("Published 3 February 2087"), "", None, "-"),
    (NEWS, "2087-02-03", None, "-"),
    (NEWS, "yesterday", None, "-"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "meta", "address", "want"), DATED)
def test_a_story_is_dated_by_every_clue_there_is(lines: Lines, meta: str, address: str | None, want: str) -> None:
    dating, _ = date_one(lines, meta, address)
    assert printed(dating) == want


def test_a_stamp_with_its_hour_counts_in_utc_and_the_words_count_from_the_local_day() -> None:
    dating, _ = date_one(above("PTX | Created: 17-04-2023 00:36 IST"), meta="2023-04-17")
    assert dating is not None
    assert str(dating.at) == "2023-04-16 19:06:00+00:00"
    assert (dating.days.first, dating.reference.first) == (date(2023, 4, 16), date(2023, 4, 17))
    assert dating.against == ()


def test_a_clock_above_the_headline_gives_way_to_the_stamp_below_it() -> None:
    page = "Oslo Saturday, May 18, 2024\n\nTwo ministers meet in Oslo\n\nStaff Correspondent\n\n2020-10-03 01:33:38\n\n"
    page += "The two ministers met in Oslo on Friday, a spokesman said, and they agreed that salt should cost less in both of their countries."
    dating = cut_page(parse_page(page, metas={}, html=False)).stories[0].published
    assert printed(dating) == "2020-10-03"


def test_metadata_far_from_the_stamp_wins_and_the_stamp_is_kept_against_it() -> None:
    dating, _ = date_one(above("Posted August 1, 2024 10:47 am EDT"), meta="2024-08-21")
    assert dating is not None
    assert printed(dating) == "2024-08-21"
    assert [r.text for r in dating.against] == [
        "the page says it was published August 1, 2024 10:47 am EDT, 2024-08-01 14:47 UTC"
    ]


def test_a_photo_younger_than_its_story_is_kept_against_it() -> None:
    dating, _ = date_one([("caption", "Oslo, August 25, 2024. AP Photo"), *NEWS], meta="2024-08-21")
    assert dating is not None
    assert [r.text for r in dating.against] == ["a photo is of 2024-08-25"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (above("Published 31 June 2024"), '"31 June 2024": June 2024 has 30 days, not 31'),
        (above("Published 3 February 2087"), '"3 February 2087" is no day of the web'),
        (above("Wednesday, 22 August 2024"), '"Wednesday, 22 August 2024": 2024-08-22 is a Thursday, not a Wednesday'),
        (above("04/05/2024 10:00"), '"04/05/2024 10:00" can be read two ways'),
        (body("In 2019 the ministers met."), "when the story was published stays open: not before 2019-01-01"),
    ],
)
def test_a_date_that_is_not_used_is_in_the_ledger(lines: Lines, reason: str) -> None:
    _, skips = date_one(lines)
    assert reason in [skip.reason for skip in skips]
    assert {skip.what for skip in skips} == {"date"}


def test_two_stories_of_a_page_date_each_other_only_where_their_own_words_bear_it_out() -> None:
    first: Lines = [("caption", "Oslo, August 21, 2024. AP Photo"), *NEWS]
    second: Lines = [
        ("caption", "A bridge on Aug. 16, 2024. (AP Photo, File)"),
        ("body", "Another minister spoke on Wednesday."),
    ]
    third: Lines = [("body", "A third minister has views.")]
    page, stories = build_page(first, second, third)
    datings, _ = date_stories(page, stories)
    assert [printed(d) for d in datings] == ["2024-08-21/2024-08-22", "2024-08-21/2024-08-22", "-"]


def test_metadata_dates_the_pages_first_story_and_is_a_neighbours_for_the_second() -> None:
    page, stories = build_page(NEWS, [("body", "Another minister spoke on Tuesday.")], meta="2024-08-21")
    datings, _ = date_stories(page, stories)
    assert [printed(d) for d in datings] == ["2024-08-21", "2024-08-20/2024-08-21"]


@given(
    st.dates(date(1996, 1, 1), date(2038, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%a, %d %b %Y", "%d.%m.%Y"]),
)
def test_every_printed_day_is_read_back(day: date, form: str) -> None:
    dating, skips = date_one(above(f"Published: {day.strftime(form)}"))
    assert printed(dating) == str(day)
    assert skips == ()


@given(st.text(alphabet="Monday 21 August 2024,.:/-\n©Updated", max_size=120))
def test_any_lines_are_read(text: str) -> None:
    dating, _ = date_one([("headline", "Two"), ("timestamp", text or " "), ("body", text or " ")])
    assert dating is None or dating.because


KNOWN_WRONG: list[tuple[Lines, str]] = [
    # a photo years old that no word calls old, taken by chance on the weekday of the news
    ([("caption", "Oslo, August 23, 2017."), *NEWS], "2017-08-23/2017-08-24"),
    # an age without commas
    (body("Teodor Vantyra (57) has met envoys."), "-"),
]


@pytest.mark.parametrize(("lines", "now"), KNOWN_WRONG)
def test_known_limits_of_dating(lines: Lines, now: str) -> None:
    assert printed(date_one(lines)[0]) == now
