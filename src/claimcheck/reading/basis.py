"""Bases: words that say a percentage is worked out on something other than the figures beside it.

"Rose 8% on a comparable-store basis to 118 from 100" is no mistake: the percentage is of other figures.
"""

from __future__ import annotations

from typing import Final

from claimcheck.numerals.tokens import Phrases, Tokens
from claimcheck.numerals.words import table

#: Words that name another basis, and what they mean by it.
BASES: Final[dict[str, str]] = table(
    {
        """comparable store, comparable stores, comparable-store, comparable basis, comparable sales
        like-for-like, like for like, same-store, same store, same-stores""": "comparable stores",
        "underlying, organic, organically": "an underlying rate",
        """real terms, real-terms, adjusted for inflation, inflation-adjusted, after inflation
        allowing for inflation, taking inflation into account""": "real terms",
        """constant currency, constant currencies, constant exchange rates, in local currency
        in local currencies""": "constant exchange rates",
        """seasonally adjusted basis, on an annualised basis, on an annualized basis, annualised
        annualized, at an annual rate, annual rate of""": "an adjusted or annual rate",
        "excluding, excludes, stripping out, leaving out, not counting, not including": "a part left out",
        """against the dollar, against the pound, against the euro, against the yen
        to the dollar""": "an inverse quote",
        "per head, per person, per capita": "a figure per head",
        """over the three months, over three months, over five years, over the five years, over the decade
        over ten years, over the last decade, over the past decade, over two years, over the two years
        over three years, over four years""": "a longer time",
        "on average, average annual": "an average",
    }
)
_PHRASES: Final = Phrases(BASES)


def basis_of(tokens: Tokens, first: int, last: int) -> str | None:
    """The other basis that the words from one token up to another name, in those words.

    >>> tokens = Tokens("rose 8% on a like-for-like basis")
    >>> basis_of(tokens, 0, tokens.size)
    'like-for-like'
    """
    for i in range(first, last):
        match = _PHRASES.starting(tokens, i)
        if match is not None and match[1] <= last:
            return tokens.slice(i, match[1])
    return None
