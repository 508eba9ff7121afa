"""Assertions and facts: what a dossier says, grouped, and split into independent parts.

Claims that say the same thing, in however many articles, are one assertion. Base figures and
nestings are facts. Parts that share no unknown figure can be judged apart, so that the cost of
verifying grows with the number of claims and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from claimcheck.articles import Article, Dossier, Nesting
from claimcheck.claims import Claim, Context, Statement
from claimcheck.errors import Fault
from claimcheck.figures import BaseFigure, Figure, Form, Quantity, Quotient, Ratio
from claimcheck.findings import Evidence
from claimcheck.interval import Interval
from claimcheck.quotes import check_quotes

__all__ = [
    "Assertion",
    "Fact",
    "Part",
    "Said",
    "base_evidence",
    "find_facts",
    "group",
    "operands",
    "read_claims",
    "split",
]


@frozen(kw_only=True)
class Said:
    """A claim with what it says."""

    id: str
    article: Article
    claim: Claim
    context: Context
    statements: tuple[Statement, ...]


@frozen(kw_only=True, eq=False)
class Assertion:
    """What one or more claims say in the same words of arithmetic: repetitions are not votes."""

    statements: tuple[Statement, ...]
    said: tuple[Said, ...]

    @property
    def weight(self) -> int:
        """What giving it up costs."""
        return max(spoken.claim.weight for spoken in self.said)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures it is about."""
        return tuple(dict.fromkeys(operands(q for s in self.statements for q in s.ratio.quantities)))


@frozen(kw_only=True, eq=False)
class Fact:
    """A hard statement: a base figure, or a nesting."""

    evidence: Evidence
    ratio: Ratio
    interval: Interval
    pins: Quantity | None = None
    """The figure that it pins to one value, if it does."""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures it is about."""
        return self.ratio.quantities


def read_claims(dossier: Dossier) -> tuple[list[Said], list[Fault]]:
    """Every claim with its statements, in the order of articles and places; and what cannot be read."""
    said: list[Said] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for article in sorted(dossier.articles, key=lambda article: (article.id, article.publisher)):
        misquoted = check_quotes(article, dossier.conventions)
        context = Context(conventions=dossier.conventions, published=article.published)
        for claim in sorted(article.claims, key=_claim_order):
            full_id = f"{article.id}/{claim.id}"
            if full_id in seen:
                faults.append(
                    Fault(
                        rule="CC109",
                        message=f"two claims have the id {full_id!r}",
                        advice="give one of them, or one of the articles, an 'id' of its own",
                        place=claim.place,
                    )
                )
                continue
            seen.add(full_id)
            if claim.id in misquoted:
                faults.append(misquoted[claim.id])
                continue
            try:
                statements = claim.statements(context)
            except Fault as fault:
                faults.append(evolve(fault, place=fault.place or claim.place))
                continue
            said.append(
                Said(id=full_id, article=article, claim=claim, context=context, statements=statements)
            )
    return said, faults


def _claim_order(claim: Claim) -> tuple[int, str, str, str]:
    place = claim.place
    return (place.line or 0 if place else 0, claim.id, claim.quote, claim.kind)


def group(said: Sequence[Said]) -> list[Assertion]:
    """Claims that say the same thing, put together; in an order of their own."""
    same: dict[object, list[Said]] = defaultdict(list)
    for spoken in sorted(said, key=lambda spoken: spoken.id):
        key = tuple((s.ratio, s.reading.strict, s.reading.loose) for s in spoken.statements)
        same[key].append(spoken)
    return [Assertion(statements=alike[0].statements, said=tuple(alike)) for alike in same.values()]


def find_facts(dossier: Dossier, said: Sequence[Said]) -> tuple[list[Fact], list[Fault]]:
    """Base figures and nestings as hard statements, each under an id that does not depend on their order."""
    facts: list[Fact] = []
    faults: list[Fault] = []
    numbers: dict[str, int] = defaultdict(int)
    for base in sorted(
        dossier.base_figures, key=lambda base: (base.figure.sort_key, str(base.value), str(base.source))
    ):
        numbers[str(base.figure)] += 1
        if base.interval is None:
            continue
        facts.append(
            Fact(
                evidence=base_evidence(base, numbers[str(base.figure)]),
                ratio=base.figure / 1,
                interval=base.interval,
                pins=base.figure if base.is_exact else None,
            )
        )
    spoken_of = {
        q for spoken in said for statement in spoken.statements for q in operands(statement.ratio.quantities)
    }
    figures = {q for q in spoken_of if isinstance(q, Figure)} | {base.figure for base in dossier.base_figures}
    for nesting in sorted(dossier.nesting, key=lambda nesting: nesting.whole):
        try:
            facts += _nested(nesting, figures)
        except Fault as fault:
            faults.append(evolve(fault, place=fault.place or nesting.place))
    return facts, faults


def base_evidence(base: BaseFigure, number: int = 1) -> Evidence:
    """A base figure as evidence; ``number`` tells apart several of the same figure."""
    suffix = f" ({number})" if number > 1 else ""
    return Evidence(
        id=f"base: {base.figure}{suffix}", text=str(base), publisher=base.source, place=base.place
    )


def _nested(nesting: Nesting, figures: set[Figure]) -> Iterator[Fact]:
    """The parts' sum against the whole, for every measure and period in which both are spoken of."""
    for whole in sorted((f for f in figures if f.area == nesting.whole), key=lambda figure: figure.sort_key):
        if whole.measure.unit in UNSUMMED:
            continue
        parts = [whole.at(area=area) for area in sorted(nesting.parts)]
        if not any(part in figures for part in parts):
            continue
        summed = parts if nesting.is_exhaustive else [part for part in parts if part in figures]
        rest = Form.of(whole)
        for part in summed:
            rest = rest - part
        yield Fact(
            evidence=Evidence(
                id=f"nesting: {whole}",
                text=f"{nesting.whole} contains {', '.join(str(part.area) for part in summed)}",
                place=nesting.place,
            ),
            ratio=rest / 1,
            interval=Interval.point(0) if nesting.is_exhaustive else Interval(0, None),
        )


