"""Questions about linear inequalities that bounds do not settle, answered exactly by z3.

The only module that imports z3. Numbers go in and come out as exact rationals. Every question may
end in :class:`Undecided`, when the time allowed has passed or z3 gives up; it never ends in a guess.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from claimcheck.bounds import Inequality, Row, Values

if TYPE_CHECKING:
    import z3

__all__ = ["Engine", "Extreme", "Group", "Link", "Solver", "Undecided"]


class Undecided(Exception):
    """A question was not answered: it says why."""


@define
class Engine:
    """z3 for one dossier: a context of its own, and the time that all questions may take together.

    >>> Engine.starting(None).left() is None
    True
    """

    end: float | None
    _context: z3.Context | None = None

    @classmethod
    def starting(cls, seconds: float | None) -> Engine:
        """An engine that may run for so many seconds from now, or for ever."""
        return cls(None if seconds is None else time.monotonic() + seconds)

    def left(self) -> int | None:
        """Milliseconds that are left; :class:`Undecided` when there are none."""
        if self.end is None:
            return None
        left = int((self.end - time.monotonic()) * 1000)
        if left <= 0:
            raise Undecided("the time allowed for solving has passed")
        return left

    @property
    def context(self) -> z3.Context:
        """Made when it is first needed. z3's global one is not safe in threads, and grows for ever."""
        if self._context is None:
            import z3

            self._context = z3.Context()
        return self._context


@frozen(kw_only=True)
class Link:
    """A share as a figure of its own, tied to its part and whole where the whole is one of ``wholes``."""

    share: int
    part: int
    whole: int
    wholes: tuple[Fraction, ...]


@frozen(kw_only=True)
class Group:
    """A statement that may be kept strictly, kept loosely, or given up, at a cost."""

    strict: tuple[Inequality, ...]
    loose: tuple[Inequality, ...]
    weight: int


@frozen(kw_only=True)
class Extreme:
    """The least or greatest value of a form: ``None`` when it has no end, and whether it is reached."""

    value: Fraction | None
    is_reached: bool = True
    values: Values = field(factory=dict)


@frozen(kw_only=True)
class Standing:
    """What the optima say of one group: whether some optimum gives it up, keeps it loosely or strictly."""

    is_given_up: bool = False
    is_kept_loosely: bool = False
    is_kept_strictly: bool = False
    rivals: frozenset[int] = frozenset()
    """The groups that are kept in an optimum that gives this one up."""


