from datetime import date
from fractions import Fraction

import pytest

from claimcheck import Fault, Period
from claimcheck.periods import YearStart, elapsed, parse_date


@pytest.mark.parametrize(
    ("text", "first", "last", "days"),
    [
        ("2019/20", "2019-04-01", "2020-03-31", 366),
        ("2019-20", "2019-04-01", "2020-03-31", 366),
        ("2019–20", "2019-04-01", "2020-03-31", 366),
        ("2019/2020", "2019-04-01", "2020-03-31", 366),
        ("2019 to 2020", "2019-04-01", "2020-03-31", 366),
        ("2016/17", "2016-04-01", "2017-03-31", 365),
        ("1999/00", "1999-04-01", "2000-03-31", 366),
        ("2019", "2019-01-01", "2019-12-31", 365),
        ("year to March 2020", "2019-04-01", "2020-03-31", 366),
        ("the year ending 30 June 2020", "2019-07-01", "2020-06-30", 366),
        ("12 months to June 2021", "2020-07-01", "2021-06-30", 365),
        ("April 2016 to March 2017", "2016-04-01", "2017-03-31", 365),
        ("January to March 2020", "2020-01-01", "2020-03-31", 91),
        ("Q2 2021", "2021-04-01", "2021-06-30", 91),
        ("2020 Q3", "2020-07-01", "2020-09-30", 92),
        ("H2 2021", "2021-07-01", "2021-12-31", 184),
        ("2020 H2", "2020-07-01", "2020-12-31", 184),
        ("quarter to March 2020", "2020-01-01", "2020-03-31", 91),
        ("2016 to 2019", "2016-01-01", "2019-12-31", 1461),
        ("3 March 2020 to 3 March 2020", "2020-03-03", "2020-03-03", 1),
        ("H1 2021", "2021-01-01", "2021-06-30", 181),
        ("March 2020", "2020-03-01", "2020-03-31", 31),
        ("2020-03", "2020-03-01", "2020-03-31", 31),
        ("3 September 2020", "2020-09-03", "2020-09-03", 1),
        ("Sept. 3, 2020", "2020-09-03", "2020-09-03", 1),
    ],
)
def test_periods_as_print_names_them(text: str, first: str, last: str, days: int) -> None:
    period = Period.parse(text)
    assert (str(period.first), str(period.last), period.days) == (first, last, days)
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("year to March 2020", "2019/20"),
        ("January 2019 to December 2019", "2019"),
        ("2020-03", "March 2020"),
        ("2020-03-01", "1 March 2020"),
        ("January to March 2020", "January 2020 to March 2020"),
        ("12 months to June 2021", "July 2020 to June 2021"),
        ("January 2019 to December 2020", "January 2019 to December 2020"),
        ("April 2019 to March 2021", "April 2019 to March 2021"),
        ("1 March 2020 to 15 March 2020", "1 March 2020 to 15 March 2020"),
        ("2 March 2020 to 31 March 2020", "2 March 2020 to 31 March 2020"),
    ],
)
def test_a_period_prints_in_the_shortest_words(text: str, shown: str) -> None:
    assert (str(Period.parse(text)), Period.parse(text).text) == (shown, text)


@pytest.mark.parametrize(
    ("text", "unit", "length"),
    [
        ("2019/20", "month", 12),
        ("2019/20", "day", 366),
        ("March 2020", "month", 1),
        ("2020-03-03", "hour", 24),
    ],
)
def test_both_ends_of_a_period_belong_to_it(text: str, unit: str, length: int) -> None:
    assert Period.parse(text).length(unit) == length


@pytest.mark.parametrize(
    "text",
    [
        *("2019/21", "next year", "", "March", "31 February 2020", "2020-13", "0 months to June 2021"),
        *("2016-2019", "2016/2019", "2019 to 2016", "2019 to 2019", "April 2020 to March 2019"),
        *("Smarch 2020", "3 Smarch 2020", "Smarch 3, 2020", "March to nonsense"),
        # the ends of a range are no ranges
        *("year to January to March 2020", "January - March to June 2020"),
        "January 2019 - March 2019 to June 2020",
    ],
)
def test_what_is_no_period_is_a_fault_that_shows_the_forms(text: str) -> None:
    with pytest.raises(Fault, match="write it like 2019/20"):
        Period.parse(text)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(Fault, match="before it starts"):
        Period(date(2020, 2, 1), date(2020, 1, 1))


def test_years_that_start_elsewhere() -> None:
    period = Period.parse("2019/20", YearStart.parse("1 July"))
    assert (str(period.first), str(period.last)) == ("2019-07-01", "2020-06-30")


@pytest.mark.parametrize("text", ["1 July", "July 1", "07-01"])
def test_year_starts(text: str) -> None:
    assert YearStart.parse(text) == YearStart(7, 1)
    assert str(YearStart(7, 1)) == "1 July"


@pytest.mark.parametrize(
    "text", ["29 February", "summer", "13-01", "x July", "July x", "2 Smarch", "Smarch 2"]
)
def test_a_year_starts_on_a_day_of_every_year(text: str) -> None:
    with pytest.raises(Fault, match="write it like '1 April'"):
        YearStart.parse(text)


@pytest.mark.parametrize(
    ("start", "end", "unit", "time"),
    [
        ("2019-04-08", "2020-09-03", "month", Fraction(522, 31)),  # "almost 17 months since" the white paper
        ("2020-09-03", "2019-04-08", "month", Fraction(-522, 31)),
        ("2020-02-10", "2020-04-05", "month", Fraction(57, 31)),
        ("2020-01-31", "2020-02-29", "month", Fraction(1)),
        ("2020-02-29", "2021-02-28", "year", Fraction(1)),
        ("2016-04-01", "2017-04-01", "day", Fraction(365)),
        ("2020-01-01", "2020-01-02", "hour", Fraction(24)),
        ("2020-01-01", "2020-01-02", "minute", Fraction(1440)),
        ("2020-01-01", "2020-01-08", "week", Fraction(1)),
    ],
)
def test_time_between_two_days(start: str, end: str, unit: str, time: Fraction) -> None:
    assert elapsed(date.fromisoformat(start), date.fromisoformat(end), unit) == time


def test_a_unit_of_time_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="'fortnight' is not one of minute"):
        elapsed(date(2020, 1, 1), date(2020, 2, 1), "fortnight")


@pytest.mark.parametrize(
    ("text", "before"),
    [("2019/20", "2018/19"), ("2020", "2019"), ("March 2020", "February 2020"), ("Q1 2020", "Q4 2019")],
)
def test_the_period_before(text: str, before: str) -> None:
    assert Period.parse(text).back() == Period.parse(before)


def test_dates() -> None:
    assert parse_date("3rd Sep 2020") == parse_date("2020-09-03") == date(2020, 9, 3)
    with pytest.raises(Fault, match="is not a date"):
        parse_date("yesterday")
