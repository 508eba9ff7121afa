"""The text of an audit, as it stands on the page."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from attrs import evolve
from rich.cells import cell_len

from claimcheck.articles import Dossier
from claimcheck.claims import KnownIssue
from claimcheck.errors import Fault, Place
from claimcheck.findings import Finding, Report, Severity, Stated, Verdict
from claimcheck.interval import Interval
from claimcheck.render import RENDERERS, Setting
from claimcheck.render.terminal import failure

PAGE = """\
✗ contradicted CC301  “a 17% decrease”
  article   A Paper, 2 September 2020
            claims/story/paper.claims.yaml:15
  says      online offences, Wiltshire, 2019/20 fell by 17% since 2018/19
  working   100 × (63 − 77) ÷ 77 ≈ −18.18%
  range     a fall of 17% covers −17.5% to −16.5%; missed by about 0.68
            percentage points
  printed                     −17.5% ├──────────────────────────┤ −16.5%
  loosely          −18% ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┤ −16.5%
  comes to         ◆ about −18.18%
  print     18%
  true if   online offences, Wiltshire, 2018/19 were 76 (not 77)
            online offences, Wiltshire, 2019/20 were 64 (not 63)
  probably  One digit of a figure may be wrong: it fits with 76 for 77 or 64 for
            63. 100 × (63 − 76) ÷ 76 ≈ −17.11% (by chance it would explain 26%
            of wrong numbers)
  evidence  “63 grooming and online offences”, A Paper
              claims/story/paper.claims.yaml:12
            “77 in the previous year”, The Radio
              claims/story/radio.claims.yaml:11

~ loose CC204  “750 offences”
  article   The Radio
            claims/story/radio.claims.yaml:22
  says      online offences, Kent, 2019/20 together came to 750
  working   online offences, Kent, 2019/20 = 752
  range     missed by 2
  loosely   round number: 750 can still mean 745 to 755
  printed                                 ● 750
  loosely      745 ├┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┤ 755
  comes to                                        ◆ 752
  print     752
  probably  It was rounded to a multiple of 50 and printed as if it were exact.
            online offences, Kent, 2019/20 = 752 (it would explain no other
            wrong number)
  evidence  “752 in Kent”, The Radio
              claims/story/radio.claims.yaml:19

paper.claims.yaml  A Paper, 2 September 2020
✓ confirmed    12 “63 grooming and online ...”      63
? unverified   19 “up 7% in Devon”                  too little else is known
? unverified   24 “427 in Devon”                    nothing to recompute it from

radio.claims.yaml  The Radio
✓ confirmed     8 “63 incidents”                    63
✓ confirmed    11 “77 in the previous year”         77
✓ confirmed    15 “a drop of 18%”                   about −18.18%
≈ consistent   19 “752 in Kent”                     745 to 755

What the claims imply for figures that nobody states
  online offences, Devon, 2018/19: 398 to 400

9 claims: 1 contradicted, 1 loose, 4 confirmed, 1 consistent, 2 unverified
"""


def page(*reports: Report, **setting: object) -> str:
    return RENDERERS["text"](reports, Setting(**setting))  # type: ignore[arg-type]


def test_the_page(report: Report) -> None:
    assert page(report) == PAGE


@pytest.mark.parametrize("width", [40, 50, 60, 80, 132, 200])
def test_no_line_is_wider_than_the_page(faulty: Report, width: int) -> None:
    assert max(cell_len(line) for line in page(faulty, width=width).splitlines()) <= width


def test_colour_changes_no_word(faulty: Report) -> None:
    coloured = page(faulty, is_coloured=True)
    assert "\x1b[1;31m" in coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in plain.splitlines()] == page(faulty).splitlines()


def test_no_colour_of_the_environment_is_taken_up(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whether there is colour is the setting's to say, and the command's to find out.
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.setenv(name, "1")
    assert page(report) == PAGE


def test_ascii(report: Report) -> None:
    text = page(report, is_ascii=True)
    assert text.isascii()
    assert text.startswith('x contradicted CC301  "a 17% decrease"\n')
    assert "  working   100 x (63 - 77) / 77 ~ -18.18%\n" in text
    assert (
        """\
  printed                     -17.5% |--------------------------| -16.5%
  loosely          -18% o.......................................| -16.5%
  comes to         @ about -18.18%
