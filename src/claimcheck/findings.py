"""Findings: what the verifier says of each claim, as data. Words are made of it in ``render``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction

from attrs import evolve, field, frozen

from claimcheck.articles import Article, Dossier
from claimcheck.claims import Claim
from claimcheck.display import Displayed, Tabular
from claimcheck.errors import Fault, Place
from claimcheck.figures import Figure, Quantity, Ratio
from claimcheck.interval import Interval
from claimcheck.mentions import Mention
from claimcheck.quotes import Coverage

__all__ = [
    "Confidence",
    "Diagnosis",
    "Evidence",
    "Finding",
    "Outcome",
    "Possible",
    "ReadAs",
    "Report",
    "SameFigure",
    "Severity",
    "Stated",
    "Verdict",
    "WouldBeTrueIf",
    "line_and_column",
]


class Verdict(StrEnum):
    """What was found of a claim, worst first."""

    CONTRADICTED = "contradicted"
    """It cannot be true together with the figures that it takes the least to believe."""
    DISPUTED = "disputed"
    """It or others must be wrong, and nothing says which."""
    LOOSE = "loose"
    """True only if its words are stretched; the reading that stretches them is named."""
    CONFIRMED = "confirmed"
    """It follows from the base figures and the other claims."""
    CONSISTENT = "consistent"
    """It does not follow, but the others leave it so little room that a slip would show."""
    UNVERIFIED = "unverified"
    """There is nothing to recompute it from, or the check could not be carried out."""


class Severity(StrEnum):
    """How bad a contradiction is, worst first."""

    FLIPS = "flips"
    """The direction, or the side of a threshold, is wrong."""
    WRONG = "wrong"
    """The number is wrong by more than its last printed place."""
    ROUNDING = "rounding"
    """The number is within one unit of its last printed place."""


class Outcome(Enum):
    """What a finding means for a run: the same in pytest, on the command line and in a pipeline."""

    PASSED = "passed"
    WARNED = "passed with a warning"
    SKIPPED = "skipped"
    FAILED = "failed"
    KNOWN = "known issue"
    """A contradiction that the desk has declared, with its reason: expected to fail."""
    FIXED = "known issue that is none"
    """A known issue whose claim adds up: the declaration has to be removed, so this fails."""

    @property
    def is_failure(self) -> bool:
        """True when a run with it is not clean."""
        return self in (Outcome.FAILED, Outcome.FIXED)


@frozen(kw_only=True)
class Stated:
    """What a claim states: the number as printed, and the ratios that its words can stand for."""

    text: str
    strict: Interval
    loose: Interval
    convention: str
    loose_convention: str
    place: Fraction | None = None


class Confidence(IntEnum):
    """How surely the words of a text say what a claim was read from them to say.

    >>> Confidence.LIKELY.shown, Confidence.WEAK < Confidence.SURE
    ('likely', True)
    """

    WEAK = 1
    """One of several claims that the words may make: shown, and not verified."""
    LIKELY = 2
    SURE = 3

    @property
    def shown(self) -> str:
        """The word for it."""
        return self.name.lower()


@frozen(kw_only=True)
class ReadAs:
    """How a claim came to be read from a text: which number it states, how surely, and why."""

    mention: Mention
    confidence: Confidence
    reasons: tuple[str, ...] = ()


@frozen(kw_only=True)
class Evidence:
    """A claim, base figure or nesting that a verdict rests on."""

    id: str
    text: str
    publisher: str | None = None
    place: Place | None = None
    is_quote: bool = False
    """True for words from an article, false for what a source or the dossier says."""
    read_as: ReadAs | None = None
    """Where it is a claim that was read from a text: how surely, and why."""


@frozen(kw_only=True)
class WouldBeTrueIf:
    """The values of one figure that would make a claim true while the claim's other figures stay as they are.

    ``values`` is ``None`` when no value would.
    """

    figure: Quantity
    values: Interval | None
    now: Interval | None = None


@frozen(kw_only=True)
class Diagnosis:
    """A named mistake under which the printed number is what a careful desk would have printed.

    ``ratio``, with the figures of ``known`` in it, is what was worked out by mistake, and ``result``
    what it comes to. ``chance`` is how easily that fits by accident: the share of equally long wrong
    numbers that this mistake, or one that is tried before it, would explain as well.
    """

    mistake: str
    sentence: str
    """What an editor would say."""
    ratio: Ratio = field(repr=False)
    known: tuple[tuple[Quantity, Interval], ...] = field(default=(), repr=False)
    result: Interval
    chance: Fraction


@frozen(kw_only=True)
class Finding(Displayed):
    """A claim with its verdict and the evidence for it.

    Intervals are in the unit of the claim's ratio (percent for a change or a share, times for a
    multiple, the measure's unit for a count) and signed: a fall is negative.
    """

    id: str
    """The article's id, a slash, and the claim's."""
    article: Article = field(repr=False)
    claim: Claim
    verdict: Verdict
    reason: str | None = None
    """Why it could not be verified, for an unverified claim."""
    is_undecided: bool = False
    """True when the check could not be carried out: never a pass."""
    severity: Severity | None = None
    stated: Stated | None = None
    ratio: Ratio | None = field(default=None, repr=False)
    """The forms that were compared with the stated interval."""
    recomputed: Interval | None = None
    """The values that everything else leaves for the ratio."""
    known: tuple[tuple[Quantity, Interval], ...] = ()
    """The ranges of the ratio's figures that ``recomputed`` comes from."""
    evidence: tuple[Evidence, ...] = ()
    implied: tuple[tuple[Quantity, Interval], ...] = ()
    """The ranges of figures in the claim that nobody states, when all that is kept is true."""
    out_by: Fraction | None = None
    """How far the recomputed ratio lies outside the stated interval, in the ratio's unit."""
    correction: str | None = None
    """What a careful desk would print instead, at the same precision."""
    would_be_true_if: tuple[WouldBeTrueIf, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()
    """How a wrong number probably came about: at most three named mistakes, the best explanation first."""
    read_as: ReadAs | None = None
    """Where the claim was read from a text and not declared: how surely, and why."""

    def __str__(self) -> str:
        return f"{self.verdict} {self.claim.quote!r}" + (f": {self.correction}" if self.correction else "")

    @property
    def place(self) -> Place | None:
        """Where the claim is declared; where it was read, the place of its number in the file of the text."""
        file = self.article.text_place
        if self.claim.place is not None or self.read_as is None or file is None:
            return self.claim.place
        line, column = line_and_column(self.article, self.read_as.mention)
        return Place(path=file.path, line=line, column=column)

    @property
    def is_wrong(self) -> bool:
        """True when it cannot stand as it is: contradicted or disputed."""
        return self.verdict in (Verdict.CONTRADICTED, Verdict.DISPUTED)

    @property
    def badness(self) -> tuple[int, int]:
        """A key that sorts findings worst first."""
        return [*Verdict].index(self.verdict), [*Severity, None].index(self.severity)

    @property
    def reading(self) -> str | None:
        """The name of the reading under which the claim is kept, or under which it was judged."""
        if self.stated is None:
            return None
        return self.stated.loose_convention if self.verdict is Verdict.LOOSE else self.stated.convention

    @property
    def is_between_articles(self) -> bool:
        """True when the words of another article are part of the evidence."""
        return any(
            evidence.is_quote and evidence.id.rpartition("/")[0] != self.article.id
            for evidence in self.evidence
        )

    @property
    def rule(self) -> str | None:
        """The code of the rule that the claim breaks, or that says why it was not checked."""
        match self.verdict:
            case Verdict.CONTRADICTED if self.is_between_articles:
                return "CC301"
            case Verdict.CONTRADICTED:
                return {Severity.FLIPS: "CC202", Severity.ROUNDING: "CC203"}.get(
                    self.severity or Severity.WRONG, "CC201"
                )
            case Verdict.DISPUTED:
                return "CC302" if self.is_between_articles else "CC205"
            case Verdict.LOOSE:
                return "CC303" if self.is_between_articles else "CC204"
            case Verdict.UNVERIFIED if self.is_undecided:
                return "CC403"
            case Verdict.UNVERIFIED:
                return (
                    "CC402" if self.recomputed is not None and self.recomputed.width is not None else "CC401"
                )
            case _:
                return None

    def rule_for(self, outcome: Outcome | None) -> str | None:
        """The code of the rule under which a run with this outcome tells of it."""
        # A known issue that is none is the declaration's fault: nothing is wrong with the claim.
        return "CC113" if outcome is Outcome.FIXED else self.rule

    def outcome(self, *, strict: bool = False, today: date | None = None) -> Outcome:
        """What the finding means for a run. ``strict`` makes a loose claim fail."""
        known = self.claim.known_issue
        if known is not None and known.holds_on(today or date.today()) and not self.is_undecided:
            return Outcome.KNOWN if self.is_wrong else Outcome.FIXED
        if self.is_wrong or self.is_undecided:
            return Outcome.FAILED
        if self.verdict is Verdict.LOOSE:
            return Outcome.FAILED if strict else Outcome.WARNED
        return Outcome.SKIPPED if self.verdict is Verdict.UNVERIFIED else Outcome.PASSED


def line_and_column(article: Article, mention: Mention) -> tuple[int, int]:
    r"""Where a number stands in the text of its article, both counted from 1.

    >>> from claimcheck.mentions import find
    >>> text = "Kent had 63 thefts.\nDevon had 77."
    >>> article = Article(publisher="A paper", claims=[], text=text)
    >>> [line_and_column(article, mention) for mention in find(text)]
    [(1, 10), (2, 11)]
    """
    lines = re.split(r"\r\n|[\r\n]", (article.text or "")[: mention.start])
    return len(lines), len(lines[-1]) + 1


@frozen(kw_only=True)
class Possible:
    """A claim that a text may make, too unsure to verify."""

    article: Article
    claim: Claim
    read_as: ReadAs


@frozen(kw_only=True)
class SameFigure:
    """Numbers of two places of a story that were taken for one figure, and why.

    A number is missing where only a change or a share speaks of the figure, or a dossier names it.
    """

    figure: Figure
    one: Mention | None
    other: Mention | None
    articles: tuple[str, str]
    reason: str


def _linked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, whose evidence says how it was read and where it stands if it is one of them."""
    found = tuple(findings)
    read = {finding.id: finding for finding in found if finding.read_as is not None}
    return tuple(
        evolve(
            finding,
            evidence=tuple(
                evolve(one, read_as=read[one.id].read_as, place=one.place or read[one.id].place)
                if one.is_quote and one.id in read
                else one
                for one in finding.evidence
            ),
        )
        if read and finding.evidence
        else finding
        for finding in found
    )


@frozen(kw_only=True)
class Report(Tabular):
    """The findings of one dossier, in the order of articles and of claims in them.

    Iterating gives the findings. ``faults`` are what could not be read or judged for a fault of
    authoring; a report with faults is never clean.
    """

    dossier: Dossier = field(repr=False)
    findings: tuple[Finding, ...] = field(converter=_linked)
    faults: tuple[Fault, ...] = ()
    implied: tuple[tuple[Quantity, Interval], ...] = field(default=(), repr=False)
    """The range of every figure that anything is said about, when all that is kept is true."""
    coverage: tuple[Coverage, ...] = field(default=(), repr=False)
    """How much of each text is declared, for every article whose text is at hand."""
    same_figures: tuple[SameFigure, ...] = field(default=(), repr=False)
    """Where the claims were read from texts: what was taken for one figure though it stands in two places."""
    possible: tuple[Possible, ...] = field(default=(), repr=False)
    """Where they were read: the claims that the words may make, of which a person has to choose."""

    def __str__(self) -> str:
        """A line for each fault and finding; the renderers have more to say."""
        return "\n".join(map(str, (*self.faults, *self.findings)))

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, finding_id: str) -> Finding:
        for finding in self.findings:
            if finding.id == finding_id:
                return finding
        raise KeyError(finding_id)

    def with_verdict(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """The findings with these verdicts."""
        return tuple(finding for finding in self.findings if finding.verdict in verdicts)

    @property
    def is_clean(self) -> bool:
        """True when nothing was found wrong and everything could be checked."""
        return self.exit_status() == 0

    def exit_status(
        self,
        *,
        strict: bool = False,
        cover: bool = False,
        may_be_empty: bool = False,
        today: date | None = None,
    ) -> int:
        """0 clean, 1 findings, 2 faults of authoring or a check that could not be carried out.

        With ``cover``, a number of a text that no claim declares is a finding too. A report without
        claims has checked nothing, unless it ``may_be_empty``: most news makes none.
        """
        if self.faults or any(finding.is_undecided for finding in self.findings):
            return 2
        if not self.findings and not may_be_empty:
            return 2
        if cover and not all(coverage.is_whole for coverage in self.coverage):
            return 1
        return int(any(finding.outcome(strict=strict, today=today).is_failure for finding in self.findings))
