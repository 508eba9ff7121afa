"""Reading: from the plain text of articles to claims that can be verified.

One way through: text, mentions (:mod:`claimcheck.mentions`), relations between them, the figures they
speak of, which of these are one, proposed claims, a dossier, a report. It proposes, a person decides.

The modules, in the order of that way:

- :mod:`~claimcheck.reading.extracting`: the text of a file in plain text, Markdown or HTML
- :mod:`~claimcheck.reading.basis`: words that say a percentage is of other figures; add yours there
- :mod:`~claimcheck.reading.changes`: what a change is from and to; add words that say so to ``CUES``
- :mod:`~claimcheck.reading.wholes`: what shares, sums and means are of
- :mod:`~claimcheck.reading.relations`: both, sentence by sentence, as :mod:`~claimcheck.reading.ties`
- :mod:`~claimcheck.reading.things`: nouns that can mean the same thing; add yours to ``SAME``
- :mod:`~claimcheck.reading.slots`: the figures that a text speaks of
- :mod:`~claimcheck.reading.merging`: which of them are one figure
- :mod:`~claimcheck.reading.quoting`: the words to quote for a number
- :mod:`~claimcheck.reading.proposing`: the claims
- :mod:`~claimcheck.reading.story`: all of it, for one or more articles
"""

from claimcheck.findings import Confidence, SameFigure
from claimcheck.reading.extracting import Extracted, extract, extract_file
from claimcheck.reading.proposing import Proposal
from claimcheck.reading.story import Story, read

__all__ = [
    "Confidence",
    "Extracted",
    "Proposal",
    "SameFigure",
    "Story",
    "extract",
    "extract_file",
    "read",
]
