"""What everyday wordings of a claim are taken to mean, judged against figures that are known."""

from __future__ import annotations

import pytest

from claimcheck import (
    Article,
    BaseFigure,
    Change,
    Claim,
    Comparison,
    Dossier,
    Figure,
    Measure,
    Multiple,
    Record,
    Report,
    Total,
    verify,
)

THEFTS = Measure(name="thefts", unit="offence")
LEEDS = Figure(measure=THEFTS, area="Leeds", period="2022/23")
YORK = LEEDS.at(area="York")
BEFORE = LEEDS.at(period="2021/22")
EARLIER = tuple(LEEDS.at(period=period) for period in ("2019/20", "2020/21", "2021/22"))


def judged(claim: Claim, **known: tuple[Figure, int]) -> Report:
    base = [BaseFigure(figure=figure, value=str(value)) for figure, value in known.values()]
    return verify(Dossier(articles=[Article(publisher="P", claims=[claim])], base_figures=base))


@pytest.mark.parametrize(
    ("quote", "leeds", "york", "verdict"),
    [
        ("a third more than York", 4, 3, "confirmed"),
        ("a quarter fewer than York", 75, 100, "confirmed"),
        ("two thirds higher than York", 5, 3, "confirmed"),
        ("a third of the York figure", 1, 3, "confirmed"),
        ("twice as many as York", 6, 3, "confirmed"),
        ("50% more than York", 6, 4, "confirmed"),
        ("14 more than York", 17, 3, "confirmed"),
        ("14 fewer than York", 17, 3, "contradicted"),
        ("more than York", 4, 3, "confirmed"),
        ("more than York", 3, 3, "contradicted"),
        ("no more than York", 9, 10, "confirmed"),
        ("no more than York", 10, 10, "confirmed"),
        ("no fewer than York", 10, 11, "contradicted"),
        ("never lower than York", 10, 9, "confirmed"),
    ],
)
def test_comparisons(quote: str, leeds: int, york: int, verdict: str) -> None:
    (finding,) = judged(Comparison(quote=quote, figure=LEEDS, than=YORK), a=(LEEDS, leeds), b=(YORK, york))
    assert finding.verdict.value == verdict


@pytest.mark.parametrize(
    ("quote", "now", "verdict"),
    [
        ("halved", 50, "confirmed"),
        ("more than doubled", 210, "confirmed"),
        ("almost doubled", 120, "loose"),
        ("a four-fold fall", 25, "confirmed"),
        ("fell to a third of that", 33, "confirmed"),
    ],
)
def test_multiples(quote: str, now: int, verdict: str) -> None:
    (finding,) = judged(Multiple(quote=quote, figure=LEEDS, since=BEFORE), a=(LEEDS, now), b=(BEFORE, 100))
    assert finding.verdict.value == verdict


@pytest.mark.parametrize("quote", ["up 20%", "fell by a third", "down 20 per cent"])
def test_a_change_is_no_multiple(quote: str) -> None:
    (fault,) = judged(Multiple(quote=quote, figure=LEEDS, since=BEFORE)).faults
    assert fault.sentence == f"{quote!r} states a change, not a multiple; use kind: change"


def test_a_record_would_be_true_only_below_all_of_the_earlier_figures() -> None:
    known = dict(zip("bcd", zip(EARLIER, (840, 610, 915), strict=True), strict=True))
    claim = Record(quote="the lowest in four years", figure=LEEDS, among=EARLIER)
    (finding,) = judged(claim, a=(LEEDS, 1203), **known)
    assert finding.verdict.value == "contradicted"
    assert finding.correction is None
    values = {str(other.figure): str(other.values) for other in finding.would_be_true_if}
    assert values == {str(LEEDS): "[0, 609]", **{str(figure): "None" for figure in EARLIER}}


def test_a_first_that_was_passed_before_has_no_other_number_to_print() -> None:
    claim = Record(quote="topped 900 for the first time", figure=LEEDS, among=(BEFORE,))
    (finding,) = judged(claim, a=(LEEDS, 950), b=(BEFORE, 915))
    assert finding.verdict.value == "contradicted"
    assert finding.correction is None


def test_a_total_does_not_have_a_part_twice() -> None:
    (fault,) = judged(Total(quote="126 in all", parts=(LEEDS, LEEDS))).faults
    assert fault.sentence == "the total has thefts, Leeds, 2022/23 twice; name each part once"


def test_a_figure_is_not_set_against_itself() -> None:
    (fault,) = judged(Change(quote="a 17% fall", figure=LEEDS, since=LEEDS)).faults
    assert fault.message == "thefts, Leeds, 2022/23 is set against itself"


def test_words_where_a_figure_is_wanted_are_refused_at_once() -> None:
    with pytest.raises(TypeError, match="figure"):
        Change(quote="a 17% fall", figure="thefts", since=BEFORE)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="measure"):
        Figure(measure="thefts")  # type: ignore[arg-type]
