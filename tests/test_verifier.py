from __future__ import annotations

from collections.abc import Iterable

import pytest
from attrs import evolve

from claimcheck import (
    Amount,
    Article,
    BaseFigure,
    Change,
    Claim,
    Comparison,
    Conventions,
    Count,
    Difference,
    Dossier,
    Figure,
    Finding,
    Interval,
    KnownIssue,
    Mean,
    Measure,
    Multiple,
    Nesting,
    Outcome,
    Points,
    Rate,
    Record,
    Report,
    Severity,
    Share,
    Verdict,
    verify,
)

NOW = Figure(measure=Measure(name="offences", unit="offence"), area="Wiltshire", period="2019/20")
BEFORE, THERE, COUNTRY = NOW.at(period="2018/19"), NOW.at(area="Hampshire"), NOW.at(area="England")
CRIMES = NOW.at(measure=Measure(name="crimes", unit="offence"))
SCHOOLS = NOW.at(measure=Measure(name="schools", unit="school"))
CLOSED = NOW.at(measure=Measure(name="closed schools", unit="school"))
BUDGET = NOW.at(measure=Measure(name="budget", unit="GBP"))
TURNOUT = NOW.at(measure=Measure(name="turnout", unit="percent"))


def said(*claims: Claim) -> Article:
    return Article(
        publisher="A", id="a", claims=[evolve(c, id=str(n)) for n, c in enumerate(claims, start=1)]
    )


def known(**values: str) -> list[BaseFigure]:
    names = {
        "now": NOW,
        "before": BEFORE,
        "there": THERE,
        "country": COUNTRY,
        "crimes": CRIMES,
        "schools": SCHOOLS,
        "closed": CLOSED,
        "budget": BUDGET,
        "crimes_before": CRIMES.at(period="2018/19"),
    }
    return [BaseFigure(figure=names[name], value=value) for name, value in values.items()]


def check(*claims: Claim, base: Iterable[BaseFigure] = (), nesting: Iterable[Nesting] = ()) -> Report:
    return verify(Dossier(articles=[said(*claims)], base_figures=tuple(base), nesting=tuple(nesting)))


def only(*claims: Claim, base: Iterable[BaseFigure] = ()) -> Finding:
    return check(*claims, base=base).findings[0]


def verdicts(report: Report) -> list[str]:
    return [finding.verdict.value for finding in report]


# The case to hold in mind


def test_two_papers_of_which_neither_is_wrong_by_itself() -> None:
    paper = [Count(quote="63 offences", figure=NOW), Change(quote="a 17% decrease", figure=NOW, since=BEFORE)]
    radio = [
        Count(quote="63 incidents", figure=NOW),
        Count(quote="77 in the previous year", figure=BEFORE),
        Change(quote="a drop of 18%", figure=NOW, since=BEFORE),
    ]
    report = verify([Article(publisher="Paper", claims=paper), Article(publisher="Radio", claims=radio)])
    assert verdicts(report) == ["confirmed", "contradicted", "confirmed", "confirmed", "confirmed"]
    finding = report["paper/a-17-percent-decrease"]
    assert (
        finding.severity is Severity.ROUNDING if finding.out_by and finding.out_by < 0 else finding.severity
    )
    assert str(finding.recomputed) == "{-200/11}"
    assert finding.correction == "18%"
    assert {
        str(w.figure.period): str(w.values) for w in finding.would_be_true_if if isinstance(w.figure, Figure)
    } == {
        "2018/19": "{76}",
        "2019/20": "{64}",
    }
    assert [e.id for e in finding.evidence] == ["paper/63-offences", "radio/77-in-the-previous-year"]
    assert report.exit_status() == 1
    assert verdicts(verify(Article(publisher="Paper", claims=paper))) == ["unverified", "unverified"]


# What the numbers of the five articles leave for each other


@pytest.mark.parametrize(
    ("claims", "left"),
    [
        (
            [
                Count(quote="247", figure=NOW),
                Count(quote="131", figure=BEFORE),
                Change(quote="an 89% INCREASE", figure=NOW, since=BEFORE),
            ],
            "[247, 248]",
        ),
        (
            [
                Count(quote="389", figure=NOW),
                Count(quote="191", figure=BEFORE),
                Change(quote="a 104 per cent increase", figure=NOW, since=BEFORE),
            ],
            "[389, 390]",
        ),
        (
            [
                Count(quote="44", figure=NOW),
                Count(quote="10", figure=BEFORE),
                Multiple(quote="a four-fold increase", figure=NOW, since=BEFORE),
            ],
            "[35, 45]",
        ),
        (
            [
                Count(quote="just 10", figure=BEFORE),
                Count(quote="44", figure=NOW),
                Multiple(quote="a four-fold increase", figure=NOW, since=BEFORE),
            ],
            "[10, 12]",
        ),
    ],
)
def test_a_count_is_consistent_with_what_the_others_leave(claims: list[Claim], left: str) -> None:
    finding = only(*claims)
    assert (finding.verdict, str(finding.recomputed)) == (Verdict.CONSISTENT, left)


