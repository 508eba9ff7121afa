"""Discovery: which folders are dossiers, and what looks as if it held claims and is not read.

Three names are read, exactly as they are written: ``*.claims.yaml``, ``dossier.yaml`` and
``figures.csv``. Whatever looks like one of them is either read or told, so that no claim is passed
over because of how a file is named or where it lies.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Collection, Iterator
from errno import ELOOP
from pathlib import Path

from attrs import frozen

from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.files.sources import shown_path

__all__ = [
    "CLAIMS_SUFFIX",
    "DOSSIER_FILE",
    "FIGURES_FILE",
    "Discovery",
    "discover",
    "is_read",
    "meant_name",
    "strays",
]

CLAIMS_SUFFIX = ".claims.yaml"
DOSSIER_FILE = "dossier.yaml"
FIGURES_FILE = "figures.csv"

VERSION_CONTROL = frozenset({".git", ".hg", ".svn"})
"""Folders that hold what a project was, not what it is: the only ones that are not walked."""

APPLE_DOUBLE = b"\x00\x05\x16\x07"
"""How the files begin in which macOS keeps its notes on another file, under that file's name."""

# What stands beside a file under its name: what editors and merges leave, licences, checksums.
_ASIDE = (
    re.compile(
        r"(?P<original>.+?)(?:~|\.~\d+~|\.(?:bak|backup|old|orig|rej|save|sw[a-p]|tmp"
        r"|asc|dvc|license|md5|sha\d+|sig)~?)",
        re.IGNORECASE,
    ),
    re.compile(r"\.(?P<original>.+)\.sw[a-p]", re.IGNORECASE),
    re.compile(r"\.?#(?P<original>.+?)#?"),
)

# What desktops and browsers put behind the first part of a name: "x (1)", "x - Copy", "x copy 2".
_COPY = r"(?:\s*\(\d+\)|(?:\s*-)?\s+copy(?:\s*\(?\d+\)?)?)?"
_YAML = r"\.ya?ml(?:[\W_].*)?"

_CLAIMS = re.compile(
    rf"(?:(?P<stem>.*?)[.\s_-]+)?claims{_COPY}(?:{_YAML}|\.y.*ml|(?<=.\.claims)(?:\.txt)?)",
    re.IGNORECASE | re.DOTALL,
)
_DOSSIER = re.compile(rf"\.?(?:copy of )?dossiers?{_COPY}{_YAML}", re.IGNORECASE | re.DOTALL)
_FIGURES = re.compile(
    rf"\.?(?:copy of )?(?:base[\s_-]*)?figures?{_COPY}"
    r"\.(?P<format>csv|tsv|tab|xls[xmb]?|ods|numbers)(?:[\W_].*)?",
    re.IGNORECASE | re.DOTALL,
)


@frozen(kw_only=True)
class Discovery:
    """What there is at a path: the folders that are dossiers, and what is read by none of them.

    ``faults`` are claims in hidden folders, folders that cannot be listed, and links that lead
    elsewhere. What is wrong inside a dossier's folder is told by the dossier itself.
    """

    folders: tuple[Path, ...]
    faults: tuple[Fault, ...] = ()


def discover(*paths: str | os.PathLike[str]) -> Discovery:
    """The dossiers at some paths: the folder of a file, or every one at and below a folder.

    They come path by path, each once, in the order of their names. Dossiers may lie in one another,
    each with its own files. A link to a folder is followed where it leads to a place inside one of
    the paths. A path that does not exist is an :class:`AuthoringError`.
    """
    starts = [Path(path) for path in paths]
    missing = [start for start in starts if not os.path.lexists(start)]
    if missing:
        raise AuthoringError(
            Fault(rule="CC101", message="no such file or folder", place=_place(start)) for start in missing
        )
    return _Walk(starts).discovery()


def is_read(name: str) -> bool:
    """True for a name that is read as part of a dossier.

    >>> is_read("a-paper.claims.yaml"), is_read("a-paper.claims.YAML"), is_read("dossier.yaml")
    (True, False, True)
    """
    return _is_claims_file(name) or name in (DOSSIER_FILE, FIGURES_FILE)


def meant_name(name: str) -> str | None:
    """The name to be read under that a file was meant to have, or ``None`` if it is no part of a dossier.

    >>> meant_name("A-Paper.Claims.YML"), meant_name("Figures.csv.txt"), meant_name("notes.txt")
    ('A-Paper.claims.yaml', 'figures.csv', None)
    """
    if is_read(name):
        return name
    bare = name.strip().rstrip(".").strip()
    for candidate in (bare, *_originals(bare)):
        if found := _CLAIMS.fullmatch(candidate):
            stem = (found["stem"] or "").lstrip(".").strip()
            return f"{stem or 'a-paper'}{CLAIMS_SUFFIX}"
        if _DOSSIER.fullmatch(candidate):
            return DOSSIER_FILE
        if _FIGURES.fullmatch(candidate):
            return FIGURES_FILE
    return None


def strays(folder: Path, names: Collection[str]) -> Iterator[Fault]:
    """What looks like a part of the dossier in a folder with these names, and is not read."""
    for name in sorted(names):
        meant = meant_name(name)
        if meant is None or is_read(name) or _is_aside(folder, name, names):
            continue
        advice = f"rename it to {meant}"
        if meant in names:
            advice = f"delete it, or move what is in it to {meant}"
        elif meant == FIGURES_FILE and not _is_csv(name):
            advice = f"save it as {meant}"
        yield Fault(rule="CC101", message="not read", advice=advice, place=_place(folder / name))


