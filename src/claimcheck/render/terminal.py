"""The text of an audit: what is wrong first and in full, what adds up in one quiet line each."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import PurePath

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.articles import Article
from claimcheck.errors import Fault
from claimcheck.findings import Finding, Outcome, Report, Verdict
from claimcheck.quotes import Coverage
from claimcheck.render import words
from claimcheck.render.number_line import Stretch, number_line
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

_LABELS = 9
"""How wide the labels of a finding in full are."""
_LONGEST_OUTLOOK = 36
"""How much of a line its last column may claim before it is wrapped."""
_NARROWEST_QUOTES = 20
"""The least that is left of quotes, before what came of them moves to a line of its own."""
_NARROWEST_LINE, _WIDEST_LINE = 16, 60
"""How wide a number line may be: below, its numbers are left out; above, the eye has to travel."""
_MOST_SAME_FIGURES = 10
"""How many of the numbers that were taken for one figure are told."""


def render(reports: Sequence[Report], setting: Setting) -> str:
    """The text of an audit of one or more dossiers, ending in a line that sums it up.

    >>> from claimcheck import Article, Count, Dossier, Figure, Measure, verify
    >>> offences = Figure(measure=Measure(name="offences", unit="offence"), area="Kent")
    >>> story = Article(publisher="A Paper", claims=[Count(quote="750 offences", figure=offences)])
    >>> print(render([verify(story)], Setting()), end="")
    a-paper  A Paper
    ? unverified      “750 offences”  nothing to recompute it from
    <BLANKLINE>
    1 claim: 1 unverified
    """
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
        force_jupyter=False,  # in a notebook, rich would show pages instead of giving text
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
    loud = [finding for finding in report if setting.is_loud(finding)]
    for finding in sorted(loud, key=lambda finding: finding.badness):
        yield _in_full(finding, setting)
        yield Text()
    quiet = [finding for finding in report if not setting.is_loud(finding)]
    quotes = _quotes_width(quiet, setting)
    for article in {finding.article.id: finding.article for finding in quiet}.values():
        yield _heading(article, setting)
        yield _in_lines([finding for finding in quiet if finding.article.id == article.id], quotes, setting)
        yield Text()
    implied = dict(item for finding in report if not finding.is_wrong for item in finding.implied)
    if implied:
        yield Text("What the claims imply for figures that nobody states", style="bold")
        for line in words.implications(implied.items()):
            yield Padding(Text(line), (0, 0, 0, 2))
        yield Text()
    yield from _read(report)
    if report.coverage:
        is_loud = setting.is_cover_wanted and not all(each.is_whole for each in report.coverage)
        yield Text(words.coverage_heading(report), style="bold red" if is_loud else "bold")
        for coverage in report.coverage:
            yield Padding(_coverage(coverage, report), (0, 0, 0, 2))
        yield Text()
    if report.faults:
        yield Text("Could not be read or judged", style="bold red")
        for fault in report.faults:
            yield Padding(_fault(fault), (0, 0, 0, 2))
        yield Text()


def _read(report: Report) -> Iterator[RenderableType]:
    """What was tied to what where claims were read from texts, and what is left open."""
    same = [tie.line for tie in words.same_figures(report)]
    if same:
        yield Text(words.SAME_FIGURES, style="bold")
        for said in same[:_MOST_SAME_FIGURES]:
            yield _item(said)
        if len(same) > _MOST_SAME_FIGURES:
            more = f"and {len(same) - _MOST_SAME_FIGURES:,} more; --format json lists all"
            yield Padding(Text(more, style="dim"), (0, 0, 0, 2))
        yield Text()
    possible = [*words.possible(report)]
    if possible:
        yield Text(words.POSSIBLE, style="bold")
        for question in possible:
            yield Padding(Text(question.number), (0, 0, 0, 2))
            for said in question.alternatives:
                yield _item(said, indent=4)
        yield Text()


def _item(said: str, *, indent: int = 2) -> RenderableType:
    """One of several lines, which goes on below its first word."""
    item = Table.grid(padding=(0, 1, 0, 0))
    item.add_row("-", said)
    return Padding(item, (0, 0, 0, indent))


def _heading(article: Article, setting: Setting) -> Text:
    file = PurePath(article.place.path).name if article.place is not None else article.id
    heading = Text(file, style="bold")
    if printed := words.printed(article):
        heading.append(f"  {words.shortened(printed, setting.width - len(file) - 2)}", "dim")
    return heading


def _sign(finding: Finding, setting: Setting) -> Text:
    signs = words.ASCII_SIGNS if setting.is_ascii else words.SIGNS
    return Text(signs[finding.verdict], style=_COLOURS[finding.verdict])


def _quotes_width(findings: Sequence[Finding], setting: Setting) -> int | None:
    """How wide quotes are beside what came of them, or ``None`` where there is no room for both."""
    widest = max((cell_len(words.quoted(finding.claim.quote)) for finding in findings), default=0)
    outlook = max((cell_len(words.outlook(finding)) for finding in findings), default=0)
    room = max(40, setting.width) - 20 - min(outlook, _LONGEST_OUTLOOK)
    return min(widest, room) if room >= min(widest, _NARROWEST_QUOTES) else None


def _in_lines(findings: Sequence[Finding], quotes: int | None, setting: Setting) -> Table:
    """One line for each finding, in columns that are those of the whole dossier; two on a narrow page."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(width=10)
    table.add_column(width=4, justify="right", style="dim")
    if quotes is not None:
        table.add_column(width=quotes + 1)
    table.add_column()
    for finding in findings:
        quote = words.shortened(finding.claim.quote, (quotes or max(40, setting.width) - 18) - 2)
        shown = [words.quoted(quote), words.outlook(finding)]
        table.add_row(
            _sign(finding, setting),
            Text(finding.verdict.value, style=_COLOURS[finding.verdict]),
            Text(words.line(finding)),
            *map(Text, shown if quotes is not None else ["\n".join(filter(None, shown))]),
        )
    return table