@pytest.mark.parametrize(
    ("claims", "figure", "left"),
    [
        (
            [Count(quote="427", figure=NOW), Change(quote="a 7% rise", figure=NOW, since=BEFORE)],
            BEFORE,
            "[398, 400]",
        ),
        (
            [Count(quote="325", figure=NOW), Change(quote="a 6% fall", figure=NOW, since=BEFORE)],
            BEFORE,
            "[344, 347]",
        ),
        (
            [Count(quote="10,058", figure=NOW), Change(quote="a 17% rise", figure=NOW, since=BEFORE)],
            BEFORE,
            "[8560, 8633]",
        ),
        ([Rate(quote="15 a day", figure=NOW.at(period="2016/17"))], NOW.at(period="2016/17"), "[5293, 5657]"),
        (
            [Count(quote="63", figure=NOW), Share(quote="6% of all", figure=NOW, of=CRIMES)],
            CRIMES,
            "[970, 1145]",
        ),
    ],
)
def test_figures_that_nobody_states_are_implied(claims: list[Claim], figure: Figure, left: str) -> None:
    report = check(*claims)
    assert str(dict(report.implied)[figure]) == left
    assert (figure, dict(report.implied)[figure]) in report.findings[-1].implied


# Whole numbers


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        # 5/7.5 to 7/1.495: no whole number was there before a 50% rise to 7
        (
            [Change(quote="a 50% rise", figure=NOW, since=BEFORE), Count(quote="7", figure=NOW)],
            "contradicted",
        ),
        ([Change(quote="a 40% rise", figure=NOW, since=BEFORE), Count(quote="7", figure=NOW)], "unverified"),
        (
            [Share(quote="17% of the schools", figure=CLOSED, of=SCHOOLS), Count(quote="11", figure=SCHOOLS)],
            "contradicted",
        ),
        (
            [Share(quote="18% of the schools", figure=CLOSED, of=SCHOOLS), Count(quote="11", figure=SCHOOLS)],
            "unverified",
        ),
        (
            [Mean(quote="2.35 for each", figure=NOW, per=SCHOOLS), Count(quote="9", figure=SCHOOLS)],
            "contradicted",
        ),
    ],
)
def test_there_are_no_parts_of_an_offence(claims: list[Claim], verdict: str) -> None:
    assert only(*claims).verdict.value == verdict


def test_money_comes_in_parts() -> None:
    rise = Change(quote="a 50% rise", figure=BUDGET, since=BUDGET.at(period="2018/19"))
    assert only(rise, Amount(quote="£7", figure=BUDGET)).verdict is Verdict.UNVERIFIED


# Verdicts


def test_verdicts_against_a_base_figure() -> None:
    base = known(now="752")
    for quote, verdict in [
        ("752", "confirmed"),
        ("750", "loose"),
        ("more than 750", "confirmed"),
        ("more than 500", "loose"),
        ("760", "contradicted"),
        ("fewer than 750", "contradicted"),
    ]:
        assert only(Count(quote=quote, figure=NOW), base=base).verdict.value == verdict, quote


def test_the_reading_that_saves_a_claim_is_named() -> None:
    assert only(Count(quote="750", figure=NOW), base=known(now="752")).reading == "round number"
    truncated = only(
        Change(quote="a 17% fall", figure=NOW, since=BEFORE), base=known(now="822", before="1,000")
    )
    assert (truncated.verdict, truncated.reading) == (Verdict.LOOSE, "truncated")
    assert truncated.outcome() is Outcome.WARNED
    assert truncated.outcome(strict=True) is Outcome.FAILED


def test_a_desk_may_accept_a_loose_reading() -> None:
    dossier = Dossier(
        articles=[said(Count(quote="750", figure=NOW))],
        base_figures=known(now="752"),
        conventions=Conventions(accept={"round number"}),
    )
    assert verdicts(verify(dossier)) == ["confirmed"]


