"""What was read from texts, as every renderer shows it: how surely, what was tied to what, what is open."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import claimcheck
from claimcheck.articles import Article, Dossier
from claimcheck.claims import Change, Count
from claimcheck.errors import Place
from claimcheck.figures import Figure, Measure
from claimcheck.findings import Confidence, Finding, Possible, ReadAs, Report, SameFigure
from claimcheck.mentions import Mention, find
from claimcheck.render import RENDERERS, Setting, words
from claimcheck.render.notebook import bundle
from claimcheck.verifier import verify

PAPER = """\
Police in Wiltshire recorded 63 thefts in 2019/20.

That was a 17% decrease. There were 40 burglaries and 50 robberies, a rise of 10%.
"""
RADIO = "Wiltshire had 63 offences, after 77 the year before."

NOW = Figure(measure=Measure(name="thefts", unit="theft"), area="Wiltshire", period="2019/20")
BEFORE = NOW.at(period="2018/19")
RESTS_ON = "the sentence before states 63"


def mention(text: str, number: str) -> Mention:
    (found,) = [each for each in find(text) if each.text == number]
    return found


def possible(paper: Article, name: str) -> Possible:
    figure = Figure(measure=Measure(name=name, unit="offence"), area="Wiltshire", period="2019/20")
    return Possible(
        article=paper,
        claim=Change(quote="rise of 10%", figure=figure, since=figure.at(period="2018/19")),
        read_as=ReadAs(
            mention=mention(PAPER, "10%"), confidence=Confidence.WEAK, reasons=(f"said of {name}",)
        ),
    )


def read_as(finding: Finding) -> Finding:
    number = finding.claim.quote.split()[0]
    is_change = isinstance(finding.claim, Change)
    return evolve(
        finding,
        read_as=ReadAs(
            mention=mention(finding.article.text or "", number),
            confidence=Confidence.LIKELY if is_change else Confidence.SURE,
            reasons=(RESTS_ON,) if is_change else (),
        ),
    )


@pytest.fixture(scope="module")
def told() -> Report:
    """A paper whose file is known, and a radio station's text: the paper's 17% should be 18%."""
    paper = Article(
        id="paper",
        publisher="",
        text=PAPER,
        text_place=Place(path="texts/paper.txt"),
        claims=[
            Count(quote="63 thefts", figure=NOW),
            Change(quote="17% decrease", figure=NOW, since=BEFORE),
        ],
    )
    radio = Article(
        id="radio",
        publisher="",
        text=RADIO,
        claims=[Count(quote="63 offences", figure=NOW), Count(quote="77", figure=BEFORE)],
    )
    found = verify(Dossier(articles=[paper, radio], name="story"))
    both, there = ("paper", "radio"), mention(RADIO, "77")
    return evolve(
        found,
        findings=map(read_as, found),
        same_figures=(
            SameFigure(
                figure=BEFORE, one=there, other=None, articles=("radio", "radio"), reason="both thefts"
            ),
            SameFigure(
                figure=NOW,
                one=mention(PAPER, "63"),
                other=mention(RADIO, "63"),
                articles=both,
                reason="“thefts” can mean “offences”",
            ),
            SameFigure(figure=BEFORE, one=None, other=there, articles=both, reason="both the year before"),
        ),
        possible=(possible(paper, "burglaries"), possible(paper, "robberies")),
    )


def rendered(name: str, report: Report, **setting: Any) -> str:
    return RENDERERS[name]([report], Setting(**setting))


def test_the_story(told: Report) -> None:
    assert told.faults == ()
    assert [(finding.id, finding.rule) for finding in told if finding.is_wrong] == [
        ("paper/17-percent-decrease", "CC301")
    ]
    assert str(told["paper/17-percent-decrease"].place) == "texts/paper.txt:3:12"
    assert told["radio/77"].place is None


def test_the_text(told: Report) -> None:
    shown = rendered("text", told)
    assert shown.startswith(
        """\
✗ contradicted CC301  “17% decrease”
  article   texts/paper.txt:3:12
  says      thefts, Wiltshire, 2019/20 fell by 17% since 2018/19
  read as   a change, likely: the sentence before states 63
  working   100 × (63 − 77) ÷ 77 ≈ −18.18%
