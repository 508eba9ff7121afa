"""Claims: a quote from an article that states a numeral about figures, and every kind of claim.

Every kind says that a ratio of two linear forms over figures lies in an interval. A kind is one
small class: it names its figures, and writes its formula once, in :meth:`Claim.ratio`. Computing,
verifying with unknowns, explaining, and saying what a figure would have to be all follow from that.

To add a kind, write its class here and add it to :data:`KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import ClassVar, Literal, get_args

from attrs import evolve, field, fields, frozen
from attrs.validators import instance_of, optional

from claimcheck.errors import Fault, Place
from claimcheck.figures import BaseFigure, Figure, Form, Measure, Quotient, Ratio
from claimcheck.interval import Interval
from claimcheck.numerals import DIRECTION_WORDS, Direction, Numeral, Style, find
from claimcheck.periods import elapsed, parse_date
from claimcheck.readings import Conventions, Reading, read
from claimcheck.units import conversion

__all__ = [
    "KINDS",
    "Amount",
    "Change",
    "Claim",
    "Comparison",
    "Context",
    "Count",
    "Difference",
    "Elapsed",
    "FigureClaim",
    "Incidence",
    "KnownIssue",
    "Mean",
    "Multiple",
    "Points",
    "Rate",
    "Record",
    "Share",
    "Statement",
    "TimeUnit",
    "Total",
]

TimeUnit = Literal["minute", "hour", "day", "week", "month", "year"]
"""What a rate may be per."""


def _day(value: date | str | None) -> date | None:
    return parse_date(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class KnownIssue:
    """A contradiction that the desk knows about: it is expected, with a reason, until a day if one is given.

    >>> KnownIssue(reason="correction requested").holds_on(date(2026, 1, 1))
    True
    """

    reason: str
    until: date | None = field(default=None, converter=_day)

    def holds_on(self, today: date) -> bool:
        """True until the day has passed."""
        return self.until is None or today <= self.until


@frozen(kw_only=True)
class Context:
    """What a claim's words are read with: the desk's conventions, and the day the article appeared."""

    conventions: Conventions = field(factory=Conventions)
    published: date | None = None


@frozen(kw_only=True)
class Statement:
    """One thing a claim says: that a ratio of two forms lies in an interval, read strictly or loosely.

    ``text`` is the number as printed, and ``place`` the unit of its last printed place in the ratio's
    own unit, where a number states it. ``given`` are the base figures that the forms already contain as
    numbers.
    """

    ratio: Ratio
    reading: Reading
    text: str | None = None
    place: Fraction | None = None
    given: tuple[BaseFigure, ...] = ()


def _slug(text: str) -> str:
    """Words as an id: ``[a-z0-9-]+``, at most 48 characters, cut between words."""
    spoken = (
        text.casefold()
        .replace("%", " percent ")
        .replace("£", " gbp ")
        .replace("$", " usd ")
        .replace("€", " eur ")
    )
    spoken = re.sub(r"(?<=\d)[,.](?=\d)", "", spoken)
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", spoken))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= 48:
            break
        slug = f"{slug}-{word[:48]}" if slug else word[:48]
    return slug or "claim"


@frozen(kw_only=True)
class Claim:
    """What every claim has: the words of the article, and which number in them is meant.

    ``states`` chooses a number where the quote holds several. ``id`` is made from the quote when
    it is left out.
    """

    kind: ClassVar[str]
    weight: ClassVar[int] = 1
    """What giving the claim up costs: one percentage does not outweigh the figures behind it."""
    scales: ClassVar[Mapping[str | None, Fraction]] = {}
    """Units in which the numeral may be printed, and how many of the ratio's unit each one is."""
    is_signed: ClassVar[bool] = False
    """True when a fall is a negative ratio, so that the words have to give a direction."""
    pivot: ClassVar[int | None] = None
    """The ratio at which nothing changes: a recomputed ratio on its other side flips the claim."""

    quote: str = field(validator=instance_of(str))
    states: str | None = field(default=None, validator=optional(instance_of(str)))
    note: str | None = None
    known_issue: KnownIssue | None = None
    id: str = field()
    place: Place | None = field(default=None, eq=False, repr=False)

    @id.default
    def _default_id(self) -> str:
        return _slug(self.quote) + (f"-{_slug(self.states)}" if self.states else "")

    # What a kind declares

    def ratio(self) -> Ratio:
        """The formula: one linear form over another."""
        raise NotImplementedError

    @property
    def is_counted(self) -> bool:
        """True when the ratio itself is a whole number of things."""
        return False

    def statements(self, context: Context) -> tuple[Statement, ...]:
        """All that the claim says, its main statement first; a :class:`Fault` for unreadable words."""
        numeral = self.numeral(context.conventions)
        factor = self.factor(numeral)
        reading = read(numeral, counted=self.is_counted, conventions=context.conventions).scale(factor)
        said = Statement(ratio=self.ratio(), reading=reading, text=str(numeral), place=numeral.place * factor)
        return (self.directed(said, numeral),)

    def directed(self, said: Statement, numeral: Numeral) -> Statement:
        """What is said of the size of a change, with the direction that the words give it."""
        return evolve(said, reading=-said.reading) if self.is_fall(numeral) else said

    def is_fall(self, numeral: Numeral) -> bool:
        """True when the words make the ratio a negative one."""
        return self.is_signed and self.direction(numeral) is Direction.FALL

    def printed(self, value: Fraction, numeral: Numeral) -> Fraction | None:
        """A value of the ratio in the numeral's own unit, below zero where it runs against the words.

        ``None`` for a value that cannot be printed so.
        """
        size = value / self.factor(numeral)
        return -size if self.is_fall(numeral) else size

    def reprint(self, recomputed: Interval, context: Context) -> str | None:
        """What a careful desk prints for a recomputed ratio, in the words of the quote where they can say it.

        What is printed stands for the claim's number and its hedge, or for the whole quote where it
        goes the other way ("up 3%" for a drop). It has been put there and read again; ``None`` for a
        ratio that nothing printed so would state.
        """
        found = self.numerals(context.conventions)
        if len(found) != 1 or recomputed.low is None or recomputed.high is None:
            return None
        numeral = found[0]
        ends = [self.printed(end, numeral) for end in (recomputed.low, recomputed.high)]
        sizes = sorted((end for end in ends if end is not None), key=abs)
        if len(sizes) < 2 or any(0 < abs(size) < numeral.place / 2 for size in sizes):
            return None  # too small to show at this precision
        was_below, is_below = numeral.value < 0, sizes[-1] < 0
        is_turned = self.is_signed and was_below != is_below
        way = f"{'up' if recomputed.high > 0 else 'down'} " if is_turned else ""
        for restate in (numeral.restate, numeral.restate_in_figures):
            if was_below and is_below:
                texts = [restate(size) for size in sizes]
            else:
                minus = "-" if is_below and not is_turned else ""
                texts = [minus + restate(abs(size)) for size in sizes]
            one, other = texts
            for words in (one,) if one == other else (f"{one} to {other}", f"between {one} and {other}"):
                quote = way + words if is_turned else numeral.replaced(self.quote, words)
                if self._would_state(recomputed, quote, words, context):
                    return way + words
        return None

    def _would_state(self, recomputed: Interval, quote: str, words: str, context: Context) -> bool:
        """Would the claim be about the same, and hold, with this quote?"""
        try:
            again = evolve(self, quote=quote, states=None if self.states is None else words)
            said = again.statements(context)[0]
            return (
                said.ratio == self.statements(context)[0].ratio
                and said.reading.strict.intersect(recomputed) is not None
            )
        except Fault:
            return False

    # Reading the words

    def numerals(self, conventions: Conventions) -> tuple[Numeral, ...]:
        """The numbers in the quote that may be meant: all of them, or those that ``states`` chooses."""
        found = find(self.quote, hedges=conventions.hedge_words) or self._only_word(conventions)
        if self.states is None:
            return found
        chosen = Numeral.parse(self.states)
        fitting = tuple(
            numeral
            for numeral in found
            if (numeral.value, numeral.upper) == (chosen.value, chosen.upper)
            and (chosen.unit is None or chosen.unit == numeral.unit)
        )
        if not fitting:
            raise Fault(
                rule="CC106",
                message=f"the quote does not state {self.states!r}: it has {_listed(found)}",
                advice="let 'states' repeat one of the numbers in the quote",
            )
        return fitting[:1]

    def _only_word(self, conventions: Conventions) -> tuple[Numeral, ...]:
        """The number of a quote that has no other than, say, the "one" of "one offence"."""
        try:
            return (Numeral.parse(self.quote, hedges=conventions.hedge_words),)
        except Fault:
            return ()

    def numeral(self, conventions: Conventions) -> Numeral:
        """The one number that the claim states."""
        found = self.numerals(conventions)
        if not found:
            raise Fault(
                rule="CC106",
                message=f"there is no number in {self.quote!r}",
                advice="widen the quote until it has one",
            )
        if len(found) > 1:
            raise Fault(
                rule="CC106",
                message=f"there are {len(found)} numbers in {self.quote!r}: {_listed(found)}",
                advice=f"choose one with 'states', such as states: {found[0].text}",
            )
        return found[0]

    def direction(self, numeral: Numeral) -> Direction:
        """Whether the words say up or down; a :class:`Fault` when they do not."""
        if numeral.value < 0:
            return Direction.RISE  # the sign is printed: nothing to mirror
        if numeral.direction is None:
            raise Fault(
                rule="CC107",
                message=f"{self.quote!r} does not say whether {numeral.text} is up or down",
                advice="widen the quote until it has the word: rise, fall, more, fewer ...",
            )
        return numeral.direction

    def factor(self, numeral: Numeral) -> Fraction:
        """How many of the ratio's unit one of the numeral's is; a :class:`Fault` for an unfit unit."""
        if numeral.unit in self.scales:
            return self.scales[numeral.unit]
        raise self.wrong_unit(numeral)

    def wrong_unit(self, numeral: Numeral) -> Fault:
        """The fault of a numeral that this kind does not state."""
        shown = "a plain number" if numeral.unit is None else f"in {numeral.unit}"
        fitting = [kind.kind for kind in KINDS if numeral.unit in kind.scales and kind is not type(self)]
        return Fault(
            rule="CC108",
            message=f"{numeral.text!r} is {shown}, which is not what a claim of kind {self.kind!r} states",
            advice=f"it may be of kind {' or '.join(fitting)}"
            if fitting
            else "choose the kind that fits the words",
        )

    def measured_in(self, unit: str, numeral: Numeral) -> Fraction:
        """The factor of a kind that is stated in a measure's own unit."""
        if numeral.unit is None:
            return Fraction(1)
        factor = conversion(numeral.unit, unit)
        if factor is None:
            raise self.wrong_unit(numeral)
        return factor


