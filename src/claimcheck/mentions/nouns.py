"""Nouns: what a number counts, in the words of the text.

There is no parser of English here: a noun phrase is the words up to one that cannot be part of it.
"""

from __future__ import annotations

from typing import Final

from claimcheck.numerals.directions import DIRECTION_WORDS
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.words import MONTHS

#: Words that no noun phrase goes on over: prepositions, verbs, conjunctions, pronouns.
BREAKS: Final = frozenset(
    "in on at to from by with for as than that which who whom whose when where while whereas although"
    " though because since before after during until till over under between through throughout across"
    " within without about into out off up down was were is are be been being am has have had do does did"
    " will would shall should can could may might must not no nor but or if so then there here this these"
    " those it its they them their he she his her we our you your i said says say saying told according"
    " compared against versus vs per each every a an last next previous yesterday today ago earlier later"
    " already also still just only even yet however meanwhile overall both either neither more fewer less"
    " most least many much came come comes went go goes made make makes took take takes gave give gives got"
    " get gets saw seen see found find became become rose fell grew hit towards toward for went".split()
)
# An -ed or -ing word ends a noun phrase when a plural stands before it: offences recorded, crimes involving.
_TAILS: Final = ("ed", "ing")
# Words in -s that are no plurals.
_NOT_PLURAL: Final = frozenset("across as is was has its this us plus bus gas less previous business".split())
_MOST_WORDS: Final = 6
# What may lead into a noun phrase: 41 of the pupils, 389 of all the offences.
_OF: Final = frozenset("the these those all its their his her our such".split())
# What a noun may have after it and still be one thing: crimes against children, cost of living.
_LINKS: Final = frozenset("of against involving".split())
_DETERMINERS: Final = frozenset("the a an its their his her our this these those all any some".split())


def is_plural(word: str) -> bool:
    """True for what is probably a plural.

    >>> is_plural("offences"), is_plural("across"), is_plural("people")
    (True, False, True)
    """
    if word in ("people", "children", "men", "women", "police", "staff", "feet"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL


def noun_after(tokens: Tokens, i: int, end: int) -> str | None:
    """The noun phrase that starts at token ``i`` or a space later, and ends before token ``end``.

    >>> noun_after(Tokens("63 grooming and online offences involving children"), 1, 99)
    'grooming and online offences involving children'
    """
    j = tokens.skip_joint(i)
    if tokens.words[j] == "of":
        j = tokens.skip(j + 1)
        while tokens.words[j] in _OF:
            j = tokens.skip(j + 1)
    elif tokens.words[j] in _DETERMINERS:
        return None
    last = _phrase_end(tokens, j, end)
    # "the 10,058 recorded" names nothing, and neither does "68 p"
    if (
        last == j
        or (last == j + 1 and len(tokens.words[j]) == 1)
        or (last == j + 1 and tokens.words[j].endswith("ed"))
    ):
        return None
    k = tokens.skip(last)
    if tokens.words[k] in _LINKS and k > last:  # crimes against children
        start = tokens.skip(k + 1)
        while tokens.words[start] in _OF:
            start = tokens.skip(start + 1)
        further = _phrase_end(tokens, start, end)
        if further > start and not tokens.is_capital(start):
            last = further
    return _named(tokens.slice(j, last))


def _phrase_end(tokens: Tokens, i: int, end: int) -> int:
    """The end of the plain noun phrase at token ``i``; ``i`` where there is none."""
    j, last, count, seen_plural = i, i, 0, False
    while j < end and count < _MOST_WORDS:
        word, kind = tokens.words[j], tokens.kinds[j]
        if word == "-":
            j += 1
            continue
        if kind != "word" or word in MONTHS:
            break
        if word == "and":
            # "grooming and online offences" is one phrase while no plural has closed it
            if seen_plural or last == i:
                break
        elif (
            word in BREAKS
            or word in _LINKS
            or (word in DIRECTION_WORDS and count)
            or (seen_plural and word.endswith((*_TAILS, "ly")))
            or (seen_plural and word != "online" and not is_plural(word))
        ):
            break
        else:
            last, count = j + 1, count + 1
            seen_plural = seen_plural or is_plural(word)
        j += 1
        if tokens.words[j] == "'" and tokens.words[j + 1] == "s":
            j += 2
        if tokens.words[j] == " ":
            j += 1
        elif tokens.words[j] != "-":
            break
    return last


_BE: Final = frozenset("is are was were".split())


def predicate_after(tokens: Tokens, i: int, end: int) -> str | None:
    """What a bare number is said to be after token ``i``: robberies, in "410 were robberies".

    >>> predicate_after(Tokens("410 were robberies"), 1, 99)
    'robberies'
    """
    j = tokens.skip(i)
    if tokens.words[j] not in _BE:
        return None
    noun = noun_after(tokens, j + 1, end)
    return noun if noun is not None and is_plural(noun.split()[-1].casefold()) else None


# What may stand between a subject and its verb.
_AUXILIARIES: Final = frozenset(
    "has have had been be is are was were more than almost nearly just also since then will would may could"
    " can even still sharply slightly steadily significantly by a an the went gone going goes come came moved"
    " shot crept edged".split()
)


_NUMBERS: Final = frozenset("number numbers total rate level".split())
# Nouns that point to what was said before and name nothing themselves.
_POINTERS: Final = frozenset(
    "number numbers figure figures total totals count level levels rate amount ones one rest p result".split()
)


def _named(words: str) -> str | None:
    """The words of a noun phrase, unless they name nothing."""
    noun = " ".join(words.split())
    return noun if len(noun) > 1 and noun.casefold() not in _POINTERS else None


def subject_before(tokens: Tokens, i: int, first: int) -> str | None:
    """The subject of the verb at token ``i`` in a sentence that starts at token ``first``.

    >>> subject_before(Tokens("the number of online crimes in the region has more than doubled"), 20, 0)
    'online crimes'
    """
    counted = counted_before(tokens, i, first)
    if counted is not None:
        return counted
    j = i - 1
    while j >= first and (tokens.words[j] in _AUXILIARIES or tokens.kinds[j] == "space"):
        j -= 1
    last = j + 1
    start, count = last, 0
    while j >= first and count < _MOST_WORDS:
        word, kind = tokens.words[j], tokens.kinds[j]
        if kind == "space" or word in ("-", "'"):
            j -= 1
            continue
        if kind != "word" or (word in BREAKS and word != "s") or word in _DETERMINERS or word == "and":
            break
        start, count = j, count + 1
        j -= 1
    return _named(tokens.slice(start, last))


def counted_before(tokens: Tokens, i: int, first: int) -> str | None:
    """What a sentence that starts at token ``first`` says that it gives the number of, before token ``i``.

    >>> counted_before(Tokens("The number of online crimes across Kent topped 10,000"), 16, 0)
    'online crimes'
    """
    for j in range(i - 1, max(first, i - 60) - 1, -1):
        if tokens.words[j] in _NUMBERS and tokens.word_after(j + 1) == "of":
            return noun_after(tokens, j + 3, i)
        if tokens.kinds[j] == "number" or tokens.words[j] in (";", "while", "whereas", "but"):
            return None
    return None
