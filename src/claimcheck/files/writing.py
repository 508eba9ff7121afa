"""Writing: a dossier's objects as the files of a folder."""

from __future__ import annotations

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from attrs import evolve, frozen

from claimcheck.articles import Article, Dossier, Nesting
from claimcheck.claims import Claim
from claimcheck.errors import AuthoringError, Fault
from claimcheck.figures import BaseFigure, Figure, Measure
from claimcheck.files.claims_file import LISTS, article_keys, is_own, slug
from claimcheck.files.converting import converter, keys_of, said
from claimcheck.files.discovery import CLAIMS_SUFFIX, DOSSIER_FILE, FIGURES_FILE
from claimcheck.files.figures_table import COLUMNS
from claimcheck.files.names import PARTS
from claimcheck.files.nodes import Entries
from claimcheck.files.sources import Source
from claimcheck.periods import APRIL, Period, YearStart, parse_date

__all__ = [
    "NONE",
    "References",
    "about_of",
    "article_head",
    "claim_keys",
    "extended",
    "figures_of",
    "files_of",
    "indented",
    "measure_text",
    "measures_of",
    "own_figures",
    "refuse_unwritable",
    "settings_text",
    "write",
    "yaml_text",
]

NONE = ""
"""What stands for an area or a period that a figure does not have."""


def write(dossier: Dossier, folder: str | os.PathLike[str]) -> Path:
    """Write the files of a dossier into a folder, which is made if need be, and give the folder.

    Loading it gives an equal dossier when the folder bears its name, its articles stand in the
    order of their ids, and its ``measures`` list all that its claims use. Other files in the folder
    are left alone. What files cannot say is an :class:`AuthoringError`, before anything is written.
    """
    refuse_unwritable(dossier)
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files_of(dossier).items():
        (target / name).write_text(text, encoding="utf-8", newline="")
    return target


def files_of(dossier: Dossier) -> dict[str, str]:
    """The texts of a dossier's files, by their names."""
    references = References.of(dossier)
    files = {DOSSIER_FILE: _dossier_file(dossier)}
    if dossier.base_figures:
        files[FIGURES_FILE] = _figures_file(dossier.base_figures)
    for article in dossier.articles:
        files[article.id + CLAIMS_SUFFIX] = _claims_file(article, references)
        if article.text is not None:
            files[f"{article.id}.txt"] = article.text
    return files


def refuse_unwritable(dossier: Dossier) -> None:
    """Raise an :class:`AuthoringError` where files cannot say what a dossier says."""
    faults = list(_unwritable(dossier))
    if faults:
        raise AuthoringError(faults)


def _unwritable(dossier: Dossier) -> Iterable[Fault]:
    """What would be lost between objects and files."""

    def taken_twice(names: Iterable[str]) -> list[str]:
        return sorted(name for name, times in Counter(names).items() if times > 1)

    for measure in taken_twice(measure.name for measure in measures_of(dossier)):
        yield Fault(
            rule="CC109",
            message=f"two measures are called {measure!r}",
            advice="give them names of their own",
        )
    for whole in taken_twice(nesting.whole for nesting in dossier.nesting):
        yield Fault(
            rule="CC109",
            message=f"the parts of {whole!r} are given twice",
            advice="put them into one nesting",
        )
    for id_ in taken_twice(article.id for article in dossier.articles):
        yield Fault(
            rule="CC109", message=f"two articles have the id {id_!r}", advice="give them ids of their own"
        )
    for article in dossier.articles:
        for id_ in taken_twice(claim.id for claim in article.claims):
            yield Fault(
                rule="CC109",
                message=f"two claims of {article.id!r} have the id {id_!r}",
                advice="give them ids of their own",
            )
        for id_ in [article.id, *(claim.id for claim in article.claims)]:
            if slug(id_) != id_:
                yield Fault(
                    rule="CC104",
                    message=f"{id_!r} is no id for a file",
                    advice=f"use lower-case letters, digits and hyphens: {slug(id_)!r}",
                )
        for claim in article.claims:
            for key, value in said(claim):
                if key.holds == "day" and isinstance(value, BaseFigure) and value not in dossier.base_figures:
                    yield Fault(
                        rule="CC102",
                        message=f"{value.figure} is not among the base figures",
                        advice="add it to the dossier's",
                    )


