"""The mention: a number, date or period in a text, with what the words around it say of it."""

from __future__ import annotations

import enum
from fractions import Fraction

from attrs import frozen

from claimcheck.numerals import Direction, Numeral
from claimcheck.periods import Period


class MentionKind(enum.Enum):
    """What a number in a text states.

    >>> MentionKind.SHARE.is_claim, MentionKind.PHONE.is_claim
    (True, False)
    """

    # Claims
    COUNT = "count"  # 63 offences
    AMOUNT = "amount"  # 30 miles, turnout was 66%
    MONEY = "money"  # £1.6 million
    CHANGE = "change"  # a 17% decrease, fell by a third
    DIFFERENCE = "difference"  # 14 fewer, up £3m
    POINTS = "points"  # down one percentage point
    MULTIPLE = "multiple"  # doubled, four-fold, three times as many
    SHARE = "share"  # 6% of all crimes, one in five
    RATE = "rate"  # 15 a day
    INCIDENCE = "incidence"  # 32 per 100,000 people
    MEAN = "mean"  # an average of 3.2 per school
    RECORD = "record"  # a record 1,200, a high of 63
    ELAPSED = "elapsed"  # 17 months after 8 April 2019

    # Not claims
    PERIOD = "period"  # 2019/20, last year
    DATE = "date"  # 3 September, 2021, April 2016
    TIME = "time"  # 9.30am
    DURATION = "duration"  # a two-year sentence, 17 months
    AGE = "age"  # aged under 16
    ORDINAL = "ordinal"  # first, 3rd
    PHONE = "phone"  # 0300 456 0108, 999
    SCORE = "score"  # won 3-1
    ROAD = "road"  # the M4, junction 15
    ADDRESS = "address"  # 12 High Street
    SECTION = "section"  # section 5, page 63
    NAME = "name"  # O2, Covid-19
    COMPOUND = "compound"  # two-tier, a 63-page report
    PRONOUN = "pronoun"  # one of the best

    @property
    def is_claim(self) -> bool:
        """True for what can be recomputed."""
        return self in _CLAIMS


_CLAIMS = frozenset(
    (
        MentionKind.COUNT,
        MentionKind.AMOUNT,
        MentionKind.MONEY,
        MentionKind.CHANGE,
        MentionKind.DIFFERENCE,
        MentionKind.POINTS,
        MentionKind.MULTIPLE,
        MentionKind.SHARE,
        MentionKind.RATE,
        MentionKind.INCIDENCE,
        MentionKind.MEAN,
        MentionKind.RECORD,
        MentionKind.ELAPSED,
    )
)


@frozen(kw_only=True)
class Mention:
    """A number, date or period at its exact place in a text.

    ``text`` is ``source[start:end]``: the number with its unit and without its hedge ("seven per cent"),
    or the words of a date or period. ``number_start`` and ``number_end`` are the number alone ("seven").
    ``numeral`` is what was read, or ``None`` for words without a value. ``noun`` is what is counted,
    ``area`` and ``period`` where and when, as far as the words say so; ``inherited`` names those of the
    three that come from the words before. ``since`` is the period that a change is measured from, where the
    words name it: "up 5% on 2018".
    """

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    kind: MentionKind
    numeral: Numeral | None = None
    direction: Direction | None = None
    noun: str | None = None
    area: str | None = None
    period: Period | None = None
    since: Period | None = None
    inherited: frozenset[str] = frozenset()

    @property
    def is_claim(self) -> bool:
        """True for what can be recomputed."""
        return self.kind.is_claim

    @property
    def value(self) -> Fraction | None:
        """The exact value, scaled; the lower end of a range."""
        return self.numeral.value if self.numeral else None

    @property
    def upper(self) -> Fraction | None:
        """The upper end of a range."""
        return self.numeral.upper if self.numeral else None

    @property
    def unit(self) -> str | None:
        """The unit that is printed."""
        return self.numeral.unit if self.numeral else None

    @property
    def hedge(self) -> str | None:
        """The hedge, by its name in ``readings.HEDGES``."""
        return self.numeral.hedge if self.numeral else None
