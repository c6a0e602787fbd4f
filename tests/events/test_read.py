"""What holds for every account, whatever the story."""

from __future__ import annotations

import pytest

from tests.events.scenes import make_page, read_text
from tests.events.test_accounts import CASES


@pytest.mark.parametrize(("text", "who"), [case[:2] for case in CASES[:60]])
def test_every_span_cuts_out_its_own_words_and_everything_has_a_reason(text: str, who: dict[str, str]) -> None:
    page = make_page(text)
    accounts, skips = read_text(text, who=who)
    for number, account in enumerate(accounts):
        assert account.id == f"{account.story}/a{number}"
        assert account.because
        assert account.span.cut(page.text).strip()
        assert all(
            one.name.split()[-1] in one.span.cut(page.text) or one.entity is None or one.span.cut(page.text)
            for one in account.participants
        )
        assert account.days is None or account.days.because
        assert account.place is None or account.place.because
    assert all(skip.reason and skip.span is not None for skip in skips)


def test_accounts_stand_in_text_order() -> None:
    accounts, _ = read_text(
        "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday.\nIn January, Kenji Morita visited Norway."
    )
    assert [account.kind for account in accounts] == ["meeting", "visit"]
    assert accounts[0].span < accounts[1].span


def test_a_meeting_with_one_named_side_is_counted_as_left_out() -> None:
    accounts, skips = read_text("Ingrid Solheim met with officials on Tuesday.")
    assert accounts == []
    assert [skip.reason for skip in skips] == ["meeting: only one side is named for sure"]


def test_what_did_not_happen_is_counted_as_left_out() -> None:
    accounts, skips = read_text("Ingrid Solheim did not meet Marek Zielonka.")
    assert accounts == []
    assert [skip.reason for skip in skips] == ["meeting: told as not happening"]


def test_without_a_date_of_the_story_a_weekday_says_nothing() -> None:
    (account,), _ = read_text("Ingrid Solheim met Marek Zielonka on Tuesday.", day=None)
    assert account.days is None


def test_a_full_date_needs_no_date_of_the_story() -> None:
    (account,), _ = read_text("Ingrid Solheim met Marek Zielonka on March 5, 2024.", day=None)
    assert account.days is not None
    assert str(account.days.days.first) == "2024-03-05"


def test_an_empty_story_tells_nothing() -> None:
    assert read_text("No.") == ([], [])


def test_a_headline_without_news_of_its_own_is_said_in_the_ledger() -> None:
    accounts, skips = read_text("# Grain is dear\nIngrid Solheim spoke of the price of grain all day long.")
    assert accounts == []
    assert [skip.reason for skip in skips] == ["nothing the headline tells was read as an event"]


def test_a_place_cuts_out_the_words_it_was_read_from() -> None:
    text = "Ingrid Solheim met Marek Zielonka in Oslo on Tuesday."
    (account,), _ = read_text(text)
    assert account.place is not None
    assert account.place.span is not None
    assert account.place.span.cut(text) == "Oslo"


def test_talks_that_nobody_is_named_for_are_left_out_with_a_reason() -> None:
    accounts, skips = read_text("Talks were held on Tuesday.")
    assert accounts == []
    assert [skip.reason for skip in skips] == ["meeting: no side is named"]
