"""Proposing: the claims that a text makes, as objects, each with the reasons for what it is taken to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import evolve, frozen

from claimcheck.claims import (
    Amount,
    Change,
    Claim,
    Comparison,
    Context,
    Count,
    Difference,
    Incidence,
    Mean,
    Multiple,
    Points,
    Rate,
    Share,
    Total,
)
from claimcheck.errors import Fault
from claimcheck.figures import Figure, Measure
from claimcheck.findings import Confidence, ReadAs
from claimcheck.mentions import Mention, MentionKind, Spot, Survey
from claimcheck.reading.quoting import Quote, quote_of, quote_of_turn
from claimcheck.reading.slots import ArticleSlots, ChangeSlots, MeanSlots, ShareSlots, Slot, SumSlots
from claimcheck.reading.things import same_head

_CHANGES: Final[Mapping[MentionKind, type[Change | Difference | Multiple | Points]]] = {
    MentionKind.CHANGE: Change,
    MentionKind.DIFFERENCE: Difference,
    MentionKind.MULTIPLE: Multiple,
    MentionKind.POINTS: Points,
}


# Kinds of mention that can state how many there are.
_COUNTS: Final = (MentionKind.COUNT, MentionKind.RECORD)


@frozen(kw_only=True)
class Proposal:
    """A claim that the words of an article seem to make, why it is read so, and how surely."""

    claim: Claim
    article: int
    """Which of the story's articles it stands in."""
    read_as: ReadAs

    @property
    def mention(self) -> Mention:
        """The number that it states."""
        return self.read_as.mention

    @property
    def confidence(self) -> Confidence:
        """How surely the words say so."""
        return self.read_as.confidence

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why they were read so."""
        return self.read_as.reasons

    def renamed(self, id_: str) -> Proposal:
        """The same proposal, its claim with another id."""
        return evolve(self, claim=evolve(self.claim, id=id_))


def propose(
    article: int,
    survey: Survey,
    slots: ArticleSlots,
    figures: Mapping[int, Figure],
    everywhere: Sequence[Slot],
    published: date | None,
) -> tuple[Proposal, ...]:
    """The claims of one article over the figures that its slots were given, in the order of the text."""
    proposer = _Proposer(article, survey, slots, figures, everywhere, published)
    found = sorted(proposer.proposals(), key=lambda proposal: proposal.mention.start)
    return tuple(_distinct(found))


def _distinct(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals with ids of which none stands twice."""
    taken: set[str] = set()
    for proposal in proposals:
        name, count = proposal.claim.id, 2
        while name in taken:
            name, count = f"{proposal.claim.id}-{count}", count + 1
        taken.add(name)
        yield proposal if name == proposal.claim.id else proposal.renamed(name)


