"""What a notebook shows of an article, a finding or a report: as HTML, as Markdown and as text.

Jupyter, VS Code and GitHub each take the richest of these that they can show. GitHub and VS Code
strip the style from the HTML: it reads without.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.articles import Article
from claimcheck.display import Displayed
from claimcheck.findings import Finding, Report
from claimcheck.render import html, markdown, terminal, words
from claimcheck.render.setting import Setting

__all__ = ["bundle"]


def bundle(shown: Displayed) -> dict[str, str]:
    """A text for each MIME type that a notebook may show.

    >>> from claimcheck import Article, Count, Figure, Measure
    >>> offences = Figure(measure=Measure(name="offences", unit="offence"), area="Kent")
    >>> article = Article(publisher="A Paper", claims=[Count(quote="750 offences", figure=offences)])
    >>> list(bundle(article))
    ['text/html', 'text/markdown', 'text/plain']
    >>> print(bundle(article)["text/plain"])
    A Paper
      count  “750 offences”
    """
    setting = Setting()
    match shown:
        case Report():
            return _bundle(
                html.report_fragment(shown, setting),
                markdown.render([shown], setting),
                terminal.render([shown], setting),
            )
        case Finding():
            return _bundle(
                html.finding_fragment(shown, setting),
                "\n".join(_finding(shown, setting)),
                terminal.failure(shown, setting),
            )
        case Article():
            return _bundle(
                html.article_fragment(shown), "\n".join(_marked_down(shown)), "\n".join(_article(shown))
            )
        case _:
            # A notebook shows what it is given, whatever somebody makes of the class.
            return {"text/plain": repr(shown)}


def _bundle(page: str, marked_down: str, text: str) -> dict[str, str]:
    return {
        "text/html": page,
        "text/markdown": marked_down.rstrip("\n"),
        "text/plain": text.rstrip("\n"),
    }


def _finding(finding: Finding, setting: Setting) -> Iterator[str]:
    """A finding in Markdown: its headline, then all that is known of it."""
    outcome = setting.outcome(finding)
    headline = words.headline(finding, outcome=outcome)
    yield f"**{markdown.escape(words.SIGNS[finding.verdict])} {markdown.escape(headline)}**"
    yield ""
    for label, lines in [("article", (words.byline(finding),)), *words.details(finding)]:
        yield f"- {label}: {markdown.escape(lines[0])}"
        yield from (f"  - {markdown.escape(line)}" for line in lines[1:])


def _marked_down(article: Article) -> Iterator[str]:
    """An article in Markdown: what it is, and what it claims."""
    head, *more = _head(article)
    yield f"**{markdown.escape(head)}**"
    for line in more:
        yield ""
        yield markdown.escape(line)
    if article.claims:
        yield ""
    for claim in article.claims:
        yield f"- {claim.kind}: {markdown.escape(words.quoted(claim.quote))}"


def _article(article: Article) -> Iterator[str]:
    """An article as text: what it is, and what it claims."""
    yield from _head(article)
    widest = max((len(claim.kind) for claim in article.claims), default=0)
    for claim in article.claims:
        yield f"  {claim.kind:{widest}}  {words.quoted(claim.quote)}"


def _head(article: Article) -> Iterator[str]:
    yield words.printed(article) or words.inline(article.id)
    yield from (words.inline(line) for line in (article.title, article.url) if line)