def _listed(numerals: tuple[Numeral, ...]) -> str:
    return ", ".join(repr(numeral.text) for numeral in numerals) or "no number"


_ONE = Fraction(1)
_NUMBER: Mapping[str | None, Fraction] = {None: _ONE}
_PERCENT: Mapping[str | None, Fraction] = {"percent": _ONE, "fraction": Fraction(100)}
_TIMES: Mapping[str | None, Fraction] = {"times": _ONE, "fraction": _ONE, "percent": Fraction(1, 100)}


@frozen(kw_only=True)
class FigureClaim(Claim):
    """A claim about one figure, alone or against others.

    A kind without ``scales`` is stated in the figure's own unit.
    """

    figure: Figure = field(validator=instance_of(Figure))

    def factor(self, numeral: Numeral) -> Fraction:
        return super().factor(numeral) if self.scales else self.measured_in(self.figure.measure.unit, numeral)

    def statements(self, context: Context) -> tuple[Statement, ...]:
        for other in fields(type(self)):
            value = getattr(self, other.name)
            named = value if isinstance(value, tuple) else (value,)
            if other.name != "figure" and self.figure in named:
                raise Fault(
                    rule="CC110",
                    message=f"{self.figure} is set against itself",
                    advice=f"name another figure with {other.name!r}, such as another period",
                )
        return super().statements(context)


