"""Mentions in the five articles, against the labels that were set by hand.

Left out of the comparison: the values of telephone numbers, ordinals and names, which count nothing;
the area "UK Government", which is none; and areas and periods without a label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from benchmarks.quality.material import Record
from benchmarks.quality.rows import Finder, Miss, Row, Score, around, ranged, score_row, shown, unwanted_row
from claimcheck.mentions import Mention, MentionKind
from claimcheck.numerals import Direction
from claimcheck.periods import Period

KINDS: Final = {
    "count": MentionKind.COUNT,
    "percent_change": MentionKind.CHANGE,
    "percentage_share": MentionKind.SHARE,
    "multiple": MentionKind.MULTIPLE,
    "money": MentionKind.MONEY,
    "rate": MentionKind.RATE,
}
# "Just 10" bounds nothing.
HEDGES: Final = {
    "none": None,
    "just": None,
    "more_than": "more than",
    "topped": "more than",
    "passed": "more than",
    "about": "about",
    "almost": "almost",
}
DIRECTIONS: Final = {None: None, "rise": Direction.RISE, "fall": Direction.FALL}
# What the words of these labels mean where they stand.
PERIODS: Final = {"last year": "2019/20", "the same period": "2019/20"}
_Judge = Callable[["Label", Mention], tuple[bool, str, str]]
_YEARS: Final = re.compile(r"\d{4}[-/]\d\d(?!\d)|\d{4} to \d{4}")
_DAYS: Final = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


@frozen(kw_only=True)
class Label:
    """A mention as a person labelled it."""

    id: str
    article: str
    spans: frozenset[tuple[int, int]]
    core: tuple[int, int]
    quote: str
    kind: str
    is_claim: bool
    value: str | None = None
    upper: Fraction | None = None
    hedge: str = "none"
    direction: str | None = None
    area: str | None = None
    period: str | None = None

    @classmethod
    def of(cls, record: Record) -> Label:
        """A label from its record in the file."""
        core = (record["core_start"], record["core_end"])
        upper = re.fullmatch(r"range \d+\.\.(\d+)", record["note"] or "")
        return cls(
            id=record["id"],
            article=record["article"],
            spans=frozenset({(record["start"], record["end"]), core}),
            core=core,
            quote=record["quote"],
            kind=record["kind"],
            is_claim=record["claim"],
            value=record["value"],
            upper=Fraction(upper[1]) if upper else None,
            hedge=record["hedge"],
            direction=record["direction"],
            area=record["area"],
            period=record["period"],
        )

    def fits(self, mention: Mention) -> bool:
        """True for a mention at the label's place, as a whole or by its number."""
        return (mention.start, mention.end) in self.spans or (
            mention.number_start,
            mention.number_end,
        ) == self.core

    def has_value_of(self, mention: Mention) -> bool:
        """True when the mention states the label's value, its sign left to the words."""
        if self.kind in ("period", "date"):
            return self.value is None or mention.period == _period(self.value)
        try:
            value = None if self.kind in ("phone", "ordinal") else Fraction(self.value or "")
        except ValueError:  # a name
            value = None
        if value is None:
            return True
        return mention.value is not None and (abs(mention.value), mention.upper) == (abs(value), self.upper)

    def has_area_of(self, mention: Mention) -> bool:
        """True when the mention is about the label's area, or the label names none."""
        return self.area in (None, "UK Government") or mention.area in _areas(self.area or "")

    def has_period_of(self, mention: Mention) -> bool:
        """True when the mention is about the label's period, or the label names none."""
        period = _period(self.period) if self.period else None
        return period is None or mention.period == period

    def __str__(self) -> str:
        value = self.value if self.upper is None else f"{self.value}..{ranged(self.upper)}"
        hedge = HEDGES.get(self.hedge, self.hedge)
        parts = (self.kind, value, hedge, self.direction, f'"{self.quote}"')
        return " ".join(part for part in parts if part)


def _period(words: str) -> Period | None:
    """The period that a label names, or None where it names none ("in a year")."""
    if days := _DAYS.fullmatch(words):
        return Period(date.fromisoformat(days[1]), date.fromisoformat(days[2]))
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", words):  # 2021, the month 2016-04, a day; the year 2019-20
        return Period.parse(words)
    if years := _YEARS.search(words):
        return Period.parse(years[0])
    return Period.parse(PERIODS[words]) if words in PERIODS else None


