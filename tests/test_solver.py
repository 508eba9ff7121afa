from fractions import Fraction

import pytest

from claimcheck import Interval
from claimcheck.bounds import Inequality, Row, RowRatio
from claimcheck.solver import Engine, Extreme, Group, Link, Solver, Undecided

X, Y = RowRatio.of_figure(0), RowRatio.of_figure(1)
X_PLUS_Y = RowRatio(Row(((0, 1), (1, 1)), 0), Row((), 1))


def solver(*is_whole: bool, links: tuple[Link, ...] = ()) -> Solver:
    return Solver(is_whole, Engine.starting(None), links)


def test_a_point_is_exact() -> None:
    assert solver(False).point(X.inside(Interval.point(Fraction(1, 3)))) == {0: Fraction(1, 3)}
    assert solver(True).point(X.inside(Interval.point(Fraction(1, 3)))) is None


@pytest.mark.parametrize(
    ("is_whole", "interval", "least"),
    [
        (False, Interval("1.5", 3), Extreme(value=Fraction(3, 2), is_reached=True)),
        (False, Interval("1.5", 3, low_open=True), Extreme(value=Fraction(3, 2), is_reached=False)),
        (True, Interval("1.5", 3, low_open=True), Extreme(value=Fraction(2), is_reached=True)),
        (False, Interval(None, 3), Extreme(value=None, is_reached=False)),
    ],
)
def test_the_least_value_and_whether_it_is_reached(
    is_whole: bool, interval: Interval, least: Extreme
) -> None:
    found = solver(is_whole).least(X.numerator, X.inside(interval))
    assert found is not None
    assert (found.value, found.is_reached) == (least.value, least.is_reached)


def test_a_core_names_who_cannot_agree() -> None:
    owners = {1: X.inside(Interval(5, None)), 2: Y.inside(Interval(0, 1)), 3: X.inside(Interval(0, 4))}
    assert solver(True, True).core(owners) == frozenset({1, 3})
    assert solver(True, True).core({1: owners[1], 2: owners[2]}) is None


def group(interval: Interval, loose: Interval | None = None, weight: int = 1, ratio: RowRatio = X) -> Group:
    return Group(strict=ratio.inside(interval), loose=ratio.inside(loose or interval), weight=weight)


def standings(*groups: Group) -> list[str]:
    found = solver(True, True).optima([*X.inside(Interval(0, 9)), *Y.inside(Interval(0, 9))], groups)
    return [
        "/".join(
            word
            for word, is_so in (
                ("up", standing.is_given_up),
                ("loose", standing.is_kept_loosely),
                ("strict", standing.is_kept_strictly),
            )
            if is_so
        )
        for standing in found
    ]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([group(Interval.point(1)), group(Interval.point(1))], ["strict", "strict"]),
        ([group(Interval.point(1)), group(Interval.point(2))], ["up/strict", "up/strict"]),
        ([group(Interval.point(1), weight=2), group(Interval.point(2))], ["strict", "up"]),
        ([group(Interval.point(1), Interval(1, 2)), group(Interval.point(2))], ["loose", "strict"]),
        (
            [group(Interval.point(1), Interval(1, 2)), group(Interval.point(2), Interval(1, 2))],
            ["loose/strict"] * 2,
        ),
        # less weight given up comes before less weight kept loosely
        (
            [group(Interval.point(1), Interval(1, 3), 2), group(Interval.point(3), weight=1)],
            ["loose", "strict"],
        ),
        ([group(Interval.point(20))], ["up"]),
    ],
)
def test_optima_give_up_least_and_then_loosen_least(groups: list[Group], expected: list[str]) -> None:
    assert standings(*groups) == expected


def test_a_claim_that_is_given_up_has_rivals() -> None:
    first, second, other = solver(True, True).optima(
        [], [group(Interval.point(1), weight=2), group(Interval.point(2)), group(Interval.point(5), ratio=Y)]
    )
    assert (first.rivals, second.rivals, other.rivals) == (frozenset(), frozenset({0, 2}), frozenset())


def test_a_link_ties_a_share_to_its_figures_where_the_whole_is_stated() -> None:
    link = Link(share=0, part=1, whole=2, wholes=(Fraction(8),))
    part_is_2 = Y.inside(Interval.point(2))
    for whole, share in [(8, Fraction(25)), (9, None)]:
        system = [*part_is_2, *RowRatio.of_figure(2).inside(Interval.point(whole))]
        found = solver(False, True, True, links=(link,)).least(X.numerator, system)
        assert found is not None
        assert found.value == share


def test_when_the_time_is_up_nothing_is_decided() -> None:
    late = Solver([True], Engine(end=0.0))
    with pytest.raises(Undecided, match="the time allowed for solving has passed"):
        late.point(X.inside(Interval(0, 1)))
    with pytest.raises(Undecided):
        late.least(X.numerator, [])


def test_the_hard_part_of_the_optima_has_to_be_possible() -> None:
    with pytest.raises(Undecided, match="cannot be true together"):
        solver(True).optima([Inequality(Row((), -1))], [group(Interval.point(1))])