class _Proposer:
    def __init__(
        self,
        article: int,
        survey: Survey,
        slots: ArticleSlots,
        figures: Mapping[int, Figure],
        everywhere: Sequence[Slot],
        published: date | None,
    ) -> None:
        self._article = article
        self._survey = survey
        self._slots = slots
        self._figures = figures
        self._everywhere = everywhere
        self._context = Context(published=published)
        self._sentences = {spot.first: sentence for sentence in survey.sentences for spot in sentence.spots}

    def proposals(self) -> Iterator[Proposal]:
        """Each claim that the words allow."""
        for slot in self._slots.levels:
            yield from self._level(slot)
        for change in self._slots.changes:
            yield from self._change(change)
        for share in self._slots.shares:
            yield from self._share(share)
        for one in self._slots.sums:
            yield from self._sum(one)
        for mean in self._slots.means:
            yield from self._mean(mean)

    def _quote(self, spot: Spot) -> Quote | None:
        return quote_of(self._survey.tokens, self._sentences[spot.first], spot)

    def _proposal(
        self, claim: Claim, spot: Spot, confidence: Confidence, reasons: tuple[str, ...]
    ) -> Iterator[Proposal]:
        """The proposal of a claim, if its words can be read as one."""
        try:
            claim.statements(self._context)
        except Fault:
            return
        read_as = ReadAs(mention=spot.mention, confidence=confidence, reasons=reasons)
        yield Proposal(claim=claim, article=self._article, read_as=read_as)

    def _level(self, slot: Slot) -> Iterator[Proposal]:
        spot = slot.spot
        assert spot is not None, "a level is stated"
        words = self._quote(spot)
        if words is None:
            return
        figure = self._figures[slot.number]
        parts = self._parts(slot)
        reasons: tuple[str, ...] = ()
        claim: Claim
        if parts:
            claim = Total(quote=words.text, states=words.states, parts=parts)
            reasons = (f"{slot.area} are two areas that the story counts apart",)
        elif slot.is_rate and spot.mention.kind is MentionKind.RATE:
            claim = Rate(quote=words.text, states=words.states, figure=figure)
        elif spot.mention.kind is MentionKind.INCIDENCE:
            population = Figure(measure=Measure(name="population", unit="person"), area=figure.area)
            claim = Incidence(quote=words.text, states=words.states, figure=figure, population=population)
        elif figure.measure.is_counted and spot.mention.kind in _COUNTS:
            claim = Count(quote=words.text, states=words.states, figure=figure)
        else:
            claim = Amount(quote=words.text, states=words.states, figure=figure)
        yield from self._proposal(claim, spot, Confidence.SURE, reasons)

    def _parts(self, slot: Slot) -> tuple[Figure, ...]:
        """The figures of A and of B where a number is said of "A and B"."""
        names = (slot.area or "").split(" and ")
        if len(names) < 2:
            return ()
        found: list[Slot] = []
        for name in names:
            period = slot.period or (found[0].period if found else None)
            part = next(
                (
                    other
                    for other in self._everywhere
                    if other.area == name
                    and other.spot is not None
                    and period in (None, other.period)
                    and same_head(other.noun, slot.noun)
                ),
                None,
            )
            if part is None:
                return ()
            found.append(part)
        return tuple(self._figures[part.number] for part in found)

    def _change(self, change: ChangeSlots) -> Iterator[Proposal]:
        tie = change.tie
        new, old = self._figures[change.new.number], self._figures[change.old.number]
        if new == old:
            return
        is_comparison = new.period == old.period and new.area != old.area and None not in (new.area, old.area)
        if tie.turn is not None and tie.new is not None:
            words = quote_of_turn(self._survey.tokens, self._sentences[tie.new.first], tie.turn)
            if words is not None:
                turned = Comparison(quote=words.text, figure=new, than=old)
                yield from self._proposal(turned, tie.new, tie.confidence, tie.reasons)
        for spot in tie.changes:
            words = self._quote(spot)
            if words is None:
                continue
            kind = _CHANGES[spot.mention.kind]
            if kind is Difference and new.measure.unit == "percent":
                kind = Points
            claim: Claim
            if is_comparison and kind is not Points:
                claim = Comparison(quote=words.text, states=words.states, figure=new, than=old)
            else:
                claim = kind(quote=words.text, states=words.states, figure=new, since=old)
            reasons = tie.reasons
            if tie.basis is not None:
                reasons = (*reasons, f"“{tie.basis}”: worked out on other figures than those beside it")
            yield from self._proposal(claim, spot, tie.confidence, reasons)

    def _share(self, share: ShareSlots) -> Iterator[Proposal]:
        spot = share.tie.share
        words = self._quote(spot)
        part, whole = self._figures[share.part.number], self._figures[share.whole.number]
        if words is not None and part != whole:
            claim = Share(quote=words.text, states=words.states, figure=part, of=whole)
            yield from self._proposal(claim, spot, share.tie.confidence, share.tie.reasons)

    def _sum(self, one: SumSlots) -> Iterator[Proposal]:
        words = self._quote(one.tie.whole)
        if words is not None:
            parts = tuple(self._figures[part.number] for part in one.parts)
            claim = Total(quote=words.text, states=words.states, parts=parts)
            yield from self._proposal(claim, one.tie.whole, one.tie.confidence, one.tie.reasons)

    def _mean(self, mean: MeanSlots) -> Iterator[Proposal]:
        words = self._quote(mean.tie.mean)
        if words is not None:
            total, count = self._figures[mean.total.number], self._figures[mean.count.number]
            claim: Claim
            if mean.tie.mean.mention.kind is MentionKind.INCIDENCE:
                claim = Incidence(quote=words.text, states=words.states, figure=total, population=count)
            else:
                claim = Mean(quote=words.text, states=words.states, figure=total, per=count)
            yield from self._proposal(claim, mean.tie.mean, mean.tie.confidence, mean.tie.reasons)
