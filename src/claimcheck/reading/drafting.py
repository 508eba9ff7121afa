"""Drafting: a story as the files of a dossier, for a person to confirm.

What the reader made up, took for one, or could not tell is marked TODO. What stands in the folder
already is kept as it is; only what it does not declare is added.
"""

from __future__ import annotations

import os
import textwrap
from codecs import BOM_UTF8
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from claimcheck.articles import Article, Dossier
from claimcheck.claims import Claim
from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.figures import Figure, Measure
from claimcheck.files import load
from claimcheck.files.converting import keys_of, want_entries
from claimcheck.files.discovery import CLAIMS_SUFFIX, DOSSIER_FILE
from claimcheck.files.dossier_file import read_dossier_file
from claimcheck.files.names import PARTS, Names
from claimcheck.files.nodes import Entries, parse_yaml
from claimcheck.files.sources import TABLE_LIMIT, YAML_LIMIT, Collector, Source, shown_path
from claimcheck.files.writing import (
    NONE,
    References,
    about_of,
    article_head,
    claim_keys,
    extended,
    figures_of,
    files_of,
    indented,
    measure_text,
    measures_of,
    own_figures,
    refuse_unwritable,
    settings_text,
    yaml_text,
)
from claimcheck.findings import Confidence, SameFigure, line_and_column
from claimcheck.mentions import Mention
from claimcheck.quotes import coverage_of
from claimcheck.reading.proposing import Proposal
from claimcheck.reading.story import Story

__all__ = ["draft", "draft_text"]

_UNKNOWN: Final = "unknown"
"""What stands for a publisher that nothing names."""

_ASKED: Final = {
    "area": "TODO: where? Leave it empty if the text does not say",
    "period": "TODO: when? Leave it empty if the text does not say",
}
_ADDED: Final = "Added by claimcheck: confirm it, and decide what is marked TODO."
_WIDTH: Final = 100
"""How wide comments are."""


def draft(story: Story, folder: str | os.PathLike[str]) -> Path:
    """Write a story as a dossier for a person to confirm, and give the folder, which is made if need be.

    Each article that was read gets a claims file with a comment above every claim: the line it stands
    in, and why it is read so. Claims of weak confidence are commented out. Files that are there already
    keep every character: claims are added for numbers that none of theirs covers, measures that they do
    not declare, and the text is brought up to date. So a proposal that was deleted comes back when the
    story is drafted again; one that is commented out does not. Where a file cannot be read, that is an
    :class:`~claimcheck.AuthoringError`, and nothing is written.

    >>> import tempfile
    >>> from claimcheck.files import load
    >>> from claimcheck.reading import read
    >>> story = read("In Wiltshire there were 63 thefts in 2019/20, down from 77 in the previous year.")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     (article,) = load(draft(story, folder)).articles
    >>> article.claims == story.articles[0].claims
    True
    """
    target = Path(folder)
    try:
        files = _Drafter(story, target, _loaded(target)).files()
    except Fault as fault:
        raise AuthoringError([fault]) from None
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = target / name
        mark = "\ufeff" if path.exists() and path.read_bytes().startswith(BOM_UTF8) else ""
        path.write_text(mark + text, encoding="utf-8", newline="")
    return target


def draft_text(story: Story, article: str | None = None) -> str:
    """The claims file that :func:`draft` writes for an article, by its id, into an empty folder.

    >>> from claimcheck.reading import read
    >>> print(draft_text(read("In Wiltshire there were 63 thefts in 2019/20.")))
    # Drafted by claimcheck from the words of text.txt, whose lines are named: confirm every claim, and
    # decide what is marked TODO.
    article:
      publisher: unknown   # TODO: who published it?
      # TODO: published: on which day? "Last year" is counted from it
    <BLANKLINE>
    about:
      measure: thefts
      area: Wiltshire
      period: 2019/20
    <BLANKLINE>
    claims:
      # line 1
      - quote: 63 thefts
        kind: count
    <BLANKLINE>
    """
    drafter = _Drafter(story, Path(), Dossier(articles=()))
    index = next((n for n, one in enumerate(story.articles) if article in (None, one.id)), None)
    if index is None:
        raise KeyError(article)
    return drafter.claims_text(index)


