"""Sources: the text of a file with its lines, read safely, so that a fault can point at its place."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

from claimcheck.errors import AuthoringError, Fault, Place, nearest_name

__all__ = [
    "MOST_FAULTS",
    "TABLE_LIMIT",
    "YAML_LIMIT",
    "Collector",
    "Source",
    "meant",
    "shortened",
    "shown_path",
    "suggestion",
]

YAML_LIMIT = 1024 * 1024
"""The largest claims file or dossier.yaml, in bytes: some ten thousand claims."""

TABLE_LIMIT = 16 * 1024 * 1024
"""The largest table or article text, in bytes."""

MOST_FAULTS = 100
"""How many faults of one file are listed. A file with more is broken as a whole, not a hundred times."""

# What has no place in a declaration: controls other than tab and line ends, line ends that only some
# programs know, and halves of surrogate pairs.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

# An article's text is somebody else's: only what no text has at all.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")

_LINE_END = re.compile(r"\r\n|[\r\n]")


def shown_path(path: Path) -> str:
    """A path as somebody in the current folder would type it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def shortened(text: str) -> str:
    """A text in quotation marks, cut where it is too long for a message.

    >>> shortened("sinse"), len(shortened("x" * 1000))
    ("'sinse'", 63)
    """
    return repr(text) if len(text) <= 60 else repr(text[:60] + "…")


def suggestion(name: str, known: Iterable[str]) -> str | None:
    """The nearest right name as advice, or ``None`` when nothing is near.

    >>> suggestion("sinse", ["since", "states"])
    "did you mean 'since'?"
    """
    found = meant(name, known)
    return f"did you mean {found!r}?" if found else None


def meant(name: str, known: Iterable[str]) -> str | None:
    """The nearest right name, or ``None`` when nothing is near."""
    # Similarity costs the product of the lengths: nobody's slip of the pen is this long.
    return nearest_name(name, [each for each in known if len(each) <= 80]) if len(name) <= 80 else None


class Collector:
    """Gathers faults while the rest is read, and stops at :data:`MOST_FAULTS`.

    What it gathers of a part is raised as one :class:`AuthoringError` by :meth:`settle`, for the
    collector of the whole to gather in turn.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._known: set[tuple[str, Place | None]] = set()

    def add(self, error: Fault | AuthoringError) -> None:
        """Keep a fault, or all of several; one that many claims inherit is kept once."""
        for fault in error.faults if isinstance(error, AuthoringError) else (error,):
            if (fault.message, fault.place) not in self._known:
                self._known.add((fault.message, fault.place))
                self.faults.append(fault)
        if len(self.faults) > MOST_FAULTS:
            raise AuthoringError(self.faults)

    def settle(self) -> None:
        """Raise what was gathered, if anything was."""
        if self.faults:
            raise AuthoringError(self.faults)


@frozen(kw_only=True)
class Source:
    """The text of one file and the path it is known by."""

    path: str
    text: str = field(repr=False)

    @classmethod
    def read(cls, path: Path, *, within: Path, limit: int, is_prose: bool = False) -> Source:
        """Read a file of a dossier; a :class:`Fault` when it is no text, too large, or not in the folder.

        A symbolic link is followed, but not out of the folder: a dossier from elsewhere must not be
        able to show what else is on the machine.
        """
        known = shown_path(path)
        place = Place(path=known)
        try:
            if not path.resolve().is_relative_to(within.resolve()):
                raise Fault(
                    rule="CC101",
                    message="the file lies outside the dossier's folder",
                    advice="copy it into the folder",
                    place=place,
                )
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise Fault(
                    rule="CC101", message="not a file", advice="put a text file in its place", place=place
                )
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a circle, until 3.12
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise Fault(rule="CC101", message=f"cannot be read: {reason}", place=place) from None
        if len(data) > limit:
            raise Fault(
                rule="CC101",
                message=f"larger than {limit // (1024 * 1024)} MiB",
                advice="split it into several",
                place=place,
            )
        return cls.decode(data, path=known, is_prose=is_prose)

    @classmethod
    def decode(cls, data: bytes, *, path: str, is_prose: bool = False) -> Source:
        """The bytes of a file as text; a :class:`Fault` at the first that has no place in one."""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
            before = data[:start].decode("utf-8-sig")
            upto = _LINE_END.split(before)
            rest = _LINE_END.split(data[start : start + 200].decode("latin-1"))[0]
            raise Fault(
                rule="CC101",
                message=f"byte {start + 1} of the file ({data[start]:#04x}) is not UTF-8",
                advice="save it as UTF-8",
                place=Place(path=path, line=len(upto), column=len(upto[-1]) + 1),
                source=upto[-1] + "".join(each if each.isprintable() else "?" for each in rest),
            ) from None
        source = cls(path=path, text=text)
        if found := (_BINARY if is_prose else _CONTROL).search(text):
            raise source.control(found.start())
        return source

    def control(self, offset: int) -> Fault:
        """The fault of a character that has no place in a text file."""
        upto = _LINE_END.split(self.text[:offset])
        line, column = len(upto), len(upto[-1]) + 1
        return Fault(
            rule="CC101",
            message=f"a control character (U+{ord(self.text[offset]):04X})",
            advice="delete it",
            place=Place(path=self.path, line=line, column=column),
            source=_CONTROL.sub("?", self.lines[line - 1]),
        )

    @cached_property
    def lines(self) -> list[str]:
        """The text line by line, without line ends."""
        return _LINE_END.split(self.text)

    def fault(
        self, rule: str, message: str, *, line: int, column: int, width: int = 1, advice: str | None = None
    ) -> Fault:
        """A fault at a place in the file."""
        return Fault(
            rule=rule,
            message=message,
            advice=advice,
            place=Place(path=self.path, line=line, column=column),
            source=self.lines[line - 1] if line <= len(self.lines) else "",
            width=width,
        )


def has_control(text: str) -> bool:
    """True when an escape in double quotes has put a control character into a value."""
    return _CONTROL.search(text) is not None
