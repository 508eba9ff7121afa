"""Marks: the quotes of an article's claims, marked in its text wherever they overlap."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from attrs import frozen

from claimcheck.render import words
from claimcheck.render.html.building import build, fill
from claimcheck.render.html.entries import Entry, OpenNumber

__all__ = ["Mark", "marked"]


@frozen(kw_only=True, eq=False)
class Mark:
    """How the quote of one claim is marked: with what sign, and where the mark leads."""

    number: int | None
    manner: str
    sign: str
    label: str
    href: str
    anchor: str
    rank: int = 0
    """The lower, the more it has to be seen where two quotes are the same."""

    @classmethod
    def of(cls, entry: Entry) -> Mark:
        finding = entry.finding
        return cls(
            number=entry.number,
            manner=words.verdict(finding),
            sign=words.SIGNS[finding.verdict],
            label=f"{words.verdict(finding)}, claim {entry.number}",
            href=f"#{entry.card}",
            anchor=entry.quote,
            rank=finding.badness[0],
        )

    @classmethod
    def of_open(cls, number: OpenNumber) -> Mark:
        label = "several claims may be meant"
        return cls(
            number=None, manner="open", sign="??", label=label, href=f"#{number.row}", anchor=number.quote
        )

    def over(self, text: str, *, is_last: bool, is_shared: bool) -> ET.Element:
        """The mark over some words: the last of a quote carry the sign, and are where the keyboard stops."""
        link = build("a", text, href=self.href)
        if is_last:
            link.append(self._sign())
            link.set("id", self.anchor)
        else:
            link.set("tabindex", "-1")
        return build(f"mark.{self._classes}{'.shared' if is_shared else ''}", link)

    def alone(self) -> ET.Element:
        """The sign of a quote whose last words are marked for another."""
        return build(f"a.{self._classes}.end", self._sign(), href=self.href, id=self.anchor)

    @property
    def _classes(self) -> str:
        return self.manner if self.number is None else f"{self.manner}.m{self.number}"

    def _sign(self) -> ET.Element:
        number = build("sup", str(self.number)) if self.number is not None else None
        return build("span.sign", self.sign, number, role="img", aria_label=self.label)


@frozen(kw_only=True, eq=False)
class _Piece:
    """Some words of a text that lie in the same quotes throughout.

    They are marked for ``top``, the shortest of these; ``closing`` are the quotes that end with them.
    """

    start: int
    end: int
    top: int
    is_shared: bool
    closing: Sequence[int]


def _pieces(spans: Sequence[tuple[int, int] | None], ranks: Sequence[int]) -> Iterator[_Piece]:
    """A text cut wherever a quote starts or ends, so that quotes may overlap and lie in each other."""
    starting: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, int] = {}
    for number, span in enumerate(spans):
        if span is not None:
            starting[span[0]].append(number)
            closing[span[1]].append(number)
            ends[number] = span[1]
    inside: list[tuple[int, int, int]] = []
    count = 0
    for start, end in pairwise(sorted({*starting, *closing})):
        count += len(starting.get(start, ())) - len(closing.get(start, ()))
        for number in starting.get(start, ()):
            heappush(inside, (ends[number] - start, ranks[number], number))
        while inside and ends[inside[0][2]] <= start:
            heappop(inside)
        if inside:
            yield _Piece(
                start=start, end=end, top=inside[0][2], is_shared=count > 1, closing=closing.get(end, ())
            )


def marked(text: str, marks: Sequence[Mark], spans: Sequence[tuple[int, int] | None]) -> Iterator[ET.Element]:
    """A text in paragraphs, with its quotes marked."""
    pieces = list(_pieces(spans, [mark.rank for mark in marks]))
    ends = [piece.end for piece in pieces]
    for lines in _paragraphs(text):
        paragraph = build("p", dir="auto")
        for number, (start, end) in enumerate(lines):
            if number:
                fill(paragraph, [build("br")])
            at = start
            for piece in map(pieces.__getitem__, range(bisect_right(ends, start), len(pieces))):
                if piece.start >= end:
                    break
                first, last = max(piece.start, start), min(piece.end, end)
                fill(
                    paragraph,
                    [text[at:first], *_over(piece, text[first:last], marks, ends=last == piece.end)],
                )
                at = last
            fill(paragraph, [text[at:end]])
        yield paragraph


def _over(piece: _Piece, text: str, marks: Sequence[Mark], *, ends: bool) -> Iterator[ET.Element]:
    closing = piece.closing if ends else ()
    yield marks[piece.top].over(text, is_last=piece.top in closing, is_shared=piece.is_shared)
    yield from (marks[number].alone() for number in closing if number != piece.top)


def _paragraphs(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each paragraph. A text without empty lines has a paragraph in every line."""
    lines = [found for found in re.finditer(r"[^\r\n]+", text) if found[0].strip()]
    breaks = [
        len(re.findall(r"\r\n|\r|\n", text[above.end() : below.start()])) for above, below in pairwise(lines)
    ]
    apart = 2 if any(count > 1 for count in breaks) else 1
    paragraph: list[tuple[int, int]] = []
    for line, count in zip(lines, [apart, *breaks], strict=False):
        if count >= apart and paragraph:
            yield paragraph
            paragraph = []
        paragraph.append(line.span())
    if paragraph:
        yield paragraph
