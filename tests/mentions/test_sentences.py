"""Sentences: where a full stop, a line or a paragraph ends one, and where not."""

from __future__ import annotations

import pytest

from claimcheck.mentions.sentences import sentences
from claimcheck.numerals.tokens import Tokens


def cut(text: str) -> list[str]:
    """The sentences of a text."""
    tokens = Tokens(text)
    return [tokens.slice(first, last) for first, last in sentences(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thefts fell. Fraud rose.", ["Thefts fell.", "Fraud rose."]),
        ("Did it fall? It did! By 18%.", ["Did it fall?", "It did!", "By 18%."]),
        ("“Thefts fell.” Fraud rose.", ["“Thefts fell.”", "Fraud rose."]),
        ("There were 63. 14 were solved.", ["There were 63.", "14 were solved."]),
        ("It rose 2.5% to £3.20 a pint.", ["It rose 2.5% to £3.20 a pint."]),
        ("St. Mary's and Dr. Hill's counts differ.", ["St. Mary's and Dr. Hill's counts differ."]),
        ("It cost approx. 63 pounds.", ["It cost approx. 63 pounds."]),
        ("The J. Hill school has 63.", ["The J. Hill school has 63."]),
        ("Sales in the U.S. rose 3%.", ["Sales in the U.S. rose 3%."]),
        ("He left the U.S. The firm stayed.", ["He left the U.S.", "The firm stayed."]),
        ("Thefts fell\n\nFraud rose", ["Thefts fell", "Fraud rose"]),
        ("Thefts fall\nThe force counted 63 thefts.", ["Thefts fall", "The force counted 63 thefts."]),
        ("", []),
        ("\n\n \n\n", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_text_wrapped_at_a_column_goes_on() -> None:
    text = (
        "The force counted 63 thefts in the year to March, which is a drop of 18\n"
        "per cent on the year before."
    )
    assert cut(text) == [text]


def test_sentences_cover_every_word_once_and_in_order() -> None:
    tokens = Tokens("One fell. Two rose\n\nThree (63) stayed! Four\nfive. ")
    last = 0
    for first, end in sentences(tokens):
        assert all(kind in ("space", "break") for kind in tokens.kinds[last:first])
        assert first < end
        last = end
    assert all(kind in ("space", "break") for kind in tokens.kinds[last : tokens.size])
