"""Articles as desks print them: true ones raise no alarm, and one planted error is found where it stands.

The articles were written before the reader was tried on them. A row of ``expected.csv`` whose ``known`` says
why the reader fails is expected to fail, and may not pass unnoticed.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.findings import Finding, Verdict
from claimcheck.reading import read

ARTICLES = Path(__file__).parent / "articles"
ALARMS = (Verdict.CONTRADICTED, Verdict.DISPUTED)
#: A reader that finds fewer claims than this in an article of 120 words or more has not read it.
FEWEST_CLAIMS = 10

with (ARTICLES / "expected.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))


def cases(*, planted: bool) -> list[object]:
    return [
        pytest.param(
            row,
            id=row["file"],
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=row["known"])]
            if row["known"]
            else [],
        )
        for row in ROWS
        if bool(row["planted"]) == planted
    ]


def text_of(row: dict[str, str]) -> str:
    return (ARTICLES / f"{row['file']}.txt").read_text(encoding="utf-8")


def span_of(quote: str, text: str) -> tuple[int, int]:
    assert text.count(quote) == 1, f"“{quote}” does not stand once in the article"
    start = text.index(quote)
    return start, start + len(quote)


def planted_in(row: dict[str, str]) -> list[tuple[int, int]]:
    """Where the planted number and those that it is tied to stand."""
    text = text_of(row)
    return [span_of(quote, text) for quote in (row["planted"], *row["tie"].split("|"))]


def read_claims(row: dict[str, str]) -> list[Finding]:
    findings = list(read(text_of(row)).report)
    assert len(findings) >= FEWEST_CLAIMS
    return findings


def is_about(finding: Finding, spans: list[tuple[int, int]]) -> bool:
    assert finding.read_as is not None
    mention = finding.read_as.mention
    return any(mention.start < end and start < mention.end for start, end in spans)


def described(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(finding.claim.quote, finding.verdict.value, finding.correction) for finding in findings]


def test_table_names_every_article() -> None:
    assert sorted(row["file"] for row in ROWS) == sorted(path.stem for path in ARTICLES.glob("*.txt"))


@pytest.mark.parametrize("row", [row for row in ROWS if row["planted"]], ids=lambda row: row["file"])
def test_planted_numbers_stand_once(row: dict[str, str]) -> None:
    assert len(set(planted_in(row))) >= 2


@pytest.mark.parametrize("row", cases(planted=False))
def test_true_article_raises_no_alarm(row: dict[str, str]) -> None:
    findings = read_claims(row)
    assert described([finding for finding in findings if finding.verdict in ALARMS]) == []


@pytest.mark.parametrize("row", cases(planted=True))
def test_planted_error_is_found_and_nothing_else(row: dict[str, str]) -> None:
    planted = planted_in(row)
    findings = read_claims(row)
    unrelated = [one for one in findings if one.verdict in ALARMS and not is_about(one, planted)]
    assert described(unrelated) == []
    wanted = row["wanted"].split(" or ")
    assert [one for one in findings if is_about(one, planted) and one.verdict.value in wanted], described(
        [one for one in findings if is_about(one, planted)]
    )
