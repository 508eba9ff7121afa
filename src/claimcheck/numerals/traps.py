"""Traps: what is printed in digits and counts nothing, and numbers that are names or ages.

:func:`trap_at` looks at digits before they are read: dates, years, times of day, telephone numbers, O2.
:func:`trap_of` looks at a number that was read: page 63, two-tier, aged 16.

Each says what the number is instead: one of date, period, time, age, ordinal, phone, score, road,
address, section, name, compound. To add a trap, add its words to the table of the rule that catches
it, or a rule to one of the two.
"""

from __future__ import annotations

import re

from claimcheck.numerals.amount import Amount, Style, Trap
from claimcheck.numerals.hedges import hedge_before
from claimcheck.numerals.numbers import decimal
from claimcheck.numerals.tokens import DASHES, Tokens
from claimcheck.numerals.units import CODES, TIME_UNITS, TOUCHING_UNITS, unit_at
from claimcheck.numerals.words import DIGIT_SCALES, LETTER_SCALES, SMALL

# Letters that may touch the end of digits: 5kg, 2mln, 3m, 4fold.
_ENDINGS = frozenset((*TOUCHING_UNITS, *DIGIT_SCALES, *LETTER_SCALES, "fold"))
# A sign that touches the front of digits and makes a name of them: #1, +44, 9:30, @5.
_NAMING_SIGNS = frozenset("/#_@+:\\=&.^*")
# What letters make of the digits that they touch: 3rd, the 1990s.
_ENDING_KINDS = {
    **dict.fromkeys(("st", "nd", "rd", "th"), "ordinal"),
    **dict.fromkeys(("am", "pm"), "time"),
    "s": "date",
}
# What prefixes make of the digits after their hyphen: under-18.
_AGE_PREFIXES = frozenset("under over".split())
# Letters of roads: A303, M4, B4040.
_ROADS = frozenset("abm")

# Dates and times
MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_CLOCK = frozenset("am pm gmt bst noon midnight".split())
# Their plural tells "in May 20 people" from 20 May.
_PLURAL_NOUNS = frozenset(
    "people children men women staff police pupils offences incidents crimes cases".split()
)
# A four-digit number after one of these is a year: in 2019.
_SURE_YEAR_LEADS = frozenset(
    "in since during until till by before after early late mid year season years spring summer autumn winter"
    " fall for ending ended through calendar fiscal financial".split()
)
# So it is after one of these, unless it is the only number that a text can hold.
_YEAR_LEADS = _SURE_YEAR_LEADS | frozenset("and or to the between from of".split())
_YEAR_PARTS = frozenset("end start beginning class half quarter summer".split())  # the end of 2019
# "More than 2000 homes" has a count, "in over 2000 was" a year.
_AFTER_YEARS = frozenset("was is has its as this".split())

# After a day that is written out: "ended March six to".
_AFTER_DAYS = frozenset("to from and was were is rose fell were the a at in with compared this last".split())

# Scores, telephone numbers, and other digits that hang together
_LINKS = frozenset(("-", "\u2013", "/", ":", "--"))
_SCORES = frozenset("won lost lose win beat beaten drew draw".split())
_EMERGENCY = frozenset("999 911 112 101 111 105".split())
_CALLS = frozenset("call calls calling called dial dialling ring ringing phone line phoning contact".split())

# Words before a number that make it a name or a place in a row: page 63, Channel 4, No 10.
_DESIGNATORS = frozenset(
    "no nos number page pages chapter section sections article channel radio level tier phase group type"
    " route junction platform gate flight room line part episode series round stage figure table question"
    " band zone category schedule top clause item paragraph formula apollo boeing airbus windows iphone"
    " version bbc itv war step lot plot unit ward floor sars highway interstate volume vol psalm"
    " point".split()
)
_ROAD_DESIGNATORS = frozenset("junction route highway interstate".split())
_SECTIONS = frozenset(
    "page pages chapter section sections article paragraph clause item schedule formula part line table"
    " figure question volume vol psalm".split()
)
# These do so with a capital only: Year 10, but "a year 10 people".
_CAPITAL_DESIGNATORS = frozenset("Year Grade Class Day Week Game Act Big Key Form Gulf Tour".split())
_SHORT_DESIGNATORS = frozenset("no nos p pp ch fig".split())  # p. 63
# The last word of a street's name.
_STREETS = frozenset(
    "street road lane avenue drive close crescent terrace square place way court gardens grove hill row walk"
    " mews parade boulevard".split()
)
# A number in words is no name after these: no two, at one point two.
_LOOSE_DESIGNATORS = frozenset(("no", "point"))

