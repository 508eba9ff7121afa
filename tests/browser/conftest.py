"""A browser to look at pages with, and the pages: a made-up story, and the five published articles."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

import claimcheck
from claimcheck.articles import Article, Dossier
from claimcheck.claims import Change, Count, Share, Total
from claimcheck.errors import Fault, Place
from claimcheck.figures import Figure, Measure
from claimcheck.files import load
from claimcheck.findings import Report
from claimcheck.render import RENDERERS, Setting
from claimcheck.verifier import verify

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "claims/online-child-offences"
SEEDS = ROOT.parent / "shared/seeds"
# The texts are not ours to publish: who has them keeps them beside the repository.
TEXTS = {
    "wiltshire-2020": "000",
    "wiltshire-2017": "001",
    "hampshire-2020": "002",
    "west-mercia-2020": "003",
    "west-midlands-2020": "004",
}


# The browser


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """Chromium, started once. Nothing is downloaded: where it or its driver is missing, tests are skipped."""
    pytest.importorskip("selenium", reason="selenium is not installed")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    chromedriver = shutil.which("chromedriver")
    if chromium is None or chromedriver is None:
        pytest.skip("chromium or chromedriver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(executable_path=chromedriver))
    yield driver
    driver.quit()


@pytest.fixture
def browser(started: WebDriver) -> WebDriver:
    """The browser with a wide, light screen and nothing on it."""
    started.get("about:blank")
    started.get_log("browser")  # type: ignore[no-untyped-call]
    started.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"media": "screen", "features": [{"name": "prefers-color-scheme", "value": "light"}]},
    )
    started.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    return started


@pytest.fixture
def show(browser: WebDriver, tmp_path: Path) -> Callable[..., None]:
    """Opens the page of some reports."""

    def open_page(*reports: Report) -> None:
        page = tmp_path / "page.html"
        page.write_text(RENDERERS["html"](reports, Setting(today=date(2020, 9, 3))), encoding="utf-8")
        browser.get(page.as_uri())

    return open_page


# What is on the page

OFFENCES = Measure(name="online offences", unit="offence")
NOW = Figure(measure=OFFENCES, area="Wiltshire", period="2019/20")
BEFORE = NOW.at(period="2018/19")
DEVON, KENT = NOW.at(area="Devon"), NOW.at(area="Kent")
TOWNS = [f"Town-{number}" for number in range(1, 41)]

PAPER = """\
Police recorded 63 grooming and online offences in Wiltshire last year, a 17% decrease on the 77 the \
year before. More than 60 were serious.

Offences were up 7% in Devon, with 427 in Devon recorded, a 27% share of the South West's.

There were 750 offences in Kent and Dorset, 325 of them in Kent and 427 in Dorset. In Surrey \
the force counted 90, and later 95.
""" + "".join(f"\n{town} saw {100 + number} offences.\n" for number, town in enumerate(TOWNS))

RADIO = "A drop of 18%, said the radio.\n\nThere were 63 incidents, after 77 in the previous year."


def _place(stem: str, line: int | None = None) -> Place:
    return Place(path=f"claims/story/{stem}.claims.yaml", line=line, column=None if line is None else 5)


def _story() -> Dossier:
    surrey = NOW.at(area="Surrey")
    paper = Article(
        id="paper",
        publisher="A Paper",
        title="Fewer offences in Wiltshire, more elsewhere",
        published=date(2020, 9, 2),
        url="https://example.org/fewer-offences-in-wiltshire",
        text=PAPER,
        place=_place("paper"),
        claims=[
            Count(quote="63 grooming and online offences", figure=NOW, place=_place("paper", 12)),
            Change(
                quote="offences in Wiltshire last year, a 17% decrease",
                figure=NOW,
                since=BEFORE,
                place=_place("paper", 15),
            ),
            Count(quote="77 the year before", figure=BEFORE, place=_place("paper", 18)),
            Count(quote="More than 60", figure=NOW, place=_place("paper", 20)),
            Change(
                quote="up 7% in Devon",
                figure=DEVON,
                since=DEVON.at(period="2018/19"),
                place=_place("paper", 22),
            ),
            Count(quote="427 in Devon", figure=DEVON, place=_place("paper", 24)),
            Share(
                quote="27% ... the South West's",
                figure=DEVON,
                of=DEVON.at(area="South West"),
                place=_place("paper", 26),
            ),
            Total(quote="750 offences", parts=(KENT, NOW.at(area="Dorset")), place=_place("paper", 28)),
            Count(quote="325 of them", figure=KENT, place=_place("paper", 30)),
            Count(quote="427 in Dorset", figure=NOW.at(area="Dorset"), place=_place("paper", 32)),
            Count(quote="the force counted 90", figure=surrey, place=_place("paper", 34)),
            Count(quote="later 95", figure=surrey, place=_place("paper", 36)),
            *(
                Count(
                    quote=f"saw {100 + number} offences",
                    figure=NOW.at(area=town),
                    place=_place("paper", 40 + number),
                )
                for number, town in enumerate(TOWNS)
            ),
        ],
    )
    radio = Article(
        id="radio",
        publisher="The Radio",
        text=RADIO,
        place=_place("radio"),
        claims=[
            Change(quote="A drop of 18%", figure=NOW, since=BEFORE, place=_place("radio", 8)),
            Count(quote="63 incidents", figure=NOW, place=_place("radio", 11)),
            Count(quote="77 in the previous year", figure=BEFORE, place=_place("radio", 15)),
        ],
    )
    unseen = Article(
        id="unseen",
        publisher="A Paper Without Its Text",
        place=_place("unseen"),
        claims=[Count(quote="64 incidents", figure=BEFORE, place=_place("unseen", 8))],
    )
    fault = Fault(
        rule="CC102",
        message="unknown key 'sinse'",
        advice="did you mean 'since'?",
        place=_place("other", 4),
        source="    sinse: 2018/19",
        width=5,
    )
    return Dossier(
        articles=[paper, radio, unseen], name="story", place=Place(path="claims/story"), faults=[fault]
    )


@pytest.fixture(scope="session")
def made_up() -> Report:
    """A story with every verdict, quotes that overlap, forty more claims, and a fault."""
    return verify(_story())


@pytest.fixture(scope="session")
def published() -> Report:
    """The five articles of ``claims/``, with their texts where they are at hand."""
    dossier = load(CORPUS)
    articles = []
    for article in dossier.articles:
        texts = sorted(SEEDS.glob(f"{TEXTS[article.id]}_*.txt"))
        articles.append(evolve(article, text=texts[0].read_text(encoding="utf-8")) if texts else article)
    return verify(evolve(dossier, articles=articles))


@pytest.fixture(scope="session")
def proposed() -> Report:
    """Claims that were read from two texts: one wrong, some taken for one figure, one left open."""
    paper = "In Kent there were 63 thefts and 77 burglaries in 2019/20. That was a rise of 5%."
    radio = "Kent had 63 thefts in 2019/20, down from 80 in the year before. That is a fall of 17%."
    return claimcheck.read([paper, radio]).report


@pytest.fixture(params=["made_up", "published", "proposed"])
def report(request: pytest.FixtureRequest) -> Report:
    found: Report = request.getfixturevalue(request.param)
    return found
