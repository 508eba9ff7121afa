"""The audit as ClaimReview, the schema.org markup by which fact checks are found: JSON-LD for a web page.

Only what is worth publishing is in it. A contradicted claim is; so is a loose one, as imprecise; so
is a confirmed one, since a reader who looks a claim up wants to know that it holds as well. A
disputed claim is not: nothing says that it, rather than another, is wrong. Nor are consistent,
unverified and undecided claims, of which too little is known for a rating. A claim that was read
from a text, or rests on one that was, has none either: it was proposed, and nobody has confirmed it.

What is rated is whether a number adds up with others that are printed, not whether the world is so,
and the ratings say no more than that.

The desk that publishes the reviews adds ``author`` (itself) and ``url`` (the page of the review):
no file that is audited says either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.articles import Article
from claimcheck.findings import Evidence, Finding, Report, Severity, Verdict
from claimcheck.render import words
from claimcheck.render.setting import Setting

__all__ = ["BEST", "WORST", "render"]

WORST, BEST = 1, 5
"""The ends of the rating scale."""

Json = dict[str, object]

# In HTML, a script ends at "</script" and may be swallowed from "<!--" on, whatever its type.
_HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def render(reports: Sequence[Report], setting: Setting) -> str:
    """A graph of reviews, safe to stand between ``<script type="application/ld+json">`` and its end."""
    reviews = [review for report in reports for review in _reviews(report, setting)]
    document: Json = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(document, ensure_ascii=setting.is_ascii, indent=2).translate(_HARMLESS) + "\n"


def _reviews(report: Report, setting: Setting) -> Iterator[Json]:
    articles = {article.id: article for article in report.dossier.articles}
    for finding in report:
        rating = _rating(finding)
        if rating is not None and not _is_read(finding):
            yield {
                "@type": "ClaimReview",
                "identifier": finding.id,
                "datePublished": setting.today.isoformat(),
                "inLanguage": "en",
                "claimReviewed": _claim_reviewed(finding),
                "itemReviewed": _claim(finding.claim.quote, finding.article),
                "reviewRating": _scored(finding, *rating),
                "isBasedOn": [_source(evidence, articles) for evidence in finding.evidence],
            }


def _is_read(finding: Finding) -> bool:
    """True where it, or what it rests on, was read from a text, and nobody has said that it is so."""
    return any(read is not None for read in (finding.read_as, *(one.read_as for one in finding.evidence)))


def _rating(finding: Finding) -> tuple[int, str] | None:
    """A value and its name, or ``None`` for what is not to be published."""
    match finding.verdict:
        case Verdict.CONTRADICTED if finding.severity is Severity.ROUNDING:
            return 3, "Wrong in the last digit"
        case Verdict.CONTRADICTED:
            return WORST, "Does not add up"
        case Verdict.LOOSE:
            return 4, "Imprecise"
        case Verdict.CONFIRMED:
            return BEST, "Adds up"
        case _:
            return None


def _scored(finding: Finding, value: int, name: str) -> Json:
    # Not how the mistake probably came about: that is a guess about colleagues, for the desk alone.
    kept = ("working", "range", "loosely", "slip", "print")
    rows = [(label, lines) for label, lines in words.details(finding) if label in kept]
    sentences = [f"{label.capitalize()}: {'; '.join(lines)}" for label, lines in rows]
    return {
        "@type": "Rating",
        "ratingValue": value,
        "bestRating": BEST,
        "worstRating": WORST,
        "alternateName": name,
        "ratingExplanation": " ".join(f"{sentence.removesuffix('.')}." for sentence in sentences),
    }


def _claim_reviewed(finding: Finding) -> str:
    said = words.says(finding)
    quote = words.quoted(finding.claim.quote)
    return quote if said == quote else f"{quote}: {said}"


def _claim(quote: str, article: Article) -> Json:
    claim: Json = {
        "@type": "Claim",
        "text": words.inline(quote),
        "author": _organization(article.publisher),
        "appearance": _news_article(article),
    }
    if article.published is not None:
        claim["datePublished"] = article.published.isoformat()
    return claim


def _organization(name: str) -> Json:
    return {"@type": "Organization", "name": words.inline(name)}


def _news_article(article: Article) -> Json:
    found: Mapping[str, object] = {
        "@type": "NewsArticle",
        "headline": words.inline(article.title) if article.title else None,
        "url": words.inline(article.url) if article.url else None,
        "datePublished": article.published.isoformat() if article.published else None,
        "publisher": _organization(article.publisher),
    }
    return {name: value for name, value in found.items() if value is not None}


def _source(evidence: Evidence, articles: Mapping[str, Article]) -> Json:
    """A claim of an article, or what a source or the dossier says."""
    article = articles.get(evidence.id.rpartition("/")[0])
    if evidence.is_quote and article is not None:
        return _claim(evidence.text, article)
    source: Json = {"@type": "CreativeWork", "text": words.inline(evidence.text)}
    return {**source, "author": _organization(evidence.publisher)} if evidence.publisher else source
