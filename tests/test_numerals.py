"""Numbers as printed: what is read, what is left alone, and how it is printed again."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.errors import Fault, FloatRefused
from claimcheck.numerals import (
    DIRECTION_WORDS,
    HEDGE_WORDS,
    NAMED_FRACTIONS,
    Direction,
    Numeral,
    Style,
    find,
    fraction_neighbours,
)
from claimcheck.numerals.hedges import hedged, stands_after
from claimcheck.numerals.units import ONLY_TOUCHING, TOUCHING_UNITS, UNIT_WORDS

RISE, FALL = Direction.RISE, Direction.FALL

# phrase, text, value, place, unit, style
READ = [
    ("17%", "17%", "17", "1", "percent", Style.DIGITS),
    ("17 %", "17 %", "17", "1", "percent", Style.DIGITS),
    ("18.0% of them", "18.0%", "18", "1/10", "percent", Style.DIGITS),
    ("seven per cent", "seven per cent", "7", "1", "percent", Style.WORDS),
    ("16 per cent", "16 per cent", "16", "1", "percent", Style.DIGITS),
    ("7.0 pct", "7.0 pct", "7", "1/10", "percent", Style.DIGITS),
    (".5 pct", ".5 pct", "1/2", "1/10", "percent", Style.DIGITS),
    ("half a per cent", "half a per cent", "1/2", "1/2", "percent", Style.WORDS),
    ("0.5 percentage points", "0.5 percentage points", "1/2", "1/10", "percentage point", Style.DIGITS),
    ("one percentage point", "one percentage point", "1", "1", "percentage point", Style.WORDS),
    ("25 basis points", "25 basis points", "1/4", "1/100", "percentage point", Style.DIGITS),
    ("3 points", "3 points", "3", "1", "point", Style.DIGITS),
    ("a 3 point lead", "3 point", "3", "1", "point", Style.DIGITS),
    ("three points", "three points", "3", "1", "point", Style.WORDS),
    ("one point", "one point", "1", "1", "point", Style.WORDS),
    ("3.5 points", "3.5", "7/2", "1/10", None, Style.DIGITS),
    ("3 ppts", "3 ppts", "3", "1", "percentage point", Style.DIGITS),
    ("four-fold", "four-fold", "4", "1", "times", Style.FOLD),
    ("fourfold", "fourfold", "4", "1", "times", Style.FOLD),
    ("a 10-fold", "10-fold", "10", "1", "times", Style.FOLD),
    ("10 times", "10 times", "10", "1", "times", Style.DIGITS),
    ("2.5x", "2.5x", "5/2", "1/10", "times", Style.DIGITS),
    ("three times as many", "three times", "3", "1", "times", Style.WORDS),
    ("doubled", "doubled", "2", "1", "times", Style.VERB),
    ("offences double in a year", "double", "2", "1", "times", Style.VERB),
    ("halved", "halved", "1/2", "1/10", "times", Style.VERB),
    ("trebled", "trebled", "3", "1", "times", Style.VERB),
    ("tripled", "tripled", "3", "1", "times", Style.VERB),
    ("quadrupled", "quadrupled", "4", "1", "times", Style.VERB),
    ("twice as many", "twice", "2", "1", "times", Style.VERB),
    ("£1.6 million", "£1.6 million", "1600000", "100000", "GBP", Style.DIGITS),
    ("£1.6-million", "£1.6-million", "1600000", "100000", "GBP", Style.DIGITS),
    ("£250,000", "£250,000", "250000", "1", "GBP", Style.DIGITS),
    ("$3.2bn", "$3.2bn", "3200000000", "100000000", "USD", Style.DIGITS),
    ("A$3.2bn", "A$3.2bn", "3200000000", "100000000", "AUD", Style.DIGITS),
    ("€5 m", "€5 m", "5000000", "1000000", "EUR", Style.DIGITS),
    ("3p", "3p", "3/100", "1/100", "GBP", Style.DIGITS),
    ("30 pence", "30 pence", "3/10", "1/100", "GBP", Style.DIGITS),
    ("1.2m", "1.2m", "1200000", "100000", None, Style.DIGITS),
    ("5m people", "5m", "5000000", "1000000", None, Style.DIGITS),
    ("1.45 mln tonnes", "1.45 mln tonnes", "1450000", "10000", "tonne", Style.DIGITS),
    ("276.7 mln dlrs", "276.7 mln dlrs", "276700000", "100000", "USD", Style.DIGITS),
    ("10,058", "10,058", "10058", "1", None, Style.DIGITS),
    ("10\u2009058", "10\u2009058", "10058", "1", None, Style.DIGITS),
    ("17\u00a0months", "17\u00a0months", "17", "1", "month", Style.DIGITS),
    ("a 17-month wait", "17-month", "17", "1", "month", Style.DIGITS),
    ("-3.5", "-3.5", "-7/2", "1/10", None, Style.DIGITS),
    ("\u22123.5", "\u22123.5", "-7/2", "1/10", None, Style.DIGITS),
    ("minus 3", "minus 3", "-3", "1", None, Style.DIGITS),
    ("minus 3.5%", "minus 3.5%", "-7/2", "1/10", "percent", Style.DIGITS),
    ("minus £2m", "minus £2m", "-2000000", "1000000", "GBP", Style.DIGITS),
    ("minus three degrees", "minus three degrees", "-3", "1", "degree", Style.WORDS),
    ("3½", "3½", "7/2", "1/4", None, Style.DIGITS),
    ("¾", "¾", "3/4", "1/15", "fraction", Style.NAMED_FRACTION),
    ("two thirds", "two thirds", "2/3", "3/40", "fraction", Style.NAMED_FRACTION),
    ("two-thirds", "two-thirds", "2/3", "3/40", "fraction", Style.NAMED_FRACTION),
    ("a quarter", "a quarter", "1/4", "1/15", "fraction", Style.NAMED_FRACTION),
    ("half of them", "half", "1/2", "1/10", "fraction", Style.NAMED_FRACTION),
    ("one in five", "one in five", "1/5", "4/99", "fraction", Style.ONE_IN),
    ("1 in 5", "1 in 5", "1/5", "4/99", "fraction", Style.ONE_IN),
    ("one in every five", "one in every five", "1/5", "4/99", "fraction", Style.ONE_IN),
    ("nine out of 10", "nine out of 10", "9/10", "1/10", "fraction", Style.OUT_OF),
    ("0 out of 10", "0 out of 10", "0", "1/10", "fraction", Style.OUT_OF),
    ("nine in ten", "nine in ten", "9/10", "1/10", "fraction", Style.OUT_OF),
    ("a dozen", "a dozen", "12", "1", None, Style.WORDS),
    ("two dozen", "two dozen", "24", "1", None, Style.WORDS),
    ("half a dozen", "half a dozen", "6", "1", None, Style.WORDS),
    ("a hundred", "a hundred", "100", "1", None, Style.WORDS),
    ("half a million", "half a million", "500000", "100000", None, Style.WORDS),
    ("a quarter of a million", "a quarter of a million", "250000", "100000", None, Style.WORDS),
    ("one and a half million", "one and a half million", "1500000", "250000", None, Style.WORDS),
    ("one and a half", "one and a half", "3/2", "1/4", None, Style.WORDS),
    ("twenty-five", "twenty-five", "25", "1", None, Style.WORDS),
    ("one hundred and five", "one hundred and five", "105", "1", None, Style.WORDS),
    ("two thousand three hundred", "two thousand three hundred", "2300", "1", None, Style.WORDS),
    ("two million", "two million", "2000000", "1000000", None, Style.WORDS),
    ("between 20 and 25", "between 20 and 25", "20", "1", None, Style.RANGE),
    ("20-25", "20-25", "20", "1", None, Style.RANGE),
    ("20\u201325%", "20\u201325%", "20", "1", "percent", Style.RANGE),
    ("20 to 25", "20 to 25", "20", "1", None, Style.RANGE),
    ("£20m-£25m", "£20m-£25m", "20000000", "1000000", "GBP", Style.RANGE),
    ("between 2 and 3 million", "between 2 and 3 million", "2000000", "1000000", None, Style.RANGE),
]


@pytest.mark.parametrize(("phrase", "text", "value", "place", "unit", "style"), READ)
def test_a_numeral_is_read(
    phrase: str, text: str, value: str, place: str, unit: str | None, style: Style
) -> None:
    numeral = Numeral.parse(phrase)
    assert (numeral.text, numeral.value, numeral.place) == (text, Fraction(value), Fraction(place))
    assert (numeral.unit, numeral.style) == (unit, style)
    assert phrase[numeral.start : numeral.end] == text
    assert (numeral.hedge, numeral.direction, numeral.per) == (None, None, None)


@pytest.mark.parametrize("words", sorted(UNIT_WORDS))
def test_every_unit_word_is_read(words: str) -> None:
    numeral = Numeral.parse(f"7{words}" if words in ONLY_TOUCHING else f"7 {words}")  # "7 p" may be a page
    unit, size = UNIT_WORDS[words]
    assert (numeral.unit, numeral.value) == (unit, 7 * size)


def test_the_units_that_may_touch_digits_are_units() -> None:
    assert set(UNIT_WORDS) >= TOUCHING_UNITS


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10 minus 3", [10, 3]),
        ("ten minus 3", [10, 3]),
        ("10% minus 3%", [10, 3]),
        ("plus or minus 3", [3]),
        ("about minus 3", [-3]),
        ("between minus 5 and minus 3", [-5]),
        ("minus two thirds", [Fraction(2, 3)]),
        ("minus -3", [-3]),
    ],
)
def test_minus_is_a_sign_where_nothing_is_subtracted(text: str, values: list[Fraction]) -> None:
    assert [numeral.value for numeral in find(text)] == values


@pytest.mark.parametrize("text", ["a 3-point plan", "at one point", "the year 2000 points that way"])
def test_some_points_are_not_counted(text: str) -> None:
    assert find(text) == ()


def test_decimals_said_aloud_have_no_points() -> None:
    assert [numeral.unit for numeral in find("three point five")] == [None, None]


def test_none_out_of_some_is_a_share_but_none_in_some_is_not() -> None:
    assert [numeral.value for numeral in find("0 in 10")] == [0, 10]


@pytest.mark.parametrize(
    ("phrase", "upper"),
    [("between 20 and 25", 25), ("20-25", 25), ("£20-£25", 25), ("2-3 million", 3_000_000), ("20", None)],
)
def test_a_range_has_an_upper_end(phrase: str, upper: int | None) -> None:
    assert Numeral.parse(phrase).upper == upper


@pytest.mark.parametrize(
    ("phrase", "in_full"),
    [
        *[(phrase, True) for phrase in ("63", "10,058", "seven", "17%", "a dozen", "ten thousand", "20-25")],
        *[
            (phrase, False)
            for phrase in ("1.2m", "1.6 million", "18.5", "two million", "doubled", "half", "3½")
        ],
    ],
)
def test_a_whole_number_may_be_printed_in_full(phrase: str, in_full: bool) -> None:
    assert Numeral.parse(phrase).in_full is in_full


@pytest.mark.parametrize(
    ("phrase", "per"),
    [
        ("15 a day", "day"),
        ("15 child offences a day between April 2016 and March 2017", "day"),
        ("700 people are arrested here each month", "month"),
        ("£1.6 million a year", "year"),
        ("12 per week", "week"),
        ("12 every hour", "hour"),
        ("12 arrests daily", "day"),
        ("32 per 100,000 people", Fraction(100_000)),
        ("32 in every 1,000", Fraction(1000)),
        ("5 per million", Fraction(1_000_000)),
        ("63 in a year", None),
        ("63, a year after the first", None),
        ("63 a year earlier", None),
        ("63 but no more each month", None),
    ],
)
def test_a_rate_is_read_from_the_words_after_the_number(phrase: str, per: str | Fraction | None) -> None:
    assert Numeral.parse(phrase).per == per


@pytest.mark.parametrize("words", sorted(HEDGE_WORDS))
def test_every_hedge_word_is_read(words: str) -> None:
    phrase = f"reports say {hedged(words, '63')}"
    numeral = Numeral.parse(phrase)
    assert (numeral.text, numeral.hedge, numeral.hedge_text) == ("63", HEDGE_WORDS[words], words)
    assert Numeral.parse(phrase.upper()).hedge == HEDGE_WORDS[words]


@pytest.mark.parametrize(
    ("phrase", "hedge", "hedge_text"),
    [
        ("More than 750", "more than", "More than"),
        ("topped 10,000", "more than", "topped"),
        ("no more than 5", "at most", "no more than"),
        ("just over 5", "just over", "just over"),
        ("more than a 17% rise", "more than", "more than"),
        ("more than doubled", "more than", "more than"),
        ("almost half", "almost", "almost"),
        ("about one in five", "about", "about"),
        ("20 people or more", "at least", "or more"),
        ("~60", "about", "~"),
        ("<5", "fewer than", "<"),
        ("10,000+", "at least", "+"),
        ("just 10", None, None),
        ("made up to 752", None, None),
        ("a hangover 63", None, None),
    ],
)
def test_the_longest_hedge_beside_the_number_counts(
    phrase: str, hedge: str | None, hedge_text: str | None
) -> None:
    numeral = Numeral.parse(phrase)
    assert (numeral.hedge, numeral.hedge_text) == (hedge, hedge_text)


def test_a_comparison_is_no_hedge() -> None:
    fourteen, other = find("14 more than 63")
    assert (fourteen.direction, other.hedge) == (RISE, None)


def test_house_style_adds_and_overrides_hedges() -> None:
    hedges = {"north of": "more than", "some": "at least", "or  thereabove": "at least"}
    assert Numeral.parse("north of 60", hedges=hedges).hedge == "more than"
    assert Numeral.parse("some 60", hedges=hedges).hedge == "at least"
    assert Numeral.parse("60 or thereabove", hedges=hedges).hedge == "at least"


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("a 17% decrease", [FALL]),
        ("a drop of 18%", [FALL]),
        ("rose 7 per cent to 427 from 398", [RISE, None, None]),
        ("14 fewer", [FALL]),
        ("14 offences more than the year before", [RISE]),
        ("an 89% INCREASE in cases, with 247 seen", [RISE, None]),
        ("up 3%", [RISE]),
        ("fell by 14", [FALL]),
        ("cut by £3m", [FALL]),
        ("down one percentage point", [FALL]),
        ("fell from 77 to 63", [None, None]),
        ("it made up 6% of the total", [None]),
        ("a four-fold increase", [RISE]),
        ("arrests doubled after a rise", [None]),
        ("rose in the past 12 months by 17%", [None, RISE]),
        ("fell £3m, or 4%, to £72m", [FALL, FALL, None]),
        ("turnout was 66%, down from 70%", [None, None]),
        ("Crime rose. It was 17% of the total.", [None]),
        ("17% higher", [RISE]),
        ("63 fell ill", [None]),
        ("up to 17%", [None]),
        ("fewer than 17", [None]),
    ],
)
def test_a_direction_word_belongs_to_the_nearest_number_it_fits(
    text: str, directions: list[Direction | None]
) -> None:
    assert [numeral.direction for numeral in find(text)] == directions


@pytest.mark.parametrize(
    "word", sorted(set(DIRECTION_WORDS) - set("more fewer less greater larger bigger smaller".split()))
)
def test_every_direction_word_points_before_a_percentage(word: str) -> None:
    assert Numeral.parse(f"it {word} by 17%").direction is DIRECTION_WORDS[word]


@pytest.mark.parametrize("word", "more fewer less greater larger bigger smaller".split())
def test_every_comparative_points_after_a_percentage(word: str) -> None:
    assert Numeral.parse(f"17% {word}").direction is DIRECTION_WORDS[word]


NOT_NUMERALS = """
2019/20 | 2019-20 | 2019\u201320 | 2019/2020 | 2019 to 2020 | in 2019 | between 2016 and 2019 | since 1999
April 2016 | 3rd Sep 2020 | 3 September 2020 | September 3, 2020 | Sept. 3 | the 3rd of March | the 1990s
between April 2016 and March 2017 | the year to March 2020 | Q2 2021 | 31/03/2020 | 2020-09-03 | first half
9.30am | 9 a.m. on Monday | at 9.30 | 10:30 | nine o'clock | 9 o'clock
0300 456 0108 | call 999 | the line, 101, is open | +44 20 7946 0000 | 555 1234
a victim under-18 | aged under 16 | aged 16 to 24 | children under 16 | a 16-year-old boy
16 years old | Smith, 25, said | ages 5-11 | aged nine | aged between 16 and 24 | nine months of age
O2 | Covid-19 | A303 | M25 | G20 | 4x4 | 5G | 3D | Channel 4 | World War Two | No 10
page 63 | Year 10 | #1 | 24/7 | won 3-1 | lost 2-3 | 60-40 | 192.168.0.1 | 1,2,3 | 007 | 1e9
hundreds of people | dozens | a few hundred | several thousand | no one | one of the best | the third man
the first half | the third quarter | double room | halves of beer | a two-tier system
a 63-page report | one-off | 2019 figures | the 2019 season
"""


@pytest.mark.parametrize(
    "phrase", [one.strip() for one in NOT_NUMERALS.replace("\n", "|").split("|") if one.strip()]
)
def test_what_counts_nothing_is_left_alone(phrase: str) -> None:
    assert find(phrase) == ()


def test_a_year_like_number_can_be_a_quantity() -> None:
    assert find("more than 2000 homes")[0].value == 2000
    assert find("some 1,950 in all")[0].value == 1950
    assert find("£2019")[0].value == 2019
    assert Numeral.parse("1950 offences").value == 1950


def test_numbers_in_running_text() -> None:
    text = (
        "The force logged 63 in 2019/20, down 18% from 77; "
        "a neighbour\u2019s 131 rose 89 per cent to 247.\n\n"
        "\u201cMore than one in five\u201d came after almost 17\u00a0months \u2014 "
        "or \u00a31.6\u00a0million later."
    )
    found = find(text)
    assert [str(numeral) for numeral in found] == [
        "63",
        "fall of 18%",
        "77",
        "131",
        "rise of 89 per cent",
        "247",
        "More than one in five",
        "almost 17\u00a0months",
        "£1.6\u00a0million",
    ]
    assert all(text[numeral.start : numeral.end] == numeral.text for numeral in found)


# Faults


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("", "CC106 no number in ''; quote the words that hold the number"),
        ("in 2019/20", "CC106 no number in 'in 2019/20'; quote the words that hold the number"),
        ("from 77 to 63", "CC106 two numbers in 'from 77 to 63' ('77' and '63'); say which one is meant"),
        ("63, 77, 89", "CC106 three numbers in '63, 77, 89' ('63', '77' and '89'); say which one is meant"),
        ("1" * 31, f"CC104 a number of more than 30 digits in {'1' * 31!r}; write at most 30 digits"),
    ],
)
def test_a_text_without_exactly_one_number_is_a_fault(phrase: str, message: str) -> None:
    with pytest.raises(Fault) as caught:
        Numeral.parse(phrase)
    assert str(caught.value) == message


def test_floats_are_refused() -> None:
    with pytest.raises(FloatRefused):
        Numeral.parse(17.5)  # type: ignore[arg-type]
    with pytest.raises(FloatRefused):
        Numeral.parse("17%").restate(17.5)  # type: ignore[arg-type]


def test_shy_words_count_when_nothing_else_does() -> None:
    assert Numeral.parse("one incident").value == 1
    assert find("one incident") == ()


# Printing

RESTATED = [
    ("17%", "200/11", "18%"),
    ("17%", "-35/2", "18%"),
    ("18.0%", "18.18", "18.2%"),
    ("seven per cent", "8", "eight per cent"),
    ("Seven per cent", "22", "Twenty-two per cent"),
    ("one percentage point", "2", "two percentage points"),
    ("2 years", "1", "1 year"),
    ("1 per cent", "3", "3 per cent"),
    ("one per cent", "3", "three per cent"),
    ("1 mile an hour", "3", "3 miles an hour"),
    ("3 square feet", "1", "1 square foot"),
    ("3 kg", "1", "1 kg"),
    ("4 times", "1.3", "1.3 times"),
    ("3 times", "1", "1.0 times"),
    ("nine in 10", "0", "0%"),
    ("four-fold", "1.3", "1.3-fold"),
    ("17-month", "18", "18-month"),
    ("£1.6 million", "1650000", "£1.7 million"),
    ("3p", "0.05", "5p"),
    ("10,058", "10104", "10,104"),
    ("1500", "12345", "12345"),
    ("750", "1752", "1,752"),
    ("10\u2009058", "10104", "10\u2009104"),
    ("-3.5", "-4", "-4.0"),
    ("-3.5", "2", "2.0"),
    ("minus 3.5", "-4", "minus 4.0"),
    ("minus 3.5", "2", "2.0"),
    ("Minus three degrees", "-4", "Minus four degrees"),
    ("Minus three degrees", "1", "One degree"),
    ("3 points", "1", "1 point"),
    ("0 out of 10", "0.3", "3 out of 10"),
    ("3½", "3.8", "3¾"),
    ("four-fold", "5", "five-fold"),
    ("fourfold", "5", "fivefold"),
    ("10-fold", "12", "12-fold"),
    ("doubled", "3", "trebled"),
    ("tripled", "2", "doubled"),
    ("doubled", "2.5", "2.5 times"),
    ("doubled", "1/2", "halved"),
    ("halved", "2", "doubled"),
    ("two thirds", "0.74", "three quarters"),
    ("two-thirds", "0.8", "four-fifths"),
    ("one third", "0.25", "one quarter"),
    ("¾", "0.5", "½"),
    ("half", "0.99", "99%"),
    ("one in five", "1/6", "one in six"),
    ("1 in 5", "0.9", "9 in 10"),
    ("nine out of 10", "0.7", "seven out of 10"),
    ("a dozen", "14", "fourteen"),
    ("half a million", "620000", "0.6 million"),
    ("two million", "3200000", "three million"),
    ("20 to 25 per cent", "31.4", "31 per cent"),
    ("£20-25", "30", "£30"),
]


@pytest.mark.parametrize(("phrase", "value", "printed"), RESTATED)
def test_another_value_is_printed_alike(phrase: str, value: str, printed: str) -> None:
    assert Numeral.parse(phrase).restate(Fraction(value)) == printed


@pytest.mark.parametrize(("phrase", "text", "value", "place", "unit", "style"), READ)
def test_its_own_value_reads_back(
    phrase: str, text: str, value: str, place: str, unit: str | None, style: Style
) -> None:
    numeral = Numeral.parse(phrase)
    again = Numeral.parse(numeral.restate(numeral.value))
    assert (again.value, again.unit) == (Fraction(value), unit)


@pytest.mark.parametrize("text", ["one per 1,000 residents", "One theft per 1,000 residents a year ago"])
def test_one_per_so_many_is_a_number(text: str) -> None:
    (numeral,) = find(text)
    assert numeral.value == 1
    assert numeral.per == Fraction(1000)


# Law: what is printed reads back as the same numeral.

_digits = st.one_of(
    st.integers(0, 10**9).map(lambda number: f"{number:,}"),
    st.tuples(st.integers(0, 9999), st.integers(0, 99)).map(lambda pair: f"{pair[0]:,}.{pair[1]:02d}"),
    st.tuples(st.integers(1, 99), st.sampled_from("¼½¾")).map(lambda pair: f"{pair[0]}{pair[1]}"),
)
_words = st.sampled_from(
    "two|seven|nineteen|twenty-five|a hundred|two thousand|a dozen|half a million".split("|")
)
_units = st.sampled_from(
    [
        "",
        "%",
        " per cent",
        " percentage points",
        " points",
        " times",
        " months",
        " tonnes",
        "m",
        "bn",
        " million",
        "-fold",
    ]
)
_quantities = st.one_of(
    st.tuples(_digits, _units).map("".join),
    st.tuples(
        st.sampled_from(["two", "nineteen", "twenty-five"]), st.sampled_from([" per cent", "-fold"])
    ).map("".join),
    _words,
    st.tuples(
        st.sampled_from(["£", "$", "€", "US$", "-", "-£", "minus ", "minus £"]),
        _digits,
        st.sampled_from(["", "m", " billion"]),
    ).map("".join),
    st.sampled_from(["doubled", "halved", "two thirds", "a quarter", "half", "one in five", "1 in 1,000"]),
    st.sampled_from(
        [
            "nine out of 10",
            "0 out of 10",
            "minus three",
            "20-25",
            "between 20 and 25",
            "£2m-£3m",
            "20\u201325%",
            "20 to 25 weeks",
        ]
    ),
)
_hedges = st.sampled_from(["", *HEDGE_WORDS])
_directions = st.sampled_from(["", "rise of ", "fell by ", "a cut of ", "up "])
_rates = st.sampled_from(["", " a day", " per week", " each month", " per 100,000"])


@given(_quantities, _hedges, _directions, _rates)
@example("20-25", "or more", "rise of ", " a day")
@example("17%", "c.", "fell by ", "")
def test_what_is_printed_reads_back(quantity: str, hedge: str, direction: str, rate: str) -> None:
    if hedge.startswith("-"):  # nobody writes "doubled-odd"
        quantity = "sixty"
    with_hedge = hedged(hedge, quantity) if stands_after(hedge) else f"{hedge} {quantity}"
    phrase = f"{direction}{with_hedge}{rate}"
    found = find(phrase)
    for numeral in found:
        assert Numeral.parse(str(numeral)) == numeral, phrase
    # A rate may make nothing of a number: "half a day", "twice a day".
    assert rate or len(found) == 1, phrase


@given(st.text(max_size=200))
@example("İ 63 ß £1.6 million")
@example("5 5 5 or or")
def test_any_text_can_be_searched(text: str) -> None:
    for numeral in find(text):
        assert text[numeral.start : numeral.end] == numeral.text


_bits = st.sampled_from(
    "63 77 2019 17% one half a quarter in of out between and to from up more than -"
    " \u2013 £ $ million per cent day , . ( ) rose or twenty five hundred ½ 3rd March under"
    " 18 % m 1,000 .5 \u2212 each fold doubled + \n\n".split(" ")
)


@given(st.lists(st.tuples(_bits, st.sampled_from(["", " "])).map("".join), max_size=25).map("".join))
def test_any_words_of_numbers_can_be_searched(text: str) -> None:
    last = 0
    for numeral in find(text):
        assert last <= numeral.start < numeral.end
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.place > 0
        last = numeral.end


# No time is measured: input that is read in steps of its square would keep this test from ending.
@pytest.mark.parametrize("run", ["1", ",", "-", "1,", "1.", "\u00a0123", "a ", "twenty-", "more than "])
def test_a_megabyte_is_searched(run: str) -> None:
    find(run * (10**6 // len(run)))


def test_fraction_neighbours_are_the_named_ones() -> None:
    for below, named, above in zip(NAMED_FRACTIONS, NAMED_FRACTIONS[1:], NAMED_FRACTIONS[2:], strict=False):
        assert fraction_neighbours(named) == (below, above)
    assert fraction_neighbours(Fraction(1, 10)) == (Fraction(0), Fraction(1, 5))
    assert fraction_neighbours(Fraction(9, 10)) == (Fraction(4, 5), Fraction(1))
    assert fraction_neighbours(Fraction(1, 8)) == (Fraction(1, 10), Fraction(1, 5))


def test_directions_have_a_sign() -> None:
    assert (RISE.sign, FALL.sign) == (1, -1)
