"""``dossier.yaml``: the measures, the nesting of areas, and the house style of a desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from claimcheck.articles import Nesting
from claimcheck.errors import AuthoringError, Fault, Place
from claimcheck.figures import Measure
from claimcheck.files.converting import Reader, read_class, read_entries, read_items, read_name, want_entries
from claimcheck.files.nodes import Entries, Items, Node, Scalar
from claimcheck.files.sources import Collector, shortened, suggestion
from claimcheck.numerals import find
from claimcheck.readings import HEDGES, LOOSE_CONVENTIONS, Conventions
from claimcheck.units import DEFINITIONS

__all__ = ["DossierHead", "read_dossier_file"]


@frozen(kw_only=True)
class DossierHead:
    """What ``dossier.yaml`` says. ``unreadable`` are measures whose own declaration is at fault."""

    measures: Mapping[str, Measure] = {}
    unreadable: Mapping[str, Place] = {}
    nesting: tuple[Nesting, ...] = ()
    conventions: Conventions = field(factory=Conventions)


def read_dossier_file(node: Entries, found: Collector) -> DossierHead:
    """Read it; what is at fault is left out and put into ``found``."""
    unreadable: dict[str, Place] = {}

    def measure(key: Scalar, value: Node) -> Measure:
        unreadable[str(key)] = key.place
        made = _measure(key, value)
        del unreadable[str(key)]
        return made

    def hedge(_: Scalar, value: Node) -> str:
        return read_choice(value, tuple(HEDGES), "hedge")

    readers: dict[str, Reader] = {
        "measures": lambda each: _read_named(each, measure, found, what="'measures'"),
        "nesting": lambda each: _read_named(each, _nesting, found, what="'nesting'"),
        "accept": lambda each: read_items(
            each, lambda item: read_choice(item, LOOSE_CONVENTIONS, "loose reading")
        ),
        "hedges": lambda each: _read_named(each, hedge, found, what="'hedges'"),
    }
    required = {"measures": "declare each measure there, with its unit"}
    values = read_entries(node, readers, found, what="dossier.yaml", required=required)
    return DossierHead(
        measures=values.get("measures", {}),
        unreadable=unreadable,
        nesting=tuple(values.get("nesting", {}).values()),
        conventions=Conventions(accept=frozenset(values.get("accept", ())), hedges=values.get("hedges", {})),
    )


def _read_named(
    node: Node, read: Callable[[Scalar, Node], Any], found: Collector, *, what: str
) -> dict[str, Any]:
    """A mapping whose keys are the author's own names."""
    values = {}
    for key, value in want_entries(node, what).pairs():
        try:
            values[read_name(key)] = read(key, value)
        except (Fault, AuthoringError) as error:
            found.add(error)
    return values


def _measure(key: Scalar, value: Node) -> Measure:
    entries = want_entries(value, f"the measure {shortened(key)}")
    measure: Measure = read_class(
        Measure, entries, what=f"the measure {shortened(key)}", given={"name": str(key)}
    )
    # Any other name is a counted thing, so a slip in the name of a measured unit would go unnoticed.
    folded = {name.casefold(): name for name in DEFINITIONS}
    printed = [numeral.unit for numeral in find(f"1 {measure.unit}") if numeral.text == f"1 {measure.unit}"]
    named = printed[0] if printed and printed[0] in DEFINITIONS else None
    plain = measure.unit.casefold()
    meant = named or folded.get(plain) or folded.get(plain.removesuffix("s"))
    if not any(character.isalpha() for character in measure.unit):
        raise _unit(entries).fault(
            "CC104", f"{measure.unit!r} is no unit", "name it in words, such as percent, GBP or offence"
        )
    if meant is not None and meant != measure.unit:
        raise _unit(entries).fault("CC102", f"{measure.unit!r} is no unit", f"did you mean {meant!r}?")
    return measure


def _unit(entries: Entries) -> Scalar:
    unit = entries["unit"]
    assert isinstance(unit, Scalar)
    return unit


def _nesting(key: Scalar, value: Node) -> Nesting:
    given: dict[str, Any] = {"whole": str(key), "place": key.place}
    if isinstance(value, Items):
        nesting = Nesting(**given, parts=read_items(value, read_name))
    else:
        nesting = read_class(Nesting, value, what=f"the nesting of {shortened(key)}", given=given)
    if nesting.whole in nesting.parts:
        raise key.fault("CC110", f"{shortened(key)} cannot be a part of itself", "take it out of the list")
    if len(set(nesting.parts)) < len(nesting.parts):
        twice = next(part for part in nesting.parts if nesting.parts.count(part) > 1)
        raise key.fault(
            "CC109",
            f"{shortened(twice)} is listed twice among the parts of {shortened(key)}",
            "delete one of them",
        )
    return nesting


def read_choice(node: Node, allowed: tuple[str, ...], what: str) -> str:
    """One of some names."""
    text = read_name(node)
    if text not in allowed:
        raise node.fault(
            "CC102",
            f"there is no {what} {shortened(text)}",
            suggestion(text, allowed) or f"there is {', '.join(allowed)}",
        )
    return text
