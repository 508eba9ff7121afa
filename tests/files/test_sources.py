"""Reading a file safely, and pointing into it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.errors import AuthoringError, Fault
from claimcheck.files.sources import MOST_FAULTS, Collector, Source, shown_path, suggestion


def read(path: Path, *, limit: int = 1024 * 1024, is_prose: bool = False) -> Source:
    return Source.read(path, within=path.parent, limit=limit, is_prose=is_prose)


def fault(path: Path, *, limit: int = 1024 * 1024, is_prose: bool = False) -> str:
    with pytest.raises(Fault) as caught:
        read(path, limit=limit, is_prose=is_prose)
    return str(caught.value)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "x.yaml"


def test_a_mark_of_byte_order_is_no_part_of_the_text(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(path).text == "a: 1\n"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_as_each_system_ends_them(path: Path, line_end: str) -> None:
    path.write_text(f"a{line_end}b", newline="")
    assert read(path).lines == ["a", "b"]


def test_latin_1_is_told_with_its_byte(path: Path) -> None:
    path.write_bytes("a: 1\ntitle: Café\n".encode("latin-1"))
    assert (
        fault(path)
        == """\
x.yaml:2:11: CC101 byte 16 of the file (0xe9) is not UTF-8; save it as UTF-8
    title: Café
              ^"""
    )


def test_a_control_character_is_told(path: Path) -> None:
    path.write_bytes(b"a: 1\nb\x00c: 2\n")
    assert (
        fault(path)
        == """\
x.yaml:2:2: CC101 a control character (U+0000); delete it
    b?c: 2
     ^"""
    )


def test_an_articles_text_may_hold_what_a_declaration_may_not(path: Path) -> None:
    path.write_text("one\u2028two\x85three\f", encoding="utf-8")
    assert read(path, is_prose=True).text == "one\u2028two\x85three\f"
    assert "U+2028" in fault(path)
    path.write_text("one\x1b[31m", encoding="utf-8")
    assert "U+001B" in fault(path, is_prose=True)


def test_a_file_over_the_limit_is_not_read(path: Path) -> None:
    path.write_bytes(b"a" * (1024 * 1024 + 1))
    assert fault(path) == "x.yaml: CC101 larger than 1 MiB; split it into several"


def test_only_files_are_read(path: Path) -> None:
    os.mkfifo(path)
    assert fault(path) == "x.yaml: CC101 not a file; put a text file in its place"


def test_a_link_out_of_the_folder_is_refused(path: Path) -> None:
    path.symlink_to("/etc/passwd")
    assert fault(path) == "x.yaml: CC101 the file lies outside the dossier's folder; copy it into the folder"


def test_links_in_a_circle_are_refused(path: Path) -> None:
    path.symlink_to(path)
    assert fault(path).startswith("x.yaml: ")


def test_a_path_is_shown_as_it_would_be_typed(path: Path) -> None:
    assert shown_path(path) == "x.yaml"
    assert shown_path(Path("deep/x.yaml")) == "deep/x.yaml"
    assert shown_path(Path("/elsewhere/x.yaml")) == "/elsewhere/x.yaml"


def test_a_very_long_name_is_not_compared() -> None:
    assert suggestion("x" * 1_000_000, ["since"]) is None


def test_a_collector_keeps_each_fault_once_and_stops_in_time() -> None:
    found = Collector()
    found.add(Fault(rule="CC101", message="same"))
    found.add(Fault(rule="CC101", message="same"))
    assert len(found.faults) == 1
    with pytest.raises(AuthoringError):
        found.add(AuthoringError(Fault(rule="CC101", message=str(number)) for number in range(MOST_FAULTS)))
