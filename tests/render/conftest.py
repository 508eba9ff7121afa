"""One small story for all renderers: a paper and a radio station, as the design tells it."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.articles import Article, Dossier
from claimcheck.claims import Change, Count, Total
from claimcheck.errors import Fault, Place
from claimcheck.figures import Figure, Measure
from claimcheck.findings import Report
from claimcheck.verifier import verify

NOW = Figure(measure=Measure(name="online offences", unit="offence"), area="Wiltshire", period="2019/20")
BEFORE = NOW.at(period="2018/19")


def place(stem: str, line: int | None = None) -> Place:
    return Place(path=f"claims/story/{stem}.claims.yaml", line=line, column=None if line is None else 5)


def story(*, faults: tuple[Fault, ...] = ()) -> Dossier:
    paper = Article(
        id="paper",
        publisher="A Paper",
        published=date(2020, 9, 2),
        place=place("paper"),
        claims=[
            Count(quote="63 grooming and online offences", figure=NOW, place=place("paper", 12)),
            Change(quote="a 17% decrease", figure=NOW, since=BEFORE, place=place("paper", 15)),
            Change(
                quote="up 7% in Devon",
                figure=NOW.at(area="Devon"),
                since=BEFORE.at(area="Devon"),
                place=place("paper", 19),
            ),
            Count(quote="427 in Devon", figure=NOW.at(area="Devon"), place=place("paper", 24)),
        ],
    )
    radio = Article(
        id="radio",
        publisher="The Radio",
        place=place("radio"),
        claims=[
            Count(quote="63 incidents", figure=NOW, place=place("radio", 8)),
            Count(quote="77 in the previous year", figure=BEFORE, place=place("radio", 11)),
            Change(quote="a drop of 18%", figure=NOW, since=BEFORE, place=place("radio", 15)),
            Count(quote="752 in Kent", figure=NOW.at(area="Kent"), place=place("radio", 19)),
            Total(quote="750 offences", parts=(NOW.at(area="Kent"),), place=place("radio", 22)),
        ],
    )
    return Dossier(articles=[paper, radio], name="story", place=Place(path="claims/story"), faults=faults)


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return story()


@pytest.fixture(scope="session")
def report(dossier: Dossier) -> Report:
    return verify(dossier)


@pytest.fixture(scope="session")
def faulty() -> Report:
    fault = Fault(
        rule="CC102",
        message="unknown key 'sinse'",
        advice="did you mean 'since'?",
        place=Place(path="claims/story/other.claims.yaml", line=4, column=5),
        source="    sinse: 2018/19",
        width=5,
    )
    return verify(story(faults=(fault,)))
