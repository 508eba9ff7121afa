"""Every rule has a code, a name and a page, and the page's example breaks that rule and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claimcheck.files import load
from claimcheck.render.words import headline, undeclared_line
from claimcheck.rules import RULES, Rule
from claimcheck.verifier import verify

SOURCE = Path(__file__).parent.parent / "src" / "claimcheck"
SECTIONS = ["What was found", "Why it matters", "What to do", "What it is not"]

FENCE = re.compile(
    r"^```(?P<language>\w*)\n(?P<name># (?P<file>\S+)\n)?(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
"""A block of a page: the file whose name it starts with, or what is said of the files."""

DOSSIER = "measures:\n  online offences:\n    unit: offence\n"
"""The dossier.yaml of pages that do not show theirs."""

everywhere = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def found_in(page: str, folder: Path) -> list[tuple[str, str]]:
    """What is said of the files that a page shows: codes, and the line under each."""
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    for block in FENCE.finditer(page):
        if block["file"] is not None:
            # In YAML the name is a comment, and a line that is counted; elsewhere it is no part of the file.
            text = block["name"] + block["text"] if block["language"] == "yaml" else block["text"]
            (folder / block["file"]).write_text(text, encoding="utf-8")
    report = verify(load(folder))
    found = [(fault.rule, str(fault).partition("\n")[0].replace(f"{folder}/", "")) for fault in report.faults]
    for finding in report:
        outcome = finding.outcome(today=date(2026, 1, 1))
        if (code := finding.rule_for(outcome)) is not None:
            found.append((code, headline(finding, outcome=outcome)))
    found += [
        (coverage.rule, undeclared_line(each, coverage).replace(f"{folder}/", ""))
        for coverage in report.coverage
        for each in coverage.undeclared
    ]
    return found


def test_codes_and_names_are_unique() -> None:
    assert [rule.code for rule in RULES.values()] == list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@everywhere
def test_a_code_is_a_hundred_and_a_name_is_a_slug(rule: Rule) -> None:
    assert re.fullmatch("CC[1-4][0-9]{2}", rule.code)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)
    assert not rule.title.endswith(".")


@everywhere
def test_a_page_has_its_heading_and_its_sections(rule: Rule) -> None:
    lines = re.sub(FENCE, "", rule.page).splitlines()
    assert lines[0] == f"# {rule.code} {rule.name}"
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == SECTIONS
    assert len(rule.page.splitlines()) < 50


def test_there_is_no_page_without_a_rule() -> None:
    assert sorted(page.stem for page in (SOURCE / "rules").glob("*.md")) == list(RULES)


@everywhere
def test_a_page_names_rules_that_there_are(rule: Rule) -> None:
    assert set(re.findall(r"\bCC[0-9]+", rule.page)) <= set(RULES)


@everywhere
def test_the_example_breaks_the_rule_and_is_told_as_the_page_says(rule: Rule, tmp_path: Path) -> None:
    found = found_in(rule.page, tmp_path)
    (told,) = (block["text"] for block in FENCE.finditer(rule.page) if block["file"] is None)
    assert "".join(f"{said}\n" for code, said in found if code == rule.code) == told
    # What could not be checked may stand beside it, and base figures at odds leave their claims undecided.
    others = {code for code, _ in found if not code.startswith("CC4")} - {rule.code}
    assert others == ({"CC111"} if rule.code == "CC403" else set())


# In the code


def codes(path: Path) -> Iterator[tuple[str, ast.Call, ast.expr]]:
    """The rule that each making of a fault names in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "Fault":
            (named,) = (keyword.value for keyword in node.keywords if keyword.arg == "rule")
            yield path.name, node, named
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "fault":
            yield path.name, node, node.args[0]


FAULTS = [each for path in sorted(SOURCE.rglob("*.py")) for each in codes(path)]


@pytest.mark.parametrize(
    ("call", "named"),
    [each[1:] for each in FAULTS],
    ids=[f"{name}:{call.lineno}" for name, call, _ in FAULTS],
)
def test_a_fault_names_a_rule_of_authoring(call: ast.Call, named: ast.expr) -> None:
    if isinstance(named, ast.Constant):
        assert named.value in RULES
        assert str(named.value).startswith("CC1")
    else:  # handed on from another fault, or from a caller that this test looks at too
        assert ast.unparse(named) in ("rule", "fault.rule"), ast.unparse(call)


def test_every_rule_of_authoring_is_used() -> None:
    used = {named.value for *_, named in FAULTS if isinstance(named, ast.Constant)}
    # A known issue that is none is no fault of a file: a run finds it.
    assert {*used, "CC113"} == {code for code in RULES if code.startswith("CC1")}


def test_every_other_rule_is_that_of_some_finding() -> None:
    modules = (SOURCE / name for name in ("findings.py", "quotes.py"))
    named = {code for path in modules for code in re.findall('"(CC[234][0-9]{2})"', path.read_text("utf-8"))}
    assert named == {code for code in RULES if not code.startswith("CC1")}
