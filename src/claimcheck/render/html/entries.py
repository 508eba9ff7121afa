"""Entries: what stands on the page, in order, and under which names links find it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from claimcheck.articles import Article, locate
from claimcheck.claims import Claim
from claimcheck.findings import Finding, Report
from claimcheck.quotes import Coverage
from claimcheck.render.html.building import Anchors
from claimcheck.render.words import Question, possible

__all__ = ["Chapter", "Entry", "OpenNumber", "Proof", "chapter_of", "in_order", "span_of"]


@frozen(kw_only=True, eq=False)
class Entry:
    """A finding on the page: its number in its article, and the names of its card and of its quote."""

    finding: Finding
    number: int
    card: str
    quote: str
    span: tuple[int, int] | None = None
    """Where its quote stands in the article's text, if there is one."""


@frozen(kw_only=True, eq=False)
class OpenNumber:
    """A number that may mean several things: the names of its row among these, and of its mark."""

    question: Question
    row: str
    quote: str

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the article's text."""
        return self.question.mention.start, self.question.mention.end


@frozen(kw_only=True, eq=False)
class Proof:
    """An article on the page, with its findings in the order in which it says them."""

    article: Article
    anchor: str
    entries: Sequence[Entry]
    coverage: Coverage | None = None
    """How much of its text is declared, where that is at hand."""
    open_numbers: Sequence[OpenNumber] = ()


@frozen(kw_only=True, eq=False)
class Chapter:
    """A dossier on the page."""

    report: Report
    anchor: str
    proofs: Sequence[Proof]
    entries: Mapping[str, Entry] = field(init=False)
    """The entries by the ids of their findings: what evidence is found by."""

    @entries.default
    def _default_entries(self) -> Mapping[str, Entry]:
        found: dict[str, Entry] = {}
        for proof in self.proofs:
            for entry in proof.entries:
                found.setdefault(entry.finding.id, entry)
        return found


def chapter_of(report: Report, anchors: Anchors) -> Chapter:
    """A dossier with its articles, each with its findings in the order of its text."""
    articles = {article.id: article for article in report.dossier.articles if article.text is not None}
    findings: dict[str, list[Finding]] = {}
    for finding in report:
        findings.setdefault(finding.article.id, []).append(finding)
        articles[finding.article.id] = finding.article
    questions: dict[str, list[Question]] = {}
    for question in possible(report):
        questions.setdefault(question.article.id, []).append(question)
    coverage = {each.article.id: each for each in report.coverage}
    order = {article.id: number for number, article in enumerate(report.dossier.articles)}
    return Chapter(
        report=report,
        anchor=anchors.name(report.dossier.name),
        proofs=[
            _proof(
                articles[name],
                findings.get(name, ()),
                questions.get(name, ()),
                coverage.get(name),
                anchors,
            )
            for name in sorted(articles, key=lambda name: order.get(name, len(order)))
        ],
    )


def _proof(
    article: Article,
    findings: Sequence[Finding],
    questions: Sequence[Question],
    coverage: Coverage | None,
    anchors: Anchors,
) -> Proof:
    anchor = anchors.name(article.id)
    spans = [_span_of(finding) for finding in findings]
    entries = []
    for number, at in enumerate(in_order(spans), 1):
        card = anchors.name(findings[at].id)
        entries.append(
            Entry(finding=findings[at], number=number, card=card, quote=f"{card}--quote", span=spans[at])
        )
    open_numbers = []
    for question in questions:
        row = anchors.name(f"{article.id} {question.mention.text} open")
        open_numbers.append(OpenNumber(question=question, row=row, quote=f"{row}--quote"))
    return Proof(
        article=article, anchor=anchor, entries=entries, coverage=coverage, open_numbers=open_numbers
    )


def span_of(claim: Claim, article: Article) -> tuple[int, int] | None:
    """Where the quote of a claim stands in its article's text, if there is one."""
    return None if article.text is None else locate(claim.quote, article.text)


def _span_of(finding: Finding) -> tuple[int, int] | None:
    """Where a finding's quote stands in the text: around its number, where it was read from that."""
    span = span_of(finding.claim, finding.article)
    if finding.read_as is None:
        return span
    start, end = finding.read_as.mention.start, finding.read_as.mention.end
    return span if span is not None and span[0] <= start and end <= span[1] else (start, end)


def in_order(spans: Sequence[tuple[int, int] | None]) -> Sequence[int]:
    """Positions in the order in which quotes stand in a text; those that do not stand in it come last."""
    return sorted(range(len(spans)), key=lambda at: (spans[at] is None, spans[at] or (0, 0), at))
