"""Readings: which true values a printed number can stand for.

Every numeral has two intervals. The strict one is what a careful desk would print; the loose one is
what the words can still be made to mean. The hedges are a table, :data:`HEDGES`; the conventions for
a number without a hedge are the few functions below it.

In this module ``v`` is the printed value, ``place`` the unit of its last printed digit, and the reach
of a bounding hedge grows with how round the number is: "more than 750" says that the next round
number was not passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Final

from attrs import evolve, field, frozen

from claimcheck.errors import Fault, nearest_name
from claimcheck.interval import Interval
from claimcheck.numerals import Numeral, Style, fraction_neighbours

__all__ = [
    "HEDGES",
    "LOOSE_CONVENTIONS",
    "STANDARD",
    "Conventions",
    "Hedge",
    "Reading",
    "granularity",
    "read",
]

HALF: Final = Fraction(1, 2)

# Units whose whole numbers are not counts: their trailing zeros are digits.
_UNCOUNTED = frozenset(("percent", "percentage point", "times", "fraction"))


@frozen(kw_only=True)
class Reading:
    """What a numeral can stand for, in its own unit and with the sign it was printed with.

    >>> reading = read(Numeral.parse("17%"), counted=False)
    >>> print(reading.strict, reading.convention, reading.loose, reading.loose_convention)
    [16.5, 17.5] nearest [16.5, 18) truncated
    """

    strict: Interval
    loose: Interval
    convention: str
    loose_convention: str

    def __neg__(self) -> Reading:
        """The mirror image: a fall of 17% is a change of -17%.

        >>> print((-read(Numeral.parse("more than 17%"), counted=False)).loose)
        (-oo, -17)
        """
        return evolve(self, strict=-self.strict, loose=-self.loose)

    def scale(self, factor: Fraction | int) -> Reading:
        """Both intervals times a factor.

        >>> print(read(Numeral.parse("63"), counted=True).scale(365).strict)
        {22995}
        """
        if factor == 1:
            return self
        return evolve(self, strict=self.strict.scale(factor), loose=self.loose.scale(factor))

    def reciprocal(self) -> Reading:
        """One over both intervals: a four-fold fall leaves a quarter.

        >>> print(read(Numeral.parse("four-fold"), counted=False).reciprocal().strict)
        [2/9, 2/7]
        """
        return evolve(self, strict=self.strict.reciprocal(), loose=self.loose.reciprocal())


def granularity(value: Fraction) -> Fraction | None:
    """The largest of ... 0.05, 0.1, 0.5, 1, 5, 10, 50 ... that divides a value; None when none does.

    >>> granularity(Fraction(750)), granularity(Fraction(10000)), granularity(Fraction("1.6"))
    (Fraction(50, 1), Fraction(10000, 1), Fraction(1, 10))
    >>> granularity(Fraction(1, 3)) is None
    True
    """
    if value == 0:
        return None
    # value = digits * 10**-decimals, when its decimal ends at all
    rest, decimals = value.denominator, 0
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    decimals = max(twos, fives)
    digits = abs(int(value * 10**decimals))
    step = Fraction(1, 10**decimals)
    while digits % 10 == 0:
        digits, step = digits // 10, step * 10
    return 5 * step if digits % 5 == 0 else step


def _reach(v: Fraction, place: Fraction) -> Fraction:
    """How far a bounding hedge reaches: to the next round number, but no further than a tenth."""
    g = granularity(v)
    return max(place, v / 10 if g is None else min(g, v / 10))


def _about(v: Fraction, place: Fraction) -> Interval:
    g = granularity(v)
    return Interval.around(v, max(place / 2, v / 10 if g is None else min(g / 2, v / 10)))


def _about_loosely(v: Fraction, place: Fraction) -> Interval:
    g = granularity(v)
    return Interval.around(v, max(place, v / 5 if g is None else min(g, v / 5)))


@frozen(kw_only=True)
class Hedge:
    """One row of the table: what a hedge makes of a value above zero and the place it is printed to."""

    strict: Callable[[Fraction, Fraction], Interval]
    loose: Callable[[Fraction, Fraction], Interval]
    loose_convention: str


#: What each hedge makes of a number. The words that stand for a hedge are numerals.HEDGE_WORDS.
HEDGES: Final[Mapping[str, Hedge]] = {
    "about": Hedge(
        strict=_about,
        loose=_about_loosely,
        loose_convention="approximate",
    ),
    "more than": Hedge(
        strict=lambda v, place: Interval(v, v + _reach(v, place), low_open=True),
        loose=lambda v, _: Interval(v, None, low_open=True),
        loose_convention="undersells",
    ),
    "at least": Hedge(
        strict=lambda v, place: Interval(v, v + _reach(v, place)),
        loose=lambda v, _: Interval(v, None),
        loose_convention="undersells",
    ),
    "fewer than": Hedge(
        strict=lambda v, place: Interval(v - _reach(v, place), v, high_open=True),
        loose=lambda v, _: Interval(None, v, high_open=True),
        loose_convention="oversells",
    ),
    "at most": Hedge(
        strict=lambda v, place: Interval(v - _reach(v, place), v),
        loose=lambda v, _: Interval(None, v),
        loose_convention="oversells",
    ),
    "almost": Hedge(
        strict=lambda v, place: Interval(v - _reach(v, place), v, high_open=True),
        loose=lambda v, place: Interval(v - 2 * _reach(v, place), v),
        loose_convention="oversells",
    ),
    "just over": Hedge(
        strict=lambda v, place: Interval(v, v + _reach(v, place), low_open=True),
        loose=lambda v, place: Interval(v, v + 2 * _reach(v, place)),
        loose_convention="undersells",
    ),
}

#: "more than halved" leaves less than half: a hedge on a factor below one bounds the other side.
_OPPOSITE: Final[Mapping[str, str]] = {
    "about": "about",
    "more than": "fewer than",
    "fewer than": "more than",
    "at least": "at most",
    "at most": "at least",
    "almost": "just over",
    "just over": "almost",
}

#: The names a loose reading can go by.
LOOSE_CONVENTIONS: Final = ("truncated", "round number", "approximate", "undersells", "oversells")


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


def _pairs(hedges: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(hedges.items() if isinstance(hedges, Mapping) else hedges))


@frozen(kw_only=True)
class Conventions:
    """The house style of a desk: loose readings it takes as strict, and hedge words of its own.

    >>> Conventions(accept={"truncated"}, hedges={"north of": "more than"}).hedge_words
    {'north of': 'more than'}
    >>> Conventions(accept={"trunkated"})
    Traceback (most recent call last):
    ...
    claimcheck.errors.Fault: CC102 unknown reading 'trunkated'; did you mean 'truncated'?
    """

    accept: frozenset[str] = field(default=frozenset(), converter=_names)
    hedges: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs)

    def __attrs_post_init__(self) -> None:
        for name in sorted(self.accept):
            _known(name, LOOSE_CONVENTIONS, "reading")
        for _, name in self.hedges:
            _known(name, tuple(HEDGES), "hedge")

    @property
    def hedge_words(self) -> dict[str, str]:
        """The extra hedge words as :func:`claimcheck.numerals.find` takes them."""
        return dict(self.hedges)


def _known(name: str, names: tuple[str, ...], what: str) -> None:
    if name not in names:
        guess = nearest_name(name, names)
        raise Fault(
            rule="CC102",
            message=f"unknown {what} {name!r}",
            advice=f"did you mean {guess!r}?" if guess else f"known are {', '.join(names)}",
        )


#: No house style: the table as it stands.
STANDARD: Final = Conventions()


def read(numeral: Numeral, *, counted: bool, conventions: Conventions = Conventions()) -> Reading:
    """What a numeral can stand for. ``counted`` says that it counts whole things.

    >>> print(read(Numeral.parse("63"), counted=True).strict)
    {63}
    >>> print(read(Numeral.parse("more than 750"), counted=True).strict)
    (750, 800]
    >>> print(read(Numeral.parse("one in five"), counted=False).strict)
    [2/11, 2/9]
    """
    if numeral.upper is not None:
        reading = _read_range(numeral, numeral.upper, counted=counted)
    elif numeral.hedge is not None:
        reading = _read_hedged(numeral, numeral.value)
    else:
        reading = _read_plain(numeral, numeral.value, counted=counted)
    if reading.loose_convention in conventions.accept:
        return evolve(reading, strict=reading.loose, convention=reading.loose_convention)
    return reading


def _read_plain(numeral: Numeral, value: Fraction, *, counted: bool) -> Reading:
    if value < 0:
        return -_read_plain(numeral, -value, counted=counted)
    if numeral.style is Style.ONE_IN:
        return _read_one_in(value)
    if numeral.style is Style.NAMED_FRACTION or (numeral.style is Style.VERB and value < 1):
        return _read_fraction(value)
    place = numeral.place
    whole = numeral.in_full and numeral.unit not in _UNCOUNTED
    round_number = _round_number(value, place) if whole else None
    if counted and whole:
        point = Interval.point(value)
        if round_number is None:
            return Reading(strict=point, loose=point, convention="exact", loose_convention="exact")
        return Reading(strict=point, loose=round_number, convention="exact", loose_convention="round number")
    strict = Interval.around(value, place / 2)
    if value == 0:
        truncated = Interval(-place, place, low_open=True, high_open=True)
    else:
        truncated = Interval(value, value + place, high_open=True)
    loose, name = strict.hull(truncated), "truncated"
    if round_number is not None and not round_number.within(loose):
        loose, name = loose.hull(round_number), "round number"
    return Reading(strict=strict, loose=loose, convention="nearest", loose_convention=name)


def _round_number(value: Fraction, place: Fraction) -> Interval | None:
    """What is left of a number when its zeros past the second figure are not digits: 750 is 745 to 755."""
    digits = str(int(value / place))
    zeros = min(len(digits) - len(digits.rstrip("0")), len(digits) - 2)
    return Interval.around(value, place * 10**zeros / 2) if zeros > 0 else None


def _read_one_in(value: Fraction) -> Reading:
    """Read "one in N": strictly between the half steps around N, loosely between its neighbours.

    A round N ("one in 1,000") is loosely as wide as the round number N.
    """
    n = 1 / value
    wide = Interval.around(n, Fraction(1))
    rounder = _round_number(n, Fraction(1)) if n.denominator == 1 else None
    return Reading(
        strict=Interval.around(n, HALF).reciprocal(),
        loose=(wide.hull(rounder) if rounder else wide).reciprocal(),
        convention="one in N",
        loose_convention="approximate",
    )


def _read_fraction(value: Fraction) -> Reading:
    """A named fraction: strictly half-way to the fractions with a name beside it, loosely all the way."""
    low, high = fraction_neighbours(value)
    return Reading(
        strict=Interval((low + value) / 2, (value + high) / 2),
        loose=Interval(low, high),
        convention="named fraction",
        loose_convention="approximate",
    )


def _read_hedged(numeral: Numeral, value: Fraction) -> Reading:
    name = _hedge_name(numeral, value)
    # "at least -3" is at most 3 below zero; "almost -3" is almost 3 below.
    sized = _OPPOSITE[name] if value < 0 and name in _SIDED else name
    row, place, size = HEDGES[sized], _hedge_place(numeral, sized), abs(value)
    strict = row.strict(size, place)
    reading = Reading(
        strict=strict,
        loose=strict.hull(row.loose(size, place)),
        convention=name,
        loose_convention=HEDGES[name].loose_convention,
    )
    return -reading if value < 0 else reading


#: Hedges that name a side of the number line: below zero that is the other side of the number's size.
_SIDED = frozenset(("more than", "at least", "fewer than", "at most"))


def _hedge_name(numeral: Numeral, value: Fraction) -> str:
    name = numeral.hedge or "about"
    _known(name, tuple(HEDGES), "hedge")
    return _OPPOSITE[name] if numeral.style is Style.VERB and value < 1 else name


def _hedge_place(numeral: Numeral, name: str) -> Fraction:
    """The place that a hedge reaches by.

    A fraction in words has no last digit: what a hedge on it reaches is a tenth of it, so that
    "almost half" starts at 45%. A multiple in whole numbers is coarse: "almost doubled" is nearer to
    double than to no change, so it reaches half a place.
    """
    if numeral.unit == "times" and numeral.value > 1 and name in ("almost", "just over"):
        return numeral.place / 2
    in_words = numeral.style in (Style.NAMED_FRACTION, Style.ONE_IN)
    if in_words or (numeral.style is Style.VERB and numeral.value < 1):
        return abs(numeral.value) / 10
    return numeral.place


def _read_range(numeral: Numeral, upper: Fraction, *, counted: bool) -> Reading:
    """Read "between A and B": strictly from one to the other, loosely as far as each can be stretched.

    With a hedge ("about 20 to 25") each end goes as far as the hedge takes it.
    """
    if numeral.hedge is not None:
        low, high = _read_hedged(numeral, numeral.value), _read_hedged(numeral, upper)
        return Reading(
            strict=low.strict.hull(high.strict),
            loose=low.loose.hull(high.loose),
            convention=low.convention,
            loose_convention=low.loose_convention,
        )
    low, high = (
        _read_plain(numeral, numeral.value, counted=counted),
        _read_plain(numeral, upper, counted=counted),
    )
    names = {low.loose_convention, high.loose_convention}
    return Reading(
        strict=Interval(numeral.value, upper),
        loose=low.loose.hull(high.loose),
        convention="between",
        loose_convention=next((name for name in LOOSE_CONVENTIONS[1::-1] if name in names), "exact"),
    )
