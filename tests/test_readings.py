"""Which true values a printed number can stand for: the table of readings, row by row."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.errors import Fault
from claimcheck.interval import Interval
from claimcheck.numerals import HEDGE_WORDS, Numeral
from claimcheck.readings import HEDGES, LOOSE_CONVENTIONS, Conventions, granularity, read

# phrase, counted, strict, convention, loose, loose convention
ROWS = [
    # counts printed in full
    ("63", True, "{63}", "exact", "{63}", "exact"),
    ("60", True, "{60}", "exact", "{60}", "exact"),
    ("750", True, "{750}", "exact", "[745, 755]", "round number"),
    ("10,000", True, "{10000}", "exact", "[9500, 10500]", "round number"),
    ("10,050", True, "{10050}", "exact", "[10045, 10055]", "round number"),
    ("10,058", True, "{10058}", "exact", "{10058}", "exact"),
    ("-750", True, "{-750}", "exact", "[-755, -745]", "round number"),
    ("0", True, "{0}", "exact", "{0}", "exact"),
    ("seven", True, "{7}", "exact", "{7}", "exact"),
    ("1.2m", True, "[1150000, 1250000]", "nearest", "[1150000, 1300000)", "truncated"),
    # any other number
    ("17%", False, "[16.5, 17.5]", "nearest", "[16.5, 18)", "truncated"),
    ("17%", True, "[16.5, 17.5]", "nearest", "[16.5, 18)", "truncated"),
    ("100%", False, "[99.5, 100.5]", "nearest", "[99.5, 101)", "truncated"),
    ("18.0%", False, "[17.95, 18.05]", "nearest", "[17.95, 18.1)", "truncated"),
    ("-17%", False, "[-17.5, -16.5]", "nearest", "(-18, -16.5]", "truncated"),
    ("0%", False, "[-0.5, 0.5]", "nearest", "(-1, 1)", "truncated"),
    ("0.0%", False, "[-0.05, 0.05]", "nearest", "(-0.1, 0.1)", "truncated"),
    ("£1.6 million", False, "[1550000, 1650000]", "nearest", "[1550000, 1700000)", "truncated"),
    ("£250,000", False, "[249999.5, 250000.5]", "nearest", "[245000, 255000]", "round number"),
    ("720,000 tonnes", False, "[719999.5, 720000.5]", "nearest", "[715000, 725000]", "round number"),
    ("17 months", False, "[16.5, 17.5]", "nearest", "[16.5, 18)", "truncated"),
    ("100 times", False, "[99.5, 100.5]", "nearest", "[99.5, 101)", "truncated"),
    ("3p", False, "[0.025, 0.035]", "nearest", "[0.025, 0.04)", "truncated"),
    ("doubled", False, "[1.5, 2.5]", "nearest", "[1.5, 3)", "truncated"),
    ("four-fold", False, "[3.5, 4.5]", "nearest", "[3.5, 5)", "truncated"),
    ("nine out of 10", False, "[0.85, 0.95]", "nearest", "[0.85, 1)", "truncated"),
    # hedges
    ("about 700", True, "[650, 750]", "about", "[600, 800]", "approximate"),
    ("around 17%", False, "[16.5, 17.5]", "about", "[16, 18]", "approximate"),
    ("750 or so", True, "[725, 775]", "about", "[700, 800]", "approximate"),
    ("about 0", True, "[-0.5, 0.5]", "about", "[-1, 1]", "approximate"),
    ("more than 60", True, "(60, 66]", "more than", "(60, oo)", "undersells"),
    ("more than 750", True, "(750, 800]", "more than", "(750, oo)", "undersells"),
    ("topped 10,000", True, "(10000, 11000]", "more than", "(10000, oo)", "undersells"),
    ("over 1.6 million", True, "(1600000, 1700000]", "more than", "(1600000, oo)", "undersells"),
    ("more than doubled", False, "(2, 3]", "more than", "(2, oo)", "undersells"),
    ("more than -750", True, "(-750, -700]", "more than", "(-750, oo)", "undersells"),
    ("at least 750", True, "[750, 800]", "at least", "[750, oo)", "undersells"),
    ("20 or more", True, "[20, 22]", "at least", "[20, oo)", "undersells"),
    ("fewer than 750", True, "[700, 750)", "fewer than", "(-oo, 750)", "oversells"),
    ("less than 17%", False, "[16, 17)", "fewer than", "(-oo, 17)", "oversells"),
    ("up to 750", True, "[700, 750]", "at most", "(-oo, 750]", "oversells"),
    ("almost 17 months", False, "[16, 17)", "almost", "[15, 17]", "oversells"),
    ("nearly 750", True, "[700, 750)", "almost", "[650, 750]", "oversells"),
    ("almost 3%", False, "[2, 3)", "almost", "[1, 3]", "oversells"),
    ("almost doubled", False, "[1.5, 2)", "almost", "[1, 2]", "oversells"),
    ("just over doubled", False, "(2, 2.5]", "just over", "[2, 3]", "undersells"),
    ("just over 750", True, "(750, 800]", "just over", "[750, 850]", "undersells"),
    # ranges
    ("between 20 and 25", True, "[20, 25]", "between", "[20, 25]", "exact"),
    ("700-750", True, "[700, 750]", "between", "[695, 755]", "round number"),
    ("20-25%", False, "[20, 25]", "between", "[19.5, 26)", "truncated"),
    ("about 20 to 25", True, "[18, 27.5]", "about", "[16, 30]", "approximate"),
    # fractions
    ("one in five", False, "[2/11, 2/9]", "one in N", "[1/6, 0.25]", "approximate"),
    ("1 in 100", False, "[2/201, 2/199]", "one in N", "[1/105, 1/95]", "approximate"),
    ("two thirds", False, "[19/30, 17/24]", "named fraction", "[0.6, 0.75]", "approximate"),
    ("a quarter", False, "[0.225, 7/24]", "named fraction", "[0.2, 1/3]", "approximate"),
    ("half", False, "[0.45, 0.55]", "named fraction", "[0.4, 0.6]", "approximate"),
    ("halved", False, "[0.45, 0.55]", "named fraction", "[0.4, 0.6]", "approximate"),
    ("a tenth", False, "[0.05, 0.15]", "named fraction", "[0, 0.2]", "approximate"),
    ("nine tenths", False, "[0.85, 0.95]", "named fraction", "[0.8, 1]", "approximate"),
    ("a sixth", False, "[2/15, 11/60]", "named fraction", "[0.1, 0.2]", "approximate"),
    ("almost half", False, "[0.45, 0.5)", "almost", "[0.4, 0.5]", "oversells"),
    ("more than a quarter", False, "(0.25, 0.275]", "more than", "(0.25, oo)", "undersells"),
    ("about a third", False, "[0.3, 11/30]", "about", "[4/15, 0.4]", "approximate"),
    ("nearly one in five", False, "[0.18, 0.2)", "almost", "[0.16, 0.2]", "oversells"),
    # less than half is left of what more than halved
    ("more than halved", False, "[0.45, 0.5)", "fewer than", "(-oo, 0.5)", "oversells"),
    ("almost halved", False, "(0.5, 0.55]", "just over", "[0.5, 0.6]", "undersells"),
]


@pytest.mark.parametrize(("phrase", "counted", "strict", "convention", "loose", "loose_convention"), ROWS)
def test_a_row_of_the_table(
    phrase: str, counted: bool, strict: str, convention: str, loose: str, loose_convention: str
) -> None:
    reading = read(Numeral.parse(phrase), counted=counted)
    assert (str(reading.strict), reading.convention) == (strict, convention)
    assert (str(reading.loose), reading.loose_convention) == (loose, loose_convention)
    assert reading.strict.within(reading.loose)


def test_every_hedge_word_names_a_row_and_every_row_is_tested() -> None:
    assert set(HEDGE_WORDS.values()) == set(HEDGES)
    assert {row[3] for row in ROWS} >= set(HEDGES)
    assert {row[5] for row in ROWS} == {*LOOSE_CONVENTIONS, "exact"}


@pytest.mark.parametrize("hedge", ["", *HEDGES])
@pytest.mark.parametrize(
    "number", ["0", "0.1", "7", "17%", "750", "10,000", "1.6 million", "half", "one in five"]
)
@pytest.mark.parametrize("counted", [True, False])
def test_loose_holds_strict_and_a_fall_is_the_mirror_image(hedge: str, number: str, counted: bool) -> None:
    reading = read(Numeral.parse(f"{hedge} {number}"), counted=counted)
    assert reading.strict.within(reading.loose)
    assert (-reading).strict == -reading.strict
    assert reading.scale(-1).scale(-1) == reading
    assert reading.scale(-1) == -reading


@pytest.mark.parametrize(
    ("value", "g"),
    [
        ("750", "50"),
        ("700", "100"),
        ("10000", "10000"),
        ("17", "1"),
        ("0.05", "0.05"),
        ("0.15", "0.05"),
        ("1.6", "0.1"),
        ("0.004", "0.001"),
        ("-750", "50"),
        ("25", "5"),
        ("1/3", None),
        ("0", None),
    ],
)
def test_granularity_is_the_largest_round_divisor(value: str, g: str | None) -> None:
    assert granularity(Fraction(value)) == (None if g is None else Fraction(g))


def test_a_desk_may_take_a_loose_reading_as_strict() -> None:
    accept = Conventions(accept=frozenset({"round number"}))
    reading = read(Numeral.parse("750"), counted=True, conventions=accept)
    assert (reading.strict, reading.convention) == (Interval(745, 755), "round number")
    assert read(Numeral.parse("17%"), counted=False, conventions=accept).convention == "nearest"


def test_conventions_are_hashable_and_name_what_exists() -> None:
    conventions = Conventions(accept=frozenset({"truncated"}), hedges={"north of": "more than"})
    assert hash(conventions) == hash(
        Conventions(accept=frozenset({"truncated"}), hedges={"north of": "more than"})
    )
    assert Numeral.parse("north of 60", hedges=conventions.hedge_words).hedge == "more than"
    pairs = [("shy of", "almost"), ("north of", "more than")]
    assert Conventions(hedges=dict(pairs)) == Conventions(hedges=dict(reversed(pairs)))
    with pytest.raises(Fault, match="unknown hedge 'more then'; did you mean 'more than'"):
        Conventions(hedges={"north of": "more then"})
    with pytest.raises(Fault, match="unknown reading 'rounded'"):
        Conventions(accept=frozenset({"rounded"}))
