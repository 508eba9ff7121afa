"""Extracting: the text of an article from a file in plain text, Markdown or HTML.

Plain text is kept to the character. Of Markdown and HTML, the paragraphs, headings, list items, table
cells and quotations remain, with a blank line between them, and what the source says of the article.
Nothing is fetched from anywhere.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import Any, Final

from attrs import evolve, frozen

from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.files.nodes import Entries, Scalar, parse_yaml
from claimcheck.files.sources import TABLE_LIMIT, Collector, Source, shown_path
from claimcheck.periods import parse_date

__all__ = ["Extracted", "extract", "extract_file"]


@frozen(kw_only=True)
class Extracted:
    """The text of an article as it is read, with what the source says of the article."""

    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None


def extract_file(path: Path) -> Extracted:
    r"""The article in a file.

    A :class:`~claimcheck.errors.Fault` says why a file cannot be read; for the rest see :func:`extract`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "bins.md"
    ...     size = path.write_text("# Bins\n\nThe council missed **120 bins** in June.")
    ...     extract_file(path).text
    'Bins\n\nThe council missed 120 bins in June.'
    """
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            data = file.read(TABLE_LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise Fault(rule="CC101", message=f"cannot be read: {reason}", place=Place(path=name)) from None
    if len(data) > TABLE_LIMIT:
        raise Fault(
            rule="CC101",
            message=f"larger than {TABLE_LIMIT // (1024 * 1024)} MiB",
            advice="give the article alone",
            place=Place(path=name),
        )
    return extract(data, name=name)


def extract(content: str | bytes, *, name: str = "-") -> Extracted:
    r"""The article in a text or in the bytes of a file.

    The suffix of the name says what it is: ``.txt``, ``.md`` or ``.markdown``, ``.html`` or ``.htm``.
    With another name, or none, it is HTML if it begins with a tag, and else plain text. Plain text
    keeps its line ends too, so that a place in the text is one in the file.

    Bytes are UTF-8, UTF-16 with its mark, what an HTML page declares, or English in Windows-1252. Other
    bytes, control characters, faulty front matter and a text without a word are a
    :class:`~claimcheck.errors.Fault`. HTML needs the ``html`` extra; without it a
    :class:`ModuleNotFoundError` says so.

    >>> extract(b"There were 63 thefts, 14 fewer than in 2018/19.\n").text
    'There were 63 thefts, 14 fewer than in 2018/19.\n'
    """
    data = (
        _in_utf_8(content, name) if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    )
    text = Source.decode(data, path=name, is_prose=True).text
    read = _FORMATS.get(PurePath(name).suffix.casefold()) or (_html if _BEGINNING.match(text) else _plain)
    extracted = read(text, name)
    if not extracted.text.strip():
        raise Fault(
            rule="CC101",
            message="there is no text in it",
            advice="give the article's own words",
            place=Place(path=name),
        )
    return extracted


# Bytes

_BINARY: Final[Mapping[bytes, str]] = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a Word file or another zipped one",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    rb"{\rtf": "an RTF file",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""What files that are no text begin with."""