def _in_full(finding: Finding, setting: Setting) -> RenderableType:
    """Everything that is known of a finding."""
    verdict = words.verdict(finding)
    title = Text().append(verdict, style=_COLOURS[finding.verdict])
    outcome = setting.outcome(finding)
    if (rule := finding.rule_for(outcome)) is not None:
        title.append(f" {rule}", style="dim")
    title.append(f"  {words.quoted(finding.claim.quote)}", style="bold")
    match outcome:
        case Outcome.KNOWN:
            title.append("  (known issue)")
        case Outcome.FIXED:
            title.append("  (known issue that is none: remove it)", style="bold red")
    # A long quote goes on below its first line, not below the sign.
    heading = Table.grid(padding=(0, 1, 0, 0))
    heading.add_row(_sign(finding, setting), title)
    width = max(40, setting.width) - 2 - _LABELS - 1
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=_LABELS, style="dim")
    table.add_column(overflow="fold")
    for label, lines in _rows(finding, width):
        for number, line in enumerate(lines):
            table.add_row(label if number == 0 else "", line)
    return Group(heading, Padding(table, (0, 0, 0, 2)))


def _rows(finding: Finding, width: int) -> Iterator[tuple[str, Sequence[Text]]]:
    """What is said of a finding, under a label each."""
    places = (words.printed(finding.article), words.place(finding))
    yield "article", [_folded(line, width) for line in places if line]
    drawing = [*_drawing(finding, width)]
    for label, lines in words.details(finding):
        if label not in _BEFORE_THE_DRAWING:
            yield from drawing
            drawing = []
        if label == "evidence":
            cited = [line for evidence in finding.evidence for line in words.cited(evidence)]
            yield label, [_folded(line, width) for line in cited]
        else:
            yield label, [Text(line, style="bold" if label == "print" else "") for line in lines]
    yield from drawing


_BEFORE_THE_DRAWING = ("says", "read as", "working", "range", "loosely")


def _folded(line: str, width: int) -> Text:
    """A line whose path, where it is too long, goes on below after a slash or before its line number."""
    path = line.lstrip()
    indent = line[: len(line) - len(path)]
    if cell_len(line) <= width or " " in path:
        return Text(line)
    lines = [indent]
    for part in re.split(r"(?<=/)|(?=(?::\d+)+$)(?<!:\d)", path):
        if lines[-1] != indent and cell_len(lines[-1] + part) > width:
            lines.append(indent)
        lines[-1] += part
    return Text("\n".join(lines))


# The number line


