"""Merging: which slots are one figure, and which figures are of one measure.

Two slots are one figure when area and period are the same and their nouns can mean the same thing. Within
an article that takes numbers which can both be true, or the same words for both: writers seldom
contradict themselves, and often count two things of one name. Between articles it does not: that is what
the reader wants to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from attrs import frozen

from claimcheck.figures import Figure, Measure
from claimcheck.interval import Interval
from claimcheck.mentions import MentionKind
from claimcheck.numerals.units import CURRENCIES
from claimcheck.periods import Period
from claimcheck.reading.slots import ArticleSlots, Slot, Standing
from claimcheck.reading.things import same_thing, thing_of
from claimcheck.reading.ties import Tie
from claimcheck.readings import Conventions, read
from claimcheck.units import is_counted

Key = tuple[str | None, Period | None]
"""Where and when: what tells the figures of one measure apart."""

# How many sentences after a headline its number may stand in.
_LEAD: Final = 3


@frozen(kw_only=True)
class Merge:
    """Two slots that were taken for one figure, and why."""

    one: Slot
    other: Slot
    reason: str


@frozen(kw_only=True)
class Merged:
    """The figure of every slot, by the slot's number, and what was taken for one figure."""

    figures: dict[int, Figure]
    merges: tuple[Merge, ...]


def merge(articles: Sequence[ArticleSlots]) -> Merged:
    """Decide which slots are one figure, and name all figures."""
    return _Merger(articles).merged()


class _Merger:
    def __init__(self, articles: Sequence[ArticleSlots]) -> None:
        self._articles = articles
        self._slots = {slot.number: slot for article in articles for slot in article.slots}
        self._root_of = {number: number for number in self._slots}
        self._members = {number: [slot] for number, slot in self._slots.items()}
        self._merges: list[Merge] = []
        self._partners: dict[int, set[int]] = {}
        for article in articles:
            for one, other in article.apart:
                self._partners.setdefault(one.number, set()).add(other.number)
                self._partners.setdefault(other.number, set()).add(one.number)

    def merged(self) -> Merged:
        for article in self._articles:
            self._merge_within(article)
        for index, article in enumerate(self._articles):
            for other in self._articles[index + 1 :]:
                self._merge_between(article, other)
        namer = _Namer(self._articles, self._root_of, self._slots)
        return Merged(figures=namer.figures(), merges=tuple(self._merges))

    def _join(self, one: Slot, other: Slot, reason: str) -> None:
        first, second = sorted((self._root_of[one.number], self._root_of[other.number]))
        if first == second:
            return
        for slot in self._members[second]:
            self._root_of[slot.number] = first
        self._members[first] += self._members.pop(second)
        self._merges.append(Merge(one=one, other=other, reason=reason))

    def _may_join(self, one: Slot, other: Slot) -> str | None:
        """Why two slots can be one figure, or None."""
        if one.key is None or one.key != other.key or not _units_fit(one, other):
            return None
        if (one.standing is Standing.WHOLE) != (other.standing is Standing.WHOLE):
            return None
        is_elsewhere = (one.article, one.sentence) != (other.article, other.sentence)
        if one.is_rate != other.is_rate and one.spot is not None and other.spot is not None and is_elsewhere:
            return None  # so many a day is of the number just named, or of one of its own
        ours = {slot.number for slot in self._joined(one)}
        if any(not ours.isdisjoint(self._partners.get(slot.number, ())) for slot in self._joined(other)):
            return None  # the two ends of one change, a part and its whole
        if one.is_only_before and other.is_only_before and not self._end_alike(one, other):
            return None
        return same_thing(one.noun, other.noun)

    def _end_alike(self, one: Slot, other: Slot) -> bool:
        """True when two changes that do not say what they are from are known to end at one figure."""
        ends = [{self._root_of[number] for number in self._partners[slot.number]} for slot in (one, other)]
        return not ends[0].isdisjoint(ends[1])

    def _joined(self, slot: Slot) -> list[Slot]:
        """All that is taken for one figure with a slot."""
        return self._members[self._root_of[slot.number]]

    def _merge_within(self, article: ArticleSlots) -> None:
        for slots in _by_key(article).values():
            for index, one in enumerate(slots):
                for other in slots[index + 1 :]:
                    reason = self._may_join(one, other)
                    if reason is None or self._root_of[one.number] == self._root_of[other.number]:
                        continue
                    if self._is_said_again(one, other) or self._can_both_be(one, other):
                        self._join(one, other, f"{reason}, {_where(one)}")
        self._merge_headline(article)

    def _is_said_again(self, one: Slot, other: Slot) -> bool:
        """True where an article speaks twice of one figure, though with two numbers: of which one is a slip.

        It does in the same words, and where a headline says in fewer what the story says.
        """
        is_plain = (one.noun or "").casefold() == (other.noun or "").casefold()
        is_named = one.is_own and other.is_own and is_plain and one.area is not None
        is_apart = one.sentence != other.sentence
        return (is_named or one.is_headline) and is_apart and self._are_near(one, other)

    def _merge_headline(self, article: ArticleSlots) -> None:
        """The number of a headline without place and time is that of the first sentences, if one fits."""
        for one in article.levels:
            if not one.is_headline or one.noun is None or one.key is not None or one.is_vague:
                continue
            fitting = [
                other
                for other in article.levels
                if 0 < other.sentence <= _LEAD
                and not other.is_vague
                and _units_fit(one, other)
                and (one.area is None or one.area == other.area)
                and one.is_rate == other.is_rate
                and same_thing(one.noun, other.noun) is not None
                and self._are_near(one, other)
            ]
            if len(fitting) == 1:
                self._join(one, fitting[0], f"{same_thing(one.noun, fitting[0].noun)}, headline and story")

    def _merge_between(self, article: ArticleSlots, other: ArticleSlots) -> None:
        candidates = []
        theirs = _by_key(other)
        for key, ours in _by_key(article).items():
            for one, two in product(ours, theirs.get(key, ())):
                reason = self._may_join(one, two)
                if reason is not None and (self._can_both_be(one, two) or self._are_near(one, two)):
                    candidates.append((self._distance(one, two), one, two, reason))
        candidates.sort(key=lambda found: found[0])
        taken: set[tuple[int, int]] = set()
        for _, one, two, reason in candidates:
            first, second = (0, self._root_of[one.number]), (1, self._root_of[two.number])
            if first[1] == second[1] or first in taken or second in taken:
                continue
            taken |= {first, second}
            self._join(one, two, f"{reason}, {_where(one)}")

    def _distance(self, one: Slot, other: Slot) -> tuple[int, int, int, int]:
        """How far two slots are from being said to be one: numbers that agree first, then like nouns."""
        agree = self._can_both_be(one, other)
        words = (one.noun or "").casefold() == (other.noun or "").casefold()
        return (not agree, not words, one.number, other.number)

    @staticmethod
    def _are_near(one: Slot, other: Slot) -> bool:
        """True for numbers of which one may be a slip for the other: 63 and 65, not 63 and 650."""
        values = sorted(
            abs(slot.spot.mention.value)
            for slot in (one, other)
            if slot.spot is not None and slot.spot.mention.value is not None
        )
        return len(values) < 2 or 2 * values[1] <= 3 * values[0]

    def _can_both_be(self, one: Slot, other: Slot) -> bool:
        """True when the numbers that are stated of the two can be true together."""
        common: Interval | None = Interval(None, None)
        for slot in (*self._joined(one), *self._joined(other)):
            if common is not None and slot.spot is not None and not slot.is_rate:
                common = common.intersect(_range(slot))
        return common is not None


