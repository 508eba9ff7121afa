"""What a notebook shows: whatever it is given, and never an exception."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from claimcheck import Article, Count, Figure, Finding, Measure, Verdict
from claimcheck.articles import Dossier
from claimcheck.display import Displayed
from claimcheck.findings import Report
from claimcheck.render import RENDERERS, Setting
from claimcheck.render.notebook import bundle

TYPES = ["text/html", "text/markdown", "text/plain"]


def test_a_report(report: Report) -> None:
    shown = bundle(report)
    assert list(shown) == TYPES
    assert shown["text/plain"] == RENDERERS["text"]([report], Setting()).rstrip("\n")
    assert shown["text/markdown"] == RENDERERS["markdown"]([report], Setting()).rstrip("\n")
    assert all("a 17% decrease" in text and "18%" in text for text in shown.values())


def test_a_finding(report: Report) -> None:
    shown = bundle(report["paper/a-17-percent-decrease"])
    assert list(shown) == TYPES
    assert shown["text/plain"].startswith("✗ contradicted CC301  “a 17% decrease”\n  article   A Paper")
    assert shown["text/markdown"].startswith(
        """\
**✗ CC301 contradicted: “a 17% decrease” comes to about −18.18%; print 18%**

- article: A Paper, 2 September 2020
- says: online offences, Wiltshire, 2019/20 fell by 17% since 2018/19
"""
    )
    assert "\n  - online offences, Wiltshire, 2019/20 were 64 (not 63)\n" in shown["text/markdown"]


def test_an_article() -> None:
    offences = Figure(measure=Measure(name="offences", unit="offence"))
    article = Article(
        publisher="A Paper",
        title="Crime *up*",
        url="https://example.org/1",
        published="2020-09-02",
        claims=[Count(quote="63 <b>offences</b>", figure=offences)],
    )
    shown = bundle(article)
    assert list(shown) == TYPES
    assert shown["text/plain"] == (
        "A Paper, 2 September 2020\nCrime *up*\nhttps://example.org/1\n  count  “63 <b>offences</b>”"
    )
    assert shown["text/markdown"] == (
        "**A Paper, 2 September 2020**\n\nCrime &#42;up&#42;\n\nhttps&#58;//example.org/1\n\n"
        "- count: “63 &#60;b&#62;offences&#60;/b&#62;”"
    )
    assert "<b>offences" not in shown["text/html"]


def bare(verdict: Verdict, *, is_undecided: bool = False) -> Finding:
    """A finding that nothing is known of."""
    claim = Count(quote="63", figure=Figure(measure=Measure(name="offences", unit="offence")))
    article = Article(publisher="", claims=[claim])
    return Finding(id="article/63", article=article, claim=claim, verdict=verdict, is_undecided=is_undecided)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_finding_without_anything(verdict: Verdict) -> None:
    for is_undecided in (False, True):
        finding = bare(verdict, is_undecided=is_undecided)
        report = Report(dossier=Dossier(articles=[finding.article]), findings=(finding,))
        for shown in (finding, report, finding.article):
            assert all(bundle(shown).values())


def test_a_report_of_nothing_and_of_faults_only(faulty: Report) -> None:
    empty = bundle(Report(dossier=Dossier(articles=()), findings=()))
    assert all("no claims" in text for text in empty.values())
    broken = bundle(evolve(faulty, findings=()))
    assert all("sinse" in text for text in broken.values())


def test_an_article_that_claims_nothing() -> None:
    assert bundle(Article(publisher="A Paper", claims=[]))["text/plain"] == "A Paper"


def test_what_somebody_else_displays_has_its_repr() -> None:
    class Page(Displayed):
        def __repr__(self) -> str:
            return "a page"

    assert Page()._repr_mimebundle_() == {"text/plain": "a page"}


def test_it_reads_without_its_style(report: Report) -> None:
    page = re.sub(
        r"<style>.*?</style>", "", bundle(report["paper/a-17-percent-decrease"])["text/html"], flags=re.DOTALL
    )
    said = re.sub(r"<[^>]+>", "", page)
    assert "contradicted" in said
    assert "100 × (63 − 77) ÷ 77 ≈ −18.18%" in said


STORY = """\
from claimcheck import Article, Change, Count, Figure, Measure, verify
now = Figure(measure=Measure(name="offences", unit="offence"), period="2019/20")
article = Article(publisher="A Paper", claims=[
    Count(quote="63 offences", figure=now),
    Count(quote="77 the year before", figure=now.at(period="2018/19")),
    Change(quote="a 17% decrease", figure=now, since=now.at(period="2018/19")),
])
report = verify(article)
"""


def test_in_a_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    cells = [STORY + "report", "report.findings[2]", "article", "print(report)"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(notebook, kernel_name="python3", timeout=120).execute(cwd=str(tmp_path))
    # One output each: nothing shows itself a second time on the way.
    assert [len(cell["outputs"]) for cell in notebook.cells] == [1, 1, 1, 1]
    outputs: list[dict[str, Any]] = [cell["outputs"][0] for cell in notebook.cells]
    for output in outputs[:3]:
        assert output["output_type"] == "execute_result"
        assert sorted(output["data"]) == TYPES
        assert all("17% decrease" in text for text in output["data"].values())
    # Printed, a report is still the short text that it was.
    assert outputs[0]["data"]["text/plain"].startswith("✗ contradicted CC201")
    assert outputs[3]["text"].endswith("contradicted 'a 17% decrease': 18%\n")
