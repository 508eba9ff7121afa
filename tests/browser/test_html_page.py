"""The page in a browser: marks and their cards, narrow screens, dark ones, paper, and hostile words.

The accessibility check needs axe-core: ``CLAIMCHECK_AXE`` names its ``axe.min.js``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from claimcheck.articles import Article, Dossier
from claimcheck.claims import Change, Count, KnownIssue
from claimcheck.errors import Fault, Place
from claimcheck.figures import Figure, Measure
from claimcheck.findings import Report, Verdict
from claimcheck.render.html import article_fragment, finding_fragment, report_fragment
from claimcheck.verifier import verify

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

Show = Callable[..., None]

WIDE, NARROW = (1280, 900), (360, 740)
SCREENS = [
    pytest.param(size, theme, id=f"{size[0]}px-{theme}")
    for size in (WIDE, NARROW)
    for theme in ("light", "dark")
]

# A card can be read where nothing lies over it: what is at its first line is the card or in it.
SEEN = """
const card = document.getElementById(arguments[0]), box = card.getBoundingClientRect();
const x = box.left + box.width / 2, y = box.top + 12;
const top = document.elementFromPoint(x, y);
return box.top >= 0 && y < innerHeight && (box.bottom <= innerHeight || box.height > innerHeight - 24)
    && top !== null && card.contains(top);
"""

OVERFLOWING = """
const width = document.documentElement.clientWidth, wide = [];
const all = document.documentElement.scrollWidth;
if (all > width) wide.push('the page: ' + all);
for (const element of document.body.querySelectorAll('*:not(.skip, .unseen)')) {
    const right = element.getBoundingClientRect().right;
    if (right > width + 0.5) wide.push(element.outerHTML.slice(0, 80) + ' ' + right);
}
return wide;
"""

# The contrast of every run of text with what is painted behind it, where that is too little.
PALE = """
const parsed = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return {r, g, b, a};
};
const light = ({r, g, b}) => {
    const [x, y, z] = [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
        const colour = parsed(getComputedStyle(at).backgroundColor);
        if (colour.a === 1) return colour;
        if (colour.a !== 0) throw new Error('see-through: ' + at.outerHTML.slice(0, 80));
    }
    return {r: 255, g: 255, b: 255};
};
const pale = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('style, title, desc')) continue;
    const style = getComputedStyle(element);
    const front = light(parsed(element.closest('svg') ? style.fill : style.color));
    const back = light(behind(element));
    const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (contrast < 4.5) pale.push(contrast.toFixed(2) + ' ' + walker.currentNode.data.trim().slice(0, 40));
}
return pale;
"""

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then(
    (found) => done(found.violations.map((one) =>
        one.impact + ' ' + one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 120)).join(' | '))),
    (error) => done([String(error)]));
"""


def run(browser: WebDriver, script: str, *arguments: Any) -> Any:
    return browser.execute_script(script, *arguments)


def cdp(browser: WebDriver, command: str, **arguments: Any) -> Any:
    return browser.execute_cdp_cmd(command, arguments)


