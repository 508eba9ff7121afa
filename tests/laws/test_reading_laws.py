"""Reading: a true story is read as true, however it is told, and a false one is caught."""

from fractions import Fraction

from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimcheck.claims import Change
from claimcheck.findings import Verdict
from claimcheck.numerals import rounded
from claimcheck.reading import read

# Ways to tell of {old}, {new} and a change of {p}: as a fall or a rise, in one sentence or two.
TELLINGS = (
    "Thefts {fell} {p}% to {new} from {old}.",
    "Thefts {fell} by {p} per cent, from {old} to {new}.",
    "There were {new} thefts, {down} {p}% on the {old} the year before.",
    "There were {new} thefts, compared with {old} the year before. That is a {fall} of {p}%.",
    "In Kent there were {new} thefts in 2019/20, {down} {p}% from {old} in the previous year.",
    "In 2019 there were {new} thefts in Kent, a {p}% {fall} on the {old} of 2018.",
    "Thefts {fell} from {old} to {new}, a {fall} of {p}%.",
    "Kent counted {new} thefts in 2019 and {old} in 2018. In Kent this was a {fall} of {p}%.",
)
WORDS = {
    -1: {"fell": "fell", "down": "down", "fall": "fall"},
    1: {"fell": "rose", "down": "up", "fall": "rise"},
}

counts = st.integers(11, 99_999)


def told(telling: str, old: int, new: int, percent: int) -> str:
    return telling.format(old=f"{old:,}", new=f"{new:,}", p=abs(percent), **WORDS[1 if new > old else -1])


counted = st.tuples(counts, counts).filter(lambda pair: max(pair) < 1000 * min(pair))
"""An old and a new count; numbers that differ by thousands may borrow a scale from each other."""


def change(old: int, new: int) -> Fraction:
    return Fraction(100 * (new - old), old)


@given(st.sampled_from(TELLINGS), counted)
@example(TELLINGS[0], (77, 63))
def test_a_true_story_is_read_as_true(telling: str, pair: tuple[int, int]) -> None:
    old, new = pair
    percent = int(rounded(change(old, new), Fraction(1)))
    assume(0 < abs(percent) < 1000)
    text = told(telling, old, new, percent)
    report = read(text).report
    assert report.faults == ()
    assert not [str(finding) for finding in report if finding.is_wrong], text


@given(st.sampled_from(TELLINGS), counted, st.integers(2, 20))
@example(TELLINGS[0], (77, 63), 2)
def test_a_false_one_is_caught(telling: str, pair: tuple[int, int], slip: int) -> None:
    old, new = pair
    # round numbers may stand for others: that is for the laws of readings
    assume(old % 10 and new % 10)
    true = change(old, new)
    percent = int(rounded(true, Fraction(1)))
    wrong = percent + (slip if percent > 0 else -slip)
    assume(percent != 0 and abs(wrong) < 1000 and wrong % 10)
    report = read(told(telling, old, new, wrong)).report
    found = [finding for finding in report if isinstance(finding.claim, Change)]
    assert [finding.verdict for finding in found] == [Verdict.CONTRADICTED]


@given(st.sampled_from(TELLINGS), counted)
def test_the_change_is_tied_to_the_two_numbers(telling: str, pair: tuple[int, int]) -> None:
    old, new = pair
    percent = int(rounded(change(old, new), Fraction(1)))
    assume(0 < abs(percent) < 1000)
    story = read(told(telling, old, new, percent))
    stated = {
        getattr(one.claim, "figure", None): one.mention.value
        for one in story.proposals
        if one.claim.kind == "count"
    }
    (found,) = [one.claim for one in story.proposals if isinstance(one.claim, Change)]
    assert [stated.get(found.since), stated.get(found.figure)] == [Fraction(old), Fraction(new)]
