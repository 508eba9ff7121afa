"""Workflow commands: one line each, whatever is in the text."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from claimcheck.articles import Dossier
from claimcheck.claims import KnownIssue
from claimcheck.errors import Fault, Place
from claimcheck.findings import Finding, Report, Verdict
from claimcheck.render import RENDERERS, Setting
from claimcheck.render.github import command

COMMAND = re.compile(r"::(?P<level>\w+) (?P<properties>[^:]*)::(?P<message>.*)")


def lines(*reports: Report, **setting: Any) -> list[str]:
    return RENDERERS["github"](reports, Setting(**setting)).splitlines()


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A command as a runner reads it."""
    found = COMMAND.fullmatch(line)
    assert found is not None, line
    properties = dict(part.split("=", 1) for part in found["properties"].split(","))
    return (
        found["level"],
        {name: unescaped(value) for name, value in properties.items()},
        unescaped(found["message"]),
    )


def unescaped(text: str) -> str:
    for sign, written in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(written, sign)
    return text


def of(report: Report, finding: Finding, **setting: Any) -> tuple[str, dict[str, str], str]:
    first, _ = lines(evolve(report, findings=(finding,)), **setting)
    return read(first)


def test_a_contradicted_claim(report: Report) -> None:
    assert lines(report)[0] == (
        "::error file=claims/story/paper.claims.yaml,line=15,col=5,title=CC301 contradicted::"
        "“a 17%25 decrease” comes to about −18.18%25; print 18%25%0A"
        "says: online offences, Wiltshire, 2019/20 fell by 17%25 since 2018/19%0A"
        "working: 100 × (63 − 77) ÷ 77 ≈ −18.18%25%0A"
        "range: a fall of 17%25 covers −17.5%25 to −16.5%25; missed by about 0.68 percentage points%0A"
        "true if: online offences, Wiltshire, 2018/19 were 76 (not 77)%0A"
        "true if: online offences, Wiltshire, 2019/20 were 64 (not 63)%0A"
        + "".join(line + "%0A" for line in probably(report))
        + "evidence: “63 grooming and online offences”, A Paper (claims/story/paper.claims.yaml:12)%0A"
        "evidence: “77 in the previous year”, The Radio (claims/story/radio.claims.yaml:11)"
    )


def probably(report: Report) -> list[str]:
    from claimcheck.render import words

    return [f"probably: {line}".replace("%", "%25") for line in words.diagnosed(report.findings[1])]


def test_the_worst_come_first_and_the_counts_last(faulty: Report) -> None:
    shown = lines(faulty)
    assert [read(line)[0] for line in shown[:-1]] == ["error", "error", "warning"]
    assert shown[-1] == (
        "9 claims: 1 contradicted, 1 loose, 4 confirmed, 1 consistent, 2 unverified; 1 fault"
    )


def test_what_adds_up_and_what_cannot_be_checked_is_not_annotated(report: Report) -> None:
    passing = (Verdict.CONFIRMED, Verdict.CONSISTENT, Verdict.UNVERIFIED)
    assert len(lines(evolve(report, findings=report.with_verdict(*passing)))) == 1


def test_strict_makes_a_warning_an_error(report: Report) -> None:
    (loose,) = report.with_verdict(Verdict.LOOSE)
    assert [of(report, loose, is_strict=is_strict)[0] for is_strict in (False, True)] == ["warning", "error"]


def with_issue(finding: Finding, until: date | None = None) -> Finding:
    issue = KnownIssue(reason="correction requested", until=until)
    return evolve(finding, claim=evolve(finding.claim, known_issue=issue))


def test_a_known_issue_is_a_notice_until_it_lapses(report: Report) -> None:
    wrong = with_issue(report.findings[1], until=date(2026, 1, 31))
    level, _, message = of(report, wrong, today=date(2026, 1, 31))
    assert level == "notice"
    assert message.endswith("known: correction requested (until 31 January 2026)")
    assert of(report, wrong, today=date(2026, 2, 1))[0] == "error"


def test_a_known_issue_that_is_none_is_an_error(report: Report) -> None:
    level, properties, message = of(report, with_issue(report.findings[0]))
    assert (level, properties["title"]) == ("error", "CC113 known issue settled")
    assert "remove its known_issue" in message


def test_an_undecided_claim_is_an_error(report: Report) -> None:
    undecided = evolve(
        report.findings[4], verdict=Verdict.UNVERIFIED, is_undecided=True, reason="out of time"
    )
    level, properties, message = of(report, undecided)
    assert (level, properties["title"]) == ("error", "CC403 undecided")
    assert message.startswith("“63 incidents”: out of time\n")


def test_a_fault_shows_the_line_at_fault(faulty: Report) -> None:
    assert read(lines(faulty)[0]) == (
        "error",
        {
            "file": "claims/story/other.claims.yaml",
            "line": "4",
            "col": "5",
            "title": "CC102 unknown-name",
        },
        "unknown key 'sinse'; did you mean 'since'?\n        sinse: 2018/19\n        ^^^^^",
    )


def test_a_claim_of_no_file_has_no_place(report: Report) -> None:
    claim = evolve(report.findings[1].claim, place=None)
    _, properties, _ = of(report, evolve(report.findings[1], claim=claim))
    assert list(properties) == ["title"]


HOSTILE = "17%\r\n::error::gone, ::stop-commands::x, file=%0A##[error]"


def test_hostile_words_start_no_command_of_their_own(report: Report) -> None:
    wrong = report.findings[1]
    claim = evolve(wrong.claim, quote=HOSTILE, place=Place(path="a,b:c%0A\nd.claims.yaml", line=1))
    shown = lines(evolve(report, findings=(evolve(wrong, claim=claim),)))
    assert len(shown) == 2
    _, properties, message = read(shown[0])
    assert properties["file"] == "a,b:c%0A\nd.claims.yaml"
    assert "“17% ::error::gone, ::stop-commands::x, file=%0A##[error]”" in message


@pytest.mark.parametrize("text", ["100%", "%0A", "a:b,c", "%25", "one\r\ntwo"])
def test_what_is_escaped_is_read_as_it_was(text: str) -> None:
    assert read(command("notice", text, title=text)) == ("notice", {"title": text}, text)


def test_a_hostile_fault(report: Report) -> None:
    fault = Fault(
        rule="CC101",
        message="line one\n::error::two",
        place=Place(path="x", line=1, column=3),
        source="a\x1b[31m\r",
    )
    first, _ = lines(evolve(report, findings=(), faults=(fault,)))
    assert first == (
        "::error file=x,line=1,col=3,title=CC101 unreadable-file::"
        "line one ::error::two%0A    a [31m %0A      ^"
    )


def test_plain_ascii(report: Report) -> None:
    assert '"a 17%25 decrease" comes to about -18.18%25' in lines(report, is_ascii=True)[0]


def test_no_findings() -> None:
    assert lines(Report(dossier=Dossier(articles=()), findings=())) == ["no claims"]
