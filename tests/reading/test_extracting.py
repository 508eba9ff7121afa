"""Extracting: exact text, what a source says of itself, and what is refused."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import Fault
from claimcheck.reading.extracting import Extracted, extract, extract_file

PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Bin rounds missed | The Quayside Post</title>
<meta property="og:site_name" content="The Quayside Post">
<meta property="og:title" content="Missed bin rounds up by 12%">
<meta property="article:published_time" content="2021-07-08T06:30:00+01:00">
<link rel="canonical" href="https://quayside.example/news/missed-bins">
<style>p { margin: 7px }</style>
<script>var rounds = 900;</script>
</head>
<body>
<header><a href="/">The Quayside Post</a>
<h1>Missed bin rounds up by&nbsp;12%</h1></header>
<nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<p>The council missed <b>112 rounds</b> in June, compared
with <a href="/news/may">100 in May</a>.<sup><a href="#note">1</a></sup> Struck lorries were
<del>40</del> 14 of them.</p>
<p>Drivers spoke of <q>30 lost days</q> over 12&nbsp;km<sup>2</sup>, and the depot said that
<br>it was short of staff for the whole of the month.</p>
<h2>By ward</h2>
<ul><li>Harbour ward had 60.</li><li>Mill ward had 52.</li></ul>
<table><tr><th>Month</th><th>Rounds</th></tr><tr><td>May</td><td>100</td></tr></table>
<blockquote>The depot needs 5 more drivers &amp; 2 lorries.</blockquote>
<blockquote>None has been hired.</blockquote>
<div id="comments" class="comments"><p>I counted 5,000 bags in my road.</p></div>
</article></main>
<footer><p>Copyright 2021. Ring 01632 960000.</p></footer>
</body>
</html>
"""

BRIEF = """\
<html><head><title>Two gulls</title></head><body><nav>Menu 7</nav>
<p>Two gulls were counted
in 2019.</p><p>That is<br/>one fewer than in&nbsp;2018.</p>
<style>p {}</style><footer>Page 8</footer></body></html>
"""


def html(content: str | bytes, name: str = "page.html") -> Extracted:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    return extract(content, name=name)


def fault(content: str | bytes, name: str = "-") -> str:
    with pytest.raises(Fault) as caught:
        extract(content, name=name)
    return str(caught.value)


# Plain text

ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\n\r\t"))


@given(ANY_TEXT.filter(str.strip))
def test_plain_text_comes_through_unchanged(text: str) -> None:
    text = text.removeprefix("\ufeff") or "a"
    assert extract("a" + text, name="a.txt") == Extracted(text="a" + text)
    assert extract(("a" + text).encode(), name="a.txt").text == "a" + text


@pytest.mark.parametrize("name", ["-", "a", "a.text", "A.TXT", "page.2021"])
def test_what_does_not_look_like_html_is_plain_text(name: str) -> None:
    text = "Published 8 July 2021\r\n\r\n  There were *112* rounds, < 5% of all <b>of them</b>.\r\n"
    assert extract(text, name=name) == Extracted(text=text)


def test_text_with_tags_in_a_text_file_is_plain() -> None:
    assert extract(BRIEF, name="a.txt").text == BRIEF


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "cp1252"],
    ids=["UTF-8", "with BOM", "UTF-16", "Windows-1252"],
)
def test_bytes_in_the_encodings_of_news_rooms(encoding: str) -> None:
    text = "The café’s takings fell by £1.6 million – 18% – in 2019/20.\n"
    assert extract(text.encode(encoding)).text == text


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"*Two*\r\n\r\ngulls\r\n")
    (tmp_path / "a.markdown").write_bytes(b"*Two*\r\n\r\ngulls\r\n")
    assert extract_file(tmp_path / "a.txt").text == "*Two*\r\n\r\ngulls\r\n"
    assert extract_file(tmp_path / "a.markdown").text == "Two\n\ngulls"


# Markdown

MARKDOWN = """\
---
title: "Missed rounds: a month on"
date: 2021-07-08T06:30:00+01:00
publisher: The Quayside Post
url: https://quayside.example/news/missed-bins
tags: [bins, council]
---

Missed bin rounds up by 12%
===========================

The council missed **112 rounds** in
June,\\
compared with [100 in May](https://quayside.example/2020/may).[^1]
~~40~~ 14 of them &mdash; `all` struck. ![a picture of 3 lorries](lorries.png)

## By ward

* Harbour ward had 60.
  * 20 of them on Mondays
* Mill ward had 52.

> The depot needs 5 *more* drivers.

| Month | Rounds |
| ----- | -----: |
| May   |    100 |

```
rounds = 900
```

    rounds = 901

<!-- 902 rounds -->
<div>Ring the depot &amp; ask.</div>
"""


