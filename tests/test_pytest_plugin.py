"""The pytest plugin, run for real on small dossiers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as ET

import pytest

# The verifier too: pytester forgets what is first imported while it runs, and a patch would miss it.
from claimcheck import pytest_plugin, verifier
from claimcheck.files.discovery import CLAIMS_SUFFIX

pytest_plugins = ["pytester"]

DOSSIER = """\
measures:
  online offences:
    unit: offence
"""

PAPER = """\
article:
  publisher: A Paper
  published: 2020-09-02

about:
  measure: online offences
  area: Wiltshire
  period: 2019/20

claims:
  - quote: 63 grooming and online offences
    kind: count

  - quote: a 17% decrease
    kind: change
    since: 2018/19
"""

RADIO = """\
article:
  publisher: The Radio
  published: 2020-09-03

about:
  measure: online offences
  area: Wiltshire
  period: 2019/20

claims:
  - quote: 63 incidents
    kind: count

  - quote: 77 in the previous year
    kind: count
    period: 2018/19

  - quote: a drop of 18%
    kind: change
    since: 2018/19

  - quote: 12 of them
    kind: count
    area: Hampshire
"""

FAILURE = """\
✗ contradicted CC301  “a 17% decrease”
  article   A Paper, 2 September 2020
            claims/story/paper.claims.yaml:14
  says      online offences, Wiltshire, 2019/20 fell by 17% since 2018/19
  working   100 × (63 − 77) ÷ 77 ≈ −18.18%
  range     a fall of 17% covers −17.5% to −16.5%; missed by about 0.68
            percentage points
  printed                     −17.5% ├──────────────────────────┤ −16.5%
  loosely          −18% ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┤ −16.5%
  comes to         ◆ about −18.18%
  print     18%
  true if   online offences, Wiltshire, 2018/19 were 76 (not 77)
            online offences, Wiltshire, 2019/20 were 64 (not 63)
  probably  One digit of a figure may be wrong: it fits with 76 for 77 or 64 for
            63. 100 × (63 − 76) ÷ 76 ≈ −17.11% (by chance it would explain 27%
            of wrong numbers)
  evidence  “63 grooming and online offences”, A Paper
              claims/story/paper.claims.yaml:11
            “77 in the previous year”, The Radio
              claims/story/radio.claims.yaml:14
"""

HEADLINE = "CC301 contradicted: “a 17% decrease” comes to about −18.18%; print 18%"


def write(pytester: pytest.Pytester, name: str = "claims/story", **files: str) -> Path:
    """A dossier's folder: ``paper="..."`` is paper.claims.yaml."""
    folder = pytester.path / name
    folder.mkdir(parents=True, exist_ok=True)
    names = {"dossier": "dossier.yaml", "figures": "figures.csv"}
    for stem, text in {"dossier": DOSSIER, **files}.items():
        (folder / names.get(stem, f"{stem}.claims.yaml")).write_text(dedent(text), encoding="utf-8")
    return folder


