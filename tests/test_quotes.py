"""Quotes: that they state what is declared, cut nothing off, and how much of a text they declare."""

from __future__ import annotations

import time
from datetime import date

import pytest

from claimcheck import (
    KINDS,
    Amount,
    Article,
    Change,
    Claim,
    Conventions,
    Count,
    Dossier,
    Elapsed,
    Figure,
    Incidence,
    Mean,
    Measure,
    Place,
    Rate,
    Record,
    Share,
    Total,
    verify,
)
from claimcheck.mentions import MentionKind
from claimcheck.quotes import DECLARED_AS, check_quotes, coverage_of

OFFENCES = Measure(name="offences", unit="offence")
NOW = Figure(measure=OFFENCES, area="Kent", period="2022/23")
BEFORE = NOW.at(period="2021/22")
ALL = Figure(measure=Measure(name="all offences", unit="offence"), area="Kent", period="2022/23")
TURNOUT = Figure(measure=Measure(name="turnout", unit="percent"), area="Kent")
FUNDING = Figure(measure=Measure(name="funding", unit="GBP"), area="Kent")


def count(quote: str, *, states: str | None = None) -> Count:
    return Count(quote=quote, figure=NOW, states=states)


def change(quote: str) -> Change:
    return Change(quote=quote, figure=NOW, since=BEFORE)


def share(quote: str) -> Share:
    return Share(quote=quote, figure=NOW, of=ALL)


def amount(quote: str) -> Amount:
    return Amount(quote=quote, figure=FUNDING)


def fault_of(claim: Claim, text: str | None = None, conventions: Conventions | None = None) -> str | None:
    """What is wrong with a quote, in one line."""
    article = Article(publisher="A paper", claims=[claim], text=text)
    fault = check_quotes(article, conventions).get(claim.id)
    return fault.headline if fault is not None else None


# The kind


def test_the_table_has_every_kind() -> None:
    assert set(DECLARED_AS) == set(MentionKind)
    assert set().union(*DECLARED_AS.values()) == {kind.kind for kind in KINDS}
    # What can be recomputed can be declared.
    assert all(DECLARED_AS[kind] for kind in MentionKind if kind.is_claim)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (
            share("a 17% decrease"),
            "'17%' is a change, which is not what a claim of kind 'share' states; write kind: change",
        ),
        (
            change("6% of all offences"),
            "'6%' is a share, which is not what a claim of kind 'change' states; write kind: share",
        ),
        (
            count("15 a day"),
            "'15' is a rate, which is not what a claim of kind 'count' states; write kind: rate",
        ),
        (
            count("more than 15 a day"),
            "'15' is a rate, which is not what a claim of kind 'count' states; write kind: rate",
        ),
        (
            count("32 per 100,000 people"),
            "'32' is an incidence, which is not what a claim of kind 'count' states; write kind: incidence",
        ),
        (
            Total(quote="an average of 15 offences", parts=(NOW, BEFORE)),
            "'15' is a mean, which is not what a claim of kind 'total' states; write kind: mean",
        ),
        (
            count("aged under 16"),
            "'16' is an age, which no claim states; quote a number that counts or measures something",
        ),
    ],
)
def test_a_quote_that_states_another_kind_is_a_fault(claim: Claim, said: str) -> None:
    assert fault_of(claim) == f"CC108 in the quote {said}"


@pytest.mark.parametrize(
    "claim",
    [
        count("63 offences"),
        count("one offence"),
        count("63 more officers"),
        count("rose above 10,000"),
        count("1978"),
        count("63 offences, down from 77", states="63"),
        share("6% of all offences"),
        share("one in five"),
        share("fell below 6% of all offences"),
        change("up a third"),
        change("a fall of one in five of them"),
        amount("£300 a week"),
        amount("a £3m cut"),
        Amount(quote="a turnout of 66%", figure=TURNOUT),
        Rate(quote="15 a day", figure=NOW),
        Rate(quote="15 offences", figure=NOW, per="day"),
        Rate(quote="one every five minutes", figure=NOW),
        Incidence(quote="32 per 100,000 people", figure=NOW, population=ALL),
        Mean(quote="3.2 per school", figure=NOW, per=ALL),
        Elapsed(quote="almost 17 months", from_=date(2021, 1, 4)),
        Record(quote="the highest in the 12 months since 2020", figure=NOW, among=(BEFORE,)),
    ],
    ids=lambda claim: f"{claim.kind}: {claim.quote}",
)
def test_a_quote_that_states_its_kind_is_none(claim: Claim) -> None:
    assert fault_of(claim) is None


