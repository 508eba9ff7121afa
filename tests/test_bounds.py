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


X, Y = Row(((0, 1),), 0), Row(((1, 1),), 0)
SUM, DIFFERENCE = Row(((0, 1), (1, 1)), 0), Row(((0, 1), (1, -1)), 0)
UP, DOWN, AROUND = Interval(0, None), Interval(None, 0), Interval(-5, 5)
UNIT, ABOVE_ZERO = Interval(0, 1), Interval(0, 1, low_open=True)


@pytest.mark.parametrize(
    ("row", "is_strict", "ranges", "ensured"),
    [
        (X, False, (UNIT,), True),
        (X, True, (UNIT,), False),
        (X, True, (ABOVE_ZERO,), True),
        (X, False, (Interval(-1, 1),), False),
        (X, True, (Interval(1, 2),), True),
        (X, False, (DOWN,), False),
        (-X, False, (UP,), False),
        (Row(((0, -1),), 5), False, (Interval(0, 5),), True),
        (Row(((0, -2),), 9), False, (Interval(0, 5),), False),
        (Row(((0, -1),), 5), True, (Interval(0, 5),), False),
        (Row(((0, -1),), 5), True, (Interval(0, 5, high_open=True),), True),
        (SUM, True, (ABOVE_ZERO, UNIT), True),
        (SUM, True, (UNIT, UNIT), False),
        (DIFFERENCE, False, (Interval(3, 4), Interval(1, 3)), True),
    ],
)
def test_what_holds_all_over_a_box(
    row: Row, is_strict: bool, ranges: tuple[Interval, ...], ensured: bool
) -> None:
    assert box_of(*ranges).ensures(Inequality(row, is_strict)) == ensured


@pytest.mark.parametrize(
    ("interval", "is_point"), [(Interval.point(5), True), (UNIT, False), (DOWN, False), (Interval(), False)]
)
def test_a_point_is_one_value(interval: Interval, is_point: bool) -> None:
    assert box_of(interval).is_point(0) == is_point


@pytest.mark.parametrize(
    ("is_whole", "first", "then", "left"),
    [
        (True, Interval(1, 4, low_open=True, high_open=True), Interval(), Interval(2, 3)),
        (False, Interval(5, 10), Interval(3, 12, low_open=True, high_open=True), Interval(5, 10)),
        (
            False,
            Interval(3, 10),
            Interval(3, 10, low_open=True, high_open=True),
            Interval(3, 10, low_open=True, high_open=True),
        ),
    ],
)
def test_of_two_ranges_the_tighter_ends_are_kept(
    is_whole: bool, first: Interval, then: Interval, left: Interval
) -> None:
    box = Problem((is_whole,), {0: figure_is(0, first), 1: figure_is(0, then)}).narrow(EVERYTHING)
    assert box is not None
    assert box.interval(0) == left


@pytest.mark.parametrize(
    ("row", "is_strict", "ranges", "left"),
    [
        # both may be anything: neither says a thing about the other
        (SUM, False, (Interval(), Interval()), (Interval(), Interval())),
        (SUM, False, (Interval(), Interval(0, 5)), (Interval(-5, None), Interval(0, 5))),
        # an open end opens what hangs on it
        (DIFFERENCE, False, (AROUND, Interval(2, 3, low_open=True)), (Interval(2, 5, low_open=True),)),
        (DIFFERENCE, True, (AROUND, Interval(2, 3)), (Interval(2, 5, low_open=True),)),
        (
            DIFFERENCE,
            False,
            (Interval(2, 3, high_open=True), AROUND),
            (Interval(2, 3, high_open=True), Interval(-5, 3, high_open=True)),
        ),
    ],
)
def test_one_figure_narrows_another(
    row: Row, is_strict: bool, ranges: tuple[Interval, Interval], left: tuple[Interval, ...]
) -> None:
    known = figure_is(0, ranges[0]) + figure_is(1, ranges[1])
    box = Problem((False, False), {0: known, 1: (Inequality(row, is_strict),)}).narrow(EVERYTHING)
    assert box is not None
    assert tuple(box.interval(figure) for figure in range(len(left))) == left


