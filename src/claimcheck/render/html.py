"""The audit as one page for a browser: each article as a marked proof, with a card for every claim.

The page has no script and loads nothing. It is built as a tree and written once, so that the words
of articles, whatever they hold, stay words: :func:`_element` is the one place that text goes in, and
:func:`_written` the one that it comes out. Without its style sheet the page reads from top to bottom.

Notebooks show the same pieces: :func:`finding_fragment`, :func:`report_fragment` and
:func:`article_fragment`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from heapq import heappop, heappush
from importlib import resources
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from attrs import field, frozen

from claimcheck.articles import Article, locate
from claimcheck.claims import Claim, FigureClaim, Total
from claimcheck.errors import Fault
from claimcheck.figures import Ratio
from claimcheck.findings import Evidence, Finding, Outcome, Report, Severity, Verdict
from claimcheck.render import words
from claimcheck.render.number_line import NumberLine, Stretch, number_line
from claimcheck.render.setting import Setting
from claimcheck.rules import RULES

__all__ = ["article_fragment", "finding_fragment", "render", "report_fragment"]

_WRONG = (Verdict.CONTRADICTED, Verdict.DISPUTED)

# Where cards stand beside the text, one whose quote is pointed at is taken out of its list and held
# at the top of the screen. The list keeps its height, so that nothing else moves.
_WIDE = "screen and (min-width: 64rem)"
_HELD = (
    "position: fixed; top: 0.75rem; width: 23.5rem; max-height: calc(100vh - 1.5rem); overflow-y: auto; "
    "z-index: 2; box-shadow: var(--lifted);"
)

# Nothing is fetched and nothing runs, even if a browser were talked into seeing more than words.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


# Building


Content = ET.Element | str | None

# What would move, hide or turn round the words beside it, and what cannot be encoded.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _harmless(text: str) -> str:
    return text if text.isprintable() else _UNSEEN.sub("\ufffd", text)


def _element(kind: str, /, *content: Content, **attributes: str | None) -> ET.Element:
    """An element by its name and classes, ``li.card.loud``, with what is in it, in order.

    Attributes that are ``None`` are left out. An underscore in their names stands for a hyphen.
    """
    tag, *classes = kind.split(".")
    element = ET.Element(tag)
    if classes:
        element.set("class", " ".join(classes))
    for name, value in attributes.items():
        if value is not None:
            element.set(name.replace("_", "-"), _harmless(value))
    _fill(element, content)
    return element


def _fill(element: ET.Element, content: Iterable[Content]) -> None:
    last = element[-1] if len(element) else None
    for part in content:
        if isinstance(part, ET.Element):
            element.append(part)
            last = part
        elif part and last is None:
            element.text = (element.text or "") + _harmless(part)
        elif part and last is not None:
            last.tail = (last.tail or "") + _harmless(part)


def _written(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode", method="html")


def _spaced(parts: Iterable[Content]) -> Iterator[Content]:
    """Parts with a space between two, so that they stay apart without the style sheet."""
    for number, part in enumerate(part for part in parts if part is not None):
        if number:
            yield " "
        yield part


class _Anchors:
    """Names for places on the page: made from ids, never the same twice, and without two hyphens in a row."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def name(self, text: str) -> str:
        slug = f"cc-{'-'.join(re.findall('[a-z0-9]+', text.casefold()))[:80].strip('-') or 'place'}"
        while (times := self._taken.get(slug, 0)) > 0:
            self._taken[slug] = times + 1
            slug = f"{slug}-{times + 1}"
        self._taken[slug] = 1
        return slug


# What is on the page


@frozen(kw_only=True, eq=False)
class _Entry:
    """A finding on the page: its number in its article, and the names of its card and of its quote."""

    finding: Finding
    number: int
    card: str
    quote: str
    span: tuple[int, int] | None = None
    """Where its quote stands in the article's text, if there is one."""


@frozen(kw_only=True, eq=False)
class _Proof:
    """An article on the page, with its findings in the order in which it says them."""

    article: Article
    anchor: str
    entries: Sequence[_Entry]


