"""The audit as workflow commands: GitHub shows each as an annotation at the line of the claims file.

A number that no claim declares is one at its line of the article's text.

Errors come first, since GitHub keeps only the first few of a step. Claims that add up have no
annotation; the last line, which is no command, counts them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from claimcheck.errors import Fault, Place
from claimcheck.findings import Finding, Outcome, Report
from claimcheck.render import words
from claimcheck.render.setting import Setting
from claimcheck.rules import RULES

__all__ = ["command", "render"]

_LEVELS: Mapping[Outcome, str] = {
    Outcome.FAILED: "error",
    Outcome.FIXED: "error",
    Outcome.WARNED: "warning",
    Outcome.KNOWN: "notice",
}


def render(reports: Sequence[Report], setting: Setting) -> str:
    """A command for each fault and for each claim that somebody has to look at, then the counts."""
    faults = [fault for report in reports for fault in report.faults]
    findings = [finding for report in reports for finding in report]
    lines = [_of_fault(fault) for fault in faults]
    for level in ("error", "warning", "notice"):
        lines += [*_at(level, findings, setting), *_undeclared(level, reports, setting)]
    lines += [line for report in reports for line in _read(report)]
    lines.append(words.tally(findings, faults=len(faults)))
    text = "\n".join(lines) + "\n"
    return words.in_ascii(text) if setting.is_ascii else text


def command(level: str, message: str, *, title: str, place: Place | None = None) -> str:
    """One workflow command. Whatever is in the text, it stays one.

    >>> command("error", "100% wrong", title="CC301 contradicted", place=Place(path="a.claims.yaml", line=7))
    '::error file=a.claims.yaml,line=7,title=CC301 contradicted::100%25 wrong'
    """
    properties: dict[str, object] = {}
    if place is not None:
        properties = {"file": PurePath(place.path).as_posix(), "line": place.line, "col": place.column}
    properties["title"] = title
    shown = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None
    )
    return f"::{level} {shown}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _at(level: str, findings: Sequence[Finding], setting: Setting) -> Iterator[str]:
    """The commands of one level, the worst verdicts first."""
    worst_first = sorted(findings, key=lambda finding: finding.badness)
    for finding in worst_first:
        outcome = setting.outcome(finding)
        if _LEVELS.get(outcome) == level:
            yield _of_finding(level, finding, outcome)


def _of_finding(level: str, finding: Finding, outcome: Outcome) -> str:
    rule = finding.rule_for(outcome)
    verdict = words.verdict(finding)
    said = "known issue settled" if outcome is Outcome.FIXED else verdict
    headline = words.headline(finding, outcome=outcome).removeprefix(f"{rule} ").removeprefix(f"{said}: ")
    # The headline has said these.
    rest = [row for row in words.details(finding) if row[0] not in ("print", "reason")]
    lines = [headline, *(f"{label}: {line}" for label, shown in rest for line in shown)]
    return command(level, "\n".join(lines), title=f"{rule} {said}" if rule else said, place=finding.place)


def _undeclared(level: str, reports: Sequence[Report], setting: Setting) -> Iterator[str]:
    """The commands for numbers that no claim declares, where the file of their text is known."""
    if level != ("error" if setting.is_cover_wanted else "notice"):
        return
    for report in reports:
        for coverage in report.coverage:
            for one in coverage.undeclared:
                if (place := coverage.place_of(one)) is not None:
                    title = f"{coverage.rule} {RULES[coverage.rule].name}"
                    message = words.undeclared(one, coverage, report)
                    yield command(level, message, title=title, place=place)


def _read(report: Report) -> Iterator[str]:
    """A notice of what was tied to what where claims were read from texts, and one of what is left open."""
    same = [tie.line for tie in words.same_figures(report)]
    if same:
        yield command("notice", "\n".join(same), title=words.SAME_FIGURES)
    possible = [
        line
        for question in words.possible(report)
        for line in (question.number, *(f"- {said}" for said in question.alternatives))
    ]
    if possible:
        yield command("notice", "\n".join(possible), title=words.POSSIBLE)


def _of_fault(fault: Fault) -> str:
    # Blanks for what cannot be printed, one each: the caret stays under the words.
    excerpt = ("".join(c if c.isprintable() else " " for c in line) for line in fault.excerpt())
    lines = [words.inline(fault.sentence), *excerpt]
    return command(
        "error", "\n".join(lines), title=f"{fault.rule} {RULES[fault.rule].name}", place=fault.place
    )
