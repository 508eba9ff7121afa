"""Desk: what lay before whoever wrote the numbers of a dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice

from attrs import define, field, frozen

from claimcheck.assertions import Said
from claimcheck.figures import BaseFigure, Figure, Quantity
from claimcheck.interval import Interval
from claimcheck.numerals import Numeral
from claimcheck.units import conversion

__all__ = ["Desk", "Print"]

_OTHERS = 200
"""At most so many figures of the dossier are put in another's place."""


@frozen(kw_only=True)
class Print:
    """A figure's value as somebody printed it; without a numeral, as it follows from everything else."""

    value: Fraction
    numeral: Numeral | None = None
    factor: Fraction = Fraction(1)
    """How many of the figure's unit one of the numeral's is."""
    article: str | None = None
    """The id of the article that printed it; ``None`` for a source."""

    @property
    def place(self) -> Fraction:
        """The unit of its last printed digit."""
        return self.numeral.place * self.factor if self.numeral is not None else Fraction(1)

    @property
    def text(self) -> str:
        """The value as it was printed."""
        return self.numeral.text if self.numeral is not None else self.restate(self.value)

    def restate(self, value: Fraction) -> str:
        """Another value printed like this one."""
        if self.numeral is not None:
            return self.numeral.restate(value / self.factor)
        return f"{value.numerator:,}" if value.denominator == 1 else str(value)


@define(eq=False, kw_only=True)
class Desk:
    """All that lay before whoever wrote the numbers of a dossier: its figures with their printed values."""

    prints: dict[Quantity, list[Print]] = field(factory=lambda: defaultdict(list))
    _alike: dict[object, list[Figure]] = field(factory=lambda: defaultdict(list))

    @classmethod
    def of(
        cls, said: Iterable[Said], base_figures: Iterable[BaseFigure], ranges: Mapping[Quantity, Interval]
    ) -> Desk:
        """Gather what sources and articles print, and what follows from it exactly."""
        desk = cls()
        for base in base_figures:
            if base.value is not None and not base.is_withheld:
                numeral = Numeral.parse(base.value)
                unit = base.figure.measure.unit
                desk._add(base.figure, numeral, conversion(numeral.unit or unit, unit) or Fraction(1))
        for spoken in said:
            main, figure = spoken.statements[0], getattr(spoken.claim, "figure", None)
            if isinstance(figure, Figure) and main.ratio == figure / 1 and main.place is not None:
                numeral = spoken.claim.numeral(spoken.context.conventions)
                desk._add(figure, numeral, main.place / numeral.place, spoken.article.id)
        for quantity, values in ranges.items():
            is_new = all(one.value != values.low for one in desk.prints.get(quantity, ()))
            if is_new and values.is_point and values.low is not None:
                desk.prints[quantity].append(Print(value=values.low))
        for quantity in desk.prints:
            if isinstance(quantity, Figure):
                for part, rest in _rests(quantity):
                    desk._alike[part, rest].append(quantity)
        return desk

    def _add(self, figure: Figure, numeral: Numeral, factor: Fraction, article: str | None = None) -> None:
        if numeral.hedge not in (None, "about") or numeral.upper is not None:
            return  # a bound or a range is no value to work with
        self.prints[figure].append(
            Print(value=numeral.value * factor, numeral=numeral, factor=factor, article=article)
        )

    def others(self, figure: Figure, part: str) -> Iterator[Figure]:
        """The figures that differ from one in this part only: its ``period``, ``area`` or ``measure``."""
        key = next(rest for name, rest in _rests(figure) if name == part)
        return islice((other for other in self._alike[part, key] if other != figure), _OTHERS)


def _rests(figure: Figure) -> tuple[tuple[str, object], ...]:
    """A figure without its period, without its area, and without its measure but for the unit."""
    measure, area, period = figure.measure, figure.area, figure.period
    return (
        ("period", (measure, area)),
        ("area", (measure, period)),
        ("measure", (measure.unit, area, period)),
    )
