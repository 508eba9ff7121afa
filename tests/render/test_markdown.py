"""Markdown: what stands where, and that the words of articles do nothing."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from attrs import evolve
from markdown_it import MarkdownIt

from claimcheck.articles import Dossier
from claimcheck.claims import KnownIssue
from claimcheck.errors import Fault, Place
from claimcheck.findings import Finding, Report, Verdict
from claimcheck.render import RENDERERS, Setting, words
from claimcheck.render.markdown import escape

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
JOINER = "\u2060"


def page(*reports: Report, **setting: Any) -> str:
    return RENDERERS["markdown"](reports, Setting(**setting))


def rendered(text: str) -> str:
    return str(PARSER.render(text))


def rows(text: str) -> list[list[str]]:
    """The cells of every table row, as a reader sees them."""
    return [
        [html.unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<td>(.*?)</td>", row)]
        for row in re.findall(r"<tr>\n(<td>.*?)</tr>", rendered(text), re.DOTALL)
    ]


def test_the_table_of_what_is_wrong(report: Report) -> None:
    assert rows(page(report))[:2] == [
        ["✗", "contradicted CC301", "“a 17% decrease”", "18%", "claims/story/paper.claims.yaml:15"],
        ["~", "loose CC204", "“750 offences”", "752", "claims/story/radio.claims.yaml:22"],
    ]


def test_what_is_wrong_in_full(report: Report) -> None:
    start = page(report).index("<details><summary>✗")
    found = page(report)[start:].partition("</details>")[0]
    probably = words.diagnosed(report.findings[1])
    listed = (
        f"- probably: {escape(probably[0])}\n"
        if len(probably) == 1
        else "- probably:\n" + "".join(f"  - {escape(line)}\n" for line in probably)
        if probably
        else ""
    )
    assert found == (
        "<details><summary>✗ <b>contradicted CC301</b> “a 17% decrease”</summary>\n"
        "\n"
        "- article: A Paper, 2 September 2020\n"
        "- says: online offences, Wiltshire, 2019/20 fell by 17% since 2018/19\n"
        "- working: 100 × (63 − 77) ÷ 77 ≈ −18.18%\n"
        "- range: a fall of 17% covers −17.5% to −16.5%; missed by about 0.68 percentage points\n"
        "- print: 18%\n"
        "- true if:\n"
        "  - online offences, Wiltshire, 2018/19 were 76 (not 77)\n"
        "  - online offences, Wiltshire, 2019/20 were 64 (not 63)\n" + listed + "- evidence:\n"
        "  - “63 grooming and online offences”, A Paper (claims/story/paper.claims.yaml:12)\n"
        "  - “77 in the previous year”, The Radio (claims/story/radio.claims.yaml:11)\n"
        "\n"
    )


def test_the_order_of_the_page(faulty: Report) -> None:
    text = page(faulty)
    order = [
        "## claimcheck",
        "**9 claims: 1 contradicted",
        "**Could not be read or judged**",
        "- claims/story/other.claims.yaml:4:5: CC102 unknown key &#39;sinse&#39;",
        "| print instead |",
        "<details><summary>✗",
        "<details><summary>&#126;",
        "<details><summary>7 other claims</summary>",
        "<details><summary>What the claims imply for figures that nobody states</summary>",
        "- online offences, Devon, 2018/19: 398 to 400",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_every_claim_is_in_one_table(report: Report) -> None:
    assert sorted(row[2] for row in rows(page(report))) == sorted(
        words.quoted(finding.claim.quote) for finding in report
    )


def test_details_open_and_close_around_markdown(report: Report) -> None:
    text = page(report)
    assert text.count("<details>") == text.count("</details>") == 4
    # Markdown is read as such only after a blank line.
    assert len(re.findall(r"</summary>\n\n", text)) == len(re.findall(r"\n\n</details>\n", text)) == 4


def with_issue(finding: Finding) -> Finding:
    return evolve(finding, claim=evolve(finding.claim, known_issue=KnownIssue(reason="asked | them")))


def test_known_issues(report: Report) -> None:
    text = page(evolve(report, findings=tuple(map(with_issue, report.findings[:2]))))
    assert [row[1] for row in rows(text)] == [
        "contradicted (known issue) CC301",
        "confirmed (remove its known issue) CC113",
    ]
    assert "- known: asked &#124; them\n" in text


def test_an_undecided_claim_is_in_full(report: Report) -> None:
    finding = evolve(report.findings[4], verdict=Verdict.UNVERIFIED, is_undecided=True, reason="out of time")
    text = page(evolve(report, findings=(finding,)))
    assert "| ? | undecided CC403 | “63 incidents” |  |" in text
    assert "- reason: out of time\n" in text


def test_several_dossiers_have_a_heading_each(report: Report) -> None:
    other = evolve(report, dossier=evolve(report.dossier, name="# <i>other</i>"))
    text = page(report, other)
    assert re.findall(r"<h3>(.*)</h3>", rendered(text)) == ["story", f"#{JOINER} &lt;i&gt;other&lt;/i&gt;"]
    assert "**2 dossiers, 18 claims: 2 contradicted" in text


def test_no_claims() -> None:
    assert page(Report(dossier=Dossier(articles=()), findings=())) == "## claimcheck\n\n**no claims**\n"


def test_plain_ascii(report: Report) -> None:
    assert page(report, is_ascii=True).isascii()


HOSTILE = [
    "<script>alert(1)</script>",
    "</details></summary><h1>x</h1>",
    "a | b || c",
    "`code` ``two`` \\` \\| \\",
    "[click](https://example.org) ![x](y.png) [a]: b",
    "https://example.org www.example.org <https://example.org> a@example.org",
    "**bold** _it_ ~~gone~~ ***",
    "line one\n\n# heading\n- item\n| --- |",
    "&lt; &#60; &amp;amp; &copy;",
    "$x$ $$y$$ $5 to $6",
    "<!-- comment",
    "- - - 1. + = ---",
    "+ item",
    "12) item",
    "0.",
    '" onclick="x" \' >',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_is_shown_and_does_nothing(text: str) -> None:
    for template in (
        "| {} |\n| --- |\n| {} |\n",
        "- x: {}\n",
        "- {}\n",
        "<b>x</b> {}\n",
        "<details>{}</details>\n",
    ):
        shown = rendered(template.replace("{}", escape(text)))
        plain = rendered(template.replace("{}", "words"))
        # The same elements as for harmless words, and the text itself between them.
        assert re.findall(r"<[^>]*>", shown) == re.findall(r"<[^>]*>", plain)
        assert words.inline(text) in html.unescape(re.sub(r"<[^>]*>", "", shown)).replace(JOINER, "")


@pytest.mark.parametrize("text", ["@desk", "see #12", "GH-3", "a/b#4", "x@y.org"])
def test_nobody_is_called(text: str) -> None:
    shown = html.unescape(rendered(escape(text)))
    assert not re.search(r"@\w|#\d|GH-\d", shown)
    assert text in shown.replace(JOINER, "")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_dossiers_keep_the_shape_of_the_page(report: Report, text: str) -> None:
    wrong = report.findings[1]
    claim = evolve(wrong.claim, quote=text, place=Place(path=text, line=1))
    article = evolve(wrong.article, publisher=text)
    evidence = tuple(evolve(one, text=text, publisher=text) for one in wrong.evidence)
    hostile = evolve(wrong, claim=claim, article=article, evidence=evidence, correction=text)
    fault = Fault(rule="CC101", message=text, advice=text)
    harmless = evolve(report, findings=(wrong,), faults=(evolve(fault, message="x", advice="y"),))
    shown = rendered(page(evolve(report, findings=(hostile,), faults=(fault,))))
    plain = rendered(page(harmless))
    assert re.findall(r"<[^>]*>", shown) == re.findall(r"<[^>]*>", plain)
