"""Renderings of reports: one renderer a file, all from the same findings, none of which computes anything.

To add one, write its file and add it to :data:`RENDERERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimcheck.findings import Report
from claimcheck.render.setting import Setting

__all__ = ["RENDERERS", "Renderer", "Setting"]

Renderer = Callable[[Sequence[Report], Setting], str]
"""Reports in, text out: what it ends in is written as it is."""


def _text(reports: Sequence[Report], setting: Setting) -> str:
    from claimcheck.render.terminal import render

    return render(reports, setting)


def _json(reports: Sequence[Report], setting: Setting) -> str:
    from claimcheck.render.json import render

    return render(reports, setting)


RENDERERS: Mapping[str, Renderer] = {"text": _text, "json": _json}
"""Every renderer, by its name in ``claimcheck audit --format``; each is loaded when it is used."""
