"""Units of measures, through one Pint registry of the project's own.

Pint's own definitions are not loaded: a newsroom counts cats and cars, and to Pint a ``cat`` is
a hundredth of a technical atmosphere. What stands in :data:`DEFINITIONS` is measured, in real
numbers; any other name is a counted thing, in whole numbers, and a dimension of its own, so that
offences and victims cannot be added, or one be divided into a share of the other, by mistake.

Pint never parses prose, and is imported only when two different units meet.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pint

__all__ = ["CURRENCIES", "DEFINITIONS", "conversion", "is_counted"]

CURRENCIES = (
    "GBP USD EUR AUD BRL CAD CHF CNY CZK DKK HKD HUF IDR ILS INR JPY KES KRW MXN MYR NGN NOK NZD PHP "
    "PKR PLN RON RUB SAR SEK SGD THB TRY UAH ZAR"
).split()
"""ISO 4217 codes. Each is a dimension of its own: rates of exchange move."""

DEFINITIONS = {
    # Months do not have a fixed number of days, so calendar time is a dimension of its own.
    "day": "[time]",
    "week": "7 * day",
    "hour": "day / 24",
    "minute": "day / 1440",
    "second": "day / 86400",
    "month": "[calendar_time]",
    "year": "12 * month",
    "decade": "10 * year",
    "kilogram": "[mass]",
    "gram": "kilogram / 1000",
    "milligram": "kilogram / 1000000",
    "tonne": "1000 * kilogram",
    "pound": "45359237 * kilogram / 100000000",
    "ounce": "pound / 16",
    "stone": "14 * pound",
    "ton": "2240 * pound",
    "metre": "[length]",
    "kilometre": "1000 * metre",
    "centimetre": "metre / 100",
    "millimetre": "metre / 1000",
    "nanometre": "metre / 1000000000",
    "mile": "1609344 * metre / 1000",
    "yard": "9144 * metre / 10000",
    "foot": "yard / 3",
    "inch": "yard / 36",
    "hectare": "[area]",
    "square_kilometre": "100 * hectare",
    "square_metre": "hectare / 10000",
    "square_foot": "9290304 * square_metre / 100000000",
    "acre": "40468564224 * hectare / 100000000000",
    "square_mile": "640 * acre",
    "litre": "[volume]",
    "millilitre": "litre / 1000",
    "cubic_metre": "1000 * litre",
    "barrel": "158987294928 * litre / 1000000000",
    "bushel": "3523907016688 * litre / 100000000000",
    # British and American ones differ.
    "gallon": "[gallon]",
    "pint": "[pint]",
    "kilowatt_hour": "[energy]",
    "megawatt_hour": "1000 * kilowatt_hour",
    "gigawatt_hour": "1000000 * kilowatt_hour",
    "terawatt_hour": "1000000000 * kilowatt_hour",
    "megawatt": "[power]",
    "gigawatt": "1000 * megawatt",
    "kilowatt": "megawatt / 1000",
    "watt": "megawatt / 1000000",
    # Mechanical and metric ones differ.
    "horsepower": "[horsepower]",
    "milliampere_hour": "[charge]",
    "hertz": "[frequency]",
    "kilohertz": "1000 * hertz",
    "megahertz": "1000000 * hertz",
    "gigahertz": "1000000000 * hertz",
    "pascal": "[pressure]",
    "kilopascal": "1000 * pascal",
    "megapascal": "1000000 * pascal",
    "gigapascal": "1000000000 * pascal",
    "kilobyte": "[data]",
    "megabyte": "1000 * kilobyte",
    "gigabyte": "1000000 * kilobyte",
    "terabyte": "1000000000 * kilobyte",
    "mile_per_hour": "[speed]",
    "kilometre_per_hour": "1000000 * mile_per_hour / 1609344",
    "mile_per_gallon": "[economy]",
    "part_per_million": "[concentration]",
    "part_per_billion": "part_per_million / 1000",
    "decibel": "[loudness]",
    # Of temperature or of arc, on whatever scale.
    "degree": "[degree]",
    "celsius": "[temperature]",
    "percent": "[percentage]",
    "point": "[index]",
    **{code: f"[{code}]" for code in CURRENCIES},
}
"""Measured units and what they are in terms of each other."""

DATE = "date"
"""The unit of a measure whose base figure is a day."""


def _name(unit: str) -> str:
    """A unit as Pint can name it: ``police force`` and ``square kilometre`` are one name each."""
    return re.sub(r"\W+", "_", unit.strip(), flags=re.ASCII).strip("_") or "_"


def is_counted(unit: str) -> bool:
    """True for a unit of things that come in whole numbers.

    >>> is_counted("offence"), is_counted("GBP"), is_counted("square kilometre")
    (True, False, False)
    """
    return _name(unit) not in DEFINITIONS and unit != DATE


def conversion(source: str, target: str) -> Fraction | None:
    """How many of the target unit one of the source unit is, exactly; ``None`` when they differ in kind.

    >>> conversion("tonne", "kilogram"), conversion("acre", "hectare")
    (Fraction(1000, 1), Fraction(158080329, 390625000))
    >>> conversion("offence", "person") is None
    True
    """
    return Fraction(1) if source == target else _conversion(_name(source), _name(target))


@lru_cache(maxsize=1024)
def _conversion(source: str, target: str) -> Fraction | None:
    if source == target:
        return Fraction(1)
    if source not in DEFINITIONS or target not in DEFINITIONS:
        return None
    registry = _registry()
    one: pint.Quantity[Fraction] = registry.Quantity(Fraction(1), source)
    return Fraction(one.m_as(target)) if one.is_compatible_with(target) else None


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[Fraction]:
    import pint

    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction)
    for name, definition in DEFINITIONS.items():
        registry.define(f"{name} = {definition}")
    return registry
