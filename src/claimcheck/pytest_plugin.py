"""The pytest plugin: every claim of a ``*.claims.yaml`` file is a test, and so is how much is declared.

It loads in every pytest run of everybody who has the package installed, so nothing but pytest and
the standard library is imported until there is a claims file to collect. A dossier is loaded once
a session, whichever of its files are asked for, and verified once, when its first claim runs.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from _pytest._code.code import (
    ExceptionInfo,
    ReprEntryNative,
    ReprExceptionInfo,
    ReprFileLocation,
    ReprTraceback,
    TerminalRepr,
)

if TYPE_CHECKING:
    from claimcheck.articles import Article, Dossier
    from claimcheck.claims import Claim
    from claimcheck.errors import Fault, Place
    from claimcheck.findings import Finding, Outcome, Report

__all__ = [
    "ClaimItem",
    "ClaimsFile",
    "CoverageItem",
    "FaultItem",
    "LooseClaimWarning",
    "StrayFile",
    "UndeclaredWarning",
]

SUFFIX: Final = ".claims.yaml"
PASSED_OVER: Final = frozenset({"*.egg", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"})
"""The folders into which pytest does not look unless it is told to, beside hidden ones."""
LIKELY: Final = re.compile(r"\.claims\.y|dossiers?\.ya?ml", re.IGNORECASE)
"""What is in the name of every file that means to be a claims file or a dossier.yaml, and in few others."""
FAULTS: Final = "dossier-faults"
"""The name of the item that fails when files shared by a whole dossier are at fault."""
NOT_READ: Final = "not-read"
"""The name of the item that fails for what looks as if it held claims and is not read."""
COVERAGE: Final = "coverage"
"""The name of the item that says how much of an article's text is declared."""


class LooseClaimWarning(pytest.PytestWarning):
    """A claim is true only if its words are stretched."""


class UndeclaredWarning(pytest.PytestWarning):
    """A text has numbers that no claim declares."""


class NotJudged(Exception):
    """A claim has no verdict to expect or to report: it fails, whether or not an issue with it is known."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of the audit."""
    group = parser.getgroup("claimcheck", "claims in news (claimcheck)")
    group.addoption(
        "--claims-strict",
        action="store_true",
        help="fail claims that are true only loosely, instead of warning of them",
    )
    group.addoption(
        "--claims-cover",
        action="store_true",
        help="fail articles whose text has numbers that no claim declares, instead of warning of them",
    )
    group.addoption(
        "--claims-time-limit",
        type=_seconds,
        metavar="SECONDS",
        help="how long a dossier may take; claims not decided by then fail (default: 60)",
    )


def _seconds(text: str) -> float:
    seconds = float(text)
    if not (math.isfinite(seconds) and seconds > 0):
        raise ValueError(text)
    return seconds


