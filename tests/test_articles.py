"""Quotes in texts, articles and dossiers."""

from __future__ import annotations

import pytest

from claimcheck import Article, Count, Dossier, Figure, Measure, verify
from claimcheck.articles import locate

OFFENCES = Measure(name="offences", unit="offence")
NOW = Figure(measure=OFFENCES, area="Wiltshire", period="2019/20")


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("63 offences", "There were 63 offences.", "63 offences"),
        ("the force's 63", "It was the force’s 63 then.", "the force’s 63"),
        ("63 offences", "There were 63\n  offences.", "63\n  offences"),
        ("2019-20", "In 2019–20 it fell.", "2019–20"),
        ("63 ... offences", "There were 63 grooming and online offences.", "63 grooming and online offences"),
        ("63 … offences", "63 cases. 63 online offences", "63 cases. 63 online offences"),
        ("£1.6 million", "giving £1.6 million away", "£1.6 million"),
    ],
)
def test_a_quote_is_found_where_its_words_stand(quote: str, text: str, found: str) -> None:
    span = locate(quote, text)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("63 offences", "There were 64 offences."),
        ("63 ... offences", "There were 63.\nAnd then offences."),
        ("...", "There were 63 offences."),
        ("", "There were 63 offences."),
        ("63 (offences", "63 offences"),
        ("63 thefts", "There were 1,263 thefts"),
        ("17% more", "It was 117% more"),
        ("were 63", "There were 63.5 a day"),
    ],
)
def test_a_quote_that_does_not_stand_there_is_not_found(quote: str, text: str) -> None:
    assert locate(quote, text) is None


def test_many_gaps_in_a_long_text_take_no_time_to_miss() -> None:
    assert locate(" ... ".join(["a"] * 50 + ["missing"]), "a " * 20_000) is None


def test_a_misquotation_is_a_fault_and_the_other_claims_are_judged() -> None:
    article = Article(
        publisher="A paper",
        text="There were 63 offences.",
        claims=[Count(quote="63 offences", figure=NOW), Count(quote="64 offences", figure=NOW)],
    )
    report = verify(article)
    assert [finding.id for finding in report] == ["a-paper/63-offences"]
    (fault,) = report.faults
    assert fault.message == "the quote '64 offences' does not stand in the text of the article"
    assert fault.advice == "copy it from the text; mark words left out with ..."
    assert report.exit_status() == 2


def test_an_article_is_named_after_its_publisher_and_day() -> None:
    assert (
        Article(publisher="The Paper", published="3 September 2020", claims=[]).id == "the-paper-2020-09-03"
    )


def test_a_dossier_is_made_of_whatever_is_at_hand() -> None:
    article = Article(publisher="A paper", claims=[])
    dossier = Dossier.of(article)
    assert dossier.articles == (article,)
    assert Dossier.of(dossier) is dossier
    assert Dossier.of([article, article]).articles == (article, article)
    assert Dossier.of([]).articles == ()


def test_two_claims_with_one_id_are_a_fault() -> None:
    article = Article(
        publisher="A", claims=[Count(quote="63 offences", figure=NOW), Count(quote="63 offences", figure=NOW)]
    )
    report = verify(article)
    assert len(report) == 1
    assert [fault.message for fault in report.faults] == ["two claims have the id 'a/63-offences'"]
