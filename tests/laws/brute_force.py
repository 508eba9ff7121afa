"""The verdicts of DESIGN section 5 by trying everything: slow, short, and nothing shared with the verifier.

Whole figures are enumerated over the small domains that the base figures give them. For each such
world the real figures (amounts, and shares taken as figures) are left as unknowns of a system of
linear inequalities, which Fourier-Motzkin elimination solves exactly. What is taken from the
library is only what a claim says: its statements, each a ratio of two forms and two intervals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import ceil, floor

from attrs import frozen

from claimcheck import Claim, Dossier, Figure, Interval, Verdict
from claimcheck.claims import Context, Statement
from claimcheck.figures import Form, Quantity, Quotient, Ratio

TIGHT = 10


# Linear inequalities over reals, by Fourier-Motzkin elimination


@frozen
class Constraint:
    """``sum(coefficients * unknowns) + constant >= 0``, or ``> 0``."""

    coefficients: tuple[Fraction, ...]
    constant: Fraction
    is_strict: bool = False


def eliminate(constraints: Iterable[Constraint], unknown: int) -> list[Constraint] | None:
    """What is left to hold for the other unknowns; ``None`` when nothing can."""
    lower: list[Constraint] = []
    upper: list[Constraint] = []
    rest: list[Constraint] = []
    for one in constraints:
        coefficient = one.coefficients[unknown]
        (lower if coefficient > 0 else upper if coefficient < 0 else rest).append(one)
    for one in lower:
        for other in upper:
            a, b = -other.coefficients[unknown], one.coefficients[unknown]
            rest.append(
                Constraint(
                    tuple(a * x + b * y for x, y in zip(one.coefficients, other.coefficients, strict=True)),
                    a * one.constant + b * other.constant,
                    one.is_strict or other.is_strict,
                )
            )
    return _tidied(rest)


def _tidied(constraints: Iterable[Constraint]) -> list[Constraint] | None:
    """Each direction once, by its tightest constraint."""
    tightest: dict[tuple[Fraction, ...], tuple[Fraction, bool]] = {}
    for one in constraints:
        size = max((abs(c) for c in one.coefficients), default=Fraction(0))
        if not size:
            if one.constant < 0 or (one.constant == 0 and one.is_strict):
                return None
            continue
        key = tuple(c / size for c in one.coefficients)
        found = (one.constant / size, one.is_strict)
        known = tightest.get(key)
        if known is None or found[0] < known[0] or (found[0] == known[0] and found[1]):
            tightest[key] = found
    return [Constraint(key, constant, strict) for key, (constant, strict) in tightest.items()]


def is_feasible(constraints: Sequence[Constraint], unknowns: int) -> bool:
    """Is there a real point that satisfies them all?"""
    left: list[Constraint] | None = _tidied(constraints)
    for unknown in range(unknowns):
        if left is None:
            return False
        left = eliminate(left, unknown)
    return left is not None


def projected(constraints: Sequence[Constraint], unknowns: int, onto: int) -> Interval | None:
    """The values that one unknown can take."""
    left: list[Constraint] | None = _tidied(constraints)
    for unknown in range(unknowns):
        if left is None:
            return None
        if unknown != onto:
            left = eliminate(left, unknown)
    found: Interval | None = Interval()
    for one in left or ():
        coefficient = one.coefficients[onto]
        end = -one.constant / coefficient
        side = (
            Interval(end, None, low_open=one.is_strict)
            if coefficient > 0
            else Interval(None, end, high_open=one.is_strict)
        )
        found = None if found is None else found.intersect(side)
    return None if left is None else found


# What a dossier says


@frozen(eq=False)
class Said:
    """One thing that is said, in however many claims."""

    ids: tuple[str, ...]
    statements: tuple[Statement, ...]
    weight: int


def everything_said(dossier: Dossier) -> list[Said]:
    """Claims by what they say: repetitions are one."""
    same: dict[object, list[tuple[str, Claim, tuple[Statement, ...]]]] = defaultdict(list)
    for article in dossier.articles:
        context = Context(conventions=dossier.conventions, published=article.published)
        for claim in article.claims:
            statements = claim.statements(context)
            key = tuple((s.ratio, s.reading.strict, s.reading.loose) for s in statements)
            same[key].append((f"{article.id}/{claim.id}", claim, statements))
    return [
        Said(
            ids=tuple(found_id for found_id, _, _ in several),
            statements=several[0][2],
            weight=max(claim.weight for _, claim, _ in several),
        )
        for several in same.values()
    ]


Levels = tuple[int, ...]
"""For each thing said: 2 kept strictly, 1 kept only loosely, 0 given up."""


class BruteForce:
    """All verdicts of a small dossier whose whole figures the base figures bound."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.said = everything_said(dossier)
        quantities = {q for said in self.said for s in said.statements for q in _operands(s.ratio)}
        quantities |= {base.figure for base in dossier.base_figures}
        self.hard = [(base.figure / 1, base.interval) for base in dossier.base_figures if base.interval]
        self.hard += [
            (figure / 1, Interval(0, None))
            for figure in quantities
            if isinstance(figure, Figure) and not figure.measure.signed
        ]
        self.hard += list(_nested(dossier, {q for q in quantities if isinstance(q, Figure)}))
        quantities |= {q for ratio, _ in self.hard for q in ratio.quantities}
        self.wholes = sorted((q for q in quantities if _is_whole(q)), key=lambda q: q.sort_key)
        self.reals = sorted((q for q in quantities if not _is_whole(q)), key=lambda q: q.sort_key)
        self.worlds = list(self._worlds())

    def _worlds(self) -> Iterator[dict[Quantity, Fraction]]:
        assert not self.reals, "real figures need ExactBruteForce"
        for world in self._whole_worlds():
            if all(_holds(world, ratio, interval) for ratio, interval in self.hard):
                yield world

    def _whole_worlds(self) -> Iterator[dict[Quantity, Fraction]]:
        domains = []
        for quantity in self.wholes:
            domain = Interval(None, None) if quantity.measure.signed else Interval(0, None)
            for base in self.dossier.base_figures:
                if base.figure == quantity and base.interval is not None:
                    domain = domain.intersect(base.interval) or Interval.point(-(10**9))
            assert domain.low is not None, f"{quantity} has no bounds"
            assert domain.high is not None, f"{quantity} has no bounds"
            domains.append([Fraction(n) for n in range(ceil(domain.low), floor(domain.high) + 1)])
        for values in product(*domains):
            yield dict(zip(self.wholes, values, strict=True))

    # Optima

    @cached_property
    def levels(self) -> list[Levels]:
        """For each world, how each thing said fares in it."""
        return [tuple(_level(world, said) for said in self.said) for world in self.worlds]

    def cost(self, levels: Sequence[int]) -> tuple[int, int]:
        """The weight given up, then the weight kept only loosely."""
        pairs = list(zip(self.said, levels, strict=False))
        return sum(s.weight for s, n in pairs if n == 0), sum(s.weight for s, n in pairs if n == 1)

    @cached_property
    def optima(self) -> set[Levels]:
        """The ways to give up least, over all worlds."""
        least = min(map(self.cost, self.levels))
        return {levels for levels in self.levels if self.cost(levels) == least}

    # Verdicts

    def verdicts(self) -> dict[str, Verdict]:
        """The verdict of each claim, by its full id."""
        return {claim_id: verdict for claim_id, (verdict, _) in self.findings().items()}

    def findings(self) -> dict[str, tuple[Verdict, Interval | None]]:
        """The verdict of each claim, and the range that the others leave for its main ratio."""
        levels = list(zip(*self.optima, strict=True))
        kept = {
            said: 1 if 1 in levels[number] else 2
            for number, said in enumerate(self.said)
            if 0 not in levels[number]
        }
        found: dict[str, tuple[Verdict, Interval | None]] = {}
        for number, said in enumerate(self.said):
            others = [(other, level) for other, level in kept.items() if other is not said]
            main = self.range_of(said.statements[0].ratio, others)
            if 0 in levels[number]:
                verdict = Verdict.CONTRADICTED if set(levels[number]) == {0} else Verdict.DISPUTED
            elif kept[said] == 1:
                verdict = Verdict.LOOSE
            elif self._follows(said, others):
                verdict = Verdict.CONFIRMED
            else:
                place = said.statements[0].place
                width = None if main is None else main.width
                is_tight = place is not None and width is not None and width <= TIGHT * place
                verdict = Verdict.CONSISTENT if is_tight else Verdict.UNVERIFIED
            found |= dict.fromkeys(said.ids, (verdict, main))
        return found

    def kept_range(self, ratio: Ratio) -> Interval | None:
        """The range of a ratio when all that is kept is true."""
        levels = list(zip(*self.optima, strict=True))
        return self.range_of(
            ratio, [(s, 1 if 1 in levels[n] else 2) for n, s in enumerate(self.said) if 0 not in levels[n]]
        )

    def _agreeing(
        self, kept: Sequence[tuple[Said, int]]
    ) -> Iterator[tuple[dict[Quantity, Fraction], Levels]]:
        wanted = [(self.said.index(said), level) for said, level in kept]
        for world, levels in zip(self.worlds, self.levels, strict=True):
            if all(levels[number] >= level for number, level in wanted):
                yield world, levels

    def is_possible(self, kept: Iterable[tuple[Said, int]]) -> bool:
        """Can all of these be true?"""
        return any(True for _ in self._agreeing(list(kept)))

    def _follows(self, said: Said, others: Sequence[tuple[Said, int]]) -> bool:
        """Is there no way for the others to be true, and this not?"""
        return all(levels[self.said.index(said)] == 2 for _, levels in self._agreeing(others))

    def range_of(self, ratio: Ratio, kept: Sequence[tuple[Said, int]]) -> Interval | None:
        """The tightest interval around all values of a ratio; ``None`` where it is defined nowhere."""
        values = [ratio.value(world) for world, _ in self._agreeing(kept)]
        defined = [value for value in values if value is not None]
        return Interval(min(defined), max(defined)) if defined else None


