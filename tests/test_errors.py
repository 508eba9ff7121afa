"""Faults and how they are shown."""

from __future__ import annotations

import pytest

from claimcheck.errors import AuthoringError, Fault, FloatRefused, Place, nearest_name, refuse_float


def test_a_fault_shows_the_line_with_a_caret_under_the_words() -> None:
    fault = Fault(
        rule="CC102",
        message="unknown key 'sinse'",
        advice="did you mean 'since'?",
        place=Place(path="a.claims.yaml", line=4, column=5),
        source="    sinse: 2018/19",
        width=5,
    )
    assert str(fault) == (
        "a.claims.yaml:4:5: CC102 unknown key 'sinse'; did you mean 'since'?\n"
        "        sinse: 2018/19\n        ^^^^^"
    )


def test_of_a_very_long_line_only_the_part_at_fault_is_shown() -> None:
    source = "x" * 10_000 + "bad" + "y" * 10_000
    shown = str(
        Fault(rule="CC101", message="m", place=Place(path="p", line=1, column=10_001), source=source, width=3)
    )
    _, line, carets = shown.split("\n")
    assert len(line) < 120
    assert line[carets.index("^") : carets.rindex("^") + 1] == "bad"


def test_a_fault_without_a_place_is_its_code_and_its_sentence() -> None:
    assert str(Fault(rule="CC106", message="no number")) == "CC106 no number"


def test_an_error_lists_all_its_faults() -> None:
    error = AuthoringError([Fault(rule="CC101", message="one"), Fault(rule="CC102", message="two")])
    assert str(error) == "CC101 one\nCC102 two"
    assert [fault.message for fault in error.faults] == ["one", "two"]


@pytest.mark.parametrize(
    ("value", "shown"), [(0.1, "'0.1'"), (17.0, "'17'"), (1e-7, "'0.0000001'"), (1e30, "'1")]
)
def test_a_refused_float_says_what_to_write(value: float, shown: str) -> None:
    with pytest.raises(FloatRefused, match="cannot say exactly") as caught:
        refuse_float(value)
    assert f"write {shown}" in str(caught.value)


@pytest.mark.parametrize(("name", "nearest"), [("sinse", "since"), ("Area", "area"), ("zzz", None)])
def test_nearest_name(name: str, nearest: str | None) -> None:
    assert nearest_name(name, ["since", "area", "period"]) == nearest