def _originals(name: str) -> Iterator[str]:
    """The names of the files that a file of this name may stand beside."""
    return (found["original"] for aside in _ASIDE if (found := aside.fullmatch(name)))


def _is_claims_file(name: str) -> bool:
    return name.endswith(CLAIMS_SUFFIX) and not name.startswith(".")


def _is_claims_like(name: str) -> bool:
    meant = meant_name(name)
    return meant is not None and meant.endswith(CLAIMS_SUFFIX)


def _is_aside(folder: Path, name: str, names: Collection[str]) -> bool:
    """True for what stands beside the file that is read: a backup of it, or what a table was made from."""
    if any(original in names for original in _originals(name)):
        return True
    if FIGURES_FILE in names and meant_name(name) == FIGURES_FILE and not _is_csv(name):
        return True
    return name.startswith("._") and _is_apple_double(folder / name)


def _is_csv(name: str) -> bool:
    table = _FIGURES.fullmatch(name.strip())
    return table is not None and table["format"].lower() == "csv"


def _is_apple_double(path: Path) -> bool:
    try:
        if not path.is_file():
            return False  # to open a pipe would wait for somebody to write into it
        with path.open("rb") as file:
            return file.read(len(APPLE_DOUBLE)) == APPLE_DOUBLE
    except OSError:
        return False


def _place(path: Path) -> Place:
    return Place(path=shown_path(path))


class _Walk:
    """All folders at and below some, each once."""

    def __init__(self, starts: list[Path]) -> None:
        self._starts = [start if start.is_dir() else start.parent for start in starts]
        # Only the folder itself, not what is below it, where a file in it is named.
        self._alone = [not start.is_dir() for start in starts]
        self._roots = [os.path.realpath(start) for start in starts if start.is_dir()]
        self._seen: set[str] = set()
        self._named: set[str] = set()
        self._later: deque[tuple[int, Path, bool]] = deque()
        self._folders: list[tuple[int, Path]] = []
        self._faults: list[Fault] = []

    def discovery(self) -> Discovery:
        for number, start in enumerate(self._starts):
            if self._alone[number]:
                self._folders.append((number, start))
                self._named.add(os.path.realpath(start))
            else:
                self._walk(number, start, is_hidden=False)
        # What is named, or seen, is known by its own place, so hidden folders and links come last.
        while self._later:
            number, folder, is_hidden = self._later.popleft()
            if folder.is_symlink() and not self._is_inside(folder):
                self._refuse(number, folder, is_hidden=is_hidden)
            else:
                self._walk(number, folder, is_hidden=is_hidden)
        by_identity: dict[str, Path] = {}
        for _, folder in sorted(self._folders):
            by_identity.setdefault(os.path.realpath(folder), folder)
        faults = sorted(self._faults, key=lambda fault: (str(fault.place), fault.message))
        return Discovery(folders=tuple(by_identity.values()), faults=tuple(faults))

    def _walk(self, number: int, start: Path, *, is_hidden: bool) -> None:
        waiting = [start]
        while waiting:
            folder = waiting.pop()
            real = os.path.realpath(folder)
            if real in self._seen:
                continue
            self._seen.add(real)
            try:
                with os.scandir(folder) as listed:
                    entries = sorted(listed, key=lambda entry: entry.name)
            except OSError as error:
                reason = f"cannot be listed: {error.strerror or error}"
                self._fault(folder, reason, "claims in it would not be checked")
                continue
            self._take(number, folder, [entry.name for entry in entries], is_hidden=is_hidden)
            for entry in entries:
                if entry.name in VERSION_CONTROL or not _is_folder(entry):
                    continue
                below = folder / entry.name
                if entry.is_symlink() or (entry.name.startswith(".") and not is_hidden):
                    self._later.append((number, below, is_hidden or entry.name.startswith(".")))
                else:
                    waiting.append(below)

    def _take(self, number: int, folder: Path, names: list[str], *, is_hidden: bool) -> None:
        found = [name for name in names if not _is_aside(folder, name, names)]
        claims = [name for name in found if _is_claims_like(name)]
        if not is_hidden:
            if claims or any(meant_name(name) == DOSSIER_FILE for name in found):
                self._folders.append((number, folder))
            return
        for name in claims:
            if os.path.realpath(folder) not in self._named:
                self._fault(
                    folder / name,
                    "not read: it is in a hidden folder",
                    "move it to a folder whose name does not start with a dot",
                )

    def _is_inside(self, link: Path) -> bool:
        real = Path(os.path.realpath(link))
        return any(real.is_relative_to(root) for root in self._roots)

    def _refuse(self, number: int, link: Path, *, is_hidden: bool) -> None:
        """A folder from elsewhere must not be able to show what else is on the machine."""
        if not is_hidden:
            self._fault(
                link,
                f"the link leads out of {shown_path(self._starts[number])} and is not followed",
                "name the folder too, to check the claims in it",
            )

    def _fault(self, path: Path, message: str, advice: str) -> None:
        self._faults.append(Fault(rule="CC101", message=message, advice=advice, place=_place(path)))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """True also where that cannot be known, so that it is told when it cannot be listed."""
    try:
        return entry.is_dir()
    except OSError as error:
        return error.errno != ELOOP  # a link that leads to itself leads to nothing
