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
from claimcheck.numerals.numbers import decimal, fraction_end, spaced_end
from claimcheck.numerals.tokens import DASHES, Tokens
from claimcheck.numerals.units import CODES, TIME_UNITS, TOUCHING_UNITS, metres_at, unit_at
from claimcheck.numerals.words import DIGIT_SCALES, LETTER_SCALES, MONTHS, SMALL

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
# Metres of a race, not millions: the 100m final.
_RACES = frozenset(
    "final finals semi heat heats race sprint hurdles relay freestyle butterfly breaststroke backstroke"
    " medley title champion champions record dash".split()
)
# What prefixes make of the digits after their hyphen: under-18.
_AGE_PREFIXES = frozenset("under over".split())
_LOOSE_PREFIXES = frozenset("minus sub now then".split())  # minus-3, sub-3, the then-19-year-old
_DATE_PREFIXES = frozenset("mid early late pre post".split())  # the mid-1960s
# Letters of roads: A303, M4, B4040.
_ROADS = frozenset("abm")

# Dates and times
_DATE_IN_DIGITS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.(?:[0-9]{2}|[0-9]{4})")  # 31.03.2020
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
_LINKS = frozenset(("-", "\u2013", "\u2212", "/", ":", "--", "\u00d7"))
_SCORES = frozenset("won lost lose win beat beaten drew draw".split())
_EMERGENCY = frozenset("999 911 112 101 111 105".split())
_CALLS = frozenset("call calls calling called dial dialling ring ringing phone line phoning contact".split())

# Words before a number that make a place in a row of it: junction 15, page 63, Channel 4, No 10.
_ROAD_DESIGNATORS = frozenset("junction junctions route routes highway interstate".split())
_SECTIONS = frozenset(
    "page pages chapter chapters section sections article articles paragraph paragraphs clause clauses item"
    " schedule formula part line table tables figure question volume vol psalm psalms rule rules regulation"
    " regulations appendix annex note footnote".split()
)
_NAMED = frozenset(
    "no nos number channel radio level tier phase group type platform platforms gate flight room rooms"
    " episode series round stage band zone zones category top bottom apollo boeing airbus windows iphone ipad"
    " galaxy playstation xbox version bbc itv war step lot plot plots unit units ward wards floor sars point"
    " iso error ftse fortune nasdaq nikkei dax cac asx latitude longitude".split()
)
_DESIGNATORS = _ROAD_DESIGNATORS | _SECTIONS | _NAMED
# These do so with a capital only: Year 10, but "a year 10 people".
_CAPITAL_DESIGNATORS = frozenset(
    "Year Years Grade Grades Class Classes Day Week Weeks Game Act Big Key Form Gulf Tour Flat Box Terminal"
    " Bus Car Studio Suite Corinthians Thessalonians Timothy Genesis Exodus Isaiah Romans Hebrews"
    " Revelation".split()
)
# In the plural they need a list, for "in most wards 63 people" counts; but these are of numbers only.
_PLURAL_PAGES = frozenset("pages sections nos".split())
# These are verbs as well: they rule 12 councils. Words that lead to the noun:
_VERBS_TOO = frozenset(("rule", "note"))
_SECTION_LEADS = frozenset("under see in of by the with".split())
_SHORT_DESIGNATORS = frozenset("no nos p pp ch fig".split())  # p. 63
# A name goes on after its number: 1 Corinthians, the 737 Max.
_NAME_TAILS = frozenset("corinthians thessalonians timothy max dreamliner ultra pro".split())
# Names that start with digits and look like a quantity.
_NAMES_IN_DIGITS = frozenset(("3M",))
_NAME_VERBS = frozenset("said says has is was shares and will".split())
# What has a number of its own: "the case number is 1234567".
_NUMBERED = frozenset(
    "case charity account reference registration company phone telephone order policy licence serial sort"
    " invoice ticket crime mobile".split()
)
_WEAPONS = frozenset(
    "rifle rifles pistol pistols handgun gun revolver calibre caliber bullet bullets".split()
)
# How many numbers a list of places in a row is followed back: junctions 15, 16 and 17.
_MOST_LISTED = 3
_LAST_JOINTS = frozenset(("and", "or", "to", "&"))
_LIST_JOINTS = _LAST_JOINTS | {","}
# How many tokens around a name tell that its capitals are no headline's.
_TITLE_REACH = 10
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
_PERSON = frozenset(
    "victim child person pupil adult patient girl boy man woman resident driver player voter teenager"
    " youngster student worker customer suspect defendant officer passenger cyclist pedestrian motorist"
    " motorcyclist father mother son daughter brother sister husband wife nurse teacher doctor actor singer"
    " footballer midfielder striker".split()
)
_PERSONS = _PERSON | frozenset(
    "victims children people pupils anyone everyone someone those adults patients girls boys men women"
    " residents age aged ages drivers players voters teenagers youngsters kids minors anybody students users"
    " workers customers the all youths offenders".split()
)


