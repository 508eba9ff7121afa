"""Units: the words and signs beside a number that say what it is in.

To read another unit, add a row to ``_WHOLE_UNITS``; a part of a unit ("pence") goes to ``_PARTS_OF_UNITS``.
If it may touch the digits (5kg), add it to ``TOUCHING_UNITS`` too.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import evolve

from claimcheck.numerals.amount import Amount, Style
from claimcheck.numerals.tokens import Phrases, Tokens
from claimcheck.numerals.words import SMALL, table

PERCENT: Final = "percent"
PERCENTAGE_POINT: Final = "percentage point"
POINT: Final = "point"
TIMES: Final = "times"
FRACTION: Final = "fraction"

#: Units of time, which numbers of change are often said over: "rose in the 12 months to March by 17%".
TIME_UNITS: Final = frozenset("second minute hour day week month year decade".split())

# The words for each unit.
_WHOLE_UNITS = {
    "%, per cent, percent, pct, pc, per-cent": PERCENT,
    """percentage point, percentage points, percentage-point, percentage-points, pct point, pct points
    % point, % points, %-point, %-points, per cent point, per cent points, ppt, ppts, pp""": PERCENTAGE_POINT,
    "times, x": TIMES,
    "pound, pounds, pounds sterling, quid, gbp, stg, sterling": "GBP",
    "dollar, dollars, dlr, dlrs, usd, us dollars, u.s. dollars, us dlrs, u.s. dlrs": "USD",
    "euro, euros, eur": "EUR",
    "yen, jpy": "JPY",
    "rupee, rupees, inr": "INR",
    "second, seconds, secs": "second",
    "minute, minutes, min, mins": "minute",
    "hour, hours, hr, hrs": "hour",
    "day, days": "day",
    "week, weeks": "week",
    "month, months": "month",
    "year, years, yr, yrs": "year",
    "decade, decades": "decade",
    "tonne, tonnes": "tonne",
    "ton, tons": "ton",
    "kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, kg, kgs": "kilogram",
    "gram, grams, gramme, grammes, g": "gram",
    "kilometre, kilometres, kilometer, kilometers, km, kms": "kilometre",
    "metre, metres, meter, meters": "metre",
    "centimetre, centimetres, centimeter, centimeters, cm": "centimetre",
    "millimetre, millimetres, millimeter, millimeters, mm": "millimetre",
    "mile, miles": "mile",
    "yard, yards": "yard",
    "foot, feet, ft": "foot",
    "inch, inches": "inch",
    "hectare, hectares, ha": "hectare",
    "acre, acres": "acre",
    "square mile, square miles, sq miles": "square mile",
    "square kilometre, square kilometres, square kilometers, sq km": "square kilometre",
    "square metre, square metres, square meters, sq m": "square metre",
    "square foot, square feet, sq ft": "square foot",
    "litre, litres, liter, liters": "litre",
    "gallon, gallons": "gallon",
    "pint, pints": "pint",
    "barrel, barrels, bbl, bbls": "barrel",
    "bushel, bushels": "bushel",
    "ounce, ounces, oz": "ounce",
    "watt, watts": "watt",
    "megawatt, megawatts, mw": "megawatt",
    "degree, degrees, \u00b0, \u00b0c, \u00b0f": "degree",
}
# The words for a hundredth of a unit.
_HUNDREDTHS = {
    "basis point, basis points, bp, bps": PERCENTAGE_POINT,
    "p, pence, penny": "GBP",
    "cent, cents, ct, cts": "USD",
}

#: Each word for a unit: the unit, and how much of it the word stands for.
UNIT_WORDS: Final = {
    **{words: (unit, Fraction(1)) for words, unit in table(_WHOLE_UNITS).items()},
    **{words: (unit, Fraction(1, 100)) for words, unit in table(_HUNDREDTHS).items()},
}
_PHRASES = Phrases(UNIT_WORDS)

#: Units that may touch the digits: 3p, 5kg. A sign always may: 17%.
TOUCHING_UNITS: Final = frozenset(
    "pc pct p x kg kgs g km kms cm mm ha ft hr hrs min mins pp ppt bp bps oz mw".split()
)
# These are units only there: "3 p" and "5 x" say nothing.
_ONLY_TOUCHING = frozenset("p x g".split())

# Signs and codes before a number: £5, US$5, GBP 5.
SIGNS: Final = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR"}
#: Whose dollar it is: A$5, US$5.
DOLLARS: Final = table(
    {"us": "USD", "a, au, aus": "AUD", "c, ca, can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}
)
CODES: Final = {
    **{code.lower(): code for code in "GBP USD EUR JPY INR AUD CAD NZD HKD SGD CHF".split()},
    "rs": "INR",
}
CURRENCIES: Final = frozenset((*SIGNS.values(), *DOLLARS.values()))


def unit_at(tokens: Tokens, i: int) -> tuple[str, Fraction, int] | None:
    """The unit whose words start at token ``i``: the unit, how much of it, and where the words end.

    >>> unit_at(Tokens("30 pence"), 2)
    ('GBP', Fraction(1, 100), 3)
    """
    match = _PHRASES.starting(tokens, i)
    if match is None or tokens.words[i] in _ONLY_TOUCHING:
        return None
    (unit, factor), end = match
    return unit, factor, end


def _points_at(tokens: Tokens, amount: Amount) -> tuple[str, Fraction, int] | None:
    """The plain points after a whole number: 3 points, a 3 point lead.

    "3.5 points" and "a 3-point plan" leave open what the points are of, and "three point five" has none.
    """
    i = tokens.skip(amount.last)
    if i == amount.last or tokens.words[i] not in ("point", "points") or not amount.whole:
        return None
    j = tokens.skip(i + 1)
    is_decimal = tokens.kinds[j] == "number" or tokens.words[j] in SMALL
    return None if is_decimal else (POINT, Fraction(1), i + 1)


def with_unit(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with the unit printed after it, if there is one: 17%, 17 months, a 17-month wait."""
    i = amount.last
    if tokens.kinds[i] == "word":  # letters that touch the digits
        word = tokens.words[i]
        match = (*UNIT_WORDS[word], i + 1) if word in TOUCHING_UNITS else None
    else:
        match = unit_at(tokens, tokens.skip_joint(i)) or _points_at(tokens, amount)
    if match is None:
        return amount
    unit, factor, last = match
    if amount.unit is not None:  # "$5m dollars" has said it already
        return evolve(amount, last=last) if unit == amount.unit else amount
    if unit == "second" and amount.style is Style.WORDS and amount.value == 1:  # "one second thought"
        return amount
    return evolve(
        amount,
        last=last,
        unit=unit,
        value=amount.value * factor,
        place=amount.place * factor,
        scale=amount.scale * factor,
    )
