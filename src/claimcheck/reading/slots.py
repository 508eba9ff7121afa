"""Slots: the figures that a text speaks of, before it is known which of them are one.

A level ("63 incidents") is a slot; so is what only a change or a share speaks of ("a drop of 18%" has a
figure after and one before).
"""

from __future__ import annotations

import enum
from itertools import combinations
from typing import Final

from attrs import evolve, frozen

from claimcheck.figures import Figure
from claimcheck.findings import Confidence
from claimcheck.mentions import Mention, MentionKind, Spot, Survey
from claimcheck.periods import Period
from claimcheck.reading.relations import Relations
from claimcheck.reading.ties import LEVELS, MeanTie, ShareTie, SumTie, Tie

#: Words for the place that is being spoken of.
HERE: Final = frozenset(
    "the region, the area, the county, the city, the town, the borough, the district, the force".split(", ")
)
#: Words for the whole country.
NATIONWIDE: Final = frozenset("nationwide, the country, the nation, nationally".split(", "))
# A number after one of these is not all there is: an extra 34, within 600, the three.
_ADDED: Final = frozenset("extra another additional further within other remaining every first last".split())


class Standing(enum.Enum):
    """What a slot is to the words that speak of it."""

    LEVEL = "level"
    BEFORE = "before"
    PART = "part"
    WHOLE = "whole"


@frozen(kw_only=True)
class Slot:
    """A figure as one article speaks of it."""

    article: int
    number: int
    standing: Standing = Standing.LEVEL
    spot: Spot | None = None
    noun: str | None = None
    area: str | None = None
    period: Period | None = None
    unit: str | None = None
    sentence: int = -1
    """Which sentence states it."""
    is_headline: bool = False
    """True where a headline states it."""
    is_own: bool = False
    """True where the words name area and period for this very number."""
    is_rate: bool = False
    """True for the total behind a rate or an incidence: the number stated is so many a day of it."""
    figure: Figure | None = None
    """The figure of a dossier that it stands for."""
    is_vague: bool = False
    """True where the words do not say what it is of: then it is no other figure."""
    is_placeless: bool = False
    """True where the article names no area at all: then all its figures are of one."""

    @property
    def is_only_before(self) -> bool:
        """True for what a change is from when nobody states it."""
        return self.standing is Standing.BEFORE and self.spot is None

    @property
    def key(self) -> tuple[str, Period] | None:
        """Area and period, where both are known."""
        if self.is_vague:
            return None
        area = self.area or ("" if self.is_placeless else None)
        return (area, self.period) if area is not None and self.period is not None else None


@frozen(kw_only=True)
class ChangeSlots:
    """A tie with its figures."""

    tie: Tie
    new: Slot
    old: Slot


@frozen(kw_only=True)
class ShareSlots:
    """A share with its figures."""

    tie: ShareTie
    part: Slot
    whole: Slot


@frozen(kw_only=True)
class SumSlots:
    """A sum with its figures."""

    tie: SumTie
    whole: Slot
    parts: tuple[Slot, ...]


@frozen(kw_only=True)
class MeanSlots:
    """A mean with its figures."""

    tie: MeanTie
    total: Slot
    count: Slot


