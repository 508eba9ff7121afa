"""Diagnosis: how a wrong number probably came about.

A mistake is a counterfactual over the claim's own two forms. Either something else was worked out
(divided by the new figure instead of the old one), or the right result was printed as another number
(cut instead of rounded). It fits where what it works out is a value that the printed number, so read,
can stand for. The mistakes are a table, in :mod:`~claimcheck.diagnosis.mistakes`: ADD YOURS THERE.
"""

from claimcheck.diagnosis.case import Case, Computation, Misreading
from claimcheck.diagnosis.desk import Desk, Print
from claimcheck.diagnosis.diagnosing import LUCKY, MOST, diagnosed
from claimcheck.diagnosis.mistakes import MISTAKES, Mistake

__all__ = [
    "LUCKY",
    "MISTAKES",
    "MOST",
    "Case",
    "Computation",
    "Desk",
    "Misreading",
    "Mistake",
    "Print",
    "diagnosed",
]
