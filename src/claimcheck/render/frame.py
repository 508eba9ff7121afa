"""The findings as a table for data work, in whichever data frame library is at hand.

One row is one finding. Numbers are floats: a table is for sorting, filtering and plotting. The
exact ones are in the report and in its JSON.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from importlib.util import find_spec
from typing import Any, Literal

from attrs import frozen

from claimcheck.findings import Finding
from claimcheck.interval import Interval
from claimcheck.render import words

__all__ = ["BACKENDS", "COLUMNS", "Backend", "Column", "frame"]

Backend = Literal["pandas", "polars", "pyarrow"]

BACKENDS: tuple[Backend, ...] = ("polars", "pandas", "pyarrow")
"""The libraries that a table can be made for, in the order in which they are looked for."""


@frozen
class Column:
    """A column: the name of its type in narwhals, and what stands in it for a finding."""

    kind: str
    of: Callable[[Finding], object]


def _text(of: Callable[[Finding], object]) -> Column:
    return Column("String", of)


def _number(of: Callable[[Finding], Fraction | None]) -> Column:
    return Column("Float64", lambda finding: _float(of(finding)))


def _float(value: Fraction | None) -> float | None:
    if value is None:
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _stated(finding: Finding) -> Interval:
    return finding.stated.strict if finding.stated is not None else Interval(None, None)


def _recomputed(finding: Finding) -> Interval:
    return finding.recomputed if finding.recomputed is not None else Interval(None, None)


def _unit(finding: Finding) -> str | None:
    unit = words.ratio_unit(finding)
    return f"{unit.before} {unit.once}".strip() or None


COLUMNS: Mapping[str, Column] = {
    "id": _text(lambda finding: finding.id),
    "article": _text(lambda finding: finding.article.id),
    "publisher": _text(lambda finding: finding.article.publisher),
    "published": Column("Date", lambda finding: finding.article.published),
    "file": _text(lambda finding: finding.place.path if finding.place is not None else None),
    "line": Column("Int64", lambda finding: finding.place.line if finding.place is not None else None),
    "quote": _text(lambda finding: finding.claim.quote),
    "kind": _text(lambda finding: finding.claim.kind),
    "verdict": _text(lambda finding: finding.verdict.value),
    "severity": _text(lambda finding: finding.severity.value if finding.severity is not None else None),
    "rule": _text(lambda finding: finding.rule),
    "printed": _text(lambda finding: finding.stated.text if finding.stated is not None else None),
    "printed_low": _number(lambda finding: _stated(finding).low),
    "printed_high": _number(lambda finding: _stated(finding).high),
    "recomputed": _text(words.recomputed),
    "recomputed_low": _number(lambda finding: _recomputed(finding).low),
    "recomputed_high": _number(lambda finding: _recomputed(finding).high),
    "unit": _text(_unit),
    "out_by": _number(lambda finding: finding.out_by),
    "correction": _text(lambda finding: finding.correction),
    "reason": _text(lambda finding: finding.reason),
    "diagnosis": _text(lambda finding: finding.diagnosis[0].sentence if finding.diagnosis else None),
    "evidence": _text(lambda finding: ", ".join(evidence.id for evidence in finding.evidence) or None),
    "confidence": _text(lambda finding: finding.read_as.confidence.shown if finding.read_as else None),
}
"""Every column of the table, in its order."""


def frame(findings: Iterable[Finding], backend: Backend | None = None) -> Any:
    """The findings as a table of the backend's own type.

    >>> frame([], "polars").columns[:3]
    ['id', 'article', 'publisher']
    >>> frame([], "excel")
    Traceback (most recent call last):
    ValueError: there is no backend 'excel': pandas, polars and pyarrow are known
    """
    if backend is not None and backend not in BACKENDS:
        raise ValueError(f"there is no backend {backend!r}: pandas, polars and pyarrow are known")
    chosen = backend or _at_hand()
    if chosen is None or not (_is_installed("narwhals") and _is_installed(chosen)):
        raise ModuleNotFoundError(
            f"a table needs narwhals and {chosen or 'one of pandas, polars and pyarrow'}: "
            f'in a checkout of claimcheck, pip install ".[frame]" {chosen or "pandas"}'
        )
    import narwhals

    rows = list(findings)
    values = {name: [column.of(finding) for finding in rows] for name, column in COLUMNS.items()}
    schema = narwhals.Schema({name: getattr(narwhals, column.kind)() for name, column in COLUMNS.items()})
    if chosen != "pandas":
        return narwhals.from_dict(values, schema, backend=chosen).to_native()
    # Left to itself, pandas has no missing whole numbers and no days.
    schema["published"] = narwhals.Datetime("ms")
    types = schema.to_pandas(
        ["numpy_nullable" if column.kind in ("String", "Int64") else None for column in COLUMNS.values()]
    )
    return narwhals.from_dict(values, backend=chosen).to_native().astype(types)


def _is_installed(name: str) -> bool:
    return name in sys.modules or find_spec(name) is not None


def _at_hand() -> Backend | None:
    """The library that the caller has imported, or else one that is installed."""
    found = [*(name for name in BACKENDS if name in sys.modules), *filter(_is_installed, BACKENDS)]
    return found[0] if found else None
