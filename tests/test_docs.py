"""The README and docs/ hold: their examples run, their links lead somewhere, and nothing is left out."""

from __future__ import annotations

import contextlib
import doctest
import io
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimcheck.claims import KINDS, Claim
from claimcheck.findings import Severity, Verdict
from claimcheck.numerals import HEDGE_WORDS
from claimcheck.readings import LOOSE_CONVENTIONS

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md")])

FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def python_examples(text: str) -> list[tuple[int, str, str | None]]:
    """Each Python block: its line, its code, and what a ``text`` block right after it says it prints."""
    blocks = list(FENCE.finditer(text))
    examples = []
    for number, block in enumerate(blocks):
        if block["language"] != "python":
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        is_output = (
            following is not None
            and following["language"] == "text"
            and not text[block.end() : following.start()].strip()
        )
        output = following["code"] if following is not None and is_output else None
        examples.append((text.count("\n", 0, block.start()) + 2, block["code"], output))
    return examples


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_python_examples_run_and_print_what_they_say(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # One namespace for a page: an example may go on from the one before it.
    namespace: dict[str, object] = {"__name__": "__main__"}
    for line, code, expected in python_examples(page.read_text(encoding="utf-8")):
        if ">>>" in code:
            test = doctest.DocTestParser().get_doctest(code, namespace, page.name, str(page), line - 1)
            printed = io.StringIO()
            runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
            runner.run(test, out=printed.write, clear_globs=False)
            namespace |= test.globs
            assert not printed.getvalue(), printed.getvalue()
            continue
        # Blank lines before the code make a traceback name the line of the page.
        compiled = compile("\n" * (line - 1) + code, str(page), "exec")
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(compiled, namespace)
        if expected is not None:
            assert said.getvalue() == expected, f"{page.name}:{line} prints something else"


def test_the_examples_are_found() -> None:
    text = "```python\nprint(1)\n```\n\n```text\n1\n```\n\n```python\nx = 2\n```\n\nwords\n\n```text\n```\n"
    assert python_examples(text) == [(2, "print(1)\n", "1\n"), (10, "x = 2\n", None)]


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_page_is_reached_from_the_index() -> None:
    index = text_of("docs/index.md")
    assert [page.name for page in PAGES if page.parent.name == "docs" and page.name != "index.md"] == sorted(
        set(re.findall(r"\]\(([a-z-]+\.md)\)", index))
    )


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


@pytest.mark.parametrize("name", LOOSE_CONVENTIONS)
def test_every_loose_reading_is_documented(name: str) -> None:
    assert f"`{name}`" in text_of("docs/readings.md")
    assert f"`{name}`" in text_of("docs/files.md")


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
