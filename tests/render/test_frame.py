"""The table: the same rows in every library, and what is said where there is none."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from claimcheck.findings import Report
from claimcheck.interval import Interval
from claimcheck.render import frame as module
from claimcheck.render.frame import BACKENDS, COLUMNS, Backend

narwhals = pytest.importorskip("narwhals", reason="narwhals is not installed")

WRONG = {
    "id": "paper/a-17-percent-decrease",
    "article": "paper",
    "publisher": "A Paper",
    "published": date(2020, 9, 2),
    "file": "claims/story/paper.claims.yaml",
    "line": 15,
    "quote": "a 17% decrease",
    "kind": "change",
    "verdict": "contradicted",
    "severity": "wrong",
    "rule": "CC301",
    "printed": "fall of 17%",
    "printed_low": -17.5,
    "printed_high": -16.5,
    "recomputed": "about −18.18%",
    "recomputed_low": -200 / 11,
    "recomputed_high": -200 / 11,
    "unit": "%",
    "out_by": 15 / 22,
    "correction": "18%",
    "reason": None,
    "evidence": "paper/63-grooming-and-online-offences, radio/77-in-the-previous-year",
    "confidence": None,
}


def rows(table: Any) -> list[dict[str, Any]]:
    """The rows of a table, with ``None`` for what is missing, whatever the library calls it."""
    found: Sequence[dict[str, Any]] = narwhals.from_native(table).rows(named=True)
    return [{name: plain(value) for name, value in row.items()} for row in found]


def plain(value: Any) -> Any:
    if value is None or str(value) in ("<NA>", "NaT", "nan"):
        return None
    return value.date() if hasattr(value, "date") else value


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Backend:
    pytest.importorskip(request.param, reason=f"{request.param} is not installed")
    name: Backend = request.param
    return name


def test_a_row_for_each_finding(report: Report, backend: Backend) -> None:
    table = report.to_frame(backend)
    assert type(table).__module__.startswith(backend)
    assert [row["id"] for row in rows(table)] == [finding.id for finding in report]
    row = rows(table)[1]
    assert list(row) == list(COLUMNS)
    diagnosis = row.pop("diagnosis")
    assert row == WRONG
    assert diagnosis == report.findings[1].diagnosis[0].sentence


def test_what_is_missing_is_missing(report: Report, backend: Backend) -> None:
    finding = evolve(
        report.findings[6],
        claim=evolve(report.findings[6].claim, place=None),
        stated=None,
        recomputed=None,
        evidence=(),
    )
    (row,) = rows(evolve(report, findings=(finding,)).to_frame(backend))
    assert {name for name, value in row.items() if value is not None} == {
        "id",
        "article",
        "publisher",
        "quote",
        "kind",
        "verdict",
        "unit",
    }


def test_the_types_do_not_depend_on_the_rows(report: Report, backend: Backend) -> None:
    full, empty = (
        narwhals.from_native(table).schema
        for table in (report.to_frame(backend), evolve(report, findings=()).to_frame(backend))
    )
    assert full == empty
    assert full["line"] == narwhals.Int64
    assert full["printed_low"] == narwhals.Float64


def test_one_end_without_the_other(report: Report, backend: Backend) -> None:
    finding = evolve(
        report.findings[1], recomputed=Interval(Fraction(1, 3), None), out_by=Fraction(-(10**400))
    )
    (row,) = rows(evolve(report, findings=(finding,)).to_frame(backend))
    assert row["recomputed_low"] == 1 / 3
    assert row["recomputed_high"] is None
    assert row["out_by"] == -math.inf


def test_a_table_can_be_sorted_and_filtered(report: Report, backend: Backend) -> None:
    table = narwhals.from_native(report.to_frame(backend))
    wrong = table.filter(narwhals.col("verdict").is_in(["contradicted", "loose"])).sort("line")
    assert wrong["line"].to_list() == [15, 22]


# Which library


def test_the_first_that_is_installed(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    for name in BACKENDS:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(module, "_is_installed", lambda name: name in ("narwhals", "polars", "pandas"))
    assert module._at_hand() == "polars"


@pytest.mark.parametrize("imported", ["pandas", "pyarrow"])
def test_the_one_that_is_imported(imported: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in BACKENDS:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, imported, module)
    assert module._at_hand() == imported


def test_an_unknown_one(report: Report) -> None:
    with pytest.raises(ValueError, match="there is no backend 'excel': pandas, polars and pyarrow are known"):
        report.to_frame("excel")  # type: ignore[call-overload]  # what the test is about


@pytest.mark.parametrize(
    ("installed", "asked", "said"),
    [
        ((), None, "narwhals and one of pandas, polars and pyarrow: ... pandas"),
        (("narwhals",), None, "narwhals and one of pandas, polars and pyarrow: ... pandas"),
        (("polars",), None, "narwhals and polars: ... polars"),
        (("narwhals", "polars"), "pyarrow", "narwhals and pyarrow: ... pyarrow"),
    ],
)
def test_what_is_not_installed_is_named(
    installed: tuple[str, ...],
    asked: Backend | None,
    said: str,
    report: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # An entry that is None is what Python takes for a module that cannot be imported.
    for name in ("narwhals", *BACKENDS):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(module, "find_spec", lambda name: name if name in installed else None)
    with pytest.raises(ModuleNotFoundError) as refusal:
        report.to_frame(asked)
    expected = said.replace("...", 'in a checkout of claimcheck, pip install ".[frame]"')
    assert str(refusal.value) == f"a table needs {expected}"


def test_nothing_of_it_is_loaded_before() -> None:
    source = (
        "import json, sys, claimcheck, claimcheck.render.frame\n"
        "print(json.dumps(sorted({'narwhals', 'pandas', 'polars', 'pyarrow'} & set(sys.modules))))"
    )
    asked = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert json.loads(asked.stdout) == []
