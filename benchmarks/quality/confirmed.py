"""The five articles read whole: what one article says of itself, and two of each other.

The third states all that its two percentages follow from. The first prints another percentage for
the same two figures, and is contradicted in that alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from benchmarks.quality.printed import Story, stated
from benchmarks.quality.rows import Miss, Row, Score
from claimcheck.claims import Change
from claimcheck.findings import Finding, Report, Verdict

ALONE: Final = "002"
TOGETHER: Final = ("000", "002")
CONFIRMED: Final = (Fraction(-18), Fraction(89))
CONTRADICTED: Final = Fraction(-17)

ReaderOfSeveral = Callable[[Sequence[str]], Story]


def confirmed(report: Report) -> Score:
    """How many of the two changes that follow are confirmed."""
    misses = []
    for change in CONFIRMED:
        verdicts = {finding.verdict for finding in _changes(report, change)}
        if verdicts != {Verdict.CONFIRMED}:
            got = ", ".join(sorted(verdicts)) or "no such claim"
            misses.append(Miss(item=ALONE, expected=f"{change}% confirmed", got=got, around=""))
    return Score(hits=len(CONFIRMED) - len(misses), total=len(CONFIRMED), misses=tuple(misses))


def contradictions(report: Report) -> Score:
    """The claims found wrong, with a miss for each that is not the one to be found, and for that one."""
    wrong = [finding for finding in report if finding.is_wrong]
    meant = [
        finding for finding in _changes(report, CONTRADICTED) if finding.verdict is Verdict.CONTRADICTED
    ][:1]
    misses = [
        Miss(
            item="+".join(TOGETHER),
            expected="not found wrong",
            got=f"{finding.claim.kind} {finding.verdict}",
            around=finding.claim.quote,
        )
        for finding in wrong
        if finding not in meant
    ]
    if not meant:
        got = ", ".join(str(finding.verdict) for finding in _changes(report, CONTRADICTED)) or "no such claim"
        item = "+".join(TOGETHER)
        misses.append(Miss(item=item, expected=f"{CONTRADICTED}% contradicted", got=got, around=""))
    return Score(hits=len(wrong), total=len(report), misses=tuple(misses))


def _changes(report: Report, percent: Fraction) -> list[Finding]:
    conventions = report.dossier.conventions
    return [
        finding
        for finding in report
        if isinstance(finding.claim, Change) and stated(finding.claim, conventions) == percent
    ]


def rows(texts: Mapping[str, str], read: ReaderOfSeveral) -> list[Row]:
    """The rows of the articles read whole."""
    alone = confirmed(read([texts[ALONE]]).report)
    together = contradictions(read([texts[name] for name in TOGETHER]).report)
    return [
        Row(
            name="reading.alone",
            what=f"{ALONE} alone: confirmed, 18% and 89%",
            figure=f"{alone.hits}",
            aim=f"{alone.total}",
            on=f"{alone.total}",
            is_met=not alone.misses,
            misses=alone.misses,
        ),
        Row(
            name="reading.together",
            what=f"{' and '.join(TOGETHER)}: contradicted, the 17%",
            figure=f"{together.hits}",
            aim="1",
            on=f"{together.total}",
            is_met=not together.misses,
            misses=together.misses,
        ),
    ]