@pytest.mark.parametrize(
    ("quote", "severity"),
    [("a 19% fall", Severity.ROUNDING), ("a 25% fall", Severity.WRONG), ("an 18% rise", Severity.FLIPS)],
)
def test_how_bad_a_contradiction_is(quote: str, severity: Severity) -> None:
    finding = only(Change(quote=quote, figure=NOW, since=BEFORE), base=known(now="63", before="77"))
    assert (finding.verdict, finding.severity) == (Verdict.CONTRADICTED, severity)


def test_two_counts_that_nothing_decides_between_are_disputed() -> None:
    report = check(Count(quote="63", figure=NOW), Count(quote="64", figure=NOW))
    assert verdicts(report) == ["disputed", "disputed"]
    assert [e.id for e in report.findings[0].evidence] == ["a/2"]


def test_copies_of_a_press_release_are_not_votes() -> None:
    report = check(
        Count(quote="63", figure=NOW), Count(quote="63 of them", figure=NOW), Count(quote="64", figure=NOW)
    )
    assert verdicts(report) == ["disputed"] * 3


def test_a_percentage_does_not_outweigh_the_figures_behind_it() -> None:
    report = check(
        Count(quote="63", figure=NOW),
        Count(quote="77", figure=BEFORE),
        Change(quote="a 17% fall", figure=NOW, since=BEFORE),
        Change(quote="a fall of 17 per cent", figure=NOW, since=BEFORE),
    )
    assert verdicts(report) == ["unverified", "unverified", "contradicted", "contradicted"]


def test_the_evidence_of_a_contradiction_survives_when_its_rivals_are_disputed() -> None:
    report = check(
        Share(quote="0% of the whole", figure=NOW, of=CRIMES),
        Count(quote="1", figure=NOW),
        Count(quote="2", figure=NOW),
        base=known(crimes="9"),
    )
    assert verdicts(report) == ["contradicted", "disputed", "disputed"]
    assert {e.id for e in report.findings[0].evidence} >= {"base: crimes, Wiltshire, 2019/20"}
    assert {e.id for e in report.findings[0].evidence} & {"a/2", "a/3"}


# Denominators that are nothing, or less


def test_a_change_since_nothing_is_no_percentage() -> None:
    base = known(now="5", before="0")
    assert (
        only(Change(quote="a 100% rise", figure=NOW, since=BEFORE), base=base).verdict is Verdict.CONTRADICTED
    )
    assert (
        only(Multiple(quote="doubled", figure=NOW, since=BEFORE), base=base).verdict is Verdict.CONTRADICTED
    )
    assert (
        only(Difference(quote="a rise of 5", figure=NOW, since=BEFORE), base=base).verdict
        is Verdict.CONFIRMED
    )


def test_a_change_since_less_than_nothing_is_no_percentage() -> None:
    profit = Figure(measure=Measure(name="profit", unit="seat", signed=True), period="2020")
    loss = profit.at(period="2019")
    rows = [BaseFigure(figure=profit, value="5"), BaseFigure(figure=loss, value="-5")]
    assert (
        only(Change(quote="a 200% rise", figure=profit, since=loss), base=rows).verdict
        is Verdict.CONTRADICTED
    )
    assert (
        only(Difference(quote="a rise of 10", figure=profit, since=loss), base=rows).verdict
        is Verdict.CONFIRMED
    )


def test_an_unknown_that_may_be_nothing_does_not_confirm() -> None:
    finding = only(Change(quote="a 100% fall", figure=NOW, since=BEFORE), base=known(now="0"))
    assert (finding.verdict, str(finding.recomputed)) == (Verdict.CONSISTENT, "{-100}")


# Points of shares


def test_points_of_shares_are_exact_when_the_wholes_are_known() -> None:
    base = known(now="30", before="25", crimes="100", crimes_before="50")
    claim = Points(quote="down 20 percentage points", figure=NOW, since=BEFORE, of=CRIMES)
    finding = only(claim, base=base)
    assert (finding.verdict, str(finding.recomputed)) == (Verdict.CONFIRMED, "{-20}")
    assert len(finding.evidence) == 4
    wrong = evolve(claim, quote="down 25 percentage points")
    assert only(wrong, base=base).verdict is Verdict.CONTRADICTED


def test_points_of_shares_lie_between_the_shares_own_intervals_when_not() -> None:
    earlier = CRIMES.at(period="2018/19")
    shares = [
        Share(quote="30% of all", figure=NOW, of=CRIMES),
        Share(quote="50% of all", figure=BEFORE, of=earlier),
    ]
    claim = Points(quote="down 20 percentage points", figure=NOW, since=BEFORE, of=CRIMES)
    finding = only(claim, *shares)
    assert (finding.verdict, str(finding.recomputed)) == (Verdict.CONSISTENT, "[-21, -19]")
    assert only(evolve(claim, quote="down 22 percentage points"), *shares).verdict is Verdict.DISPUTED


