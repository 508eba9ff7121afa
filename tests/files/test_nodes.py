"""YAML as text with positions."""

from __future__ import annotations

import pytest
import yaml

from claimcheck.errors import AuthoringError, Fault
from claimcheck.files import nodes
from claimcheck.files.nodes import Entries, Items, Node, Scalar, parse_yaml
from claimcheck.files.sources import Collector, Source


def parse(text: str) -> Node | None:
    found = Collector()
    node = parse_yaml(Source(path="x.yaml", text=text), found)
    found.settle()
    return node


def fault(text: str) -> str:
    with pytest.raises((AuthoringError, Fault)) as caught:
        parse(text)
    return str(caught.value)


def test_every_scalar_is_its_text() -> None:
    written = "[2019/20, 18.0, NO, 12:30, 0x10, 1_000, 2020-09-03, ~, true, .5, 1e3]"
    assert parse(written) == "2019/20 18.0 NO 12:30 0x10 1_000 2020-09-03 ~ true .5 1e3".split()


def test_nodes_know_where_they_stand() -> None:
    node = parse("# one\nclaims:\n  - quote: 'é £1.6 million'\n    since: {area: Kent}\n")
    assert isinstance(node, Entries)
    assert str(node.key("claims").place) == "x.yaml:2:1"
    items = node["claims"]
    assert isinstance(items, Items)
    assert str(items.place) == "x.yaml:3:3"
    claim = items[0]
    assert isinstance(claim, Entries)
    quote, since = claim["quote"], claim["since"]
    assert (str(quote.place), quote.width) == ("x.yaml:3:12", 16)
    assert str(since.place) == "x.yaml:4:12"


def test_a_scalar_knows_whether_it_stands_in_quotation_marks() -> None:
    node = parse("[a, 'a', \"a\"]")
    assert isinstance(node, Items)
    assert [isinstance(each, Scalar) and each.is_plain for each in node] == [True, False, False]


def test_the_line_end_of_a_block_is_no_part_of_it() -> None:
    assert parse("note: |\n  one\n  two\n") == {"note": "one\ntwo"}


def test_nothing_is_nothing() -> None:
    assert parse("") is None
    assert parse("# only a comment\n") is None


FAULTS = {
    "quote: he said: 63": """\
x.yaml:1:15: CC101 a second ': ' in one line; put the whole value in quotes
    quote: he said: 63
                  ^""",
    "a: 1\nquote: 'never closed\nb: 2": """\
x.yaml:2:8: CC101 a quotation mark is opened and not closed; add the closing quotation mark
    quote: 'never closed
           ^""",
    "quote: 'don't'": """\
x.yaml:1:13: CC101 this does not fit the lines above; indent it like its neighbours; put a value with \
quotes in it in the other quotes
    quote: 'don't'
                ^""",
    "a:\n\tb: 1": """\
x.yaml:2:1: CC101 a tab; indent with spaces
     b: 1
    ^""",
    "a: @x": """\
x.yaml:1:4: CC101 a value cannot start with '@'; put the value in quotes
    a: @x
       ^""",
    "areas: [a,\n  b": """\
x.yaml:2:4: CC101 a list in [ ] is not closed; add the ']' or a ','
      b
       ^""",
    "a: &x 1": """\
x.yaml:1:4: CC101 the anchor '&x'; delete it, or put the value in quotes if it starts with '&'
    a: &x 1
       ^^^^""",
    "a: *x": """\
x.yaml:1:4: CC101 the alias '*x'; write the value out: claims files have no aliases
    a: *x
       ^^""",
    "a: !!int 3": """\
x.yaml:1:4: CC101 the tag '!!int'; delete it, or put the value in quotes if it starts with '!'
    a: !!int 3
       ^^^^^^^""",
    "since: 1\nkind: x\nsince: 2": """\
x.yaml:3:1: CC109 the key 'since' stands here twice, first in line 1; delete one of them
    since: 2
    ^^^^^""",
    "a: 1\n---\nb: 2": """\
x.yaml:2:1: CC101 a second document in one file; delete the line '---', or make it a file of its own
    ---
    ^^^""",
    "? [a]\n: b": """\
x.yaml:1:3: CC101 a key has to be one text; write it like 'key: value'
    ? [a]
      ^""",
    'a: "\\x1b[31m"': """\
x.yaml:1:4: CC101 a control character, written as an escape; delete it
    a: "\\x1b[31m"
       ^^^^^^^^^^""",
    "[" * 21: """\
x.yaml:1:21: CC101 nested deeper than 20 levels; a claims file needs five
    [[[[[[[[[[[[[[[[[[[[[
                        ^""",
}


@pytest.mark.parametrize(
    ("text", "expected"), FAULTS.items(), ids=[str(number) for number in range(len(FAULTS))]
)
def test_a_fault_is_told_in_an_editors_words(text: str, expected: str) -> None:
    assert fault(text) == expected


def test_faults_that_can_be_read_past_are_all_told() -> None:
    assert fault("a: &x 1\nb: *x\na: 2").count("x.yaml:") == 3


def test_the_parser_without_the_c_library_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_Loader", yaml.SafeLoader)
    for text, expected in FAULTS.items():
        if "control character" not in expected:
            # the two may put the mark of a broken line a little apart
            assert fault(text).split(": ", 1)[1].split("\n")[0] == expected.split(": ", 1)[1].split("\n")[0]
