from fractions import Fraction

import pytest

from claimcheck import Interval
from claimcheck.bounds import Box, Inequality, Problem, Row, RowRatio, ratio_range

NOW, BEFORE = 0, 1
CHANGE = RowRatio(Row(((NOW, 100), (BEFORE, -100)), 0), Row(((BEFORE, 1),), 0))
DOWN_17 = CHANGE.inside(Interval("-17.5", "-16.5"))
EVERYTHING = frozenset({0, 1})


def figure_is(figure: int, interval: Interval) -> tuple[Inequality, ...]:
    return RowRatio.of_figure(figure).inside(interval)


@pytest.mark.parametrize(
    ("known", "figure", "left"),
    [
        (figure_is(NOW, Interval.point(64)), BEFORE, Interval.point(77)),
        (figure_is(BEFORE, Interval.point(77)), NOW, Interval.point(64)),
        (figure_is(NOW, Interval.point(63)), BEFORE, Interval.point(76)),
        (figure_is(BEFORE, Interval.point(1000)), NOW, Interval(825, 835)),
    ],
)
def test_a_known_figure_and_a_percentage_leave_the_other_few_values(
    known: tuple[Inequality, ...], figure: int, left: Interval
) -> None:
    box = Problem((True, True), {0: known, 1: DOWN_17}).narrow(EVERYTHING)
    assert box is not None
    assert box.interval(figure) == left


def test_63_and_77_leave_no_room_for_17_percent() -> None:
    known = figure_is(NOW, Interval.point(63)) + figure_is(BEFORE, Interval.point(77))
    assert Problem((True, True), {0: known, 1: DOWN_17}).narrow(EVERYTHING) is None


def test_owners_that_are_not_named_do_not_take_part() -> None:
    known = figure_is(NOW, Interval.point(63)) + figure_is(BEFORE, Interval.point(77))
    assert Problem((True, True), {0: known, 1: DOWN_17}).narrow(frozenset({0})) is not None


def test_whole_numbers_are_rounded_inwards_and_real_ones_are_not() -> None:
    between = figure_is(0, Interval("1.2", "2.9", low_open=True))
    for is_whole, left in [(True, Interval.point(2)), (False, Interval("1.2", "2.9", low_open=True))]:
        box = Problem((is_whole,), {0: between}).narrow(frozenset({0}))
        assert box is not None
        assert box.interval(0) == left


def test_ranges_that_converge_for_ever_stop_and_stay_sound() -> None:
    # x = y / 2 and y = x / 2 + 1 have one solution, x = 2/3, that halving never reaches
    rows = [Row(((0, 2), (1, -1)), 0), Row(((1, 2), (0, -1)), -2)]
    equal = [Inequality(row) for row in rows] + [Inequality(-row) for row in rows]
    box = Problem((False, False), {0: [*equal, *figure_is(0, Interval(0, 10))]}).narrow(frozenset({0}))
    assert box is not None
    assert Fraction(2, 3) in box.interval(0)


def box_of(*intervals: Interval) -> Box:
    box = Box(len(intervals))
    for figure, interval in enumerate(intervals):
        box.low[figure], box.high[figure] = interval.low, interval.high
        box.low_open[figure], box.high_open[figure] = interval.low_open, interval.high_open
    return box


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        (Interval.point(63), Interval.point(77), Interval.point(Fraction(-200, 11))),
        (Interval(0, None), Interval(0, None), Interval(-100, None)),  # -100 is reached: now is 0
        (Interval(0, None, low_open=True), Interval(0, None), Interval(-100, None, low_open=True)),
        (Interval(50, 100), Interval(100, 200), Interval(-75, 0)),
        (Interval(50, 100, high_open=True), Interval(100, 200), Interval(-75, 0, high_open=True)),
        (Interval.point(0), Interval(1, 2, low_open=True, high_open=True), Interval.point(-100)),
        (Interval.point(5), Interval(0, None), Interval(-100, None, low_open=True)),
        (Interval.point(5), Interval(0, 10), Interval(-50, None)),
    ],
)
def test_the_range_of_a_change(now: Interval, before: Interval, change: Interval) -> None:
    found = ratio_range(CHANGE, box_of(now, before))
    assert found is not None
    assert found.interval == change


def test_a_denominator_that_can_sink_below_zero_is_left_to_the_solver() -> None:
    assert ratio_range(CHANGE, box_of(Interval(0, 5), Interval(-1, 5))) is None
    assert ratio_range(CHANGE, box_of(Interval(0, 5), Interval(None, 5))) is None


def test_negation_turns_a_closed_end_open() -> None:
    (at_least,) = figure_is(0, Interval(5, None))
    assert (at_least.holds({0: 5}), at_least.negated().holds({0: 5})) == (True, False)
    assert at_least.negated().nearly_holds({0: 5})
