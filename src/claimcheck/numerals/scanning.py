"""Scanning: one pass over a text, which gathers every number with its hedge, rate and direction."""

from __future__ import annotations

from claimcheck.numerals.amount import Amount, Found, Trap
from claimcheck.numerals.hedges import hedge_after, hedge_before
from claimcheck.numerals.phrases import phrase_at
from claimcheck.numerals.rates import rate_after
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import FRACTION, PERCENT, PERCENTAGE_POINT, POINT, TIME_UNITS, TIMES

# No amount is converted into these: "£3m (4%)" says two things.
_RELATIVE_UNITS = frozenset((None, PERCENT, PERCENTAGE_POINT, POINT, TIMES, FRACTION, *TIME_UNITS))
# How many tokens may stand between an amount and what it is converted into: 3 million Danish crowns ($1m).
_MOST_BETWEEN = 6


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
        if before is None and after is None and found and _converts(tokens, found[-1].amount, amount):
            before = found[-1].hedge
        last = after.last if after else amount.last
        reached = found[-1].last if found else 0
        rate, i = rate_after(tokens, last, amount) or (None, last)
        found.append(
            Found(
                amount=amount,
                hedge=before or after,
                per=rate,
                first=before.first if before and before.first >= reached else amount.first,
                last=last,
            )
        )
    return found, traps


def _converts(tokens: Tokens, one: Amount, other: Amount) -> bool:
    """True for an amount in brackets that says the one before it in another unit, and so shares its hedge.

    >>> tokens = Tokens("nearly 300 miles (480km)")
    >>> [one.hedge.name for one in scan(tokens)[0]]
    ['almost', 'almost']
    """
    if one.unit == other.unit or not _RELATIVE_UNITS.isdisjoint((one.unit, other.unit)):
        return False
    between = tokens.words[one.last : other.first]
    return tokens.words[other.first - 1] == "(" and len(between) <= _MOST_BETWEEN and between.count("(") == 1
