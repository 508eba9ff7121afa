"""The published JSON Schema."""
# ruff: noqa: E501 (the words of a fault stand in one piece)

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from claimcheck import claims
from claimcheck.claims import Claim
from claimcheck.errors import AuthoringError
from claimcheck.files import schema
from claimcheck.files.schema import SCHEMAS, schema_text, write_schemas

ROOT = Path(__file__).parents[2]


def errors(document: str, text: str, loader: Any = yaml.BaseLoader) -> list[str]:
    validator = Draft202012Validator(schema(document))
    return [error.message for error in validator.iter_errors(yaml.load(text, loader))]


@pytest.mark.parametrize("document", SCHEMAS)
def test_it_is_a_schema(document: str) -> None:
    Draft202012Validator.check_schema(schema(document))


@pytest.mark.parametrize("document", SCHEMAS)
def test_the_committed_schema_is_the_generated_one(document: str) -> None:
    committed = (ROOT / f"docs/schema/{document}.schema.json").read_text(encoding="utf-8")
    assert committed == schema_text(document), "run claimcheck.files.schema.write_schemas('docs/schema')"


def test_it_is_written_by_one_call(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"claims.schema.json", "dossier.schema.json"}


def test_there_is_no_other() -> None:
    with pytest.raises(AuthoringError) as caught:
        schema("claim")
    assert str(caught.value) == "CC102 there is no schema 'claim'; did you mean 'claims'?"


CORPUS = sorted((ROOT / "claims").rglob("*.yaml"))


@pytest.mark.parametrize("path", CORPUS, ids=[path.name for path in CORPUS])
def test_the_corpus_is_valid(path: Path) -> None:
    document = "claims" if path.name.endswith(".claims.yaml") else "dossier"
    assert errors(document, path.read_text(encoding="utf-8")) == []


def test_every_kind_is_described_in_its_own_words() -> None:
    for kind in claims.KINDS:
        assert schema()["$defs"][kind.kind]["description"] == (kind.__doc__ or "").split("\n")[0]


HEAD = "article: {publisher: X}\nabout: {measure: a, area: , period: 2019}\nclaims:\n"


def test_as_editors_type_it() -> None:
    text = (
        HEAD + "  - {quote: 5, kind: incidence, per: 1000, population: {measure: b, period: }, states: 5.0}\n"
    )
    assert errors("claims", text, yaml.SafeLoader) == []


MISTAKES = {
    "  - {quote: 5, kind: change, sinse: 2018}": "'since' is a required property",
    "  - {quote: 5, kind: change, since: 2018, until: 3}": (
        "Additional properties are not allowed ('until' was unexpected)"
    ),
    "  - {quote: 5, kind: count, since: 2018}": "Additional properties are not allowed ('since' was unexpected)",
    "  - {quote: 5, kind: cuont}": "'cuont' is not one of " + str([kind.kind for kind in claims.KINDS]),
    "  - {kind: count}": "'quote' is a required property",
    "  - {quote: 5}": "'kind' is a required property",
    "  - {quote: 5, kind: rate, per: dya}": "'dya' is not one of ['minute', 'hour', 'day', 'week', 'month', 'year']",
    "  - {quote: 5, kind: record, among: 2018}": "'2018' is not of type 'array'",
    "  - {quote: 5, kind: count, known_issue: {until: 3}}": "'reason' is a required property",
    "  - just words": "'just words' is not of type 'object'",
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.items(), ids=list(MISTAKES))
def test_a_common_mistake_is_refused(text: str, message: str) -> None:
    assert message in errors("claims", HEAD + text)


@pytest.mark.parametrize("keys", ["", ", areas: [A], periods: [B]", ", areas: A"])
def test_a_total_names_its_parts_once(keys: str) -> None:
    assert errors("claims", f"{HEAD}  - {{quote: 5, kind: total{keys}}}")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "measures: {a: x}",
        "measures: {a: {}}",
        "measures: {}\naccept: [x]",
        "measures: {}\nhedges: {a: x}",
    ],
)
def test_a_mistake_in_the_dossier_is_refused(text: str) -> None:
    assert errors("dossier", text)


def test_a_new_kind_appears_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    class Guess(Claim):
        """A guess."""

        kind = "guess"

    monkeypatch.setattr(claims, "KINDS", (*claims.KINDS, Guess))
    assert schema()["$defs"]["guess"]["description"] == "A guess."
    assert errors("claims", HEAD + "  - {quote: 5, kind: guess}") == []
