"""Claims files: what every kind is read from, and every fault of an author."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen

from claimcheck import claims
from claimcheck.articles import Dossier
from claimcheck.claims import Claim, Comparison, Elapsed, FigureClaim, KnownIssue, Points, Record, Total
from claimcheck.figures import Figure, Measure, Ratio
from claimcheck.files import load
from claimcheck.files.converting import keys_of

Story = Callable[..., Path]
Faults = Callable[[str], list[str]]

OFFENCES = Measure(name="offences", unit="offence")
KENT = Figure(measure=OFFENCES, area="Kent", period="2019/20")


def told(dossier: Dossier) -> list[str]:
    return [str(fault) for fault in dossier.faults]


def claims_of(dossier: Dossier) -> list[Claim]:
    return [claim for article in dossier.articles for claim in article.claims]


@pytest.fixture
def faults(story: Story) -> Faults:
    """The faults of claims under the usual head; the good claim before them always survives."""

    def read(text: str) -> list[str]:
        dossier = load(story(claims=text))
        assert claims_of(dossier)[0].id == "63-offences"
        return told(dossier)

    return read


def read(story: Story, text: str, files: dict[str, str | bytes | None] | None = None) -> Any:
    """The one claim that stands after the good one."""
    dossier = load(story(files, claims=text))
    assert told(dossier) == []
    good, claim = claims_of(dossier)
    assert good.quote == "63 offences"
    return claim


# What figures are named by


@pytest.mark.parametrize(
    ("since", "figure"),
    [
        ("2018/19", KENT.at(period="2018/19")),
        ("'2018/19'", KENT.at(period="2018/19")),
        ("all crimes", KENT.at(measure=Measure(name="all crimes", unit="offence"))),
        ("Dover", KENT.at(area="Dover")),
        ("{period: 2018/19, area: Deal}", KENT.at(area="Deal", period="2018/19")),
        ("{area: Elsewhere}", KENT.at(area="Elsewhere")),
        ("{period: , area: ''}", Figure(measure=OFFENCES)),
        ("{}", KENT),
    ],
)
def test_a_figure_is_named_by_what_differs(story: Story, since: str, figure: Figure) -> None:
    claim = read(story, f"  - quote: 5% up\n    kind: change\n    since: {since}\n")
    assert (claim.figure, claim.since) == (KENT, figure)


def test_a_claim_may_take_a_default_away(story: Story) -> None:
    claim = read(story, "  - {quote: £5, kind: amount, measure: budget, area: , period: }\n")
    assert claim.figure == Figure(measure=Measure(name="budget", unit="GBP"))


def test_an_area_that_another_file_names_is_known(story: Story) -> None:
    files: dict[str, str | bytes | None] = {"figures.csv": "measure,area,value\noffences,Thanet,3\n"}
    assert read(story, "  - {quote: 5 more, kind: comparison, than: Thanet}\n", files).than == KENT.at(
        area="Thanet"
    )


def test_a_period_is_read_in_the_years_of_its_measure(story: Story) -> None:
    files: dict[str, str | bytes | None] = {
        "dossier.yaml": "measures:\n  offences: {unit: offence}\n  pupils: {unit: person, year_start: 1 September}\n"
    }
    claim = read(story, "  - {quote: 5 up, kind: change, measure: pupils, since: 2018/19}\n", files)
    assert (claim.figure.period.first, claim.since.period.first) == (date(2019, 9, 1), date(2018, 9, 1))


@pytest.mark.parametrize(
    "keys",
    [
        "areas: [Dover, Deal]",
        "parts: [Dover, Deal]",
        "parts: [{area: Dover}, {measure: offences, area: Deal, period: 2019/20}]",
    ],
)
def test_a_total_lists_its_parts(story: Story, keys: str) -> None:
    claim = read(story, f"  - {{quote: 63 offences in both, kind: total, {keys}}}\n")
    assert isinstance(claim, Total)
    assert claim.parts == (KENT.at(area="Dover"), KENT.at(area="Deal"))


def test_a_total_over_measures_or_periods(story: Story) -> None:
    claim = read(story, "  - {quote: 63 in both, kind: total, periods: [2018, 2019]}\n")
    assert claim.parts == (KENT.at(period="2018"), KENT.at(period="2019"))
    claim = read(story, "  - {quote: 63 in both, kind: total, measures: [offences, all crimes]}\n")
    assert [part.measure.name for part in claim.parts] == ["offences", "all crimes"]


def test_a_record_lists_the_earlier_figures(story: Story) -> None:
    claim = read(story, "  - {quote: a record, kind: record, among: [2017/18, {period: 2018/19}]}\n")
    assert isinstance(claim, Record)
    assert claim.among == (KENT.at(period="2017/18"), KENT.at(period="2018/19"))


DATED = "measure,area,date\nwhite paper,,2019-04-08\nelection,Kent,2019-05-02\nelection,Dover,2019-05-03\n"
WITH_DATES: dict[str, str | bytes | None] = {
    "figures.csv": DATED,
    "dossier.yaml": "measures:\n  offences: {unit: offence}\n  white paper: {unit: date}\n  election: {unit: date}\n",
}


@pytest.mark.parametrize(
    ("from_", "day"),
    [
        ("2019-04-08", date(2019, 4, 8)),
        ("8 April 2019", date(2019, 4, 8)),
        ("white paper", "white paper"),
        ("{measure: white paper}", "white paper"),
        ("{measure: election, area: Dover}", "election, Dover"),
    ],
)
def test_elapsed_counts_from_a_day_or_a_dated_figure(story: Story, from_: str, day: object) -> None:
    text = f"  - {{quote: 17 months, kind: elapsed, from: {from_}, to: 2020-09-03}}\n"
    claim = read(story, text, WITH_DATES)
    assert isinstance(claim, Elapsed)
    assert claim.from_ == day if isinstance(day, date) else str(getattr(claim.from_, "figure", None)) == day
    assert claim.to == date(2020, 9, 3)


def test_what_every_claim_may_say(story: Story) -> None:
    claim = read(
        story,
        """\
  - id: my-own
    quote: 5 of 7
    states: 5
    kind: count
    note: asked the desk
    known_issue: {reason: correction requested, until: 2026-12-31}
