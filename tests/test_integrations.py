"""The ways into other people's pipelines: the pre-commit hook, the GitHub Action, JUnit XML."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from claimcheck.files import discover, load
from claimcheck.findings import Report
from claimcheck.render import RENDERERS, Setting
from claimcheck.verifier import verify

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
WILTSHIRE = "claims/online-child-offences/wiltshire-2020.claims.yaml"

DOSSIER = "measures:\n  online offences:\n    unit: offence\n"
CLEAN = """\
article:
  publisher: A Paper
about:
  measure: online offences
  area: Wiltshire
  period: 2019/20
claims:
  - quote: 63 offences
    kind: count
"""
LOOSE = CLEAN + "  - quote: 82% of them\n    kind: share\n    of: {period: 2018/19}\n"
FIGURES = "measure,area,period,value,source\nonline offences,Wiltshire,2018/19,76,An Office\n"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A dossier in which nothing is wrong."""
    folder = tmp_path / "claims" / "clean story"
    folder.mkdir(parents=True)
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    (folder / "paper.claims.yaml").write_text(CLEAN, encoding="utf-8")
    return folder


@pytest.fixture
def loose(clean: Path) -> Path:
    """A dossier in which 63 of 76, 82.9%, is called 82%."""
    (clean / "paper.claims.yaml").write_text(LOOSE, encoding="utf-8")
    (clean / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return clean


# The pre-commit hook


@pytest.fixture(scope="module")
def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def run_hook(hook: Mapping[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    """The hook's command in a repository, as pre-commit runs it when a file that it is for has changed."""
    program, *arguments = hook["entry"].split()
    assert hook["pass_filenames"] is False
    command = [str(BIN / program), *arguments, *hook["args"]]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_pre_commit_accepts_the_manifest() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_hook_says_what_it_is(hook: Mapping[str, Any]) -> None:
    assert hook["id"] == "claimcheck-audit"
    assert hook["language"] == "python"


@pytest.mark.parametrize(
    ("name", "is_audited"),
    [
        (WILTSHIRE, True),
        ("paper.claims.yaml", True),
        ("claims/story/dossier.yaml", True),
        ("dossier.yaml", True),
        ("claims/story/figures.csv", True),
        (".claims.yaml", False),
        ("claims/story/paper.claims.yaml.orig", False),
        ("claims/story/old-dossier.yaml", False),
        ("data/more-figures.csv", False),
        ("README.md", False),
    ],
)
def test_the_hook_audits_files_of_dossiers(hook: Mapping[str, Any], name: str, is_audited: bool) -> None:
    assert bool(re.search(hook["files"], name)) is is_audited


def test_the_hook_fails_on_the_claims_of_this_repository(hook: Mapping[str, Any]) -> None:
    ran = run_hook(hook, ROOT)
    assert ran.returncode == 1, ran.stderr
    assert "a 17% decrease" in ran.stdout


def test_the_hook_passes_a_clean_dossier(hook: Mapping[str, Any], clean: Path, tmp_path: Path) -> None:
    ran = run_hook(hook, tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_hook_sees_what_a_new_article_does_to_an_old_one(
    hook: Mapping[str, Any], loose: Path, tmp_path: Path
) -> None:
    new = CLEAN.replace("A Paper", "A Station").replace("63 offences", "50 offences")
    assert run_hook(hook, tmp_path).returncode == 0
    (loose / "station.claims.yaml").write_text(new, encoding="utf-8")
    ran = run_hook(hook, tmp_path)
    assert ran.returncode == 1
    assert "paper.claims.yaml" in ran.stdout


def test_the_hook_fails_on_faults(hook: Mapping[str, Any], clean: Path, tmp_path: Path) -> None:
    (clean / "paper.claims.yaml").write_text(CLEAN + "    sinse: 2018/19\n", encoding="utf-8")
    assert run_hook(hook, tmp_path).returncode == 2


# The GitHub Action


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture(scope="module")
def action() -> dict[str, Any]:
    # Texts only: `default: "false"` and `default: false` are the same to a runner.
    found = yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


class Runner:
    """As much of a runner as a composite action needs: steps of bash, expressions, the files they write."""

    def __init__(self, action: Mapping[str, Any], folder: Path, **inputs: str) -> None:
        self.folder = folder
        self.steps: dict[str, Mapping[str, Any]] = {
            step["id"]: step for step in action["runs"]["steps"] if "id" in step
        }
        defaults = {name: given.get("default", "") for name, given in action["inputs"].items()}
        assert inputs.keys() <= defaults.keys()
        self.values = {f"inputs.{name}": value for name, value in (defaults | inputs).items()}
        # What the workflow had written before.
        self.summary.write_text("# Before\n", encoding="utf-8")
        self.temporary.mkdir()

    @property
    def summary(self) -> Path:
        return self.folder / "summary"

    @property
    def temporary(self) -> Path:
        return self.folder / "temporary files"

    def expand(self, text: str) -> str:
        return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda found: self.values[found[1]], text)

    def run(self, step_id: str, *, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
        step = self.steps[step_id]
        assert step["shell"] == "bash"
        script, output = self.folder / "script.sh", self.folder / "output"
        script.write_text(self.expand(step["run"]), encoding="utf-8")
        output.write_text("", encoding="utf-8")
        environment = {name: self.expand(value) for name, value in step.get("env", {}).items()}
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=ROOT,
            env={
                "PATH": path,
                "HOME": str(self.folder),
                "LC_ALL": "C.UTF-8",
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(ROOT),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self.summary),
                "GITHUB_WORKSPACE": str(ROOT),
                "RUNNER_TEMP": str(self.temporary),
                **environment,
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.values[f"steps.{step_id}.outputs.{name}"] = value
        return ran


def audit(action: Mapping[str, Any], folder: Path, **inputs: str) -> tuple[Runner, Any]:
    """The audit step, with the environment of the tests as what was installed."""
    runner = Runner(action, folder, **inputs)
    runner.values["steps.install.outputs.folder"] = str(BIN)
    return runner, runner.run("audit")


def test_inputs_reach_no_script(action: Mapping[str, Any]) -> None:
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_what_the_action_declares_is_what_it_uses(action: Mapping[str, Any]) -> None:
    steps = json.dumps(action["runs"]["steps"])
    assert set(re.findall(r"inputs\.([\w-]+)", steps)) == set(action["inputs"])
    assert all(given["description"] for given in [*action["inputs"].values(), *action["outputs"].values()])


@needs_bash
def test_the_action_installs_its_own_checkout(action: Mapping[str, Any], tmp_path: Path) -> None:
    # A python that writes down what it is asked for, and makes environments with a python like itself.
    stubs, asked = tmp_path / "stubs", tmp_path / "asked"
    stubs.mkdir()
    stub = stubs / "python"
    stub.write_text(
        f"#!/usr/bin/env bash\nprintf '%s\\n' \"$*\" >> '{asked}'\n"
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n',
        encoding="utf-8",
    )
    stub.chmod(0o755)
    runner = Runner(action, tmp_path)
    ran = runner.run("install", path=f"{stubs}:{os.environ['PATH']}")
    assert ran.returncode == 0, ran.stderr
    made, installed = asked.read_text(encoding="utf-8").splitlines()
    environment = runner.temporary / "claimcheck"
    assert made == f"-m venv {environment}"
    assert installed.startswith("-m pip install ")
    assert installed.endswith(f" --constraint {ROOT}/constraints.txt {ROOT}")
    assert runner.values["steps.install.outputs.folder"] == f"{environment}/bin"


@needs_bash
def test_the_action_audits_the_claims_of_this_repository(action: Mapping[str, Any], tmp_path: Path) -> None:
    sarif = tmp_path / "an audit.sarif"
    runner, ran = audit(action, tmp_path, sarif=str(sarif))
    assert ran.returncode == 1, ran.stderr
    assert runner.values["steps.audit.outputs.status"] == "1"
    errors = [line for line in ran.stdout.splitlines() if line.startswith("::error ")]
    assert len(errors) == 1
    assert errors[0].startswith(f"::error file={WILTSHIRE},line=18,")
    assert "print 18%25" in errors[0]
    summary = runner.summary.read_text(encoding="utf-8")
    assert summary.startswith("# Before\n## claimcheck\n")
    assert "| ✗ | contradicted CC301 | “a 17% decrease” | **18%** |" in summary
    (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
    assert "CC301" in [result["ruleId"] for result in run["results"]]


@needs_bash
def test_the_action_passes_a_clean_dossier(action: Mapping[str, Any], tmp_path: Path, clean: Path) -> None:
    runner, ran = audit(action, tmp_path, paths=f"{clean}\n")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert runner.values["steps.audit.outputs.status"] == "0"
    assert "::" not in ran.stdout
    assert "**1 claim: 1 unverified**" in runner.summary.read_text(encoding="utf-8")
    assert not list(tmp_path.glob("*.sarif"))


@needs_bash
@pytest.mark.parametrize(("strict", "level", "status"), [("false", "warning", 0), ("true", "error", 1)])
def test_the_action_can_be_strict(
    action: Mapping[str, Any], tmp_path: Path, loose: Path, strict: str, level: str, status: int
) -> None:
    _, ran = audit(action, tmp_path, paths=str(loose), strict=strict)
    assert ran.returncode == status, ran.stdout + ran.stderr
    assert re.findall(r"^::(\w+) ", ran.stdout, re.MULTILINE) == [level]


@needs_bash
def test_the_action_audits_several_paths(action: Mapping[str, Any], tmp_path: Path, clean: Path) -> None:
    runner, ran = audit(action, tmp_path, paths=f"claims\n\n{clean}\n")
    assert ran.returncode == 1, ran.stderr
    assert "**2 dossiers, " in runner.summary.read_text(encoding="utf-8")


@needs_bash
def test_an_audit_that_is_refused_fails_without_a_summary(action: Mapping[str, Any], tmp_path: Path) -> None:
    runner, ran = audit(action, tmp_path, paths="no such folder")
    assert ran.returncode == 2
    assert "no such folder" in ran.stderr
    assert runner.summary.read_text(encoding="utf-8") == "# Before\n"


@needs_bash
@pytest.mark.parametrize("name", ["paths", "strict", "sarif"])
def test_inputs_are_never_run(action: Mapping[str, Any], tmp_path: Path, clean: Path, name: str) -> None:
    trap = tmp_path / "trap"
    hostile = f'"; touch "{trap}"; $(touch "{trap}") `touch "{trap}"` --output "{trap}"'
    audit(action, tmp_path, **({"paths": str(clean)} | {name: hostile}))
    assert not trap.exists()


# JUnit XML


def test_junit_xml_keeps_what_was_found(tmp_path: Path) -> None:
    written = tmp_path / "junit.xml"
    command = [sys.executable, "-m", "pytest", WILTSHIRE, f"--junitxml={written}", "-p", "no:cacheprovider"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    cases = {case.get("name"): case for case in ET.parse(written).iter("testcase")}
    wrong = cases["a-17-percent-decrease"]
    properties = {one.get("name"): one.get("value") for one in wrong.iter("property")}
    assert properties["verdict"] == "contradicted"
    assert properties["rule"] == "CC301"
    assert properties["severity"] == "wrong"
    assert properties["recomputed"] == "about −18.18%"
    assert properties["correction"] == "18%"
    assert properties["evidence"] == (
        "wiltshire-2020/63-grooming-and-online-offences, hampshire-2020/77-in-the-previous-year"
    )
    assert [failed for name, case in cases.items() for failed in case.iter("failure")] == list(
        wrong.iter("failure")
    )


# The page about all of them


PAGE = ROOT / "docs" / "renderings.md"


def sections() -> dict[str, str]:
    """The page by its headings."""
    parts = re.split(r"^## (.*)\n", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def example(section: str) -> str | None:
    """The excerpt of output in a section."""
    found = re.search(r"^```(?:text|json|html|markdown|xml)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return found[1] if found else None


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    # Paths in the page are those of an audit at the top of the repository.
    with contextlib.chdir(ROOT):
        return [verify(load(folder)) for folder in discover("claims").folders]


@pytest.mark.parametrize("name", RENDERERS)
def test_every_rendering_is_documented_with_what_it_writes(name: str, reports: Sequence[Report]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert f"| [`{name}`](#{name}) |" in page
    shown = example(sections()[name])
    assert shown is not None
    # Every piece of the excerpt, in its order; three dots stand for what is left out.
    text, end = RENDERERS[name](reports, Setting()), 0
    for piece in re.split(r"\s*\.\.\.\s*", shown):
        assert piece.strip() in text[end:], piece
        end = text.index(piece.strip(), end)


def test_the_junit_properties_of_the_page_are_those_that_are_tested() -> None:
    shown = example(sections()["JUnit XML"]) or ""
    properties = {one.get("name"): one.get("value") for one in ET.fromstring(f"<x>{shown}</x>")}
    tested = Path(__file__).read_text(encoding="utf-8")
    assert properties
    assert all(f'"{name}"' in tested and str(value) in tested for name, value in properties.items())


def test_the_page_names_the_inputs_of_the_action_and_the_hook(
    action: Mapping[str, Any], hook: Mapping[str, Any]
) -> None:
    page = sections()
    used = re.search(r"^```yaml\n(.*?)^```$", page["github"], re.MULTILINE | re.DOTALL)
    assert used is not None
    steps = yaml.safe_load(used[1])["steps"]
    assert set(steps[1]["with"]) <= set(action["inputs"])
    assert f"id: {hook['id']}\n" in page["Pre-commit"]
