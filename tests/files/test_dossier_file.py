"""dossier.yaml: measures, nesting and house style."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.articles import Dossier, Nesting
from claimcheck.figures import Measure
from claimcheck.files import load
from claimcheck.periods import YearStart
from claimcheck.readings import Conventions

Story = Callable[..., Path]


def read(story: Story, text: str) -> Dossier:
    """The dossier of this head, with a claims file that says nothing."""
    empty = "article: {publisher: X}\nclaims: []\n"
    return load(story({"dossier.yaml": text, "paper.claims.yaml": empty}))


def test_all_that_it_may_say(story: Story) -> None:
    dossier = read(
        story,
        """\
measures:
  pupils: {unit: person, note: in state schools, year_start: 1 September}
  deficit: {unit: GBP, signed: true}
nesting:
  Kent: [Dover, Deal]
  Sussex: {parts: [East Sussex, West Sussex], exhaustive: yes}
accept: [truncated, round number]
hedges:
  north of: more than
""",
    )
    assert dossier.faults == ()
    assert dossier.measures == (
        Measure(name="deficit", unit="GBP", signed=True),
        Measure(name="pupils", unit="person", year_start=YearStart(9, 1)),
    )
    assert dossier.measures[1].note == "in state schools"
    assert dossier.nesting == (
        Nesting(whole="Kent", parts=("Dover", "Deal")),
        Nesting(whole="Sussex", parts=("East Sussex", "West Sussex"), is_exhaustive=True),
    )
    assert str(dossier.nesting[1].place) == "story/dossier.yaml:6:3"
    assert dossier.conventions == Conventions(
        accept=frozenset({"truncated", "round number"}), hedges={"north of": "more than"}
    )


GOOD = "measures: {pupils: {unit: person}}\n"
FAULTS = {
    "measures: {a: person}": (
        "1:15",
        6,
        "CC104 the measure 'a' is a mapping of 'key: value' lines, not 'person'",
    ),
    "measures: {a: {unt: person}}": (
        "1:16",
        3,
        "CC102 the measure 'a' has no key 'unt'; did you mean 'unit'?",
    ),
    "measures: {a: {unit: '%'}}": (
        "1:22",
        3,
        "CC104 '%' is no unit; name it in words, such as percent, GBP or offence",
    ),
    "measures: {a: {unit: gbp}}": ("1:22", 3, "CC102 'gbp' is no unit; did you mean 'GBP'?"),
    "measures: {a: {unit: tonnes}}": ("1:22", 6, "CC102 'tonnes' is no unit; did you mean 'tonne'?"),
    "measures: {a: {unit: x, signed: maybe}}": (
        "1:33",
        5,
        "CC104 'maybe' is neither true nor false; write true or false",
    ),
    "measures: {a: {unit: x, year_start: 30 February}}": (
        "1:37",
        11,
        "CC104 '30 February' is not a day of every year; write it like '1 April'",
    ),
    "measures: [a]": ("1:11", 1, "CC104 'measures' is a mapping of 'key: value' lines, not a list"),
    "mesures: {}": ("1:1", 7, "CC102 dossier.yaml has no key 'mesures'; did you mean 'measures'?"),
    GOOD + "nesting: {A: [A, B]}": (
        "2:11",
        1,
        "CC110 'A' cannot be a part of itself; take it out of the list",
    ),
    GOOD + "nesting: {A: [B, B]}": (
        "2:11",
        1,
        "CC109 'B' is listed twice among the parts of 'A'; delete one of them",
    ),
    GOOD + "nesting: {A: B}": (
        "2:14",
        1,
        "CC104 the nesting of 'A' is a mapping of 'key: value' lines, not 'B'",
    ),
    GOOD + "nesting: {A: {parts: [B], exhastive: true}}": (
        "2:27",
        9,
        "CC102 the nesting of 'A' has no key 'exhastive'; did you mean 'exhaustive'?",
    ),
    GOOD + "accept: [trunkated]": (
        "2:10",
        9,
        "CC102 there is no loose reading 'trunkated'; did you mean 'truncated'?",
    ),
    GOOD + "accept: truncated": ("2:9", 9, "CC104 a single text where a list belongs; write [truncated]"),
    GOOD + "hedges: {north of: more then}": (
        "2:20",
        9,
        "CC102 there is no hedge 'more then'; did you mean 'more than'?",
    ),
}


@pytest.mark.parametrize(
    ("text", "expected"), FAULTS.items(), ids=[str(number) for number in range(len(FAULTS))]
)
def test_a_fault(story: Story, text: str, expected: tuple[str, int, str]) -> None:
    where, width, words = expected
    line, column = map(int, where.split(":"))
    shown = f"    {text.splitlines()[line - 1]}\n    {' ' * (column - 1)}{'^' * width}"
    faults = [str(fault) for fault in read(story, text).faults]
    assert f"story/dossier.yaml:{where}: {words}\n{shown}" in faults
    assert all(
        "needs 'measures'" in fault or "needs 'unit'" in fault for fault in faults if words not in fault
    )


def test_what_is_right_is_kept(story: Story) -> None:
    dossier = read(
        story, "measures:\n  good: {unit: person}\n  bad: {}\nnesting:\n  A: [B]\n  C: C\naccept: [x]\n"
    )
    assert [measure.name for measure in dossier.measures] == ["good"]
    assert dossier.nesting == (Nesting(whole="A", parts=("B",)),)
    assert [str(fault.place) for fault in dossier.faults] == [
        "story/dossier.yaml:3:8",
        "story/dossier.yaml:6:6",
        "story/dossier.yaml:7:10",
    ]


def test_a_claim_about_a_measure_at_fault_points_there(story: Story) -> None:
    folder = story(
        {"dossier.yaml": "measures:\n  offences: {unit: '%'}\n"},
        head="article: {publisher: X}\nabout: {measure: offences}\nclaims:\n",
        claims="",
    )
    assert [fault.sentence for fault in load(folder).faults] == [
        "'%' is no unit; name it in words, such as percent, GBP or offence",
        "the measure 'offences' could not be read; see story/dossier.yaml:2:3",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "story/dossier.yaml: CC101 no such file; declare the measures in it"),
        ("", "story/dossier.yaml: CC101 the file is empty; declare the measures in it"),
        (
            "- a\n",
            "story/dossier.yaml:1:1: CC104 dossier.yaml is a mapping of 'key: value' lines, not a list",
        ),
        (
            "accept: []\n",
            "story/dossier.yaml:1:1: CC103 dossier.yaml needs 'measures'; declare each measure there, with its unit",
        ),
    ],
)
def test_a_dossier_without_measures(story: Story, text: str | None, words: str) -> None:
    (fault,) = (
        read(story, text).faults
        if text is not None
        else load(
            story({"dossier.yaml": None, "paper.claims.yaml": "article: {publisher: X}\nclaims: []\n"})
        ).faults
    )
    assert str(fault).split("\n")[0] == words


@pytest.mark.parametrize(
    ("unit", "meant"), [("km", "kilometre"), ("kg", "kilogram"), ("pounds", "GBP"), ("dollars", "USD")]
)
def test_an_abbreviated_unit_is_no_new_counted_thing(story: Story, unit: str, meant: str) -> None:
    dossier = load(story({"dossier.yaml": f"measures:\n  length: {{unit: {unit}}}\n"}, claims=""))
    assert f"{unit!r} is no unit; did you mean {meant!r}?" in str(dossier.faults[0])
