"""The style sheet: every rule of it within one class, so that it reaches nothing else."""

from __future__ import annotations

from functools import cache
from importlib import resources
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from claimcheck.render.html.building import build

__all__ = ["styles"]


# Where cards stand beside the text, one whose quote is pointed at is taken out of its list and held
# at the top of the screen. The list keeps its height, so that nothing else moves.
_WIDE = "screen and (min-width: 64rem)"


_HELD = (
    "position: fixed; top: 0.75rem; width: 23.5rem; max-height: calc(100vh - 1.5rem); overflow-y: auto; "
    "z-index: 2; box-shadow: var(--lifted);"
)


@cache
def _sheet() -> str:
    return resources.files(__package__).joinpath("style.css").read_text(encoding="utf-8")


def styles(most: int) -> ET.Element:
    """The style sheet, with the rules that bring a card to its quote for up to so many claims."""
    numbers = range(1, most + 1)
    if not numbers:
        return build("style", _sheet())
    # A card that was gone to stays where it was found, so that the list scrolls to it.
    cards = ",\n".join(
        f".claimcheck .proof:has(.m{n}:hover, .m{n}:focus-visible, .m{n} > :focus-visible) .c{n}:not(:target)"
        for n in numbers
    )
    marks = ",\n".join(
        f".claimcheck .proof:has(.c{n}:is(:hover, :target, :focus-within)) .m{n}" for n in numbers
    )
    return build(
        "style",
        f"{_sheet()}\n{marks} {{ background: var(--lit); }}\n"
        f"{cards} {{ outline: var(--ring); }}\n@media {_WIDE} {{\n{cards} {{ {_HELD} }}\n}}\n",
    )
