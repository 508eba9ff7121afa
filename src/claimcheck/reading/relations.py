"""Relations: which numbers of a text belong together, and in which role.

One pass over the sentences: :mod:`~claimcheck.reading.changes` ties rises and falls to what they are from and
to, :mod:`~claimcheck.reading.wholes` ties shares, sums and means to their parts.
"""

from __future__ import annotations

from attrs import frozen

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
    return Relations(ties=tuple(ties), shares=tuple(shares), sums=tuple(sums), means=tuple(means))
