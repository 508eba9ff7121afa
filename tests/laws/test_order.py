"""The order in which anything comes in never matters: the whole report is the same."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Dossier, Report, verify
from claimcheck.strategies import dossiers, worlds

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.laws.test_verdicts import STORIES, small_dossiers

contradictory = st.sampled_from(STORIES).flatmap(lambda story: small_dossiers(*story, most_claims=4))
untrue = worlds(is_whole=True).flatmap(lambda world: dossiers(world=world, is_true=False, most_claims=3))


def shuffled(dossier: Dossier, seed: random.Random) -> Dossier:
    def mixed(items: tuple[Any, ...]) -> list[Any]:
        return seed.sample(items, len(items))

    return evolve(
        dossier,
        articles=[evolve(article, claims=mixed(article.claims)) for article in mixed(dossier.articles)],
        base_figures=mixed(dossier.base_figures),
        nesting=[evolve(nesting, parts=mixed(nesting.parts)) for nesting in mixed(dossier.nesting)],
    )


def everything(report: Report) -> object:
    """All that a report says, claims known by their ids alone."""
    findings = {
        f.id: (
            f.verdict,
            f.reason,
            f.severity,
            f.stated,
            f.ratio,
            f.recomputed,
            f.known,
            [e.id for e in f.evidence],
            f.implied,
            f.out_by,
            f.correction,
            f.would_be_true_if,
            f.diagnosis,
        )
        for f in report
    }
    return (
        findings,
        report.implied,
        [str(fault) for fault in report.faults],
        report.exit_status(),
    )


# Half of the examples: each is verified twice.
@settings(max_examples=settings.default.max_examples // 2 if settings.default else 100)
@given(contradictory, st.randoms(use_true_random=False))
def test_a_contradictory_dossier_in_any_order(dossier: Dossier, seed: random.Random) -> None:
    assert everything(verify(shuffled(dossier, seed))) == everything(verify(dossier))


@given(untrue, st.randoms(use_true_random=False))
# A part of the examples: large numbers that contradict each other take the solver its time.
@settings(max_examples=20)
def test_a_dossier_of_large_numbers_in_any_order(dossier: Dossier, seed: random.Random) -> None:
    reports = verify(shuffled(dossier, seed), time_limit=None), verify(dossier, time_limit=None)
    assert everything(reports[0]) == everything(reports[1])
