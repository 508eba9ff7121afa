"""The text of an audit: what is wrong first and in full, what adds up in one quiet line each."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.articles import Article
from claimcheck.errors import Fault
from claimcheck.findings import Finding, Outcome, Report, Severity, Verdict
from claimcheck.render import words
from claimcheck.render.setting import Setting

__all__ = ["failure", "render"]

_COLOURS = {
    Verdict.CONTRADICTED: "bold red",
    Verdict.DISPUTED: "bold magenta",
    Verdict.LOOSE: "yellow",
    Verdict.CONFIRMED: "green",
    Verdict.CONSISTENT: "green",
    Verdict.UNVERIFIED: "cyan",
}
_WRONG = (Verdict.CONTRADICTED, Verdict.DISPUTED)


def render(reports: Sequence[Report], setting: Setting) -> str:
    """The text of an audit of one or more dossiers, ending in a line that sums it up."""
    return _typeset(_audit(reports, setting), setting)


def failure(finding: Finding, setting: Setting) -> str:
    """One finding in full, as a failing test shows it."""
    return _typeset([_in_full(finding, setting)], setting)


def _typeset(blocks: Iterable[RenderableType], setting: Setting) -> str:
    console = Console(
        file=io.StringIO(),
        width=max(40, setting.width),
        height=25,
        force_terminal=setting.is_coloured,
        no_color=not setting.is_coloured,
        color_system="standard" if setting.is_coloured else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        for block in blocks:
            console.print(block)
    text = capture.get()
    if setting.is_ascii:
        text = words.in_ascii(text)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _audit(reports: Sequence[Report], setting: Setting) -> Iterator[RenderableType]:
    for report in reports:
        if len(reports) > 1:
            yield Text(words.inline(report.dossier.name), style="bold underline")
            yield Text()
        yield from _report(report, setting)
        if len(reports) > 1:
            yield Text(words.tally(report.findings, faults=len(report.faults)))
            yield Text()
    findings = [finding for report in reports for finding in report]
    faults = sum(len(report.faults) for report in reports)
    total = words.tally(findings, faults=faults)
    yield Text(f"{len(reports)} dossiers, {total}" if len(reports) > 1 else total, style="bold")


def _report(report: Report, setting: Setting) -> Iterator[RenderableType]:
    loud = [finding for finding in report if _is_loud(finding, setting)]
    for finding in sorted(loud, key=_badness):
        yield _in_full(finding, setting)
        yield Text()
    quiet = [finding for finding in report if not _is_loud(finding, setting)]
    widest = max((len(words.quoted(finding.claim.quote)) for finding in quiet), default=0)
    quotes = min(widest, setting.width * 2 // 5)
    for article in {finding.article.id: finding.article for finding in quiet}.values():
        yield _heading(article, setting)
        yield _in_lines([finding for finding in quiet if finding.article.id == article.id], quotes, setting)
        yield Text()
    implied = dict(item for finding in report if finding.verdict not in _WRONG for item in finding.implied)
    if implied:
        yield Text("What the claims imply for figures that nobody states", style="bold")
        for line in words.implications(implied.items()):
            yield Padding(Text(line), (0, 0, 0, 2))
        yield Text()
    if report.faults:
        yield Text("Could not be read or judged", style="bold red")
        for fault in report.faults:
            yield Padding(_fault(fault), (0, 0, 0, 2))
        yield Text()


def _is_loud(finding: Finding, setting: Setting) -> bool:
    """True for what somebody has to look at."""
    outcome = finding.outcome(strict=setting.is_strict, today=setting.today)
    return finding.verdict in (*_WRONG, Verdict.LOOSE) or outcome.is_failure


def _badness(finding: Finding) -> tuple[int, int]:
    """The worst first; what is equally bad stays in its order."""
    severities = [*Severity, None]
    return [*Verdict].index(finding.verdict), severities.index(finding.severity)


def _heading(article: Article, setting: Setting) -> Text:
    file = PurePath(article.place.path).name if article.place is not None else article.id
    published = f", {words.day(article.published)}" if article.published else ""
    heading = Text(file, style="bold")
    heading.append(
        f"  {words.shortened(article.publisher + published, setting.width - len(file) - 2)}", "dim"
    )
    return heading


def _sign(finding: Finding, setting: Setting) -> Text:
    signs = words.ASCII_SIGNS if setting.is_ascii else words.SIGNS
    return Text(signs[finding.verdict], style=_COLOURS[finding.verdict])


def _in_lines(findings: Sequence[Finding], quotes: int, setting: Setting) -> Table:
    """One line for each finding, in columns that are those of the whole dossier."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(width=10)
    table.add_column(width=4, justify="right", style="dim")
    table.add_column(width=quotes + 1)
    table.add_column()
    for finding in findings:
        place = finding.place
        table.add_row(
            _sign(finding, setting),
            Text(finding.verdict.value, style=_COLOURS[finding.verdict]),
            Text(str(place.line) if place is not None and place.line is not None else ""),
            Text(words.quoted(words.shortened(finding.claim.quote, quotes - 2))),
            Text(words.outlook(finding)),
        )
    return table


def _in_full(finding: Finding, setting: Setting) -> RenderableType:
    """Everything that is known of a finding."""
    title = _sign(finding, setting)
    verdict = "undecided" if finding.is_undecided else finding.verdict.value
    title.append(f" {verdict}", style=_COLOURS[finding.verdict])
    title.append(f"  {words.quoted(finding.claim.quote)}", style="bold")
    match finding.outcome(strict=setting.is_strict, today=setting.today):
        case Outcome.KNOWN:
            title.append("  (known issue)")
        case Outcome.FIXED:
            title.append("  (known issue that is none: remove it)", style="bold red")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=9, style="dim")
    table.add_column(overflow="fold")
    for label, lines in _rows(finding):
        for number, line in enumerate(lines):
            table.add_row(label if number == 0 else "", Text(line, style="bold" if label == "print" else ""))
    return Group(title, Padding(table, (0, 0, 0, 2)))


def _rows(finding: Finding) -> Iterator[tuple[str, Sequence[str]]]:
    """What is said of a finding, under a label each."""
    yield "article", [line for line in (words.byline(finding), words.where(finding.place)) if line]
    single = [
        ("says", words.says(finding)),
        ("working", words.working(finding)),
        ("range", words.covered(finding)),
        ("loosely", words.stretched(finding)),
        ("slip", words.severity(finding) if finding.severity is not Severity.WRONG else None),
        ("print", finding.correction),
    ]
    for label, shown in single:
        if shown is not None:
            yield label, [shown]
    if finding.would_be_true_if:
        yield "true if", words.remedies(finding)
    if finding.implied and finding.verdict not in _WRONG:
        yield "implies", words.implications(finding.implied)
    if finding.evidence:
        yield "evidence", [line for evidence in finding.evidence for line in words.cited(evidence)]
    if (shown := words.known_issue(finding)) is not None:
        yield "known", [shown]
    if finding.reason is not None:
        yield "reason", [finding.reason]


def _fault(fault: Fault) -> RenderableType:
    excerpt = [Text(line, no_wrap=True, overflow="crop") for line in fault.excerpt()]
    return Group(Text(words.fault_line(fault)), *excerpt)
