"""Names: what the words for measures, areas, periods and dated facts mean in one dossier.

A figure is named by the parts in which it differs from another one: from the defaults of its file,
or from the claim's own figure. ``since: 2018/19`` is the claim's figure at an earlier period.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.figures import BaseFigure, Figure, Measure
from claimcheck.files.converting import read_entries, read_items, read_name
from claimcheck.files.nodes import Entries, Node, Scalar
from claimcheck.files.sources import Collector, shortened, suggestion
from claimcheck.periods import APRIL, Period, parse_date

__all__ = ["PARTS", "Names", "Sketch"]

PARTS = ("measure", "area", "period")
"""The keys that name a figure."""

LONG_FORM = "write it out: {measure: ..., area: ..., period: ...}"


@frozen(kw_only=True)
class Sketch:
    """A figure as far as it has been named."""

    measure: Measure | None = None
    area: str | None = None
    period: Period | None = None

    def figure(self, node: Entries | Scalar) -> Figure:
        """The figure, or a fault at ``node`` when it has no measure."""
        if self.measure is None:
            raise node.fault("CC103", "no measure is named", "add 'measure:', here or under 'about:'")
        return Figure(measure=self.measure, area=self.area, period=self.period)


@frozen(kw_only=True)
class Names:
    """The names of a dossier: declared measures, areas that are mentioned, dated base figures.

    ``unreadable`` are the measures whose declaration is at fault itself, and where it stands.
    """

    measures: Mapping[str, Measure]
    unreadable: Mapping[str, Place] = {}
    areas: frozenset[str] = frozenset()
    dated: tuple[BaseFigure, ...] = ()

    def measure(self, node: Node) -> Measure:
        """A declared measure."""
        name = read_name(node)
        if name in self.measures:
            return self.measures[name]
        if name in self.unreadable:
            raise node.fault(
                "CC102", f"the measure {name!r} could not be read", f"see {self.unreadable[name]}"
            )
        advice = suggestion(name, self.measures) or "declare it in dossier.yaml under 'measures:'"
        raise node.fault("CC102", f"the measure {shortened(name)} is not declared", advice)

    # Figures

    def sketch(self, parts: Mapping[str, Node], base: Sketch = Sketch()) -> Sketch:
        """What some of the keys of a figure name; the rest is taken over from ``base``.

        An area or a period that is left empty says that the figure has none.
        """
        readers: dict[str, Callable[[Node], object]] = {
            "measure": self.measure,
            "area": read_name,
            "period": self.period,
        }
        found = Collector()
        known: dict[str, Any] = {}
        for part in PARTS:
            if part not in parts:
                continue
            node = parts[part]
            if part != "measure" and isinstance(node, Scalar) and not node.strip():
                known[part] = None
                continue
            try:
                if part == "period":
                    measure = known.get("measure", base.measure)
                    known[part] = self.period(node, measure if isinstance(measure, Measure) else None)
                else:
                    known[part] = readers[part](node)
            except (Fault, AuthoringError) as error:
                found.add(error)
        found.settle()
        return evolve(base, **known)

    def period(self, node: Node, measure: Measure | None = None) -> Period:
        """A period, in the years of a measure."""
        text = read_name(node)
        try:
            return Period.parse(text, measure.year_start if measure else APRIL)
        except Fault as fault:
            raise node.blame(fault) from None

    def reference(self, node: Node, base: Sketch) -> Figure:
        """A figure named by what differs from ``base``: a mapping, or one text for one part."""
        if isinstance(node, Entries):
            return self._long_form(node, base).figure(node)
        if not isinstance(node, Scalar):
            raise node.fault("CC104", "a list where one figure belongs", LONG_FORM)
        return self._by_one_part(node, base).figure(node)

    def _long_form(self, node: Entries, base: Sketch) -> Sketch:
        found = Collector()
        # this finds the unknown keys; the parts depend on each other and are read together
        read_entries(node, dict.fromkeys(PARTS, lambda each: each), found, what="a figure")
        try:
            sketch = self.sketch(node, base)
        except (Fault, AuthoringError) as error:
            found.add(error)
        found.settle()
        return sketch

    def _by_one_part(self, node: Scalar, base: Sketch) -> Sketch:
        text = read_name(node)
        try:
            return evolve(base, period=Period.parse(text, base.measure.year_start if base.measure else APRIL))
        except Fault:
            pass  # then it is not a period
        if text in self.measures or text in self.unreadable:
            return evolve(base, measure=self.measure(node))
        if text in self.areas:
            return evolve(base, area=text)
        near = suggestion(text, [*self.measures, *self.areas])
        raise node.fault(
            "CC102",
            f"{shortened(text)} is neither a period nor a measure or an area of this dossier",
            f"{near} Or {LONG_FORM}" if near else LONG_FORM,
        )

    # Days

    def day(self, node: Node) -> date | BaseFigure:
        """A day, or the dated base figure of a name."""
        if isinstance(node, Entries):
            figure = self._long_form(node, Sketch()).figure(node)
            fitting = [fact for fact in self.dated if fact.figure == figure]
            shown = str(figure)
        else:
            shown = read_name(node)
            try:
                return parse_date(shown)
            except Fault as fault:
                not_a_date = fault
            fitting = [fact for fact in self.dated if fact.figure.measure.name == shown]
            if not fitting and not any(character.isalpha() for character in shown):
                raise node.blame(not_a_date)
        if len(fitting) > 1:
            raise node.fault(
                "CC104", f"figures.csv has {len(fitting)} dates for {shortened(shown)}", LONG_FORM
            )
        if not fitting:
            names = [fact.figure.measure.name for fact in self.dated]
            advice = (
                suggestion(shown, names)
                or "write a day like 2020-09-03, or add the fact to figures.csv with its 'date'"
            )
            raise node.fault(
                "CC102", f"{shortened(shown)} is neither a day nor a dated figure of figures.csv", advice
            )
        return fitting[0]

    def listed(self, node: Node, part: str, base: Sketch) -> tuple[Figure, ...]:
        """The figures that a list of areas, of measures or of periods names."""

        def read(item: Node) -> Figure:
            if not isinstance(item, Scalar):
                raise item.fault("CC104", f"one {part} belongs here", f"name the {part}")
            return self.sketch({part: item}, base).figure(item)

        return read_items(node, read)