def screen(
    browser: WebDriver, size: tuple[int, int] = WIDE, theme: str = "light", media: str = "screen"
) -> None:
    width, height = size
    cdp(
        browser,
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=False,
    )
    features = [
        {"name": "prefers-color-scheme", "value": theme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    cdp(browser, "Emulation.setEmulatedMedia", media=media, features=features)


def press(browser: WebDriver, key: str) -> None:
    codes = {"Tab": 9, "Enter": 13}
    text = {"text": "\r"} if key == "Enter" else {}
    cdp(browser, "Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=codes[key], **text)
    cdp(browser, "Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=codes[key])


def point_at(browser: WebDriver, anchor: str, *, click: bool = False) -> None:
    """Move the mouse over a quote, and press its button if asked to."""
    x, y = run(
        browser,
        "const quote = document.getElementById(arguments[0]);"
        "quote.scrollIntoView({block: 'center'});"
        "const box = quote.getClientRects()[0]; return [box.left + box.width / 2, box.top + box.height / 2];",
        anchor,
    )
    cdp(browser, "Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    if click:
        button = {"x": x, "y": y, "button": "left", "clickCount": 1}
        cdp(browser, "Input.dispatchMouseEvent", type="mousePressed", **button)
        cdp(browser, "Input.dispatchMouseEvent", type="mouseReleased", **button)


def marks(browser: WebDriver) -> list[tuple[str, str]]:
    """The quotes of the page and the cards that they lead to, by their names."""
    found = run(
        browser,
        "return [...document.querySelectorAll('.text a[id]')].filter((a) => !a.closest('.open'))"
        ".map((a) => [a.id, a.hash.slice(1)]);",
    )
    return [(quote, card) for quote, card in found]


def severe(browser: WebDriver) -> list[str]:
    entries: list[dict[str, Any]] = browser.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry["message"] for entry in entries if entry["level"] == "SEVERE"]


# From a quote to its card


def test_hovering_a_quote_brings_its_card_beside_it(browser: WebDriver, show: Show, report: Report) -> None:
    show(report)
    screen(browser)
    found = marks(browser)
    assert len(found) == len(report)
    hidden = []
    for quote, card in found:
        point_at(browser, quote)
        if not run(browser, SEEN, card):
            hidden.append(card)
    assert not hidden


def test_a_card_comes_to_a_quote_that_is_out_of_its_sight(
    browser: WebDriver, show: Show, made_up: Report
) -> None:
    show(made_up)
    screen(browser)
    quote, card = marks(browser)[40]
    point_at(browser, marks(browser)[0][0])
    run(browser, "document.getElementById(arguments[0]).scrollIntoView({block: 'center'});", quote)
    assert not run(browser, SEEN, card)
    point_at(browser, quote)
    assert run(browser, SEEN, card)


def test_hovering_a_card_lights_its_quote(browser: WebDriver, show: Show, made_up: Report) -> None:
    show(made_up)
    screen(browser)
    quote, card = marks(browser)[1]
    colour = "return getComputedStyle(document.getElementById(arguments[0]).closest('mark')).backgroundColor;"
    before = run(browser, colour, quote)
    point_at(browser, card)
    assert run(browser, colour, quote) != before


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_clicking_a_quote_goes_to_its_card(
    browser: WebDriver, show: Show, made_up: Report, size: tuple[int, int]
) -> None:
    show(made_up)
    screen(browser, size)
    for quote, card in [marks(browser)[at] for at in (0, 1, 30, -1)]:
        point_at(browser, quote, click=True)
        assert run(browser, "return document.querySelector(':target').id;") == card
        assert run(browser, SEEN, card)


def test_a_card_leads_back_to_its_quote(browser: WebDriver, show: Show, made_up: Report) -> None:
    show(made_up)
    screen(browser, NARROW)
    for quote, card in marks(browser)[::10]:
        run(browser, "document.getElementById(arguments[0]).querySelector('.foot a').click();", card)
        assert run(browser, "return document.querySelector(':target').id;") == quote


def test_the_keyboard_does_all_that(browser: WebDriver, show: Show, made_up: Report) -> None:
    show(made_up)
    screen(browser)
    first, *others = marks(browser)
    run(
        browser,
        "document.querySelector('.article h2').tabIndex = -1; document.querySelector('.article h2').focus()",
    )
    press(browser, "Tab")  # the article's address
    for quote, card in [first, *others[:20]]:
        press(browser, "Tab")
        assert run(browser, "return document.activeElement.id;") == quote
        assert run(browser, SEEN, card)
    press(browser, "Enter")
    assert run(browser, "return document.querySelector(':target').id;") == card


def test_the_first_stop_of_the_keyboard_skips_the_contents(
    browser: WebDriver, show: Show, made_up: Report
) -> None:
    show(made_up)
    press(browser, "Tab")
    assert run(browser, "return document.activeElement.getBoundingClientRect().left;") >= 0
    press(browser, "Enter")
    assert run(browser, "return document.activeElement.tagName;") == "MAIN"


# Narrow screens


def test_nothing_is_wider_than_a_narrow_screen(browser: WebDriver, show: Show, report: Report) -> None:
    show(report)
    for width in (360, 320):
        screen(browser, (width, 740))
        assert run(browser, OVERFLOWING) == []


LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 6


def long_words() -> Report:
    here = Figure(measure=Measure(name=f"offences-{LONG}", unit="offence"), area=LONG, period="2019/20")
    quote, other = f"63 {LONG}", f"{LONG} fell by 17%"
    article = Article(
        id="long",
        publisher=LONG,
        title=LONG,
        url=f"https://example.org/{LONG}",
        text=f"{quote} and {other}. {LONG}{LONG}",
        place=Place(path=f"claims/{LONG}.claims.yaml", line=1, column=1),
        claims=[
            Count(quote=quote, figure=here, place=Place(path=f"claims/{LONG}.claims.yaml", line=3, column=1)),
            Change(quote=other, figure=here, since=here.at(period="2018/19")),
            Count(quote=f"77 {LONG}", figure=here.at(period="2018/19")),
        ],
    )
    fault = Fault(rule="CC102", message=LONG, advice=LONG, place=article.place, source=LONG, width=5)
    return verify(
        Dossier(articles=[evolve(article, text=None), evolve(article, id="l")], name=LONG, faults=[fault])
    )


def test_long_words_and_paths_break(browser: WebDriver, show: Show) -> None:
    show(long_words())
    for size in (NARROW, (768, 900), WIDE):
        screen(browser, size)
        assert run(browser, OVERFLOWING) == []
    show(long_words(), long_words())
    screen(browser, NARROW)
    assert run(browser, OVERFLOWING) == []


def test_the_labels_of_number_lines_are_in_the_picture(
    browser: WebDriver, show: Show, report: Report
) -> None:
    show(report)
    for size in (WIDE, NARROW):
        screen(browser, size)
        assert (
            run(
                browser,
                "return [...document.querySelectorAll('svg text')].filter((text) => {"
                "  const box = text.getBBox(); return box.x < 0 || box.x + box.width > 320;"
                "}).map((text) => text.textContent);",
            )
            == []
        )


# Colours, and whoever does not see them


@pytest.mark.parametrize(("size", "theme"), SCREENS)
def test_text_stands_out_from_what_is_behind_it(
    browser: WebDriver, show: Show, made_up: Report, size: tuple[int, int], theme: str
) -> None:
    show(made_up)
    screen(browser, size, theme)
    assert run(browser, PALE) == []
    seen = set()
    for finding in made_up:
        if finding.verdict not in seen:
            seen.add(finding.verdict)
            anchor = next(card for _, card in marks(browser) if card.endswith(finding.claim.id))
            for place in (anchor, f"{anchor}--quote"):
                run(browser, "location.hash = arguments[0];", place)
                assert run(browser, PALE) == []
    assert seen == set(Verdict)


def test_what_is_left_open_is_reached_from_its_number_and_back(
    browser: WebDriver, show: Show, proposed: Report
) -> None:
    show(proposed)
    for size, theme in ((WIDE, "light"), (NARROW, "dark")):
        screen(browser, size, theme)
        assert run(browser, PALE) == []
        number, row = run(
            browser,
            "const a = document.querySelector('.text .open a'); return [a.id, a.hash.slice(1)];",
        )
        assert run(browser, "return document.getElementById(arguments[0]).innerText;", row).startswith(
            "“rise of 5%” (text-1:1:79)\nthefts, Kent, 2019/20, change since 2018/19: "
        )
        point_at(browser, number, click=True)
        assert run(browser, "return location.hash;") == f"#{row}"
        run(browser, "document.querySelector(`#${arguments[0]} > a`).click();", row)
        assert run(browser, "return location.hash;") == f"#{number}"


def test_dark_is_dark(browser: WebDriver, show: Show, made_up: Report) -> None:
    show(made_up)
    colour = "return getComputedStyle(document.body).backgroundColor;"
    screen(browser, theme="light")
    assert min(map(int, re.findall(r"\d+", run(browser, colour)))) > 200
    screen(browser, theme="dark")
    assert max(map(int, re.findall(r"\d+", run(browser, colour)))) < 60


@pytest.fixture(scope="session")
def axe() -> str:
    path = os.environ.get("CLAIMCHECK_AXE")
    if not path:
        pytest.skip("CLAIMCHECK_AXE does not name an axe.min.js")
    return Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize(("size", "theme"), SCREENS)
def test_axe_finds_nothing(
    browser: WebDriver, show: Show, axe: str, made_up: Report, size: tuple[int, int], theme: str
) -> None:
    show(made_up)
    screen(browser, size, theme)
    run(browser, axe)
    assert browser.execute_async_script(AXE) == []


def test_axe_finds_nothing_on_the_page_of_the_published_articles(
    browser: WebDriver, show: Show, axe: str, published: Report, made_up: Report
) -> None:
    # Two dossiers, so that each has a heading of its own.
    show(published, made_up)
    run(browser, axe)
    assert browser.execute_async_script(AXE) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_notebook(
    browser: WebDriver, tmp_path: Path, axe: str, made_up: Report, theme: str
) -> None:
    fragments = (
        report_fragment(made_up),
        finding_fragment(made_up["paper/offences-in-wiltshire-last-year-a-17-percent"]),
        article_fragment(made_up.dossier.articles[1]),
    )
    for fragment in fragments:
        page = tmp_path / "notebook.html"
        page.write_text(
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A notebook</title></head>'
            f"<body><main><h1>A</h1><h2>B</h2><h3>C</h3>{fragment}</main></body></html>",
            encoding="utf-8",
        )
        browser.get(page.as_uri())
        screen(browser, NARROW, theme)
        assert run(browser, OVERFLOWING) == []
        run(browser, axe)
        assert browser.execute_async_script(AXE) == []


# Paper, and no style at all


def test_all_cards_are_printed(browser: WebDriver, show: Show, report: Report) -> None:
    show(report)
    screen(browser, (794, 1123), media="print")
    cards = run(
        browser,
        "return [...document.querySelectorAll('.card')].map((card) => {"
        "  const box = card.getBoundingClientRect(), list = card.closest('.cards').getBoundingClientRect();"
        "  return [card.checkVisibility(), box.height, box.bottom <= list.bottom + 1, "
        "      getComputedStyle(card.closest('.cards')).overflowY];"
        "});",
    )
    assert len(cards) == len(report)
    assert all(is_visible and height > 20 and is_inside for is_visible, height, is_inside, _ in cards)
    assert {overflow for *_, overflow in cards} == {"visible"}
    assert run(browser, OVERFLOWING) == []


def test_it_reads_from_top_to_bottom_without_its_style(
    browser: WebDriver, show: Show, made_up: Report
) -> None:
    show(made_up)
    run(browser, "document.querySelectorAll('style').forEach((style) => style.remove());")
    text = run(browser, "return document.body.innerText;")
    start = text.rindex("Fewer offences in Wiltshire, more elsewhere")
    last = start
    for words in (
        "A Paper, 2 September 2020",
        "Police recorded 63 grooming and online offences",
        "Town-40 saw 139 offences",
        "✓ confirmed",
        "✗ contradicted CC201 “offences in Wiltshire last year, a 17% decrease”",
        "100 × (63 − 77) ÷ 77 ≈ −18.18%",
        "~ loose CC204 “750 offences”",
        "≠ disputed",
        "The Radio",
        "A drop of 18%",
        "There were 63 incidents",
        "✓ confirmed “A drop of 18%”",
        "The text is not at hand",
    ):
        found = re.sub(r"\s+", " ", text[last:]).find(words)
        assert found >= 0, words
        last = text.index(words.split()[0], last)


# Words that want to be more


HOSTILE = [
    "<script>alert()</script>",
    "<img src=x onerror=alert()>",
    "</style><script>alert()</script>",
    "</title></textarea></noscript><svg onload=alert()>",
    '" onmouseover="alert()" style="display:none" x="',
    "' onfocus='alert()' autofocus='",
    "<!-- --!><iframe src=javascript:alert()></iframe>",
    "]]><b onclick=alert()>",
    "&lt;script&gt;alert()&lt;/script&gt; &#60;b&#62;",
    "\u202e\u2066\x00\x1b[31m",
    "<a href=javascript:alert()>here</a><base href=//example.org><form action=//example.org>",
    '</svg></desc><math><mi//xlink:href="data:x,<script>alert()</script>">',
]
ADDRESSES = [
    "javascript:alert()",
    "JaVaScRiPt:alert()",
    " javascript:alert()",
    "java\nscript:alert()",
    "data:text/html,<script>alert()</script>",
    "vbscript:alert()",
    'https://example.org/"><script>alert()</script>',
    "//example.org/x",
    "file:///etc/passwd",
    "https://example.org/#javascript:alert()",
    "http://[",
    "https:///x",
]


def hostile(text: str, url: str, number: int) -> Dossier:
    place = Place(path=f"claims/{text}.claims.yaml", line=3, column=1)
    here = Figure(measure=Measure(name=f"offences {text}", unit="offence"), area=text, period="2019/20")
    quote = f"63 offences {text}"
    article = Article(
        id=f"{text}{number}",
        publisher=text,
        title=text,
        url=url,
        text=f"{text} {quote} {text}\n\n{text}",
        place=place,
        claims=[
            Count(
                id=text,
                quote=quote,
                figure=here,
                place=place,
                known_issue=KnownIssue(reason=text),
            ),
            Count(id=f"{text}2", quote="64", figure=here, place=place),
        ],
    )
    fault = Fault(rule="CC102", message=text, advice=text, place=place, source=text, width=5)
    other = evolve(article, id=f"{text}{number}b", text=None)
    return Dossier(articles=[article, other], name=text, place=place, faults=[fault])


def test_hostile_words_stay_words(browser: WebDriver, show: Show) -> None:
    dossiers = [
        hostile(text, url, number) for number, (text, url) in enumerate(zip(HOSTILE, ADDRESSES, strict=True))
    ]
    show(*map(verify, dossiers))
    screen(browser)
    for quote, _ in marks(browser)[::5]:
        point_at(browser, quote, click=True)
    # An alert that is open makes every call fail.
    found = run(
        browser,
        "const all = [...document.querySelectorAll('*')];"
        "return {"
        "  tags: [...new Set(all.map((one) => one.localName))],"
        "  attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],"
        "  links: [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')),"
        "};",
    )
    tags, attributes = set(found["tags"]), set(found["attributes"])
    assert not tags & set("script img iframe form base object embed math b textarea noscript".split())
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "autofocus")]
    # Nothing but places on the page, and the one address that is a page on the web.
    away = {link for link in found["links"] if not link.startswith("#")}
    assert away == {"https://example.org/#javascript:alert()"}
    assert severe(browser) == []


# The console


def test_the_console_has_nothing_severe_to_say(browser: WebDriver, show: Show, report: Report) -> None:
    show(report)
    for theme in ("light", "dark"):
        screen(browser, theme=theme)
    for quote, _ in marks(browser)[:5]:
        point_at(browser, quote, click=True)
    assert severe(browser) == []
    assert run(browser, "return performance.getEntriesByType('resource').length;") == 0
