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
from claimcheck.quotes import Coverage
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
    coverage = [each for report in reports for each in report.coverage]
    for level in ("error", "warning", "notice"):
        lines += [*_at(level, findings, setting), *_undeclared(level, coverage, setting)]
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


def _undeclared(level: str, coverage: Sequence[Coverage], setting: Setting) -> Iterator[str]:
    """The commands for numbers that no claim declares, where the file of their text is known."""
    if level != ("error" if setting.is_cover_wanted else "notice"):
        return
    for each in coverage:
        for one in each.undeclared:
            if (place := each.place_of(one)) is not None:
                title = f"{each.rule} {RULES[each.rule].name}"
                yield command(level, words.undeclared(one), title=title, place=place)


def _of_fault(fault: Fault) -> str:
    # Blanks for what cannot be printed, one each: the caret stays under the words.
    excerpt = ("".join(c if c.isprintable() else " " for c in line) for line in fault.excerpt())
    lines = [words.inline(fault.sentence), *excerpt]
    return command(
        "error", "\n".join(lines), title=f"{fault.rule} {RULES[fault.rule].name}", place=fault.place
    )
