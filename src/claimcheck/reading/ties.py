"""Ties: mentions that belong together, each in its role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from claimcheck.findings import Confidence
from claimcheck.mentions import MentionKind, Spot

LEVELS: Final = frozenset(
    (
        MentionKind.COUNT,
        MentionKind.AMOUNT,
        MentionKind.MONEY,
        MentionKind.MEAN,
        MentionKind.RATE,
        MentionKind.RECORD,
    )
)
CHANGES: Final = frozenset(
    (MentionKind.CHANGE, MentionKind.DIFFERENCE, MentionKind.POINTS, MentionKind.MULTIPLE)
)


@frozen(kw_only=True)
class Tie:
    """A change, or a comparison of two levels, with the mentions in their roles.

    ``changes`` say the same change in different units: "fell £3m, or 4%".
    """

    sentence: int
    changes: tuple[Spot, ...] = ()
    new: Spot | None = None
    old: Spot | None = None
    turn: int | None = None
    """The word that says which way it goes where no number does: rose from 63 to 77."""
    basis: str | None = None
    reasons: tuple[str, ...] = ()
    confidence: Confidence = Confidence.SURE

    @property
    def is_whole(self) -> bool:
        """True when both levels are stated."""
        return self.new is not None and self.old is not None


@frozen(kw_only=True)
class ShareTie:
    """A share with the part and the whole that the words name."""

    sentence: int
    share: Spot
    part: Spot | None = None
    whole: Spot | None = None
    reasons: tuple[str, ...] = ()
    confidence: Confidence = Confidence.LIKELY


@frozen(kw_only=True)
class SumTie:
    """A whole with all of its parts: of the 63, 41 were solved and the remaining 22 were not."""

    sentence: int
    whole: Spot
    parts: tuple[Spot, ...]
    reasons: tuple[str, ...] = ()
    confidence: Confidence = Confidence.LIKELY


@frozen(kw_only=True)
class MeanTie:
    """A mean or an incidence with what it is spread over: 200 pupils in 10 schools, 20 per school."""

    sentence: int
    mean: Spot
    total: Spot
    count: Spot
    reasons: tuple[str, ...] = ()
    confidence: Confidence = Confidence.LIKELY


def spots_of(tie: Tie) -> Sequence[Spot]:
    """Every mention of a tie."""
    return (*tie.changes, *(spot for spot in (tie.new, tie.old) if spot is not None))
