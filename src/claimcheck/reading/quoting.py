"""Quotes: the fewest words of a text around a number that state it as the text does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from claimcheck.articles import locate
from claimcheck.mentions import Mention, Sentence, Spot
from claimcheck.numerals import Numeral, find
from claimcheck.numerals.tokens import Tokens
from claimcheck.reading.ties import CHANGES

# How many words a quote may take in before the number, and after it.
_MOST_BEFORE: Final = 14
_MOST_AFTER: Final = 12
# Signs that belong to a number as a word does.
_SIGNS: Final = frozenset("%£$€")


@frozen(kw_only=True)
class Quote:
    """The words to quote, and which number of them is meant where there are several."""

    text: str
    states: str | None = None


def quote_of(tokens: Tokens, sentence: Sentence, spot: Spot) -> Quote | None:
    """The words to quote for a number.

    ``None`` when no run of words in the sentence says what the text says.
    """
    mention = spot.mention
    for first, last in _spans(tokens, sentence, spot):
        words = tokens.slice(first, last)
        found = find(words)
        fitting = next((numeral for numeral in found if _is_same(numeral, mention)), None)
        if fitting is None:
            continue
        if locate(words, tokens.text) != (tokens.at[first], tokens.at[last]):
            continue  # the same words stand further up
        if len(found) == 1:
            return Quote(text=" ".join(words.split()))
        # "states" chooses the first number of that value and unit
        chosen = next((one for one in found if (one.value, one.unit) == (mention.value, mention.unit)), None)
        if chosen is fitting:
            return Quote(text=" ".join(words.split()), states=mention.text)
    return None


def quote_of_turn(tokens: Tokens, sentence: Sentence, turn: int) -> Quote | None:
    """The words to quote for a change without a number, which end with the word that says its way."""
    for first in _bounds(tokens, turn, sentence.first, -1, _MOST_BEFORE):
        words = tokens.slice(first, turn + 1)
        if find(words):
            return None
        if locate(words, tokens.text) == (tokens.at[first], tokens.at[turn + 1]):
            return Quote(text=" ".join(words.split()))
    return None


def _is_same(numeral: Numeral, mention: Mention) -> bool:
    read = mention.numeral
    assert read is not None, "a quote is made for a number"
    return (numeral.value, numeral.upper, numeral.unit, numeral.per, numeral.hedge, numeral.direction) == (
        read.value,
        read.upper,
        read.unit,
        read.per,
        read.hedge,
        read.direction,
    )


def _spans(tokens: Tokens, sentence: Sentence, spot: Spot) -> Iterator[tuple[int, int]]:
    """Runs of tokens around a number: with its own noun first, then the fewest words."""
    ends = list(_bounds(tokens, spot.last, sentence.last, 1, _MOST_AFTER))
    starts = list(_bounds(tokens, spot.first, sentence.first, -1, _MOST_BEFORE))
    noun = spot.mention.noun
    if noun is not None and "noun" not in spot.mention.inherited and spot.mention.kind not in CHANGES:
        words = len(noun.split())
        for count in range(words, words + 4):
            end = ends[min(count, len(ends) - 1)]
            if " ".join(tokens.slice(spot.last, end).split()).endswith(noun):
                yield spot.first, end
    for size in range(len(starts) + len(ends) - 1):
        for before in range(min(size + 1, len(starts))):
            if size - before < len(ends):
                yield starts[before], ends[size - before]


def _bounds(tokens: Tokens, i: int, limit: int, step: int, most: int) -> Iterator[int]:
    """Token bounds that take in no word, one word, two words ... from token ``i``."""
    yield i
    count, j = 0, i
    while count < most and j != limit:
        j += step
        edge = j - 1 if step > 0 else j
        if tokens.kinds[edge] in ("word", "number", "vulgar") or tokens.words[edge] in _SIGNS:
            count += 1
            yield j
