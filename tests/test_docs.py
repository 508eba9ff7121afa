"""The README and docs/ hold: their examples run, their links lead somewhere, and nothing is left out."""

from __future__ import annotations

import doctest
import importlib.util
import io
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import claimcheck
from claimcheck.claims import KINDS, Claim
from claimcheck.diagnosis import MISTAKES, Mistake
from claimcheck.findings import Severity, Verdict
from claimcheck.numerals import HEDGE_WORDS
from claimcheck.readings import LOOSE_CONVENTIONS
from claimcheck.render import RENDERERS
from claimcheck.rules import RULES

ROOT = Path(__file__).parent.parent


def _fresh() -> ModuleType:
    """docs/fresh.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("fresh", ROOT / "docs" / "fresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fresh = _fresh()
PAGES: tuple[Path, ...] = fresh.PAGES
NOTEBOOKS: tuple[Path, ...] = fresh.NOTEBOOKS
FENCE: re.Pattern[str] = fresh.FENCE


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_a_page_shows_what_the_code_says_and_what_runs_print(page: Path) -> None:
    # `make examples` puts it right, where it is right.
    assert page.read_text(encoding="utf-8") == fresh.page(page)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_sessions_in_python_print_what_they_say(page: Path) -> None:
    text, namespace = page.read_text(encoding="utf-8"), {"__name__": "__main__"}
    for block in FENCE.finditer(text):
        if block["language"] == "python" and ">>>" in block["code"]:
            line = text.count("\n", 0, block.start()) + 1
            test = doctest.DocTestParser().get_doctest(block["code"], namespace, page.name, str(page), line)
            printed = io.StringIO()
            runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
            runner.run(test, out=printed.write, clear_globs=False)
            namespace |= test.globs
            assert not printed.getvalue(), printed.getvalue()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=page_id)
def test_a_notebook_shows_what_it_shows_when_it_is_run(notebook: Path) -> None:
    assert notebook.read_text(encoding="utf-8") == fresh.notebook(notebook)


def test_what_is_out_of_date_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(2)\n```\n\n```text\n1\n```\n", encoding="utf-8")
    assert fresh.page(page) == "```python\nprint(2)\n```\n\n```text\n2\n```\n"


def test_a_session_sees_the_files_of_its_section_and_the_status_before_it(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "## One\n\n```yaml\n# a.yaml\nx: 1\n```\n\n```csv\na,b\n```\n\n"
        "```console\n$ ls; exit 3\n$ echo $?\n```\n\n## Two\n\n```console\n$ ls\nold\n```\n",
        encoding="utf-8",
    )
    assert FENCE.findall(fresh.page(page))[2:] == [
        ("console", "$ ls; exit 3\na.yaml\nfigures.csv\n$ echo $?\n3\n"),
        ("console", "$ ls\n"),
    ]


@pytest.mark.parametrize("name", fresh.TABLES)
def test_every_table_from_the_code_stands_in_a_page(name: str) -> None:
    assert any(f"<!-- from the code: {name} -->" in page.read_text(encoding="utf-8") for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", prose):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_page_is_reached_from_the_index() -> None:
    index = text_of("docs/index.md")
    pages = [
        page.name for page in (*PAGES, *NOTEBOOKS) if page.parent.name == "docs" and page.name != "index.md"
    ]
    assert sorted(pages) == sorted(set(re.findall(r"\]\(([a-z-]+\.(?:md|ipynb))\)", index)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.kind))
def test_every_kind_is_documented_with_an_example(kind: type[Claim]) -> None:
    kinds = text_of("docs/kinds.md")
    assert f"\n## {kind.kind}\n" in kinds
    section = kinds.partition(f"\n## {kind.kind}\n")[2].partition("\n## ")[0]
    assert f"kind: {kind.kind}" in section
    assert f"`{kind.kind}`" in text_of("docs/files.md")


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_documented(verdict: Verdict) -> None:
    assert f"\n## {verdict.value}\n" in text_of("docs/verdicts.md")
    assert f"| `{verdict.value}` |" in text_of("README.md")
    assert f"`{verdict.value}`" in text_of("docs/json.md")


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_documented(severity: Severity) -> None:
    assert f"`{severity.value}`" in text_of("docs/verdicts.md")


@pytest.mark.parametrize("hedge", sorted(set(HEDGE_WORDS.values())))
def test_every_hedge_is_documented(hedge: str) -> None:
    assert f"| `{hedge}` |" in text_of("docs/readings.md")


@pytest.mark.parametrize("words", HEDGE_WORDS)
def test_every_hedge_word_is_documented(words: str) -> None:
    row = re.search(rf"^- `{HEDGE_WORDS[words]}`: (.*)$", text_of("docs/readings.md"), re.MULTILINE)
    assert row is not None
    assert words in [word.strip("`") for word in row[1].split(", ")]


@pytest.mark.parametrize("name", claimcheck.__all__)
def test_every_name_of_the_face_is_documented(name: str) -> None:
    assert f"| `{name}` |" in text_of("docs/reference.md")


@pytest.mark.parametrize("name", LOOSE_CONVENTIONS)
def test_every_loose_reading_is_documented(name: str) -> None:
    assert f"`{name}`" in text_of("docs/readings.md")
    assert f"`{name}`" in text_of("docs/files.md")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: str(mistake.name))
def test_every_mistake_is_documented(mistake: Mistake) -> None:
    assert f"- **{mistake.name}**: " in text_of("docs/mistakes.md")


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_documented(code: str) -> None:
    assert f"| [{code}](../src/claimcheck/rules/{code}.md) | `{RULES[code].name}` |" in text_of(
        "docs/rules.md"
    )


@pytest.mark.parametrize("name", RENDERERS)
def test_every_renderer_is_documented(name: str) -> None:
    assert f"\n## {name}\n" in text_of("docs/renderings.md")


def yaml_files(text: str) -> dict[str, str]:
    """The YAML blocks that open with a file's name; blocks without one are more of the file before."""
    files: dict[str, str] = {}
    name = ""
    for block in FENCE.finditer(text):
        if block["language"] == "csv":
            files["figures.csv"] = block["code"]
        if block["language"] != "yaml":
            continue
        if named := re.match(r"# (?:[\w-]+/)*([\w.-]+\.yaml)\n", block["code"]):
            name = named[1]
        files[name] = files.get(name, "") + block["code"]
    return files