@frozen(kw_only=True)
class Count(FigureClaim):
    """A number of things: "63 grooming and online offences"."""

    kind = "count"
    weight = 2
    scales = _NUMBER

    def ratio(self) -> Ratio:
        return self.figure / 1

    @property
    def is_counted(self) -> bool:
        return True

    def statements(self, context: Context) -> tuple[Statement, ...]:
        if not self.figure.measure.is_counted:
            raise Fault(
                rule="CC108",
                message=f"{self.figure.measure} is measured in {self.figure.measure.unit}, not counted",
                advice="use kind: amount",
            )
        return super().statements(context)


@frozen(kw_only=True)
class Amount(FigureClaim):
    """A number in the measure's unit, money, percent or days: "£1.6 million", "turnout was 66%"."""

    kind = "amount"
    weight = 2

    def ratio(self) -> Ratio:
        return self.figure / 1

    @property
    def is_counted(self) -> bool:
        return self.figure.measure.is_counted


@frozen(kw_only=True)
class Change(FigureClaim):
    """A change in percent since an earlier figure, signed by the words: "a 17% decrease"."""

    kind = "change"
    pivot = 0
    scales = _PERCENT
    is_signed = True

    since: Figure

    def ratio(self) -> Ratio:
        new, old = self.figure, self.since
        return 100 * (new - old) / old


