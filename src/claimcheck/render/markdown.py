"""The audit as Markdown, for the summary of a workflow run or a comment: a table, and details that unfold.

The words of articles are data here. Every character of theirs that Markdown, HTML or GitHub would
act on is written as a character reference, so that it shows and does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.findings import Finding, Outcome, Report
from claimcheck.quotes import Coverage
from claimcheck.render import words
from claimcheck.render.setting import Setting

__all__ = ["escape", "render"]

# GitHub looks for people and issues after everything else, in the text itself: only a character
# between the sign and the name keeps a quote from calling somebody.
_CALLS = r"@(?=\w)|#|(?<=\bGH)-(?=\d)"
_ACTIVE = re.compile(
    _CALLS + r"|[&<>\"'\\`*_\[\]{}|~$!]|(?<=[a-z]):(?=//)|(?<=www)\.|^[-+=]|^\d(?=\d*[.)])", re.IGNORECASE
)
_WORD_JOINER = "&#8288;"


def escape(text: str) -> str:
    """Text on one line, for Markdown and for HTML, with nothing in it that either would act on.

    >>> escape("*63* <b>offences</b> | @desk")
    '&#42;63&#42; &#60;b&#62;offences&#60;/b&#62; &#124; @&#8288;desk'
    """
    return _ACTIVE.sub(_inert, words.inline(text))


def _inert(found: re.Match[str]) -> str:
    sign = found[0]
    return sign + _WORD_JOINER if re.fullmatch("[@#-]", sign) else f"&#{ord(sign)};"


def render(reports: Sequence[Report], setting: Setting) -> str:
    """The counts, what is wrong in a table and then in full, and the rest folded away."""
    text = "\n".join(_audit(reports, setting)) + "\n"
    return words.in_ascii(text) if setting.is_ascii else text


def _audit(reports: Sequence[Report], setting: Setting) -> Iterator[str]:
    findings = [finding for report in reports for finding in report]
    faults = sum(len(report.faults) for report in reports)
    total = words.tally(findings, faults=faults)
    yield "## claimcheck"
    yield ""
    yield f"**{len(reports)} dossiers, {total}**" if len(reports) > 1 else f"**{total}**"
    for report in reports:
        if len(reports) > 1:
            yield ""
            yield f"### {escape(report.dossier.name)}"
            yield ""
            yield words.tally(report.findings, faults=len(report.faults))
        yield from _report(report, setting)


def _report(report: Report, setting: Setting) -> Iterator[str]:
    loud = sorted(filter(setting.is_loud, report), key=lambda finding: finding.badness)
    quiet = [finding for finding in report if not setting.is_loud(finding)]
    if report.faults:
        yield ""
        yield "**Could not be read or judged**"
        yield ""
        yield from (f"- {escape(words.fault_line(fault))}" for fault in report.faults)
    if loud:
        yield ""
        yield from _table(
            ("", "verdict", "the article says", "print instead", "where"),
            ((*_found(finding, setting), _print_instead(finding), _where(finding)) for finding in loud),
        )
        for finding in loud:
            yield ""
            yield from _in_full(finding, setting)
    if quiet:
        yield ""
        yield from _folded(
            f"{len(quiet):,} other claim{'s' if len(quiet) != 1 else ''}",
            _table(
                ("", "verdict", "the article says", "recomputed", "where"),
                (
                    (*_found(finding, setting), escape(words.outlook(finding)), _where(finding))
                    for finding in quiet
                ),
            ),
        )
    implied = dict(item for finding in report if not finding.is_wrong for item in finding.implied)
    if implied:
        yield ""
        yield from _folded(
            "What the claims imply for figures that nobody states",
            (f"- {escape(line)}" for line in words.implications(implied.items())),
        )
    yield from _read(report)
    for coverage in report.coverage:
        yield ""
        yield from _coverage(coverage, report)


def _read(report: Report) -> Iterator[str]:
    """What was tied to what where claims were read from texts, and what is left open."""
    same = [tie.line for tie in words.same_figures(report)]
    if same:
        yield ""
        yield from _folded(f"{words.SAME_FIGURES}: {len(same):,}", (f"- {escape(said)}" for said in same))
    possible = [*words.possible(report)]
    if possible:
        yield ""
        lines = (
            line
            for question in possible
            for line in (
                f"- {escape(question.number)}",
                *(f"  - {escape(said)}" for said in question.alternatives),
            )
        )
        yield from _folded(f"{words.POSSIBLE}: {len(possible):,}", lines)


def _coverage(coverage: Coverage, report: Report) -> Iterator[str]:
    """One line where all is declared; else the numbers that are not, folded."""
    said = escape(words.coverage_line(coverage, report))
    if coverage.is_whole:
        yield said
    else:
        lines = (f"- {escape(words.undeclared_line(each, coverage, report))}" for each in coverage.undeclared)
        yield from _folded(said, lines)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _folded(summary: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines that unfold. The blank lines are what lets Markdown be Markdown inside."""
    yield f"<details><summary>{summary}</summary>"
    yield ""
    yield from lines
    yield ""
    yield "</details>"


def _found(finding: Finding, setting: Setting) -> tuple[str, str, str]:
    """The sign, the verdict and the quote, with what there is to doubt about it."""
    signs = words.ASCII_SIGNS if setting.is_ascii else words.SIGNS
    quote, doubt = words.quoted(finding.claim.quote), words.reservation(finding)
    return (
        escape(signs[finding.verdict]),
        _verdict(finding, setting),
        escape(quote if doubt is None else f"{quote} ({doubt})"),
    )


def _verdict(finding: Finding, setting: Setting) -> str:
    outcome = setting.outcome(finding)
    verdict = words.verdict(finding)
    rule = finding.rule_for(outcome) if setting.is_loud(finding) else None
    noted = {Outcome.KNOWN: " (known issue)", Outcome.FIXED: " (remove its known issue)"}
    return f"{verdict}{noted.get(outcome, '')}{f' {rule}' if rule else ''}"


def _print_instead(finding: Finding) -> str:
    return f"**{escape(finding.correction)}**" if finding.correction else ""


def _where(finding: Finding) -> str:
    place = words.place(finding)
    return f"<code>{escape(place)}</code>" if place else ""


def _in_full(finding: Finding, setting: Setting) -> Iterator[str]:
    sign, verdict, quote = _found(finding, setting)
    rows = [("article", (words.byline(finding),)), *words.details(finding)]
    return _folded(
        f"{sign} <b>{verdict}</b> {quote}",
        (
            line
            for label, lines in rows
            for line in (
                # One thing stands on the line of its label, several under it.
                [f"- {label}: {escape(lines[0])}"]
                if len(lines) == 1
                else [f"- {label}:", *(f"  - {escape(shown)}" for shown in lines)]
            )
        ),
    )