""",
    )
    assert (claim.id, claim.states, claim.note) == ("my-own", "5", "asked the desk")
    assert claim.known_issue == KnownIssue(reason="correction requested", until=date(2026, 12, 31))
    assert str(claim.place) == "story/paper.claims.yaml:8:12"
    assert type(claim.quote) is str


# Faults


def test_a_misspelt_key_is_one_fault_that_suggests_the_nearest(faults: Faults) -> None:
    assert faults("  - quote: a 17% fall\n    kind: change\n    sinse: 2018/19\n") == [
        """\
story/paper.claims.yaml:9:5: CC102 a claim of kind 'change' has no key 'sinse'; did you mean 'since'?
        sinse: 2018/19
        ^^^^^""",
    ]


# The words under the carets are marked.
FAULTS = {
    "- {quote: 5, kind: <cuont>}": "CC102 there is no kind 'cuont'; did you mean 'count'?",
    "- <{>quote: 5}": "CC103 a claim needs 'kind'; add 'kind:', one of count, amount, change, difference, multiple, share, points, total, rate, incidence, mean, comparison, record, elapsed",
    "- <{>kind: count}": "CC103 a claim of kind 'count' needs 'quote'; add 'quote:'",
    "- {quote: 5, kind: count, <since>: 2018/19}": "CC102 a claim of kind 'count' has no key 'since'; it belongs to a claim of kind change, difference, multiple or points",
    "- {quote: 5, kind: count, measure: <offenses>}": "CC102 the measure 'offenses' is not declared; did you mean 'offences'?",
    "- {quote: 5, kind: count, measure: <zebras>}": "CC102 the measure 'zebras' is not declared; declare it in dossier.yaml under 'measures:'",
    "- {quote: 5, kind: share, of: <Dovre>}": "CC102 'Dovre' is neither a period nor a measure or an area of this dossier; did you mean 'Dover'? Or write it out: {measure: ..., area: ..., period: ...}",
    "- {quote: 5, kind: share, of: <[>Dover]}": "CC104 a list where one figure belongs; write it out: {measure: ..., area: ..., period: ...}",
    "- {quote: 5, kind: share, of: {<are>: Dover}}": "CC102 a figure has no key 'are'; did you mean 'area'?",
    "- {quote: 5, kind: rate, per: <dya>}": "CC102 'dya' is not one of minute, hour, day, week, month, year; did you mean 'day'?",
    "- {quote: 5, kind: record, among: <2018/19>}": "CC104 a single text where a list belongs; write [2018/19]",
    "- <{>quote: 5, kind: total}": "CC103 a claim of kind 'total' needs its parts; list them with 'areas:', 'measures:' or 'periods:'",
    "- {quote: 5, kind: total, areas: [A], <periods>: [2019]}": "CC109 the parts are listed twice, as 'areas' and as 'periods'; keep one; write parts: [{measure: ..., area: ..., period: ...}] where they differ in more",
    "- {quote: 5, kind: total, <area>: A, areas: [A]}": "CC109 'area' and 'areas' in one claim; keep 'areas'",
    "- {quote: 5, kind: elapsed, from: <white paper>}": "CC102 'white paper' is neither a day nor a dated figure of figures.csv; write a day like 2020-09-03, or add the fact to figures.csv with its 'date'",
    "- {quote: 5, kind: elapsed, from: <2019-13-13>}": "CC104 '2019-13-13' is not a date; write it like 2020-09-03 or 3 September 2020",
    "- {quote: 5, kind: count, known_issue: <yes>}": "CC104 a known issue is a mapping of 'key: value' lines, not 'yes'",
    "- {quote: 5, kind: count, known_issue: <{>until: 2026-01-01}}": "CC103 a known issue needs 'reason'; add 'reason:'",
    "- {quote: <,> kind: count}": "CC103 nothing is written here; fill it in, or leave the key out",
    "- {quote: <null>, kind: count}": "CC104 'null' is no text; leave the key out, or put it in quotes if it is a name",
    "- {quote: <[>a], kind: count}": "CC104 a list where one text belongs",
    "- {quote: 5, kind: count, id: <A b>}": "CC104 'A b' is no id; write it in lower-case letters, digits and hyphens: a-b",
    "- <just words>": "CC104 a claim is a mapping of 'key: value' lines, not 'just words'",
    "- <'quote: 63 offences'>": "CC104 a claim is a mapping of 'key: value' lines, not 'quote: 63 offences'",
    "- {quote: <63 offences>, kind: count}": "CC109 the id '63-offences' belongs to another claim already, at story/paper.claims.yaml:5:12; give one of them an 'id:' of its own",
}


@pytest.mark.parametrize(("marked", "words"), FAULTS.items(), ids=list(FAULTS))
def test_a_fault_of_one_claim(faults: Faults, marked: str, words: str) -> None:
    before, under, after = re.split("[<>]", marked)
    column = len("  " + before) + 1
    line, carets = f"  {before}{under}{after}", " " * (column - 1) + "^" * len(under)
    assert faults(line + "\n") == [f"story/paper.claims.yaml:7:{column}: {words}\n    {line}\n    {carets}"]


def test_a_bad_period_says_which_forms_there_are(faults: Faults) -> None:
    (fault,) = faults("  - {quote: 5, kind: count, period: last year}\n")
    assert fault.startswith(
        "story/paper.claims.yaml:7:37: CC104 'last year' is not a period; write it like 2019/20, "
    )
    assert fault.endswith(f"\n    {' ' * 36}{'^' * 9}")


def test_all_faults_are_told_and_every_good_claim_is_kept(story: Story) -> None:
    bad = "".join(f"  - {{quote: {number}, kind: cuont}}\n" for number in range(5))
    dossier = load(story(claims=bad + "  - {quote: 64 offences, kind: count}\n" + bad))
    assert [claim.id for claim in claims_of(dossier)] == ["63-offences", "64-offences"]
    assert len(dossier.faults) == 10
    assert [fault.place.line for fault in dossier.faults if fault.place] == [
        7,
        8,
        9,
        10,
        11,
        13,
        14,
        15,
        16,
        17,
    ]


def test_a_fault_of_the_defaults_is_told_once(story: Story) -> None:
    head = "article: {publisher: X}\nabout: {measure: offenses, area: Kent}\nclaims:\n"
    dossier = load(story(head=head, claims="  - {quote: 64, kind: count}\n"))
    assert told(dossier) == [
        """\
