"""The ``claimcheck`` command."""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress

    from claimcheck.articles import Article, Dossier
    from claimcheck.errors import Fault
    from claimcheck.findings import Report
    from claimcheck.render import Setting
    from claimcheck.rules import Rule

__all__ = ["main"]

CLEAN, FINDINGS, NOT_CHECKED = 0, 1, 2
"""How the command ends."""

DEFAULT_PATH = "claims"
CLAIMS_SUFFIX = ".claims.yaml"
STANDARD_INPUT = "-"
FORMATS = ("text", "json", "html", "markdown", "github", "sarif", "claimreview")

_EXIT_CODES = """\
exit codes:
  0  clean: no claim is contradicted or disputed (with --strict: nor loose)
  1  findings: at least one claim cannot be true (with --cover: or is not declared)
  2  not checked: a fault in the files, a claim that could not be decided in
     time, nothing to audit, or a mistake in the command
"""
_READ = """\
Read articles in plain text, Markdown or HTML: find the numbers that they
claim, tie them together, and report what cannot be true. Several files are one
story. What is not understood is not checked; --draft writes down what was read.
"""
_READ_EXIT_CODES = """\
exit codes:
  0  clean: no number that was read is contradicted or disputed (with --strict:
     nor loose), or there is none to check
  1  findings: at least one number cannot be true (with --cover: or was not read)
  2  not checked: a fault in a file, a claim that could not be decided in time,
     or a mistake in the command
"""


