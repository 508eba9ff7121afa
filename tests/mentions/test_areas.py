"""Areas: the places that words name."""

from __future__ import annotations

import pytest

from claimcheck.mentions.areas import areas
from claimcheck.numerals.tokens import Tokens


def names(text: str) -> list[str]:
    """The areas in a text, by name."""
    tokens = Tokens(text)
    found = areas(tokens, 0, tokens.size)
    assert all(0 <= area.first < area.last <= tokens.size for area in found)
    return [area.name for area in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Wiltshire 63 were held.", ["Wiltshire"]),
        ("There were 63 across the West Midlands.", ["West Midlands"]),
        ("It fell across England and Wales.", ["England and Wales"]),
        ("The ward in Stoke on Trent is full.", ["Stoke on Trent"]),
        ("Kent Police recorded 63.", ["Kent"]),
        ("It rose nationally.", ["nationwide"]),
        ("It rose across the county.", ["the county"]),
        ("The police forces of England and Wales met.", ["England and Wales"]),
        ("In Kent it fell, and in Surrey it rose.", ["Kent", "Surrey"]),
        ("Bus use fell in neighbouring Surrey.", ["Surrey"]),
    ],
)
def test_an_area_is_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text", ["In September it fell.", "At Christmas it rose.", "In Parliament it was said.", "it fell in all"]
)
def test_what_is_no_place(text: str) -> None:
    assert names(text) == []


def test_only_the_tokens_asked_for_are_looked_at() -> None:
    tokens = Tokens("In Kent it fell. In Surrey it rose.")
    assert [area.name for area in areas(tokens, 8, tokens.size)] == ["Surrey"]
