"""Rates: the "a day", "each month" or "per 100,000" that a number is said of.

To read another span of time, add it to ``_SPANS``; another adverb, to ``_ADVERBS``.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.numerals.amount import Amount, Style
from claimcheck.numerals.numbers import number_at
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import FRACTION, PERCENT, PERCENTAGE_POINT, TIME_UNITS, TIMES
from claimcheck.numerals.words import LARGE_SCALES, SMALL

_SPANS = frozenset("minute hour day week month year".split())
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "hourly": "hour",
}
# A rate is not looked for past these: "63 while a day ...".
_STOPS = frozenset("while but than compared since before after because although whereas who if".split())
# "63 in a year" and "63 a year earlier" say when.
_WHEN_BEFORE = frozenset(
    "in within over for than of once twice about half nearly almost to from by after such quite what is"
    " was at during less under and or".split()
)
_WHEN_AFTER = frozenset("ago earlier before later after on old from to since previously and".split())

# How many words may stand between a number and its rate: "15 child sexual offences a day".
_MOST_WORDS = 12
_FEWER_WORDS = {
    **dict.fromkeys((PERCENT, PERCENTAGE_POINT, TIMES, FRACTION), 2),
    **dict.fromkeys(TIME_UNITS, 0),
}


def rate_after(tokens: Tokens, i: int, amount: Amount) -> tuple[str | Fraction, int] | None:
    """The rate that an amount is said of after token ``i``, and where to go on reading.

    >>> tokens = Tokens("32 arrests per 100,000 people")
    >>> rate_after(tokens, 1, number_at(tokens, 0))
    (Fraction(100000, 1), 7)
    """
    if amount.style in (Style.VERB, Style.FOLD):
        return None
    most = _FEWER_WORDS.get(amount.unit or "", _MOST_WORDS)
    j, passed = tokens.skip(i), [""]
    if tokens.words[j] == "-":
        j += 1
    while len(passed) <= most + 1:
        word = tokens.words[j]
        if word in ("'", '"', "-"):
            j = tokens.skip(j + 1)
            continue
        if tokens.kinds[j] != "word" or word in _STOPS:
            return None
        rate = _rate_at(tokens, j, passed)
        if rate:
            return rate[0], max(rate[1], i)
        if word == "per" or word in SMALL:
            return None
        passed.append(word)
        j = tokens.skip(j + 1)
    return None


def _rate_at(tokens: Tokens, i: int, passed: list[str]) -> tuple[str | Fraction, int] | None:
    """The rate that starts at token ``i``, where only a second number must not be read again."""
    word, previous, seen = tokens.words[i], passed[-1], len(passed) - 1
    if word in _ADVERBS:
        ends = tokens.kinds[tokens.skip(i + 1)] != "word"
        return (_ADVERBS[word], 0) if seen or ends else None  # "12 daily arrests"
    is_article = word in ("a", "an") and seen <= 4
    if word not in ("per", "each", "every") and not is_article:
        return None
    j = tokens.skip_joint(i + 1)
    following = tokens.words[j] if j > i + 1 else ""
    if following in _SPANS:
        says_when = previous in _WHEN_BEFORE or tokens.word_after(j + 1) in _WHEN_AFTER
        return None if is_article and says_when else (following, 0)
    if word not in ("per", "every") or seen > 3:
        return None
    base = number_at(tokens, j)
    if base is None and word == "per" and following in LARGE_SCALES:
        return Fraction(LARGE_SCALES[following]), j + 1
    if base is None or base.value <= 1:
        return None
    # "32 in every 1,000"; "one in every five" never comes here: it is one numeral
    return (base.value, base.last) if word == "per" or previous in ("in", "for", "of") else None
