"""Mistakes: what is worked out instead of the right thing, and how a right result is printed wrongly.

To add one, write what it computes or how it reads, and add a row to :data:`MISTAKES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from attrs import evolve, frozen

from claimcheck.claims import Points, Rate, Share, Total
from claimcheck.diagnosis.case import Case, Computation, Misreading, change
from claimcheck.figures import Figure, Form, Quantity, Ratio
from claimcheck.interval import Interval
from claimcheck.numerals import Numeral, Style, rounded

__all__ = ["MISTAKES", "Computes", "Mistake", "Reads"]

Computes = Callable[[Case], Iterable[Computation]]
Reads = Callable[[Case, Numeral], Iterable[Misreading]]


def _as_it_is(case: Case) -> Iterator[Computation]:
    """The right computation."""
    yield case.works_out(case.ratio)


def _as_printed(case: Case, numeral: Numeral) -> Iterator[Misreading]:
    """The right reading."""
    yield Misreading(values=case.reads(numeral))


@frozen(kw_only=True)
class Mistake:
    """A mistake: what it works out instead of the right thing, or how it prints the right result.

    ``sentence`` is what an editor would say of it; ``{detail}`` in it is filled in by what fits.
    ``example`` is a case from print.
    """

    name: str
    sentence: str
    example: str
    computes: Computes = _as_it_is
    reads: Reads = _as_printed
    is_search: bool = False
    """True for one that tries many things, and so fits easily: only where no plainer one fits."""


def _by_the_new(case: Case) -> Iterator[Computation]:
    if case.change:
        new, old = case.change
        yield case.works_out(100 * (new - old) / new)


def _swapped(case: Case) -> Iterator[Computation]:
    if case.change:
        new, old = case.change
        yield case.works_out(change(old, new))
    elif case.multiple:
        new, old = case.multiple
        yield case.works_out(old / new)


def _points_as_percent(case: Case) -> Iterator[Computation]:
    if case.change:
        new, old = case.change
        if new.measure.unit == "percent":
            yield case.works_out((new - old) / 1)


def _percent_as_points(case: Case) -> Iterator[Computation]:
    if isinstance(case.claim, Points):
        # The ratio is the new share minus the old one.
        signs = {coefficient > 0: quantity for quantity, coefficient in case.ratio.numerator.terms}
        if len(signs) == 2:
            yield case.works_out(change(signs[True], signs[False]))


def _ratio_as_change(case: Case) -> Iterator[Computation]:
    if case.change and not case.claim.is_fall(case.numeral):
        new, old = case.change
        yield case.works_out(100 * new / old)


def _rest_as_cut(case: Case) -> Iterator[Computation]:
    if case.change and case.claim.is_fall(case.numeral):
        new, old = case.change
        yield case.works_out(-100 * new / old)


def _change_as_ratio(case: Case) -> Iterator[Computation]:
    if case.multiple:
        new, old = case.multiple
        yield case.works_out((new - old) / old)


def _share(case: Case, ratio: Callable[[Form, Form], Ratio]) -> Iterator[Computation]:
    if isinstance(case.claim, Share):
        yield case.works_out(
            ratio(Form.of(case.claim.figure).in_unit_of(case.claim.of), Form.of(case.claim.of))
        )


def _whole_in_part(case: Case) -> Iterator[Computation]:
    yield from _share(case, lambda part, whole: 100 * whole / part)


def _part_to_rest(case: Case) -> Iterator[Computation]:
    yield from _share(case, lambda part, whole: 100 * part / (whole - part))


def _rest_as_part(case: Case) -> Iterator[Computation]:
    yield from _share(case, lambda part, whole: 100 * (whole - part) / whole)


def _left_out(case: Case) -> Iterator[Computation]:
    if isinstance(case.claim, Total) and len(case.claim.parts) > 1:
        for part in case.claim.parts:
            yield case.works_out((case.ratio.numerator - part) / 1, str(part))


def _counted_twice(case: Case) -> Iterator[Computation]:
    if isinstance(case.claim, Total):
        for part in case.claim.parts:
            yield case.works_out((case.ratio.numerator + part) / 1, str(part))


_LENGTHS = (
    *((days, f"{days} days") for days in (365, 366, 360, 30, 31, 7)),
    *((days, f"{days} working days") for days in (200, 220, 250, 260)),
    *((weeks, f"{weeks} weeks") for weeks in (52, 53, 50, 4)),
    *((months, f"{months} months") for months in (12, 6, 3)),
)
"""By what a year's or a month's number is divided to say how many there are in each part of it."""


def _other_length(case: Case) -> Iterator[Computation]:
    if not isinstance(case.claim, Rate) or case.claim.is_gap(case.numeral):
        return
    for length, named in _LENGTHS:
        ratio = case.claim.figure / length
        if ratio != case.ratio:
            yield case.works_out(ratio, named)


def _an_hour_as_minutes(case: Case) -> Iterator[Computation]:
    """4.6 an hour become one every 4.6 minutes: what is counted in a unit, taken for the time between."""
    claim = case.claim
    if not isinstance(claim, Rate) or not claim.is_gap(case.numeral) or claim.figure.period is None:
        return
    larger = {"minute": "hour", "hour": "day", "day": "week", "month": "year"}.get(case.numeral.unit or "")
    if larger is not None:
        yield case.works_out(claim.figure / claim.figure.period.length(larger), f"in each {larger}")


def _rounded_first(case: Case) -> Iterator[Computation]:
    """Figures to one, two or three digits, or to the same place."""
    figures: dict[Quantity, Fraction] = {
        q: one.value for q, one in case.prints.items() if one.value and isinstance(q, Figure)
    }
    if not figures or len(case.prints) < 2:
        return
    places = [Fraction(10) ** (max(map(_magnitude, figures.values())) - digits) for digits in (1, 2, 3, 4)]
    tried = [
        figures,
        *({q: _to_digits(value, digits) for q, value in figures.items()} for digits in (3, 2, 1)),
        *({q: rounded(value, place) for q, value in figures.items()} for place in reversed(places)),
    ]
    for number, worked in enumerate(tried):
        if worked not in tried[:number] and all(worked.values()):
            listed = " and ".join(case.prints[q].restate(value) for q, value in worked.items())
            yield case.works_out(case.ratio, listed, values={**case.values, **worked})


def _magnitude(value: Fraction) -> int:
    """How many digits stand before the point: 2 for 63, 0 for 0.63, -1 for 0.063."""
    magnitude = 0
    while abs(value) >= Fraction(10) ** magnitude:
        magnitude += 1
    while abs(value) < Fraction(10) ** (magnitude - 1):
        magnitude -= 1
    return magnitude


def _to_digits(value: Fraction, digits: int) -> Fraction:
    """The nearest number of so many significant digits."""
    return rounded(value, Fraction(10) ** (_magnitude(value) - digits))


def _in_place_of(part: str) -> Computes:
    """Another figure of the dossier that differs in one part, in the place of each figure of the claim."""

    def computes(case: Case) -> Iterator[Computation]:
        figures = [quantity for quantity in case.ratio.quantities if isinstance(quantity, Figure)]
        for figure in figures:
            for other in case.desk.others(figure, part):
                if other in figures and not isinstance(case.claim, Total):
                    continue
                printed = case.desk.prints[other][0]
                values = {**case.values, other: printed.value}
                named = f"{printed.text} ({_differing(other, part)})"
                if figure in case.prints and len(figures) > 1:
                    named += f" in the place of {case.prints[figure].text} ({_differing(figure, part)})"
                yield case.works_out(_with(case.ratio, figure, other), named, values=values)

    return computes


def _differing(figure: Figure, part: str) -> str:
    return str({"period": figure.period, "area": figure.area, "measure": figure.measure}[part] or figure)


def _with(ratio: Ratio, figure: Quantity, other: Quantity) -> Ratio:
    """A ratio with another figure in a figure's place."""
    return Ratio(*(_with_terms(form, figure, other) for form in (ratio.numerator, ratio.denominator)))


