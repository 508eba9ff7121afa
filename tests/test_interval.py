from fractions import Fraction
from typing import Any

import pytest

from claimcheck import FloatRefused, Interval
from claimcheck.interval import decimal_text


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval("16.5", "17.5"), "[16.5, 17.5]"),
        (Interval(60, 66, low_open=True), "(60, 66]"),
        (Interval(60, 66, high_open=True), "[60, 66)"),
        (Interval(0, None), "[0, oo)"),
        (Interval(None, 5, high_open=True), "(-oo, 5)"),
        (Interval(), "(-oo, oo)"),
        (Interval.point(63), "{63}"),
        (Interval(Fraction(2, 11), Fraction(2, 9)), "[2/11, 2/9]"),
        (Interval.around(Fraction(17), Fraction(1, 2)), "[16.5, 17.5]"),
    ],
)
def test_intervals_print_as_they_are(interval: Interval, shown: str) -> None:
    assert str(interval) == shown


@pytest.mark.parametrize(
    ("ends", "flags"),
    [((2, 1), {}), ((1, 1), {"low_open": True}), ((1, 1), {"high_open": True})],
)
def test_an_empty_interval_cannot_be_made(ends: tuple[int, int], flags: dict[str, bool]) -> None:
    with pytest.raises(ValueError, match="no number lies in"):
        Interval(*ends, **flags)


def test_which_ends_are_open_is_said_by_name() -> None:
    by_place: Any = Interval
    with pytest.raises(TypeError):
        by_place(1, 2, True)


def test_floats_are_refused_wherever_a_number_goes_in() -> None:
    broken: Any = 0.5
    for use in (
        lambda: Interval(broken),
        lambda: Interval.point(broken),
        lambda: broken in Interval(),
        lambda: Interval().scale(broken),
        lambda: Interval().shift(broken),
    ):
        with pytest.raises(FloatRefused, match=r"'0\.5'"):
            use()


def test_a_missing_end_is_open_so_that_equal_sets_are_equal() -> None:
    assert Interval(1, None, high_open=False) == Interval(1, None, high_open=True)


@pytest.mark.parametrize(
    ("one", "other", "both", "around"),
    [
        (Interval(1, 3), Interval(2, 5), Interval(2, 3), Interval(1, 5)),
        (Interval(1, 2), Interval(2, 3), Interval.point(2), Interval(1, 3)),
        (Interval(1, 2, high_open=True), Interval(2, 3), None, Interval(1, 3)),
        (Interval(1, 2), Interval(4, 5), None, Interval(1, 5)),
        (Interval(), Interval(4, 5), Interval(4, 5), Interval()),
        (Interval(1, 2, low_open=True), Interval(1, 2), Interval(1, 2, low_open=True), Interval(1, 2)),
    ],
)
def test_intersection_and_hull(
    one: Interval, other: Interval, both: Interval | None, around: Interval
) -> None:
    assert one.intersect(other) == other.intersect(one) == both
    assert one.hull(other) == other.hull(one) == around


@pytest.mark.parametrize(
    ("interval", "whole"),
    [
        (Interval("62.755", "63.525"), Interval.point(63)),
        (Interval("76.1", "76.9"), None),
        (Interval(1, 2, low_open=True, high_open=True), None),
        (Interval(1, 3, low_open=True), Interval(2, 3)),
        (Interval(None, "2.5"), Interval(None, 2)),
        (Interval("1.5", "4.5", low_open=True, high_open=True), Interval(2, 4)),
    ],
)
def test_whole_numbers_inside(interval: Interval, whole: Interval | None) -> None:
    assert interval.whole() == whole


def test_gap_is_how_far_apart_two_lie() -> None:
    assert Interval(1, 2).gap(Interval(5, 6)) == Interval(5, 6).gap(Interval(1, 2)) == 3
    assert Interval(1, 2).gap(Interval(2, 6)) == Interval().gap(Interval(2, 6)) == 0


def test_one_over_needs_numbers_above_zero() -> None:
    assert Interval(0, 2, low_open=True).reciprocal() == Interval("0.5", None)
    for interval in (Interval(0, 2), Interval(-1, 2), Interval()):
        with pytest.raises(ValueError, match="above zero"):
            interval.reciprocal()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("17.5", "17.5"),
        ("-1/3", "-1/3"),
        ("1e-9", "0.000000001"),
        ("1e-10", "1/10000000000"),
        ("-0.25", "-0.25"),
    ],
)
def test_decimal_text(value: str, text: str) -> None:
    assert decimal_text(Fraction(value)) == text
