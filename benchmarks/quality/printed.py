"""Printed sentences that state an old figure, a new one and the change between them in per cent.

A sentence is read right when its change is found with the right size and direction, and both figures
with their values. Where one of the figures is not stated but follows from a difference ("rose 14, or
29%, to 63"), the other one and the difference have to be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Protocol

from attrs import frozen

from benchmarks.quality.material import Record
from benchmarks.quality.rows import Miss, Row, Score, around, percent, score_row, unwanted_row
from claimcheck.claims import Amount, Change, Claim, Count, Difference
from claimcheck.errors import Fault
from claimcheck.figures import Figure
from claimcheck.findings import Finding, Report, Verdict
from claimcheck.readings import Conventions


class Story(Protocol):
    """What reading a text gives, as far as it is measured here."""

    @property
    def report(self) -> Report:
        """What was found of its claims."""


Reader = Callable[[str], Story]


@frozen(kw_only=True)
class Triple:
    """What a sentence states; ``old`` or ``new`` is None where it follows from ``difference``.

    Figures ``in_cents`` may be read as cents or as hundredths.
    """

    sentence: str
    match: str = ""
    percent: Fraction
    old: Fraction | None
    new: Fraction | None
    difference: Fraction | None = None
    in_cents: bool = False
    is_true: bool = True
    label: str = "ok"

    @classmethod
    def of(cls, record: Record) -> Triple:
        """A triple from its record in the file."""
        sign = -1 if record["direction"] == "down" else 1

        def figure(name: str) -> Fraction | None:
            if record[name] == "(derived)":
                return None
            return Fraction(record.get(f"{name}_value") or record["level_value"])

        return cls(
            sentence=record["sentence"],
            match=record["match"],
            percent=sign * Fraction(record["stated_pct"]),
            old=figure("old"),
            new=figure("new"),
            difference=sign * Fraction(record["delta_value"]) if "delta_value" in record else None,
            in_cents=re.search(rf"{re.escape(record['new'])} (?:cts|cents)\b", record["sentence"])
            is not None,
            is_true=record["label"].startswith("ok"),
            label=record["label"],
        )

    @property
    def around(self) -> str:
        """The words that state it, with a few more."""
        start = max(0, self.sentence.find(self.match))
        return around(self.sentence, start, start + len(self.match), reach=20)

    def __str__(self) -> str:
        figures = (("new", self.new), ("old", self.old), ("by", self.difference))
        stated = " ".join(f"{name} {_decimal(value)}" for name, value in figures if value is not None)
        return f"{_decimal(self.percent)}% {stated}"


def _decimal(value: Fraction) -> str:
    return f"{float(value):,.10g}"


@frozen(kw_only=True)
class Reading:
    """What was made of a triple: whether it is right, and the findings that touch on it."""

    is_right: bool
    findings: tuple[Finding, ...]

    @property
    def is_contradicted(self) -> bool:
        """True when something of it is found wrong."""
        return any(finding.is_wrong for finding in self.findings)

    @property
    def is_doubted(self) -> bool:
        """True when something of it is found wrong, or right only when stretched."""
        return self.is_contradicted or any(finding.verdict is Verdict.LOOSE for finding in self.findings)


def reading_of(triple: Triple, report: Report) -> Reading:
    """How a report understands a triple; where no change is right, all that could be meant count."""
    conventions = report.dossier.conventions
    changes = [
        finding.claim
        for finding in report
        if isinstance(finding.claim, Change) and stated(finding.claim, conventions) == triple.percent
    ]
    right = [change for change in changes if _is_right(triple, change, report)]
    meant = right[:1] or changes
    tied = tuple(finding for finding in report if any(_is_tied(finding.claim, change) for change in meant))
    return Reading(is_right=bool(right), findings=tied)


def _is_right(triple: Triple, change: Change, report: Report) -> bool:
    conventions = report.dossier.conventions

    def states(figure: Figure, value: Fraction | None) -> bool:
        meant = () if value is None else (value, value / 100 if triple.in_cents else value)
        return value is None or any(
            finding.claim.figure == figure and stated(finding.claim, conventions) in meant
            for finding in report
            if isinstance(finding.claim, Count | Amount)
        )

    has_difference = triple.difference is None or any(
        (finding.claim.figure, finding.claim.since) == (change.figure, change.since)
        and stated(finding.claim, conventions) == triple.difference
        for finding in report
        if isinstance(finding.claim, Difference)
    )
    return states(change.figure, triple.new) and states(change.since, triple.old) and has_difference


def _is_tied(claim: Claim, change: Change) -> bool:
    """True for the change itself, its two figures, and their difference."""
    if isinstance(claim, Difference):
        return (claim.figure, claim.since) == (change.figure, change.since)
    if isinstance(claim, Count | Amount):
        return claim.figure in (change.figure, change.since)
    return claim is change


def stated(claim: Claim, conventions: Conventions) -> Fraction | None:
    """The number that a claim states, in the unit of its ratio, below zero for a fall."""
    try:
        numeral = claim.numeral(conventions)
        value = numeral.value * claim.factor(numeral)
        return -value if claim.is_fall(numeral) else value
    except Fault:
        return None


@frozen(kw_only=True)
class TripleScores:
    """How many triples are read right, true ones contradicted, and false ones doubted."""

    right: Score
    contradicted: Score
    doubted: Score


def score(triples: Iterable[Triple], read: Reader) -> TripleScores:
    """Read every sentence by itself and look what became of its triple."""
    readings = []
    for number, triple in enumerate(triples):
        report = read(triple.sentence).report
        readings.append((f"{number:03}", triple, report, reading_of(triple, report)))
    true = [each for each in readings if each[1].is_true]
    false = [each for each in readings if not each[1].is_true]

    def scored(
        all_of: list[Any], keep: Callable[[Reading], bool], *, listed: bool, judged: bool = True
    ) -> Score:
        """Count the readings to keep, and list those for which ``keep`` is ``listed``."""
        misses = tuple(
            Miss(
                item=item,
                expected=f"{triple} ({triple.label})",
                got=_shown(reading.findings if judged and reading.findings else report.findings),
                around=triple.around,
            )
            for item, triple, report, reading in all_of
            if keep(reading) is listed
        )
        hits = sum(keep(each[3]) for each in all_of)
        return Score(hits=hits, total=len(all_of), misses=misses)

    return TripleScores(
        right=scored(readings, lambda reading: reading.is_right, listed=False, judged=False),
        contradicted=scored(true, lambda reading: reading.is_contradicted, listed=True),
        doubted=scored(false, lambda reading: reading.is_doubted, listed=False),
    )


def _shown(findings: Iterable[Finding]) -> str:
    return "; ".join(_short(finding) for finding in findings) or "no claims"


def _short(finding: Finding) -> str:
    numeral = finding.claim.states or finding.claim.quote
    period = getattr(getattr(finding.claim, "figure", None), "period", None)
    return f"{finding.claim.kind} {numeral!r} {period or '-'} {finding.verdict}"


def rows(scores: TripleScores) -> list[Row]:
    """The rows of the printed sentences."""
    contradicted = unwanted_row("printed.true", "true ones contradicted", scores.contradicted)
    return [
        score_row("printed.triples", "old, new, change all right", scores.right, 95),
        Row(
            name=contradicted.name,
            what=contradicted.what,
            figure=f"{contradicted.figure}  {percent(scores.contradicted.ratio)}",
            aim="max 1%",
            on=contradicted.on,
            is_met=scores.contradicted.ratio * 100 <= 1,
            misses=contradicted.misses,
        ),
        score_row("printed.false", "false ones found or loose", scores.doubted, 100),
    ]
