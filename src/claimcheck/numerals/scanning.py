"""Scanning: one pass over a text, which gathers every number with its hedge, rate and direction."""

from __future__ import annotations

from claimcheck.numerals.amount import Found
from claimcheck.numerals.hedges import hedge_after, hedge_before
from claimcheck.numerals.phrases import phrase_at
from claimcheck.numerals.rates import rate_after
from claimcheck.numerals.tokens import Tokens


def scan(tokens: Tokens) -> list[Found]:
    """Every number in a text, in order.

    >>> [found.hedge.name for found in scan(Tokens("more than 60, or nearly one in five"))]
    ['more than', 'almost']
    """
    found: list[Found] = []
    i = 0
    while i < tokens.size:
        if tokens.words[i] == " ":
            i += 1
            continue
        amount, i = phrase_at(tokens, i)
        if amount is None:
            continue
        before, after = hedge_before(tokens, amount.first), hedge_after(tokens, amount.last)
        if before and found and before.first < found[-1].last:
            before = None  # its words belong to the number before
        last = after.last if after else amount.last
        rate, i = rate_after(tokens, last, amount) or (None, last)
        found.append(
            Found(
                amount=amount,
                hedge=before or after,
                per=rate,
                first=before.first if before else amount.first,
                last=last,
            )
        )
    return found
