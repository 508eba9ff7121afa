"""figures.csv: base figures, one in a row."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimcheck.articles import Dossier
from claimcheck.figures import Figure, Measure
from claimcheck.files import load

Story = Callable[..., Path]
OFFENCES = Measure(name="offences", unit="offence")


def read(story: Story, table: str | bytes) -> Dossier:
    return load(story({"figures.csv": table}, claims=""))


def told(story: Story, table: str | bytes) -> list[str]:
    return [str(fault) for fault in read(story, table).faults]


def test_all_columns(story: Story) -> None:
    dossier = read(
        story,
        "measure,area,period,value,unit,source,note\n"
        'offences,Kent,2019/20,"10,058",offence,"FOI reply, 2020",recorded\n'
        "offences,Dover,,<5,,,\n"
        "offences,Deal,,[c],,,\n"
        "\n",
    )
    assert dossier.faults == ()
    first, second, third = dossier.base_figures
    assert first.figure == Figure(measure=OFFENCES, area="Kent", period="2019/20")
    assert (first.value, first.source, first.note) == ("10,058", "FOI reply, 2020", "recorded")
    assert str(first.place) == "story/figures.csv:2:1"
    assert (str(second.interval), second.figure.period) == ("[0, 4]", None)
    assert third.is_withheld


def test_a_dated_fact(story: Story) -> None:
    table = "date,measure\n8 April 2019,paper\n"
    files = {
        "dossier.yaml": "measures: {offences: {unit: offence}, paper: {unit: date}}",
        "figures.csv": table,
    }
    (fact,) = load(story(files, claims="")).base_figures
    assert (fact.date, fact.value) == (date(2019, 4, 8), None)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_as_spreadsheets_save_it(story: Story, line_end: str) -> None:
    table = f"\ufeffMeasure,Value{line_end}offences,63{line_end}".encode()
    assert [base.value for base in read(story, table).base_figures] == ["63"]


HEADERS = {
    "mesure,valeu": [
        (
            "story/figures.csv:1:1: CC102 the table has no use for a column 'mesure'; did you mean 'measure'?\n"
            "    mesure,valeu\n    ^^^^^^"
        ),
        (
            "story/figures.csv:1:8: CC102 the table has no use for a column 'valeu'; did you mean 'value'?\n"
            "    mesure,valeu\n           ^^^^^"
        ),
    ],
    "measure,value,zebra": [
        (
            "story/figures.csv:1:15: CC102 the table has no use for a column 'zebra'; the columns are measure, area, period, "
            "value, unit, source, note, date\n    measure,value,zebra\n                  ^^^^^"
        ),
    ],
    "measure,value,value": [
        (
            "story/figures.csv:1:15: CC109 the column 'value' stands here twice; delete one of them\n"
            "    measure,value,value\n                  ^^^^^"
        ),
    ],
    "measure,area": [
        (
            "story/figures.csv:1:1: CC103 the table has no column 'value'; add it: the first line names the columns\n"
            "    measure,area\n    ^^^^^^^"
        ),
    ],
    "area,value": [
        (
            "story/figures.csv:1:1: CC103 the table has no column 'measure'; add it: the first line names the columns\n"
            "    area,value\n    ^^^^"
        ),
    ],
    "": [
        "story/figures.csv: CC101 the table is empty; start it with measure,area,period,value,unit,source,note,date",
    ],
}


@pytest.mark.parametrize(("header", "expected"), HEADERS.items(), ids=list(HEADERS))
def test_a_header_at_fault(story: Story, header: str, expected: list[str]) -> None:
    assert told(story, header + "\n" if header else "") == expected


ROWS = {
    "offenses,Kent,2019,63,,": (
        "1",
        8,
        "CC102 the measure 'offenses' is not declared; did you mean 'offences'?",
    ),
    ",Kent,2019,63,,": ("2", 4, "CC103 a row without a measure; name the measure in the column 'measure'"),
    "offences,Kent,2019,63,GBP,": (
        "23",
        3,
        "CC112 offences is in offence, not in GBP; give the value in the measure's unit, or leave the cell empty",
    ),
    "offences,Kent,2019,-3,,": (
        "20",
        2,
        "CC104 '-3' is no possible value of offences (in offence); write a whole number, zero or more",
    ),
    "offences,Kent,2019,,,": (
        "1",
        8,
        "CC103 no value for offences, Kent, 2019; write the value, or [c] if it is withheld",
    ),
    "offences,Kent,2019,,,soon": (
        "22",
        4,
        "CC104 'soon' is not a date; write it like 2020-09-03 or 3 September 2020",
    ),
    "offences,Kent,2019,10,058,,": (
        "28",
        1,
        "CC101 a cell too many: the table has 6 columns; put a value with a comma in double quotes",
    ),
    'offences,"Kent, all",2019,"-3",,': (
        "27",
        4,
        "CC104 '-3' is no possible value of offences (in offence); write a whole number, zero or more",
    ),
    'offences,Kent,2019,63,,"never closed': (
        "1",
        36,
        "CC101 a double quote is opened in this row and not closed; add the closing quote",
    ),
    'offences,"a" b,2019,63,,': (
        "1",
        24,
        "CC101 a double quote inside a cell; write it twice, and put the cell in double quotes",
    ),
}


@pytest.mark.parametrize(("row", "expected"), ROWS.items(), ids=[str(number) for number in range(len(ROWS))])
def test_a_cell_at_fault_and_the_other_rows_kept(
    story: Story, row: str, expected: tuple[str, int, str]
) -> None:
    column, width, words = expected
    before = "measure,area,period,value,unit,date\noffences,Kent,2018,63,,\n"
    dossier = read(story, f"{before}{row}\n")
    shown = f"    {row}\n    {' ' * (int(column) - 1)}{'^' * width}"
    assert [str(fault) for fault in dossier.faults] == [f"story/figures.csv:3:{column}: {words}\n{shown}"]
    assert [base.value for base in dossier.base_figures] == ["63"]


def test_the_row_after_a_bad_quote_is_read(story: Story) -> None:
    dossier = read(story, 'measure,area,value\noffences,"a" b,1\noffences,Dover,2\n')
    assert [base.value for base in dossier.base_figures] == ["2"]


def test_a_cell_of_several_lines_keeps_the_count(story: Story) -> None:
    table = 'measure,value,note\noffences,63,"one\ntwo"\noffences,-3,\n'
    dossier = read(story, table)
    assert dossier.base_figures[0].note == "one\ntwo"
    assert [str(fault.place) for fault in dossier.faults] == ["story/figures.csv:4:10"]


def test_a_place_after_a_cell_of_several_lines(story: Story) -> None:
    (fault,) = told(story, 'note,measure,value\n"one\ntwo",offenses,63\n')
    assert fault == (
        "story/figures.csv:3:6: CC102 the measure 'offenses' is not declared; did you mean 'offences'?\n"
        '    two",offenses,63\n         ^^^^^^^^'
    )


@pytest.mark.parametrize("cell", ['5" of rain', '"""5"" of, rain"', '""', '"a\nb"', 'a"b"c"', '"x ""y"""'])
def test_places_hold_behind_any_cell(story: Story, cell: str) -> None:
    (fault,) = read(story, f"note,measure,value\n{cell},offenses,63\n").faults
    before = f"{cell},".split("\n")
    assert str(fault.place) == f"story/figures.csv:{1 + len(before)}:{len(before[-1]) + 1}"


def test_latin_1(story: Story) -> None:
    assert told(story, "measure,value,note\noffences,63,caf\xe9\n".encode("latin-1")) == [
        (
            "story/figures.csv:2:16: CC101 byte 35 of the file (0xe9) is not UTF-8; save it as UTF-8\n"
            "    offences,63,café\n                   ^"
        )
    ]


def test_blanks_around_cells_are_for_the_eye(story: Story) -> None:
    dossier = read(story, "measure, area, value\noffences,  Kent , 63\n")
    assert dossier.faults == ()
    (base,) = dossier.base_figures
    assert (base.figure.area, base.value) == ("Kent", "63")
    assert told(story, "measure, value\noffences,  many\n")[0].startswith("story/figures.csv:2:12: ")
