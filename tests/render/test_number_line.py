"""The number line: where things stand on it, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.articles import Article
from claimcheck.claims import Count
from claimcheck.figures import Figure, Measure
from claimcheck.findings import Finding, Report, Stated, Verdict
from claimcheck.interval import Interval
from claimcheck.render.number_line import NumberLine, Stretch, number_line

CLAIM = Count(quote="63 offences", figure=Figure(measure=Measure(name="offences", unit="offence")))
ARTICLE = Article(publisher="A Paper", claims=[CLAIM])


def finding(strict: Interval, recomputed: Interval | None, loose: Interval | None = None) -> Finding:
    return Finding(
        id="a-paper/63-offences",
        article=ARTICLE,
        claim=CLAIM,
        verdict=Verdict.CONTRADICTED,
        stated=Stated(
            text="63",
            strict=strict,
            loose=strict if loose is None else loose,
            convention="exact",
            loose_convention="round number",
        ),
        recomputed=recomputed,
    )


def drawn(strict: Interval, recomputed: Interval, loose: Interval | None = None) -> NumberLine:
    line = number_line(finding(strict, recomputed, loose))
    assert line is not None
    return line


def ends(stretch: Stretch | None) -> tuple[Fraction, Fraction]:
    assert stretch is not None
    return stretch.start, stretch.end


def test_of_a_percentage(report: Report) -> None:
    line = number_line(report["paper/a-17-percent-decrease"])
    assert line is not None
    assert (line.stated.label, line.recomputed.label) == ("fall of 17%", "about −18.18%")
    assert line.loose is not None
    assert str(line.loose.interval) == "(-18, -16.5]"
    assert str(line.stated.interval) == "[-17.5, -16.5]"
    # From left to right: what it comes to, what the number may be stretched to, what it stands for.
    assert line.recomputed.start < line.loose.start < line.stated.start < line.stated.end


def test_every_end_has_its_place() -> None:
    line = drawn(Interval(10, 20), Interval.point(50), Interval(0, 20))
    assert ends(line.loose) == (Fraction(1, 8), Fraction(17, 40))
    assert ends(line.stated) == (Fraction(11, 40), Fraction(17, 40))
    assert ends(line.recomputed) == (Fraction(7, 8), Fraction(7, 8))
    assert line.recomputed.is_point
    assert line.recomputed.middle == Fraction(7, 8)
    assert not line.stated.is_point


def test_a_reading_that_stretches_nothing_is_not_drawn() -> None:
    assert drawn(Interval(10, 20), Interval.point(50), Interval(10, 20)).loose is None


def test_one_number_stands_in_the_middle() -> None:
    line = drawn(Interval.point(63), Interval.point(63))
    assert ends(line.stated) == ends(line.recomputed) == (Fraction(1, 2), Fraction(1, 2))


def test_the_scale_holds_what_is_far_away() -> None:
    line = drawn(Interval(1, 2), Interval.point(10**30))
    assert line.stated.start == Fraction(1, 8)
    assert Fraction(1, 8) < line.stated.end < Fraction(1, 8) + Fraction(1, 10**29)
    assert line.recomputed.start == Fraction(7, 8)


def test_what_has_no_end_runs_to_the_edge() -> None:
    line = drawn(Interval(60, 66, low_open=True), Interval(None, 50), Interval(60, None, low_open=True))
    assert line.loose is not None
    assert ends(line.recomputed) == (Fraction(0), Fraction(1, 8))
    assert (line.recomputed.runs_left, line.recomputed.runs_right) == (True, False)
    assert line.loose.end == 1
    assert (line.loose.runs_left, line.loose.runs_right) == (False, True)
    # An open end is one that is there and not part of it.
    assert (line.stated.is_open_at_start, line.stated.is_open_at_end) == (True, False)
    assert (line.recomputed.is_open_at_start, line.recomputed.is_open_at_end) == (False, False)
    assert (line.loose.is_open_at_start, line.loose.is_open_at_end) == (True, False)


@pytest.mark.parametrize(
    ("strict", "recomputed"),
    [
        (Interval.point(63), None),
        (Interval.point(63), Interval()),
        (Interval(), Interval.point(63)),
    ],
)
def test_without_two_things_there_is_nothing_to_draw(strict: Interval, recomputed: Interval | None) -> None:
    assert number_line(finding(strict, recomputed)) is None


def test_without_a_number_there_is_nothing_to_draw() -> None:
    assert number_line(evolve(finding(Interval.point(63), Interval.point(63)), stated=None)) is None


numbers = st.fractions(max_denominator=100) | st.sampled_from(
    [Fraction(0), Fraction(1, 10**9), Fraction(10**9)]
)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted(draw(st.lists(numbers, min_size=2, max_size=2)))
    is_wide = low < high
    bounded = Interval(
        low, high, low_open=is_wide and draw(st.booleans()), high_open=is_wide and draw(st.booleans())
    )
    missing = draw(st.sampled_from(["", "", "low", "high"]))
    if missing == "low":
        return Interval(None, high, high_open=bounded.high_open)
    return Interval(low, None, low_open=bounded.low_open) if missing == "high" else bounded


@given(intervals(), intervals(), intervals())
def test_places_are_on_the_line_and_in_the_order_of_the_numbers(
    strict: Interval, recomputed: Interval, loose: Interval
) -> None:
    line = drawn(strict, recomputed, loose)
    stretches = [one for one in (line.stated, line.recomputed, line.loose) if one is not None]
    places = []
    for one in stretches:
        assert 0 <= one.start <= one.middle <= one.end <= 1
        places += [
            (end, at)
            for end, at in ((one.interval.low, one.start), (one.interval.high, one.end))
            if end is not None
        ]
    for end, at in places:
        assert Fraction(1, 8) <= at <= Fraction(7, 8)
        for other, place in places:
            assert (end < other) == (at < place)
