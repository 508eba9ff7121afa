"""Diagnosis: a mistake that is put into a true claim is named first.

Every slip is written down here once more, in its own arithmetic, so that the law does not take the
diagnosis at its word.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

import pytest
from attrs import frozen

from claimcheck import (
    Article,
    BaseFigure,
    Change,
    Claim,
    Count,
    Dossier,
    Figure,
    Measure,
    Multiple,
    Points,
    Rate,
    Share,
    Total,
    Verdict,
    verify,
)
from claimcheck.diagnosis import MISTAKES

pytestmark = pytest.mark.law

CASES = 40 if os.environ.get("CI") else 6
"""Slips of each kind that are judged."""

THINGS = Measure(name="thefts", unit="theft")
TURNOUT = Measure(name="turnout", unit="percent")
OTHER_THINGS = Measure(name="burglaries", unit="theft")
NEW = Figure(measure=THINGS, area="Kent", period="2020")
OLD, OLDER = NEW.at(period="2019"), NEW.at(period="2018")
ELSEWHERE, OTHERWISE = NEW.at(area="Essex"), NEW.at(measure=OTHER_THINGS)
NOW, BEFORE = Figure(measure=TURNOUT, period="2020"), Figure(measure=TURNOUT, period="2019")

World = Mapping[Figure, Fraction]


@frozen
class Slip:
    """A number printed by mistake."""

    mistake: str
    text: str


def to_text(value: Fraction, decimals: int) -> str:
    """A number above zero as digits, half-way going up."""
    scaled = floor(abs(value) * 10**decimals + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}d}" if decimals else f"{whole:,}"


def swapped(number: int) -> Iterator[int]:
    digits = str(number)
    for at in range(len(digits) - 1):
        changed = list(digits)
        changed[at], changed[at + 1] = changed[at + 1], changed[at]
        if changed[0] != "0" and changed != list(digits):
            yield int("".join(changed))


def mistyped(number: int) -> Iterator[int]:
    digits = str(number)
    for at in range(len(digits)):
        for digit in "0123456789":
            if digit != digits[at] and (at, digit) != (0, "0"):
                yield int(digits[:at] + digit + digits[at + 1 :])


def two_digits(value: Fraction, digits: int) -> Fraction:
    place = Fraction(10) ** (len(str(int(value))) - digits)
    return floor(value / place + Fraction(1, 2)) * place


def slips_of_print(right: Fraction, decimals: int, show: Callable[[Fraction], str]) -> Iterator[Slip]:
    """What goes wrong after a number has been worked out: ``right`` is unrounded and above zero."""
    place = Fraction(1, 10**decimals)
    yield Slip("cut, not rounded", show(floor(right / place) * place))
    yield Slip("rounded up", show(ceil(right / place) * place))
    for power in (1, 2, 3):
        yield Slip("a factor of ten", show(right * 10**power))
        yield Slip("a factor of ten", show(right / 10**power))
    for power in range(4):
        for step in (5 * place * 10**power, 10 * place * 10**power):
            rounded = floor(right / step + Fraction(1, 2)) * step
            if step <= rounded / 4:
                yield Slip("rounded to a round number", show(rounded))
    scaled = floor(right / place + Fraction(1, 2))
    for number in swapped(scaled):
        yield Slip("two digits of the number swapped", show(number * place))
    if scaled >= 100:
        for number in mistyped(scaled):
            yield Slip("a digit of the number misprinted", show(number * place))


def slips_of_figures(
    world: World,
    figures: tuple[Figure, ...],
    formula: Callable[[World], Fraction],
    show: Callable[[Fraction], str],
) -> Iterator[Slip]:
    """What goes wrong with the figures that a number is worked out from."""
    for figure in figures:
        for number in swapped(int(world[figure])):
            yield Slip("two digits of a figure swapped", show(formula({**world, figure: Fraction(number)})))
        for number in mistyped(int(world[figure])):
            yield Slip("a digit of a figure misprinted", show(formula({**world, figure: Fraction(number)})))
        for name, other in (
            ("another period's figure", OLDER),
            ("another area's figure", ELSEWHERE),
            ("another measure's figure", OTHERWISE),
        ):
            differing = [a != b for a, b in zip(_parts(figure), _parts(other), strict=True)]
            if sum(differing) == 1:
                yield Slip(name, show(formula({**world, figure: world[other]})))
    for digits in (1, 2):
        rounded = {figure: two_digits(world[figure], digits) for figure in figures}
        yield Slip("figures rounded first", show(formula({**world, **rounded})))


def _parts(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.area, figure.period


@frozen
class Story:
    """A world, a claim that is true of it as it would be printed, and what slips make of it."""

    world: World
    right: str
    slips: list[Slip]
    claim: Callable[[str], Claim]


def changes(world: World, decimals: int) -> Story:
    new, old = world[NEW], world[OLD]

    def formula(values: World) -> Fraction:
        return 100 * (values[NEW] - values[OLD]) / values[OLD]

    right = formula(world)
    is_rise = right > 0

    def show(value: Fraction) -> str:
        return f"a {'rise' if value > 0 else 'fall'} of {to_text(value, decimals)}%"

    def sized(value: Fraction) -> str:
        return show(value if is_rise else -value)

    slips = [
        Slip("divided by the new figure", show(100 * (new - old) / new)),
        Slip("old and new swapped", show(100 * (old - new) / new)),
        Slip("direction", show(-right)),
        Slip("the ratio taken for the change", show(100 * new / old))
        if is_rise
        else Slip("what is left taken for what was cut", sized(100 * new / old)),
        *slips_of_print(abs(right), decimals, sized),
        *slips_of_figures(world, (NEW, OLD), formula, show),
    ]
    return Story(world, show(right), slips, lambda text: Change(quote=text, figure=NEW, since=OLD))


def shares(world: World, decimals: int) -> Story:
    def formula(values: World) -> Fraction:
        return 100 * values[NEW] / values[OTHERWISE]

    def show(value: Fraction) -> str:
        return f"{to_text(value, decimals)}% of all"

    part, whole = sorted((world[NEW], world[OTHERWISE]))
    world = {**world, NEW: part, OTHERWISE: whole}
    slips = [
        Slip("part and whole swapped", show(100 * whole / part)),
        Slip("divided by the rest", show(100 * part / (whole - part)) if whole > part else ""),
        Slip("the rest's share", show(100 * (whole - part) / whole)),
        *slips_of_print(formula(world), decimals, show),
        *slips_of_figures(world, (NEW, OTHERWISE), formula, show),
    ]
    return Story(world, show(formula(world)), slips, lambda text: Share(quote=text, figure=NEW, of=OTHERWISE))


def multiples(world: World, decimals: int) -> Story:
    decimals = max(decimals, 1)
    new, old = world[NEW], world[OLD]

    def formula(values: World) -> Fraction:
        return values[NEW] / values[OLD]

    def show(value: Fraction) -> str:
        return f"{to_text(value, decimals)} times as many" if value > 0 else ""

    slips = [
        Slip("N times more for times N", show((new - old) / old)),
        Slip("old and new swapped", show(old / new)),
        *slips_of_print(formula(world), decimals, show),
        *slips_of_figures(world, (NEW, OLD), formula, show),
    ]
    return Story(world, show(formula(world)), slips, lambda text: Multiple(quote=text, figure=NEW, since=OLD))


def hedged(world: World, _: int) -> Story:
    right = world[NEW] / world[OLD]
    below, above = floor(right), ceil(right)
    slips = [
        Slip("hedge on the wrong side", f"almost {below} times as many"),
        Slip("hedge on the wrong side", f"more than {above} times as many"),
    ]
    return Story(
        world,
        f"more than {below} times as many",
        slips,
        lambda text: Multiple(quote=text, figure=NEW, since=OLD),
    )


def totals(world: World, _: int) -> Story:
    parts = (NEW, OLD, OLDER)

    def formula(values: World) -> Fraction:
        return sum((values[part] for part in parts), Fraction(0))

    def show(value: Fraction) -> str:
        return f"{to_text(value, 0)} in all"

    right = formula(world)
    slips = [
        *(Slip("a part left out of a total", show(right - world[part])) for part in parts),
        *(Slip("a part counted twice", show(right + world[part])) for part in parts),
        *slips_of_print(right, 0, show),
        *slips_of_figures(world, parts, formula, show),
    ]
    return Story(world, show(right), slips, lambda text: Total(quote=text, parts=parts))


def counts(world: World, _: int) -> Story:
    def show(value: Fraction) -> str:
        return f"{to_text(value, 0)} thefts"

    slips = [
        *slips_of_print(world[NEW], 0, show),
        Slip("another period's figure", show(world[OLD])),
        Slip("another period's figure", show(world[OLDER])),
        Slip("another area's figure", show(world[ELSEWHERE])),
        Slip("another measure's figure", show(world[OTHERWISE])),
    ]
    return Story(world, show(world[NEW]), slips, lambda text: Count(quote=text, figure=NEW))


def rates(world: World, decimals: int) -> Story:
    lengths = (365, 360, 30, 31, 7, 200, 220, 250, 260, 52, 53, 50, 4, 12, 6, 3)

    def show(value: Fraction) -> str:
        return f"{to_text(value, decimals)} a day"

    slips = [
        *(Slip("the wrong length of time", show(world[NEW] / length)) for length in lengths),
        *slips_of_print(world[NEW] / 366, decimals, show),
    ]
    return Story(world, show(world[NEW] / 366), slips, lambda text: Rate(quote=text, figure=NEW))


def gaps(world: World, _: int) -> Story:
    def show(value: Fraction) -> str:
        return f"one every {to_text(value, 0)} minutes"

    right = 366 * 24 * 60 / world[NEW]
    slips = [
        Slip("so many an hour taken for the minutes between", show(world[NEW] / (366 * 24))),
        *slips_of_print(right, 0, show),
    ]
    return Story(world, show(right), slips, lambda text: Rate(quote=text, figure=NEW))


def points(world: World, _: int) -> Story:
    now, before = world[NOW], world[BEFORE]

    def show(value: Fraction) -> str:
        return f"{'up' if value > 0 else 'down'} {to_text(value, 1)} percentage points"

    right = now - before
    sign = 1 if right > 0 else -1
    slips = [
        Slip("per cent called percentage points", show(100 * right / before)),
        Slip("direction", show(-right)),
        *slips_of_print(abs(right), 1, lambda value: show(sign * value)),
    ]
    return Story(world, show(right), slips, lambda text: Points(quote=text, figure=NOW, since=BEFORE))


def percent_of_percent(world: World, _: int) -> Story:
    now, before = world[NOW], world[BEFORE]
    right = 100 * (now - before) / before

    def show(value: Fraction) -> str:
        return f"{'up' if value > 0 else 'down'} {to_text(value, 1)}%"

    slips = [
        Slip("percentage points called per cent", show(now - before)),
        Slip("divided by the new figure", show(100 * (now - before) / now)),
        *slips_of_print(abs(right), 1, lambda value: show(value if right > 0 else -value)),
    ]
    return Story(world, show(right), slips, lambda text: Change(quote=text, figure=NOW, since=BEFORE))


KINDS = (changes, shares, multiples, hedged, totals, counts, rates, gaps, points, percent_of_percent)


def drawn_world(chance: random.Random) -> dict[Figure, Fraction]:
    size = chance.choice((100, 1000, 1000, 100_000))
    figures = (NEW, OLD, OLDER, ELSEWHERE, OTHERWISE)
    world = {figure: Fraction(chance.randint(size // 10, size)) for figure in figures}
    # Exact percentages: a printed one decimal stands for a range, which is not what is put to the test.
    return world | {figure: Fraction(chance.randint(100, 900), 10) for figure in (NOW, BEFORE)}


def slips(chance: random.Random) -> Iterator[tuple[World, Slip, Claim]]:
    """Mistakes that no other one prints alike, from true claims."""
    while True:
        story = chance.choice(KINDS)(drawn_world(chance), chance.choice((0, 1)))
        printed: dict[str, set[str]] = {}
        for slip in story.slips:
            printed.setdefault(slip.text, set()).add(slip.mistake)
        alone = [
            slip
            for slip in story.slips
            if slip.text != story.right and len(printed[slip.text]) == 1 and re.search("[1-9]", slip.text)
        ]
        by_mistake: dict[str, list[Slip]] = {}
        for slip in alone:
            by_mistake.setdefault(slip.mistake, []).append(slip)
        if by_mistake:
            slip = chance.choice(by_mistake[chance.choice(sorted(by_mistake))])
            yield story.world, slip, story.claim(slip.text)


def first_named(world: World, claim: Claim) -> str | None:
    """What the diagnosis names first; ``None`` for a number that is true in spite of the mistake."""
    base = [
        BaseFigure(figure=figure, value=to_text(value, 1 if figure in (NOW, BEFORE) else 0))
        for figure, value in world.items()
    ]
    report = verify(Dossier(articles=[Article(publisher="A paper", claims=[claim])], base_figures=base))
    (finding,) = report
    if finding.verdict not in (Verdict.CONTRADICTED, Verdict.LOOSE):
        return None
    return finding.diagnosis[0].mistake if finding.diagnosis else "nothing"


def test_a_mistake_put_into_a_true_claim_is_named_first() -> None:
    chance = random.Random(1987)
    named: dict[str, Counter[str]] = {}
    wanted = {mistake.name for mistake in MISTAKES} - {"another printed value"}
    for world, slip, claim in slips(chance):
        seen = named.setdefault(slip.mistake, Counter())
        if sum(seen.values()) >= CASES:
            if len(named) == len(wanted) and all(sum(c.values()) >= CASES for c in named.values()):
                break
            continue
        found = first_named(world, claim)
        if found is not None:
            seen[found] += 1
    assert set(named) == wanted
    right = sum(seen[mistake] for mistake, seen in named.items())
    total = sum(sum(seen.values()) for seen in named.values())
    told = "\n".join(f"{mistake}: {dict(seen.most_common(4))}" for mistake, seen in sorted(named.items()))
    assert right >= Fraction(9, 10) * total, told