UNSUMMED = frozenset({"percent", "point", "celsius"})
"""Units whose values for areas do not add up to that of the whole."""


@frozen(kw_only=True, eq=False)
class Part:
    """Assertions and facts that share unknown figures with each other and with no others."""

    assertions: tuple[Assertion, ...]
    facts: tuple[Fact, ...]

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Everything in it that something is said about."""
        stated = tuple(statement.ratio for assertion in self.assertions for statement in assertion.statements)
        return (*stated, *(fact.ratio for fact in self.facts))


def split(assertions: Sequence[Assertion], facts: Sequence[Fact]) -> list[Part]:
    """Split what is said into parts that share no unknown figure. A figure that a source pins is known.

    A known figure's facts stand in every part that speaks of it.
    """
    pins: dict[Quantity, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.pins is not None:
            pins[fact.pins].append(fact)
    # Where two sources pin one figure, that they agree is something to judge as well.
    again = [several[0] for several in pins.values() if len(several) > 1]
    members: list[Assertion | Fact] = [*assertions, *(fact for fact in facts if fact.pins is None), *again]

    leaders: dict[object, object] = {}

    def leader(item: object) -> object:
        while (above := leaders.setdefault(item, item)) is not item:
            leaders[item] = leaders[above]
            item = above
        return item

    for member in members:
        for quantity in member.quantities:
            if quantity not in pins:
                leaders[leader(quantity)] = leader(member)

    together: dict[object, list[Assertion | Fact]] = defaultdict(list)
    for member in members:
        together[leader(member)].append(member)
    parts = []
    for gathered in together.values():
        known = {q for member in gathered for q in member.quantities if q in pins}
        parts.append(
            Part(
                assertions=tuple(member for member in gathered if isinstance(member, Assertion)),
                facts=(
                    *(
                        fact
                        for quantity in sorted(known, key=lambda q: q.sort_key)
                        for fact in pins[quantity]
                    ),
                    *(member for member in gathered if isinstance(member, Fact) and member.pins is None),
                ),
            )
        )
    return parts


def operands(quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities and, of those that are shares, the figures behind them."""
    for quantity in quantities:
        yield quantity
        if isinstance(quantity, Quotient):
            yield from (quantity.part, quantity.whole)