story/paper.claims.yaml:2:18: CC102 the measure 'offenses' is not declared; did you mean 'offences'?
    about: {measure: offenses, area: Kent}
                     ^^^^^^^^"""
    ]
    assert claims_of(dossier) == []


def test_without_a_measure_a_claim_is_about_nothing(story: Story) -> None:
    dossier = load(story(head="article: {publisher: X}\nclaims:\n", claims=""))
    assert told(dossier) == [
        """\
story/paper.claims.yaml:3:5: CC103 no measure is named; add 'measure:', here or under 'about:'
      - quote: 63 offences
        ^"""
    ]


def test_claims_survive_a_head_at_fault(story: Story) -> None:
    head = "article:\n  published: soon\n  publsher: X\nabout: {measure: offences}\nclaims:\n"
    dossier = load(story(head=head, claims=""))
    assert [str(fault.place) + " " + fault.sentence for fault in dossier.faults] == [
        "story/paper.claims.yaml:2:14 'soon' is not a date; write it like 2020-09-03 or 3 September 2020",
        "story/paper.claims.yaml:3:3 'article' has no key 'publsher'; did you mean 'publisher'?",
    ]
    assert [claim.id for claim in claims_of(dossier)] == ["63-offences"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- a\n",
            "story/paper.claims.yaml:1:1: CC104 a claims file is a mapping of 'key: value' lines, not a list",
        ),
        (
            "just words\n",
            "story/paper.claims.yaml:1:1: CC104 a claims file is a mapping of 'key: value' lines, not 'just words'",
        ),
        ("", "story/paper.claims.yaml: CC101 the file is empty; give it 'article:' and 'claims:'"),
        (
            "article: {publisher: X}\n",
            "story/paper.claims.yaml:1:1: CC103 a claims file needs 'claims'; list the claims there",
        ),
        (
            "article: {publisher: X}\nclaims: {}\n",
            "story/paper.claims.yaml:2:9: CC104 'claims' is a list; start each claim with '- quote: ...'",
        ),
        (
            "claims: []\n",
            (
                "story/paper.claims.yaml:1:1: CC103 a claims file needs 'article'; "
                "say who published it: article: {publisher: ...}"
            ),
        ),
    ],
)
def test_a_file_that_is_no_claims_file(story: Story, text: str, expected: str) -> None:
    (fault,) = told(load(story({"paper.claims.yaml": text})))
    assert fault.split("\n")[0] == expected


# Kinds


def test_every_kind_is_read(story: Story) -> None:
    required = {
        "since": "2018/19",
        "of": "all crimes",
        "population": "residents",
        "than": "Dover",
        "among": "[2018/19]",
        "from": "2019-04-08",
        "areas": "[Dover, Deal]",
    }
    keys = {"mean": "per: residents", "total": "areas: [Dover, Deal]"}
    text = ""
    for kind in claims.KINDS:
        needed = [key.name for key in keys_of(kind) if key.is_required and key.name in required]
        more = keys.get(kind.kind) or ", ".join(f"{name}: {required[name]}" for name in needed)
        text += f"  - {{id: a-{kind.kind}, quote: 5, kind: {kind.kind}{', ' if more else ''}{more}}}\n"
    dossier = load(story(claims=text))
    assert told(dossier) == []
    assert [type(claim) for claim in claims_of(dossier)[1:]] == list(claims.KINDS)


@frozen(kw_only=True)
class Ranking(FigureClaim):
    """A place in an order: "third of the five counties"."""

    kind = "ranking"

    rivals: tuple[Figure, ...]
    best: Figure | None = None
    order: claims.TimeUnit | None = None
    since: date | None = None
    why: KnownIssue | None = None
    words: tuple[str, ...] = field(default=())

    def ratio(self) -> Ratio:
        return self.figure / 1


def test_a_new_kind_needs_nothing_here(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "KINDS", (*claims.KINDS, Ranking))
    claim = read(
        story,
        "  - {quote: third, kind: ranking, rivals: [Dover, Deal], best: Dover, order: day, since: 2019-01-01, "
        "why: {reason: x}, words: [a, b]}\n",
    )
    assert claim == Ranking(
        quote="third",
        figure=KENT,
        rivals=(KENT.at(area="Dover"), KENT.at(area="Deal")),
        best=KENT.at(area="Dover"),
        order="day",
        since=date(2019, 1, 1),
        why=KnownIssue(reason="x"),
        words=("a", "b"),
    )


def test_kinds_of_several_shapes(story: Story) -> None:
    claim = read(story, "  - {quote: 5 points, kind: points, since: 2018/19}\n")
    assert isinstance(claim, Points)
    assert claim.of is None
    claim = read(story, "  - {quote: more than in Dover, kind: comparison, than: Dover}\n")
    assert isinstance(claim, Comparison)
