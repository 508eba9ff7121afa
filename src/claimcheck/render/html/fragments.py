"""Fragments: a finding, a report or an article for a place in somebody else's page, a notebook's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from claimcheck.articles import Article
from claimcheck.claims import Claim, FigureClaim, Total
from claimcheck.findings import Finding, Report
from claimcheck.render import words
from claimcheck.render.html.building import Anchors, Content, build, spaced, written
from claimcheck.render.html.cards import EXPECTED, foot_of, sign_of, told
from claimcheck.render.html.entries import Entry, chapter_of, in_order, span_of
from claimcheck.render.html.marks import Mark, marked
from claimcheck.render.html.page import faults_section, read_sections
from claimcheck.render.html.proofs import byline_of, coverage_part, heading_of
from claimcheck.render.html.style import styles
from claimcheck.render.setting import Setting

__all__ = ["article_fragment", "finding_fragment", "report_fragment"]


def _fragment(*content: Content, most: int = 0) -> str:
    """A piece of a page with its styles, which reach nothing else on it."""
    return written(build("div.claimcheck", styles(most), build("div.sheet", *content)))


def finding_fragment(finding: Finding, setting: Setting | None = None) -> str:
    """One finding as a card, as an HTML fragment.

    >>> from claimcheck.articles import Article
    >>> from claimcheck.claims import Count
    >>> from claimcheck.figures import Figure, Measure
    >>> from claimcheck.findings import Verdict
    >>> claim = Count(quote="63 <b>offences</b>", figure=Figure(measure=Measure(name="crime", unit="crime")))
    >>> article = Article(publisher="A Paper", claims=[claim])
    >>> found = Finding(id="paper/63", article=article, claim=claim, verdict=Verdict.UNVERIFIED)
    >>> "63 &lt;b&gt;offences" in finding_fragment(found)
    True
    """
    setting = setting or Setting()
    loudness = "loud" if setting.is_loud(finding) else "quiet"
    return _fragment(
        build(
            f"div.card.{words.verdict(finding)}.{loudness}",
            *told(finding, {}, 4, setting),
            build("p.byline", words.byline(finding)),
            foot_of(finding, None),
        )
    )


def report_fragment(report: Report, setting: Setting | None = None) -> str:
    """The findings of one dossier as an HTML fragment: a table, worst first, then what to look at in full.

    >>> from claimcheck.articles import Dossier
    >>> "no claims" in report_fragment(Report(dossier=Dossier(articles=()), findings=()))
    True
    """
    setting = setting or Setting()
    chapter = chapter_of(report, Anchors())
    order = sorted(
        (entry for proof in chapter.proofs for entry in proof.entries),
        key=lambda entry: entry.finding.badness,
    )
    loud = {entry.finding.id: entry for entry in order if setting.is_loud(entry.finding)}
    return _fragment(
        build("p.tally", words.tally(report.findings, faults=len(report.faults))),
        _table([*order], loud, setting) if order else None,
        *read_sections(chapter, 4, is_linked=False),
        *(part for coverage in report.coverage for part in coverage_part(coverage, report, is_named=True)),
        *faults_section(report.faults, 4),
        *(_loud_card(entry, loud, setting) for entry in loud.values()),
    )


def _loud_card(entry: Entry, loud: Mapping[str, Entry], setting: Setting) -> ET.Element:
    return build(
        f"div.card.{words.verdict(entry.finding)}.loud",
        *told(entry.finding, loud, 4, setting),
        build("p.byline", words.byline(entry.finding)),
        foot_of(entry.finding, None),
        id=entry.card,
    )


def _table(entries: Sequence[Entry], loud: Mapping[str, Entry], setting: Setting) -> ET.Element:
    heads = ("verdict", "the article says", "recomputed", "print", "article")
    return build(
        "table.findings",
        build("thead", build("tr", *(build("th", head, scope="col") for head in heads))),
        build("tbody", *(_line(entry, loud, setting) for entry in entries)),
    )


def _line(entry: Entry, loud: Mapping[str, Entry], setting: Setting) -> ET.Element:
    finding = entry.finding
    outcome = setting.outcome(finding)
    expected = EXPECTED.get(outcome)
    quote = words.quoted(finding.claim.quote)
    linked = build("a", quote, href=f"#{entry.card}") if finding.id in loud else build("bdi", quote)
    return build(
        f"tr.{words.verdict(finding)}",
        build(
            "td",
            *spaced(
                (
                    sign_of(finding),
                    build("span.verdict", words.verdict(finding)),
                    f"({expected})" if expected else None,
                )
            ),
        ),
        build("td", linked),
        build("td", words.outlook(finding)),
        build("td", finding.correction),
        build("td", words.byline(finding)),
    )


def article_fragment(article: Article) -> str:
    """An article as an HTML fragment: its text with the quotes of its claims marked, and its claims.

    >>> from claimcheck.claims import Count
    >>> from claimcheck.figures import Figure, Measure
    >>> claim = Count(quote="63 crimes", figure=Figure(measure=Measure(name="crime", unit="crime")))
    >>> article = Article(publisher="A Paper", claims=[claim], text="There were 63 crimes.")
    >>> "A Paper" in article_fragment(article)
    True
    """
    anchors = Anchors()
    spans = [span_of(claim, article) for claim in article.claims]
    order = in_order(spans)
    marks = [
        Mark(
            number=number,
            manner="claim",
            sign="",
            label=f"claim {number}",
            href=f"#{(name := anchors.name(f'{article.id}-{article.claims[at].id}'))}",
            anchor=f"{name}--quote",
        )
        for number, at in enumerate(order, 1)
    ]
    text = article.text
    return _fragment(
        build("h4", build("bdi", heading_of(article))),
        byline_of(article),
        build("div.text", *marked(text, marks, [spans[at] for at in order])) if text is not None else None,
        build(
            "ol.claims",
            *(
                build("li", *_declared(article.claims[at]), id=mark.href.removeprefix("#"))
                for mark, at in zip(marks, order, strict=True)
            ),
        )
        if marks
        else None,
    )


def _declared(claim: Claim) -> Iterator[Content]:
    """What is declared of a quote: its kind, and the figures that it is about."""
    yield build("bdi", words.quoted(claim.quote))
    match claim:
        case FigureClaim():
            about = str(claim.figure)
        case Total():
            about = words.figures(claim.parts) if claim.parts else ""
        case _:
            about = ""
    yield build("span.by", f" {claim.kind}{f' of {words.inline(about)}' if about else ''}")
