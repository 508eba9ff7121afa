"""Words for numbers: "twenty", "dozen", "million", "thirds", "doubled".

To read another word for a number, a scale, a fraction or a factor, add it here. Words for units stand
in :mod:`~claimcheck.numerals.units`, hedges in :mod:`~claimcheck.numerals.hedges`, words that point up
or down in :mod:`~claimcheck.numerals.directions`, and words that make a name or a date of digits in
:mod:`~claimcheck.numerals.traps`. All keys are lower case with single spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeVar

_Value = TypeVar("_Value")

HALF: Final = Fraction(1, 2)
TENTH: Final = Fraction(1, 10)


def table(rows: Mapping[str, _Value]) -> dict[str, _Value]:
    """A table from rows of words: a comma or a line's end sets two entries apart.

    >>> table({"per cent, pct": "percent"})
    {'per cent': 'percent', 'pct': 'percent'}
    """
    return {
        " ".join(entry.split()): value
        for words, value in rows.items()
        for entry in re.split("[,\\n]", words)
        if entry.strip()
    }


def _counted(words: str, start: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start)}


# Whole numbers: seven, twenty-five, a dozen, five hundred thousand

ONES: Final = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
    start=0,
)
TENS: Final = {
    word: 10 * number
    for word, number in _counted("twenty thirty forty fifty sixty seventy eighty ninety", start=2).items()
}
SMALL: Final = {**ONES, **TENS}

#: Scales that are written out, after words or digits: two million, 2 million.
LARGE_SCALES: Final = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
#: Scales after a number in words: two dozen, half a million.
WORD_SCALES: Final = {"dozen": 12, "hundred": 100, **LARGE_SCALES, "mln": 10**6, "bln": 10**9}
#: Scales after digits, apart or touching: 2 million, 2mln, £2bn.
DIGIT_SCALES: Final = {
    **LARGE_SCALES,
    **table({"mln, mn, mio": 10**6, "bln, bn": 10**9, "trn, tn": 10**12}),
}
#: One letter is a scale only where it touches the digits (5m), or stands after money (£5 m).
LETTER_SCALES: Final = {"k": 10**3, "m": 10**6, "b": 10**9}

# Parts: a third, three quarters, 3½

PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    **_counted("fifth sixth seventh eighth ninth tenth eleventh twelfth", start=5),
    "twentieth": 20,
    "hundredth": 100,
}
PARTS_PLURAL: Final = {"halves" if word == "half" else f"{word}s": size for word, size in PARTS.items()}

VULGAR_FRACTIONS: Final = {
    sign: Fraction(text)
    for sign, text in zip(
        "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        "1/4 1/2 3/4 1/3 2/3 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(),
        strict=True,
    )
}

#: The fractions that have an everyday name: what a named fraction is told apart from.
NAMED_FRACTIONS: Final[tuple[Fraction, ...]] = tuple(
    Fraction(text) for text in "1/10 1/5 1/4 1/3 2/5 1/2 3/5 2/3 3/4 4/5 9/10".split()
)
#: Those names: a tenth, a fifth, a quarter, ...
FRACTION_NAMES: Final = dict(
    zip(
        NAMED_FRACTIONS,
        (
            *("a tenth", "a fifth", "a quarter", "a third", "two fifths", "half", "three fifths"),
            *("two thirds", "three quarters", "four fifths", "nine tenths"),
        ),
        strict=True,
    )
)


def fraction_neighbours(value: Fraction) -> tuple[Fraction, Fraction]:
    """The named fractions next below and next above: what this one is told apart from.

    Nothing lies below a tenth but 0, and nothing above nine tenths but 1. A fraction with a lesser
    name, say a sixth or seven eighths, is told apart from those on both sides of it.

    >>> fraction_neighbours(Fraction(1, 4))
    (Fraction(1, 5), Fraction(1, 3))
    """
    below = max((named for named in NAMED_FRACTIONS if named < value), default=Fraction(0))
    above = min((named for named in NAMED_FRACTIONS if named > value), default=Fraction(1))
    return below, max(above, value)


# Months

MONTHS: Final = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

# Factors: doubled, halving, twice

#: Factors said in one word. The forms of a row follow the same grammar: one can stand for another.
FACTOR_ROWS: Final[tuple[dict[str, Fraction], ...]] = tuple(
    dict(zip(row.split(), map(Fraction, ("2", "3", "4", "1/2")), strict=True))
    for row in (
        "doubled trebled quadrupled halved",
        "double treble quadruple halve",
        "doubles trebles quadruples halves",
        "doubling trebling quadrupling halving",
        "doubled tripled quadrupled halved",
        "double triple quadruple halve",
        "doubles triples quadruples halves",
        "doubling tripling quadrupling halving",
    )
)
FACTORS: Final[dict[str, Fraction]] = {
    **{word: factor for row in FACTOR_ROWS for word, factor in row.items()},
    "twice": Fraction(2),
}
#: Factors in one word that ends in "fold": twofold, tenfold.
FOLDS: Final = {f"{word}fold": Fraction(number) for word, number in SMALL.items() if number > 1}
