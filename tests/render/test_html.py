"""The page, read as a tree: what is in it, in which order, and that words stay words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from claimcheck.articles import Article, Dossier
from claimcheck.claims import Change, Claim, Count, Elapsed, KnownIssue, Total
from claimcheck.errors import Fault, Place
from claimcheck.figures import Figure, Measure
from claimcheck.findings import Evidence, Finding, Report, Stated, Verdict
from claimcheck.interval import Interval
from claimcheck.render import RENDERERS, Setting, words
from claimcheck.render.html import article_fragment, finding_fragment, report_fragment
from claimcheck.verifier import verify

NOW = Figure(measure=Measure(name="online offences", unit="offence"), area="Wiltshire", period="2019/20")
TODAY = date(2020, 9, 3)
VOID = {"meta", "br"}


class _Tree(HTMLParser):
    """A page as a tree, its end tags checked: a page that needs mending is refused."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = ET.Element("page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = ET.SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        assert len(attrs) == len(element.attrib), (tag, attrs)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        above = self.open[-1]
        if len(above):
            above[-1].tail = (above[-1].tail or "") + data
        else:
            above.text = (above.text or "") + data


def tree(page: str) -> ET.Element:
    parser = _Tree()
    parser.feed(page)
    parser.close()
    assert parser.open == [parser.root]
    return parser.root


def page(*reports: Report, **setting: object) -> str:
    return RENDERERS["html"](reports, Setting(**{"today": TODAY, **setting}))  # type: ignore[arg-type]


