"""Context: what is counted, where and when, from the words around a number and the words before.

A number takes the area and the period that its own words name; what they leave open is what was spoken of
last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import evolve

from claimcheck.errors import Fault
from claimcheck.mentions.areas import Area
from claimcheck.mentions.mention import Mention, MentionKind
from claimcheck.mentions.nouns import counted_before, noun_after, predicate_after, subject_before
from claimcheck.mentions.spots import Sentence, Spot
from claimcheck.mentions.times import BACKWARD, Time, resolved
from claimcheck.numerals.directions import DIRECTION_WORDS
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import FRACTION, PERCENT, PERCENTAGE_POINT, POINT, TIMES
from claimcheck.periods import Period

# Numbers whose noun goes on being spoken of. A share's is its whole.
_NAMING: Final = frozenset(
    (
        MentionKind.COUNT,
        MentionKind.AMOUNT,
        MentionKind.RATE,
        MentionKind.RECORD,
        MentionKind.CHANGE,
        MentionKind.MULTIPLE,
        MentionKind.DIFFERENCE,
    )
)
_CHANGES: Final = frozenset(
    (MentionKind.CHANGE, MentionKind.DIFFERENCE, MentionKind.POINTS, MentionKind.MULTIPLE)
)
# Units in which things are counted against each other: these say nothing of what they are.
_OF_THINGS: Final = (PERCENT, PERCENTAGE_POINT, POINT, TIMES, FRACTION)
# Verbs between a rate and its level: turnout was 66%, inflation stood at 5%.
_STANDS: Final = frozenset("is was stood stands reached hit averaged remained stayed".split())
# For how many sentences a noun goes without saying: 63 thefts ... While 14 were solved.
_MOST_SENTENCES: Final = 1
# What leads to the time that a change is measured from: up 5% on the year before.
_SINCE: Final = frozenset("from on over than compared with to since against versus vs".split())
# What leads to the first of two dates that make a period.
_BETWEEN: Final = frozenset(("between", "from"))
_JOINTS: Final = frozenset(("and", "to", "-", "\u2013"))
# How many names that start with one word are looked for: New York, New Mexico.
_MOST_NAMES: Final = 8


class Context:
    """What has been said so far: where, when and of what the next words speak unless they say."""

    def __init__(
        self,
        tokens: Tokens,
        *,
        published: date | None,
        names: Iterable[str],
        main: Period | None,
        main_area: str | None,
    ) -> None:
        self._tokens = tokens
        self._published = published
        self.main = main
        """What the text is about: headlines and first sentences often leave it to the rest to say when."""
        self._names: dict[str, list[str]] = {}
        for name in sorted(names):
            self._names.setdefault(name.split()[0].casefold(), []).append(name)
        self._area: str | None = None
        self._main_area = main_area
        self._period: Period | None = None
        self._noun: str | None = None
        self._noun_age = 0
        self._fallback: str | None = None

    def sentence(self, first: int, last: int, spots: list[Spot], named: tuple[Area, ...]) -> Sentence:
        """A sentence with the context of its mentions filled in."""
        claims = [spot for spot in spots if spot.mention.is_claim]
        self._noun_age += 1
        # A headline leaves it to the rest to say where.
        is_headline = first == 0 and self._tokens.words[last - 1] != "."
        self._fallback = self._main_area if is_headline else None
        if claims:
            places = self._places(first, last, named)
            reader = _SentenceContext(self, self._tokens, first, spots, places)
            filled = {
                spot.first: reader.fill(
                    spot,
                    before=claims[index - 1].last if index else first,
                    after=claims[index + 1].first if index + 1 < len(claims) else last,
                )
                for index, spot in enumerate(claims)
            }
            spots = [
                evolve(spot, mention=filled[spot.first]) if spot.first in filled else spot for spot in spots
            ]
            named = tuple(places)
        return Sentence(first=first, last=last, spots=tuple(self._dated(spots)), areas=named)

    def _dated(self, spots: list[Spot]) -> Iterator[Spot]:
        for spot in spots:
            if spot.time is None or spot.mention.period is not None:
                yield spot
            else:
                yield evolve(spot, mention=evolve(spot.mention, period=self.resolve(spot.time)))

    def _places(self, first: int, last: int, named: tuple[Area, ...]) -> list[Area]:
        """The areas of a sentence, with those named elsewhere in the text that stand here bare."""
        places = list(named)
        taken = {j for area in named for j in range(area.first, area.last)}
        for i in range(first, last):
            if i in taken or self._tokens.words[i] not in self._names or not self._tokens.is_capital(i):
                continue
            for name in self._names[self._tokens.words[i]][:_MOST_NAMES]:
                length = 2 * len(name.split()) - 1
                if " ".join(self._tokens.slice(i, min(i + length, last)).split()) == name:
                    places.append(Area(first=i, last=i + length, name=name))
                    break
        places.sort(key=lambda area: area.first)
        return places

    # What stays said

    def area(self, own: str | None) -> str | None:
        """The area of a number that names its own, or does not."""
        self._area = own or self._area
        return self._area or self._fallback

    def period(self, own: Period | None, *, is_absolute: bool) -> Period | None:
        """The period of a number that names its own, or does not."""
        # An earlier period is a look back: the later one goes on being spoken of.
        is_back = own is not None and self._period is not None and own.first < self._period.first
        if is_absolute and not is_back:
            self._period = own
        return own or self._period

    def noun(self, own: str | None, mention: Mention) -> str | None:
        """What a number counts, where it says so or not.

        Pounds and miles count nothing that was said before, nor does a number some sentences on.
        """
        if own is not None and mention.kind in _NAMING:
            self._noun, self._noun_age = own, 0
        is_measured = mention.unit not in (None, *_OF_THINGS) or (
            mention.kind is MentionKind.AMOUNT and mention.unit is not None
        )
        return own or (None if is_measured or self._noun_age > _MOST_SENTENCES else self._noun)

    def resolve(self, time: Time) -> Period | None:
        """The period that words of time mean here."""
        current = self._period
        if current is None and time.relation in ("last", "current", "span"):
            current = self.main  # "last year" in the first sentence is the year that the rest names
        return resolved(time, current, self._published)

    def resolve_from(self, time: Time, current: Period | None) -> Period | None:
        """The period that words of time mean to one who speaks of the current period."""
        return resolved(time, current or self._period, self._published)


class _SentenceContext:
    """Where the times and areas of one sentence stand."""

    def __init__(
        self, context: Context, tokens: Tokens, first: int, spots: list[Spot], places: list[Area]
    ) -> None:
        self._context = context
        self._tokens = tokens
        self._first = first
        self._times = [spot for spot in spots if spot.time is not None and spot.time.relation != "span"]
        self._time_starts = [spot.first for spot in self._times]
        self._places = places
        self._place_starts = [area.first for area in places]

    def fill(self, spot: Spot, *, before: int, after: int) -> Mention:
        """The mention with its context, between the claims ``before`` and ``after`` it."""
        own_area = self._area(spot, after)
        time, base = self._time(spot, before, after)
        own_period = None if time is None else self._period(time)
        is_absolute = time is not None and time.time is not None and time.time.period is not None
        own_noun = self._noun(spot, after)
        area = self._context.area(own_area)
        period = self._context.period(own_period, is_absolute=is_absolute)
        if period is None:
            period = self._context.main
        noun = self._context.noun(own_noun, spot.mention)
        shared = {"area": (own_area, area), "period": (own_period, period), "noun": (own_noun, noun)}
        inherited = frozenset(
            name for name, (own, found) in shared.items() if own is None and found is not None
        )
        since = None if base is None else self._context.resolve_from(base, period)
        return evolve(spot.mention, area=area, period=period, since=since, noun=noun, inherited=inherited)

    def _area(self, spot: Spot, after: int) -> str | None:
        """The area that a number is said of: the first one after it, else the last one before it."""
        index = bisect_left(self._place_starts, spot.last)
        if index < len(self._places) and self._places[index].first < after:
            return self._places[index].name
        leading = bisect_left(self._place_starts, spot.first)
        if leading:
            return self._places[leading - 1].name
        # "a 44% rise across the 39 forces of England": no level takes the area of another one
        is_free = spot.mention.kind in _CHANGES and bool(self._places)
        return self._places[0].name if is_free else None

    def _time(self, spot: Spot, before: int, after: int) -> tuple[Spot | None, Time | None]:
        """The words of time that a number is said of: the first after it, else the last before it.

        With them those that a change is measured from.
        """
        base: Time | None = None
        index = bisect_left(self._time_starts, spot.last)
        while index < len(self._times) and self._times[index].first < after:
            if not self._is_base(spot, self._times[index]):
                return self._times[index], base
            base = base or self._times[index].time
            index += 1
        leading = bisect_right(self._time_starts, spot.first)
        if not leading:
            return None, base
        time = self._times[leading - 1]
        is_taken = time.time is not None and time.time.relation in BACKWARD and time.first >= before > 0
        return (None if is_taken or time.last > spot.first else time), base

    def _period(self, time: Spot) -> Period | None:
        """The period that words of time mean, with the next ones where these make one period."""
        assert time.time is not None
        index = bisect_right(self._time_starts, time.first)
        if index < len(self._times) and self._tokens.word_before(time.first) in _BETWEEN:
            following = self._times[index]
            if self._tokens.slice(time.last, following.first).strip() in _JOINTS:
                try:
                    return Period.parse(f"{time.mention.text} to {following.mention.text}")
                except Fault:
                    return self._context.resolve(time.time)
        return self._context.resolve(time.time)

    def _is_base(self, spot: Spot, time: Spot) -> bool:
        """True for the time that a change is measured from: up 5% on the year before."""
        if spot.mention.kind not in _CHANGES or time.time is None:
            return False
        lead = self._tokens.word_before(time.first)
        if lead == "the":
            lead = self._tokens.word_before(time.first - 2)
        return lead in _SINCE or time.time.relation == "previous"

    def _noun(self, spot: Spot, end: int) -> str | None:
        assert spot.found is not None, "a claim states a number"
        tokens, i = self._tokens, spot.found.amount.last
        if spot.mention.kind is MentionKind.MONEY:
            return None
        if spot.mention.kind is MentionKind.AMOUNT and spot.mention.unit == PERCENT:
            return self._rate(spot)
        if spot.mention.kind not in _CHANGES:
            return (
                noun_after(tokens, i, end)
                or predicate_after(tokens, i, end)
                or counted_before(tokens, spot.first, self._first)
            )
        for j in range(i, min(i + 8, end)):  # an 89% increase in cases
            if (
                tokens.words[j] in ("in", "of")
                and tokens.kinds[j + 1] == "space"
                and not self._is_place(j + 2)
            ):
                noun = noun_after(tokens, j + 1, end)
                if noun is not None:
                    return noun
        return self._subject(spot)

    def _rate(self, spot: Spot) -> str | None:
        """What a percentage is the level of: turnout was 66%."""
        j = self._tokens.back(spot.first)
        if self._tokens.words[j] == "at":  # stood at
            j = self._tokens.back(j)
        is_verb = self._tokens.words[j] in _STANDS
        return subject_before(self._tokens, j, self._first) if is_verb else None

    def _is_place(self, i: int) -> bool:
        index = bisect_left(self._place_starts, i)
        return index < len(self._places) and self._places[index].first == i

    def _subject(self, spot: Spot) -> str | None:
        """What a change is said of: the number of offences has doubled, thefts fell 5%."""
        words = self._tokens.words
        verb = next(
            (
                j
                for j in range(spot.first - 1, max(self._first, spot.first - 30) - 1, -1)
                if words[j] in DIRECTION_WORDS
            ),
            spot.first if spot.mention.kind is MentionKind.MULTIPLE else None,
        )
        if verb is None:
            return None
        subject = subject_before(self._tokens, verb, self._first)
        index = bisect_left(self._place_starts, verb)
        if subject is not None and index and self._places[index - 1].name.endswith(subject):
            # "burglaries in the West Midlands fell": past the place and what leads to it
            lead = self._tokens.back(self._places[index - 1].first)
            lead = self._tokens.back(lead) if words[lead] == "the" else lead
            return subject_before(self._tokens, lead, self._first) or subject
        return subject
