"""Areas: the places that words name, found by how they are said and not from a list of places.

"In Wiltshire", "across England and Wales", "by Hampshire Police", "nationwide".
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.words import MONTHS

# What leads to a place.
_LEADS: Final = frozenset("in across throughout within around at outside".split())
# "of" does so after one of these: the police forces of England and Wales.
_OF_LEADS: Final = frozenset(
    "forces parts areas part area regions people residents schools towns counties cities city county town"
    " region population rest most all whole half council councils hospitals pupils".split()
)
# Bodies that are named after the place they serve.
_BODIES: Final = frozenset("police council constabulary county".split())
# Words that go on with a name: Stoke on Trent, Isle of Wight.
_INNER: Final = frozenset("of on upon the le and under by".split())
# Areas in a plain word or two.
_PLAIN: Final = {
    "nationwide": "nationwide",
    "nationally": "nationwide",
    "worldwide": "worldwide",
    "globally": "worldwide",
    "statewide": "statewide",
}
_PLACES: Final = frozenset(
    "country region area county city town borough district village state world nation uk force".split()
)
# What may stand before a name: in neighbouring Surrey.
_NEAR: Final = frozenset(
    "neighbouring neighboring nearby north south east west northern southern eastern western central inner"
    " rural mainland all most parts".split()
)
# Capitals that name no place.
_NO_PLACES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter parliament i fiscal q".split()
) | frozenset(MONTHS)


@frozen(kw_only=True)
class Area:
    """The words of a place, from token ``first`` up to token ``last``."""

    first: int
    last: int
    name: str
    is_named: bool = True
    """False for words that point to a place: the region, nationwide."""


def areas(tokens: Tokens, first: int, last: int) -> list[Area]:
    """The areas that a sentence names, in order.

    >>> [area.name for area in areas(Tokens("In the West Midlands, as across England and Wales"), 0, 99)]
    ['West Midlands', 'England and Wales']
    """
    found: list[Area] = []
    i = first
    last = min(last, tokens.size)
    while i < last:
        if tokens.kinds[i] != "word":
            i += 1
            continue
        area = _area_at(tokens, i, last)
        if area is None:
            i += 1
        else:
            found.append(area)
            i = area.last
    return found


def _area_at(tokens: Tokens, i: int, end: int) -> Area | None:
    word = tokens.words[i]
    if word in _PLAIN:
        return Area(first=i, last=i + 1, name=_PLAIN[word], is_named=False)
    if word in _LEADS or (word == "of" and tokens.word_before(i) in _OF_LEADS):
        j = tokens.skip(i + 1)
        if tokens.words[j] == "the":
            k = tokens.skip(j + 1)
            if tokens.words[k] in _PLACES and not tokens.is_capital(k):
                return Area(first=j, last=k + 1, name=f"the {tokens.words[k]}", is_named=False)
            j = k
        elif tokens.words[j] in _NEAR and not tokens.is_capital(j):
            j = tokens.skip(j + 1)
        if tokens.words[j] in _PLACES and not tokens.is_capital(j):  # as headlines have it
            return Area(first=j, last=j + 1, name=f"the {tokens.words[j]}", is_named=False)
        return _name(tokens, j, end)
    if tokens.is_capital(i):
        return _name(tokens, i, end, is_body=True)
    return None


def _name(tokens: Tokens, i: int, end: int, *, is_body: bool = False) -> Area | None:
    """The name in capitals at token ``i``; with ``is_body`` only that of a force or council."""
    if i >= end or not tokens.is_capital(i) or tokens.words[i] in _NO_PLACES:
        return None
    j = last = i
    body = 0
    while j < end and tokens.kinds[j] == "word" and j < i + 16:
        if tokens.is_capital(j):
            if tokens.words[j] in _NO_PLACES:
                break
            if tokens.words[j] in _BODIES and j > i:
                body = j
                break
            last = j + 1
        elif tokens.words[j] not in _INNER or (tokens.words[j] == "the" and tokens.word_before(j) == "and"):
            break
        k = j + 1
        if tokens.words[k] == "-" and tokens.kinds[k + 1] == "word":
            j = k + 1
            continue
        if tokens.kinds[k] != "space":
            break
        j = k + 1
    if is_body:
        if not body:
            return None
        name = tokens.slice(i, body - 1)
        return Area(first=i, last=body + 1, name=" ".join(name.split()).removeprefix("The "))
    shown = " ".join(tokens.slice(i, body - 1 if body else last).split())
    return Area(first=i, last=body + 1 if body else last, name=shown)
