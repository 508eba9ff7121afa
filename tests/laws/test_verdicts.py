"""The verdicts are those of trying everything.

Small dossiers: the base figures bound each whole figure to a few values, and every claim is true of
a world of its own, so that claims agree, contradict, repeat and follow from each other.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from attrs import evolve
from hypothesis import assume, example, given, note, settings
from hypothesis import strategies as st

from claimcheck import (
    Amount,
    Article,
    BaseFigure,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Dossier,
    Elapsed,
    Figure,
    Incidence,
    Mean,
    Measure,
    Multiple,
    Nesting,
    Points,
    Rate,
    Record,
    Report,
    Share,
    Total,
    Verdict,
    verify,
)
from claimcheck.strategies import claims

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.laws.brute_force import BruteForce, ExactBruteForce, described

OFFENCES = Figure(measure=Measure(name="offences", unit="offence"), area="Rutland", period="2019/20")
BEFORE, THERE = OFFENCES.at(period="2018/19"), OFFENCES.at(area="Wiltshire")
CRIMES = OFFENCES.at(measure=Measure(name="crimes", unit="offence"))
PEOPLE = OFFENCES.at(measure=Measure(name="people", unit="person"))
BALANCE = OFFENCES.at(measure=Measure(name="balance", unit="seat", signed=True))
BUDGET = OFFENCES.at(measure=Measure(name="budget", unit="GBP"))
TURNOUT = OFFENCES.at(measure=Measure(name="turnout", unit="percent"))

ALIKE: tuple[type[Claim], ...] = (
    Count,
    Amount,
    Change,
    Change,
    Difference,
    Multiple,
    Total,
    Rate,
    Comparison,
    Record,
    Elapsed,
)
APART: tuple[type[Claim], ...] = (Count, Share, Share, Incidence, Mean, Total, Amount, Comparison)

STORIES: tuple[tuple[tuple[Figure, ...], tuple[type[Claim], ...], int], ...] = (
    ((OFFENCES, BEFORE), ALIKE, 9),
    ((OFFENCES, BEFORE, THERE), ALIKE, 5),
    ((OFFENCES, CRIMES), (Count, Share, Share, Mean, Total), 9),
    ((OFFENCES, CRIMES, PEOPLE), APART[:-1], 5),
    ((BALANCE, BALANCE.at(period="2018/19")), (Change, Difference, Multiple, Comparison, Record, Total), 5),
)


@st.composite
def small_dossiers(
    draw: st.DrawFn,
    figures: Sequence[Figure],
    kinds: Sequence[type[Claim]],
    most: int,
    *,
    most_claims: int = 6,
) -> Dossier:
    values = {figure: st.integers(0, most).map(Fraction) for figure in figures}
    drawn: list[Claim] = []
    for _ in range(draw(st.integers(1, most_claims))):
        # few worlds, so that claims often agree
        world = {figure: draw(value) for figure, value in values.items()}
        for figure in figures:
            if world[figure] == 0 and draw(st.booleans()):
                world[figure] = Fraction(1)
        repeated = draw(st.integers(0, 3)) == 0
        drawn.append(
            draw(st.sampled_from(drawn))
            if repeated and drawn
            else draw(claims(draw(st.sampled_from(kinds)), world=world))
        )
    split = draw(st.integers(0, len(drawn)))
    return Dossier(
        articles=[numbered("A", drawn[:split]), numbered("B", drawn[split:])],
        base_figures=draw(domains(figures, most)),
        nesting=draw(nestings(figures)),
    )


@st.composite
def domains(draw: st.DrawFn, figures: Sequence[Figure], most: int) -> list[BaseFigure]:
    rows = []
    for figure in figures:
        if not figure.measure.is_counted:
            continue
        low = draw(st.sampled_from((-2, 0))) if figure.measure.signed else 0
        rows.append(BaseFigure(figure=figure, value=f"{low} to {most}"))
        if draw(st.integers(0, 3)) == 0:
            value = draw(st.integers(0, most))
            rows.append(BaseFigure(figure=figure, value=draw(st.sampled_from((f"{value}", f"<{value + 1}")))))
    return rows


@st.composite
def nestings(draw: st.DrawFn, figures: Sequence[Figure]) -> list[Nesting]:
    if THERE not in figures or draw(st.booleans()):
        return []
    return [Nesting(whole="Wiltshire", parts=("Rutland",), is_exhaustive=draw(st.booleans()))]


def numbered(name: str, drawn: Sequence[Claim]) -> Article:
    return Article(
        publisher=name,
        id=name.lower(),
        claims=tuple(evolve(claim, id=f"c{n}") for n, claim in enumerate(drawn)),
    )


def assert_same(report: Report, truth: BruteForce) -> None:
    note("EXAMPLE\n" + described(truth.dossier) + "\nEND")
    if not truth.worlds:
        assert report.exit_status() == 2
        assert all(finding.is_undecided for finding in report) or report.faults
        return
    assert not report.faults
    expected = truth.findings()
    assert {f.id: f.verdict for f in report} == {
        found_id: verdict for found_id, (verdict, _) in expected.items()
    }
    said = {claim_id: said for said in truth.said for claim_id in said.ids}
    for finding in report:
        assert not finding.is_undecided
        if finding.ratio == said[finding.id].statements[0].ratio:
            assert finding.recomputed == expected[finding.id][1], finding.id
    for quantity, interval in report.implied:
        assert interval == truth.kept_range(quantity / 1 if isinstance(quantity, Figure) else quantity.ratio)
    assert_evidence(report, truth)


def assert_evidence(report: Report, truth: BruteForce) -> None:
    """What a claim is given up for can be true by itself, and not with the claim."""
    said = {claim_id: said for said in truth.said for claim_id in said.ids}
    verdicts = {finding.id: finding.verdict for finding in report}
    for finding in report.with_verdict(Verdict.CONTRADICTED, Verdict.DISPUTED):
        cited = {
            said[e.id]: 1 if verdicts[e.id] in (Verdict.LOOSE, Verdict.DISPUTED) else 2
            for e in finding.evidence
            if e.id in said
        }
        assert truth.is_possible(cited.items())
        assert not truth.is_possible([*cited.items(), (said[finding.id], 1)])


def dossier_of(*said: Claim, **base: str) -> Dossier:
    figures = {
        "now": OFFENCES,
        "before": BEFORE,
        "crimes": CRIMES,
        "people": PEOPLE,
        "balance": BALANCE,
        "balance_before": BALANCE.at(period="2018/19"),
    }
    rows = [BaseFigure(figure=figures[name], value=value) for name, value in base.items()]
    return Dossier(articles=[numbered("A", said)], base_figures=rows)


@given(st.sampled_from(STORIES).flatmap(lambda story: small_dossiers(*story)))
@example(  # what it conflicts with is disputed itself
    dossier_of(
        Share(quote="0% of the whole", figure=OFFENCES, of=CRIMES),
        Count(quote="1", figure=OFFENCES),
        Count(quote="2", figure=OFFENCES),
        now="0 to 9",
        crimes="0 to 9",
    )
)
@example(  # each pair of rivals is an optimum of its own
    dossier_of(
        Change(quote="a fall of 100%", figure=BALANCE, since=BALANCE.at(period="2018/19")),
        Comparison(quote="a fall of 0", figure=BALANCE, than=BALANCE.at(period="2018/19")),
        Multiple(quote="1 times", figure=BALANCE, since=BALANCE.at(period="2018/19")),
        Difference(quote="a fall of 1", figure=BALANCE, since=BALANCE.at(period="2018/19")),
        balance="-2 to 5",
        balance_before="-2 to 5",
    )
)
def test_verdicts_of_whole_figures_are_those_of_brute_force(dossier: Dossier) -> None:
    assert_same(verify(dossier, time_limit=None), BruteForce(dossier))


REAL_STORIES: tuple[tuple[tuple[Figure, ...], tuple[type[Claim], ...], int], ...] = (
    ((BUDGET, BUDGET.at(period="2018/19")), (Amount, Change, Difference, Multiple, Comparison, Record), 12),
    ((BUDGET, BUDGET.at(area="Wiltshire"), PEOPLE), (Amount, Mean, Mean, Total, Comparison), 6),
    ((TURNOUT, TURNOUT.at(period="2018/19")), (Amount, Points, Points, Comparison), 9),
)


# A part of the examples: eliminating the real figures by hand takes its time.
part = settings(max_examples=max(20, settings.default.max_examples // 8) if settings.default else 100)


@part
@given(st.sampled_from(REAL_STORIES).flatmap(lambda story: small_dossiers(*story, most_claims=4)))
@example(  # the ratio has an end far away on one side, and none on the other
    dossier_of(
        Amount(quote="£1", figure=BUDGET.at(period="2018/19")),
        Multiple(quote="1 times", figure=BUDGET.at(period="2018/19"), since=BUDGET),
    )
)
@example(  # 0 is reached, 1 is not
    dossier_of(
        Record(quote="the lowest on record", figure=BUDGET, among=(BUDGET.at(period="2018/19"),)),
        Multiple(quote="1 times", figure=BUDGET, since=BUDGET.at(period="2018/19")),
    )
)
@example(  # an open end, with another number of people than the witness has
    dossier_of(
        Amount(quote="1 GBP", figure=BUDGET),
        Amount(quote="£2.0", figure=BUDGET),
        Mean(quote="an average of 1 GBP for each", figure=BUDGET, per=PEOPLE),
        people="0 to 6",
    )
)
def test_verdicts_of_real_figures_are_those_of_brute_force(dossier: Dossier) -> None:
    assert_same(verify(dossier, time_limit=None), ExactBruteForce(dossier))


@st.composite
def dossiers_of_points(draw: st.DrawFn) -> Dossier:
    """Shares of known wholes, and changes between them in points."""
    whole, part = CRIMES, OFFENCES
    earlier = whole.at(period="2018/19")
    figures = (part, BEFORE, whole, earlier)
    world = {figure: Fraction(draw(st.integers(0, 3))) for figure in (part, BEFORE)}
    world |= {
        figure: world[figure.at(measure=part.measure)] + draw(st.integers(0, 4))
        for figure in (whole, earlier)
    }
    drawn: list[Claim] = []
    for _ in range(draw(st.integers(1, 3))):
        said = {
            figure: max(Fraction(0), value + draw(st.sampled_from((0, 0, 0, 1, -1))))
            for figure, value in world.items()
        }
        said |= {figure: world[figure] for figure in (whole, earlier)}
        kind = draw(st.sampled_from((Points, Points, Share, Count)))
        claim = draw(claims(kind, world=said))
        assume(not isinstance(claim, Points) or (claim.of is not None and claim.of.measure == whole.measure))
        drawn.append(claim)
    rows = [BaseFigure(figure=figure, value=f"{world[figure]}") for figure in (whole, earlier)]
    rows += [BaseFigure(figure=figure, value="0 to 3") for figure in figures[:2]]
    return Dossier(articles=[numbered("A", drawn)], base_figures=rows)


@part
@given(dossiers_of_points())
def test_points_between_shares_of_known_wholes_are_those_of_brute_force(dossier: Dossier) -> None:
    assert_same(verify(dossier, time_limit=None), ExactBruteForce(dossier))