def test_points_of_a_share_of_nothing_are_contradicted_and_no_fault() -> None:
    base = known(now="30", before="2", crimes="100", crimes_before="0")
    report = check(Points(quote="down 20 percentage points", figure=NOW, since=BEFORE, of=CRIMES), base=base)
    assert (verdicts(report), report.faults) == (["contradicted"], ())


def test_points_of_shares_with_exact_figures_need_no_solver() -> None:
    base = known(now="7", before="2", crimes="19", crimes_before="2")
    claim = Points(quote="fell by 64.5 percentage points or below", figure=NOW, since=BEFORE, of=CRIMES)
    dossier = Dossier(articles=[said(claim)], base_figures=base)
    assert verdicts(verify(dossier, time_limit=5)) == ["loose"]


# Nesting


@pytest.mark.parametrize(
    ("is_exhaustive", "country", "verdict"),
    [
        (False, "310", "unverified"),
        (False, "309", "contradicted"),
        (True, "310", "confirmed"),
        (True, "311", "contradicted"),
    ],
)
def test_parts_and_the_whole(is_exhaustive: bool, country: str, verdict: str) -> None:
    nesting = Nesting(whole="England", parts=("Wiltshire", "Hampshire"), is_exhaustive=is_exhaustive)
    report = check(Count(quote=country, figure=COUNTRY), base=known(now="63", there="247"), nesting=[nesting])
    assert verdicts(report) == [verdict]


def test_a_part_that_nobody_speaks_of_counts_where_the_parts_are_all() -> None:
    nesting = Nesting(whole="England", parts=("Wiltshire", "Hampshire"), is_exhaustive=True)
    more = Comparison(quote="more than in Wiltshire", figure=THERE, than=NOW)
    report = check(more, Count(quote="63", figure=NOW), Count(quote="310", figure=COUNTRY), nesting=[nesting])
    assert verdicts(report)[0] == "confirmed"
    assert [(figure, str(left)) for figure, left in report.findings[0].implied] == [(THERE, "{247}")]


def test_percentages_of_areas_do_not_add_up() -> None:
    nesting = Nesting(whole="England", parts=("Wiltshire",))
    claim = Amount(quote="turnout was 60%", figure=TURNOUT.at(area="England"))
    assert (
        verdicts(check(claim, Amount(quote="66%", figure=TURNOUT), nesting=[nesting])) == ["unverified"] * 2
    )


# Records


@pytest.mark.parametrize(
    ("quote", "values", "verdict"),
    [
        ("passed 10,000 for the first time", ("10,058", "9,999"), "confirmed"),
        ("passed 10,000 for the first time", ("10,058", "10,000"), "confirmed"),
        ("passed 10,000 for the first time", ("10,058", "10,001"), "contradicted"),
        ("passed 10,000 for the first time", ("10,000", "9,999"), "contradicted"),
        ("passed 10,000 for the first time", ("25,000", "9,999"), "loose"),
        ("the highest on record", ("5", "4"), "confirmed"),
        ("the highest on record", ("5", "5"), "loose"),
        ("the lowest on record", ("5", "4"), "contradicted"),
    ],
)
def test_records(quote: str, values: tuple[str, str], verdict: str) -> None:
    base = known(now=values[0], before=values[1])
    assert only(Record(quote=quote, figure=NOW, among=(BEFORE,)), base=base).verdict.value == verdict


def test_a_record_that_an_earlier_figure_breaks_shows_that_figure() -> None:
    claim = Record(quote="passed 10,000 for the first time", figure=NOW, among=(BEFORE,))
    finding = only(claim, base=known(now="10,058", before="10,001"))
    assert str(finding.recomputed) == "{10001}"
    assert [e.id for e in finding.evidence] == ["base: offences, Wiltshire, 2018/19"]


# Faults of authoring, and checks that could not run


def test_base_figures_that_contradict_each_other_are_a_fault_naming_the_rows() -> None:
    nesting = Nesting(whole="England", parts=("Wiltshire",))
    report = check(
        Count(quote="63", figure=NOW),
        Count(quote="5", figure=SCHOOLS),
        base=known(now="63", country="60"),
        nesting=[nesting],
    )
    (fault,) = report.faults
    for row in (
        "offences, Wiltshire, 2019/20: 63",
        "offences, England, 2019/20: 60",
        "England contains Wiltshire",
    ):
        assert row in fault.message
    assert report.exit_status() == 2


