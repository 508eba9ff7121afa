"""Building: the page as a tree. Words go in through :func:`build`, and come out through :func:`written`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET  # what is written with it is never read with it

__all__ = ["Anchors", "Content", "build", "fill", "harmless", "spaced", "written"]


Content = ET.Element | str | None


# What would move, hide or turn round the words beside it, and what cannot be encoded.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Words without what would hide or turn round those beside them."""
    return text if text.isprintable() else _UNSEEN.sub("\ufffd", text)


def build(kind: str, /, *content: Content, **attributes: str | None) -> ET.Element:
    """An element by its name and classes, ``li.card.loud``, with what is in it, in order.

    Attributes that are ``None`` are left out. An underscore in their names stands for a hyphen.
    """
    tag, *classes = kind.split(".")
    element = ET.Element(tag)
    if classes:
        element.set("class", " ".join(classes))
    for name, value in attributes.items():
        if value is not None:
            element.set(name.replace("_", "-"), harmless(value))
    fill(element, content)
    return element


def fill(element: ET.Element, content: Iterable[Content]) -> None:
    """Put elements and words into an element, in order."""
    last = element[-1] if len(element) else None
    for part in content:
        if isinstance(part, ET.Element):
            element.append(part)
            last = part
        elif part and last is None:
            element.text = (element.text or "") + harmless(part)
        elif part and last is not None:
            last.tail = (last.tail or "") + harmless(part)


def written(element: ET.Element) -> str:
    """The tree as HTML: everything in it that is not markup is escaped."""
    return ET.tostring(element, encoding="unicode", method="html")


def spaced(parts: Iterable[Content]) -> Iterator[Content]:
    """Parts with a space between two, so that they stay apart without the style sheet."""
    for number, part in enumerate(part for part in parts if part is not None):
        if number:
            yield " "
        yield part


class Anchors:
    """Names for places on the page: made from ids, never the same twice, and without two hyphens in a row."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def name(self, text: str) -> str:
        slug = f"cc-{'-'.join(re.findall('[a-z0-9]+', text.casefold()))[:80].strip('-') or 'place'}"
        while (times := self._taken.get(slug, 0)) > 0:
            self._taken[slug] = times + 1
            slug = f"{slug}-{times + 1}"
        self._taken[slug] = 1
        return slug
