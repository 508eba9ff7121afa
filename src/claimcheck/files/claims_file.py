"""Claims files: one article and its claims.

The kinds and their keys are those of :data:`claimcheck.claims.KINDS`: nothing here knows any kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Any, cast

from claimcheck import claims
from claimcheck.articles import Article
from claimcheck.claims import Claim
from claimcheck.errors import AuthoringError, Fault
from claimcheck.figures import Figure
from claimcheck.files.converting import (
    Key,
    Reader,
    keys_of,
    read_entries,
    read_items,
    read_name,
    reader_of,
    want_entries,
)
from claimcheck.files.names import PARTS, Names, Sketch
from claimcheck.files.nodes import Entries, Items, Node, Scalar
from claimcheck.files.sources import Collector, shortened, suggestion

__all__ = ["LISTS", "article_keys", "is_own", "mentioned_areas", "read_claims_file", "slug"]

LISTS = {"areas": "area", "measures": "measure", "periods": "period"}
"""The keys of a claim about several figures that list the one part in which they differ."""

TextReader = Callable[[Scalar | None], str | None]
"""Gives the text of an article: from the file that is named, or from the one beside its claims."""


def slug(text: str) -> str:
    """A name as an id.

    >>> slug("West Mercia 2020"), slug("Übersee")
    ('west-mercia-2020', 'ubersee')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "article"


def mentioned_areas(node: Node | None) -> Iterator[str]:
    """Every area that a claims file names by the key ``area`` or in a list of ``areas``."""
    if isinstance(node, Items):
        for item in node:
            yield from mentioned_areas(item)
    elif isinstance(node, Entries):
        for key, value in node.items():
            if key == "area" and isinstance(value, Scalar):
                yield str(value)
            elif key == "areas" and isinstance(value, Items):
                yield from (str(item) for item in value if isinstance(item, Scalar))
            else:
                yield from mentioned_areas(value)


def article_keys() -> tuple[Key, ...]:
    """What the head of a claims file may say about its article."""
    return tuple(key for key in keys_of(Article) if key.name not in ("claims", "id"))


def is_own(key: Key) -> bool:
    """True for the figures that a claim is about itself: they are named by its measure, area and period."""
    return key.attribute in ("figure", "parts") and key.holds in ("figure", "figures")


def read_claims_file(
    node: Entries, names: Names, found: Collector, *, article_id: str, text: TextReader
) -> Article:
    """Read it; what is at fault is left out and put into ``found``."""
    whole: dict[str, Reader] = dict.fromkeys(("article", "about", "claims"), lambda each: each)
    required = {
        "article": "say who published it: article: {publisher: ...}",
        "claims": "list the claims there",
    }
    values = read_entries(node, whole, found, what="a claims file", required=required)

    head: dict[str, Any] = {}
    if "article" in values:
        try:
            head = _read_head(values["article"], found, text)
        except (Fault, AuthoringError) as error:
            found.add(error)
    about = Entries()
    if "about" in values:
        try:
            about = want_entries(values["about"], "'about'")
            read_entries(about, dict.fromkeys(PARTS, lambda each: each), found, what="'about'")
            names.sketch(about)
        except (Fault, AuthoringError) as error:
            found.add(error)
    read = _read_claims(values["claims"], about, names, found) if "claims" in values else ()
    # An article at fault still has its claims verified; the fault tells about the head.
    return Article(**{"publisher": article_id, **head}, claims=read, id=article_id, place=node.place)


def _read_head(node: Node, found: Collector, text: TextReader) -> dict[str, Any]:
    entries = want_entries(node, "'article'")
    readers = {key.name: reader_of(key) for key in article_keys()}

    def read_text_file(each: Node) -> str | None:
        return text(cast("Scalar", each)) if read_name(each) else None

    readers["text"] = read_text_file
    required = {key.name: f"add '{key.name}:'" for key in article_keys() if key.is_required}
    head = read_entries(entries, readers, found, what="'article'", required=required)
    if "text" not in entries:
        try:
            head["text"] = text(None)
        except Fault as fault:
            found.add(fault)
    return {key.attribute: head[key.name] for key in article_keys() if key.name in head}


def _read_claims(node: Node, about: Entries, names: Names, found: Collector) -> tuple[Claim, ...]:
    if not isinstance(node, Items):
        raise_at = node.fault("CC104", "'claims' is a list", "start each claim with '- quote: ...'")
        found.add(raise_at)
        return ()
    by_id: dict[str, Claim] = {}
    for item in node:
        try:
            claim = _read_claim(item, about, names)
            if claim.id in by_id:
                assert isinstance(item, Entries)
                at = item.get("id", item["quote"])
                raise at.fault(
                    "CC109",
                    f"the id {claim.id!r} belongs to another claim already, at {by_id[claim.id].place}",
                    "give one of them an 'id:' of its own",
                )
            by_id[claim.id] = claim
        except (Fault, AuthoringError) as error:
            found.add(error)
    return tuple(by_id.values())


