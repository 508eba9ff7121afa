"""The material to measure on: what lies beside the repository, and the tables among the tests."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"
SEEDS = SHARED / "seeds"
TRAPS = ROOT / "tests" / "mentions" / "traps.csv"
VECTORS = ROOT / "tests" / "mentions" / "vectors.csv"

Record = dict[str, Any]


def records(name: str) -> list[Record] | None:
    """The records of a file in ../shared/data, or None where it is not present."""
    path = DATA / name
    if not path.is_file():
        return None
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    loaded: list[Record] = json.loads(text)
    return loaded


def seeds() -> dict[str, str]:
    """The texts of the five articles, by the number that their file names start with."""
    if not SEEDS.is_dir():
        return {}
    # read_bytes, for offsets count a carriage return as well
    return {path.name[:3]: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by their column names; none where there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
