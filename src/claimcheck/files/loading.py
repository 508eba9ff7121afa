"""Loading: a folder of files as one dossier, with every fault of every file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from claimcheck.articles import Article, Dossier
from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.files.claims_file import mentioned_areas, read_claims_file, slug
from claimcheck.files.converting import want_entries
from claimcheck.files.discovery import CLAIMS_SUFFIX, DOSSIER_FILE, FIGURES_FILE, is_read, strays
from claimcheck.files.dossier_file import DossierHead, read_dossier_file
from claimcheck.files.figures_table import Row, parse_table, read_figures
from claimcheck.files.names import Names
from claimcheck.files.nodes import Entries, Scalar, parse_yaml
from claimcheck.files.sources import (
    MOST_FAULTS,
    TABLE_LIMIT,
    YAML_LIMIT,
    Collector,
    Source,
    shortened,
    shown_path,
)

__all__ = ["load"]

T = TypeVar("T")


def load(path: str | os.PathLike[str]) -> Dossier:
    """The dossier of a folder, or of the folder that a file is in.

    Whatever cannot be read is left out and told in :attr:`Dossier.faults`, each with its place; the
    rest is kept. Only a path that does not exist is an :class:`AuthoringError`.
    """
    folder = Path(path)
    if not folder.is_dir() and os.path.lexists(folder):
        folder = folder.parent
    if not folder.is_dir():
        raise AuthoringError(
            [Fault(rule="CC101", message="no such file or folder", place=Place(path=shown_path(folder)))]
        )
    return _Folder(folder).dossier()


class _Folder:
    """A dossier's folder while it is read, and the faults found so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def dossier(self) -> Dossier:
        paths = self._claims_files()
        node = self._entries(DOSSIER_FILE, what="dossier.yaml", advice=self._advice())
        head = self._gather(DOSSIER_FILE, partial(read_dossier_file, node)) if node is not None else None
        head = head or DossierHead()
        rows = self._rows()
        # All files are nodes before any claim is read: one may refer to an area that another names.
        files = [
            (name, self._entries(name, what="a claims file", advice="give it 'article:' and 'claims:'"))
            for name in paths
        ]
        areas = {str(row["area"]) for row in rows if "area" in row}
        areas.update(area for nesting in head.nesting for area in (nesting.whole, *nesting.parts))
        areas.update(area for _, entries in files for area in mentioned_areas(entries))
        names = Names(measures=head.measures, unreadable=head.unreadable, areas=frozenset(areas))

        base_figures = self._gather(FIGURES_FILE, partial(read_figures, rows, names)) or ()
        names = evolve(names, dated=tuple(base for base in base_figures if base.date is not None))
        articles = [self._article(name, entries, names) for name, entries in files if entries is not None]
        return Dossier(
            articles=self._distinct(article for article in articles if article is not None),
            base_figures=base_figures,
            nesting=head.nesting,
            measures=head.measures.values(),
            conventions=head.conventions,
            name=self.folder.resolve().name or "dossier",
            place=Place(path=shown_path(self.folder)),
            faults=sorted(self.faults, key=_order),
        )

    def _claims_files(self) -> list[str]:
        try:
            names = sorted(path.name for path in self.folder.iterdir())
        except OSError as error:
            reason = f"cannot be listed: {error.strerror or error}"
            self.faults.append(Fault(rule="CC101", message=reason, place=self._place()))
            return []
        found = [name for name in names if name.endswith(CLAIMS_SUFFIX) and is_read(name)]
        if not found:
            self.faults.append(
                Fault(rule="CC101", message=f"no *{CLAIMS_SUFFIX} in this folder", place=self._place())
            )
        self.faults += strays(self.folder, names)
        return found

    def _advice(self) -> str:
        """What to do where there is no dossier.yaml: one further up is not read for the folders below it."""
        for above in self.folder.absolute().parents:
            if os.path.lexists(above / DOSSIER_FILE):
                return f"declare the measures in it, or move the claims up to {shown_path(above)}"
        return "declare the measures in it"

    def _place(self, name: str = "") -> Place:
        return Place(path=shown_path(self.folder / name))

    def _gather(self, name: str, read: Callable[[Collector], T]) -> T | None:
        """What is made of one file, or ``None``; its faults are kept, up to a number."""
        found = Collector()
        value = None
        try:
            value = read(found)
        except (Fault, AuthoringError) as error:
            with suppress(AuthoringError):  # too many: told below
                found.add(error)
        self.faults += found.faults[:MOST_FAULTS]
        if len(found.faults) > MOST_FAULTS:
            self.faults.append(
                Fault(
                    rule="CC101",
                    message=f"more than {MOST_FAULTS} faults",
                    advice="mend these first",
                    place=self._place(name),
                )
            )
        return value

    def _exists(self, name: str) -> bool:
        return os.path.lexists(self.folder / name)

    def _entries(self, name: str, *, what: str, advice: str) -> Entries | None:
        def read(found: Collector) -> Entries:
            if not self._exists(name):
                raise Fault(rule="CC101", message="no such file", advice=advice, place=self._place(name))
            source = Source.read(self.folder / name, within=self.folder, limit=YAML_LIMIT)
            node = parse_yaml(source, found)
            if node is None:
                raise Fault(rule="CC101", message="the file is empty", advice=advice, place=self._place(name))
            return want_entries(node, what)

        return self._gather(name, read)

    def _rows(self) -> list[Row]:
        def read(found: Collector) -> list[Row]:
            return parse_table(
                Source.read(self.folder / FIGURES_FILE, within=self.folder, limit=TABLE_LIMIT), found
            )

        return (self._gather(FIGURES_FILE, read) if self._exists(FIGURES_FILE) else None) or []

    def _article(self, name: str, entries: Entries, names: Names) -> Article | None:
        stem = name.removesuffix(CLAIMS_SUFFIX)
        place: Place | None = None

        def text(node: Scalar | None) -> str | None:
            nonlocal place
            if node is None and not self._exists(f"{stem}.txt"):
                return None
            try:
                path = self.folder / (str(node) if node is not None else f"{stem}.txt")
                source = Source.read(path, within=self.folder, limit=TABLE_LIMIT, is_prose=True)
            except Fault as fault:
                # A fault inside the text has its own line; one of the whole file is told where it is named.
                if node is None or (fault.place is not None and fault.place.line is not None):
                    raise
                raise node.fault(fault.rule, f"{shortened(node)}: {fault.message}", fault.advice) from None
            place = Place(path=source.path)
            return source.text

        article = self._gather(
            name, lambda found: read_claims_file(entries, names, found, article_id=slug(stem), text=text)
        )
        return evolve(article, text_place=place) if article is not None else None

    def _distinct(self, articles: Iterable[Article]) -> list[Article]:
        """Articles by their ids, in that order: what remains of a second of one id is a fault."""
        by_id: dict[str, Article] = {}
        for article in articles:
            if article.id in by_id:
                first = by_id[article.id].place
                self.faults.append(
                    Fault(
                        rule="CC109",
                        message=f"the id {article.id!r} belongs to {first and first.path} already",
                        advice="rename one of the files",
                        place=article.place,
                    )
                )
            else:
                by_id[article.id] = article
        return [by_id[id_] for id_ in sorted(by_id)]


def _order(fault: Fault) -> tuple[str, int, int, str]:
    place = fault.place
    return (
        (place.path, place.line or 0, place.column or 0, fault.message)
        if place
        else ("", 0, 0, fault.message)
    )