def pytest_configure(config: pytest.Config) -> None:
    """What passes with a warning does so, also where a project turns every warning into an error.

    Whoever names the warning in ``filterwarnings`` or in ``-W`` decides otherwise.
    """
    named = config.getini("filterwarnings")
    for warning in (LooseClaimWarning.__name__, UndeclaredWarning.__name__):
        if not any(warning in line for line in named):
            config.addinivalue_line("filterwarnings", f"default::{__name__}.{warning}")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Follow no link into a folder that it lies in: pytest itself would go round in circles."""
    if not collection_path.is_symlink():
        return None
    real = os.path.realpath(collection_path)
    return True if any(os.path.realpath(above) == real for above in collection_path.parents) else None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take every ``*.claims.yaml``, and what looks like one or like a dossier without any."""
    if not LIKELY.search(file_path.name):
        return None
    parent.config.stash.setdefault(_OFFERED, set()).add(file_path.parent.resolve())
    if _is_claims_file(file_path.name):
        return ClaimsFile.from_parent(parent, path=file_path)
    return StrayFile.from_parent(parent, path=file_path)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Fail for claims in the folders that were asked for which pytest itself passes over."""
    if offered := config.stash.get(_OFFERED, None):
        for fault in _passed_over(config, offered):
            assert fault.place is not None, "discovery says where"
            file = StrayFile.from_parent(session, path=Path(fault.place.path).absolute())
            items.append(FaultItem.from_parent(file, name=NOT_READ, faults=(fault,)))


def _passed_over(config: pytest.Config, offered: set[Path]) -> Iterator[Fault]:
    from claimcheck.errors import Fault, Place
    from claimcheck.files import discover, load
    from claimcheck.files.sources import shown_path

    starts = list(_starts(config, offered))
    found = discover(*starts)
    yield from found.faults
    patterns = [each for each in config.getini("norecursedirs") if each in PASSED_OVER]
    for folder in found.folders:
        if folder.resolve() in offered:
            continue
        if not any(LIKELY.search(path.name) and path.is_file() for path in folder.iterdir()):
            yield from load(folder).faults
            continue
        parts = {
            part for start in starts if start in folder.parents for part in folder.relative_to(start).parts
        }
        if any(fnmatch(part, pattern) for part in parts for pattern in patterns):
            yield Fault(
                rule="CC101",
                message="not read: pytest does not look into a folder of this name",
                advice="rename it, or set norecursedirs",
                place=Place(path=shown_path(folder)),
            )


def _starts(config: pytest.Config, offered: set[Path]) -> Iterator[Path]:
    """The folders to look through: those asked for, but of a whole project only where claims are."""
    for argument in config.args:
        start = (config.invocation_params.dir / argument).resolve()
        if not start.is_dir():
            continue
        is_project = (start / ".git").exists() or (
            config.inipath is not None and config.inipath.parent.resolve() == start
        )
        below = [folder.relative_to(start) for folder in offered if folder.is_relative_to(start)]
        if not is_project or Path() in below:
            yield from [start] if below else []
        else:
            yield from sorted({start / path.parts[0] for path in below})


def _is_claims_file(name: str) -> bool:
    return name.endswith(SUFFIX) and not name.startswith(".")


class _Audit:
    """A dossier of this run, with its report once there is one."""

    def __init__(self, folder: Path, time_limit: float | None) -> None:
        from claimcheck.files import load

        self.dossier: Dossier = load(folder)
        self._time_limit = time_limit

    @cached_property
    def report(self) -> Report:
        """The report: made when it is first asked for."""
        from claimcheck.verifier import TIME_LIMIT, verify

        return verify(self.dossier, time_limit=TIME_LIMIT if self._time_limit is None else self._time_limit)

    def article(self, path: Path) -> Article | None:
        """What could be read of one claims file."""
        return self._articles.get(path.resolve())

    @cached_property
    def _articles(self) -> dict[Path, Article]:
        articles = self.dossier.articles
        return {
            Path(article.place.path).resolve(): article for article in articles if article.place is not None
        }

    def faults_in(self, path: Path) -> tuple[Fault, ...]:
        """What could not be read of one file."""
        return tuple(fault for fault in self.dossier.faults if _is_in(fault, path))

    def shared_faults(self) -> tuple[Fault, ...]:
        """What could not be read of the files that belong to no article, or that pytest does not offer."""
        places = {fault: Path(fault.place.path if fault.place else "") for fault in self.dossier.faults}
        return tuple(
            fault for fault, path in places.items() if not (path.name.endswith(SUFFIX) and path.is_file())
        )

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings by their ids."""
        return {finding.id: finding for finding in self.report}

    def faults_of(self, claim: Claim) -> tuple[Fault, ...]:
        """What the verifier found at fault with a claim.

        A fault that belongs to no claim, two base figures at odds say, is everybody's: no verdict
        of the dossier can be relied on.
        """
        return (*self._faults[0].get(claim.place, ()), *self._faults[1])

    @cached_property
    def _faults(self) -> tuple[dict[Place | None, list[Fault]], list[Fault]]:
        """The verifier's own faults: by the place of their claim, and those of no claim."""
        read = {id(fault) for fault in self.dossier.faults}
        places = {claim.place for article in self.dossier.articles for claim in article.claims}
        of_claims: dict[Place | None, list[Fault]] = {}
        at_large: list[Fault] = []
        for fault in self.report.faults:
            if id(fault) in read:
                continue
            if fault.place is not None and fault.place in places:
                of_claims.setdefault(fault.place, []).append(fault)
            else:
                at_large.append(fault)
        return of_claims, at_large


_OFFERED: Final = pytest.StashKey[set[Path]]()
"""The folders in which pytest has come by something that looks like claims."""
_AUDITS: Final = pytest.StashKey[dict[Path, _Audit]]()


def _audit(config: pytest.Config, folder: Path) -> _Audit:
    audits = config.stash.setdefault(_AUDITS, {})
    known = folder.resolve()
    if known not in audits:
        audits[known] = _Audit(folder, config.getoption("--claims-time-limit"))
    return audits[known]


def _is_in(fault: Fault, path: Path) -> bool:
    return fault.place is not None and Path(fault.place.path).resolve() == path.resolve()


