"""Nodes: YAML as text with positions.

Nothing is typed: ``2019/20``, ``18.0``, ``NO`` and ``12:30`` stay as written. Of YAML, only what a
declaration needs is taken: mappings, lists and scalars. Anchors, aliases, tags and several documents
in one file are refused, so a short file cannot stand for a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, cast

import yaml

from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.files.sources import Collector, Source, has_control, shortened

__all__ = ["DEEPEST", "MOST_NODES", "Entries", "Items", "Node", "Scalar", "parse_yaml"]

DEEPEST = 20
"""How deep mappings and lists may nest. A claims file needs five."""

MOST_NODES = 150_000
"""How many values a file may hold: some fifteen thousand claims."""

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Placed:
    """What stands at a place in a source."""

    source: Source
    line: int
    column: int
    width: int

    def put(self, source: Source, line: int, column: int, width: int) -> Self:
        """Say where it stands."""
        self.source, self.line, self.column, self.width = source, line, column, width
        return self

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(path=self.source.path, line=self.line, column=self.column)

    def fault(self, rule: str, message: str, advice: str | None = None) -> Fault:
        """A fault that points here."""
        return self.source.fault(
            rule, message, line=self.line, column=self.column, width=self.width, advice=advice
        )

    def blame(self, fault: Fault) -> Fault:
        """A fault found elsewhere about what stands here."""
        return self.fault(fault.rule, fault.message, fault.advice)


class Scalar(Placed, str):
    """One value, as written: ``is_plain`` when it stands there without quotation marks."""

    __slots__ = ("column", "is_plain", "line", "source", "width")

    is_plain: bool

    def __new__(cls, text: str = "", *, is_plain: bool = False) -> Self:
        scalar = super().__new__(cls, text)
        scalar.is_plain = is_plain
        return scalar


class Entries(Placed, dict[str, "Node"]):
    """A mapping. Its keys know where they stand."""

    __slots__ = ("column", "line", "source", "width")

    def pairs(self) -> Iterator[tuple[Scalar, Node]]:
        """Keys and values, the keys with their positions."""
        for key, value in self.items():
            yield cast("Scalar", key), value

    def key(self, name: str) -> Scalar:
        """The key of a name, with its position."""
        return next(key for key, _ in self.pairs() if key == name)


class Items(Placed, list["Node"]):
    """A list."""

    __slots__ = ("column", "line", "source", "width")


Node = Scalar | Entries | Items


def parse_yaml(source: Source, found: Collector) -> Node | None:
    """The node that a YAML text holds, or ``None`` when it holds nothing.

    Faults after which the rest can still be read are put into ``found``; any other is raised.

    >>> found = Collector()
    >>> node = parse_yaml(Source(path="x.yaml", text="since: 2018/19"), found)
    >>> node, node["since"].place.column
    ({'since': '2018/19'}, 8)
    """
    try:
        return _build(source, found)
    except yaml.MarkedYAMLError as error:
        raise AuthoringError([*found.faults, _syntax(source, error)]) from None
    except yaml.YAMLError as error:
        raise AuthoringError(
            [*found.faults, Fault(rule="CC101", message=f"not YAML: {error}", place=Place(path=source.path))]
        ) from None


def _build(source: Source, found: Collector) -> Node | None:
    """Nodes from the stream of events: a stack instead of recursion, so that depth cannot exhaust it."""
    root: Node | None = None
    open_nodes: list[Entries | Items] = []
    keys: list[Scalar | None] = []  # for each open node, the key that waits for its value
    documents = nodes = 0

    events: Iterator[Any] = yaml.parse(source.text, Loader=_Loader)
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind is yaml.AliasEvent:
            node: Node = _scalar(source, event, found)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            node = Entries() if kind is yaml.MappingStartEvent else Items()
            node.put(source, event.start_mark.line + 1, event.start_mark.column + 1, 1)
            _check_properties(node, event, found)
            if len(open_nodes) >= DEEPEST:
                raise node.fault("CC101", f"nested deeper than {DEEPEST} levels", "a claims file needs five")
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            open_nodes.pop()
            keys.pop()
            continue
        else:
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    mark = event.start_mark
                    raise source.fault(
                        "CC101",
                        "a second document in one file",
                        line=mark.line + 1,
                        column=mark.column + 1,
                        width=3,
                        advice="delete the line '---', or make it a file of its own",
                    )
            continue

        nodes += 1
        if nodes > MOST_NODES:
            raise node.fault("CC101", f"more than {MOST_NODES:,} values in one file", "split it into several")
        if not open_nodes:
            root = node
        elif isinstance(parent := open_nodes[-1], Items):
            parent.append(node)
        elif (key := keys[-1]) is None:
            if not isinstance(node, Scalar):
                raise node.fault("CC101", "a key has to be one text", "write it like 'key: value'")
            keys[-1] = node
        else:
            keys[-1] = None
            if key in parent:
                first = parent.key(key)
                found.add(
                    key.fault(
                        "CC109",
                        f"the key {shortened(key)} stands here twice, first in line {first.line}",
                        "delete one of them",
                    )
                )
            else:
                parent[key] = node
        if not isinstance(node, Scalar):
            open_nodes.append(node)
            keys.append(None)
    return root


def _scalar(source: Source, event: Any, found: Collector) -> Scalar:
    start, end = event.start_mark, event.end_mark
    value, style = ("", None) if isinstance(event, yaml.AliasEvent) else (event.value, event.style)
    if style in ("|", ">"):
        value = value.rstrip("\n")  # the line end that closes a block is not part of what it says
    scalar = Scalar(value, is_plain=not style)
    width = end.column - start.column if end.line == start.line else 1
    scalar.put(source, start.line + 1, start.column + 1, max(1, width))
    _check_properties(scalar, event, found)
    if has_control(scalar):
        found.add(scalar.fault("CC101", "a control character, written as an escape", "delete it"))
    return scalar


def _check_properties(node: Node, event: Any, found: Collector) -> None:
    if isinstance(event, yaml.AliasEvent):
        found.add(
            node.fault(
                "CC101",
                f"the alias {shortened(f'*{event.anchor}')}",
                "write the value out: claims files have no aliases",
            )
        )
    elif event.anchor is not None:
        found.add(
            node.fault(
                "CC101",
                f"the anchor {shortened('&' + event.anchor)}",
                "delete it, or put the value in quotes if it starts with '&'",
            )
        )
    elif event.tag is not None:
        found.add(
            node.fault(
                "CC101",
                f"the tag {shortened(event.tag.replace('tag:yaml.org,2002:', '!!'))}",
                "delete it, or put the value in quotes if it starts with '!'",
            )
        )


# What the parser says, in the words of somebody who edits the file. The C parser and the Python one differ.
_NEIGHBOURS = "indent it like its neighbours; put a value with quotes in it in the other quotes"
_PROBLEMS = (
    ("mapping values are not allowed", "a second ': ' in one line", "put the whole value in quotes"),
    (
        "could not find expected ':'",
        "neither 'key: value' nor a part of the line above",
        "add the ':' or indent it",
    ),
    ("did not find expected key", "this does not fit the lines above", _NEIGHBOURS),
    ("expected <block end>", "this does not fit the lines above", _NEIGHBOURS),
    (
        "did not find expected '-'",
        "this does not fit the list above",
        "start each item with '-', all in one column",
    ),
    ("expected ',' or ']'", "a list in [ ] is not closed", "add the ']' or a ','"),
    ("expected ',' or '}'", "a mapping in { } is not closed", "add the '}' or a ','"),
    (
        "unexpected end of stream",
        "a quotation mark is opened and not closed",
        "add the closing quotation mark",
    ),
    ("undefined tag handle", "a value that starts with '!'", "put the value in quotes"),
    (
        "sequence entries are not allowed",
        "a list cannot start here",
        "start it on the next line, or write [a, b]",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes",
        "use single quotes, or write two backslashes",
    ),
)


def _syntax(source: Source, error: yaml.MarkedYAMLError) -> Fault:
    problem = error.problem or str(error)
    mark = error.problem_mark or error.context_mark
    if "end of stream" in problem and error.context_mark is not None:
        mark = error.context_mark  # where the quotation was opened says more than where the file ends
    if mark is None:
        return Fault(rule="CC101", message=f"not YAML: {problem}", place=Place(path=source.path))
    # At the end of a file the mark is past its last line.
    line = min(mark.line + 1, len(source.lines))
    column = mark.column + 1 if line == mark.line + 1 else len(source.lines[line - 1]) + 1
    if "cannot start any token" in problem:
        character = source.lines[line - 1][column - 1 : column]
        if character == "\t":
            message, advice = "a tab", "indent with spaces"
        else:
            message, advice = f"a value cannot start with {character!r}", "put the value in quotes"
    else:
        message, advice = next(
            ((words, help_) for start, words, help_ in _PROBLEMS if start in problem),
            (f"not YAML: {problem}", "compare with the lines above"),
        )
    return source.fault("CC101", message, line=line, column=column, advice=advice)
