"""Articles and dossiers: what was printed, where the quotes stand, and what is verified together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from claimcheck.claims import Claim
from claimcheck.display import Displayed
from claimcheck.errors import Fault, Place
from claimcheck.figures import BaseFigure, Measure
from claimcheck.periods import parse_date
from claimcheck.readings import Conventions

__all__ = ["Article", "Dossier", "Nesting", "Span", "locate", "locate_pieces"]

Span = tuple[int, int]
"""The offsets at which some words start and end."""

# What print varies without changing the words: every one to one, so that offsets hold.
_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‛′ʼ", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2007\t\r\n", " "),
    }
)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return text.translate(_SAME)


def locate(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text: its first place, as start and end offsets, or ``None``.

    Curly and straight quotes, dashes and runs of white space count as the same. Words left out
    are marked by ``...`` and must lie in one paragraph.

    >>> locate("63 ... offences", "There were 63 grooming offences.")
    (11, 31)
    """
    located = locate_pieces(quote, text)
    return (located[0][1][0], located[-1][1][1]) if located is not None else None


def locate_pieces(quote: str, text: str) -> tuple[tuple[Span, Span], ...] | None:
    """Where the pieces of a quote between ``...`` stand: for each, its span in the quote and in the text.

    >>> locate_pieces("63 ... offences", "There were 63 grooming offences.")
    (((0, 2), (11, 13)), ((7, 15), (23, 31)))
    """
    spans, pieces = [], []
    at = 0
    for piece in re.split(r"(\.\.\.|…)", quote.translate(_SAME)):
        if piece.strip() and piece not in ("...", "…"):
            indent = len(piece) - len(piece.lstrip())
            spans.append((at + indent, at + len(piece.rstrip())))
            words = r"\s+".join(map(re.escape, piece.split()))
            pieces.append(re.compile(rf"(?<!\w)(?<!\d[.,]){words}(?!\w)(?![.,]\d)"))
        at += len(piece)
    if not pieces:
        return None
    first, *others = pieces
    plain = _plain(text)
    for found in first.finditer(plain):
        places = [found.span()]
        paragraph_end = text.find("\n", found.end())
        for piece in others:
            following = piece.search(plain, places[-1][1], len(plain) if paragraph_end < 0 else paragraph_end)
            if following is None:
                break
            places.append(following.span())
        else:
            return tuple(zip(spans, places, strict=True))
    return None


def _tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(value)


@frozen(kw_only=True)
class Nesting:
    """Areas that lie within another: their sum is at most the whole, or equal when they are all of it."""

    whole: str
    parts: tuple[str, ...] = field(converter=_tuple)
    is_exhaustive: bool = False
    place: Place | None = field(default=None, eq=False, repr=False)


def _date(value: date | str | None) -> date | None:
    return parse_date(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Article(Displayed):
    """One published article: who printed it, when, and the claims it makes.

    Where the ``text`` is at hand, every quote has to stand in it.
    """

    publisher: str
    claims: tuple[Claim, ...] = field(converter=_tuple)
    published: date | None = field(default=None, converter=_date)
    title: str | None = None
    url: str | None = None
    text: str | None = field(default=None, repr=False)
    id: str = field()
    place: Place | None = field(default=None, eq=False, repr=False)
    text_place: Place | None = field(default=None, eq=False, repr=False)
    """The file that the text was read from."""

    @id.default
    def _default_id(self) -> str:
        words = re.findall(r"[a-z0-9]+", self.publisher.casefold())
        return "-".join([*words[:4], *([str(self.published)] if self.published else [])]) or "article"


def _measures(value: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(sorted(value, key=lambda measure: measure.name))


@frozen(kw_only=True)
class Dossier:
    """The articles and base figures on one story: what is verified together.

    ``faults`` are what could not be read of its files; they are reported beside the findings and
    never count as a pass.
    """

    articles: tuple[Article, ...] = field(converter=_tuple)
    base_figures: tuple[BaseFigure, ...] = field(default=(), converter=_tuple)
    nesting: tuple[Nesting, ...] = field(default=(), converter=_tuple)
    measures: tuple[Measure, ...] = field(default=(), converter=_measures)
    conventions: Conventions = field(factory=Conventions)
    name: str = "dossier"
    place: Place | None = field(default=None, eq=False, repr=False)
    faults: tuple[Fault, ...] = field(default=(), converter=_tuple, eq=False, repr=False)

    @classmethod
    def of(cls, story: Dossier | Article | Iterable[Article]) -> Dossier:
        """A dossier from whatever is at hand: itself, one article, or several."""
        if isinstance(story, Dossier):
            return story
        articles = (story,) if isinstance(story, Article) else tuple(story)
        return cls(articles=articles, name=articles[0].id if len(articles) == 1 else "dossier")
