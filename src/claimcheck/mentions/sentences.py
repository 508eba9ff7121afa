"""Sentences: where they end in a text of tokens.

A full stop after an abbreviation ends none; a line that stands alone, such as a headline, is one.
"""

from __future__ import annotations

from typing import Final

from claimcheck.numerals.tokens import Tokens

# A full stop after one of these ends no sentence, or hardly ever.
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof rev hon st mt ft det sgt supt insp cllr no nos fig vs approx ca dept est inc ltd"
    " corp co plc bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gov sen"
    " rep gen col maj capt lt jr sr pct".split()
)
_ENDS: Final = frozenset((".", "!", "?"))
_CLOSING: Final = frozenset(('"', "'", ")", "]"))
# A line shorter than this, that the next one does not go on from, is a headline.
_HEADLINE: Final = 80
_FULL_LINE: Final = 120


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """The first token of each sentence and the one after its last.

    >>> tokens = Tokens("Mr. Hill counted 63. That is a drop of 18%.")
    >>> [tokens.slice(first, last) for first, last in sentences(tokens)]
    ['Mr. Hill counted 63.', 'That is a drop of 18%.']
    """
    found: list[tuple[int, int]] = []
    first, line_start = 0, 0
    for i in range(tokens.size):
        kind = tokens.kinds[i]
        if kind == "mark":
            if tokens.words[i][0] in _ENDS and (end := _end_after(tokens, i)):
                _add(found, tokens, first, end)
                first = end
        elif kind == "break":
            _add(found, tokens, first, i)
            first, line_start = i + 1, tokens.at[i + 1]
        elif kind == "space" and "\n" in tokens.slice(i, i + 1):
            if _ends_line(tokens, i, line_start):
                _add(found, tokens, first, i)
                first = i + 1
            line_start = tokens.at[i + 1]
    _add(found, tokens, first, tokens.size)
    return found


def _add(found: list[tuple[int, int]], tokens: Tokens, first: int, last: int) -> None:
    while first < last and tokens.kinds[first] in ("space", "break"):
        first += 1
    if first < last:
        found.append((first, last))


def _end_after(tokens: Tokens, i: int) -> int | None:
    """The token after the sentence that the mark at token ``i`` ends, if it ends one."""
    j = i + 1
    while tokens.words[j] in _CLOSING and j < i + 3:
        j += 1
    if tokens.kinds[j] not in ("space", "break", "end"):
        return None
    k = tokens.skip(j)
    if tokens.kinds[k] == "word" and not tokens.text[tokens.at[k]].isupper():
        return None
    before = tokens.words[i - 1]
    if tokens.words[i] == "." and tokens.kinds[i - 1] == "word":
        is_initial = len(before) == 1 and tokens.is_capital(i - 1) and before != "i"
        if before in _ABBREVIATIONS or (is_initial and tokens.words[i - 2] != "."):
            return None
        if is_initial:  # "U.S. sales" goes on, "in the U.S. The" does not
            return j if tokens.words[k] in ("the", "a", "in", "it", "that", "this") else None
    return j


def _ends_line(tokens: Tokens, i: int, line_start: int) -> bool:
    """True where a line's end is a sentence's: a headline, a paragraph; not text wrapped at 72 columns."""
    following = tokens.text[tokens.at[i + 1] : tokens.at[i + 1] + 1]
    if not following or following.islower() or following in ",;)":
        return False
    length = tokens.at[i] - line_start
    return length < _HEADLINE // 2 or length > _FULL_LINE or tokens.words[i - 1] in _CLOSING | _ENDS
