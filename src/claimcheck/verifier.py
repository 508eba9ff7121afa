"""Verify a dossier: recompute every claim from base figures and from what the articles say.

Base figures and nestings are hard, claims are soft. Each independent part is judged by itself:

1. Can everything be true, strictly read? Bounds and a point that satisfies all usually say so.
2. If not, the solver finds every optimum: the least weight of claims given up, then the least
   weight kept only loosely. That decides *contradicted*, *disputed* and *loose*.
3. For each claim that is kept, the range that all the others leave for its ratio decides
   *confirmed*, *consistent* and *unverified*.

What is wrong is then diagnosed: which mistake would explain it.

The order in which articles, claims or base figures come in never matters: findings come out in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import islice, repeat
from math import lcm

from attrs import define, field, frozen

from claimcheck.articles import Article, Dossier
from claimcheck.assertions import (
    Assertion,
    Fact,
    Part,
    Said,
    base_evidence,
    find_facts,
    group,
    operands,
    read_claims,
    split,
)
from claimcheck.bounds import Inequality, Problem, Row, RowRatio
from claimcheck.claims import Claim, Statement
from claimcheck.diagnosis import diagnosed
from claimcheck.errors import Fault
from claimcheck.figures import Figure, Quantity, Quotient, Ratio
from claimcheck.findings import Evidence, Finding, Report, Severity, Stated, Verdict, WouldBeTrueIf
from claimcheck.interval import Interval
from claimcheck.quotes import coverage_of
from claimcheck.solver import Engine, Group, Link, Undecided
from claimcheck.system import NATURE, Owners, System

__all__ = ["TIGHT", "TIME_LIMIT", "verify"]

TIME_LIMIT = 60.0
"""Seconds that the solver may take over one dossier when nothing else is said."""

TIGHT = 10
"""A range of at most this many printed places would show a slip in the last digit but one."""


def verify(
    story: Dossier | Article | Iterable[Article],
    *,
    time_limit: float | None = TIME_LIMIT,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Recompute every claim of a story and say which add up.

    ``story`` is a dossier, one article, or several articles. ``time_limit`` is in seconds; claims
    that could not be decided within it are unverified with that reason, never passed. ``None``
    sets no limit. Faults of authoring do not raise: they are in the report, which is not clean.
    ``progress`` is told how many of how many claims are done, each time that some are.

    >>> from claimcheck import Article, Change, Count, Figure, Measure
    >>> offences = Measure(name="online offences", unit="offence")
    >>> now = Figure(measure=offences, area="Wiltshire", period="2019/20")
    >>> before = now.at(period="2018/19")
    >>> report = verify(Article(publisher="A paper", claims=[
    ...     Count(quote="63 incidents", figure=now),
    ...     Count(quote="77 in the previous year", figure=before),
    ...     Change(quote="a 17% decrease", figure=now, since=before),
    ... ]))
    >>> [finding.verdict.value for finding in report]
    ['unverified', 'unverified', 'contradicted']
    >>> report.findings[2].correction
    '18%'
    """
    dossier = Dossier.of(story)
    said, faults = read_claims(dossier)
    facts, fact_faults = find_facts(dossier, said)
    faults += fact_faults
    engine = Engine.starting(time_limit)
    findings: dict[str, Finding] = {}
    implied: dict[Quantity, Interval] = {}
    # What cannot be read is done as soon as the rest is read.
    total = sum(len(article.claims) for article in dossier.articles)
    done = total - len(said)
    for part in split(group(said), facts):
        judge = _Judge.of(part, engine)
        faults += judge.judge()
        findings |= judge.findings
        implied |= judge.ranges
        done += sum(len(assertion.said) for assertion in part.assertions)
        if progress is not None:
            progress(done, total)
    ids = [f"{article.id}/{claim.id}" for article in dossier.articles for claim in article.claims]
    order = {full_id: number for number, full_id in enumerate(ids)}
    found = diagnosed(findings, said, dossier.base_figures, implied)
    covered = (coverage_of(article, dossier.conventions) for article in dossier.articles)
    return Report(
        dossier=dossier,
        findings=tuple(sorted(found, key=lambda finding: order[finding.id])),
        # Two parts may meet the same pair of sources that contradict each other: once is enough.
        faults=(*dossier.faults, *{(fault.sentence, fault.place): fault for fault in faults}.values()),
        implied=tuple(sorted(implied.items(), key=lambda item: item[0].sort_key)),
        coverage=tuple(coverage for coverage in covered if coverage is not None),
    )


