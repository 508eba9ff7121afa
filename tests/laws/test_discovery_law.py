"""Every file that holds a claim is judged or told, whatever it is called and wherever it lies."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Report, cli, pytest_plugin
from claimcheck.files.discovery import DOSSIER_FILE, meant_name
from claimcheck.render import Setting

DOSSIER = "measures:\n  offences: {unit: offence}\n"
CLAIMS = """\
article: {publisher: X}
about: {measure: offences, area: Kent, period: 2019/20}
claims:
  - {quote: 63 offences, kind: count}
"""

# A run of pytest takes half a second.
MOST = min(100, getattr(settings.default, "max_examples", 100))

FOLDERS = ("a", "b", ".h", "build", "locked", ".git", "c.claims.yaml")
STEMS = ("p", "q", ".p", "._p", "p q", "")


@st.composite
def cased(draw: st.DrawFn, text: str) -> str:
    """A text in any case, and as often as not in its own."""
    if draw(st.booleans()):
        return text
    return "".join(draw(st.sampled_from((letter, letter.upper()))) for letter in text)


folder_names = st.sampled_from(FOLDERS)
places = st.lists(folder_names, max_size=3).map(tuple)
claims_names = st.builds(
    "{}.{}".format,
    st.sampled_from(STEMS),
    st.sampled_from(("claims.yaml", "claims.yml", "claims.yxml")).flatmap(cased),
)
other_names = st.sampled_from(("notes.txt", "figures.csv", "Figures.csv", "claims.yaml", "p.claims.yaml~"))
names = st.one_of(claims_names, st.just(DOSSIER_FILE).flatmap(cased), st.just(DOSSIER_FILE), other_names)
links = st.tuples(places, st.sampled_from(("link", ".link")), st.one_of(places, st.just(None)))
trees = st.tuples(st.lists(st.tuples(places, names), min_size=1, max_size=8), st.lists(links, max_size=3))

Tree = tuple[list[tuple[tuple[str, ...], str]], list[tuple[tuple[str, ...], str, tuple[str, ...] | None]]]


def grow(root: Path, tree: Tree) -> None:
    """Make a tree of files in a folder, with links to its own folders or, for ``None``, to one outside."""
    outside = root.parent / "outside"
    for folder in (root, outside):
        folder.mkdir()
    (outside / "x.claims.yaml").write_text(CLAIMS, encoding="utf-8")
    for parts, name in tree[0]:
        folder = root.joinpath(*parts)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        if not path.is_dir():
            text = {"dossier.yaml": DOSSIER, "figures.csv": ""}.get(name.lower(), CLAIMS)
            path.write_text(text, encoding="utf-8")
    for parts, name, to in tree[1]:
        target = outside if to is None else root.joinpath(*to)
        link = root.joinpath(*parts, name)
        if link.parent.is_dir() and not os.path.lexists(link):
            link.symlink_to(target)


def claims_files(root: Path, *, unlisted: str) -> Iterator[Path]:
    """The claims files of a tree, by the letter of their names alone."""
    for folder, below, files in os.walk(root):
        below[:] = [name for name in below if name not in (".git", unlisted)]
        for name in files:
            if fnmatchcase(name.lower(), "*.claims.y*ml"):
                yield Path(folder, name)


def refusing(locked: str) -> Any:
    """``os.scandir`` as it is for somebody who may not list folders of a name."""
    scandir = os.scandir

    def scan(path: Any = ".") -> Any:
        if os.fspath(path) and Path(path).name == locked:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    return patch.object(os, "scandir", scan)


def audited(root: Path) -> list[Report]:
    try:
        return cli._reports([str(root)], None)
    except cli._Refusal:
        return []


@given(tree=trees)
def test_every_claims_file_is_judged_or_named_in_a_fault(tree: Tree) -> None:
    with TemporaryDirectory() as temporary:
        root = Path(temporary).resolve() / "root"
        grow(root, tree)
        with refusing("locked"):
            reports = audited(root)
        judged = {
            Path(article.place.path).resolve()
            for report in reports
            for article in report.dossier.articles
            if article.place is not None and len(article.claims) == 1
        }
        told = {
            Path(fault.place.path).resolve() for report in reports for fault in report.faults if fault.place
        }
        there = {path.resolve() for path in claims_files(root, unlisted="locked")}
        assert there <= judged | told
        unlisted = [path.resolve() for path in root.rglob("locked") if ".git" not in path.parts]
        assert all(path in told or any("locked" in above.name for above in path.parents) for path in unlisted)
        if max((Setting().exit_status(report) for report in reports), default=2) == 0:
            assert there <= judged
            assert not unlisted


@given(file=st.tuples(places, names), link=st.lists(links, max_size=1))
@settings(max_examples=MOST // 5)
def test_one_file_more_is_clean_in_pytest_where_it_is_clean_for_the_command(
    file: tuple[tuple[str, ...], str], link: list[tuple[tuple[str, ...], str, tuple[str, ...] | None]]
) -> None:
    tree = ([(("a",), DOSSIER_FILE), (("a",), "x.claims.yaml"), file], link)
    with TemporaryDirectory() as temporary:
        root = Path(temporary).resolve() / "root"
        grow(root, tree)
        reports = audited(root)
        clean = max(Setting().exit_status(report) for report in reports) == 0
        (root.parent / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "root"]
        ended = subprocess.run(command, cwd=root.parent, capture_output=True, text=True, check=False)
        assert (ended.returncode == pytest.ExitCode.OK) == clean, ended.stdout


@given(name=names)
def test_the_plugin_is_offered_all_that_discovery_takes_for_claims(name: str) -> None:
    if fnmatchcase(name.lower(), "*.claims.y*ml") or name.lower() == DOSSIER_FILE:
        assert pytest_plugin.LIKELY.search(name)
        assert meant_name(name) is not None
