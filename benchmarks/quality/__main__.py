"""The table of quality: ``python -m benchmarks.quality``, or ``make quality``.

``--failures 10`` lists the first ten items of each row that failed, a line each: which item, what was
expected, what came, and the words around it. ``--show seeds.scope`` measures and lists one row, or all
rows that start so.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Final, cast

from rich.console import Console
from rich.table import Table

from benchmarks.quality import confirmed, newsquant, printed, seeds, speed, traps
from benchmarks.quality.material import TRAPS, VECTORS, records, table
from benchmarks.quality.material import seeds as seed_texts
from benchmarks.quality.rows import Row, without
from claimcheck.mentions import find

ABSENT: Final = "not present"
NOT_YET: Final = "not yet"


def _reader() -> Callable[..., printed.Story] | None:
    """``claimcheck.reading.read``, or None while there is none."""
    try:
        return cast("Callable[..., printed.Story]", importlib.import_module("claimcheck.reading").read)
    except (ImportError, AttributeError):
        return None


def _seeds() -> list[Row]:
    labels = records("seeds-mentions.json")
    if labels is None:
        return [without("seeds", "mentions in five articles", ABSENT)]
    return seeds.rows(seeds.score(map(seeds.Label.of, labels), seed_texts(), find))


def _values() -> list[Row]:
    sentences = records("newsquant-even.json")
    if sentences is None:
        return [without("values", "values and hedges in NewsQuant", ABSENT)]
    return newsquant.rows(newsquant.score(sentences, find), newsquant.score(sentences, find, joined=False))


def _printed() -> list[Row]:
    what = "old, new and change in printed sentences"
    sentences, read = records("printed-sentences.dev.jsonl"), _reader()
    if sentences is None:
        return [without("printed", what, ABSENT)]
    if read is None:
        return [without("printed", what, NOT_YET)]
    return printed.rows(printed.score(map(printed.Triple.of, sentences), read))


def _reading() -> list[Row]:
    what = "articles read whole, alone and together"
    texts, read = seed_texts(), _reader()
    if not texts:
        return [without("reading", what, ABSENT)]
    if read is None:
        return [without("reading", what, NOT_YET)]
    return confirmed.rows(texts, read)


def _traps() -> list[Row]:
    phrases = table(TRAPS)
    if not phrases:
        return [without("traps", "traps in which a claim is found", ABSENT)]
    return traps.rows(traps.score(((row["phrase"], row["why"]) for row in phrases), find))


def _speed() -> list[Row]:
    vectors = list(dict.fromkeys(row["phrase"] for row in table(VECTORS)))
    return speed.rows(find, vectors or list(speed.made_up_sentences()))


MEASURES: Final[dict[str, Callable[[], list[Row]]]] = {
    "seeds": _seeds,
    "values": _values,
    "printed": _printed,
    "reading": _reading,
    "traps": _traps,
    "speed": _speed,
}


def measured(show: str) -> Iterator[Row]:
    """The rows whose names start so; nothing else is measured."""
    for name, measure in MEASURES.items():
        if name.startswith(show) or show.startswith(name):
            yield from (row for row in measure() if row.name.startswith(show) or show.startswith(row.name))


def shown(rows: Sequence[Row]) -> Table:
    """The table, which says in words what is below its aim."""
    result = Table(box=None, width=80, padding=(0, 2, 0, 0), pad_edge=False)
    result.add_column("row", no_wrap=True)
    result.add_column("measured")
    result.add_column("figure", justify="right")
    result.add_column("aim", justify="right")
    result.add_column("on", justify="right")
    result.add_column("", no_wrap=True)
    for row in rows:
        mark = "below" if row.is_met is False else ""
        result.add_row(row.name, row.what, row.figure, row.aim, row.on, mark)
    return result


def failures(rows: Sequence[Row], most: int | None) -> Iterator[str]:
    """The items that failed, under the row that they failed in."""
    for row in rows:
        if row.misses:
            yield f"\n{row.name}: {row.what} ({len(row.misses)})"
            yield from map(str, row.misses[:most])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table and the failures that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="How well is it read?")
    parser.add_argument("--failures", type=int, metavar="N", help="list the first N failures of each row")
    parser.add_argument("--show", default="", metavar="NAME", help="only rows that start so, with failures")
    options = parser.parse_args(arguments)
    rows = list(measured(options.show))
    Console(highlight=False).print(shown(rows))
    if options.failures is not None or options.show:
        for line in failures(rows, options.failures):
            print(line)


if __name__ == "__main__":
    main()
