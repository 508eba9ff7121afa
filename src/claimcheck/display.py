"""Display: how articles, findings and reports show themselves in a notebook."""

from __future__ import annotations

__all__ = ["Displayed"]


class Displayed:
    """What a notebook shows as a page instead of as its ``repr``."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        # Loaded when something is shown: the one import that runs up the layers.
        from claimcheck.render.notebook import bundle

        return bundle(self)
