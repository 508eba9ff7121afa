"""ClaimReview: what is published and what is not, and whether it has what readers of it need."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve

from claimcheck.articles import Article
from claimcheck.errors import Place
from claimcheck.findings import Evidence, Report, Severity, Verdict
from claimcheck.render import RENDERERS, Setting
from claimcheck.render.claimreview import BEST, WORST

TODAY = date(2026, 11, 22)

# What schema.org knows of the types that are used, as far as we use it.
PROPERTIES = {
    "ClaimReview": {
        "identifier", "datePublished", "inLanguage", "claimReviewed", "itemReviewed", "reviewRating",
        "isBasedOn", "author", "url",
    },
    "Claim": {"text", "author", "datePublished", "appearance"},
    "NewsArticle": {"headline", "url", "datePublished", "publisher"},
    "Organization": {"name"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "CreativeWork": {"text", "author"},
}  # fmt: skip
DESK = {"author", "url"}
"""What the desk that publishes the reviews fills in."""


def text_of(*reports: Report, **setting: Any) -> str:
    return RENDERERS["claimreview"](reports, Setting(today=TODAY, **setting))


def reviews(*reports: Report, **setting: Any) -> list[dict[str, Any]]:
    document = json.loads(text_of(*reports, **setting))
    assert document["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = document["@graph"]
    return found


def nodes(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for item in node:
            yield from nodes(item)
    elif isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)


def test_a_contradicted_claim(report: Report) -> None:
    (found,) = (one for one in reviews(report) if one["identifier"] == "paper/a-17-percent-decrease")
    paper = {"@type": "Organization", "name": "A Paper"}
    radio = {"@type": "Organization", "name": "The Radio"}
    in_paper = {"@type": "NewsArticle", "datePublished": "2020-09-02", "publisher": paper}
    assert found == {
        "@type": "ClaimReview",
        "identifier": "paper/a-17-percent-decrease",
        "datePublished": "2026-11-22",
        "inLanguage": "en",
        "claimReviewed": "“a 17% decrease”: online offences, Wiltshire, 2019/20 fell by 17% since 2018/19",
        "itemReviewed": {
            "@type": "Claim",
            "text": "a 17% decrease",
            "author": paper,
            "appearance": in_paper,
            "datePublished": "2020-09-02",
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Does not add up",
            "ratingExplanation": "Working: 100 × (63 − 77) ÷ 77 ≈ −18.18%. Range: a fall of 17% covers "
            "−17.5% to −16.5%; missed by about 0.68 percentage points. Print: 18%.",
        },
        "isBasedOn": [
            {
                "@type": "Claim",
                "text": "63 grooming and online offences",
                "author": paper,
                "appearance": in_paper,
                "datePublished": "2020-09-02",
            },
            {
                "@type": "Claim",
                "text": "77 in the previous year",
                "author": radio,
                "appearance": {"@type": "NewsArticle", "publisher": radio},
            },
        ],
    }


@pytest.mark.parametrize(
    ("verdict", "severity", "rating"),
    [
        (Verdict.CONTRADICTED, Severity.FLIPS, (1, "Does not add up")),
        (Verdict.CONTRADICTED, Severity.WRONG, (1, "Does not add up")),
        (Verdict.CONTRADICTED, Severity.ROUNDING, (3, "Wrong in the last digit")),
        (Verdict.LOOSE, None, (4, "Imprecise")),
        (Verdict.CONFIRMED, None, (5, "Adds up")),
        (Verdict.DISPUTED, None, None),
        (Verdict.CONSISTENT, None, None),
        (Verdict.UNVERIFIED, None, None),
    ],
)
def test_what_is_published_and_how_it_is_rated(
    report: Report, verdict: Verdict, severity: Severity | None, rating: tuple[int, str] | None
) -> None:
    finding = evolve(report.findings[1], verdict=verdict, severity=severity)
    found = [
        (one["reviewRating"]["ratingValue"], one["reviewRating"]["alternateName"])
        for one in reviews(evolve(report, findings=(finding,)))
    ]
    assert found == ([] if rating is None else [rating])


def test_reviews_have_what_readers_need_but_for_what_the_desk_fills_in(report: Report) -> None:
    required = {"claimReviewed", "reviewRating", "datePublished", "itemReviewed"}
    for review in reviews(report):
        assert required <= set(review)
        assert not set(review) & DESK
        assert review["itemReviewed"]["author"]["name"]
        rating = review["reviewRating"]
        assert WORST == rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"] == BEST
        assert rating["alternateName"]
        date.fromisoformat(review["datePublished"])


def test_every_property_belongs_to_its_type(report: Report) -> None:
    for node in nodes(reviews(report)):
        assert set(node) - {"@type"} <= PROPERTIES[node["@type"]]
        assert None not in node.values()


def test_the_article_is_named_as_far_as_it_is_known(report: Report) -> None:
    wrong = report.findings[1]
    article = evolve(wrong.article, title="Crime\nfalls", url="https://example.org/crime")
    (found,) = reviews(evolve(report, findings=(evolve(wrong, article=article),)))
    assert found["itemReviewed"]["appearance"]["headline"] == "Crime falls"
    assert found["itemReviewed"]["appearance"]["url"] == "https://example.org/crime"


def test_base_figures_are_works_of_their_source(report: Report) -> None:
    sourced = Evidence(
        id="base: offences", text="offences, Kent: 3", publisher="An Office", place=Place(path="f")
    )
    bare = evolve(sourced, publisher=None)
    (found,) = reviews(evolve(report, findings=(evolve(report.findings[1], evidence=(sourced, bare)),)))
    work = {"@type": "CreativeWork", "text": "offences, Kent: 3"}
    assert found["isBasedOn"] == [{**work, "author": {"@type": "Organization", "name": "An Office"}}, work]


class Scripts(HTMLParser):
    """What a browser takes for the contents of scripts, and what follows them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.data.append(data)


@pytest.mark.parametrize("quote", ["</script><b>x", "<!-- <script>", "a & b\u2028c", "</SCRIPT >"])
def test_it_is_safe_in_a_page(report: Report, quote: str) -> None:
    wrong = report.findings[1]
    article: Article = evolve(wrong.article, url=f"https://example.org/{quote}", publisher=quote)
    finding = evolve(wrong, claim=evolve(wrong.claim, quote=quote), article=article)
    text = text_of(evolve(report, findings=(finding,)))
    assert not set(text) & set("<>&\u2028\u2029")
    parser = Scripts()
    parser.feed(f'<script type="application/ld+json">{text}</script><p>after</p>')
    parser.close()
    assert parser.tags == ["script", "p"]
    assert json.loads(parser.data[0])["@graph"][0]["itemReviewed"]["author"]["name"] == " ".join(
        quote.split()
    )


def test_plain_ascii(report: Report) -> None:
    assert text_of(report, is_ascii=True).isascii()
    assert reviews(report, is_ascii=True) == reviews(report)


def test_nothing_to_publish() -> None:
    assert reviews() == []
