"""Finding: every mention in a text, with what is counted, where and when.

:func:`survey` goes over a text once and gives its sentences with what stands in them;
:func:`find` gives the mentions alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from claimcheck.mentions.areas import areas
from claimcheck.mentions.context import Context
from claimcheck.mentions.kinds import NumberInSentence, direction_of, kind_of
from claimcheck.mentions.mention import Mention, MentionKind
from claimcheck.mentions.sentences import sentences
from claimcheck.mentions.spots import Sentence, Spot
from claimcheck.mentions.times import Time, time_at
from claimcheck.numerals import Style
from claimcheck.numerals.amount import Amount, Trap
from claimcheck.numerals.hedges import hedge_before
from claimcheck.numerals.numbers import number_at
from claimcheck.numerals.numeral import numeral_of, numerals_of
from claimcheck.numerals.scanning import scan
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.words import SMALL, WORD_SCALES
from claimcheck.periods import Period

#: Ordinal numbers in words; in digits (3rd) they are traps of the numerals.
ORDINALS: Final = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
# The number is all there is to these: nothing stands for a unit.
_WHOLE: Final = frozenset((Style.NAMED_FRACTION, Style.ONE_IN, Style.OUT_OF, Style.VERB))


@frozen(kw_only=True)
class Survey:
    """A text in tokens and sentences, with every mention in place."""

    tokens: Tokens
    sentences: tuple[Sentence, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, in order."""
        return tuple(spot.mention for sentence in self.sentences for spot in sentence.spots)


def find(
    text: str, *, published: date | None = None, hedges: Mapping[str, str] | None = None
) -> tuple[Mention, ...]:
    """Every numeric mention in a text, in order; spans are offsets into the text as given.

    ``published`` is the day that "last year" is counted from. ``hedges`` are as in
    :func:`claimcheck.numerals.find`.

    >>> for mention in find("In Wiltshire 63 were recorded in 2019/20, a drop of 18% on the year before."):
    ...     print(mention.text, mention.kind.value, mention.area, mention.period)
    63 count Wiltshire 2019/20
    2019/20 period None 2019/20
    18% change Wiltshire 2019/20
    the year before period None 2018/19
    """
    return survey(text, published=published, hedges=hedges).mentions


def survey(text: str, *, published: date | None = None, hedges: Mapping[str, str] | None = None) -> Survey:
    """A text in sentences with all mentions, each with what is counted, where and when."""
    tokens = Tokens(text, hedges=hedges)
    bounds = sentences(tokens)
    spots = _in_sentences(bounds, _spots(tokens, bounds))
    named = [
        tuple(areas(tokens, first, last)) if _has_claims(inside) else ()
        for (first, last), inside in zip(bounds, spots, strict=True)
    ]
    known = {area.name for places in named for area in places}
    main_area = next((area.name for places in named for area in places if area.is_named), None)
    context = Context(tokens, published=published, names=known, main=_main_period(spots), main_area=main_area)
    return Survey(
        tokens=tokens,
        sentences=tuple(
            context.sentence(first, last, inside, places)
            for (first, last), inside, places in zip(bounds, spots, named, strict=True)
        ),
    )


def _has_claims(spots: list[Spot]) -> bool:
    return any(spot.mention.is_claim for spot in spots)


def _main_period(spots: list[list[Spot]]) -> Period | None:
    """The period that a text is about: the first that it names, or else the first year beside a claim."""
    dated = [
        (spot, _has_claims(inside))
        for inside in spots
        for spot in inside
        if spot.time is not None and spot.time.period is not None
    ]
    named = (spot.time.period for spot, _ in dated if spot.time and spot.mention.kind is not MentionKind.DATE)
    years = (
        spot.time.period
        for spot, is_beside in dated
        if is_beside and spot.time and spot.time.period and spot.time.period.days >= 365
    )
    return next(named, None) or next(years, None)


def _in_sentences(bounds: list[tuple[int, int]], spots: list[Spot]) -> list[list[Spot]]:
    inside: list[list[Spot]] = [[] for _ in bounds]
    k = 0
    for spot in spots:
        while k + 1 < len(bounds) and bounds[k + 1][0] <= spot.first:
            k += 1
        inside[k].append(spot)
    return inside


