"""Which folders are dossiers, and what is told because it is read by none."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import AuthoringError
from claimcheck.files import discover
from claimcheck.files.discovery import meant_name, strays

pytestmark = pytest.mark.usefixtures("desk")


def touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def folders(*paths: str) -> list[str]:
    return [folder.as_posix() for folder in discover(*paths).folders]


def faults(*paths: str) -> list[str]:
    return [str(fault) for fault in discover(*paths).faults]


# Folders


def test_dossiers_are_found_below_in_the_order_of_their_names() -> None:
    touch("x/b/deep/p.claims.yaml", "x/a/dossier.yaml", "x/c/notes.txt")
    assert folders("x") == ["x/a", "x/b/deep"]
    assert folders("x/b/deep") == folders("x/b/deep/p.claims.yaml") == ["x/b/deep"]
    assert folders("x/c") == []


def test_dossiers_lie_in_one_another() -> None:
    touch("x/dossier.yaml", "x/a/dossier.yaml", "x/a/sub/p.claims.yaml")
    assert folders("x") == ["x", "x/a", "x/a/sub"]


def test_paths_that_overlap_give_each_dossier_once_in_the_order_asked_for() -> None:
    touch("x/a/dossier.yaml", "x/b/dossier.yaml", "x/b/p.claims.yaml")
    assert folders("x/b", "x") == ["x/b", "x/a"]
    assert folders("x", "x/b/p.claims.yaml") == ["x/a", "x/b"]


def test_a_file_does_not_bring_in_what_is_below_its_folder() -> None:
    touch("x/p.claims.yaml", "x/sub/p.claims.yaml")
    assert folders("x/p.claims.yaml") == ["x"]


@pytest.mark.parametrize("name", ["c.claims.YAML", "c.Claims.yml", "DOSSIER.yaml", "dossier.yml"])
def test_a_folder_of_names_that_are_not_read_is_a_dossier_that_tells_them(name: str) -> None:
    touch(f"x/{name}")
    assert folders("x") == ["x"]


def test_a_path_that_is_not_there() -> None:
    with pytest.raises(AuthoringError) as caught:
        discover("x", "y")
    assert str(caught.value) == "x: CC101 no such file or folder\ny: CC101 no such file or folder"


# Hidden folders


def test_claims_in_a_hidden_folder_are_told() -> None:
    touch("x/.old/a/p.claims.yaml", "x/.old/a/q.claims.YAML", "x/.old/dossier.yaml", "x/.git/p.claims.yaml")
    assert folders("x") == []
    assert faults("x") == [
        f"x/.old/a/{name}: CC101 not read: it is in a hidden folder; "
        "move it to a folder whose name does not start with a dot"
        for name in ("p.claims.yaml", "q.claims.YAML")
    ]


def test_a_hidden_folder_that_is_named_is_read() -> None:
    touch("x/.old/p.claims.yaml")
    assert (folders("x/.old"), faults("x/.old")) == (["x/.old"], [])
    assert (folders("x", "x/.old"), faults("x", "x/.old")) == (["x/.old"], [])
    assert (folders("x", "x/.old/p.claims.yaml"), faults("x", "x/.old/p.claims.yaml")) == (["x/.old"], [])


# Links


def test_a_link_inside_is_followed_once_and_circles_end() -> None:
    touch("x/a/p.claims.yaml", "x/.git/b/p.claims.yaml")
    Path("x/also-a").symlink_to("a")
    Path("x/a/up").symlink_to("..")
    Path("x/b").symlink_to(".git/b")
    Path("x/self").symlink_to("self")
    assert (folders("x"), faults("x")) == (["x/a", "x/b"], [])


def test_a_link_that_leads_out_is_told_until_its_folder_is_named() -> None:
    touch("x/a/p.claims.yaml", "out/p.claims.yaml")
    Path("x/link").symlink_to("../out")
    assert folders("x") == ["x/a"]
    assert faults("x") == [
        "x/link: CC101 the link leads out of x and is not followed; name the folder too, to check the claims in it"
    ]
    assert (folders("x", "out"), faults("x", "out")) == (["x/a", "out"], [])


def test_a_link_that_is_named_is_followed() -> None:
    touch("out/a/p.claims.yaml")
    Path("x").symlink_to("out")
    assert (folders("x"), faults("x")) == (["x/a"], [])


# What cannot be listed


def test_a_folder_that_cannot_be_listed_is_told_and_the_rest_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    touch("x/a/p.claims.yaml", "x/locked/p.claims.yaml")
    scandir = os.scandir

    def refuse(path: Any) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert folders("x") == ["x/a"]
    assert faults("x") == [
        "x/locked: CC101 cannot be listed: Permission denied; claims in it would not be checked"
    ]


# Names


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("c.claims.yaml", "c.claims.yaml"),
        ("c.claims.YAML", "c.claims.yaml"),
        ("C.Claims.yml", "C.claims.yaml"),
        ("c.claims.yaml.txt", "c.claims.yaml"),
        ("c.claims.yaml ", "c.claims.yaml"),
        ("c.claims.yaml.bak", "c.claims.yaml"),
        ("c.claims.yaml~", "c.claims.yaml"),
        ("c.claims.yaml_old", "c.claims.yaml"),
        ("c.claims (1).yaml", "c.claims.yaml"),
        ("c.claims - Copy.yaml", "c.claims.yaml"),
        ("c.claims copy 2.yaml", "c.claims.yaml"),
        ("c-claims.yaml", "c.claims.yaml"),
        ("c.claims.txt", "c.claims.yaml"),
        ("c.claims", "c.claims.yaml"),
        ("c.claims.yeml", "c.claims.yaml"),
        ("claims.yaml", "a-paper.claims.yaml"),
        (".claims.yaml", "a-paper.claims.yaml"),
        (".c.claims.yaml", "c.claims.yaml"),
        ("Dossier.yaml", "dossier.yaml"),
        ("dossier.yml", "dossier.yaml"),
        ("dossier (1).yaml", "dossier.yaml"),
        ("dossier.yaml.txt", "dossier.yaml"),
        ("Figures.csv", "figures.csv"),
        ("figure.csv", "figures.csv"),
        ("figures.CSV", "figures.csv"),
        ("figures.csv.txt", "figures.csv"),
        ("figures.tsv", "figures.csv"),
        ("figures.xlsx", "figures.csv"),
        ("figures (1).csv", "figures.csv"),
        ("base figures.csv", "figures.csv"),
        ("notes.txt", None),
        ("c.txt", None),
        ("claims", None),
        ("test_claims.py", None),
        ("user.claims.json", None),
        ("figure.png", None),
        ("c.claims-checkpoint.yaml", None),
        (".~lock.figures.csv#", None),
        ("~$figures.xlsx", None),
        ("." + ".swp" * 60, None),
    ],
)
def test_what_a_name_was_meant_to_be(name: str, meant: str | None) -> None:
    assert meant_name(name) == meant


def test_each_stray_says_what_to_do() -> None:
    names = [
        "c.claims.yaml",
        "c.claims.YAML",
        "d.claims.yml",
        "figures.xlsx",
        "dossier.yaml.bak",
        "notes.txt",
    ]
    assert [str(fault) for fault in strays(Path("x"), names)] == [
        "x/c.claims.YAML: CC101 not read; delete it, or move what is in it to c.claims.yaml",
        "x/d.claims.yml: CC101 not read; rename it to d.claims.yaml",
        "x/dossier.yaml.bak: CC101 not read; rename it to dossier.yaml",
        "x/figures.xlsx: CC101 not read; save it as figures.csv",
    ]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "c.claims.yaml~",
            "c.claims.yaml.bak",
            "c.claims.yaml.~1~",
            ".c.claims.yaml.swp",
            ".#c.claims.yaml",
        ),
        *("#c.claims.yaml#", "c.claims.yaml.license", "dossier.yaml.orig", "figures.xlsx", "figures.tsv"),
    ],
)
def test_what_stands_beside_its_file_raises_no_alarm(name: str) -> None:
    names = ["c.claims.yaml", "dossier.yaml", "figures.csv", name]
    assert list(strays(Path("x"), names)) == []


def test_the_notes_of_macos_are_known_by_what_is_in_them() -> None:
    touch("x/c.claims.yaml", "x/__MACOSX/._c.claims.yaml", "x/.h/._c.claims.yaml")
    for folder in ("x/__MACOSX", "x/.h"):
        Path(folder, "._c.claims.yaml").write_bytes(b"\x00\x05\x16\x07\x00\x02\x00\x00")
    assert (folders("x"), faults("x")) == (["x"], [])
    Path("x/__MACOSX/._c.claims.yaml").write_text("article: {publisher: X}\n", encoding="utf-8")
    assert folders("x") == ["x", "x/__MACOSX"]