@frozen(kw_only=True, eq=False)
class _Compiled:
    """A statement, and its ratio over the part's numbered figures."""

    statement: Statement
    ratio: RowRatio


def _compile(ratio: Ratio, numbers: dict[Quantity, int]) -> RowRatio:
    """Both forms of a ratio, scaled by one factor to whole coefficients."""
    forms = (ratio.numerator, ratio.denominator)
    scale = lcm(*(c.denominator for form in forms for c in (form.constant, *(t[1] for t in form.terms))))
    above, below = (
        Row(tuple((numbers[q], int(c * scale)) for q, c in form.terms), int(form.constant * scale))
        for form in forms
    )
    return RowRatio(above, below)


@define(eq=False, kw_only=True)
class _Judge:
    """One independent part, compiled; judging it fills in the findings.

    Assertions are known by their number in the part. Each owns its statements twice: read strictly
    and read loosely.
    """

    part: Part
    quantities: tuple[Quantity, ...]
    system: System
    compiled: tuple[tuple[_Compiled, ...], ...]
    findings: dict[str, Finding] = field(factory=dict)
    ranges: dict[Quantity, Interval] = field(factory=dict)
    rough: set[RowRatio] = field(factory=set)
    """The ratios whose exact range was not found: theirs holds it."""
    rivals: dict[int, frozenset[int]] = field(factory=dict)
    """For an assertion that some optimum gives up: what that optimum keeps."""

    @classmethod
    def of(cls, part: Part, engine: Engine) -> _Judge:
        """Number the figures of a part and turn what is said of them into inequalities."""
        everything = {q for ratio in part.ratios for q in operands(ratio.quantities)}
        quantities = tuple(sorted(everything, key=lambda quantity: quantity.sort_key))
        numbers = {quantity: number for number, quantity in enumerate(quantities)}
        owners: list[Sequence[Inequality]] = [
            [Inequality(Row(((n, 1),), 0)) for q, n in numbers.items() if not q.measure.signed]
        ]
        owners += [
            [*_compile(fact.ratio, numbers).inside(fact.interval), *_shares_of(fact, numbers)]
            for fact in part.facts
        ]
        compiled = tuple(
            tuple(_Compiled(statement=s, ratio=_compile(s.ratio, numbers)) for s in assertion.statements)
            for assertion in part.assertions
        )
        shares = [q for q in quantities if isinstance(q, Quotient)]
        for statements in compiled:
            strict = [
                i for c in statements for i in _inequalities(c, c.statement.reading.strict, shares, numbers)
            ]
            loose = [
                i for c in statements for i in _inequalities(c, c.statement.reading.loose, shares, numbers)
            ]
            owners += [strict, loose]
        is_whole = tuple(isinstance(q, Figure) and q.measure.is_counted for q in quantities)
        problem = Problem(is_whole, dict(enumerate(owners)))
        system = System(problem=problem, engine=engine, links=_links(numbers, part))
        return cls(part=part, quantities=quantities, system=system, compiled=compiled)

    # Owners: nature, then the facts, then each assertion strictly and loosely

    @property
    def _numbers(self) -> range:
        return range(len(self.compiled))

    @property
    def _hard(self) -> Owners:
        return frozenset(range(len(self.part.facts) + 1))

    def _strict(self, number: int) -> int:
        return len(self.part.facts) + 1 + 2 * number

    def _loose(self, number: int) -> int:
        return self._strict(number) + 1

    def _fact(self, owner: int) -> Fact | None:
        return self.part.facts[owner - 1] if 0 < owner <= len(self.part.facts) else None

    def _assertion(self, owner: int) -> Assertion:
        return self.part.assertions[(owner - 1 - len(self.part.facts)) // 2]

    def _weight(self, owner: int) -> int:
        """What an owner weighs as evidence: a source most, a percentage least."""
        return 3 if self._fact(owner) else self._assertion(owner).weight

    # The verdicts

    def judge(self) -> list[Fault]:
        """Fill in the findings; what comes back are faults among the base figures."""
        try:
            if self.part.facts and not self.system.is_possible(self._hard):
                return [self._impossible_facts()]
            given_up, disputed, loosened = set[int](), set[int](), set[int]()
            kept = self._kept(set(), set())
            if not self.system.is_possible(kept):
                given_up, disputed, loosened = self._standings()
                kept = self._kept(given_up | disputed, loosened)
                # What is kept is possible: this leaves the witness that proves the ends of ranges.
                self.system.is_possible(kept)
        except Undecided as undecided:
            self._leave_undecided(self._numbers, str(undecided))
            return []
        for number in self._numbers:
            others = kept - {self._strict(number), self._loose(number)}
            try:
                if number in given_up:
                    self._find_contradicted(number, others, kept)
                elif number in disputed:
                    self._find_disputed(number, others, kept)
                elif number in loosened:
                    self._find_loose(number, others, kept)
                else:
                    self._find_kept(number, others, kept)
            except Undecided as undecided:
                self._leave_undecided([number], str(undecided))
        return []

    def _standings(self) -> tuple[set[int], set[int], set[int]]:
        """The assertions that every optimum gives up, that some do, and that some keep only loosely."""
        owners = self.system.problem.owners
        groups = [
            Group(strict=owners[self._strict(n)], loose=owners[self._loose(n)], weight=assertion.weight)
            for n, assertion in enumerate(self.part.assertions)
        ]
        standings = self.system.ask().optima(self.system.inequalities(self._hard), groups)
        self.rivals = {n: s.rivals for n, s in enumerate(standings)}
        given_up = {n for n, s in enumerate(standings) if not (s.is_kept_loosely or s.is_kept_strictly)}
        disputed = {n for n, s in enumerate(standings) if s.is_given_up} - given_up
        return given_up, disputed, {n for n, s in enumerate(standings) if s.is_kept_loosely} - disputed

    def _kept(self, gone: set[int], loosened: set[int]) -> Owners:
        chosen = (
            self._loose(n) if n in loosened else self._strict(n) for n in self._numbers if n not in gone
        )
        return self._hard | frozenset(chosen)

    def _find_contradicted(self, number: int, others: Owners, kept: Owners) -> None:
        # Show the statement that fails: a record may fail by an earlier figure only.
        for shown in self.compiled[number]:
            recomputed = self._range(shown.ratio, others)
            if recomputed is None or recomputed.intersect(shown.statement.reading.loose) is None:
                break
        else:
            shown = self.compiled[number][0]
            recomputed = self._range(shown.ratio, others)
        evidence = self._against(number, others, shown)
        self._write(number, Verdict.CONTRADICTED, shown, recomputed, evidence, kept)

    def _find_disputed(self, number: int, others: Owners, kept: Owners) -> None:
        main = self.compiled[number][0]
        recomputed = self._range(main.ratio, others)
        evidence = self._against(number, others, main)
        self._write(number, Verdict.DISPUTED, main, recomputed, evidence, kept)

    def _against(self, number: int, others: Owners, shown: _Compiled) -> Owners:
        """The fewest owners that rule a claim out and can be true together themselves.

        What every optimum keeps may not be enough; what one optimum keeps that gives the claim up is.
        """
        claimed = self.system.problem.owners[self._loose(number)]
        if self.system.is_compatible(claimed, others):
            others = self._hard | frozenset(map(self._loose, self.rivals[number]))
        return self.system.conflict(claimed, others, shown.ratio.figures, self._weight)

    def _find_loose(self, number: int, others: Owners, kept: Owners) -> None:
        main = self.compiled[number][0]
        recomputed = self._range(main.ratio, others)
        claimed = self.system.problem.owners[self._strict(number)]
        if self.system.is_compatible(claimed, others):
            evidence = self._support(number, recomputed, others, follows=False)
        else:
            evidence = self.system.conflict(claimed, others, main.ratio.figures, self._weight)
        self._write(number, Verdict.LOOSE, main, recomputed, evidence, kept)

    def _find_kept(self, number: int, others: Owners, kept: Owners) -> None:
        main, *_ = statements = self.compiled[number]
        ranges = [self._range(compiled.ratio, others) for compiled in statements]
        follows = all(map(self._follows, statements, ranges, repeat(others)))
        recomputed, place = ranges[0], main.statement.place
        width = None if recomputed is None else recomputed.width
        is_tight = place is not None and width is not None and width <= TIGHT * place
        is_rough = main.ratio in self.rough and not (follows or is_tight)
        # Only whole numbers could make the range narrower: make sure that it is too wide.
        if is_rough and place is not None and not self.system.is_wider(main.ratio, others, TIGHT * place):
            raise Undecided("how far the others bound it in whole numbers was not found")
        verdict = Verdict.CONFIRMED if follows else Verdict.CONSISTENT if is_tight else Verdict.UNVERIFIED
        # A range too wide to say anything is worth citing only what bounds it directly.
        reach = 1 if verdict is Verdict.UNVERIFIED else None
        evidence = self._support(number, recomputed, others, follows=follows, reach=reach)
        self._write(number, verdict, main, recomputed, evidence, kept)

    def _follows(self, compiled: _Compiled, found: Interval | None, others: Owners) -> bool:
        """Do the others, which leave the range that was found, make the statement true, read strictly?"""
        strict = compiled.statement.reading.strict
        if found is None or not self.system.is_always_defined(compiled.ratio, others):
            return False
        if found.within(strict) or compiled.ratio not in self.rough:
            return found.within(strict)
        inside = compiled.ratio.inside(strict)
        return not any(self.system.is_compatible((inequality.negated(),), others) for inequality in inside)

    def _write(
        self,
        number: int,
        verdict: Verdict,
        shown: _Compiled,
        recomputed: Interval | None,
        evidence: Owners,
        kept: Owners,
    ) -> None:
        """One finding for each claim that says the same."""
        known = tuple((self.quantities[f], self._figure_range(f, kept)) for f in shown.ratio.figures)
        unstated = self._unstated(kept)
        figures = dict.fromkeys(f for compiled in self.compiled[number] for f in compiled.ratio.figures)
        ranges = {self.quantities[f]: self._figure_range(f, kept) for f in figures}
        implied = tuple((self.quantities[f], ranges[self.quantities[f]]) for f in figures if f in unstated)
        would_be = self._would_be(number, ranges) if verdict is Verdict.CONTRADICTED else ()
        for spoken in self.part.assertions[number].said:
            self.findings[spoken.id] = _finding(
                spoken,
                verdict=verdict,
                statement=shown.statement,
                recomputed=recomputed,
                known=known,
                implied=tuple((q, values) for q, values in implied if values.high is not None),
                evidence=self._cite(evidence, spoken),
                would_be=would_be,
            )

    def _leave_undecided(self, numbers: Iterable[int], reason: str) -> None:
        for number in numbers:
            for spoken in self.part.assertions[number].said:
                self.findings[spoken.id] = Finding(
                    id=spoken.id,
                    article=spoken.article,
                    claim=spoken.claim,
                    verdict=Verdict.UNVERIFIED,
                    reason=f"could not be decided: {reason}",
                    is_undecided=True,
                    stated=_stated(spoken, spoken.statements[0]),
                    ratio=spoken.statements[0].ratio,
                )

    def _impossible_facts(self) -> Fault:
        self._leave_undecided(self._numbers, "the base figures cannot be true together")
        figures = range(len(self.quantities))
        rows = sorted(self.system.conflict((), self._hard, figures, self._weight) - {NATURE})
        evidence = [fact.evidence for fact in map(self._fact, rows) if fact is not None]
        listed = "; ".join(f"{one.text} ({one.place})" if one.place else one.text for one in evidence)
        return Fault(
            rule="CC111",
            message=f"these cannot be true together: {listed}",
            advice="correct a base figure, or the nesting of areas",
            place=next((one.place for one in evidence if one.place), None),
        )

    # Ranges of figures

    def _range(self, ratio: RowRatio, owners: Owners) -> Interval | None:
        """The range that the owners leave for a ratio: exact, or one that holds it and is noted as rough."""
        try:
            return self.system.ratio_range(ratio, owners)
        except Undecided:
            self.rough.add(ratio)
            return self.system.outer_range(ratio, owners)

    def _figure_range(self, figure: int, kept: Owners) -> Interval:
        """The range of one figure when everything that is kept is true."""
        quantity = self.quantities[figure]
        if quantity not in self.ranges:
            found = self._range(RowRatio.of_figure(figure), kept)
            self.ranges[quantity] = found or Interval()
        return self.ranges[quantity]

    def _unstated(self, kept: Owners) -> set[int]:
        """The figures that no base figure and no kept count or amount is about."""
        stated = {
            row.terms[0][0]
            for owner in kept - {NATURE}
            if self._weight(owner) > 1
            for row in [inequality.row for inequality in self.system.problem.owners[owner][:1]]
            if len(row.terms) == 1
        }
        return set(range(len(self.quantities))) - stated

    def _would_be(self, number: int, known: dict[Quantity, Interval]) -> tuple[WouldBeTrueIf, ...]:
        """For each figure: the values that make the claim true while the others stay where they are."""
        statements = self.compiled[number]
        inside = [i for c in statements for i in c.ratio.inside(c.statement.reading.strict)]
        figures = dict.fromkeys(f for c in statements for f in c.ratio.figures)
        found = []
        for figure in figures:
            quantity = self.quantities[figure]
            staying = [
                inequality
                for other in figures
                if other != figure
                for inequality in RowRatio.of_figure(other).inside(known[self.quantities[other]])
            ]
            nature = [i for i in self.system.problem.owners[NATURE] if i.row.terms[0][0] == figure]
            box = self.system.problem.narrow(frozenset(), extra=[*inside, *staying, *nature])
            values = None if box is None else box.interval(figure)
            found.append(WouldBeTrueIf(figure=quantity, values=values, now=known[quantity]))
        return tuple(sorted(found, key=_nearest_first))

    # Evidence

    def _support(
        self,
        number: int,
        recomputed: Interval | None,
        others: Owners,
        *,
        follows: bool,
        reach: int | None = None,
    ) -> Owners:
        """The fewest owners that make the claim follow, or leave the same range for its main ratio."""
        main, *_ = statements = self.compiled[number]
        if recomputed is None or recomputed.high is None:
            return frozenset()
        wanted = [
            inequality
            for compiled in statements
            for inequality in compiled.ratio.inside(compiled.statement.reading.strict)
        ]

        def enough(near: Owners) -> bool:
            if follows:
                box = self.system.narrow(near)
                return box is not None and all(
                    box.ensures(inequality) or self.system.narrow(near, (inequality.negated(),)) is None
                    for inequality in wanted
                )
            found = self.system.bounded_range(main.ratio, near)
            return found is not None and found.within(recomputed)

        figures = {figure for compiled in statements for figure in compiled.ratio.figures}
        told = (others.intersection(self.system.pins.get(figure, ())) for figure in figures)
        outright = frozenset({NATURE, *(max(owners, key=self._weight) for owners in told if owners)})
        # What says outright which numbers the figures are makes the plainest evidence.
        starts = (outright,) if len(outright) > 1 else ()
        for near in (*starts, *islice(self.system.widening(main.ratio.figures, others), reach)):
            if enough(near):
                return self.system.fewest(near, main.ratio.figures, enough, self._weight)
        return frozenset()  # only the solver sees why: nothing short to cite

    def _cite(self, owners: Owners, reader: Said) -> tuple[Evidence, ...]:
        """Owners as evidence: of repetitions, the one in the reader's own article is cited."""
        cited = [base_evidence(given) for statement in reader.statements for given in statement.given]
        for owner in sorted(owners - {NATURE}):
            if fact := self._fact(owner):
                cited.append(fact.evidence)
                continue
            said = self._assertion(owner).said
            spoken = next((one for one in said if one.article.id == reader.article.id), said[0])
            cited.append(
                Evidence(
                    id=spoken.id,
                    text=spoken.claim.quote,
                    publisher=spoken.article.publisher,
                    place=spoken.claim.place,
                    is_quote=True,
                )
            )
        return tuple(cited)


def _inequalities(
    compiled: _Compiled, interval: Interval, shares: Sequence[Quotient], numbers: dict[Quantity, int]
) -> list[Inequality]:
    """That a statement's ratio lies in an interval; a share that is also a figure of its own does as well."""
    found = list(compiled.ratio.inside(interval))
    for share in shares:
        if compiled.statement.ratio == share.ratio:
            found += RowRatio.of_figure(numbers[share]).inside(interval)
        if share in compiled.statement.ratio.quantities:
            # Without a whole there is no share.
            found.append(Inequality(Row(((numbers[share.whole], 1),), 0), is_strict=True))
    return found


def _shares_of(fact: Fact, numbers: dict[Quantity, int]) -> list[Inequality]:
    """Where a fact pins the whole of a share, the share hangs on the part alone."""
    found = []
    for quantity, number in numbers.items():
        if isinstance(quantity, Quotient) and quantity.whole == fact.pins and fact.interval.low:
            share, part = RowRatio.of_figure(number), RowRatio.of_figure(numbers[quantity.part])
            row = share.numerator.plus(part.numerator, -100 / fact.interval.low)
            found += [Inequality(row), Inequality(-row)]
    return found


def _links(numbers: dict[Quantity, int], part: Part) -> tuple[Link, ...]:
    """Each share of a whole that no fact pins, with the values that somebody states for the whole."""
    stated: dict[Quantity, set[Fraction]] = defaultdict(set)
    pairs = [(fact.ratio, fact.interval) for fact in part.facts]
    pairs += [(s.ratio, s.reading.strict) for a in part.assertions for s in a.statements]
    for ratio, interval in pairs:
        if len(ratio.numerator.terms) == 1 and not ratio.denominator.terms and interval.low == interval.high:
            ((quantity, coefficient),) = ratio.numerator.terms
            if interval.low is not None:
                stated[quantity].add(interval.low * ratio.denominator.constant / coefficient)
    pinned = {fact.pins for fact in part.facts}
    return tuple(
        Link(share=number, part=numbers[q.part], whole=numbers[q.whole], wholes=wholes)
        for q, number in numbers.items()
        if isinstance(q, Quotient) and q.whole not in pinned
        for wholes in [tuple(sorted(whole for whole in stated[q.whole] if whole > 0))]
    )


def _nearest_first(counterfactual: WouldBeTrueIf) -> tuple[bool, Fraction]:
    """The least change first, and last the figures of which no value would do."""
    values, now = counterfactual.values, counterfactual.now
    if values is None or now is None:
        return True, Fraction(0)
    return False, values.gap(now)


# Wording the facts of a finding


def _stated(spoken: Said, statement: Statement) -> Stated:
    return Stated(
        text=statement.text or spoken.statements[0].text or spoken.claim.quote,
        strict=statement.reading.strict,
        loose=statement.reading.loose,
        convention=statement.reading.convention,
        loose_convention=statement.reading.loose_convention,
        place=statement.place,
    )


def _finding(
    spoken: Said,
    *,
    verdict: Verdict,
    statement: Statement,
    recomputed: Interval | None,
    known: tuple[tuple[Quantity, Interval], ...],
    implied: tuple[tuple[Quantity, Interval], ...],
    evidence: tuple[Evidence, ...],
    would_be: tuple[WouldBeTrueIf, ...],
) -> Finding:
    stated = _stated(spoken, statement)
    is_wrong = verdict is Verdict.CONTRADICTED
    is_off = is_wrong or verdict is Verdict.LOOSE
    reason = None
    if verdict is Verdict.UNVERIFIED:
        is_free = recomputed is None or recomputed.low is None or recomputed.high is None
        reason = "nothing to recompute it from" if is_free else "too little else is known"
    return Finding(
        id=spoken.id,
        article=spoken.article,
        claim=spoken.claim,
        verdict=verdict,
        reason=reason,
        severity=_severity(spoken.claim, stated, recomputed) if is_wrong else None,
        stated=stated,
        ratio=statement.ratio,
        recomputed=recomputed,
        known=known,
        evidence=evidence,
        implied=implied,
        out_by=recomputed.gap(stated.strict) if is_off and recomputed is not None else None,
        # Only the main statement is printed as a number.
        correction=_correction(spoken, recomputed) if is_off and statement is spoken.statements[0] else None,
        would_be_true_if=would_be,
    )


def _severity(claim: Claim, stated: Stated, recomputed: Interval | None) -> Severity:
    if recomputed is None:
        return Severity.WRONG
    is_threshold = stated.loose.low is None or stated.loose.high is None
    if is_threshold or (claim.pivot is not None and _flips(stated.strict, recomputed, claim.pivot)):
        return Severity.FLIPS
    half = (stated.strict.width or Fraction(0)) / 2
    # Where the two overlap, it is other claims that rule this one out: no matter of rounding.
    is_apart = recomputed.intersect(stated.strict) is None
    is_near = is_apart and stated.place is not None and recomputed.gap(stated.strict) + half <= stated.place
    return Severity.ROUNDING if is_near else Severity.WRONG


def _flips(stated: Interval, recomputed: Interval, pivot: int) -> bool:
    """True when the two lie on different sides of the pivot, where nothing changes."""
    above, below = Interval(pivot, None, low_open=True), Interval(None, pivot, high_open=True)
    return (stated.within(above) and recomputed.intersect(above) is None) or (
        stated.within(below) and recomputed.intersect(below) is None
    )


def _correction(spoken: Said, recomputed: Interval | None) -> str | None:
    """What a careful desk prints for the recomputed ratio, when both its ends print alike or nearly."""
    place = spoken.statements[0].place
    if recomputed is None or recomputed.low is None or recomputed.high is None or place is None:
        return None
    if recomputed.high - recomputed.low > TIGHT * place or recomputed.low < 0 < recomputed.high:
        return None  # too wide a range to print as a number, or one without a direction
    return spoken.claim.reprint(recomputed, spoken.context)
