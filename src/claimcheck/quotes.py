"""Quotes: what the words that declare a claim state, and how much of a text is declared.

A claim's number is read from its quote. :func:`check_quotes` makes sure that the quote stands in the
text, that it states what is declared, and that it cuts nothing off that the text says of the number.
:func:`coverage_of` says which numbers of a text no claim declares.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import ClassVar, Final

from attrs import frozen

from claimcheck.articles import Article, Span, locate_pieces
from claimcheck.claims import KINDS, Claim
from claimcheck.errors import Fault, Place
from claimcheck.mentions import Mention, MentionKind, find
from claimcheck.numerals import Direction, Numeral
from claimcheck.numerals.hedges import stands_after
from claimcheck.readings import Conventions

__all__ = ["DECLARED_AS", "Coverage", "Undeclared", "check_quotes", "coverage_of"]

_ANY: Final = tuple(kind.kind for kind in KINDS)


def _usually(kind: str, *, never: str = "") -> tuple[str, ...]:
    """Every kind of claim but some, the usual one first."""
    return (kind, *(other for other in _ANY if other not in (kind, *never.split())))


DECLARED_AS: Final[Mapping[MentionKind, tuple[str, ...]]] = {
    MentionKind.COUNT: _usually("count"),
    MentionKind.AMOUNT: _usually("amount"),
    MentionKind.MONEY: _usually("amount"),
    MentionKind.DIFFERENCE: _usually("difference"),  # "63 more officers" may be how many are new
    MentionKind.POINTS: _usually("points"),
    MentionKind.MULTIPLE: _usually("multiple"),
    MentionKind.ELAPSED: _usually("elapsed"),
    MentionKind.CHANGE: _usually("change", never="share"),
    MentionKind.SHARE: _usually("share", never="change"),
    MentionKind.RATE: _usually("rate", never="count total"),
    MentionKind.INCIDENCE: _usually("incidence", never="count total"),
    MentionKind.MEAN: _usually("mean", never="count total"),
    MentionKind.RECORD: _usually("record"),
    MentionKind.DURATION: _usually("elapsed"),
    MentionKind.PERIOD: _usually("elapsed"),  # "the 12 months to March"
    MentionKind.COMPOUND: _usually("amount"),  # "a 63-page report"
    MentionKind.PRONOUN: _usually("count"),  # "one offence"
    MentionKind.DATE: _usually("count"),  # 1978 alone may be how many there were
    MentionKind.TIME: (),
    MentionKind.AGE: (),
    MentionKind.ORDINAL: (),
    MentionKind.PHONE: (),
    MentionKind.SCORE: (),
    MentionKind.ROAD: (),
    MentionKind.ADDRESS: (),
    MentionKind.SECTION: (),
    MentionKind.NAME: (),
}
"""As which kinds of claim each kind of mention can be declared, the usual one first.

