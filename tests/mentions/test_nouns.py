"""Nouns: what a number counts, and what a change is said of."""

from __future__ import annotations

import pytest

from claimcheck.mentions.nouns import is_plural, noun_after, predicate_after, subject_before
from claimcheck.numerals.tokens import Tokens


@pytest.mark.parametrize("word", ["offences", "people", "children", "staff", "feet", "buses"])
def test_plurals(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["offence", "was", "across", "less", "gas", "bus", "this", "glass"])
def test_what_is_no_plural(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("after", "noun"),
    [
        ("offences were recorded", "offences"),
        ("grooming and online offences", "grooming and online offences"),
        ("crimes against children in Kent", "crimes against children"),
        ("offences recorded by the force", "offences"),
        ("of the 63 pupils", None),
        ("of the pupils", "pupils"),
        ("people's homes", "people's homes"),
        ("knife-crime offences", "knife-crime offences"),
        ("in 2019", None),
        ("recorded last year", None),
        ("the day before", None),
        ("March was wet", None),
    ],
)
def test_the_noun_after_a_number(after: str, noun: str | None) -> None:
    tokens = Tokens(f"63 {after}")
    assert noun_after(tokens, 1, tokens.size) == noun


def test_a_noun_phrase_ends_where_it_is_told_to() -> None:
    tokens = Tokens("63 grooming and online offences")
    assert noun_after(tokens, 1, 3) == "grooming"


@pytest.mark.parametrize(
    ("after", "noun"), [("were robberies", "robberies"), ("were solved", None), ("robberies", None)]
)
def test_what_a_bare_number_is_said_to_be(after: str, noun: str | None) -> None:
    tokens = Tokens(f"410 {after}")
    assert predicate_after(tokens, 1, tokens.size) == noun


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Car thefts fell", "Car thefts"),
        ("In Kent the number of online crimes in the region has more than fell", "online crimes"),
        ("and thefts have also fell", "thefts"),
        ("it fell", None),
    ],
)
def test_the_subject_of_a_verb(text: str, subject: str | None) -> None:
    tokens = Tokens(text)
    assert subject_before(tokens, tokens.size - 1, 0) == subject