@frozen(kw_only=True)
class _Item:
    """A claim to write, and the proposal that it is, if nobody declared it."""

    claim: Claim
    proposal: Proposal | None = None

    @property
    def is_weak(self) -> bool:
        return self.proposal is not None and self.proposal.confidence is Confidence.WEAK


class _Drafter:
    """Goes through a story beside what a folder has already."""

    def __init__(self, story: Story, folder: Path, there: Dossier) -> None:
        self._story = story
        self._folder = folder
        self._there = there
        declared = (*self._there.measures, *story.dossier.measures)
        self._renamed = _renamed(declared, self._used())
        self._whole = evolve(
            story.dossier,
            articles=[
                evolve(one, claims=[_with_measures(claim, self._renamed) for claim in one.claims])
                for one in story.dossier.articles
            ],
        )
        self._items = [self._items_of(index) for index in range(len(story.articles))]
        self._references = References.of(
            evolve(
                story.dossier,
                measures={*declared, *self._measures_of(items for items in self._items)},
                articles=(),
            )
        )
        self._texts = [_plain(article.text or "") for article in story.dossier.articles]
        self._made_up: dict[str, bool] = {}
        self._asked: set[str] = set()

    # What there is to say

    def _used(self) -> list[Measure]:
        """Every measure that the story uses, those of weak proposals last."""
        whole = measures_of(evolve(self._story.dossier, measures=()))
        weak = [figure.measure for one in self._story.proposals for figure in figures_of(one.claim)]
        there = measures_of(evolve(self._there, measures=()))
        return list(dict.fromkeys((*there, *whole, *weak)))

    def _items_of(self, index: int) -> list[_Item]:
        """The claims of an article that its file does not declare yet, in the order of the text."""
        article = self._story.articles[index]
        proposals = [one for one in self._story.proposals if one.article == index]
        proposed = {one.claim.id for one in proposals}
        items = [
            *(_Item(claim=claim) for claim in article.claims if claim.id not in proposed),
            *(_Item(claim=one.claim, proposal=one) for one in proposals),
        ]
        declared = self._declared(article)
        if declared is not None:
            items = list(self._new(items, declared, article))
        return [evolve(item, claim=_with_measures(item.claim, self._renamed)) for item in items]

    def _new(self, items: Iterable[_Item], declared: Article, article: Article) -> Iterator[_Item]:
        """The claims for numbers that those of a file do not cover, with ids that are not taken there."""
        now = evolve(declared, text=article.text, published=article.published)
        coverage = coverage_of(now, self._story.dossier.conventions)
        undeclared = (
            {(one.mention.start, one.mention.end) for one in coverage.undeclared} if coverage else set()
        )
        by_id = {claim.id: claim for claim in declared.claims}
        taken = set(by_id)
        for item in items:
            claim, mention = item.claim, item.proposal.mention if item.proposal else None
            same = by_id.get(claim.id) or by_id.get(claim.id.removesuffix("-read"))
            if same is not None and (same.quote, same.states) == (claim.quote, claim.states):
                continue
            if mention is not None and (mention.start, mention.end) not in undeclared:
                continue
            name, count = claim.id, 2
            while name in taken:
                name, count = f"{claim.id}-{count}", count + 1
            taken.add(name)
            yield evolve(item, claim=evolve(claim, id=name)) if name != claim.id else item

    def _declared(self, article: Article) -> Article | None:
        return next((one for one in self._there.articles if one.id == article.id), None)

    @staticmethod
    def _measures_of(articles: Iterable[Iterable[_Item]]) -> set[Measure]:
        return {figure.measure for items in articles for item in items for figure in figures_of(item.claim)}

    # Files

    def files(self) -> dict[str, str]:
        """Every file that is to be written, by its name."""
        refuse_unwritable(self._whole)
        files = {DOSSIER_FILE: self._dossier_text()}
        for index, article in enumerate(self._story.articles):
            declared = self._declared(article)
            name = f"{article.id}{CLAIMS_SUFFIX}"
            if declared is not None and declared.place is not None:
                name = Path(declared.place.path).name
            self._refuse_faults(name)
            files[name] = self._extended_claims(index, name) if declared else self.claims_text(index)
            if article.text is not None:
                files |= self._text_file(article, declared)
        # What else the story was verified with, where the folder does not have it.
        rest = {name: text for name, text in files_of(self._whole).items() if name not in files}
        files |= {name: text for name, text in rest.items() if not os.path.lexists(self._folder / name)}
        found = Collector()
        for name, text in files.items():
            self._check(name, text, found)
        found.settle()
        return {name: text for name, text in files.items() if text != self._given(name)}

    def _refuse_faults(self, name: str) -> None:
        """Raise what could not be read of a file that is to be changed."""
        path = shown_path(self._folder / name)
        if os.path.lexists(self._folder / name):
            faults = [fault for fault in self._there.faults if fault.place and fault.place.path == path]
            if faults:
                raise AuthoringError(faults)

    def _source(self, name: str, *, is_prose: bool = False) -> Source:
        limit = TABLE_LIMIT if is_prose else YAML_LIMIT
        return Source.read(self._folder / name, within=self._folder, limit=limit, is_prose=is_prose)

    def _given(self, name: str) -> str | None:
        if not os.path.lexists(self._folder / name):
            return None
        return self._source(name, is_prose=True).text

    def _check(self, name: str, text: str, found: Collector) -> None:
        """Put into ``found`` whatever could not be read of a text once it is written."""
        path = shown_path(self._folder / name)
        is_yaml = name.endswith(".yaml")
        data = text.encode("utf-8", "surrogatepass")
        if len(data) > (YAML_LIMIT if is_yaml else TABLE_LIMIT):
            found.add(Fault(rule="CC101", message="the file would be too large", place=Place(path=path)))
        try:
            source = Source.decode(data, path=path, is_prose=not is_yaml)
            node = parse_yaml(source, found) if is_yaml else None
            if name == DOSSIER_FILE and node is not None:
                read_dossier_file(want_entries(node, DOSSIER_FILE), found)
        except (Fault, AuthoringError) as error:
            found.add(error)

    def _text_file(self, article: Article, declared: Article | None) -> dict[str, str]:
        """The text of an article, in the file that its claims file names or that stands beside that."""
        assert article.text is not None
        name = f"{article.id}.txt"
        if declared is not None:
            place = declared.text_place
            name = Path(place.path).name if place is not None else name
            self._refuse_faults(name)
        elif (given := self._given(name)) is not None and given != article.text:
            raise AuthoringError(
                [
                    Fault(
                        rule="CC101",
                        message=f"not the text of {article.id!r}, which has no claims here",
                        advice="rename one of them, or draft into another folder",
                        place=Place(path=shown_path(self._folder / name)),
                    )
                ]
            )
        return {name: article.text}

    # dossier.yaml

    def _dossier_text(self) -> str:
        there = {measure.name for measure in self._there.measures}
        sure = self._measures_of([item for item in items if not item.is_weak] for items in self._items)
        read = {article.id for article in self._story.articles}
        others = [article for article in self._whole.articles if article.id not in read]
        declared = {*measures_of(evolve(self._whole, articles=others)), *sure}
        measures = sorted(declared | self._measures_of(self._items), key=lambda measure: measure.name)
        lines = []
        for measure in measures:
            if measure.name not in there:
                head, rest = measure_text(measure).removeprefix("  ").split("\n", 1)
                if measure not in declared:
                    lines.append("# only in claims that are commented out")
                lines.append(f"{head}   # TODO: a made-up name" if self._is_made_up(measure) else head)
                lines += [line.removeprefix("  ") for line in rest.splitlines()]
        if not os.path.lexists(self._folder / DOSSIER_FILE):
            comment = _comment(
                "Drafted by claimcheck: confirm what each measure counts, and in which unit. A unit that is"
                " neither money nor a physical one is a counted thing, in whole numbers."
            )
            block = "\n".join(["measures:", *map(_further, lines), ""]) if lines else "measures: {}\n"
            settings = settings_text(self._story.dossier)
            return f"{comment}\n{block}" + (f"\n{settings}" if settings else "")
        self._refuse_faults(DOSSIER_FILE)
        source = self._source(DOSSIER_FILE)
        if not lines:
            return source.text
        return extended(source, _entries(source), "measures", "\n".join(["", _comment(_ADDED), *lines]))

    def _is_made_up(self, measure: Measure) -> bool:
        """True for a name that neither a text nor a person has given."""
        if measure in self._story.dossier.measures or measure in self._there.measures:
            return False
        if measure.name not in self._made_up:
            name = _plain(measure.name)
            self._made_up[measure.name] = not any(name in text for text in self._texts)
        return self._made_up[measure.name]

    # Claims files

    def claims_text(self, index: int) -> str:
        """The claims file of an article that has none."""
        article, items = self._story.articles[index], self._items[index]
        self._asked = set()
        sure = [item for item in items if not item.is_weak]
        about = about_of(item.claim for item in sure or items)
        comment = _comment(
            f"Drafted by claimcheck from the words of {article.id}.txt, whose lines are named: confirm every"
            " claim, and decide what is marked TODO."
        )
        blocks = [f"{comment}\n{self._head_text(article)}"]
        if about is not None:
            parts = {"measure": about.measure.name, "area": about.area or NONE, "period": NONE}
            if about.period is not None:
                parts["period"] = about.period.text or str(about.period)
            blocks.append(_asking(yaml_text({"about": parts})))
        claims = "\n\n".join(self._items_text(index, items, about, shows_gaps=about is not None))
        opening = "claims:" if sure else "claims: []"
        blocks.append(f"{opening}\n" + (f"{_further(claims)}\n" if claims else ""))
        return "\n".join(blocks)

    def _extended_claims(self, index: int, name: str) -> str:
        """The claims file of an article, with what it does not declare yet at its end."""
        self._asked = set()
        source = self._source(name)
        entries = _entries(source)
        items = list(_not_commented(self._items[index], source.lines))
        if not items:
            return source.text
        blocks = list(self._items_text(index, items, self._about(entries), shows_gaps=False))
        return extended(source, entries, "claims", "\n".join(["", _comment(_ADDED), "", "\n\n".join(blocks)]))

    def _about(self, entries: Entries) -> Figure | None:
        """What a file says that its claims are about, its period in the words that stand there."""
        if not isinstance(about := entries.get("about"), Entries):
            return None
        names = Names(measures={measure.name: measure for measure in self._there.measures})
        sketch = names.sketch({part: about[part] for part in PARTS if part in about})
        # Where no measure is named, every claim names its own.
        measure = sketch.measure or Measure(name="", unit="thing")
        return Figure(measure=measure, area=sketch.area, period=sketch.period)

    @staticmethod
    def _head_text(article: Article) -> str:
        head = article_head(article)
        if not article.publisher.strip():
            head["publisher"] = _UNKNOWN
        lines = yaml_text({"article": head}).splitlines()
        if head["publisher"] == _UNKNOWN:
            at = lines.index(f"  publisher: {_UNKNOWN}")
            lines[at] += "   # TODO: who published it?"
        if article.published is None:
            lines.append('  # TODO: published: on which day? "Last year" is counted from it')
        return "\n".join([*lines, ""])

    def _items_text(
        self, index: int, items: Sequence[_Item], about: Figure | None, *, shows_gaps: bool
    ) -> Iterator[str]:
        """Each claim with its comment; ``shows_gaps`` where the file's ``about`` shows what is not known."""
        before: Mention | None = None
        for item in items:
            lines = list(self._comments(index, item)) if item.proposal else []
            claim = _asking(yaml_text([self._keys(item.claim, about, shows_gaps=shows_gaps)])).rstrip("\n")
            if item.is_weak:
                assert item.proposal is not None
                is_another = item.proposal.mention == before
                lines.append(_comment(f"TODO: {'or ' if is_another else ''}take the # away if this is meant"))
                claim = indented(claim, "# ")
                before = item.proposal.mention
            yield "\n".join([*lines, claim])

    def _keys(self, claim: Claim, about: Figure | None, *, shows_gaps: bool) -> dict[str, Any]:
        """What is written of a claim; a part that nobody knows stands there empty, where it is asked for."""
        keys = claim_keys(claim, about, self._references)
        own = own_figures(claim)
        if shows_gaps or not own or "parts" in keys or set(own) & self._known:
            return keys
        gaps = {
            part: NONE
            for part in ("area", "period")
            if part not in keys and f"{part}s" not in keys and all(getattr(one, part) is None for one in own)
        }
        first = ("id", "quote", "states", "kind", "measure", "area", "period")
        known = keys | gaps
        return {name: known[name] for name in (*first, *keys) if name in known}

    @cached_property
    def _known(self) -> set[Figure]:
        """The figures that somebody has declared."""
        dossier = self._there
        return {
            *(base.figure for base in dossier.base_figures),
            *(one for article in dossier.articles for claim in article.claims for one in figures_of(claim)),
        }

    def _comments(self, index: int, item: _Item) -> Iterator[str]:
        """Where a proposal stands, why it is read so, and what a person has to decide."""
        proposal = item.proposal
        assert proposal is not None
        line = _line(self._story.articles[index], proposal.mention)
        if proposal.confidence is Confidence.SURE:
            yield _comment(f"line {line}")
        else:
            reasons = "; ".join(proposal.reasons)
            yield _comment(f"line {line}, {proposal.confidence.shown}{': ' if reasons else ''}{reasons}")
        for figure in figures_of(item.claim):
            name = figure.measure.name
            if self._is_made_up(figure.measure) and name not in self._asked:
                self._asked.add(name)
                yield _comment(f"TODO: “{name}” is a made-up name: give it one here and in {DOSSIER_FILE}")
        own = own_figures(item.claim)
        for key in keys_of(type(item.claim)):
            other = getattr(item.claim, key.attribute)
            if key.holds == "figure" and isinstance(other, Figure) and own and other not in own:
                for part in ("area", "period"):
                    if getattr(other, part) is None and getattr(own[0], part) is not None:
                        yield _comment(f"TODO: of which {part} is “{key.name}”?")
        told = self._told[id(proposal)]
        for figure in dict.fromkeys(same.figure for same in told):
            yield from self._taken_for_one([same for same in told if same.figure == figure], proposal)

    @cached_property
    def _told(self) -> Mapping[int, list[SameFigure]]:
        """What was taken for one, by the proposal above which it is told: the later of two where one can."""
        told = defaultdict(list)
        for same in self._story.same_figures:
            for name, mention in zip(reversed(same.articles), (same.other, same.one), strict=True):
                if speaking := self._speaking(same.figure, name, mention):
                    told[id(speaking[0])].append(same)
                    break
        return told

    def _speaking(self, figure: Figure, name: str, mention: Mention | None) -> list[Proposal]:
        """The proposal for a number of an article; where none states the figure, those that speak of it."""
        return [
            one
            for one in self._story.proposals
            if self._story.articles[one.article].id == name
            and (one.mention == mention if mention else figure in figures_of(one.claim))
        ]

    def _taken_for_one(self, told: Sequence[SameFigure], proposal: Proposal) -> Iterator[str]:
        """With which others the figure of a proposal was taken for one, and why."""
        here = self._story.articles[proposal.article].id
        places: dict[str, None] = {}
        for same in told:
            first, second = same.articles
            is_second = second == here and (first != here or same.other in (None, proposal.mention))
            mention, name = (same.one, first) if is_second else (same.other, second)
            speaking = self._speaking(same.figure, name, mention)
            if speaking in ([], [proposal]):
                speaking = self._speaking(same.figure, name, None)
            for one in speaking:
                article = self._story.articles[one.article]
                where = f" of {article.id}.txt" if name != here else ""
                if one is not proposal:
                    places[f"“{one.claim.quote}” in line {_line(article, one.mention)}{where}"] = None
            if not speaking:
                places[name] = None
        if places:
            reasons = {same.reason.casefold(): same.reason for same in told}
            shown = [*places][:3] + ["others"] * (len(places) > 3)
            yield _comment(
                f"TODO: taken for the figure of {' and '.join(shown)}: {'; '.join(reasons.values())}"
            )


