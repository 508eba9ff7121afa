"""The benchmarks: ``python -m benchmarks``, or ``make bench``.

Each prints a ratio against a floor or a peer measured in the same run, beside what is aimed for.
Times differ between machines; the ratios should not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.stories import dossier
from claimcheck import verify
from claimcheck.files import write
from claimcheck.render import RENDERERS, Setting


def seconds(work: Callable[[], object], repeats: int = 3) -> float:
    """The best time of a few: the least disturbed by whatever else the machine does."""
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


# As on a user's machine: what is imported is compiled once, not each time.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run_python(*arguments: str, cwd: Path | None = None) -> str:
    """What this Python prints in a process of its own; pytest may find failing claims."""
    finished = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, check=False, capture_output=True, text=True, env=ENVIRONMENT
    )
    return finished.stdout


def import_seconds(module: str) -> float:
    """What importing a module takes in a fresh interpreter, start-up left out."""
    code = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    return min(float(run_python("-c", code)) for _ in range(15))


def importing() -> tuple[float, float]:
    """``import claimcheck`` against ``import attrs``."""
    return import_seconds("claimcheck"), import_seconds("attrs")


def auditing(loader: str) -> tuple[float, float]:
    """Auditing 2,000 claims in 50 dossiers, against as many empty tests and reading the YAML bare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(50):
            write(dossier(number, parts=10, claims_per_part=4), folder / "claims" / f"story-{number}")
        tests = folder / "tests"
        tests.mkdir()
        (tests / "test_empty.py").write_text(
            "import pytest\n@pytest.mark.parametrize('number', range(2000))\ndef test_nothing(number): pass\n"
        )
        bare = (
            "import yaml, pathlib\n"
            "for path in pathlib.Path('claims').rglob('*.yaml'):\n"
            f"    yaml.load(path.read_text(), Loader=yaml.{loader})\n"
        )
        pytest = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=line")
        audit = seconds(lambda: run_python(*pytest, "claims", cwd=folder))
        empty = seconds(lambda: run_python(*pytest, "tests", cwd=folder))
        reading = seconds(lambda: run_python("-c", bare, cwd=folder))
        return audit, empty + reading


def auditing_against_plain_yaml() -> tuple[float, float]:
    """``pytest claims/``, 2,000 claims in 50 dossiers: against as many empty tests and ``yaml.safe_load``."""
    return auditing("SafeLoader")


def auditing_against_the_c_loader() -> tuple[float, float]:
    """The same against the fastest reading there is, PyYAML's loader in C: a floor."""
    return auditing("CSafeLoader")


def many_parts() -> tuple[float, float]:
    """One dossier of 10,000 claims in 1,000 parts, against 1,000 claims in 100 parts."""
    large, small = (dossier(0, parts=parts, claims_per_part=10) for parts in (1000, 100))
    return seconds(lambda: verify(large, time_limit=None), 2), seconds(lambda: verify(small, time_limit=None))


def pages() -> tuple[float, float]:
    """The page of 2,000 claims in one article, against that of 500."""
    large, small = (verify(dossier(0, parts=parts, claims_per_part=10)) for parts in (200, 50))
    render = RENDERERS["html"]
    return seconds(lambda: render([large], Setting())), seconds(lambda: render([small], Setting()))


AIMS: tuple[tuple[Callable[[], tuple[float, float]], float], ...] = (
    (importing, 2),
    (auditing_against_plain_yaml, 2),
    (auditing_against_the_c_loader, 2),
    (many_parts, 12),
    (pages, 6),
)


def main() -> None:
    """Run every benchmark and print its ratio."""
    for benchmark, aim in AIMS:
        ours, floor = benchmark()
        print(f"{(benchmark.__doc__ or '').strip()}")
        print(f"    {ours:.3f} s / {floor:.3f} s = {ours / floor:.2f}    (aim: at most {aim})", flush=True)


if __name__ == "__main__":
    main()
