"""Quotes: one that has all the words of its text cuts nothing off, and declares what it states."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Dossier
from claimcheck.quotes import check_quotes, coverage_of
from claimcheck.strategies import dossiers


@given(dossiers())
def test_what_every_kind_of_claim_says_is_of_that_kind(dossier: Dossier) -> None:
    for article in dossier.articles:
        assert check_quotes(article, dossier.conventions) == {}


@given(
    dossiers(), st.sampled_from(["{}", "{}.", "Police said: {}.", "No 2. {}\n\nThen 3 more came.", "“{}”\n"])
)
def test_a_quote_of_a_whole_sentence_cuts_nothing_off(dossier: Dossier, text: str) -> None:
    for article in dossier.articles:
        for claim in article.claims:
            whole = evolve(article, claims=[claim], text=text.format(claim.quote))
            assert check_quotes(whole, dossier.conventions) == {}
            coverage = coverage_of(whole, dossier.conventions)
            assert coverage is not None
            rest = {each.mention.text for each in coverage.undeclared}
            assert rest <= {"2", "3"}, rest


@given(dossiers())
def test_a_text_without_its_claims_is_not_declared(dossier: Dossier) -> None:
    for article in dossier.articles:
        text = ". ".join(claim.quote for claim in article.claims)
        coverage = coverage_of(evolve(article, claims=(), text=text), dossier.conventions)
        assert coverage is not None
        assert coverage.declared == ()
        for each in coverage.undeclared:
            line = text.split("\n")[each.line - 1]
            assert line[each.column - 1 :].startswith(each.mention.text.split("\n")[0])
            assert each.mention.text in each.words
