"""No false alarm: what is true and carefully printed is never held against its article."""

from __future__ import annotations

from hypothesis import example, given, note

from claimcheck import Article, Count, Dossier, Figure, Measure, Verdict, verify
from claimcheck.strategies import dossiers

WRONG = (Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.LOOSE)
UNKNOWN = Figure(measure=Measure(name="offences", unit="offence"))


def in_words(dossier: Dossier) -> str:
    said = [f"{claim.kind} {claim.quote!r}" for article in dossier.articles for claim in article.claims]
    return "; ".join([*said, *map(str, dossier.base_figures)])


@given(dossiers(most_claims=4))
@example(Dossier(articles=[Article(publisher="A paper", claims=[Count(quote="0 offences", figure=UNKNOWN)])]))
def test_true_claims_are_never_held_against_an_article(dossier: Dossier) -> None:
    note(in_words(dossier))
    report = verify(dossier)
    assert not report.faults
    assert [(f.claim.quote, f.verdict.value, str(f.recomputed)) for f in report if f.verdict in WRONG] == []
    assert report.exit_status() == (0 if report.findings else 2)
