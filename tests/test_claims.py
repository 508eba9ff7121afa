from datetime import date
from fractions import Fraction
from typing import ClassVar

import pytest
from attrs import field, frozen

from claimcheck import (
    KINDS,
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
    Elapsed,
    Fault,
    Figure,
    Incidence,
    KnownIssue,
    Mean,
    Measure,
    Multiple,
    Points,
    Rate,
    Record,
    Share,
    Total,
    Verdict,
    verify,
)
from claimcheck.claims import Context, FigureClaim
from claimcheck.figures import Quantity, Quotient, Ratio
from claimcheck.interval import Interval

NOW = Figure(measure=Measure(name="offences", unit="offence"), area="Wiltshire", period="2019/20")
BEFORE, THERE = NOW.at(period="2018/19"), NOW.at(area="Hampshire")
CRIMES = NOW.at(measure=Measure(name="crimes", unit="offence"))
PEOPLE = NOW.at(measure=Measure(name="population", unit="person"))
SCHOOLS = NOW.at(measure=Measure(name="schools", unit="school"))
BUDGET = NOW.at(measure=Measure(name="budget", unit="GBP"))
TURNOUT = NOW.at(measure=Measure(name="turnout", unit="percent"))
EARLIER = TURNOUT.at(period="2018/19")
CONTEXT = Context(published=date(2020, 9, 3))
VALUES: dict[Quantity, Fraction] = {
    NOW: Fraction(63),
    BEFORE: Fraction(77),
    THERE: Fraction(247),
    CRIMES: Fraction(1000),
    PEOPLE: Fraction(720060),
    SCHOOLS: Fraction(9),
    BUDGET: Fraction(1600000),
    TURNOUT: Fraction(66),
    EARLIER: Fraction(67),
}


@pytest.mark.parametrize(
    ("claim", "value", "strict", "loose"),
    [
        (Count(quote="63 incidents", figure=NOW), "63", "{63}", "{63}"),
        (Count(quote="about 700 incidents", figure=NOW), "63", "[650, 750]", "[600, 800]"),
        (Count(quote="750 incidents", figure=NOW), "63", "{750}", "[745, 755]"),
        (Amount(quote="£1.6 million", figure=BUDGET), "1600000", "[1550000, 1650000]", "[1550000, 1700000)"),
        (Amount(quote="turnout was 66%", figure=TURNOUT), "66", "[65.5, 66.5]", "[65.5, 67)"),
        (
            Change(quote="a 17% decrease", figure=NOW, since=BEFORE),
            "-200/11",
            "[-17.5, -16.5]",
            "(-18, -16.5]",
        ),
        (Change(quote="fell more than 17%", figure=NOW, since=BEFORE), "-200/11", "[-18, -17)", "(-oo, -17)"),
        (
            Change(quote="rose by a quarter", figure=NOW, since=BEFORE),
            "-200/11",
            "[22.5, 175/6]",
            "[20, 100/3]",
        ),
        (Difference(quote="14 fewer than before", figure=NOW, since=BEFORE), "-14", "{-14}", "{-14}"),
        (Multiple(quote="a four-fold increase", figure=NOW, since=BEFORE), "9/11", "[3.5, 4.5]", "[3.5, 5)"),
        (
            Multiple(quote="a four-fold decrease", figure=NOW, since=BEFORE),
            "9/11",
            "[2/9, 2/7]",
            "(0.2, 2/7]",
        ),
        (Multiple(quote="more than doubled", figure=NOW, since=BEFORE), "9/11", "(2, 3]", "(2, oo)"),
        (Multiple(quote="halved", figure=NOW, since=BEFORE), "9/11", "[0.45, 0.55]", "[0.4, 0.6]"),
        (Share(quote="6% of all crimes", figure=NOW, of=CRIMES), "6.3", "[5.5, 6.5]", "[5.5, 7)"),
        (Share(quote="one in 16 crimes", figure=NOW, of=CRIMES), "6.3", "[200/33, 200/31]", "[100/17, 20/3]"),
        (
            Points(quote="down one percentage point", figure=TURNOUT, since=EARLIER),
            "-1",
            "[-1.5, -0.5]",
            "(-2, -0.5]",
        ),
        (Total(quote="310 in both", parts=(NOW, THERE)), "310", "{310}", "[305, 315]"),
        (Total(quote="more than 750 in both", parts=(NOW, THERE)), "310", "(750, 800]", "(750, oo)"),
        (Rate(quote="15 a day", figure=NOW), "21/122", "[14.5, 15.5]", "[14.5, 16)"),
        (Rate(quote="5.3 offences", figure=NOW, per="month"), "5.25", "[5.25, 5.35]", "[5.25, 5.4)"),
        (
            Incidence(quote="8.7 per 100,000 people", figure=NOW, population=PEOPLE),
            "105000/12001",
            "[8.65, 8.75]",
            "[8.65, 8.8)",
        ),
        (
            Incidence(quote="8.7", figure=NOW, population=PEOPLE, per="100,000"),
            "105000/12001",
            "[8.65, 8.75]",
            "[8.65, 8.8)",
        ),
        (
            Mean(quote="an average of 7.0 per school", figure=NOW, per=SCHOOLS),
            "7",
            "[6.95, 7.05]",
            "[6.95, 7.1)",
        ),
        (Comparison(quote="fewer than in Hampshire", figure=NOW, than=THERE), "-184", "(-oo, 0)", "(-oo, 0)"),
        (Comparison(quote="184 fewer than in Hampshire", figure=NOW, than=THERE), "-184", "{-184}", "{-184}"),
        (
            Comparison(quote="75% lower than in Hampshire", figure=NOW, than=THERE),
            "-18400/247",
            "[-75.5, -74.5]",
            "(-76, -74.5]",
        ),
        (
            Comparison(quote="3.9 times as many", figure=THERE, than=NOW),
            "247/63",
            "[3.85, 3.95]",
            "[3.85, 4)",
        ),
        (Record(quote="the lowest on record", figure=NOW, among=(BEFORE,)), "14", "(0, oo)", "[0, oo)"),
        (Record(quote="a record high", figure=NOW, among=(BEFORE,)), "-14", "(0, oo)", "[0, oo)"),
        (Elapsed(quote="almost 17 months since", from_=date(2019, 4, 8)), "522/31", "[16, 17)", "[15, 17]"),
        (
            Elapsed(quote="10 days", from_=date(2020, 1, 1), to=date(2020, 1, 11)),
            "10",
            "[9.5, 10.5]",
            "[9.5, 11)",
        ),
    ],
    ids=lambda value: value.quote if isinstance(value, Claim) else None,
)
def test_what_each_kind_says(claim: Claim, value: str, strict: str, loose: str) -> None:
    statement = claim.statements(CONTEXT)[0]
    assert statement.ratio.value(VALUES) == Fraction(value)
    assert (str(statement.reading.strict), str(statement.reading.loose)) == (strict, loose)


