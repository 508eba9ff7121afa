"""The JSON report: keys, exact numbers, and an order that never changes."""

from __future__ import annotations

import json
from typing import Any

from attrs import evolve

from claimcheck.articles import Dossier
from claimcheck.claims import KnownIssue
from claimcheck.findings import Report, Verdict
from claimcheck.render import RENDERERS, Setting
from claimcheck.verifier import verify


def document(*reports: Report, **setting: Any) -> Any:
    return json.loads(RENDERERS["json"](reports, Setting(**setting)))


def test_the_head(faulty: Report) -> None:
    found = document(faulty)
    assert list(found) == [
        *(
            "format",
            "version",
            "strict",
            "cover",
            "exit",
            "summary",
            "findings",
            "faults",
            "evidence",
            "coverage",
            "same_figures",
            "possible",
        )
    ]
    assert (found["format"], found["version"], found["strict"], found["exit"]) == (
        "claimcheck-audit",
        1,
        False,
        2,
    )
    assert found["summary"] == {
        "claims": 9,
        "contradicted": 1,
        "disputed": 0,
        "loose": 1,
        "confirmed": 4,
        "consistent": 1,
        "unverified": 2,
        "undecided": 0,
        "faults": 1,
        "undeclared": 0,
        "read": 0,
    }
    assert found["faults"] == [
        {
            "dossier": "claims/story",
            "path": "claims/story/other.claims.yaml",
            "line": 4,
            "column": 5,
            "rule": "CC102",
            "message": "unknown key 'sinse'",
            "advice": "did you mean 'since'?",
        }
    ]


def closed(low: str, high: str) -> dict[str, object]:
    return {"low": low, "high": high, "low_open": False, "high_open": False}


def point(value: str) -> dict[str, object]:
    return {"value": value, **closed(value, value)}


def test_a_contradicted_finding(report: Report) -> None:
    before, now = "online offences, Wiltshire, 2018/19", "online offences, Wiltshire, 2019/20"
    assert document(report)["findings"][1] == {
        "id": "paper/a-17-percent-decrease",
        "dossier": "claims/story",
        "article": "paper",
        "publisher": "A Paper",
        "published": "2020-09-02",
        "file": "claims/story/paper.claims.yaml",
        "line": 15,
        "quote": "a 17% decrease",
        "kind": "change",
        "read_as": None,
        "verdict": "contradicted",
        "rule": "CC301",
        "outcome": "failed",
        "reading": "nearest",
        "severity": "wrong",
        "stated": {
            "text": "fall of 17%",
            **closed("-17.5", "-16.5"),
            "reading": "nearest",
            "loose": {
                "low": "-18",
                "high": "-16.5",
                "low_open": True,
                "high_open": False,
                "reading": "truncated",
            },
        },
        "recomputed": point("-200/11"),
        "out_by": "15/22",
        "known": {before: point("77"), now: point("63")},
        "evidence": ["paper/63-grooming-and-online-offences", "radio/77-in-the-previous-year"],
        "implied": {},
        "correction": "18%",
        "would_be_true_if": [
            {"figure": before, "possible": True, **point("76"), "now": point("77")},
            {"figure": now, "possible": True, **point("64"), "now": point("63")},
        ],
        "diagnosis": [
            {
                "mistake": "a digit of a figure misprinted",
                "text": "One digit of a figure may be wrong: it fits with 76 for 77 or 64 for 63. "
                "100 × (63 − 76) ÷ 76 ≈ −17.11% (by chance it would explain 26% of wrong numbers)",
                "result": point("-325/19"),
                "chance": "23/89",
            }
        ],
        "reason": None,
        "undecided": False,
        "known_issue": None,
    }


def test_a_range_has_no_value(report: Report) -> None:
    found = document(report)["findings"][2]
    assert found["implied"] == {"online offences, Devon, 2018/19": {"value": None, **closed("398", "400")}}
    assert found["reason"] == "too little else is known"


def test_every_piece_of_evidence_is_found_by_its_id(report: Report) -> None:
    found = document(report)
    for finding in found["findings"]:
        assert set(finding["evidence"]) <= set(found["evidence"][finding["dossier"]])
    assert found["evidence"]["claims/story"]["radio/77-in-the-previous-year"] == {
        "text": "77 in the previous year",
        "publisher": "The Radio",
        "file": "claims/story/radio.claims.yaml",
        "line": 11,
    }


def test_no_number_is_a_float(report: Report) -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    json.loads(RENDERERS["json"]([report], Setting()), parse_float=refuse)


def test_the_same_dossier_gives_the_same_text(dossier: Dossier, report: Report) -> None:
    assert RENDERERS["json"]([verify(dossier)], Setting()) == RENDERERS["json"]([report], Setting())


def test_findings_stand_in_the_order_of_the_claims_and_say_the_same_in_any(
    dossier: Dossier, report: Report
) -> None:
    turned = [evolve(article, claims=article.claims[::-1]) for article in dossier.articles[::-1]]
    other = document(verify(evolve(dossier, articles=turned)))
    assert other == document(report) | {"findings": document(report)["findings"][::-1]}


def test_strict_makes_loose_claims_fail(report: Report) -> None:
    lenient, strict = (document(report, is_strict=is_strict)["findings"][-1] for is_strict in (False, True))
    assert (lenient["outcome"], strict["outcome"]) == ("warned", "failed")


def test_a_remedy_that_is_none(report: Report) -> None:
    wrong = evolve(
        report.findings[1],
        would_be_true_if=(evolve(report.findings[1].would_be_true_if[0], values=None, now=None),),
    )
    (found,) = document(evolve(report, findings=(wrong,)))["findings"][0]["would_be_true_if"]
    assert (found["possible"], found["value"], found["now"]) == (False, None, None)


def test_a_known_issue(report: Report) -> None:
    wrong = report.findings[1]
    claim = evolve(wrong.claim, known_issue=KnownIssue(reason="correction requested"))
    (found,) = document(evolve(report, findings=(evolve(wrong, claim=claim),)))["findings"]
    assert found["known_issue"] == {"reason": "correction requested", "until": None}
    assert found["outcome"] == "known"


def test_claims_without_files_or_statement(report: Report) -> None:
    bare = evolve(
        report.findings[0],
        claim=evolve(report.findings[0].claim, place=None),
        verdict=Verdict.UNVERIFIED,
        stated=None,
        recomputed=None,
    )
    (found,) = document(evolve(report, findings=(bare,)))["findings"]
    assert (found["file"], found["line"], found["stated"], found["recomputed"]) == (None, None, None, None)


def test_no_dossiers_are_no_pass() -> None:
    assert document()["exit"] == 2
