"""Printing and parsing: what a numeral prints reads back as itself, and restating is careful rounding."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, note
from hypothesis import strategies as st

from claimcheck import Numeral
from claimcheck.numerals import Style
from claimcheck.readings import read
from claimcheck.strategies import numerals, values


@given(numerals())
def test_parsing_what_is_printed_gives_the_same_numeral(numeral: Numeral) -> None:
    note(str(numeral))
    again = Numeral.parse(str(numeral))
    for name in ("text", "value", "upper", "place", "unit", "hedge", "per", "style", "direction"):
        assert getattr(again, name) == getattr(numeral, name), name


@given(
    numerals().filter(lambda n: n.hedge is None and n.upper is None),
    values(is_whole=False),
    # "1 out of 10" reads as "one in 10", which is narrower than a tenth of a place
    st.fractions(Fraction(3, 20), Fraction(19, 20), max_denominator=100),
)
def test_a_restated_number_is_read_strictly(numeral: Numeral, number: Fraction, share: Fraction) -> None:
    value = share if numeral.unit == "fraction" else number
    if numeral.style is Style.FOLD:
        value += 1  # nothing falls "0-fold"
    printed = numeral.restate(value)
    note(f"{numeral.text!r}, {value} -> {printed!r}")
    again = Numeral.parse(printed)
    if numeral.unit == "fraction" and again.unit == "percent":
        value *= 100  # where no fraction is near
    assert value in read(again, counted=False).strict
