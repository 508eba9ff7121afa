"""Proofs: an article as it was printed, with its claims marked, and their cards beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from claimcheck.articles import Article
from claimcheck.findings import Report
from claimcheck.quotes import Coverage
from claimcheck.render import words
from claimcheck.render.html.building import Content, build, spaced
from claimcheck.render.html.cards import card_of
from claimcheck.render.html.entries import Entry, Proof
from claimcheck.render.html.marks import Mark, marked
from claimcheck.render.setting import Setting

__all__ = ["article_section", "byline_of", "coverage_part", "heading_of"]


def heading_of(article: Article) -> str:
    """What an article is called: its title, or who printed it."""
    return words.inline(article.title or article.publisher) or words.inline(article.id)


_FEW = 3


def article_section(
    proof: Proof, report: Report, entries: Mapping[str, Entry], level: int, setting: Setting
) -> ET.Element:
    """An article with its claims marked, and their cards beside it."""
    heading = f"{proof.anchor}--heading"
    return build(
        "section.article",
        build(f"h{level}", build("bdi", heading_of(proof.article)), id=heading),
        byline_of(proof.article),
        build("p.tally", words.tally([entry.finding for entry in proof.entries])),
        *(coverage_part(proof.coverage, report) if proof.coverage is not None else ()),
        build(
            "div.proof",
            build("div.text", *_words_of(proof)),
            build(
                "ul.cards.few" if len(proof.entries) <= _FEW else "ul.cards",
                *(card_of(entry, entries, level + 1, setting) for entry in proof.entries),
                aria_label=f"The claims of {heading_of(proof.article)}",
            )
            if proof.entries
            else None,
        ),
        id=proof.anchor,
        aria_labelledby=heading,
    )


def coverage_part(coverage: Coverage, report: Report, *, is_named: bool = False) -> Iterator[ET.Element]:
    """How much of a text is declared, and the numbers in it that are not."""
    said = words.coverage_line if is_named else words.coverage_of
    yield build("p.coverage", said(coverage, report))
    if coverage.undeclared:
        yield build(
            "ul.undeclared",
            *(
                build(
                    "li",
                    build("span.place", f"{each.line}:{each.column}"),
                    f" {words.undeclared(each, coverage, report)}",
                )
                for each in coverage.undeclared
            ),
        )


def byline_of(article: Article) -> ET.Element | None:
    """Who printed it, when, where it can be read and where its claims, or else its text, are written."""
    url = _link(article.url)
    printed, place = words.printed(article), words.where(article.place or article.text_place)
    if not (printed or url or place):
        return None
    return build(
        "p.byline",
        *spaced(
            (
                build("span", printed) if printed else None,
                build("a", words.shortened(url, 72), href=url, rel="noopener noreferrer") if url else None,
                build("span.place", words.inline(place)) if place else None,
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


def _words_of(proof: Proof) -> Iterator[ET.Element]:
    """The article's text with its quotes marked, or its quotes alone."""
    text = proof.article.text
    if text is not None:
        spans = [entry.span for entry in proof.entries] + [number.span for number in proof.open_numbers]
        marks = [Mark.of(entry) for entry in proof.entries]
        yield from marked(text, [*marks, *map(Mark.of_open, proof.open_numbers)], spans)
        absent = [entry for entry in proof.entries if entry.span is None]
        if absent:
            yield build("p.note", "Not found in the text:")
    else:
        absent = list(proof.entries)
        yield build("p.note", "The text is not at hand. What it is quoted with:")
    if absent:
        yield build("ol.quotes", *(build("li", *_quoted(entry)) for entry in absent))


def _quoted(entry: Entry) -> Iterator[Content]:
    mark = Mark.of(entry)
    yield mark.over(words.quoted(entry.finding.claim.quote), is_last=True, is_shared=False)
