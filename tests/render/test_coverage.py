"""How much of a text is declared, as every renderer shows it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

from claimcheck.articles import Dossier
from claimcheck.errors import Place
from claimcheck.findings import Report
from claimcheck.render import RENDERERS, Setting
from claimcheck.render.notebook import bundle
from claimcheck.verifier import verify

PAPER = """\
There were 63 grooming and online offences, a 17% decrease, and it was up 7% in Devon to 427 in Devon.
It <b>cost</b> the force £1.6 million, and [left](x) {nobody}.
"""
RADIO = "63 incidents, 77 in the previous year, a drop of 18%, 752 in Kent, 750 offences."


@pytest.fixture(scope="module")
def told(dossier: Dossier) -> Report:
    """The story with both texts: the paper's, whose file is known, has two numbers that no claim declares."""
    paper, radio = dossier.articles
    articles = [
        evolve(paper, text=PAPER, text_place=Place(path="claims/story/paper.txt")),
        evolve(radio, text=RADIO),
    ]
    return verify(evolve(dossier, articles=articles))


def rendered(name: str, report: Report, **setting: Any) -> str:
    return RENDERERS[name]([report], Setting(**setting))


def test_the_story(told: Report) -> None:
    assert told.faults == ()
    assert [(len(each.declared), each.total) for each in told.coverage] == [(4, 5), (5, 5)]


def test_the_text(told: Report) -> None:
    shown = rendered("text", told)
    assert (
        """\
How much of the texts is declared
  claims/story/paper.txt: 4 of 5 numeric claims in this text are declared
    2:26 no claim declares “<b>cost</b> the force £1.6 million, and [left](x)
         {nobody}” (money)
  radio: all 5 numeric claims in this text are declared

"""
        in shown
    )
    assert max(map(len, shown.splitlines())) <= 80
    assert rendered("text", told, is_ascii=True).isascii() is False  # the pound is the article's own


def test_the_text_of_a_report_without_texts(report: Report) -> None:
    assert "declared" not in rendered("text", report)


def test_the_markdown(told: Report) -> None:
    shown = rendered("markdown", told)
    assert (
        "<details><summary>claims/story/paper.txt: 4 of 5 numeric claims in this text are declared</summary>"
        "\n\n"
        "- claims/story/paper.txt:2:26: CC404 no claim declares “&#60;b&#62;cost" in shown
    )
    assert "\n\nradio: all 5 numeric claims in this text are declared\n" in shown


def test_the_json(told: Report) -> None:
    found = json.loads(rendered("json", told))
    assert (found["cover"], found["summary"]["undeclared"]) == (False, 1)
    assert found["coverage"] == [
        {
            "dossier": "claims/story",
            "article": "paper",
            "file": "claims/story/paper.txt",
            "claims": 5,
            "declared": 4,
            "undeclared": [
                {
                    "text": "£1.6 million",
                    "kind": "money",
                    "words": "<b>cost</b> the force £1.6 million, and [left](x) {nobody}",
                    "line": 2,
                    "column": 26,
                }
            ],
        },
        {
            "dossier": "claims/story",
            "article": "radio",
            "file": None,
            "claims": 5,
            "declared": 5,
            "undeclared": [],
        },
    ]


def test_the_page(told: Report) -> None:
    shown = rendered("html", told)
    assert (
        '<p class="coverage">4 of 5 numeric claims in this text are declared</p>'
        '<ul class="undeclared"><li><span class="place">2:26</span> no claim declares “&lt;b&gt;cost' in shown
    )
    assert '<p class="coverage">all 5 numeric claims in this text are declared</p>' in shown


def test_the_notebook(told: Report) -> None:
    assert all("4 of 5 numeric claims in this text are declared" in text for text in bundle(told).values())


@pytest.mark.parametrize(("cover", "level"), [(False, "notice"), (True, "error")])
def test_the_annotations(told: Report, cover: bool, level: str) -> None:
    lines = rendered("github", told, is_cover_wanted=cover).splitlines()
    (shown,) = [line for line in lines if "CC404" in line]
    assert shown == (
        f"::{level} file=claims/story/paper.txt,line=2,col=26,title=CC404 undeclared-number::"
        "no claim declares “<b>cost</b> the force £1.6 million, and [left](x) {nobody}” (money)"
    )
    levels = [line.split()[0].removeprefix("::") for line in lines if line.startswith("::")]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)


def test_a_text_whose_file_is_not_known_has_no_annotation(told: Report) -> None:
    paper, radio = told.coverage
    nameless = evolve(told, coverage=(evolve(paper, article=evolve(paper.article, text_place=None)), radio))
    assert "CC404" not in rendered("github", nameless)


@pytest.mark.parametrize(("cover", "level"), [(False, "note"), (True, "error")])
def test_the_results(told: Report, cover: bool, level: str) -> None:
    (run,) = json.loads(rendered("sarif", told, is_cover_wanted=cover))["runs"]
    assert run["properties"]["undeclared"] == 1
    (result,) = [each for each in run["results"] if each["ruleId"] == "CC404"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (rule["id"], rule["defaultConfiguration"]["level"]) == ("CC404", "note")
    assert result["level"] == level
    assert result["message"]["text"].startswith("no claim declares “<b>cost</b> the force £1.6 million")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "claims/story/paper.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 26, "endColumn": 38},
    }


def test_a_result_without_a_known_file_stands_at_the_claims(told: Report) -> None:
    paper, radio = told.coverage
    nameless = evolve(told, coverage=(evolve(paper, article=evolve(paper.article, text_place=None)), radio))
    (run,) = json.loads(rendered("sarif", nameless))["runs"]
    (result,) = [each for each in run["results"] if each["ruleId"] == "CC404"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "claims/story/paper.claims.yaml"


def test_the_reviews_say_nothing_of_it(told: Report, report: Report) -> None:
    assert rendered("claimreview", told) == rendered("claimreview", report)


def test_how_a_run_ends(told: Report) -> None:
    right = evolve(told, findings=tuple(finding for finding in told if not finding.is_wrong))
    assert [Setting(is_cover_wanted=cover).exit_status(right) for cover in (False, True)] == [0, 1]
    assert json.loads(rendered("json", right, is_cover_wanted=True))["exit"] == 1
