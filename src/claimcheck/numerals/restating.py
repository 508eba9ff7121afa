"""Restating: another value printed the way a numeral was, "18%" for "17%", "trebled" for "doubled".

To print another style, write a function for it and call it in :func:`restate`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Protocol

from claimcheck.numerals.amount import Style, part_place
from claimcheck.numerals.numbers import SEPARATORS, decimal, in_words
from claimcheck.numerals.tokens import MINUS, Tokens
from claimcheck.numerals.units import FRACTION, PLURALS, SINGULARS, TIMES
from claimcheck.numerals.words import (
    FACTOR_ROWS,
    FRACTION_NAMES,
    HALF,
    LARGE_SCALES,
    NAMED_FRACTIONS,
    SMALL,
    TENTH,
    VULGAR_FRACTIONS,
)

_ONE = Fraction(1)
_SIGNS_OF_PARTS = "".join(VULGAR_FRACTIONS)
_IN_DIGITS = re.compile(rf"[0-9][0-9.{SEPARATORS}]*[0-9]|\.?[0-9]|(?=[{_SIGNS_OF_PARTS}])")
_LIKE_A_YEAR = re.compile(r"(?<![\d.,])(\d)(\d{3})(?![\d,])")
_OF_A_UNIT = re.compile(r"\A\s+of\s+(?:an?|one)(?=\s)", re.IGNORECASE)
_RANGE_JOINT = re.compile(
    r"\s+(?:and|to|or|\u2013)\s+|(?<=\w)[-\u2010\u2011\u2013](?=[\w\u00a3$\u20ac])", re.IGNORECASE
)
_MINUS_WORD = re.compile(r"\Aminus(?:\s+|-)", re.IGNORECASE)
_NUMBER_NAMES = {number: word for word, number in SMALL.items()} | {100: "a hundred"}
_VULGAR_SIGNS = {part: sign for sign, part in VULGAR_FRACTIONS.items()}


class Printed(Protocol):
    """What restating looks at: a numeral, but for its hedge and direction."""

    @property
    def text(self) -> str: ...
    @property
    def value(self) -> Fraction: ...
    @property
    def place(self) -> Fraction: ...
    @property
    def style(self) -> Style: ...
    @property
    def unit(self) -> str | None: ...


def restate(printed: Printed, value: Fraction) -> str:
    """Another value in the style and to the place of what was printed, which is no range."""
    text, style, size = printed.text, printed.style, abs(value)
    if style is Style.VERB:
        return _factor(text, size)
    if style is Style.NAMED_FRACTION:
        return _fraction(text, size)
    if style is Style.ONE_IN:
        return _one_in(text, size)
    if style is Style.OUT_OF:
        return _out_of(printed, size)
    digits = _IN_DIGITS.search(text)
    if digits:
        return _digits(printed, digits, value)
    return _fold(text, size) if style is Style.FOLD else _words(printed, value)


def in_figures(printed: Printed, value: Fraction) -> str:
    """Another value in plain figures, for where the style of what was printed cannot say it.

    A number in words is given in digits, 2019 as 2,019, a share in percent, a factor in so many times.
    """
    size = abs(value)
    if printed.unit == FRACTION:
        return _percent(size)
    if printed.unit == TIMES:
        return _times(size)
    if printed.style is Style.WORDS and not _IN_DIGITS.search(printed.text):
        return _words(printed, value, in_digits=True)
    return _LIKE_A_YEAR.sub(r"\1,\2", restate(printed, value))  # 2,019 where 2019 would be a year


def range_ends(text: str) -> list[str]:
    """The texts of the two ends of a range.

    >>> range_ends("between £20m and £25m"), range_ends("20-25%")
    (['£20m', '£25m'], ['20', '25%'])
    """
    return _RANGE_JOINT.split(re.sub(r"(?i)\Abetween\s+", "", text), maxsplit=1)


# Numbers and words


def rounded(value: Fraction, place: Fraction) -> Fraction:
    """The multiple of ``place`` nearest to ``value``, half-way going away from zero."""
    steps = abs(value) / place
    whole = (2 * steps.numerator + steps.denominator) // (2 * steps.denominator)
    return whole * place if value >= 0 else -whole * place


def _count(value: Fraction) -> int:
    return int(rounded(value, _ONE))


def _to_decimals(value: Fraction, decimals: int, separator: str) -> str:
    """10,058.5 to one decimal."""
    scaled = _count(value * 10**decimals)
    whole, rest = divmod(scaled, 10**decimals)
    shown = f"{whole:,}".replace(",", separator)
    return f"{shown}.{rest:0{decimals}d}" if decimals else shown


def _shortest(value: Fraction, decimals: int) -> str:
    """2.5 and 3, not 3.0."""
    shown = _to_decimals(value, decimals, ",")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _spelt(number: int) -> str:
    """A whole number in words up to a hundred, in digits above."""
    if number > 100:
        return f"{number:,}"
    return _NUMBER_NAMES.get(number) or f"{_NUMBER_NAMES[number // 10 * 10]}-{_NUMBER_NAMES[number % 10]}"


def _spelt_to_tenths(value: Fraction) -> str:
    """Three, or 3.2."""
    return _spelt(int(value)) if value.denominator == 1 else _shortest(value, 1)


def _cased(words: str, model: str) -> str:
    """The words with the capitals of the words they stand in for."""
    if len(model) > 1 and model.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _alike(number: int, model: str) -> str:
    """A number in words when the one it stands in for was, and in digits when that was."""
    return f"{number:,}" if model[:1].isdigit() or number > 100 else _spelt(number)


def _agreed(rest: str, *, was_one: bool, is_one: bool) -> str:
    """The unit after a number, singular or plural as the new number asks: 2 miles an hour, 1 mile an hour.

    A singular after another number than one stays: a 17-month wait, a three month wait.
    """
    unit = " ".join(rest.lower().split())
    other = (SINGULARS if is_one else PLURALS if was_one else {}).get(unit)
    if other is None:
        return rest
    new = iter(re.split(r"[ -]", other))
    return re.sub(r"[^\s-]+", lambda word: _inflected(word.group(), next(new)), rest)


def _inflected(word: str, other: str) -> str:
    return word if word.lower() == other else _cased(other, word)


# Styles


def _digits(printed: Printed, match: re.Match[str], value: Fraction) -> str:
    """17%, £1.6 million, 3½: ``match`` holds the digits."""
    digits = match.group()
    head, tail = printed.text[: match.start()], printed.text[match.end() :]
    if value >= 0:  # a minus that was printed goes
        head = "".join(mark for mark in _MINUS_WORD.sub("", head) if mark not in MINUS)
    was, place = (decimal(digits) if digits else None) or (Fraction(0), _ONE)
    if tail[:1] in VULGAR_FRACTIONS:
        part = VULGAR_FRACTIONS[tail[0]]
        was, place, tail = was + part, part_place(part), tail[1:]
        number = _with_vulgar(abs(value) * place / printed.place, place, has_tail=bool(tail))
    else:
        # Four digits were printed without a separator: so are the new ones.
        whole_part, _, decimals = digits.partition(".")
        separator = next((mark for mark in digits if mark in SEPARATORS), "," if len(whole_part) < 4 else "")
        number = _to_decimals(abs(value) * place / printed.place, len(decimals), separator)
    if number == "1" and tail.strip().lower() in ("times", "x"):
        return _times(abs(value))
    if number[0] not in "0." and number not in _VULGAR_SIGNS.values():
        tail = _OF_A_UNIT.sub("", tail)  # 0.5 of a percentage point, 1.5 percentage points
    is_one = number == "1" or number in _VULGAR_SIGNS.values()
    return f"{head}{number}{_agreed(tail, was_one=0 < was <= 1, is_one=is_one)}"


def _with_vulgar(number: Fraction, place: Fraction, *, has_tail: bool) -> str:
    """3½, 3, ½ mile; ½ alone would be a share."""
    now = rounded(number, place)
    whole = now.numerator // now.denominator
    sign = _VULGAR_SIGNS.get(now - whole, "")
    if not whole and not has_tail:
        return _shortest(number, 2)
    return (f"{whole:,}" if whole else "") + sign or "0"


def _times(size: Fraction) -> str:
    """1.0 times, 2.5 times, 4 times."""
    return f"{_shortest(size, 1) if size >= Fraction(21, 20) else _to_decimals(size, 1, ',')} times"


def _words(printed: Printed, value: Fraction, *, in_digits: bool = False) -> str:
    """Seven per cent, half a million, a dozen, minus three."""
    tokens = Tokens(_MINUS_WORD.sub("", printed.text))
    minus, size = printed.text[: len(printed.text) - len(tokens.text)], abs(value)
    amount = in_words(tokens, 0)
    if amount is None:
        return _shortest(size, 2)
    words, tail = tokens.slice(0, amount.last), tokens.text[tokens.at[amount.last] :]
    # Without what the unit makes of it: "thirty pence" says thirty, and is worth 0.3.
    now = size * amount.value / abs(printed.value) if printed.value else size
    scale_word = next((word for word in reversed(tokens.words[: amount.last]) if word in LARGE_SCALES), None)
    is_one = False
    if amount.whole:
        is_one = _count(now) == 1
        written = f"{_count(now):,}" if in_digits else _spelt(_count(now))
    elif scale_word and now:
        scale = LARGE_SCALES[scale_word]
        counted = rounded(now / scale, TENTH if amount.place < scale else _ONE)
        written = f"{_shortest(counted, 1) if in_digits else _spelt_to_tenths(counted)} {scale_word}"
    else:
        counted = rounded(now, TENTH)
        is_one = counted == 1
        written = _shortest(counted, 1) if in_digits else _spelt_to_tenths(counted)
        if "half a" in words.lower() and tail and not tail[0].isspace():
            tail = f" {tail}"
    head, model = (minus, words) if value < 0 else ("", minus + words)
    if is_one and tail.strip().lower() == "times":
        return head + _times(size)
    return f"{head}{_cased(written, model)}{_agreed(tail, was_one=0 < amount.value <= 1, is_one=is_one)}"


def _fold(text: str, size: Fraction) -> str:
    """Four-fold, tenfold, 1.3-fold; 10-fold is in digits."""
    if _count(size) < 2:
        return f"{_to_decimals(size, 1, ',')}-fold"  # nothing grows one-fold
    tokens = Tokens(text)
    amount = in_words(tokens, 0)
    joint = "" if amount is None else text[tokens.at[amount.last] :].lower().removesuffix("fold")
    word = _spelt(_count(size))
    return f"{_cased(word, text)}{joint or ('-' if '-' in word else '')}fold"


def _factor(text: str, size: Fraction) -> str:
    """Doubled, halving, twice, or "2.5 times" where no such word is near."""
    lower, nearest, word = text.lower(), _count(size), None
    if lower == "twice":
        word = "twice" if nearest == 2 else f"{_spelt(nearest)} times" if nearest > 2 else None
    else:
        row = next(row for row in FACTOR_ROWS if lower in row)
        aim = HALF if Fraction(9, 20) <= size <= Fraction(11, 20) else nearest
        word = next((form for form, factor in row.items() if factor == aim), None)
    # A quarter to either side still goes by the word; half-way between two words needs the number.
    if word and (abs(size - nearest) <= Fraction(1, 4) or size < 1):
        return _cased(word, text)
    return _times(size)


def _fraction(text: str, size: Fraction) -> str:
    """Two thirds, three-quarters, one third, ¾."""
    if not Fraction(1, 20) <= size <= Fraction(19, 20):
        return _percent(size)  # no named fraction is near enough to be true
    nearest = min(NAMED_FRACTIONS, key=lambda named: (abs(named - size), -named))
    name = FRACTION_NAMES[nearest]
    if text in VULGAR_FRACTIONS:
        return _VULGAR_SIGNS.get(nearest, name)
    if text.lower().startswith("one") and name.startswith("a "):
        name = f"one {name[2:]}"
    if "-" in text and not name.startswith("a "):
        name = name.replace(" ", "-")
    return _cased(name, text)


def _percent(size: Fraction) -> str:
    return f"{_shortest(size * 100, 1)}%"


def _one_in(text: str, size: Fraction) -> str:
    """One in five, 1 in every 5."""
    match = re.fullmatch(r"(?s)(\S+?)(\W+(?:in|out\W+of)\W+(?:every\W+)?)(.+)", text, re.IGNORECASE)
    head, middle, tail = match.groups() if match else (text, " in ", "five")
    if size == 0 or size > 1:
        return _percent(size)
    if size > Fraction(2, 3):
        # More than two in three is no "one in": tenths say it.
        return f"{_cased(_alike(_count(size * 10), head), head)}{middle}{_alike(10, tail)}"
    return f"{head}{middle}{_alike(_count(1 / size), tail)}"


def _out_of(printed: Printed, size: Fraction) -> str:
    """Nine out of 10, nine in ten."""
    match = re.fullmatch(r"(?s)(.+?)(\W+(in|out\W+of)\W.*)", printed.text, re.IGNORECASE)
    head, tail, joint = match.groups() if match else (printed.text, "", "")
    top, bottom = _count(size / printed.place), 1 / printed.place
    # "1 out of 10" is narrower than a tenth, and "0 in 10" is not said.
    is_narrow = top == 1 and not bottom - HALF <= 1 / size <= bottom + HALF
    if top > bottom or is_narrow or (top == 0 and joint.lower() == "in"):
        return _percent(size)
    return f"{_cased(_alike(_count(size / printed.place), head), head)}{tail}"
