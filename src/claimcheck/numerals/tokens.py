"""Tokens: a text cut once, from left to right, and what stands beside what in it.

Every rule of this package looks at tokens, and at a bounded number of them around the one in hand: so
the time taken grows in step with the text, whatever the text holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Generic, TypeVar

from claimcheck.numerals.words import VULGAR_FRACTIONS

_Value = TypeVar("_Value")

MINUS: Final = frozenset("-\u2212")
DASHES: Final = frozenset("-\u2013")

#: How far a rule may reach past either end of the text without asking where the text ends.
_PADDING: Final = 16

# Every replacement is one character for one, so that offsets stay those of the text as given.
_PLAIN = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-", "\u2044": "/"}
)
_VULGAR = "".join(VULGAR_FRACTIONS)
_TOKEN = re.compile(
    r"(?P<number>(?<![0-9.])[0-9]{1,3}(?:[\u2009\u202f\u00a0][0-9]{3})++(?![0-9])(?:\.[0-9]++)?"
    r"|[0-9]++(?:[.,][0-9]++)*+|(?<![\w.])\.[0-9]++)"
    rf"|(?P<vulgar>[{_VULGAR}])"
    rf"|(?P<word>[^\W\d_{_VULGAR}]++)"
    r"|(?P<space>\s++)"
    r"|(?P<mark>(?P<sign>[^\w\s])(?P=sign)*+|.)",
    re.DOTALL,
)


class Tokens:
    """A text in tokens.

    ``kinds[i]`` is "number" (10,058), "vulgar" (½), "word", "space", "break" (between paragraphs) or
    "mark"; before and after the text it is "end". ``words[i]`` is the token itself: a word in lower
    case, any space as one blank, nothing before and after the text.

    With ``shy``, words that often count nothing ("one", "half") are numbers only in company that leaves
    no doubt. ``house_hedges`` are hedge words on top of the usual ones.

    >>> tokens = Tokens("Up 17%")
    >>> tokens.kinds[: tokens.size], tokens.words[: tokens.size]
    (['word', 'space', 'number', 'mark'], ['up', ' ', '17', '%'])
    """

    __slots__ = ("at", "house_hedges", "kinds", "shy", "size", "text", "words")

    def __init__(self, text: str, *, shy: bool = True, hedges: Mapping[str, str] | None = None) -> None:
        self.text = text
        self.shy = shy
        self.house_hedges = tuple(hedges.items()) if hedges else ()
        kinds: list[str] = []
        words: list[str] = []
        at: list[int] = []
        for match in _TOKEN.finditer(text if text.isascii() else text.translate(_PLAIN)):
            kind, word = match.lastgroup or "mark", match.group()
            if kind == "word":
                word = word.lower()
            elif kind == "space" and word != " ":
                kind, word = "break" if word.count("\n") > 1 else "space", " "
            kinds.append(kind)
            words.append(word)
            at.append(match.start())
        self.size = len(kinds)
        # A negative index reads this padding, too.
        self.kinds = kinds + ["end"] * 2 * _PADDING
        self.words = words + [""] * 2 * _PADDING
        self.at = at + [len(text)] * (2 * _PADDING + 1)

    def slice(self, first: int, last: int) -> str:
        """The text as given from one token up to another."""
        return self.text[self.at[first] : self.at[last]]

    def is_capital(self, i: int) -> bool:
        """True for a word with a capital: Year, UK."""
        return self.kinds[i] == "word" and self.text[self.at[i]].isupper()

    def skip(self, i: int) -> int:
        """The token at ``i``, or the next one where that is a space."""
        return i + 1 if self.kinds[i] == "space" else i

    def skip_joint(self, i: int) -> int:
        """The token at ``i``, or the next one where that is a space or a hyphen: 10 years, 10-year."""
        return i + 1 if self.kinds[i] == "space" or self.words[i] == "-" else i

    def back(self, i: int) -> int:
        """The token before ``i``, or the one before that where a space stands between."""
        return i - 2 if self.kinds[i - 1] == "space" else i - 1

    def word_after(self, i: int) -> str:
        """The word at ``i`` or across a space, or ''."""
        j = i + 1 if self.kinds[i] == "space" else i
        return self.words[j] if self.kinds[j] == "word" else ""

    def word_before(self, i: int) -> str:
        """The word before ``i`` across a space, or ''."""
        return self.words[i - 2] if self.kinds[i - 1] == "space" and self.kinds[i - 2] == "word" else ""

    def opens(self, i: int) -> bool:
        """True where a phrase may open: at the start, after a space, a bracket or a quotation mark."""
        return self.kinds[i - 1] in ("space", "break", "end") or self.words[i - 1] in ("(", "[", '"', "'")


class Phrases(Generic[_Value]):
    """A table of phrases, to be found among tokens.

    >>> units = Phrases({"per cent": "percent", "per cent point": "percentage point"})
    >>> units.starting(Tokens("17 per cent points"), 2)
    ('percent', 5)
    """

    __slots__ = ("_entries", "_firsts", "_lasts", "_most")

    def __init__(self, entries: Mapping[str, _Value]) -> None:
        cut = [[match.group() for match in _TOKEN.finditer(phrase)] for phrase in entries]
        self._entries = dict(entries)
        self._most = max((len(words) for words in cut), default=0)
        self._firsts = frozenset(words[0] for words in cut if words)
        self._lasts = frozenset(words[-1] for words in cut if words)

    def starting(self, tokens: Tokens, i: int) -> tuple[_Value, int] | None:
        """The longest phrase that starts at token ``i``, and where it ends."""
        if tokens.words[i] not in self._firsts:
            return None
        words, best = "", None
        for j in range(i, min(i + self._most, tokens.size)):
            if tokens.kinds[j] == "break":
                break
            words += tokens.words[j]
            if words in self._entries and not (tokens.kinds[j] == "word" and tokens.kinds[j + 1] == "number"):
                best = (self._entries[words], j + 1)
        return best

    def ending(self, tokens: Tokens, end: int) -> tuple[_Value, int] | None:
        """The longest phrase that ends before token ``end``, and where it starts."""
        if tokens.words[end - 1] not in self._lasts:
            return None
        words, best = "", None
        for j in range(end - 1, max(-1, end - 1 - self._most), -1):
            if tokens.kinds[j] == "break":
                break
            words = tokens.words[j] + words
            if words in self._entries and _starts_apart(tokens, j):
                best = (self._entries[words], j)
        return best


def _starts_apart(tokens: Tokens, i: int) -> bool:
    """False for the tail of a compound ("made-over") and for a mark that touches a word ("c+")."""
    if tokens.kinds[i] == "word":
        return tokens.words[i - 1] not in ("-", "'")
    return tokens.kinds[i] != "mark" or tokens.kinds[i - 1] != "word" or tokens.words[i] in "<>~"
