"""Kinds: what a number states, where the tables of phrases do not say it all."""

from __future__ import annotations

import pytest

from claimcheck.mentions import MentionKind, find
from claimcheck.numerals import Direction


def kinds(text: str) -> list[str]:
    """The kinds of the claims in a text."""
    return [mention.kind.value for mention in find(text) if mention.is_claim]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was opened three times as often.", ["multiple"]),
        ("It is three times the legal limit.", ["multiple"]),
        ("It is three times larger.", ["multiple"]),
        ("Calls rose three times.", ["multiple"]),
        ("It was called three times.", ["count"]),
        ("It was called three times the day before.", ["count"]),
        ("It was called three times in 2019.", ["count"]),
        ("It is called three times a day.", ["rate"]),
    ],
)
def test_times_compare_or_count(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Calls doubled.", Direction.RISE),
        ("Calls will double in a year.", Direction.RISE),
        ("Calls halved.", Direction.FALL),
        ("Double the number came.", None),
        ("Twice as many came.", None),
    ],
)
def test_a_factor_points_somewhere_as_a_verb_only(text: str, direction: Direction | None) -> None:
    (mention,) = [one for one in find(text) if one.is_claim]
    assert (mention.kind, mention.direction) == (MentionKind.MULTIPLE, direction)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The crowd was a record 1,200.", ["record"]),
        ("Sales hit a high of £63m.", ["record"]),
        ("Sales hit a low of £63m.", ["record"]),
        ("Schools record 63 absences.", ["count"]),
        ("It asks them to record 63 names.", ["count"]),
    ],
)
def test_a_record_is_no_verb(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A theft is reported every 20 minutes.", ["rate"]),
        ("A theft is reported about every 20 minutes.", ["rate"]),
        ("It took 20 minutes.", []),
        ("The wait is 20 minutes longer.", []),
        ("The average wait was 20 minutes.", ["mean"]),
        ("The wait rose by 20 minutes.", ["difference"]),
        ("It came 20 days after 3 May 2019.", ["elapsed"]),
        ("It came 20 days after the vote.", []),
    ],
)
def test_lengths_of_time(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 12% of pupils came.", ["share"]),
        ("Of the rise, 12% came from fraud.", ["share"]),
        ("It has a 12% stake.", ["share"]),
        ("It meant 12%.", ["share"]),
        ("The average was 12%.", ["mean"]),
        ("Turnout was 12%.", ["amount"]),
        ("The rise was 12%.", ["change"]),
        ("It rose to 12%.", ["amount"]),
        ("It rose above 12%.", ["amount"]),
        ("Half as many came.", ["multiple"]),
        ("Half of them came.", ["share"]),
        ("A third more came.", ["change"]),
        ("It rose by two percentage points.", ["points"]),
    ],
)
def test_percentages_and_fractions(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
