"""Every mistake, on a case from print where there is one; the figures are facts, the words a few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from attrs import frozen

from claimcheck import (
    Article,
    BaseFigure,
    Change,
    Claim,
    Count,
    Diagnosis,
    Difference,
    Dossier,
    Figure,
    Finding,
    Measure,
    Multiple,
    Points,
    Rate,
    Share,
    Total,
    verify,
)
from claimcheck.diagnosis import MISTAKES
from claimcheck.render import words

THINGS = Measure(name="cars", unit="car")
TURNOUT = Measure(name="turnout", unit="percent")
MONEY = Measure(name="spending", unit="USD")
LORRIES = Measure(name="lorries", unit="car")
NEW = Figure(measure=THINGS, area="Kent", period="2021")
OLD, OLDER = NEW.at(period="2020"), NEW.at(period="2019")
ESSEX, LORRY = NEW.at(area="Essex"), NEW.at(measure=LORRIES)
RATE, RATE_BEFORE = Figure(measure=TURNOUT, period="2021"), Figure(measure=TURNOUT, period="2020")
SPENT, SPENT_BEFORE = Figure(measure=MONEY, period="2021"), Figure(measure=MONEY, period="2020")


def found(*claims: Claim, base: Mapping[Figure, str]) -> Finding:
    """The finding of the last claim."""
    figures = [BaseFigure(figure=figure, value=value) for figure, value in base.items()]
    report = verify(Dossier(articles=[Article(publisher="A paper", claims=claims)], base_figures=figures))
    assert not report.faults
    return report.findings[-1]


@frozen(kw_only=True)
class Printed:
    """What was printed of which figures, the mistake behind it, and what was worked out."""

    mistake: str
    claim: Claim
    base: Mapping[Figure, str]
    working: str
    comes_first: bool = True


def change(quote: str) -> Claim:
    return Change(quote=quote, figure=NEW, since=OLD)


CASES: Sequence[Printed] = (
    Printed(
        mistake="cut, not rounded",  # Reuters, 1987
        claim=change("rose 25 pct"),
        base={NEW: "408,000", OLD: "325,000"},
        working="100 × (408,000 − 325,000) ÷ 325,000 ≈ 25.54%",
    ),
    Printed(
        mistake="cut, not rounded",  # Daily Mail, 2020: 31,000 in a year
        claim=Rate(quote="84 a day", figure=NEW),
        base={NEW: "31,000"},
        working="31,000 ÷ 365 ≈ 84.93 a day",
    ),
    Printed(
        mistake="rounded up",  # Reuters, 1987
        claim=change("rise of 20 pct"),
        base={NEW: "100,000", OLD: "84,000"},
        working="100 × (100,000 − 84,000) ÷ 84,000 ≈ 19.05%",
    ),
    Printed(
        mistake="hedge on the wrong side",  # Daily Mail, 2020
        claim=Multiple(quote="almost doubled", figure=NEW, since=OLD),
        base={NEW: "291", OLD: "111"},
        working="291 ÷ 111 ≈ 2.62 times",
    ),
    Printed(
        mistake="divided by the new figure",
        claim=change("up 40 per cent"),
        base={NEW: "66,300", OLD: "39,900"},
        working="100 × (66,300 − 39,900) ÷ 66,300 ≈ 39.82%",
    ),
    Printed(
        mistake="old and new swapped",
        claim=change("a 3.5 percent drop"),
        base={NEW: "about 284,000", OLD: "around 274,000"},
        working="100 × (274,000 − 284,000) ÷ 284,000 ≈ −3.521%",
    ),
    Printed(
        mistake="direction",
        claim=change("a 3.5 percent drop"),
        base={NEW: "about 284,000", OLD: "around 274,000"},
        working="÷ (273,500 to 274,500) ≈ 3.279% to 4.022%",
        comes_first=False,  # changed places, they fit without any rounding
    ),
    Printed(
        mistake="direction",
        claim=Difference(quote="14 more than the year before", figure=NEW, since=OLD),
        base={NEW: "63", OLD: "77"},
        working="63 − 77 = −14",
    ),
    Printed(
        mistake="percentage points called per cent",
        claim=Change(quote="declined 1.6 pct", figure=RATE, since=RATE_BEFORE),
        base={RATE: "55.9", RATE_BEFORE: "57.5"},
        working="55.9 − 57.5 = −1.6%",
    ),
    Printed(
        mistake="per cent called percentage points",
        claim=Points(quote="up four percentage points", figure=RATE, since=RATE_BEFORE),
        base={RATE: "52", RATE_BEFORE: "50"},
        working="100 × (52 − 50) ÷ 50 = 4 percentage points",
    ),
    Printed(
        mistake="the ratio taken for the change",
        claim=change("grew 1,000%"),
        base={NEW: "1.2 million", OLD: "120,000"},
        working="100 × 1,200,000 ÷ 120,000 = 1,000%",
    ),
    Printed(
        mistake="what is left taken for what was cut",
        claim=Change(quote="cut more than 60 per cent", figure=SPENT, since=SPENT_BEFORE),
        base={SPENT: "1.5", SPENT_BEFORE: "2.5"},
        working="100 × −(1.45 to 1.55) ÷ (2.45 to 2.55) ≈ −63.27% to −56.86%",
    ),
    Printed(
        mistake="N times more for times N",  # Daily Mail, 2020: 4.1 to 16.2; cut, it fits as well
        claim=Multiple(quote="tripled", figure=RATE, since=RATE_BEFORE),
        base={RATE: "16.2", RATE_BEFORE: "4.1"},
        working="(16.2 − 4.1) ÷ 4.1 ≈ 2.95 times",
        comes_first=False,
    ),
    Printed(
        mistake="N times more for times N",
        claim=Multiple(quote="five times more", figure=NEW, since=OLD),
        base={NEW: "60", OLD: "10"},
        working="(60 − 10) ÷ 10 = 5 times",
    ),
    Printed(
        mistake="part and whole swapped",
        claim=Share(quote="125% of them", figure=NEW, of=OLD),
        base={NEW: "40", OLD: "50"},
        working="100 × 50 ÷ 40 = 125%",
    ),
    Printed(
        mistake="divided by the rest",
        claim=Share(quote="20% of them", figure=NEW, of=OLD),
        base={NEW: "20", OLD: "120"},
        working="100 × 20 ÷ (120 − 20) = 20%",
    ),
    Printed(
        mistake="the rest's share",
        claim=Share(quote="94% of them", figure=NEW, of=OLD),
        base={NEW: "6", OLD: "100"},
        working="100 × (100 − 6) ÷ 100 = 94%",
    ),
    Printed(
        mistake="a part left out of a total",
        claim=Total(quote="752 in all", parts=(NEW, OLD, OLDER)),
        base={NEW: "427", OLD: "325", OLDER: "77"},
        working="325 + 427 = 752",
    ),
    Printed(
        mistake="a part counted twice",
        claim=Total(quote="1,077 in all", parts=(NEW, OLD)),
        base={NEW: "427", OLD: "325"},
        working="2 × 325 + 427 = 1,077",
    ),
    Printed(
        mistake="a factor of ten",
        claim=Share(quote="7.5%", figure=NEW, of=OLD),
        base={NEW: "1,990", OLD: "2,655"},
        working="100 × 1,990 ÷ 2,655 ≈ 74.953%",
    ),
    Printed(
        mistake="a factor of ten",
        claim=Share(quote="4.2% of people", figure=NEW, of=OLD),
        base={NEW: "271,259", OLD: "64.5 million"},
        working="100 × 271,259 ÷ 64,500,000 ≈ 0.421%",
    ),
    Printed(
        mistake="so many an hour taken for the minutes between",
        claim=Rate(quote="one every five minutes", figure=NEW),
        base={NEW: "40,000"},
        working="40,000 ÷ 8,760 ≈ 4.57 minutes",
    ),
    Printed(
        mistake="the wrong length of time",  # BBC, 2005
        claim=Rate(quote="40 a day", figure=NEW),
        base={NEW: "8,000"},
        working="8,000 ÷ 200 = 40 a day",
    ),
    Printed(
        mistake="rounded to a round number",  # Reuters, 1987
        claim=change("up 15.5 pct"),
        base={NEW: "101.1 million", OLD: "87.4 million"},
        working="100 × (101,100,000 − 87,400,000) ÷ 87,400,000 ≈ 15.675%",
    ),
    Printed(
        mistake="figures rounded first",
        claim=change("down 25%"),
        base={NEW: "63", OLD: "77"},
        working="100 × (60 − 80) ÷ 80 = −25%",
    ),
    Printed(
        mistake="another period's figure",  # Reuters, 1987: on a year before, here 2019
        claim=change("rose 31.3 pct"),
        base={NEW: "154,711", OLD: "146,610", OLDER: "117,830"},
        working="100 × (154,711 − 117,830) ÷ 117,830 ≈ 31.300%",
    ),
    Printed(
        mistake="another area's figure",
        claim=Count(quote="131 cars", figure=NEW),
        base={NEW: "63", ESSEX: "131"},
        working="cars, Essex, 2021 = 131",
    ),
    Printed(
        mistake="another measure's figure",
        claim=Count(quote="131 cars", figure=NEW),
        base={NEW: "63", LORRY: "131"},
        working="lorries, Kent, 2021 = 131",
    ),
    Printed(
        mistake="two digits of the number swapped",
        claim=Count(quote="36 cars", figure=NEW),
        base={NEW: "63"},
        working="cars, Kent, 2021 = 63",
    ),
    Printed(
        mistake="a digit of the number misprinted",  # an answer in FinQA
        claim=Difference(quote="10,861 more", figure=NEW, since=OLD),
        base={NEW: "11,901", OLD: "1,038"},
        working="11,901 − 1,038 = 10,863",
    ),
    Printed(
        mistake="two digits of a figure swapped",
        claim=change("down 53%"),
        base={NEW: "63", OLD: "77"},
        working="100 × (36 − 77) ÷ 77 ≈ −53.25%",
    ),
    Printed(
        mistake="a digit of a figure misprinted",
        claim=change("29% more"),
        base={NEW: "60.4 million", OLD: "44.9 million"},
        working="100 × (60,400,000 − 46,900,000) ÷ 46,900,000 ≈ 28.78%",
    ),
)


def named(finding: Finding, mistake: str) -> Diagnosis:
    return next(one for one in finding.diagnosis if one.mistake == mistake)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.mistake)
def test_the_mistake_behind_a_printed_number(case: Printed) -> None:
    finding = found(case.claim, base=case.base)
    names = [one.mistake for one in finding.diagnosis]
    assert case.mistake in names, names
    assert not case.comes_first or names[0] == case.mistake, names
    told = words.diagnosed(finding)[names.index(case.mistake)]
    assert case.working in told, told


def test_a_figure_that_is_printed_in_two_ways() -> None:
    now, before = Count(quote="63 cars", figure=NEW), Count(quote="76 a year earlier", figure=OLD)
    finding = found(now, before, change("a 17% decrease"), base={OLD: "77"})
    assert named(finding, "another printed value").sentence == (
        "It was worked out from another printed value: 76 for cars, Kent, 2020, not 77."
    )


def test_every_mistake_has_a_case() -> None:
    tried = {case.mistake for case in CASES} | {"another printed value"}
    assert {mistake.name for mistake in MISTAKES} == tried


def test_names_are_told_apart() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
    assert len({mistake.sentence for mistake in MISTAKES}) == len(MISTAKES)
