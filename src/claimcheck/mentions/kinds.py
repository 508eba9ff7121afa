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
# What says that there was no such number before: a record 1,200, an all-time high of 63.
_RECORDS: Final = frozenset(("record",))
# What makes a verb of it: to record 63, police record 63.
_RECORD_LEADS: Final = frozenset(
    "to not will would can could may must did do does who that which they we you police force forces schools"
    " hospitals councils".split()
)
_EXTREMES: Final = (["of", "high"], ["of", "low"], ["of", "peak"])
# How far back the word "average" may stand: an average price of just £3.
_MEAN_REACH: Final = 8
# What a percentage makes a share when it leads to it: it meant 6%, made up 6%.
_SHARE_LEADS: Final = frozenset(
    "meant means accounted accounts account represents represented representing comprise comprised made make"
    " makes making constitute".split()
)
# And what does when it follows: 6% were online, 60% said, a third believe.
_SHARE_FOLLOWS: Final = frozenset(
    "were are came share stake said say says had have believe believed think thought felt feel agreed agree"
    " voted support supported do did who live lived want wanted reported admitted".split()
)
# The direction of a change is in the word itself: doubled.
_TURNS: Final = (Style.VERB, Style.FOLD)
# These compare with another number as well: twice as many, double the number.
_ADVERBS: Final = frozenset("twice double treble triple quadruple".split())
# What makes "20 months" the time since a day: 20 months after, since.
_SINCE: Final = frozenset("after since from before".split())


# What "times" goes on with where it compares; without, it counts: called 63 times.
_COMPARES: Final = frozenset(
    "that those what its their his her our more less worse likelier average normal usual national current"
    " today earnings".split()
)
_NO_COMPARATIVES: Final = frozenset("after over under other together however whether per ever never".split())
# Called three times the day before, half as of March.
_NO_COMPARISON: Final = frozenset(
    "previous following next last same day night week month year season summer winter".split()
)
_NO_LIKENESS: Final = frozenset(("of", "at", "a", "the", "part"))


class NumberInSentence:
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
    def compares(self) -> bool:
        """True where "times" goes on to compare: three times as many, the size of, higher than."""
        following = self.following
        if following in ("as", "the"):
            j = self.tokens.skip(self.tokens.skip(self.last) + 1)
            return self.tokens.words[j] not in (_NO_COMPARISON if following == "the" else _NO_LIKENESS)
        return following in _COMPARES or (following.endswith("er") and following not in _NO_COMPARATIVES)

    @property
    def is_of(self) -> bool:
        """True where "of" and a whole follow."""
        return self.following == "of"


def _rate(at: NumberInSentence) -> MentionKind | None:
    if isinstance(at.numeral.per, Fraction):
        return MentionKind.INCIDENCE
    if at.numeral.per is None or at.numeral.direction is not None:
        return None
    return MentionKind.RATE


def _points(at: NumberInSentence) -> MentionKind | None:
    if at.numeral.unit == PERCENTAGE_POINT:
        return MentionKind.POINTS
    if at.numeral.unit == POINT:
        return MentionKind.DIFFERENCE if at.numeral.direction else MentionKind.AMOUNT
    return None


def _multiple(at: NumberInSentence) -> MentionKind | None:
    numeral = at.numeral
    if numeral.unit == FRACTION and at.following == "as" and at.compares:  # half as many
        return MentionKind.MULTIPLE
    if numeral.unit != TIMES:
        return None
    is_occurrence = numeral.text.lower().endswith("times") and numeral.direction is None and not at.compares
    return MentionKind.COUNT if is_occurrence else MentionKind.MULTIPLE


def _percentage(at: NumberInSentence) -> MentionKind | None:
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


def _is_mean(at: NumberInSentence) -> bool:
    return not _MEANS.isdisjoint(at.words_before(_MEAN_REACH))


def _time(at: NumberInSentence) -> MentionKind | None:
    if at.numeral.unit not in TIME_UNITS:
        return None
    if at.words_before(1) == ["every"]:
        return MentionKind.RATE
    if at.numeral.direction is not None:
        return MentionKind.DIFFERENCE
    if _is_mean(at):
        return MentionKind.MEAN
    j = at.tokens.skip(at.tokens.skip(at.last) + 1)
    is_dated = at.following in _SINCE and (
        at.tokens.kinds[j] == "number" or (at.tokens.is_capital(j) and at.tokens.words[j] != "the")
    )
    return MentionKind.ELAPSED if is_dated else MentionKind.DURATION


def _level(at: NumberInSentence) -> MentionKind:
    numeral = at.numeral
    if numeral.direction is not None:
        return MentionKind.DIFFERENCE
    if _is_mean(at):
        return MentionKind.MEAN
    if _is_record(at):
        return MentionKind.RECORD
    if numeral.unit in CURRENCIES:
        return MentionKind.MONEY
    return MentionKind.COUNT if numeral.unit is None else MentionKind.AMOUNT


def _is_record(at: NumberInSentence) -> bool:
    words = at.words_before(3)
    if words[:2] in _EXTREMES:
        return True
    index = next((k for k, word in enumerate(words[:2]) if word in _RECORDS), None)
    return index is not None and _RECORD_LEADS.isdisjoint(words[index + 1 : index + 2])


#: The rules in the order in which they are tried; the last one always knows.
RULES: Final[tuple[Callable[[NumberInSentence], MentionKind | None], ...]] = (
    _rate,
    _points,
    _multiple,
    _percentage,
    _time,
    _level,
)


def kind_of(at: NumberInSentence) -> MentionKind:
    """What the number states."""
    return next(kind for rule in RULES if (kind := rule(at)) is not None)


def direction_of(at: NumberInSentence) -> Direction | None:
    """Which way a number points, also where its own word says so: doubled, but not "double the number"."""
    numeral = at.numeral
    is_compared = at.compares and numeral.style is Style.VERB and numeral.text.lower() in _ADVERBS
    if numeral.direction is None and numeral.unit == TIMES and numeral.style in _TURNS and not is_compared:
        return Direction.RISE if numeral.value > 1 else Direction.FALL
    return numeral.direction
