"""The audit as SARIF 2.1.0, for code scanning and for editors.

A result is what somebody has to act on: a contradicted, disputed or loose claim, one that could not
be decided, a known issue that is none, a fault; and what to look at: a number that no claim declares.
Claims that add up, and those that there is nothing to check with, are counted in the run's properties
and are no results: SARIF readers show a list of problems, and these are none. A known issue is a
result that is suppressed, with the desk's reason.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote

from claimcheck.errors import Fault, Place
from claimcheck.findings import Evidence, Finding, Outcome, Report, Verdict
from claimcheck.mentions import Mention
from claimcheck.quotes import Coverage, Undeclared
from claimcheck.render import words
from claimcheck.render.setting import Setting
from claimcheck.rules import RULES, Rule

__all__ = ["SCHEMA", "VERSION", "artifact", "render"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The name of the format's schema."""
VERSION = "2.1.0"

_ROOT = "%SRCROOT%"
_LEVELS: Mapping[Outcome, str] = {
    Outcome.FAILED: "error",
    Outcome.FIXED: "error",
    Outcome.WARNED: "warning",
    Outcome.KNOWN: "note",  # readers that know nothing of suppressions then show it as the least of all
}
"""How bad the results are; what is not named here is none."""
_MILD = {"CC204": "warning", "CC303": "warning", "CC401": "note", "CC402": "note", "CC404": "note"}
"""The rules whose results are not errors as a matter of course."""

Json = dict[str, object]


def render(reports: Sequence[Report], setting: Setting) -> str:
    """One run, with the results of all dossiers."""
    statuses = [setting.exit_status(report) for report in reports]
    status = max(statuses, default=2)
    run: Json = {
        "tool": {"driver": _driver()},
        "invocations": [{"executionSuccessful": status != 2, "exitCode": status}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the folder in which the audit was run"}}},
        "columnKind": "unicodeCodePoints",
        "results": [result for report in reports for result in _results(report, setting)],
        "properties": _counts(reports, setting),
    }
    log: Json = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=setting.is_ascii, indent=2) + "\n"


def _driver() -> Json:
    driver: Json = {"name": "claimcheck"}
    with suppress(PackageNotFoundError):  # a copy of the source may run without being installed
        driver["version"] = version("claimcheck-news")
    # All of them, whatever was found: the rules are the tool's, and the same in every run.
    return {**driver, "rules": [_rule(rule) for rule in RULES.values()]}


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _literal(rule.title)},
        "fullDescription": {"text": _ended(_literal(rule.title))},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _MILD.get(rule.code, "error")},
    }


def _counts(reports: Sequence[Report], setting: Setting) -> Json:
    findings = [finding for report in reports for finding in report]
    counts = Counter(finding.verdict for finding in findings)
    return {
        "strict": setting.is_strict,
        "claims": len(findings),
        **{verdict.value: counts[verdict] for verdict in Verdict},
        "undecided": sum(finding.is_undecided for finding in findings),
        "faults": sum(len(report.faults) for report in reports),
        "undeclared": sum(len(each.undeclared) for report in reports for each in report.coverage),
        "read": sum(finding.read_as is not None for finding in findings),
        "sameFigures": [tie.line for report in reports for tie in words.same_figures(report)],
        "possible": [
            {"number": question.number, "alternatives": [*question.alternatives]}
            for report in reports
            for question in words.possible(report)
        ],
    }


def _results(report: Report, setting: Setting) -> Iterator[Json]:
    for fault in report.faults:
        yield _of_fault(fault, report)
    for finding in report:
        outcome = setting.outcome(finding)
        if outcome in _LEVELS:
            yield _of_finding(finding, outcome, report)
    for coverage in report.coverage:
        for undeclared in coverage.undeclared:
            yield _of_undeclared(undeclared, coverage, report, setting)


def _of_finding(finding: Finding, outcome: Outcome, report: Report) -> Json:
    rule = finding.rule_for(outcome)
    place = finding.place or finding.article.place or report.dossier.place
    related = [evidence for evidence in finding.evidence if evidence.place is not None]
    location: Json = {"logicalLocations": [{"name": finding.claim.id, "fullyQualifiedName": finding.id}]}
    if place is not None:
        number = (
            finding.read_as.mention if finding.read_as is not None and finding.place is not None else None
        )
        location["physicalLocation"] = _physical(place, width=_width(number) if number is not None else None)
    return {
        **_instance_of(rule),
        "level": _LEVELS[outcome],
        "message": {"text": _message(finding, outcome, related)},
        "locations": [location],
        "relatedLocations": [_related(number, evidence) for number, evidence in enumerate(related, 1)],
        "partialFingerprints": _fingerprints(report.dossier.name, finding.id, rule or ""),
        # The format wants this of every result of a run, or of none.
        "suppressions": [
            {"kind": "external", "status": "accepted", "justification": words.known_issue(finding)}
        ]
        if outcome is Outcome.KNOWN
        else [],
        "properties": _properties(finding),
    }