class ClaimsFile(pytest.File):
    """The claims of one article."""

    def collect(self) -> Iterator[pytest.Item]:
        """An item for each claim, for each that could not be read, and for the text where it is at hand."""
        from claimcheck.errors import AuthoringError

        try:
            audit = _audit(self.config, self.path.parent)
        except AuthoringError as error:
            raise self.CollectError(str(error)) from None
        article = audit.article(self.path)
        own, shared = audit.faults_in(self.path), audit.shared_faults()
        if article is None or (own and not article.claims):
            said = "\n".join(map(str, (*own, *shared)))
            raise self.CollectError(said or f"{self.path}: no article could be read")
        if shared:
            yield FaultItem.from_parent(self, name=FAULTS, faults=shared)
        for line, faults in _by_line(own).items():
            name = f"fault-at-line-{line}" if line else "fault"
            yield FaultItem.from_parent(self, name=name, faults=faults)
        for claim in article.claims:
            yield ClaimItem.from_parent(self, name=claim.id, audit=audit, article=article, claim=claim)
        if article.text is not None:
            yield CoverageItem.from_parent(self, name=COVERAGE, audit=audit, article=article)


class StrayFile(pytest.File):
    """What looks like a claims file and is not read, or a dossier.yaml without claims."""

    def collect(self) -> Iterator[pytest.Item]:
        """An item that fails, unless this is no part of a dossier or has its claims beside it."""
        from claimcheck.files.discovery import DOSSIER_FILE

        audit = _audit(self.config, self.path.parent)
        faults = audit.faults_in(self.path)
        if self.path.name == DOSSIER_FILE:
            beside = self.path.parent.iterdir()
            has_claims = any(_is_claims_file(path.name) and path.is_file() for path in beside)
            faults = () if has_claims else audit.shared_faults()
        if faults:
            yield FaultItem.from_parent(self, name=NOT_READ, faults=faults)


def _by_line(faults: Iterable[Fault]) -> dict[int, tuple[Fault, ...]]:
    lines: dict[int, tuple[Fault, ...]] = {}
    for fault in faults:
        line = fault.place.line if fault.place is not None and fault.place.line is not None else 0
        lines[line] = (*lines.get(line, ()), fault)
    return dict(sorted(lines.items()))


class _Worded(pytest.Item):
    """An item that fails with a headline and a text instead of a traceback."""

    parent: ClaimsFile | StrayFile
    line: int = 0
    """Where it stands, counted from 1; 0 where that is not known."""
    text: str | None = None
    """What a failure shows."""

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, max(0, self.line - 1), self.name

    def repr_failure(
        self,
        excinfo: ExceptionInfo[BaseException],
        style: str | None = None,  # noqa: ARG002  pytest's own signature
    ) -> str | TerminalRepr:
        # pytest keeps the first line of such a representation everywhere: in the summary, with
        # --tb=line, in JUnit XML, over xdist, and in annotations.
        if self.text is None or not isinstance(excinfo.value, (AssertionError, NotJudged)):
            return super().repr_failure(excinfo)
        shown = ReprTraceback([ReprEntryNative([self.text])], None, style="native")
        crash = ReprFileLocation(_relative(self.path), max(1, self.line), str(excinfo.value))
        return ReprExceptionInfo(reprtraceback=shown, reprcrash=crash)


def _relative(path: Path) -> str:
    relative = os.path.relpath(path) if path.drive == Path.cwd().drive else str(path)
    return str(path) if relative.startswith(os.pardir) else relative


class FaultItem(_Worded):
    """Something that could not be read: always a failure, so that nothing is passed over."""

    def __init__(self, *, faults: tuple[Fault, ...], **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]  # pytest's own keywords, passed on
        self.faults = faults
        places = [fault.place.line for fault in faults if fault.place and _is_in(fault, self.path)]
        self.line = next((line for line in places if line is not None), 0)

    def runtest(self) -> None:
        """Fail."""
        self.text = "\n".join(map(str, self.faults)) + "\n"
        more = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
        first = self.faults[0]
        place = "" if _is_in(first, self.path) or first.place is None else f"{first.place}: "
        raise NotJudged(f"{place}{first.headline}{more}")


