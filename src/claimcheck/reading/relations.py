"""Relations: which numbers of a text belong together, and in which role.

One pass over the sentences: :mod:`~claimcheck.reading.changes` ties rises and falls to what they are from and
to, :mod:`~claimcheck.reading.wholes` ties shares, sums and means to their parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from claimcheck.findings import Confidence
from claimcheck.mentions import Spot, Survey
from claimcheck.reading.changes import ChangeReader, Recent
from claimcheck.reading.ties import MeanTie, ShareTie, SumTie, Tie
from claimcheck.reading.wholes import WholeReader


@frozen(kw_only=True)
class Relations:
    """All that was tied in a text."""

    ties: tuple[Tie, ...] = ()
    shares: tuple[ShareTie, ...] = ()
    sums: tuple[SumTie, ...] = ()
    means: tuple[MeanTie, ...] = ()


def relate(survey: Survey) -> Relations:
    """The relations between the mentions of a text.

    >>> from claimcheck.mentions import survey
    >>> (tie,) = relate(survey("Thefts fell 18% to 63 from 77 a year earlier.")).ties
    >>> tie.old.mention.text, tie.new.mention.text, tie.changes[0].mention.text
    ('77', '63', '18%')
    """
    ties: list[Tie] = []
    shares: list[ShareTie] = []
    sums: list[SumTie] = []
    means: list[MeanTie] = []
    recent, part_of = Recent(), dict[int, Spot]()
    for index, sentence in enumerate(survey.sentences):
        if not any(spot.mention.is_claim for spot in sentence.spots):
            continue
        changes = ChangeReader(survey.tokens, sentence, index, recent)
        changes.read()
        wholes = WholeReader(survey.tokens, sentence, index, recent, changes.ties, part_of)
        wholes.read()
        ties += changes.ties
        shares += wholes.shares
        sums += wholes.sums
        means += wholes.means
        recent = changes.left()
    return Relations(ties=_said_again(ties), shares=tuple(shares), sums=tuple(sums), means=tuple(means))


def _said_again(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Changes that end at one number are one change: "fell by 14 to 63, a drop of 18%"."""
    found: list[Tie] = []
    at: dict[int, int] = {}
    for tie in ties:
        index = at.get(tie.new.first) if tie.new is not None and tie.confidence > Confidence.WEAK else None
        if index is not None and _are_one(found[index], tie):
            first = found[index]
            found[index] = evolve(
                first,
                changes=(*first.changes, *tie.changes),
                old=first.old or tie.old,
                reasons=tuple(dict.fromkeys((*first.reasons, *tie.reasons))),
                confidence=min(first.confidence, tie.confidence),
            )
            continue
        if tie.new is not None:
            at.setdefault(tie.new.first, len(found))
        found.append(tie)
    return tuple(found)


def _are_one(one: Tie, other: Tie) -> bool:
    """True where nothing says that two changes of one number start from two figures."""
    starts = {tie.old.first for tie in (one, other) if tie.old is not None}
    times = {spot.mention.since for tie in (one, other) for spot in tie.changes if spot.mention.since}
    ways = {spot.mention.direction for tie in (one, other) for spot in tie.changes}
    is_near = not starts or one.sentence == other.sentence
    is_plain = one.basis is None and other.basis is None
    return is_near and is_plain and len(starts) <= 1 and len(times) <= 1 and len(ways) == 1
