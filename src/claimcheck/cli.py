"""The ``claimcheck`` command."""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress

    from claimcheck.findings import Report
    from claimcheck.render import Setting
    from claimcheck.rules import Rule

__all__ = ["main"]

CLEAN, FINDINGS, NOT_CHECKED = 0, 1, 2
"""How the command ends."""

DEFAULT_PATH = "claims"
CLAIMS_SUFFIX = ".claims.yaml"
FORMATS = ("text", "json", "html", "markdown", "github", "sarif", "claimreview")

_EXIT_CODES = """\
exit codes:
  0  clean: no claim is contradicted or disputed (with --strict: nor loose)
  1  findings: at least one claim cannot be true
  2  not checked: a fault in the files, a claim that could not be decided in
     time, nothing to audit, or a mistake in the command
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
    audit.add_argument("--format", choices=FORMATS, default="text", help="what to write (default: text)")
    audit.add_argument(
        "--strict", action="store_true", help="a claim that is true only loosely is a finding too"
    )
    audit.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    audit.add_argument(
        "--also",
        action="append",
        default=[],
        type=_also,
        metavar="FORMAT=FILE",
        help="write the same audit to FILE in another format too; may be given several times",
    )
    audit.add_argument(
        "--time-limit",
        type=_seconds,
        metavar="SECONDS",
        help="how long a dossier may take; claims not decided by then are not passed (default: 60)",
    )
    audit.add_argument(
        "--width", type=_columns, metavar="COLUMNS", help="how wide text is (default: the terminal)"
    )

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
    from claimcheck.render import RENDERERS

    # An output that cannot be written is said before the work, not after it.
    files = [*([arguments.output] if arguments.output is not None else []), *(f for _, f in arguments.also)]
    for file in files:
        _refuse_unwritable(file)
    if len({Path(file).resolve() for file in files}) < len(files):
        raise _Refusal("two outputs would be written to the same file")
    reports = _reports(arguments.paths or [DEFAULT_PATH], arguments.time_limit)
    # The files first: whoever reads standard output may stop before its end.
    for name, file in arguments.also:
        _write(RENDERERS[name](reports, _setting(arguments, None)), file)
    setting = _setting(arguments, None if arguments.output is not None else sys.stdout)
    _write(RENDERERS[arguments.format](reports, setting), arguments.output)
    return max(report.exit_status(strict=setting.is_strict, today=setting.today) for report in reports)


def _reports(paths: Iterable[str], time_limit: float | None) -> list[Report]:
    """A report for every dossier, each verified once, in the order in which they were asked for."""
    from claimcheck.errors import AuthoringError
    from claimcheck.files import load
    from claimcheck.verifier import TIME_LIMIT, verify

    shown = _dossiers(paths)
    try:
        dossiers = [load(folder) for folder in shown]
    except AuthoringError as error:
        raise _Refusal(str(error)) from None
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


def _dossiers(paths: Iterable[str]) -> dict[Path, frozenset[Path] | None]:
    """The folders to load, with the claims files to show of each: ``None`` is all of them."""
    from claimcheck.files import find_dossiers

    shown: dict[Path, frozenset[Path] | None] = {}
    by_identity: dict[Path, Path] = {}
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise _Refusal(
                "no claims/ here: name a folder"
                if name == DEFAULT_PATH
                else f"no such file or folder: {name}"
            )
        folders = [path.parent] if path.is_file() else find_dossiers(path)
        if not folders or (path.is_file() and not _is_part_of_dossier(path)):
            raise _Refusal(f"no claims found in {name}")
        for found in folders:
            folder = by_identity.setdefault(found.resolve(), found)
            if not path.name.endswith(CLAIMS_SUFFIX):
                shown[folder] = None
            else:
                before = shown.get(folder, frozenset())
                shown[folder] = None if before is None else before | {path.resolve()}
    return shown


def _is_part_of_dossier(path: Path) -> bool:
    return path.name.endswith(CLAIMS_SUFFIX) or path.name in ("dossier.yaml", "figures.csv")


def _only(report: Report, files: frozenset[Path]) -> Report:
    """The findings of these files. Faults stay, whichever file they are in: they may bear on any finding."""
    from attrs import evolve

    places = {finding.id: finding.article.place for finding in report}
    shown = {
        name for name, place in places.items() if place is not None and Path(place.path).resolve() in files
    }
    return evolve(report, findings=tuple(finding for finding in report if finding.id in shown))


def _setting(arguments: argparse.Namespace, stream: TextIO | None) -> Setting:
    """What the output is made for: a stream, or a file, which is ``None``."""
    from claimcheck.render import Setting
    from claimcheck.render.words import needs_ascii

    is_terminal = stream is not None and stream.isatty()
    return Setting(
        width=arguments.width or (shutil.get_terminal_size().columns if is_terminal else _columns_wanted()),
        is_coloured=is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        is_ascii=stream is not None and needs_ascii(stream.encoding),
        is_strict=arguments.strict,
    )


def _columns_wanted() -> int:
    """Where there is no terminal: what COLUMNS says, or 80."""
    return max(40, shutil.get_terminal_size(fallback=(80, 24)).columns)


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
    "schema": _schema,
    "explain": _explain,
}