@frozen(kw_only=True)
class Difference(FigureClaim):
    """A change in the measure's own unit, signed by the words: "14 fewer than the year before"."""

    kind = "difference"
    pivot = 0
    is_signed = True

    since: Figure

    def ratio(self) -> Ratio:
        new, old = self.figure, self.since
        return (new - old) / 1

    @property
    def is_counted(self) -> bool:
        return self.figure.measure.is_counted


@frozen(kw_only=True)
class Multiple(FigureClaim):
    """A figure as so many times an earlier one: "four-fold increase", "more than doubled", "halved".

    "N-fold", "N times", "an N-fold rise" and "N times more" are all times N, as the press uses
    them; an N-fold fall is one Nth.
    """

    kind = "multiple"
    pivot = 1
    scales = _TIMES

    since: Figure

    def ratio(self) -> Ratio:
        new, old = self.figure, self.since
        return new / old

    def factor(self, numeral: Numeral) -> Fraction:
        is_part = numeral.unit in ("percent", "fraction") and numeral.style is not Style.VERB
        if is_part and numeral.direction is not None:
            raise Fault(
                rule="CC108",
                message=f"{self.quote!r} states a change, not a multiple",
                advice="use kind: change",
            )
        return super().factor(numeral)

    def directed(self, said: Statement, numeral: Numeral) -> Statement:
        if not self._is_inverse(numeral):
            return said
        reading = said.reading.reciprocal()
        return evolve(said, reading=reading, place=reading.strict.width or said.place)

    def printed(self, value: Fraction, numeral: Numeral) -> Fraction | None:
        if not self._is_inverse(numeral):
            return super().printed(value, numeral)
        return 1 / value if value > 0 else None

    @staticmethod
    def _is_inverse(numeral: Numeral) -> bool:
        return numeral.direction is Direction.FALL and numeral.value > 1


@frozen(kw_only=True)
class Share(FigureClaim):
    """A part of a whole, in percent or as a fraction: "6% of all sex crimes against children".

    It also says that the part is no more than the whole.
    """

    kind = "share"
    scales = _PERCENT

    of: Figure

    def ratio(self) -> Ratio:
        return Quotient(part=self.figure, whole=self.of).ratio

    def statements(self, context: Context) -> tuple[Statement, ...]:
        part, whole = self.figure, self.of
        rest = Interval(0, None)
        contained = Reading(
            strict=rest, loose=rest, convention="part of the whole", loose_convention="part of the whole"
        )
        return (
            *super().statements(context),
            Statement(ratio=(whole - Form.of(part)) / 1, reading=contained),
        )


