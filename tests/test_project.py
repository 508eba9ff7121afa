"""The project's own promises: what is in its files, what loads with it, what its metadata says."""

from __future__ import annotations

import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import claimcheck

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

HEAVY = ("cattrs", "hypothesis", "pint", "pytest", "rich", "yaml", "z3")


def tracked_files() -> list[Path]:
    """The files under version control, or a skip where there is no repository to ask."""
    asked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in asked.stdout.split("\0") if name and (ROOT / name).is_file()]


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = (line.partition("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, _, version in pins}


def requirements() -> list[Requirement]:
    project = PROJECT["project"]
    named = [*project["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    named += [line for extra in project["optional-dependencies"].values() for line in extra]
    return [Requirement(line) for line in named]


def test_no_file_names_a_download_host_or_a_folder_of_one_machine() -> None:
    banned = re.compile(
        r"pypi\.org|pythonhosted\.org|npmjs\.org|debian\.org|(?<![\w.])/(?:work|root|home/\w+)/"
    )
    found = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
            for number, line in enumerate(text.splitlines(), 1)
            if banned.search(line)
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("module", ["claimcheck", "claimcheck.pytest_plugin"])
def test_importing_loads_attrs_and_the_standard_library_only(module: str) -> None:
    heavy = [name for name in HEAVY if not (name == "pytest" and module.endswith("pytest_plugin"))]
    code = (
        f"import json, sys, {module}; print(json.dumps([name for name in {heavy!r} if name in sys.modules]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == []


def test_the_version_is_the_one_that_is_installed() -> None:
    version = PROJECT["project"]["version"]
    assert importlib.metadata.version("claimcheck-news") == version
    assert getattr(claimcheck, "__version__", version) == version
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_face_keeps_what_it_promises() -> None:
    assert [name for name in claimcheck.__all__ if not hasattr(claimcheck, name)] == []
    assert len(set(claimcheck.__all__)) == len(claimcheck.__all__)


def test_constraints_are_names_and_versions() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"|#.*|[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", line), line


def test_constraints_pin_every_requirement_within_its_range() -> None:
    pins = constraints()
    for requirement in requirements():
        name = canonicalize_name(requirement.name)
        assert name in pins, f"{name} is not in constraints.txt"
        assert requirement.specifier.contains(pins[name]), (
            f"{name} {pins[name]} is outside {requirement.specifier}"
        )


def test_extras_repeat_the_ranges_of_the_development_group() -> None:
    developing = {Requirement(line).name: line for line in PROJECT["dependency-groups"]["dev"]}
    for extra in PROJECT["project"]["optional-dependencies"].values():
        for line in extra:
            assert developing[Requirement(line).name] == line


@pytest.mark.parametrize(
    "command", ["make audit", "make test", "pip install .", "pytest claims/", "claimcheck audit"]
)
def test_the_readme_names_the_command(command: str) -> None:
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_make_target_of_the_readme_and_ci_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    used: set[str] = set()
    for name in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        for words in re.findall(
            r"^\s*make ((?:[a-z]+ ?)+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
        ):
            used |= set(words.split())
    assert used
    assert used <= targets