# Ages: aged 16, children under 16, ages 5 to 11.
AGED = frozenset("aged age ages".split())
_AGE_BOUNDS = frozenset("under over between from to and below above".split())
_PERSONS = frozenset(
    "victim victims child children people person pupil pupils anyone everyone someone those adult adults"
    " patient patients girl girls boy boys man men woman women resident residents age aged ages driver"
    " drivers player players voter voters teenager teenagers youngster youngsters kids minors anybody"
    " students student users workers customers the all youths offenders".split()
)


# Digits that are no quantity


def trap_at(tokens: Tokens, i: int) -> Trap | None:
    """What the digits at token ``i`` are when they are no quantity; None when they may be one.

    >>> trap_at(Tokens("Covid-19 cases"), 2).kind, trap_at(Tokens("19 cases"), 0)
    ('name', None)
    """
    chain = _chain(tokens, i)
    if chain is not None:
        return chain
    kind = _touched_name(tokens, i)
    if kind is not None:
        first = i - 2 if kind == "age" else i - 1 if tokens.kinds[i - 1] == "word" else i
        return Trap(kind=kind, first=first, last=i + 1)
    if tokens.kinds[i + 1] == "word" and not _may_end(tokens, i + 1):
        return Trap(kind=_ENDING_KINDS.get(tokens.words[i + 1], "name"), first=i, last=i + 2)
    for kind, rule in (("date", _is_day), ("time", _is_time), ("date", _is_year), ("phone", _is_dialled)):
        if rule(tokens, i):
            return Trap(kind=kind, first=i, last=i + 1)
    return None


def _chain(tokens: Tokens, i: int) -> Trap | None:
    """Digits strung together as no quantity is: 0300 456 0108, 24/7, 2019-20, 3-1."""
    j, marks = i, []
    while mark := _link(tokens, j):
        marks.append(mark)
        j += 2
    if not marks:
        return None
    if marks == [" "] and not _is_phone(tokens.words[i], tokens.words[j]):
        return None
    if len(marks) == 1 and marks[0] in DASHES and _is_range(tokens, i):
        return None
    return Trap(kind=_kind_of_chain(tokens, i, marks), first=i, last=j + 1)


def _kind_of_chain(tokens: Tokens, i: int, marks: list[str]) -> str:
    """What digits with these marks between them are."""
    first, last = tokens.words[i], tokens.words[i + 2 * len(marks)]
    if len(marks) == 1:
        if marks[0] == ":":
            return "time"
        if is_year_like(tokens, i) and len(last) in (2, 4):
            return "period"
        if marks[0] in DASHES and max(len(first), len(last)) <= 2:
            return "score"
    elif "/" in marks or (len(marks) == 2 and " " not in marks and max(len(first), len(last)) == 4):
        return "date"
    return "phone" if len(first) >= 3 or first[0] == "0" else "name"


def _link(tokens: Tokens, i: int) -> str:
    """The mark or space by which the next digits hang on those at token ``i``, or ''."""
    first, mark, second = tokens.words[i : i + 3]
    if tokens.kinds[i + 2] != "number":
        return ""
    if mark != " ":
        return mark[0] if mark in _LINKS else ""
    apart = tokens.slice(i + 1, i + 2) not in (" ", "\u00a0") or is_year_like(tokens, i)
    return mark if first.isdigit() and second.isdigit() and not apart else ""


def _is_phone(first: str, second: str) -> bool:
    """Two runs of digits: 01793 555123. "10 000" is as likely two numbers as one, and left alone."""
    return first[0] == "0" or len(second) == 3 or (len(first) >= 3 and len(second) > 3)


def _is_range(tokens: Tokens, i: int) -> bool:
    """Two numbers with a dash between them: 20-25, but not 2019-20, 3-1, or "won 1-3"."""
    first, second = tokens.words[i], tokens.words[i + 2]
    if is_year_like(tokens, i) and len(second) in (2, 4) and second.isdigit():
        return False
    if tokens.kinds[i - 1] == "word" or tokens.words[i - 1] in DASHES or first[0] == "0":
        return False
    low, high = decimal(first), decimal(second)
    is_rising = low is not None and high is not None and low[0] < high[0]
    return is_rising and tokens.word_before(i) not in _SCORES