class ClaimItem(_Worded):
    """One claim. After it has run, ``finding`` is what was found of it."""

    def __init__(self, *, audit: _Audit, article: Article, claim: Claim, **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]  # pytest's own keywords, passed on
        self.audit = audit
        self.article = article
        self.claim = claim
        self.finding: Finding | None = None
        self.line = (claim.place.line if claim.place is not None else None) or 0
        self.extra_keyword_matches.update(_keywords(article, claim))
        said = {"kind": claim.kind, "publisher": article.publisher, "quote": claim.quote}
        self.user_properties += said.items()
        issue = claim.known_issue
        if issue is not None and issue.holds_on(date.today()):
            self.add_marker(pytest.mark.xfail(raises=AssertionError, reason=issue.reason, strict=True))

    def runtest(self) -> None:
        """Verify the dossier if that has not been done, and say what came of this claim."""
        from claimcheck.findings import Outcome
        from claimcheck.render import words

        self.finding = finding = self._find()
        outcome = finding.outcome(strict=self._is_strict, today=date.today())
        self.user_properties += _properties(finding, outcome)
        line = words.headline(finding, outcome=outcome)
        if _is_ascii():
            line = words.in_ascii(line)
        if outcome is Outcome.WARNED:
            self.warn(LooseClaimWarning(line))
        elif outcome is Outcome.SKIPPED:
            # What is skipped stands in the claims file, not here.
            raise pytest.skip.Exception(line, _use_item_location=True)
        elif outcome is not Outcome.PASSED:
            self.text = self._in_full(finding)
            if finding.is_undecided or outcome is Outcome.FIXED:
                raise NotJudged(line)
            raise AssertionError(line)

    def _find(self) -> Finding:
        """The finding of this claim, unless a fault stands in its way."""
        faults = self.audit.faults_of(self.claim)
        finding = self.audit.findings.get(f"{self.article.id}/{self.claim.id}")
        if finding is not None and not faults:
            return finding
        self.text = "\n".join(map(str, faults)) + "\n"
        raise NotJudged(faults[0].headline if faults else "the verifier has nothing to say of this claim")

    def _in_full(self, finding: Finding) -> str:
        from claimcheck.render import Setting
        from claimcheck.render.terminal import failure

        width = min(100, max(60, shutil.get_terminal_size().columns))
        return failure(finding, Setting(width=width, is_ascii=_is_ascii(), is_strict=self._is_strict))

    @property
    def _is_strict(self) -> bool:
        return bool(self.config.getoption("--claims-strict"))


class CoverageItem(_Worded):
    """How much of an article's text is declared: a warning, or a failure with ``--claims-cover``."""

    def __init__(self, *, audit: _Audit, article: Article, **keywords: object) -> None:
        super().__init__(**keywords)  # type: ignore[arg-type]  # pytest's own keywords, passed on
        self.audit = audit
        self.article = article
        self.extra_keyword_matches.add(article.publisher)

    def runtest(self) -> None:
        """Read the text, and say which numbers no claim declares."""
        from claimcheck.quotes import coverage_of
        from claimcheck.render import words

        coverage = coverage_of(self.article, self.audit.dossier.conventions)
        assert coverage is not None, "only an article whose text is at hand is collected"
        self.user_properties.append(("declared", f"{len(coverage.declared)} of {coverage.total}"))
        if coverage.is_whole:
            return
        headline = f"{coverage.rule} {words.coverage_of(coverage)}"
        lines = [words.undeclared_line(one, coverage) for one in coverage.undeclared]
        if _is_ascii():
            headline, *lines = map(words.in_ascii, (headline, *lines))
        if self.config.getoption("--claims-cover"):
            self.text = "\n".join(lines) + "\n"
            raise AssertionError(headline)
        self.warn(UndeclaredWarning("\n  ".join((headline, *lines))))


def _is_ascii() -> bool:
    """True where the terminal, which pytest has put itself before, cannot show the signs of print."""
    from claimcheck.render import words

    return words.needs_ascii(getattr(sys.__stdout__, "encoding", None))


def _keywords(article: Article, claim: Claim) -> Iterator[str]:
    """What ``-k`` finds a claim by, beside its names: publisher, kind, and the parts of its figures."""
    from attrs import fields

    from claimcheck.figures import Figure

    yield article.publisher
    yield claim.kind
    for field in fields(type(claim)):
        value = getattr(claim, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Figure):
                yield from (str(name) for name in (part.measure, part.area, part.period) if name is not None)


def _properties(finding: Finding, outcome: Outcome) -> Iterator[tuple[str, object]]:
    """What reports of the run keep of a finding: text only."""
    from claimcheck.render.words import recomputed

    found = {
        "verdict": finding.verdict.value,
        "rule": finding.rule_for(outcome),
        "reading": finding.reading,
        "severity": finding.severity.value if finding.severity is not None else None,
        "recomputed": recomputed(finding),
        "correction": finding.correction,
        "evidence": ", ".join(evidence.id for evidence in finding.evidence),
    }
    return ((name, value) for name, value in found.items() if value)
