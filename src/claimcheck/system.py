"""System: numbered figures and the inequalities over them, to be asked questions.

Every question is answered by bounds where they settle it, and by the solver where they do not, so
that the answer is exact either way. Inequalities belong to owners (a base figure, an assertion
read strictly, the same read loosely ...), and a question names the owners that take part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from math import lcm

from attrs import define, field

from claimcheck.bounds import Box, End, Inequality, Problem, Row, RowRatio, Values, ratio_range
from claimcheck.interval import Interval
from claimcheck.solver import Engine, Link, Solver

__all__ = ["NATURE", "Owners", "System"]

Owners = frozenset[int]

PATIENCE = 300_000
"""What z3 may spend on one end of a range in whole numbers, in its own units: about half a second.

The same for every machine and every run. When it is spent, a range that holds the exact one is given.
"""

# A box is as large as the problem: keeping every one would cost the square of it.
_BOXES_KEPT = 200

NATURE = 0
"""The owner of what is true of figures by their nature: they are zero or more unless signed."""


@define(eq=False)
class System:
    """One problem, the solver behind it, and a witness: values under which what is kept is true."""

    problem: Problem
    engine: Engine
    links: tuple[Link, ...] = ()
    _solver: Solver | None = None
    _relaxed_solver: Solver | None = None
    _boxes: dict[Owners, Box | None] = field(factory=dict)
    _witness: Values = field(factory=dict)
    pins: dict[int, list[int]] = field(factory=dict)
    """For each figure: the owners behind the witness that say outright which number it is."""

    def ask(self) -> Solver:
        """The solver: made only when bounds do not settle something."""
        if self._solver is None:
            self._solver = Solver(self.problem.is_whole, self.engine, self.links)
        return self._solver

    def _relaxed(self) -> Solver:
        """The same over real numbers only: much quicker, and never narrower."""
        if self._relaxed_solver is None:
            is_whole = [False] * len(self.problem.is_whole)
            self._relaxed_solver = Solver(is_whole, self.engine, self.links)
        return self._relaxed_solver

    def inequalities(self, owners: Iterable[int]) -> list[Inequality]:
        """All that these owners say."""
        return [inequality for owner in sorted(owners) for inequality in self.problem.owners[owner]]

    def narrow(self, owners: Owners, extra: Sequence[Inequality] = ()) -> Box | None:
        """The ranges that bounds leave for the figures; many questions begin with the same owners."""
        if extra:
            return self.problem.narrow(owners, extra=extra)
        if owners not in self._boxes:
            if len(self._boxes) >= _BOXES_KEPT:
                self._boxes.clear()
            self._boxes[owners] = self.problem.narrow(owners)
        return self._boxes[owners]

    # Can it be true?

    def is_possible(self, owners: Owners) -> bool:
        """Can all of these be true? A yes leaves its witness behind, for the questions that follow."""
        box = self.narrow(owners)
        if box is None:
            return False
        found = self.problem.point(owners, box)
        if found is None or not self._links_hold(found):
            found = self.ask().point(self.inequalities(owners))
        if found is None:
            return False
        self._witness = found
        self.pins = self.problem.pins(owners)
        return True

    def is_compatible(self, claimed: Sequence[Inequality], owners: Owners) -> bool:
        """Can what is claimed be true together with these owners?"""
        if self.narrow(owners, claimed) is None:
            return False
        if (
            self._witness
            and all(i.holds(self._witness) for i in claimed)
            and self._holds(owners, self._witness)
        ):
            return True
        return self.ask().point([*self.inequalities(owners), *claimed]) is not None

    def is_always_defined(self, ratio: RowRatio, owners: Owners) -> bool:
        """Do the owners make sure that the row below is above zero?"""
        if self._is_pinned(ratio, owners):
            return ratio.denominator.value(self._witness) > 0
        return all(not self.is_compatible((defined.negated(),), owners) for defined in ratio.is_defined)

    # Which values can it take?

    def ratio_range(self, ratio: RowRatio, owners: Owners) -> Interval | None:
        """The exact range that the owners leave for a ratio; ``None`` when it cannot be defined.

        Bounds propose a range, from the nearest owners first; points at its ends prove it. An end
        that is not proved is left to the solver.
        """
        if self._is_pinned(ratio, owners):
            # The witness has the only values that are left.
            is_defined = ratio.denominator.value(self._witness) > 0
            return Interval.point(ratio.value(self._witness)) if is_defined else None
        low: End | None = None
        high: End | None = None
        for near in self.widening(ratio.figures, owners):
            box = self.narrow(near, ratio.is_defined)
            if box is None:
                return None
            found = ratio_range(ratio, box)
            if found is None:
                continue
            if low is None and self._is_reached(ratio, owners, box, found.low, -1):
                low = found.low
            if high is None and self._is_reached(ratio, owners, box, found.high, 1):
                high = found.high
            if low is not None and high is not None:
                break
        else:
            inequalities = [*self.inequalities(owners), *ratio.is_defined]
            start = self.ask().point(inequalities)
            if start is None:
                return None
            if low is None:
                low = self._least_ratio(ratio, inequalities, start)
            if high is None:
                high = _mirrored(self._least_ratio(-ratio, inequalities, start))
        return Interval(low.value, high.value, low_open=low.is_open, high_open=high.is_open)

    def outer_range(self, ratio: RowRatio, owners: Owners) -> Interval | None:
        """A range that holds the exact one, and is exact but for what only whole numbers rule out."""
        inequalities = [*self.inequalities(owners), *ratio.is_defined]
        start = self.ask().point(inequalities)
        if start is None:
            return None
        low, _ = self._sink(self._relaxed(), ratio, inequalities, start)
        high, _ = self._sink(self._relaxed(), -ratio, inequalities, start)
        high = _mirrored(high)
        return Interval(low.value, high.value, low_open=low.is_open, high_open=high.is_open)

    def is_wider(self, ratio: RowRatio, owners: Owners, width: Fraction) -> bool:
        """Are there points of the owners whose ratios lie further apart? A no may be wrong, a yes is not."""
        start = self.ask().point([*self.inequalities(owners), *ratio.is_defined])
        if start is None:
            return False
        here = ratio.value(start)
        beyond = (Interval(here + width, None, low_open=True), Interval(None, here - width, high_open=True))
        return any(self.is_compatible(ratio.inside(interval), owners) for interval in beyond)

    def _is_pinned(self, ratio: RowRatio, owners: Owners) -> bool:
        """Do the owners, all of them behind the witness, say outright which number each figure is?"""
        return all(not owners.isdisjoint(self.pins.get(figure, ())) for figure in ratio.figures)

    def bounded_range(self, ratio: RowRatio, owners: Owners) -> Interval | None:
        """A range that holds the exact one, found by bounds alone."""
        box = self.narrow(owners, ratio.is_defined)
        found = None if box is None else ratio_range(ratio, box)
        return None if found is None else found.interval

    def _is_reached(self, ratio: RowRatio, owners: Owners, box: Box, end: End, side: int) -> bool:
        """Is there a point of the owners at this end of a range, or points as near as one likes?"""
        corner = end.corner
        if corner is None:
            # Some figure of the ratio has to be able to run away by itself.
            wanted = (None, side) if end.value is None else (end.value, 0)
            return not self.links and any(
                self._runs_free(figure, direction, owners, box)
                for figure in ratio.figures
                for direction in (1, -1)
                if _tends_to(ratio, figure, direction) == wanted
            )
        values = {**self._witness, **corner}
        is_there = self._is_at(ratio, values, end)
        if end.is_open:
            # On the way from the witness to an open corner every point counts, if only reals move.
            moved_whole = any(self.problem.is_whole[f] and values[f] != self._witness[f] for f in corner)
            is_near = is_there and not moved_whole and not self.links
            return is_near and self.problem.nearly_holds(owners, values, corner)
        if is_there and self._holds(owners, values, corner):
            return True
        everything = self.narrow(owners, ratio.is_defined)
        if everything is None:
            return False
        moved = self.problem.point(owners, everything, fixed=corner, near=self._witness)
        return moved is not None and self._is_at(ratio, moved, end) and self._links_hold(moved)

    def _is_at(self, ratio: RowRatio, values: Values, end: End) -> bool:
        return ratio.denominator.value(values) > 0 and ratio.value(values) == end.value

    def _runs_free(self, figure: int, direction: int, owners: Owners, box: Box) -> bool:
        end = box.high[figure] if direction > 0 else box.low[figure]
        return end is None and all(
            coefficient * direction >= 0
            for owner in self.problem.owners_touching([figure]) & owners
            for inequality in self.problem.owners[owner]
            for touched, coefficient in inequality.row.terms
            if touched == figure
        )

    def _least_ratio(self, ratio: RowRatio, inequalities: Sequence[Inequality], start: Values) -> End:
        """The least ratio, by the solver: over real numbers first, which is quick and often enough."""
        end, values = self._sink(self._relaxed(), ratio, inequalities, start)
        if not any(self.problem.is_whole) or self._stands_in_whole_numbers(ratio, inequalities, end, values):
            return end
        there = ratio.inside(Interval.point(end.value)) if end.value is not None else ()
        if there and self.ask().point([*inequalities, *there], PATIENCE) is not None:
            return End(value=end.value, is_open=False)
        if end.value is not None and end.value == self._least_far_away(ratio, inequalities):
            return End(value=end.value, is_open=True)
        end, _ = self._sink(self.ask(), ratio, inequalities, start)
        return end

    def _stands_in_whole_numbers(
        self, ratio: RowRatio, inequalities: Sequence[Inequality], end: End, values: Values
    ) -> bool:
        """Is an end that was found over real numbers there in whole numbers, without further search?"""
        if end.value is None:
            return not self.links and self._sinks_far_away(ratio, inequalities)
        # Where only proportions are stated, a solution times any number is one too.
        scale = lcm(*(Fraction(v).denominator for f, v in values.items() if self.problem.is_whole[f]))
        scaled = {figure: value * scale for figure, value in values.items()}
        return (
            not end.is_open
            and all(inequality.holds(scaled) for inequality in inequalities)
            and self._links_hold(scaled)
            and self._is_at(ratio, scaled, end)
        )

    def _sink(
        self, solver: Solver, ratio: RowRatio, inequalities: Sequence[Inequality], start: Values
    ) -> tuple[End, Values]:
        """The least ratio that a solver finds, and the point where it is.

        For a denominator that is not a number this is Dinkelbach's method: start from the ratio at
        some point, ask how far ``numerator - ratio * denominator`` can still sink, and go there.
        Where it sinks for ever, or towards a point that is not there, the ratio is approached.
        """
        best, is_open, values = ratio.value(start), False, start
        for _ in range(40):
            row = ratio.numerator.plus(ratio.denominator, -best)
            least = solver.least(row, inequalities, PATIENCE)
            if least is None:
                break
            if least.value is not None and not ratio.denominator.terms:
                value = best + least.value / (best.denominator * ratio.denominator.constant)
                return End(value=value, is_open=not least.is_reached), least.values
            if least.value is not None and least.value >= 0:
                return End(value=best, is_open=is_open and (least.value > 0 or not least.is_reached)), values
            if least.value is not None and least.is_reached:
                best, is_open, values = ratio.value(least.values), False, least.values
                continue
            lower = (
                self._least_far_away(ratio, inequalities)
                if least.value is None
                else self._least_nearby(solver, ratio, row, inequalities)
            )
            if lower is None or lower >= best:
                break
            best, is_open = lower, True
        return End(value=None, is_open=True), values

    def _least_far_away(self, ratio: RowRatio, inequalities: Sequence[Inequality]) -> Fraction | None:
        """What the ratio tends to, at the least, as figures run away together; ``None`` for no end."""
        if self.links or not ratio.denominator.terms or self._sinks_far_away(ratio, inequalities):
            return None
        above, below = ratio.numerator.terms, ratio.denominator.terms
        one = Row(below, -1)
        least = self._relaxed().least(
            Row(above, 0), [*_rays(inequalities), Inequality(one), Inequality(-one)]
        )
        return None if least is None else least.value

    def _sinks_far_away(self, ratio: RowRatio, inequalities: Sequence[Inequality]) -> bool:
        """Is there a way to run on which the ratio sinks for ever? Whole numbers can go it as well."""
        above, below = Row(ratio.numerator.terms, 0), Row(ratio.denominator.terms, 0)
        sinking = [Inequality(-below), Inequality(-above, is_strict=True)]
        return self._relaxed().point([*_rays(inequalities), *sinking]) is not None

    def _least_nearby(
        self, solver: Solver, ratio: RowRatio, row: Row, inequalities: Sequence[Inequality]
    ) -> Fraction | None:
        """The ratio at a point that is not there itself, but has points as near to it as one likes."""
        is_whole = solver.is_whole
        # More than zero stays more than zero where only whole figures are compared.
        closed = [
            inequality
            if all(is_whole[figure] for figure, _ in inequality.row.terms)
            else Inequality(inequality.row)
            for inequality in inequalities
        ]
        least = solver.least(row, closed, PATIENCE)
        if least is None or least.value is None or not ratio.denominator.value(least.values):
            return None
        there = [
            inequality
            for figure in range(len(is_whole))
            if is_whole[figure]
            for inequality in RowRatio.of_figure(figure).inside(
                Interval.point(Fraction(least.values[figure]))
            )
        ]
        # Between a point that is there and this one every point is there, if only reals move.
        is_near = not self.links and solver.point([*inequalities, *there], PATIENCE) is not None
        return ratio.value(least.values) if is_near else None

    # What does it rest on?

    def conflict(
        self, claimed: Sequence[Inequality], owners: Owners, figures: Sequence[int], light: Light
    ) -> Owners:
        """A set of owners that conflicts with what is claimed, and with any one less would not."""
        for near in self.widening(figures, owners):
            if self.narrow(near, claimed) is None:
                return self.fewest(near, figures, lambda some: self.narrow(some, claimed) is None, light)
        asked = {owner: self.problem.owners[owner] for owner in owners} | {-1: tuple(claimed)}
        core = self.ask().core(asked)
        if core is None:
            return frozenset()
        near = (core - {-1}) | {NATURE}
        return self.fewest(near, figures, lambda some: not self.is_compatible(claimed, some), light)

    def fewest(
        self, owners: Owners, figures: Sequence[int], enough: Callable[[Owners], bool], light: Light
    ) -> Owners:
        """Leave out one owner after another while the rest is enough: the farthest and lightest first."""
        distance: dict[int, int] = {}
        for step, near in enumerate(self.widening(figures, owners)):
            for owner in near:
                distance.setdefault(owner, step)
        kept = owners
        for owner in sorted(
            owners - {NATURE}, key=lambda owner: (-distance.get(owner, 99), light(owner), -owner)
        ):
            if enough(kept - {owner}):
                kept -= {owner}
        return kept

    def widening(self, figures: Iterable[int], owners: Owners) -> Iterator[Owners]:
        """Owners ever farther away from some figures: those that touch them, their neighbours ..., all."""
        reached: Owners = frozenset({NATURE})
        around = set(figures)
        for step in range(3):
            wider = reached | (self.problem.owners_touching(around) & owners)
            if wider == reached and step:
                break
            reached = wider
            yield reached
            around = self.problem.figures_of(reached - {NATURE})
        if reached != owners:
            yield owners

    def _holds(self, owners: Owners, values: Values, figures: Iterable[int] | None = None) -> bool:
        return self.problem.holds(owners, values, figures) and self._links_hold(values)

    def _links_hold(self, values: Values) -> bool:
        return all(
            values[link.whole] not in link.wholes
            or values[link.share] * values[link.whole] == 100 * values[link.part]
            for link in self.links
        )


Light = Callable[[int], int]
"""What an owner weighs as evidence: the lightest are left out first."""


def _tends_to(ratio: RowRatio, figure: int, direction: int) -> tuple[Fraction | None, int] | None:
    """What a ratio tends to as one figure runs away: a number, or no end on one side or the other."""
    up, down = dict(ratio.numerator.terms).get(figure, 0), dict(ratio.denominator.terms).get(figure, 0)
    if down * direction > 0:
        return Fraction(up, down), 0
    return None if down or not up else (None, 1 if up * direction > 0 else -1)


def _mirrored(end: End) -> End:
    return End(value=None if end.value is None else -end.value, is_open=end.is_open)


def _rays(inequalities: Sequence[Inequality]) -> list[Inequality]:
    """What a way to run for ever has to satisfy, from any point where the inequalities hold."""
    return [Inequality(Row(inequality.row.terms, 0)) for inequality in inequalities]
