"""Values and hedges in the sentences of NewsQuant, which gives the values of a sentence and no places.

What counts as a quantity is what NewsQuant counts, told from reading it and not by trying:

- every kind of claim; lengths of time; numbers in compounds (a 63-page report); "one of the best", as 1
- ages: "a 50-year-old", "over the age of 21". "Name, 25," is mostly left out there, and is one kind with
  the others here
- no years, dates, times of day, ordinals, scores, names, and no "doubled", "twice": verbs and adverbs

"From A to B" is one range there, and two numbers to us, as a change has two ends: the pair is put together
here. A row tells the figure without that.

Values match one to one within a sentence, a range as a whole, the sign left to the words. Cents, pence and
basis points may be read as hundredths: 19 cents is 19 or 0.19. Gold values such as 0.3333333333333333 stand
for the fraction that they print.

Of hedges, "almost" is "<": so are all four of its "just under", and one "nearly" is "~". "Up to" is "<"
all five times. Where "up" or "down" is said instead of a hedge, hedges are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from benchmarks.quality.material import Record
from benchmarks.quality.rows import Finder, Miss, Row, Score, around, percent, ranged, shown
from claimcheck.mentions import Mention, MentionKind
from claimcheck.numerals import Style

QUANTITIES: Final = frozenset(kind for kind in MentionKind if kind.is_claim) | {
    MentionKind.DURATION,
    MentionKind.COMPOUND,
    MentionKind.PRONOUN,
    MentionKind.AGE,
}
SYMBOLS: Final = {
    None: "=",
    "about": "~",
    "more than": ">",
    "at least": ">",
    "just over": ">",
    "fewer than": "<",
    "at most": "<",
    "almost": "<",
}
_NUMBER: Final = r"(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)"
_VALUE: Final = re.compile(rf"{_NUMBER}(?: ?- ?{_NUMBER})?")
# Units that may be read as a hundredth of another, by their first word.
_HUNDREDTHS: Final = frozenset(("cent", "cents", "p", "pence", "penny", "basis"))
# Far more digits than print has: so many are the rest of a fraction.
_DIGITS_OF_A_FRACTION: Final = 12


@frozen(kw_only=True)
class Quantity:
    """A value, or a range from ``value`` to ``upper``, with the symbol of its hedge."""

    value: Fraction
    upper: Fraction | None = None
    symbol: str = "="
    in_hundredths: bool = False

    def equals(self, other: Quantity) -> bool:
        """True for the same value or range, whichever way round and whatever its sign."""
        if self.in_hundredths and other._ends == tuple(end / 100 for end in self._ends):
            return True
        return self._ends == other._ends

    @property
    def _ends(self) -> tuple[Fraction, ...]:
        return tuple(sorted(abs(end) for end in (self.value, self.upper) if end is not None))

    @property
    def is_hedged(self) -> bool:
        """True for one of the symbols of a hedge."""
        return self.symbol in "~<>"

    def __str__(self) -> str:
        return f"{self.symbol}{ranged(self.value, self.upper)}"


def gold(record: Record) -> Quantity | None:
    """A quantity of NewsQuant, or None where its value is no number."""
    match = _VALUE.fullmatch(record["value"].replace(",", "").strip())
    if match is None:
        return None
    return Quantity(
        value=_fraction(match[1]),
        upper=None if match[2] is None else _fraction(match[2]),
        symbol=record["change"],
        in_hundredths=record["unit"].partition(" ")[0] in _HUNDREDTHS,
    )


def _fraction(digits: str) -> Fraction:
    exact = Fraction(digits)
    decimals = digits.partition(".")[2]
    return exact.limit_denominator(1000) if len(decimals) >= _DIGITS_OF_A_FRACTION else exact


def ours(mention: Mention) -> Quantity | None:
    """A mention as a quantity, or None where NewsQuant would not count it."""
    if mention.kind not in QUANTITIES or mention.numeral is None or mention.value is None:
        return None
    if mention.numeral.style is Style.VERB:
        return None
    return Quantity(value=mention.value, upper=mention.upper, symbol=SYMBOLS[mention.hedge])


def quantities(
    text: str, mentions: Iterable[Mention], *, joined: bool = True
) -> list[tuple[Mention, Quantity]]:
    """The quantities of a sentence as NewsQuant counts them; with ``joined``, "from A to B" is one."""
    found: list[tuple[Mention, Quantity]] = []
    for mention in mentions:
        quantity = ours(mention)
        if quantity is None:
            continue
        if joined and found and _ends_range(text, found[-1], mention):
            before, start = found[-1]
            found[-1] = (before, evolve(start, upper=quantity.value))
        else:
            found.append((mention, quantity))
    return found


def _ends_range(text: str, start: tuple[Mention, Quantity], end: Mention) -> bool:
    """True for the B of "from A to B"."""
    mention, quantity = start
    if quantity.upper is not None or end.upper is not None:
        return False
    hedge = mention.numeral.hedge_text if mention.numeral else None
    before = text[: mention.start].rstrip().removesuffix(hedge or "").rstrip()
    between = text[mention.end : end.start]
    is_to = re.fullmatch(r"[^.;:!?]{0,60}\bto[\s-]+(?:about |around |some |nearly )?", between)
    return re.search(r"\bfrom\Z", before, re.IGNORECASE) is not None and is_to is not None


def matched(golds: list[Quantity], found: list[Quantity]) -> list[tuple[int, int]]:
    """Pairs of equal values, each in one pair at most, as their positions in the two lists.

    Nothing says which of two equal values is which: those with the same symbol go together first.
    """
    pairs: list[tuple[int, int]] = []
    for by_symbol in (True, False):
        for i, one in enumerate(golds):
            for j, other in enumerate(found):
                if any(i == first or j == second for first, second in pairs):
                    continue
                if one.equals(other) and (not by_symbol or one.symbol == other.symbol):
                    pairs.append((i, j))
                    break
    return pairs


@frozen(kw_only=True)
class QuantityScores:
    """Values found and hedges told; ``skipped`` are the gold values that are no numbers."""

    precision: Score
    recall: Score
    hedge_precision: Score
    hedge_recall: Score
    skipped: int


def f1(precision: Score, recall: Score) -> Fraction:
    """The harmonic mean of precision and recall."""
    both = precision.ratio + recall.ratio
    return 2 * precision.ratio * recall.ratio / both if both else Fraction(0)


def score(sentences: Iterable[Record], find: Finder, *, joined: bool = True) -> QuantityScores:
    """Match the values of every sentence, and compare the hedges of those that match."""
    matches = true_hedges = skipped = 0
    missed: list[Miss] = []
    extra: list[Miss] = []
    false_hedges: list[Miss] = []
    missed_hedges: list[Miss] = []
    for number, sentence in enumerate(sentences):
        text = sentence["text"]
        read = [gold(quantity) for quantity in sentence["quantities"]]
        golds = [quantity for quantity in read if quantity is not None]
        skipped += len(read) - len(golds)
        mentions = quantities(text, find(text), joined=joined)
        found = [quantity for _, quantity in mentions]
        pairs = matched(golds, found)
        matches += len(pairs)
        left = [j for j in range(len(found)) if all(j != second for _, second in pairs)]
        lost = [i for i in range(len(golds)) if all(i != first for first, _ in pairs)]

        item = f"{number:03}"
        rest = ", ".join(shown(mentions[j][0]) for j in left) or "nothing"
        lost_misses = [
            Miss(item=item, expected=str(golds[i]), got=rest, around=_near(text, golds[i])) for i in lost
        ]
        missed += lost_misses
        missed_hedges += [miss for i, miss in zip(lost, lost_misses, strict=True) if golds[i].is_hedged]
        wanted = ", ".join(str(golds[i]) for i in lost) or "nothing"
        for j in left:
            mention = mentions[j][0]
            place = around(text, mention.start, mention.end)
            extra.append(Miss(item=item, expected=wanted, got=shown(mention), around=place))
        for i, j in pairs:
            one, mention = golds[i], mentions[j][0]
            if one.symbol not in "=~<>":
                continue
            if one.symbol == found[j].symbol:
                true_hedges += one.is_hedged
                continue
            place = around(text, mention.start, mention.end)
            miss = Miss(item=item, expected=str(one), got=shown(mention), around=place)
            if found[j].is_hedged:
                false_hedges.append(miss)
            if one.is_hedged:
                missed_hedges.append(miss)

    def scored(hits: int, misses: list[Miss]) -> Score:
        return Score(hits=hits, total=hits + len(misses), misses=tuple(misses))

    return QuantityScores(
        precision=scored(matches, extra),
        recall=scored(matches, missed),
        hedge_precision=scored(true_hedges, false_hedges),
        hedge_recall=scored(true_hedges, missed_hedges),
        skipped=skipped,
    )


def _near(text: str, quantity: Quantity) -> str:
    """The words around the digits of a quantity, or the start of a text that has it in words."""
    digits = str(quantity.value.numerator).strip("-0") or "0"
    match = re.search(rf"(?<![\d.,]){'[.,]?'.join(digits)}[0,.]*(?!\d)", text)
    return around(text, *match.span()) if match else text


def rows(scores: QuantityScores, apart: QuantityScores) -> list[Row]:
    """The rows of NewsQuant; what fails stands with precision and recall."""
    values = f1(scores.precision, scores.recall)
    hedges = f1(scores.hedge_precision, scores.hedge_recall)
    skipped = f" ({scores.skipped} are no numbers)" if scores.skipped else ""

    def part(name: str, what: str, score: Score) -> Row:
        return Row(
            name=name,
            what=what,
            figure=f"{score.hits}  {percent(score.ratio)}",
            on=f"{score.total}",
            misses=score.misses,
        )

    return [
        part("values.precision", "values found that are right", scores.precision),
        part("values.recall", f"values found of all{skipped}", scores.recall),
        Row(
            name="values.f1",
            what="F1 of values, NewsQuant",
            figure=percent(values),
            aim="93%",
            on=f"{scores.recall.total}",
            is_met=values * 100 >= 93,
        ),
        Row(
            name="values.apart",
            what="the same, “from A to B” as two",
            figure=percent(f1(apart.precision, apart.recall)),
            on=f"{apart.recall.total}",
        ),
        Row(
            name="values.hedges",
            what="F1 of hedges, NewsQuant",
            figure=percent(hedges),
            aim="90%",
            on=f"{scores.hedge_recall.total}",
            is_met=hedges * 100 >= 90,
            misses=(*scores.hedge_precision.misses, *scores.hedge_recall.misses),
        ),
    ]