What the unit of a number rules out is told by the claim itself: here is what only the words around
it do. A kind of claim that stands nowhere here is let pass.
"""

_NAMES: Final = {
    MentionKind.TIME: "a time of day",
    MentionKind.PHONE: "a telephone number",
    MentionKind.ROAD: "the number of a road",
    MentionKind.ADDRESS: "part of an address",
    MentionKind.SECTION: "the number of a section",
    MentionKind.NAME: "part of a name",
}


def _named(kind: MentionKind) -> str:
    return _NAMES.get(kind) or f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


# What a quote states


def check_quotes(article: Article, conventions: Conventions | None = None) -> Mapping[str, Fault]:
    """The faults of an article's claims that their quotes show, by claim id.

    >>> from claimcheck import Count, Figure, Measure
    >>> offences = Figure(measure=Measure(name="offences", unit="offence"), area="Kent")
    >>> count = Count(quote="15 offences", figure=offences)
    >>> article = Article(publisher="A paper", claims=[count], text="There were 15 offences a day.")
    >>> print(check_quotes(article)["15-offences"])
    CC107 in the text '15' is per day, which the quote leaves out; widen the quote until it has the words
    """
    conventions = conventions or Conventions()
    faults: dict[str, Fault] = {}
    for claim in article.claims:
        fault = _fault_of(claim, article, conventions)
        if fault is not None:
            faults[claim.id] = fault
    return faults


def _fault_of(claim: Claim, article: Article, conventions: Conventions) -> Fault | None:
    pieces = None
    if article.text is not None and (pieces := locate_pieces(claim.quote, article.text)) is None:
        return Fault(
            rule="CC105",
            message=f"the quote {claim.quote!r} does not stand in the text of the article",
            advice="copy it from the text; mark words left out with ...",
            place=claim.place,
        )
    numeral = _numeral(claim, conventions)
    alone = find(claim.quote, hedges=conventions.hedge_words)
    if numeral is None:
        return _not_a_number(claim, alone, conventions)
    stated = _at(alone, (numeral.start, numeral.end))
    if stated is not None and (fault := _unfit(claim, stated, "the quote")) is not None:
        return fault
    if article.text is None or pieces is None:
        return None
    place = _in_text((numeral.start, numeral.end), pieces, claim.quote, article.text)
    printed = _at(_mentions(article, conventions), place) if place is not None else None
    return _cut_off(claim, numeral, printed, article.text, pieces) if printed is not None else None


def _numeral(claim: Claim, conventions: Conventions) -> Numeral | None:
    """The number that a claim states, unless the claim itself has a fault to tell of it."""
    try:
        numeral = claim.numeral(conventions)
        claim.factor(numeral)
    except Fault:
        return None
    return numeral


def _not_a_number(claim: Claim, mentions: Sequence[Mention], conventions: Conventions) -> Fault | None:
    """The fault of a quote whose only number is none that can be claimed: an age, a name."""
    if claim.kind in ("comparison", "record"):  # these go without a number
        return None
    try:
        if claim.numerals(conventions):
            return None
    except Fault:
        return None
    return next((fault for mention in mentions if (fault := _unfit(claim, mention, "the quote"))), None)


def _unfit(claim: Claim, mention: Mention, where: str) -> Fault | None:
    """The fault of a number that the words make another kind of thing than is declared."""
    kinds = DECLARED_AS[mention.kind]
    if claim.kind in kinds or claim.kind not in _ANY:
        return None
    is_share = mention.kind is MentionKind.SHARE
    if mention.direction is not None and (is_share or (mention.kind is MentionKind.CHANGE and mention.hedge)):
        return None  # "fell below 6% of all", "a fall of one in five of them": either may be meant
    what = f"in {where} {mention.text!r} is {_named(mention.kind)}"
    if not kinds:
        return Fault(
            rule="CC108",
            message=f"{what}, which no claim states",
            advice="quote a number that counts or measures something",
            place=claim.place,
        )
    return Fault(
        rule="CC108",
        message=f"{what}, which is not what a claim of kind {claim.kind!r} states",
        advice=f"write kind: {kinds[0]}",
        place=claim.place,
    )


# What a text says of the number


def _cut_off(
    claim: Claim, numeral: Numeral, printed: Mention, text: str, pieces: Sequence[tuple[Span, Span]]
) -> Fault | None:
    """The fault of a quote that leaves out what the text says of its number."""
    if not printed.is_claim and (fault := _unfit(claim, printed, "the text")) is not None:
        return fault
    whole = printed.numeral
    if whole is None or not printed.is_claim:
        return None
    shown = f"in the text {printed.text!r}"
    is_bare = numeral.unit is None and whole.unit is not None
    if is_bare or (whole.value, whole.upper) != (numeral.value, numeral.upper):
        return _too_narrow(claim, f"the text says {printed.text!r}, and the quote has {numeral.text!r} of it")
    if whole.hedge is not None and whole.hedge != numeral.hedge:
        start, end = _hedge_of(printed, text)
        if not any(first <= start and end <= last for _, (first, last) in pieces):
            said = text[min(start, printed.start) : max(end, printed.end)]
            return _too_narrow(claim, f"the text says {' '.join(said.split())!r}, which the quote cuts short")
    if whole.per is not None and numeral.per is None and not getattr(claim, "per", None):
        per = whole.per if isinstance(whole.per, str) else f"{whole.per.numerator:,}"
        return _too_narrow(claim, f"{shown} is per {per}, which the quote leaves out")
    if whole.direction is not None and numeral.direction not in (None, whole.direction):
        way = "a rise" if whole.direction is Direction.RISE else "a fall"
        return _too_narrow(claim, f"{shown} is {way}, which the quote turns round")
    return None


def _too_narrow(claim: Claim, message: str) -> Fault:
    return Fault(
        rule="CC107",
        message=message,
        advice="widen the quote until it has the words",
        place=claim.place,
    )


def _hedge_of(mention: Mention, text: str) -> Span:
    """Where the hedge of a mention stands in its text."""
    assert mention.numeral is not None
    hedge = mention.numeral.hedge_text or ""
    if stands_after(" ".join(hedge.casefold().split())):
        start = text.find(hedge, mention.end)
    else:
        start = text.rfind(hedge, 0, mention.start)
    return start, start + len(hedge)


def _mentions(article: Article, conventions: Conventions) -> tuple[Mention, ...]:
    return _found(article.text or "", article.published, conventions.hedges)


@lru_cache(maxsize=64)
def _found(text: str, published: date | None, hedges: tuple[tuple[str, str], ...]) -> tuple[Mention, ...]:
    return find(text, published=published, hedges=dict(hedges))


def _at(mentions: Sequence[Mention], span: Span) -> Mention | None:
    """The mention that has something of a span."""
    start, end = span
    first = bisect_right(mentions, start, key=lambda mention: mention.start) - 1
    near = mentions[max(0, first) : first + 2]
    return next((mention for mention in near if mention.start < end and start < mention.end), None)


def _in_text(span: Span, pieces: Sequence[tuple[Span, Span]], quote: str, text: str) -> Span | None:
    """Where a span of a quote stands in the text: they differ in white space and in what is left out."""
    moved: dict[int, int] = {}
    for of_quote, of_text in pieces:
        moved.update(zip(_solid(quote, of_quote), _solid(text, of_text), strict=True))
    start, last = moved.get(span[0]), moved.get(span[1] - 1)
    return (start, last + 1) if start is not None and last is not None else None


def _solid(text: str, span: Span) -> Iterator[int]:
    return (at for at in range(*span) if not text[at].isspace())


# How much of a text is declared


@frozen(kw_only=True)
class Undeclared:
    """A number of a text that no claim declares, with the words around it, its line and its column."""

    mention: Mention
    words: str
    line: int
    column: int


@frozen(kw_only=True)
class Coverage:
    """How much of an article's text is declared: its numeric claims that are, and those that are not.

    >>> from claimcheck import Count, Figure, Measure
    >>> offences = Figure(measure=Measure(name="offences", unit="offence"), area="Kent")
    >>> count = Count(quote="63 offences", figure=offences)
    >>> text = "Kent had 63 offences, down from 77."
    >>> found = coverage_of(Article(publisher="A paper", claims=[count], text=text))
    >>> len(found.declared), found.total, [(each.mention.text, each.column) for each in found.undeclared]
    (1, 2, [('77', 33)])
    """

    rule: ClassVar[str] = "CC404"
    """The code of the rule that a number breaks which is not declared."""

    article: Article
    declared: tuple[Mention, ...]
    undeclared: tuple[Undeclared, ...]

    @property
    def total(self) -> int:
        """How many numeric claims the text makes."""
        return len(self.declared) + len(self.undeclared)

    @property
    def is_whole(self) -> bool:
        """True when every number of the text is declared."""
        return not self.undeclared

    def place_of(self, undeclared: Undeclared) -> Place | None:
        """Where a number stands, if the file of the text is known."""
        file = self.article.text_place
        return Place(path=file.path, line=undeclared.line, column=undeclared.column) if file else None


def coverage_of(article: Article, conventions: Conventions | None = None) -> Coverage | None:
    """How much of an article's text is declared; ``None`` where the text is not at hand.

    A number is declared when it lies within the quote of a claim, at the place where that is found.
    Words left out with ``...`` are not quoted. A span of time counts where a claim states it.
    """
    text = article.text
    if text is None:
        return None
    conventions = conventions or Conventions()
    mentions = _mentions(article, conventions)
    quoted, stated = bytearray(len(text)), set[Mention]()
    for claim in article.claims:
        pieces = locate_pieces(claim.quote, text) or ()
        for _, (start, end) in pieces:
            quoted[start:end] = b"\1" * (end - start)
        numeral = _numeral(claim, conventions)
        place = _in_text((numeral.start, numeral.end), pieces, claim.quote, text) if numeral else None
        mention = _at(mentions, place) if place is not None else None
        if mention is not None and DECLARED_AS[mention.kind]:
            stated.add(mention)
    declared, rest = [], []
    for mention in mentions:
        if mention in stated or (mention.is_claim and all(quoted[mention.number_start : mention.number_end])):
            declared.append(mention)
        elif mention.is_claim:
            rest.append(mention)
    lines = [0, *(found.end() for found in re.finditer(r"\r\n|[\r\n]", text))]
    undeclared = []
    for mention in rest:
        line = bisect_right(lines, mention.start)
        column = mention.start - lines[line - 1] + 1
        words = _words_around(text, mention)
        undeclared.append(Undeclared(mention=mention, words=words, line=line, column=column))
    return Coverage(article=article, declared=tuple(declared), undeclared=tuple(undeclared))


# A few words on the same line, none of them endless.
_BEFORE: Final = re.compile(r"(?:\S{1,30}[^\S\r\n]+){0,3}\S{0,30}\Z")
_AFTER: Final = re.compile(r"\S{0,30}(?:[^\S\r\n]+\S{1,30}){0,3}")


def _words_around(text: str, mention: Mention) -> str:
    before = _BEFORE.search(text[max(0, mention.start - 130) : mention.start])
    after = _AFTER.match(text, mention.end)
    assert before is not None
    assert after is not None
    return f"{before[0]}{mention.text}{after[0]}".strip(" .,;:")
