"""The report as JSON, for pipelines: stable, versioned, with exact numbers as strings.

A number is written as a decimal where it ends (``"17.5"``), as a fraction where it does not
(``"-200/11"``); ``null`` is no number, or no end on that side. Findings stand in the order of their
dossiers, articles and claims, keys in the order given here, so that two reports of the same files
are the same text. Keys may be added within a version; none is taken away or changes its meaning.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from claimcheck.articles import Article
from claimcheck.errors import Fault, Place
from claimcheck.findings import (
    Diagnosis,
    Evidence,
    Finding,
    Possible,
    ReadAs,
    Report,
    Stated,
    Verdict,
    WouldBeTrueIf,
    line_and_column,
)
from claimcheck.interval import Interval, decimal_text
from claimcheck.mentions import Mention
from claimcheck.quotes import Coverage, Undeclared
from claimcheck.render.setting import Setting
from claimcheck.render.words import about, diagnosed

__all__ = ["FORMAT", "VERSION", "render"]

FORMAT = "claimcheck-audit"
VERSION = 1

Json = dict[str, object]


def render(reports: Sequence[Report], setting: Setting) -> str:
    """The findings of all dossiers in one list, and what they refer to."""
    findings = [(_name(report), finding) for report in reports for finding in report]
    counts = Counter(finding.verdict for _, finding in findings)
    statuses = [setting.exit_status(report) for report in reports]
    document: Json = {
        "format": FORMAT,
        "version": VERSION,
        "strict": setting.is_strict,
        "cover": setting.is_cover_wanted,
        "exit": max(statuses, default=2),
        "summary": {
            "claims": len(findings),
            **{verdict.value: counts[verdict] for verdict in Verdict},
            "undecided": sum(finding.is_undecided for _, finding in findings),
            "faults": sum(len(report.faults) for report in reports),
            "undeclared": sum(len(each.undeclared) for report in reports for each in report.coverage),
            "read": sum(finding.read_as is not None for _, finding in findings),
        },
        "findings": [_finding(name, finding, setting) for name, finding in findings],
        "faults": [_fault(_name(report), fault) for report in reports for fault in report.faults],
        "evidence": {_name(report): _evidence(report) for report in reports},
        "coverage": [_coverage(_name(report), each) for report in reports for each in report.coverage],
        "same_figures": [same for report in reports for same in _same_figures(report)],
        "possible": [_possible(_name(report), one) for report in reports for one in report.possible],
    }
    return json.dumps(document, ensure_ascii=setting.is_ascii, indent=2) + "\n"


def _name(report: Report) -> str:
    """The dossier's folder, or its name where it was made in Python."""
    place = report.dossier.place
    return place.path if place is not None else report.dossier.name


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else decimal_text(value)