def text_of(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def of_class(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (element for element in root.iter() if name in element.get("class", "").split())


def card(root: ET.Element, quote: str) -> ET.Element:
    return next(one for one in of_class(root, "card") if words.quoted(quote) in text_of(one[0]))


def rows(element: ET.Element) -> dict[str, list[str]]:
    """What stands under each label of a card."""
    return {
        text_of(row[0]): [text_of(item) for item in row[1].iter("li")] or [text_of(row[1])]
        for row in element.iter("div")
        if len(row) == 2 and row[0].tag == "dt"
    }


def paper(text: str | None, *quotes: str) -> Report:
    """A report of claims that nothing is known of, without asking the verifier."""
    claims = [Count(id=f"c{n}", quote=quote, figure=NOW) for n, quote in enumerate(quotes)]
    article = Article(id="paper", publisher="A Paper", claims=claims, text=text)
    verdicts = [*Verdict]
    findings = [
        Finding(id=f"paper/{claim.id}", article=article, claim=claim, verdict=verdicts[n % len(verdicts)])
        for n, claim in enumerate(claims)
    ]
    return Report(dossier=Dossier(articles=[article]), findings=tuple(findings))


def marks(report: Report) -> list[tuple[str, str]]:
    """Each piece of marked text with the classes of its mark, and each sign that stands alone."""
    (shown,) = of_class(tree(page(report)), "text")
    found = []
    for element in shown.iter():
        if element.tag == "mark":
            link = element[0]
            sign = "".join(text_of(one) for one in of_class(link, "sign"))
            found.append((f"{link.text}|{sign}" if sign else f"{link.text}", element.get("class", "")))
        elif "end" in element.get("class", "").split():
            found.append((f"|{text_of(element)}", element.get("class", "")))
    return found


# The whole page


def test_it_is_one_file_that_loads_and_runs_nothing(faulty: Report) -> None:
    root = tree(page(faulty))
    known = """page html head meta title style body header nav main footer section div h1 h2 h3 h4
    p a ul ol li table thead tbody tr th td mark span sup code bdi dl dt dd pre br
    svg desc rect circle polygon line text"""
    assert {element.tag for element in root.iter()} <= set(known.split())
    for element in root.iter():
        assert not {"src", "srcset", "style", "data", "action", "xlink:href"} & set(element.attrib)
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.tag == "a" or "href" not in element.attrib
    (style, *others) = root.iter("style")
    assert not others
    assert not re.search(r"url\(|@import|@font-face|expression|</", style.text or "")
    policy = next(meta for meta in root.iter("meta") if "http-equiv" in meta.attrib)
    assert policy.get("content", "").startswith("default-src 'none'")


def test_it_says_what_it_is_first(report: Report) -> None:
    text = page(report)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')
    assert text.endswith("</html>\n")
    root = tree(text)
    assert text_of(next(root.iter("title"))) == "The numbers in story - claimcheck"
    assert {meta.get("name"): meta.get("content") for meta in root.iter("meta")}[
        "color-scheme"
    ] == "light dark"


def test_ids_are_unique_and_links_lead_somewhere(report: Report, faulty: Report) -> None:
    # The same dossier three times over: every name is taken three times.
    root = tree(page(report, faulty, report))
    ids = [element.get("id") for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        if (href := element.get("href", "")).startswith("#"):
            assert href[1:] in ids
        if (labelled := element.get("aria-labelledby")) is not None:
            assert labelled in ids


def test_headings_go_down_one_level_at_a_time(report: Report, faulty: Report) -> None:
    for root in (tree(page(report)), tree(page(report, faulty)), tree(page())):
        levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


def test_the_same_report_makes_the_same_page(report: Report, faulty: Report) -> None:
    assert page(report, faulty) == page(report, faulty)


def test_every_rule_of_the_style_sheet_reaches_our_own_elements_alone(report: Report) -> None:
    (style,) = tree(page(report)).iter("style")
    text = re.sub(r"/\*.*?\*/", "", style.text or "", flags=re.DOTALL)
    # Commas inside brackets do not part two selectors.
    flat = text
    while (flatter := re.sub(r"\([^()]*\)", "", flat)) != flat:
        flat = flatter
    heads = [head.strip() for head in re.findall(r"([^{}]+)\{", flat)]
    assert len(heads) > 50
    for head in heads:
        if not head.startswith(("@", ":is")):
            assert all(".claimcheck" in selector for selector in head.split(",")), head


def test_the_style_sheet_is_plain_ascii() -> None:
    # Where the page has to be ASCII, references stand for the rest; a style sheet has none.
    sheet = resources.files("claimcheck.render.html").joinpath("style.css").read_text(encoding="utf-8")
    assert sheet.isascii()


def test_ascii(report: Report) -> None:
    text = page(report, is_ascii=True)
    assert text.isascii()
    assert text_of(tree(text)) == text_of(tree(page(report)))


# What is said first


def test_the_summary_has_the_worst_first(report: Report) -> None:
    root = tree(page(report))
    assert text_of(next(of_class(root, "tally"))) == words.tally(report.findings)
    first = next(of_class(root, "first"))
    links = list(first.iter("a"))
    assert [text_of(link) for link in links] == [
        "CC301 contradicted: “a 17% decrease” comes to about −18.18%; print 18%",
        "CC204 loose: “750 offences” comes to 752 (round number)",
    ]
    assert [link.get("href") for link in links] == [
        "#cc-paper-a-17-percent-decrease",
        "#cc-radio-750-offences",
    ]


def test_without_a_wrong_claim_that_is_said() -> None:
    article = Article(publisher="A Paper", claims=[Count(quote="63 offences", figure=NOW)])
    assert "No claim was found wrong." in text_of(tree(page(verify(Dossier(articles=[article])))))


def test_nothing_at_all() -> None:
    assert "no claims" in text_of(tree(page()))
    assert "no claims" in text_of(tree(page(Report(dossier=Dossier(articles=()), findings=()))))


def test_several_dossiers_have_a_section_each(report: Report, faulty: Report) -> None:
    root = tree(page(report, evolve(faulty, dossier=evolve(faulty.dossier, name="another"))))
    assert text_of(next(root.iter("h1"))) == "The numbers in 2 dossiers"
    assert [text_of(one[0]) for one in of_class(root, "dossier")] == ["story", "another"]


def test_faults_are_listed_with_their_carets(faulty: Report) -> None:
    root = tree(page(faulty))
    (section,) = of_class(root, "faults")
    assert words.fault_line(faulty.faults[0]) in text_of(section)
    (excerpt,) = section.iter("pre")
    assert (excerpt.text or "").splitlines()[1].strip() == "^^^^^"
    assert any(link.get("href") == f"#{section.get('id')}" for link in root.iter("a"))


def test_implied_figures_are_listed(report: Report) -> None:
    (section,) = of_class(tree(page(report)), "implied")
    assert "online offences, Devon, 2018/19: 398 to 400" in text_of(section)


def test_who_printed_what(report: Report) -> None:
    (section,) = of_class(tree(page(report)), "shared")
    table = {
        text_of(next(row.iter("th"))): [text_of(one) for one in row.iter("li")]
        for body in section.iter("tbody")
        for row in body
    }
    # What only one article gives a number for, such as Kent's offences, is not in it.
    assert table == {
        "online offences, Wiltshire, 2019/20": [
            "✓ 63 A Paper, 2 September 2020 (confirmed)",
            "✓ 63 The Radio (confirmed)",
        ],
        "online offences, Wiltshire, 2019/20, change since 2018/19": [
            "✗ fall of 17% A Paper, 2 September 2020 (contradicted)",
            "✓ fall of 18% The Radio (confirmed)",
        ],
    }


def test_one_article_alone_is_set_beside_nothing() -> None:
    assert not list(of_class(tree(page(paper(None, "63", "63"))), "shared"))


# Articles


def test_an_article_says_who_printed_it(report: Report) -> None:
    article = evolve(report.findings[0].article, title="Fewer offences", url="https://example.org/a?b=c&d")
    changed = [evolve(one, article=article) if one.article.id == "paper" else one for one in report]
    root = tree(page(evolve(report, findings=tuple(changed))))
    section = next(of_class(root, "article"))
    assert text_of(section[0]) == "Fewer offences"
    (byline,) = of_class(section, "byline")
    assert (
        text_of(byline)
        == "A Paper, 2 September 2020 https://example.org/a?b=c&d claims/story/paper.claims.yaml"
    )
    (link,) = byline.iter("a")
    assert link.attrib == {"href": "https://example.org/a?b=c&d", "rel": "noopener noreferrer"}


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://example.org",
        "https://example.org/\n",
        "https://exa\u202emple.org",
        "data:text/html,<b>",
        "//example.org",
        "https:",
        "http://[::1",
        'https://example.org/"><b>',
        "ftp://example.org",
        "",
    ],
)
def test_an_address_that_is_no_web_page_is_left_out(url: str) -> None:
    report = paper("It saw 63.", "63")
    article = evolve(report.findings[0].article, url=url)
    root = tree(page(evolve(report, findings=(evolve(report.findings[0], article=article),))))
    assert all(link.get("href", "").startswith("#") for link in root.iter("a"))


def test_without_a_text_quotes_stand_in_order() -> None:
    report = paper(None, "63 offences", "a fall", "77 before")
    (shown,) = of_class(tree(page(report)), "text")
    assert [text_of(item) for item in shown.iter("li")] == ["“63 offences”✗1", "“a fall”≠2", "“77 before”~3"]


def test_a_quote_that_does_not_stand_in_the_text_comes_after_it() -> None:
    (shown,) = of_class(tree(page(paper("There were 63 offences.", "64 offences", "63 offences"))), "text")
    assert text_of(shown) == "There were 63 offences≠1.Not found in the text:“64 offences”✗2"


def test_an_article_that_nothing_was_found_of_is_shown() -> None:
    bare = Article(id="bare", publisher="A Bare Paper", claims=(), text="Nothing counted.")
    root = tree(page(Report(dossier=Dossier(articles=[bare]), findings=())))
    assert "Nothing counted." in text_of(root)
    assert not list(of_class(root, "cards"))


# Marks


def test_paragraphs_are_kept() -> None:
    def paragraphs(text: str) -> list[str]:
        (shown,) = of_class(tree(page(paper(text))), "text")
        for element in shown.iter("br"):
            element.text = " / "
        return [text_of(one) for one in shown.iter("p")]

    assert paragraphs("One.\nTwo.\n\nThree.\n  \n\nFour.") == ["One. / Two.", "Three.", "Four."]
    assert paragraphs("One.\nTwo.\r\nThree.") == ["One.", "Two.", "Three."]
    assert paragraphs("One.\r\n\r\nTwo.\r\nThree.\n") == ["One.", "Two. / Three."]
    assert paragraphs("") == []


def test_quotes_are_marked_with_sign_and_number() -> None:
    assert marks(paper("There were 63 offences, after 77.", "77", "63 offences")) == [
        ("63 offences|≠1", "disputed m1"),
        ("77|✗2", "contradicted m2"),
    ]


def test_a_quote_within_a_quote() -> None:
    assert marks(paper("A rise of 7% to 427 last year.", "A rise of 7% to 427", "7%")) == [
        ("A rise of ", "contradicted m1"),
        ("7%|≠2", "disputed m2 shared"),
        (" to 427|✗1", "contradicted m1"),
    ]


def test_quotes_that_start_or_end_together() -> None:
    assert marks(paper("up 7% to 427", "up 7%", "up 7% to 427")) == [
        ("up 7%|✗1", "contradicted m1 shared"),
        (" to 427|≠2", "disputed m2"),
    ]
    # The longer one's last words are marked for the shorter one: its sign stands alone.
    assert marks(paper("up 7% to 427", "up 7% to 427", "427")) == [
        ("up 7% to ", "contradicted m1"),
        ("427|≠2", "disputed m2 shared"),
        ("|✗1", "contradicted m1 end"),
    ]


def test_quotes_that_overlap() -> None:
    assert marks(paper("63 this year and 77 before", "63 this year", "this year and 77 before")) == [
        ("63 ", "contradicted m1"),
        ("this year|✗1", "contradicted m1 shared"),
        (" and 77 before|≠2", "disputed m2"),
    ]


def test_the_same_quote_twice_shows_the_worse() -> None:
    report = paper("There were 63.", "63", "63")
    first, second = report
    better, worse = evolve(first, verdict=Verdict.CONFIRMED), evolve(second, verdict=Verdict.LOOSE)
    assert marks(evolve(report, findings=(better, worse))) == [
        ("63|~2", "loose m2 shared"),
        ("|✓1", "confirmed m1 end"),
    ]


def test_words_left_out_are_marked_through() -> None:
    assert marks(paper("There were 63 grooming offences.", "63 ... offences")) == [
        ("63 grooming offences|✗1", "contradicted m1")
    ]


def test_a_quote_over_two_lines_keeps_the_break() -> None:
    assert marks(paper("One.\n\nSaw 63\noffences here.", "63 offences")) == [
        ("63", "contradicted m1"),
        ("offences|✗1", "contradicted m1"),
    ]


@pytest.mark.parametrize(
    "quotes",
    [
        ("a b c d e", "b c", "c d", "c", "e"),
        ("a b c", "a b", "a", "b c", "c d e", "a b c d e"),
        ("b", "b", "b", "b c d", "a ... d"),
    ],
)
def test_marks_change_no_word_and_the_keyboard_stops_once_at_each(quotes: tuple[str, ...]) -> None:
    (shown,) = of_class(tree(page(paper("a b c d e", *quotes))), "text")
    stops = [link for link in shown.iter("a") if link.get("tabindex") != "-1"]
    assert len(stops) == len({link.get("href") for link in stops}) == len(quotes)
    for element in [*shown.iter("a")]:
        for sign in [*of_class(element, "sign")]:
            element.remove(sign)
    assert text_of(shown) == "a b c d e"


# Cards


def test_every_finding_has_one_card(report: Report) -> None:
    root = tree(page(report))
    assert len([*of_class(root, "card")]) == len(report)
    for finding in report:
        shown = card(root, finding.claim.quote)
        assert (
            text_of(shown[0]).split(" ", 1)[1].startswith(f"{words.SIGNS[finding.verdict]} {finding.verdict}")
        )
        # Everything that the other renderings say of it.
        said = rows(shown)
        for label, lines in words.details(finding):
            assert label in said
            if label != "evidence":
                assert said[label] == [" ".join(line.split()) for line in lines]


def test_a_card_in_full(report: Report) -> None:
    shown = card(tree(page(report)), "a 17% decrease")
    assert text_of(shown[0]) == "2 ✗ contradicted CC301 “a 17% decrease”"
    assert text_of(shown[1]) == "The number cannot be true beside another article's"
    said = rows(shown)
    assert said["print"] == ["18%"]
    assert said["working"] == ["100 × (63 − 77) ÷ 77 ≈ −18.18%"]
    assert said["reading"] == ["nearest"]
    assert said["true if"] == [
        "online offences, Wiltshire, 2018/19 were 76 (not 77)",
        "online offences, Wiltshire, 2019/20 were 64 (not 63)",
    ]
    links = {link.get("href") for link in shown.iter("a")}
    assert {"#cc-paper-63-grooming-and-online-offences", "#cc-radio-77-in-the-previous-year"} <= links


def test_evidence_that_is_no_claim_names_its_line() -> None:
    report = paper("There were 63.", "63")
    given = Evidence(
        id="figures.csv:2",
        text="offences: 77",
        publisher="FOI reply",
        place=Place(path="figures.csv", line=2),
    )
    shown = card(tree(page(evolve(report, findings=(evolve(report.findings[0], evidence=(given,)),)))), "63")
    assert rows(shown)["evidence"] == ["offences: 77, FOI reply figures.csv:2"]


def test_a_number_line_says_in_words_what_it_shows(report: Report) -> None:
    (drawing,) = card(tree(page(report)), "a 17% decrease").iter("svg")
    assert drawing.get("role") == "img"
    assert text_of(next(drawing.iter("title"))) == "Number line"
    assert text_of(next(drawing.iter("desc"))) == (
        "Printed: a fall of 17% covers −17.5% to −16.5%; missed by about 0.68 percentage points. "
        "Recomputed: about −18.18%"
    )


def test_where_nothing_was_recomputed_there_is_no_number_line() -> None:
    assert not [*tree(page(paper("There were 63.", "63"))).iter("svg")]


def test_open_and_missing_ends_are_drawn() -> None:
    (finding,) = paper(None, "more than 60")
    stated = Stated(
        text="more than 60",
        strict=Interval(60, 66, low_open=True),
        loose=Interval(60, None, low_open=True),
        convention="more than",
        loose_convention="undersells",
    )
    finding = evolve(finding, stated=stated, recomputed=Interval(None, 50), ratio=NOW / 1)
    (drawing,) = tree(finding_fragment(finding)).iter("svg")
    assert len([*of_class(drawing, "hollow")]) == 1
    assert len([*drawing.iter("polygon")]) == 1  # the arrow
    assert len([*of_class(drawing, "loosely")]) == 1


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [(Verdict.CONTRADICTED, "(known issue)"), (Verdict.CONFIRMED, "(known issue that is none: remove it)")],
)
def test_known_issues(verdict: Verdict, expected: str) -> None:
    (finding,) = paper(None, "63")
    claim = evolve(finding.claim, known_issue=KnownIssue(reason="correction requested"))
    shown = tree(finding_fragment(evolve(finding, claim=claim, verdict=verdict)))
    assert expected in text_of(shown)
    assert rows(shown)["known"] == ["correction requested"]


