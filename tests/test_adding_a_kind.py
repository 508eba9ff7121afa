"""Adding a kind touches one place: a class in KINDS. Everything else follows from its declaration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import ClassVar

import pytest
from attrs import frozen

from claimcheck import claims, verify
from claimcheck.claims import FigureClaim
from claimcheck.figures import Figure, Ratio
from claimcheck.files import load, schema, write
from claimcheck.render import RENDERERS, Setting


@frozen(kw_only=True)
class ForEvery(FigureClaim):
    """So many of one thing for every one of another: "four offences for every officer"."""

    kind = "for every"
    scales: ClassVar[Mapping[str | None, Fraction]] = {None: Fraction(1)}

    each: Figure

    def ratio(self) -> Ratio:
        return self.figure / self.each


DOSSIER = """\
measures:
  offences: {unit: offence}
  officers: {unit: person}
"""

CLAIMS = """\
article: {publisher: A paper}
about: {measure: offences, area: Rutland, period: 2019/20}
claims:
  - {quote: "1,204 offences", kind: count}
  - {quote: 401 officers, kind: count, measure: officers}
  - {quote: four offences for every officer, kind: for every, each: officers}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(claims, "KINDS", (*claims.KINDS, ForEvery))
    (tmp_path / "dossier.yaml").write_text(DOSSIER)
    (tmp_path / "paper.claims.yaml").write_text(CLAIMS)
    return tmp_path


def test_a_new_kind_is_read_judged_rendered_written_and_published(folder: Path, tmp_path: Path) -> None:
    dossier = load(folder)
    assert dossier.faults == ()
    report = verify(dossier)
    finding = report.findings[-1]
    assert isinstance(finding.claim, ForEvery)
    assert (finding.verdict, str(finding.recomputed), finding.correction) == (
        "contradicted",
        "{1204/401}",
        "three",
    )
    assert [str(other.values) for other in finding.would_be_true_if] == ["[268, 344]", "[1404, 1804]"]

    text = RENDERERS["text"]([report], Setting())
    assert "1,204 ÷ 401 ≈ 3" in text
    assert json.loads(RENDERERS["json"]([report], Setting()))["findings"][-1]["kind"] == "for every"
    assert load(write(dossier, tmp_path / "again" / dossier.name)) == dossier
    assert "for every" in json.dumps(schema("claims"))
