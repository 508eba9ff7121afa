"""Hedges: the words that bound or widen a number, before it ("more than 60") or after it ("60 or more").

To read another hedge word, add it to its row of :data:`HEDGE_WORDS`. A new kind of hedge needs a row in
``readings.HEDGES`` as well, which says what it makes of a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from claimcheck.numerals.amount import Hedge
from claimcheck.numerals.directions import DIRECTION_WORDS, PARTICLE_VERBS
from claimcheck.numerals.tokens import MINUS, Phrases, Tokens
from claimcheck.numerals.words import table

# Hedges that touch the end of their number: 10,000+, sixty-odd.
_TOUCHING = frozenset(("+", "-odd", "-plus"))

#: Words that bound or widen a number, and the name of the hedge that readings.HEDGES defines. Words
#: that start with "or" or "and", "+", "-odd" and "-plus" stand after the number; all others before it.
HEDGE_WORDS: Final[Mapping[str, str]] = table(
    {
        """about, around, some, roughly, approximately, approx, approx., circa, c., c, ca., ~
        an estimated, estimated, in the region of, somewhere in the region of, something like
        somewhere around, of the order of, in the order of, in the vicinity of, barely, scarcely
        or so, or thereabouts, -odd""": "about",
        """more than, over, above, topped, tops, topping, passed, passes, passing, exceeded, exceeds
        exceeding, exceed, surpassed, surpasses, surpassing, upwards of, upward of, in excess of
        greater than, higher than, well over, well above, well more than, far more than
        comfortably over, over than, >""": "more than",
        """at least, no fewer than, not fewer than, no less than, not less than, a minimum of
        minimum of, \u2265, or more, or over, or above, or higher, and over, and above, +, -plus
        as few as, as little as""": "at least",
        """fewer than, less than, under, below, lower than, well under, well below, far fewer than
        far less than, sub-, <""": "fewer than",
        """at most, up to, no more than, not more than, no greater than, as many as, as much as
        a maximum of, maximum of, \u2264, or fewer, or less, or under, or below, or lower""": "at most",
        """almost, nearly, very nearly, not quite, close to, approaching, nearing, just short of
        just under, just below, just less than, just fewer than, slightly under, slightly below
        slightly less than, slightly fewer than, a little under, a little below, a little less than
        a little fewer than, shy of, just shy of, a little shy of, a shade under, a touch under
        a whisker under, getting on for, the best part of, the better part of, virtually, practically
        little short of""": "almost",
        """just over, just above, just more than, slightly more than, slightly over, slightly above
        a little over, a little above, a little more than, little more than, marginally more than
        marginally over, fractionally over, a shade over, a touch over""": "just over",
    }
)

# "Sub-" touches these; it would make a chain of others: sub-20-25.
_PLAIN_DIGITS = re.compile(r"[0-9][0-9.,]*+(?![-\u2013])")
# "14 more than 63" compares two numbers.
_COMPARING = frozenset("more fewer less higher lower greater".split())
# So do "up 12% over 63" and "a 12% rise over 63".
_OVER = frozenset("over above below under".split())
_PERCENT_ENDS = frozenset(("%", "cent", "percent", "pct", "fold", "point", "points"))


def stands_after(words: str) -> bool:
    """True for hedge words that stand after their number.

    >>> stands_after("or more"), stands_after("more than")
    (True, False)
    """
    return words in _TOUCHING or words.startswith(("or ", "and "))


def hedged(hedge: str, words: str) -> str:
    """A number with its hedge, in the order and with the spaces of print.

    >>> hedged("or more", "60"), hedged("<", "60"), hedged("about", "60")
    ('60 or more', '<60', 'about 60')
    """
    if hedge.strip().lower() in _TOUCHING:
        return f"{words}{hedge.strip()}"
    if stands_after(" ".join(hedge.lower().split())):
        return f"{words} {hedge}"
    if hedge[-1] == "-":
        touches = _PLAIN_DIGITS.match(words) is not None
    else:
        touches = hedge[-1] in "~<>\u2264\u2265" and words[0] not in MINUS
    return f"{hedge}{words}" if touches else f"{hedge} {words}"


@lru_cache(maxsize=64)
def _phrases(house_hedges: tuple[tuple[str, str], ...]) -> tuple[Phrases[str], Phrases[str]]:
    """Hedge words that stand before a number, and those that stand after it."""
    names = {**HEDGE_WORDS, **{" ".join(words.lower().split()): name for words, name in house_hedges}}
    return (
        Phrases({words: name for words, name in names.items() if not stands_after(words)}),
        Phrases({words: name for words, name in names.items() if stands_after(words)}),
    )


def hedge_before(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge whose words end just before token ``i``: more than 60, more than a 17% rise, ~60."""
    end = tokens.back(i) + 1
    if end < i and tokens.words[end - 1] in ("a", "an") and tokens.words[end - 2] == " ":
        end -= 2
    if end < 1:
        return None
    match = _phrases(tokens.house_hedges)[0].ending(tokens, end)
    if match is None or (end == i and tokens.kinds[end - 1] == "word"):
        return None
    name, first = match
    opening, lead = tokens.words[first], tokens.back(first)
    if opening in _COMPARING and tokens.kinds[lead] in ("number", "vulgar"):
        return None
    if opening == "up" and tokens.words[lead] in PARTICLE_VERBS:  # "adding up to 752"
        return None
    if opening in _OVER and _is_of_change(tokens, lead):
        return None
    return Hedge(name=name, first=first, last=end)


def _is_of_change(tokens: Tokens, i: int) -> bool:
    """True where the token at ``i`` ends the words of a change in percent: up 12%, a 12% rise."""
    if tokens.words[i] in DIRECTION_WORDS:
        i = tokens.back(i)
    return tokens.words[i] in _PERCENT_ENDS


def hedge_after(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that starts just after the number, perhaps after its noun: 10,000+, 20 people or more."""
    phrases = _phrases(tokens.house_hedges)[1]
    if tokens.words[i] in ("+", "-"):
        match = phrases.starting(tokens, i)
        if match is None or tokens.kinds[match[1]] in ("number", "word"):
            return None
        return Hedge(name=match[0], first=i, last=match[1])
    j = tokens.skip(i)
    for _ in range(2):
        match = phrases.starting(tokens, j) if j > i else None
        if match:
            name, last = match
            k = tokens.skip(last)
            # "two or more than two" goes on to compare
            compares = tokens.words[k] == "than" or tokens.kinds[k] == "number"
            return None if compares else Hedge(name=name, first=j, last=last)
        if tokens.kinds[j] != "word" or tokens.words[j] in DIRECTION_WORDS:
            return None
        j = tokens.skip(j + 1)
    return None
