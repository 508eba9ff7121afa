"""Are the versions that pyproject.toml promises true? ``make versions`` runs this.

On every Python that is declared and found, the quick tests are run twice: with the lowest versions
that pyproject.toml allows, installed by the oldest pip that such a Python comes with, and with the
newest there are, installed by the newest pip. On the lowest Python, each command of the README is
tried with the oldest pip, and what it installs is used. A table says what came out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

#: What Python 3.11.0 and 3.12.0 come with. No other pip is older on a Python that is declared.
OLDEST_PIP = {"3.11": "22.3", "3.12": "23.2.1"}

EXTRAS: Mapping[str, Sequence[str]] = PROJECT["project"]["optional-dependencies"]
DECLARED: Sequence[str] = PROJECT["project"]["dependencies"]
#: What the tests import of the development tools; the rest of those only checks or builds.
TOOLS = frozenset("hypothesis jsonschema narwhals packaging polars pytest trafilatura".split())

#: The README's ways to install, and what must then work: arguments of Python, and how that ends.
PAGE = "<html><article><p>In Kent, 63 thefts were recorded, down 17% from 77.</p></article></html>"
COMMANDS: Mapping[str, tuple[Sequence[str], Sequence[str], int]] = {
    ".": ((), ("-m", "claimcheck", "audit", "claims"), 1),
    ".[pytest]": ((), ("-m", "pytest", "-q", "claims"), 1),
    ".[html]": ((), ("-m", "claimcheck", "read", "page.html"), 1),
    ".[frame]": (
        ("polars",),
        ("-c", "import claimcheck; claimcheck.read('In Kent, 63 thefts.').report.to_frame()"),
        0,
    ),
    ".[hypothesis]": ((), ("-c", "import claimcheck.strategies"), 0),
}


def requirements() -> dict[str, str]:
    """Every package that the tests install, by name, with its range."""
    developing = PROJECT["dependency-groups"]["dev"]
    tools = [line for line in developing if _name(line) in TOOLS]
    lines = [*DECLARED, *(line for extra in EXTRAS.values() for line in extra), *tools]
    return {_name(line): line for line in lines}


def _name(line: str) -> str:
    match = re.match(r"[\w.-]+", line)
    assert match is not None
    return match.group()


def lowest() -> list[str]:
    """A pin to its lower bound for every package: pint>=0.24.4 gives pint==0.24.4."""
    return [re.sub(r">=\s*([\w.]+).*", r"==\1", line) for line in requirements().values()]


def declared_pythons() -> list[str]:
    """The Pythons that the classifiers name, the lowest first."""
    classifiers = "\n".join(PROJECT["project"]["classifiers"])
    return re.findall(r"Python :: (3\.\d+)$", classifiers, re.MULTILINE)


def python_of(version: str) -> Path | None:
    """A Python of this version: on PATH, or one of pyenv's."""
    for python in _candidates(version):
        ran = _run([python, "-c", "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"])
        if ran.returncode == 0 and ran.stdout.strip() == version:
            return python
    return None


def _candidates(version: str) -> Iterator[Path]:
    for name in (f"python{version}", "python3", "python"):
        found = shutil.which(name)
        if found is not None:
            yield Path(found)
    if shutil.which("pyenv"):
        versions = Path(_run(["pyenv", "root"]).stdout.strip()) / "versions"
        yield from sorted(versions.glob(f"{version}.*/bin/python3"), reverse=True)


