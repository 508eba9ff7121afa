"""The command: what it prints, and how it ends."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from claimcheck import Article, Count, Figure, Measure, Report, cli, verify
from claimcheck.cli import main
from claimcheck.files.discovery import CLAIMS_SUFFIX
from claimcheck.render import RENDERERS
from claimcheck.rules import RULES

pytestmark = pytest.mark.usefixtures("desk")

DOSSIER = "measures:\n  online offences:\n    unit: offence\n"

HEAD = """\
article:
  publisher: {}

about:
  measure: online offences
  area: Wiltshire
  period: 2019/20

claims:
"""

WRONG = """\
  - quote: 63 offences
    kind: count
  - quote: 77 in the previous year
    kind: count
    period: 2018/19
  - quote: a 17% decrease
    kind: change
    since: 2018/19
"""

RIGHT = WRONG.replace("17%", "18%").replace("a 18%", "an 18%")

LOOSE = """\
  - quote: 752 offences
    kind: count
  - quote: 750 crimes
    kind: total
    areas: [Wiltshire]
"""


def write(folder: Path, *, dossier: str = DOSSIER, **claims: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dossier.yaml").write_text(dossier, encoding="utf-8")
    for stem, text in claims.items():
        (folder / f"{stem}{CLAIMS_SUFFIX}").write_text(HEAD.format(stem.title()) + text, encoding="utf-8")
    return folder


def ends(*arguments: str) -> int:
    """How the command ends, whether it returns or argparse stops it."""
    try:
        return main(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else -1


# claimcheck audit: how it ends


def test_clean_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=RIGHT)
    assert ends("audit") == 0
    assert capsys.readouterr().out.endswith("3 claims: 3 confirmed\n")


def test_findings_are_1(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=WRONG)
    assert ends("audit") == 1
    out = capsys.readouterr().out
    assert out.startswith("✗ contradicted CC201  “a 17% decrease”\n  article   Paper\n")
    assert out.endswith("3 claims: 1 contradicted, 2 unverified\n")


def test_loose_is_1_only_when_strict() -> None:
    write(Path("claims/story"), paper=LOOSE)
    assert ends("audit") == 0
    assert ends("audit", "--strict") == 1


def test_what_no_claim_declares_is_told_and_1_only_with_cover(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(Path("claims/story"), paper=RIGHT)
    text = "There were 63 offences, an 18% decrease from 77 in the previous year."
    (folder / "paper.txt").write_text(text, encoding="utf-8")
    assert ends("audit", "--cover") == 0
    assert (
        "claims/story/paper.txt: all 3 numeric claims in this text are declared\n" in capsys.readouterr().out
    )
    (folder / "paper.txt").write_text(f"{text}\nIt cost £1.6 million.", encoding="utf-8")
    assert ends("audit") == 0
    assert ends("audit", "--cover") == 1
    out = capsys.readouterr().out
    assert out.count("claims/story/paper.txt: 3 of 4 numeric claims in this text are declared\n") == 2
    assert out.count("    2:9 no claim declares “It cost £1.6 million” (money)\n") == 2


def test_of_one_file_only_its_own_text_has_to_be_declared(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(Path("claims/story"), paper=RIGHT, radio=RIGHT)
    text = "There were 63 offences, an 18% decrease from 77 in the previous year."
    (folder / "paper.txt").write_text(text, encoding="utf-8")
    (folder / "radio.txt").write_text(f"{text} It cost £1.6 million.", encoding="utf-8")
    assert ends("audit", "--cover", str(folder / f"paper{CLAIMS_SUFFIX}")) == 0
    assert "radio" not in capsys.readouterr().out
    assert ends("audit", "--cover", str(folder / f"radio{CLAIMS_SUFFIX}")) == 1


def test_faults_are_2_and_leave_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=WRONG + "  - quote: 9 more\n    kind: cuont\n")
    assert ends("audit") == 2
    out = capsys.readouterr().out
    assert "✗ contradicted CC201  “a 17% decrease”" in out
    assert "  claims/story/paper.claims.yaml:19:11: " in out
    assert out.endswith("3 claims: 1 contradicted, 2 unverified; 1 fault\n")


def test_a_dossier_without_claims_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"))
    assert ends("audit") == 2
    assert capsys.readouterr().out.endswith("no claims; 1 fault\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("claims/story/inner/c.claims.yaml", "claims/story/inner/dossier.yaml"),
        ("claims/story/c.claims.YAML", "rename it to c.claims.yaml"),
        ("claims/story/Figures.csv", "rename it to figures.csv"),
        ("claims/story/figure.csv", "rename it to figures.csv"),
        ("claims/.old/c.claims.yaml", "it is in a hidden folder"),
    ],
)
def test_nothing_that_may_hold_a_claim_is_passed_over(
    name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(Path("claims/story"), paper=RIGHT)
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(HEAD.format("Radio") + WRONG, encoding="utf-8")
    assert ends("audit", "--width", "200") == 2
    out = capsys.readouterr().out
    assert name in out
    assert said in out
    assert "3 confirmed" in out
    for format_ in ("json", "html", "markdown", "github", "sarif"):
        assert ends("audit", "--format", format_) == 2
        assert Path(name).name in capsys.readouterr().out


def test_a_dossier_above_does_not_hide_the_dossiers_below(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims"), outer=RIGHT)
    write(Path("claims/story"), paper=RIGHT)
    write(Path("claims/story/inner"), radio=WRONG)
    assert ends("audit") == 1
    assert "3 dossiers, 9 claims: 1 contradicted" in capsys.readouterr().out


def test_a_linked_folder_is_told_until_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=RIGHT)
    write(Path("out"), radio=WRONG)
    Path("claims/link").symlink_to("../out")
    assert ends("audit") == 2
    assert "claims/link: CC101 the link leads out of claims" in capsys.readouterr().out
    assert ends("audit", "claims", "out") == ends("audit", "claims", "claims/link") == 1


@pytest.mark.parametrize("name", ["pipe", "gone"])
def test_what_is_no_file_is_told_and_never_waited_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(Path("claims/story"), paper=RIGHT)
    os.mkfifo(folder / "pipe.claims.yaml")
    (folder / "gone.claims.yaml").symlink_to("nowhere")
    for path in ("claims", f"claims/story/{name}.claims.yaml"):
        assert ends("audit", path) == 2
        assert f"claims/story/{name}.claims.yaml: CC101 " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "meant"), [("c.claims.YAML", "c.claims.yaml"), ("figure.csv", "figures.csv")]
)
def test_a_file_that_is_not_read_says_its_right_name(
    name: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).touch()
    assert ends("audit", name) == 2
    assert capsys.readouterr().err == f"claimcheck: error: {name} is not read; rename it to {meant}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no claims/ here: name a folder"),
        (("nowhere",), "no such file or folder: nowhere"),
        (("empty",), "no claims found in empty"),
        (
            ("empty/notes.txt",),
            "no claims found in empty/notes.txt; they stand in files that end in .claims.yaml",
        ),
        (("empty", "-o", "missing/out.json"), "cannot write missing/out.json: no such folder: missing"),
        (("empty", "-o", "empty"), "cannot write empty: it is a folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    Path("empty/notes.txt").touch()
    assert ends("audit", *arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"claimcheck: error: {said}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "--format", "pdf"),
        ("audit", "--time-limit", "soon"),
        ("audit", "--time-limit", "0"),
        ("audit", "--width", "10"),
        ("audit", "--width", "wide"),
        ("schema", "article"),
        ("check",),
        (),
    ],
)
def test_a_mistake_in_the_command_is_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(*arguments) == 2
    err = capsys.readouterr().err
    assert "usage: claimcheck" in err
    assert "Traceback" not in err


# claimcheck audit: what is audited


def test_every_dossier_below_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/one"), paper=RIGHT)
    write(Path("claims/deep/two"), paper=WRONG)
    assert ends("audit", "claims") == 1
    assert "2 dossiers, 6 claims" in capsys.readouterr().out


def test_one_claims_file_is_judged_by_its_whole_dossier(capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(
        Path("claims/story"), paper="  - quote: a 17% decrease\n    kind: change\n    since: 2018/19\n"
    )
    write(folder, radio=RIGHT)
    assert ends("audit", "claims/story/paper.claims.yaml") == 1
    assert capsys.readouterr().out.endswith("\n1 claim: 1 contradicted\n")
    assert ends("audit", "claims/story/radio.claims.yaml") == 0


@pytest.mark.parametrize(
    ("paths", "count"),
    [
        (["claims", "claims/story"], 4),
        (["claims/story", "claims/story/radio.claims.yaml"], 4),
        (["claims/story/radio.claims.yaml", "claims/story"], 4),
        (["claims/story/dossier.yaml"], 4),
        (["claims/story/radio.claims.yaml", "claims/story/paper.claims.yaml"], 4),
        (["claims/story/paper.claims.yaml", "./claims/story/paper.claims.yaml"], 1),
    ],
)
def test_what_is_named_twice_is_audited_once(
    paths: list[str], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(Path("claims/story"), paper="  - quote: 63 in all\n    kind: count\n")
    write(folder, radio=RIGHT)
    ends("audit", "--format", "json", *paths)
    assert json.loads(capsys.readouterr().out)["summary"]["claims"] == count


def test_the_time_limit_reaches_the_verifier(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck import verifier
    from claimcheck.articles import Dossier

    limits = []

    def noted(dossier: Dossier, *, time_limit: float | None, progress: object) -> Report:
        limits.append(time_limit)
        return verify(dossier)

    monkeypatch.setattr(verifier, "verify", noted)
    write(Path("claims/story"), paper=RIGHT)
    ends("audit", "--time-limit", "2.5")
    ends("audit")
    assert limits == [2.5, verifier.TIME_LIMIT]


# claimcheck audit: what is written


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=WRONG)
    assert ends("audit", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["version"], found["exit"]) == ("claimcheck-audit", 1, 1)
    assert [finding["verdict"] for finding in found["findings"]] == [
        "unverified",
        "unverified",
        "contradicted",
    ]


def test_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=WRONG)
    assert ends("audit", "-o", "out.txt") == 1
    assert capsys.readouterr().out == ""
    assert Path("out.txt").read_text(encoding="utf-8").startswith("✗ contradicted")


def test_wider(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=WRONG)
    ends("audit", "--width", "132")
    assert "−16.5%; missed by about 0.68 percentage points\n" in capsys.readouterr().out


class Terminal(io.TextIOWrapper):
    """Standard output as it is where somebody sits in front of it."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(
    environment: dict[str, str], is_coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    write(Path("claims/story"), paper=WRONG)
    assert ends("audit") == 1
    assert ("\x1b[" in terminal.text()) is is_coloured


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_signs_are_spelt_where_the_output_has_none(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal(encoding)
    monkeypatch.setattr(sys, "stdout", terminal)
    write(Path("claims/story"), paper=WRONG.replace("63 offences", "63 offences “€”"))
    assert ends("audit") == 1
    text = terminal.text()
    assert text.startswith('x contradicted CC201  "a 17% decrease"\n')
    assert "  working   100 x (63 - 77) / 77 ~ -18.18%\n" in text
    assert r"\u20ac" in text


def test_a_reader_that_has_gone_is_no_traceback() -> None:
    write(Path("claims/story"), paper=WRONG * 200)
    command = [sys.executable, "-m", "claimcheck", "audit", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 2


# claimcheck audit --also


def test_also_writes_other_formats_of_the_same_audit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    find, runs = cli._reports, []

    def noted(paths: Iterable[str], time_limit: float | None) -> list[Report]:
        runs.append(paths)
        return find(paths, time_limit)

    monkeypatch.setattr(cli, "_reports", noted)
    write(Path("claims/story"), paper=WRONG)
    arguments = ("--also", "html=audit.html", "--also", "json=audit.json", "--also", "text=a=b.txt")
    assert ends("audit", *arguments) == 1
    assert len(runs) == 1
    assert capsys.readouterr().out.startswith("✗ contradicted CC201")
    assert Path("audit.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(Path("audit.json").read_text(encoding="utf-8"))["exit"] == 1
    assert Path("a=b.txt").read_text(encoding="utf-8").startswith("✗ contradicted CC201")


def test_also_is_strict_where_the_audit_is(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("claims/story"), paper=LOOSE)
    assert ends("audit", "--strict", "--also", "json=audit.json") == 1
    assert json.loads(Path("audit.json").read_text(encoding="utf-8"))["strict"] is True


def test_a_file_has_no_colour_though_there_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", terminal := Terminal("ascii"))
    write(Path("claims/story"), paper=WRONG)
    assert ends("audit", "--also", "text=out.txt") == 1
    assert "\x1b[" in terminal.text()
    assert Path("out.txt").read_text(encoding="utf-8").startswith("✗ contradicted CC201")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--also", "pdf=audit.pdf"),
            f"argument --also: 'pdf' is not a format (choose from {', '.join(cli.FORMATS)})",
        ),
        (("--also", "html"), "argument --also: html names no file: write html=FILE"),
        (("--also", "html=-"), "argument --also: html=- names no file: write html=FILE"),
        (("--also", "html=no/a.html"), "error: cannot write no/a.html: no such folder: no"),
        (("--also", "html=claims"), "error: cannot write claims: it is a folder"),
        (("--also", "html=a", "-o", "./a"), "error: two outputs would be written to the same file"),
        (("--also", "html=a", "--also", "json=a"), "error: two outputs would be written to the same file"),
    ],
)
def test_what_also_cannot_write_is_said_before_the_work(
    arguments: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cli, "_reports", None)
    Path("claims").mkdir()
    assert ends("audit", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.endswith(f"{said}\n")


# While the verifier works


def test_the_verifier_tells_how_far_it_is() -> None:
    offences = Measure(name="offences", unit="offence")
    kent, devon = Figure(measure=offences, area="Kent"), Figure(measure=offences, area="Devon")
    article = Article(
        publisher="A paper",
        claims=[
            Count(quote="63 in Kent", figure=kent),
            Count(quote="none here", figure=kent),  # cannot be read
            Count(quote="64 in Kent", figure=kent),
            Count(quote="9 in Devon", figure=devon),
        ],
    )
    told: list[tuple[int, int]] = []
    report = verify(article, progress=lambda done, total: told.append((done, total)))
    assert len(report.faults) == 1
    assert told == sorted(told)
    assert (len(told), told[-1]) == (2, (4, 4))


SLOWLY = """\
import sys, time
from claimcheck import cli, verifier

verify = verifier.verify

def slow(story, *, progress, **said):
    report = verify(story, progress=progress, **said)
    time.sleep({seconds})
    return report

verifier.verify = slow
cli._Progress.DELAY = {delay}
sys.exit(cli.main(["audit", *sys.argv[1:]]))
"""


def watched(*arguments: str, delay: float = 0, term: str = "xterm", is_piped: bool = False) -> str:
    """What somebody in front of a terminal is shown, beside what is piped elsewhere."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    write(Path("claims/story"), paper=WRONG)
    ours, theirs = pty.openpty()
    source = SLOWLY.format(seconds=0.2 if delay == 0 else 0, delay=delay)
    with subprocess.Popen(
        [sys.executable, "-c", source, *arguments],
        stdout=subprocess.DEVNULL if is_piped else theirs,
        stderr=theirs,
        env={**os.environ, "TERM": term, "COLUMNS": "80"},
    ) as running:
        os.close(theirs)
        shown = b""
        # Linux reports the end of a terminal as an error, others as nothing more to read.
        with contextlib.suppress(OSError):
            while more := os.read(ours, 4096):
                shown += more
    os.close(ours)
    assert running.returncode == 1
    return shown.decode()


def test_a_long_run_shows_how_far_it_is() -> None:
    shown = watched()
    assert "recomputing" in shown
    assert "3/3" in shown
    # It is wiped out before the page is written.
    assert shown.rindex("recomputing") < shown.rindex("\x1b[2K") < shown.index("contradicted")


def test_the_bar_counts_the_claims_of_all_dossiers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(cli._Progress, "DELAY", 0)
    with cli._Progress(5) as progress:
        assert progress._timer is not None
        progress._timer.join()
        progress.after(2)(3, 3)
    assert "0/5 claims" in terminal.text()
    assert "5/5 claims" in terminal.text()


def test_a_short_run_shows_nothing_of_it() -> None:
    assert "recomputing" not in watched(delay=60)


def test_no_bar_where_nobody_sees_it() -> None:
    assert watched(is_piped=True) == ""
    assert "recomputing" not in watched(term="dumb")


def test_a_bar_beside_a_file() -> None:
    assert "recomputing" in watched("-o", "out.txt")


def test_no_bar_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path("claims/story"), paper=WRONG)
    source = SLOWLY.format(seconds=0.2, delay=0)
    ran = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "")


# The other commands


@pytest.mark.parametrize("file", ["claims", "dossier"])
def test_schema(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends("schema", file) == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_schema_is_that_of_claims_files_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    ends("schema")
    first = capsys.readouterr().out
    ends("schema", "claims")
    assert capsys.readouterr().out == first


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends("--version") == 0
    assert capsys.readouterr().out.startswith("claimcheck ")


def test_help_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends("audit", "--help") == 0
    out = capsys.readouterr().out
    assert "  0  clean" in out
    assert "  1  findings" in out
    assert "  2  not checked" in out


def test_every_renderer_is_a_format() -> None:
    assert set(cli.FORMATS) == set(RENDERERS)
    assert cli.CLAIMS_SUFFIX == CLAIMS_SUFFIX


def test_help_loads_nothing_heavy() -> None:
    source = (
        "import sys\nfrom claimcheck.cli import main\n"
        "try:\n    main(['audit', '--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(set(sys.modules) & {'cattrs', 'pint', 'pytest', 'rich', 'yaml', 'z3'}))"
    )
    asked = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert asked.stdout.endswith("[]\n")


# Rules


@pytest.mark.parametrize("asked", ["CC201", "cc201", "wrong-number", "Wrong-Number"])
def test_explain_prints_the_page_of_a_rule(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends("explain", asked) == 0
    assert capsys.readouterr().out == RULES["CC201"].page


def test_explain_sets_the_page_in_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert ends("explain", "CC201") == 0
    out = capsys.readouterr().out
    assert "CC201 wrong-number" in out
    assert "##" not in out
    assert "```" not in out


def test_explain_lists_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends("explain") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in RULES.values()]
    assert lines[0] == "CC101  unreadable-file          A file cannot be read"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("CC2O1", "there is no rule CC2O1; did you mean CC201?"),
        ("wrong-nmber", "there is no rule wrong-nmber; did you mean wrong-number?"),
        ("zzz", "there is no rule zzz; 'claimcheck explain' lists all rules"),
    ],
)
def test_explain_refuses_what_is_no_rule(asked: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends("explain", asked) == 2
    assert capsys.readouterr().err == f"claimcheck: error: {said}\n"