# Digits that are no quantity


def trap_at(tokens: Tokens, i: int) -> Trap | None:
    """What the digits at token ``i`` are when they are no quantity; None when they may be one.

    >>> trap_at(Tokens("Covid-19 cases"), 2).kind, trap_at(Tokens("19 cases"), 0)
    ('name', None)
    """
    mark = _mark(tokens, i)
    if mark is not None:
        return mark
    chain = _chain(tokens, i)
    if chain is not None:
        return chain
    kind = _touched_name(tokens, i)
    if kind is not None:
        first = i - 2 if kind == "age" else i - 1 if tokens.kinds[i - 1] == "word" else i
        return Trap(kind=kind, first=first, last=i + 1)
    if tokens.kinds[i + 1] == "word" and (_is_named(tokens, i) or not _may_end(tokens, i + 1)):
        return Trap(kind=_ENDING_KINDS.get(tokens.words[i + 1], "name"), first=i, last=i + 2)
    for kind, rule in (
        ("date", _is_day),
        ("time", _is_time),
        ("date", _is_year),
        ("date", _is_date),
        ("phone", _is_dialled),
        ("name", _is_degree_of_arc),
        ("name", _is_calibre),
    ):
        if rule(tokens, i):
            return Trap(kind=kind, first=i, last=i + 1)
    return None


def _mark(tokens: Tokens, i: int) -> Trap | None:
    """The number of a paragraph, a note or a subsection: "1. Open", "2) Shut", (2), [3], 5(2).

    >>> _mark(Tokens("section 5(2)"), 4).kind, _mark(Tokens("Thefts (63) fell"), 3)
    ('section', None)
    """
    words, digits = tokens.words, tokens.words[i]
    before, after = words[i - 1], words[i + 1]
    if not digits.isdigit() or len(digits) > 3:
        return None
    if before == "[" and after == "]":
        return Trap(kind="section", first=i, last=i + 1)
    is_inside = before == "(" and after == ")"
    if is_inside and tokens.kinds[i - 2] == "number":
        return Trap(kind="section", first=i, last=i + 1)
    first = i - 1 if is_inside else i
    starts_line = tokens.kinds[first - 1] in ("end", "break") or (
        tokens.kinds[first - 1] == "space" and "\n" in tokens.slice(first - 1, first)
    )
    starts_words = tokens.kinds[i + 2] == "space" and tokens.is_capital(i + 3)
    if starts_line and after in (".", ")") and starts_words:
        return Trap(kind="section", first=i, last=i + 1)
    return None


def _is_named(tokens: Tokens, i: int) -> bool:
    """True for digits whose letters are a name or metres to run, not millions: 3M, the 100m final."""
    letters = tokens.slice(i + 1, i + 2)
    if letters == "m":
        return tokens.words[i].isdigit() and tokens.word_after(i + 2) in _RACES
    following = tokens.word_after(i + 2)
    is_free = following in _NAME_VERBS if following else True
    return tokens.slice(i, i + 2) in _NAMES_IN_DIGITS and is_free


def _is_date(tokens: Tokens, i: int) -> bool:
    """31.03.2020, 3.9.20."""
    match = _DATE_IN_DIGITS.fullmatch(tokens.words[i])
    return match is not None and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12


def _is_degree_of_arc(tokens: Tokens, i: int) -> bool:
    """The 51 and the 3 of 51\u00b0 3' N."""
    if tokens.words[i + 1] == "'":
        return tokens.words[tokens.back(i)] == "\u00b0"
    if tokens.words[i + 1] != "\u00b0":
        return False
    j = tokens.skip(i + 2)
    is_point = tokens.is_capital(j) and tokens.words[j] in ("n", "s", "e", "w")
    return is_point or (tokens.kinds[j] == "number" and tokens.words[j + 1] == "'")


def _is_calibre(tokens: Tokens, i: int) -> bool:
    """A .22 rifle."""
    return tokens.words[i][0] == "." and tokens.word_after(i + 1) in _WEAPONS