def own_figures(claim: Claim) -> tuple[Figure, ...]:
    """The figures that a claim is about itself."""
    for key in keys_of(type(claim)):
        if is_own(key):
            value = getattr(claim, key.attribute)
            return value if isinstance(value, tuple) else (value,) if value is not None else ()
    return ()


def figures_of(claim: Claim) -> Iterable[Figure]:
    """Every figure that a claim names."""
    for key in keys_of(type(claim)):
        value = getattr(claim, key.attribute)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Figure):
                yield each
            elif isinstance(each, BaseFigure):
                yield each.figure


def measures_of(dossier: Dossier) -> list[Measure]:
    """The declared measures and those that are only used, in the order of their names."""
    used = [
        figure.measure
        for article in dossier.articles
        for claim in article.claims
        for figure in figures_of(claim)
    ]
    used += [base.figure.measure for base in dossier.base_figures]
    return sorted(dict.fromkeys((*dossier.measures, *used)), key=lambda measure: measure.name)


@frozen(kw_only=True)
class References:
    """How figures are named in a dossier's files: what one text may stand for when they are read again."""

    measures: tuple[Measure, ...]
    areas: frozenset[str]
    dated: tuple[BaseFigure, ...]

    @classmethod
    def of(cls, dossier: Dossier) -> References:
        """Those of a dossier."""
        areas = {area for nesting in dossier.nesting for area in (nesting.whole, *nesting.parts)}
        areas |= {base.figure.area for base in dossier.base_figures if base.figure.area is not None}
        dated = tuple(base for base in dossier.base_figures if base.date is not None)
        return cls(measures=tuple(measures_of(dossier)), areas=frozenset(areas), dated=dated)

    def figure(self, figure: Figure, base: Figure | None) -> str | dict[str, str]:
        """A figure by what differs from another: one text where that is clear, else a mapping."""
        parts = _differing(figure, base)
        if len(parts) == 1 and base is not None:
            ((part, text),) = parts.items()
            if text != NONE and self._part_of(text, base.measure.year_start) == part:
                return text
        return _Flow(parts)

    def _part_of(self, text: str, year_start: YearStart) -> str | None:
        """The part that a text alone is taken for."""
        if _reads(lambda: Period.parse(text, year_start)):
            return "period"
        if any(text == measure.name for measure in self.measures):
            return "measure"
        return "area" if text in self.areas else None

    def day(self, fact: BaseFigure) -> str | dict[str, str]:
        """A dated fact by its measure, or by the whole figure where that is not enough."""
        name = fact.figure.measure.name
        alone = sum(each.figure.measure.name == name for each in self.dated) == 1
        return (
            name if alone and not _reads(lambda: parse_date(name)) else _Flow(_differing(fact.figure, None))
        )


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except Fault:
        return False
    return True


def _differing(figure: Figure, base: Figure | None) -> dict[str, str]:
    """The parts in which a figure differs from another, as they are written."""
    parts = {}
    if base is None or figure.measure != base.measure:
        parts["measure"] = figure.measure.name
    if figure.area != (base.area if base else None):
        parts["area"] = figure.area if figure.area is not None else NONE
    if figure.period != (base.period if base else None):
        parts["period"] = _period_text(figure.period, figure.measure.year_start)
    return parts


def _period_text(period: Period | None, year_start: YearStart) -> str:
    """A period in words that are read as the same days in the years of a measure."""
    if period is None:
        return NONE
    text = str(period)
    if _reads(lambda: Period.parse(text, year_start)) and Period.parse(text, year_start) == period:
        return text
    return f"{period.first} to {period.last}"


# dossier.yaml


def _dossier_file(dossier: Dossier) -> str:
    measures = "".join(map(measure_text, measures_of(dossier)))
    blocks = [f"measures:\n{measures}" if measures else "measures: {}\n", settings_text(dossier)]
    return "\n".join(block for block in blocks if block)


