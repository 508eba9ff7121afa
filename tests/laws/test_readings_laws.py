"""What a numeral is read as: strict within loose, mirrored for falls, and scaling."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Interval, Numeral
from claimcheck.numerals import Style
from claimcheck.readings import read
from claimcheck.strategies import fractions, numerals, printed, values


@given(numerals(), st.booleans())
def test_strict_lies_within_loose(numeral: Numeral, is_counted: bool) -> None:
    reading = read(numeral, counted=is_counted)
    assert reading.strict.within(reading.loose)


@given(numerals(), st.booleans())
def test_a_printed_number_is_one_that_it_can_stand_for(numeral: Numeral, is_counted: bool) -> None:
    reading = read(numeral, counted=is_counted)
    around = reading.loose.hull(Interval.point(numeral.value))
    # "more than 60" is not 60, but 60 is where it starts
    assert numeral.value in reading.loose or (
        numeral.hedge and around.low in (numeral.value, reading.loose.low)
    )


@given(numerals(), fractions())
def test_a_fall_mirrors_both_readings(numeral: Numeral, value: Fraction) -> None:
    reading = read(numeral, counted=False)
    assert (value in reading.strict, value in reading.loose) == (
        -value in (-reading).strict,
        -value in (-reading).loose,
    )
    mirrored = -reading
    assert -mirrored == reading


@given(numerals().filter(lambda numeral: numeral.value > 0 and numeral.upper is None))
def test_a_printed_minus_reads_as_the_mirror_image(numeral: Numeral) -> None:
    if numeral.hedge is None and numeral.style is Style.DIGITS:
        assert read(evolve(numeral, value=-numeral.value), counted=False) == -read(numeral, counted=False)


@given(numerals(), st.sampled_from((Fraction(1, 100), Fraction(7), Fraction(366))), fractions())
def test_scaling_moves_every_value(numeral: Numeral, factor: Fraction, value: Fraction) -> None:
    reading = read(numeral, counted=False)
    assert (value in reading.strict) == (value * factor in reading.scale(factor).strict)
    assert (value in reading.loose) == (value * factor in reading.scale(factor).loose)


@given(
    values(is_whole=False).flatmap(
        lambda value: st.tuples(
            st.just(value),
            st.sampled_from((None, "percent", "percentage point", "GBP", "times"))
            .flatmap(lambda unit: printed(value, unit=unit))
            .map(Numeral.parse),
        )
    )
)
def test_nearest_rounding_is_always_read_strictly(drawn: tuple[Fraction, Numeral]) -> None:
    value, numeral = drawn
    assert value in read(numeral, counted=False).strict
