"""A dossier's folder from texts, with the current folder above it so that paths read ``story/...``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

DOSSIER = """\
measures:
  offences: {unit: offence}
  all crimes: {unit: offence}
  residents: {unit: person}
  budget: {unit: GBP}
nesting:
  Kent: [Dover, Deal]
"""

HEAD = """\
article:
  publisher: Kent Messenger
about: {measure: offences, area: Kent, period: 2019/20}
claims:
"""

GOOD = """\
  - quote: 63 offences
    kind: count
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Make a folder ``story`` of files; ``claims`` are put under a head and a good claim."""
    monkeypatch.chdir(tmp_path)

    def make(
        files: dict[str, str | bytes | None] | None = None, *, claims: str | None = None, head: str = HEAD
    ) -> Path:
        folder = tmp_path / "story"
        folder.mkdir(exist_ok=True)
        texts: dict[str, str | bytes | None] = {"dossier.yaml": DOSSIER}
        if claims is not None:
            texts["paper.claims.yaml"] = head + GOOD + claims
        for name, text in (texts | (files or {})).items():
            if text is not None:
                (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder

    return make
