"""The numeral: a number as printed, which can be found, read, and printed again with another value."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import field, frozen

from claimcheck.errors import Fault, refuse_float
from claimcheck.numerals.amount import Amount, Found, Hedge, Style
from claimcheck.numerals.directions import Direction, directions
from claimcheck.numerals.hedges import hedged, stands_after
from claimcheck.numerals.numbers import MOST_DIGITS
from claimcheck.numerals.restating import in_figures, range_ends, restate
from claimcheck.numerals.scanning import scan
from claimcheck.numerals.tokens import Tokens


@frozen(kw_only=True)
class Numeral:
    """A number as printed, with what the words around it say of it.

    ``text`` is the number with its unit and without its hedge. ``value`` is exact and scaled; for a
    percentage it is the number of percent. ``place`` is the unit of the last printed digit.

    >>> numeral = Numeral.parse("a drop of more than 18.0%")
    >>> numeral.text, numeral.value, numeral.place, numeral.unit
    ('18.0%', Fraction(18, 1), Fraction(1, 10), 'percent')
    >>> numeral.hedge, numeral.direction
    ('more than', <Direction.FALL: -1>)
    """

    text: str
    value: Fraction
    upper: Fraction | None = None
    place: Fraction
    style: Style
    in_full: bool = False
    unit: str | None = None
    per: str | Fraction | None = None
    hedge: str | None = None
    hedge_text: str | None = None
    direction: Direction | None = None
    start: int = field(default=0, eq=False)
    end: int = field(default=0, eq=False)

    @staticmethod
    def parse(text: str, *, hedges: Mapping[str, str] | None = None) -> Numeral:
        """Read a text that holds exactly one numeral.

        >>> Numeral.parse("£1.6 million").value
        Fraction(1600000, 1)
        >>> Numeral.parse("nearly one in five").text
        'one in five'
        >>> Numeral.parse("63 against 77")
        Traceback (most recent call last):
        ...
        claimcheck.errors.Fault: CC106 two numbers in '63 against 77' ('63' and '77'); say which one is meant
        """
        # With nothing else to choose from, shy words are taken at face value: "one incident".
        found = find(text, hedges=hedges) or _read(Tokens(text, shy=False, hedges=hedges))
        if len(found) == 1:
            return found[0]
        raise _not_one(text, found)

    def __str__(self) -> str:
        """The numeral with its hedge, direction and rate, in words that read back as the same numeral.

        >>> str(Numeral.parse("fell in a year by almost 7 per cent"))
        'fall of almost 7 per cent'
        >>> str(Numeral.parse("15 child sexual offences a day"))
        '15 per day'
        """
        words = self.text
        if self.hedge_text is not None:
            words = hedged(self.hedge_text, words)
        if self.direction is not None:
            words = f"{'rise' if self.direction is Direction.RISE else 'fall'} of {words}"
        if self.per is not None:
            words = f"{words} per {self.per if isinstance(self.per, str) else f'{self.per.numerator:,}'}"
        return words

    def restate(self, value: Fraction) -> str:
        """Print another value in the same style and to the same place, in the numeral's own unit.

        A value half-way between two printings goes to the one further from zero. The sign is left
        to the words around it, unless this numeral was itself printed with a minus.

        >>> Numeral.parse("17%").restate(Fraction(200, 11))
        '18%'
        >>> Numeral.parse("seven per cent").restate(Fraction(8))
        'eight per cent'
        >>> Numeral.parse("two thirds").restate(Fraction(37, 50))
        'three quarters'
        """
        refuse_float(value)
        printed = self._telling_end() if self.style is Style.RANGE else self
        return restate(printed, Fraction(value))

    def restate_in_figures(self, value: Fraction) -> str:
        """Print another value in digits, percent or so many times, where the numeral's own style fails.

        >>> Numeral.parse("one in five").restate_in_figures(Fraction(0))
        '0%'
        """
        refuse_float(value)
        printed = self._telling_end() if self.style is Style.RANGE else self
        return in_figures(printed, Fraction(value))

    def replaced(self, text: str, words: str) -> str:
        """The text that this numeral was found in, with other words in its place and that of its hedge.

        >>> text = "a drop of more than 17%"
        >>> Numeral.parse(text).replaced(text, "19%")
        'a drop of 19%'
        """
        before, after = text[: self.start], text[self.end :]
        if self.hedge_text is not None and stands_after(" ".join(self.hedge_text.casefold().split())):
            head, _, rest = after.partition(self.hedge_text)
            after = head.rstrip() + rest
        elif self.hedge_text is not None:
            head, _, rest = before.rpartition(self.hedge_text)
            before = head + rest.lstrip()
        return f"{before}{words}{after}"

    def _telling_end(self) -> Numeral:
        """The end of a range that shows its unit and scale: 25% of "20-25%"."""
        ends = [end for text in range_ends(self.text) for end in _read(Tokens(text, shy=False))]
        return max(ends, key=lambda end: (end.unit is not None, end.place != 1))


def find(text: str, *, hedges: Mapping[str, str] | None = None) -> tuple[Numeral, ...]:
    """Every numeral in a text, in order; spans are offsets into the text as given.

    ``hedges`` adds words to :data:`HEDGE_WORDS`, or gives words of it another meaning.

    >>> [str(numeral) for numeral in find("In 2019/20 there were 63, down 18% from 77.")]
    ['63', 'fall of 18%', '77']
    >>> find("north of 700", hedges={"north of": "more than"})[0].hedge
    'more than'
    """
    refuse_float(text)
    return _read(Tokens(text, hedges=hedges))


def _read(tokens: Tokens) -> tuple[Numeral, ...]:
    found, _ = scan(tokens)
    return numerals_of(tokens, found)


def numerals_of(tokens: Tokens, found: Sequence[Found]) -> tuple[Numeral, ...]:
    """The numerals of all that was found in a text, in order."""
    return tuple(
        numeral_of(tokens, one.amount, hedge=one.hedge, per=one.per, direction=direction)
        for one, direction in zip(found, directions(tokens, found), strict=True)
    )


def numeral_of(
    tokens: Tokens,
    amount: Amount,
    *,
    hedge: Hedge | None = None,
    per: str | Fraction | None = None,
    direction: Direction | None = None,
) -> Numeral:
    """An amount among tokens as a numeral in the text that they come from."""
    return Numeral(
        text=tokens.slice(amount.first, amount.last),
        value=amount.value,
        upper=amount.upper,
        place=amount.place,
        style=amount.style,
        in_full=amount.whole,
        unit=amount.unit,
        per=per,
        hedge=hedge.name if hedge else None,
        hedge_text=tokens.slice(hedge.first, hedge.last) if hedge else None,
        direction=direction,
        start=tokens.at[amount.first],
        end=tokens.at[amount.last],
    )


def _not_one(text: str, found: tuple[Numeral, ...]) -> Fault:
    """What is wrong with a text that does not hold exactly one numeral."""
    shown = repr(text if len(text) <= 80 else f"{text[:77]}...")
    if found:
        count = {2: "two", 3: "three", 4: "four"}.get(len(found), str(len(found)))
        *names, last = [repr(one.text) for one in found[:4]]
        listed = f"{', '.join(names)} and {last}" if len(found) <= 4 else f"{', '.join((*names, last))} ..."
        return Fault(
            rule="CC106", message=f"{count} numbers in {shown} ({listed})", advice="say which one is meant"
        )
    if re.search(rf"[0-9]{{{MOST_DIGITS + 1}}}", text):
        return Fault(
            rule="CC104",
            message=f"a number of more than {MOST_DIGITS} digits in {shown}",
            advice=f"write at most {MOST_DIGITS} digits",
        )
    return Fault(rule="CC106", message=f"no number in {shown}", advice="quote the words that hold the number")
