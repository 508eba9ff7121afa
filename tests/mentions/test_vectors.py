"""Phrases with the mentions that a good reader finds in them: the table is ``vectors.csv``.

To add a phrase, add a row for each of its claims, in their order: the exact words, the value (a fraction,
or "20..25" for a range), the kind, hedge, direction and unit. Dates, periods and lengths of time may be
listed too. A phrase in the table holds no claim that is not listed.
"""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.mentions import Mention, MentionKind, find
from claimcheck.readings import HEDGES

TABLE = Path(__file__).with_name("vectors.csv")


class Row(NamedTuple):
    """What the table says of a mention, in its words."""

    span: str
    value: str
    kind: str
    hedge: str
    direction: str
    unit: str


def vectors() -> list[tuple[str, list[Row]]]:
    """The phrases of the table, each with its rows."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    return [
        (phrase, [Row(*(row[column] for column in Row._fields)) for row in together])
        for phrase, together in groupby(rows, key=lambda row: row["phrase"])
    ]


def as_row(mention: Mention) -> Row:
    """A mention in the words of the table."""
    value = "" if mention.value is None else str(mention.value)
    return Row(
        span=mention.text,
        value=value if mention.upper is None else f"{value}..{mention.upper}",
        kind=mention.kind.value,
        hedge=mention.hedge or "",
        direction=mention.direction.name.lower() if mention.direction else "",
        unit=mention.unit or "",
    )


VECTORS = vectors()


@pytest.mark.parametrize(("phrase", "rows"), [pytest.param(*vector, id=vector[0]) for vector in VECTORS])
def test_the_listed_mentions_are_found_and_no_further_claim(phrase: str, rows: list[Row]) -> None:
    listed = {row.span for row in rows}
    mentions = find(phrase)
    found = [as_row(mention) for mention in mentions if mention.is_claim or mention.text in listed]
    assert found == rows, f"{phrase}: in all {[as_row(mention) for mention in mentions]} were found"


def test_each_phrase_stands_once_and_holds_its_spans_in_order() -> None:
    assert len({phrase for phrase, _ in VECTORS}) == len(VECTORS)
    for phrase, rows in VECTORS:
        at = 0
        for row in rows:
            at = phrase.find(row.span, at)
            assert at >= 0, f"{row.span} does not stand where the table says: {phrase}"
            at += len(row.span)


def test_the_table_covers_every_kind_of_claim_every_hedge_and_both_directions() -> None:
    rows = [row for _, rows in VECTORS for row in rows]
    assert len(rows) >= 220
    assert {row.kind for row in rows} >= {kind.value for kind in MentionKind if kind.is_claim}
    assert {row.hedge for row in rows} == {"", *HEDGES}
    assert {row.direction for row in rows} == {"", "rise", "fall"}
