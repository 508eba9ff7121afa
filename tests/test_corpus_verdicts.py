"""The five articles that started the project: what the audit says of each of their claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import Report, Verdict, verify
from claimcheck.files import load

FOLDER = Path(__file__).parents[1] / "claims" / "online-child-offences"

VERDICTS = {
    "hampshire-2020/63-incidents": ("confirmed", "{63}"),
    "hampshire-2020/77-in-the-previous-year": ("confirmed", "{77}"),
    "hampshire-2020/a-drop-of-18-percent": ("confirmed", "{-200/11}"),
    "hampshire-2020/an-89-percent-increase": ("confirmed", "{11600/131}"),
    "hampshire-2020/247-incidents-were-recorded": ("consistent", "[247, 248]"),
    "hampshire-2020/131-incidents-reported": ("confirmed", "{131}"),
    "hampshire-2020/almost-17-months-since": ("confirmed", "{522/31}"),
    "west-mercia-2020/offences-double-in-a-year": ("confirmed", "{389/191}"),
    "west-mercia-2020/more-than-doubled-in-a-year": ("confirmed", "{389/191}"),
    "west-mercia-2020/389-of-the-offences": ("consistent", "[389, 390]"),
    "west-mercia-2020/a-104-per-cent-increase": ("confirmed", "{19800/191}"),
    "west-mercia-2020/the-191-the-year-before": ("confirmed", "{191}"),
    "west-mercia-2020/passed-10000-for-the-first-time": ("confirmed", "{10058}"),
    "west-midlands-2020/headline-750": ("loose", "{752}"),
    "west-midlands-2020/more-than-750-sex-crimes": ("confirmed", "{752}"),
    "west-midlands-2020/427-grooming-and-online-offences": ("consistent", "[426, 430]"),
    "west-midlands-2020/325-were-recorded-in-staffordshire": ("consistent", "[324, 328]"),
    "west-midlands-2020/topped-10000": ("confirmed", "{10058}"),
    "west-midlands-2020/the-10058-recorded": ("unverified", "[10001, 11000]"),
    "wiltshire-2017/four-fold-increase-in-incidents": ("confirmed", "{4.4}"),
    "wiltshire-2017/44-sex-crimes-against-children-online": ("consistent", "[35, 45]"),
    "wiltshire-2017/just-10-during-the-previous-year": ("consistent", "[10, 12]"),
    "wiltshire-2020/more-than-60-sex-crimes": ("confirmed", "{63}"),
    "wiltshire-2020/63-grooming-and-online-offences": ("confirmed", "{63}"),
    "wiltshire-2020/a-17-percent-decrease": ("contradicted", "{-200/11}"),
    "wiltshire-2020/topped-10000": ("confirmed", "{10058}"),
    "wiltshire-2020/the-10058-recorded": ("unverified", "[10001, 11000]"),
}
"""Every claim that is not simply unverified, and the 10,058 that is unverified though bounded."""

IMPLIED = {
    "online offences, West Midlands, 2018/19": "[398, 400]",
    "online offences, Staffordshire, 2018/19": "[344, 347]",
    "online offences, England and Wales, 2016/17": "[5293, 5657]",
    "online offences, England and Wales, 2018/19": "[8560, 8633]",
    "all sex crimes against children, Wiltshire, 2019/20": "[970, 1145]",
    "all sex crimes against children, Wiltshire, 2018/19": "[1027, 1184]",
    "all sex crimes against children, West Midlands, 2019/20": "[4495, 5023]",
    "all sex crimes against children, Staffordshire, 2019/20": "[1970, 2096]",
}


@pytest.fixture(scope="module")
def report() -> Report:
    return verify(load(FOLDER))


def test_every_claim_can_be_read_and_judged(report: Report) -> None:
    assert report.faults == ()
    assert len(report) == 41
    assert not any(finding.is_undecided for finding in report)
    assert report.exit_status() == 1


@pytest.mark.parametrize("claim", VERDICTS)
def test_verdict_and_recomputed_range(report: Report, claim: str) -> None:
    finding = report[claim]
    assert (finding.verdict.value, str(finding.recomputed)) == VERDICTS[claim]


def test_all_other_claims_are_unverified(report: Report) -> None:
    others = {finding.id: finding.verdict for finding in report if finding.id not in VERDICTS}
    assert len(others) == 41 - len(VERDICTS)
    assert set(others.values()) == {Verdict.UNVERIFIED}


def test_the_17_percent_cannot_stand_beside_63_and_77(report: Report) -> None:
    (finding,) = report.with_verdict(Verdict.CONTRADICTED, Verdict.DISPUTED)
    assert {one.id for one in finding.evidence} == {
        "wiltshire-2020/63-grooming-and-online-offences",
        "hampshire-2020/77-in-the-previous-year",
    }
    assert finding.correction == "18%"
    assert finding.severity == "wrong"
    assert {(str(other.figure), str(other.values), str(other.now)) for other in finding.would_be_true_if} == {
        ("online offences, Wiltshire, 2018/19", "{76}", "{77}"),
        ("online offences, Wiltshire, 2019/20", "{64}", "{63}"),
    }


def test_the_headline_is_true_as_a_round_number(report: Report) -> None:
    (finding,) = report.with_verdict(Verdict.LOOSE)
    assert finding.reading == "round number"
    assert finding.correction == "752"


def test_figures_that_nobody_states_are_bounded(report: Report) -> None:
    ranges = {str(figure): str(values) for figure, values in report.implied}
    assert {figure: ranges[figure] for figure in IMPLIED} == IMPLIED