def _holds(world: Mapping[Quantity, Fraction], ratio: Ratio, interval: Interval) -> bool:
    value = ratio.value(world)
    return value is not None and value in interval


def _level(world: Mapping[Quantity, Fraction], said: Said) -> int:
    if all(_holds(world, statement.ratio, statement.reading.strict) for statement in said.statements):
        return 2
    return int(all(_holds(world, statement.ratio, statement.reading.loose) for statement in said.statements))


class ExactBruteForce(BruteForce):
    """The same where some figures are real: they stay unknowns in every world of the whole ones."""

    def _worlds(self) -> Iterator[dict[Quantity, Fraction]]:
        return (world for world in self._whole_worlds() if self._feasible(world, []))

    def is_possible(self, kept: Iterable[tuple[Said, int]]) -> bool:
        """Can all of these be true?"""
        wanted = list(kept)
        return any(self._feasible(world, wanted) for world in self.worlds)

    # Feasibility in one world

    def _inside(
        self, world: Mapping[Quantity, Fraction], ratio: Ratio, interval: Interval
    ) -> list[Constraint]:
        above, below = self._form(world, ratio.numerator), self._form(world, ratio.denominator)
        found = [Constraint(*below, is_strict=True)]
        if interval.low is not None:
            found.append(_combined(above, below, Fraction(1), -interval.low, interval.low_open))
        if interval.high is not None:
            found.append(_combined(above, below, Fraction(-1), interval.high, interval.high_open))
        return found

    def _form(self, world: Mapping[Quantity, Fraction], form: Form) -> tuple[tuple[Fraction, ...], Fraction]:
        terms = dict(form.terms)
        known = sum((c * world[q] for q, c in terms.items() if q in world), form.constant)
        return tuple(terms.get(q, Fraction(0)) for q in self.reals), known

    def _laws(self, world: Mapping[Quantity, Fraction]) -> list[Constraint]:
        found = [c for ratio, interval in self.hard for c in self._inside(world, ratio, interval)]
        for quantity in self.reals:
            # A share of whole figures is what it is; it is no number where the whole is nothing.
            if isinstance(quantity, Quotient) and world[quantity.whole] > 0:
                share = 100 * world[quantity.part] / world[quantity.whole]
                found += self._inside(world, Form.of(quantity) / 1, Interval.point(share))
        return found

    def _says(self, world: Mapping[Quantity, Fraction], said: Said, level: int) -> list[Constraint] | None:
        found = []
        for statement in said.statements:
            interval = statement.reading.strict if level == 2 else statement.reading.loose
            found += self._inside(world, statement.ratio, interval)
            for quantity in statement.ratio.quantities:
                if isinstance(quantity, Quotient) and world[quantity.whole] <= 0:
                    return None  # a change between shares of nothing is no change
        return found

    def _feasible(self, world: Mapping[Quantity, Fraction], kept: Iterable[tuple[Said, int]]) -> bool:
        constraints = self._constraints(world, kept)
        return constraints is not None and is_feasible(constraints, len(self.reals))

    def _constraints(
        self, world: Mapping[Quantity, Fraction], kept: Iterable[tuple[Said, int]]
    ) -> list[Constraint] | None:
        constraints = self._laws(world)
        for said, level in kept:
            more = self._says(world, said, level) if level else []
            if more is None:
                return None
            constraints += more
        return constraints

    @cached_property
    def optima(self) -> set[Levels]:
        best: tuple[int, int] | None = None
        found: set[Levels] = set()

        def search(world: Mapping[Quantity, Fraction], levels: Levels) -> None:
            nonlocal best
            if best is not None and self.cost(levels) > best:
                return
            if len(levels) == len(self.said):
                if best is None or self.cost(levels) < best:
                    best = self.cost(levels)
                    found.clear()
                found.add(levels)
                return
            for level in (2, 1, 0):
                longer = (*levels, level)
                if level == 0 or self._feasible(world, zip(self.said, longer, strict=False)):
                    search(world, longer)

        for world in self.worlds:
            search(world, ())
        return found

    def _follows(self, said: Said, others: Sequence[tuple[Said, int]]) -> bool:
        """Is there no way for the others to be true, and this not?"""
        for world in self.worlds:
            constraints = self._constraints(world, others)
            if constraints is None or not is_feasible(constraints, len(self.reals)):
                continue
            wanted = self._says(world, said, 2)
            if wanted is None:
                return False
            for one in wanted:
                denied = Constraint(tuple(-c for c in one.coefficients), -one.constant, not one.is_strict)
                if is_feasible([*constraints, denied], len(self.reals)):
                    return False
        return True

    def range_of(self, ratio: Ratio, kept: Sequence[tuple[Said, int]]) -> Interval | None:
        """The tightest interval around all values of a ratio; ``None`` where it is defined nowhere."""
        found: Interval | None = None
        for world in self.worlds:
            if any(isinstance(q, Quotient) and world[q.whole] <= 0 for q in ratio.quantities):
                continue
            constraints = self._constraints(world, kept)
            here = None if constraints is None else self._range_in(world, ratio, constraints)
            if here is not None:
                found = here if found is None else found.hull(here)
        return found

    def _range_in(
        self, world: Mapping[Quantity, Fraction], ratio: Ratio, constraints: Sequence[Constraint]
    ) -> Interval | None:
        above, below = self._form(world, ratio.numerator), self._form(world, ratio.denominator)
        if not any(below[0]) and not any(above[0]):
            if below[1] <= 0 or not is_feasible(constraints, len(self.reals)):
                return None
            return Interval.point(above[1] / below[1])
        # Charnes and Cooper: with y = x / below(x) and s = 1 / below(x) the ratio is linear.
        unknowns = len(self.reals) + 2  # y, s, and the ratio itself
        moved = [
            Constraint((*c.coefficients, c.constant, Fraction(0)), Fraction(0), c.is_strict)
            for c in constraints
        ]
        zero = (Fraction(0),) * len(self.reals)
        moved.append(Constraint((*zero, Fraction(1), Fraction(0)), Fraction(0), is_strict=True))
        moved += _equal((*below[0], below[1], Fraction(0)), Fraction(-1))
        moved += _equal((*above[0], above[1], Fraction(-1)), Fraction(0))
        return projected(moved, unknowns, onto=unknowns - 1)