def _ends(interval: Interval) -> Json:
    return {
        "low": _exact(interval.low),
        "high": _exact(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _range(interval: Interval | None) -> Json | None:
    if interval is None:
        return None
    return {"value": _exact(interval.low) if interval.is_point else None, **_ends(interval)}


def _stated(stated: Stated | None) -> Json | None:
    if stated is None:
        return None
    return {
        "text": stated.text,
        **_ends(stated.strict),
        "reading": stated.convention,
        "loose": {**_ends(stated.loose), "reading": stated.loose_convention},
    }


def _where(place: Place | None) -> Json:
    return {"file": place.path if place else None, "line": place.line if place else None}


def _finding(dossier: str, finding: Finding, setting: Setting) -> Json:
    article, claim = finding.article, finding.claim
    known = claim.known_issue
    outcome = setting.outcome(finding)
    return {
        "id": finding.id,
        "dossier": dossier,
        "article": article.id,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        **_where(finding.place),
        "quote": claim.quote,
        "kind": claim.kind,
        "read_as": _read_as(finding.read_as, article),
        "verdict": finding.verdict.value,
        "rule": finding.rule_for(outcome),
        "outcome": outcome.name.lower(),
        "reading": finding.reading,
        "severity": finding.severity.value if finding.severity else None,
        "stated": _stated(finding.stated),
        "recomputed": _range(finding.recomputed),
        "out_by": _exact(finding.out_by),
        "known": {str(quantity): _range(interval) for quantity, interval in finding.known},
        "evidence": [evidence.id for evidence in finding.evidence],
        "implied": {str(quantity): _range(interval) for quantity, interval in finding.implied},
        "correction": finding.correction,
        "would_be_true_if": [_would_be(one) for one in finding.would_be_true_if],
        "diagnosis": [
            _diagnosis(one, shown) for one, shown in zip(finding.diagnosis, diagnosed(finding), strict=True)
        ],
        "reason": finding.reason,
        "undecided": finding.is_undecided,
        "known_issue": {"reason": known.reason, "until": known.until.isoformat() if known.until else None}
        if known
        else None,
    }


def _read_as(read: ReadAs | None, article: Article) -> Json | None:
    if read is None:
        return None
    return {
        "confidence": read.confidence.shown,
        "reasons": [*read.reasons],
        "number": _number(read.mention, article),
    }


def _number(mention: Mention, article: Article) -> Json:
    line, column = line_and_column(article, mention)
    return {
        "text": mention.text,
        "kind": mention.kind.value,
        "line": line,
        "column": column,
        "start": mention.start,
        "end": mention.end,
    }


def _same_figures(report: Report) -> Iterator[Json]:
    articles = {article.id: article for article in report.dossier.articles}
    for same in report.same_figures:
        sides = zip(same.articles, (same.one, same.other), strict=True)
        yield {
            "dossier": _name(report),
            "figure": str(same.figure),
            "reason": same.reason,
            "stated": [
                {"article": name, "number": _number(mention, articles[name]) if mention is not None else None}
                for name, mention in sides
            ],
        }


def _possible(dossier: str, possible: Possible) -> Json:
    article, claim = possible.article, possible.claim
    return {
        "dossier": dossier,
        "article": article.id,
        "file": article.text_place.path if article.text_place else None,
        "quote": claim.quote,
        "kind": claim.kind,
        "about": about(claim),
        "read_as": _read_as(possible.read_as, article),
    }


def _would_be(one: WouldBeTrueIf) -> Json:
    none: Json = {"value": None, "low": None, "high": None, "low_open": True, "high_open": True}
    return {
        "figure": str(one.figure),
        "possible": one.values is not None,
        **(_range(one.values) or none),
        "now": _range(one.now),
    }


def _diagnosis(one: Diagnosis, shown: str) -> Json:
    return {
        "mistake": one.mistake,
        "text": shown,
        "result": _range(one.result),
        "chance": _exact(one.chance),
    }


def _fault(dossier: str, fault: Fault) -> Json:
    place = fault.place
    return {
        "dossier": dossier,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "rule": fault.rule,
        "message": fault.message,
        "advice": fault.advice,
    }


def _coverage(dossier: str, coverage: Coverage) -> Json:
    file = coverage.article.text_place
    return {
        "dossier": dossier,
        "article": coverage.article.id,
        "file": file.path if file else None,
        "claims": coverage.total,
        "declared": len(coverage.declared),
        "undeclared": [_undeclared(each) for each in coverage.undeclared],
    }


def _undeclared(undeclared: Undeclared) -> Json:
    mention = undeclared.mention
    return {
        "text": mention.text,
        "kind": mention.kind.value,
        "words": undeclared.words,
        "line": undeclared.line,
        "column": undeclared.column,
    }


def _evidence(report: Report) -> Json:
    """Whatever the findings of a dossier cite, by the ids they cite it by."""
    cited: dict[str, Evidence] = {one.id: one for finding in report for one in finding.evidence}
    return {
        name: {"text": one.text, "publisher": one.publisher, **_where(one.place)}
        for name, one in sorted(cited.items())
    }
