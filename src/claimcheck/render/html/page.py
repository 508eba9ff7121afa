"""The page: what is to be looked at, who printed what, and every article as a proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from claimcheck.errors import Fault
from claimcheck.figures import Ratio
from claimcheck.findings import Report
from claimcheck.render import words
from claimcheck.render.html.building import Anchors, Content, build, harmless, written
from claimcheck.render.html.cards import sign_of
from claimcheck.render.html.entries import Chapter, Entry, OpenNumber, Proof, chapter_of
from claimcheck.render.html.proofs import article_section, heading_of
from claimcheck.render.html.style import styles
from claimcheck.render.setting import Setting

__all__ = ["faults_section", "read_sections", "render"]


# Nothing is fetched and nothing runs, even if a browser were talked into seeing more than words.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(reports: Sequence[Report], setting: Setting) -> str:
    """One page for one or more dossiers: what to look at first, then every article as a marked proof."""
    anchors = Anchors()
    chapters = [chapter_of(report, anchors) for report in reports]
    title = _title(reports)
    most = max((len(proof.entries) for chapter in chapters for proof in chapter.proofs), default=0)
    page = build(
        "html",
        build(
            "head",
            build("meta", charset="utf-8"),
            build("meta", **{"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            build("meta", name="viewport", content="width=device-width, initial-scale=1"),
            build("meta", name="color-scheme", content="light dark"),
            build("meta", name="referrer", content="no-referrer"),
            build("title", f"{title} - claimcheck"),
            styles(most),
        ),
        build(
            "body.claimcheck.claimcheck-page",
            build("a.skip", "To the articles", href="#cc--articles"),
            _masthead(title, chapters, setting),
            build(
                "main.sheet",
                *(part for chapter in chapters for part in _sections(chapter, chapters, setting)),
                id="cc--articles",
                tabindex="-1",
            ),
            build("footer.sheet", build("p", "Checked with claimcheck.")),
        ),
        lang="en",
    )
    text = f"<!DOCTYPE html>\n{written(page)}\n"
    # Where the reader's encoding lacks the signs of print, references stand for them.
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii") if setting.is_ascii else text


def _title(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return f"The numbers in {words.inline(reports[0].dossier.name)}"
    return f"The numbers in {len(reports)} dossiers"


def _masthead(title: str, chapters: Sequence[Chapter], setting: Setting) -> ET.Element:
    findings = [finding for chapter in chapters for finding in chapter.report]
    faults = sum(len(chapter.report.faults) for chapter in chapters)
    return build(
        "header.sheet.masthead",
        build("p.kicker", "claimcheck"),
        build("h1", title),
        build("p.tally", words.tally(findings, faults=faults)),
        build(
            "div.summary",
            build(
                "nav.first",
                build("h2", "To look at, worst first"),
                *_worst_first(chapters, setting),
                aria_label="To look at, worst first",
            ),
            build(
                "nav.contents",
                build("h2", "What was checked"),
                build("ul", *_contents(chapters)),
                aria_label="What was checked",
            ),
        ),
    )


def _worst_first(chapters: Sequence[Chapter], setting: Setting) -> Iterator[ET.Element]:
    loud = sorted(
        (
            entry
            for chapter in chapters
            for proof in chapter.proofs
            for entry in proof.entries
            if setting.is_loud(entry.finding)
        ),
        key=lambda entry: entry.finding.badness,
    )
    if loud:
        yield build("ol", *(_pointer(entry, setting) for entry in loud))
    else:
        yield build("p", "No claim was found wrong.")
    others = [other for chapter in chapters for other in _others(chapter, is_named=len(chapters) > 1)]
    if others:
        yield build("ul", *(build("li", build("a", said, href=f"#{anchor}")) for said, anchor in others))


def _others(chapter: Chapter, *, is_named: bool) -> Iterator[tuple[str, str]]:
    """What else there is to look at in a dossier, with the name of its section."""
    where = f" in {words.inline(chapter.report.dossier.name)}" if is_named else ""
    if faults := len(chapter.report.faults):
        yield f"Could not be read or judged: {faults:,}{where}", f"{chapter.anchor}--faults"
    if possible := sum(len(proof.open_numbers) for proof in chapter.proofs):
        yield f"{words.POSSIBLE}: {possible:,}{where}", f"{chapter.anchor}--possible"


def _pointer(entry: Entry, setting: Setting) -> ET.Element:
    finding = entry.finding
    outcome = setting.outcome(finding)
    return build(
        f"li.{words.verdict(finding)}",
        sign_of(finding),
        " ",
        build("a", words.headline(finding, outcome=outcome), href=f"#{entry.card}"),
        " ",
        build("span.by", words.byline(finding)),
    )


def _contents(chapters: Sequence[Chapter]) -> Iterator[ET.Element]:
    for chapter in chapters:
        articles = [
            build(
                "li",
                build("a", heading_of(proof.article), href=f"#{proof.anchor}"),
                " ",
                build("span.by", words.tally([entry.finding for entry in proof.entries])),
            )
            for proof in chapter.proofs
        ]
        if len(chapters) == 1:
            yield from articles
        else:
            name = words.inline(chapter.report.dossier.name)
            yield build("li", build("a", name, href=f"#{chapter.anchor}"), build("ul", *articles))


def _sections(chapter: Chapter, chapters: Sequence[Chapter], setting: Setting) -> Iterator[ET.Element]:
    """What stands on the page of one dossier; under a heading of its own where there are several."""
    level = 2 if len(chapters) == 1 else 3
    if len(chapters) > 1:
        report = chapter.report
        yield build(
            "div.dossier",
            build("h2", words.inline(report.dossier.name)),
            build("p.tally", words.tally(report.findings, faults=len(report.faults))),
            id=chapter.anchor,
        )
    yield from faults_section(chapter.report.faults, level, anchor=f"{chapter.anchor}--faults")
    yield from _side_by_side(chapter, level)
    yield from read_sections(chapter, level)
    for proof in chapter.proofs:
        yield article_section(proof, chapter.report, chapter.entries, level, setting)
    yield from _implied(chapter.report, level)


def _side_by_side(chapter: Chapter, level: int) -> Iterator[ET.Element]:
    """Who printed what, for whatever at least two articles give a number for."""
    rows: dict[tuple[str, Ratio], list[tuple[Proof, Entry]]] = {}
    for proof in chapter.proofs:
        for entry in proof.entries:
            about, ratio = words.subject(entry.finding), entry.finding.ratio
            if about is not None and ratio is not None:
                rows.setdefault((about, ratio), []).append((proof, entry))
    shared = [
        (about, said) for (about, _), said in rows.items() if len({proof.anchor for proof, _ in said}) > 1
    ]
    if not shared:
        return
    yield build(
        "section.shared",
        build(f"h{level}", "Who printed what for the same figure"),
        build(
            "table",
            build(
                "thead",
                build("tr", build("th", "figure", scope="col"), build("th", "printed as", scope="col")),
            ),
            build(
                "tbody",
                *(
                    build(
                        "tr",
                        build("th", about, scope="row"),
                        build("td", build("ul", *(_printed(entry) for _, entry in said))),
                    )
                    for about, said in shared
                ),
            ),
        ),
    )


def _printed(entry: Entry) -> ET.Element:
    finding = entry.finding
    number = words.inline(finding.stated.text) if finding.stated is not None else finding.claim.quote
    return build(
        f"li.{words.verdict(finding)}",
        sign_of(finding),
        " ",
        build("a", number, href=f"#{entry.card}"),
        " ",
        build("span.by", words.byline(finding)),
        build("span.unseen", f" ({words.verdict(finding)})"),
    )


def read_sections(chapter: Chapter, level: int, *, is_linked: bool = True) -> Iterator[ET.Element]:
    """What was tied to what where claims were read from texts, and what is left open."""
    marks = {
        (entry.finding.article.id, entry.finding.read_as.mention.start): entry.quote
        for entry in chapter.entries.values()
        if entry.finding.read_as is not None and is_linked
    }
    same = [*words.same_figures(chapter.report)]
    if same:
        yield build(
            "section.same",
            build(f"h{level}", words.SAME_FIGURES),
            build("ul", *(build("li", *_tied(tie, marks)) for tie in same)),
        )
    open_numbers = [number for proof in chapter.proofs for number in proof.open_numbers]
    if open_numbers:
        yield build(
            "section.possible",
            build(f"h{level}", words.POSSIBLE),
            build("ul", *(_open(number, is_linked=is_linked) for number in open_numbers)),
            id=f"{chapter.anchor}--possible",
        )


def _tied(tie: words.Tie, marks: Mapping[tuple[str, int], str]) -> Iterator[Content]:
    """Two numbers that were taken for one figure: each leads to its mark in the text."""
    for number, (said, name, mention) in enumerate(
        zip(tie.sides, tie.same.articles, (tie.same.one, tie.same.other), strict=True)
    ):
        if number:
            yield " and "
        mark = marks.get((name, mention.start)) if mention is not None else None
        yield build("a", said, href=f"#{mark}") if mark is not None else said
    yield f" {tie.why}"


def _open(number: OpenNumber, *, is_linked: bool) -> ET.Element:
    said = number.question.number
    return build(
        "li",
        build("a", said, href=f"#{number.quote}") if is_linked else said,
        build("ul.alternatives", *(build("li", words.inline(one)) for one in number.question.alternatives)),
        id=number.row,
    )


def faults_section(faults: Sequence[Fault], level: int, *, anchor: str | None = None) -> Iterator[ET.Element]:
    """What could not be read or judged, if there is anything."""
    if faults:
        yield build(
            "section.faults",
            build(f"h{level}", "Could not be read or judged"),
            build("ul", *map(_fault, faults)),
            id=anchor,
        )


def _fault(fault: Fault) -> ET.Element:
    excerpt = fault.excerpt()
    return build(
        "li",
        build("span", words.fault_line(fault)),
        build("pre", "\n".join(map(harmless, excerpt))) if excerpt else None,
    )


def _implied(report: Report, level: int) -> Iterator[ET.Element]:
    implied = dict(item for finding in report if not finding.is_wrong for item in finding.implied)
    if implied:
        yield build(
            "section.implied",
            build(f"h{level}", "What the claims imply for figures that nobody states"),
            build("ul", *(build("li", words.inline(line)) for line in words.implications(implied.items()))),
        )
