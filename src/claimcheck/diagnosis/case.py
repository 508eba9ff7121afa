"""Case: a wrong claim as mistakes see it, with what may have been worked out and how it was printed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from itertools import product

from attrs import frozen

from claimcheck.assertions import Said
from claimcheck.claims import Change, Claim, Comparison, Multiple
from claimcheck.diagnosis.desk import Desk, Print
from claimcheck.figures import Figure, Form, Quantity, Quotient, Ratio
from claimcheck.findings import Finding
from claimcheck.interval import Interval
from claimcheck.numerals import Numeral
from claimcheck.readings import Conventions, read

__all__ = ["Case", "Computation", "Misreading", "change"]

Values = Mapping[Quantity, Fraction]

_MOST_CORNERS = 6
"""A total of more figures than this is taken as it is printed."""


@frozen(kw_only=True)
class Computation:
    """What was worked out: a ratio, and the figures that were put into it."""

    ratio: Ratio
    values: Values
    detail: str = ""
    """What completes the mistake's sentence."""

    @property
    def result(self) -> Fraction | None:
        """What it comes to, or ``None`` where a figure is not known or is divided by nothing."""
        if any(quantity not in self.values for quantity in self.ratio.quantities):
            return None
        return self.ratio.value(self.values)

    def results(self, ranges: Mapping[Quantity, Interval]) -> Interval | None:
        """All that it can come to while its figures stay in their ranges.

        A ratio of linear forms is greatest and least at corners of the box.
        """
        corners = []
        for quantity in self.ratio.quantities:
            values = ranges.get(quantity)
            if values is None or values.low is None or values.high is None:
                return None
            corners.append({values.low, values.high})
        if len(corners) > _MOST_CORNERS:
            return None
        found = [
            self.ratio.value(dict(zip(self.ratio.quantities, corner, strict=True)))
            for corner in product(*corners)
        ]
        results = [result for result in found if result is not None]
        return Interval(min(results), max(results)) if results and len(results) == len(found) else None


@frozen(kw_only=True)
class Misreading:
    """What a printed number stands for, in its own unit and in the direction of its words."""

    values: Interval
    detail: str = ""


@frozen(kw_only=True, eq=False)
class Case:
    """A wrong claim with what lay before its writer: what mistakes look at."""

    claim: Claim
    conventions: Conventions
    numeral: Numeral
    ratio: Ratio
    prints: Mapping[Quantity, Print]
    """The printed value of each figure of the ratio that has one."""
    ranges: Mapping[Quantity, Interval]
    """The range of each, when everything that is kept is true."""
    desk: Desk

    @classmethod
    def of(cls, finding: Finding, spoken: Said, desk: Desk) -> Case | None:
        """The case of a finding, or ``None`` where no number is stated."""
        main, conventions = spoken.statements[0], spoken.context.conventions
        if main.place is None:
            return None
        numeral = spoken.claim.numeral(conventions)
        known = dict(finding.known)
        is_figure = len(main.ratio.quantities) == 1 and main.ratio == Form.of(main.ratio.quantities[0]) / 1
        prints: dict[Quantity, Print] = {}
        for quantity in main.ratio.quantities:
            found = _print_of(quantity, desk, known.get(quantity), spoken.article.id)
            # What the claim itself prints is no figure to recompute it from.
            if is_figure:
                found = [
                    one for one in found if one.numeral is None or one.value != numeral.value * one.factor
                ]
            if found:
                prints[quantity] = found[0]
        return cls(
            claim=spoken.claim,
            conventions=conventions,
            numeral=numeral,
            ratio=main.ratio,
            prints=prints,
            ranges=known,
            desk=desk,
        )

    @cached_property
    def values(self) -> Values:
        """The printed values of the figures."""
        return {quantity: one.value for quantity, one in self.prints.items()}

    @property
    def change(self) -> tuple[Figure, Figure] | None:
        """The new and the old figure of a change in percent."""
        pair = self._pair
        return pair if pair is not None and self.ratio == change(*pair) else None

    @property
    def multiple(self) -> tuple[Figure, Figure] | None:
        """The new and the old figure of a multiple."""
        pair = self._pair
        return pair if pair is not None and self.ratio == pair[0] / pair[1] else None

    @property
    def _pair(self) -> tuple[Figure, Figure] | None:
        match self.claim:
            case Change(figure=new, since=old) | Multiple(figure=new, since=old):
                return new, old
            case Comparison(figure=new, than=old):
                return new, old
            case _:
                return None

    def works_out(self, ratio: Ratio, detail: str = "", values: Values | None = None) -> Computation:
        """Another ratio of the printed figures, or the same of other ones."""
        return Computation(ratio=ratio, values=self.values if values is None else values, detail=detail)

    def reads(self, numeral: Numeral) -> Interval:
        """What a number in the place of the printed one would stand for, strictly."""
        return read(numeral, counted=self.claim.is_counted, conventions=self.conventions).strict

    def in_print(self, values: Interval) -> Interval | None:
        """Values of the ratio in the unit of the printed number and in the direction of its words."""
        ends = [
            None if end is None else self.claim.printed(end, self.numeral)
            for end in (values.low, values.high)
        ]
        if ends[0] is None or ends[1] is None:
            return None
        return Interval(min(ends[0], ends[1]), max(ends[0], ends[1]))

    @cached_property
    def result(self) -> Fraction | None:
        """What the ratio comes to with the printed figures, as the claim would print it, unrounded."""
        found = self.works_out(self.ratio).result
        return None if found is None else self.claim.printed(found, self.numeral)


def _print_of(quantity: Quantity, desk: Desk, known: Interval | None, article: str) -> list[Print]:
    """The printed values of a figure: what can be true first, then the article's own."""
    if isinstance(quantity, Quotient):
        values = {}
        for figure in quantity.ratio.quantities:
            found = _print_of(figure, desk, None, article)
            if not found:
                return []
            values[figure] = found[0].value
        share = quantity.ratio.value(values)
        return [] if share is None else [Print(value=share)]
    return sorted(
        desk.prints.get(quantity, ()),
        key=lambda one: (
            known is not None and one.value not in known,
            0 if one.article == article else 1 if one.article is None else 2,
        ),
    )


def change(new: Quantity, old: Quantity) -> Ratio:
    """The change from one figure to another, in percent."""
    return 100 * (Form.of(new) - Form.of(old)) / Form.of(old)
