"""Draw the README's picture from a real run: ``make pictures``."""

from __future__ import annotations

import io
import re
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


if __name__ == "__main__":
    (Path(__file__).parent / "audit.svg").write_text(audit(), encoding="utf-8")
