"""The words that a drafted claim quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.mentions import survey
from claimcheck.numerals import Numeral
from claimcheck.reading.quoting import Quote, quote_of


def quotes(text: str) -> list[Quote | None]:
    found = survey(text)
    return [
        quote_of(found.tokens, sentence, spot)
        for sentence in found.sentences
        for spot in sentence.spots
        if spot.mention.is_claim
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police counted more than 63 thefts.", ["more than 63 thefts"]),
        ("Thefts fell in the year by 17%.", ["fell in the year by 17%"]),
        ("There were 15 thefts a day.", ["15 thefts a day"]),
        ("A drop\nof 18%.", ["drop of 18%"]),
        ("It was 7% of thefts.", ["7% of thefts"]),
    ],
)
def test_a_quote_is_the_fewest_words_that_say_it(text: str, expected: list[str]) -> None:
    assert [quote.text if quote else None for quote in quotes(text)] == expected


def test_the_same_words_further_up_are_told_apart_by_more_words() -> None:
    first, second = quotes("Kent had 63 thefts. Surrey had 63 thefts too.")
    assert (first, second) == (Quote(text="63 thefts"), Quote(text="63 thefts too"))


def test_where_a_quote_has_several_numbers_it_says_which_is_meant() -> None:
    (_, points, change, _) = quotes("It lost 63 places and fell 20 points (or 2.5 pct) to 780.")
    assert points == Quote(text="fell 20 points")
    assert change == Quote(text="fell 20 points (or 2.5 pct", states="2.5 pct")


@given(st.integers(2, 99), st.integers(30, 99), st.sampled_from(["fell", "rose", "dropped sharply"]))
def test_a_quote_reads_as_its_text_does(percent: int, count: int, verb: str) -> None:
    text = f"In May thefts {verb} {percent}% to {count}00, the force said."
    found = [quote for quote in quotes(text) if quote is not None]
    assert [Numeral.parse(quote.text).value for quote in found] == [percent, 100 * count]
