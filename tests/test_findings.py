"""What a finding means for a run."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import Article, Change, Count, Figure, KnownIssue, Measure, Outcome, Report, verify

NOW = Figure(measure=Measure(name="offences", unit="offence"), area="Wiltshire", period="2019/20")
BEFORE = NOW.at(period="2018/19")
TODAY = date(2026, 1, 1)


def report(change: str, known_issue: KnownIssue | None = None) -> Report:
    claims = [
        Count(quote="63 offences", figure=NOW),
        Count(quote="77 the year before", figure=BEFORE),
        Change(quote=change, figure=NOW, since=BEFORE, id="change", known_issue=known_issue),
    ]
    return verify(Article(publisher="A", claims=claims))


@pytest.mark.parametrize(
    ("change", "outcome", "status"),
    [
        ("an 18% drop", Outcome.PASSED, 0),
        ("a 17% drop", Outcome.FAILED, 1),
        ("a drop of more than 10%", Outcome.WARNED, 0),
    ],
)
def test_outcomes(change: str, outcome: Outcome, status: int) -> None:
    found = report(change)
    assert found["a/change"].outcome() is outcome
    assert found.exit_status() == status


def test_strict_makes_a_loose_claim_fail() -> None:
    found = report("a drop of more than 10%")
    assert found["a/change"].verdict == "loose"
    assert found["a/change"].reading == "undersells"
    assert found["a/change"].outcome(strict=True) is Outcome.FAILED
    assert found.exit_status(strict=True) == 1


@pytest.mark.parametrize(
    ("change", "until", "outcome", "status"),
    [
        ("a 17% drop", None, Outcome.KNOWN, 0),
        ("a 17% drop", date(2026, 1, 1), Outcome.KNOWN, 0),
        ("a 17% drop", date(2025, 12, 31), Outcome.FAILED, 1),
        ("an 18% drop", None, Outcome.FIXED, 1),
        ("an 18% drop", date(2025, 12, 31), Outcome.PASSED, 0),
    ],
)
def test_a_known_issue_is_expected_to_fail_while_it_holds(
    change: str, until: date | None, outcome: Outcome, status: int
) -> None:
    found = report(change, KnownIssue(reason="correction requested", until=until))
    assert found["a/change"].outcome(today=TODAY) is outcome
    assert found.exit_status(today=TODAY) == status


def test_a_report_of_nothing_is_not_clean() -> None:
    assert verify(Article(publisher="A", claims=[])).exit_status() == 2


def test_a_finding_is_looked_up_by_its_id() -> None:
    found = report("a 17% drop")
    assert found["a/change"].claim.quote == "a 17% drop"
    with pytest.raises(KeyError):
        found["a/nothing"]


def test_a_report_is_printed_in_a_line_for_each_claim() -> None:
    assert str(report("a 17% drop")) == (
        "unverified '63 offences'\nunverified '77 the year before'\ncontradicted 'a 17% drop': 18%"
    )


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("a 17% drop", "CC201"),
        ("an 18% rise", "CC202"),
        ("a 19% drop", "CC203"),
        ("a drop of more than 10%", "CC204"),
        ("an 18% drop", None),
    ],
)
def test_a_finding_names_the_rule_that_its_claim_breaks(change: str, rule: str | None) -> None:
    finding = report(change)["a/change"]
    assert finding.rule == rule
    assert finding.rule_for(finding.outcome(today=TODAY)) == rule


@pytest.mark.parametrize(
    ("change", "rule"),
    [("a 17% drop", "CC201"), ("a drop of more than 10%", "CC113"), ("an 18% drop", "CC113")],
)
def test_a_known_issue_is_told_under_the_rule_of_its_claim_while_it_is_one(change: str, rule: str) -> None:
    finding = report(change, KnownIssue(reason="correction requested"))["a/change"]
    assert finding.rule_for(finding.outcome(today=TODAY)) == rule
