"""What shares, sums and means are of."""

import pytest

from claimcheck.mentions import survey
from claimcheck.reading.relations import relate

# The text; then its shares, each with the part and the whole.
SHARES = {
    "Some 21 of the 63 thefts (33%) were solved.": [("33%", "21", "63")],
    "Of the 63 thefts, 21 were solved, or one in three.": [("one in three", "21", "63")],
    "One in five of the 1,500 pupils stayed away.": [("One in five", None, "1,500")],
    "Two-thirds of all 63 councils replied.": [("Two-thirds", None, "63")],
    "There were 63 thefts. This meant 6% of all crimes were thefts.": [("6%", "63", None)],
    "The 63 thefts were a drop of 18%, yet meant 6% of all crimes were thefts.": [("6%", "63", None)],
    "Six per cent of homes are empty.": [("Six per cent", None, None)],
}

SUMS = {
    "Of the 63 thefts, 41 were solved and the remaining 22 were not.": ("63", ["41", "22"]),
    "There were 63 thefts. Of these, 41 were solved and the other 22 were not.": ("63", ["41", "22"]),
    "A total of 140 thefts were recorded: 63 in Kent and 77 in Surrey.": ("140", ["63", "77"]),
}


@pytest.mark.parametrize("text", SHARES)
def test_a_share_is_tied_to_its_part_and_whole(text: str) -> None:
    found = [
        (
            tie.share.mention.text,
            tie.part and tie.part.mention.text,
            tie.whole and tie.whole.mention.text,
        )
        for tie in relate(survey(text)).shares
    ]
    assert found == SHARES[text]


@pytest.mark.parametrize("text", SUMS)
def test_a_whole_is_tied_to_all_its_parts(text: str) -> None:
    (tie,) = relate(survey(text)).sums
    assert (tie.whole.mention.text, [part.mention.text for part in tie.parts]) == SUMS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 63 thefts, 41 were solved and 12 were violent.",  # not all of them
        "There were 140 thefts, including 63 in Kent and 77 in Surrey.",
        "He made two points: 63 shops closed and 77 opened.",
    ],
)
def test_parts_that_need_not_be_all_make_no_sum(text: str) -> None:
    assert relate(survey(text)).sums == ()


def test_a_mean_is_tied_to_what_it_is_spread_over() -> None:
    text = "There were 200 pupils in 10 schools, an average of 20 per school."
    (tie,) = relate(survey(text)).means
    assert [spot.mention.text for spot in (tie.mean, tie.total, tie.count)] == ["20", "200", "10"]


def test_a_mean_without_both_is_left_alone() -> None:
    assert relate(survey("Schools had an average of 20 per class.")).means == ()