def _with_terms(form: Form, figure: Quantity, other: Quantity) -> Form:
    terms = dict(form.terms)
    coefficient = terms.pop(figure, Fraction(0))
    terms[other] = terms.get(other, Fraction(0)) + coefficient
    return Form(terms, form.constant, form.unit)


def _another_print(case: Case) -> Iterator[Computation]:
    """Another value that somebody printed for a figure."""
    if len(case.ratio.quantities) < 2:
        return
    for quantity, used in case.prints.items():
        seen = {used.value}
        for one in case.desk.prints.get(quantity, ()):
            if one.value not in seen:
                seen.add(one.value)
                values = {**case.values, quantity: one.value}
                yield case.works_out(case.ratio, f"{one.text} for {quantity}, not {used.text}", values=values)


def _misprints(variants: Callable[[int], Iterable[int]]) -> Computes:
    """Each figure of the claim with its digits changed as a slip of the keys changes them."""

    def computes(case: Case) -> Iterator[Computation]:
        if len(case.ratio.quantities) < 2:
            return
        for quantity, one in case.prints.items():
            digits = one.value / one.place
            if not isinstance(quantity, Figure) or digits.denominator != 1 or digits < 10:
                continue
            for variant in variants(digits.numerator):
                value = variant * one.place
                detail = f"{one.restate(value)} for {one.text}"
                yield case.works_out(case.ratio, detail, values={**case.values, quantity: value})

    return computes


