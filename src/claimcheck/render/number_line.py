"""The number line of a finding: where what was printed and what was recomputed lie on one scale.

Geometry only. A page draws it with lines, a terminal with characters; both ask here where things
stand. Positions run from 0, the left edge, to 1, the right one, and are exact.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from claimcheck.findings import Finding
from claimcheck.interval import Interval
from claimcheck.render import words

__all__ = ["NumberLine", "Stretch", "number_line"]

_MARGIN = Fraction(1, 8)
"""How much of the line is left free at each edge: room for an arrow, and for half a label."""


@frozen(kw_only=True)
class Stretch:
    """The part of a number line that an interval takes up, from ``start`` to ``end``.

    An interval that has no end on a side runs to that edge of the line, where an arrow belongs.
    """

    interval: Interval
    start: Fraction
    end: Fraction
    label: str
    """What it is called on the line."""

    @property
    def is_point(self) -> bool:
        """True when it is one number only."""
        return self.interval.is_point

    @property
    def runs_left(self) -> bool:
        """True when it goes on past the left edge."""
        return self.interval.low is None

    @property
    def runs_right(self) -> bool:
        """True when it goes on past the right edge."""
        return self.interval.high is None

    @property
    def is_open_at_start(self) -> bool:
        """True when the number at its start is not part of it, though numbers just above are."""
        return self.interval.low_open and not self.runs_left

    @property
    def is_open_at_end(self) -> bool:
        """True when the number at its end is not part of it, though numbers just below are."""
        return self.interval.high_open and not self.runs_right

    @property
    def middle(self) -> Fraction:
        """Where a label stands."""
        return (self.start + self.end) / 2


@frozen(kw_only=True)
class NumberLine:
    """What a claim printed and what was recomputed, each as a stretch of one line.

    ``stated`` are the numbers that the printed one stands for, labelled as it was printed;
    ``loose`` those that it can be stretched to, where they are others; ``recomputed`` what the rest
    leaves for it.
    """

    stated: Stretch
    recomputed: Stretch
    loose: Stretch | None = None


def number_line(finding: Finding) -> NumberLine | None:
    """The number line of a finding, or ``None`` when there are no two things to set side by side.

    The scale holds every end there is, however far apart they lie, with the same margin at both
    edges. A line on which all ends are one number has it in its middle.

    >>> from claimcheck.articles import Article
    >>> from claimcheck.claims import Count
    >>> from claimcheck.figures import Figure, Measure
    >>> from claimcheck.findings import Stated, Verdict
    >>> claim = Count(quote="more than 60", figure=Figure(measure=Measure(name="offences", unit="offence")))
    >>> finding = Finding(
    ...     id="paper/more-than-60",
    ...     article=Article(publisher="A Paper", claims=[claim]),
    ...     claim=claim,
    ...     verdict=Verdict.CONFIRMED,
    ...     stated=Stated(
    ...         text="more than 60",
    ...         strict=Interval(60, 66, low_open=True),
    ...         loose=Interval(60, None, low_open=True),
    ...         convention="more than",
    ...         loose_convention="undersells",
    ...     ),
    ...     recomputed=Interval.point(63),
    ... )
    >>> line = number_line(finding)
    >>> print(line.stated.start, line.stated.end, line.recomputed.middle, line.loose.runs_right)
    1/8 7/8 1/2 True
    """
    stated, found, label = finding.stated, finding.recomputed, words.recomputed(finding)
    if stated is None or found is None or label is None or _is_everything(stated.strict):
        return None
    stretched = stated.loose if stated.loose != stated.strict else None
    intervals = [stated.strict, found, *([stretched] if stretched is not None else [])]
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    lowest, highest = min(ends), max(ends)

    def stretch(interval: Interval, label: str) -> Stretch:
        return Stretch(
            interval=interval,
            start=Fraction(0) if interval.low is None else _position(interval.low, lowest, highest),
            end=Fraction(1) if interval.high is None else _position(interval.high, lowest, highest),
            label=label,
        )

    printed = words.inline(stated.text)
    return NumberLine(
        stated=stretch(stated.strict, printed),
        recomputed=stretch(found, label),
        loose=None if stretched is None else stretch(stretched, stated.loose_convention),
    )


def _is_everything(interval: Interval) -> bool:
    return interval.low is None and interval.high is None


def _position(value: Fraction, lowest: Fraction, highest: Fraction) -> Fraction:
    """Where a number stands on a line between two others, its margins left free."""
    if lowest == highest:
        return Fraction(1, 2)
    return _MARGIN + (1 - 2 * _MARGIN) * (value - lowest) / (highest - lowest)