def _properties(finding: Finding) -> Json:
    found = {
        "verdict": finding.verdict.value,
        "severity": finding.severity.value if finding.severity is not None else None,
        "quote": words.inline(finding.claim.quote),
        "publisher": words.inline(finding.article.publisher),
        "recomputed": words.recomputed(finding),
        "correction": finding.correction,
        "mistakes": [one.mistake for one in finding.diagnosis],
        "confidence": finding.read_as.confidence.shown if finding.read_as is not None else None,
        "reasons": [*finding.read_as.reasons] if finding.read_as is not None else None,
    }
    return {name: value for name, value in found.items() if value}


def _message(finding: Finding, outcome: Outcome, related: Sequence[Evidence]) -> str:
    """The headline as the first sentence, which is what a short list shows, and then the rest."""
    rule = finding.rule_for(outcome)
    sentences = [_literal(words.headline(finding, outcome=outcome).removeprefix(f"{rule} "))]
    for label, lines in words.details(finding):
        # The headline has said what to print; the evidence follows as links.
        if label not in ("print", "evidence", "known", "reason"):
            sentences.append(_literal(f"{label.capitalize()}: {'; '.join(lines)}"))
    cited = [f"[{_link_text(evidence)}]({number})" for number, evidence in enumerate(related, 1)]
    cited += [_literal(words.cited(one)[0]) for one in finding.evidence if one.place is None]
    if cited:
        sentences.append(f"Evidence: {', '.join(cited)}")
    return " ".join(map(_ended, sentences))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _related(number: int, evidence: Evidence) -> Json:
    assert evidence.place is not None
    return {
        "id": number,
        "physicalLocation": _physical(evidence.place),
        "message": {"text": _literal(words.cited(evidence)[0])},
    }


def _of_fault(fault: Fault, report: Report) -> Json:
    place = fault.place or report.dossier.place
    width = fault.width if fault.source is not None else None
    path = fault.place.path if fault.place is not None else ""
    return {
        **_instance_of(fault.rule),
        "level": "error",
        "message": {"text": _ended(_literal(words.inline(fault.sentence)))},
        "locations": [{"physicalLocation": _physical(place, width=width)}] if place is not None else [],
        "partialFingerprints": _fingerprints(
            report.dossier.name, fault.rule, Path(path).name, fault.message, (fault.source or "").strip()
        ),
        "suppressions": [],
    }


def _of_undeclared(undeclared: Undeclared, coverage: Coverage, report: Report, setting: Setting) -> Json:
    article, mention = coverage.article, undeclared.mention
    place = coverage.place_of(undeclared)
    known = place or article.place or report.dossier.place
    width = _width(mention) if place is not None else None
    return {
        **_instance_of(coverage.rule),
        "level": "error" if setting.is_cover_wanted else "note",
        "message": {"text": _ended(_literal(words.undeclared(undeclared, coverage, report)))},
        "locations": [{"physicalLocation": _physical(known, width=width)}] if known is not None else [],
        "partialFingerprints": _fingerprints(
            report.dossier.name, article.id, coverage.rule, mention.text, undeclared.words
        ),
        "suppressions": [],
    }


def _instance_of(code: str | None) -> Json:
    return {} if code is None else {"ruleId": code, "ruleIndex": [*RULES].index(code)}


def _fingerprints(*parts: str) -> Json:
    """What stays the same while lines move: the names of things, never where they stand."""
    digest = hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()
    # The second name is the only one that GitHub reads.
    return {"claimcheck/v1": digest, "primaryLocationLineHash": f"{digest[:16]}:1"}


# Text: braces, square brackets and backslashes mean something in a message


def _literal(text: str) -> str:
    """Text that is nothing but text: no placeholder, no link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _link_text(evidence: Evidence) -> str:
    text = words.quoted(evidence.text) if evidence.is_quote else words.inline(evidence.text)
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


# Places


def _width(mention: Mention) -> int:
    """How much of the line that a number starts on it takes."""
    return len(mention.text.splitlines()[0])


def _physical(place: Place, *, width: int | None = None) -> Json:
    # A fault of a whole file has no line, and what shows results in files needs one.
    region: Json = {"startLine": place.line or 1}
    if place.line is not None and place.column is not None:
        region["startColumn"] = place.column
        if width is not None:
            region["endColumn"] = place.column + max(1, width)
    return {"artifactLocation": artifact(place.path), "region": region}


def artifact(path: str) -> Json:
    """Where a file is: below the folder of the run by a relative address, elsewhere by a full one.

    >>> artifact("claims/a story/paper.claims.yaml")
    {'uri': 'claims/a%20story/paper.claims.yaml', 'uriBaseId': '%SRCROOT%'}
    >>> artifact("/elsewhere/figures.csv")["uri"].startswith("file:///")
    True
    """
    full = Path(os.path.abspath(path))  # noqa: PTH100  Path has no way to fold .. without asking the disk
    if not full.is_relative_to(Path.cwd()):
        return {"uri": full.as_uri()}
    relative = full.relative_to(Path.cwd()).as_posix()
    return {"uri": quote(os.fsencode(relative), safe="/."), "uriBaseId": _ROOT}
