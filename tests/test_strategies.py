import subprocess
import sys
from fractions import Fraction

import pytest
from attrs import frozen
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from claimcheck import KINDS, Claim, Dossier, Figure, Interval, Measure, Numeral
from claimcheck.claims import Comparison, Context, FigureClaim
from claimcheck.figures import Quantity
from claimcheck.strategies import (
    OF_KIND,
    claims,
    dossiers,
    figures,
    hedged,
    intervals,
    measures,
    numerals,
    printed,
    worlds,
)

QUICK = settings(max_examples=50, suppress_health_check=list(HealthCheck), database=None, derandomize=True)


def test_every_kind_has_a_strategy() -> None:
    assert set(OF_KIND) == set(KINDS), "add a strategy for the new kind to claimcheck.strategies.OF_KIND"


@frozen(kw_only=True)
class Density(FigureClaim):
    kind = "density"


def test_a_kind_without_a_strategy_says_where_to_add_one() -> None:
    with pytest.raises(LookupError, match=r"kind 'density': add one to claimcheck\.strategies\.OF_KIND"):
        claims(Density, world={})


@pytest.mark.parametrize("kind", KINDS)
def test_claims_of_a_kind_are_of_that_kind_and_can_be_read(kind: type[Claim]) -> None:
    @QUICK
    @given(claims(kind))
    def each(claim: Claim) -> None:
        assert type(claim) is kind
        assert claim.statements(Context())

    each()


def test_what_compares_percentages_is_true_as_it_is_read() -> None:
    # 10% against 40% is "75% lower": "30% lower" would say something else.
    turnout = Measure(name="turnout", unit="percent")
    there, here = Figure(measure=turnout, area="Kent"), Figure(measure=turnout, area="Essex")
    world = {there: Fraction(10), here: Fraction(40)}
    values: dict[Quantity, Fraction] = {there: world[there], here: world[here]}

    @QUICK
    @given(claims(Comparison, world=world))
    def each(claim: Claim) -> None:
        main, *_ = claim.statements(Context())
        value = main.ratio.value(values)
        assert value is not None
        assert value in main.reading.loose

    each()


@pytest.mark.parametrize(
    "text", ["million", "per cent", "%", "-fold", "halved", "one in", "out of 10", "£", "seven"]
)
def test_print_comes_in_every_style(text: str) -> None:
    found = find(
        numerals(), lambda numeral: text in str(numeral), settings=settings(QUICK, max_examples=3000)
    )
    assert text in str(found)


@pytest.mark.parametrize(
    "hedge", ["about", "more than", "at least", "fewer than", "at most", "almost", "just over"]
)
def test_every_hedge_is_drawn(hedge: str) -> None:
    number = st.integers(1, 3000).map(Fraction).flatmap(hedged)
    found = find(
        number, lambda text: Numeral.parse(text).hedge == hedge, settings=settings(QUICK, max_examples=5000)
    )
    assert Numeral.parse(found).hedge == hedge


def test_intervals_have_ends_of_every_sort() -> None:
    for wanted in (
        lambda i: i.is_point,
        lambda i: i.low is None and i.high is None,
        lambda i: i.low_open and not i.high_open,
        lambda i: i.low == 0,
    ):
        assert isinstance(find(intervals(), wanted, settings=settings(QUICK, max_examples=5000)), Interval)


@QUICK
@given(printed(Fraction(1737, 100)))
def test_a_printed_number_rounds_to_the_nearest(text: str) -> None:
    assert text in {"17", "17.4", "17.37", "17.370", "seventeen"}


@QUICK
@given(dossiers())
def test_dossiers_have_articles_with_claims_of_their_own(dossier: Dossier) -> None:
    assert 1 <= len(dossier.articles) <= 3
    for article in dossier.articles:
        assert len({claim.id for claim in article.claims}) == len(article.claims)


@QUICK
@given(worlds(is_whole=True), measures(is_counted=True), figures(measures(is_counted=False)))
def test_whole_is_whole_and_real_is_real(
    world: dict[Figure, Fraction], measure: Measure, figure: Figure
) -> None:
    assert all(value.denominator == 1 for value in world.values())
    assert measure.is_counted
    assert not figure.measure.is_counted


def test_without_hypothesis_the_error_names_the_extra() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; import claimcheck.strategies"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert 'in a checkout of claimcheck, pip install ".[hypothesis]"' in run.stderr