def _loaded(folder: Path) -> Dossier:
    """What a folder holds already."""
    if os.path.lexists(folder) and not folder.is_dir():
        place = Place(path=shown_path(folder))
        raise AuthoringError([Fault(rule="CC101", message="not a folder", place=place)])
    return load(folder) if folder.is_dir() else Dossier(articles=())


def _renamed(declared: Sequence[Measure], used: Sequence[Measure]) -> Mapping[Measure, Measure]:
    """Another measure for each one that files cannot declare as it is.

    One whose name is taken is the one that was declared by that name, where nothing uses that yet, and
    else gets a name of its own. Words that files keep for money or another unit are no unit of things.
    """
    by_name: dict[str, Measure] = {}
    for measure in declared:
        by_name.setdefault(measure.name, measure)
    idle = {measure.name for measure in declared if measure not in used}
    renamed = {}
    for measure in used:
        if measure not in declared and not _can_be_declared(measure):
            renamed[measure] = evolve(measure, unit="thing")
        given = by_name.setdefault(measure.name, renamed.get(measure, measure))
        if given == renamed.get(measure, measure):
            continue
        if measure.name in idle and (given.unit == measure.unit or (given.is_counted and measure.is_counted)):
            renamed[measure] = given
            idle.discard(measure.name)
            continue
        count = 2
        while (name := f"{measure.name} ({count})") in by_name:
            count += 1
        renamed[measure] = by_name[name] = evolve(renamed.get(measure, measure), name=name)
    return renamed


