"""Spots: the mentions of a text with the tokens they stand on, sentence by sentence."""

from __future__ import annotations

from attrs import frozen

from claimcheck.mentions.areas import Area
from claimcheck.mentions.mention import Mention
from claimcheck.mentions.times import Time
from claimcheck.numerals.amount import Found


@frozen(kw_only=True)
class Spot:
    """A mention with the tokens it stands on; ``first`` and ``last`` take in its hedge."""

    first: int
    last: int
    mention: Mention
    found: Found | None = None
    time: Time | None = None


@frozen(kw_only=True)
class Sentence:
    """A sentence with the mentions and areas in it; ``first`` and ``last`` are tokens."""

    first: int
    last: int
    spots: tuple[Spot, ...]
    areas: tuple[Area, ...]
