"""Times: the words that say when, and the period they mean."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.mentions import MentionKind, find
from claimcheck.mentions.times import RELATIVE, resolved, time_at
from claimcheck.numerals.tokens import Tokens
from claimcheck.periods import Period


@pytest.mark.parametrize(
    ("words", "kind", "period"),
    [
        ("2019/20", "period", "2019/20"),
        ("2019-20", "period", "2019/20"),
        ("2019 to 2020", "period", "2019 to 2020"),
        ("the year to March 2020", "period", "2019/20"),
        ("the year ending 31 March 2020", "period", "2019/20"),
        ("the 12 months to June 2021", "period", "12 months to June 2021"),
        ("the second quarter of 2020", "period", "Q2 2020"),
        ("first half of 2020", "period", "H1 2020"),
        ("Q2 2020", "period", "Q2 2020"),
        ("H1 2020", "period", "H1 2020"),
        ("2019", "date", "2019"),
        ("April 2016", "date", "April 2016"),
        ("3 September 2020", "date", "3 September 2020"),
        ("September 3, 2020", "date", "3 September 2020"),
    ],
)
def test_words_of_time_mean_a_period(words: str, kind: str, period: str) -> None:
    mentions = find(f"There were 63 thefts in {words}.")
    times = [(one.text, one.kind.value, one.period) for one in mentions if one.kind is not MentionKind.COUNT]
    assert times == [(words, kind, Period.parse(period))]


@pytest.mark.parametrize("words", ["3 September", "31.03.2020", "3.9.20", "the 3rd of May", "Sept. 3"])
def test_a_day_without_a_year_that_can_be_read_is_a_date_all_the_same(words: str) -> None:
    (mention,) = [one for one in find(f"It was held on {words}.") if one.kind is not MentionKind.ORDINAL]
    assert (mention.kind, mention.period) == (MentionKind.DATE, None)


@pytest.mark.parametrize("words", ["Q5 2020", "H3 2020", "q2 2020", "Q2"])
def test_what_is_no_part_of_a_year(words: str) -> None:
    assert MentionKind.PERIOD not in {one.kind for one in find(f"The {words} plan.")}


def test_a_month_before_a_count_is_no_day() -> None:
    assert [(one.text, one.kind.value) for one in find("In May 20 people were hurt.")] == [
        ("May", "date"),
        ("20", "count"),
    ]


def test_may_and_march_are_verbs_too() -> None:
    assert find("It may rain. They march on.") == ()


@pytest.mark.parametrize("words", sorted(RELATIVE))
def test_all_words_that_lean_on_a_period_are_read(words: str) -> None:
    tokens = Tokens(words)
    time = time_at(tokens, 0, {})
    assert time is not None
    assert (time.last, time.relation) == (tokens.size, RELATIVE[words])


@pytest.mark.parametrize(
    ("words", "current", "period"),
    [
        ("the year before", "2019/20", "2018/19"),
        ("a year earlier", "March 2020", "March 2019"),
        ("the previous quarter", "Q1 2020", "Q4 2019"),
        ("this year", "2019", "2019"),
        ("in the same period", "Q1 2020", "Q1 2020"),
        ("last year", "2019", "2019"),
        ("12 months earlier", "2019/20", "2018/19"),
    ],
)
def test_a_period_in_hand_is_what_words_lean_on(words: str, current: str, period: str) -> None:
    time = time_at(Tokens(words), 0, {})
    assert time is not None
    assert resolved(time, Period.parse(current), None) == Period.parse(period)


@pytest.mark.parametrize(
    ("words", "period"), [("last year", "2020"), ("this year", "2021"), ("the previous year", "2019")]
)
def test_years_are_counted_from_the_day_of_publication(words: str, period: str) -> None:
    time = time_at(Tokens(words), 0, {})
    assert time is not None
    assert resolved(time, None, date(2021, 5, 1)) == Period.parse(period)


def test_without_a_period_or_a_day_nothing_is_known() -> None:
    time = time_at(Tokens("last year"), 0, {})
    assert time is not None
    assert resolved(time, None, None) is None


def test_the_year_before_a_leap_day_is_a_year_earlier() -> None:
    time = time_at(Tokens("a year earlier"), 0, {})
    assert time is not None
    before = resolved(time, Period.parse("29 February 2020"), None)
    assert before is not None
    assert before.first == date(2019, 2, 28)
