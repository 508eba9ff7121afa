"""How the documentation is built as a site: ``make docs``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from fresh import MORE, face  # noqa: E402 - it stands beside this file

from claimcheck.rules import RULES  # noqa: E402

project = "claimcheck"
html_title = "claimcheck"
html_theme = "furo"
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False
html_static_path = ["site"]
html_css_files = ["site.css"]

extensions = ["myst_nb", "sphinx.ext.autodoc"]

# Every notebook is run, and one that fails fails the site.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_ipywidgets_js: dict[str, str] = {}  # nothing is loaded from elsewhere

myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]

autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "exclude-members": "is_signed, scales, pivot"}
python_maximum_signature_line_length = 90
add_module_names = False

# Other people's names: the site links to nothing that it would have to fetch.
nitpick_ignore_regex = [
    (r"py:.*", r"(fractions|datetime|collections|pathlib|typing|types|enum|os)\..*"),
    (r"py:.*", r"pandas\..*|polars\..*|pyarrow\..*"),
]
# What is named in passing, and is no more than its name says.
nitpick_ignore = [
    ("py:attr", "Dossier.faults"),
    ("py:class", "claimcheck.assertions.Said"),
    ("py:class", "claimcheck.periods.YearStart"),
    ("py:data", "claimcheck.units.DEFINITIONS"),
    ("py:data", "TIME_UNITS"),
]

CONTENTS = re.compile(r"^## (?P<caption>.*?)\n|^\|.*?\]\((?P<page>[\w-]+)\.(?:md|ipynb)\) \|$", re.MULTILINE)
NAMES = re.compile(r"<!-- from the code: names-(?P<module>\w+) -->.*?<!-- end -->", re.DOTALL)


def contents(index: str) -> str:
    """The site's contents: the pages that the index's tables name, under its headings."""
    trees: list[tuple[str, list[str]]] = []
    for found in CONTENTS.finditer(index):
        if found["caption"]:
            trees.append((found["caption"], []))
        elif found["page"]:
            trees[-1][1].append(found["page"])
    return "".join(
        "\n".join(["```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", "", ""])
        for caption, pages in trees
        if pages
    )


def described(module: str) -> str:
    """The names that a table of them has, each in full."""
    names = MORE if module == "more" else [f"{module}.{name}" for name in face(module)]
    lines = ["```{eval-rst}"]
    for name in names:
        last = name.rpartition(".")[2]
        thing = "data" if last.isupper() else "function" if last.islower() else "class"
        lines += [f".. auto{thing}:: claimcheck.{name}", *(["   :no-value:"] if thing == "data" else []), ""]
    return "\n".join([*lines, "```"])


def by_last_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, words: nodes.Element
) -> nodes.Element | None:
    """Docstrings name things as their modules do: find them wherever they are described."""
    if node.get("refdomain") != "py" or app.builder is None:
        return None
    last = node["reftarget"].rpartition(".")[2]
    domain = env.domains.python_domain
    found = [(full, entry) for full, entry in domain.objects.items() if full.rpartition(".")[2] == last]
    if len(found) != 1:
        return None
    full, entry = found[0]
    return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, words, full)


def for_the_site(_: Sphinx, name: str, source: list[str]) -> None:
    """Pages are written to be read as they are, too: what only a site has is added here."""
    text = source[0]
    if name == "index":
        text += f"\n\n{contents(text)}"
    if name == "rules":
        pages = "\n".join(f"rules/{code}" for code in RULES)
        text += f"\n\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"
        text = text.replace("](../src/claimcheck/rules/", "](rules/")
    text = NAMES.sub(lambda found: described(found["module"]), text)
    source[0] = text


def setup(app: Sphinx) -> None:
    """Give every rule its page, from where the package has it."""
    folder = HERE / "rules"
    folder.mkdir(exist_ok=True)
    for rule in RULES.values():
        page = folder / f"{rule.code}.md"
        if not page.exists() or page.read_text(encoding="utf-8") != rule.page:
            page.write_text(rule.page, encoding="utf-8")
    app.connect("source-read", for_the_site)
    app.connect("missing-reference", by_last_name)
