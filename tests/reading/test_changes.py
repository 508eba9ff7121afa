"""What a change is from, and to: a table of the ways in which print says it."""

import pytest

from claimcheck.findings import Confidence
from claimcheck.mentions import survey
from claimcheck.reading.relations import relate

# The text; then its changes, each with the level before and the level after.
CHANGES = {
    # from and to
    "Thefts fell 18% to 63 from 77.": [("18%", "77", "63")],
    "Thefts fell by 18% from 77 to 63.": [("18%", "77", "63")],
    "Thefts fell from 77 to 63, a drop of 18%.": [("18%", "77", "63")],
    "Thefts dropped 18 per cent last year, from 77 to 63.": [("18 per cent", "77", "63")],
    "Arrests rose to 77 from 63, up 22%.": [("22%", "63", "77")],
    "A 22% rise in arrests to 77 from 63 was welcomed.": [("22%", "63", "77")],
    "Fines of £1.2m were issued, up 20% from £1m.": [("20%", "£1m", "£1.2m")],
    # compared, against, over, on, at, totalling
    "Thefts fell 18% to 63, compared with 77 in 2018.": [("18%", "77", "63")],
    "Arrests were up 22 per cent at 77 against 63.": [("22 per cent", "63", "77")],
    "Arrests were up 22%, totalling 77, versus 63 before.": [("22%", "63", "77")],
    "There were 77 arrests, a 22% increase on the 63 the year before.": [("22%", "63", "77")],
    "There were 77 arrests, up 22% over 63 in 2018.": [("22%", "63", "77")],
    # the level comes first
    "The 63 recorded was a drop of 18% from 77.": [("18%", "77", "63")],
    "The figure of 63 was 18% lower than the 77 of 2018.": [("18%", "77", "63")],
    "There were 63 thefts, down 18%.": [("18%", None, "63")],
    "A 40% increase was seen in Leeds, with 84 cases in all.": [("40%", None, "84")],
    # the same change in two units
    "Spending rose £3m, or 5%, to £63m.": [("£3m", None, "£63m"), ("5%", None, "£63m")],
    "The index lost 20 points (or 2%) to 980.": [("20 points", None, "980"), ("2%", None, "980")],
    # multiples
    "Complaints doubled to 84 from 42.": [("doubled", "42", "84")],
    "Complaints more than trebled, from 12 to 40.": [("trebled", "12", "40")],
    "It had 63 calls, three times as many as the 21 in 2018.": [("three times", "21", "63")],
    # points
    "Turnout rose three percentage points to 66% from 63%.": [("three percentage points", "63%", "66%")],
    # two changes, each with its own
    "Thefts fell 18% to 63 from 77, while arrests rose 10% to 11 from 10.": [
        ("18%", "77", "63"),
        ("10%", "10", "11"),
    ],
    "Car sales rose 5% to 105 from 100 and truck sales rose 10% to 22 from 20.": [
        ("5%", "100", "105"),
        ("10%", "20", "22"),
    ],
    "Demand was 6.6 million tonnes, off 0.3% from 6.7 million, and supply fell 5% to 19 from 20.": [
        ("0.3%", "6.7 million", "6.6 million tonnes"),
        ("5%", "20", "19"),
    ],
    # what belongs to something else
    "Exports fell by 6%, with a surge in imports from 30 to 45 tonnes.": [("6%", None, None)],
    "Thefts fell 18%, according to 63 officers.": [("18%", None, None)],
    "Thefts fell 18% and there were 63 robberies.": [("18%", None, None)],
    "Spending rose to £4.2m from 3.9, up 8%.": [("8%", None, "£4.2m")],
    # from the sentence before
    "There were 63 thefts, compared to 77 in 2018. That is a drop of 18%.": [("18%", "77", "63")],
    "In Kent there were 63 thefts. However, this was a drop of 18%.": [("18%", None, "63")],
    "There were 63 thefts. Violence fell 18%.": [("18%", None, None)],
    "Leeds had 63 and there were 40 in York. In York this was a rise of 5%.": [("5%", None, "40")],
}


@pytest.mark.parametrize("text", CHANGES)
def test_a_change_is_tied_to_its_levels(text: str) -> None:
    found = [
        (change.mention.text, tie.old and tie.old.mention.text, tie.new and tie.new.mention.text)
        for tie in relate(survey(text)).ties
        for change in tie.changes
    ]
    assert found == CHANGES[text]


def test_two_numbers_that_may_both_be_meant_are_both_proposed_and_weak() -> None:
    ties = relate(survey("There were 63 thefts and 40 burglaries. That is a drop of 18%.")).ties
    assert [tie.new and tie.new.mention.text for tie in ties] == ["63", "40"]
    assert {tie.confidence for tie in ties} == {Confidence.WEAK}
    assert ties[0].reasons == ("it may be said of 63 or 40: here of 63",)


def test_numbers_that_are_compared_without_a_change_are_set_apart() -> None:
    (tie,) = relate(survey("Kent had 63 thefts in 2019 compared with 77 in Sussex.")).ties
    assert not tie.changes
    assert tie.reasons == ("63 is compared with 77",)


def test_two_pairs_of_one_sentence_are_two_pairs_each_with_its_verb() -> None:
    found = survey("Thefts rose from 63 to 77, and robberies dropped from 9 to 5.")
    pairs = [
        (
            found.tokens.words[tie.turn or 0],
            tie.old and tie.old.mention.text,
            tie.new and tie.new.mention.text,
        )
        for tie in relate(found).ties
    ]
    assert pairs == [("rose", "63", "77"), ("dropped", "9", "5")]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Sales rose 8% on a like-for-like basis to £118m from £100m.", "like-for-like"),
        ("Underlying sales rose 8% to £118m from £100m.", "Underlying"),
        ("Sales rose 8% in real terms to £118m from £100m.", "real terms"),
        ("Sales rose 8% to £118m from £100m, excluding fuel.", "excluding"),
        ("The krona rose 2% against the dollar to 9.8 from 10.1.", "against the dollar"),
        ("Sales rose 8% to £118m from £100m, with same-store sales up 5%.", None),
        ("Sales rose 8% to £118m from £100m.", None),
    ],
)
def test_words_that_name_another_basis_are_noticed(text: str, basis: str | None) -> None:
    assert relate(survey(text)).ties[0].basis == basis


def test_a_basis_goes_on_while_the_subject_does() -> None:
    text = "The krona rose 2% against the dollar to 9.8 from 10.1 and was up 9% from 10.9."
    assert [tie.basis for tie in relate(survey(text)).ties] == ["against the dollar"] * 2
