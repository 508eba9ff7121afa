"""Exact bounds on unknown figures, without a solver.

The verifier's questions are about linear inequalities over whole numbers and reals. Most are
settled here: *propagation* narrows the range of every figure until nothing moves, which is sound
but may stay too wide; a *point* that satisfies every inequality and lies at the end of a range
proves that the end is exact. What neither settles goes to the solver, so the answers are the same.

Coefficients are integers and figures are numbered, because this is the innermost loop: the ends
of ranges are kept in plain lists, and leave this module as :class:`~claimcheck.interval.Interval`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from attrs import field, frozen

from claimcheck.interval import Interval

__all__ = ["Box", "End", "Inequality", "Problem", "RatioRange", "Row", "RowRatio", "ratio_range"]

Number = int | Fraction
Values = dict[int, Number]

# Real ranges may converge for ever without arriving (x = y/2, y = x/2 + 1): stop and ask the solver.
_ROUNDS = 30

# Of a ratio over more figures, not every corner of their box is tried: the solver is asked.
_MOST_FIGURES = 6


@frozen
class Row:
    """A linear form with integer coefficients over numbered figures."""

    terms: tuple[tuple[int, int], ...]
    constant: int

    def value(self, values: Mapping[int, Number]) -> Number:
        """What the form comes to."""
        total: Number = self.constant
        for figure, coefficient in self.terms:
            total += coefficient * values[figure]
        return total

    def plus(self, other: Row, factor: Fraction) -> Row:
        """``self + factor * other``, times the factor's denominator so that coefficients stay whole.

        >>> Row(((0, 1),), 0).plus(Row((), 1), Fraction(-1, 2))
        Row(terms=((0, 2),), constant=-1)
        """
        up, down = factor.numerator, factor.denominator
        terms = {figure: coefficient * down for figure, coefficient in self.terms}
        for figure, coefficient in other.terms:
            terms[figure] = terms.get(figure, 0) + coefficient * up
        kept = tuple(sorted((figure, coefficient) for figure, coefficient in terms.items() if coefficient))
        return Row(kept, self.constant * down + other.constant * up)

    def __neg__(self) -> Row:
        return Row(tuple((figure, -coefficient) for figure, coefficient in self.terms), -self.constant)


@frozen
class Inequality:
    """A form that is zero or more, or more than zero where ``is_strict``."""

    row: Row
    is_strict: bool = False

    def holds(self, values: Mapping[int, Number]) -> bool:
        """Exact: does it hold for these values?"""
        value = self.row.value(values)
        return value > 0 or (value == 0 and not self.is_strict)

    def nearly_holds(self, values: Mapping[int, Number]) -> bool:
        """Does it hold when "more than zero" is let be zero?"""
        return self.row.value(values) >= 0

    def negated(self) -> Inequality:
        """The inequality that holds exactly when this one does not."""
        return Inequality(-self.row, not self.is_strict)


@frozen
class RowRatio:
    """One row over another."""

    numerator: Row
    denominator: Row

    @classmethod
    def of_figure(cls, figure: int) -> RowRatio:
        """One figure by itself."""
        return cls(Row(((figure, 1),), 0), Row((), 1))

    def __neg__(self) -> RowRatio:
        return RowRatio(-self.numerator, self.denominator)

    @property
    def figures(self) -> tuple[int, ...]:
        """The figures in either row."""
        return tuple(sorted({figure for figure, _ in self.numerator.terms + self.denominator.terms}))

    @property
    def is_defined(self) -> tuple[Inequality, ...]:
        """That the row below is above zero."""
        return (Inequality(self.denominator, is_strict=True),) if self.denominator.terms else ()

    def inside(self, interval: Interval) -> tuple[Inequality, ...]:
        """That the ratio is defined and lies in the interval."""
        found = list(self.is_defined)
        if interval.low is not None:
            above_low = self.numerator.plus(self.denominator, -interval.low)
            found.append(Inequality(above_low, interval.low_open))
        if interval.high is not None:
            above_high = self.numerator.plus(self.denominator, -interval.high)
            found.append(Inequality(-above_high, interval.high_open))
        return tuple(found)

    def value(self, values: Mapping[int, Number]) -> Fraction:
        """The ratio where the row below is not zero."""
        return Fraction(self.numerator.value(values)) / Fraction(self.denominator.value(values))


class Box:
    """A range for every figure: the one mutable thing here, private to a question being answered."""

    __slots__ = ("high", "high_open", "low", "low_open")

    def __init__(self, size: int) -> None:
        self.low: list[Number | None] = [None] * size
        self.high: list[Number | None] = [None] * size
        self.low_open = [False] * size
        self.high_open = [False] * size

    def copy(self) -> Box:
        """The same ranges, to be narrowed apart from these."""
        twin = Box(0)
        twin.low, twin.high = self.low[:], self.high[:]
        twin.low_open, twin.high_open = self.low_open[:], self.high_open[:]
        return twin

    def interval(self, figure: int) -> Interval:
        """A figure's range."""
        low, high = self.low[figure], self.high[figure]
        return Interval(
            None if low is None else Fraction(low),
            None if high is None else Fraction(high),
            low_open=self.low_open[figure],
            high_open=self.high_open[figure],
        )

    def is_point(self, figure: int) -> bool:
        """True when one value is left."""
        return self.low[figure] is not None and self.low[figure] == self.high[figure]

    def ensures(self, inequality: Inequality) -> bool:
        """True when the inequality holds all over the box."""
        least: Number = inequality.row.constant
        is_open = not inequality.is_strict
        for figure, coefficient in inequality.row.terms:
            rising = coefficient > 0
            end = self.low[figure] if rising else self.high[figure]
            if end is None:
                return False
            least += coefficient * end
            is_open = is_open or (self.low_open[figure] if rising else self.high_open[figure])
        return least > 0 or (least == 0 and is_open)


