"""Interval: a set of exact numbers between two ends, each open, closed or absent.

All interval arithmetic of the project lives in this one type. The conventions are those of the
IEEE 1788 set-based standard, with open ends added: an operation gives the tightest interval that
holds every result of the operation on members of the operands.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Self

from attrs import field, frozen

from claimcheck.errors import refuse_float

__all__ = ["Interval", "decimal_text"]


def _end(value: Fraction | int | str | None) -> Fraction | None:
    if value is None or type(value) is Fraction:
        return value
    refuse_float(value)
    return Fraction(value)


@frozen
class Interval:
    """The numbers from ``low`` to ``high``. ``None`` is no end on that side.

    Ends are exact: ``Fraction``, ``int`` or a string that ``Fraction`` reads. A float is refused.

    >>> print(Interval("16.5", "17.5"))
    [16.5, 17.5]
    >>> print(Interval(60, 66, low_open=True))
    (60, 66]
    >>> 63 in Interval(60, None, low_open=True)
    True

    An empty interval cannot be made: operations that may find nothing return ``None``.
    """

    low: Fraction | None = field(default=None, converter=_end)
    high: Fraction | None = field(default=None, converter=_end)
    low_open: bool = field(default=False, kw_only=True)
    high_open: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # An absent end is open, so that equal sets compare equal.
        if self.low is None and not self.low_open:
            object.__setattr__(self, "low_open", True)
        if self.high is None and not self.high_open:
            object.__setattr__(self, "high_open", True)
        if self.low is not None and self.high is not None:
            empty_point = self.low == self.high and (self.low_open or self.high_open)
            if self.low > self.high or empty_point:
                raise ValueError(f"no number lies in {self}")

    @classmethod
    def point(cls, value: Fraction | int | str) -> Self:
        """The interval that holds one number only.

        >>> print(Interval.point(63))
        {63}
        """
        return cls(value, value)

    @classmethod
    def around(cls, value: Fraction, reach: Fraction) -> Self:
        """The closed interval that reaches equally far to both sides."""
        return cls(value - reach, value + reach)

    # What is in it

    def __contains__(self, value: Fraction | int) -> bool:
        refuse_float(value)
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below

    @property
    def is_point(self) -> bool:
        """True when it holds one number only."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Fraction | None:
        """From end to end; ``None`` when an end is missing."""
        return None if self.low is None or self.high is None else self.high - self.low

    def within(self, other: Interval) -> bool:
        """True when every number of this interval is in the other.

        >>> Interval(1, 2).within(Interval(1, 2, low_open=True))
        False
        """
        return other._low_key() <= self._low_key() and self._high_key() <= other._high_key()

    def gap(self, other: Interval) -> Fraction:
        """How far the two lie apart: 0 when they touch or overlap.

        >>> Interval(1, 2).gap(Interval(5, 6))
        Fraction(3, 1)
        """
        for lower, upper in ((self, other), (other, self)):
            if lower.high is not None and upper.low is not None and lower.high < upper.low:
                return upper.low - lower.high
        return Fraction(0)

    # Combining sets

    def intersect(self, other: Interval) -> Interval | None:
        """The numbers in both, or ``None`` when there are none.

        >>> print(Interval(1, 3).intersect(Interval(2, None)))
        [2, 3]
        """
        low, high = max(self._low_key(), other._low_key()), min(self._high_key(), other._high_key())
        # Keys order ends as (infinity, value, openness); an open low end sorts just above its
        # value and an open high end just below it, so an empty result shows as low > high.
        if low > high:
            return None
        return Interval(
            low[1] if low[0] == 0 else None,
            high[1] if high[0] == 0 else None,
            low_open=low[2] > 0,
            high_open=high[2] < 0,
        )

    def hull(self, other: Interval) -> Interval:
        """The tightest interval that holds both.

        >>> print(Interval(1, 2).hull(Interval(5, 6)))
        [1, 6]
        """
        low, high = min(self._low_key(), other._low_key()), max(self._high_key(), other._high_key())
        return Interval(
            low[1] if low[0] == 0 else None,
            high[1] if high[0] == 0 else None,
            low_open=low[2] > 0,
            high_open=high[2] < 0,
        )

    def whole(self) -> Interval | None:
        """The tightest interval that holds its whole numbers, or ``None`` when it has none.

        >>> print(Interval("62.755", "63.525").whole())
        {63}
        >>> Interval("76.1", "76.9").whole() is None
        True
        """
        low = (
            None if self.low is None else (math.floor(self.low) + 1 if self.low_open else math.ceil(self.low))
        )
        high = (
            None
            if self.high is None
            else (math.ceil(self.high) - 1 if self.high_open else math.floor(self.high))
        )
        return None if low is not None and high is not None and low > high else Interval(low, high)

    # Arithmetic

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            low_open=self.high_open,
            high_open=self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def shift(self, by: Fraction | int) -> Interval:
        """Every number moved by the same amount.

        >>> print(Interval(1, 2).shift(10))
        [11, 12]
        """
        return self + Interval.point(by)

    def scale(self, factor: Fraction | int) -> Interval:
        """Every number times the same factor.

        >>> print(Interval(1, 2, low_open=True).scale(-100))
        [-200, -100)
        """
        refuse_float(factor)
        if factor == 0:
            return Interval.point(0)
        if factor < 0:
            return (-self).scale(-factor)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def reciprocal(self) -> Interval:
        """One over every number, for an interval that holds positive numbers only.

        >>> print(Interval(2, 4, low_open=True).reciprocal())
        [0.25, 0.5)
        """
        if self.low is None or self.low < 0 or 0 in self:
            raise ValueError(f"one over {self}: only an interval above zero has a reciprocal here")
        return Interval(
            0 if self.high is None else 1 / self.high,
            None if self.low == 0 else 1 / self.low,
            low_open=self.high_open,
            high_open=self.low_open,
        )

    # Showing

    def __str__(self) -> str:
        if self.is_point and self.low is not None:
            return f"{{{decimal_text(self.low)}}}"
        low = "-oo" if self.low is None else decimal_text(self.low)
        high = "oo" if self.high is None else decimal_text(self.high)
        return f"{'(' if self.low_open else '['}{low}, {high}{')' if self.high_open else ']'}"

    # The order of ends: (side of infinity, value, openness).

    def _low_key(self) -> tuple[int, Fraction, int]:
        return (-1, Fraction(0), 0) if self.low is None else (0, self.low, 1 if self.low_open else 0)

    def _high_key(self) -> tuple[int, Fraction, int]:
        return (1, Fraction(0), 0) if self.high is None else (0, self.high, -1 if self.high_open else 0)


def decimal_text(value: Fraction) -> str:
    """A fraction as a decimal where it ends within nine places, as a ratio where it does not.

    >>> decimal_text(Fraction(35, 2)), decimal_text(Fraction(1, 3))
    ('17.5', '1/3')
    """
    scaled = value * 10**9
    if scaled.denominator != 1:
        return str(value)
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(scaled.numerator), 10**9)
    return f"{sign}{whole}.{rest:09d}".rstrip("0").rstrip(".") if rest else f"{sign}{whole}"
