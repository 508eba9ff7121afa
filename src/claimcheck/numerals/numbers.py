"""Numbers in digits and in words, with the scale after them: 1.6 million, 3½, twenty-five, half a dozen.

What is a number here may still be a date or a name: that is for :mod:`~claimcheck.numerals.traps`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from claimcheck.numerals.amount import Amount, Style, named_place, part_place
from claimcheck.numerals.tokens import DASHES, Tokens
from claimcheck.numerals.units import PERCENT, PERCENTAGE_POINT, metres_at, unit_at
from claimcheck.numerals.words import (
    DIGIT_SCALES,
    HALF,
    LARGE_SCALES,
    LETTER_SCALES,
    MONTHS,
    ONES,
    PARTS,
    TENS,
    TENTH,
    VULGAR_FRACTIONS,
    WORD_SCALES,
)

#: A number with more digits than this is not a number of news.
MOST_DIGITS: Final = 30

# Scales that need a space or hyphen after digits.
_COUNTED_SCALES = {"dozen": 12, "hundred": 100}
_CALLS = frozenset("call ring dial phone tel telephone fax text number".split())
# How many tokens a number may go on over in groups of three: 1 000 000 000.
_MOST_GROUPS = 9

#: What sets thousands apart: 10,058, or a space of any width.
SEPARATORS: Final = ", \u2009\u202f\u00a0"
_WITHOUT_SEPARATORS = str.maketrans("", "", SEPARATORS)
_WELL_FORMED = re.compile(
    rf"[0-9]{{1,3}}(?:([{SEPARATORS}])[0-9]{{3}})(?:\1[0-9]{{3}})*(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?"
)


def number_at(tokens: Tokens, i: int) -> Amount | None:
    """The number that starts at token ``i``, in digits or in words."""
    return in_digits(tokens, i) or in_words(tokens, i)


# In digits


def decimal(digits: str) -> tuple[Fraction, Fraction] | None:
    """The value of digits and their place, or None for what is no number: 1,2,3.

    >>> decimal("10,058.50")
    (Fraction(20117, 2), Fraction(1, 100))
    """
    if len(digits) > 2 * MOST_DIGITS or not _WELL_FORMED.fullmatch(digits):
        return None
    whole, _, decimals = digits.translate(_WITHOUT_SEPARATORS).partition(".")
    if len(whole) + len(decimals) > MOST_DIGITS:
        return None
    steps = 10 ** len(decimals)
    return Fraction(int(whole + decimals), steps), Fraction(1, steps)


def in_digits(tokens: Tokens, i: int) -> Amount | None:
    """A number in digits: 10,058, 1.6 million, 3½, ¾.

    >>> in_digits(Tokens("1.6 million"), 0).value
    Fraction(1600000, 1)
    """
    kind, digits = tokens.kinds[i], tokens.words[i]
    if kind == "vulgar":
        part = VULGAR_FRACTIONS[digits]
        place = named_place(part)
        return Amount(first=i, last=i + 1, value=part, place=place, style=Style.NAMED_FRACTION)
    last = spaced_end(tokens, i) if kind == "number" else i + 1
    if last > i + 1:
        digits = tokens.slice(i, last)
    read = decimal(digits) if kind == "number" else None
    if read is None or (digits[0] == "0" and digits[1:2] not in ("", ".")):  # 007
        return None
    value, place = read
    whole = place == 1
    if whole and tokens.kinds[last] == "vulgar":
        part = VULGAR_FRACTIONS[tokens.words[last]]
        value, place, whole, last = value + part, part_place(part), False, last + 1
    scale, last = _scale_after_digits(tokens, last)
    if scale != 1:
        value, place = value * scale, place * scale
    return Amount(
        first=i,
        last=last,
        value=value,
        place=place,
        style=Style.DIGITS,
        whole=whole and scale == 1,
        scale=Fraction(scale),
    )


def spaced_end(tokens: Tokens, i: int) -> int:
    """The end of the digits at token ``i``, with the groups of three that plain spaces set apart.

    >>> spaced_end(Tokens("10 000 people"), 0), spaced_end(Tokens("2019 300 people"), 0)
    (3, 1)
    """
    digits, last = tokens.words[i], i + 1
    if len(digits) > 3 or not digits.isdigit() or digits[0] == "0" or not tokens.opens(i):
        return last
    # "In May 10 000 were" may be a day and a number; 3 100 400 100 000 may be a row of a table.
    lead = tokens.back(i)
    if tokens.kinds[lead] == "number" or tokens.words[lead] in MONTHS or tokens.words[lead] in _CALLS:
        return last
    while tokens.kinds[last + 1] == "number" and tokens.slice(last, last + 1) == " ":
        group = tokens.words[last + 1]
        if len(group) != 3 or not group.isdigit():
            return i + 1
        last += 2
        if last > i + _MOST_GROUPS:
            return i + 1
    return i + 1 if tokens.kinds[last] in ("word", "vulgar") or tokens.words[last] in DASHES else last


def fraction_end(tokens: Tokens, i: int) -> int:
    """The end of a fraction in digits of a whole that follows, or 0: 2/3 of pupils, 1/16 of a pint.

    >>> fraction_end(Tokens("2/3 of pupils"), 0), fraction_end(Tokens("24/7 care"), 0)
    (3, 0)
    """
    top, slash, bottom = tokens.words[i : i + 3]
    is_pair = slash == "/" and tokens.kinds[i + 2] == "number" and tokens.words[i - 1] != "/"
    if not is_pair or not (top.isdigit() and bottom.isdigit()) or max(len(top), len(bottom)) > 3:
        return 0
    is_part = 0 < int(top) < int(bottom) and "0" not in (top[0], bottom[0])
    return i + 3 if is_part and tokens.word_after(i + 3) == "of" else 0


def _scale_after_digits(tokens: Tokens, i: int) -> tuple[int, int]:
    """The scale at token ``i`` and its end: 2 million, 2-million, 2mln, 2m, 2 dozen."""
    if tokens.kinds[i] == "word":
        word = tokens.words[i]
        scale = None if metres_at(tokens, i) else DIGIT_SCALES.get(word) or LETTER_SCALES.get(word)
        return (scale, i + 1) if scale else (1, i)
    j = tokens.skip_joint(i)
    word = tokens.words[j]
    scale = DIGIT_SCALES.get(word) or _COUNTED_SCALES.get(word)
    if scale == 100 and j > i:  # 12 hundred, 4 hundred million
        k = tokens.skip_joint(j + 1)
        further = LARGE_SCALES.get(tokens.words[k])
        return (scale * further, k + 1) if further and k > j + 1 else (scale, j + 1)
    return (scale, j + 1) if scale and j > i else (1, i)


# In words


def in_words(tokens: Tokens, i: int) -> Amount | None:
    """A number in words: seven, twenty-five, a dozen, half a million, two and a half.

    >>> in_words(Tokens("two thousand three hundred"), 0).value
    Fraction(2300, 1)
    """
    word = tokens.words[i]
    if word == "half":
        return _half_a(tokens, i)
    if word in ("a", "an"):
        j = tokens.skip(i + 1)
        scale = WORD_SCALES.get(tokens.words[j]) if j > i + 1 else None
        if scale is None:
            return None
        if scale != 100:  # "a hundred and five" goes on below
            return _scaled(tokens, i, j + 1, 1, scale)
    group = _below_thousand(tokens, i)
    if group is None:
        return None
    value, j = group
    scale, last = _scale_after_words(tokens, j)
    return _and_a_part(tokens, i, j, value) or _scaled(tokens, i, last, value, scale)


def _half_a(tokens: Tokens, i: int) -> Amount | None:
    """Half a million, half a dozen, half a per cent."""
    j = tokens.skip(i + 1)
    if tokens.words[j] not in ("a", "an"):
        return None
    k = tokens.skip(j + 1)
    scale = WORD_SCALES.get(tokens.words[k])
    if scale:
        place = scale * TENTH if scale > 12 else Fraction(1)
        return in_round_words(i, k + 1, HALF * scale, place)
    unit = unit_at(tokens, k)
    if unit and unit[0] in (PERCENT, PERCENTAGE_POINT):
        return in_round_words(i, j + 1, HALF, HALF)
    return None


def _and_a_part(tokens: Tokens, first: int, i: int, count: int) -> Amount | None:
    """Two and a half, one and a quarter million: ``count`` is read, "and" follows at token ``i``."""
    j = tokens.skip_joint(i)
    if tokens.words[j] != "and":
        return None
    k = tokens.skip_joint(j + 1)
    at = tokens.skip_joint(k + 1)
    part = PARTS.get(tokens.words[at]) if tokens.words[k] == "a" else None
    if part not in (2, 4):
        return None
    scale, last = _scale_after_words(tokens, at + 1)
    return in_round_words(first, last, (count + Fraction(1, part)) * scale, Fraction(scale, 4))


def _scale_after_words(tokens: Tokens, i: int) -> tuple[int, int]:
    """The scale after the words up to token ``i``, and its end: two million, two-dozen."""
    j = tokens.skip_joint(i)
    scale = WORD_SCALES.get(tokens.words[j]) if j > i else None
    return (scale, j + 1) if scale else (1, i)


def _below_hundred(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Seven, twenty, twenty-five."""
    word = tokens.words[i]
    if word in TENS:
        j = tokens.skip_joint(i + 1)
        ones = ONES.get(tokens.words[j], 0)
        return (TENS[word] + ones, j + 1) if j > i + 1 and 1 <= ones <= 9 else (TENS[word], i + 1)
    return (ONES[word], i + 1) if word in ONES else None


