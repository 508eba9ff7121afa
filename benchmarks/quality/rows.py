"""Rows of the table, and the items behind a row that failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from attrs import frozen

from claimcheck.mentions import Mention

Finder = Callable[[str], Sequence[Mention]]
"""What finds mentions: :func:`claimcheck.mentions.find`, or a stand-in for it."""


@frozen(kw_only=True)
class Miss:
    """An item that failed: which, what was expected, what came, and the words around it."""

    item: str
    expected: str
    got: str
    around: str

    def __str__(self) -> str:
        parts = (self.expected, self.got, self.around)
        expected, got, near = (cut(" ".join(part.split()), 110) for part in parts)
        return f"{self.item}  {expected}  <>  {got}  |  {near}"


@frozen(kw_only=True)
class Score:
    """How many of how many, with those that failed."""

    hits: int
    total: int
    misses: tuple[Miss, ...] = ()

    @property
    def ratio(self) -> Fraction:
        """The part that is right; all of nothing is."""
        return Fraction(self.hits, self.total) if self.total else Fraction(1)


@frozen(kw_only=True)
class Row:
    """A row of the table: ``name`` is what ``--show`` takes, ``is_met`` is None where there is no aim."""

    name: str
    what: str
    figure: str
    aim: str = ""
    on: str = ""
    is_met: bool | None = None
    misses: tuple[Miss, ...] = ()


def percent(ratio: Fraction) -> str:
    """A ratio as a percentage with one decimal place, which says 100.0% of nothing less than all.

    >>> percent(Fraction(1, 3)), percent(Fraction(9999, 10000))
    ('33.3%', '99.9%')
    """
    tenths = round(ratio * 1000)
    if tenths == 1000 and ratio < 1:
        tenths = 999
    return f"{tenths // 10}.{tenths % 10}%"


def score_row(name: str, what: str, score: Score, aim: int) -> Row:
    """A row for a part of all, with its aim in per cent."""
    return Row(
        name=name,
        what=what,
        figure=f"{score.hits}  {percent(score.ratio)}",
        aim=f"{aim}%",
        on=f"{score.total:,}",
        is_met=score.ratio * 100 >= aim,
        misses=score.misses,
    )


def unwanted_row(name: str, what: str, score: Score, aim: int = 0) -> Row:
    """A row for what should not be: ``score`` counts those that are."""
    return Row(
        name=name,
        what=what,
        figure=f"{score.hits}",
        aim=f"{aim}" if aim == 0 else f"max {aim}",
        on=f"{score.total:,}",
        is_met=score.hits <= aim,
        misses=score.misses,
    )


def without(name: str, what: str, why: str) -> Row:
    """A row for what cannot be measured here or yet."""
    return Row(name=name, what=what, figure=why)


def cut(text: str, most: int) -> str:
    """A text of at most so many characters, with dots for what is left out.

    >>> cut("recorded by police", 12)
    'recorded ...'
    """
    return text if len(text) <= most else f"{text[: most - 3]}..."


def around(text: str, start: int, end: int, reach: int = 40) -> str:
    """The words around a place of a text in one line, the place itself in brackets.

    >>> around("Police recorded 63 offences.", 16, 18, reach=9)
    '...recorded [63] offences...'
    """
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    line = f"{before}[{text[start:end]}]{after}"
    lead, tail = "..." if start > reach else "", "..." if end + reach < len(text) else ""
    return f"{lead}{' '.join(line.split())}{tail}"


def shown(mention: Mention) -> str:
    """A mention in few words: what a developer has to see of it.

    >>> from claimcheck.mentions import find
    >>> shown(find("It fell by more than 17%.")[0])
    'change 17 more than fall "17%"'
    """
    value = None if mention.value is None else ranged(mention.value, mention.upper)
    direction = mention.direction.name.lower() if mention.direction else None
    parts = (mention.kind.value, value, mention.hedge, direction, f'"{mention.text}"')
    return " ".join(part for part in parts if part)


def ranged(value: Fraction, upper: Fraction | None = None) -> str:
    """A value, or a range of values, in print."""
    return printed(value) if upper is None else f"{printed(value)}..{printed(upper)}"


def printed(value: Fraction) -> str:
    """A value in digits: with commas when whole, else as a decimal number.

    >>> printed(Fraction(10058)), printed(Fraction(1, 3)), printed(Fraction(33, 2))
    ('10,058', '0.3333', '16.5')
    """
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):.4g}"