# What stands where, before its context is known


def _spots(tokens: Tokens, bounds: list[tuple[int, int]]) -> list[Spot]:
    found, traps = scan(tokens)
    times = _times(tokens, traps)
    spots = [_time_spot(tokens, time) for time in times]
    taken = bytearray(tokens.size + 1)
    for time in times:
        taken[time.first : time.last] = b"\1" * (time.last - time.first)
    numerals = numerals_of(tokens, found)
    k = 0
    for one, numeral in zip(found, numerals, strict=True):
        while k + 1 < len(bounds) and bounds[k + 1][0] <= one.first:
            k += 1
        if taken[one.amount.first]:
            continue
        taken[one.first : one.last] = b"\1" * (one.last - one.first)
        first, last = _number(tokens, one.amount)
        place = NumberInSentence(tokens, one, numeral, *bounds[k])
        spots.append(
            Spot(
                first=one.first,
                last=one.last,
                found=one,
                mention=Mention(
                    text=numeral.text,
                    start=numeral.start,
                    end=numeral.end,
                    number_start=first,
                    number_end=last,
                    kind=kind_of(place),
                    numeral=numeral,
                    direction=direction_of(place),
                ),
            )
        )
    for trap in traps:
        if not any(taken[trap.first : trap.last]):
            taken[trap.first : trap.last] = b"\1" * (trap.last - trap.first)
            spots.append(_trap_spot(tokens, trap))
    spots.extend(_ordinals(tokens, taken))
    spots.sort(key=lambda spot: spot.first)
    return spots


def _times(tokens: Tokens, traps: list[Trap]) -> list[Time]:
    starts = {trap.first: trap for trap in traps}
    times: list[Time] = []
    i = 0
    while i < tokens.size:
        time = time_at(tokens, i, starts)
        if time is None:
            i += 1
        else:
            times.append(time)
            i = time.last
    return times


def _time_spot(tokens: Tokens, time: Time) -> Spot:
    start, end = tokens.at[time.first], _text_end(tokens, time.last)
    mention = Mention(
        text=tokens.text[start:end],
        start=start,
        end=end,
        number_start=start,
        number_end=end,
        kind=MentionKind.DATE if time.is_date else MentionKind.PERIOD,
        period=time.period,
    )
    return Spot(first=time.first, last=time.last, time=time, mention=mention)


def _trap_spot(tokens: Tokens, trap: Trap) -> Spot:
    start, end = tokens.at[trap.first], tokens.at[trap.last]
    number = (start, end)
    amount, numeral = trap.amount, None
    if amount is None and trap.kind == "age":  # under-18
        amount = number_at(tokens, trap.last - 1)
    if amount is not None and amount.last <= trap.last:
        numeral = numeral_of(tokens, amount, hedge=hedge_before(tokens, trap.first))
        number = _number(tokens, amount)
    mention = Mention(
        text=tokens.text[start:end],
        start=start,
        end=end,
        number_start=number[0],
        number_end=number[1],
        kind=MentionKind(trap.kind),
        numeral=numeral,
    )
    return Spot(first=trap.first, last=trap.last, mention=mention)


def _ordinals(tokens: Tokens, taken: bytearray) -> Iterator[Spot]:
    for i in range(tokens.size):
        if tokens.words[i] in ORDINALS and not taken[i]:
            start, end = tokens.at[i], tokens.at[i + 1]
            mention = Mention(
                text=tokens.text[start:end],
                start=start,
                end=end,
                number_start=start,
                number_end=end,
                kind=MentionKind.ORDINAL,
            )
            yield Spot(first=i, last=i + 1, mention=mention)


def _text_end(tokens: Tokens, last: int) -> int:
    return tokens.at[last]


def _number(tokens: Tokens, amount: Amount) -> tuple[int, int]:
    """The span of the number alone: "seven" of "seven per cent", "£1.6 million" as a whole."""
    last = amount.last
    if amount.style not in _WHOLE:
        while last > amount.first + 1 and not (
            tokens.kinds[last - 1] in ("number", "vulgar")
            or tokens.words[last - 1] in SMALL
            or tokens.words[last - 1] in WORD_SCALES
            or amount.scale != 1
        ):
            last -= 1
    return tokens.at[amount.first], tokens.at[last]