def measure_text(measure: Measure) -> str:
    """The lines that declare a measure."""
    said_of_it = converter().unstructure(measure)
    del said_of_it["name"]
    return indented(yaml_text({measure.name: said_of_it}))


def settings_text(dossier: Dossier) -> str:
    """What ``dossier.yaml`` says beside the measures: nothing at all, often."""
    blocks: list[Mapping[str, Any]] = []
    if dossier.nesting:
        blocks.append({"nesting": {nesting.whole: _nesting(nesting) for nesting in dossier.nesting}})
    house_style: dict[str, Any] = {}
    if dossier.conventions.accept:
        house_style["accept"] = _FlowList(sorted(dossier.conventions.accept))
    if dossier.conventions.hedges:
        house_style["hedges"] = dict(dossier.conventions.hedges)
    return "\n".join(map(yaml_text, [*blocks, *([house_style] if house_style else [])]))


def _nesting(nesting: Nesting) -> object:
    parts = _FlowList(nesting.parts)
    return {"parts": parts, "exhaustive": "true"} if nesting.is_exhaustive else parts


# figures.csv


def _figures_file(base_figures: Iterable[BaseFigure]) -> str:
    rows = []
    for base in base_figures:
        figure = base.figure
        rows.append(
            {
                "measure": figure.measure.name,
                "area": figure.area or "",
                "period": _period_text(figure.period, figure.measure.year_start),
                "value": base.value or "",
                "unit": figure.measure.unit,
                "source": base.source or "",
                "note": base.note or "",
                "date": base.date.isoformat() if base.date else "",
            }
        )
    columns = [name for name in COLUMNS if name in ("measure", "value") or any(row[name] for row in rows)]
    text = io.StringIO()
    table = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


# Claims files


def _claims_file(article: Article, references: References) -> str:
    about = about_of(article.claims)
    blocks = [yaml_text({"article": article_head(article)})]
    if about is not None:
        blocks.append(yaml_text({"about": _differing(about, None)}))
    claims = "\n".join(
        indented(yaml_text([claim_keys(claim, about, references)])) for claim in article.claims
    )
    blocks.append(f"claims:\n{claims}" if claims else "claims: []\n")
    return "\n".join(blocks)


def article_head(article: Article) -> dict[str, Any]:
    """What a claims file says of its article."""
    written = {key.name: converter().unstructure(value) for key, value in said(article)}
    return {
        key.name: written[key.name] for key in article_keys() if key.name in written and key.name != "text"
    }


def about_of(claims: Iterable[Claim]) -> Figure | None:
    """The figure that most claims are about, which stands once in their file."""
    common = Counter(figures[0] for claim in claims if len(figures := own_figures(claim)) == 1).most_common(1)
    if not common:
        return None
    about = common[0][0]
    if about.period is None:
        return about
    # Its words are those that will stand in the file.
    words = _period_text(about.period, about.measure.year_start)
    return evolve(about, period=evolve(about.period, text=words))


def claim_keys(claim: Claim, about: Figure | None, references: References) -> dict[str, Any]:
    """What a claims file says of a claim beside its defaults, whose period has the words of the file."""
    written: dict[str, Any] = {"id": None, "quote": claim.quote, "states": None, "kind": claim.kind}
    own = own_figures(claim)
    several = any(is_own(key) and key.holds == "figures" for key in keys_of(type(claim)))
    base = about if several else own[0] if own else about
    for key, value in said(claim):
        if is_own(key):
            written |= _parts(own, about) if several else _own_parts(own[0], about)
        elif key.holds == "figure":
            written[key.name] = references.figure(value, base)
        elif key.holds == "figures":
            written[key.name] = _FlowList(references.figure(each, base) for each in value)
        elif isinstance(value, BaseFigure):
            written[key.name] = references.day(value)
        else:
            written[key.name] = converter().unstructure(value)
    # What any claim may say beside its statement stands last.
    for name in ("note", "known_issue"):
        if name in written:
            written[name] = written.pop(name)
    return {name: value for name, value in written.items() if value is not None}


