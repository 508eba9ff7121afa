"""Which nouns can mean the same thing."""

import pytest

from claimcheck.reading.things import same_head, same_thing, singular, thing_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("incidents", "grooming and online offences"),
        ("cases", "incidents"),
        ("online child sex offences", "online sex crimes"),
        ("cyber crimes", "online offences"),
        ("Thefts", "thefts"),
        ("people", "residents"),
        ("pupils", "primary pupils"),
        ("offences", "sex offences"),
    ],
)
def test_nouns_that_can_mean_the_same(one: str, other: str) -> None:
    assert same_thing(one, other) is not None
    assert same_thing(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("robberies", "burglaries"),
        ("knife crimes", "online offences"),
        ("pupils", "teachers"),
        ("homes", "offences"),
        ("police officers", "police forces"),
        (None, "thefts"),
        ("thefts", None),
        (None, None),
    ],
)
def test_nouns_that_cannot(one: str | None, other: str | None) -> None:
    assert same_thing(one, other) is None


def test_heads_can_stand_for_each_other_whatever_narrows_them() -> None:
    assert same_head("knife crimes", "online offences")
    assert not same_head("knife crimes", "schools")
    assert not same_head(None, None)


@pytest.mark.parametrize(
    ("noun", "head", "modifiers"),
    [
        ("grooming and online offences", "offence", {"online"}),
        ("sex crimes against children", "crime", {"sex", "child"}),
        ("police forces", "force", {"police"}),
        ("turnout", "turnout", set()),
    ],
)
def test_a_noun_phrase_has_a_head_and_what_narrows_it(noun: str, head: str, modifiers: set[str]) -> None:
    assert (thing_of(noun).head, set(thing_of(noun).modifiers)) == (head, modifiers)


@pytest.mark.parametrize(
    ("plural", "one"),
    [("offences", "offence"), ("children", "child"), ("classes", "class"), ("boxes", "box"), ("gas", "gas")],
)
def test_one_of_them(plural: str, one: str) -> None:
    assert singular(plural) == one
