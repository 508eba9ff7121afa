"""``claimcheck read``: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.cli import main
from claimcheck.files import load
from claimcheck.render import RENDERERS

pytestmark = pytest.mark.usefixtures("desk")

WRONG = "In Kent there were 63 thefts in 2019/20, down from 77 in the previous year. That is a drop of 17%.\n"
RIGHT = WRONG.replace("17%", "18%")
OTHER = "In Kent there were 64 thefts in 2019/20.\n"
NOTHING = "The council met on Monday.\n"
LOOSE = WRONG.replace("That is a drop of 17%", "Thefts fell by exactly 18.0%")


def ends(*arguments: str) -> int:
    """How the command ends, whether it returns or argparse stops it."""
    try:
        return main(("read", *arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else -1


def file(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def dossier(folder: str, *, claims: str = "", figures: str = "", publisher: str = "Radio") -> str:
    file(f"{folder}/dossier.yaml", "measures:\n  thefts:\n    unit: theft\n")
    about = "about: {measure: thefts, area: Kent, period: 2019/20}"
    listed = f"claims:\n{claims}" if claims else "claims: []\n"
    file(f"{folder}/radio.claims.yaml", f"article: {{publisher: {publisher}}}\n{about}\n{listed}")
    if figures:
        file(f"{folder}/figures.csv", f"measure,area,period,value\n{figures}")
    return folder


def found(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The verdicts of a run with ``--format json``, by quote."""
    findings = json.loads(capsys.readouterr().out)["findings"]
    return {finding["quote"]: finding["verdict"] for finding in findings}


# How it ends


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG, 1), (NOTHING, 0)])
def test_how_it_ends(text: str, status: int) -> None:
    assert ends(file("paper.txt", text)) == status


def test_a_finding_names_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("paper.txt", f"Thefts in Kent\n\n{WRONG}")) == 1
    out = capsys.readouterr().out
    assert out.startswith("✗ contradicted CC201  “drop of 17%”\n")
    assert "\n  article   paper.txt:3:95\n" in out
    assert "3 claims: 1 contradicted, 2 unverified" in out


def test_nothing_to_check_is_said_and_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("paper.txt", NOTHING), "--format", "json") == 0
    captured = capsys.readouterr()
    assert captured.err == "claimcheck: no claim was found in paper\n"
    document = json.loads(captured.out)
    assert (document["exit"], document["findings"], document["faults"]) == (0, [], [])


def test_one_of_two_without_a_claim_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("one.txt", RIGHT), file("two.txt", NOTHING)) == 0
    assert capsys.readouterr().err == "claimcheck: no claim was found in two\n"


