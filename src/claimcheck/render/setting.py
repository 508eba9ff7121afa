"""Setting: what a rendering is made for, and how its reader takes loose claims."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

__all__ = ["Setting"]


@frozen(kw_only=True)
class Setting:
    """How wide the page is, whether it has colour and more than ASCII, and what counts as a failure."""

    width: int = 80
    is_coloured: bool = False
    is_ascii: bool = False
    is_strict: bool = False
    today: date = field(factory=date.today)