def _areas(name: str) -> set[str]:
    """What an area may be called: "the region (West Mercia)" by either of its names."""
    outside, inside = re.fullmatch(r"(?:the )?(.*?)(?: \((.*)\))?", name).groups()  # type: ignore[union-attr]
    names = {outside, f"the {outside}", outside.removesuffix(" Police"), inside}
    return {name for name in names if name}


@frozen(kw_only=True)
class SeedScores:
    """How mentions fare against their labels: all of them by place and value, the claims by what they say.

    ``further`` are mentions that nobody labelled, which may be right; ``further_claims`` those among them
    that are called claims, which are not.
    """

    mentions: Score
    kinds: Score
    hedges: Score
    directions: Score
    scopes: Score
    further: Score
    further_claims: Score


def score(labels: Iterable[Label], texts: Mapping[str, str], find: Finder) -> SeedScores:
    """Find the mentions in every text and compare them with the labels."""
    labels = list(labels)
    found = {article: tuple(find(text)) for article, text in texts.items()}
    pairs = [
        (label, _fitting(label, found[label.article]), texts[label.article])
        for label in labels
        if label.article in texts
    ]
    claims = [pair for pair in pairs if pair[0].is_claim]
    further = [
        (article, mention)
        for article, mentions in found.items()
        for mention in mentions
        if not any(label.article == article and label.fits(mention) for label in labels)
    ]
    return SeedScores(
        mentions=_judge(
            pairs,
            lambda label, mention: (
                label.has_value_of(mention) and label.is_claim == mention.is_claim,
                f"{label}{' (claim)' if label.is_claim else ''}",
                shown(mention) if label.has_value_of(mention) else f"{shown(mention)} {mention.period or ''}",
            ),
        ),
        kinds=_judge(
            claims,
            lambda label, mention: (KINDS[label.kind] is mention.kind, label.kind, shown(mention)),
        ),
        hedges=_judge(
            claims,
            lambda label, mention: (
                HEDGES[label.hedge] == mention.hedge,
                str(HEDGES[label.hedge]),
                str(mention.hedge),
            ),
        ),
        directions=_judge(
            claims,
            lambda label, mention: (
                DIRECTIONS[label.direction] is mention.direction,
                str(label.direction),
                mention.direction.name.lower() if mention.direction else "None",
            ),
        ),
        scopes=_judge(
            claims,
            lambda label, mention: (
                label.has_area_of(mention) and label.has_period_of(mention),
                f"{label.area}, {label.period}",
                f"{mention.area}, {mention.period}",
            ),
        ),
        further=_listed(further, texts),
        further_claims=_listed([each for each in further if each[1].is_claim], texts, len(further)),
    )


def _fitting(label: Label, mentions: Sequence[Mention]) -> Mention | None:
    fitting = [mention for mention in mentions if label.fits(mention)]
    return next((mention for mention in fitting if label.has_value_of(mention)), next(iter(fitting), None))


def _judge(pairs: list[tuple[Label, Mention | None, str]], judge: _Judge) -> Score:
    """How many are right; what is not there is wrong."""
    misses = []
    for label, mention, text in pairs:
        is_right, expected, got = (False, str(label), "nothing") if mention is None else judge(label, mention)
        if not is_right:
            misses.append(Miss(item=label.id, expected=expected, got=got, around=around(text, *label.core)))
    return Score(hits=len(pairs) - len(misses), total=len(pairs), misses=tuple(misses))


def _listed(found: list[tuple[str, Mention]], texts: Mapping[str, str], total: int | None = None) -> Score:
    misses = tuple(
        Miss(
            item=article,
            expected="no label",
            got=shown(mention),
            around=around(texts[article], mention.start, mention.end),
        )
        for article, mention in found
    )
    return Score(hits=len(found), total=len(found) if total is None else total, misses=misses)


def rows(scores: SeedScores) -> list[Row]:
    """The rows of the five articles."""
    further = Row(
        name="seeds.further",
        what="mentions without a label",
        figure=f"{scores.further.hits}",
        misses=scores.further.misses,
    )
    return [
        score_row("seeds.mentions", "place, value, claim or not", scores.mentions, 100),
        score_row("seeds.kind", "kind of claims", scores.kinds, 100),
        score_row("seeds.hedge", "hedge of claims", scores.hedges, 100),
        score_row("seeds.direction", "direction of claims", scores.directions, 100),
        score_row("seeds.scope", "area and period of claims", scores.scopes, 100),
        further,
        unwanted_row("seeds.claims", "claims without a label", scores.further_claims),
    ]
