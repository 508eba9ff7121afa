"""Story: articles read together, with what they claim, what was tied to what, and the verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen

from claimcheck.articles import Article, Dossier, locate
from claimcheck.display import Displayed
from claimcheck.figures import Figure
from claimcheck.files.writing import figures_of
from claimcheck.findings import Confidence, Possible, Report, SameFigure
from claimcheck.mentions import Mention, survey
from claimcheck.reading.merging import Merge, merge
from claimcheck.reading.proposing import Proposal, propose
from claimcheck.reading.relations import relate
from claimcheck.reading.slots import ArticleSlots, Slot, slots_of
from claimcheck.verifier import TIME_LIMIT, verify


@frozen(kw_only=True, slots=False)
class Story(Displayed):
    """One or more articles as they were read: mentions, proposed claims, and what verifying them finds.

    Nothing here is declared by a person. ``proposals`` are claims that the words seem to make, each with
    reasons and a confidence; those of weak confidence are left out of ``dossier`` and so of ``report``.
    """

    articles: tuple[Article, ...]
    """The articles as given, with the proposed claims of likely and sure confidence added to their own."""
    mentions: tuple[tuple[Mention, ...], ...]
    """The mentions of each article's text."""
    proposals: tuple[Proposal, ...]
    same_figures: tuple[SameFigure, ...]
    """What was taken for one figure though it stands in two places."""
    dossier: Dossier
    time_limit: float | None = field(default=TIME_LIMIT, repr=False)
    progress: Callable[[int, int], None] | None = field(default=None, repr=False, eq=False)

    @cached_property
    def report(self) -> Report:
        """The verdicts on all that was read, and on what the dossier declares."""
        found = verify(self.dossier, time_limit=self.time_limit, progress=self.progress)
        read_as = {
            (self.articles[one.article].id, one.claim.id): one.read_as
            for one in self.proposals
            if one.confidence > Confidence.WEAK
        }
        return evolve(
            found,
            findings=tuple(
                evolve(finding, read_as=read_as.get((finding.article.id, finding.claim.id)))
                for finding in found
            ),
            same_figures=self.same_figures,
            possible=tuple(
                Possible(article=self.articles[one.article], claim=one.claim, read_as=one.read_as)
                for one in self.proposals
                if one.confidence is Confidence.WEAK
            ),
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return self.report._repr_mimebundle_(include, exclude)


def read(
    text: str | Article | Iterable[str | Article],
    *,
    published: date | None = None,
    dossier: Dossier | None = None,
    time_limit: float | None = TIME_LIMIT,
    progress: Callable[[int, int], None] | None = None,
) -> Story:
    """Read plain English news text: find its numeric claims, tie them together, and verify them.

    Several texts are one story: figures of the same area and period whose nouns can mean the same thing
    are taken for one. Text may be given as an :class:`~claimcheck.Article` with its ``text``, which says
    when it appeared; ``published`` says so for plain strings. With a ``dossier``, its base figures and
    the claims of its articles are part of the story. Files are read by
    :func:`claimcheck.reading.extract_file`.

    >>> import claimcheck
    >>> story = claimcheck.read("In Wiltshire there were 63 thefts in 2019/20, compared to 77 in the "
    ...                         "previous year. That is a drop of 17%.")
    >>> [(finding.claim.quote, finding.verdict.value, finding.correction) for finding in story.report]
    [('63 thefts', 'unverified', None), ('77', 'unverified', None), ('drop of 17%', 'contradicted', '18%')]
    """
    given = [text] if isinstance(text, (str, Article)) else list(text)
    articles = [_article(one, index, len(given), published) for index, one in enumerate(given)]
    declared = _Declared(dossier)
    surveys = [
        survey(article.text or "", published=article.published, hedges=declared.hedges)
        for article in articles
    ]
    slots: list[ArticleSlots] = declared.slots()
    before, number = len(slots), sum(len(one.slots) for one in slots)
    for index, one in enumerate(surveys):
        found = slots_of(before + index, one, relate(one), number)
        number = 1 + max((slot.number for slot in found.slots), default=number - 1)
        slots.append(found)
    merged = merge(slots)
    everywhere = tuple(slot for one in slots for slot in one.slots)
    proposals = [
        proposal
        for index, (article, one) in enumerate(zip(articles, surveys, strict=True))
        for proposal in _new(
            article,
            propose(index, one, slots[before + index], merged.figures, everywhere, article.published),
        )
    ]
    whole = [
        evolve(
            article,
            claims=(
                *article.claims,
                *(
                    proposal.claim
                    for proposal in proposals
                    if proposal.article == index and proposal.confidence > Confidence.WEAK
                ),
            ),
        )
        for index, article in enumerate(articles)
    ]
    names = [*declared.names, *(article.id for article in articles)]
    return Story(
        articles=tuple(whole),
        mentions=tuple(one.mentions for one in surveys),
        proposals=tuple(proposals),
        same_figures=tuple(_same(found, merged.figures, names) for found in merged.merges),
        dossier=declared.with_articles(whole),
        time_limit=time_limit,
        progress=progress,
    )


def _article(given: str | Article, index: int, count: int, published: date | None) -> Article:
    if isinstance(given, Article):
        return given
    name = "text" if count == 1 else f"text-{index + 1}"
    return Article(publisher="", id=name, text=given, claims=(), published=published)


def _new(article: Article, proposals: Iterable[Proposal]) -> Iterable[Proposal]:
    """The proposals for numbers that no claim of the article declares yet."""
    spans = [span for claim in article.claims if (span := locate(claim.quote, article.text or ""))]
    taken = {claim.id for claim in article.claims}
    for proposal in proposals:
        start, end = proposal.mention.number_start, proposal.mention.number_end
        if any(first <= start and end <= last for first, last in spans):
            continue
        is_taken = proposal.claim.id in taken
        yield proposal.renamed(f"{proposal.claim.id}-read") if is_taken else proposal


def _same(found: Merge, figures: dict[int, Figure], names: Sequence[str]) -> SameFigure:
    return SameFigure(
        figure=figures[found.one.number],
        one=found.one.spot.mention if found.one.spot else None,
        other=found.other.spot.mention if found.other.spot else None,
        articles=(names[found.one.article], names[found.other.article]),
        reason=found.reason,
    )


class _Declared:
    """What a dossier already says: its figures are slots as those of a text are."""

    def __init__(self, dossier: Dossier | None) -> None:
        self._dossier = dossier
        self.articles: tuple[Article, ...] = dossier.articles if dossier else ()
        self.hedges = dossier.conventions.hedge_words if dossier else None

    @property
    def names(self) -> tuple[str, ...]:
        """Where each of the slots' lists comes from."""
        return () if self._dossier is None else ("base figures", *(article.id for article in self.articles))

    def slots(self) -> list[ArticleSlots]:
        """The figures of base figures and of each article's claims."""
        if self._dossier is None:
            return []
        found = []
        seen: dict[Figure, int] = {}
        lists = [
            [base.figure for base in self._dossier.base_figures],
            *(
                [figure for claim in article.claims for figure in figures_of(claim)]
                for article in self.articles
            ),
        ]
        for index, figures in enumerate(lists):
            levels = []
            for figure in figures:
                if figure not in seen:
                    seen[figure] = len(seen)
                    levels.append(_given(figure, index, seen[figure]))
            found.append(ArticleSlots(levels=tuple(levels)))
        return found

    def with_articles(self, articles: Iterable[Article]) -> Dossier:
        """The dossier with the articles that were read, in place of those of the same id."""
        read_now = {article.id: article for article in articles}
        if self._dossier is None:
            name = " and ".join(read_now) if len(read_now) <= 2 else f"{len(read_now)} articles"
            return evolve(Dossier.of(tuple(read_now.values())), name=name or "story")
        kept = (article for article in self.articles if article.id not in read_now)
        return evolve(self._dossier, articles=(*kept, *read_now.values()))


def _given(figure: Figure, article: int, number: int) -> Slot:
    return Slot(
        article=article,
        number=number,
        noun=figure.measure.name,
        area=figure.area,
        period=figure.period,
        is_own=True,
        figure=figure,
    )


__all__ = ["Story", "read"]
