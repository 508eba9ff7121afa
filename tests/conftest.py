"""What every test shares: how many examples a law is tried on, and where the tests are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent

# What `make quick` leaves out: browsers, notebooks, whole programs, and measurements of time and quality.
SLOW = {
    "browser",
    "test_corpus.py",
    "test_diagnosing.py",
    "test_diagnosis_laws.py",
    "test_docs.py",
    "test_a_megabyte_is_searched",
    "test_many_gaps_in_a_long_text_take_no_time_to_miss",
    "test_over_xdist",
    "test_integrations.py",
    "test_notebook.py",
    "test_quality.py",
    "test_real_material.py",
    "test_strategies.py",
}

# Claims files under tests/ are what tests read, some of them broken on purpose; they are no audit.
collect_ignore_glob = ["*.claims.yaml", "dossier.yaml"]

# `dev` looks somewhere new each time, `quick` a little way. `ci` looks longer, and at the same examples
# every time: a red build then says something about the change. A law that is slow to try may take
# a part of either: @settings(max_examples=settings.default.max_examples // 10).
settings.register_profile(
    "dev", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "quick", max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "ci",
    max_examples=2000,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("CLAIMCHECK_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests in ``tests/laws/`` as laws, for ``pytest -m law``, and the slow ones."""
    for item in items:
        if TESTS / "laws" in item.path.parents:
            item.add_marker(pytest.mark.law)
        if not SLOW.isdisjoint((*item.path.parts, getattr(item, "originalname", ""))):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, 80 columns wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path