def test_a_kind_that_somebody_adds_is_let_pass() -> None:
    class Tally(Count):
        kind = "tally"

    assert fault_of(Tally(quote="15 a day", figure=NOW)) is None


def test_what_a_unit_rules_out_is_told_by_the_claim() -> None:
    article = Article(publisher="A paper", claims=[count("a 17% decrease")])
    assert check_quotes(article) == {}
    (fault,) = verify(article).faults
    assert fault.advice == "it may be of kind change or multiple or share"


# What is cut off


@pytest.mark.parametrize(
    ("claim", "text", "said"),
    [
        (
            count("60 nurses"),
            "More than 60 nurses left.",
            "the text says 'More than 60', which the quote cuts short",
        ),
        (
            count("60 nurses"),
            "Just over\n60 nurses left.",
            "the text says 'Just over 60', which the quote cuts short",
        ),
        (count("over 60"), "Just over 60 left.", "the text says 'Just over 60', which the quote cuts short"),
        (
            count("60 nurses"),
            "60 nurses or more left.",
            "the text says '60 nurses or more', which the quote cuts short",
        ),
        (
            count("15 offences"),
            "There are 15 offences a day.",
            "in the text '15' is per day, which the quote leaves out",
        ),
        (
            count("32"),
            "It is 32 per 1,000 people.",
            "in the text '32' is per 1,000, which the quote leaves out",
        ),
        (
            amount("1.6"),
            "It cost £1.6 million.",
            "the text says '£1.6 million', and the quote has '1.6' of it",
        ),
        (
            amount("£1.6"),
            "It cost £1.6 million.",
            "the text says '£1.6 million', and the quote has '£1.6' of it",
        ),
        (count("17"), "There was 17% less.", "the text says '17%', and the quote has '17' of it"),
        (
            count("63"),
            "There were 60 to 63 of them.",
            "the text says '60 to 63', and the quote has '63' of it",
        ),
        (
            count("They lost ... 60 nurses"),
            "They lost almost 60 nurses.",
            "the text says 'almost 60', which the quote cuts short",
        ),
        (
            count("63 ... nurses"),
            "More than 63 good nurses left.",
            "the text says 'More than 63', which the quote cuts short",
        ),
        (
            change("17% more than in Devon"),
            "It fell 17% more than in Devon.",
            "in the text '17%' is a fall, which the quote turns round",
        ),
    ],
)
def test_a_quote_that_cuts_off_what_the_text_says_is_a_fault(claim: Claim, text: str, said: str) -> None:
    assert fault_of(claim, text) == f"CC107 {said}; widen the quote until it has the words"


def test_a_number_that_only_the_text_shows_to_be_none_is_a_fault() -> None:
    assert fault_of(count("16 were"), "Those aged under 16 were sent home.") == (
        "CC108 in the text '16' is an age, which no claim states; "
        "quote a number that counts or measures something"
    )


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (count("More than 60 nurses"), "More than 60 nurses left."),
        (count("about ... 60 nurses"), "There were complaints about 60 nurses."),
        (count("63 ... nurses"), "There were 63 good nurses."),
        (count("the 63"), "First the\n63, then more than 63."),
        (count("14"), "There were 14 fewer."),
        (Rate(quote="15 offences", figure=NOW, per="day"), "There are 15 offences a day."),
        (change("a 17% fall"), "That is a 17% fall on the year before, more than in Devon."),
        (count("from 77 to 63", states="63"), "It went from 77 to 63 in a year."),
        (amount("£1.6 million"), "It cost £1.6\u00a0million."),
        (count("‘63’ nurses"), "There were \"63\" nurses, '63' nurses."),
    ],
)
def test_a_quote_that_has_all_that_goes_with_its_number_is_none(claim: Claim, text: str) -> None:
    assert fault_of(claim, text) is None


def test_the_hedges_of_the_desk_count() -> None:
    text, house = "It was north of 700 offences.", Conventions(hedges={"north of": "more than"})
    assert fault_of(count("700 offences"), text) is None
    assert fault_of(count("700 offences"), text, house) is not None
    assert fault_of(count("north of 700 offences"), text, house) is None


def test_a_fault_stands_at_its_claim_and_the_others_are_judged() -> None:
    at = Place(path="a-paper.claims.yaml", line=5, column=12)
    claims = [Count(quote="60 nurses", figure=NOW, place=at), count("63 thefts")]
    report = verify(Article(publisher="A paper", claims=claims, text="Over 60 nurses. 63 thefts."))
    assert [finding.claim.quote for finding in report] == ["63 thefts"]
    (fault,) = report.faults
    assert fault.place == at
    assert report.exit_status() == 2


