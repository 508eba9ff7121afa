"""Figures: the quantities that claims are about, and linear forms over them.

A figure is one quantity: what is counted (its measure), where, and when. A kind of claim writes
its formula with ordinary arithmetic on figures, and gets exact linear forms::

    100 * (new - old) / old

Nothing here knows a value. Values come from base figures and from claims, and meet in the verifier.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Self

from attrs import evolve, field, frozen
from attrs.validators import instance_of

from claimcheck.errors import Fault, Place, refuse_float
from claimcheck.interval import Interval
from claimcheck.numerals import Numeral
from claimcheck.periods import APRIL, Period, YearStart
from claimcheck.readings import read
from claimcheck.units import DATE, conversion, is_counted

__all__ = ["BaseFigure", "Figure", "Form", "Measure", "Quotient", "Ratio"]


def _year_start(value: YearStart | str) -> YearStart:
    return YearStart.parse(value) if isinstance(value, str) else value


@frozen(kw_only=True, cache_hash=True)
class Measure:
    """What is counted, with its unit.

    The unit says whether the measure comes in whole numbers (``offence``, ``person``, ``school``:
    any unit that is not in :data:`claimcheck.units.DEFINITIONS`) or in real ones (``GBP``,
    ``percent``, ``day``). Values are zero or more unless the measure is ``signed``.

    >>> Measure(name="online offences", unit="offence").is_counted
    True
    """

    name: str
    unit: str
    note: str | None = field(default=None, eq=False)
    year_start: YearStart = field(default=APRIL, converter=_year_start)
    signed: bool = False

    @property
    def is_counted(self) -> bool:
        """True when its values are whole numbers."""
        return is_counted(self.unit)

    def __str__(self) -> str:
        return self.name


def _period(value: Period | str | None) -> Period | None:
    return Period.parse(value) if isinstance(value, str) else value


@frozen(kw_only=True, cache_hash=True)
class Figure:
    """One quantity: a measure, in an area, over a period. Area and period may be left unsaid.

    >>> offences = Measure(name="online offences", unit="offence")
    >>> now = Figure(measure=offences, area="Wiltshire", period="2019/20")
    >>> print(now.at(period="2018/19"))
    online offences, Wiltshire, 2018/19
    """

    measure: Measure = field(validator=instance_of(Measure))
    area: str | None = None
    period: Period | None = field(default=None, converter=_period)

    def __attrs_post_init__(self) -> None:
        # "2019/20" means the measure's own year, which the converter could not know.
        start, period = self.measure.year_start, self.period
        if start != APRIL and period is not None and period.text is not None:
            object.__setattr__(self, "period", Period.parse(period.text, start))

    def at(
        self,
        *,
        measure: Measure | None = None,
        area: str | None = None,
        period: Period | str | None = None,
    ) -> Self:
        """The same quantity elsewhere: only what is given differs."""
        return evolve(
            self,
            measure=measure if measure is not None else self.measure,
            area=area if area is not None else self.area,
            period=period if period is not None else self.period,
        )

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """An order that does not depend on how the figure came in."""
        period = self.period
        return (self.measure.name, self.area or "", f"{period.first}/{period.last}" if period else "")

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.measure, self.area, self.period) if part is not None)

    # Arithmetic on figures gives forms.

    def __add__(self, other: Figure | Form) -> Form:
        return Form.of(self) + other

    def __sub__(self, other: Figure | Form) -> Form:
        return Form.of(self) - other

    def __mul__(self, factor: Fraction | int) -> Form:
        return Form.of(self) * factor

    __rmul__ = __mul__

    def __truediv__(self, other: Figure | Form | Fraction | int) -> Ratio:
        return Form.of(self) / other


@frozen(kw_only=True, cache_hash=True)
class Quotient:
    """The share of one figure in another, in percent, as a figure of its own.

    The difference of two shares is not linear in their figures. It is linear in the shares, and
    the verifier ties a share to its figures wherever the whole is known.
    """

    part: Figure
    whole: Figure

    @property
    def measure(self) -> Measure:
        """A share is measured in percent."""
        return Measure(name=f"share of {self.part.measure} in {self.whole.measure}", unit="percent")

    @property
    def ratio(self) -> Ratio:
        """The share as a ratio of its figures."""
        return 100 * Form.of(self.part).in_unit_of(self.whole) / self.whole

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """After every figure, in the order of its parts."""
        return ("\uffff" + "/".join(self.part.sort_key), "/".join(self.whole.sort_key), "")

    def __str__(self) -> str:
        return f"{self.part} as a share of {self.whole}"


Quantity = Figure | Quotient
"""What a form runs over."""


def _terms(value: Mapping[Quantity, Fraction]) -> tuple[tuple[Quantity, Fraction], ...]:
    kept = [(quantity, coefficient) for quantity, coefficient in value.items() if coefficient]
    return tuple(sorted(kept, key=lambda term: term[0].sort_key))


@frozen
class Form:
    """A linear form: figures times exact coefficients, and a constant.

    Adding figures whose units can be converted converts them (the unit is the first one's);
    adding figures whose units cannot is a :class:`Fault`.

    >>> a, b = (Figure(measure=Measure(name=n, unit=u)) for n, u in [("ore", "tonne"), ("gold", "kilogram")])
    >>> print(a - b)
    -1/1000 gold + ore
    """

    terms: tuple[tuple[Quantity, Fraction], ...] = field(converter=_terms)
    constant: Fraction = Fraction(0)
    unit: str | None = None

    @classmethod
    def of(cls, quantity: Quantity) -> Self:
        """The form that is one figure."""
        return cls({quantity: Fraction(1)}, Fraction(0), quantity.measure.unit)

    @classmethod
    def number(cls, value: Fraction | int) -> Self:
        """The form that is a number and has no figures."""
        refuse_float(value)
        return cls({}, Fraction(value), None)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures it runs over, in their own order."""
        return tuple(quantity for quantity, _ in self.terms)

    def __add__(self, other: Figure | Form) -> Form:
        form = other if isinstance(other, Form) else Form.of(other)
        factor = Fraction(1)
        if self.unit is not None and form.unit is not None:
            found = conversion(form.unit, self.unit)
            if found is None:
                raise Fault(
                    rule="CC112",
                    message=f"{self} is in {self.unit}, {form} in {form.unit}: they cannot be put together",
                    advice="compare measures of one unit",
                )
            factor = found
        terms = dict(self.terms)
        for quantity, coefficient in form.terms:
            terms[quantity] = terms.get(quantity, Fraction(0)) + coefficient * factor
        return Form(terms, self.constant + form.constant * factor, self.unit or form.unit)

    def __sub__(self, other: Figure | Form) -> Form:
        return self + (other if isinstance(other, Form) else Form.of(other)) * -1

    def __mul__(self, factor: Fraction | int) -> Form:
        refuse_float(factor)
        scaled = {quantity: coefficient * factor for quantity, coefficient in self.terms}
        return Form(scaled, self.constant * factor, self.unit)

    __rmul__ = __mul__

    def __truediv__(self, other: Figure | Form | Fraction | int) -> Ratio:
        if isinstance(other, Figure):
            return Ratio(self, Form.of(other))
        return Ratio(self, other if isinstance(other, Form) else Form.number(other))

    def in_unit_of(self, other: Figure) -> Form:
        """The same form counted in another figure's unit; a :class:`Fault` when it cannot be."""
        return Form({}, Fraction(0), other.measure.unit) + self

    def value(self, values: Mapping[Quantity, Fraction]) -> Fraction:
        """Exact arithmetic: what the form comes to when every figure is known."""
        return sum((coefficient * values[quantity] for quantity, coefficient in self.terms), self.constant)

    def __str__(self) -> str:
        words = ""
        for quantity, coefficient in self.terms:
            sign = " - " if coefficient < 0 else " + " if words else ""
            size = "" if abs(coefficient) == 1 else f"{abs(coefficient)} "
            words += f"{sign if words else sign.strip()}{size}{quantity}"
        if self.constant or not words:
            sign = (" - " if self.constant < 0 else " + ") if words else "-" if self.constant < 0 else ""
            words += f"{sign}{abs(self.constant)}"
        return words


@frozen
class Ratio:
    """One linear form over another: what every kind of claim says something about."""

    numerator: Form
    denominator: Form

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures in either form, each once."""
        return tuple(dict.fromkeys(self.numerator.quantities + self.denominator.quantities))

    def value(self, values: Mapping[Quantity, Fraction]) -> Fraction | None:
        """The exact ratio, or ``None`` where the denominator is not above zero."""
        below = self.denominator.value(values)
        return self.numerator.value(values) / below if below > 0 else None


WITHHELD = frozenset({"[c]", "[x]", "[z]", "[u]", "c", "x", "..", "*", ":"})
"""How tables of official statistics mark a value that they do not give."""


@frozen(kw_only=True)
class BaseFigure:
    """A value for a figure from a source, never from an article.

    ``value`` is the value as the source prints it: ``63``, ``<5``, ``5 to 9``, ``about 1.2m``, or
    a mark such as ``[c]`` for one that is withheld. A dated fact has a ``date`` and no value.

    >>> victims = Figure(measure=Measure(name="victims", unit="person"), area="Rutland")
    >>> print(BaseFigure(figure=victims, value="<5", source="FOI reply").interval)
    [0, 4]
    """

    figure: Figure
    value: str | None = None
    date: date | None = None
    source: str | None = None
    note: str | None = None
    place: Place | None = field(default=None, eq=False, repr=False)
    interval: Interval | None = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_float(self.value)
        object.__setattr__(self, "interval", self._interval())

    @property
    def is_withheld(self) -> bool:
        """True when the source marks the value as not given."""
        return self.value is not None and self.value.strip().casefold() in WITHHELD

    def _interval(self) -> Interval | None:
        """The values it allows; ``None`` for a dated fact."""
        measure = self.figure.measure
        if measure.unit == DATE:
            if self.date is None or self.value is not None:
                raise Fault(
                    rule="CC104",
                    message=f"{measure} is a date, not a value",
                    advice="fill in 'date', leave 'value' empty",
                )
            return None
        if self.value is None:
            raise Fault(
                rule="CC103",
                message=f"no value for {self.figure}",
                advice="write the value, or [c] if it is withheld",
            )
        lowest = Interval() if measure.signed else Interval(0, None)
        if self.is_withheld:
            return lowest
        numeral = Numeral.parse(self.value)
        factor = Fraction(1) if numeral.unit is None else conversion(numeral.unit, measure.unit)
        if factor is None:
            raise Fault(
                rule="CC112",
                message=f"{self.value!r} is in {numeral.unit}, but {measure} is in {measure.unit}",
                advice=f"give it in {measure.unit}",
                width=len(self.value),
            )
        reading = read(numeral, counted=measure.is_counted)
        # A source's bounding words mean all they say: "<5" is anything below 5. Where an
        # article's "fewer than 5" undersells, a table's does not.
        whole_bound = reading.loose.low is None or reading.loose.high is None
        found: Interval | None = (reading.loose if whole_bound else reading.strict).scale(factor)
        if found is not None and measure.is_counted:
            found = found.whole()
        found = found.intersect(lowest) if found is not None else None
        if found is None:
            raise Fault(
                rule="CC104",
                message=f"{self.value!r} is no possible value of {measure} (in {measure.unit})",
                advice="write a whole number, zero or more"
                if measure.is_counted
                else "if it can fall below zero, declare the measure 'signed: true'",
                width=len(self.value),
            )
        return found

    @property
    def is_exact(self) -> bool:
        """True when it pins its figure to one value."""
        return self.interval is not None and self.interval.is_point

    def __str__(self) -> str:
        shown = self.value if self.date is None else str(self.date)
        return f"{self.figure}: {shown}"