def _own_parts(figure: Figure, about: Figure | None) -> dict[str, str]:
    """What a claim says of its own figure beside the defaults of its file."""
    parts = _differing(figure, about)
    if about is not None and "measure" in parts and about.period is not None and figure.period is not None:
        # The default is words, which mean other days where the measure's years start elsewhere.
        words = about.period.text or str(about.period)
        if Period.parse(words, figure.measure.year_start) != figure.period:
            parts["period"] = _period_text(figure.period, figure.measure.year_start)
    return parts


def _parts(figures: tuple[Figure, ...], about: Figure | None) -> dict[str, Any]:
    """The figures of a claim about several: as a list of the one part in which they differ, where they do."""
    if figures:
        first = figures[0]
        for name, part in LISTS.items():
            alike = all(
                getattr(each, other) == getattr(first, other)
                for each in figures
                for other in PARTS
                if other != part
            )
            named = all(getattr(each, part) is not None for each in figures)
            # Several measures share the words for a period only where all of their years start alike.
            starts = {each.measure.year_start for each in (*figures, *([about] if about else []))}
            if alike and named and (part != "measure" or starts == {APRIL}):
                shared = {key: text for key, text in _own_parts(first, about).items() if key != part}
                start = first.measure.year_start
                listed = [
                    _period_text(each.period, start) if part == "period" else str(getattr(each, part))
                    for each in figures
                ]
                return {**shared, name: _FlowList(listed)}
    return {"parts": [_Flow(_differing(each, about)) for each in figures] or _FlowList()}


# What is there already


def extended(source: Source, entries: Entries, key: str, lines: str) -> str:
    """The text of a file with lines at the end of the block of a key; not a character else is changed.

    A block in brackets, which nothing can be put at the end of in lines, is a :class:`Fault`.
    """
    block, place = entries[key], entries.key(key)
    given = _LINES.split(source.text)
    if given[-1] == "":
        given.pop()
    is_empty = False
    if not block or given[block.line - 1][block.column - 1] in "[{":
        start = source.lines[block.line - 1][block.column - 1 :]
        is_empty = not block and re.match(r"\[ *\]|\{ *\}", start) is not None
        if not is_empty:
            raise place.fault(
                "CC101",
                f"{key!r} stands in brackets, and nothing can be added to it there",
                "write each of its entries in lines of its own",
            )
    following = [other.line for other, _ in entries.pairs() if other.line > place.line]
    at = min(following, default=len(given) + 1) - 1
    # A comment at the margin belongs to what follows; one further in, to the block.
    while at > block.line and (not given[at - 1].strip() or (following and given[at - 1].startswith("#"))):
        at -= 1
    if is_empty:
        line, after = given[block.line - 1], re.compile(r"[\]}]")
        given[block.line - 1] = (
            line[: block.column - 1].rstrip() + after.split(line[block.column - 1 :], 1)[1]
        )
    end = "\r\n" if "\r\n" in source.text else "\n"
    if not given[at - 1].endswith(("\r", "\n")):
        given[at - 1] += end
    margin = " " * (2 if is_empty else block.column - 1)
    added = [f"{margin}{line}{end}" if line else end for line in lines.splitlines()]
    return "".join([*given[:at], *added, *given[at:]])


_LINES = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


# YAML


class _Flow(dict[str, Any]):
    """A mapping that is written in one line."""


class _FlowList(list[Any]):
    """A list that is written in one line."""


class _Dumper(yaml.SafeDumper):
    """Writes every text as plain as its characters allow: whatever it looks like, it is read as text."""

    yaml_implicit_resolvers: dict[str, Any] = {}


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    quoted = "\n" in text or text.casefold() in ("null", "~")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if quoted else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(bool, lambda dumper, value: _text(dumper, "true" if value else "false"))
_Dumper.add_representer(
    _Flow, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)
)
_Dumper.add_representer(
    _FlowList,
    lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True),
)


def yaml_text(value: object) -> str:
    """A value in YAML, every text of it on one line."""
    return yaml.dump(
        value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10**6, default_flow_style=False
    )


def indented(text: str, by: str = "  ") -> str:
    """Further in: no text has line ends of its own, they are written as escapes."""
    return "".join(f"{by}{line}" for line in text.splitlines(keepends=True))
