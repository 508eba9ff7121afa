"""The table of base figures: ``figures.csv``, one figure in a row, with its value or its date."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.figures import BaseFigure
from claimcheck.files.converting import read_date, read_name, read_text
from claimcheck.files.names import Names
from claimcheck.files.nodes import Scalar
from claimcheck.files.sources import Collector, Source, shortened, suggestion

__all__ = ["COLUMNS", "Row", "parse_table", "read_figures"]

COLUMNS = ("measure", "area", "period", "value", "unit", "source", "note", "date")
"""The columns that a table may have, in the order in which it is written."""

# A row with more cells than this is at fault long before its end.
_MOST_CELLS = 1000

Row = Mapping[str, Scalar]
"""The cells of one row that are not empty, by column."""


def parse_table(source: Source, found: Collector) -> list[Row]:
    r"""The rows of a table as cells with positions; rows that are at fault are left out.

    >>> (row,) = parse_table(Source(path="figures.csv", text='measure,value\nvictims,"10,058"'), Collector())
    >>> row["value"], row["value"].column
    ('10,058', 9)
    """
    records = _records(source, found)
    header = next(records, None)
    if header is None:
        raise Fault(
            rule="CC101",
            message="the table is empty",
            advice=f"start it with {','.join(COLUMNS)}",
            place=Place(path=source.path),
        )
    columns = _columns(header)
    for needed in ({"measure"}, {"value", "date"}):
        if needed.isdisjoint(columns):
            raise header[0].fault(
                "CC103",
                f"the table has no column {min(needed, key=COLUMNS.index)!r}",
                "add it: the first line names the columns",
            )
    rows = []
    for cells in records:
        if len(cells) > len(columns):
            extra = cells[len(columns)]
            found.add(
                extra.fault(
                    "CC101",
                    f"a cell too many: the table has {len(columns)} columns",
                    "put a value with a comma in double quotes",
                )
            )
            continue
        rows.append({name: cell for name, cell in zip(columns, cells, strict=False) if cell.strip()})
    return [row for row in rows if row]


def _columns(header: list[Scalar]) -> list[str]:
    """The names of the columns; the faults of all of them."""
    found = Collector()
    names: list[str] = []
    for cell in header:
        name = cell.strip().casefold()
        if name not in COLUMNS:
            advice = suggestion(name, COLUMNS) or f"the columns are {', '.join(COLUMNS)}"
            found.add(cell.fault("CC102", f"the table has no use for a column {shortened(cell)}", advice))
        elif name in names:
            found.add(cell.fault("CC109", f"the column {name!r} stands here twice", "delete one of them"))
        names.append(name)
    found.settle()
    return names


def _records(source: Source, found: Collector) -> Iterator[list[Scalar]]:
    lines = source.lines
    reader = csv.reader((line + "\n" for line in lines), strict=True)
    while True:
        first = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line = min(first, len(lines))
            if "unexpected end" in str(error):
                message, advice = (
                    "a double quote is opened in this row and not closed",
                    "add the closing quote",
                )
            elif "limit" in str(error):
                message, advice = "a cell of more than 128 KiB", "shorten it"
            else:
                message, advice = (
                    "a double quote inside a cell",
                    "write it twice, and put the cell in double quotes",
                )
            found.add(
                source.fault("CC101", message, line=line, column=1, width=len(lines[line - 1]), advice=advice)
            )
            continue
        if cells:
            starts = _starts(lines[first - 1 : reader.line_num], first)
            yield [
                # Blanks after a comma are for the eye: "Leeds" and " Leeds" are one area.
                Scalar(cell.strip()).put(source, line, column + len(cell) - len(cell.lstrip()), width)
                for cell, (line, column, width) in zip(cells[:_MOST_CELLS], starts, strict=False)
            ]


def _starts(lines: list[str], number: int) -> Iterator[tuple[int, int, int]]:
    """Where each cell of a record starts, as line and column, and how wide it is there."""
    if len(lines) == 1 and '"' not in lines[0]:
        column = 1
        for cell in lines[0].split(","):
            yield number, column, max(1, len(cell))
            column += len(cell) + 1
        return
    start, opens, quoted = (number, 1), True, False
    for offset, line in enumerate(lines):
        for column, character in enumerate(line, 1):
            if character == '"':
                # Only at the start of a cell does a quote open it; one doubled closes and opens again.
                quoted, opens = not quoted and opens, quoted
            elif character == "," and not quoted:
                yield *start, max(1, column - start[1]) if start[0] == number + offset else 1
                start, opens = (number + offset, column + 1), True
            else:
                opens = False
    yield *start, max(1, len(lines[-1]) + 1 - start[1]) if start[0] == number + len(lines) - 1 else 1


def read_figures(rows: Iterable[Row], names: Names, found: Collector) -> tuple[BaseFigure, ...]:
    """The base figures of the rows; those at fault are left out."""
    figures = []
    for row in rows:
        try:
            figures.append(_read_figure(row, names))
        except (Fault, AuthoringError) as error:
            found.add(error)
    return tuple(figures)


def _read_figure(row: Row, names: Names) -> BaseFigure:
    first = next(iter(row.values()))
    if "measure" not in row:
        raise first.fault("CC103", "a row without a measure", "name the measure in the column 'measure'")
    found = Collector()
    day = None
    try:
        sketch = names.sketch(row)
    except (Fault, AuthoringError) as error:
        found.add(error)
    if "date" in row:
        try:
            day = read_date(row["date"])
        except Fault as fault:
            found.add(fault)
    found.settle()
    figure = sketch.figure(first)
    if "unit" in row and row["unit"].strip() != figure.measure.unit:
        raise row["unit"].fault(
            "CC112",
            f"{figure.measure} is in {figure.measure.unit}, not in {row['unit'].strip()}",
            "give the value in the measure's unit, or leave the cell empty",
        )
    try:
        return BaseFigure(
            figure=figure,
            value=read_name(row["value"]) if "value" in row else None,
            date=day,
            source=read_text(row["source"]) if "source" in row else None,
            note=read_text(row["note"]) if "note" in row else None,
            place=row["measure"].place,
        )
    except Fault as fault:
        if fault.place is not None:
            raise
        raise row.get("value", row.get("date", first)).blame(fault) from None
