from fractions import Fraction

import pytest

from claimcheck.numerals.units import UNIT_WORDS
from claimcheck.units import DEFINITIONS, conversion, is_counted


@pytest.mark.parametrize(
    ("unit", "counted"),
    [
        ("offence", True),
        ("police force", True),
        ("cat", True),
        ("car", True),
        ("GBP", False),
        ("percent", False),
        ("square kilometre", False),
        ("day", False),
        ("date", False),
    ],
)
def test_what_is_counted_and_what_is_measured(unit: str, counted: bool) -> None:
    assert is_counted(unit) is counted


@pytest.mark.parametrize(
    ("source", "target", "factor"),
    [
        ("tonne", "kilogram", "1000"),
        ("acre", "hectare", "158080329/390625000"),
        ("week", "day", "7"),
        ("year", "month", "12"),
        ("square kilometre", "hectare", "100"),
        ("pound", "ounce", "16"),
        ("offence", "offence", "1"),
    ],
)
def test_conversions_are_exact(source: str, target: str, factor: str) -> None:
    assert conversion(source, target) == Fraction(factor)
    assert conversion(target, source) == 1 / Fraction(factor)


@pytest.mark.parametrize(
    ("source", "target"),
    [("offence", "person"), ("GBP", "USD"), ("day", "month"), ("percent", "offence"), ("tonne", "litre")],
)
def test_units_of_different_kinds_do_not_convert(source: str, target: str) -> None:
    assert conversion(source, target) is None


def test_every_definition_converts_to_itself_and_is_exact() -> None:
    for unit in DEFINITIONS:
        assert conversion(unit, unit) == 1
        for other in DEFINITIONS:
            there, back = conversion(unit, other), conversion(other, unit)
            assert (there is None) == (back is None)
            assert there is None or back is None or there * back == 1


def test_every_unit_that_is_read_from_print_is_measured() -> None:
    read = {unit for unit, _ in UNIT_WORDS.values()} - {"times", "percentage point"}
    assert [unit for unit in sorted(read) if is_counted(unit)] == []
