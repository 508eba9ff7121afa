"""Phrases with numbers in them that claim nothing: road names, telephone numbers, ages, scores."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.quality.rows import Finder, Miss, Row, Score, around, shown, unwanted_row

LEAST = 150
"""How many phrases there should be."""


def score(phrases: Iterable[tuple[str, str]], find: Finder) -> Score:
    """Count the phrases, each with why it claims nothing, in which a claim is found."""
    misses = []
    total = 0
    for number, (phrase, why) in enumerate(phrases, 2):  # as an editor numbers the lines of the file
        total += 1
        claims = [mention for mention in find(phrase) if mention.is_claim]
        if claims:
            misses.append(
                Miss(
                    item=f"line {number}",
                    expected=why,
                    got=", ".join(shown(mention) for mention in claims),
                    around=around(phrase, claims[0].start, claims[0].end),
                )
            )
    return Score(hits=len(misses), total=total, misses=tuple(misses))


def rows(score: Score) -> list[Row]:
    """The rows of the traps: claims found in them, and whether there are enough of them."""
    return [
        unwanted_row("traps.claims", "traps with a claim found", score),
        Row(
            name="traps.phrases",
            what="traps in the list",
            figure=f"{score.total}",
            aim=f"min {LEAST}",
            is_met=score.total >= LEAST,
        ),
    ]