@frozen(kw_only=True)
class ArticleSlots:
    """All the figures that one article speaks of."""

    levels: tuple[Slot, ...]
    changes: tuple[ChangeSlots, ...] = ()
    shares: tuple[ShareSlots, ...] = ()
    sums: tuple[SumSlots, ...] = ()
    means: tuple[MeanSlots, ...] = ()

    @property
    def apart(self) -> tuple[tuple[Slot, Slot], ...]:
        """Figures of one unit that are not the same: a change's two ends, a part and its whole."""
        return (
            *((change.new, change.old) for change in self.changes),
            *((share.part, share.whole) for share in self.shares),
            *(pair for one in self.sums for pair in combinations((one.whole, *one.parts), 2)),
        )

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot once, in the order of the text."""
        found = {
            slot.number: slot for slot in (*self.levels, *(slot for pair in self.apart for slot in pair))
        }
        return tuple(found[number] for number in sorted(found))


def slots_of(article: int, survey: Survey, relations: Relations, first: int) -> ArticleSlots:
    """The slots of an article, numbered from ``first``."""
    return _Filler(article, survey, first).fill(relations)


class _Filler:
    def __init__(self, article: int, survey: Survey, first: int) -> None:
        self._article = article
        self._survey = survey
        self._next = first
        self._by_spot: dict[int, Slot] = {}
        self._tied: set[int] = set()
        opening = survey.sentences[:1]
        is_headline = any(survey.tokens.words[one.last - 1] != "." for one in opening)
        self._headline_end = opening[0].last if is_headline else 0
        self._sentence_of = {
            spot.first: index for index, sentence in enumerate(survey.sentences) for spot in sentence.spots
        }
        named = [area.name for sentence in survey.sentences for area in sentence.areas]
        self._is_placeless = not named
        self._here = next((name for name in named if name not in HERE | NATIONWIDE), None)

    def fill(self, relations: Relations) -> ArticleSlots:
        """Levels first, in the order of the text, then what only changes and shares speak of."""
        self._tied = {spot.first for tie in relations.ties for spot in (tie.new, tie.old) if spot}
        for sentence in self._survey.sentences:
            for spot in sentence.spots:
                if spot.mention.kind in LEVELS | {MentionKind.INCIDENCE}:
                    self._level(spot)
        changes = tuple(self._change(tie) for tie in relations.ties)
        shares = tuple(self._share(tie) for tie in relations.shares)
        sums = tuple(
            SumSlots(tie=tie, whole=self._level(tie.whole), parts=tuple(map(self._level, tie.parts)))
            for tie in relations.sums
        )
        means = tuple(
            MeanSlots(tie=tie, total=self._level(tie.total), count=self._level(tie.count))
            for tie in relations.means
        )
        stated = {tie.share.first for tie in relations.shares} | {tie.mean.first for tie in relations.means}
        levels = tuple(slot for first, slot in self._by_spot.items() if first not in stated)
        return ArticleSlots(levels=levels, changes=changes, shares=shares, sums=sums, means=means)

    def _slot(self, mention: Mention, standing: Standing, spot: Spot | None = None) -> Slot:
        slot = Slot(
            article=self._article,
            number=self._next,
            sentence=self._sentence_of.get(spot.first, -1) if spot is not None else -1,
            is_vague=spot is not None and self._survey.tokens.word_before(spot.first) in _ADDED,
            is_headline=spot is not None and spot.first < self._headline_end,
            standing=standing,
            spot=spot,
            noun=mention.noun,
            area=self._area(mention.area),
            period=mention.period,
            unit=mention.unit,
            is_own=not mention.inherited & {"area", "period"},
            is_placeless=self._is_placeless,
        )
        self._next += 1
        return slot

    def _area(self, words: str | None) -> str | None:
        if words in HERE:
            return self._here or words
        return "nationwide" if words in NATIONWIDE else words

    def _level(self, spot: Spot) -> Slot:
        if spot.first not in self._by_spot:
            slot = self._slot(spot.mention, Standing.LEVEL, spot)
            per = spot.mention.numeral.per if spot.mention.numeral else None
            if per is not None and spot.first in self._tied:
                # two rates that are compared are figures of their own
                slot = evolve(slot, noun=f"{slot.noun or 'number'} per {per}")
            elif per is not None:
                slot = evolve(slot, is_rate=True)
            elif spot.mention.kind is MentionKind.MEAN:
                slot = evolve(slot, noun=f"average {slot.noun}" if slot.noun else None)
            self._by_spot[spot.first] = slot
        return self._by_spot[spot.first]

    def _change(self, tie: Tie) -> ChangeSlots:
        spot = tie.changes[0] if tie.changes else tie.new
        assert spot is not None, "a tie without a change has two levels"
        mention = spot.mention
        if tie.basis is not None:  # the figures beside it are other figures
            tie = evolve(tie, new=None, old=None, confidence=Confidence.LIKELY)
        noun = None if "noun" in mention.inherited else mention.noun
        if tie.new is not None:
            new = self._named(tie.new, noun, tie)
        else:
            is_vague = noun is None and tie.basis is None
            new = evolve(self._slot(mention, Standing.LEVEL), unit=_level_unit(tie), is_vague=is_vague)
        if tie.basis is not None:
            noun = f"{mention.noun or 'figure'} ({tie.basis})"
            new = evolve(new, noun=noun, area=None, period=None)
        if tie.old is not None:
            old = self._named(tie.old, noun, tie)
            if old.period == new.period:
                # the words before the old level say when; where they do not, it is some time before
                old = evolve(old, standing=Standing.BEFORE, period=None)
                self._by_spot[tie.old.first] = old
        else:
            period = mention.since or _year_before(new.period) if tie.basis is None else None
            old = evolve(new, number=self._next, standing=Standing.BEFORE, spot=None, period=period)
            self._next += 1
        return ChangeSlots(tie=tie, new=new, old=old)

    def _named(self, spot: Spot, noun: str | None, tie: Tie) -> Slot:
        """The slot of a level, with what the words of the change say of it where its own do not."""
        slot = self._level(spot)
        slot = evolve(slot, noun=slot.noun or noun, unit=slot.unit or _level_unit(tie))
        self._by_spot[spot.first] = slot
        return slot

    def _share(self, tie: ShareTie) -> ShareSlots:
        mention = tie.share.mention
        part = self._level(tie.part) if tie.part is not None else None
        if tie.whole is not None:
            whole = self._level(tie.whole)
        else:
            whole = self._slot(mention, Standing.WHOLE)
            whole = evolve(whole, unit=part.unit if part else None)
        if part is None:
            part = evolve(
                whole,
                number=self._next,
                standing=Standing.PART,
                spot=None,
                noun=whole.noun and f"part of {whole.noun}",
            )
            self._next += 1
        return ShareSlots(tie=tie, part=part, whole=whole)


def _level_unit(tie: Tie) -> str | None:
    """The unit of the figure that a change without levels is of: money where £3m are gained."""
    for spot in tie.changes:
        if spot.mention.kind is MentionKind.DIFFERENCE:
            return spot.mention.unit
        if spot.mention.kind is MentionKind.POINTS:
            return "percent"
    return None


def _year_before(period: Period | None) -> Period | None:
    if period is None:
        return None
    return period.back() if period.days > 300 else None
