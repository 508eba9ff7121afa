"""The scorers of ``benchmarks.quality``, on small made-up material where the right figures are plain."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from claimcheck import Article, Change, Claim, Count, Difference, Figure, Measure, Numeral, Report, verify
from claimcheck.mentions import Mention, MentionKind, find
from claimcheck.numerals import Direction, Style
from claimcheck.periods import Period

# The benchmarks are no part of the package, and bare `pytest` does not look beside the tests.
sys.path.append(str(Path(__file__).parent.parent))

from benchmarks.quality import confirmed, newsquant, printed, rows, seeds, speed, traps
from benchmarks.quality.__main__ import MEASURES, failures, measured, shown
from benchmarks.quality.newsquant import Quantity

YEAR = Period.parse("2019/20")


def mention(text: str, words: str, kind: MentionKind = MentionKind.COUNT, **said: Any) -> Mention:
    """A mention of the words at their first place in a text."""
    start = text.index(words)
    numeral = Numeral.parse(said.pop("read", words))
    return Mention(
        text=words,
        start=start,
        end=start + len(words),
        number_start=start,
        number_end=start + len(words.rstrip("%")),
        kind=kind,
        numeral=numeral,
        direction=numeral.direction,
        **said,
    )


class Finds:
    """A finder that finds the same, whatever it is given."""

    def __init__(self, *mentions: Mention) -> None:
        self.mentions = mentions

    def __call__(self, text: str) -> Sequence[Mention]:
        return self.mentions


class TestRows:
    @pytest.mark.parametrize(
        ("ratio", "words"),
        [
            (Fraction(0), "0.0%"),
            (Fraction(1), "100.0%"),
            (Fraction(2, 3), "66.7%"),
            (Fraction(9999, 10000), "99.9%"),
        ],
    )
    def test_a_percentage_is_whole_only_when_all_are(self, ratio: Fraction, words: str) -> None:
        assert rows.percent(ratio) == words

    def test_what_is_below_its_aim_is_marked_in_words(self) -> None:
        low = rows.score_row("one", "low", rows.Score(hits=1, total=2), 80)
        high = rows.score_row("two", "high", rows.Score(hits=4, total=5), 80)
        assert (low.is_met, high.is_met) == (False, True)
        marks = list(shown([low, high]).columns[-1].cells)
        assert marks == ["below", ""]

    def test_what_should_not_be_is_met_by_none(self) -> None:
        assert rows.unwanted_row("x", "x", rows.Score(hits=0, total=9)).is_met
        assert rows.unwanted_row("x", "x", rows.Score(hits=1, total=9)).is_met is False

    def test_failures_are_listed_as_many_as_asked_for_a_line_each(self) -> None:
        miss = rows.Miss(item="7", expected="63", got="77", around="of [77]\nthefts")
        row = rows.Row(name="a", what="b", figure="c", misses=(miss, miss, miss))
        assert list(failures([row], 2)) == ["\na: b (3)", *["7  63  <>  77  |  of [77] thefts"] * 2]

    def test_long_words_are_cut(self) -> None:
        miss = rows.Miss(item="7", expected="x" * 999, got="", around="y" * 999)
        assert len(str(miss)) < 300


def label(text: str, words: str, **fields: Any) -> seeds.Label:
    start = text.index(words)
    record = {
        "id": f"000-{start}",
        "article": "000",
        "start": start,
        "end": start + len(words),
        "core_start": start,
        "core_end": start + len(words.rstrip("%")),
        "quote": words,
        "value": words.rstrip("%"),
        "kind": "count",
        "claim": True,
        "hedge": "none",
        "direction": None,
        "area": None,
        "period": None,
        "note": None,
    }
    return seeds.Label.of({**record, **fields})


class TestSeeds:
    text = "Thefts in Kent fell 17% to 63 in 2019/20."

    def score(self, labels: list[seeds.Label], *mentions: Mention) -> seeds.SeedScores:
        return seeds.score(labels, {"000": self.text}, Finds(*mentions))

    def test_a_fall_is_labelled_below_zero_and_found_as_a_size(self) -> None:
        labels = [label(self.text, "17%", value="-17", kind="percent_change", direction="fall")]
        found = mention(self.text, "17%", MentionKind.CHANGE, read="a fall of 17%")
        scores = self.score(labels, found)
        for each in (scores.mentions, scores.kinds, scores.directions):
            assert (each.hits, each.total) == (1, 1)
        without_direction = self.score(labels, evolve(found, direction=None))
        assert (without_direction.mentions.hits, without_direction.directions.hits) == (1, 0)

    def test_a_mention_at_another_place_is_a_miss_of_everything_and_one_too_many(self) -> None:
        scores = self.score([label(self.text, "63")], mention(self.text, "17%", MentionKind.CHANGE))
        judged = (scores.mentions, scores.kinds, scores.hedges, scores.directions, scores.scopes)
        assert [each.hits for each in judged] == [0] * 5
        assert scores.mentions.misses[0].got == "nothing"
        assert (scores.further.hits, scores.further_claims.hits) == (1, 1)

    def test_another_value_or_no_claim_is_a_miss_of_the_mention_alone(self) -> None:
        labels = [label(self.text, "63")]
        other = self.score(labels, mention(self.text, "63", read="64"))
        assert (other.mentions.hits, other.kinds.hits) == (0, 1)
        no_claim = self.score(labels, mention(self.text, "63", MentionKind.AGE))
        assert (no_claim.mentions.hits, no_claim.kinds.hits) == (0, 0)

    def test_the_number_alone_may_be_where_the_label_is(self) -> None:
        labels = [label(self.text, "17%", kind="percent_change", start=3, end=8)]
        found = mention(self.text, "17%", MentionKind.CHANGE)
        assert self.score(labels, evolve(found, end=found.end + 3)).kinds.hits == 1

    @pytest.mark.parametrize(
        ("hedge", "read", "hits"),
        [
            ("topped", "more than 63", 1),
            ("passed", "63", 0),
            ("just", "63", 1),
            ("just", "almost 63", 0),
            ("about", "around 63", 1),
        ],
    )
    def test_hedges_go_by_their_names(self, hedge: str, read: str, hits: int) -> None:
        scores = self.score([label(self.text, "63", hedge=hedge)], mention(self.text, "63", read=read))
        assert scores.hedges.hits == hits

    @pytest.mark.parametrize(
        ("area", "found", "hits"),
        [
            ("Kent Police", "Kent", 1),
            ("Kent (9 districts)", "Kent", 1),
            ("the region (East Kent)", "East Kent", 1),
            ("the region (East Kent)", "the region", 1),
            ("region (East Kent)", "the region", 1),
            ("Kent and Essex", "Kent", 0),
            ("UK Government", "Kent", 1),
            (None, "Kent", 1),
            ("Kent", None, 0),
        ],
    )
    def test_areas_may_be_named_in_full(self, area: str | None, found: str | None, hits: int) -> None:
        scores = self.score([label(self.text, "63", area=area)], mention(self.text, "63", area=found))
        assert scores.scopes.hits == hits

    @pytest.mark.parametrize(
        ("period", "hits"),
        [
            ("2019-20", 1),
            ("2019 to 2020", 1),
            ("last year (=2019-20)", 1),
            ("the same period", 1),
            ("2019-04-01/2020-03-31", 1),
            ("in a year", 1),
            (None, 1),
            ("the year before (2018/19)", 0),
            ("2018/19", 0),
        ],
    )
    def test_periods_are_read_from_their_labels(self, period: str | None, hits: int) -> None:
        scores = self.score([label(self.text, "63", period=period)], mention(self.text, "63", period=YEAR))
        assert scores.scopes.hits == hits

    def test_area_and_period_have_to_be_right_both(self) -> None:
        both = [label(self.text, "63", area="Kent", period="2018/19")]
        assert self.score(both, mention(self.text, "63", area="Kent", period=YEAR)).scopes.hits == 0

    @pytest.mark.parametrize(
        ("value", "hits"), [("2019-04-01/2020-03-31", 1), ("2019", 0), ("2019-04", 0), (None, 1)]
    )
    def test_a_period_is_compared_by_its_days(self, value: str | None, hits: int) -> None:
        labels = [label(self.text, "2019/20", value=value, kind="period", claim=False)]
        found = evolve(mention(self.text, "63"), text="2019/20", start=33, end=40, numeral=None)
        scores = self.score(labels, evolve(found, kind=MentionKind.PERIOD, period=YEAR))
        assert scores.mentions.hits == hits

    def test_a_month_is_no_year(self) -> None:
        labels = [label(self.text, "2019/20", value="2016-04", kind="date", claim=False)]
        found = evolve(mention(self.text, "63"), text="2019/20", start=33, end=40, numeral=None)
        month = evolve(found, kind=MentionKind.DATE, period=Period(date(2016, 4, 1), date(2016, 4, 30)))
        assert self.score(labels, month).mentions.hits == 1

    def test_a_range_has_both_its_ends(self) -> None:
        text = "The work took 20-25 years."
        labels = [label(text, "20-25", value="20", kind="duration", claim=False, note="range 20..25")]
        found = mention(text, "20-25", MentionKind.DURATION)
        assert seeds.score(labels, {"000": text}, Finds(found)).mentions.hits == 1
        twenty = mention(text, "20-25", MentionKind.DURATION, read="20")
        assert seeds.score(labels, {"000": text}, Finds(twenty)).mentions.hits == 0


def gold(*values: tuple[str, str]) -> dict[str, Any]:
    return {
        "text": "Made-up words.",
        "quantities": [{"change": change, "value": value, "unit": "things"} for change, value in values],
    }


class TestNewsQuant:
    def score(self, sentence: dict[str, Any], *read: str) -> newsquant.QuantityScores:
        found = [mention("Made-up words.", "words", read=words) for words in read]
        return newsquant.score([sentence], Finds(*found))

    def test_two_equal_values_need_two_mentions(self) -> None:
        scores = self.score(gold(("=", "5.0"), ("=", "5")), "5")
        assert (scores.precision.hits, scores.precision.total) == (1, 1)
        assert (scores.recall.hits, scores.recall.total) == (1, 2)
        assert newsquant.f1(scores.precision, scores.recall) == Fraction(2, 3)

    def test_two_equal_mentions_need_two_values(self) -> None:
        scores = self.score(gold(("=", "5")), "5", "5")
        assert (scores.precision.hits, scores.precision.total) == (1, 2)

    def test_of_two_equal_values_those_with_one_hedge_go_together(self) -> None:
        scores = self.score(gold(("=", "60"), ("~", "60")), "about 60", "60")
        assert (scores.hedge_precision.total, scores.hedge_recall.total) == (1, 1)
        assert newsquant.f1(scores.hedge_precision, scores.hedge_recall) == 1

    def test_a_range_is_matched_as_one_and_either_way_round(self) -> None:
        scores = self.score(gold(("=", "25.0 - 20.0"), ("=", "7")), "20-25", "between 7 and 8")
        assert (scores.recall.hits, scores.recall.total) == (1, 2)
        assert self.score(gold(("=", "20.0-25.0")), "20", "25").recall.hits == 0

    def test_signs_are_left_to_the_words(self) -> None:
        assert self.score(gold(("=", "-5.0")), "5").recall.hits == 1

    def test_what_is_no_number_is_skipped_and_counted(self) -> None:
        scores = self.score(gold(("=", "a few"), ("=", "1,200")), "1,200")
        assert (scores.skipped, scores.recall.hits, scores.recall.total) == (1, 1, 1)

    def test_cents_may_be_read_as_hundredths(self) -> None:
        sentence = gold(("=", "19.0"))
        sentence["quantities"][0]["unit"] = "cents per share"
        assert self.score(sentence, "19 cents").recall.hits == 1
        assert self.score(sentence, "19").recall.hits == 1
        assert self.score(gold(("=", "19")), "19 cents").recall.hits == 0

    def test_a_fraction_in_decimals_is_that_fraction(self) -> None:
        assert self.score(gold(("=", "0.3333333333333333")), "a third").recall.hits == 1
        assert self.score(gold(("=", "0.333")), "a third").recall.hits == 0

    @pytest.mark.parametrize(
        ("change", "read", "precision", "recall"),
        [
            ("~", "about 60", (1, 1), (1, 1)),
            (">", "at least 60", (1, 1), (1, 1)),
            ("<", "up to 60", (1, 1), (1, 1)),
            ("<", "nearly 60", (1, 1), (1, 1)),
            ("=", "60", (0, 0), (0, 0)),
            ("=", "about 60", (0, 1), (0, 0)),
            ("~", "60", (0, 0), (0, 1)),
            ("<", "about 60", (0, 1), (0, 1)),  # wrongly told and not told
            ("up", "about 60", (0, 0), (0, 0)),
            (">", "about 70", (0, 0), (0, 1)),  # the value is not found at all
        ],
    )
    def test_hedges(
        self, change: str, read: str, precision: tuple[int, int], recall: tuple[int, int]
    ) -> None:
        scores = self.score(gold((change, "60")), read)
        assert (scores.hedge_precision.hits, scores.hedge_precision.total) == precision
        assert (scores.hedge_recall.hits, scores.hedge_recall.total) == recall

    def test_verbs_and_what_counts_nothing_are_no_quantities(self) -> None:
        doubled = mention("Made-up words.", "words", MentionKind.MULTIPLE, read="doubled")
        assert doubled.numeral is not None
        assert doubled.numeral.style is Style.VERB
        road = mention("Made-up words.", "words", MentionKind.ROAD, read="4")
        assert newsquant.score([gold()], Finds(doubled, road)).precision.total == 0

    def test_every_hedge_has_a_symbol(self) -> None:
        from claimcheck.numerals import HEDGE_WORDS

        assert set(HEDGE_WORDS.values()) <= set(newsquant.SYMBOLS)

    def test_from_a_to_b_is_one_range_there(self) -> None:
        text = "It fell from about 77 in May to 63, then to 12."
        counted = [str(quantity) for _, quantity in newsquant.quantities(text, find(text))]
        assert counted == ["~77..63", "=12"]
        apart = [str(quantity) for _, quantity in newsquant.quantities(text, find(text), joined=False)]
        assert apart == ["~77", "=63", "=12"]

    def test_pairs_are_one_to_one(self) -> None:
        two, three = Quantity(value=Fraction(2)), Quantity(value=Fraction(3))
        pairs = newsquant.matched([two, three, two], [two, two, two, three])
        assert sorted(first for first, _ in pairs) == [0, 1, 2]
        assert len({second for _, second in pairs}) == 3


@frozen
class Told:
    """A story that was read: here, one that is told."""

    report: Report


THEFTS = Measure(name="thefts", unit="theft")
NOW = Figure(measure=THEFTS, area="Kent", period="2019/20")
BEFORE = NOW.at(period="2018/19")


def told(*claims: Claim) -> Told:
    return Told(verify(Article(publisher="A paper", claims=claims)))


FALL = Change(quote="a fall of 18%", figure=NOW, since=BEFORE)
WRONG_FALL = Change(quote="a fall of 17%", figure=NOW, since=BEFORE)
COUNT_NOW = Count(quote="63 thefts", figure=NOW)
COUNT_BEFORE = Count(quote="77 thefts", figure=BEFORE)
DIFFERENCE = Difference(quote="14 fewer thefts", figure=NOW, since=BEFORE)

TRIPLE = printed.Triple(sentence="...", percent=Fraction(-18), new=Fraction(63), old=Fraction(77))


class TestPrinted:
    def test_a_record_with_both_figures(self) -> None:
        record = {
            "sentence": "Sales rose 11.7 pct to 5,314 from 4,758.",
            "match": "rose 11.7 pct to 5,314 from 4,758",
            "stated_pct": "11.7",
            "direction": "up",
            "old": "4,758",
            "new": "5,314",
            "old_value": "4758",
            "new_value": "5314",
            "label": "error:arithmetic",
        }
        triple = printed.Triple.of(record)
        assert (triple.percent, triple.new, triple.old) == (Fraction("11.7"), Fraction(5314), Fraction(4758))
        assert (triple.difference, triple.is_true) == (None, False)
        assert triple.around == "Sales [rose 11.7 pct to 5,314 from 4,758]."

    def test_a_record_with_a_difference(self) -> None:
        record = {
            "sentence": "Orders fell 700 mln, or 0.8 pct, to 91.5 billion.",
            "match": "fell 700 mln, or 0.8 pct, to 91.5 billion",
            "stated_pct": "0.8",
            "direction": "down",
            "old": "(derived)",
            "new": "91.5 billion",
            "old_value": "92200000000",
            "level_value": "91500000000",
            "delta_value": "700000000",
            "label": "ok:auto",
        }
        triple = printed.Triple.of(record)
        assert (triple.percent, triple.new, triple.old) == (Fraction("-0.8"), Fraction(91_500_000_000), None)
        assert (triple.difference, triple.is_true) == (Fraction(-700_000_000), True)

    def test_a_triple_is_right_with_its_change_and_both_figures(self) -> None:
        reading = printed.reading_of(TRIPLE, told(COUNT_NOW, COUNT_BEFORE, FALL).report)
        assert reading.is_right
        assert not reading.is_doubted

    def test_cents_may_be_read_as_hundredths(self) -> None:
        hundredfold = evolve(TRIPLE, new=Fraction(6_300), old=Fraction(7_700))
        report = told(COUNT_NOW, COUNT_BEFORE, FALL).report
        assert not printed.reading_of(hundredfold, report).is_right
        assert printed.reading_of(evolve(hundredfold, in_cents=True), report).is_right

    @pytest.mark.parametrize(
        "claims",
        [
            (COUNT_NOW, COUNT_BEFORE),
            (COUNT_NOW, FALL),
            (COUNT_NOW, COUNT_BEFORE, WRONG_FALL),
            (COUNT_NOW, COUNT_BEFORE, Change(quote="a rise of 18%", figure=NOW, since=BEFORE)),
            (COUNT_NOW, COUNT_BEFORE, Change(quote="a fall of 18%", figure=BEFORE, since=NOW)),
            (Count(quote="63 thefts", figure=BEFORE), Count(quote="77 thefts", figure=NOW), FALL),
        ],
        ids=["no change", "no old figure", "another size", "another direction", "the wrong way", "swapped"],
    )
    def test_it_is_not_right_with_less_or_otherwise(self, claims: tuple[Claim, ...]) -> None:
        assert not printed.reading_of(TRIPLE, told(*claims).report).is_right

    def test_a_derived_figure_needs_the_difference(self) -> None:
        triple = evolve(TRIPLE, old=None, difference=Fraction(-14))
        assert printed.reading_of(triple, told(COUNT_NOW, DIFFERENCE, FALL).report).is_right
        assert not printed.reading_of(triple, told(COUNT_NOW, COUNT_BEFORE, FALL).report).is_right
        other = evolve(DIFFERENCE, quote="15 fewer thefts")
        assert not printed.reading_of(triple, told(COUNT_NOW, other, FALL).report).is_right

    def test_true_and_false_sentences_are_counted_apart(self) -> None:
        texts = {
            "true": told(COUNT_NOW, COUNT_BEFORE, FALL),
            "false": told(COUNT_NOW, COUNT_BEFORE, WRONG_FALL),
        }
        false = evolve(TRIPLE, sentence="false", percent=Fraction(-17), is_true=False)
        triples = [evolve(TRIPLE, sentence="true"), false, evolve(false, sentence="true")]
        scores = printed.score(triples, texts.__getitem__)
        assert (scores.right.hits, scores.right.total) == (2, 3)
        assert (scores.contradicted.hits, scores.contradicted.total) == (0, 1)
        assert (scores.doubted.hits, scores.doubted.total) == (1, 2)
        assert [miss.item for miss in scores.doubted.misses] == ["002"]

    def test_a_true_sentence_that_is_contradicted_is_listed(self) -> None:
        triple = evolve(TRIPLE, percent=Fraction(-17))
        scores = printed.score([triple], lambda _: told(COUNT_NOW, COUNT_BEFORE, WRONG_FALL))
        assert (scores.contradicted.hits, len(scores.contradicted.misses)) == (1, 1)

    def test_a_misread_change_that_is_contradicted_counts_as_contradicted(self) -> None:
        misread = (COUNT_NOW, Count(quote="70 thefts", figure=BEFORE), FALL)
        reading = printed.reading_of(TRIPLE, told(*misread).report)
        assert (reading.is_right, reading.is_contradicted) == (False, True)

    def test_what_is_wrong_elsewhere_in_the_sentence_is_left_out(self) -> None:
        elsewhere = [
            evolve(claim, figure=claim.figure.at(area="Essex"), id=f"essex-{claim.id}")
            for claim in (COUNT_NOW, COUNT_BEFORE)
        ]
        wrong = evolve(WRONG_FALL, figure=NOW.at(area="Essex"), since=BEFORE.at(area="Essex"))
        report = told(COUNT_NOW, COUNT_BEFORE, FALL, *elsewhere, wrong).report
        assert any(finding.is_wrong for finding in report)
        assert not printed.reading_of(TRIPLE, report).is_contradicted


class TestConfirmed:
    others = (
        Count(quote="247 thefts", figure=NOW.at(area="Essex")),
        Count(quote="131 thefts", figure=BEFORE.at(area="Essex")),
        Change(quote="a rise of 89%", figure=NOW.at(area="Essex"), since=BEFORE.at(area="Essex")),
    )

    def test_both_changes_are_confirmed(self) -> None:
        score = confirmed.confirmed(told(COUNT_NOW, COUNT_BEFORE, FALL, *self.others).report)
        assert (score.hits, score.total) == (2, 2)

    def test_one_that_is_not_there_is_a_miss(self) -> None:
        score = confirmed.confirmed(told(COUNT_NOW, COUNT_BEFORE, FALL).report)
        assert [miss.got for miss in score.misses] == ["no such claim"]

    def test_one_contradiction_is_the_one_that_is_meant(self) -> None:
        score = confirmed.contradictions(told(COUNT_NOW, COUNT_BEFORE, FALL, WRONG_FALL).report)
        assert (score.hits, score.total, score.misses) == (1, 4, ())

    def test_another_contradiction_is_a_miss(self) -> None:
        rise = evolve(self.others[2], quote="a rise of 90%")
        claims = (COUNT_NOW, COUNT_BEFORE, FALL, WRONG_FALL, *self.others[:2], rise)
        score = confirmed.contradictions(told(*claims).report)
        assert score.hits == 2
        assert [miss.around for miss in score.misses] == ["a rise of 90%"]

    def test_no_contradiction_is_a_miss(self) -> None:
        score = confirmed.contradictions(told(COUNT_NOW, COUNT_BEFORE, FALL).report)
        assert (score.hits, len(score.misses)) == (0, 1)


class TestTraps:
    def test_phrases_with_a_claim_in_them_are_counted_once(self) -> None:
        text = "Call 101 or 999"
        claims = Finds(mention(text, "101"), mention(text, "999"))
        score = traps.score([(text, "telephone numbers")], claims)
        assert (score.hits, score.total) == (1, 1)
        assert score.misses[0].item == "line 2"

    def test_mentions_that_claim_nothing_are_right(self) -> None:
        text = "the A36"
        score = traps.score([(text, "a road")], Finds(mention(text, "36", MentionKind.ROAD)))
        assert (score.hits, score.total) == (0, 1)
        assert [row.is_met for row in traps.rows(score)] == [True, False]


class TestSpeed:
    def test_a_text_has_the_length_that_is_asked_for(self) -> None:
        text = speed.text_of(10_000, list(speed.made_up_sentences(50)))
        assert len(text) == 10_000
        assert "\n\n" in text

    def test_made_up_sentences_are_the_same_in_every_run_and_filled_in(self) -> None:
        sentences = list(speed.made_up_sentences())
        assert sentences == list(speed.made_up_sentences())
        assert len(set(sentences)) > 300
        assert not any("{" in sentence for sentence in sentences)

    def test_what_is_slow_is_named_with_the_length_it_was_slow_at(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def cost(text: str) -> float:
            return len(text) ** 2 if text.startswith("slow") else len(text)

        tried: list[str] = []

        def work(text: str) -> float:
            tried.append(text)
            return cost(text)

        monkeypatch.setattr(speed, "seconds", lambda work, repeats: work())
        worst, other = speed.hostile(work, 6_000, {"quick": "quick ", "slow": "slow "})
        assert (worst.name, worst.length, worst.growth) == ("slow", 600, 100)
        assert (other.name, other.length, other.growth) == ("quick", 6_000, 10)
        assert max(len(text) for text in tried if text.startswith("slow")) == 600


class TestTable:
    @pytest.mark.parametrize("show", ["seeds", "values", "traps"])
    def test_a_measure_can_be_asked_for_alone(self, show: str) -> None:
        found = list(measured(show))
        assert found
        assert all(row.name.startswith(show) for row in found)

    def test_nothing_is_measured_for_an_unknown_name(self) -> None:
        assert list(measured("nothing")) == []

    def test_what_is_not_present_says_so(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("benchmarks.quality.material.DATA", tmp_path)
        monkeypatch.setattr("benchmarks.quality.material.SEEDS", tmp_path / "seeds")
        for name in ("seeds", "values", "printed", "reading"):
            assert [(row.figure, row.is_met) for row in MEASURES[name]()] == [("not present", None)]

    def test_a_direction_is_shown(self) -> None:
        text = "a fall of 17%"
        found = evolve(mention(text, "17%", MentionKind.CHANGE), direction=Direction.FALL)
        assert rows.shown(found) == 'change 17 fall "17%"'
