"""Units: the words and signs beside a number that say what it is in.

To read another unit, add a row to ``_WHOLE_UNITS``; a part of a unit ("pence") goes to ``_PARTS_OF_UNITS``.
If it may touch the digits (5kg), add it to ``TOUCHING_UNITS`` too.
"""

from __future__ import annotations

import re
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
    "pound, pounds, pound sterling, pounds sterling, quid, gbp, stg, sterling": "GBP",
    """dollar, dollars, dlr, dlrs, usd, us dollar, us dollars, u.s. dollar, u.s. dollars, us dlr, us dlrs
    u.s. dlr, u.s. dlrs""": "USD",
    "euro, euros, eur": "EUR",
    "yen, jpy": "JPY",
    "rupee, rupees, inr": "INR",
    "yuan, renminbi, cny": "CNY",
    "swiss franc, swiss francs, chf": "CHF",
    "rouble, roubles, ruble, rubles": "RUB",
    "danish crown, danish crowns, danish krone, danish kroner": "DKK",
    "norwegian crown, norwegian crowns, norwegian krone, norwegian kroner": "NOK",
    "swedish crown, swedish crowns, swedish krona, swedish kronor": "SEK",
    "shekel, shekels": "ILS",
    "ringgit": "MYR",
    "zloty, zlotys": "PLN",
    "naira": "NGN",
    "second, seconds, sec, secs": "second",
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
    "lb, lbs": "pound",
    "milligram, milligrams, milligramme, milligrammes, mg": "milligram",
    "gram, grams, gramme, grammes, g": "gram",
    "kilometre, kilometres, kilometer, kilometers, km, kms": "kilometre",
    "metre, metres, meter, meters": "metre",
    "centimetre, centimetres, centimeter, centimeters, cm": "centimetre",
    "millimetre, millimetres, millimeter, millimeters, mm": "millimetre",
    "nanometre, nanometres, nanometer, nanometers": "nanometre",
    "mile, miles": "mile",
    "yard, yards": "yard",
    "foot, feet, ft": "foot",
    "inch, inches": "inch",
    "hectare, hectares, ha": "hectare",
    "acre, acres": "acre",
    "square mile, square miles, sq mile, sq miles": "square mile",
    """square kilometre, square kilometres, square kilometer, square kilometers, sq km
    km²""": "square kilometre",
    "square metre, square metres, square meter, square meters, sq m, sqm, m²": "square metre",
    "square foot, square feet, sq ft": "square foot",
    "litre, litres, liter, liters": "litre",
    "millilitre, millilitres, milliliter, milliliters, ml, cc": "millilitre",
    "cubic metre, cubic metres, cubic meter, cubic meters, m³": "cubic metre",
    "gallon, gallons": "gallon",
    "pint, pints": "pint",
    "barrel, barrels, bbl, bbls": "barrel",
    "bushel, bushels": "bushel",
    "ounce, ounces, oz": "ounce",
    "watt, watts, w": "watt",
    "kilowatt, kilowatts, kw": "kilowatt",
    "megawatt, megawatts, mw": "megawatt",
    "gigawatt, gigawatts, gw": "gigawatt",
    "kilowatt hour, kilowatt hours, kilowatt-hour, kilowatt-hours, kwh": "kilowatt hour",
    "megawatt hour, megawatt hours, megawatt-hour, megawatt-hours, mwh": "megawatt hour",
    "gigawatt hour, gigawatt hours, gigawatt-hour, gigawatt-hours, gwh": "gigawatt hour",
    "horsepower, hp, bhp": "horsepower",
    "milliamp hour, milliamp hours, mah": "milliampere hour",
    "hertz, hz": "hertz",
    "kilohertz, khz": "kilohertz",
    "megahertz, mhz": "megahertz",
    "gigahertz, ghz": "gigahertz",
    "pascal, pascals": "pascal",
    "kilopascal, kilopascals, kpa": "kilopascal",
    "megapascal, megapascals, mpa": "megapascal",
    "gigapascal, gigapascals, gpa": "gigapascal",
    "kilobyte, kilobytes, kb": "kilobyte",
    "megabyte, megabytes, mb": "megabyte",
    "gigabyte, gigabytes, gb": "gigabyte",
    "terabyte, terabytes, tb": "terabyte",
    "mile per hour, miles per hour, mile an hour, miles an hour, mph": "mile per hour",
    """kilometre per hour, kilometres per hour, kilometer per hour, kilometers per hour, kilometre an hour
    kilometres an hour, kph, km/h, kmh""": "kilometre per hour",
    "mile per gallon, miles per gallon, mile to the gallon, miles to the gallon, mpg": "mile per gallon",
    "part per million, parts per million, ppm": "part per million",
    "part per billion, parts per billion, ppb": "part per billion",
    "decibel, decibels, db": "decibel",
    """degree, degrees, \u00b0, \u00b0c, \u00b0f, degree celsius, degrees celsius, degree fahrenheit
    degrees fahrenheit, degree c, degrees c""": "degree",
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

# Words whose plural takes more than an "s".
_IRREGULAR = {"foot": "feet", "inch": "inches", "penny": "pence", "krone": "kroner", "krona": "kronor"}
# 1kg and 3kg: print leaves these as they are, though "3kgs" is read.
_SYMBOLS = frozenset("kg km bp ppt".split())


def _plural(words: str) -> str | None:
    """The plural of a unit's words, where the table has it: miles per hour of mile per hour."""
    parts = re.split("([ -])", words)
    for i, part in enumerate(parts):
        many = "".join((*parts[:i], _IRREGULAR.get(part, f"{part}s"), *parts[i + 1 :]))
        if many in UNIT_WORDS and UNIT_WORDS[many] == UNIT_WORDS[words]:
            return many
    return None