def _can_be_declared(measure: Measure) -> bool:
    found = Collector()
    source = Source(path=DOSSIER_FILE, text=f"measures:\n{measure_text(measure)}")
    read_dossier_file(_entries(source), found)
    return not found.faults


def _with_measures(claim: Claim, renamed: Mapping[Measure, Measure]) -> Claim:
    """A claim over the measures that stand for its own."""
    if not any(figure.measure in renamed for figure in figures_of(claim)):
        return claim

    def over(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(over(each) for each in value)
        if isinstance(value, Figure) and value.measure in renamed:
            return evolve(value, measure=renamed[value.measure])
        return value

    changes = {key.attribute: over(getattr(claim, key.attribute)) for key in keys_of(type(claim))}
    return evolve(claim, **changes)


def _entries(source: Source) -> Entries:
    """The mapping of a file that has been read without faults."""
    node = parse_yaml(source, Collector())
    assert node is not None, "loading it would have found a fault"
    return want_entries(node, source.path)


def _not_commented(items: Iterable[_Item], lines: Iterable[str]) -> Iterator[_Item]:
    """The items without the proposals that a file has in its comments."""
    there = Counter(line.strip("# -") for line in lines if line.lstrip().startswith("#"))
    for item in items:
        quote = yaml_text({"quote": item.claim.quote}).strip("# -\n")
        if item.proposal is not None and there[quote]:
            there[quote] -= 1
        else:
            yield item


def _line(article: Article, mention: Mention) -> int:
    return line_and_column(article, mention)[0]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _comment(text: str) -> str:
    """A text as comment lines, without what YAML could stumble over."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return "\n".join(
        textwrap.wrap(
            printable,
            _WIDTH,
            initial_indent="# ",
            subsequent_indent="# ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _further(text: str) -> str:
    """Lines two columns further in, empty ones left empty."""
    return "\n".join(f"  {line}" if line else line for line in text.split("\n"))


def _asking(text: str) -> str:
    """YAML in which every area and period that is left empty is asked for."""
    return "".join(
        f"{line}   # {_ASKED[name]}\n" if (name := line.strip(" :")) in _ASKED else f"{line}\n"
        for line in text.splitlines()
    )
