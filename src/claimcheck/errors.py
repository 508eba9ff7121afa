"""Faults of authoring: what is wrong with a declaration, where, and what to write instead.

A fault is never a verdict. A verdict says that an article's number cannot be true; a fault says
that the person who declared the claim has to look again. Faults carry data; the text is built
from it last, in ``__str__``.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite

from attrs import field, frozen

__all__ = ["AuthoringError", "Fault", "FloatRefused", "Place", "nearest_name", "refuse_float"]


@frozen(kw_only=True)
class Place:
    """Where something is written: a file, a line and a column, both counted from 1.

    >>> str(Place(path="claims/story/paper.claims.yaml", line=7, column=12))
    'claims/story/paper.claims.yaml:7:12'
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@frozen(kw_only=True)
class Fault(Exception):
    """One fault: what was found and what to write instead.

    ``rule`` is the code of what it is an instance of, one of :data:`claimcheck.rules.RULES`.
    ``source`` is the line as it stands in the file and ``width`` the number of characters at
    fault, for the caret under the words.

    >>> print(Fault(rule="CC102", message="unknown key 'sinse'", advice="did you mean 'since'?"))
    CC102 unknown key 'sinse'; did you mean 'since'?
    """

    rule: str
    message: str
    advice: str | None = None
    place: Place | None = None
    source: str | None = field(default=None, repr=False)
    width: int = field(default=1, repr=False)

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in one line."""
        return f"{self.message}; {self.advice}" if self.advice else self.message

    @property
    def headline(self) -> str:
        """The code, and what is wrong and what to do."""
        return f"{self.rule} {self.sentence}"

    def __str__(self) -> str:
        headline = f"{self.place}: {self.headline}" if self.place else self.headline
        return "\n".join([headline, *self.excerpt()])

    def excerpt(self) -> list[str]:
        """The line at fault with a caret under the words, or nothing when there is no line."""
        if self.source is None or self.place is None or self.place.column is None:
            return []
        # A window around the fault keeps a very long line readable.
        start = max(0, self.place.column - 1 - 60)
        shown = self.source[start : start + 100].replace("\t", " ")
        offset = self.place.column - 1 - start
        carets = "^" * max(1, min(self.width, len(shown) - offset))
        return [f"    {shown}", f"    {' ' * offset}{carets}"]


class AuthoringError(ValueError):
    """Raised where faults cannot be carried along, with all of them.

    >>> print(AuthoringError([Fault(rule="CC101", message="no such file")]))
    CC101 no such file
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class FloatRefused(TypeError):
    """A binary float was given where an exact number is needed.

    >>> print(FloatRefused(0.1))
    a float cannot say exactly which number was meant: write '0.1' (as text) or Fraction('0.1') instead of 0.1
    """

    def __init__(self, value: float) -> None:
        self.value = value
        super().__init__(value)

    def __str__(self) -> str:
        shown = format(Decimal(repr(self.value)).normalize(), "f") if isfinite(self.value) else "63"
        return (
            "a float cannot say exactly which number was meant: "
            f"write {shown!r} (as text) or Fraction({shown!r}) instead of {self.value!r}"
        )


def refuse_float(value: object) -> None:
    """Raise :class:`FloatRefused` when ``value`` is a float; anything else passes."""
    if isinstance(value, float):
        raise FloatRefused(value)


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that ``name`` was probably meant to be, or ``None``.

    >>> nearest_name("sinse", ["since", "states"])
    'since'
    """
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    close = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None