def test_markdown_without_its_markup() -> None:
    assert extract(MARKDOWN, name="a.md") == Extracted(
        text="""\
Missed bin rounds up by 12%

The council missed 112 rounds in June,
compared with 100 in May. 14 of them — all struck.

By ward

Harbour ward had 60.

20 of them on Mondays

Mill ward had 52.

The depot needs 5 more drivers.

Month

Rounds

May

100

Ring the depot & ask.""",
        title="Missed rounds: a month on",
        published=date(2021, 7, 8),
        publisher="The Quayside Post",
        url="https://quayside.example/news/missed-bins",
    )


def test_the_first_heading_of_the_first_level_is_the_title() -> None:
    extracted = extract("## Bins\n\n# Rounds *missed*\n\nNone.\n\n# Gulls\n", name="a.md")
    assert extracted == Extracted(text="Bins\n\nRounds missed\n\nNone.\n\nGulls", title="Rounds missed")


@pytest.mark.parametrize(
    ("front", "published"),
    [
        ("date: 8 July 2021", date(2021, 7, 8)),
        ("date: 2021-07-08 06:30:00 +0100", date(2021, 7, 8)),
        ("published: 2021-07-08\ndate: 2021-07-09", date(2021, 7, 8)),
        ("date:", None),
        ("date: ~", None),
        ("draft: true", None),
    ],
)
def test_the_day_of_publication_in_front_matter(front: str, published: date | None) -> None:
    assert extract(f"---\r\n{front}\r\n...\r\nTwo gulls.", name="a.md") == Extracted(
        text="Two gulls.", published=published
    )


def test_rules_across_the_page_are_no_front_matter() -> None:
    assert extract("---\nTwo gulls.\n\n---\nOne crow.\n", name="a.md").text == "Two gulls.\n\nOne crow."


@pytest.mark.parametrize(
    ("front", "message"),
    [
        (
            "title: Gulls\ndate: soon",
            """\
a.md:3:7: CC104 'soon' is not a date; write it like 2020-09-03 or 3 September 2020
    date: soon
          ^^^^""",
        ),
        (
            "title: Gulls: two",
            """\
a.md:2:13: CC101 a second ': ' in one line; put the whole value in quotes
    title: Gulls: two
                ^""",
        ),
        (
            "title: Gulls\ntitle: Crows",
            """\
a.md:3:1: CC109 the key 'title' stands here twice, first in line 2; delete one of them
    title: Crows
    ^^^^^""",
        ),
    ],
)
def test_faults_of_front_matter_point_at_their_place(front: str, message: str) -> None:
    assert fault(f"---\n{front}\n---\nTwo gulls.\n", "a.md") == message


# HTML


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **keywords: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "-", "page.php"])
def test_a_page_without_what_surrounds_the_article(name: str) -> None:
    extracted = html(PAGE, name)
    assert extracted.text.replace("\u00a0", " ") == (
        """\
Missed bin rounds up by 12%

The council missed 112 rounds in June, compared with 100 in May. Struck lorries were 14 of them.

Drivers spoke of 30 lost days over 12 km2, and the depot said that
it was short of staff for the whole of the month.

By ward

Harbour ward had 60.

Mill ward had 52.

Month

Rounds

May

100

The depot needs 5 more drivers & 2 lorries.

None has been hired."""
    )
    assert extracted.title == "Missed bin rounds up by 12%"
    assert extracted.published == date(2021, 7, 8)
    assert extracted.publisher == "The Quayside Post"
    assert extracted.url == "https://quayside.example/news/missed-bins"


def test_a_headline_within_the_article_stands_there_once() -> None:
    headline = "<h1>Missed bin rounds up by&nbsp;12%</h1>"
    inside = PAGE.replace(headline, "").replace("<article>", f"<article>{headline}")
    assert html(inside).text.count("12%") == 1


def test_the_name_of_the_paper_is_no_headline() -> None:
    text = html(PAGE.replace("<h1>Missed bin rounds up by&nbsp;12%</h1>", "<h1>The Quayside Post</h1>")).text
    assert text.startswith("The council missed")


def test_a_brief_keeps_its_paragraphs() -> None:
    assert html(BRIEF) == Extracted(
        text="Two gulls were counted in 2019.\n\nThat is\none fewer than in\u00a02018.", title="Two gulls"
    )


@pytest.mark.parametrize("name", ["-", "page.html"])
def test_a_piece_of_a_page(name: str) -> None:
    text = html("<p>Two gulls &lt; three.</p>", name).text
    assert text == "Two gulls < three."


