"""From objects to files and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from claimcheck import claims
from claimcheck.articles import Article, Dossier, Nesting
from claimcheck.claims import (
    Amount,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Elapsed,
    Incidence,
    KnownIssue,
    Mean,
    Multiple,
    Points,
    Rate,
    Record,
    Share,
    Total,
)
from claimcheck.errors import AuthoringError, Fault
from claimcheck.figures import BaseFigure, Figure, Measure
from claimcheck.files import discover, load, write
from claimcheck.files.nodes import Entries, parse_yaml
from claimcheck.files.sources import Collector, Source
from claimcheck.files.writing import extended
from claimcheck.periods import Period
from claimcheck.readings import Conventions

OFFENCES = Measure(name="offences", unit="offence")
CRIMES = Measure(name="all crimes", unit="offence", note="recorded: online or not")
RESIDENTS = Measure(name="residents", unit="person")
BUDGET = Measure(name="budget", unit="GBP", signed=True)
PUPILS = Measure(name="pupils", unit="person", year_start="1 September")
PAPER = Measure(name="paper", unit="date")
MEASURES = (OFFENCES, CRIMES, RESIDENTS, BUDGET, PUPILS, PAPER)

NOW = Figure(measure=OFFENCES, area="Kent", period="2019/20")
THEN = NOW.at(period="2018/19")
PUBLISHED = BaseFigure(figure=Figure(measure=PAPER), date=date(2019, 4, 8), source="HM Government")

CLAIMS: tuple[Claim, ...] = (
    Count(quote="63 offences", figure=NOW),
    Count(quote="64 offences", figure=Figure(measure=OFFENCES)),
    Amount(quote="£1.6 million", figure=Figure(measure=BUDGET, period="2019/20"), note="yes: and: no"),
    Change(
        quote="a 17% fall",
        figure=NOW,
        since=THEN,
        known_issue=KnownIssue(reason="asked", until=date(2026, 1, 1)),
    ),
    Change(quote="a 18% fall", figure=NOW, since=Figure(measure=CRIMES, area="Deal"), id="eighteen"),
    Difference(quote="14 fewer", figure=NOW, since=NOW.at(period="1 May 2018 to 3 June 2018")),
    Multiple(quote="more than doubled, to 'many'", figure=NOW.at(area="null"), since=THEN.at(area="null")),
    Share(quote='"6%" of all', figure=NOW, of=NOW.at(measure=CRIMES)),
    Points(quote="down one point", figure=NOW, since=THEN, of=NOW.at(measure=CRIMES)),
    Points(quote="down two points", figure=NOW, since=THEN),
    Total(quote="750 in both", parts=(NOW.at(area="Dover"), NOW.at(area="Deal"))),
    Total(quote="751 in both", parts=(NOW, THEN)),
    Total(quote="752 in both", parts=(NOW, NOW.at(measure=CRIMES))),
    Total(quote="753 in both", parts=(NOW, THEN.at(area="Deal"))),
    Total(quote="754 in both", parts=(Figure(measure=PUPILS, period="2019/20"), Figure(measure=RESIDENTS))),
    Total(quote="755 in all", parts=(NOW,)),
    Total(quote="756 in all", parts=(Figure(measure=RESIDENTS),)),
    Total(quote="none in all", parts=()),
    Rate(quote="15 a day", figure=NOW, per="day"),
    Incidence(
        quote="32 per 100,000", figure=NOW, population=Figure(measure=RESIDENTS, area="Kent"), per="100,000"
    ),
    Mean(quote="3.2 per head", figure=NOW, per=NOW.at(measure=RESIDENTS)),
    Comparison(quote="more than in Dover", figure=NOW, than=NOW.at(area="Dover")),
    Comparison(quote="more than in Margate", figure=NOW, than=NOW.at(area="Margate")),
    Comparison(quote="more than in 2018", figure=NOW, than=NOW.at(area="2018")),
    Record(quote="a record", figure=NOW, among=(THEN, THEN.at(area="Deal"))),
    Elapsed(quote="almost 17 months", from_=PUBLISHED),
    Elapsed(quote="almost 18 months", from_=date(2019, 4, 8), to=PUBLISHED),
    Count(quote="pupils in their year", figure=Figure(measure=PUPILS, area="Kent", period="2019/20")),
    Count(
        quote="pupils in a fiscal year",
        figure=Figure(measure=PUPILS, area="Kent", period=Period.parse("2019/20")),
        states="63",
    ),
    Count(quote="- [odd] {text}: # & * ! | > % @ `", figure=NOW, note=" line\nline \n", id="odd"),
)


def dossier(*articles: Article, **changes: Any) -> Dossier:
    whole = Dossier(
        name="story",
        articles=articles,
        measures=MEASURES,
        base_figures=(PUBLISHED, BaseFigure(figure=THEN, value="10,058", note='a "note", with\nlines')),
        nesting=(
            Nesting(whole="Kent", parts=("Dover", "Deal")),
            Nesting(whole="A", parts=("B",), is_exhaustive=True),
        ),
        conventions=Conventions(accept=frozenset({"truncated"}), hedges={"north of": "more than"}),
    )
    return evolve(whole, **changes)


def article(*stated: Claim, id_: str = "paper") -> Article:
    return Article(publisher="X", claims=stated, id=id_)


def again(whole: Dossier, folder: Path) -> Dossier:
    read = load(write(whole, folder / whole.name))
    assert [str(fault) for fault in read.faults] == []
    return read


def test_every_kind_is_among_these() -> None:
    assert {type(claim) for claim in CLAIMS} == set(claims.KINDS)


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim.quote for claim in CLAIMS])
def test_a_claim_alone_comes_back(claim: Claim, tmp_path: Path) -> None:
    whole = dossier(article(claim))
    assert again(whole, tmp_path) == whole


def test_all_claims_together_come_back(tmp_path: Path) -> None:
    whole = dossier(article(*CLAIMS), article(*reversed(CLAIMS), id_="radio"))
    assert again(whole, tmp_path) == whole


def test_all_of_an_article_comes_back(tmp_path: Path) -> None:
    full = Article(
        publisher="Express & Star",
        published=date(2020, 9, 3),
        title="REVEALED: 'how many'?",
        url="https://example.org/a#b",
        text="There were 63.\r\n\n“Quite”\u2028",
        claims=(),
        id="express-star",
    )
    whole = dossier(full)
    assert again(whole, tmp_path) == whole


def test_the_smallest_dossier_comes_back(tmp_path: Path) -> None:
    whole = Dossier(name="story", articles=(article(),))
    assert again(whole, tmp_path) == whole


def test_the_corpus_comes_back(tmp_path: Path) -> None:
    found = discover(Path(__file__).parents[2] / "claims").folders
    assert found
    for folder in found:
        whole = load(folder)
        assert again(whole, tmp_path) == whole


def test_it_writes_as_an_editor_would(tmp_path: Path) -> None:
    folder = write(
        dossier(article(CLAIMS[0], CLAIMS[3], CLAIMS[10], CLAIMS[7], CLAIMS[25])), tmp_path / "story"
    )
    assert (
        (folder / "paper.claims.yaml").read_text()
        == """\
