"""Converting between nodes and objects, through one cattrs converter.

A key of a file is the name of an attribute: what a class declares is what its files may say. Figures
are the exception: which figure a name means depends on the dossier (see :mod:`claimcheck.files.names`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen
from cattrs import Converter

from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.figures import BaseFigure, Figure
from claimcheck.files.nodes import Entries, Items, Node, Scalar
from claimcheck.files.sources import Collector, meant, shortened, suggestion
from claimcheck.periods import Period, YearStart, parse_date

__all__ = [
    "Key",
    "Reader",
    "converter",
    "key_name",
    "keys_of",
    "read_class",
    "read_date",
    "read_entries",
    "read_items",
    "read_name",
    "read_text",
    "reader_of",
    "said",
    "want_entries",
]

Reader = Callable[[Node], object]
"""Makes a value of a node, or raises what is wrong with it."""

LONGEST_NAME = 200
"""How long a name, a date or a period may be, in characters: prose has no place there."""


@frozen(kw_only=True)
class Key:
    """A key of a file, and the attribute that it fills."""

    name: str
    attribute: str
    type: Any
    is_required: bool
    holds: Literal["figure", "figures", "day", "value"]
    """What is written there: a figure, several, a day that may be a base figure, or a plain value."""


def key_name(attribute: str) -> str:
    """The key of an attribute.

    >>> key_name("from_"), key_name("is_exhaustive")
    ('from', 'exhaustive')
    """
    return attribute.removeprefix("is_").rstrip("_")


def keys_of(cls: type) -> tuple[Key, ...]:
    """The keys that a class has in files, in the order in which it declares them.

    >>> from claimcheck.claims import KnownIssue
    >>> [(key.name, key.is_required) for key in keys_of(KnownIssue)]
    [('reason', True), ('until', False)]
    """
    return _keys_of(cls)


@lru_cache(maxsize=256)
def _keys_of(cls: Any) -> tuple[Key, ...]:
    types = get_type_hints(cls)
    return tuple(
        Key(
            name=key_name(attribute.name),
            attribute=attribute.name,
            type=types[attribute.name],
            is_required=attribute.default is attrs.NOTHING,
            holds=_holds(types[attribute.name]),
        )
        for attribute in attrs.fields(cls)
        # where something is written is not written there
        if attribute.init and not _mentions(types[attribute.name], Place)
    )


def _holds(type_: Any) -> Literal["figure", "figures", "day", "value"]:
    if _mentions(type_, Figure):
        return "figures" if _is_tuple(type_) else "figure"
    return "day" if _mentions(type_, BaseFigure) else "value"


def _mentions(type_: Any, cls: type) -> bool:
    return type_ is cls or any(_mentions(each, cls) for each in get_args(type_))


def _origin(type_: Any) -> Any:
    return get_origin(type_)


def _is_tuple(type_: Any) -> bool:
    return _origin(type_) is tuple or any(_is_tuple(each) for each in get_args(type_))


# Reading values


def read_text(node: Node) -> str:
    """One text, as written."""
    if not isinstance(node, Scalar):
        raise node.fault(
            "CC104", f"a {'list' if isinstance(node, Items) else 'mapping'} where one text belongs"
        )
    if not node.strip():
        raise node.fault("CC103", "nothing is written here", "fill it in, or leave the key out")
    if node.is_plain and node.casefold() in ("null", "~"):
        raise node.fault(
            "CC104", f"{str(node)!r} is no text", "leave the key out, or put it in quotes if it is a name"
        )
    return str(node)


def read_name(node: Node) -> str:
    """A short text."""
    text = read_text(node)
    if len(text) > LONGEST_NAME:
        raise node.fault("CC104", f"{len(text):,} characters where a few words belong")
    return text


def read_date(node: Node) -> date:
    """One day."""
    text = read_name(node)
    try:
        return parse_date(text)
    except Fault as fault:
        raise node.blame(fault) from None


def _read_year_start(node: Node) -> YearStart:
    text = read_name(node)
    try:
        return YearStart.parse(text)
    except Fault as fault:
        raise node.blame(fault) from None


def _read_bool(node: Node) -> bool:
    text = read_text(node).casefold()
    if text not in ("true", "false", "yes", "no"):
        raise node.fault("CC104", f"{shortened(text)} is neither true nor false", "write true or false")
    return text in ("true", "yes")


def read_items(node: Node, read: Reader) -> tuple[Any, ...]:
    """Every item of a list; the faults of all of them."""
    if not isinstance(node, Items):
        advice = f"write [{node}]" if isinstance(node, Scalar) and node and len(node) < 60 else None
        raise node.fault(
            "CC104",
            f"a {'mapping' if isinstance(node, Entries) else 'single text'} where a list belongs",
            advice,
        )
    found = Collector()
    values = []
    for item in node:
        try:
            values.append(read(item))
        except (Fault, AuthoringError) as error:
            found.add(error)
    found.settle()
    return tuple(values)


def want_entries(node: Node, what: str) -> Entries:
    """A mapping, or a fault that says what has to be one."""
    if isinstance(node, Entries):
        return node
    shown = "a list" if isinstance(node, Items) else shortened(node) if node else "nothing"
    raise node.fault("CC104", f"{what} is a mapping of 'key: value' lines, not {shown}")


def read_entries(
    node: Entries,
    readers: Mapping[str, Reader],
    found: Collector,
    *,
    what: str,
    required: Mapping[str, str] = MappingProxyType({}),
    elsewhere: Callable[[str], str | None] = lambda _: None,
) -> dict[str, Any]:
    """The value of every key that can be read; the faults of all others are put into ``found``.

    ``required`` are the keys that may not be missing, with advice on what to write there;
    ``elsewhere`` may say where a key that is unknown here belongs.
    """
    values = {}
    misspelt = set[str | None]()
    for key, value in node.pairs():
        read = readers.get(key)
        try:
            if read is None:
                misspelt.add(meant(key, readers))
                advice = elsewhere(key) or suggestion(key, readers) or f"its keys are {', '.join(readers)}"
                raise key.fault("CC102", f"{what} has no key {shortened(key)}", advice)
            values[str(key)] = read(value)
        except (Fault, AuthoringError) as error:
            found.add(error)
    for name, advice in required.items():
        # A key that is there but misspelt has been told of.
        if name not in node and name not in misspelt:
            found.add(node.fault("CC103", f"{what} needs {name!r}", advice))
    return values


def read_class(cls: type, node: Node, *, what: str, given: Mapping[str, Any] = MappingProxyType({})) -> Any:
    """An object of a class from the keys of a mapping; ``given`` are attributes not written there."""
    entries = want_entries(node, what)
    keys = [key for key in keys_of(cls) if key.attribute not in given]
    required = {key.name: f"add '{key.name}:'" for key in keys if key.is_required}
    found = Collector()
    values = read_entries(
        entries, {key.name: reader_of(key) for key in keys}, found, what=what, required=required
    )
    found.settle()
    try:
        return cls(**given, **{key.attribute: values[key.name] for key in keys if key.name in values})
    except Fault as fault:
        raise entries.blame(fault) from None


def reader_of(key: Key) -> Reader:
    """Makes the value of a key by the type that its attribute declares."""
    return _hook(key.type)


@lru_cache(maxsize=256)
def _hook(type_: Any) -> Reader:
    hook = converter().get_structure_hook(type_)
    return lambda node: hook(node, type_)


@lru_cache(maxsize=1)
def converter() -> Converter:
    """The one converter: nodes to values by the types that attributes declare, and back to plain text."""
    made = Converter()

    # Nodes to values.
    made.register_structure_hook(str, lambda node, _: read_text(node))
    made.register_structure_hook(bool, lambda node, _: _read_bool(node))
    made.register_structure_hook(date, lambda node, _: read_date(node))
    made.register_structure_hook(YearStart, lambda node, _: _read_year_start(node))

    @made.register_structure_hook_factory(lambda type_: _origin(type_) is Literal)
    def one_of(type_: Any) -> Callable[[Node, Any], str]:
        allowed = get_args(type_)

        def read(node: Node, _: Any) -> str:
            text = read_name(node)
            if text not in allowed:
                advice = suggestion(text, allowed)
                raise node.fault("CC102", f"{shortened(text)} is not one of {', '.join(allowed)}", advice)
            return text

        return read

    @made.register_structure_hook_factory(lambda type_: _origin(type_) is tuple)
    def items(type_: Any) -> Callable[[Node, Any], tuple[Any, ...]]:
        read = _hook(get_args(type_)[0])
        return lambda node, _: read_items(node, read)

    @made.register_structure_hook_factory(lambda type_: attrs.has(type_) and type_ is not YearStart)
    def whole_class(type_: type) -> Callable[[Node, Any], Any]:
        what = f"'{type_.__name__}'" if not type_.__doc__ else _words(type_)
        return lambda node, _: read_class(type_, node, what=what)

    # Values to plain text.
    made.register_unstructure_hook(date, lambda day: day.isoformat())
    made.register_unstructure_hook(YearStart, str)
    made.register_unstructure_hook(Period, str)
    made.register_unstructure_hook_factory(
        lambda type_: attrs.has(type_) and type_ not in (YearStart, Period), lambda _: _write_class
    )
    return made


def _words(cls: type) -> str:
    """A class's name as words.

    >>> from claimcheck.claims import KnownIssue
    >>> _words(KnownIssue)
    'a known issue'
    """
    words = "".join(f" {each.lower()}" if each.isupper() else each for each in cls.__name__).strip()
    return f"{'an' if words[0] in 'aeio' else 'a'} {words}"


def _write_class(value: Any) -> dict[str, Any]:
    """The keys of an object that say something; those left at their default are left out."""
    return {key.name: converter().unstructure(held) for key, held in said(value)}


def said(value: Any) -> Iterator[tuple[Key, Any]]:
    """The keys of an object, with their values, that say more than leaving them out would."""
    defaults = {attribute.name: attribute.default for attribute in attrs.fields(type(value))}
    for key in keys_of(type(value)):
        held, default = getattr(value, key.attribute), defaults[key.attribute]
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, which its stub calls a function
            default = default.factory(value) if default.takes_self else default.factory()
        if held != default:
            yield key, held