def test_a_day_in_the_text_is_not_taken_for_the_day_of_publication() -> None:
    assert html(BRIEF.replace("2019", "May 2019")).published is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>", "cp1250"),
        ("<meta charset=iso-8859-15>", "iso8859-15"),
        ("<meta charset=nonsense>", "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("<meta charset=utf-7>", "cp1252"),
        ("", "cp1252"),
        ("<meta charset=cp1252>", "utf-8"),
    ],
)
def test_the_encoding_that_a_page_declares(declared: str, encoding: str) -> None:
    currency = "€" if encoding != "cp1250" else "ő"
    page = f"<html><head>{declared}</head><body><p>It cost 63{currency} in all.</p></body></html>"
    assert html(page.encode(encoding)).text == f"It cost 63{currency} in all."


def test_an_xml_declaration_does_not_hinder() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n<!-- made by hand -->\n' + PAGE.replace("12%", "12£")
    assert "12£" in html(page.encode("cp1252"), "-").text


def test_nothing_is_logged_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("trafilatura").warning("one that it may write")
    html("<p>Two gulls.</p>")
    assert capfd.readouterr() == ("", "")


def test_a_page_of_many_levels() -> None:
    deep = "<html><body>" + "<div><blockquote>" * 3000 + "<p>" + "Two gulls were counted. " * 50
    assert "Two gulls were counted." in html(deep).text


@pytest.mark.parametrize("tag", ["<a ", "<!-- ", "<p title='", "</"])
def test_a_page_that_is_cut_off_within_its_tags(tag: str) -> None:
    assert html("<html><body><p>3 < 4 gulls.</p>" + tag * 20_000).text == "3 < 4 gulls."


def test_without_trafilatura_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(
        ModuleNotFoundError,
        match=r'^a web page needs trafilatura: in a checkout of claimcheck, pip install "\.\[html\]"$',
    ):
        extract(PAGE, name="page.html")
    assert extract("# Gulls\n", name="a.md").text == "Gulls"
    assert extract("Gulls\n").text == "Gulls\n"


# Faults


@pytest.mark.parametrize("name", ["-", "a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("content", ["", " \n\t", b"", b"\xef\xbb\xbf\n"])
def test_without_words_there_is_nothing_to_read(content: str | bytes, name: str) -> None:
    if name == "a.html":
        pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    assert fault(content, name) == f"{name}: CC101 there is no text in it; give the article's own words"


def test_neither_is_there_in_a_page_of_scripts() -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    page = "<html><head><title>Gulls</title></head><body><script>var gulls = 2;</script></body></html>"
    assert "there is no text in it" in fault(page, "a.html")
    assert "there is no text in it" in fault("---\ntitle: Gulls\n---\n", "a.md")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a Word file or another zipped one"),
        (rb"{\rtf1\ansi Two gulls}", "an RTF file"),
        (b"\x1f\x8b\x08\x00", "a compressed file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"Two\0gulls", "a binary file, with a byte 0 in it"),
    ],
)
def test_files_that_are_no_text_are_named(content: bytes, kind: str) -> None:
    said = f"CC101 this is {kind}, no text; save its text as UTF-8 in a .txt file"
    assert fault(content) == f"-: {said}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "Café\n".encode() * 9 + b"63\xa35\n",
            "a.txt:10:3: CC101 byte 57 of the file (0xa3) is not UTF-8; save it as UTF-8",
        ),
        (
            "Две чайки".encode("cp1251"),
            "a.txt:1:1: CC101 byte 1 of the file (0xc4) is not UTF-8; save it as UTF-8",
        ),
        (
            "Two\ngulls \ud800",
            "a.txt:2:7: CC101 byte 11 of the file (0xed) is not UTF-8; save it as UTF-8",
        ),
        (b"63\x1b[31m", "a.txt:1:3: CC101 a control character (U+001B); delete it"),
        ("Two\0gulls", "a.txt:1:4: CC101 a control character (U+0000); delete it"),
    ],
    ids=["broken UTF-8", "Russian", "half a pair", "control", "null"],
)
def test_what_cannot_be_decoded_is_shown_in_its_place(content: str | bytes, message: str) -> None:
    said, excerpt, carets = fault(content, "a.txt").splitlines()
    assert said == message
    assert excerpt.startswith("    ")
    assert carets.strip() == "^"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "a.txt: CC101 cannot be read: No such file or directory"),
        (Path.mkdir, "a.txt: CC101 cannot be read: Is a directory"),
        (
            lambda path: path.write_bytes(b"a" * (16 * 1024 * 1024 + 1)),
            "a.txt: CC101 larger than 16 MiB; give the article alone",
        ),
    ],
    ids=["missing", "folder", "too large"],
)
def test_files_that_cannot_be_read(
    make: Callable[[Path], object], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(Path("a.txt"))
    with pytest.raises(Fault) as caught:
        extract_file(Path("a.txt"))
    assert str(caught.value) == message
