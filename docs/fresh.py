"""What the pages show, made anew: tables from the code's own, outputs from real runs.

``make examples`` writes it into the pages; the tests fail for a page that shows something else.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import claimcheck
from claimcheck.diagnosis import MISTAKES
from claimcheck.numerals import DIRECTION_WORDS, HEDGE_WORDS, NAMED_FRACTIONS, Numeral
from claimcheck.numerals.words import FRACTION_NAMES
from claimcheck.readings import HEDGES, read
from claimcheck.rules import RULES

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md")))
NOTEBOOKS = tuple(sorted(ROOT.glob("docs/*.ipynb")))

GENERATED = re.compile(r"(?<=<!-- from the code: )(?P<name>[\w.-]+) -->\n.*?(?=<!-- end -->)", re.DOTALL)
FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


# Tables


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = tuple(head)
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _readings(examples: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, ...]]:
    for text, counted in examples:
        reading = read(Numeral.parse(text), counted=counted)
        yield text, str(reading.strict), str(reading.loose), f"`{reading.loose_convention}`"


def _plain() -> str:
    examples = [
        ("63 offences", True),
        ("750 offences", True),
        ("10,000 offences", True),
        ("17%", False),
        ("18.0%", False),
        ("£1.6 million", False),
        ("four-fold", False),
        ("doubled", False),
        ("halved", False),
        ("one in five", False),
        ("between 20 and 25 offences", True),
    ]
    return _table(("printed", "strict", "loose", "stretch"), _readings(examples))


def _hedges() -> str:
    examples = ("750", "£1.6 million", "17%")
    rows = []
    for hedge in HEDGES:
        readings = [read(Numeral.parse(f"{hedge} {text}"), counted=False) for text in examples]
        rows.append((f"`{hedge}`", *(f"{reading.strict}, loosely {reading.loose}" for reading in readings)))
    return _table(("hedge", *examples), rows)


def _words(table: Mapping[str, object]) -> str:
    by_meaning: dict[str, list[str]] = {}
    for words, meaning in table.items():
        by_meaning.setdefault(getattr(meaning, "name", str(meaning)).lower(), []).append(
            words if words[0].isalpha() else f"`{words}`"
        )
    return "\n".join(f"- `{meaning}`: {', '.join(words)}" for meaning, words in by_meaning.items())


def _fractions() -> str:
    def percent(value: Fraction | None) -> str:
        assert value is not None
        return f"{float(100 * value):.1f}".removesuffix(".0")

    rows = []
    for fraction in NAMED_FRACTIONS:
        reading = read(Numeral.parse(FRACTION_NAMES[fraction]), counted=False)
        ranges = (f"{percent(one.low)}% to {percent(one.high)}%" for one in (reading.strict, reading.loose))
        rows.append((FRACTION_NAMES[fraction], *ranges))
    return _table(("printed", "strict", "loose"), rows)


def _mistakes(*, is_search: bool) -> str:
    return "\n".join(
        f"- **{mistake.name}**: {mistake.sentence.replace('{detail}.', '…').replace('{detail}', '…')}"
        f" *{mistake.example}*"
        for mistake in MISTAKES
        if mistake.is_search == is_search
    )


def _rules(hundred: str) -> str:
    rows = (
        (f"[{rule.code}](../src/claimcheck/rules/{rule.code}.md)", f"`{rule.name}`", rule.title)
        for rule in RULES.values()
        if rule.code.startswith(f"CC{hundred}")
    )
    return _table(("code", "name", "what is wrong"), rows)


def face(module: str) -> list[str]:
    """The names of the public face that a module of the package defines."""
    stub = ast.parse(Path(claimcheck.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    return [
        name.name
        for node in stub.body
        if isinstance(node, ast.ImportFrom) and node.module == module
        for name in node.names
    ]


MORE = (
    *("files.load", "files.write", "files.discover", "files.Discovery", "files.schema"),
    *("render.RENDERERS", "render.Setting", "rules.RULES", "rules.Rule"),
    *("claims.FigureClaim", "claims.Statement", "claims.Context"),
    *("figures.Ratio", "figures.Form", "figures.Quotient"),
    *("reading.Proposal", "reading.Confidence", "reading.SameFigure", "findings.ReadAs", "findings.Possible"),
    *("reading.drafting.draft", "reading.drafting.draft_text"),
    *("reading.extracting.extract_file", "reading.extracting.extract", "reading.extracting.Extracted"),
    *("mentions.find", "mentions.Mention", "mentions.MentionKind"),
    *("quotes.Coverage", "quotes.Undeclared", "quotes.coverage_of", "quotes.DECLARED_AS"),
    *("numerals.find", "numerals.hedges.HEDGE_WORDS", "numerals.Style", "numerals.Direction"),
    *("readings.read", "readings.HEDGES", "readings.Hedge"),
    *("diagnosis.mistakes.MISTAKES", "diagnosis.Mistake", "diagnosis.Case", "diagnosis.Computation"),
    *("diagnosis.Misreading", "diagnosis.Desk", "diagnosis.Print"),
)
"""Names of the package's modules that its users may want, and that it is extended with."""