@frozen(kw_only=True)
class Points(FigureClaim):
    """A change in percentage points, of a measure in percent or of a share: "down one percentage point".

    For a share, ``of`` is the whole; the earlier share is of the same whole at the earlier period.
    """

    kind = "points"
    pivot = 0
    scales: ClassVar[Mapping[str | None, Fraction]] = {"percentage point": _ONE, "point": _ONE, None: _ONE}
    is_signed = True

    since: Figure
    of: Figure | None = None

    def ratio(self) -> Ratio:
        new, old, whole = self.figure, self.since, self.of
        if whole is None:
            if new.measure.unit != "percent":
                raise Fault(
                    rule="CC103",
                    message=f"{new.measure} is in {new.measure.unit}, and points are of a measure in percent",
                    advice="name the whole with 'of' if it is a share of it",
                )
            return (new - old) / 1
        earlier = whole.at(
            area=old.area if whole.area == new.area else None,
            period=old.period if whole.period == new.period else None,
        )
        return (Form.of(Quotient(part=new, whole=whole)) - Form.of(Quotient(part=old, whole=earlier))) / 1


@frozen(kw_only=True)
class Total(Claim):
    """The sum of several figures: "more than 750 in the West Midlands and Staffordshire"."""

    kind = "total"

    parts: tuple[Figure, ...]

    def statements(self, context: Context) -> tuple[Statement, ...]:
        if not self.parts:
            raise Fault(
                rule="CC103",
                message="a total of nothing",
                advice="name its parts with 'areas', 'measures' or 'periods'",
            )
        twice = next((part for part in self.parts if self.parts.count(part) > 1), None)
        if twice is not None:
            raise Fault(rule="CC109", message=f"the total has {twice} twice", advice="name each part once")
        return super().statements(context)

    def ratio(self) -> Ratio:
        first, *others = self.parts
        return sum(others, Form.of(first)) / 1

    @property
    def is_counted(self) -> bool:
        return all(part.measure.is_counted for part in self.parts)

    def factor(self, numeral: Numeral) -> Fraction:
        return self.measured_in(self.parts[0].measure.unit, numeral)


@frozen(kw_only=True)
class Rate(FigureClaim):
    """So many in each day, week, month or year of a period: "15 a day between April 2016 and March 2017".

    ``per`` is read from the quote when it is left out. Where no period is said, its length is unknown.
    "One every five minutes" states the time between two: the length of the period over the figure.
    """

    kind = "rate"

    per: TimeUnit | None = None

    def statements(self, context: Context) -> tuple[Statement, ...]:
        said = self.unit_of_time(self.numeral(context.conventions))
        if self.per is None and said is None:
            raise Fault(
                rule="CC103",
                message=f"{self.quote!r} does not say what the rate is per",
                advice=f"add 'per': one of {', '.join(get_args(TimeUnit))}",
            )
        if self.per is not None and said is not None and said != self.per:
            raise Fault(
                rule="CC109",
                message=f"the quote says per {said}, 'per' says {self.per}",
                advice="leave 'per' out",
            )
        return super().statements(context)

    def ratio(self) -> Ratio:
        numeral = self.numeral(Conventions())
        length = self._length(self.per or self.unit_of_time(numeral))
        return length / self.figure if self.is_gap(numeral) else self.figure / length

    def factor(self, numeral: Numeral) -> Fraction:
        return _ONE if self.is_gap(numeral) else super().factor(numeral)

    def is_gap(self, numeral: Numeral) -> bool:
        """Is it the time between two: "one every five minutes"?"""
        is_time = numeral.per is None and numeral.unit in get_args(TimeUnit)
        return is_time and re.search(r"\bevery\b", self.quote, re.IGNORECASE) is not None

    def unit_of_time(self, numeral: Numeral) -> str | None:
        """What the quote says the rate is per."""
        if self.is_gap(numeral):
            return numeral.unit
        return numeral.per if isinstance(numeral.per, str) else None

    def _length(self, per: str | None) -> Form:
        """How many of ``per`` the period has: a number, or an unknown where no period is said."""
        assert per is not None, "statements() has seen to it that the quote says what it is per"
        if self.figure.period is not None:
            return Form.number(self.figure.period.length(per))
        return Form.of(
            Figure(measure=Measure(name=f"length of the period in {per}s", unit=per), area=str(self.figure))
        )