"""
    )
    assert shown.endswith(
        """\
  evidence  “63 thefts”
              texts/paper.txt:1:30
            “77”, radio

paper
? unverified    1 “63 thefts”    nothing to recompute it from

radio
? unverified    1 “63 offences”  nothing to recompute it from
? unverified    1 “77”           nothing to recompute it from

Taken for one figure
  - “63” (paper:1:30) and “63” (radio:1:15) as thefts, Wiltshire, 2019/20:
    “thefts” can mean “offences”
  - a figure named in paper and “77” (radio:1:34) as thefts, Wiltshire, 2018/19:
    both the year before

May be meant
  “rise of 10%” (paper:3:79)
    - burglaries, Wiltshire, 2019/20, change since 2018/19: said of burglaries
    - robberies, Wiltshire, 2019/20, change since 2018/19: said of robberies

How much of the texts could be read
  texts/paper.txt: 2 of 5 numeric claims in this text could be read
    3:37 no claim could be read from “decrease. There were 40 burglaries and 50”
         (count)
    3:55 no claim could be read from “40 burglaries and 50 robberies, a rise”
         (count)
    3:79 several claims may be meant by “a rise of 10%” (change)
  radio: all 2 numeric claims in this text could be read

4 claims: 1 contradicted, 3 unverified
"""
    )
    assert max(map(len, shown.splitlines())) <= 80
    assert rendered("text", told, is_ascii=True).isascii()


def test_the_text_tells_ten_of_many_same_figures(told: Report) -> None:
    within, between, _ = told.same_figures
    one = evolve(within, other=within.one)
    ten, more = (
        rendered("text", evolve(told, same_figures=(one,) * count + (between,))) for count in (9, 12)
    )
    told_once = (
        "  - “77” (radio:1:34) and “77” (radio:1:34) as thefts, Wiltshire, 2018/19: both\n    thefts\n"
    )
    assert ten.count(told_once) == more.count(told_once) == 9
    assert "--format json" not in ten
    assert "\n  and 3 more; --format json lists all\n" in more
    # What was tied across articles comes first: it is what the fewest words speak for.
    assert "\nTaken for one figure\n  - “63” (paper:1:30) and “63” (radio:1:15)" in more


def test_the_markdown(told: Report) -> None:
    shown = rendered("markdown", told)
    assert (
        "| ✗ | contradicted CC301 | “17% decrease” (machine reading: a change, likely) | **18%** "
        "| <code>texts/paper.txt:3:12</code> |\n" in shown
    )
    assert "\n- read as: a change, likely: the sentence before states 63\n" in shown
    assert "\n  - “63 thefts” (texts/paper.txt:1:30)\n  - “77”, radio\n" in shown
    assert "| ? | unverified | “77” | nothing to recompute it from | <code>radio:1:34</code> |\n" in shown
    assert (
        """
<details><summary>Taken for one figure: 2</summary>

- “63” (paper:1:30) and “63” (radio:1:15) as thefts, Wiltshire, 2019/20: “thefts” can mean “offences”
- a figure named in paper and “77” (radio:1:34) as thefts, Wiltshire, 2018/19: both the year before

</details>

<details><summary>May be meant: 1</summary>

- “rise of 10%” (paper:3:79)
  - burglaries, Wiltshire, 2019/20, change since 2018/19: said of burglaries
  - robberies, Wiltshire, 2019/20, change since 2018/19: said of robberies

</details>