#: The singular of each plural in the table of units.
SINGULARS: Final = {many: words for words in UNIT_WORDS if (many := _plural(words))} | {"points": "point"}
#: The plural of each singular; "per cent" and "kg" have none.
PLURALS: Final = {words: many for many, words in SINGULARS.items() if words not in _SYMBOLS}

#: Units that may touch the digits: 3p, 5kg. A sign always may: 17%.
TOUCHING_UNITS: Final = frozenset(
    "pc pct p x kg kgs g mg lb lbs km kms cm mm ha ft hr hrs min mins pp ppt bp bps oz ml cc sqm m² km² m³"
    " w kw mw gw kwh mwh gwh hp bhp mah hz khz mhz ghz kpa mpa gpa kb mb gb tb mph kph kmh mpg ppm ppb"
    " db".split()
)
#: These are units only there: "3 p" and "5 x" say nothing, "63 TB cases" are of a disease.
ONLY_TOUCHING: Final = frozenset("p x g w kb mb gb tb db".split())

# Signs and codes before a number: £5, US$5, GBP 5.
SIGNS: Final = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR"}
#: What "£" and "¥" become where text is folded to ASCII: PS2.7m, Y=590.
FOLDED_SIGNS: Final = {"ps": "GBP", "y": "JPY"}
#: Whose dollar it is: A$5, US$5.
DOLLARS: Final = table(
    {"us": "USD", "a, au, aus": "AUD", "c, ca, can": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD"}
)
CODES: Final = {
    **{code.lower(): code for code in "GBP USD EUR JPY INR AUD CAD NZD HKD SGD CHF CNY".split()},
    "rs": "INR",
    "rm": "MYR",
}
CURRENCIES: Final = frozenset(
    (*SIGNS.values(), *DOLLARS.values(), *CODES.values(), *"RUB ILS PLN NGN DKK NOK SEK".split())
)


# What makes metres of an "m" that touches its number, which is million otherwise: 37m long, 37m (121ft).
_MEASURED = frozenset("wide tall deep away pool".split())
# These do so with a hyphen or at the end of their phrase: 3m-high, but 3m high earners, 2m long-term sick.
_ENDING_MEASURED = frozenset(("high", "long"))
_LENGTHS = frozenset("ft feet foot yards yd miles".split())


def metres_at(tokens: Tokens, i: int) -> tuple[str, Fraction, int] | None:
    """The metres that the "m" at token ``i`` stands for, and where they end; None for millions.

    >>> metres_at(Tokens("a 37m-high tower"), 3), metres_at(Tokens("37m people"), 1)
    (('metre', Fraction(1, 1), 4), None)
    >>> metres_at(Tokens("a 500m2 shop"), 3)
    ('square metre', Fraction(1, 1), 5)
    """
    if tokens.words[i] != "m":
        return None
    if tokens.words[i + 1] in ("2", "3") and tokens.kinds[i + 2] not in ("word", "number"):
        return "square metre" if tokens.words[i + 1] == "2" else "cubic metre", Fraction(1), i + 2
    j = tokens.skip_joint(i + 1)
    if tokens.words[j] == "(":
        is_length = tokens.kinds[j + 1] == "number" and tokens.words[tokens.skip(j + 2)] in _LENGTHS
    elif tokens.words[j] in _ENDING_MEASURED:
        ends = tokens.words[j + 1] != "-" and not tokens.word_after(j + 1)
        is_length = tokens.words[i + 1] == "-" or ends
    else:
        is_length = tokens.words[j] in _MEASURED
    return ("metre", Fraction(1), i + 1) if is_length and tokens.words[i - 2] not in SIGNS else None


def unit_at(tokens: Tokens, i: int) -> tuple[str, Fraction, int] | None:
    """The unit whose words start at token ``i``: the unit, how much of it, and where the words end.

    >>> unit_at(Tokens("30 pence"), 2)
    ('GBP', Fraction(1, 100), 3)
    """
    match = _PHRASES.starting(tokens, i)
    if match is None or tokens.words[i] in ONLY_TOUCHING:
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


def _unit_after(tokens: Tokens, amount: Amount) -> tuple[str, Fraction, int] | None:
    """The unit whose words follow an amount."""
    i = amount.last
    if tokens.kinds[i] == "word":  # letters that touch the digits
        touching = _PHRASES.starting(tokens, i) if tokens.words[i] in TOUCHING_UNITS else None
        return metres_at(tokens, i) if touching is None else (*touching[0], touching[1])
    j = tokens.skip_joint(i)
    if tokens.words[j] == "of" and amount.value < 1 and amount.style is Style.DIGITS:
        k = tokens.skip(j + 1)  # 0.5 of a percentage point
        return unit_at(tokens, tokens.skip(k + 1)) if tokens.words[k] in ("a", "an", "one") else None
    return unit_at(tokens, j) or _points_at(tokens, amount)


def with_unit(tokens: Tokens, amount: Amount) -> Amount:
    """The amount with the unit printed after it, if there is one: 17%, 17 months, a 17-month wait."""
    match = _unit_after(tokens, amount)
    if match is None:
        return amount
    unit, factor, last = match
    if amount.unit is not None:  # "$5m dollars" has said it already
        return evolve(amount, last=last) if unit == amount.unit else amount
    if unit == "second" and amount.style is Style.WORDS and amount.value == 1:  # "one second thought"
        return amount
    if factor == 1:
        return evolve(amount, last=last, unit=unit)
    return evolve(
        amount,
        last=last,
        unit=unit,
        value=amount.value * factor,
        place=amount.place * factor,
        scale=amount.scale * factor,
    )
