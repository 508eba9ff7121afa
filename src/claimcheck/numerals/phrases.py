"""Number phrases: amounts of money and measure, factors, shares and ranges, each read as one number.

:func:`phrase_at` tries the forms one after another. To read another form, write a rule for it and call it
there.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from claimcheck.numerals.amount import Amount, Style, Trap, named_place
from claimcheck.numerals.directions import COMPARATIVES, DIRECTION_WORDS
from claimcheck.numerals.hedges import hedge_before
from claimcheck.numerals.numbers import fraction_end, in_digits, in_round_words, in_words, number_at
from claimcheck.numerals.rates import rate_after
from claimcheck.numerals.tokens import DASHES, MINUS, Tokens
from claimcheck.numerals.traps import AGED, is_age, is_day_in_words, is_year_like, trap_at, trap_of
from claimcheck.numerals.units import (
    CODES,
    CURRENCIES,
    DOLLARS,
    FOLDED_SIGNS,
    FRACTION,
    PERCENT,
    PERCENTAGE_POINT,
    SIGNS,
    TIMES,
    TOUCHING_UNITS,
    metres_at,
    with_unit,
)
from claimcheck.numerals.words import (
    DIGIT_SCALES,
    FACTORS,
    FOLDS,
    HALF,
    LETTER_SCALES,
    ONES,
    PARTS,
    PARTS_PLURAL,
    SMALL,
    WORD_SCALES,
)

# What a phrase may start with, next to digits and ½.
_STARTS = frozenset(
    (
        "between",
        "minus",
        "a",
        "an",
        "half",
        *SMALL,
        *FACTORS,
        *FOLDS,
        *CODES,
        *DOLLARS,
        *SIGNS,
        *FOLDED_SIGNS,
        *MINUS,
        "+",
    )
)

# "one day" is some day: units with which "one" is still a pronoun.
_UNSURE_ONES = frozenset((None, "day", "second", "point"))
# "10 minus 3" and "plus or minus 3" say no number below zero.
_NO_MINUS_AFTER = frozenset(("plus", "or", "%", *SMALL))

# Factors that are also adjectives and nouns (a double room, halves of beer) need company ...
_SHY_FACTORS = frozenset("double treble triple quadruple doubles trebles triples halves twice".split())
# ... after them: "double the number"; "twice" needs one of the first row, for who was warned twice ...
_TWICE_FOLLOWS = frozenset("as the that those what its their his her our this average".split())
_FACTOR_FOLLOWS = _TWICE_FOLLOWS | frozenset(
    "these in from to since on over by last compared as between within during every again or and".split()
)
# ... or before them: "will double". After an article they are nouns: the treble.
_FACTOR_LEADS = frozenset("to will would could can may might should must than almost nearly about".split())

# A bare "half" or "a third" is of matches and of men, unless one of these follows or leads.
_PART_FOLLOWS = frozenset(
    "of the that those its their his her our all in more fewer less higher lower since on from over compared"
    " to were are have had said say are is was by rise increase drop fall decrease reduction cut as what"
    " lower bigger larger smaller greater per within last between and or who do did believe think".split()
)
_PART_LEADS = frozenset("by than to only just in up down fell rose cut dropped rise over under".split())
_NOT_PART_LEADS = frozenset(
    "first second other latter final this last each next opening closing better".split()
)
_NOT_HALF_FOLLOWS = frozenset("time year term an".split())

# With a space, others may be words beside an amount: US $84 billion.
_APART_DOLLARS = frozenset("us hk nz".split())
_SCALES_OF_MONEY = frozenset((*LETTER_SCALES, *DIGIT_SCALES))
_SIGNS = MINUS | {"+"}

# Odds: ten to one.
_NOT_ODDS_LEADS = frozenset("from by of reduced cut lost won".split())
# "Only one incident" counts, "only one of them" need not.
_COUNTING_LEADS = frozenset("only just".split())
_AFTER_PRONOUNS = frozenset(
    "of to in on at by for from with who whom which that has had is was will would can could may might and or"
    " but more other another thing way reason day year time the a an as if side hand".split()
)

# "From A to B" says two levels but after these: fines ranging from £20 to £80.
_RANGING = frozenset("range ranges ranged ranging vary varies varied varying".split())
_FROM_LEADS = frozenset("just only".split())
_NO_MEASURES = frozenset((PERCENT, PERCENTAGE_POINT, TIMES, FRACTION, *CURRENCIES))
# "Three or four" is a guess, "63 or 64" may be a choice.
_MOST_GUESSED = 12

# What stands between a verb of change and its number: rose by a further 14 to 77.
_CHANGE_LEADS = frozenset("by a another further just only".split())

# "three in 16" is no share: but for one in N, the B of "A in B" is one of these.
_SHARE_BASES = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100))


def phrase_at(tokens: Tokens, i: int) -> tuple[Amount | Trap | None, int]:
    """The number phrase or the trap that starts at token ``i``, if one does, and the token to go on from.

    >>> found, _ = phrase_at(Tokens("20 to 25 per cent"), 0)
    >>> found.value, found.upper, found.unit
    (Fraction(20, 1), Fraction(25, 1), 'percent')
    """
    kind, word = tokens.kinds[i], tokens.words[i]
    if word not in _STARTS and kind not in ("number", "vulgar"):
        return None, i + 1
    if word == "between":
        return _between(tokens, i)
    if kind == "number" and (end := fraction_end(tokens, i)):
        value = Fraction(int(word), int(tokens.words[end - 1]))
        style, place = Style.NAMED_FRACTION, named_place(value)
        return Amount(first=i, last=end, value=value, place=place, style=style, unit=FRACTION), end
    if kind == "word":
        is_tail = tokens.words[i - 1] == "'" and tokens.kinds[i - 2] == "word"  # the second half of "O'Ten"
        if is_tail or tokens.kinds[i - 1] == "number":
            return None, i + 1
        whole = _factor(tokens, i) or _part(tokens, i)
        if whole:
            return whole, whole.last
    amount = amount_at(tokens, i)
    if amount is None:
        trap = trap_at(tokens, i) if kind == "number" else None
        return trap, trap.last if trap else i + 1
    if amount.style is Style.NAMED_FRACTION:  # ¾, ¾ kg
        if amount.unit is None:
            return evolve(amount, unit=FRACTION), amount.last
        return evolve(amount, style=Style.DIGITS, place=amount.scale / 4), amount.last
    if is_day_in_words(tokens, amount):
        return _trap("date", amount), amount.last
    odds = _odds(tokens, amount)
    if odds:
        return odds, odds.last
    whole = _fold(tokens, amount) or _share(tokens, amount) or _to(tokens, amount)
    if whole:
        trap_kind = "age" if is_age(tokens, whole) else trap_of(tokens, evolve(amount, last=whole.last))
        return (_trap(trap_kind, whole) if trap_kind else whole), whole.last
    trap_kind = trap_of(tokens, amount) or ("pronoun" if _is_pronoun(tokens, amount) else None)
    if trap_kind:
        return _trap(trap_kind, amount), i + 1 if trap_kind == "pronoun" else amount.last
    return amount, amount.last


def _trap(kind: str, amount: Amount) -> Trap:
    return Trap(kind=kind, first=amount.first, last=amount.last, amount=amount)


# Amounts: £1.6 million, -3.5, 17%


def amount_at(tokens: Tokens, i: int) -> Amount | None:
    """A number with its sign, currency, scale and unit, starting at token ``i``.

    >>> amount_at(Tokens("-US$1.6bn"), 0).value
    Fraction(-1600000000, 1)
    """
    j = _past_sign(tokens, i)
    currency, k = _currency_at(tokens, j)
    if currency and j == i and tokens.words[k] in MINUS:  # £-5
        j, k = i + 1, k + 1
    is_negative = j > i and tokens.words[i] != "+"
    in_figures = tokens.kinds[k] in ("number", "vulgar")
    if in_figures:
        if currency is None and tokens.kinds[k] == "number" and trap_at(tokens, k) is not None:
            return None
    elif currency or tokens.words[i] in _SIGNS or (j > i and _part(tokens, k)):
        return None
    amount = number_at(tokens, k)
    if amount is None:
        return None
    if currency:
        amount = _with_letter_scale(tokens, evolve(amount, unit=currency))
    if in_figures and tokens.kinds[amount.last] == "word" and not _letters_fit(tokens, amount.last):
        return None
    amount = with_unit(tokens, amount)
    if amount.first == i:
        return amount
    return evolve(amount, first=i, value=-amount.value if is_negative else amount.value)


def _past_sign(tokens: Tokens, i: int) -> int:
    """The token after a sign at token ``i``, or ``i`` itself: -3, minus 3, minus-3, +3%."""
    if tokens.words[i] in _SIGNS:
        return i + 1 if tokens.opens(i) else i
    if tokens.words[i] != "minus" or not (tokens.kinds[i + 1] == "space" or tokens.words[i + 1] == "-"):
        return i
    lead = tokens.back(i)
    subtracts = tokens.kinds[lead] in ("number", "vulgar") or tokens.words[lead] in _NO_MINUS_AFTER
    return i if subtracts else i + 2


def _currency_at(tokens: Tokens, i: int) -> tuple[str | None, int]:
    """The currency at token ``i``, and the token where its number starts: £5, US$ 5, GBP 5."""
    word = tokens.words[i]
    if word in FOLDED_SIGNS and _is_folded_sign(tokens, i):
        return FOLDED_SIGNS[word], i + (2 if tokens.words[i + 1] == "=" else 1)
    if word == "$" and tokens.words[i + 1] in DOLLARS and tokens.kinds[i + 2] == "number":  # $US5
        return DOLLARS[tokens.words[i + 1]], i + 2
    if word in SIGNS:
        return SIGNS[word], tokens.skip(i + 1)
    if tokens.words[i + 1] == "$" and word in DOLLARS:
        return DOLLARS[word], tokens.skip(i + 2)
    if word in _APART_DOLLARS and tokens.words[i + 2] == "$" and tokens.is_capital(i):
        return DOLLARS[word], tokens.skip(i + 3)
    j = tokens.skip(i + 1)
    return (CODES[word], j) if word in CODES and tokens.kinds[j] == "number" else (None, i)


def _is_folded_sign(tokens: Tokens, i: int) -> bool:
    """True for PS2.7m and Y=590, as a pound and a yen are where text was folded to ASCII; PS5 is a name."""
    if tokens.words[i] == "y":
        return tokens.words[i + 1] == "=" and tokens.kinds[i + 2] == "number"
    if tokens.kinds[i + 1] != "number" or tokens.slice(i, i + 1) != "PS":
        return False
    return not tokens.words[i + 1].isdigit() or tokens.words[i + 2] in _SCALES_OF_MONEY


def _with_letter_scale(tokens: Tokens, amount: Amount) -> Amount:
    """£5 m is five million pounds; "5 m" alone may be metres."""
    j = tokens.skip(amount.last)
    word = tokens.words[j]
    if amount.scale != 1 or j == amount.last or word not in LETTER_SCALES or word == "b":
        return amount
    scale = Fraction(LETTER_SCALES[word])
    value, place = amount.value * scale, amount.place * scale
    return evolve(amount, last=j + 1, value=value, place=place, scale=scale, whole=False)


def _letters_fit(tokens: Tokens, i: int) -> bool:
    """Letters that touch the number before them are a unit or "-fold", not part of a name."""
    fits = tokens.words[i] in TOUCHING_UNITS or tokens.words[i] == "fold"
    return (fits and tokens.kinds[i + 1] != "number") or metres_at(tokens, i) is not None


def _is_pronoun(tokens: Tokens, amount: Amount) -> bool:
    """True for "one" where it need not count: one of the best, one day."""
    lone = tokens.shy and tokens.words[amount.first] == "one" and amount.value == 1 and amount.scale == 1
    if not lone or amount.unit not in _UNSURE_ONES:
        return False
    rate = rate_after(tokens, amount.last, amount)
    if rate and isinstance(rate[0], Fraction):  # one per 1,000 residents
        return False
    following = tokens.word_after(amount.last)
    counts = tokens.word_before(amount.first) in _COUNTING_LEADS and following != ""
    return not counts or following in _AFTER_PRONOUNS


# Factors and fractions in words


def _factor(tokens: Tokens, i: int) -> Amount | None:
    """A factor in one word: doubled, halved, twice, tenfold."""
    word = tokens.words[i]
    if word in FACTORS:
        if not _is_meant_as_factor(tokens, i):
            return None
        value, style = FACTORS[word], Style.VERB
    elif word in FOLDS:
        value, style = FOLDS[word], Style.FOLD
    else:
        return None
    place = Fraction(1) if value >= 1 else named_place(value)
    return Amount(first=i, last=i + 1, value=value, place=place, style=style, unit=TIMES)


def _is_meant_as_factor(tokens: Tokens, i: int) -> bool:
    """True for "will double" and "double the number", not for a double room or double-glazed."""
    following = tokens.words[i + 1]
    if following == "-" or tokens.words[i - 1] == "-":
        return False
    if not tokens.shy or tokens.words[i] not in _SHY_FACTORS:
        return True
    if tokens.words[i] == "twice":
        return tokens.word_after(i + 1) in _TWICE_FOLLOWS
    if tokens.word_before(i) in ("the", "a", "first"):
        return False
    if following != " ":
        return True
    return tokens.word_after(i + 1) in _FACTOR_FOLLOWS or tokens.word_before(i) in _FACTOR_LEADS


def _fold(tokens: Tokens, amount: Amount) -> Amount | None:
    """The amount when "-fold" follows it: four-fold, 4-fold, ten fold."""
    j = tokens.skip_joint(amount.last)
    if tokens.words[j] != "fold" or amount.unit is not None:
        return None
    return evolve(amount, last=j + 1, style=Style.FOLD, unit=TIMES, whole=False)


def _part(tokens: Tokens, i: int) -> Amount | None:
    """A fraction in words: half, a quarter, two thirds, three-quarters, a quarter of a million."""
    word = tokens.words[i]
    if word == "half":
        # Half-time is no half; half a million is a number in words.
        if tokens.words[i + 1] == "-" or in_words(tokens, i) is not None:
            return None
        value, last = HALF, i + 1
    else:
        top = 1 if word in ("a", "an") else ONES.get(word, 0)
        j = tokens.skip_joint(i + 1)
        bottom = (PARTS if top == 1 else PARTS_PLURAL).get(tokens.words[j], 0)
        last = j + 1
        if j == i + 1 or not 0 < top < bottom or _starts_compound(tokens, last):
            return None
        value = Fraction(top, bottom)
    scaled = _of_a_scale(tokens, i, last, value)
    if scaled:
        return scaled
    if tokens.shy and word in ("half", "a", "an") and not _is_meant_as_part(tokens, i, last):
        return None
    place = named_place(value)
    return Amount(first=i, last=last, value=value, place=place, style=Style.NAMED_FRACTION, unit=FRACTION)


def _starts_compound(tokens: Tokens, i: int) -> bool:
    """A third-rate performance."""
    return tokens.words[i] == "-" and tokens.kinds[i + 1] == "word"


def _of_a_scale(tokens: Tokens, first: int, i: int, value: Fraction) -> Amount | None:
    """A quarter of a million; "of" follows at token ``i``."""
    j = tokens.skip(i)
    if tokens.words[j] != "of":
        return None
    k = tokens.skip(j + 1)
    at = tokens.skip(k + 1)
    scale = WORD_SCALES.get(tokens.words[at], 0) if tokens.words[k] in ("a", "an") else 0
    return in_round_words(first, at + 1, value * scale, Fraction(scale, 10)) if scale >= 1000 else None


def _is_meant_as_part(tokens: Tokens, i: int, end: int) -> bool:
    """True for "half of them" and "by a third", not for "the first half" and "a third man"."""
    is_half, before, following = tokens.words[i] == "half", tokens.word_before(i), tokens.word_after(end)
    if before in _NOT_PART_LEADS or (is_half and (before == "the" or following in _NOT_HALF_FOLLOWS)):
        return False
    if before in _PART_LEADS or hedge_before(tokens, i) is not None:
        return True
    if is_half and following == "a":
        return False
    if (
        following in _PART_FOLLOWS
        or tokens.kinds[end] in ("end", "break")
        or tokens.words[end] in (".", ",", ";", ")", "+")
    ):
        return True
    return before == "of" and tokens.word_before(tokens.back(i)) in DIRECTION_WORDS  # a rise of a third


# Shares: one in five, nine out of 10


def _share(tokens: Tokens, amount: Amount) -> Amount | None:
    """The amount as the A of "A in B" or "A out of B"."""
    top = amount.value
    if not amount.is_bare or not amount.whole or top < 0:
        return None
    j = tokens.skip_joint(amount.last)
    if j == amount.last:
        return None
    is_out = tokens.words[j] == "out"
    if is_out:
        j = tokens.skip_joint(j + 1)
    if tokens.words[j] != ("of" if is_out else "in"):
        return None
    bottom = _share_base(tokens, j + 1, hyphens=tokens.words[amount.last] == "-")
    if bottom is None or bottom.value < top or (top == 0 and not is_out):
        return None
    if not is_out and (
        with_unit(tokens, bottom).unit is not None or (top > 1 and bottom.value not in _SHARE_BASES)
    ):
        return None
    if top == 1:
        place, style = 1 / (bottom.value - HALF) - 1 / (bottom.value + HALF), Style.ONE_IN
    else:
        place, style = 1 / bottom.value, Style.OUT_OF
    value = top / bottom.value
    return evolve(amount, last=bottom.last, value=value, place=place, style=style, whole=False, unit=FRACTION)


def _share_base(tokens: Tokens, i: int, *, hyphens: bool) -> Amount | None:
    """The B of a share, after "in" or "of" and perhaps "every": a whole number above one."""
    j = tokens.skip_joint(i)
    if tokens.words[j] == "every":
        j = tokens.skip_joint(j + 1)
    if j == i or tokens.words[j] == "-" or is_year_like(tokens, j):
        return None
    if tokens.kinds[j] == "number" and trap_at(tokens, j) is not None:
        return None
    base = number_at(tokens, j)
    if base is None or base.value.denominator != 1 or base.value <= 1:
        return None
    is_cut = tokens.kinds[base.last] == "word" or (tokens.words[base.last] == "-" and not hyphens)
    return None if is_cut else base


def _odds(tokens: Tokens, amount: Amount) -> Trap | None:
    """Ten to one it rains."""
    if not (amount.is_bare and amount.whole and amount.value > 1) or tokens.word_after(amount.last) != "to":
        return None
    lead = tokens.word_before(amount.first)
    if lead in _NOT_ODDS_LEADS or lead in DIRECTION_WORDS:
        return None
    one = amount_at(tokens, tokens.skip(tokens.skip(amount.last) + 1))
    if one is None or not one.is_bare or one.value != 1:
        return None
    return Trap(kind="score", first=amount.first, last=one.last)


# Ranges: between 20 and 25, 20-25%, 2 to 3 million


def _between(tokens: Tokens, i: int) -> tuple[Amount | Trap | None, int]:
    """The range "between A and B", and the token to go on from."""
    j = tokens.skip(i + 1)
    low = amount_at(tokens, j) if j > i + 1 else None
    k = tokens.skip(low.last) if low else i
    high = amount_at(tokens, tokens.skip(k + 1)) if tokens.words[k] == "and" else None
    if low is None or high is None:
        return None, i + 1
    whole = _range(tokens, i, low, high)
    if tokens.word_before(i) in AGED:
        return (_trap("age", whole) if whole else None), high.last
    return whole, whole.last if whole else i + 1


def _to(tokens: Tokens, low: Amount) -> Amount | None:
    """The amount as the A of "A to B" or "A-B"."""
    i = low.last
    j = tokens.skip(i)
    if tokens.words[i] in DASHES:
        high = _amount_after_dash(tokens, i + 1)
        return _range(tokens, low.first, low, high) if high else None
    if tokens.words[j] == "\u2013" and tokens.kinds[j + 1] == "space" and low.is_bare:
        # Spaced dashes set words apart, but in "25 \u2013 40 minutes".
        high = amount_at(tokens, j + 2)
        is_measure = high is not None and high.unit is not None and high.unit not in _NO_MEASURES
        return _range(tokens, low.first, low, high) if high is not None and is_measure else None
    if tokens.words[j] not in ("to", "or") or j == i:
        return None
    high = amount_at(tokens, tokens.skip(j + 1))
    if high is None:
        return None
    if tokens.words[j] == "or":  # three or four years
        is_guess = low.is_bare and low.whole and high.value == low.value + 1 <= _MOST_GUESSED
        return _range(tokens, low.first, low, high) if is_guess and low.style is high.style else None
    hedge = hedge_before(tokens, low.first)
    lead = tokens.word_before(hedge.first if hedge else low.first)
    if lead in _FROM_LEADS and tokens.word_before(tokens.back(low.first)) == "from":
        lead = "from"
    if lead == "from":
        verb = tokens.word_before(tokens.back(hedge.first if hedge else low.first))
        return _range(tokens, low.first, low, high) if verb in _RANGING else None
    # "rose 7% to 427" says a change and a level, so does "rose by 14 to 77"
    if lead in _CHANGE_LEADS:
        lead = _word_before_lead(tokens, low.first)
    if lead in DIRECTION_WORDS and lead not in COMPARATIVES and (low.unit is not None or high.unit is None):
        return None
    return _range(tokens, low.first, low, high)


def _word_before_lead(tokens: Tokens, i: int) -> str:
    """The word before "by", "by a further" and their like that end before token ``i``."""
    for _ in range(4):
        word = tokens.word_before(i)
        if word not in _CHANGE_LEADS:
            return word
        i = tokens.back(i)
    return ""


def _amount_after_dash(tokens: Tokens, i: int) -> Amount | None:
    """The B of a range, though a dash touches it, which makes a name of other digits."""
    if tokens.kinds[i] == "mark" or tokens.words[i] in SMALL:
        return amount_at(tokens, i)
    if tokens.kinds[i] != "number":
        return None
    amount = in_digits(tokens, i)
    if amount is None or (tokens.kinds[amount.last] == "word" and not _letters_fit(tokens, amount.last)):
        return None
    return with_unit(tokens, amount)


def _range(tokens: Tokens, first: int, low: Amount, high: Amount) -> Amount | None:
    """The range of two amounts: the second lends the first its scale and unit (2 to 3 million, 3-5p)."""
    if not {low.style, high.style} <= {Style.DIGITS, Style.WORDS}:
        return None
    if (
        low.unit != high.unit
        and low.unit is not None
        and (high.unit is not None or low.unit not in CURRENCIES)
    ):
        return None  # "7% to 63" is two numbers, "£20-25" is one
    factor = _lent_scale(low, high)
    value, place = low.value * factor, low.place * factor
    if value >= high.value:
        return None
    unit = high.unit or low.unit
    if unit is None and is_year_like(tokens, low.first) and is_year_like(tokens, high.first):
        return None
    return Amount(
        first=first,
        last=high.last,
        value=value,
        upper=high.value,
        place=min(place, high.place),
        style=Style.RANGE,
        whole=low.whole and high.whole and factor == 1 and high.scale == 1,
        unit=unit,
    )


def _lent_scale(low: Amount, high: Amount) -> Fraction:
    """What the low end of a range is to be multiplied by: a million in "2 to 3 million"."""
    if low.scale != 1 or low.value >= high.value / high.scale:
        return Fraction(1)
    if low.unit is not None and high.unit is not None:
        return high.scale if low.whole and low.value < 1000 <= high.scale else Fraction(1)
    return high.scale