def test_claims_about_contradictory_base_figures_are_undecided() -> None:
    nesting = Nesting(whole="England", parts=("Wiltshire",))
    base = known(now="60 to 63", country="50 to 55")
    report = check(
        Count(quote="63", figure=NOW), Count(quote="5", figure=SCHOOLS), base=base, nesting=[nesting]
    )
    assert [finding.is_undecided for finding in report] == [True, False]
    assert report.findings[0].reason == "could not be decided: the base figures cannot be true together"
    assert report.exit_status() == 2


def test_sources_that_disagree_about_a_figure_nobody_speaks_of_are_a_fault() -> None:
    rows = [*known(there="247"), *known(there="248")]
    report = check(Count(quote="63", figure=NOW), base=rows)
    assert len(report.faults) == 1
    assert "247" in report.faults[0].message
    assert "248" in report.faults[0].message


def test_units_that_do_not_fit_are_a_fault_and_lose_nothing_else() -> None:
    report = check(
        Comparison(quote="more than in Hampshire", figure=NOW, than=SCHOOLS),
        Count(quote="63", figure=NOW),
        base=known(now="63"),
    )
    assert verdicts(report) == ["confirmed"]
    assert [fault.message for fault in report.faults if "cannot be put together" in fault.message]
    assert report.exit_status() == 2


@pytest.mark.parametrize("time_limit", [0, 1e-9])
def test_without_time_what_needs_the_solver_is_undecided_and_never_passes(time_limit: float) -> None:
    claims = said(
        Count(quote="63", figure=NOW), Count(quote="64", figure=NOW), Count(quote="9", figure=SCHOOLS)
    )
    report = verify(claims, time_limit=time_limit)
    assert [(f.verdict.value, f.is_undecided, f.outcome()) for f in report] == [
        ("unverified", True, Outcome.FAILED),
        ("unverified", True, Outcome.FAILED),
        ("unverified", False, Outcome.SKIPPED),
    ]
    assert report.findings[0].reason == "could not be decided: the time allowed for solving has passed"
    assert report.exit_status() == 2


def test_findings_come_in_the_order_of_the_claims() -> None:
    claims = [Count(quote=quote, figure=NOW, id=quote[0]) for quote in ("z 63", "a 63", "m 63")]
    report = verify([Article(publisher="Second", claims=claims), Article(publisher="First", claims=claims)])
    assert [finding.id for finding in report] == [
        f"{publisher}/{claim.id}" for publisher in ("second", "first") for claim in claims
    ]


def test_what_only_whole_numbers_rule_out_is_no_slip_of_rounding() -> None:
    # Of one crime, none or one is an offence: 50% lies in between, and not beside.
    base = [*known(now="0 to 9"), BaseFigure(figure=CRIMES, value="1")]
    finding = only(Share(quote="50% of the crimes", figure=NOW, of=CRIMES), base=base)
    assert (finding.verdict, finding.severity) == (Verdict.CONTRADICTED, Severity.WRONG)


def test_nothing_to_check_is_not_clean() -> None:
    assert verify(Dossier(articles=[])).exit_status() == 2


def test_two_claims_of_one_id_are_a_fault() -> None:
    claims = [Count(quote="63", figure=NOW), Count(quote="63", figure=THERE)]
    report = verify(Article(publisher="A", claims=claims))
    assert len(report) == 1
    assert "two claims have the id 'a/63'" in report.faults[0].message


def test_a_known_issue_is_expected_until_it_is_gone() -> None:
    issue = KnownIssue(reason="the paper was told")
    claim = Count(quote="64", figure=NOW, known_issue=issue)
    assert only(claim, base=known(now="63")).outcome() is Outcome.KNOWN
    assert only(claim, base=known(now="64")).outcome() is Outcome.FIXED


def test_a_quote_that_is_not_in_the_text_is_a_fault() -> None:
    article = evolve(said(Count(quote="63 incidents", figure=NOW)), text="There were 64 incidents.")
    assert "does not stand in the text" in verify(article).faults[0].message


# Ranges that are only approached


def test_each_end_of_a_range_stands_by_itself() -> None:
    earlier = BUDGET.at(period="2018/19")
    amount = Amount(quote="£1", figure=earlier)
    multiple = Multiple(quote="1 times", figure=earlier, since=BUDGET)
    assert only(multiple, amount).recomputed == Interval(0, None, low_open=True)
    record = Record(quote="the lowest on record", figure=BUDGET, among=(earlier,))
    assert only(Multiple(quote="1 times", figure=BUDGET, since=earlier), record).recomputed == Interval(
        0, 1, high_open=True
    )
