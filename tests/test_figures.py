from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from claimcheck import BaseFigure, Fault, Figure, FloatRefused, Interval, Measure, Period
from claimcheck.figures import WITHHELD, Form, Quotient

OFFENCES = Measure(name="offences", unit="offence")
NOW = Figure(measure=OFFENCES, area="Wiltshire", period="2019/20")
BEFORE = NOW.at(period="2018/19")
BUDGET = Figure(measure=Measure(name="budget", unit="GBP"))


def test_a_figure_is_named_by_what_differs() -> None:
    assert Figure(measure=OFFENCES, area="Wiltshire", period=Period.parse("2018/19")) == BEFORE
    assert str(NOW) == "offences, Wiltshire, 2019/20"
    assert str(NOW.at(area="Hampshire")) == "offences, Hampshire, 2019/20"


def test_a_measure_may_start_its_years_elsewhere() -> None:
    schools = Measure(name="pupils", unit="person", year_start="1 September")
    assert str(Figure(measure=schools, period="2019/20").period) == "September 2019 to August 2020"


def test_days_that_were_given_outright_stay_whenever_the_measure_starts_its_years() -> None:
    schools = Measure(name="pupils", unit="person", year_start="1 September")
    days = Period(date(2019, 4, 1), date(2020, 3, 31))
    assert Figure(measure=schools, period=days).period == days
    assert Figure(measure=schools).period is None


def test_a_note_does_not_make_another_measure() -> None:
    assert Measure(name="offences", unit="offence", note="as recorded") == OFFENCES


def test_figures_are_ordered_by_measure_area_and_days() -> None:
    assert NOW.sort_key == ("offences", "Wiltshire", "2019-04-01/2020-03-31")
    assert BUDGET.sort_key == ("budget", "", "")


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (BUDGET * -1 + Form.number(5), "-budget + 5"),
        (BUDGET * 2 - Form.number(5), "2 budget - 5"),
        (BUDGET * -2 + Figure(measure=Measure(name="cost", unit="GBP")), "-2 budget + cost"),
        (BUDGET - Figure(measure=Measure(name="cost", unit="GBP")), "budget - cost"),
        (BUDGET + Form.number(Fraction(1, 2)), "budget + 1/2"),
        (Form.number(5), "5"),
        (Form.number(-5), "-5"),
    ],
)
def test_forms_print_as_they_are_written(form: Form, shown: str) -> None:
    assert str(form) == shown


def test_forms_are_exact_and_sorted() -> None:
    form = 100 * (NOW - BEFORE)
    assert form == Form({BEFORE: Fraction(-100), NOW: Fraction(100)}, Fraction(0), "offence")
    assert form.value({NOW: Fraction(63), BEFORE: Fraction(77)}) == -1400
    assert (NOW - NOW).terms == ()
    assert str(NOW - NOW) == "0"
    assert str(BUDGET - Form.number(5)) == "budget - 5"


def test_a_ratio_has_a_value_only_above_a_denominator_above_zero() -> None:
    change = 100 * (NOW - BEFORE) / BEFORE
    assert change.value({NOW: Fraction(63), BEFORE: Fraction(77)}) == Fraction(-200, 11)
    assert change.value({NOW: Fraction(63), BEFORE: Fraction(0)}) is None
    assert change.value({NOW: Fraction(63), BEFORE: Fraction(-1)}) is None


def test_units_that_do_not_go_together_are_a_fault() -> None:
    with pytest.raises(Fault, match="they cannot be put together"):
        NOW + BUDGET


def test_units_that_go_together_are_converted() -> None:
    ore, gold = (Figure(measure=Measure(name=n, unit=u)) for n, u in [("ore", "tonne"), ("gold", "kilogram")])
    assert (ore + gold).terms == ((gold, Fraction(1, 1000)), (ore, Fraction(1)))
    assert Form.of(gold).in_unit_of(ore).terms == ((gold, Fraction(1, 1000)),)
    assert (Form.of(ore) + (gold + Form.number(500))).constant == Fraction(1, 2)