""".replace("@", "*")
        in text
    )


def test_faults_come_with_their_carets(faulty: Report) -> None:
    assert page(faulty).endswith(
        """\
Could not be read or judged
  claims/story/other.claims.yaml:4:5: CC102 unknown key 'sinse'; did you mean
  'since'?
          sinse: 2018/19
          ^^^^^

9 claims: 1 contradicted, 1 loose, 4 confirmed, 1 consistent, 2 unverified; 1
fault
"""
    )


def test_a_long_line_at_fault_keeps_its_caret_below_the_words(report: Report) -> None:
    source = " " * 30 + "sinse: " + "x" * 400
    place = Place(path="a.claims.yaml", line=1, column=31)
    fault = Fault(rule="CC102", message="unknown key", place=place, source=source, width=5)
    shown = page(evolve(report, faults=(fault,))).splitlines()
    words, carets = (shown[shown.index("  a.claims.yaml:1:31: CC102 unknown key") + n] for n in (1, 2))
    assert carets.index("^^^^^") == words.index("sinse")


def test_words_in_brackets_stay(report: Report) -> None:
    finding = report.findings[0]
    claim = evolve(finding.claim, quote="[c] [bold]63[/bold] :smile:")
    assert "“[c] [bold]63[/bold] :smile:”" in page(evolve(report, findings=(evolve(finding, claim=claim),)))


def test_several_dossiers_have_a_heading_each(report: Report) -> None:
    text = page(report, evolve(report, dossier=evolve(report.dossier, name="other")), width=100)
    assert text.startswith("story\n\n✗ contradicted")
    assert "\nother\n\n✗ contradicted" in text
    assert text.endswith(
        "2 dossiers, 18 claims: 2 contradicted, 2 loose, 8 confirmed, 2 consistent, 4 unverified\n"
    )


def test_the_worst_comes_first(report: Report) -> None:
    wrong = report.findings[1]
    findings = (
        evolve(wrong, id="1", verdict=Verdict.DISPUTED, severity=None),
        evolve(wrong, id="2", severity=Severity.ROUNDING),
        evolve(wrong, id="3", severity=Severity.FLIPS),
    )
    shown = page(evolve(report, findings=findings))
    assert re.findall(r"^([✗≠] \w+)|^  slip      (.{12})", shown, re.MULTILINE) == [
        ("✗ contradicted", ""),
        ("", "the directio"),
        ("✗ contradicted", ""),
        ("", "a rounding s"),
        ("≠ disputed", ""),
    ]


def with_issue(finding: Finding) -> Finding:
    issue = KnownIssue(reason="correction requested")
    return evolve(finding, claim=evolve(finding.claim, known_issue=issue))


def test_a_known_issue_says_so(report: Report) -> None:
    text = failure(with_issue(report.findings[1]), Setting())
    assert text.startswith("✗ contradicted CC301  “a 17% decrease”  (known issue)\n")
    assert text.endswith("  known     correction requested\n")


def test_a_known_issue_that_is_none_is_shown_in_full(report: Report) -> None:
    text = page(evolve(report, findings=(with_issue(report.findings[0]),)))
    assert text.startswith(
        "✓ confirmed CC113  “63 grooming and online offences”  (known issue that is none:\n  remove it)\n"
    )


def test_an_undecided_claim_is_shown_in_full(report: Report) -> None:
    finding = evolve(
        report.findings[4], verdict=Verdict.UNVERIFIED, is_undecided=True, reason="could not be decided"
    )
    text = page(evolve(report, findings=(finding,)))
    assert text.startswith("? undecided CC403  “63 incidents”\n")
    assert "  reason    could not be decided\n" in text


def test_a_report_of_nothing() -> None:
    assert page(Report(dossier=Dossier(articles=()), findings=())) == "no claims\n"


# The number line


def drawing(finding: Finding, *, width: int = 60, **setting: object) -> str:
    """The rows of the number line, from their first sign on."""
    text = failure(finding, Setting(width=width, **setting))  # type: ignore[arg-type]
    return "".join(re.findall(r"^  (?:printed|loosely|comes to) .*[├╞◆●◀○|*<].*\n", text, re.MULTILINE))


def drawn(report: Report, stated: Interval, found: Interval) -> str:
    """The number line of a wrong claim that states and comes to these."""
    said = Stated(
        text="more than 60",
        strict=stated,
        loose=stated,
        convention="to the nearest",
        loose_convention="truncated",
        place=Fraction(1),
    )
    return drawing(evolve(report.findings[1], stated=said, recomputed=found, diagnosis=()))


@pytest.mark.parametrize(
    ("stated", "found", "said"),
    [
        pytest.param(
            Interval(60, None, low_open=True),
            Interval.point(59),
            "  printed                                        60% ○─────▶\n  comes to        ◆ 59%\n",
            id="without an end it runs to the edge",
        ),
        pytest.param(
            Interval(None, 60),
            Interval(61, 64, high_open=True),
            "  printed   ◀─────┤ 60%\n  comes to             61% ╞═════════════════════════○ 64%\n",
            id="an open end is hollow",
        ),
        pytest.param(
            Interval(17, 10**6),
            Interval.point(Fraction(33, 2)),
            "  printed     17% ├─────────────────────────────┤ 1,000,000%\n  comes to       ◆ 16.5%\n",
            id="numbers that differ stand in different columns",
        ),
        pytest.param(
            Interval(60, 66, low_open=True),
            Interval.point(60),
            "  printed     60% ○──────────────────────────────────┤ 66%\n  comes to        ◆ 60%\n",
            id="the same number stands in one column",
        ),
        pytest.param(
            Interval.point(10**12),
            Interval(10**11, 10**12 - 1),
            "  printed                                             ●\n"
            "  comes to        ╞══════════════════════════════════╡\n",
            id="where there is no room for numbers there is the line",
        ),
    ],
)
def test_the_number_line(report: Report, stated: Interval, found: Interval, said: str) -> None:
    assert drawn(report, stated, found) == said


@pytest.mark.parametrize("verdict", [Verdict.CONFIRMED, Verdict.CONSISTENT, Verdict.UNVERIFIED])
def test_nothing_is_drawn_of_what_is_not_wrong(report: Report, verdict: Verdict) -> None:
    assert drawing(evolve(report.findings[1], verdict=verdict, severity=None)) == ""


def test_nothing_is_drawn_where_the_rest_leaves_room_for_it(report: Report) -> None:
    assert drawn(report, Interval(60, 66, low_open=True), Interval(0, None)) == ""


def test_nothing_is_drawn_where_nothing_is_recomputed(report: Report) -> None:
    assert drawing(evolve(report.findings[1], recomputed=None)) == ""
    assert drawing(evolve(report.findings[1], stated=None)) == ""


@pytest.mark.parametrize("width", range(40, 201, 7))
def test_the_line_keeps_the_order_of_its_numbers(report: Report, width: int) -> None:
    printed, loosely, found = drawing(report.findings[1], width=width).splitlines()
    assert found.index("◆") < loosely.index("○") < printed.index("├") < printed.index("┤")
    assert printed.index("┤") == loosely.index("┤")


def test_the_line_is_told_apart_without_colour(report: Report) -> None:
    shown = drawing(report.findings[1], is_ascii=True)
    assert [line.split()[0] for line in shown.splitlines()] == ["printed", "loosely", "comes"]


# On a narrow page


def test_what_came_of_a_claim_moves_below_its_quote(report: Report) -> None:
    assert """\
paper.claims.yaml  A Paper, 2 September 2020
✓ confirmed    12 “63 grooming and online ...”
                  63
? unverified   19 “up 7% in Devon”
                  too little else is known
""" in page(report, width=50)


def test_a_path_goes_on_after_a_slash(report: Report) -> None:
    text = page(report, width=40)
    assert (
        "  article   A Paper, 2 September 2020\n            claims/story/\n            paper.claims" in text
    )
    assert "              claims/story/\n              radio.claims.yaml:11\n" in text


def test_a_long_quote_goes_on_below_its_beginning(report: Report) -> None:
    finding = report.findings[1]
    claim = evolve(finding.claim, quote="a fall of 17 per cent in offences")
    assert failure(evolve(finding, claim=claim), Setting(width=40)).startswith(
        "✗ contradicted CC301  “a fall of 17 per\n  cent in offences”\n"
    )