@frozen(kw_only=True, eq=False)
class _Chapter:
    """A dossier on the page."""

    report: Report
    anchor: str
    proofs: Sequence[_Proof]
    entries: Mapping[str, _Entry] = field(init=False)
    """The entries by the ids of their findings: what evidence is found by."""

    @entries.default
    def _default_entries(self) -> Mapping[str, _Entry]:
        found: dict[str, _Entry] = {}
        for proof in self.proofs:
            for entry in proof.entries:
                found.setdefault(entry.finding.id, entry)
        return found


def _chapter(report: Report, anchors: _Anchors) -> _Chapter:
    articles = {article.id: article for article in report.dossier.articles if article.text is not None}
    findings: dict[str, list[Finding]] = {}
    for finding in report:
        findings.setdefault(finding.article.id, []).append(finding)
        articles[finding.article.id] = finding.article
    order = {article.id: number for number, article in enumerate(report.dossier.articles)}
    return _Chapter(
        report=report,
        anchor=anchors.name(report.dossier.name),
        proofs=[
            _proof(articles[name], findings.get(name, ()), anchors)
            for name in sorted(articles, key=lambda name: order.get(name, len(order)))
        ],
    )


def _proof(article: Article, findings: Sequence[Finding], anchors: _Anchors) -> _Proof:
    anchor = anchors.name(article.id)
    spans = [_span(finding.claim, article) for finding in findings]
    entries = []
    for number, at in enumerate(_in_order(spans), 1):
        card = anchors.name(findings[at].id)
        entries.append(
            _Entry(finding=findings[at], number=number, card=card, quote=f"{card}--quote", span=spans[at])
        )
    return _Proof(article=article, anchor=anchor, entries=entries)


def _span(claim: Claim, article: Article) -> tuple[int, int] | None:
    return None if article.text is None else locate(claim.quote, article.text)


def _in_order(spans: Sequence[tuple[int, int] | None]) -> Sequence[int]:
    """Positions in the order in which quotes stand in a text; those that do not stand in it come last."""
    return sorted(range(len(spans)), key=lambda at: (spans[at] is None, spans[at] or (0, 0), at))


# The page