def _touched_name(tokens: Tokens, i: int) -> str | None:
    """What the digits at token ``i`` are part of by what touches them: O2, A303, Covid-19, #1, under-18."""
    kind, before = tokens.kinds[i - 1], tokens.words[i - 1]
    if kind == "word":
        if before in CODES:
            return None
        return "road" if before in _ROADS and tokens.is_capital(i - 1) else "name"
    if before in DASHES and tokens.kinds[i - 2] == "word" and tokens.words[i - 2] not in SMALL:
        return "age" if tokens.words[i - 2] in _AGE_PREFIXES else "name"
    if before == "+":
        return "phone" if before in _NAMING_SIGNS else None
    return "name" if before in _NAMING_SIGNS else None


def _may_end(tokens: Tokens, i: int) -> bool:
    """True for letters at token ``i`` that may touch the digits before them: 5kg, but not 3rd, 4x4, 5G."""
    fits = tokens.words[i] in _ENDINGS and tokens.kinds[i + 1] != "number"
    return fits and tokens.slice(i, i + 1) != "G"


def _is_month(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] in MONTHS and tokens.is_capital(i)


def _is_day(tokens: Tokens, i: int) -> bool:
    """3 September, the 3 of March, September 3, Sept. 3."""
    digits = tokens.words[i]
    if not (digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31):
        return False
    j = tokens.skip(i + 1)
    if tokens.words[j] == "of":
        j = tokens.skip(j + 1)
    if _is_month(tokens, j):
        return True
    lead = tokens.back(i)
    if tokens.words[lead] == "." and tokens.kinds[lead - 1] == "word":
        lead -= 1
    if lead == i - 1 or not _is_month(tokens, lead):
        return False
    # "in May 20 people" and "in May 20 tonnes" count
    return unit_at(tokens, tokens.skip(i + 1)) is None and tokens.word_after(i + 1) not in _PLURAL_NOUNS


def _is_time(tokens: Tokens, i: int) -> bool:
    """9.30 am, 9 a.m., 9 o'clock, at 9.30."""
    words = tokens.words
    j = tokens.skip(i + 1)
    if words[j] in _CLOCK or (words[j] == "o" and words[j + 1] == "'"):
        return True
    if words[j] in ("a", "p") and words[j + 1] == "." and words[j + 2] == "m":
        return True
    if tokens.word_before(i) != "at" or not re.fullmatch(r"[0-9]{1,2}\.[0-5][0-9]", words[i]):
        return False
    return tokens.kinds[i + 1] != "word" and unit_at(tokens, j) is None and words[j] not in DIGIT_SCALES


def is_year_like(tokens: Tokens, i: int) -> bool:
    """True for the digits of a year: 2019, not 10,058."""
    digits = tokens.words[i]
    return (
        len(digits) == 4 and "1500" <= digits <= "2199" and digits.isdigit() and tokens.kinds[i] == "number"
    )


def _is_year(tokens: Tokens, i: int) -> bool:
    """Digits of a year are one unless something makes a quantity of them: 2000 homes, £2019."""
    if not is_year_like(tokens, i) or tokens.kinds[i + 1] in ("word", "vulgar"):
        return False
    words = tokens.words
    j, lead, before = tokens.skip(i + 1), tokens.back(i), tokens.word_before(i)
    if _is_month(tokens, lead) or (words[lead] in (",", ".") and _is_month(tokens, lead - 1)):
        return True
    unit = unit_at(tokens, j + 1 if words[j] == "-" else j)
    if unit and unit[0] != "second":
        return unit[0] in TIME_UNITS and before in _YEAR_LEADS  # in 2019 months of ...
    if words[j] in DIGIT_SCALES:
        return False
    if not tokens.shy:
        if before == "of":
            return words[tokens.back(lead)] in _YEAR_PARTS
        return before in _SURE_YEAR_LEADS
    if before not in _YEAR_LEADS:
        is_people = words[j] in _PLURAL_NOUNS
        is_noun = (
            tokens.kinds[j] == "word" and not tokens.is_capital(j) and (is_people or words[j].endswith("s"))
        )
        if is_noun and hedge_before(tokens, i) is not None:
            return words[j] in _AFTER_YEARS
        return not is_people
    return True


def _is_dialled(tokens: Tokens, i: int) -> bool:
    """An emergency number a few words after one that asks for a call: call the police on 101."""
    if tokens.words[i] not in _EMERGENCY:
        return False
    near = [tokens.words[j] for j in range(i - 1, max(-1, i - 14), -1) if tokens.kinds[j] == "word"]
    return near[:1] == ["on"] or not _CALLS.isdisjoint(near)


# Numbers that are names or ages