def audit(page: str, folder: Path) -> dict[str, Any]:
    """The audit, as JSON, of the files that a page shows."""
    files = yaml_files(text_of(page))
    files.setdefault("dossier.yaml", "measures:\n  online offences:\n    unit: offence\n")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = Path(sys.executable).with_name("claimcheck")
    ran = subprocess.run(
        [str(command), "audit", "--format", "json", str(folder)], capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    shown = "".join(files.values())
    assert len(found["findings"]) == len(re.findall(r"^ *(?:- )?quote:", shown, re.MULTILINE))
    return found


@pytest.mark.parametrize("page", ["README.md", "docs/files.md", "docs/kinds.md"])
def test_the_files_shown_can_be_audited(page: str, tmp_path: Path) -> None:
    assert audit(page, tmp_path)["faults"] == []


def test_every_field_of_the_json_is_documented(tmp_path: Path) -> None:
    documented = set(re.findall(r"`(\w+)`", text_of("docs/json.md")))

    def check(node: object, *, is_named: bool = False) -> None:
        """``is_named``: the keys are names from the files, not fields."""
        if isinstance(node, list):
            for item in node:
                check(item)
        elif isinstance(node, dict):
            assert is_named or set(node) <= documented, set(node) - documented
            for key, value in node.items():
                check(value, is_named=key in ("known", "implied"))

    found = audit("docs/files.md", tmp_path)
    cited = found.pop("evidence")
    check(found)
    for dossier in cited.values():
        check(list(dossier.values()))


def test_the_picture_is_of_a_real_run() -> None:
    draw = runpy.run_path(str(ROOT / "docs" / "images" / "draw.py"))
    assert (ROOT / "docs" / "images" / "audit.svg").read_text(encoding="utf-8") == draw["audit"]()