def test_undecided_is_not_called_unverified() -> None:
    (finding,) = paper(None, "63")
    undecided = evolve(finding, verdict=Verdict.UNVERIFIED, is_undecided=True, reason="the solver gave up")
    shown = tree(finding_fragment(undecided))
    assert "? undecided CC403 “63”" in text_of(shown)
    assert rows(shown)["reason"] == ["the solver gave up"]


# Hostile words

HOSTILE = "<script>alert(1)</script></style></title>\"' onclick=alert(1) &lt;b&gt; --> ]]>"


def test_words_stay_words() -> None:
    place = Place(path=f"claims/{HOSTILE}.yaml", line=3, column=1)
    figure = Figure(measure=Measure(name=HOSTILE, unit="offence"), area=HOSTILE, period="2019/20")
    claim: Claim = Count(id=HOSTILE, quote=f"63 {HOSTILE}", figure=figure, place=place, states="63")
    article = Article(
        id=HOSTILE,
        publisher=HOSTILE,
        title=HOSTILE,
        url=HOSTILE,
        text=f"Saw 63 {HOSTILE}.",
        claims=[claim],
        place=place,
    )
    fault = Fault(rule="CC102", message=HOSTILE, advice=HOSTILE, place=place, source=HOSTILE)
    finding = Finding(
        id=f"{HOSTILE}/{HOSTILE}",
        article=article,
        claim=claim,
        verdict=Verdict.CONTRADICTED,
        reason=HOSTILE,
        correction=HOSTILE,
        ratio=figure / 1,
        recomputed=Interval.point(64),
        stated=Stated(
            text=HOSTILE,
            strict=Interval.point(63),
            loose=Interval(60, 65),
            convention=HOSTILE,
            loose_convention=HOSTILE,
        ),
        evidence=(Evidence(id=HOSTILE, text=HOSTILE, publisher=HOSTILE, place=place),),
    )
    dossier = Dossier(articles=[article], name=HOSTILE)
    report = Report(dossier=dossier, findings=(finding,), faults=(fault,))
    for text in (
        page(report, report),
        report_fragment(report),
        finding_fragment(finding),
        article_fragment(article),
    ):
        root = tree(text)
        assert not {"script", "b"} & {element.tag for element in root.iter()}
        assert not any("onclick" in element.attrib for element in root.iter())
        assert HOSTILE in text_of(root)
        assert all(re.fullmatch("#[a-z0-9-]+", link.get("href", "")) for link in root.iter("a"))
        assert all(re.fullmatch("[a-z0-9-]+", one.get("id", "x")) for one in root.iter())