@pytest.mark.parametrize(
    ("is_whole", "interval", "value"),
    [
        (True, Interval(1, 4), 2),
        (False, Interval(1, 4), Fraction(5, 2)),
        (False, Interval(1, 2, low_open=True, high_open=True), Fraction(3, 2)),
        (False, Interval(None, 5), 5),
        (False, Interval(None, 5, high_open=True), 4),
        (False, Interval(5, None), 5),
        (False, Interval(5, None, low_open=True), 6),
        (False, Interval(), 0),
    ],
)
def test_a_point_is_sought_in_the_middle_or_next_to_the_end(
    is_whole: bool, interval: Interval, value: Fraction
) -> None:
    problem, only = Problem((is_whole,), {0: figure_is(0, interval)}), frozenset({0})
    box = problem.narrow(only)
    assert box is not None
    assert problem.point(only, box) == {0: value}


def test_a_point_where_it_is_asked_for_and_where_the_first_try_fails() -> None:
    # 2x = 3y, both whole from 0 to 4: the middle of x (1) leaves no y, its low end does
    twice_is_thrice = Row(((0, 2), (1, -3)), 0)
    known = figure_is(0, Interval(0, 4)) + figure_is(1, Interval(0, 4))
    equal = (Inequality(twice_is_thrice), Inequality(-twice_is_thrice))
    problem = Problem((True, True), {0: known, 1: equal})
    box = problem.narrow(EVERYTHING)
    assert box is not None
    assert problem.point(EVERYTHING, box) == {0: 0, 1: 0}
    assert problem.point(EVERYTHING, box, fixed={0: 3}) == {0: 3, 1: 2}
    assert problem.point(EVERYTHING, box, near={0: 3}) == {0: 3, 1: 2}
    assert problem.point(EVERYTHING, box, fixed={0: 2}) is None
    assert problem.point(EVERYTHING, box, fixed={0: 6}) is None


@pytest.mark.parametrize(
    ("ratio", "ranges", "found"),
    [
        (RowRatio(X, Y), (DOWN, Interval(1, 2)), DOWN),
        (RowRatio(X, Y), (UP, Interval(1, 2)), UP),
        # over nought there is no end on either side, whichever is met first
        (RowRatio(X, Y), (AROUND, Interval(0, 10)), Interval()),
        (RowRatio(-X, Y), (AROUND, Interval(0, 10)), Interval()),
        (RowRatio(X, Y), (Interval.point(Fraction(1, 2)), Interval(0, 10)), Interval("0.05", None)),
        (RowRatio(X, Y), (Interval.point(Fraction(-1, 2)), Interval(0, 10)), Interval(None, "-0.05")),
        # over a number
        (RowRatio(SUM, Row((), 2)), (ABOVE_ZERO, UNIT), Interval(0, 1, low_open=True)),
        (RowRatio(-SUM, Row((), 2)), (ABOVE_ZERO, UNIT), Interval(-1, 0, high_open=True)),
        (RowRatio(DIFFERENCE, Row((), 1)), (UP, UNIT), Interval(-1, None)),
    ],
)
def test_the_range_of_a_ratio(ratio: RowRatio, ranges: tuple[Interval, Interval], found: Interval) -> None:
    reached = ratio_range(ratio, box_of(*ranges))
    assert reached is not None
    assert reached.interval == found


@pytest.mark.parametrize(
    ("figures", "below", "found"),
    [
        (6, Row(((0, 1),), 0), Interval(6, None)),
        (7, Row(((0, 1),), 0), None),
        (7, Row((), 1), Interval(7, None)),
    ],
)
def test_of_more_than_six_figures_only_a_sum_is_ranged(
    figures: int, below: Row, found: Interval | None
) -> None:
    total = Row(tuple((figure, 1) for figure in range(figures)), 0)
    # one is 1, the others 1 or more
    box = box_of(Interval.point(1), *[Interval(1, None)] * (figures - 1))
    reached = ratio_range(RowRatio(total, below), box)
    assert (reached and reached.interval) == found
