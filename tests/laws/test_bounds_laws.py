"""Bounds and the solver against trying every point of a small box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from hypothesis import assume, example, given, note, settings
from hypothesis import strategies as st

from claimcheck import Interval
from claimcheck.bounds import Box, Inequality, Problem, Row, RowRatio, ratio_range
from claimcheck.solver import Engine, Group, Solver

SIZE, MOST = 3, 4
OWNERS = frozenset({0, 1, 2})
Point = dict[int, int]

rows = st.builds(
    lambda coefficients, constant: Row(tuple((n, c) for n, c in enumerate(coefficients) if c), constant),
    st.tuples(*[st.integers(-3, 3)] * SIZE),
    st.integers(-8, 8),
)
inequalities = st.builds(Inequality, rows, st.booleans())
systems = st.lists(inequalities, max_size=4)


def boxed() -> list[Inequality]:
    low = [Inequality(Row(((n, 1),), 0)) for n in range(SIZE)]
    return low + [Inequality(Row(((n, -1),), MOST)) for n in range(SIZE)]


def whole_problem(system: Sequence[Inequality]) -> Problem:
    return Problem((True,) * SIZE, {0: boxed(), 1: system[:2], 2: system[2:]})


def solutions(system: Sequence[Inequality], extra: Sequence[Inequality] = ()) -> Iterator[Point]:
    for values in product(range(MOST + 1), repeat=SIZE):
        point = dict(enumerate(values))
        if all(inequality.holds(point) for inequality in (*system, *extra)):
            yield point


@given(systems, systems)
def test_narrowing_never_loses_a_solution(system: list[Inequality], extra: list[Inequality]) -> None:
    box = whole_problem(system).narrow(OWNERS, extra=extra)
    for point in solutions(system, extra):
        assert box is not None
        assert all(value in box.interval(figure) for figure, value in point.items())


@given(systems, st.lists(st.fractions(0, MOST, max_denominator=4), min_size=SIZE, max_size=SIZE))
def test_narrowing_real_figures_never_loses_a_solution(
    system: list[Inequality], values: list[Fraction]
) -> None:
    point = dict(enumerate(values))
    box = Problem((False,) * SIZE, {0: boxed(), 1: system}).narrow(frozenset({0, 1}))
    if all(inequality.holds(point) for inequality in system):
        assert box is not None
        assert all(value in box.interval(figure) for figure, value in point.items())


@given(systems)
def test_a_point_that_is_found_is_a_solution(system: list[Inequality]) -> None:
    problem = whole_problem(system)
    box = problem.narrow(OWNERS)
    if box is not None and (point := problem.point(OWNERS, box)) is not None:
        assert all(inequality.holds(point) for inequality in (*boxed(), *system))
        assert all(value == int(value) for value in point.values())


@given(inequalities, st.lists(st.fractions(-5, 5, max_denominator=4), min_size=SIZE, max_size=SIZE))
def test_an_inequality_holds_where_its_negation_does_not(
    inequality: Inequality, values: list[Fraction]
) -> None:
    point = dict(enumerate(values))
    assert inequality.holds(point) != inequality.negated().holds(point)
    assert not inequality.holds(point) or inequality.nearly_holds(point)


ends = st.sampled_from((None, *map(Fraction, (0, 1, 2, 5)), Fraction(1, 2)))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    box = Box(2)
    for figure in range(2):
        low, high = Fraction(draw(st.integers(0, 3))), draw(ends)
        box.low[figure], box.high[figure] = low, None if high is None else low + high
        if high != 0:
            box.low_open[figure], box.high_open[figure] = draw(st.booleans()), draw(st.booleans())
        if high is None:
            box.high_open[figure] = True
    return box


pair_rows = st.builds(
    lambda a, b, constant: Row(tuple((n, c) for n, c in enumerate((a, b)) if c), constant),
    *[st.integers(-2, 2)] * 2,
    st.sampled_from((0, 0, 0, -1, 2)),
)
NEAR, FAR = Fraction(1, 10**6), Fraction(10**6)


def samples(interval: Interval) -> list[Fraction]:
    """Values through a range, its ends first, and as near to them as an open end lets them be."""
    assert interval.low is not None
    high = interval.low + FAR if interval.high is None else interval.high
    tried = [
        interval.low,
        interval.low + NEAR,
        (interval.low + high) / 2,
        high - NEAR,
        high,
        interval.low + 1,
    ]
    return [value for value in tried if value in interval]


def box_of(*intervals: Interval) -> Box:
    box = Box(len(intervals))
    for figure, interval in enumerate(intervals):
        box.low[figure], box.high[figure] = interval.low, interval.high
        box.low_open[figure], box.high_open[figure] = interval.low_open, interval.high_open
    return box


ZERO_UP, BETWEEN = Interval(0, None), Interval(0, 2, low_open=True, high_open=True)


@given(pair_rows, pair_rows, boxes())
@example(Row(((0, 1),), 0), Row(((1, 1),), 0), box_of(ZERO_UP, ZERO_UP))  # 0 all along an endless edge
@example(
    Row(((1, 1),), 2), Row(((0, 1), (1, 1)), 2), box_of(ZERO_UP, BETWEEN)
)  # 1 where x is 0, whatever y is
@example(Row(((1, 1),), 0), Row(((0, 1), (1, -1)), 0), box_of(ZERO_UP, ZERO_UP))  # below can sink under zero
def test_the_range_of_a_ratio_holds_every_value_and_reaches_its_ends(
    above: Row, below: Row, box: Box
) -> None:
    assume(below.terms or below.constant > 0)
    ratio = RowRatio(above, below)
    found = ratio_range(ratio, box)
    note(f"{box.interval(0)}, {box.interval(1)} -> {found and found.interval}")
    points = [{0: x, 1: y} for x in samples(box.interval(0)) for y in samples(box.interval(1))]
    values = [ratio.value(point) for point in points if below.value(point) > 0]
    if found is None:
        return  # left to the solver
    assert all(value in found.interval for value in values)
    if not values:
        return
    # tight: the samples come close to every end, and reach those that are closed
    interval = found.interval
    slack = Fraction(1, 10**3)
    assert interval.low is not None or min(values) < -(10**4) or not below.terms
    assert interval.high is not None or max(values) > 10**4 or not below.terms
    if interval.low is not None:
        assert min(values) == interval.low if not interval.low_open else min(values) <= interval.low + slack
    if interval.high is not None:
        assert (
            max(values) == interval.high if not interval.high_open else max(values) >= interval.high - slack
        )


# The solver

# A fresh z3 for each example is slow to make: a tenth of the examples.
few = settings(max_examples=max(20, settings.default.max_examples // 10) if settings.default else 100)


@few
@given(systems, rows)
def test_the_solver_finds_the_least_value(system: list[Inequality], row: Row) -> None:
    solver = Solver([True] * SIZE, Engine.starting(None))
    values = [row.value(point) for point in solutions(system)]
    least = solver.least(row, [*boxed(), *system])
    if not values:
        assert least is None
        assert solver.point([*boxed(), *system]) is None
        return
    assert least is not None
    assert (least.value, least.is_reached) == (min(values), True)
    assert row.value(least.values) == min(values)


def level(group: Group, point: Point) -> int:
    if all(inequality.holds(point) for inequality in group.strict):
        return 2
    return int(all(inequality.holds(point) for inequality in group.loose))


@few
@given(st.lists(st.tuples(systems.filter(bool), systems, st.integers(1, 2)), min_size=1, max_size=3))
def test_the_optima_are_those_of_enumeration(
    drawn: list[tuple[list[Inequality], list[Inequality], int]],
) -> None:
    groups = [
        Group(strict=(*loose, *strict), loose=tuple(loose), weight=weight) for loose, strict, weight in drawn
    ]
    worlds = [tuple(level(group, point) for group in groups) for point in solutions([])]

    def cost(levels: Sequence[int]) -> tuple[int, int]:
        pairs = list(zip(groups, levels, strict=True))
        return sum(g.weight for g, n in pairs if n == 0), sum(g.weight for g, n in pairs if n == 1)

    best = {levels for levels in worlds if cost(levels) == min(map(cost, worlds))}
    standings = Solver([True] * SIZE, Engine.starting(None)).optima(boxed(), groups)
    for number, standing in enumerate(standings):
        seen = {levels[number] for levels in best}
        assert (standing.is_given_up, standing.is_kept_loosely, standing.is_kept_strictly) == (
            0 in seen,
            1 in seen,
            2 in seen,
        )
        rivals = {
            frozenset(n for n, level in enumerate(levels) if level) for levels in best if not levels[number]
        }
        assert standing.rivals in rivals or not rivals
