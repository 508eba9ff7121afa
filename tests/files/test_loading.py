"""From a folder to a dossier."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import AuthoringError
from claimcheck.files import discover, load

Story = Callable[..., Path]
EMPTY = "article: {publisher: X}\nclaims: []\n"


def test_the_path_is_a_folder_or_a_file_in_it(story: Story) -> None:
    folder = story({"radio.claims.yaml": EMPTY}, claims="")
    whole = load(folder)
    assert [article.id for article in whole.articles] == ["paper", "radio"]
    assert (whole.name, str(whole.place)) == ("story", "story")
    assert load(str(folder / "radio.claims.yaml")) == load(folder / "dossier.yaml") == whole
    assert load("story") == load("story/../story") == whole


def test_a_path_that_is_not_there(story: Story) -> None:
    story()
    for read in (load, discover):
        with pytest.raises(AuthoringError) as caught:
            read("stroy")
        assert str(caught.value) == "stroy: CC101 no such file or folder"


def test_a_folder_without_claims(story: Story) -> None:
    assert [str(fault) for fault in load(story()).faults] == ["story: CC101 no *.claims.yaml in this folder"]


def test_a_file_that_would_be_passed_over(story: Story) -> None:
    folder = story({"radio.claims.yml": EMPTY}, claims="")
    assert [str(fault) for fault in load(folder).faults] == [
        "story/radio.claims.yml: CC101 not read; rename it to radio.claims.yaml"
    ]


def test_a_folder_that_cannot_be_listed(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = story(claims="")

    def refuse(self: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [str(fault) for fault in load(folder).faults] == [
        "story: CC101 cannot be listed: Permission denied"
    ]


def test_claims_below_a_dossier_are_told_of_it(story: Story) -> None:
    folder = story(claims="")
    (folder / "inner").mkdir()
    (folder / "inner/radio.claims.yaml").write_text(EMPTY, encoding="utf-8")
    assert [str(fault) for fault in load(folder / "inner").faults] == [
        "story/inner/dossier.yaml: CC101 no such file; declare the measures in it, or move the claims up to story"
    ]


def test_the_order_of_files_does_not_matter(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = story({"b.claims.yaml": EMPTY, "a.claims.yaml": EMPTY, "c.claims.yaml": "x: y\n"}, claims="")
    forwards = load(folder)
    listed = list(folder.iterdir())
    for order in (sorted(listed), sorted(listed, reverse=True)):
        monkeypatch.setattr(Path, "iterdir", lambda self, order=order: iter(order))
        assert load(folder) == forwards
        assert [str(fault) for fault in load(folder).faults] == [str(fault) for fault in forwards.faults]


def test_an_articles_id_is_its_file_name(story: Story) -> None:
    folder = story({"West Mercia 2020.claims.yaml": EMPTY})
    assert load(folder).articles[0].id == "west-mercia-2020"


def test_two_files_of_one_id(story: Story) -> None:
    dossier = load(story({"a b.claims.yaml": EMPTY, "a-b.claims.yaml": EMPTY}))
    assert [article.id for article in dossier.articles] == ["a-b"]
    assert [str(fault) for fault in dossier.faults] == [
        "story/a-b.claims.yaml:1:1: CC109 the id 'a-b' belongs to story/a b.claims.yaml already; rename one of the files"
    ]


# Texts


def test_the_text_beside_the_claims(story: Story) -> None:
    dossier = load(story({"paper.txt": "There were 63 offences.\r\n"}, claims=""))
    assert dossier.articles[0].text == "There were 63 offences.\r\n"


def with_text(story: Story, text: str, files: dict[str, str | bytes | None] | None = None) -> Path:
    return story(
        files,
        head=f"article:\n  publisher: X\n  text: {text}\nabout: {{measure: offences}}\nclaims:\n",
        claims="",
    )


def test_a_text_by_name(story: Story) -> None:
    assert (
        load(with_text(story, "other.txt", {"other.txt": "63", "paper.txt": "64"})).articles[0].text == "63"
    )


OUTSIDE = "the file lies outside the dossier's folder; copy it into the folder"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("../../etc/passwd", OUTSIDE),
        ("/etc/passwd", OUTSIDE),
        ("../secret.txt", OUTSIDE),
        ("link.txt", OUTSIDE),
        ("missing.txt", "cannot be read: No such file or directory"),
        ("folder", "not a file; put a text file in its place"),
    ],
)
def test_a_text_stays_in_the_folder(story: Story, tmp_path: Path, text: str, words: str) -> None:
    folder = with_text(story, text)
    (tmp_path / "secret.txt").write_text("root:x")
    (folder / "link.txt").symlink_to("../secret.txt")
    (folder / "folder").mkdir()
    dossier = load(folder)
    assert [str(fault) for fault in dossier.faults] == [
        f"story/paper.claims.yaml:3:9: CC101 {text!r}: {words}\n      text: {text}\n            {'^' * len(text)}"
    ]
    assert dossier.articles[0].text is None
    assert len(dossier.articles[0].claims) == 1


def test_a_link_beside_the_claims_stays_in_the_folder(story: Story, tmp_path: Path) -> None:
    folder = story(claims="")
    (tmp_path / "secret.txt").write_text("root:x")
    (folder / "paper.txt").symlink_to("../secret.txt")
    assert [str(fault) for fault in load(folder).faults] == [f"story/paper.txt: CC101 {OUTSIDE}"]


def test_a_text_that_is_not_utf_8(story: Story) -> None:
    dossier = load(story({"paper.txt": "A café".encode("latin-1")}, claims=""))
    assert [str(fault) for fault in dossier.faults] == [
        "story/paper.txt:1:6: CC101 byte 6 of the file (0xe9) is not UTF-8; save it as UTF-8\n    A café\n         ^"
    ]
    assert len(dossier.articles[0].claims) == 1