def test_what_cannot_be_seen_is_shown_harmlessly() -> None:
    unseen = "\u202e63\u2066 \x1b[31m\x00offences\ud800\x85"
    text = page(paper(f"Saw {unseen} here.", unseen))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "\ufffd63\ufffd" in text
    text.encode("utf-8")


# Fragments


def test_a_finding_by_itself(report: Report) -> None:
    root = tree(finding_fragment(report["paper/a-17-percent-decrease"]))
    (block,) = root
    assert (block.tag, block.get("class"), block[0].tag) == ("div", "claimcheck", "style")
    assert "A Paper, 2 September 2020" in text_of(root)
    assert rows(root)["print"] == ["18%"]
    # There is no card that evidence could lead to.
    assert not [*root.iter("a")]


def test_a_report_as_a_table(faulty: Report) -> None:
    root = tree(report_fragment(faulty))
    (body,) = root.iter("tbody")
    assert len(body) == len(faulty)
    assert [text_of(cell) for cell in body[0]] == [
        "✗ contradicted",
        "“a 17% decrease”",
        "about −18.18%",
        "18%",
        "A Paper, 2 September 2020",
    ]
    ids = {element.get("id") for element in root.iter()}
    assert all(link.get("href", "")[1:] in ids for link in root.iter("a"))
    assert "Could not be read or judged" in text_of(root)