def _transposed(number: int) -> Iterator[int]:
    """Two digits that stand together swapped: 63 and 36."""
    digits = str(number)
    for at in range(len(digits) - 1):
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        if swapped != digits and swapped[0] != "0":
            yield int(swapped)


def _mistyped(number: int) -> Iterator[int]:
    """One digit changed: 63 and 68."""
    digits = str(number)
    for at, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (at == 0 and other == "0"):
                yield int(digits[:at] + other + digits[at + 1 :])


# How the right result was printed


def _cut(_: Case, numeral: Numeral) -> Iterator[Misreading]:
    if numeral.hedge is None and numeral.style in (Style.DIGITS, Style.WORDS, Style.FOLD, Style.VERB):
        yield Misreading(values=Interval(numeral.value, numeral.value + numeral.place, high_open=True))


def _rounded_up(_: Case, numeral: Numeral) -> Iterator[Misreading]:
    if numeral.hedge is None and numeral.style in (Style.DIGITS, Style.WORDS, Style.FOLD, Style.VERB):
        yield Misreading(values=Interval(numeral.value - numeral.place, numeral.value, low_open=True))


def _coarsely(case: Case, numeral: Numeral) -> Iterator[Misreading]:
    """750 for 752, 15.5% where every number is a multiple of a half."""
    if numeral.hedge is not None or numeral.style is not Style.DIGITS:
        return
    rounds = (numeral.place * factor for factor in (5, 10, 50, 100, 500, 1000, 5000, 10000))
    fitting = [
        step for step in rounds if step <= numeral.value / 4 and (numeral.value / step).denominator == 1
    ]
    if fitting:
        step = fitting[-1]
        yield Misreading(values=Interval.around(numeral.value, step / 2), detail=case.numeral.restate(step))


def _against_the_words(case: Case, numeral: Numeral) -> Iterator[Misreading]:
    if case.claim.pivot == 0 and numeral.direction is not None:
        yield Misreading(values=-case.reads(numeral))


_OTHER_SIDE = {
    **dict.fromkeys(("more than", "at least", "just over"), "fewer than"),
    **dict.fromkeys(("fewer than", "at most", "almost"), "more than"),
}


def _hedged_wrongly(case: Case, numeral: Numeral) -> Iterator[Misreading]:
    hedge = _OTHER_SIDE.get(numeral.hedge or "")
    if hedge is not None and numeral.style is not Style.RANGE:
        yield Misreading(values=case.reads(evolve(numeral, hedge=hedge)), detail=f"{hedge} {numeral.text}")


_POWERS = {1: "ten", 2: "a hundred", 3: "a thousand", 6: "a million", 9: "a billion"}