class Solver:
    """One system of figures, to be asked about different sets of inequalities."""

    def __init__(self, is_whole: Sequence[bool], engine: Engine, links: Iterable[Link] = ()) -> None:
        # Imported here: most dossiers are settled by bounds alone.
        import z3

        self._z3 = z3
        self.is_whole = tuple(is_whole)
        self._engine = engine
        self._context = engine.context
        self._figures: list[z3.ArithRef] = [
            z3.Int(f"x{number}", self._context) if whole else z3.Real(f"x{number}", self._context)
            for number, whole in enumerate(is_whole)
        ]
        self._links = [
            z3.Or(
                self._figures[link.whole] != self._number(whole),
                self._figures[link.share] * self._number(whole)
                == self._figures[link.part] * self._number(Fraction(100)),
            )
            for link in links
            for whole in link.wholes
        ]

    # Questions

    def point(self, inequalities: Iterable[Inequality], patience: int = 0) -> Values | None:
        """Values that satisfy all the inequalities, or ``None`` when there are none.

        ``patience`` limits what z3 may spend, in its own units; 0 is no limit but the engine's.
        """
        solver = self._solver()
        solver.set("rlimit", patience)
        solver.add(*self._all(inequalities))
        return self._values(solver.model()) if self._check(solver) else None

    def core(self, owners: Mapping[int, Sequence[Inequality]]) -> frozenset[int] | None:
        """Owners whose inequalities cannot all hold, not yet the fewest; ``None`` when all can."""
        z3 = self._z3
        solver = self._solver()
        flags = {}
        for owner, inequalities in owners.items():
            flag = z3.Bool(f"owner{owner}", self._context)
            flags[flag.get_id()] = owner
            solver.add(z3.Implies(flag, z3.And(*self._all(inequalities), self._true())))
            flags[owner, "flag"] = flag
        asked = [flags[owner, "flag"] for owner in owners]
        if self._check(solver, *asked):
            return None
        return frozenset(flags[flag.get_id()] for flag in solver.unsat_core())

    def least(self, row: Row, inequalities: Iterable[Inequality], patience: int = 0) -> Extreme | None:
        """The least value of a form under the inequalities, or ``None`` when they cannot all hold."""
        z3 = self._z3
        optimize = z3.Optimize(ctx=self._context)
        optimize.set("rlimit", patience)
        self._limit(optimize)
        optimize.add(*self._links, *self._all(inequalities))
        goal = optimize.minimize(self._form(row))
        if not self._check(optimize):
            return None
        infinite, value, epsilon = optimize.lower_values(goal)
        if self._fraction(infinite):
            return Extreme(value=None, is_reached=False, values=self._values(optimize.model()))
        return Extreme(
            value=self._fraction(value),
            is_reached=not self._fraction(epsilon),
            values=self._values(optimize.model()),
        )

    def optima(self, hard: Iterable[Inequality], groups: Sequence[Group]) -> list[Standing]:
        """How each group fares over all optima.

        An optimum gives up the least weight of groups altogether, and then keeps the least weight
        of groups only loosely. First both least weights are found; then, for each group, whether an
        optimum of that weight can give it up, keep it loosely, or keep it strictly.
        """
        z3 = self._z3
        kept = [z3.Bool(f"kept{number}", self._context) for number in range(len(groups))]
        exact = [z3.Bool(f"exact{number}", self._context) for number in range(len(groups))]
        system = [*self._links, *self._all(hard)]
        for number, group in enumerate(groups):
            system += [
                z3.Implies(kept[number], z3.And(*self._all(group.loose), self._true())),
                z3.Implies(exact[number], z3.And(kept[number], *self._all(group.strict))),
            ]
        given_up = [(z3.Not(flag), group.weight) for flag, group in zip(kept, groups, strict=True)]
        loosened = [
            (z3.And(flag, z3.Not(strictly)), group.weight)
            for flag, strictly, group in zip(kept, exact, groups, strict=True)
        ]
        for costs in (given_up, loosened):
            system.append(z3.PbLe(costs, self._least_cost(system, costs)))

        solver = self._solver(links=False)
        solver.add(*system)
        seen: list[set[str]] = [set() for _ in groups]
        rivals: dict[int, frozenset[int]] = {}

        def note(model: Any) -> None:
            staying: set[int] = set()
            for number in range(len(groups)):
                is_kept = z3.is_true(model.eval(kept[number], model_completion=True))
                is_exact = z3.is_true(model.eval(exact[number], model_completion=True))
                seen[number].add("strictly" if is_exact else "loosely" if is_kept else "given up")
                if is_kept:
                    staying.add(number)
            for number in set(range(len(groups))) - staying:
                rivals.setdefault(number, frozenset(staying))

        if not self._check(solver):  # the costs were found with this very system
            raise Undecided("the solver contradicted itself")
        note(solver.model())
        for number in range(len(groups)):
            wanted = {
                "given up": [z3.Not(kept[number])],
                "loosely": [kept[number], z3.Not(exact[number])],
                "strictly": [exact[number]],
            }
            for standing, flags in wanted.items():
                if standing not in seen[number] and self._check(solver, *flags):
                    note(solver.model())
        return [
            Standing(
                is_given_up="given up" in standings,
                is_kept_loosely="loosely" in standings,
                is_kept_strictly="strictly" in standings,
                rivals=rivals.get(number, frozenset()),
            )
            for number, standings in enumerate(seen)
        ]

    # Inside

    def _least_cost(self, system: list[Any], costs: list[tuple[Any, int]]) -> int:
        z3 = self._z3
        optimize = z3.Optimize(ctx=self._context)
        self._limit(optimize)
        optimize.add(*system)
        for condition, weight in costs:
            optimize.add_soft(z3.Not(condition), weight)
        if not self._check(optimize):
            raise Undecided("the base figures cannot be true together")
        model = optimize.model()
        return sum(
            weight for condition, weight in costs if z3.is_true(model.eval(condition, model_completion=True))
        )

    def _solver(self, *, links: bool = True) -> Any:
        solver = self._z3.Solver(ctx=self._context)
        self._limit(solver)
        # The same question gets the same answer, whatever was asked before.
        solver.set("random_seed", 0)
        if links:
            solver.add(*self._links)
        return solver

    def _limit(self, asked: Any) -> None:
        left = self._engine.left()
        if left is not None:
            asked.set("timeout", left)

    def _check(self, asked: Any, *assumptions: Any) -> bool:
        self._limit(asked)
        answer = asked.check(*assumptions)
        if answer == self._z3.unknown:
            reason = asked.reason_unknown()
            raise Undecided(
                "the time allowed for solving has passed"
                if reason in ("timeout", "canceled", "interrupted from keyboard")
                else f"the solver gave up: {reason}"
            )
        return bool(answer == self._z3.sat)

    def _all(self, inequalities: Iterable[Inequality]) -> list[Any]:
        return [
            self._form(inequality.row) > 0 if inequality.is_strict else self._form(inequality.row) >= 0
            for inequality in inequalities
        ]

    def _form(self, row: Row) -> Any:
        constant = self._z3.RealVal(row.constant, self._context)
        terms = [self._figures[figure] * coefficient for figure, coefficient in row.terms]
        if all(term.is_int() for term in terms):
            constant = self._z3.IntVal(row.constant, self._context)
        return self._z3.Sum(*terms, constant) if terms else constant

    def _true(self) -> Any:
        return self._z3.BoolVal(True, self._context)

    def _number(self, value: Fraction) -> Any:
        return self._z3.Q(value.numerator, value.denominator, self._context)

    def _fraction(self, value: Any) -> Fraction:
        if self._z3.is_int_value(value):
            return Fraction(value.as_long())
        if self._z3.is_rational_value(value):
            return Fraction(value.numerator_as_long(), value.denominator_as_long())
        raise Undecided(f"the solver answered with {value}, which is no rational number")

    def _values(self, model: Any) -> Values:
        return {
            number: self._fraction(model.eval(figure, model_completion=True))
            for number, figure in enumerate(self._figures)
        }