<details><summary>texts/paper.txt: 2 of 5 numeric claims in this text could be read</summary>
"""
        in shown
    )


def test_the_annotations(told: Report) -> None:
    wrong, *undeclared, same, open_numbers, last = rendered("github", told).splitlines()
    assert wrong.startswith(
        "::error file=texts/paper.txt,line=3,col=12,title=CC301 contradicted::“17%25 decrease” comes to "
        "about −18.18%25; print 18%25 (machine reading: a change, likely)%0A"
    )
    assert "%0Aread as: a change, likely: the sentence before states 63%0A" in wrong
    assert [line.partition("::no claim could be read from ")[1] != "" for line in undeclared] == [
        True,
        True,
        False,
    ]
    assert undeclared[2] == (
        "::notice file=texts/paper.txt,line=3,col=79,title=CC404 undeclared-number::"
        "several claims may be meant by “a rise of 10%25” (change)"
    )
    assert same == (
        "::notice title=Taken for one figure::“63” (paper:1:30) and “63” (radio:1:15) as thefts, Wiltshire, "
        "2019/20: “thefts” can mean “offences”%0Aa figure named in paper and “77” (radio:1:34) as thefts, "
        "Wiltshire, 2018/19: both the year before"
    )
    assert open_numbers == (
        "::notice title=May be meant::“rise of 10%25” (paper:3:79)%0A"
        "- burglaries, Wiltshire, 2019/20, change since 2018/19: said of burglaries%0A"
        "- robberies, Wiltshire, 2019/20, change since 2018/19: said of robberies"
    )
    assert last == "4 claims: 1 contradicted, 3 unverified"


def number(text: str, kind: str, line: int, column: int, start: int) -> dict[str, object]:
    end = start + len(text)
    return {"text": text, "kind": kind, "line": line, "column": column, "start": start, "end": end}


def test_the_json(told: Report) -> None:
    found = json.loads(rendered("json", told))
    assert found["summary"]["read"] == 4
    assert [(one["file"], one["line"]) for one in found["findings"]] == [
        ("texts/paper.txt", 1),
        ("texts/paper.txt", 3),
        (None, None),
        (None, None),
    ]
    assert found["findings"][1]["read_as"] == {
        "confidence": "likely",
        "reasons": ["the sentence before states 63"],
        "number": number("17%", "change", 3, 12, 63),
    }
    assert PAPER[63:66] == "17%"
    # Those that the short forms leave out are here.
    assert [one["reason"] for one in found["same_figures"]] == [one.reason for one in told.same_figures]
    assert found["same_figures"][1] == {
        "dossier": "story",
        "figure": "thefts, Wiltshire, 2019/20",
        "reason": "“thefts” can mean “offences”",
        "stated": [
            {"article": "paper", "number": number("63", "count", 1, 30, 29)},
            {"article": "radio", "number": number("63", "count", 1, 15, 14)},
        ],
    }
    assert found["same_figures"][0]["stated"][1] == {"article": "radio", "number": None}
    assert found["possible"][1] == {
        "dossier": "story",
        "article": "paper",
        "file": "texts/paper.txt",
        "quote": "rise of 10%",
        "kind": "change",
        "about": "robberies, Wiltshire, 2019/20, change since 2018/19",
        "read_as": {
            "confidence": "weak",
            "reasons": ["said of robberies"],
            "number": number("10%", "change", 3, 79, 130),
        },
    }


def test_every_field_of_the_json_is_documented(told: Report) -> None:
    page = (Path(__file__).parents[2] / "docs/json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`(\w+)`", page))

    def fields(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            yield from node
        values = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        for value in values:
            yield from fields(value)

    found = json.loads(rendered("json", told))
    read = [
        *("same_figures", "possible", "read_as", "read"),
        *fields([found["same_figures"], found["possible"]]),
        *(name for finding in found["findings"] for name in fields(finding["read_as"])),
    ]
    assert set(read) <= documented


def test_the_page(told: Report) -> None:
    shown = rendered("html", told)
    assert (
        '<section class="same"><h2>Taken for one figure</h2><ul><li>'
        '<a href="#cc-paper-63-thefts--quote">“63” (paper:1:30)</a> and '
        '<a href="#cc-radio-63-offences--quote">“63” (radio:1:15)</a> as thefts, Wiltshire, 2019/20: '
        "“thefts” can mean “offences”</li><li>a figure named in paper and "
        '<a href="#cc-radio-77--quote">“77” (radio:1:34)</a> as' in shown
    )
    assert (
        '<section class="possible" id="cc-story--possible"><h2>May be meant</h2><ul>'
        '<li id="cc-paper-10-open"><a href="#cc-paper-10-open--quote">“rise of 10%” (paper:3:79)</a>'
        '<ul class="alternatives"><li>burglaries, Wiltshire, 2019/20, change since 2018/19: '
        "said of burglaries</li><li>robberies, Wiltshire, 2019/20, change since 2018/19: "
        "said of robberies</li></ul></li></ul>" in shown
    )
    assert (
        'a rise of <mark class="open"><a href="#cc-paper-10-open" id="cc-paper-10-open--quote">10%'
        '<span class="sign" role="img" aria-label="several claims may be meant">??</span></a></mark>.'
        in shown
    )
    assert '<li><a href="#cc-story--possible">May be meant: 1</a></li>' in shown
    assert '<p class="doubt">machine reading: a change, likely</p>' in shown
    assert "<dt>read as</dt> <dd>a change, likely: the sentence before states 63</dd>" in shown
    assert '<p class="coverage">2 of 5 numeric claims in this text could be read</p>' in shown
    assert '<h2 id="cc-radio--heading"><bdi>radio</bdi></h2><p class="tally">' in shown
    names = re.findall(r' id="([^"]+)"', shown)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(names)


def test_a_number_is_marked_where_it_was_read(told: Report) -> None:
    """A quote stands where it is first found; the number that was read may stand further down."""
    text = "There were 77. A year on there were 77 again."
    last = find(text)[-1]
    claim = Count(quote="77", figure=NOW)
    article = Article(id="paper", publisher="", text=text, claims=[claim])
    (found,) = verify(article)
    told_of = evolve(found, read_as=ReadAs(mention=last, confidence=Confidence.SURE))
    shown = rendered("html", Report(dossier=Dossier.of(article), findings=(told_of,)))
    assert last.start == 36
    assert '<p dir="auto">There were 77. A year on there were <mark' in shown


def test_the_notebook(told: Report) -> None:
    for text in bundle(told).values():
        assert "Taken for one figure" in text
        assert "May be meant" in text
    shown = bundle(told["paper/17-percent-decrease"])
    assert "(machine reading: a change, likely)" in shown["text/markdown"]
    assert "a change, likely: the sentence before states 63" in shown["text/plain"]
    # A fragment has no text for its numbers to lead to.
    page = bundle(told)["text/html"]
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_the_results(told: Report) -> None:
    (run,) = json.loads(rendered("sarif", told))["runs"]
    assert run["properties"]["read"] == 4
    assert run["properties"]["sameFigures"] == [tie.line for tie in words.same_figures(told)]
    assert run["properties"]["possible"] == [
        {
            "number": "“rise of 10%” (paper:3:79)",
            "alternatives": [
                "burglaries, Wiltshire, 2019/20, change since 2018/19: said of burglaries",
                "robberies, Wiltshire, 2019/20, change since 2018/19: said of robberies",
            ],
        }
    ]
    wrong = run["results"][0]
    assert wrong["message"]["text"].startswith(
        "contradicted: “17% decrease” comes to about −18.18%; print 18% (machine reading: a change, likely). "
        "Says: thefts, Wiltshire, 2019/20 fell by 17% since 2018/19. "
        "Read as: a change, likely: the sentence before states 63. "
    )
    assert wrong["message"]["text"].endswith(" Evidence: [“63 thefts”](1), “77”, radio.")
    (location,) = wrong["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "texts/paper.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 12, "endColumn": 15},
    }
    assert (wrong["properties"]["confidence"], wrong["properties"]["reasons"]) == ("likely", [RESTS_ON])


def test_a_result_of_a_text_without_a_file_has_no_file(told: Report) -> None:
    paper = evolve(told.dossier.articles[0], text_place=None)
    nameless = evolve(told, findings=[evolve(each, article=paper) for each in told if each.is_wrong])
    (run,) = json.loads(rendered("sarif", nameless))["runs"]
    assert [[*location] for location in run["results"][0]["locations"]] == [["logicalLocations"]]


def test_nothing_that_was_read_is_published(told: Report) -> None:
    """Nor is what was declared, where it rests on what was read: nobody has confirmed that."""
    declared = [finding for finding in verify(told.dossier) if finding.is_wrong]
    reviews = [
        json.loads(rendered("claimreview", each))["@graph"]
        for each in (
            told,
            evolve(told, findings=[*declared, *(each for each in told if not each.is_wrong)]),
            evolve(told, findings=declared),
        )
    ]
    assert [len(each) for each in reviews] == [0, 0, 1]


def test_the_table(told: Report) -> None:
    pytest.importorskip("narwhals", reason="narwhals is not installed")
    polars = pytest.importorskip("polars", reason="polars is not installed")
    table = told.to_frame("polars")
    assert isinstance(table, polars.DataFrame)
    assert table["confidence"].to_list() == ["sure", "likely", "sure", "sure"]


# The words


def test_what_is_sure_and_plain_is_not_explained(told: Report) -> None:
    assert [words.read_as(finding) for finding in told] == [
        None,
        "a change, likely: the sentence before states 63",
        None,
        None,
    ]
    sure = ReadAs(mention=mention(PAPER, "63"), confidence=Confidence.SURE, reasons=("it\nsays so",))
    assert words.read_as(evolve(told.findings[0], read_as=sure)) == "a count, sure: it says so"


def test_a_verdict_that_rests_on_a_likely_reading_says_so(told: Report) -> None:
    likely = ReadAs(mention=mention(PAPER, "63"), confidence=Confidence.LIKELY)
    wrong = evolve(told["paper/17-percent-decrease"], read_as=None)
    count = evolve(told["paper/63-thefts"], read_as=likely)
    found, other = Report(dossier=told.dossier, findings=(wrong, count))
    assert words.headline(found) == (
        "CC301 contradicted: “17% decrease” comes to about −18.18%; print 18% "
        "(machine reading of the evidence: likely)"
    )
    assert words.cited(found.evidence[0]) == (
        "“63 thefts” (machine reading: likely)",
        "  texts/paper.txt:1:30",
    )
    assert words.reservation(other) is None  # nothing is wrong with it
    assert words.headline(evolve(found, evidence=())) == (
        "CC201 contradicted: “17% decrease” comes to about −18.18%; print 18%"
    )


def test_how_much_is_read_of_a_text_of_which_some_is_declared(told: Report) -> None:
    declared = [evolve(finding, read_as=None) for finding in told]
    some = evolve(told, findings=[declared[0], *told.findings[1:]], possible=())
    none = evolve(told, findings=declared, possible=())
    paper, radio = told.coverage
    assert words.coverage_line(paper, some) == (
        "texts/paper.txt: 2 of 5 numeric claims in this text are declared or could be read"
    )
    assert words.coverage_line(radio, some) == "radio: all 2 numeric claims in this text could be read"
    assert words.coverage_line(paper, none) == (
        "texts/paper.txt: 2 of 5 numeric claims in this text are declared"
    )
    assert [words.coverage_heading(report) for report in (told, some, none)] == [
        "How much of the texts could be read",
        "How much of the texts is declared or could be read",
        "How much of the texts is declared",
    ]
    assert words.undeclared(paper.undeclared[2], paper, none) == (
        "no claim declares “a rise of 10%” (change)"
    )
    assert words.undeclared(paper.undeclared[2], paper, some) == (
        "no claim could be read from “a rise of 10%” (change)"
    )


def test_a_text_that_claims_nothing_was_read_all_the_same() -> None:
    article = Article(publisher="", id="text", claims=[], text="It cost £3 a head.")
    shown = rendered("text", verify(article))
    assert "\n  text: 0 of 1 numeric claim in this text could be read\n" in f"\n{shown}"


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_a_real_story(name: str) -> None:
    """Everything that reading gives can be shown."""
    report = claimcheck.read(
        [
            "In Kent there were 63 thefts and 77 burglaries in 2019/20. That was a rise of 5%.",
            "Kent had 63 thefts in 2019/20, down from 80 in the year before. That is a fall of 17%.",
        ]
    ).report
    assert [finding.claim.quote for finding in report if finding.is_wrong] == ["fall of 17%"]
    assert len(report.possible) == 2
    shown = rendered(name, report)
    assert ("fall of 17%" in shown.replace("%25", "%")) == (name != "claimreview")
