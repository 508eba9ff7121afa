"""Display: how articles, findings and reports show themselves in a notebook, and reports as a table.

What is shown loads its renderer then: here are the only imports that run up the layers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Displayed", "Tabular"]


class Displayed:
    """What a notebook shows as a page instead of as its ``repr``."""

    __slots__ = ()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        # A notebook picks from what comes back by itself.
        from claimcheck.render.notebook import bundle

        return bundle(self)


class Tabular(Displayed):
    """What is a table as well, of the findings that iterating gives."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    @overload
    def to_frame(self, backend: Literal["pandas"]) -> pd.DataFrame: ...
    @overload
    def to_frame(self, backend: Literal["polars"]) -> pl.DataFrame: ...
    @overload
    def to_frame(self, backend: Literal["pyarrow"]) -> pa.Table: ...
    @overload
    def to_frame(self, backend: None = None) -> Any: ...

    def to_frame(self, backend: Literal["pandas", "polars", "pyarrow"] | None = None) -> Any:
        """A table with a row for each finding: a pandas or polars data frame, or a pyarrow table.

        Without a ``backend``, it is the first of polars, pandas and pyarrow that has been imported,
        or else the first that is installed. Needs ``pip install ".[frame]"`` in a checkout.

        Numbers are floats here, for plotting: ``printed_low`` and ``printed_high`` are the ends of
        what the printed number stands for, missing where there is none. The exact numbers, and
        whether an end belongs to its range, are in the findings and in the JSON.

        >>> from claimcheck import Article, Change, Count, Figure, Measure, verify
        >>> now = Figure(measure=Measure(name="offences", unit="offence"), period="2019/20")
        >>> before = now.at(period="2018/19")
        >>> frame = verify(Article(publisher="A paper", claims=[
        ...     Count(quote="63 offences", figure=now),
        ...     Count(quote="77 offences", figure=before),
        ...     Change(quote="a 17% decrease", figure=now, since=before),
        ... ])).to_frame("polars")
        >>> frame.select("quote", "verdict", "correction").rows()[-1]
        ('a 17% decrease', 'contradicted', '18%')
        >>> frame.filter(verdict="contradicted")["printed_low"].to_list()
        [-17.5]
        """
        from claimcheck.render.frame import frame

        return frame(self, backend)