def _chain(tokens: Tokens, i: int) -> Trap | None:
    """Digits strung together as no quantity is: 0300 456 0108, 24/7, 2019-20, 3-1."""
    j, marks = i, []
    is_dialled = tokens.words[i - 1] == "+"
    while mark := _link(tokens, j, is_dialled=is_dialled):
        marks.append(mark)
        j += 2
    if not marks or spaced_end(tokens, i) == j + 1 or fraction_end(tokens, i):
        return None
    if len(marks) == 1 and marks[0] in DASHES and _is_age_group(tokens, i, j):
        return Trap(kind="age", first=i, last=j + 2)
    if marks == [" "] and not is_dialled and not _is_phone(tokens.words[i], tokens.words[j]):
        return None
    if len(marks) == 1 and marks[0] in DASHES and _is_range(tokens, i):
        return None
    return Trap(kind=_kind_of_chain(tokens, i, marks), first=i, last=j + 1)


def _is_age_group(tokens: Tokens, i: int, j: int) -> bool:
    """A rail pass for 16-25s: an "s" touches the second of two numbers as small as ages."""
    return tokens.words[j + 1] == "s" and max(len(tokens.words[i]), len(tokens.words[j])) <= 2


def _kind_of_chain(tokens: Tokens, i: int, marks: list[str]) -> str:
    """What digits with these marks between them are."""
    first, last = tokens.words[i], tokens.words[i + 2 * len(marks)]
    if tokens.words[i - 1] == "+":
        return "phone"
    if "\u00d7" in marks:  # 1.99\u00d710\u221230
        return "name"
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


def _link(tokens: Tokens, i: int, *, is_dialled: bool) -> str:
    """The mark or space by which the next digits hang on those at token ``i``, or ''."""
    first, mark, second = tokens.words[i : i + 3]
    if tokens.kinds[i + 2] != "number":
        return ""
    if mark != " ":
        return mark[0] if mark in _LINKS else ""
    is_year = is_year_like(tokens, i) and not is_dialled
    apart = tokens.slice(i + 1, i + 2) not in (" ", "\u00a0") or is_year
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
    if before in DASHES and tokens.kinds[i - 2] == "word":
        prefix = tokens.words[i - 2]
        is_year = prefix in _DATE_PREFIXES and is_year_like(tokens, i)
        if is_year or prefix in SMALL or prefix in _LOOSE_PREFIXES:
            return None
        return "age" if prefix in _AGE_PREFIXES else "name"
    if before == "+":
        return None if is_signed(tokens, i) else "phone"
    return "name" if before in _NAMING_SIGNS else None


def is_signed(tokens: Tokens, i: int) -> bool:
    """True for the digits of +18%; those of +44 may be a telephone's."""
    is_apart = tokens.words[i - 1] == "+" and tokens.opens(i - 1)
    return is_apart and unit_at(tokens, tokens.skip(i + 1)) is not None


def _may_end(tokens: Tokens, i: int) -> bool:
    """True for letters at token ``i`` that may touch the digits before them: 5kg, but not 3rd, 4x4, 5G."""
    fits = tokens.words[i] in _ENDINGS and (
        tokens.kinds[i + 1] != "number" or metres_at(tokens, i) is not None
    )
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
    if _is_hour(tokens, amount.last):
        return "time"
    if is_age(tokens, amount):
        return "age"
    if amount.is_bare and _is_house_number(tokens, amount):
        return "address"
    if amount.is_bare and _is_titled(tokens, amount):
        return "name"
    # two-tier, a 63-page report: the number is part of an adjective
    j = amount.last
    starts_compound = amount.unit is None and tokens.words[j] == "-" and tokens.kinds[j + 1] == "word"
    return "compound" if starts_compound and tokens.words[j + 1] not in ("odd", "plus") else None


def _designated(tokens: Tokens, amount: Amount) -> str | None:
    """Page 63, Year 10, p. 63, World War Two, junctions 15 and 16, mid-30."""
    i = amount.first
    listed = _first_listed(tokens, amount)
    lead, before = tokens.back(listed), tokens.word_before(listed)
    is_list = listed < i or _goes_on(tokens, amount) or amount.last > i + 1
    if is_list or not _is_plural_designator(before) or before in _PLURAL_PAGES:
        is_loose = amount.style is Style.WORDS and before in _LOOSE_DESIGNATORS
        is_verb = before in _VERBS_TOO and tokens.word_before(lead) not in _SECTION_LEADS
        if before in _DESIGNATORS and not is_loose and not (is_verb and not tokens.is_capital(lead)):
            return "road" if before in _ROAD_DESIGNATORS else "section" if before in _SECTIONS else "name"
        if tokens.is_capital(lead) and tokens.slice(lead, lead + 1) in _CAPITAL_DESIGNATORS:
            return "name"
    if tokens.words[lead] == "." and tokens.words[lead - 1] in _SHORT_DESIGNATORS:
        return "section"
    if tokens.words[lead] == "p" and tokens.words[lead - 1] == "&":  # the S&P 500
        return "name"
    following = tokens.skip(amount.last)
    is_tail = tokens.is_capital(following) and tokens.words[following] in _NAME_TAILS
    if is_tail or _is_said_of_a_number(tokens, lead):
        return "name"
    is_tail = tokens.words[i - 1] == "-" and tokens.kinds[i - 2] == "word"
    return "name" if is_tail and tokens.words[i - 2] not in _LOOSE_PREFIXES else None