_DECLARED: Final = re.compile(
    rb"<(?:meta|\?xml)\b[^>]+?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)

# Encodings that web pages come in, by their names in Python. It knows others that are not for pages.
_OF_PAGES: Final = ("big5", "cp", "euc", "gb", "iso8859", "koi8", "mac", "shift")


def _in_utf_8(data: bytes, name: str) -> bytes:
    """The same text in UTF-8, or the bytes as they are when nothing tells what they are in."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    kind = next((kind for start, kind in _BINARY.items() if data.startswith(start)), None)
    if kind is None and b"\0" in data and not is_wide:
        kind = "a binary file, with a byte 0 in it"
    if kind is not None:
        raise Fault(
            rule="CC101",
            message=f"this is {kind}, no text",
            advice="save its text as UTF-8 in a .txt file",
            place=Place(path=name),
        )
    for encoding in ["utf-16"] if is_wide else _likely_encodings(data):
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(encoding).encode()
    return data


def _likely_encodings(data: bytes) -> Iterator[str]:
    """What bytes may be in, the likeliest first."""
    yield "utf-8"
    if declared := _DECLARED.search(data[:1024]):
        with suppress(LookupError):
            encoding = codecs.lookup(declared[1].decode()).name
            if encoding in ("ascii", "iso8859-1"):  # browsers read these as Windows-1252
                encoding = "cp1252"
            if encoding.startswith(_OF_PAGES):
                yield encoding
    is_broken_utf_8 = not data.decode(errors="ignore").isascii()
    # English has few letters that ASCII has not.
    is_english = sum(byte > 127 for byte in data) * 10 < len(data)
    if is_english and not is_broken_utf_8:
        yield "cp1252"


# Plain text and Markdown


def _plain(text: str, name: str) -> Extracted:  # noqa: ARG001  # one signature for every format
    return Extracted(text=text)


_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\r?\n(?:.*?\r?\n)??(?=(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))", re.DOTALL
)

_ISO_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d\S*(?: ?[+-]\d\d:?\d\d| ?Z)?")


def _markdown(text: str, name: str) -> Extracted:
    from markdown_it import MarkdownIt

    extracted, body = _front_matter(text, name)
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [token for token in markdown.parse(body) if token.type not in ("fence", "code_block")]
    page = _Page.of(_NOTE_MARK.sub("", markdown.renderer.render(tokens, markdown.options, {})))
    title = extracted.title or next(iter(page.headlines), None)
    return evolve(extracted, text=page.text, title=title)


def _front_matter(text: str, name: str) -> tuple[Extracted, str]:
    """What the front matter says, and the text after it."""
    matched = _FRONT_MATTER.match(text)
    if matched is None:
        return Extracted(text=""), text
    found = Collector()
    try:
        entries = parse_yaml(Source(path=name, text=matched[0]), found)
        found.settle()
    except AuthoringError as error:
        raise error.faults[0] from None
    if not isinstance(entries, Entries):  # a rule across the page, and no front matter
        return Extracted(text=""), text

    def entry(*keys: str) -> Scalar | None:
        nodes = (entries.get(key) for key in keys)
        return next((node for node in nodes if isinstance(node, Scalar) and not _is_null(node)), None)

    extracted = Extracted(
        text="",
        title=_str(entry("title")),
        published=_day(entry("published", "date")),
        publisher=_str(entry("publisher", "author")),
        url=_str(entry("url")),
    )
    _, _, body = text[matched.end() :].partition("\n")
    return extracted, body


def _is_null(node: Scalar) -> bool:
    return node.is_plain and node in ("", "~", "null")


def _str(node: Scalar | None) -> str | None:
    return None if node is None else str(node)


def _day(node: Scalar | None) -> date | None:
    if node is None:
        return None
    try:
        return parse_date(_ISO_TIME.sub(r"\1", node))
    except Fault as fault:
        raise node.blame(fault) from None


# HTML

_BEGINNING: Final = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|header|main|article|section|div"
    r"|h[1-6]|p|table|ul|ol|blockquote)(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)

# The mark of a footnote, which would add a digit to the number before it. A square metre is none.
_NOTE_MARK: Final = re.compile(
    r"(?<!m)<sup\b[^>]*>(?:<(?!/?sup\b)[^>]*>|[\s\d()\[\],*†‡]){0,40}</sup\s*>|\[\^[\w-]+\]:?", re.IGNORECASE
)

# With less than this trafilatura takes a page as it comes, and runs its paragraphs together.
_SHORT: Final = 250


def _html(text: str, name: str) -> Extracted:  # noqa: ARG001  # one signature for every format
    if find_spec("trafilatura") is None:
        raise ModuleNotFoundError(
            'a web page needs trafilatura: in a checkout of claimcheck, pip install ".[html]"'
        )
    from trafilatura import bare_extraction

    text = _NOTE_MARK.sub("", text)
    whole = _Page.of(text)
    document = bare_extraction(
        text,
        include_comments=False,
        with_metadata=True,
        # A day that stands anywhere in the text is not one on which it was published.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if document is None:
        return Extracted(text=whole.text, title=next(iter(whole.headlines), None))
    assert not isinstance(document, dict)
    page = _Page()
    page.take(document.body)
    if len(page.text) < _SHORT and len(whole.text) < 4 * _SHORT:
        page = whole
    # The headline often stands outside of what is taken for the article.
    headline = next(
        (line for line in whole.headlines if _folded(line) == _folded(document.title or "")), None
    )
    is_missing = headline is not None and _folded(headline) not in map(_folded, page.paragraphs)
    return Extracted(
        text=f"{headline}\n\n{page.text}" if is_missing else page.text,
        title=document.title or None,
        published=date.fromisoformat(document.date) if document.date else None,
        publisher=document.sitename or None,
        url=document.url or None,
    )


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()


# The last line has the names that trafilatura gives them.
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody"
    " td tfoot th thead tr ul"
    " cell head item list row".split()
)
_LEFT_OUT: Final = frozenset(
    "script style noscript template title nav footer button select textarea svg del s strike".split()
)
_LINE_BREAK: Final = "\u2028"

# A tag that the end of the page cuts off: the parser would go through all of them again and again.
_OPEN_TAG: Final = re.compile(r"<[a-z/!?].*", re.IGNORECASE | re.DOTALL)


class _Page(HTMLParser):
    """The paragraphs of a page, and which of them are its headlines."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.headlines: list[str] = []
        self._pieces: list[str] = []
        self._depth_left_out = 0

    @classmethod
    def of(cls, html: str) -> _Page:
        page = cls()
        end = html.rfind(">") + 1
        page.feed(html[:end] + _OPEN_TAG.sub("", html[end:]))
        page.close()
        page._end_paragraph()
        return page

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    def take(self, element: Any) -> None:
        """Read an element of a tree as if its tags stood there."""
        tag = element.tag
        if tag == "quote" and element.getparent().tag != "p":  # within a paragraph it is a part of a sentence
            tag = "blockquote"
        self.handle_starttag(tag, [])
        self.handle_data(element.text or "")
        for child in element:
            self.take(child)
        self.handle_endtag(tag)
        self.handle_data(element.tail or "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self._end_paragraph()
        elif tag in ("br", "lb"):
            self.handle_data(_LINE_BREAK)
        self._depth_left_out += tag in _LEFT_OUT

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._depth_left_out = max(0, self._depth_left_out - 1)
        elif tag in _BLOCKS and self._end_paragraph() and tag == "h1":
            self.headlines.append(self.paragraphs[-1])

    def handle_data(self, data: str) -> None:
        if not self._depth_left_out:
            self._pieces.append(data)

    def _end_paragraph(self) -> bool:
        """True when there was something to end."""
        text = re.sub(r"[ \t\r\n\f]+", " ", "".join(self._pieces))
        lines = [line.strip() for line in text.split(_LINE_BREAK)]
        self._pieces.clear()
        found = re.sub(r"\n\n+", "\n\n", "\n".join(lines).strip())
        self.paragraphs += [found] if found else []
        return bool(found)


_FORMATS: Final[Mapping[str, Callable[[str, str], Extracted]]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
}