def _by_key(article: ArticleSlots) -> dict[object, list[Slot]]:
    """The slots of which area and period are known, by these."""
    found: dict[object, list[Slot]] = {}
    for slot in article.slots:
        if slot.key is not None and slot.standing is not Standing.PART:
            found.setdefault(slot.key, []).append(slot)
    return found


def _range(slot: Slot) -> Interval:
    """What the number of a slot can be made to mean."""
    numeral = slot.spot.mention.numeral if slot.spot is not None else None
    assert numeral is not None, "only slots that state a number have a range"
    return read(numeral, counted=numeral.unit is None, conventions=Conventions()).loose


def _units_fit(one: Slot, other: Slot) -> bool:
    """Numbers that are stated have one unit; what is only spoken of may be in any."""
    if one.spot is None or other.spot is None:
        return one.unit is None or other.unit is None or one.unit == other.unit
    return one.unit == other.unit


def _where(slot: Slot) -> str:
    return f"both {slot.area}, {slot.period}" if slot.area else f"both {slot.period}"


class _Namer:
    """Gives every group of slots a figure: its measure's name, unit, area and period."""

    def __init__(
        self, articles: Sequence[ArticleSlots], groups: dict[int, int], slots: dict[int, Slot]
    ) -> None:
        self._articles = articles
        self._groups = groups
        self._slots = slots
        self._topics: list[_Topic] = []
        self._of_root: dict[int, _Topic] = {}

    def figures(self) -> dict[int, Figure]:
        members: dict[int, list[Slot]] = {}
        for number, root in self._groups.items():
            members.setdefault(root, []).append(self._slots[number])
        for root, slots in sorted(members.items()):
            self._place(root, slots)
        for article in self._articles:  # the figures of a change or a share are of one unit
            for one, other in article.apart:
                self._tie(self._of_root[self._groups[one.number]], self._of_root[self._groups[other.number]])
            for change in article.changes:
                self._of_root[self._groups[change.new.number]].first().measure_by(change.tie)
        named = _names(self._topics)
        return {
            slot.number: self._figure(root, slots, named) for root, slots in members.items() for slot in slots
        }

    def _place(self, root: int, slots: list[Slot]) -> None:
        noun = _best_noun(slots)
        keys = {(slot.area, slot.period) for slot in slots}
        given = next((slot.figure.measure for slot in slots if slot.figure is not None), None)
        for topic in self._topics:
            if topic.given == given if given else topic.takes(noun, keys, slots):
                break
        else:
            topic = _Topic(given)
            self._topics.append(topic)
        topic.add(noun, keys, slots)
        self._of_root[root] = topic

    def _tie(self, one: _Topic, other: _Topic) -> None:
        first, second = one.first(), other.first()
        if first is not second:
            second.tied_to = first
            first.units |= second.units
            first.is_broken = first.is_broken or second.is_broken
            first.measure = first.measure or second.measure

    def _figure(self, root: int, slots: list[Slot], named: dict[int, str]) -> Figure:
        given = next((slot.figure for slot in slots if slot.figure is not None), None)
        if given is not None:
            return given
        topic = self._of_root[root]
        first = slots[0]
        measure = topic.given or Measure(name=named[id(topic)], unit=topic.unit(), signed=topic.is_signed)
        return Figure(measure=measure, area=first.area, period=first.period)


