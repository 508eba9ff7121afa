"""What is read off a text: an amount, its hedge, and what was found with its rate.

Positions are those of tokens; :class:`~claimcheck.numerals.numeral.Numeral` is the same in terms of the text.
"""

from __future__ import annotations

import enum
from fractions import Fraction

from attrs import frozen

from claimcheck.numerals.words import fraction_neighbours


class Style(enum.Enum):
    """How a numeral is written, which decides how it is read and printed again."""

    DIGITS = "digits"  # 17%, £1.6 million, 10 times, 3½
    WORDS = "words"  # seven per cent, a dozen, half a million
    NAMED_FRACTION = "named fraction"  # two thirds, a quarter, half, ¾
    ONE_IN = "one in"  # one in five, 1 in 5
    OUT_OF = "out of"  # nine out of 10, nine in 10
    FOLD = "fold"  # four-fold, tenfold
    VERB = "verb"  # doubled, halved, twice
    RANGE = "range"  # between 20 and 25, 20-25, 20 to 25


@frozen(kw_only=True)
class Amount:
    """One number with its sign, scale and unit, from token ``first`` up to token ``last``.

    ``whole`` says that it is printed in full: 63, seven, but not 1.2m. ``scale`` is what its digits or
    words are counted in: 1,000,000 for "£1.6 million", 1/100 for "3p".
    """

    first: int
    last: int
    value: Fraction
    place: Fraction
    style: Style
    whole: bool = False
    unit: str | None = None
    upper: Fraction | None = None
    scale: Fraction = Fraction(1)

    @property
    def is_bare(self) -> bool:
        """True without a unit and a scale: 63, seven."""
        return self.unit is None and self.scale == 1


@frozen(kw_only=True)
class Hedge:
    """A hedge: its name in ``readings.HEDGES``, and the tokens of its words."""

    name: str
    first: int
    last: int


@frozen(kw_only=True)
class Trap:
    """What is printed as a number and counts nothing, from token ``first`` up to token ``last``.

    ``kind`` says what it is instead: a date, an age, a name. ``amount`` is its number, if it has one.
    """

    kind: str
    first: int
    last: int
    amount: Amount | None = None


@frozen(kw_only=True)
class Found:
    """An amount with its hedge and its rate; ``first`` and ``last`` take in the words of the hedge."""

    amount: Amount
    hedge: Hedge | None
    per: str | Fraction | None
    first: int
    last: int


def part_place(part: Fraction) -> Fraction:
    """The place of a number that ends in a fraction: halves are given to the nearest quarter.

    >>> part_place(Fraction(1, 2))
    Fraction(1, 4)
    """
    return Fraction(1, max(part.denominator, 4))


def named_place(value: Fraction) -> Fraction:
    """The width of what a named fraction stands for.

    >>> named_place(Fraction(1, 2))  # half: from 45% to 55%
    Fraction(1, 10)
    """
    low, high = fraction_neighbours(value)
    return (high - low) / 2
