"""Scanning: one pass over a text, which gathers every number with its hedge, rate and direction."""

from __future__ import annotations

from claimcheck.numerals.amount import Found, Trap
from claimcheck.numerals.hedges import hedge_after, hedge_before
from claimcheck.numerals.phrases import phrase_at
from claimcheck.numerals.rates import rate_after
from claimcheck.numerals.tokens import Tokens


def scan(tokens: Tokens) -> tuple[list[Found], list[Trap]]:
    """Every number in a text, and everything that is none after all, each in order.

    >>> found, traps = scan(Tokens("more than 60 in 2019, or nearly one in five"))
    >>> [one.hedge.name for one in found], [trap.kind for trap in traps]
    (['more than', 'almost'], ['date'])
    """
    found: list[Found] = []
    traps: list[Trap] = []
    i = 0
    while i < tokens.size:
        if tokens.words[i] == " ":
            i += 1
            continue
        amount, i = phrase_at(tokens, i)
        if isinstance(amount, Trap):
            traps.append(amount)
            continue
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
    return found, traps