def _below_thousand(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Seven, a hundred, two hundred and five."""
    is_a_hundred = tokens.words[i] == "a" and tokens.word_after(i + 1) == "hundred"
    read = (1, i + 1) if is_a_hundred else _below_hundred(tokens, i)
    if read is None:
        return None
    j = tokens.skip_joint(read[1])
    if tokens.words[j] != "hundred":
        return read
    hundreds, last = read[0] * 100, j + 1
    k = _past_and(tokens, last)
    rest = _below_hundred(tokens, k) if k > last else None
    return (hundreds + rest[0], rest[1]) if rest and rest[0] else (hundreds, last)


def _past_and(tokens: Tokens, i: int) -> int:
    """The token after a space and perhaps an "and" at ``i``."""
    j = tokens.skip(i)
    return tokens.skip(j + 1) if tokens.words[j] == "and" else j


def _scaled(tokens: Tokens, first: int, last: int, value: int, scale: int) -> Amount:
    """Finish a number in words: a million and more counts in millions, less is printed in full."""
    total, lowest = value * scale, scale
    # "two million three hundred thousand": each scale is smaller than the one before. What has no scale
    # is read after thousands only: "a million two weeks ago" is no 1,000,002.
    while lowest >= 1000:
        j = _past_and(tokens, last)
        group = _below_thousand(tokens, j) if j > last else None
        if group is None:
            break
        lower, end = _scale_after_words(tokens, group[1])
        if lower in (12, 100) or lower >= lowest or (lower == 1 and (group[0] == 0 or lowest > 1000)):
            break
        total, lowest, last = total + group[0] * lower, lower, end
    whole = scale < 10**5 or lowest == 1
    return Amount(
        first=first,
        last=last,
        value=Fraction(total),
        place=Fraction(1 if whole else lowest),
        style=Style.WORDS,
        whole=whole,
        scale=Fraction(1 if whole else scale),
    )


def in_round_words(first: int, last: int, value: Fraction, place: Fraction) -> Amount:
    """A number in words that is not printed in full: half a million."""
    return Amount(first=first, last=last, value=value, place=place, style=Style.WORDS)