@frozen(kw_only=True)
class Incidence(FigureClaim):
    """So many for each 1,000 or 100,000 of a population: "32 per 100,000 people".

    ``per`` is read from the quote when it is left out.
    """

    kind = "incidence"
    scales = _NUMBER

    population: Figure
    per: str | None = None

    def ratio(self) -> Ratio:
        return self._size() * self.figure / self.population

    def _size(self) -> Fraction:
        per = Numeral.parse(self.per).value if self.per is not None else None
        said = self.numeral(Conventions()).per
        if isinstance(said, Fraction):
            if per is not None and per != said:
                raise Fault(
                    rule="CC109",
                    message=f"the quote says per {said}, 'per' says {per}",
                    advice="leave 'per' out",
                )
            return said
        if per is None or per <= 0:
            raise Fault(
                rule="CC103",
                message=f"{self.quote!r} does not say per how many",
                advice="add 'per', such as per: 100,000",
            )
        return per


@frozen(kw_only=True)
class Mean(FigureClaim):
    """A total over the number of things it is spread over: "an average of 3.2 per school"."""

    kind = "mean"

    per: Figure

    def ratio(self) -> Ratio:
        return self.figure / self.per


@frozen(kw_only=True)
class Comparison(FigureClaim):
    """A figure against another of its time: "more than in Hampshire", "12% higher than", "twice as many as".

    Whether a difference, a percentage or a multiple is stated, or no number at all, is read from the quote.
    """

    kind = "comparison"

    than: Figure

    def ratio(self) -> Ratio:
        numerals = self.numerals(Conventions())
        if numerals and self._states_change(numerals[0]):
            return 100 * (self.figure - self.than) / self.than
        unit = numerals[0].unit if numerals else None
        return self.figure / self.than if unit in _TIMES else (self.figure - self.than) / 1

    @staticmethod
    def _states_change(numeral: Numeral) -> bool:
        """Is it "a third more than", and not "a third of"?"""
        return numeral.unit == "percent" or (numeral.unit == "fraction" and numeral.direction is not None)

    @property
    def is_counted(self) -> bool:
        return self.figure.measure.is_counted and len(self.numerals(Conventions())) == 1

    def statements(self, context: Context) -> tuple[Statement, ...]:
        if self.numerals(context.conventions):
            return super().statements(context)
        if (direction := _direction_of(self.quote)) is None:
            raise Fault(
                rule="CC107",
                message=f"{self.quote!r} does not say which is more",
                advice="widen the quote until it has the word: more, fewer, higher, lower ...",
            )
        # "No more than" is the same or less.
        is_negated = re.search(r"\b(?:no|not|never)\b", self.quote, re.IGNORECASE) is not None
        beyond = Interval(None, 0) if is_negated else Interval(0, None, low_open=True)
        above = Reading(strict=beyond, loose=beyond, convention="comparison", loose_convention="comparison")
        return (Statement(ratio=self.ratio(), reading=above if direction is Direction.RISE else -above),)

    def is_fall(self, numeral: Numeral) -> bool:
        is_multiple = numeral.unit in ("times", "fraction") and not self._states_change(numeral)
        return not is_multiple and self.direction(numeral) is Direction.FALL

    def factor(self, numeral: Numeral) -> Fraction:
        if self._states_change(numeral):
            return _PERCENT[numeral.unit]
        if numeral.unit in ("times", "fraction"):
            return _ONE
        return self.measured_in(self.figure.measure.unit, numeral)


def _direction_of(words: str) -> Direction | None:
    """The first word that says which way a comparison without a number goes."""
    return next(
        (DIRECTION_WORDS[w] for w in re.findall(r"[a-z]+", words.casefold()) if w in DIRECTION_WORDS), None
    )