def test_strict_and_cover_are_as_in_an_audit(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = file(
        "paper.txt", "In Kent 752 offences were recorded in 2019, 750 of them in Deal and 2 in Dover.\n"
    )
    statuses = [ends(paper, *options) for options in ((), ("--strict",), ("--cover",))]
    assert set(statuses) <= {0, 1}
    assert statuses[0] <= min(statuses[1:])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.txt",), "no such file: nowhere.txt"),
        (("folder",), "folder is a folder: name the articles in it"),
        (("folder/radio.claims.yaml",), "folder/radio.claims.yaml declares claims: audit it"),
        (("paper.txt", "-o", "missing/out"), "cannot write missing/out: no such folder: missing"),
        (("paper.txt", "--dossier", "nowhere"), "no such folder: nowhere"),
        (
            ("paper.txt", "--draft", "paper.txt"),
            "cannot draft into paper.txt:\npaper.txt: CC101 not a folder",
        ),
        (("paper.txt", "--draft", "paper.txt/x"), "cannot draft into paper.txt/x: Not a directory"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file("paper.txt", WRONG)
    dossier("folder")
    assert ends(*arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"claimcheck: error: {said}\n")


@pytest.mark.parametrize(
    "arguments", [(), ("paper.txt", "--published", "soon"), ("paper.txt", "--format", "pdf")]
)
def test_a_mistake_in_the_command_is_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(*arguments) == 2
    assert "usage: claimcheck read" in capsys.readouterr().err


def test_a_file_that_is_no_text_is_a_fault_beside_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("scan.txt").write_bytes(b"%PDF-1.4")
    assert ends("scan.txt", file("paper.txt", WRONG)) == 2
    out = capsys.readouterr().out
    assert "✗ contradicted CC201  “drop of 17%”" in out
    assert "scan.txt: " in out
    assert "; 1 fault" in out


def test_a_fault_alone_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("empty.txt", "")) == 2
    assert "empty.txt: " in capsys.readouterr().out


# What is read


@pytest.mark.parametrize("data", [WRONG.encode(), b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode()])
def test_standard_input(
    data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert ends("-", "--format", "json") == 1
    assert found(capsys)["drop of 17%"] == "contradicted"


def test_several_files_are_one_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("one.txt", RIGHT), "--format", "json") == 0
    assert found(capsys)["63 thefts"] != "disputed"
    assert ends("one.txt", file("two.txt", OTHER), "--format", "json") == 1
    assert found(capsys)["64 thefts"] == "contradicted"


def test_a_file_named_twice_is_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    ends(file("one.txt", RIGHT), "./one.txt", "--format", "json")
    assert json.loads(capsys.readouterr().out)["summary"]["claims"] == 3


def test_ids_are_distinct(capsys: pytest.CaptureFixture[str]) -> None:
    ends(file("a/Paper 1.txt", RIGHT), file("b/paper-1.txt", RIGHT), "--format", "json")
    ids = {finding["id"].split("/")[0] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert ids == {"paper-1", "paper-1-2"}


@pytest.mark.parametrize("name", ["paper.md", "paper.html"])
def test_markdown_and_html(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura", reason="HTML is read with trafilatura")
    text = WRONG.replace("63", "<b>63</b>" if name.endswith(".html") else "**63**")
    assert ends(file(name, f"<p>{text}</p>" if name.endswith(".html") else text), "--format", "json") == 1
    assert found(capsys)["63 thefts"] == "unverified"


def test_what_web_pages_need_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("claimcheck.reading.extracting.find_spec", lambda _: None)
    assert ends(file("paper.html", f"<p>{WRONG}</p>")) == 2
    assert 'in a checkout of claimcheck, pip install ".[html]"' in capsys.readouterr().err


def test_published_is_what_last_year_is_counted_from(capsys: pytest.CaptureFixture[str]) -> None:
    file("paper.txt", "In Kent there were 63 thefts last year.\n")
    periods = set()
    for day in ("2019-05-01", "3 September 2021"):
        assert ends("paper.txt", "--published", day, "--draft", f"draft-{day[-4:]}") == 0
        (article,) = load(f"draft-{day[-4:]}").articles
        periods.add((str(article.published), str(article.claims[0].figure.period)))  # type: ignore[attr-defined]
    capsys.readouterr()
    assert periods == {("2019-05-01", "2018"), ("2021-09-03", "2020")}


# What it is verified with


def test_base_figures_of_a_dossier(capsys: pytest.CaptureFixture[str]) -> None:
    folder = dossier("story", figures="thefts,Kent,2018/19,77\n")
    assert (
        ends(
            file("paper.txt", "In Kent there were 78 thefts in 2018/19.\n"),
            "--dossier",
            folder,
            "--format",
            "json",
        )
        == 1
    )
    assert found(capsys) == {"78 thefts": "contradicted"}


def test_other_articles_of_a_dossier_are_evidence_and_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    folder = dossier("story", claims="  - quote: 64 thefts\n    kind: count\n")
    assert ends(file("paper.txt", RIGHT), "--dossier", folder, "--format", "json") == 0
    assert found(capsys) == {"63 thefts": "confirmed", "77": "confirmed", "drop of 18%": "confirmed"}


@pytest.mark.parametrize("name", ["radio.txt", "elsewhere.txt"])
def test_an_article_of_the_dossier_keeps_its_claims(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = dossier("story", claims="  - id: mine\n    quote: 63 thefts\n    kind: count\n")
    file("story/radio.txt", WRONG)
    assert ends(file(name, WRONG), "--dossier", folder, "--format", "json") == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["id"] for finding in findings} == {"radio/mine", "radio/77", "radio/drop-of-17-percent"}


def test_a_dossier_may_have_no_article_yet(capsys: pytest.CaptureFixture[str]) -> None:
    dossier("story", figures="thefts,Kent,2018/19,77\n")
    Path("story/radio.claims.yaml").unlink()
    assert ends(file("paper.txt", WRONG), "--dossier", "story", "--format", "json") == 1
    assert found(capsys)["77"] == "confirmed"


def test_an_article_never_takes_the_place_of_another(capsys: pytest.CaptureFixture[str]) -> None:
    folder = dossier("story", claims="  - quote: 64 thefts\n    kind: count\n")
    Path("story/radio.claims.yaml").rename("story/paper-2.claims.yaml")
    ends(file("a/paper.txt", RIGHT), file("b/paper.txt", OTHER), "--dossier", folder, "--format", "json")
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["id"].split("/")[0] for finding in findings} == {"paper", "paper-3"}


def test_a_byte_order_mark_does_not_hide_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    ends(file("paper.txt", f"\ufeff{WRONG}"))
    assert "paper.txt:1:95" in capsys.readouterr().out


def test_a_fault_of_the_dossier_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    folder = dossier("story", claims="  - quote: 64 thefts\n    kind: cuont\n")
    assert ends(file("paper.txt", RIGHT), "--dossier", folder) == 2
    assert "story/radio.claims.yaml:5:11: " in capsys.readouterr().out


# What is written


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("paper.txt", WRONG), "--format", name, "--also", f"{name}=out") == 1
    out = capsys.readouterr().out
    # What is published as a review has to be confirmed by somebody.
    assert ("17%" in out) is (name != "claimreview")
    assert Path("out").read_text(encoding="utf-8")


def test_an_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(file("paper.txt", WRONG), "-o", "out.txt") == 1
    assert capsys.readouterr().out == ""
    assert "drop of 17%" in Path("out.txt").read_text(encoding="utf-8")


def test_a_draft_is_judged_by_an_audit_as_it_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        ends(file("paper.txt", WRONG), file("two.txt", OTHER), "--draft", "claims/thefts", "--format", "json")
        == 1
    )
    captured = capsys.readouterr()
    assert captured.err == "claimcheck: drafted into claims/thefts, for you to confirm\n"
    assert main(("audit", "--format", "json")) == 1
    read, audited = (json.loads(out) for out in (captured.out, capsys.readouterr().out))
    for one, other in zip(read["findings"], audited["findings"], strict=True):
        assert (one["id"], one["verdict"]) == (other["id"], other["verdict"])


def test_drafting_again_adds_to_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    ends(file("paper.txt", WRONG), "--draft", "draft")
    before = Path("draft/paper.claims.yaml").read_text(encoding="utf-8")
    ends("paper.txt", "--draft", "draft")
    assert Path("draft/paper.claims.yaml").read_text(encoding="utf-8") == before
    file("draft/paper.txt", f"{WRONG}\nPolice made 12 arrests in Kent.\n")
    assert ends("draft/paper.txt", "--draft", "draft") == 1
    after = Path("draft/paper.claims.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.count("- quote: ") == 4
    assert "Traceback" not in capsys.readouterr().err


def test_a_draft_that_cannot_be_written_leaves_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    file("draft/paper.claims.yaml", "article: [\n")
    assert ends(file("paper.txt", WRONG), "--draft", "draft") == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("claimcheck: error: cannot draft into draft:\ndraft/paper.claims.yaml:")
    assert sorted(path.name for path in Path("draft").iterdir()) == ["paper.claims.yaml"]


def test_somebody_who_waits_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(cli._Progress, "after", lambda *_: lambda done, total: told.append((done, total)))
    ends(file("paper.txt", WRONG))
    assert told[-1] == (3, 3)
