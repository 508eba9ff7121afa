"""Mentions: every number, date and period in a text, with what the words around it say of it.

:func:`find` gives them in order, each at its exact place. What a number states (its kind), what is
counted, where and when is told from the words, with what the words before leave open.

Where to add what is read, each with its table on top of the module:

- a number, unit, hedge or word of change: :mod:`claimcheck.numerals`
- words that say when ("the year before"): :mod:`~claimcheck.mentions.times`
- words that say where: :mod:`~claimcheck.mentions.areas`
- what tells a share from a change: :mod:`~claimcheck.mentions.kinds`
- what is counted: :mod:`~claimcheck.mentions.nouns`
- how a number takes over what was said before: :mod:`~claimcheck.mentions.context`
- an abbreviation that ends no sentence: :mod:`~claimcheck.mentions.sentences`
"""

from claimcheck.mentions.finding import Survey, find, survey
from claimcheck.mentions.mention import Mention, MentionKind
from claimcheck.mentions.spots import Sentence, Spot

__all__ = ["Mention", "MentionKind", "Sentence", "Spot", "Survey", "find", "survey"]
