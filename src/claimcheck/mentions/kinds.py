"""Kinds: what a number states, from its unit and the words beside it.

The rules are tried in order, see :data:`RULES`; to tell another kind, add a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from claimcheck.mentions.mention import MentionKind
from claimcheck.numerals import Direction, Numeral, Style
from claimcheck.numerals.amount import Found
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import (
    CURRENCIES,
    FRACTION,
    PERCENT,
    PERCENTAGE_POINT,
    POINT,
    TIME_UNITS,
    TIMES,
)

_MEANS: Final = frozenset("average averages averaged averaging mean median".split())
# How far back the word "average" may stand: an average price of just £3.
_MEAN_REACH: Final = 8
# What a percentage makes a share when it leads to it: it meant 6%, made up 6%.
_SHARE_LEADS: Final = frozenset(
    "meant means accounted accounts account represents represented representing comprise comprised made make"
    " makes making constitute".split()
)
# And what does when it follows: 6% were online, 60% said, a third believe.
_SHARE_FOLLOWS: Final = frozenset(
    "were are said say says had have believe believed think thought felt feel agreed agree voted support"
    " supported do did who were live lived want wanted reported admitted".split()
)
# The direction of a change is in the word itself: doubled.
_TURNS: Final = (Style.VERB, Style.FOLD)
# What makes "20 months" the time since a day: 20 months after, since.
_SINCE: Final = frozenset("after since from before".split())


class Place:
    """A number among the tokens of its sentence: what a rule looks at."""

    __slots__ = ("end", "first", "following", "found", "last", "numeral", "tokens")

    def __init__(self, tokens: Tokens, found: Found, numeral: Numeral, first: int, end: int) -> None:
        self.tokens, self.found, self.numeral = tokens, found, numeral
        self.first, self.end = first, end
        self.last = found.last
        self.following = tokens.word_after(found.last)

    def words_before(self, count: int) -> list[str]:
        """The words before the number in its sentence, the nearest first."""
        words: list[str] = []
        for j in range(self.found.first - 1, max(self.first, self.found.first - 3 * count) - 1, -1):
            if self.tokens.kinds[j] == "word":
                words.append(self.tokens.words[j])
                if len(words) == count:
                    break
            elif self.tokens.kinds[j] in ("number", "break"):
                break
        return words

    @property
    def is_of(self) -> bool:
        """True where "of" and a whole follow."""
        return self.following == "of"


def _rate(at: Place) -> MentionKind | None:
    if isinstance(at.numeral.per, Fraction):
        return MentionKind.INCIDENCE
    if at.numeral.per is None or at.numeral.direction is not None:
        return None
    return MentionKind.RATE


def _points(at: Place) -> MentionKind | None:
    if at.numeral.unit == PERCENTAGE_POINT:
        return MentionKind.POINTS
    if at.numeral.unit == POINT:
        return MentionKind.DIFFERENCE if at.numeral.direction else MentionKind.AMOUNT
    return None


def _multiple(at: Place) -> MentionKind | None:
    return MentionKind.MULTIPLE if at.numeral.unit == TIMES else None


def _percentage(at: Place) -> MentionKind | None:
    numeral = at.numeral
    if numeral.unit not in (PERCENT, FRACTION):
        return None
    if numeral.direction is not None and not (at.is_of and numeral.style in (Style.ONE_IN, Style.OUT_OF)):
        return MentionKind.CHANGE
    if numeral.unit == FRACTION or at.is_of or at.following in _SHARE_FOLLOWS:
        return MentionKind.SHARE
    if not _SHARE_LEADS.isdisjoint(at.words_before(3)):
        return MentionKind.SHARE
    return MentionKind.MEAN if _is_mean(at) else MentionKind.AMOUNT


def _is_mean(at: Place) -> bool:
    return not _MEANS.isdisjoint(at.words_before(_MEAN_REACH))


def _time(at: Place) -> MentionKind | None:
    if at.numeral.unit not in TIME_UNITS:
        return None
    if at.numeral.direction is not None:
        return MentionKind.DIFFERENCE
    if _is_mean(at):
        return MentionKind.MEAN
    j = at.tokens.skip(at.tokens.skip(at.last) + 1)
    is_dated = at.following in _SINCE and (
        at.tokens.kinds[j] == "number" or (at.tokens.is_capital(j) and at.tokens.words[j] != "the")
    )
    return MentionKind.ELAPSED if is_dated else MentionKind.DURATION


def _level(at: Place) -> MentionKind:
    numeral = at.numeral
    if numeral.direction is not None:
        return MentionKind.DIFFERENCE
    if _is_mean(at):
        return MentionKind.MEAN
    if numeral.unit in CURRENCIES:
        return MentionKind.MONEY
    return MentionKind.COUNT if numeral.unit is None else MentionKind.AMOUNT


#: The rules in the order in which they are tried; the last one always knows.
RULES: Final[tuple[Callable[[Place], MentionKind | None], ...]] = (
    _rate,
    _points,
    _multiple,
    _percentage,
    _time,
    _level,
)


def kind_of(at: Place) -> MentionKind:
    """What the number states."""
    return next(kind for rule in RULES if (kind := rule(at)) is not None)


def direction_of(numeral: Numeral) -> Direction | None:
    """Which way a number points, also where its own word says so: doubled, halved.

    >>> direction_of(Numeral.parse("halved"))
    <Direction.FALL: -1>
    """
    if numeral.direction is None and numeral.unit == TIMES and numeral.style in _TURNS:
        return Direction.RISE if numeral.value > 1 else Direction.FALL
    return numeral.direction
