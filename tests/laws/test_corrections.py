"""Corrections can be printed: put back into its words, a correction is read again and holds.

A grid of every form of numeral over every word for a unit, and every kind of claim with numbers drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Numeral, Verdict, verify
from claimcheck.articles import Article, Dossier
from claimcheck.claims import (
    Amount,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Incidence,
    Mean,
    Multiple,
    Points,
    Rate,
    Share,
    Total,
)
from claimcheck.errors import Fault
from claimcheck.figures import BaseFigure, Figure, Measure
from claimcheck.findings import Finding
from claimcheck.numerals import HEDGE_WORDS
from claimcheck.numerals.hedges import hedged
from claimcheck.numerals.units import CODES, CURRENCIES, DOLLARS, ONLY_TOUCHING, SIGNS, TOUCHING_UNITS, UNIT_WORDS
from claimcheck.numerals.words import FACTORS, FOLDS, NAMED_FRACTIONS, FRACTION_NAMES, VULGAR_FRACTIONS

TODAY, BEFORE, WHOLE = "2019/20", "2018/19", "Kent"


def figure(unit: str, *, period: str = TODAY, name: str = "thefts", is_signed: bool = False) -> Figure:
    measure = Measure(name=name, unit=unit, signed=is_signed)
    return Figure(measure=measure, area="Kent", period=period)


def base(known: Figure, value: Fraction) -> BaseFigure:
    return BaseFigure(figure=known, value=value, source="the police")


def finding_of(claim: Claim, *known: BaseFigure) -> Finding:
    report = verify(Dossier(articles=[Article(publisher="A paper", claims=[claim])], base_figures=known))
    assert not report.faults, report.faults
    return report.findings[0]


def put_back(claim: Claim, correction: str, numeral: Numeral) -> str:
    """The quote as a sub-editor mends it: what goes the other way takes the place of the whole."""
    if re.match("(?:up|down) ", correction) and numeral.value >= 0 and claim.is_signed:
        return correction
    return numeral.replaced(claim.quote, correction)


def check(claim: Claim, *known: BaseFigure) -> str | None:
    """The correction of a claim, which has been put back and verified, or ``None`` where there is none."""
    found = finding_of(claim, *known)
    if found.correction is None:
        return None
    numeral = claim.numeral(Dossier(articles=()).conventions)
    mended = put_back(claim, found.correction, numeral)
    again = finding_of(evolve(claim, quote=mended, states=None), *known)
    assert again.verdict in (Verdict.CONFIRMED, Verdict.CONSISTENT), (claim.quote, found.correction, mended, again)
    assert again.ratio == found.ratio, (claim.quote, mended)
    return found.correction