def trap_of(tokens: Tokens, amount: Amount) -> str | None:
    """What a number is when the words beside it make it a name, an age or the start of a compound.

    >>> from claimcheck.numerals.numbers import in_digits
    >>> [trap_of(tokens, in_digits(tokens, 2)) for tokens in (Tokens("page 63"), Tokens("just 63"))]
    ['section', None]
    """
    if amount.is_bare and (kind := _designated(tokens, amount)):
        return kind
    if is_age(tokens, amount):
        return "age"
    if amount.is_bare and _is_house_number(tokens, amount):
        return "address"
    # two-tier, a 63-page report: the number is part of an adjective
    j = amount.last
    starts_compound = amount.unit is None and tokens.words[j] == "-" and tokens.kinds[j + 1] == "word"
    return "compound" if starts_compound and tokens.words[j + 1] not in ("fold", "out", "in") else None


def _designated(tokens: Tokens, amount: Amount) -> str | None:
    """Page 63, Year 10, p. 63, World War Two, mid-30."""
    i, lead = amount.first, tokens.back(amount.first)
    before, in_words = tokens.word_before(i), amount.style is Style.WORDS
    if before in _DESIGNATORS and not (in_words and before in _LOOSE_DESIGNATORS):
        return "road" if before in _ROAD_DESIGNATORS else "section" if before in _SECTIONS else "name"
    if tokens.is_capital(lead) and tokens.slice(lead, lead + 1) in _CAPITAL_DESIGNATORS:
        return "name"
    if tokens.words[lead] == "." and tokens.words[lead - 1] in _SHORT_DESIGNATORS:
        return "section"
    return "name" if tokens.words[i - 1] == "-" and tokens.kinds[i - 2] == "word" else None


def _is_house_number(tokens: Tokens, amount: Amount) -> bool:
    """12 High Street: a small number, one to three words with capitals, and a kind of street."""
    if amount.style is not Style.DIGITS or not amount.whole or amount.value >= 10_000:
        return False
    j = tokens.skip(amount.last)
    for _ in range(4):
        if tokens.words[j] in _STREETS:
            return tokens.is_capital(j) and tokens.kinds[j - 2] == "word"
        if not tokens.is_capital(j):
            return False
        j = tokens.skip(j + 1)
    return False


def is_day_in_words(tokens: Tokens, amount: Amount) -> bool:
    """True for the six of "the month to March six": in "in March six people" it counts."""
    if amount.style is not Style.WORDS or not amount.is_bare or amount.value > 31:
        return False
    if not _is_month(tokens, tokens.back(amount.first)):
        return False
    following = tokens.word_after(amount.last)
    return not following or following in _AFTER_DAYS


def is_age(tokens: Tokens, amount: Amount) -> bool:
    """True for an age, and for the hour in words: aged 16, 16 years old, under-18, nine o'clock."""
    j = amount.last
    if tokens.word_after(j) == "o" and tokens.words[tokens.skip(j) + 1] == "'":
        return True
    if amount.unit in ("year", "month", "week", "day"):
        if _is_old(tokens, j):
            return True
    elif amount.unit is not None or not (
        amount.style is Style.WORDS or (amount.style is Style.DIGITS and amount.scale == 1)
    ):
        return False
    return _follows_aged(tokens, amount) or _is_apposed(tokens, amount)


def _is_old(tokens: Tokens, i: int) -> bool:
    """The years before token ``i`` are an age: 16 years old, 16-year-olds, nine months of age."""
    j = tokens.skip_joint(i)
    if j > i and tokens.words[j] in ("old", "olds"):
        return True
    return tokens.word_after(i) == "of" and tokens.word_after(tokens.skip(i) + 1) == "age"


def _follows_aged(tokens: Tokens, amount: Amount) -> bool:
    """Aged 16, aged under 16, aged between 16 and 24, children under 16."""
    lead = tokens.word_before(amount.first)
    if lead in AGED:
        return True
    if lead not in _AGE_BOUNDS:
        return False
    second = tokens.words[tokens.back(tokens.back(amount.first))]
    if second in AGED:
        return True
    bounds_age = lead in ("under", "over") and amount.unit is None and amount.value <= 100
    return bounds_age and second in _PERSONS


def _is_apposed(tokens: Tokens, amount: Amount) -> bool:
    """Smith, 25, said."""
    if not (amount.style is Style.DIGITS and amount.is_bare and amount.whole and 1 <= amount.value <= 110):
        return False
    lead = tokens.back(amount.first)
    return tokens.words[amount.last] == "," and tokens.words[lead] == "," and tokens.is_capital(lead - 1)