def test_a_share_also_says_that_the_part_is_no_more_than_the_whole() -> None:
    _, contained = Share(quote="6% of all crimes", figure=NOW, of=CRIMES).statements(CONTEXT)
    assert contained.ratio.value(VALUES) == 937
    assert str(contained.reading.strict) == "[0, oo)"


def test_a_first_says_that_it_was_not_so_before() -> None:
    now, *earlier = Record(
        quote="passed 60 for the first time", figure=NOW, among=(BEFORE, THERE)
    ).statements(CONTEXT)
    assert str(now.reading.loose) == "(60, oo)"
    assert [str(statement.reading.strict) for statement in earlier] == ["(-oo, 60]"] * 2


def test_points_of_a_share_run_over_the_shares() -> None:
    claim = Points(quote="down one percentage point", figure=NOW, since=BEFORE, of=CRIMES)
    earlier = Quotient(part=BEFORE, whole=CRIMES.at(period="2018/19"))
    assert claim.ratio().quantities == (earlier, Quotient(part=NOW, whole=CRIMES))


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (Count(quote="no offences at all", figure=NOW), "there is no number"),
        (Count(quote="63 against 77", figure=NOW), "there are 2 numbers"),
        (Count(quote="63 against 77", states="64", figure=NOW), "the quote does not state '64'"),
        (Count(quote="17%", figure=NOW), "which is not what a claim of kind 'count' states"),
        (Count(quote="63", figure=BUDGET), "not counted; use kind: amount"),
        (Amount(quote="$5m", figure=BUDGET), "is in USD"),
        (Change(quote="17%", figure=NOW, since=BEFORE), "does not say whether 17% is up or down"),
        (Change(quote="a fall of 14", figure=NOW, since=BEFORE), "may be of kind"),
        (Rate(quote="15 offences", figure=NOW), "does not say what the rate is per"),
        (Rate(quote="15 a day", figure=NOW, per="week"), "the quote says per day"),
        (Incidence(quote="8.7", figure=NOW, population=PEOPLE), "does not say per how many"),
        (
            Incidence(quote="8.7 per 1,000", figure=NOW, population=PEOPLE, per="100,000"),
            "the quote says per 1000",
        ),
        (Total(quote="63", parts=()), "a total of nothing"),
        (Total(quote="63", parts=(NOW, BUDGET)), "cannot be put together"),
        (Share(quote="6%", figure=NOW, of=BUDGET), "cannot be put together"),
        (Comparison(quote="than in Hampshire", figure=NOW, than=THERE), "does not say which is more"),
        (Record(quote="a lot of them", figure=NOW, among=(BEFORE,)), "does not say what the record is"),
        (Record(quote="highest", figure=NOW, among=()), "a record among no earlier figures"),
        (Record(quote="60 for the first time", figure=NOW, among=(BEFORE,)), "on which side of 60"),
        (
            Points(quote="down two percentage points", figure=NOW, since=BEFORE),
            "points are of a measure in percent",
        ),
    ],
    ids=lambda value: value.quote if isinstance(value, Claim) else None,
)
def test_words_that_do_not_say_it_are_a_fault(claim: Claim, message: str) -> None:
    with pytest.raises(Fault, match=message):
        claim.statements(CONTEXT)


