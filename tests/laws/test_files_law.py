"""Files to objects to files: what is written down reads back as the same dossier."""

from __future__ import annotations

import tempfile
from pathlib import Path

from attrs import evolve
from hypothesis import given, settings

from claimcheck import Dossier, Figure
from claimcheck.assertions import operands, read_claims
from claimcheck.files import load, write
from claimcheck.strategies import dossiers


def with_measures(dossier: Dossier) -> Dossier:
    """The dossier as a folder has it: its measures declared, its articles and base figures in their order."""
    said, _ = read_claims(dossier)
    spoken = {q for one in said for s in one.statements for q in operands(s.ratio.quantities)}
    figures = [q for q in spoken if isinstance(q, Figure)] + [base.figure for base in dossier.base_figures]
    articles = sorted(dossier.articles, key=lambda article: article.id)
    return evolve(dossier, articles=articles, measures={figure.measure for figure in figures})


@given(dossiers())
# A part of the examples: each writes and reads a folder.
@settings(max_examples=settings.default.max_examples // 4 if settings.default else 100)
def test_a_dossier_that_is_written_reads_back_the_same(dossier: Dossier) -> None:
    declared = with_measures(dossier)
    with tempfile.TemporaryDirectory() as folder:
        again = load(write(declared, Path(folder) / declared.name))
    assert again.faults == ()
    assert again == declared
