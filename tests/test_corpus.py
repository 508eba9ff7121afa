"""The declared claims against the five articles they are taken from."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.articles import Article, Dossier, locate
from claimcheck.claims import Claim, Context
from claimcheck.files import load
from claimcheck.numerals import Direction
from claimcheck.quotes import coverage_of
from claimcheck.verifier import verify

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
CORPUS = ROOT / "claims/online-child-offences"

SEEDS = {
    "wiltshire-2020": "000",
    "wiltshire-2017": "001",
    "hampshire-2020": "002",
    "west-mercia-2020": "003",
    "west-midlands-2020": "004",
}

# What the mentions call the kinds; a bound on a record counts as a count, and so does a total.
KINDS = {
    "count": {"count", "total", "record"},
    "percent_change": {"change"},
    "percentage_share": {"share"},
    "multiple": {"multiple"},
    "money": {"amount"},
    "rate": {"rate"},
}

with_seeds = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason=f"the articles' texts are not at {SHARED / 'seeds'}"
)
Stated = tuple[str, Fraction]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(CORPUS)


def stated(article: Article, claim: Claim) -> Stated:
    """The kind and the number of a claim, negative for a fall."""
    numeral = claim.numeral(Context().conventions)
    falls = claim.is_signed and numeral.direction is Direction.FALL
    return claim.kind, -numeral.value if falls else numeral.value


def test_it_loads_without_a_fault(dossier: Dossier) -> None:
    assert [str(fault) for fault in dossier.faults] == []
    assert {article.id for article in dossier.articles} == set(SEEDS)


def test_quotes_are_phrases_of_a_few_words(dossier: Dossier) -> None:
    for article in dossier.articles:
        for claim in article.claims:
            assert len(claim.quote.split()) <= 12, claim.quote


def test_the_texts_are_not_committed() -> None:
    assert list((ROOT / "claims").rglob("*.txt")) == []


def test_every_claim_states_something(dossier: Dossier) -> None:
    for article in dossier.articles:
        for claim in article.claims:
            assert claim.statements(Context(conventions=dossier.conventions, published=article.published))


@with_seeds
def test_every_quote_stands_in_its_text(dossier: Dossier) -> None:
    for article in dossier.articles:
        (path,) = (SHARED / "seeds").glob(f"{SEEDS[article.id]}_*.txt")
        text = path.read_text(encoding="utf-8")
        for claim in article.claims:
            assert locate(claim.quote, text), f"{claim.place}: {claim.quote!r} does not stand in {path.name}"


@with_seeds
def test_every_mention_is_declared_once(dossier: Dossier) -> None:
    mentions = json.loads((SHARED / "data/seeds-mentions.json").read_text(encoding="utf-8"))
    wanted = [mention for mention in mentions if mention["claim"]]
    assert len(wanted) == 40
    for article in dossier.articles:
        left = Counter(stated(article, claim) for claim in article.claims)
        for mention in wanted:
            if mention["article"] == SEEDS[article.id]:
                value = Fraction(mention["value"])
                fitting = [
                    each
                    for each in left
                    if left[each] and each[0] in KINDS[mention["kind"]] and each[1] == value
                ]
                assert len(fitting) >= 1, f"{mention['id']}: {mention['quote']!r} is not declared"
                left[fitting[0]] -= 1
        rest = {each for each in left if left[each]}
        assert rest == ({("elapsed", Fraction(17))} if article.id == "hampshire-2020" else set())


@with_seeds
def test_with_the_texts_beside_them_the_claims_have_no_fault_and_cover_everything(dossier: Dossier) -> None:
    articles = []
    for article in dossier.articles:
        (path,) = (SHARED / "seeds").glob(f"{SEEDS[article.id]}_*.txt")
        articles.append(evolve(article, text=path.read_text(encoding="utf-8")))
    report = verify(evolve(dossier, articles=articles))
    assert [str(fault) for fault in report.faults] == []
    assert {coverage.article.id: coverage.undeclared for coverage in report.coverage} == dict.fromkeys(
        SEEDS, ()
    )
    # The 40 of the mentions, and the span of time that Hampshire's article states.
    assert sum(coverage.total for coverage in report.coverage) == 41
    # What one article declares is not what another does: the check finds what is taken away.
    for article in articles:
        bare = coverage_of(evolve(article, claims=()))
        assert bare is not None
        assert bare.declared == ()
        assert bare.undeclared