def _read_claim(node: Node, about: Entries, names: Names) -> Claim:
    entries = want_entries(node, "a claim")
    kind = _read_kind(entries)
    what = f"a claim of kind {kind.kind!r}"
    found = Collector()

    base: Sketch | None = None
    parts = {part: each[part] for part in PARTS for each in (about, entries) if part in each}
    try:
        base = names.sketch(parts)
    except (Fault, AuthoringError) as error:
        found.add(error)

    readers, required = _readers(kind, names, base)
    values = read_entries(
        entries, readers, found, what=what, required=required, elsewhere=partial(_other_kinds, kind=kind)
    )
    if base is not None:
        for key in (key for key in keys_of(kind) if is_own(key)):
            try:
                if key.holds == "figures":
                    values[key.name] = _own_figures(entries, values, what)
                elif key.is_required or base.measure is not None:
                    values[key.name] = base.figure(entries)
            except Fault as fault:
                found.add(fault)
    found.settle()
    try:
        claim: Claim = kind(
            **{key.attribute: values[key.name] for key in keys_of(kind) if key.name in values},
            place=entries["quote"].place,
        )
    except Fault as fault:
        raise entries.blame(fault) from None
    return claim


def _readers(
    kind: type[Claim], names: Names, base: Sketch | None
) -> tuple[dict[str, Reader], dict[str, str]]:
    """How to read each key of a kind, and which may not be missing."""
    readers: dict[str, Reader] = {"kind": lambda each: each}
    required: dict[str, str] = {}

    def figure(each: Node) -> Figure | None:
        # Where the claim's own figure is at fault, others cannot be named by what differs from it.
        return names.reference(each, base) if base is not None else None

    def figures(each: Node) -> tuple[Figure | None, ...]:
        return read_items(each, figure)

    def listed(part: str) -> Reader:
        return lambda each: names.listed(each, part, base) if base is not None else None

    for key in keys_of(kind):
        if is_own(key):
            readers |= dict.fromkeys(PARTS, lambda each: each)
            if key.holds == "figures":
                readers |= {name: listed(part) for name, part in LISTS.items()} | {key.name: figures}
            continue
        match key.holds:
            case "figure":
                readers[key.name], advice = (
                    figure,
                    "name the figure by what differs: a period, a measure or an area",
                )
            case "figures":
                readers[key.name], advice = figures, "list the figures by what differs: [2017/18, 2018/19]"
            case "day":
                readers[key.name], advice = names.day, "give a day, or the name of a dated figure"
            case "value":
                readers[key.name], advice = (
                    _read_id if key.name == "id" else reader_of(key),
                    f"add '{key.name}:'",
                )
        if key.is_required:
            required[key.name] = advice
    return readers, required


def _read_id(node: Node) -> str:
    text = read_name(node)
    if slug(text) != text:
        raise node.fault(
            "CC104",
            f"{shortened(text)} is no id",
            f"write it in lower-case letters, digits and hyphens: {slug(text)[:60]}",
        )
    return text


def _own_figures(entries: Entries, values: dict[str, Any], what: str) -> tuple[Figure, ...]:
    """The figures of a claim about several, from whichever list names them."""
    names = [*LISTS, "parts"]
    given = [name for name in names if name in entries]
    if not given:
        raise entries.fault(
            "CC103", f"{what} needs its parts", "list them with 'areas:', 'measures:' or 'periods:'"
        )
    if len(given) > 1:
        raise entries.key(given[1]).fault(
            "CC109",
            f"the parts are listed twice, as {given[0]!r} and as {given[1]!r}",
            "keep one; write parts: [{measure: ..., area: ..., period: ...}] where they differ in more",
        )
    (name,) = given
    if LISTS.get(name) in entries:
        part = LISTS[name]
        raise entries.key(part).fault("CC109", f"{part!r} and {name!r} in one claim", f"keep {name!r}")
    figures: tuple[Figure, ...] = values.get(name, ())
    return figures


def _read_kind(entries: Entries) -> type[Claim]:
    known = _kinds(claims.KINDS)
    if "kind" not in entries:
        raise entries.fault("CC103", "a claim needs 'kind'", f"add 'kind:', one of {', '.join(known)}")
    node = entries["kind"]
    name = read_name(node)
    if name not in known:
        raise node.fault(
            "CC102",
            f"there is no kind {shortened(name)}",
            suggestion(name, known) or f"there is {', '.join(known)}",
        )
    return known[name]


@lru_cache(maxsize=8)
def _kinds(kinds: tuple[type[Claim], ...]) -> dict[str, type[Claim]]:
    return {kind.kind: kind for kind in kinds}


def _other_kinds(name: str, *, kind: type[Claim]) -> str | None:
    """The kinds that have a key which this one does not."""
    others = [each.kind for each in claims.KINDS if name in key_names(each)]
    return (
        f"it belongs to a claim of kind {_listed(others)}" if others and name not in key_names(kind) else None
    )


def key_names(kind: type[Claim]) -> tuple[str, ...]:
    """Every key that a claim of a kind may have, ``kind`` itself left out."""
    names: list[str] = []
    for key in keys_of(kind):
        if is_own(key):
            names += [
                *PARTS,
                *(LISTS if key.holds == "figures" else ()),
                *(["parts"] if key.holds == "figures" else []),
            ]
        else:
            names.append(key.name)
    return tuple(names)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
