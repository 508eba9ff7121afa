"""Corrections can be printed: put back into its quote, a correction is read again and holds.

A grid of every word for a unit and every form of number. Any kind of claim over any figures is in test_slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import settings

from claimcheck import (
    Amount,
    Change,
    Claim,
    Comparison,
    Conventions,
    Count,
    Difference,
    Fault,
    Figure,
    Incidence,
    Measure,
    Multiple,
    Numeral,
    Points,
    Rate,
    Share,
)
from claimcheck.claims import Context
from claimcheck.interval import Interval
from claimcheck.numerals.units import (
    CODES,
    DOLLARS,
    ONLY_TOUCHING,
    PLURALS,
    SIGNS,
    SINGULARS,
    TOUCHING_UNITS,
    UNIT_WORDS,
)
from claimcheck.numerals.words import FACTORS, FOLDS, FRACTION_NAMES, VULGAR_FRACTIONS

CONTEXT = Context(conventions=Conventions(), published=None)


def figure(unit: str, *, name: str = "thefts", area: str = "Kent", period: str | None = "2019/20") -> Figure:
    return Figure(measure=Measure(name=name, unit=unit), area=area, period=period)


NOW = figure("offence")
BEFORE, THERE, EVERYWHERE = NOW.at(period="2018/19"), NOW.at(area="London"), NOW.at(area="England")
PEOPLE = figure("person", name="residents")


# The grid

NUMBERS = (
    *"0 1 3 0.5 1.5 12,345 12345 3½ ½ one three twenty-five".split(),
    *("1.2 million", "half a million"),
)
# The more examples are asked for, the more of these are tried.
_POOL = "1 2019 0 17/16 101 9/10 2 1/3 1/2 3 11 99 1000000".split()
VALUES = [Fraction(text) for text in _POOL[: max(3, (settings.default or settings()).max_examples // 20)]]


def with_units(number: str) -> Iterator[str]:
    """A number with every word and sign for a unit."""
    is_one, is_digits = number in ("1", "one", "½"), not number[0].isalpha()
    for words in UNIT_WORDS.keys() - (SINGULARS if is_one else PLURALS).keys():
        if words not in ONLY_TOUCHING:
            yield f"{number} {words}"
        if is_digits and (words in TOUCHING_UNITS or not words[0].isalpha()):
            yield f"{number}{words}"
    if is_digits:
        yield from (f"{sign}{number}" for sign in SIGNS)
        yield from (f"{dollar.upper()}${number}" for dollar in DOLLARS)
        yield from (f"{code.upper()} {number}" for code in CODES)
    yield number
    if not is_one:
        yield from (f"{number} times", f"{number}-fold")


def shares_and_factors() -> Iterator[str]:
    """Fractions and factors in words and signs, and "A in B" in every form."""
    yield from (*FACTORS, *FOLDS, *FRACTION_NAMES.values(), *VULGAR_FRACTIONS)
    for joint in (" in ", " out of ", " in every ", "-in-"):
        for bottom in ("five", "ten", "10", "20", "100", "1,000"):
            yield from (f"{top}{joint}{bottom}" for top in ("one", "two", "nine", "1", "3"))


def quoted(text: str) -> Iterator[Claim]:
    """Claims of the kinds that a numeral fits, hedged and not, up and down."""
    match Numeral.parse(text).unit:
        case "percent" | "fraction":
            yield Change(quote=f"a fall of {text}", figure=NOW, since=BEFORE)
            yield Change(quote=f"rose by almost {text}", figure=NOW, since=BEFORE)
            yield Share(quote=f"more than {text} of them", figure=NOW, of=EVERYWHERE)
        case "percentage point":
            share = figure("percent")
            yield Points(quote=f"down {text}", figure=share, since=share.at(period="2018/19"))
        case "times":
            yield Multiple(quote=text, figure=NOW, since=BEFORE)
        case None:
            yield Count(quote=f"{text} thefts", figure=NOW)
            yield Difference(quote=f"{text} fewer", figure=NOW, since=BEFORE)
            yield Rate(quote=f"{text} thefts a day", figure=NOW)
            yield Incidence(quote=f"{text} per 1,000 residents", figure=NOW, population=PEOPLE)
            yield Comparison(quote=f"{text} more than in London", figure=NOW, than=THERE)
        case str(unit):
            yield Amount(quote=text, figure=figure(unit))
            yield Difference(quote=f"a rise of more than {text}", figure=figure(unit), since=BEFORE)


def legible(text: str) -> Iterator[Claim]:
    """Those of them that can be read: "3 point" is no number of points."""
    try:
        claims = list(quoted(text)) if Numeral.parse(text).text == text else []
    except Fault:
        return
    for claim in claims:
        try:
            claim.statements(CONTEXT)
        except Fault:
            continue
        yield claim


def check(claim: Claim, correction: str, ratio: Interval) -> None:
    """The correction, put back as a sub-editor would, states the ratio of the same things."""
    turned = claim.is_signed and correction.startswith(("up ", "down "))
    numeral = claim.numeral(CONTEXT.conventions)
    mended = correction if turned else numeral.replaced(claim.quote, correction)
    again = evolve(claim, quote=mended)
    statement = again.statements(CONTEXT)[0]
    assert statement.ratio == claim.ratio(), mended
    assert statement.reading.strict.intersect(ratio) is not None, (claim.quote, correction, mended, ratio)
    assert again.numeral(CONTEXT.conventions).per == numeral.per, mended
    assert is_english(correction), (claim.quote, correction)


def is_english(words: str) -> bool:
    """One takes the singular and all else the plural: 1 mile, 0 miles, 1.0 times."""
    if re.search("per ?cents|percents", words, re.IGNORECASE):
        return False
    match = re.fullmatch(
        r"(?:up |down )?[^\d\s½¼¾]*?([\d,.]*[½¼¾]?|[a-z-]+)((?: [a-z.%-]+)+)", words, re.IGNORECASE
    )
    if match is None or match[1] in VULGAR_FRACTIONS:
        return True
    is_one, unit = match[1].lower() in ("1", "one"), match[2].strip().lower()
    return unit not in (SINGULARS.keys() | {"times"} if is_one else PLURALS)


def corrected(texts: Iterator[str]) -> tuple[int, list[str]]:
    """How many corrections hold, and where there is none though one could be shown."""
    done, missing = 0, []
    for text in texts:
        for claim in legible(text):
            numeral = claim.numeral(CONTEXT.conventions)
            for size in VALUES:
                is_share = numeral.unit == "fraction" or claim.kind == "share"
                is_counted = claim.is_counted and size.denominator > 1
                if is_counted or (is_share and size > 1) or 0 < size < numeral.place / 2:
                    continue
                ratio = size * claim.factor(numeral)
                at = Interval.point(-ratio if claim.is_fall(numeral) else ratio)
                correction = claim.reprint(at, CONTEXT)
                if correction is None:
                    missing.append(f"{claim.kind}: {claim.quote!r}, {size}")
                else:
                    check(claim, correction, at)
                    done += 1
    return done, missing


@pytest.mark.parametrize("number", NUMBERS)
def test_a_correction_in_any_unit_is_read_again(number: str) -> None:
    done, missing = corrected(with_units(number))
    assert done > 100
    assert not missing, "\n".join(missing[:20])


def test_a_correction_of_a_share_or_factor_is_read_again() -> None:
    done, missing = corrected(shares_and_factors())
    assert done > 200
    assert not missing, "\n".join(missing[:20])
