"""Phrases with numbers that claim nothing: the table is ``traps.csv``.

To add one, give the phrase and why it claims nothing: a kind of mention that is no claim and must be
found in it, or "none" where it is enough that no claim is found.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.mentions import MentionKind, find

TABLE = Path(__file__).with_name("traps.csv")


def traps() -> list[tuple[str, str]]:
    """The phrases of the table, each with why it claims nothing."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        return [(row["phrase"], row["why"]) for row in csv.DictReader(table)]


TRAPS = traps()


@pytest.mark.parametrize(("phrase", "why"), [pytest.param(*trap, id=trap[0]) for trap in TRAPS])
def test_a_trap_is_no_claim_and_is_known_for_what_it_is(phrase: str, why: str) -> None:
    found = [(mention.text, mention.kind.value) for mention in find(phrase)]
    assert [one for one in found if MentionKind(one[1]).is_claim] == [], f"{phrase}: {found} were found"
    if why != "none":
        assert why in {kind for _, kind in found}, f"{phrase}: {found} were found, and no {why}"


def test_the_table_is_long_and_names_kinds_that_are_no_claims() -> None:
    assert len({phrase for phrase, _ in TRAPS}) == len(TRAPS) >= 150
    kinds = {why for _, why in TRAPS} - {"none"}
    assert kinds == {kind.value for kind in MentionKind if not kind.is_claim}
