"""Renderings of reports: one renderer a file, all from the same findings, none of which computes anything.

To add one, write its file and add it to :data:`RENDERERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from claimcheck.findings import Report
from claimcheck.render.setting import Setting

__all__ = ["RENDERERS", "Renderer", "Setting"]

Renderer = Callable[[Sequence[Report], Setting], str]
"""Reports in, text out: what it ends in is written as it is."""


def _in(module: str) -> Renderer:
    """The ``render`` of a module beside this one, which is loaded when it is used."""

    def render(reports: Sequence[Report], setting: Setting) -> str:
        found: Renderer = import_module(f"claimcheck.render.{module}").render
        return found(reports, setting)

    return render


RENDERERS: Mapping[str, Renderer] = {
    "text": _in("terminal"),
    "json": _in("json"),
    "html": _in("html"),
    "markdown": _in("markdown"),
    "github": _in("github"),
    "sarif": _in("sarif"),
    "claimreview": _in("claimreview"),
}
"""Every renderer, by its name in ``claimcheck audit --format``."""