def _magnified(case: Case, numeral: Numeral) -> Iterator[Misreading]:
    if numeral.value == 0:
        return
    strict = case.reads(numeral)
    for power, named in _POWERS.items():
        yield Misreading(
            values=strict.scale(Fraction(10) ** power), detail=f"too small by a factor of {named}"
        )
        yield Misreading(
            values=strict.scale(Fraction(1, 10**power)), detail=f"too large by a factor of {named}"
        )


def _misprinted(variants: Callable[[int], Iterable[int]], *, digits: int) -> Reads:
    """The claim's own number with its digits changed, where it has at least so many ``digits``."""

    def reads(case: Case, numeral: Numeral) -> Iterator[Misreading]:
        if numeral.style is not Style.DIGITS or numeral.hedge is not None or case.result is None:
            return
        printed = numeral.value / numeral.place
        if printed.denominator != 1 or len(str(printed)) < digits or case.result <= 0:
            return
        # Only numbers that print the right result matter, and they are one place apart at most.
        right = case.result / numeral.place
        for number in {floor(right), ceil(right)}:
            if number >= 10 and printed.numerator in variants(number):
                meant = evolve(numeral, value=number * numeral.place)
                yield Misreading(values=case.reads(meant), detail=numeral.restate(meant.value))

    return reads


MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        name="cut, not rounded",
        sentence="The last digits were cut off; they had to be rounded up.",
        example="325,000 to 408,000 tonnes “rose 25 pct”: 25.5 (Reuters, 1987)",
        reads=_cut,
    ),
    Mistake(
        name="rounded up",
        sentence="It was rounded up, although less than half was left over.",
        example="84,000 to 100,000 tonnes, “rise of 20 pct”: 19.05 (Reuters, 1987)",
        reads=_rounded_up,
    ),
    Mistake(
        name="hedge on the wrong side",
        sentence="The hedge is on the wrong side: it is {detail}.",
        example="111 to 291 “almost doubled”: 2.6 times (Daily Mail, 2020)",
        reads=_hedged_wrongly,
    ),
    Mistake(
        name="divided by the new figure",
        sentence="The change was divided by the new figure; it has to be divided by the old one.",
        example="66,300 “up 40 per cent from 39,900”: 66.2",
        computes=_by_the_new,
    ),
    Mistake(
        name="old and new swapped",
        sentence="The old and the new figure changed places.",
        example="“a 3.5 percent drop” from 274,000 to 284,000",
        computes=_swapped,
    ),
    Mistake(
        name="direction",
        sentence="The size is right and the direction is wrong.",
        example="“a 3.5 percent drop” from around 274,000 to about 284,000",
        reads=_against_the_words,
    ),
    Mistake(
        name="percentage points called per cent",
        sentence="The difference in percentage points was called per cent.",
        example="55.9 pct from 57.5 pct, “declined 1.6 pct”: 2.8",
        computes=_points_as_percent,
    ),
    Mistake(
        name="per cent called percentage points",
        sentence="The change in per cent was called percentage points.",
        example="50% to 52% as “four percentage points”: two",
        computes=_percent_as_points,
    ),
    Mistake(
        name="the ratio taken for the change",
        sentence="The new figure as a percentage of the old was printed as the change; take off 100.",
        example="120,000 to 1.2 million “grew 1,000%”: 900",
        computes=_ratio_as_change,
    ),
    Mistake(
        name="what is left taken for what was cut",
        sentence="What is left was printed as what was cut.",
        example="2.5 to 1.5, “cut more than 60 per cent”: 40",
        computes=_rest_as_cut,
    ),
    Mistake(
        name="N times more for times N",
        sentence="What was added was printed as the multiple: that much more makes one time more in all.",
        example="4.1 to 16.2 “tripled”: 3.95 times (Daily Mail, 2020)",
        computes=_change_as_ratio,
    ),
    Mistake(
        name="part and whole swapped",
        sentence="The part and the whole changed places.",
        example="40 of 50 as “125%”: 80",
        computes=_whole_in_part,
    ),
    Mistake(
        name="divided by the rest",
        sentence="The part was divided by the rest; it has to be divided by the whole.",
        example="20 of 120 as “20%”: 16.7",
        computes=_part_to_rest,
    ),
    Mistake(
        name="the rest's share",
        sentence="It is the share of the rest.",
        example="6 of 100 as “94%”",
        computes=_rest_as_part,
    ),
    Mistake(
        name="a part left out of a total",
        sentence="The total is without {detail}.",
        example="427, 325 and 77 “together 752”: 829",
        computes=_left_out,
    ),
    Mistake(
        name="a part counted twice",
        sentence="The total has {detail} twice.",
        example="427 and 325 “together 1,077”: 752",
        computes=_counted_twice,
    ),
    Mistake(
        name="a factor of ten",
        sentence="The decimal point slipped: the number is {detail}.",
        example="1,990 of 2,655 as “7.5%”: 75",
        reads=_magnified,
    ),
    Mistake(
        name="so many an hour taken for the minutes between",
        sentence="So many {detail} were printed as the time from one to the next.",
        example="40,000 a year, “one every five minutes”: 13.1, and 4.6 an hour",
        computes=_an_hour_as_minutes,
    ),
    Mistake(
        name="the wrong length of time",
        sentence="It was divided by {detail}.",
        example="8,000 a year “equivalent to 40 a day”: 21.9, and 40 on 200 working days (BBC, 2005)",
        computes=_other_length,
        is_search=True,
    ),
    Mistake(
        name="rounded to a round number",
        sentence="It was rounded to a multiple of {detail} and printed as if it were exact.",
        example="87.4m to 101.1m “up 15.5 pct”: 15.68, in a story of half percents (Reuters, 1987)",
        reads=_coarsely,
    ),
    Mistake(
        name="figures rounded first",
        sentence="It was worked out from figures that were rounded first: {detail}.",
        example="77 to 63 as 80 to 60, “down 25%”: 18",
        computes=_rounded_first,
        is_search=True,
    ),
    Mistake(
        name="another printed value",
        sentence="It was worked out from another printed value: {detail}.",
        example="a 17% decrease to 63, from a 76 that another edition printed for 77",
        computes=_another_print,
        is_search=True,
    ),
    Mistake(
        name="another period's figure",
        sentence="It belongs to another period: it fits {detail}.",
        example="154,711 after 146,610 in April, “rose 31.3 pct”: that is on a year before (Reuters, 1987)",
        computes=_in_place_of("period"),
        is_search=True,
    ),
    Mistake(
        name="another area's figure",
        sentence="It belongs to another area: it fits {detail}.",
        example="Hampshire's 89% printed for Wiltshire",
        computes=_in_place_of("area"),
        is_search=True,
    ),
    Mistake(
        name="another measure's figure",
        sentence="It belongs to another measure: it fits {detail}.",
        example="the share of online offences printed for all offences",
        computes=_in_place_of("measure"),
        is_search=True,
    ),
    Mistake(
        name="two digits of the number swapped",
        sentence="Two digits of the printed number were swapped: {detail} was meant.",
        example="“36 offences” for 63",
        reads=_misprinted(_transposed, digits=2),
        is_search=True,
    ),
    Mistake(
        name="a digit of the number misprinted",
        sentence="One digit of the printed number is wrong: {detail} was meant.",
        example="10,863 more printed as 10,861 (an answer in FinQA)",
        reads=_misprinted(_mistyped, digits=3),
        is_search=True,
    ),
    Mistake(
        name="two digits of a figure swapped",
        sentence="Two digits of a figure may have been swapped: it fits with {detail}.",
        example="63 and 77 “down 53%”: with 36 it fits",
        computes=_misprints(_transposed),
        is_search=True,
    ),
    Mistake(
        name="a digit of a figure misprinted",
        sentence="One digit of a figure may be wrong: it fits with {detail}.",
        example="44.9m to 60.4m, “29%”: 34.5, and 29 from 46.9m",
        computes=_misprints(_mistyped),
        is_search=True,
    ),
)
"""Every mistake there is, in the order in which they are tried: the plainest first."""
