"""Things: which nouns can mean the same thing.

"Incidents", "cases" and "offences" may all stand for "online child sex offences"; "robberies" may not.
To let more words stand for each other, add a row to :data:`SAME`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from attrs import frozen

from claimcheck.mentions.nouns import is_plural

#: Heads of noun phrases that can stand for each other.
SAME: Final = tuple(
    frozenset(row.split())
    for row in (
        "offence offense crime incident case report",
        "person resident inhabitant individual citizen adult",
        "pupil student child youngster",
        "worker employee job staff post",
        "patient admission case",
        "death fatality victim",
        "burglary break-in",
        "home house property dwelling",
        "car vehicle",
        "firm company business",
        "sale revenue turnover",
        "profit earning",
    )
)
#: Heads that can stand for any of the events below, which cannot stand for each other.
GENERAL: Final = frozenset("offence offense crime incident case".split())
EVENTS: Final = frozenset(
    "theft robbery burglary assault attack stabbing shooting rape murder homicide fraud scam arson fire crash"
    " collision accident break-in shoplifting vandalism harassment".split()
)
# Modifiers that say the same.
_MODIFIERS: Final = {
    "cyber": "online",
    "internet": "online",
    "digital": "online",
    "sexual": "sex",
    "grooming": "online",
    "childhood": "child",
    "children": "child",
}
# Words of a phrase that tell nothing apart.
_EMPTY: Final = frozenset(
    "and or of the a an against involving victim recorded reported related such all its their in".split()
)
_IRREGULAR: Final = {
    "people": "person",
    "police": "police",
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
}


@frozen
class Thing:
    """What a noun phrase says: the head noun, and what narrows it."""

    head: str
    modifiers: frozenset[str]


def singular(word: str) -> str:
    """One of them.

    >>> [singular(word) for word in ("offences", "burglaries", "people", "crashes")]
    ['offence', 'burglary', 'person', 'crash']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zes")) else word[:-1]


@lru_cache(maxsize=4096)
def thing_of(noun: str) -> Thing:
    """The head of a noun phrase and its modifiers.

    >>> thing_of("sex crimes against children").head
    'crime'
    """
    words = [word.strip("“”\"'.,") for word in noun.casefold().split()]
    plain = next((i for i, word in enumerate(words) if word in ("of", "against", "involving")), len(words))
    own = words[:plain] or words
    at = next((i for i in range(len(own) - 1, -1, -1) if is_plural(own[i])), len(own) - 1)
    head = singular(own[at]) if own else noun
    others = {singular(word) for i, word in enumerate(words) if i != at and word not in _EMPTY}
    return Thing(head, frozenset(_MODIFIERS.get(word, word) for word in others))


def same_head(one: str | None, other: str | None) -> bool:
    """True where the heads of two noun phrases can stand for each other, whatever narrows them.

    >>> same_head("sex crimes", "online offences")
    True
    """
    if one is None or other is None:
        return False
    heads = {thing_of(one).head, thing_of(other).head}
    is_one_of = bool(heads & GENERAL) and bool(heads & EVENTS)
    return len(heads) == 1 or is_one_of or any(heads <= row for row in SAME)


def same_thing(one: str | None, other: str | None) -> str | None:
    """Why two nouns can mean the same thing, or None when they cannot, or one is not known.

    >>> same_thing("incidents", "grooming and online offences")
    '“incidents” can mean “grooming and online offences”'
    >>> same_thing("robberies", "burglaries")
    """
    if one is None or other is None:
        return None
    if one.casefold() == other.casefold():
        return f"both are “{one}”"
    first, second = thing_of(one), thing_of(other)
    if not same_head(one, other):
        return None
    narrower, wider = sorted((first.modifiers, second.modifiers), key=len)
    if not narrower <= wider and not (narrower & wider):
        return None
    return f"“{one}” can mean “{other}”"
