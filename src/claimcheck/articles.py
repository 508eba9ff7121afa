"""Articles and dossiers: what was printed, where the quotes stand, and what is verified together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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

__all__ = ["Article", "Dossier", "Nesting", "locate"]

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
    pieces = [
        re.compile(r"(?<!\w)(?<!\d[.,])" + r"\s+".join(map(re.escape, piece.split())) + r"(?!\w)(?![.,]\d)")
        for piece in re.split(r"\.\.\.|…", quote.translate(_SAME))
        if piece.strip()
    ]
    if not pieces:
        return None
    first, *others = pieces
    plain = _plain(text)
    for found in first.finditer(plain):
        end = found.end()
        paragraph_end = text.find("\n", end)
        for piece in others:
            following = piece.search(plain, end, len(plain) if paragraph_end < 0 else paragraph_end)
            if following is None:
                break
            end = following.end()
        else:
            return found.start(), end
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


def check_quotes(article: Article) -> Mapping[str, Fault]:
    """The claims of an article whose quotes do not stand in its text, by claim id."""
    if article.text is None:
        return {}
    return {
        claim.id: Fault(
            rule="CC105",
            message=f"the quote {claim.quote!r} does not stand in the text of the article",
            advice="copy it from the text; mark words left out with ...",
            place=claim.place,
        )
        for claim in article.claims
        if locate(claim.quote, article.text) is None
    }
