"""Numerals: numbers as printed, read from words without losing how they were printed.

:func:`find` reads a text of any length and gives every numeral in it; :meth:`Numeral.parse` reads a
text that holds exactly one. The time taken grows in step with the text, whatever the text holds.

What is printed in digits but counts nothing is left out: years and periods, dates, times of day,
ordinals, ages, telephone numbers, names such as O2 or Covid-19.

Where to add what is read, each with its table on top of the module:

- another word for a number ("dozen"), scale or factor: :mod:`~claimcheck.numerals.words`
- a unit: :mod:`~claimcheck.numerals.units`
- a hedge: :mod:`~claimcheck.numerals.hedges`
- a word that points up or down: :mod:`~claimcheck.numerals.directions`
- a rate ("daily"): :mod:`~claimcheck.numerals.rates`
- what is no number after all: :mod:`~claimcheck.numerals.traps`
- a form of number, such as "one in five": :mod:`~claimcheck.numerals.phrases`, and how to print it with
  another value: :mod:`~claimcheck.numerals.restating`

The modules import one way: words, tokens, amount, units, numbers, directions, hedges, traps, rates,
phrases, scanning, restating, numeral.
"""

from claimcheck.numerals.amount import Style
from claimcheck.numerals.directions import DIRECTION_WORDS, Direction
from claimcheck.numerals.hedges import HEDGE_WORDS
from claimcheck.numerals.numeral import Numeral, find
from claimcheck.numerals.restating import rounded
from claimcheck.numerals.words import NAMED_FRACTIONS, fraction_neighbours

__all__ = [
    "DIRECTION_WORDS",
    "HEDGE_WORDS",
    "NAMED_FRACTIONS",
    "Direction",
    "Numeral",
    "Style",
    "find",
    "fraction_neighbours",
    "rounded",
]
