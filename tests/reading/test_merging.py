"""Which numbers are taken for one figure, and what figures are called."""

import pytest

from claimcheck.reading import read

# Two articles; then how many pairs of numbers are taken for one figure.
PAIRS = [
    ("In Kent 63 thefts were recorded in 2019.", "Kent saw 63 thefts in 2019, in Kent.", 1),
    ("In Kent 63 offences were recorded in 2019.", "In Kent 65 incidents were reported in 2019.", 1),
    ("In Kent 63 thefts were recorded in 2019.", "In Surrey 63 thefts were recorded in 2019.", 0),
    ("In Kent 63 thefts were recorded in 2019.", "In Kent 63 thefts were recorded in 2018.", 0),
    ("In Kent 63 thefts were recorded in 2019.", "In Kent 63 pupils were excluded in 2019.", 0),
    ("In Kent 63 thefts were recorded in 2019/20.", "In Kent 63 thefts were recorded in 2019-20.", 1),
    ("In Kent 63 thefts were recorded in 2019.", "There were 63 thefts in 2019.", 0),
    ("In Kent £63 million was spent in 2019.", "In Kent £65 million was spent in 2019.", 0),
]


@pytest.mark.parametrize(("one", "other", "count"), PAIRS)
def test_numbers_of_two_articles(one: str, other: str, count: int) -> None:
    same = read([one, other]).same_figures
    assert len([pair for pair in same if pair.one is not None and pair.other is not None]) == count


def test_within_an_article_numbers_that_cannot_both_be_true_are_two_figures() -> None:
    story = read("In Kent 63 offences were recorded in 2019. In Kent 12 incidents in 2019 were violent.")
    assert not any(finding.is_wrong for finding in story.report)


def test_within_an_article_a_hedged_number_and_the_exact_one_are_one_figure() -> None:
    story = read("In Kent more than 60 thefts were seen in 2019. In Kent 63 thefts were recorded in 2019.")
    assert [finding.verdict.value for finding in story.report] == ["confirmed", "consistent"]


def test_the_same_words_twice_are_one_figure_and_can_be_wrong() -> None:
    story = read("In Kent 63 thefts were seen in 2019. In Kent 65 thefts were seen in 2019.")
    assert {finding.verdict.value for finding in story.report} == {"disputed"}


def test_two_changes_from_nowhere_are_not_from_one_place() -> None:
    story = read("In Kent in 2019 thefts of cars fell 5% to 63, and thefts of bikes fell 8% to 12.")
    assert not any(finding.is_wrong for finding in story.report)


def test_figures_of_one_measure_share_its_name() -> None:
    story = read("In Kent 63 thefts were recorded in 2019, up 5% on 2018. In Surrey there were 77 in 2019.")
    names = {
        figure.measure.name
        for proposal in story.proposals
        if (figure := getattr(proposal.claim, "figure", None)) is not None
    }
    assert names == {"thefts"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In all 63 thefts were recorded.", "theft"),
        ("In all £63 million was spent.", "GBP"),
        ("Turnout was 66%.", "percent"),
        ("The index stood at 113.1.", "point"),
        ("It used 30 tonnes.", "tonne"),
        ("It fell to minus 5 degrees.", "degree"),
    ],
)
def test_a_measure_has_the_unit_that_is_printed(text: str, unit: str) -> None:
    (proposal,) = read(text).proposals
    figure = getattr(proposal.claim, "figure", None)
    assert figure is not None
    assert figure.measure.unit == unit
    assert read(text).report.faults == ()