def test_an_article_with_its_quotes_marked() -> None:
    claims = [
        Total(quote="750 in all", parts=(NOW, NOW.at(area="Devon"))),
        Change(quote="a 17% decrease", figure=NOW, since=NOW.at(period="2018/19")),
        Elapsed(quote="17 months since", from_=date(2019, 4, 1)),
    ]
    article = Article(
        publisher="A Paper", claims=claims, text="It was a 17% decrease, 17 months since. 750 in all."
    )
    root = tree(article_fragment(article))
    (shown,) = of_class(root, "text")
    assert text_of(shown) == "It was a 17% decrease1, 17 months since2. 750 in all3."
    (declared,) = of_class(root, "claims")
    assert [text_of(item) for item in declared] == [
        "“a 17% decrease” change of online offences, Wiltshire, 2019/20",
        "“17 months since” elapsed",
        "“750 in all” total of online offences, Wiltshire and Devon, 2019/20",
    ]
    assert [link.get("href", "")[1:] for link in shown.iter("a")] == [item.get("id") for item in declared]


def test_an_article_without_claims_or_text() -> None:
    assert "A Paper" in text_of(tree(article_fragment(Article(publisher="A Paper", claims=()))))


# Size


def test_the_page_grows_with_the_claims_and_not_with_their_square() -> None:
    def length(count: int) -> int:
        text = "\n\n".join(f"Town {number} saw {number} offences." for number in range(count))
        return len(page(paper(text, *(f"saw {number} offences" for number in range(count)))))

    assert length(1000) < 5 * length(250)
