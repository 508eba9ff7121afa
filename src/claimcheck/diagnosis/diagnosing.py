"""Diagnose: try the mistakes on a wrong claim, and say how easily each would fit by chance."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from itertools import accumulate, islice

from attrs import define, evolve, field, frozen

from claimcheck.assertions import Said
from claimcheck.diagnosis.case import Case, Computation
from claimcheck.diagnosis.desk import Desk
from claimcheck.diagnosis.mistakes import MISTAKES, Mistake, Reads
from claimcheck.errors import Fault
from claimcheck.figures import BaseFigure, Quantity
from claimcheck.findings import Diagnosis, Finding, Verdict
from claimcheck.interval import Interval
from claimcheck.numerals import NAMED_FRACTIONS, Numeral, Style
from claimcheck.readings import granularity

__all__ = ["LUCKY", "MOST", "diagnosed"]

MOST = 3
"""At most so many mistakes are named for one claim."""

LUCKY = Fraction(1, 2)
"""What fits easily, by trying or by rounding, is not named where it would explain more than this share."""

_DIAGNOSED = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.LOOSE)
_LISTED = 3
"""At most so many ways in which one mistake fits are told."""
_TRIED = 100
"""At most so many other numbers are tried to say how easily a mistake fits by chance."""


def diagnosed(
    findings: Mapping[str, Finding],
    said: Sequence[Said],
    base_figures: Iterable[BaseFigure],
    ranges: Mapping[Quantity, Interval],
) -> tuple[Finding, ...]:
    """The findings in the order of their claims, what is wrong with its diagnosis."""
    found = tuple(findings[spoken.id] for spoken in said)
    if not any(finding.verdict in _DIAGNOSED for finding in found):
        return found
    desk = Desk.of(said, base_figures, ranges)
    return tuple(
        evolve(finding, diagnosis=diagnose(finding, spoken, desk))
        if finding.verdict in _DIAGNOSED
        else finding
        for finding, spoken in zip(found, said, strict=True)
    )


def diagnose(finding: Finding, spoken: Said, desk: Desk) -> tuple[Diagnosis, ...]:
    """The mistakes under which the number of a wrong claim would be right: at most three, the best first.

    Plain mistakes that fit the figures as printed come first, then, where there is none, those that
    try many things, then plain ones that fit when the figures are taken as rounded.
    """
    case = Case.of(finding, spoken, desk)
    if case is None:
        return ()
    plain = [_Tried.of(mistake, case) for mistake in MISTAKES if not mistake.is_search]
    found = _fitting(case, plain)
    if not found:
        searched = [_Tried.of(mistake, case) for mistake in MISTAKES if mistake.is_search]
        found = _fitting(case, [*plain, *searched])
    named = {one.mistake for one in found}
    rounded = [_Tried.rounded(mistake, case) for mistake in MISTAKES if not mistake.is_search]
    misses = {one.mistake.name: one.miss(case) for one in plain}
    nearest_first = sorted(_fitting(case, rounded), key=lambda one: misses[one.mistake])
    found += [one for one in nearest_first if one.mistake not in named]
    return tuple(found[:MOST])


@frozen(kw_only=True, eq=False)
class _Result:
    """What is worked out by mistake: its values in the ratio's unit, and as the claim would print them."""

    computation: Computation
    values: Interval
    printed: Interval


@frozen(kw_only=True, eq=False)
class _Tried:
    """A mistake with all that it works out in a case."""

    mistake: Mistake
    results: tuple[_Result, ...]

    @classmethod
    def of(cls, mistake: Mistake, case: Case) -> _Tried:
        """Try it with the figures as they are printed."""
        results = []
        with suppress(Fault):  # units that do not fit have no result
            for computation in mistake.computes(case):
                value = computation.result
                values = None if value is None else Interval.point(value)
                printed = None if values is None else case.in_print(values)
                if values is not None and printed is not None:
                    results.append(_Result(computation=computation, values=values, printed=printed))
        return cls(mistake=mistake, results=tuple(results))

    @classmethod
    def rounded(cls, mistake: Mistake, case: Case) -> _Tried:
        """Try it with every value that the printed figures can stand for."""
        results = []
        with suppress(Fault):
            for computation in mistake.computes(case):
                values = computation.results(case.ranges)
                printed = None if values is None or values.is_point else case.in_print(values)
                if values is not None and printed is not None:
                    results.append(_Result(computation=computation, values=values, printed=printed))
        return cls(mistake=mistake, results=tuple(results))

    def fits(self, case: Case, numeral: Numeral) -> Iterator[tuple[_Result, str]]:
        """The results that a number in the place of the printed one can stand for, each with its detail."""
        if not self.results:
            return
        for misreading in self.mistake.reads(case, numeral):
            for result in self.results:
                if result.printed.intersect(misreading.values) is not None:
                    yield result, result.computation.detail or misreading.detail

    def miss(self, case: Case) -> Fraction:
        """By how much it misses the printed number."""
        misreadings = list(self.mistake.reads(case, case.numeral)) if self.results else []
        gaps = [result.printed.gap(one.values) for result in self.results for one in misreadings]
        return min(gaps, default=Fraction(0))