article:
  publisher: X

about:
  measure: offences
  area: Kent
  period: 2019/20

claims:
  - quote: 63 offences
    kind: count

  - quote: a 17% fall
    kind: change
    since: 2018/19
    known_issue:
      reason: asked
      until: 2026-01-01

  - quote: 750 in both
    kind: total
    areas: [Dover, Deal]

  - quote: '"6%" of all'
    kind: share
    of: all crimes

  - quote: almost 17 months
    kind: elapsed
    from: paper
"""
    )
    assert (
        (folder / "dossier.yaml").read_text()
        == """\
measures:
  all crimes:
    unit: offence
    note: 'recorded: online or not'
  budget:
    unit: GBP
    signed: 'true'
  offences:
    unit: offence
  paper:
    unit: date
  pupils:
    unit: person
    year_start: 1 September
  residents:
    unit: person

nesting:
  Kent: [Dover, Deal]
  A:
    parts: [B]
    exhaustive: 'true'

accept: [truncated]
hedges:
  north of: more than
""".replace("'true'", "true")
    )


def test_measures_that_are_only_used_are_declared(tmp_path: Path) -> None:
    whole = Dossier(name="story", articles=(article(CLAIMS[7]),))
    assert again(whole, tmp_path) == evolve(whole, measures=(CRIMES, OFFENCES))


UNWRITABLE: dict[str, Callable[[], Dossier]] = {
    "CC109 two measures are called 'offences'; give them names of their own": lambda: dossier(
        article(Count(quote="5", figure=Figure(measure=Measure(name="offences", unit="person"))))
    ),
    "CC109 the parts of 'Kent' are given twice; put them into one nesting": lambda: dossier(
        nesting=(Nesting(whole="Kent", parts=("A",)), Nesting(whole="Kent", parts=("B",)))
    ),
    "CC109 two articles have the id 'paper'; give them ids of their own": lambda: dossier(
        article(), article()
    ),
    "CC109 two claims of 'paper' have the id '63-offences'; give them ids of their own": lambda: dossier(
        article(CLAIMS[0], CLAIMS[0])
    ),
    "CC104 'A b' is no id for a file; use lower-case letters, digits and hyphens: 'a-b'": lambda: dossier(
        article(id_="A b")
    ),
    "CC102 paper is not among the base figures; add it to the dossier's": lambda: dossier(
        article(CLAIMS[25]), base_figures=()
    ),
}


@pytest.mark.parametrize(("words", "make"), UNWRITABLE.items(), ids=list(UNWRITABLE))
def test_what_files_cannot_say_is_refused_before_anything_is_written(
    words: str, make: Callable[[], Dossier], tmp_path: Path
) -> None:
    with pytest.raises(AuthoringError) as caught:
        write(make(), tmp_path / "story")
    assert str(caught.value) == words
    assert not (tmp_path / "story").exists()


# What is there already


def added(text: str, lines: str) -> str:
    source = Source(path="a.yaml", text=text)
    node = parse_yaml(source, Collector())
    assert isinstance(node, Entries)
    return extended(source, node, "claims", lines)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("claims:\n- a\n", "claims:\n- a\n\n- b\n"),
        ("claims:\n  - a", "claims:\n  - a\n\n  - b\n"),
        ("claims:\r\n  - a\r\n", "claims:\r\n  - a\r\n\r\n  - b\r\n"),
        ("claims: []\n", "claims:\n\n  - b\n"),
        ("claims: [ ]   # none\n# end\n", "claims:   # none\n# end\n\n  - b\n"),
        ("claims:\n  - a\n  # within\n\n\n", "claims:\n  - a\n  # within\n\n  - b\n\n\n"),
        (
            "claims:\n  - a\n  # within\n\n# of what follows\nabout: x\n",
            "claims:\n  - a\n  # within\n\n  - b\n\n# of what follows\nabout: x\n",
        ),
        (
            "about: x\nclaims:\n    - a: |\n        1\n\n",
            "about: x\nclaims:\n    - a: |\n        1\n\n    - b\n\n",
        ),
    ],
)
def test_lines_are_put_at_the_end_of_a_block(text: str, after: str) -> None:
    assert added(text, "\n- b") == after


@pytest.mark.parametrize("text", ["claims: [a]\n", "{claims: [a]}", "claims: [\n]\n"])
def test_nothing_is_put_into_brackets(text: str) -> None:
    with pytest.raises(Fault, match="'claims' stands in brackets"):
        added(text, "\n- b")
