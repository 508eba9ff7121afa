"""Nothing slips through: against exact base figures a verdict is a matter of arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import evolve
from hypothesis import given, note
from hypothesis import strategies as st

from claimcheck import Article, BaseFigure, Claim, Conventions, Dossier, Figure, Finding, Verdict, verify
from claimcheck.claims import Context, Statement
from claimcheck.figures import Quantity, Quotient
from claimcheck.interval import decimal_text
from claimcheck.strategies import claims, worlds

PUBLISHED = date(2020, 9, 3)


def exact_rows(figure: Figure, value: Fraction) -> list[BaseFigure]:
    """Rows that pin a figure: a real one needs two, as what a source prints of it is rounded."""
    if figure.measure.is_counted:
        return [BaseFigure(figure=figure, value=f"{int(value):,}")]
    shown = decimal_text(value)
    return [BaseFigure(figure=figure, value=f"{words} {shown}") for words in ("at least", "at most")]


def holds(statement: Statement, world: Mapping[Figure, Fraction], *, is_strict: bool) -> bool:
    values: dict[Quantity, Fraction] = dict(world.items())
    for quantity in statement.ratio.quantities:
        if isinstance(quantity, Quotient):
            value = quantity.ratio.value(values)
            if value is None:
                return False
            values[quantity] = value
    value = statement.ratio.value(values)
    return value is not None and value in (statement.reading.strict if is_strict else statement.reading.loose)


def expected(claim: Claim, world: Mapping[Figure, Fraction]) -> Verdict:
    statements = claim.statements(Context(published=PUBLISHED))
    if all(holds(statement, world, is_strict=True) for statement in statements):
        return Verdict.CONFIRMED
    if all(holds(statement, world, is_strict=False) for statement in statements):
        return Verdict.LOOSE
    return Verdict.CONTRADICTED


@given(
    worlds().flatmap(
        lambda world: st.tuples(
            st.just(world), st.lists(claims(world=world, is_true=False), min_size=1, max_size=3)
        )
    )
)
def test_with_exact_base_figures_the_verdict_is_arithmetic(
    drawn: tuple[dict[Figure, Fraction], list[Claim]],
) -> None:
    world, said = drawn
    articles = [
        Article(publisher=f"Paper {number}", id=str(number), published=PUBLISHED, claims=[claim])
        for number, claim in enumerate(said)
    ]
    rows = [row for figure, value in world.items() for row in exact_rows(figure, value)]
    note("; ".join([*(f"{claim.kind} {claim.quote!r}" for claim in said), *map(str, rows)]))
    report = verify(Dossier(articles=articles, base_figures=rows))
    assert not report.faults
    assert [finding.verdict for finding in report] == [expected(claim, world) for claim in said]


@given(worlds().flatmap(lambda world: st.tuples(st.just(world), claims(world=world, is_true=False))))
def test_a_correction_put_back_into_its_words_holds(drawn: tuple[dict[Figure, Fraction], Claim]) -> None:
    world, claim = drawn
    rows = [row for figure, value in world.items() for row in exact_rows(figure, value)]

    def verified(said: Claim) -> Finding:
        article = Article(publisher="A paper", published=PUBLISHED, claims=[said])
        report = verify(Dossier(articles=[article], base_figures=rows))
        assert not report.faults
        return report.findings[0]

    correction = verified(claim).correction
    if correction is None:
        return
    note(f"{claim.kind} {claim.quote!r} -> {correction!r}")
    turned = claim.is_signed and correction.startswith(("up ", "down "))
    mended = correction if turned else claim.numeral(Conventions()).replaced(claim.quote, correction)
    again = verified(evolve(claim, quote=mended))
    assert again.verdict in (Verdict.CONFIRMED, Verdict.CONSISTENT)
    assert again.correction is None
