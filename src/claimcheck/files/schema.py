"""The published JSON Schema of claims files and of ``dossier.yaml``, made from the classes.

Editors check and complete YAML with it. They type what stands there, so ``2019`` reaches the schema
as a number and an empty value as null: wherever claimcheck reads text, the schema takes these too.
"""

from __future__ import annotations

import inspect
import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import attrs

from claimcheck import claims
from claimcheck.articles import Nesting
from claimcheck.claims import Claim
from claimcheck.errors import AuthoringError, Fault
from claimcheck.figures import Measure
from claimcheck.files.claims_file import LISTS, article_keys, is_own
from claimcheck.files.converting import Key, keys_of
from claimcheck.files.sources import suggestion
from claimcheck.periods import YearStart
from claimcheck.readings import HEDGES, LOOSE_CONVENTIONS

__all__ = ["SCHEMAS", "schema", "schema_text", "write_schemas"]

SCHEMAS = ("claims", "dossier")
"""The documents there are."""

Schema = dict[str, Any]

_TEXT: Schema = {"$ref": "#/$defs/text"}
_SCALAR = ["string", "number", "boolean"]
_PART: Schema = {"$ref": "#/$defs/part"}
_DEFS: Schema = {
    "text": {"description": "One text: whatever it looks like, it is read as written.", "type": _SCALAR},
    "part": {"description": "One text; left empty, the figure has none.", "type": [*_SCALAR, "null"]},
    "figure": {
        "description": "A figure by the parts in which it differs from the claim's own.",
        "type": "object",
        "properties": {"measure": _TEXT, "area": _PART, "period": _PART},
        "additionalProperties": False,
    },
    "reference": {
        "description": "A figure by the one period, measure or area in which it differs, or by several.",
        "anyOf": [_TEXT, {"$ref": "#/$defs/figure"}],
    },
}


def schema(document: str = "claims") -> Schema:
    """The JSON Schema (2020-12) of claims files, or of ``dossier.yaml`` with ``schema("dossier")``.

    >>> sorted(schema("dossier")["properties"])
    ['accept', 'hedges', 'measures', 'nesting']
    """
    if document not in SCHEMAS:
        raise AuthoringError(
            [
                Fault(
                    rule="CC102",
                    message=f"there is no schema {document!r}",
                    advice=suggestion(document, SCHEMAS) or "there is claims or dossier",
                )
            ]
        )
    body = _claims_document() if document == "claims" else _dossier_document()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}


def schema_text(document: str = "claims") -> str:
    """The schema as the text of its file."""
    return json.dumps(schema(document), indent=2, ensure_ascii=False) + "\n"


def _claims_document() -> Schema:
    kinds = {kind.kind: kind for kind in claims.KINDS}
    claim = {
        "type": "object",
        "required": ["quote", "kind"],
        "properties": {"kind": {"description": "What kind of statement it is.", "enum": list(kinds)}},
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in kinds
        ],
    }
    return {
        "title": "claimcheck claims file",
        "description": "One article and the numeric claims it makes.",
        **_object(
            {
                "article": {
                    "description": "Who published it, when, and where its text is.",
                    **_object(
                        {key.name: _value(key.type) for key in article_keys()}, _required(article_keys())
                    ),
                },
                "about": {
                    "description": "What every claim is about, unless it says otherwise.",
                    **_DEFS["figure"],
                },
                "claims": {
                    "description": "The claims, in any order.",
                    "type": "array",
                    "items": {"$ref": "#/$defs/claim"},
                },
            },
            ["article", "claims"],
        ),
        "$defs": {**_DEFS, "claim": claim, **{name: _kind(kind) for name, kind in kinds.items()}},
    }


def _kind(kind: type[Claim]) -> Schema:
    properties: Schema = {"kind": {"const": kind.kind}}
    required = ["kind"]
    extra: Schema = {}
    for key in keys_of(kind):
        if is_own(key):
            properties |= _DEFS["figure"]["properties"]
            if key.holds == "figures":
                properties |= {name: {"type": "array", "items": _TEXT} for name in LISTS}
                properties[key.name] = {"type": "array", "items": {"$ref": "#/$defs/reference"}}
                extra["oneOf"] = [{"required": [name]} for name in (*LISTS, key.name)]
            continue
        properties[key.name] = _held(key)
        if key.is_required:
            required.append(key.name)
    return {"description": _first_line(kind), **_object(properties, required), **extra}


def _held(key: Key) -> Schema:
    reference = {"$ref": "#/$defs/reference"}
    match key.holds:
        case "figure":
            return reference
        case "figures":
            return {"type": "array", "items": reference}
        case "day":
            return {
                "description": "A day, or a dated figure of figures.csv.",
                "anyOf": [_TEXT, {"$ref": "#/$defs/figure"}],
            }
        case "value":
            return _value(key.type)


def _dossier_document() -> Schema:
    measure = [key for key in keys_of(Measure) if key.name != "name"]
    nesting = [key for key in keys_of(Nesting) if key.name != "whole"]
    parts = {"type": "array", "items": _TEXT}
    properties = {
        "measures": {
            "description": _first_line(Measure),
            "type": "object",
            "additionalProperties": _object(
                {key.name: _value(key.type) for key in measure}, _required(measure)
            ),
        },
        "nesting": {
            "description": _first_line(Nesting),
            "type": "object",
            "additionalProperties": {
                "anyOf": [parts, _object({key.name: _value(key.type) for key in nesting}, _required(nesting))]
            },
        },
        "accept": {
            "description": "Loose readings that this desk takes as strict.",
            "type": "array",
            "items": {"enum": list(LOOSE_CONVENTIONS)},
        },
        "hedges": {
            "description": "Hedge words of this desk, and which of the known hedges each is.",
            "type": "object",
            "additionalProperties": {"enum": list(HEDGES)},
        },
    }
    return {
        "title": "claimcheck dossier.yaml",
        "description": "The measures, the nesting of areas and the house style of one dossier.",
        **_object(properties, ["measures"]),
        "$defs": {"text": _DEFS["text"]},
    }


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _required(keys: tuple[Key, ...] | list[Key]) -> list[str]:
    return [key.name for key in keys if key.is_required]


def _value(type_: Any) -> Schema:
    """What may be written for a value of a type."""
    if get_origin(type_) is Literal:
        return {"enum": list(get_args(type_))}
    if get_origin(type_) is tuple:
        return {"type": "array", "items": _value(get_args(type_)[0])}
    if alternatives := [each for each in get_args(type_) if each is not type(None)]:
        return (
            _value(alternatives[0])
            if len(alternatives) == 1
            else {"anyOf": [_value(each) for each in alternatives]}
        )
    if type_ is bool:
        return {"enum": [True, False, "true", "false", "yes", "no"]}
    if type_ in (str, date, YearStart):
        return _TEXT
    if attrs.has(type_):
        keys = keys_of(type_)
        return {
            "description": _first_line(type_),
            **_object({key.name: _value(key.type) for key in keys}, _required(keys)),
        }
    raise TypeError(f"files have no way to write a {type_}")


def _first_line(cls: type) -> str:
    return (inspect.getdoc(cls) or cls.__name__).split("\n", 1)[0]


def write_schemas(folder: str | os.PathLike[str]) -> None:
    """Write every document into a folder, as the repository holds them in docs/schema."""
    for name in SCHEMAS:
        (Path(folder) / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8")