def _run(
    command: Sequence[str | Path], *, folder: Path = ROOT, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        command,
        cwd=folder,
        env={**clean, **(variables or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


class Broken(Exception):
    """Something that failed, and all that it printed."""


def _installed(python: Path, place: Path, pip: str, arguments: Sequence[str]) -> Path:
    """The Python of a new environment with a version of pip and what this installed."""
    inside = place / "bin" / "python"
    install = [inside, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    for command in (
        [python, "-m", "venv", place],
        [*install, "--upgrade" if pip == "pip" else "--force-reinstall", pip],
        [*install, *arguments],
    ):
        ran = _run(command)
        if ran.returncode:
            raise Broken(f"{' '.join(map(str, command))}\n{ran.stdout}")
    return inside


def _pip(version: str, *, is_oldest: bool) -> str:
    oldest = OLDEST_PIP.get(version)
    return f"pip=={oldest}" if is_oldest and oldest else "pip"


def tested(version: str, python: Path, scratch: Path, *, is_lowest: bool) -> tuple[str, bool, str]:
    """The row of one run of the tests, whether it passed, and what it printed of skips and failures."""
    which = "lowest" if is_lowest else "newest"
    place = scratch / f"{version}-{which}"
    named = [*requirements().values()]
    if is_lowest:
        constraints = scratch / "lowest.txt"
        named = ["--constraint", str(constraints), *named]
    try:
        inside = _installed(python, place, _pip(version, is_oldest=is_lowest), [".", *named])
    except Broken as broken:
        return f"{version:8}{which:9}could not be installed", False, str(broken)
    ran = _run(
        [inside, "-m", "pytest", "--quiet", "-m", "not slow", "-p", "no:cacheprovider"],
        variables={"CLAIMCHECK_PROFILE": "quick"},
    )
    *_, last = ran.stdout.strip().splitlines() or [""]
    _, _, summary = ran.stdout.rpartition("short test summary info")
    _, _, errors = ran.stdout.partition("= FAILURES =")
    detail = errors if ran.returncode else "\n".join(re.findall("(?m)^SKIPPED.*", summary))
    return f"{version:8}{which:9}{last.strip('= ')}", ran.returncode == 0, detail or ran.stdout


def tried(command: str, version: str, python: Path, scratch: Path) -> tuple[str, bool, str]:
    """The row of one of the README's commands with the oldest pip, and whether what it gave works."""
    more, use, ends = COMMANDS[command]
    place = scratch / f"readme{command.strip('.')}"
    try:
        inside = _installed(python, place, _pip(version, is_oldest=True), [command, *more])
    except Broken as broken:
        return f"{version:8}{'pip':9}{command}: could not be installed", False, str(broken)
    (place / "page.html").write_text(PAGE, encoding="utf-8")
    shutil.copytree(ROOT / "claims", place / "claims")
    ran = _run([inside, *use], folder=place)
    works = ran.returncode == ends and "Traceback" not in ran.stdout
    said = f"pip install {command!r} with {_pip(version, is_oldest=True)}"
    row = f"{version:8}{'readme':9}{said}: {'works' if works else 'fails'}"
    return row, works, "" if works else ran.stdout


def main() -> int:
    """Run all of it, two at a time, and print the table."""
    found = {version: python_of(version) for version in declared_pythons()}
    here = {version: python for version, python in found.items() if python is not None}
    if not here:
        print("no Python that pyproject.toml declares was found")
        return 1
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=2) as pool:
        scratch = Path(folder)
        (scratch / "lowest.txt").write_text("\n".join(lowest()), encoding="utf-8")
        first = next(iter(here))
        runs = [pool.submit(tried, command, first, here[first], scratch) for command in COMMANDS]
        runs += [
            pool.submit(tested, version, python, scratch, is_lowest=is_lowest)
            for version, python in here.items()
            for is_lowest in (True, False)
        ]
        rows = []
        for run in as_completed(runs):
            row, passed, detail = run.result()
            print(f"-- {row}\n{detail}\n" if detail else f"-- {row}", flush=True)
            rows.append((row, passed))
    print(f"\n{'Python':8}{'versions':9}")
    for row, _ in sorted(rows):
        print(row)
    for version in found.keys() - here.keys():
        print(f"{version:8}{'-':9}not on this machine: skipped")
    return 0 if all(passed for _, passed in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