def _equal(coefficients: tuple[Fraction, ...], constant: Fraction) -> list[Constraint]:
    return [Constraint(coefficients, constant), Constraint(tuple(-c for c in coefficients), -constant)]


def _combined(
    above: tuple[tuple[Fraction, ...], Fraction],
    below: tuple[tuple[Fraction, ...], Fraction],
    a: Fraction,
    b: Fraction,
    is_strict: bool,
) -> Constraint:
    return Constraint(
        tuple(a * x + b * y for x, y in zip(above[0], below[0], strict=True)),
        a * above[1] + b * below[1],
        is_strict,
    )


def _is_whole(quantity: Quantity) -> bool:
    return isinstance(quantity, Figure) and quantity.measure.is_counted


def _operands(ratio: Ratio) -> Iterator[Quantity]:
    for quantity in ratio.quantities:
        yield quantity
        if isinstance(quantity, Quotient):
            yield from (quantity.part, quantity.whole)


def _nested(dossier: Dossier, figures: set[Figure]) -> Iterator[tuple[Ratio, Interval]]:
    for nesting in dossier.nesting:
        for whole in {figure for figure in figures if figure.area == nesting.whole}:
            parts = {whole.at(area=area) for area in nesting.parts}
            if not parts & figures:
                continue
            if not nesting.is_exhaustive:
                parts &= figures
            rest = Form.of(whole)
            for part in parts:
                rest = rest - part
            yield rest / 1, Interval.point(0) if nesting.is_exhaustive else Interval(0, None)


def described(dossier: Dossier) -> str:
    """A dossier in a few lines, for a failing example."""
    lines = [
        f"{article.id}/{claim.id}: {claim.kind} {claim.quote!r}"
        + "".join(
            f"; {s.ratio.numerator} / {s.ratio.denominator} in {s.reading.strict}, {s.reading.loose}"
            for s in said
        )
        for article in dossier.articles
        for claim in article.claims
        for said in [claim.statements(Context(conventions=dossier.conventions, published=article.published))]
    ]
    lines += [f"base {base}" for base in dossier.base_figures]
    return "\n".join([*lines, *(str(nesting) for nesting in dossier.nesting)])
