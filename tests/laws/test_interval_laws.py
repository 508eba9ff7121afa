"""Interval operations are sound (they hold every result) and tight (they hold nothing else)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck import Interval
from claimcheck.strategies import AWKWARD_POINTS, fractions, intervals

EPSILON = Fraction(1, 10**9)


def members(interval: Interval) -> st.SearchStrategy[Fraction]:
    """Numbers in an interval, its ends and points close to them first of all."""
    low = interval.low if interval.low is not None else (interval.high or 0) - 10**6
    high = interval.high if interval.high is not None else (interval.low or 0) + 10**6
    tried = [low, high, low + EPSILON, high - EPSILON, (low + high) / Fraction(2), *AWKWARD_POINTS]
    inside = [value for value in map(Fraction, tried) if value in interval]
    return st.sampled_from(inside)


def with_member(drawn: st.SearchStrategy[Interval]) -> st.SearchStrategy[tuple[Interval, Fraction]]:
    return drawn.flatmap(lambda interval: st.tuples(st.just(interval), members(interval)))


some = with_member(intervals())


def ends_are_tight(found: Interval, wanted_low: Fraction | None, wanted_high: Fraction | None) -> None:
    assert (found.low, found.high) == (wanted_low, wanted_high)


@given(intervals(), fractions())
def test_a_number_is_inside_or_outside_by_its_ends(interval: Interval, value: Fraction) -> None:
    above = interval.low is None or (value >= interval.low if not interval.low_open else value > interval.low)
    below = interval.high is None or (
        value <= interval.high if not interval.high_open else value < interval.high
    )
    assert (value in interval) == (above and below)


@given(some, some)
def test_sum_holds_every_sum_and_reaches_its_ends(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, y) = one, other
    total = a + b
    assert x + y in total
    assert total - b == (total + -b)
    assert x - y in a - b
    ends_are_tight(
        total,
        None if a.low is None or b.low is None else a.low + b.low,
        None if a.high is None or b.high is None else a.high + b.high,
    )
    # an end is closed exactly where both operands reach theirs
    if total.low is not None:
        assert (total.low in total) == (a.low in a and b.low in b)  # type: ignore[operator]
    if total.high is not None:
        assert (total.high in total) == (a.high in a and b.high in b)  # type: ignore[operator]


@given(intervals(), intervals(), fractions())
def test_a_number_is_in_the_sum_only_as_a_sum(a: Interval, b: Interval, value: Fraction) -> None:
    # value = x + y for some x in a, y in b  <=>  (value - b) meets a
    assert (value in a + b) == ((Interval.point(value) - b).intersect(a) is not None)


@given(some, fractions())
def test_scaling_holds_every_product_and_goes_back(one: tuple[Interval, Fraction], factor: Fraction) -> None:
    interval, x = one
    scaled = interval.scale(factor)
    assert x * factor in scaled
    assert scaled == (Interval.point(0) if factor == 0 else scaled)
    if factor:
        assert scaled.scale(1 / factor) == interval
        assert (x + EPSILON in interval) == ((x + EPSILON) * factor in scaled)


@given(some, fractions())
def test_negation_and_shift_move_every_number(one: tuple[Interval, Fraction], by: Fraction) -> None:
    interval, x = one
    assert -x in -interval
    mirrored = -interval
    assert -mirrored == interval
    assert x + by in interval.shift(by)
    assert interval.shift(by).shift(-by) == interval
    assert -interval == interval.scale(-1)


@given(some)
def test_one_over_holds_every_reciprocal_and_goes_back(one: tuple[Interval, Fraction]) -> None:
    interval, x = one
    if interval.low is None or interval.low < 0 or 0 in interval:
        with pytest.raises(ValueError, match="above zero"):
            interval.reciprocal()
        return
    inverse = interval.reciprocal()
    assert 1 / x in inverse
    if inverse.low:  # an endless interval comes back with an open end at 0, which it had
        assert inverse.reciprocal() == interval
    if interval.high is None:
        assert inverse.low == 0
        assert 0 not in inverse


@given(intervals(), intervals(), fractions())
def test_intersection_is_both_and_hull_is_the_least_around(a: Interval, b: Interval, value: Fraction) -> None:
    both, around = a.intersect(b), a.hull(b)
    assert (both is not None and value in both) == (value in a and value in b)
    assert both == b.intersect(a)
    assert around == b.hull(a)
    assert a.within(around)
    assert b.within(around)
    if value in around and value not in a and value not in b:
        assert both is None  # only the gap between two that are apart is added
    if both is not None:
        assert both.within(a)
        assert both.within(b)
        assert a.gap(b) == 0


@given(intervals(is_bounded=True), intervals(is_bounded=True))
def test_within_and_gap_agree_with_membership(a: Interval, b: Interval) -> None:
    assert a.within(b) == (a.hull(b) == b) == (a.intersect(b) == a)
    assert None not in (a.low, a.high, b.low, b.high)
    assert a.gap(b) == max(Fraction(0), b.low - a.high, a.low - b.high)  # type: ignore[operator]


@given(intervals(ends=st.fractions(-30, 30, max_denominator=6)), st.integers(-40, 40))
def test_whole_keeps_the_whole_numbers_and_reaches_them(interval: Interval, value: int) -> None:
    whole = interval.whole()
    if whole is None:
        assert value not in interval
        return
    assert (value in interval) == (value in whole)
    assert all(end is None or (end.denominator == 1 and end in whole) for end in (whole.low, whole.high))


@given(intervals())
def test_equal_sets_are_equal_and_print_alike(interval: Interval) -> None:
    again = Interval(interval.low, interval.high, low_open=interval.low_open, high_open=interval.high_open)
    assert again == interval
    assert hash(again) == hash(interval)
    assert str(again) == str(interval)
    assert interval.is_point == (interval.width == 0)


@given(intervals())
def test_widths_add_up(interval: Interval) -> None:
    assume(interval.width is not None)
    assert (interval + interval).width == 2 * interval.width  # type: ignore[operator]
