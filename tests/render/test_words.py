"""The words: exact text, for every kind of claim."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve, frozen

from claimcheck.articles import Article, Dossier
from claimcheck.claims import (
    KINDS,
    Amount,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Elapsed,
    FigureClaim,
    Incidence,
    Mean,
    Multiple,
    Points,
    Rate,
    Record,
    Share,
    Total,
)
from claimcheck.figures import BaseFigure, Figure, Measure, Ratio
from claimcheck.findings import Evidence, Finding, Outcome, Report, Verdict, WouldBeTrueIf
from claimcheck.interval import Interval
from claimcheck.render import words
from claimcheck.render.words import BARE, Unit, number, span
from claimcheck.verifier import verify

ALL = Measure(name="all crimes", unit="offence")
BUDGET = Measure(name="budget", unit="GBP")
RESIDENTS = Measure(name="residents", unit="person")
SCHOOLS = Measure(name="schools", unit="school")
TURNOUT = Measure(name="turnout", unit="percent")
WHITE_PAPER = Measure(name="White Paper", unit="date")

NOW = Figure(measure=Measure(name="offences", unit="offence"), area="Dorset", period="2019/20")
OLD = NOW.at(period="2018/19")
OLDER = NOW.at(period="2017/18")
DEVON, KENT = NOW.at(area="Devon"), NOW.at(area="Kent")

BASE: Mapping[Figure, str] = {
    NOW: "100",
    OLD: "90",
    OLDER: "80",
    DEVON: "50",
    KENT: "70",
    NOW.at(measure=ALL): "1,000",
    NOW.at(measure=SCHOOLS): "12",
    NOW.at(measure=RESIDENTS): "380,000",
    NOW.at(measure=TURNOUT): "66.5",
    OLD.at(measure=TURNOUT): "66",
    NOW.at(measure=BUDGET): "£1.4 million",
}


def judged(claim: Claim, base: Mapping[Figure, str] = BASE) -> Finding:
    figures = [BaseFigure(figure=figure, value=value) for figure, value in base.items()]
    article = Article(publisher="A Paper", claims=[claim])
    (finding,) = verify(Dossier(articles=[article], base_figures=figures))
    return finding


SENTENCES: tuple[tuple[Claim, str, str | None], ...] = (
    (
        Count(quote="63 offences", figure=NOW),
        "offences, Dorset, 2019/20 came to 63",
        "offences, Dorset, 2019/20 = 100",
    ),
    (
        Count(quote="topped 10,000", figure=NOW),
        "offences, Dorset, 2019/20 topped 10,000",
        "offences, Dorset, 2019/20 = 100",
    ),
    (
        Amount(quote="£1.6 million", figure=NOW.at(measure=BUDGET)),
        "budget, Dorset, 2019/20 came to £1.6 million",
        "budget, Dorset, 2019/20 = £1,350,000 to £1,450,000",
    ),
    (
        Change(quote="a fall of more than 17%", figure=NOW, since=OLD),
        "offences, Dorset, 2019/20 fell by more than 17% since 2018/19",
        "100 × (100 − 90) ÷ 90 ≈ 11.11%",
    ),
    (
        Difference(quote="14 more", figure=NOW, since=OLD),
        "offences, Dorset, 2019/20 rose by 14 since 2018/19",
        "100 − 90 = 10",
    ),
    (
        Multiple(quote="more than doubled", figure=NOW, since=OLDER),
        "offences, Dorset, 2019/20 as a multiple of 2017/18: more than doubled",
        "100 ÷ 80 = 1.25 times",
    ),
    (
        Share(quote="6% of all crimes", figure=NOW, of=NOW.at(measure=ALL)),
        "offences, Dorset, 2019/20 as a share of all crimes came to 6%",
        "100 × 100 ÷ 1,000 = 10%",
    ),
    (
        Points(
            quote="down one percentage point", figure=NOW.at(measure=TURNOUT), since=OLD.at(measure=TURNOUT)
        ),
        "turnout, Dorset, 2019/20 fell by one percentage point since 2018/19",
        "(66.45 to 66.55) − (65.5 to 66.5) = −0.05 to 1.05 percentage points",
    ),
    (
        Total(quote="more than 750", parts=(NOW, DEVON, KENT)),
        "offences, Dorset, Devon and Kent, 2019/20 together came to more than 750",
        "50 + 100 + 70 = 220",
    ),
    (
        Rate(quote="15 a day", figure=NOW),
        "offences, Dorset, 2019/20 came to 15 per day",
        "100 ÷ 366 ≈ 0.27 a day",
    ),
    (
        Incidence(quote="32 per 100,000 people", figure=NOW, population=NOW.at(measure=RESIDENTS)),
        "offences, Dorset, 2019/20 against residents came to 32 per 100,000",
        "100,000 × 100 ÷ 380,000 ≈ 26.32",
    ),
    (
        Mean(quote="an average of 3.2 per school", figure=NOW, per=NOW.at(measure=SCHOOLS)),
        "offences, Dorset, 2019/20 for each of schools came to 3.2",
        "100 ÷ 12 ≈ 8.333",
    ),
    (
        Comparison(quote="fewer than in Devon", figure=NOW, than=DEVON),
        "offences, Dorset, 2019/20 came to less than Devon",
        "100 − 50 = 50",
    ),
    (
        Comparison(quote="12% more than in Devon", figure=NOW, than=DEVON),
        "offences, Dorset, 2019/20 came to 12% more than Devon",
        "100 × (100 − 50) ÷ 50 = 100%",
    ),
    (
        Comparison(quote="twice as many as in Devon", figure=NOW, than=DEVON),
        "offences, Dorset, 2019/20 as a multiple of Devon: twice",
        "100 ÷ 50 = 2 times",
    ),
    (
        Record(quote="passed 95 for the first time", figure=NOW, among=(OLD, OLDER)),
        "offences, Dorset, 2019/20 passed 95, and none of 2018/19 and 2017/18 did",
        "offences, Dorset, 2019/20 = 100",
    ),
    (
        Record(quote="the lowest ever", figure=NOW, among=(OLD, OLDER)),
        "offences, Dorset, 2019/20 came to less than 2018/19 and 2017/18",
        "90 − 100 = −10",
    ),
    (
        Elapsed(quote="almost 17 months since", from_=date(2019, 4, 8), to=date(2020, 9, 3)),
        "from 8 April 2019 to 3 September 2020 it was almost 17 months",
        "about 16.84 months",
    ),
)


@pytest.mark.parametrize(("claim", "sentence", "formula"), SENTENCES, ids=lambda one: getattr(one, "id", ""))
def test_what_a_claim_says_and_how_it_works_out(claim: Claim, sentence: str, formula: str) -> None:
    finding = judged(claim)
    assert words.says(finding) == sentence
    assert words.working(finding) == formula


def test_every_kind_has_a_sentence() -> None:
    assert {type(claim) for claim, _, _ in SENTENCES} == set(KINDS)


def test_a_kind_that_is_not_known_here_still_has_words() -> None:
    @frozen(kw_only=True)
    class Half(FigureClaim):
        kind = "half"
        scales = {None: Fraction(1)}

        def ratio(self) -> Ratio:
            return self.figure / 2

    finding = judged(Half(quote="63 offences", figure=NOW))
    assert words.says(finding) == "offences, Dorset, 2019/20: 63"
    assert words.working(finding) == "100 ÷ 2 = 50"


def test_a_dated_fact_is_named() -> None:
    paper = BaseFigure(figure=Figure(measure=WHITE_PAPER), date=date(2019, 4, 8))
    finding = judged(Elapsed(quote="almost 17 months since", from_=paper, to=date(2020, 9, 3)))
    assert words.says(finding) == (
        "from 8 April 2019 (White Paper) to 3 September 2020 it was almost 17 months"
    )


def test_ranges_of_figures_stand_in_brackets() -> None:
    finding = judged(Change(quote="up 7%", figure=NOW, since=OLD), {NOW: "about 100", OLD: "<5"})
    assert words.working(finding) == ("100 × ((90 to 110) − (0 to 4)) ÷ (0 to 4) = 2,150% to 10,900%")


def test_a_figure_of_which_nothing_is_known_stands_by_its_name() -> None:
    finding = judged(Difference(quote="14 more", figure=NOW, since=OLD))
    unknown = evolve(finding, known=((NOW, Interval.point(100)),))
    assert words.working(unknown) == "100 − [offences, Dorset, 2018/19] = 10"


def test_a_name_that_says_about_keeps_its_about() -> None:
    buses = Figure(measure=Measure(name="complaints about buses", unit="complaint"))
    assert words.working(judged(Count(quote="63 complaints", figure=buses), {buses: "64"})) == (
        "complaints about buses = 64"
    )


# Numbers


@pytest.mark.parametrize(
    ("value", "place", "unit", "shown"),
    [
        ("10058", None, BARE, "10,058"),
        ("-14", None, BARE, "−14"),
        ("0", None, BARE, "0"),
        ("17.50", None, Unit(after="%"), "17.5%"),
        ("-200/11", "1", Unit(after="%"), "about −18.18%"),
        ("-200/11", "0.1", Unit(after="%"), "about −18.182%"),
        ("1/30000", None, BARE, "about 0.000033"),
        ("2/3", "100000", BARE, "about 0.67"),
        ("-1600000", None, Unit(before="£"), "−£1,600,000"),
        ("1", None, Unit(after=" month", after_many=" months"), "1 month"),
        ("1e30", None, BARE, "1,000,000,000,000,000,000,000,000,000,000"),
    ],
)
def test_numbers(value: str, place: str | None, unit: Unit, shown: str) -> None:
    assert number(Fraction(value), place=Fraction(place) if place else None, unit=unit) == shown


@pytest.mark.parametrize(
    ("interval", "unit", "shown"),
    [
        (Interval(), BARE, "any number"),
        (Interval.point(63), BARE, "63"),
        (Interval("-17.5", "-16.5"), Unit(after="%"), "−17.5% to −16.5%"),
        (Interval("3.5", "4.5"), Unit(after=" times"), "3.5 to 4.5 times"),
        (Interval(60, 66, low_open=True), BARE, "more than 60, up to 66"),
        (Interval(60, 66, high_open=True), BARE, "at least 60, less than 66"),
        (Interval(60, None, low_open=True), BARE, "more than 60"),
        (Interval(60, None), BARE, "at least 60"),
        (Interval(None, 60, high_open=True), BARE, "less than 60"),
        (Interval(None, 60), BARE, "at most 60"),
        (Interval("1/3", "2/3"), BARE, "about 0.33 to 0.67"),
        (Interval("1/3", "1001/3000"), BARE, "about 0.33 to 0.33"),
        (Interval("1/3", None), BARE, "at least about 0.33"),
        (Interval(1, 2), Unit(before="£", after=" a day"), "£1 to £2 a day"),
    ],
)
def test_intervals(interval: Interval, unit: Unit, shown: str) -> None:
    assert span(interval, unit=unit) == shown.replace("0.33 to 0.33", "0.33")


def test_ascii_keeps_the_width() -> None:
    signs = "≈×÷−–—·“”‘’"
    assert words.in_ascii(signs).isascii()
    assert len(words.in_ascii(signs)) == len(signs)


@pytest.mark.parametrize("signs", [words.SIGNS, words.ASCII_SIGNS])
def test_every_verdict_has_a_sign_of_its_own(signs: Mapping[Verdict, str]) -> None:
    assert set(signs) == set(Verdict)
    assert len(set(signs.values())) == len(Verdict)


def test_words_of_others_cannot_move_the_cursor() -> None:
    assert words.quoted("63\x1b[2J\r\nincidents") == "“63 [2J incidents”"


# Findings


def test_headlines(report: Report) -> None:
    assert [words.headline(finding) for finding in report] == [
        "confirmed: “63 grooming and online offences”, recomputed 63",
        "CC301 contradicted: “a 17% decrease” comes to about −18.18%; print 18%",
        "CC402 unverified: “up 7% in Devon”: too little else is known",
        "CC401 unverified: “427 in Devon”: nothing to recompute it from",
        "confirmed: “63 incidents”, recomputed 63",
        "confirmed: “77 in the previous year”, recomputed 77",
        "confirmed: “a drop of 18%”, recomputed about −18.18%",
        "consistent: “752 in Kent”, recomputed 745 to 755",
        "CC204 loose: “750 offences” comes to 752 (round number)",
    ]


def test_the_headline_of_an_undecided_claim(report: Report) -> None:
    finding = evolve(
        report.findings[1], verdict=Verdict.UNVERIFIED, is_undecided=True, reason="out of time", severity=None
    )
    assert words.headline(finding) == "CC403 undecided: “a 17% decrease”: out of time"
    assert words.tally([finding]) == "1 claim: 1 undecided"


def test_the_headline_of_a_disputed_claim(report: Report) -> None:
    finding = evolve(report.findings[1], verdict=Verdict.DISPUTED)
    assert words.headline(finding) == (
        "CC302 disputed: “a 17% decrease” cannot be true together with "
        "“63 grooming and online offences” and “77 in the previous year”"
    )


def test_the_headline_of_a_known_issue_that_is_none(report: Report) -> None:
    from claimcheck.claims import KnownIssue

    confirmed = report.findings[0]
    issue = KnownIssue(reason="correction requested", until=date(2030, 1, 1))
    finding = evolve(confirmed, claim=evolve(confirmed.claim, known_issue=issue))
    assert words.headline(finding, outcome=Outcome.FIXED) == (
        "CC113 “63 grooming and online offences” is confirmed: "
        "remove its known_issue (correction requested (until 1 January 2030))"
    )


def test_what_would_make_it_true(report: Report) -> None:
    assert words.remedies(report.findings[1]) == (
        "online offences, Wiltshire, 2018/19 were 76 (not 77)",
        "online offences, Wiltshire, 2019/20 were 64 (not 63)",
    )


def test_where_nothing_would_make_it_true(report: Report) -> None:
    finding = evolve(report.findings[1], would_be_true_if=(WouldBeTrueIf(figure=NOW, values=None),))
    assert words.remedies(finding) == ("no value of offences, Dorset, 2019/20 makes it true",)


def test_evidence_is_quoted_where_it_is_a_quote() -> None:
    assert words.cited(
        Evidence(id="radio/63", text="63 incidents", publisher="The Radio", is_quote=True)
    ) == ("“63 incidents”, The Radio",)
    base = Evidence(id="base: offences", text="offences, Dorset: 63", publisher="FOI reply")
    assert words.cited(base) == ("offences, Dorset: 63, FOI reply",)


def test_the_tally_is_in_order_of_badness(report: Report) -> None:
    assert words.tally(report.findings, faults=2) == (
        "9 claims: 1 contradicted, 1 loose, 4 confirmed, 1 consistent, 2 unverified; 2 faults"
    )