SUMMARIES = {
    "KINDS": "Every kind of claim, as classes.",
    "RENDERERS": "Every renderer, by its name: reports and a `Setting` in, text out.",
    "RULES": "Every rule, by its code.",
    "HEDGE_WORDS": "Words that bound or widen a number, and the hedge that each stands for.",
    "HEDGES": "What each hedge makes of a number.",
    "DECLARED_AS": "As which kinds of claim each kind of mention can be declared, the usual one first.",
    "MISTAKES": "Every mistake, in the order in which they are tried.",
}
"""What the names that are tables hold: only classes and functions can say it themselves."""


def _names(names: Iterable[str]) -> str:
    rows = []
    for name in names:
        module, _, last = name.rpartition(".")
        named = getattr(import_module(f"claimcheck.{module}".rstrip(".")), last)
        text = SUMMARIES.get(last) or str(named.__doc__)
        summary = re.split(r"(?<=\.)\s|\n\n", text.strip())[0]
        summary = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`|``(.+?)``", r"`\1\2`", " ".join(summary.split()))
        rows.append((f"`{name}`", summary))
    return _table(("name", "what"), rows)


TABLES: Mapping[str, Callable[[], str]] = {
    "plain": _plain,
    "hedges": _hedges,
    "hedge-words": lambda: _words(HEDGE_WORDS),
    "direction-words": lambda: _words(DIRECTION_WORDS),
    "fractions": _fractions,
    "mistakes": lambda: _mistakes(is_search=False),
    "searching-mistakes": lambda: _mistakes(is_search=True),
    **{f"rules-{hundred}": (lambda hundred=hundred: _rules(hundred)) for hundred in "1234"},
    "names-more": lambda: _names(MORE),
    **{
        f"names-{module}": (lambda module=module: _names(face(module)))
        for module in (
            *("verifier", "reading", "articles", "figures", "periods", "claims", "findings"),
            *("numerals", "readings", "interval", "errors"),
        )
    },
}
"""What stands between ``<!-- from the code: name -->`` and ``<!-- end -->``."""


# Runs


def run_python(code: str, namespace: dict[str, object], file: str, line: int) -> str:
    """Run code and return what it prints. A traceback names the line of the page."""
    compiled = compile("\n" * (line - 1) + code, file, "exec")
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(compiled, namespace)
    return said.getvalue()


def _run_console(session: str, folder: Path) -> str:
    """A session with each command's output as it is now."""
    # Nothing of the surroundings, such as a running pytest's settings: a page shows the same everywhere.
    environment = {
        "HOME": str(folder),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONUTF8": "1",
        "COLUMNS": "90",
    }
    shown, status = [], 0
    for command in re.findall(r"^\$ (.*)$", session, re.MULTILINE):
        # $? is that of the command before.
        ran = subprocess.run(
            ["/bin/sh", "-c", f"(exit {status})\n{command}"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        status = ran.returncode
        shown.append(f"$ {command}\n{ran.stdout}")
    return "".join(shown)


def page(path: Path) -> str:
    """A page as it has to be: its examples run from the top, each section's files in their own folder."""
    text = GENERATED.sub(
        lambda found: f"{found['name']} -->\n\n{TABLES[found['name']]()}\n\n",
        path.read_text(encoding="utf-8"),
    )
    # One namespace for a page: an example may go on from the one before it.
    namespace: dict[str, object] = {"__name__": "__main__"}
    done, rest = [], 0
    with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as stack:
        here = Path.cwd()
        stack.callback(os.chdir, here)
        output, after = None, 0
        for block in FENCE.finditer(text):
            section = text.count("\n## ", 0, block.start())
            folder = Path(scratch) / str(section)
            folder.mkdir(exist_ok=True)
            os.chdir(folder)
            language, code = block["language"], block["code"]
            line = text.count("\n", 0, block.start()) + 2
            if language == "python" and ">>>" not in code:
                output, after = run_python(code, namespace, str(path), line), block.end()
            elif language == "console":
                code = _run_console(code, folder)
            elif language == "text" and output is not None and not text[after : block.start()].strip():
                code, output = output, None
            elif language == "csv":
                (folder / "figures.csv").write_text(code, encoding="utf-8")
            elif named := re.match(r"# ([\w-]+(?:\.\w+)*\.(?:yaml|txt))\n", code):
                # In YAML the name is a comment; it is no part of an article's text.
                written = code if language == "yaml" else code[named.end() :]
                (folder / named[1]).write_text(written, encoding="utf-8")
            done += [text[rest : block.start("code")], code]
            rest = block.end("code")
    return "".join([*done, text[rest:]])


def notebook(path: Path) -> str:
    """A notebook as it has to be: its cells run from the top, with what they print and show."""
    book: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    namespace: dict[str, object] = {"__name__": "__main__"}
    with contextlib.ExitStack() as stack:
        stack.callback(os.chdir, Path.cwd())
        os.chdir(path.parent)
        cells = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
        for number, cell in enumerate(cells, 1):
            cell |= {"execution_count": number, "outputs": [], "metadata": {}}
            said, value = _run_cell("".join(cell["source"]), namespace)
            if said:
                cell["outputs"].append({"name": "stdout", "output_type": "stream", "text": _lines(said)})
            if value is not None:
                data = {kind: _lines(text) for kind, text in _shown(value).items()}
                cell["outputs"].append(
                    {"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
                )
    return json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _run_cell(source: str, namespace: dict[str, object]) -> tuple[str, object]:
    """Run a cell and return what it prints, and the value of its last line if that is an expression."""
    *body, last = ast.parse(source).body
    asks = isinstance(last, ast.Expr)
    if asks:
        last = ast.Assign(targets=[ast.Name(id="_", ctx=ast.Store())], value=last.value)
    namespace["_"] = None
    code = ast.unparse(ast.fix_missing_locations(ast.Module(body=[*body, last], type_ignores=[])))
    said = run_python(code, namespace, "a cell", 1)
    return said, namespace["_"] if asks else None


def _shown(value: object) -> dict[str, str]:
    """What a notebook shows of a value, by media type."""
    shown = {"text/plain": repr(value)}
    if (as_html := getattr(value, "_repr_html_", None)) is not None:
        shown["text/html"] = as_html()
    if (bundle := getattr(value, "_repr_mimebundle_", None)) is not None:
        shown |= bundle()
    return shown


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def main() -> None:
    """Write the pages anew."""
    for make, paths in ((page, PAGES), (notebook, NOTEBOOKS)):
        for path in paths:
            path.write_text(make(path), encoding="utf-8")


if __name__ == "__main__":
    main()