def test_an_elapsed_time_needs_both_ends() -> None:
    claim = Elapsed(quote="17 months", from_=date(2019, 4, 8))
    with pytest.raises(Fault, match="say when the article was published"):
        claim.statements(Context())


def test_states_chooses_a_number_of_the_quote() -> None:
    claim = Count(quote="63 against 77 the year before", states="77", figure=BEFORE)
    assert str(claim.statements(CONTEXT)[0].reading.strict) == "{77}"
    assert claim.id == "63-against-77-the-year-before-77"


def test_a_desk_may_take_a_loose_reading_as_strict() -> None:
    context = Context(conventions=Conventions(accept={"truncated"}))
    (statement,) = Change(quote="a 17% rise", figure=NOW, since=BEFORE).statements(context)
    assert str(statement.reading.strict) == "[16.5, 18)"


@pytest.mark.parametrize(
    ("claim", "value", "printed"),
    [
        (Change(quote="a 17% decrease", figure=NOW, since=BEFORE), "-200/11", "18%"),
        (Change(quote="a 17% decrease", figure=NOW, since=BEFORE), "3", "up 3%"),
        (Count(quote="63 incidents", figure=NOW), "64", "64"),
        (Multiple(quote="a four-fold decrease", figure=NOW, since=BEFORE), "1/3", "three-fold"),
        (Amount(quote="£1.6 million", figure=BUDGET), "1749999", "£1.7 million"),
        (Comparison(quote="more than in Hampshire", figure=NOW, than=THERE), "3", None),
    ],
)
def test_another_value_is_printed_as_the_claim_prints_its_own(
    claim: Claim, value: str, printed: str | None
) -> None:
    assert claim.reprint(Interval.point(Fraction(value)), CONTEXT) == printed


def test_ids_are_slugs_of_the_quote() -> None:
    assert Count(quote="£1.6m, or 17% of the police’s 10,058", figure=NOW).id == (
        "gbp-16m-or-17-percent-of-the-polices-10058"
    )
    assert len(Count(quote="word " * 40, figure=NOW).id) <= 48
    assert Count(quote="…", figure=NOW).id == "claim"


def test_a_known_issue_lapses() -> None:
    issue = KnownIssue(reason="asked for a correction", until=date(2021, 1, 1))
    assert issue.holds_on(date(2021, 1, 1))
    assert not issue.holds_on(date(2021, 1, 2))


def test_every_kind_has_a_name_and_one_formula() -> None:
    names = [kind.kind for kind in KINDS]
    assert names == [
        *("count amount change difference multiple share points total".split()),
        *("rate incidence mean comparison record elapsed".split()),
    ]
    assert {kind.kind for kind in KINDS if kind.weight == 2} == {"count", "amount"}


@frozen(kw_only=True)
class Density(FigureClaim):
    """A kind of its own: so many to the hectare."""

    kind = "density"
    scales: ClassVar = {None: Fraction(1)}

    land: Figure = field()

    def ratio(self) -> Ratio:
        return self.figure / self.land


def test_a_new_kind_is_one_class() -> None:
    land = PEOPLE.at(measure=Measure(name="land", unit="hectare"))
    dossier = Dossier(
        articles=[
            Article(
                publisher="A paper",
                claims=[
                    Density(quote="3.2 people to the hectare", figure=PEOPLE, land=land, id="right"),
                    Density(quote="32 people to the hectare", figure=PEOPLE, land=land, id="wrong"),
                ],
            )
        ],
        base_figures=[BaseFigure(figure=PEOPLE, value="5,020"), BaseFigure(figure=land, value="1,569.0")],
    )
    assert [f.verdict for f in verify(dossier)] == [Verdict.CONFIRMED, Verdict.CONTRADICTED]
