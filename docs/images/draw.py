"""Draw the README's pictures from real runs: ``make pictures``. The page's needs Chromium."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from claimcheck import verify
from claimcheck.files import load
from claimcheck.render import RENDERERS, Setting

ROOT = Path(__file__).parents[2]
WIDTH = 90


def audit() -> str:
    """The first finding of the five articles' audit, a few of the quiet lines, and the last."""
    report = verify(load(ROOT / "claims" / "online-child-offences"))
    setting = Setting(width=WIDTH, is_coloured=True, today=date(2026, 1, 1))
    page = RENDERERS["text"]([report], setting).replace(f"{ROOT}/", "")
    finding, _, rest = page.partition("\n\n")
    quiet = rest.partition("Shropshire Star")[2].splitlines()[1:7]
    *_, last = page.strip().splitlines()
    shown = "\n".join(["$ claimcheck audit", finding, "", *quiet, "...", "", last])
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(shown))
    picture = console.export_svg(title="claimcheck", unique_id="audit")
    # Without the web fonts: a picture loads nothing from elsewhere.
    return re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", picture, flags=re.DOTALL)


def photograph(page: str, picture: Path) -> None:
    """The top of a page as a browser shows it; nothing where there is no browser."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return
    flags = "--headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars --window-size=1200,1150"
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [browser, *flags.split(), f"--user-data-dir={scratch}", f"--screenshot={picture}"]
        subprocess.run([*command, file.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    images = Path(__file__).parent
    (images / "audit.svg").write_text(audit(), encoding="utf-8")
    dossier = load(ROOT / "claims" / "online-child-offences")
    photograph(RENDERERS["html"]([verify(dossier)], Setting(today=date(2026, 1, 1))), images / "page.png")
