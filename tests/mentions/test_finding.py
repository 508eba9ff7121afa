"""Finding: mentions at their places in the text, with what is counted, where and when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import FloatRefused
from claimcheck.mentions import MentionKind, find
from claimcheck.mentions.finding import survey
from claimcheck.numerals import find as find_numerals
from claimcheck.periods import Period

TEXT = (
    "Thefts in Kent fell by more than 18% to 63 in 2019/20, from 77 the year before.\n\n"
    "In Surrey two thirds of the 12 wards were shut. Call 101."
)


def test_mentions_are_found_in_order_and_at_their_places() -> None:
    mentions = find(TEXT)
    assert [mention.text for mention in mentions] == [
        "18%",
        "63",
        "2019/20",
        "77",
        "the year before",
        "two thirds",
        "12",
        "101",
    ]
    for mention in mentions:
        assert TEXT[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It was seven per cent.", "seven"),
        ("It was £1.6 million.", "£1.6 million"),
        ("It took 17 months.", "17"),
        ("It was two thirds of them.", "two thirds"),
        ("It was one in five of them.", "one in five"),
        ("It was in 2019/20.", "2019/20"),
        ("The under-18s came.", "18"),
    ],
)
def test_the_number_alone_has_its_place(text: str, number: str) -> None:
    (mention,) = find(text)
    assert text[mention.number_start : mention.number_end] == number


def test_context_is_taken_from_the_words_beside_a_number() -> None:
    by_text = {mention.text: mention for mention in find(TEXT)}
    change, now, before, wards = (by_text[text] for text in ("18%", "63", "77", "12"))
    assert (change.area, change.hedge, change.noun) == ("Kent", "more than", "Thefts")
    assert (now.area, now.period) == ("Kent", Period.parse("2019/20"))
    assert before.period == Period.parse("2018/19")
    assert (wards.area, wards.noun) == ("Surrey", "wards")
    assert "area" not in wards.inherited


def test_what_is_left_open_is_taken_from_the_words_before() -> None:
    *_, last = find("In Kent there were 63 thefts in 2019/20. Of these 14 were solved.")
    assert (last.text, last.area, last.period) == ("14", "Kent", Period.parse("2019/20"))
    assert {"area", "period"} <= last.inherited


def test_last_year_is_counted_from_the_day_of_publication() -> None:
    text = "Last year 63 were held."
    assert find(text, published=date(2021, 5, 1))[0].period == Period.parse("2020")
    assert find(text)[0].period is None


def test_house_hedges_are_read() -> None:
    assert find("north of 63 came", hedges={"north of": "more than"})[0].hedge == "more than"


def test_an_age_has_its_hedge() -> None:
    (mention,) = find("A man aged about 40 was held.")
    assert (mention.kind, str(mention.value), mention.hedge) == (MentionKind.AGE, "40", "about")


def test_a_claim_has_a_value_and_a_date_has_none() -> None:
    for mention in find(TEXT):
        assert (mention.value is not None) or not mention.is_claim
        assert (mention.numeral is None) == (mention.value is None)


def test_sentences_hold_the_mentions() -> None:
    result = survey(TEXT)
    assert [len(sentence.spots) for sentence in result.sentences] == [5, 2, 1]
    assert result.mentions == find(TEXT)
    for sentence in result.sentences:
        assert all(sentence.first <= spot.first < spot.last <= sentence.last for spot in sentence.spots)


def test_floats_are_refused() -> None:
    with pytest.raises((FloatRefused, TypeError, AttributeError)):
        find(17.5)  # type: ignore[arg-type]


_bits = st.sampled_from(
    "63 77 2019 2019/20 17% one half a in of out between and to from up more than - \u2013 £ million per cent"
    " day , . ( ) rose or May Kent Years junctions twice every times [ ] + 100 000 Q2 3.9.20 \u00b0 ' m s"
    " minus sub \u00d7 / the year before last \n \n\n".split(" ")
)


@given(st.lists(st.tuples(_bits, st.sampled_from(["", " "])).map("".join), max_size=25).map("".join))
def test_any_words_can_be_searched(text: str) -> None:
    last = 0
    for mention in find(text):
        assert last <= mention.start <= mention.number_start < mention.number_end <= mention.end
        assert text[mention.start : mention.end] == mention.text
        last = mention.end


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for mention in find(text):
        assert text[mention.start : mention.end] == mention.text


@given(st.lists(_bits, max_size=25).map(" ".join))
def test_a_claim_is_a_numeral_that_is_found_alone_as_well(text: str) -> None:
    numerals = {(numeral.start, numeral.end) for numeral in find_numerals(text)}
    for mention in find(text):
        assert (mention.start, mention.end) in numerals or not mention.is_claim
