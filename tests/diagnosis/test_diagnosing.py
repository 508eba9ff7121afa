"""Diagnosing: which mistakes are named, in which order, and how easily they fit by chance."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck import (
    Article,
    BaseFigure,
    Change,
    Comparison,
    Count,
    Dossier,
    Figure,
    Finding,
    Interval,
    Measure,
    Multiple,
    Points,
    Record,
    Report,
    Share,
    Verdict,
    verify,
)
from claimcheck.claims import Claim
from claimcheck.diagnosis import MISTAKES, MOST

OFFENCES = Measure(name="online offences", unit="offence")
NEW = Figure(measure=OFFENCES, area="Wiltshire", period="2019/20")
OLD = NEW.at(period="2018/19")


def report_of(*claims: Claim, new: str = "63", old: str = "77", **others: str) -> Report:
    base = [BaseFigure(figure=NEW, value=new), BaseFigure(figure=OLD, value=old)]
    base += [BaseFigure(figure=NEW.at(area=area), value=value) for area, value in others.items()]
    report = verify(Dossier(articles=[Article(publisher="A paper", claims=claims)], base_figures=base))
    assert not report.faults
    return report


def finding_of(claim: Claim, **values: str) -> Finding:
    return report_of(claim, **values).findings[0]


def change(quote: str) -> Change:
    return Change(quote=quote, figure=NEW, since=OLD)


def test_what_is_true_has_no_diagnosis() -> None:
    finding = finding_of(change("a drop of 18%"))
    assert finding.verdict is Verdict.CONFIRMED
    assert finding.diagnosis == ()


def test_nothing_is_made_up_where_nothing_fits() -> None:
    finding = finding_of(change("fell 9.4 pct"), new="2.78 million", old="3.11 million")
    assert finding.verdict is Verdict.CONTRADICTED
    assert finding.diagnosis == ()


def test_a_diagnosis_shows_what_was_worked_out() -> None:
    (one,) = finding_of(change("down 22%")).diagnosis
    assert one.mistake == "divided by the new figure"
    assert one.result == Interval.point(Fraction(-200, 9))
    assert dict(one.known) == {NEW: Interval.point(63), OLD: Interval.point(77)}
    assert one.ratio == 100 * (NEW - OLD) / NEW


def test_a_lucky_fit_is_not_sold_as_an_explanation() -> None:
    # 54 for 52 would make it four points; but so would some digit for every other number of points.
    turnout = Measure(name="turnout", unit="percent")
    now = Figure(measure=turnout, period="2020")
    before = now.at(period="2019")
    claim = Points(quote="up five percentage points", figure=now, since=before)
    base = [BaseFigure(figure=now, value="52"), BaseFigure(figure=before, value="50")]
    (finding,) = verify(Dossier(articles=[Article(publisher="A paper", claims=[claim])], base_figures=base))
    assert finding.verdict is Verdict.CONTRADICTED
    assert finding.diagnosis == ()


def test_at_most_three_are_named() -> None:
    texts = [f"{size}% {way}" for size in range(10, 100) for way in ("rise", "fall")]
    found = [finding.diagnosis for finding in report_of(*map(change, texts))]
    assert max(map(len, found)) <= MOST
    assert any(found)


def test_what_searches_is_left_out_where_something_plain_fits() -> None:
    # With 59 for 63 the number fits as well, but 22% is what dividing by the new figure makes.
    names = [one.mistake for one in finding_of(change("down 22%")).diagnosis]
    assert names == ["divided by the new figure"]


def test_the_17_percent() -> None:
    (one,) = finding_of(change("a 17% decrease")).diagnosis
    assert one.mistake == "a digit of a figure misprinted"
    assert one.sentence == ("One digit of a figure may be wrong: it fits with 76 for 77 or 64 for 63.")
    assert Fraction(1, 5) < one.chance < Fraction(1, 3)


def test_chance_is_the_share_of_wrong_numbers_that_something_explains() -> None:
    # The last mistake of the table stands for all of them: count the numbers that any explains.
    assert MISTAKES[-1].name == "a digit of a figure misprinted"
    chance = finding_of(change("a 17% decrease")).diagnosis[0].chance
    report = report_of(*(change(f"a {size}% decrease") for size in range(10, 100)))
    wrong = [finding for finding in report if finding.verdict in (Verdict.CONTRADICTED, Verdict.LOOSE)]
    explained = [finding for finding in wrong if finding.diagnosis]
    assert len(wrong) == 89
    assert chance == Fraction(len(explained), len(wrong))


def test_a_longer_number_fits_less_easily() -> None:
    short, long = finding_of(change("down 22%")), finding_of(change("down 22.2%"))
    assert short.diagnosis[0].mistake == long.diagnosis[0].mistake == "divided by the new figure"
    assert long.diagnosis[0].chance < short.diagnosis[0].chance


@pytest.mark.parametrize(
    ("claim", "mistake"),
    [
        (Multiple(quote="halved", figure=NEW, since=OLD), "two digits of a figure swapped"),
        (Share(quote="two thirds of them", figure=NEW, of=OLD), None),
        (Share(quote="one in five of them", figure=NEW, of=OLD), "the rest's share"),
        (Comparison(quote="22% fewer than before", figure=NEW, than=OLD), "divided by the new figure"),
        (Comparison(quote="more than before", figure=NEW, than=OLD), None),
        (Record(quote="the highest", figure=NEW, among=(OLD,)), None),
        (Count(quote="between 70 and 90 offences", figure=NEW), "another period's figure"),
        (Count(quote="-63 offences", figure=NEW), None),
        (Count(quote="0 offences", figure=NEW), None),
    ],
)
def test_any_number_can_be_diagnosed(claim: Claim, mistake: str | None) -> None:
    finding = finding_of(claim)
    assert finding.verdict in (Verdict.CONTRADICTED, Verdict.LOOSE)
    assert (finding.diagnosis[0].mistake if finding.diagnosis else None) == mistake


def test_a_disputed_number_is_diagnosed_by_its_rival() -> None:
    articles = [
        Article(publisher=name, claims=[Count(quote=quote, figure=NEW)])
        for name, quote in (("One paper", "63 offences"), ("Another", "36 offences"))
    ]
    for finding in verify(articles):
        assert finding.verdict is Verdict.DISPUTED
        assert [one.mistake for one in finding.diagnosis] == ["two digits of the number swapped"]


def test_a_diagnosis_does_not_depend_on_the_order_of_articles() -> None:
    claims = [Count(quote="76 a year earlier", figure=OLD), change("a 17% decrease")]
    articles = [
        Article(publisher="One paper", claims=claims[:1]),
        Article(publisher="Another", claims=claims[1:]),
    ]
    base = [BaseFigure(figure=NEW, value="63"), BaseFigure(figure=OLD, value="77")]
    told = [
        {finding.id: finding.diagnosis for finding in verify(Dossier(articles=order, base_figures=base))}
        for order in (articles, articles[::-1])
    ]
    assert told[0] == told[1]
    assert any(told[0].values())