def _drawing(finding: Finding, width: int) -> Iterator[tuple[str, Sequence[Text]]]:
    """What was printed and what it comes to, one below the other on the same scale."""
    line = number_line(finding)
    # Where the rest leaves room for all that was printed, there is nothing to see.
    if line is None or finding.verdict not in _DRAWN or line.stated.interval.within(line.recomputed.interval):
        return
    wide = {
        "printed": (line.stated, ("●", "─")),
        "loosely": (line.loose, ("●", "┄")),
        "comes to": (line.recomputed, ("◆", "═")),
    }
    tracks = {label: (stretch, signs) for label, (stretch, signs) in wide.items() if stretch is not None}
    drawn = _placed([stretch for stretch, _ in tracks.values()], min(width, _WIDEST_LINE), finding)
    for (label, (stretch, signs)), (start, end, before, after) in zip(tracks.items(), drawn, strict=True):
        style = "green" if stretch is line.recomputed else _COLOURS[finding.verdict]
        shown = Text(" " * (start - cell_len(before)) + before)
        shown.append(_stroke(stretch, start=start, end=end, signs=signs), style=style)
        yield label, [shown.append(after)]


_DRAWN = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.LOOSE)


def _stroke(stretch: Stretch, *, start: int, end: int, signs: tuple[str, str]) -> str:
    """A stretch from its first column to its last. ``signs``: that of a point, and that between two ends."""
    point, between = signs
    if start == end:
        return point
    closed = "╞╡" if between == "═" else "├┤"
    left = "◀" if stretch.runs_left else "○" if stretch.is_open_at_start else closed[0]
    right = "▶" if stretch.runs_right else "○" if stretch.is_open_at_end else closed[1]
    return left + between * (end - start - 1) + right


def _placed(
    stretches: Sequence[Stretch], width: int, finding: Finding
) -> Iterator[tuple[int, int, str, str]]:
    """The first and last column of each stretch, and the numbers that stand before and after it.

    Where the page is too narrow for line and numbers, the numbers go: the range is said in words above.
    """
    numbers = [_ends(stretch, finding) for stretch in stretches]
    beside = list(zip(stretches, numbers, strict=True))
    left = right = 0
    while width - left - right >= _NARROWEST_LINE:
        columns = _columns(stretches, width - left - right)
        # What the numbers want beyond the margins of the line is taken from the line.
        more_left = max(cell_len(low) - left - columns[stretch.start] for stretch, (low, _) in beside)
        more_right = max(
            left + columns[stretch.end] + 1 + cell_len(high) - width for stretch, (_, high) in beside
        )
        if more_left <= 0 and more_right <= 0:
            break
        left, right = left + max(0, more_left), right + max(0, more_right)
    else:
        left, numbers, columns = 0, [("", "") for _ in stretches], _columns(stretches, width)
    for stretch, (low, high) in zip(stretches, numbers, strict=True):
        yield columns[stretch.start] + left, columns[stretch.end] + left, low, high


def _ends(stretch: Stretch, finding: Finding) -> tuple[str, str]:
    """The numbers at the ends of a stretch; a point has its own after it."""
    unit = words.ratio_unit(finding)
    unit = unit if unit.is_attached else words.Unit(before=unit.before)
    place = finding.stated.place if finding.stated is not None else None
    low, high = (
        "" if end is None else words.number(end, place=place, unit=unit)
        for end in (stretch.interval.low, stretch.interval.high)
    )
    return "" if stretch.is_point or not low else f"{low} ", high and f" {high}"


def _columns(stretches: Sequence[Stretch], width: int) -> dict[Fraction, int]:
    """A column for each position on a line. Two that differ never share one: what misses is seen to miss."""
    positions = sorted({position for stretch in stretches for position in (stretch.start, stretch.end)})
    columns: list[int] = []
    for position in positions:
        columns.append(max(round(position * (width - 1)), columns[-1] + 1 if columns else 0))
    for number, column in enumerate(reversed(columns)):
        columns[-1 - number] = min(column, width - 1 - number)
    return dict(zip(positions, columns, strict=True))


def _coverage(coverage: Coverage, report: Report) -> RenderableType:
    """One line where all is declared; else a line for each number that is not."""
    said = Text(words.coverage_line(coverage, report), style="dim" if coverage.is_whole else "")
    rest = Table.grid(padding=(0, 1, 0, 0))
    rest.add_column(style="dim", justify="right", no_wrap=True)
    for each in coverage.undeclared:
        rest.add_row(f"{each.line}:{each.column}", words.undeclared(each, coverage, report))
    return Group(said, Padding(rest, (0, 0, 0, 2))) if coverage.undeclared else said


def _fault(fault: Fault) -> RenderableType:
    excerpt = [Text(line, no_wrap=True, overflow="crop") for line in fault.excerpt()]
    return Group(Text(words.fault_line(fault)), *excerpt)