class _Refusal(Exception):
    """The command cannot be carried out; its text says why."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    try:
        status = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except _Refusal as refusal:
        print(f"claimcheck: error: {refusal}", file=sys.stderr)
        return NOT_CHECKED
    except BrokenPipeError:
        # The reader has gone. What is left in the buffer must not raise again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_CHECKED
    except KeyboardInterrupt:
        print("claimcheck: interrupted", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimcheck",
        description="Check the numbers in news: recompute every claim and say which cannot be true together.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    audit = commands.add_parser(
        "audit",
        help="recompute every claim and report what cannot be true",
        description="Recompute every claim of one or more dossiers and report what cannot be true.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    audit.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="a folder (every dossier below it), a dossier, or one *.claims.yaml file, whose dossier is "
        f"verified whole and its own findings shown (default: {DEFAULT_PATH}/)",
    )
    _add_report_options(audit)

    read = commands.add_parser(
        "read",
        help="read articles themselves: find their claims and recompute them",
        description=_READ,
        epilog=_READ_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    read.add_argument("files", nargs="+", metavar="FILE", help="an article; - is standard input")
    read.add_argument(
        "--published",
        type=_date,
        metavar="DATE",
        help="the day on which articles appeared that do not say: 'last year' is counted from it",
    )
    read.add_argument(
        "--dossier",
        metavar="DIR",
        help="a dossier to verify the story with: its base figures and its other articles (default: the "
        "folder of --draft, if there is a dossier in it)",
    )
    read.add_argument(
        "--draft",
        metavar="DIR",
        help="write what was read as a dossier for a person to confirm; what is in DIR already is kept",
    )
    _add_report_options(read)

    schema = commands.add_parser(
        "schema",
        help="print the JSON Schema of a file, for editors",
        description="Print the JSON Schema of claims files or of dossier.yaml, for editors.",
    )
    schema.add_argument(
        "file", nargs="?", choices=("claims", "dossier"), default="claims", help="default: claims"
    )
    schema.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")

    explain = commands.add_parser(
        "explain",
        help="say what a rule means and what to do about it",
        description="Say what a rule means, with an example, and what to do about it.",
    )
    explain.add_argument(
        "rule", nargs="?", metavar="RULE", help="its code or its name (default: list all of them)"
    )
    return parser


def _add_report_options(command: argparse.ArgumentParser) -> None:
    """What can be said of a report: what it is written as, where to, and what counts as a finding."""
    command.add_argument("--format", choices=FORMATS, default="text", help="what to write (default: text)")
    command.add_argument(
        "--strict", action="store_true", help="a claim that is true only loosely is a finding too"
    )
    command.add_argument(
        "--cover",
        action="store_true",
        help="a number in an article's text that no claim declares is a finding too",
    )
    command.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    command.add_argument(
        "--also",
        action="append",
        default=[],
        type=_also,
        metavar="FORMAT=FILE",
        help="write the same report to FILE in another format too; may be given several times",
    )
    command.add_argument(
        "--time-limit",
        type=_seconds,
        metavar="SECONDS",
        help="how long a dossier may take; claims not decided by then are not passed (default: 60)",
    )
    command.add_argument(
        "--width", type=_columns, metavar="COLUMNS", help="how wide text is (default: the terminal)"
    )


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            found = version("claimcheck-news")
        except PackageNotFoundError:
            found = "(not installed)"
        print(f"claimcheck {found}")
        parser.exit()


def _seconds(text: str) -> float:
    seconds = float(text)
    if not (math.isfinite(seconds) and seconds > 0):
        raise argparse.ArgumentTypeError(f"{text} is not a time")
    return seconds


def _date(text: str) -> date:
    from claimcheck.errors import Fault
    from claimcheck.periods import parse_date

    try:
        return parse_date(text)
    except Fault as fault:
        raise argparse.ArgumentTypeError(fault.sentence) from None


def _columns(text: str) -> int:
    columns = int(text)
    if not 40 <= columns <= 1000:
        raise argparse.ArgumentTypeError(f"{text} is not between 40 and 1000")
    return columns


def _also(text: str) -> tuple[str, str]:
    """A format, and the file that it is written to."""
    name, _, file = text.partition("=")
    if name not in FORMATS:
        raise argparse.ArgumentTypeError(f"{name!r} is not a format (choose from {', '.join(FORMATS)})")
    if file in ("", "-"):
        raise argparse.ArgumentTypeError(f"{text} names no file: write {name}=FILE")
    return name, file


# claimcheck audit


def _audit(arguments: argparse.Namespace) -> int:
    _refuse_outputs(arguments)
    reports = _reports(arguments.paths or [DEFAULT_PATH], arguments.time_limit)
    return _tell(reports, arguments)


def _refuse_outputs(arguments: argparse.Namespace) -> None:
    # An output that cannot be written is said before the work, not after it.
    files = [*([arguments.output] if arguments.output is not None else []), *(f for _, f in arguments.also)]
    for file in files:
        _refuse_unwritable(file)
    if len({Path(file).resolve() for file in files}) < len(files):
        raise _Refusal("two outputs would be written to the same file")


def _tell(reports: list[Report], arguments: argparse.Namespace, *, may_be_empty: bool = False) -> int:
    """Write the reports, and return how the command ends."""
    from claimcheck.render import RENDERERS

    # The files first: whoever reads standard output may stop before its end.
    for name, file in arguments.also:
        _write(RENDERERS[name](reports, _setting(arguments, None, may_be_empty=may_be_empty)), file)
    stream = None if arguments.output is not None else sys.stdout
    setting = _setting(arguments, stream, may_be_empty=may_be_empty)
    _write(RENDERERS[arguments.format](reports, setting), arguments.output)
    return max(setting.exit_status(report) for report in reports)


def _reports(paths: Iterable[str], time_limit: float | None) -> list[Report]:
    """A report for every dossier, each verified once, in the order in which they were asked for."""
    from claimcheck.errors import AuthoringError
    from claimcheck.files import load
    from claimcheck.verifier import TIME_LIMIT, verify

    shown, unread = _dossiers(paths)
    try:
        dossiers = [load(folder) for folder in shown]
    except AuthoringError as error:
        raise _Refusal(str(error)) from None
    if unread is not None:
        shown, dossiers = {**shown, Path(unread.name): None}, [*dossiers, unread]
    reports = []
    claims = [sum(len(article.claims) for article in dossier.articles) for dossier in dossiers]
    with _Progress(sum(claims)) as progress:
        for number, (dossier, files) in enumerate(zip(dossiers, shown.values(), strict=True)):
            report = verify(
                dossier,
                time_limit=TIME_LIMIT if time_limit is None else time_limit,
                progress=progress.after(sum(claims[:number])),
            )
            reports.append(report if files is None else _only(report, files))
    return reports


class _Progress:
    """A bar on standard error, for somebody who waits: in a terminal only, and after a second."""

    DELAY = 1.0
    """In seconds."""

    def __init__(self, total: int) -> None:
        self._done, self._total = 0, total
        self._bar: Progress | None = None
        self._timer: Timer | None = None

    def __enter__(self) -> Self:
        is_watched = sys.stderr.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        if is_watched:
            from threading import Timer

            # Not in the verifier's steps: the first of them may take long.
            self._timer = Timer(self.DELAY, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._bar is not None:
            # Claims that were done while the bar was being made are in no update.
            self._bar.update(self._bar.task_ids[0], completed=self._done)
            self._bar.stop()

    def after(self, before: int) -> Callable[[int, int], None]:
        """What is told of a dossier's claims, once so many of other dossiers are done."""

        def tell(done: int, _: int) -> None:
            self._done = before + done
            if self._bar is not None:
                self._bar.update(self._bar.task_ids[0], completed=self._done)

        return tell

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        bar = Progress(
            TextColumn("recomputing"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("claims"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        bar.add_task("", total=self._total, completed=self._done)
        bar.start()
        self._bar = bar


def _dossiers(names: Iterable[str]) -> tuple[dict[Path, frozenset[Path] | None], Dossier | None]:
    """The folders to load, with the claims files to show of each: ``None`` is all of them.

    What looks as if it held claims and is in none of these folders is told as a dossier of faults alone.
    """
    from claimcheck.files import discover
    from claimcheck.files.discovery import DOSSIER_FILE, FIGURES_FILE, is_read

    paths = [Path(name) for name in names]
    for path in paths:
        if not os.path.lexists(path):
            raise _Refusal(
                "no claims/ here: name a folder"
                if str(path) == DEFAULT_PATH
                else f"no such file or folder: {path}"
            )
        if not path.is_dir() and not is_read(path.name):
            raise _Refusal(_not_read(path))
    found = discover(*paths)
    by_identity = {folder.resolve(): folder for folder in found.folders}
    starts = [path.resolve() for path in paths if path.is_dir()]
    for start, path in zip(starts, filter(Path.is_dir, paths), strict=True):
        if not found.faults and not any(at.is_relative_to(start) for at in by_identity):
            raise _Refusal(f"no claims found in {path}")
    claims_files = frozenset(path.resolve() for path in paths if path.name.endswith(CLAIMS_SUFFIX))
    starts += [path.parent.resolve() for path in paths if path.name in (DOSSIER_FILE, FIGURES_FILE)]
    shown = {
        folder: None if any(at.is_relative_to(start) for start in starts) else claims_files
        for at, folder in by_identity.items()
    }
    return shown, _unread(found.faults)


def _not_read(path: Path) -> str:
    """Why there is nothing to audit in a file of this name."""
    from claimcheck.files.discovery import meant_name

    meant = meant_name(path.name)
    if meant is not None:
        return f"{path} is not read; rename it to {meant}"
    return f"no claims found in {path}; they stand in files that end in {CLAIMS_SUFFIX}"


def _unread(faults: Collection[Fault]) -> Dossier | None:
    """What no dossier tells, as a dossier without articles, for every renderer to show."""
    from claimcheck.articles import Dossier

    return Dossier(articles=(), name="not read", faults=faults) if faults else None


def _only(report: Report, files: frozenset[Path]) -> Report:
    """What was found of these files."""
    articles = report.dossier.articles
    return _of(
        report,
        {
            article.id
            for article in articles
            if article.place is not None and Path(article.place.path).resolve() in files
        },
    )


def _of(report: Report, shown: Collection[str]) -> Report:
    """What was found of some articles. Faults stay, whichever file they are in: they may bear on anything."""
    from attrs import evolve

    return evolve(
        report,
        findings=tuple(finding for finding in report if finding.article.id in shown),
        coverage=tuple(coverage for coverage in report.coverage if coverage.article.id in shown),
    )


def _setting(arguments: argparse.Namespace, stream: TextIO | None, *, may_be_empty: bool) -> Setting:
    """What the output is made for: a stream, or a file, which is ``None``."""
    from claimcheck.render import Setting
    from claimcheck.render.words import needs_ascii

    is_terminal = stream is not None and stream.isatty()
    return Setting(
        width=arguments.width or (shutil.get_terminal_size().columns if is_terminal else _columns_wanted()),
        is_coloured=is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        is_ascii=stream is not None and needs_ascii(stream.encoding),
        is_strict=arguments.strict,
        is_cover_wanted=arguments.cover,
        may_be_empty=may_be_empty,
    )


def _columns_wanted() -> int:
    """Where there is no terminal: what COLUMNS says, or 80."""
    return max(40, shutil.get_terminal_size(fallback=(80, 24)).columns)


# claimcheck read


def _read(arguments: argparse.Namespace) -> int:
    from attrs import evolve

    from claimcheck.errors import AuthoringError
    from claimcheck.reading import read
    from claimcheck.reading.drafting import draft
    from claimcheck.verifier import TIME_LIMIT

    _refuse_outputs(arguments)
    dossier = _dossier_beside(arguments)
    articles, faults = _articles(arguments.files, arguments.published, dossier)
    story = read(
        articles,
        dossier=dossier,
        time_limit=TIME_LIMIT if arguments.time_limit is None else arguments.time_limit,
    )
    if arguments.draft is not None and articles:
        try:
            draft(story, arguments.draft)
        except AuthoringError as error:
            raise _Refusal(f"cannot draft into {arguments.draft}:\n{error}") from None
        except OSError as error:
            raise _Refusal(f"cannot draft into {arguments.draft}: {error.strerror or error}") from None
        print(f"claimcheck: drafted into {arguments.draft}, for you to confirm", file=sys.stderr)
    with _Progress(sum(len(article.claims) for article in story.dossier.articles)) as progress:
        report = evolve(story, progress=progress.after(0)).report
    report = _of(report, {article.id for article in articles})
    for index, article in enumerate(story.articles):
        if not article.claims and all(proposal.article != index for proposal in story.proposals):
            print(f"claimcheck: no claim was found in {article.id}", file=sys.stderr)
    return _tell([evolve(report, faults=(*faults, *report.faults))], arguments, may_be_empty=True)


def _dossier_beside(arguments: argparse.Namespace) -> Dossier | None:
    """The dossier that a story is verified with."""
    from attrs import evolve

    from claimcheck.files import load
    from claimcheck.files.discovery import is_read

    name = arguments.dossier
    if name is None:
        name = arguments.draft
        if name is None or not any(is_read(path.name) for path in Path(name).glob("*")):
            return None
    elif not Path(name).is_dir():
        raise _Refusal(f"no such folder: {name}")
    dossier = load(name)
    # It may have no article yet, which is what a fault of the whole folder says.
    return evolve(dossier, faults=[fault for fault in dossier.faults if fault.place != dossier.place])


def _articles(
    names: Iterable[str], published: date | None, dossier: Dossier | None
) -> tuple[list[Article], list[Fault]]:
    """The articles of some files, each of them once, and what is wrong with the files that cannot be read."""
    from claimcheck.errors import Fault

    articles: dict[str, Article] = {}
    faults = []
    for name in {Path(name).resolve() if name != STANDARD_INPUT else name: name for name in names}.values():
        if name != STANDARD_INPUT:
            _refuse_unreadable(name)
        try:
            article = _article(name, published, dossier, articles)
        except Fault as fault:
            faults.append(fault)
        else:
            articles[article.id] = article
    return list(articles.values()), faults


def _refuse_unreadable(name: str) -> None:
    if not Path(name).exists():
        raise _Refusal(f"no such file: {name}")
    if Path(name).is_dir():
        raise _Refusal(f"{name} is a folder: name the articles in it")
    if name.endswith(CLAIMS_SUFFIX):
        raise _Refusal(f"{name} declares claims: audit it")


def _article(name: str, published: date | None, dossier: Dossier | None, taken: Collection[str]) -> Article:
    """The article of a file: the dossier's own where that has it, with the text and the day of the file."""
    from attrs import evolve

    from claimcheck import Article
    from claimcheck.errors import Place
    from claimcheck.files.claims_file import slug
    from claimcheck.reading.extracting import extract, extract_file

    try:
        if name == STANDARD_INPUT:
            found, stem = extract(sys.stdin.buffer.read()), "text"
        else:
            found, stem = extract_file(Path(name)), Path(name).stem
    except ModuleNotFoundError as missing:
        raise _Refusal(str(missing)) from None
    # A place in the text is one in the file only where the text is all that the file has.
    is_all = name != STANDARD_INPUT and Path(name).read_bytes().removeprefix(BOM_UTF8) == found.text.encode()
    place = Place(path=name) if is_all else None
    wanted, count = slug(stem), 2
    known_articles = {known.id: known for known in dossier.articles} if dossier is not None else {}
    for known in known_articles.values():
        is_same = known.text is not None and known.text.strip() == found.text.strip()
        if known.id not in taken and (known.id == wanted or is_same):
            day = known.published or found.published or published
            return evolve(known, text=found.text, published=day, text_place=place)
    id_ = wanted
    while id_ in taken or id_ in known_articles:
        id_, count = f"{wanted}-{count}", count + 1
    return Article(
        publisher=found.publisher or "",
        title=found.title,
        published=found.published or published,
        url=found.url,
        text=found.text,
        text_place=place,
        claims=(),
        id=id_,
    )


# claimcheck schema


def _schema(arguments: argparse.Namespace) -> int:
    import json

    from claimcheck.files import schema

    _write(json.dumps(schema(arguments.file), indent=2, ensure_ascii=False) + "\n", arguments.output)
    return CLEAN


# claimcheck explain


def _explain(arguments: argparse.Namespace) -> int:
    from claimcheck.rules import RULES

    if arguments.rule is None:
        widest = max(len(rule.name) for rule in RULES.values())
        _write("".join(f"{rule.code}  {rule.name:{widest}}  {rule.title}\n" for rule in RULES.values()), None)
        return CLEAN
    page = _rule(arguments.rule).page
    _write(_rendered(page) if sys.stdout.isatty() else page, None)
    return CLEAN


def _rule(asked: str) -> Rule:
    """The rule of a code or of a name, in whatever case."""
    from claimcheck.errors import nearest_name
    from claimcheck.rules import RULES

    by_name = {name.casefold(): rule for rule in RULES.values() for name in (rule.code, rule.name)}
    found = by_name.get(asked.casefold())
    if found is None:
        near = nearest_name(asked, [*RULES, *(rule.name for rule in RULES.values())])
        advice = f"did you mean {near}?" if near else "'claimcheck explain' lists all rules"
        raise _Refusal(f"there is no rule {asked}; {advice}")
    return found


def _rendered(page: str) -> str:
    """Markdown as a terminal shows it."""
    from rich.console import Console
    from rich.markdown import Markdown

    from claimcheck.render.words import in_ascii, needs_ascii

    console = Console(width=min(100, shutil.get_terminal_size().columns))
    with console.capture() as capture:
        console.print(Markdown(page, code_theme="ansi_light"))  # a theme without a background
    text = "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
    return in_ascii(text) if needs_ascii(sys.stdout.encoding) else text


# Writing


def _refuse_unwritable(name: str) -> None:
    path = Path(name)
    if path.is_dir():
        raise _Refusal(f"cannot write {name}: it is a folder")
    folder = path.parent
    if not folder.is_dir():
        raise _Refusal(f"cannot write {name}: no such folder: {folder}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise _Refusal(f"cannot write {name}: permission denied")


def _write(text: str, name: str | None) -> None:
    if name is None:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(encoding, errors="backslashreplace").decode(encoding))
        return
    try:
        Path(name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise _Refusal(f"cannot write {name}: {error.strerror or error}") from None


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "audit": _audit,
    "read": _read,
    "schema": _schema,
    "explain": _explain,
}