def render(reports: Sequence[Report], setting: Setting) -> str:
    """One page for one or more dossiers: what to look at first, then every article as a marked proof."""
    anchors = _Anchors()
    chapters = [_chapter(report, anchors) for report in reports]
    title = _title(reports)
    most = max((len(proof.entries) for chapter in chapters for proof in chapter.proofs), default=0)
    page = _element(
        "html",
        _element(
            "head",
            _element("meta", charset="utf-8"),
            _element("meta", **{"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            _element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            _element("meta", name="color-scheme", content="light dark"),
            _element("meta", name="referrer", content="no-referrer"),
            _element("title", f"{title} - claimcheck"),
            _styles(most),
        ),
        _element(
            "body.claimcheck.claimcheck-page",
            _element("a.skip", "To the articles", href="#cc--articles"),
            _masthead(title, chapters, setting),
            _element(
                "main.sheet",
                *(part for chapter in chapters for part in _sections(chapter, chapters, setting)),
                id="cc--articles",
                tabindex="-1",
            ),
            _element("footer.sheet", _element("p", "Checked with claimcheck.")),
        ),
        lang="en",
    )
    text = f"<!DOCTYPE html>\n{_written(page)}\n"
    # Where the reader's encoding lacks the signs of print, references stand for them.
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii") if setting.is_ascii else text


def _title(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return f"The numbers in {words.inline(reports[0].dossier.name)}"
    return f"The numbers in {len(reports)} dossiers"


@cache
def _sheet() -> str:
    return resources.files(__package__).joinpath("html.css").read_text(encoding="utf-8")


def _styles(most: int) -> ET.Element:
    """The style sheet, with the rules that bring a card to its quote for up to so many claims."""
    numbers = range(1, most + 1)
    if not numbers:
        return _element("style", _sheet())
    # A card that was gone to stays where it was found, so that the list scrolls to it.
    cards = ",\n".join(
        f".claimcheck .proof:has(.m{n}:hover, .m{n}:focus-visible, .m{n} > :focus-visible) .c{n}:not(:target)"
        for n in numbers
    )
    marks = ",\n".join(
        f".claimcheck .proof:has(.c{n}:is(:hover, :target, :focus-within)) .m{n}" for n in numbers
    )
    return _element(
        "style",
        f"{_sheet()}\n{marks} {{ background: var(--lit); }}\n"
        f"{cards} {{ outline: var(--ring); }}\n@media {_WIDE} {{\n{cards} {{ {_HELD} }}\n}}\n",
    )


def _masthead(title: str, chapters: Sequence[_Chapter], setting: Setting) -> ET.Element:
    findings = [finding for chapter in chapters for finding in chapter.report]
    faults = sum(len(chapter.report.faults) for chapter in chapters)
    return _element(
        "header.sheet.masthead",
        _element("p.kicker", "claimcheck"),
        _element("h1", title),
        _element("p.tally", words.tally(findings, faults=faults)),
        _element(
            "div.summary",
            _element(
                "nav.first",
                _element("h2", "To look at, worst first"),
                *_worst_first(chapters, setting),
                aria_label="To look at, worst first",
            ),
            _element(
                "nav.contents",
                _element("h2", "What was checked"),
                _element("ul", *_contents(chapters)),
                aria_label="What was checked",
            ),
        ),
    )


def _worst_first(chapters: Sequence[_Chapter], setting: Setting) -> Iterator[ET.Element]:
    loud = sorted(
        (
            entry
            for chapter in chapters
            for proof in chapter.proofs
            for entry in proof.entries
            if _is_loud(entry.finding, setting)
        ),
        key=lambda entry: _badness(entry.finding),
    )
    if loud:
        yield _element("ol", *(_pointer(entry, setting) for entry in loud))
    else:
        yield _element("p", "No claim was found wrong.")
    with_faults = [chapter for chapter in chapters if chapter.report.faults]
    if with_faults:
        yield _element(
            "ul",
            *(
                _element(
                    "li",
                    _element(
                        "a",
                        f"Could not be read or judged: {len(chapter.report.faults):,}"
                        + (f" in {words.inline(chapter.report.dossier.name)}" if len(chapters) > 1 else ""),
                        href=f"#{chapter.anchor}--faults",
                    ),
                )
                for chapter in with_faults
            ),
        )


def _pointer(entry: _Entry, setting: Setting) -> ET.Element:
    finding = entry.finding
    outcome = finding.outcome(strict=setting.is_strict, today=setting.today)
    return _element(
        f"li.{_manner(finding)}",
        _sign(finding),
        " ",
        _element("a", words.headline(finding, outcome=outcome), href=f"#{entry.card}"),
        " ",
        _element("span.by", words.byline(finding)),
    )


def _contents(chapters: Sequence[_Chapter]) -> Iterator[ET.Element]:
    for chapter in chapters:
        articles = [
            _element(
                "li",
                _element("a", _heading(proof.article), href=f"#{proof.anchor}"),
                " ",
                _element("span.by", words.tally([entry.finding for entry in proof.entries])),
            )
            for proof in chapter.proofs
        ]
        if len(chapters) == 1:
            yield from articles
        else:
            name = words.inline(chapter.report.dossier.name)
            yield _element("li", _element("a", name, href=f"#{chapter.anchor}"), _element("ul", *articles))


def _heading(article: Article) -> str:
    return words.inline(article.title or article.publisher) or "An article"


def _sections(chapter: _Chapter, chapters: Sequence[_Chapter], setting: Setting) -> Iterator[ET.Element]:
    """What stands on the page of one dossier; under a heading of its own where there are several."""
    level = 2 if len(chapters) == 1 else 3
    if len(chapters) > 1:
        report = chapter.report
        yield _element(
            "div.dossier",
            _element("h2", words.inline(report.dossier.name)),
            _element("p.tally", words.tally(report.findings, faults=len(report.faults))),
            id=chapter.anchor,
        )
    yield from _faults(chapter.report.faults, level, anchor=f"{chapter.anchor}--faults")
    yield from _side_by_side(chapter, level)
    for proof in chapter.proofs:
        yield _article(proof, chapter.entries, level, setting)
    yield from _implied(chapter.report, level)


# What several articles say of one figure


def _side_by_side(chapter: _Chapter, level: int) -> Iterator[ET.Element]:
    """Who printed what, for whatever at least two articles give a number for."""
    rows: dict[tuple[str, Ratio], list[tuple[_Proof, _Entry]]] = {}
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
    yield _element(
        "section.shared",
        _element(f"h{level}", "Who printed what for the same figure"),
        _element(
            "table",
            _element(
                "thead",
                _element(
                    "tr", _element("th", "figure", scope="col"), _element("th", "printed as", scope="col")
                ),
            ),
            _element(
                "tbody",
                *(
                    _element(
                        "tr",
                        _element("th", about, scope="row"),
                        _element("td", _element("ul", *(_printed(entry) for _, entry in said))),
                    )
                    for about, said in shared
                ),
            ),
        ),
    )


def _printed(entry: _Entry) -> ET.Element:
    finding = entry.finding
    number = words.inline(finding.stated.text) if finding.stated is not None else finding.claim.quote
    return _element(
        f"li.{_manner(finding)}",
        _sign(finding),
        " ",
        _element("a", number, href=f"#{entry.card}"),
        " ",
        _element("span.by", words.byline(finding)),
        _element("span.unseen", f" ({_verdict(finding)})"),
    )


# An article


_FEW = 3
"""So many cards have a short list beside the text; more have one as high as the screen."""


def _article(proof: _Proof, entries: Mapping[str, _Entry], level: int, setting: Setting) -> ET.Element:
    heading = f"{proof.anchor}--heading"
    return _element(
        "section.article",
        _element(f"h{level}", _element("bdi", _heading(proof.article)), id=heading),
        _byline(proof.article),
        _element("p.tally", words.tally([entry.finding for entry in proof.entries])),
        _element(
            "div.proof",
            _element("div.text", *_words_of(proof)),
            _element(
                "ul.cards.few" if len(proof.entries) <= _FEW else "ul.cards",
                *(_card(entry, entries, level + 1, setting) for entry in proof.entries),
                aria_label=f"The claims of {_heading(proof.article)}",
            )
            if proof.entries
            else None,
        ),
        id=proof.anchor,
        aria_labelledby=heading,
    )


def _byline(article: Article) -> ET.Element:
    """Who printed it, when, where it can be read and where its claims are written."""
    published = f", {words.day(article.published)}" if article.published else ""
    url = _link(article.url)
    place = words.where(article.place)
    return _element(
        "p.byline",
        *_spaced(
            (
                _element("span", words.inline(article.publisher) + published),
                _element("a", words.shortened(url, 72), href=url, rel="noopener noreferrer") if url else None,
                _element("span.place", words.inline(place)) if place else None,
            )
        ),
    )


def _link(url: str | None) -> str | None:
    """An address that leads to a page on the web, or nothing."""
    if url is None or not url.isprintable() or re.search(r"[\s\"'<>\\^`{|}]", url):
        return None
    try:
        parts = urlsplit(url)
        is_page = parts.scheme.casefold() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if is_page else None


def _words_of(proof: _Proof) -> Iterator[ET.Element]:
    """The article's text with its quotes marked, or its quotes alone."""
    marks = [_Mark.of(entry) for entry in proof.entries]
    text = proof.article.text
    if text is not None:
        spans = [entry.span for entry in proof.entries]
        yield from _marked(text, marks, spans)
        absent = [entry for entry in proof.entries if entry.span is None]
        if absent:
            yield _element("p.note", "Not found in the text:")
    else:
        absent = list(proof.entries)
        yield _element("p.note", "The text is not at hand. What it is quoted with:")
    if absent:
        yield _element("ol.quotes", *(_element("li", *_quoted(entry)) for entry in absent))


def _quoted(entry: _Entry) -> Iterator[Content]:
    mark = _Mark.of(entry)
    yield mark.over(words.quoted(entry.finding.claim.quote), is_last=True, is_shared=False)


# Marks in a text


@frozen(kw_only=True, eq=False)
class _Mark:
    """How the quote of one claim is marked: with what sign, and where the mark leads."""

    number: int
    manner: str
    sign: str
    label: str
    href: str
    anchor: str
    rank: int = 0
    """The lower, the more it has to be seen where two quotes are the same."""

    @classmethod
    def of(cls, entry: _Entry) -> _Mark:
        finding = entry.finding
        return cls(
            number=entry.number,
            manner=_manner(finding),
            sign=words.SIGNS[finding.verdict],
            label=f"{_verdict(finding)}, claim {entry.number}",
            href=f"#{entry.card}",
            anchor=entry.quote,
            rank=_badness(finding)[0],
        )

    def over(self, text: str, *, is_last: bool, is_shared: bool) -> ET.Element:
        """The mark over some words: the last of a quote carry the sign, and are where the keyboard stops."""
        link = _element("a", text, href=self.href)
        if is_last:
            link.append(self._sign())
            link.set("id", self.anchor)
        else:
            link.set("tabindex", "-1")
        return _element(f"mark.{self.manner}.m{self.number}{'.shared' if is_shared else ''}", link)

    def alone(self) -> ET.Element:
        """The sign of a quote whose last words are marked for another."""
        return _element(f"a.{self.manner}.m{self.number}.end", self._sign(), href=self.href, id=self.anchor)

    def _sign(self) -> ET.Element:
        number = _element("sup", str(self.number))
        return _element("span.sign", self.sign, number, role="img", aria_label=self.label)


@frozen(kw_only=True, eq=False)
class _Piece:
    """Some words of a text that lie in the same quotes throughout.

    They are marked for ``top``, the shortest of these; ``closing`` are the quotes that end with them.
    """

    start: int
    end: int
    top: int
    is_shared: bool
    closing: Sequence[int]


def _pieces(spans: Sequence[tuple[int, int] | None], ranks: Sequence[int]) -> Iterator[_Piece]:
    """A text cut wherever a quote starts or ends, so that quotes may overlap and lie in each other."""
    starting: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, int] = {}
    for number, span in enumerate(spans):
        if span is not None:
            starting[span[0]].append(number)
            closing[span[1]].append(number)
            ends[number] = span[1]
    inside: list[tuple[int, int, int]] = []
    count = 0
    for start, end in pairwise(sorted({*starting, *closing})):
        count += len(starting.get(start, ())) - len(closing.get(start, ()))
        for number in starting.get(start, ()):
            heappush(inside, (ends[number] - start, ranks[number], number))
        while inside and ends[inside[0][2]] <= start:
            heappop(inside)
        if inside:
            yield _Piece(
                start=start, end=end, top=inside[0][2], is_shared=count > 1, closing=closing.get(end, ())
            )


def _marked(
    text: str, marks: Sequence[_Mark], spans: Sequence[tuple[int, int] | None]
) -> Iterator[ET.Element]:
    """A text in paragraphs, with its quotes marked."""
    pieces = list(_pieces(spans, [mark.rank for mark in marks]))
    ends = [piece.end for piece in pieces]
    for lines in _paragraphs(text):
        paragraph = _element("p", dir="auto")
        for number, (start, end) in enumerate(lines):
            if number:
                _fill(paragraph, [_element("br")])
            at = start
            for piece in map(pieces.__getitem__, range(bisect_right(ends, start), len(pieces))):
                if piece.start >= end:
                    break
                first, last = max(piece.start, start), min(piece.end, end)
                _fill(
                    paragraph,
                    [text[at:first], *_over(piece, text[first:last], marks, ends=last == piece.end)],
                )
                at = last
            _fill(paragraph, [text[at:end]])
        yield paragraph


def _over(piece: _Piece, text: str, marks: Sequence[_Mark], *, ends: bool) -> Iterator[ET.Element]:
    closing = piece.closing if ends else ()
    yield marks[piece.top].over(text, is_last=piece.top in closing, is_shared=piece.is_shared)
    yield from (marks[number].alone() for number in closing if number != piece.top)


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each paragraph. A text without empty lines has a paragraph in every line."""
    lines = [found for found in re.finditer(r"[^\r\n]+", text) if found[0].strip()]
    breaks = [
        len(re.findall(r"\r\n|\r|\n", text[above.end() : below.start()])) for above, below in pairwise(lines)
    ]
    apart = 2 if any(count > 1 for count in breaks) else 1
    paragraph: list[tuple[int, int]] = []
    for line, count in zip(lines, [apart, *breaks], strict=False):
        if count >= apart and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(line.span())
    if paragraph:
        yield paragraph


# A card


def _manner(finding: Finding) -> str:
    """The class that says how a finding looks."""
    return "undecided" if finding.is_undecided else finding.verdict.value


def _verdict(finding: Finding) -> str:
    return "undecided" if finding.is_undecided else finding.verdict.value


def _sign(finding: Finding) -> ET.Element:
    return _element("span.sign", words.SIGNS[finding.verdict], aria_hidden="true")


def _is_loud(finding: Finding, setting: Setting) -> bool:
    """True for what somebody has to look at."""
    outcome = finding.outcome(strict=setting.is_strict, today=setting.today)
    return finding.verdict in (*_WRONG, Verdict.LOOSE) or outcome.is_failure


def _badness(finding: Finding) -> tuple[int, int]:
    """The worst first; what is equally bad stays in its order."""
    return [*Verdict].index(finding.verdict), [*Severity, None].index(finding.severity)


_EXPECTED = {
    Outcome.KNOWN: "known issue",
    Outcome.FIXED: "known issue that is none: remove it",
}


def _card(entry: _Entry, entries: Mapping[str, _Entry], level: int, setting: Setting) -> ET.Element:
    """Everything that is known of a claim of an article on the page."""
    loudness = "loud" if _is_loud(entry.finding, setting) else "quiet"
    back = _element("a", "in the text" if entry.span else "among the quotes", href=f"#{entry.quote}")
    return _element(
        f"li.card.{_manner(entry.finding)}.{loudness}.c{entry.number}",
        *_told(entry.finding, entries, level, setting, number=entry.number),
        _foot(entry.finding, back),
        id=entry.card,
    )


def _foot(finding: Finding, back: ET.Element | None) -> ET.Element | None:
    place = words.where(finding.place)
    if back is None and not place:
        return None
    shown = _element("span.place", words.inline(place)) if place else None
    return _element("p.foot", *_spaced((back, shown)))


def _told(
    finding: Finding,
    entries: Mapping[str, _Entry],
    level: int,
    setting: Setting,
    *,
    number: int | None = None,
) -> Iterator[ET.Element]:
    """What there is to say of a finding."""
    outcome = finding.outcome(strict=setting.is_strict, today=setting.today)
    rule = RULES.get(finding.rule_for(outcome) or "")
    expected = _EXPECTED.get(outcome)
    yield _element(
        f"h{level}",
        *_spaced(
            (
                _element("span.number", f"{number}") if number is not None else None,
                _sign(finding),
                _element("span.verdict", _verdict(finding)),
                _element("span.expected", f"({expected})") if expected else None,
                _element("code.rule", rule.code) if rule else None,
                _element("span.quote", _element("bdi", words.quoted(finding.claim.quote))),
            )
        ),
    )
    if rule is not None:
        yield _element("p.title", rule.title)
    if (drawing := number_line(finding)) is not None:
        yield _drawn(drawing, finding)
    yield _element("dl", *(_row(label, shown) for label, shown in _rows(finding, entries)))


def _rows(finding: Finding, entries: Mapping[str, _Entry]) -> Iterator[tuple[str, Sequence[Content]]]:
    """What is said, under a label each, what to print first. Evidence leads to its card."""
    if finding.correction is not None:
        yield "print", [words.inline(finding.correction)]
    for label, lines in words.details(finding):
        if label == "print":
            continue
        if label == "evidence":
            yield label, [_cited(evidence, entries) for evidence in finding.evidence]
        else:
            yield label, lines
        if label == "range" and finding.verdict is not Verdict.LOOSE and finding.reading is not None:
            yield "read as", [words.inline(finding.reading)]


def _row(label: str, shown: Sequence[Content]) -> ET.Element:
    several = len(shown) > 1
    said = [_element("ul", *(_element("li", one) for one in shown))] if several else shown
    kind = "div.print" if label == "print" else "div"
    return _element(kind, _element("dt", label), " ", _element("dd", *said))


def _cited(evidence: Evidence, entries: Mapping[str, _Entry]) -> ET.Element:
    first, *places = words.cited(evidence)
    entry = entries.get(evidence.id) if evidence.is_quote else None
    if entry is not None:
        return _element("a", first, href=f"#{entry.card}")  # its own card says where it stands
    shown = _element("span", first)
    return _element(
        "span", *_spaced((shown, *(_element("span.place", words.inline(place)) for place in places)))
    )


# The number line


_WIDTH, _EDGE, _AXIS = 320, 8, 32
_LETTER = 8
"""About how wide a character of a label is: enough to keep labels inside the picture."""


def _drawn(line: NumberLine, finding: Finding) -> ET.Element:
    """A number line: what was printed above it, what was recomputed below."""
    axis = _element("line.axis", x1="0", x2=str(_WIDTH), y1=str(_AXIS), y2=str(_AXIS), stroke="currentColor")
    return _element(
        "svg.number-line",
        _element("title", "Number line"),
        _element("desc", words.drawn(finding)),
        _bar(line.loose, "loosely", _AXIS - 9, 8) if line.loose is not None else None,
        *_shape(line.stated, "stated", _AXIS - 7, tip=_AXIS - 1),
        *_shape(line.recomputed, "found", _AXIS + 7, tip=_AXIS + 1),
        axis,
        _label(line.stated, "stated", 13),
        _label(line.recomputed, "found", _AXIS + 26),
        viewBox=f"0 0 {_WIDTH} 64",
        width=str(_WIDTH),
        height="64",
        role="img",
    )


def _x(position: float) -> float:
    return _EDGE + position * (_WIDTH - 2 * _EDGE)


def _shape(stretch: Stretch, name: str, y: int, tip: int) -> Iterator[ET.Element]:
    """A pointer for one number; a bar for several, with a full end, an open one, or an arrow."""
    if stretch.is_point:
        x, back = _x(float(stretch.start)), 2 * y - tip
        points = f"{x:.1f},{tip} {x - 5:.1f},{back} {x + 5:.1f},{back}"
        yield _element(f"polygon.{name}", points=points, fill="currentColor")
        return
    yield _bar(stretch, name, y - 2, 4)
    for position, runs, is_open, way in (
        (stretch.start, stretch.runs_left, stretch.is_open_at_start, -1),
        (stretch.end, stretch.runs_right, stretch.is_open_at_end, 1),
    ):
        x = _x(float(position))
        if runs:
            points = f"{x + way * 7:.1f},{y} {x - way:.1f},{y - 5} {x - way:.1f},{y + 5}"
            yield _element(f"polygon.{name}", points=points, fill="currentColor")
        else:
            yield _element(
                f"circle.{name}{'.hollow' if is_open else ''}",
                cx=f"{x:.1f}",
                cy=str(y),
                r="3.5",
                fill="none" if is_open else "currentColor",
                stroke="currentColor",
                **{"stroke-width": "1.5"},
            )


def _bar(stretch: Stretch, name: str, y: int, height: int) -> ET.Element:
    start, end = _x(float(stretch.start)), _x(float(stretch.end))
    return _element(
        f"rect.{name}",
        x=f"{start:.1f}",
        y=str(y),
        width=f"{max(end - start, 1):.1f}",
        height=str(height),
        fill="currentColor",
        **{"fill-opacity": "0.25" if name == "loosely" else "1"},
    )


def _label(stretch: Stretch, name: str, y: int) -> ET.Element:
    text = words.shortened(stretch.label, 48)
    half = min(_WIDTH / 2, len(text) * _LETTER / 2)
    x = min(max(_x(float(stretch.middle)), half), _WIDTH - half)
    return _element(
        f"text.{name}",
        text,
        x=f"{x:.1f}",
        y=str(y),
        fill="currentColor",
        **{"text-anchor": "middle", "font-size": "12"},
    )


# Beside the claims


def _faults(faults: Sequence[Fault], level: int, *, anchor: str | None = None) -> Iterator[ET.Element]:
    if faults:
        yield _element(
            "section.faults",
            _element(f"h{level}", "Could not be read or judged"),
            _element("ul", *map(_fault, faults)),
            id=anchor,
        )


def _fault(fault: Fault) -> ET.Element:
    excerpt = fault.excerpt()
    return _element(
        "li",
        _element("span", words.fault_line(fault)),
        _element("pre", "\n".join(map(_harmless, excerpt))) if excerpt else None,
    )


def _implied(report: Report, level: int) -> Iterator[ET.Element]:
    implied = dict(item for finding in report if finding.verdict not in _WRONG for item in finding.implied)
    if implied:
        yield _element(
            "section.implied",
            _element(f"h{level}", "What the claims imply for figures that nobody states"),
            _element(
                "ul", *(_element("li", words.inline(line)) for line in words.implications(implied.items()))
            ),
        )


# Fragments


def _fragment(*content: Content, most: int = 0) -> str:
    """A piece of a page with its styles, which reach nothing else on it."""
    return _written(_element("div.claimcheck", _styles(most), _element("div.sheet", *content)))


def finding_fragment(finding: Finding, setting: Setting | None = None) -> str:
    """One finding as a card, as an HTML fragment.

    >>> from claimcheck.articles import Article
    >>> from claimcheck.claims import Count
    >>> from claimcheck.figures import Figure, Measure
    >>> claim = Count(quote="63 <b>offences</b>", figure=Figure(measure=Measure(name="crime", unit="crime")))
    >>> article = Article(publisher="A Paper", claims=[claim])
    >>> found = Finding(id="paper/63", article=article, claim=claim, verdict=Verdict.UNVERIFIED)
    >>> "63 &lt;b&gt;offences" in finding_fragment(found)
    True
    """
    setting = setting or Setting()
    loudness = "loud" if _is_loud(finding, setting) else "quiet"
    return _fragment(
        _element(
            f"div.card.{_manner(finding)}.{loudness}",
            *_told(finding, {}, 4, setting),
            _element("p.byline", words.byline(finding)),
            _foot(finding, None),
        )
    )


def report_fragment(report: Report, setting: Setting | None = None) -> str:
    """The findings of one dossier as an HTML fragment: a table, worst first, then what to look at in full.

    >>> from claimcheck.articles import Dossier
    >>> "no claims" in report_fragment(Report(dossier=Dossier(articles=()), findings=()))
    True
    """
    setting = setting or Setting()
    chapter = _chapter(report, _Anchors())
    order = sorted(
        (entry for proof in chapter.proofs for entry in proof.entries),
        key=lambda entry: _badness(entry.finding),
    )
    loud = {entry.finding.id: entry for entry in order if _is_loud(entry.finding, setting)}
    return _fragment(
        _element("p.tally", words.tally(report.findings, faults=len(report.faults))),
        _table([*order], loud, setting) if order else None,
        *_faults(report.faults, 4),
        *(_loud_card(entry, loud, setting) for entry in loud.values()),
    )


def _loud_card(entry: _Entry, loud: Mapping[str, _Entry], setting: Setting) -> ET.Element:
    return _element(
        f"div.card.{_manner(entry.finding)}.loud",
        *_told(entry.finding, loud, 4, setting),
        _element("p.byline", words.byline(entry.finding)),
        _foot(entry.finding, None),
        id=entry.card,
    )


def _table(entries: Sequence[_Entry], loud: Mapping[str, _Entry], setting: Setting) -> ET.Element:
    heads = ("verdict", "the article says", "recomputed", "print", "article")
    return _element(
        "table.findings",
        _element("thead", _element("tr", *(_element("th", head, scope="col") for head in heads))),
        _element("tbody", *(_line(entry, loud, setting) for entry in entries)),
    )


def _line(entry: _Entry, loud: Mapping[str, _Entry], setting: Setting) -> ET.Element:
    finding = entry.finding
    outcome = finding.outcome(strict=setting.is_strict, today=setting.today)
    expected = _EXPECTED.get(outcome)
    quote = words.quoted(finding.claim.quote)
    linked = _element("a", quote, href=f"#{entry.card}") if finding.id in loud else _element("bdi", quote)
    return _element(
        f"tr.{_manner(finding)}",
        _element(
            "td",
            *_spaced(
                (
                    _sign(finding),
                    _element("span.verdict", _verdict(finding)),
                    f"({expected})" if expected else None,
                )
            ),
        ),
        _element("td", linked),
        _element("td", words.outlook(finding)),
        _element("td", finding.correction),
        _element("td", words.byline(finding)),
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
    anchors = _Anchors()
    spans = [_span(claim, article) for claim in article.claims]
    order = _in_order(spans)
    marks = [
        _Mark(
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
        _element("h4", _element("bdi", _heading(article))),
        _byline(article),
        _element("div.text", *_marked(text, marks, [spans[at] for at in order]))
        if text is not None
        else None,
        _element(
            "ol.claims",
            *(
                _element("li", *_declared(article.claims[at]), id=mark.href.removeprefix("#"))
                for mark, at in zip(marks, order, strict=True)
            ),
        )
        if marks
        else None,
    )


def _declared(claim: Claim) -> Iterator[Content]:
    """What is declared of a quote: its kind, and the figures that it is about."""
    yield _element("bdi", words.quoted(claim.quote))
    match claim:
        case FigureClaim():
            about = str(claim.figure)
        case Total():
            about = words.figures(claim.parts) if claim.parts else ""
        case _:
            about = ""
    yield _element("span.by", f" {claim.kind}{f' of {words.inline(about)}' if about else ''}")