@pytest.fixture
def story(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Two articles, of which one is wrong."""
    monkeypatch.setenv("COLUMNS", "80")
    write(pytester, paper=PAPER, radio=RADIO)
    return pytester


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest(*arguments)


def claims(*lines: str, head: str = PAPER.partition("claims:")[0]) -> str:
    """A claims file with these claims, each in YAML's own brackets."""
    return head + "claims:\n" + "".join(f"  - {line}\n" for line in lines)


def lines(result: pytest.RunResult) -> str:
    return result.stdout.str()


# What passes, fails, skips and warns


def test_each_claim_is_an_item_named_by_its_id(story: pytest.Pytester) -> None:
    result = run(story, "claims", "-v")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    result.stdout.fnmatch_lines(
        [
            "claims/story/paper.claims.yaml::63-grooming-and-online-offences PASSED*",
            "claims/story/paper.claims.yaml::a-17-percent-decrease FAILED*",
            "claims/story/radio.claims.yaml::63-incidents PASSED*",
            "claims/story/radio.claims.yaml::77-in-the-previous-year PASSED*",
            "claims/story/radio.claims.yaml::a-drop-of-18-percent PASSED*",
            "claims/story/radio.claims.yaml::12-of-them SKIPPED*",
        ]
    )


def test_a_failing_claim_shows_everything_that_is_known_of_it(story: pytest.Pytester) -> None:
    result = run(story, "claims")
    assert FAILURE in lines(result)
    assert "Traceback" not in lines(result)
    assert "pytest_plugin.py" not in lines(result)


def test_tb_line_is_the_headline_with_its_place(story: pytest.Pytester) -> None:
    assert f"claims/story/paper.claims.yaml:14: {HEADLINE}" in lines(run(story, "claims", "--tb=line"))


def test_the_summary_has_the_headline(story: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    expected = f"FAILED claims/story/paper.claims.yaml::a-17-percent-decrease - {HEADLINE}"
    assert expected in lines(run(story, "claims"))


def test_an_unverified_claim_is_skipped_with_its_reason_and_place(story: pytest.Pytester) -> None:
    result = run(story, "claims", "-rs")
    result.stdout.fnmatch_lines(
        ["SKIPPED [[]1[]] claims/story/radio.claims.yaml:22: CC401 unverified: “12 of them”: nothing to *"]
    )


LOOSE = claims(
    "{quote: 752 offences, kind: count}",
    "{quote: 752 incidents were counted, kind: count}",
    "{quote: 750 crimes, kind: total, areas: [Wiltshire], id: headline}",
)


def test_a_loose_claim_passes_with_a_warning(pytester: pytest.Pytester) -> None:
    write(pytester, paper=LOOSE)
    result = run(pytester, "claims")
    result.assert_outcomes(passed=3, warnings=1)
    result.stdout.fnmatch_lines(
        ["*paper.claims.yaml:13: LooseClaimWarning: CC204 loose: “750 crimes” comes to 752 (round number)*"]
    )
    assert result.ret == 0


def test_a_loose_claim_fails_when_strict(pytester: pytest.Pytester) -> None:
    write(pytester, paper=LOOSE)
    result = run(pytester, "claims", "--claims-strict")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["~ loose CC204  “750 crimes”", "  loosely   round number: 750 can still mean 745 to 755"]
    )


def test_a_loose_claim_passes_where_warnings_are_errors(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nfilterwarnings = error\n")
    write(pytester, paper=LOOSE)
    run(pytester, "claims").assert_outcomes(passed=3, warnings=1)


def test_a_project_may_ignore_loose_claims_or_forbid_them(pytester: pytest.Pytester) -> None:
    write(pytester, paper=LOOSE)
    warning = "claimcheck.pytest_plugin.LooseClaimWarning"
    run(pytester, "claims", "-W", f"error::{warning}").assert_outcomes(passed=2, failed=1)
    pytester.makeini(f"[pytest]\nfilterwarnings =\n    error\n    ignore::{warning}\n")
    run(pytester, "claims").assert_outcomes(passed=3, warnings=0)


UNDECLARED = "*CC404 2 of 3 numeric claims in this text are declared"


@pytest.fixture
def told(pytester: pytest.Pytester) -> pytest.Pytester:
    """An article beside its text, which has one number more."""
    write(pytester, paper=PAPER.replace("17%", "18%").replace("a 18%", "an 18%"))
    text = "63 grooming and online offences, an 18% decrease.\nGirls were 70% of the victims."
    (pytester.path / "claims/story/paper.txt").write_text(text, encoding="utf-8")
    return pytester


def test_numbers_that_no_claim_declares_are_one_warning(told: pytest.Pytester) -> None:
    result = run(told, "claims")
    assert result.ret == 0
    assert result.parseoutcomes()["warnings"] == 1
    result.stdout.fnmatch_lines(
        [
            UNDECLARED,
            "*claims/story/paper.txt:2:12: CC404 no claim declares “Girls were 70% of the victims” (share)",
        ]
    )


def test_numbers_that_no_claim_declares_fail_with_cover(told: pytest.Pytester) -> None:
    result = run(told, "claims", "--claims-cover")
    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(
        [
            "claims/story/paper.txt:2:12: CC404 no claim declares*",
            f"FAILED claims/story/paper{CLAIMS_SUFFIX}::coverage - CC404 2 of 3 *",
        ]
    )


def test_a_text_that_is_declared_passes_with_cover(told: pytest.Pytester) -> None:
    (told.path / "claims/story/paper.txt").write_text(
        "63 grooming and online offences, an 18% decrease.", encoding="utf-8"
    )
    result = run(told, "claims", "--claims-cover", "-k", "coverage", "--junitxml=junit.xml")
    result.assert_outcomes(passed=1, deselected=2)
    properties = ET.parse(told.path / "junit.xml").iter("property")  # our own file
    assert {"name": "declared", "value": "2 of 2"} in [each.attrib for each in properties]


def test_an_article_without_its_text_has_no_test_of_it(story: pytest.Pytester) -> None:
    run(story, "claims", "--claims-cover", "-k", "coverage").assert_outcomes(deselected=6)


def test_a_project_may_ignore_what_no_claim_declares_or_forbid_it(told: pytest.Pytester) -> None:
    warning = "claimcheck.pytest_plugin.UndeclaredWarning"
    assert run(told, "claims", "-W", f"error::{warning}").parseoutcomes()["failed"] == 1
    told.makeini("[pytest]\nfilterwarnings = error\n")
    assert "failed" not in run(told, "claims").parseoutcomes()
    told.makeini(f"[pytest]\nfilterwarnings =\n    error\n    ignore::{warning}\n")
    assert run(told, "claims").parseoutcomes().keys().isdisjoint({"failed", "warnings"})


def test_an_undecided_claim_fails(story: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    undecide(monkeypatch)
    result = run(story, "claims")
    result.assert_outcomes(failed=6)
    result.stdout.fnmatch_lines(["*undecided*“63 incidents”*", "*reason*out of time"])


def undecide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verifier that runs out of time at once."""
    from attrs import evolve

    from claimcheck.articles import Dossier
    from claimcheck.findings import Report, Verdict

    verify = verifier.verify

    def give_up(dossier: Dossier, *, time_limit: float | None) -> Report:
        report = verify(dossier)
        findings = (
            evolve(
                finding, verdict=Verdict.UNVERIFIED, is_undecided=True, severity=None, reason="out of time"
            )
            for finding in report
        )
        return evolve(report, findings=tuple(findings))

    monkeypatch.setattr(verifier, "verify", give_up)


def test_the_time_limit_reaches_the_verifier(story: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.articles import Dossier
    from claimcheck.findings import Report

    verify, limits = verifier.verify, []

    def noted(dossier: Dossier, *, time_limit: float | None) -> Report:
        limits.append(time_limit)
        return verify(dossier)

    monkeypatch.setattr(verifier, "verify", noted)
    run(story, "claims", "--claims-time-limit", "2.5")
    run(story, "claims")
    # Once for the dossier, not once for each file.
    assert limits == [2.5, verifier.TIME_LIMIT]


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "inf", "soon"])
def test_a_time_limit_is_a_time(story: pytest.Pytester, limit: str) -> None:
    assert run(story, "claims", f"--claims-time-limit={limit}").ret == pytest.ExitCode.USAGE_ERROR


# Known issues

KNOWN = PAPER + "    known_issue: {reason: correction requested"


def test_a_known_issue_is_expected_to_fail(pytester: pytest.Pytester) -> None:
    write(pytester, paper=KNOWN + "}\n", radio=RADIO)
    result = run(pytester, "claims", "-rx")
    result.assert_outcomes(passed=4, xfailed=1, skipped=1)
    result.stdout.fnmatch_lines(
        ["XFAIL claims/story/paper.claims.yaml::a-17-percent-decrease - correction requested"]
    )
    assert result.ret == 0


def test_a_known_issue_that_is_none_fails(pytester: pytest.Pytester) -> None:
    write(pytester, paper=(KNOWN + "}\n").replace("17%", "18%"), radio=RADIO)
    result = run(pytester, "claims", "--tb=line")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    result.stdout.fnmatch_lines(
        ["*:14: CC113 “a 18% decrease” is confirmed: remove its known_issue (correction requested)"]
    )


def test_a_known_issue_lapses(pytester: pytest.Pytester) -> None:
    write(pytester, paper=KNOWN + ", until: 2020-12-31}\n", radio=RADIO)
    result = run(pytester, "claims")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    assert "  known     correction requested (until 31 December 2020)" in lines(result)


def test_an_undecided_known_issue_fails(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    write(pytester, paper=KNOWN + "}\n", radio=RADIO)
    undecide(monkeypatch)
    run(pytester, "claims").assert_outcomes(failed=6)


# Faults of authoring


def test_one_broken_claim_fails_and_the_rest_still_run(pytester: pytest.Pytester) -> None:
    write(pytester, paper=PAPER.replace("kind: change", "kind: chance"), radio=RADIO)
    result = run(pytester, "claims", "-v")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    result.stdout.fnmatch_lines(
        [
            "claims/story/paper.claims.yaml::fault-at-line-15 FAILED*",
            "claims/story/paper.claims.yaml:15:11: *'chance'*'change'*",
            "        kind: chance",
            "              ^^^^^^",
        ]
    )


def test_a_broken_file_is_an_error_with_its_place(pytester: pytest.Pytester) -> None:
    write(pytester, paper="article: [\n", radio=RADIO)
    result = run(pytester, "claims")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["claims/story/paper.claims.yaml:*:*: *"])
    assert "Traceback" not in lines(result)
    result = run(pytester, "claims", "--continue-on-collection-errors")
    result.assert_outcomes(errors=1, passed=3, skipped=1)


def test_faults_of_shared_files_fail_in_every_claims_file(pytester: pytest.Pytester) -> None:
    write(pytester, paper=PAPER, radio=RADIO, dossier=DOSSIER + "nestings: {}\n")
    result = run(pytester, "claims", "-v", "--tb=line")
    result.stdout.fnmatch_lines(
        [
            "claims/story/paper.claims.yaml::dossier-faults FAILED*",
            "claims/story/radio.claims.yaml::dossier-faults FAILED*",
            "claims/story/paper.claims.yaml:1: claims/story/dossier.yaml:4:1: *'nestings'*",
        ]
    )
    result.assert_outcomes(passed=4, failed=3, skipped=1)


def test_what_the_verifier_finds_at_fault_fails_its_own_claim(pytester: pytest.Pytester) -> None:
    write(pytester, paper=PAPER.replace("a 17% decrease", "by 17% they said"), radio=RADIO)
    result = run(pytester, "claims", "--tb=line")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    result.stdout.fnmatch_lines(
        ["claims/story/paper.claims.yaml:14: *does not say whether 17% is up or down*"]
    )


def test_base_figures_that_cannot_be_true_together_fail_every_claim(pytester: pytest.Pytester) -> None:
    row = "online offences,Wiltshire,2019/20,"
    write(pytester, paper=PAPER, figures=f"measure,area,period,value\n{row}63\n{row}64\n")
    result = run(pytester, "claims")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*these cannot be true together*figures.csv*"])


# Choosing what runs


@pytest.mark.parametrize(
    ("words", "found"),
    [("Hampshire", 1), ("radio", 4), ("Radio and count", 3), ("change", 2), ("decrease", 1), ("2018/19", 3)],
)
def test_claims_are_found_by_their_words(story: pytest.Pytester, words: str, found: int) -> None:
    result = run(story, "claims", "--collect-only", "-q", "-k", words)
    assert sum("::" in line for line in result.outlines) == found


def test_a_file_by_name_is_verified_with_its_whole_dossier(story: pytest.Pytester) -> None:
    result = run(story, "claims/story/paper.claims.yaml")
    result.assert_outcomes(passed=1, failed=1)
    assert FAILURE in lines(result)


def test_a_claim_by_its_node_id(story: pytest.Pytester) -> None:
    run(story, "claims/story/paper.claims.yaml::a-17-percent-decrease").assert_outcomes(failed=1)


def test_last_failed_runs_the_failed_one(story: pytest.Pytester) -> None:
    run(story, "claims")
    run(story, "claims", "--lf").assert_outcomes(failed=1)


def test_from_inside_the_folder(story: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.path / "claims" / "story")
    result = run(story, "paper.claims.yaml", "--tb=line")
    assert f"paper.claims.yaml:14: {HEADLINE}" in lines(result)


def test_several_dossiers_are_verified_apart(story: pytest.Pytester) -> None:
    write(story, "claims/other", paper=PAPER)
    result = run(story, "claims")
    result.assert_outcomes(passed=4, failed=1, skipped=3)


def test_an_empty_audit_is_no_success(pytester: pytest.Pytester) -> None:
    (pytester.path / "claims").mkdir()
    assert run(pytester, "claims").ret == pytest.ExitCode.NO_TESTS_COLLECTED


# Reports


def test_over_xdist(story: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    result = story.runpytest_subprocess("claims", "-n", "2", "--tb=line")
    result.assert_outcomes(passed=4, failed=1, skipped=1)
    result.stdout.fnmatch_lines([f"claims/story/paper.claims.yaml:14: {HEADLINE}"])
    assert FAILURE in lines(story.runpytest_subprocess("claims", "-n", "2"))


def test_junit_xml(story: pytest.Pytester) -> None:
    run(story, "claims", "--junitxml=out.xml")
    cases = ET.parse(story.path / "out.xml").iter("testcase")
    (case,) = (case for case in cases if case.get("name") == "a-17-percent-decrease")
    properties = {one.get("name"): one.get("value") for one in case.iter("property")}
    assert properties == {
        "kind": "change",
        "publisher": "A Paper",
        "quote": "a 17% decrease",
        "verdict": "contradicted",
        "rule": "CC301",
        "reading": "nearest",
        "severity": "wrong",
        "recomputed": "about −18.18%",
        "correction": "18%",
        "evidence": "paper/63-grooming-and-online-offences, radio/77-in-the-previous-year",
    }
    (failed,) = case.iter("failure")
    assert failed.get("message") == HEADLINE
    assert (failed.text or "").strip() == FAILURE.strip()


def test_the_finding_stays_with_its_item(story: pytest.Pytester) -> None:
    story.makeconftest(
        """
        def pytest_runtest_teardown(item):
            print("found", item.finding.verdict.value, item.finding.correction)
        """
    )
    result = run(story, "claims/story/paper.claims.yaml::a-17-percent-decrease", "-s")
    result.stdout.fnmatch_lines(["*found contradicted 18%*"])


def test_an_error_in_the_verifier_itself_is_shown_as_one(
    story: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr(verifier, "verify", broken)
    result = run(story, "claims/story/paper.claims.yaml")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["*ZeroDivisionError: a mistake of ours*"])


# Where there are no claims


def test_nothing_is_said_where_there_are_no_claims(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_it="def test_one(): pass")
    result = run(pytester)
    result.assert_outcomes(passed=1)
    assert not any(
        "claim" in line for line in result.outlines if not line.startswith(("plugins:", "rootdir:"))
    )


def test_loading_the_plugin_loads_nothing_heavy() -> None:
    source = "import json, sys, claimcheck.pytest_plugin; print(json.dumps(sorted(sys.modules)))"
    asked = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    loaded = set(json.loads(asked.stdout))
    assert not loaded & {"cattrs", "pint", "rich", "yaml", "z3", "claimcheck.files", "claimcheck.render"}


def test_the_plugin_and_the_loader_agree_on_what_a_claims_file_is() -> None:
    assert pytest_plugin.SUFFIX == CLAIMS_SUFFIX


def test_help_has_the_options(pytester: pytest.Pytester) -> None:
    run(pytester, "--help").stdout.fnmatch_lines(
        ["*claimcheck*", "*--claims-strict*", "*--claims-time-limit=SECONDS*"]
    )


# What the command faults fails here too


def test_a_claims_file_that_is_not_read_fails_by_its_name(pytester: pytest.Pytester) -> None:
    folder = write(pytester)
    (folder / "c.claims.YAML").write_text(PAPER, encoding="utf-8")
    for path in ("claims", "claims/story/c.claims.YAML"):
        result = run(pytester, path, "-k", "c.claims")
        result.assert_outcomes(failed=1)
        assert "claims/story/c.claims.YAML: CC101 not read; rename it to c.claims.yaml" in lines(result)


def test_a_dossier_without_a_claims_file_fails(pytester: pytest.Pytester) -> None:
    write(pytester)
    result = run(pytester, "claims")
    result.assert_outcomes(failed=1)
    assert "claims/story: CC101 no *.claims.yaml in this folder" in lines(result)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            ".old/c.claims.yaml",
            "*claims/.old/c.claims.yaml::not-read - CC101 not read: it is in a hidden folder*",
        ),
        ("build/c.claims.yaml", "*claims/build::not-read - CC101 not read: pytest does not look into*"),
        ("weak/claims.yaml", "*claims/weak/claims.yaml::not-read - CC101 not read; rename it*"),
    ],
)
def test_what_pytest_passes_over_fails(story: pytest.Pytester, name: str, said: str) -> None:
    path = story.path / "claims" / name
    path.parent.mkdir()
    path.write_text(PAPER, encoding="utf-8")
    result = run(story, "claims", "-vv")
    assert result.parseoutcomes()["failed"] > 1
    result.stdout.fnmatch_lines([said])
    run(story, "claims/story/radio.claims.yaml").assert_outcomes(passed=3, skipped=1)


def test_a_link_that_leads_out_fails_and_one_in_a_circle_ends(story: pytest.Pytester) -> None:
    (story.path / "claims/loop").symlink_to("../claims")
    (story.path / "claims/story/loop").symlink_to("..")
    run(story, "claims").assert_outcomes(passed=4, failed=1, skipped=1)
    (story.path / "out").mkdir()
    (story.path / "claims/link").symlink_to("../out")
    result = run(story, "claims")
    result.assert_outcomes(passed=4, failed=2, skipped=1)
    result.stdout.fnmatch_lines(["*claims/link::not-read - CC101 the link leads out of claims*"])


def test_of_a_whole_project_only_the_folders_with_claims_are_looked_through(story: pytest.Pytester) -> None:
    story.makeini("[pytest]")
    for folder in (".venv/x", "claims/.old"):
        (story.path / folder).mkdir(parents=True)
        (story.path / folder / "c.claims.yaml").write_text(PAPER, encoding="utf-8")
    result = run(story)
    assert "claims/.old/c.claims.yaml" in lines(result)
    assert ".venv" not in lines(result)


def test_a_claims_file_that_is_no_file_fails_its_neighbours(story: pytest.Pytester) -> None:
    (story.path / "claims/story/gone.claims.yaml").symlink_to("nowhere")
    result = run(story, "claims/story")
    assert "claims/story/gone.claims.yaml: CC101 cannot be read: No such file or directory" in lines(result)