def _fitting(case: Case, tried: Sequence[_Tried]) -> list[Diagnosis]:
    """The mistakes that fit, in the order in which they were tried."""
    fitting = {
        number: fits for number, one in enumerate(tried) if (fits := list(one.fits(case, case.numeral)))
    }
    if not fitting:
        return []
    chances = _chances(case, tried[: max(fitting) + 1])
    found = []
    for number, fits in fitting.items():
        (result, _), mistake = fits[0], tried[number].mistake
        is_easy = mistake.is_search or not result.values.is_point
        if is_easy and chances[number] > LUCKY:
            continue
        details = dict.fromkeys(detail for _, detail in fits)
        computation, is_exact = result.computation, result.values.is_point
        found.append(
            Diagnosis(
                mistake=mistake.name,
                sentence=mistake.sentence.format(detail=" or ".join([*details][:_LISTED])),
                ratio=computation.ratio,
                known=tuple(
                    (q, Interval.point(computation.values[q]) if is_exact else case.ranges[q])
                    for q in computation.ratio.quantities
                ),
                result=result.values,
                chance=chances[number],
            )
        )
    return found


# How easily a mistake fits by chance


def _chances(case: Case, tried: Sequence[_Tried]) -> list[Fraction]:
    """For each mistake: the share of equally long wrong numbers that it, or one before it, would explain."""
    pools: dict[Reads, _Pool] = {}
    for number, one in enumerate(tried):
        for result in one.results:
            pools.setdefault(one.mistake.reads, _Pool()).add(result.printed, number)
    explained = [0] * len(tried)
    wrong = 0
    for numeral in _equally_long(case.numeral):
        if case.result is not None and case.result in case.reads(numeral):
            continue
        wrong += 1
        found = [
            first
            for reads, pool in pools.items()
            for misreading in reads(case, numeral)
            if (first := pool.first_in(misreading.values)) is not None
        ]
        if found:
            explained[min(found)] += 1
    return [Fraction(total, wrong) if wrong else Fraction(1) for total in accumulate(explained)]


@define(eq=False)
class _Pool:
    """What all the mistakes of one reading work out, in an order in which many numbers are quickly tried."""

    _points: list[tuple[Fraction, int]] = field(factory=list)
    _ranges: list[tuple[Interval, int]] = field(factory=list)

    def add(self, printed: Interval, number: int) -> None:
        """Add what the mistake of this number works out."""
        if printed.is_point and printed.low is not None:
            insort(self._points, (printed.low, number))
        else:
            self._ranges.append((printed, number))

    def first_in(self, values: Interval) -> int | None:
        """The first mistake that works out one of these values."""
        start = 0 if values.low is None else bisect_left(self._points, (values.low, -1))
        found = []
        for value, number in islice(self._points, start, None):
            if values.high is not None and value > values.high:
                break
            if value in values:
                found.append(number)
        found += [number for printed, number in self._ranges if printed.intersect(values) is not None]
        return min(found, default=None)


def _equally_long(numeral: Numeral) -> Iterator[Numeral]:
    """What could stand in a number's place: as many digits, as round if it is hedged, as plain words."""
    for value in _values_like(numeral):
        by = value - numeral.value
        yield evolve(numeral, value=value, upper=None if numeral.upper is None else numeral.upper + by)


def _values_like(numeral: Numeral) -> Iterable[Fraction]:
    value = numeral.value
    if numeral.style is Style.NAMED_FRACTION or (numeral.style is Style.VERB and value < 1):
        return NAMED_FRACTIONS
    if numeral.style in (Style.VERB, Style.FOLD):
        return map(Fraction, range(2, 11))
    if numeral.style is Style.ONE_IN:
        return (Fraction(1, number) for number in _numbers_like(int(1 / value)) if number > 1)
    # A hedged number is a round one: others as round could stand in its place.
    round_to = granularity(value) if numeral.hedge is not None else None
    step = max(numeral.place, round_to or numeral.place)
    return (number * step for number in _numbers_like(int(abs(value) / step)))


def _numbers_like(number: int) -> Iterator[int]:
    """Numbers of as many digits, at most so many, evenly spread; the stride leaves every last digit in."""
    digits = len(str(number))
    first, last = 10 ** (digits - 1), 10**digits - 1
    stride = max(1, (last - first) // _TRIED)
    return iter(range(first, last + 1, stride + 1 if stride % 2 == 0 or stride % 5 == 0 else stride))