_HIGHEST = re.compile(
    r"\b(?:highest|most|largest|biggest|greatest|worst|longest|record[- ]high|peak|all-time high)\b",
    re.IGNORECASE,
)
_LOWEST = re.compile(
    r"\b(?:lowest|fewest|least|smallest|shortest|record[- ]low|all-time low)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:first (?:time|year|month|quarter)|never before)\b", re.IGNORECASE)


@frozen(kw_only=True)
class Record(FigureClaim):
    """A first, a highest or a lowest among earlier figures: "passed 10,000 for the first time".

    It says one thing of this figure against each of the earlier ones.
    """

    kind = "record"

    among: tuple[Figure, ...]

    def ratio(self) -> Ratio:
        return self.figure / 1

    @property
    def is_counted(self) -> bool:
        return self.figure.measure.is_counted

    def statements(self, context: Context) -> tuple[Statement, ...]:
        if not self.among:
            raise Fault(
                rule="CC103",
                message="a record among no earlier figures",
                advice="name the earlier periods with 'among'",
            )
        if _FIRST.search(self.quote):
            return self._first(context)
        if _HIGHEST.search(self.quote):
            sign = 1
        elif _LOWEST.search(self.quote):
            sign = -1
        elif re.search(r"\brecord\b", self.quote, re.IGNORECASE):
            sign = 1
        else:
            raise Fault(
                rule="CC107",
                message=f"{self.quote!r} does not say what the record is",
                advice="widen the quote until it has the word: first time, highest, lowest ...",
            )
        beats = Reading(
            strict=Interval(0, None, low_open=True),
            loose=Interval(0, None),
            convention="record",
            loose_convention="equalled",
        )
        return tuple(
            Statement(ratio=(sign * (self.figure - earlier)) / 1, reading=beats) for earlier in self.among
        )

    def _first(self, context: Context) -> tuple[Statement, ...]:
        """Past a threshold now, and not past it before."""
        numeral = self.numeral(context.conventions)
        (now,) = super().statements(context)
        past = now.reading.loose
        if past.high is None and past.low is not None:
            before = Interval(None, past.low, high_open=not past.low_open)
        elif past.low is None and past.high is not None:
            before = Interval(past.high, None, low_open=not past.high_open)
        else:
            raise Fault(
                rule="CC107",
                message=f"{self.quote!r} does not say on which side of {numeral.text} the figure now is",
                advice="widen the quote until it has the word: passed, topped, more than, below ...",
            )
        not_yet = Reading(strict=before, loose=before, convention="not before", loose_convention="not before")
        return (now, *(Statement(ratio=earlier / 1, reading=not_yet) for earlier in self.among))


@frozen(kw_only=True)
class Elapsed(Claim):
    """The time between two dates: "almost 17 months since".

    ``from_`` is a day, or a base figure that is one. ``to`` is the day the article appeared when it
    is left out.
    """

    kind = "elapsed"
    scales: ClassVar[Mapping[str | None, Fraction]] = dict.fromkeys(get_args(TimeUnit), _ONE)

    from_: date | BaseFigure
    to: date | BaseFigure | None = None

    def statements(self, context: Context) -> tuple[Statement, ...]:
        numeral = self.numeral(context.conventions)
        self.factor(numeral)
        start, end = (
            value.date if isinstance(value, BaseFigure) else value
            for value in (self.from_, self.to or context.published)
        )
        if start is None or end is None:
            raise Fault(
                rule="CC103",
                message="the end of the time is not known" if start else "the start of the time is not known",
                advice="give 'to', or say when the article was published",
            )
        time = Form.number(elapsed(start, end, str(numeral.unit))) / 1
        reading = read(numeral, counted=False, conventions=context.conventions)
        given = tuple(value for value in (self.from_, self.to) if isinstance(value, BaseFigure))
        return (Statement(ratio=time, reading=reading, text=str(numeral), place=numeral.place, given=given),)


KINDS: tuple[type[Claim], ...] = (
    Count,
    Amount,
    Change,
    Difference,
    Multiple,
    Share,
    Points,
    Total,
    Rate,
    Incidence,
    Mean,
    Comparison,
    Record,
    Elapsed,
)
"""Every kind of claim there is. Files, schema, strategies and documentation are made from this."""