def _first_listed(tokens: Tokens, amount: Amount) -> int:
    """The first number of a short list that an amount ends or goes on: the 15 of "15, 16 and 17"."""
    i = amount.first
    joints = _LIST_JOINTS if _goes_on(tokens, amount) else _LAST_JOINTS
    for _ in range(_MOST_LISTED):
        joint = tokens.back(i)
        number = tokens.back(joint)
        if tokens.words[joint] not in joints or tokens.kinds[number] != "number":
            break
        i, joints = number, _LIST_JOINTS
    return i if tokens.word_before(i).endswith("s") else amount.first


def _is_plural_designator(word: str) -> bool:
    """True for junctions and years, not for Windows and bus."""
    single = word.removesuffix("s")
    return single != word and (single in _DESIGNATORS or single.capitalize() in _CAPITAL_DESIGNATORS)


def _goes_on(tokens: Tokens, amount: Amount) -> bool:
    """True for the 15 of "15, 16 and 17"."""
    j = tokens.skip(amount.last)
    return tokens.words[j] in _LIST_JOINTS and tokens.kinds[tokens.skip(j + 1)] == "number"


def _is_said_of_a_number(tokens: Tokens, i: int) -> bool:
    """True for the "is" at token ``i`` of "the case number is"."""
    if tokens.words[i] not in ("is", "was", ":"):
        return False
    j = tokens.back(i)
    return tokens.words[j] in ("number", "no") and tokens.word_before(j) in _NUMBERED


def _is_titled(tokens: Tokens, amount: Amount) -> bool:
    """A number in words inside a name: Seven Bridges, the Famous Five; not in a headline of capitals."""
    i, j = amount.first, amount.last
    word = tokens.slice(i, i + 1)
    is_inside = tokens.kinds[i - 1] == "space" and tokens.kinds[i - 2] == "word"
    if not (is_inside and word[:1].isupper() and word[1:].islower()):
        return False
    lead, following = tokens.back(i), tokens.skip(j)
    opens = tokens.kinds[lead - 1] != "space" or tokens.kinds[lead - 2] not in ("word", "number")
    if not (tokens.is_capital(following) or (tokens.is_capital(lead) and not opens)):
        return False
    around = (*range(max(0, i - _TITLE_REACH), i), *range(j, min(tokens.size, j + _TITLE_REACH)))
    return any(
        tokens.kinds[k] == "word" and len(tokens.words[k]) >= 4 and not tokens.is_capital(k) for k in around
    )


def _is_hour(tokens: Tokens, i: int) -> bool:
    """True before "o'clock" at token ``i``."""
    return tokens.word_after(i) == "o" and tokens.words[tokens.skip(i) + 1] == "'"


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
    """True for an age: aged 16, 16 years old, children under 16, the driver, 25, was."""
    j = amount.last
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
    """Aged 16, aged under 16, aged between 16 and 24, children under 16, the age of 16."""
    hedge = hedge_before(tokens, amount.first)
    lead = tokens.word_before(amount.first)
    if lead in AGED or (hedge is not None and tokens.word_before(hedge.first) in AGED):
        return True
    second = tokens.words[tokens.back(tokens.back(amount.first))]
    if lead == "of":
        return second == "age" and amount.unit is None
    if lead not in _AGE_BOUNDS:
        return False
    if second in AGED:
        return True
    bounds_age = lead in ("under", "over") and amount.unit is None and amount.value <= 100
    return bounds_age and second in _PERSONS


def _is_apposed(tokens: Tokens, amount: Amount) -> bool:
    """Smith, 25, said; the driver, 25, was."""
    if not (amount.style is Style.DIGITS and amount.is_bare and amount.whole and 1 <= amount.value <= 110):
        return False
    lead = tokens.back(amount.first)
    if tokens.words[amount.last] != "," or tokens.words[lead] != ",":
        return False
    return tokens.is_capital(lead - 1) or tokens.words[lead - 1] in _PERSON