def test_a_number_goes_with_any_unit_and_is_scaled_with_the_rest() -> None:
    assert BUDGET + Form.number(5) == Form({BUDGET: Fraction(1)}, Fraction(5), "GBP")
    assert (BUDGET + Form.number(5)) * 2 == Form({BUDGET: Fraction(2)}, Fraction(10), "GBP")


def test_floats_are_refused() -> None:
    broken: Any = 0.5
    for use in (
        lambda: NOW * broken,
        lambda: Form.number(broken),
        lambda: BaseFigure(figure=NOW, value=broken),
    ):
        with pytest.raises(FloatRefused):
            use()


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("63", Interval.point(63)),
        ("10,058", Interval.point(10058)),
        ("<5", Interval(0, 4)),
        ("fewer than 5", Interval(0, 4)),
        ("5 to 9", Interval(5, 9)),
        ("5-9", Interval(5, 9)),
        ("more than 5", Interval(6, None)),
        ("at least 5", Interval(5, None)),
        ("[c]", Interval(0, None)),
        ("..", Interval(0, None)),
        ("about 1.2m", Interval(1150000, 1250000)),
        ("1.2m", Interval(1150000, 1250000)),
    ],
)
def test_base_figures_of_counted_things(value: str, interval: Interval) -> None:
    assert BaseFigure(figure=NOW, value=value).interval == interval


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("£1.6 million", Interval(1550000, 1650000)),
        ("427", Interval("426.5", "427.5")),
        ("up to £5m", Interval(0, 5000000)),
        ("0.2", Interval("0.15", "0.25")),
        ("0", Interval(0, "0.5")),
    ],
)
def test_base_figures_in_real_units(value: str, interval: Interval) -> None:
    assert BaseFigure(figure=BUDGET, value=value).interval == interval
    assert str(BaseFigure(figure=BUDGET, value=value)) == f"budget: {value}"


def test_only_signed_measures_fall_below_zero() -> None:
    signed = Figure(measure=Measure(name="seats gained", unit="seat", signed=True))
    assert BaseFigure(figure=signed, value="-3").interval == Interval.point(-3)
    assert BaseFigure(figure=signed, value="[c]").interval == Interval()
    with pytest.raises(Fault, match="no possible value"):
        BaseFigure(figure=NOW, value="-3")


@pytest.mark.parametrize("mark", sorted(WITHHELD))
def test_withheld_values(mark: str) -> None:
    assert BaseFigure(figure=NOW, value=mark).is_withheld
    assert not BaseFigure(figure=NOW, value=mark).is_exact


@pytest.mark.parametrize(
    ("figure", "value", "message"),
    [
        (NOW, "£5", "is in GBP, but offences is in offence"),
        (NOW, None, "no value for offences"),
        (NOW, "2.5 to 2.9", "no possible value"),
        (NOW, "plenty", "no number"),
        (BUDGET, "$5", "is in USD, but budget is in GBP"),
    ],
)
def test_values_that_cannot_be(figure: Figure, value: str | None, message: str) -> None:
    with pytest.raises(Fault, match=message):
        BaseFigure(figure=figure, value=value)


def test_a_dated_fact_has_a_date_and_no_value() -> None:
    paper = Figure(measure=Measure(name="white paper", unit="date"))
    assert BaseFigure(figure=paper, date=date(2019, 4, 8)).interval is None
    fact = BaseFigure(figure=paper, date=date(2019, 4, 8))
    assert (str(fact), fact.is_withheld, fact.is_exact) == ("white paper: 2019-04-08", False, False)
    for day, value in [(None, None), (None, "8"), (date(2019, 4, 8), "8")]:
        with pytest.raises(Fault, match="is a date, not a value"):
            BaseFigure(figure=paper, date=day, value=value)


def test_a_share_can_be_a_figure_of_its_own() -> None:
    share = Quotient(part=NOW, whole=NOW.at(measure=Measure(name="crimes", unit="offence")))
    assert share.measure.unit == "percent"
    assert str(share) == "offences, Wiltshire, 2019/20 as a share of crimes, Wiltshire, 2019/20"