def _size(inequality: Inequality) -> int:
    return len(inequality.row.terms)


def _sorted_owners(value: Mapping[int, Sequence[Inequality]]) -> dict[int, tuple[Inequality, ...]]:
    return {owner: tuple(value[owner]) for owner in sorted(value)}


@frozen(eq=False)
class Problem:
    """Inequalities over figures, each belonging to an owner that can be left out of a question.

    ``is_whole`` says of every figure whether it comes in whole numbers. Questions name the owners
    that take part; the others' inequalities are not there.
    """

    is_whole: tuple[bool, ...]
    owners: dict[int, tuple[Inequality, ...]] = field(converter=_sorted_owners)
    _touching: list[list[tuple[int, Inequality]]] = field(init=False, repr=False)
    _waiting: list[list[tuple[int, Inequality]]] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        touching: list[list[tuple[int, Inequality]]] = [[] for _ in self.is_whole]
        for owner, inequalities in self.owners.items():
            for inequality in inequalities:
                for figure, _ in inequality.row.terms:
                    touching[figure].append((owner, inequality))
        object.__setattr__(self, "_touching", touching)
        # What has more to say once a figure has moved: an inequality over one figure has said it all.
        waiting = [[(o, i) for o, i in of_figure if len(i.row.terms) > 1] for of_figure in touching]
        object.__setattr__(self, "_waiting", waiting)

    def pins(self, owners: frozenset[int]) -> dict[int, list[int]]:
        """For each figure that some of the owners say outright is one number: these owners."""
        found: dict[int, list[int]] = {}
        for owner in sorted(owners):
            match self.owners[owner]:
                case (Inequality(row=row), Inequality(row=other)) if len(row.terms) == 1 and row == -other:
                    found.setdefault(row.terms[0][0], []).append(owner)
        return found

    def figures_of(self, owners: Iterable[int]) -> set[int]:
        """The figures that these owners' inequalities run over."""
        return {
            figure
            for owner in owners
            for inequality in self.owners[owner]
            for figure, _ in inequality.row.terms
        }

    def owners_touching(self, figures: Iterable[int]) -> set[int]:
        """The owners of inequalities over these figures."""
        return {owner for figure in figures for owner, _ in self._touching[figure]}

    def narrow(
        self, owners: frozenset[int], box: Box | None = None, extra: Sequence[Inequality] = ()
    ) -> Box | None:
        """Narrow the box until nothing moves; ``None`` when no value is left for some figure."""
        box = box.copy() if box is not None else Box(len(self.is_whole))
        queue = [inequality for owner in owners for inequality in self.owners[owner]]
        queue += extra
        queue.sort(key=_size)  # what pins a figure first, so that the rest has something to work on
        return box if self._settle(owners, box, queue, extra) else None

    def holds(
        self, owners: frozenset[int], values: Mapping[int, Number], figures: Iterable[int] | None = None
    ) -> bool:
        """Do the owners' inequalities (those over ``figures``, when given) hold for these values?"""
        return self._all(owners, values, figures, Inequality.holds)

    def nearly_holds(
        self, owners: frozenset[int], values: Mapping[int, Number], figures: Iterable[int]
    ) -> bool:
        """The same with "more than zero" let be zero."""
        return self._all(owners, values, figures, Inequality.nearly_holds)

    def _all(
        self,
        owners: frozenset[int],
        values: Mapping[int, Number],
        figures: Iterable[int] | None,
        test: Callable[[Inequality, Mapping[int, Number]], bool],
    ) -> bool:
        if figures is None:
            return all(test(inequality, values) for owner in owners for inequality in self.owners[owner])
        return all(
            test(inequality, values)
            for figure in figures
            for owner, inequality in self._touching[figure]
            if owner in owners
        )

    def point(
        self, owners: frozenset[int], box: Box, fixed: Values | None = None, near: Values | None = None
    ) -> Values | None:
        """Values for all figures that satisfy the owners' inequalities, or ``None`` when the search gives up.

        ``fixed`` figures get the value asked for; others try ``near`` values first. The search
        never goes back on a choice, so giving up proves nothing.
        """
        box = box.copy()
        near = near or {}
        for figure, value in (fixed or {}).items():
            if not self._fix(owners, box, figure, value):
                return None
        open_figures = [figure for figure in range(len(self.is_whole)) if not box.is_point(figure)]
        for figure in open_figures:
            if box.is_point(figure):
                continue
            for candidate in self._candidates(box, figure, near.get(figure)):
                trial = box.copy() if len(open_figures) < 200 else box
                if self._fix(owners, trial, figure, candidate):
                    box = trial
                    break
            else:
                return None
        values = {figure: low for figure, low in enumerate(box.low) if low is not None}
        return values if self.holds(owners, values) else None

    def _candidates(self, box: Box, figure: int, near: Number | None) -> list[Number]:
        low, high = box.low[figure], box.high[figure]
        found: list[Number] = [] if near is None or Fraction(near) not in box.interval(figure) else [near]
        if low is not None and high is not None:
            middle = (low + high) // 2 if self.is_whole[figure] else Fraction(low + high) / 2
            found.append(middle)
        if low is not None:
            found.append(low + 1 if box.low_open[figure] else low)
        if high is not None:
            found.append(high - 1 if box.high_open[figure] else high)
        return [value for value in found or [0] if Fraction(value) in box.interval(figure)]

    def _fix(self, owners: frozenset[int], box: Box, figure: int, value: Number) -> bool:
        if Fraction(value) not in box.interval(figure):
            return False
        box.low[figure] = box.high[figure] = value
        box.low_open[figure] = box.high_open[figure] = False
        queue = [inequality for owner, inequality in self._waiting[figure] if owner in owners]
        return self._settle(owners, box, queue, ())

    def _settle(
        self, owners: frozenset[int], box: Box, queue: list[Inequality], extra: Sequence[Inequality]
    ) -> bool:
        extra_touching: dict[int, list[Inequality]] = {}
        for inequality in extra:
            for figure, _ in inequality.row.terms:
                extra_touching.setdefault(figure, []).append(inequality)
        for _ in range(_ROUNDS):
            moved: dict[int, None] = {}
            for inequality in queue:
                if not self._tighten(box, inequality, moved):
                    return False
            if not moved:
                return True
            # A figure that moved wakes every inequality it stands in.
            woken: dict[int, Inequality] = {}
            for figure in moved:
                for owner, inequality in self._waiting[figure]:
                    if owner in owners:
                        woken[id(inequality)] = inequality
                for inequality in extra_touching.get(figure, ()):
                    woken[id(inequality)] = inequality
            queue = list(woken.values())
        return True

    def _tighten(self, box: Box, inequality: Inequality, moved: dict[int, None]) -> bool:
        """Narrow each figure of one inequality as far as the others' ranges allow."""
        terms = inequality.row.terms
        low, high, low_open, high_open = box.low, box.high, box.low_open, box.high_open
        total: Number = inequality.row.constant
        unbounded, openings = 0, 1 if inequality.is_strict else 0
        for figure, coefficient in terms:
            end = high[figure] if coefficient > 0 else low[figure]
            if end is None:
                unbounded += 1
            else:
                total += coefficient * end
                openings += high_open[figure] if coefficient > 0 else low_open[figure]
        if unbounded > 1:
            return True
        if not unbounded and (total < 0 or (total == 0 and openings)):
            return False
        for figure, coefficient in terms:
            rising = coefficient > 0
            end = high[figure] if rising else low[figure]
            if end is None:
                rest, others_open = total, openings
            elif unbounded:
                continue
            else:
                rest = total - coefficient * end
                others_open = openings - (high_open[figure] if rising else low_open[figure])
            # coefficient * x >= -rest, and more than it where any other end is open
            is_open = others_open > 0
            if self.is_whole[figure]:
                if rising:
                    bound: Number = -(rest // coefficient)
                    if is_open and bound * coefficient == -rest:
                        bound += 1
                else:
                    bound = rest // -coefficient
                    if is_open and bound * coefficient == -rest:
                        bound -= 1
                is_open = False
            else:
                bound = Fraction(-rest) / coefficient
            if rising:
                current = low[figure]
                if (
                    current is None
                    or bound > current
                    or (bound == current and is_open and not low_open[figure])
                ):
                    low[figure], low_open[figure] = bound, is_open
                    moved[figure] = None
            else:
                current = high[figure]
                if (
                    current is None
                    or bound < current
                    or (bound == current and is_open and not high_open[figure])
                ):
                    high[figure], high_open[figure] = bound, is_open
                    moved[figure] = None
            least, most = low[figure], high[figure]
            if least is None or most is None or least < most:
                continue
            if least > most or low_open[figure] or high_open[figure]:
                return False
        return True


@frozen(kw_only=True)
class End:
    """One end of a range: ``None`` for no end, and the corner of the box where it lies.

    An open end is only approached. There is no corner where it is approached far away; a figure is
    left out of the corner where the end lies all along its edge.
    """

    value: Fraction | None
    is_open: bool
    corner: Values | None = None


@frozen(kw_only=True)
class RatioRange:
    """The range of a ratio over a box."""

    low: End
    high: End

    @property
    def interval(self) -> Interval:
        """The range without its corners."""
        low, high = self.low.value, self.high.value
        if low is not None and low == high:
            return Interval.point(low)
        return Interval(low, high, low_open=self.low.is_open, high_open=self.high.is_open)


def ratio_range(ratio: RowRatio, box: Box) -> RatioRange | None:
    """The range of one row over another while the figures stay in their box and the lower row above zero.

    A linear fraction is monotone in each figure, so its ends lie at corners of the box, or in the
    limit along an edge that has no end. ``None`` when the row below can sink below
    zero, or when there are too many corners to try.
    """
    if not ratio.denominator.terms:
        return RatioRange(low=_linear_end(ratio, box, -1), high=_linear_end(ratio, box, 1))
    numerator, denominator, figures = ratio.numerator, ratio.denominator, ratio.figures
    if len(figures) > _MOST_FIGURES:
        return None
    above, below = dict(numerator.terms), dict(denominator.terms)
    # A figure that is known has one end, not two.
    choices = [(False,) if box.is_point(figure) else (False, True) for figure in figures]
    corners = [tuple(zip(figures, choice, strict=True)) for choice in product(*choices)]
    values: list[tuple[Fraction, bool, Values]] = []
    limits: list[Fraction] = []
    has_no_low = has_no_high = sinks = False

    def found_at(value: Fraction, point: Values, open_at: set[int]) -> None:
        """Note a ratio: it is the same wherever the figures that it hangs on are where the point has them."""
        slopes = {figure: above.get(figure, 0) - value * below.get(figure, 0) for figure in figures}
        needed = [figure for figure in figures if slopes[figure]]
        rest = numerator.constant - value * denominator.constant
        if all(figure in point for figure in needed) and not rest + sum(slopes[f] * point[f] for f in needed):
            values.append((value, not open_at.isdisjoint(needed), {f: point[f] for f in needed}))
        else:
            limits.append(value)

    def along(figure: int, direction: int, point: Values, open_at: set[int]) -> None:
        """What the ratio tends to along an endless edge, or out of a corner that is nought over nought."""
        nonlocal has_no_low, has_no_high, sinks
        up, down = above.get(figure, 0) * direction, below.get(figure, 0) * direction
        if down > 0:
            found_at(Fraction(up, down), point, open_at)
        elif down == 0:
            has_no_high, has_no_low = has_no_high or up > 0, has_no_low or up < 0
        else:
            sinks = True

    for corner in corners:
        point: Values = {}
        endless: list[tuple[int, int]] = []
        open_at: set[int] = set()
        for figure, at_high in corner:
            end = box.high[figure] if at_high else box.low[figure]
            if end is None:
                endless.append((figure, 1 if at_high else -1))
                continue
            point[figure] = end
            if box.high_open[figure] if at_high else box.low_open[figure]:
                open_at.add(figure)
        if endless:
            for figure, direction in endless:
                along(figure, direction, point, open_at)
            continue
        dividend, divisor = Fraction(numerator.value(point)), Fraction(denominator.value(point))
        if divisor > 0:
            found_at(dividend / divisor, point, open_at)
        elif divisor < 0:
            return None
        elif dividend:
            has_no_high, has_no_low = has_no_high or dividend > 0, has_no_low or dividend < 0
        else:
            for figure, at_high in corner:
                if not box.is_point(figure):
                    along(figure, -1 if at_high else 1, point, open_at)
    ends_found = [value for value, _, _ in values] + limits
    if sinks or not (ends_found or has_no_low or has_no_high):
        return None
    low = min(ends_found) if ends_found and not has_no_low else None
    high = max(ends_found) if ends_found and not has_no_high else None

    def end_at(value: Fraction | None) -> End:
        there = [(is_open, point) for found, is_open, point in values if found == value]
        if not there:
            return End(value=value, is_open=True, corner=None)
        is_open, corner = min(there, key=lambda found: found[0])
        return End(value=value, is_open=is_open, corner=corner)

    return RatioRange(low=end_at(low), high=end_at(high))


def _linear_end(ratio: RowRatio, box: Box, side: int) -> End:
    """The least (-1) or greatest (1) of a ratio whose denominator is a number: each figure goes its way."""
    corner: Values = {}
    is_open = False
    for figure, coefficient in ratio.numerator.terms:
        at_high = coefficient * side > 0
        end = box.high[figure] if at_high else box.low[figure]
        if end is None:
            return End(value=None, is_open=True)
        corner[figure] = end
        is_open = is_open or (box.high_open[figure] if at_high else box.low_open[figure])
    return End(value=ratio.value(corner), is_open=is_open, corner=corner)
