"""Hypothesis strategies: numbers as they are printed, and dossiers that are true by construction.

For testing what is built on claimcheck, and claimcheck itself. A *world* maps figures to their true
values; claims and base figures are drawn from a world by printing its values, so whatever the
verifier holds against them is a false alarm::

    @given(dossiers())
    def test_truth_passes(dossier):
        assert verify(dossier).is_clean

The only module that imports hypothesis: ``pip install ".[hypothesis]"`` in a checkout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import TypeVar

from attrs import evolve

try:
    from hypothesis import reject
    from hypothesis import strategies as st
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        'claimcheck.strategies needs hypothesis: in a checkout of claimcheck, pip install ".[hypothesis]"',
        name=missing.name,
    ) from missing

from claimcheck.articles import Article, Dossier
from claimcheck.claims import (
    KINDS,
    Amount,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Elapsed,
    Incidence,
    Mean,
    Multiple,
    Points,
    Rate,
    Record,
    Share,
    Total,
)
from claimcheck.figures import BaseFigure, Figure, Measure
from claimcheck.interval import Interval
from claimcheck.numerals import HEDGE_WORDS, Numeral, fraction_neighbours
from claimcheck.periods import Period, elapsed
from claimcheck.readings import read
from claimcheck.units import CURRENCIES, conversion

__all__ = [
    "AWKWARD_POINTS",
    "OF_KIND",
    "World",
    "areas",
    "base_figures",
    "claims",
    "dossiers",
    "figures",
    "fractions",
    "hedged",
    "intervals",
    "measures",
    "numerals",
    "periods",
    "printed",
    "worlds",
]

World = Mapping[Figure, Fraction]
"""What is true: figures with their exact values."""

Spread = Callable[[Fraction], st.SearchStrategy[Fraction]]
"""What is printed where a value is true: the value itself, or any other."""

# Numbers and intervals

AWKWARD_POINTS = tuple(
    Fraction(text)
    for text in "0 1 -1 1/2 -1/2 3/2 5/2 1/3 2/3 1/10 1/20 9/10 10 -10 100 -100 99 1/1000 10000".split()
)
"""Numbers at which arithmetic goes wrong: zero, ties, neighbours, opposites."""


def fractions() -> st.SearchStrategy[Fraction]:
    """Exact numbers, often awkward ones: zero, ties, opposites."""
    return st.sampled_from(AWKWARD_POINTS) | st.fractions(-1000, 1000, max_denominator=60)


@st.composite
def intervals(
    draw: st.DrawFn, *, ends: st.SearchStrategy[Fraction] | None = None, is_bounded: bool = False
) -> Interval:
    """Intervals with open, closed and absent ends, points among them. ``is_bounded`` has both ends there."""
    end = fractions() if ends is None else ends
    low, high = sorted((draw(end), draw(end)))
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    if low == high:
        low_open = high_open = False
    if is_bounded:
        return Interval(low, high, low_open=low_open, high_open=high_open)
    has_low, has_high = _pick(draw, [(True, True)] * 3 + [(True, False), (False, True), (False, False)])
    if not (has_low and has_high) and low == high:
        low_open = high_open = draw(st.booleans())
    return Interval(
        low if has_low else None, high if has_high else None, low_open=low_open, high_open=high_open
    )


# Numbers as printed

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"k": 3, "m": 6, "bn": 9, " thousand": 3, " million": 6, " billion": 9}
_PERCENT = ("%", " per cent", " percent", " pct")
_FRACTIONS = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three quarters",
    Fraction(1, 5): "a fifth",
    Fraction(2, 5): "two fifths",
    Fraction(1, 10): "a tenth",
}
_VERBS = {
    "doubled": Interval("1.5", "2.5"),
    "trebled": Interval("2.5", "3.5"),
    "quadrupled": Interval("3.5", "4.5"),
}
_SIGNS = {"GBP": "£", "USD": "$", "EUR": "€"}


def _spelt(number: int) -> str:
    if number < 20:
        return _WORDS[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_WORDS[ones]}" if ones else "")


@st.composite
def _rounded(draw: st.DrawFn, value: Fraction, place: Fraction) -> Fraction:
    """The nearest multiple of a place. A tie goes either way: print does."""
    steps = value / place
    below = floor(steps)
    if steps - below == Fraction(1, 2):
        return (below + draw(st.integers(0, 1))) * place
    return (below + (steps - below > Fraction(1, 2))) * place


def _decimal(value: Fraction, decimals: int) -> str:
    """A number that ends within so many decimals, printed with all of them and with commas."""
    whole, rest = divmod(int(value * 10**decimals), 10**decimals)
    return f"{whole:,}" + (f".{rest:0{decimals}d}" if decimals else "")


@st.composite
def _digits(draw: st.DrawFn, value: Fraction) -> str:
    decimals = draw(st.integers(0, 3))
    return _decimal(draw(_rounded(value, Fraction(1, 10**decimals))), decimals)


@st.composite
def _scaled(draw: st.DrawFn, value: Fraction) -> str:
    """So many thousand, million or billion."""
    word = _pick(draw, [word for word, power in _SCALES.items() if value * 2 >= 10**power])
    decimals = draw(st.integers(0, 3))
    scale = 10 ** _SCALES[word]
    return _decimal(draw(_rounded(value / scale, Fraction(1, 10**decimals))), decimals) + word


@st.composite
def _number(draw: st.DrawFn, value: Fraction, *, is_counted: bool = False) -> str:
    """A number zero or more, in digits, words or scaled. A whole count printed in full is printed exactly."""
    styles: list[st.SearchStrategy[str]] = []
    if is_counted and value.denominator == 1:
        styles.append(st.just(_decimal(value, 0)))
    elif is_counted:
        decimals = draw(st.integers(1, 3))
        styles.append(_rounded(value, Fraction(1, 10**decimals)).map(lambda shown: _decimal(shown, decimals)))
    else:
        styles.append(_digits(value))
    if Fraction(3, 2) < value < Fraction(199, 2) and (not is_counted or value.denominator == 1):
        styles.append(_rounded(value, Fraction(1)).map(lambda shown: _spelt(int(shown))))
    if value >= 50:
        styles.append(_scaled(value))
    return draw(st.one_of(styles))


@st.composite
def printed(draw: st.DrawFn, value: Fraction, *, unit: str | None = None, is_counted: bool = False) -> str:
    """A number, zero or more, as print gives it: rounded to the nearest, at any precision, in any style.

    ``unit`` is ``None`` for a plain number, ``percent`` (the value is in percent), ``percentage point``,
    ``times``, ``fraction`` (a share of one), or a unit of a measure. ``is_counted`` says that the
    number counts whole things.
    """
    match unit:
        case "percent":
            return draw(_number(value)) + draw(st.sampled_from(_PERCENT))
        case "percentage point":
            return f"{draw(_number(value))} percentage points"
        case "times":
            return draw(_times(value))
        case "fraction":
            return draw(_fraction(value))
        case "GBP" | "USD" | "EUR" if draw(st.booleans()):
            number = draw(_digits(value) if value < 50 else _digits(value) | _scaled(value))
            return f"{_SIGNS[unit]}{number}"
        case None:
            return draw(_number(value, is_counted=is_counted))
    number = draw(_number(value))
    return f"{number} {unit}" if unit in CURRENCIES else f"{number} {unit}s"


@st.composite
def _times(draw: st.DrawFn, value: Fraction) -> str:
    ways: list[st.SearchStrategy[str]] = [_digits(value).map(lambda number: f"{number} times")]
    ways += [st.just(verb) for verb, range_ in _VERBS.items() if value in range_]
    if value > Fraction(3, 2):
        ways.append(_rounded(value, Fraction(1)).map(lambda shown: f"{int(shown)}-fold"))
    if Fraction(3, 2) < value < 20:
        ways.append(_rounded(value, Fraction(1)).map(lambda shown: f"{_spelt(int(shown))}-fold"))
    if Fraction(9, 20) <= value <= Fraction(11, 20):
        ways.append(st.just("halved"))
    return draw(st.one_of(ways))


@st.composite
def _fraction(draw: st.DrawFn, value: Fraction) -> str:
    """A share of one: named, "one in five", or in percent where no fraction is near."""
    ways: list[st.SearchStrategy[str]] = [
        st.just(name)
        for fraction, name in _FRACTIONS.items()
        for low, high in [fraction_neighbours(fraction)]
        if (low + fraction) / 2 <= value <= (fraction + high) / 2
    ]
    if 0 < value < Fraction(2, 3):
        ways.append(_rounded(1 / value, Fraction(1)).map(lambda shown: f"one in {int(shown):,}"))
    if Fraction(3, 20) < value < Fraction(19, 20):  # "1 out of 10" is read as one in ten
        ways.append(_rounded(value * 10, Fraction(1)).map(lambda shown: f"{int(shown)} out of 10"))
    return draw(st.one_of(ways or [printed(value * 100, unit="percent")]))


@st.composite
def hedged(draw: st.DrawFn, value: Fraction, *, unit: str | None = None, is_counted: bool = False) -> str:
    """A number above zero behind a hedge that a careful desk would print: "more than 750".

    Falls back on :func:`printed` where the hedge drawn has no round number near the value.
    """
    words = draw(st.sampled_from(sorted(words for words in HEDGE_WORDS if words[0].isalpha())))
    exponent = draw(st.integers(-2, 6))
    step = Fraction(10) ** exponent * draw(st.sampled_from((1, 5)))
    below = floor(value / step) * step
    decimals = max(0, -exponent)
    stands_after = words.startswith(("or ", "and "))
    for shown in draw(st.permutations((below, below + step, below - step))) if value > 0 else ():
        if shown <= 0:
            continue
        number = _decimal(shown, decimals)
        with_unit = _with_unit(number, unit)
        text = f"{with_unit} {words}" if stands_after else f"{words} {with_unit}"
        if value in read(Numeral.parse(text), counted=is_counted).strict:
            return text
    return draw(printed(value, unit=unit, is_counted=is_counted))


def _with_unit(number: str, unit: str | None) -> str:
    if unit is None:
        return number
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    return {"percent": f"{number}%", "fraction": number}.get(
        unit, f"{number} {unit}" + "s" * (unit != "times")
    )


def _words_for(
    value: Fraction, *, unit: str | None = None, is_counted: bool = False
) -> st.SearchStrategy[str]:
    plain = printed(value, unit=unit, is_counted=is_counted)
    return plain if unit == "fraction" else plain | plain | hedged(value, unit=unit, is_counted=is_counted)


@st.composite
def numerals(draw: st.DrawFn) -> Numeral:
    """Numbers as printed, read: any style, unit, hedge and direction."""
    unit = draw(
        st.sampled_from((None, "percent", "percentage point", "times", "fraction", "GBP", "EUR", "tonne"))
    )
    most = {"fraction": 1, "times": 5}.get(unit or "")
    value = draw(values(is_whole=False) if most is None else st.fractions(0, most, max_denominator=120))
    words = draw(_words_for(value, unit=unit))
    if unit not in ("fraction", "times") and draw(st.booleans()):
        words = f"{draw(st.sampled_from(('a rise of', 'a fall of')))} {words}"
    return Numeral.parse(words)


def values(*, is_whole: bool) -> st.SearchStrategy[Fraction]:
    """Values as figures have them: zero or more, small ones often, up to a billion."""
    whole = st.one_of(*(st.integers(0, most) for most in (12, 150, 3000, 10**6, 10**9))).map(Fraction)
    return whole if is_whole else whole | st.decimals(0, 10**5, places=2).map(Fraction)


# Figures

_COUNTED = ("offence", "person", "school", "vehicle")
_REAL = ("GBP", "EUR", "percent", "tonne", "day")
_AREAS = ("Rutland", "Wiltshire", "Hampshire", "West Midlands", "Staffordshire")
_YEARS = ("2016/17", "2017/18", "2018/19", "2019/20")
_PERIODS = (*_YEARS, "2019", "March 2020", "Q2 2021", "year to June 2020", "12 September 2019 to 3 May 2020")


def areas() -> st.SearchStrategy[str]:
    """Names of areas."""
    return st.sampled_from(_AREAS)


def periods() -> st.SearchStrategy[Period]:
    """Periods in every form: split years, calendar years, months, quarters, runs of days."""
    return st.sampled_from(_PERIODS).map(Period.parse)


def measures(*, is_counted: bool | None = None) -> st.SearchStrategy[Measure]:
    """Measures in a unit of counted things or a real one."""
    units = {True: _COUNTED, False: _REAL, None: _COUNTED + _REAL}[is_counted]
    names = st.sampled_from(("online offences", "recorded crime", "pupils", "budget", "turnout"))
    return st.builds(
        lambda name, unit: Measure(name=f"{name} in {unit}", unit=unit), names, st.sampled_from(units)
    )


def figures(measure: st.SearchStrategy[Measure] | None = None) -> st.SearchStrategy[Figure]:
    """Figures of any measure; area and period may be left unsaid."""
    return st.builds(
        lambda measure, area, period: Figure(measure=measure, area=area, period=period),
        measures() if measure is None else measure,
        st.none() | areas(),
        st.none() | periods(),
    )


@st.composite
def worlds(draw: st.DrawFn, *, is_whole: bool = False) -> dict[Figure, Fraction]:
    """What is true of one story: enough figures for a claim of every kind.

    Offences in two areas and three years, all crimes that they are a share of, and the population;
    unless ``is_whole``, a budget and a turnout in percent as well.
    """
    here, there = draw(st.lists(areas(), min_size=2, max_size=2, unique=True))
    offences = Figure(measure=Measure(name="online offences", unit="offence"), area=here, period=_YEARS[2])
    crimes = offences.at(measure=Measure(name="all crimes", unit="offence"))
    people = offences.at(measure=Measure(name="population", unit="person"))
    world: dict[Figure, Fraction] = {}
    size = draw(st.sampled_from((12, 150, 3000, 10**6)))
    count = st.integers(0, size).map(Fraction)
    for period in _YEARS[1:]:
        world[offences.at(period=period)] = draw(count)
    world[offences.at(area=there)] = draw(count)
    for period in _YEARS[1:3]:
        world[crimes.at(period=period)] = world[offences.at(period=period)] + draw(count)
    world[people] = draw(st.integers(1, 10**7).map(Fraction))
    if not is_whole:
        budget = offences.at(measure=Measure(name="budget", unit="GBP"))
        turnout = offences.at(measure=Measure(name="turnout", unit="percent"))
        for period in _YEARS[1:3]:
            world[budget.at(period=period)] = draw(values(is_whole=False))
            world[turnout.at(period=period)] = draw(st.integers(0, 1000)) * Fraction(1, 10)
    return world


# Claims of every kind, drawn from a world


_Option = TypeVar("_Option")


def _pick(draw: st.DrawFn, options: Sequence[_Option]) -> _Option:
    """One of the options; the example is thrown away where a world has none."""
    return draw(st.sampled_from(options)) if options else reject()


def _pairs(world: World, *, same_measure: bool = True) -> list[tuple[Figure, Figure]]:
    """Figures that may stand against each other, both ways round."""
    return [
        (one, other)
        for one in world
        for other in world
        if one != other
        and (
            one.measure == other.measure
            if same_measure
            else conversion(one.measure.unit, other.measure.unit) is not None
        )
    ]


_RISES = ("a rise of {}", "an increase of {}", "rose by {}", "grew by {}", "up by {}")
_FALLS = ("a fall of {}", "a decrease of {}", "fell by {}", "a drop of {}", "down by {}")


@st.composite
def _signed(draw: st.DrawFn, value: Fraction, *, unit: str | None = None, is_counted: bool = False) -> str:
    """A change in words that give its direction. No change goes either way."""
    number = draw(_words_for(abs(value), unit=unit, is_counted=is_counted))
    rises = value > 0 or (value == 0 and draw(st.booleans()))
    return draw(st.sampled_from(_RISES if rises else _FALLS)).format(number)


def _unit_printed(measure: Measure) -> str | None:
    """How a number of a measure names its unit: a counted thing stands behind, outside the number."""
    return None if measure.is_counted else measure.unit


def _noun(measure: Measure) -> str:
    return f" {measure.unit}s" if measure.is_counted else ""


@st.composite
def _counts(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    figure = _pick(draw, [figure for figure in world if figure.measure.is_counted])
    number = draw(_words_for(draw(said(world[figure])), is_counted=True))
    return Count(quote=number + _noun(figure.measure), figure=figure)


@st.composite
def _amounts(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    figure = _pick(draw, list(world))
    measure = figure.measure
    number = draw(
        _words_for(draw(said(world[figure])), unit=_unit_printed(measure), is_counted=measure.is_counted)
    )
    return Amount(quote=number + _noun(measure), figure=figure)


@st.composite
def _changes(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    new, old = _pick(draw, [(new, old) for new, old in _pairs(world) if world[old] > 0])
    percent = draw(said(100 * (world[new] - world[old]) / world[old]))
    return Change(quote=draw(_signed(percent, unit="percent")), figure=new, since=old)


@st.composite
def _differences(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    new, old = _pick(draw, _pairs(world))
    value = draw(said(world[new] - world[old]))
    quote = draw(_signed(value, unit=_unit_printed(new.measure), is_counted=new.measure.is_counted))
    return Difference(quote=quote, figure=new, since=old)


@st.composite
def _multiples(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    new, old = _pick(draw, [(new, old) for new, old in _pairs(world) if world[old] > 0])
    times = abs(draw(said(world[new] / world[old])))
    if 0 < times < Fraction(2, 3) and draw(st.booleans()):
        fold = draw(_rounded(1 / times, Fraction(1)))
        return Multiple(quote=f"a {int(fold)}-fold decrease", figure=new, since=old)
    return Multiple(quote=draw(_words_for(times, unit="times")), figure=new, since=old)


@st.composite
def _shares(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    options = [(a, b) for a, b in _pairs(world, same_measure=False) if world[a] <= world[b] and world[b] > 0]
    part, whole = _pick(draw, options)
    percent = abs(draw(said(100 * world[part] / world[whole])))
    as_percent, as_fraction = _words_for(percent, unit="percent"), _words_for(percent / 100, unit="fraction")
    quote = draw(as_percent | as_fraction) + " of the whole"
    return Share(quote=quote, figure=part, of=whole)


@st.composite
def _points(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    options: list[tuple[Figure, Figure, Figure | None]] = [
        (new, old, None) for new, old in _pairs(world) if new.measure.unit == "percent"
    ]
    options += [
        (new, old, whole)
        for new, old in _pairs(world)
        for whole in world
        if new.area == old.area and whole.period == new.period and whole.area == new.area
        and whole.measure.unit == new.measure.unit and whole.measure != new.measure
        and whole.at(period=old.period) in world
        and 0 < world[whole] >= world[new] and 0 < world[whole.at(period=old.period)] >= world[old]
    ]  # fmt: skip
    new, old, whole = _pick(draw, options)
    if whole is None:
        value = world[new] - world[old]
    else:
        value = 100 * world[new] / world[whole] - 100 * world[old] / world[whole.at(period=old.period)]
    return Points(
        quote=draw(_signed(draw(said(value)), unit="percentage point")), figure=new, since=old, of=whole
    )


@st.composite
def _totals(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    unit = draw(st.sampled_from(sorted({figure.measure.unit for figure in world})))
    alike = [figure for figure in world if figure.measure.unit == unit]
    parts = draw(st.lists(st.sampled_from(alike), min_size=1, max_size=3, unique=True))
    value = abs(draw(said(sum((world[part] for part in parts), Fraction(0)))))
    measure = parts[0].measure
    number = draw(_words_for(value, unit=_unit_printed(measure), is_counted=measure.is_counted))
    return Total(quote=f"{number}{_noun(measure)} in all", parts=tuple(parts))


@st.composite
def _rates(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    figure = _pick(draw, [figure for figure in world if figure.period is not None])
    per = draw(st.sampled_from(("day", "week", "month", "year")))
    assert figure.period is not None
    value = abs(draw(said(world[figure] / figure.period.length(per))))
    unit = None if figure.measure.unit == "percent" else _unit_printed(figure.measure)
    return Rate(quote=f"{draw(_words_for(value, unit=unit))}{_noun(figure.measure)} per {per}", figure=figure)


@st.composite
def _incidences(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    people = [figure for figure in world if figure.measure.unit == "person" and world[figure] > 0]
    population = _pick(draw, people)
    figure = _pick(draw, [figure for figure in world if figure.measure.is_counted and figure != population])
    base = draw(st.sampled_from((1000, 10_000, 100_000)))
    value = abs(draw(said(base * world[figure] / world[population])))
    return Incidence(
        quote=f"{draw(_words_for(value))} per {base:,} people", figure=figure, population=population
    )


@st.composite
def _means(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    things = [figure for figure in world if figure.measure.is_counted and world[figure] > 0]
    per = _pick(draw, things)
    figure = _pick(draw, [figure for figure in world if figure != per])
    value = abs(draw(said(world[figure] / world[per])))
    number = draw(_words_for(value, unit=_unit_printed(figure.measure)))
    return Mean(quote=f"an average of {number} for each", figure=figure, per=per)


@st.composite
def _comparisons(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    figure, than = _pick(draw, _pairs(world))
    above = draw(said(world[figure] - world[than]))
    # "3% higher" of a turnout is three per cent of the other: its difference is no comparison.
    ways = [] if figure.measure.unit == "percent" else ["difference"]
    if above:
        ways.append("bare")
    if world[than] > 0:
        ways += ["percent", "times"]
    if not ways:
        reject()
    match draw(st.sampled_from(ways)):
        case "bare":
            return Comparison(
                quote="more than in the other" if above > 0 else "fewer than", figure=figure, than=than
            )
        case "percent":
            quote = draw(
                _signed(draw(said(100 * (world[figure] - world[than]) / world[than])), unit="percent")
            )
        case "times":
            quote = draw(_words_for(abs(draw(said(world[figure] / world[than]))), unit="times"))
        case _:
            unit = _unit_printed(figure.measure)
            quote = draw(_signed(above, unit=unit, is_counted=figure.measure.is_counted))
    return Comparison(quote=quote, figure=figure, than=than)


@st.composite
def _records(draw: st.DrawFn, world: World, said: Spread) -> Claim:
    pairs = [(now, then) for now, then in _pairs(world) if world[now] != world[then]]
    figure = _pick(draw, list(dict.fromkeys(now for now, _ in pairs)))
    now = draw(said(world[figure]))
    others = [then for one, then in pairs if one == figure]
    below, above = [f for f in others if world[f] < now], [f for f in others if world[f] > now]
    is_highest = bool(below) and (not above or draw(st.booleans()))
    among = tuple(
        draw(st.lists(st.sampled_from(below if is_highest else above), min_size=1, max_size=3, unique=True))
    )
    passed = floor(max(world[then] for then in among))
    if is_highest and figure.measure.is_counted and now > passed:
        # "passed 750" is a careful hedge for values up to the next round number
        threshold = draw(st.integers(passed, max(passed, floor(now) - 1)))
        if now in read(Numeral.parse(f"passed {threshold:,}"), counted=True).strict:
            return Record(quote=f"passed {threshold:,} for the first time", figure=figure, among=among)
    return Record(
        quote="the highest on record" if is_highest else "the lowest on record", figure=figure, among=among
    )


@st.composite
def _elapsed(draw: st.DrawFn, _world: World, said: Spread) -> Claim:
    start = date(2019, 1, 31) + timedelta(days=draw(st.integers(0, 800)))
    end = start + timedelta(days=draw(st.integers(0, 1500)))
    unit = draw(st.sampled_from(("day", "week", "month", "year")))
    value = abs(draw(said(elapsed(start, end, unit))))
    return Elapsed(quote=f"{draw(_words_for(value, unit=unit))} since", from_=start, to=end)


OF_KIND: Mapping[type[Claim], Callable[[World, Spread], st.SearchStrategy[Claim]]] = {
    Count: _counts,
    Amount: _amounts,
    Change: _changes,
    Difference: _differences,
    Multiple: _multiples,
    Share: _shares,
    Points: _points,
    Total: _totals,
    Rate: _rates,
    Incidence: _incidences,
    Mean: _means,
    Comparison: _comparisons,
    Record: _records,
    Elapsed: _elapsed,
}
"""How claims of each kind are drawn from a world. A new kind needs its row here."""


@st.composite
def _anything(draw: st.DrawFn, value: Fraction) -> Fraction:
    """A number to be printed where another is true: near it, far from it, or on its other side."""
    near = value * (1 + draw(st.integers(-20, 20)) * Fraction(1, 100))
    shifted = value + draw(st.integers(-3, 3)) * draw(
        st.sampled_from((Fraction(1, 10), Fraction(1), Fraction(10)))
    )
    printable = round(draw(st.sampled_from((value, near, shifted, -value))) * 1000)
    return Fraction(printable, 1000)


def claims(
    kind: type[Claim] | None = None, *, world: World | None = None, is_true: bool = True
) -> st.SearchStrategy[Claim]:
    """Claims of one kind, or of any, printed from a world's values.

    They round to the nearest at any precision, or hedge as a careful desk would. With ``is_true``
    off they print numbers that may be anything, wrong ones mostly.
    """
    if world is None:
        return worlds().flatmap(lambda drawn: claims(kind, world=drawn, is_true=is_true))
    if kind is None:
        return st.sampled_from(KINDS).flatmap(lambda kind: claims(kind, world=world, is_true=is_true))
    if kind not in OF_KIND:
        raise LookupError(
            f"no strategy for claims of kind {kind.kind!r}: add one to claimcheck.strategies.OF_KIND"
        )
    return OF_KIND[kind](world, st.just if is_true else _anything)


@st.composite
def base_figures(draw: st.DrawFn, figure: Figure, value: Fraction) -> BaseFigure:
    """A source's row that holds the true value: exact, rounded, a bound, a range, or withheld."""
    measure = figure.measure
    ways: list[st.SearchStrategy[str]] = [st.just("[c]")]
    if measure.is_counted:
        ways += [st.just(f"{int(value):,}")] * 3
        ways.append(st.integers(0, 5).map(lambda more: f"<{int(value) + 1 + more:,}"))
        ways.append(
            st.integers(1, 5).map(lambda more: f"{max(0, int(value) - more):,} to {int(value) + more:,}")
        )
    else:
        ways.append(printed(value, unit=measure.unit))
    return BaseFigure(figure=figure, value=draw(st.one_of(ways)), source="official statistics")


@st.composite
def dossiers(
    draw: st.DrawFn,
    *,
    kind: type[Claim] | None = None,
    world: World | None = None,
    is_true: bool = True,
    most_claims: int = 6,
) -> Dossier:
    """Dossiers of one to three articles on one story, with base figures for some of it.

    The base figures are true; so are the claims, unless ``is_true`` is off. Some claims stand in
    several articles.
    """
    truth = draw(worlds()) if world is None else world
    drawn = draw(st.lists(claims(kind, world=truth, is_true=is_true), min_size=1, max_size=most_claims))
    known = draw(st.lists(st.sampled_from(list(truth)), unique=True, max_size=len(truth)))
    articles = [
        Article(publisher=f"Paper {name}", published=date(2020, 9, 3), claims=_numbered(own))
        for name in draw(st.sampled_from(("A", "AB", "ABC")))
        for own in [drawn if name == "A" else draw(st.lists(st.sampled_from(drawn), max_size=3))]
    ]
    return Dossier(
        articles=articles, base_figures=[draw(base_figures(figure, truth[figure])) for figure in known]
    )


def _numbered(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims under ids of their own: two may quote the same words."""
    return tuple(evolve(claim, id=f"claim-{number}") for number, claim in enumerate(claims, start=1))
