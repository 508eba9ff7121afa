"""Input that is meant to hurt: a clear error, soon, with bounded memory, and the rest is kept."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.files import load
from claimcheck.files.sources import MOST_FAULTS

Story = Callable[..., Path]

CLAIM = "  - {quote: 5, kind: count, %s}\n"
CLAIMS = {
    "a huge exponent": "  - {quote: 1e999999999 of 5, states: 1e999999999, kind: incidence, per: 1e999999999, "
    "population: residents}\n",
    "aliases that multiply": CLAIM % "note: &a [x, x]"
    + "".join(CLAIM % f"note: &a{number} [*a, *a, *a, *a]" for number in range(1000)),
    "deep nesting": CLAIM % f"since: {'[' * 200_000}",
    "a period of many parts": CLAIM % f"period: {'1 to 2 - 3-' * 15}",
    "a period of many words": CLAIM % f"period: {'year to ' * 20}",
    "a long period": CLAIM % f"period: {'2019 to ' * 50_000}",
    "a long key": CLAIM % f"{'x' * 900: <900}: y",
    "many unknown keys": "  - quote: 5\n    kind: count\n"
    + "".join(f"    k{number}: x\n" for number in range(40_000)),
    "many faults": "".join(f"  - {{quote: {number}, kind: cuont}}\n" for number in range(20_000)),
    "many values": CLAIM % f"note: [{'a,' * 400_000}]",
    "a long text": CLAIM % f"since: {'9' * 900_000}",
    "an unclosed quotation": CLAIM % f'note: "{"x " * 400_000}',
    "control characters": CLAIM % "note: \x1b[31m",
}


@pytest.mark.parametrize("text", CLAIMS.values(), ids=list(CLAIMS))
def test_hostile_claims(story: Story, text: str) -> None:
    folder = story(
        {
            "good.claims.yaml": "article: {publisher: X}\nclaims: [{quote: 5, kind: count, measure: offences}]\n"
        },
        claims=text,
    )
    dossier = load(folder)
    assert dossier.articles[0].claims
    assert len(dossier.faults) <= MOST_FAULTS + 1
    assert dossier.faults or "1e999999999" in text  # which is told when the quote is read
    assert all(len(str(fault)) < 2_000 for fault in dossier.faults)


TABLES = {
    "a huge exponent": "measure,value\noffences,1e999999999\n",
    "a line of 10 MB": "measure,value\noffences," + "9" * 10_000_000 + "\n",
    "a file over the limit": "measure,value\n" + "offences,63\n" * 1_500_000,
    "many bad rows": "measure,value\n" + "zebras,63\n" * 100_000,
    "many columns": ",".join(["measure"] * 100_000) + "\n",
    "many cells": "measure,value\n" + "," * 1_000_000 + "\n",
    "many quotes": "measure,value\n" + '"' * 1_000_001 + "\n",
    "a nul": "measure,value\noffences,6\x003\n",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=list(TABLES))
def test_hostile_tables(story: Story, text: str) -> None:
    folder = story({"figures.csv": text}, claims="")
    dossier = load(folder)
    assert len(dossier.articles[0].claims) == 1
    assert 1 <= len(dossier.faults) <= MOST_FAULTS + 1
    assert all(len(str(fault)) < 2_000 for fault in dossier.faults)


def test_a_claims_file_over_the_limit(story: Story) -> None:
    dossier = load(story({"big.claims.yaml": "x" * 10_000_000}, claims=""))
    assert [str(fault) for fault in dossier.faults] == [
        "story/big.claims.yaml: CC101 larger than 1 MiB; split it into several"
    ]
    assert len(dossier.articles[0].claims) == 1


def test_too_many_faults_are_counted_off(story: Story) -> None:
    dossier = load(story(claims=CLAIMS["many faults"]))
    assert len(dossier.faults) == MOST_FAULTS + 1
    assert str(dossier.faults[0]) == "story/paper.claims.yaml: CC101 more than 100 faults; mend these first"


def test_memory_is_bounded(story: Story) -> None:
    folder = story({"figures.csv": TABLES["a line of 10 MB"]}, claims=CLAIMS["aliases that multiply"])
    tracemalloc.start()
    try:
        load(folder)
        assert tracemalloc.get_traced_memory()[1] < 200 * 1024 * 1024
    finally:
        tracemalloc.stop()