# Coverage

TEXT = """\
Kent Police recorded 63 offences in 2022/23, down 18% from 77.

Girls aged under 16 waited 17 months. In all, 63 offences a week were 6% of the total.
"""


def undeclared(*claims: Claim, text: str = TEXT) -> list[tuple[str, int, int]]:
    coverage = coverage_of(Article(publisher="A paper", claims=claims, text=text))
    assert coverage is not None
    return [(each.mention.text, each.line, each.column) for each in coverage.undeclared]


def test_what_no_claim_declares_is_listed_with_its_place() -> None:
    assert undeclared() == [("63", 1, 22), ("18%", 1, 51), ("77", 1, 60), ("63", 3, 47), ("6%", 3, 71)]


def test_a_quote_declares_the_place_where_it_is_found() -> None:
    assert undeclared(count("63 offences"))[0] == ("18%", 1, 51)
    assert ("63", 3, 47) in undeclared(count("63 offences"))
    assert ("63", 3, 47) not in undeclared(Rate(quote="63 offences a week", figure=NOW))


def test_what_is_left_out_is_not_quoted() -> None:
    found = undeclared(count("63 offences ... from 77", states="63"))
    assert [text for text, *_ in found] == ["18%", "63", "6%"]


def test_a_span_of_time_counts_where_a_claim_states_it() -> None:
    article = Article(publisher="A paper", claims=[], text=TEXT)
    stated = Article(
        publisher="A paper", text=TEXT, claims=[Elapsed(quote="17 months", from_=date(2021, 1, 4))]
    )
    beside = Article(
        publisher="A paper", text=TEXT, claims=[count("17 months. In all, 63 offences", states="63")]
    )
    totals = [coverage.total for each in (article, stated, beside) if (coverage := coverage_of(each))]
    assert totals == [5, 6, 5]


def test_a_number_that_is_no_claim_is_not_counted_whatever_is_declared() -> None:
    coverage = coverage_of(Article(publisher="A paper", claims=[count("16 waited")], text=TEXT))
    assert coverage is not None
    assert (coverage.declared, coverage.total) == ((), 5)


def test_whole_none_and_not_at_hand() -> None:
    whole = coverage_of(
        Article(publisher="A paper", claims=[count("63 thefts")], text="There were 63 thefts.")
    )
    assert whole is not None
    assert (whole.is_whole, whole.total) == (True, 1)
    nothing = coverage_of(Article(publisher="A paper", claims=[], text="No numbers at all."))
    assert nothing is not None
    assert (nothing.is_whole, nothing.total) == (True, 0)
    assert coverage_of(Article(publisher="A paper", claims=[])) is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(end: str) -> None:
    assert undeclared(text=f"One.{end}{end}Then 63 thefts.") == [("63", 3, 6)]


def test_the_words_around_a_number_stay_on_its_line() -> None:
    text = f"Crime\nrose (to 63 thefts, in\nKent). {'x' * 500} 77 {'y' * 500}"
    coverage = coverage_of(Article(publisher="A paper", claims=[], text=text))
    assert coverage is not None
    first, second = coverage.undeclared
    assert first.words == "rose (to 63 thefts, in"
    assert "77" in second.words
    assert len(second.words) < 100


def test_a_report_has_the_coverage_of_every_text() -> None:
    bare = Article(publisher="A blog", claims=[count("63 thefts")])
    told = Article(publisher="A paper", claims=[count("63 thefts")], text="63 thefts, 14 of them in Kent.")
    report = verify(Dossier(articles=[bare, told]))
    assert [coverage.article.id for coverage in report.coverage] == ["a-paper"]
    assert (report.exit_status(), report.exit_status(cover=True)) == (0, 1)
    assert verify(bare).exit_status(cover=True) == 0


def test_faults_come_before_what_is_not_declared() -> None:
    report = verify(Article(publisher="A paper", claims=[count("64 thefts")], text="63 thefts."))
    assert report.exit_status(cover=True) == 2


def test_the_time_taken_grows_with_the_text() -> None:
    def seconds(times: int) -> float:
        text = "There were 63 thefts in Kent, 14 fewer than in Devon.\n" * times
        start = time.perf_counter()
        coverage = coverage_of(Article(publisher="A paper", claims=[count("63 thefts")], text=text))
        assert coverage is not None
        assert coverage.total == 2 * times
        return time.perf_counter() - start

    seconds(10)
    # Twice the time that is in proportion: squares would take ten times it.
    assert seconds(2000) < 20 * max(seconds(200), 0.02)