class _Topic:
    """Figures of one measure: what is counted is the same, where and when differs."""

    def __init__(self, measure: Measure | None) -> None:
        self.given = self.measure = measure
        self.nouns: list[str] = []
        self.keys: set[Key] = set()
        self.units: set[str] = set()
        self.tied_to: _Topic | None = None
        self.is_whole = False
        self.is_broken = False
        self.is_signed = False
        self.fallback = "what the text leaves unsaid"

    def takes(self, noun: str | None, keys: set[Key], slots: Iterable[Slot]) -> bool:
        if noun is None or not self.nouns or any(None in key for key in keys) or self.keys & keys:
            return False
        if any((slot.standing is Standing.WHOLE) != self.is_whole for slot in slots):
            return False
        if len(self.units | {slot.unit for slot in slots if slot.unit is not None}) > 1:
            return False
        return all(same_thing(noun, own) is not None for own in self.nouns)

    def add(self, noun: str | None, keys: Iterable[Key], slots: Iterable[Slot]) -> None:
        if noun is not None and noun not in self.nouns:
            self.nouns.append(noun)
        self.keys.update(keys)
        for slot in slots:
            if slot.spot is not None and noun is None:
                self.fallback = f"what {slot.spot.mention.text} is of"
            self.is_whole = self.is_whole or slot.standing is Standing.WHOLE
            if slot.unit is not None:
                self.units.add(slot.unit)
            elif slot.spot is not None and slot.spot.mention.value is not None:
                self.is_broken = self.is_broken or slot.spot.mention.value.denominator != 1
                self.is_broken = self.is_broken or slot.spot.mention.kind is MentionKind.MEAN
            if slot.spot is not None and (slot.spot.mention.value or 0) < 0:
                self.is_signed = True

    def measure_by(self, tie: Tie) -> None:
        """A fall of 105.49 is none of things that come in whole numbers."""
        for spot in tie.changes:
            if spot.mention.kind is MentionKind.DIFFERENCE and spot.mention.value is not None:
                self.is_broken = self.is_broken or spot.mention.value.denominator != 1

    def first(self) -> _Topic:
        """The topic whose unit this one has."""
        return self if self.tied_to is None else self.tied_to.first()

    def unit(self) -> str:
        """Money or another measured unit where one is printed, a counted thing where none is."""
        if self.tied_to is not None:
            return self.first().unit()
        if self.measure is not None:
            return self.measure.unit
        currencies = sorted(self.units & CURRENCIES)
        if currencies:
            return currencies[0]
        measured = sorted(unit for unit in self.units if not is_counted(unit))
        if measured:
            return measured[0]
        if self.units:
            return min(self.units)
        if self.is_broken:
            return "point"
        head = thing_of(self.nouns[0].removeprefix("part of ")).head if self.nouns else "thing"
        return head if is_counted(head) else "thing"


def _best_noun(slots: Sequence[Slot]) -> str | None:
    nouns = [slot.noun for slot in slots if slot.noun is not None]
    return max(nouns, key=lambda noun: (len(thing_of(noun).modifiers), len(noun)), default=None)


def _names(topics: Sequence[_Topic]) -> dict[int, str]:
    """A name for each topic, none of them twice."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for topic in topics:
        noun = max(topic.nouns, key=lambda word: len(thing_of(word).modifiers), default=topic.fallback)
        if topic.is_whole:
            noun = f"all {noun}" if not noun.startswith("all ") else noun
        name, count = noun, 2
        while name.casefold() in taken:
            name, count = f"{noun} ({count})", count + 1
        taken.add(name.casefold())
        names[id(topic)] = name
    return names
