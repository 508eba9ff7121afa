"""Times: the words that say when, as they stand in a text, and the period they mean.

To read another form, add its words to :data:`RELATIVE` (last year, the year before) or a rule to
:func:`time_at`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, Literal

from attrs import frozen

from claimcheck.errors import Fault
from claimcheck.numerals.amount import Trap
from claimcheck.numerals.tokens import DASHES, Phrases, Tokens
from claimcheck.numerals.traps import is_year_like
from claimcheck.numerals.words import MONTHS, SMALL, table
from claimcheck.periods import Period

Relation = Literal["last", "previous", "current", "same", "next", "span"]
"""How words of time lean on another period, or on the day of publication."""


@frozen(kw_only=True)
class Time:
    """Words that say when, from token ``first`` up to token ``last``.

    ``period`` is what they mean by themselves; where they lean on another period (the year before),
    ``relation`` says how, in steps of ``unit``.
    """

    first: int
    last: int
    is_date: bool = False
    period: Period | None = None
    relation: Relation | None = None
    unit: str = "year"


#: What the scan of a text left out as no quantity, by first token.
Traps = Mapping[int, Trap]

_UNITS: Final = ("year", "quarter", "month", "week", "season", "day")


def _of_each_unit(words: str) -> str:
    return ", ".join(words.replace("UNIT", unit) for unit in _UNITS)


#: Words that lean on another period; UNIT stands for a year, quarter, month, week, season or day.
RELATIVE: Final[dict[str, Relation]] = table(
    {
        _of_each_unit("last UNIT"): "last",
        _of_each_unit(
            "the previous UNIT, the UNIT before, the prior UNIT, the UNIT prior, the preceding UNIT"
            ", the UNIT earlier, a UNIT earlier, a UNIT before, a UNIT ago, the year-ago UNIT, year-ago UNIT"
            ", the year-earlier UNIT, the same UNIT last year, the same UNIT a year earlier"
            ", the same UNIT a year ago, the same UNIT the year before, the same UNIT of the previous year"
            ", previous UNIT, prior UNIT, the UNIT-ago period"
        )
        + """, the same period last year, the same period a year earlier, the same period a year ago
        the same time last year, the comparable period, the corresponding period, the year-ago period
        year-ago period, the same period the year before, the same period of the previous year
        the 12 months before, the previous 12 months, the previous period, the preceding 12 months
        12 months earlier, twelve months earlier, 12 months ago, a previous year, one year earlier
        the comparable period last year, the corresponding period last year, the same period of last year
        a year-earlier, yesterday""": "previous",
        _of_each_unit(
            "this UNIT, throughout the UNIT, during the UNIT, over the UNIT, the current UNIT"
            ", so far this UNIT"
        )
        + ", year to date, the year to date": "current",
        _of_each_unit("the same UNIT, during the same UNIT, in the same UNIT")
        + ", during the same period, in the same period, over the same period, for the same period": "same",
        _of_each_unit("next UNIT, the following UNIT, the next UNIT"): "next",
        _of_each_unit("in a UNIT, within a UNIT, in just a UNIT, in one UNIT, in a single UNIT"): "span",
    }
)
_RELATIVE = Phrases(RELATIVE)

_ORDINAL_PARTS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2}
_ENDING: Final = frozenset("to ending ended through".split())
#: Words that point to an earlier time, which a change is measured from: since, before, a year ago.
BACKWARD: Final = frozenset(("last", "previous"))


def time_at(tokens: Tokens, i: int, traps: Traps) -> Time | None:
    """The words of time that start at token ``i``; ``traps`` are what the scan left out, by first token.

    >>> time_at(Tokens("year to March 2020"), 0, {}).period == Period.parse("2019/20")
    True
    """
    kind, word = tokens.kinds[i], tokens.words[i]
    if kind not in ("word", "number") or (kind == "word" and word not in _STARTS):
        return None
    relative = _RELATIVE.starting(tokens, i)
    if relative is not None:
        relation, last = relative
        unit = next((unit for unit in _UNITS if unit in tokens.words[i:last]), "year")
        return Time(first=i, last=last, relation=relation, unit=unit)
    if kind == "number":
        return _in_digits(tokens, i, traps)
    rule = _RULES.get(word)
    return rule(tokens, i, traps) if rule else None


def _in_digits(tokens: Tokens, i: int, traps: Traps) -> Time | None:
    """2019, 2019/20, 2019 to 2020, 3 September 2020, 3rd Sep, 12 months to June 2021, 2020-09-03."""
    trap = traps.get(i)
    if trap is None:
        j = tokens.skip(i + 1)
        return (
            _run(tokens, i, traps, int(tokens.words[i]))
            if tokens.words[j] == "months" and tokens.words[i].isdigit()
            else None
        )
    if trap.kind in ("period", "date") and trap.last > i + 1 and tokens.words[i + 1] != "s":
        return _parsed(tokens, i, trap.last, is_date=trap.kind == "date")
    if is_year_like(tokens, i) and trap.kind == "date" and trap.last == i + 1:
        return _years(tokens, i)
    if trap.kind not in ("date", "ordinal") or trap.last > i + 2:
        return None
    j = tokens.skip(trap.last)
    if tokens.words[j] == "of":
        j = tokens.skip(j + 1)
    return _month_and_year(tokens, i, j) if tokens.words[j] in MONTHS and tokens.is_capital(j) else None


def _years(tokens: Tokens, i: int) -> Time:
    """2019, or 2019 to 2020."""
    j = tokens.skip(i + 1)
    if tokens.words[j] in ("to", "and") or tokens.words[j] in DASHES:
        k = tokens.skip(j + 1)
        is_next = is_year_like(tokens, k) and int(tokens.words[k]) == int(tokens.words[i]) + 1
        if is_next and (tokens.words[j] != "and") and tokens.word_before(i) != "from":
            return _parsed(tokens, i, k + 1) or Time(first=i, last=i + 1, is_date=True)
    return _parsed(tokens, i, i + 1, is_date=True) or Time(first=i, last=i + 1, is_date=True)


def _parsed(tokens: Tokens, first: int, last: int, *, is_date: bool = False) -> Time | None:
    text = tokens.slice(first, last)
    try:
        period = Period.parse(text)
    except Fault:
        return Time(first=first, last=last, is_date=is_date)
    return Time(first=first, last=last, is_date=is_date, period=period)


def _month(tokens: Tokens, i: int, traps: Traps) -> Time | None:
    """April 2016, April 3, 2016, Sept. 3."""
    if not tokens.is_capital(i) or (tokens.words[i] in ("may", "march") and tokens.kinds[i + 1] != "space"):
        return None
    j = i + 2 if tokens.words[i + 1] == "." else i + 1
    j = tokens.skip(j)
    if tokens.words[j] in SMALL and SMALL[tokens.words[j]] <= 31 and j in traps:
        return Time(first=i, last=j + 1, is_date=True)
    is_day = tokens.words[j].isdigit() and len(tokens.words[j]) <= 2 and j in traps  # "in May 20 people"
    if is_day and tokens.words[j + 1] in ("st", "nd", "rd", "th"):
        j += 1
    if not is_day:
        return _month_and_year(tokens, i, i)
    k = tokens.skip(j + 2) if tokens.words[j + 1] == "," else tokens.skip(j + 1)
    if is_year_like(tokens, k):
        return _parsed(tokens, i, k + 1, is_date=True)
    return Time(first=i, last=j + 1, is_date=True)


def _month_and_year(tokens: Tokens, first: int, month: int) -> Time | None:
    """The month at token ``month`` with its year, if one follows."""
    j = month + 2 if tokens.words[month + 1] == "." else month + 1
    k = tokens.skip(j)
    if tokens.words[k] in (",", "of"):
        k = tokens.skip(k + 1)
    if is_year_like(tokens, k):
        return _parsed(tokens, first, k + 1, is_date=True)
    is_verb_too = tokens.words[month] in ("may", "march")
    if first == month and is_verb_too and tokens.word_before(month) not in _IN_MONTH:
        return None
    return Time(first=first, last=month + 1, is_date=True)


_IN_MONTH: Final = frozenset("in during since until by last this of to from for and".split())


def _the(tokens: Tokens, i: int, traps: Traps) -> Time | None:
    """The second quarter of 2019, the year to March, the 12 months to June 2021."""
    j = tokens.skip(i + 1)
    if tokens.words[j].isdigit() and tokens.word_after(j + 1) == "months":
        return _run(tokens, i, traps, int(tokens.words[j])) if len(tokens.words[j]) <= 3 else None
    rule = _RULES.get(tokens.words[j])
    time = rule(tokens, j, traps) if rule and j > i + 1 and rule is not _the else None
    return None if time is None or time.is_date else Time(first=i, last=time.last, period=time.period)


def _part_of_year(tokens: Tokens, i: int, traps: Traps) -> Time | None:  # noqa: ARG001
    """Second quarter of 2019, first half of 2020."""
    j = tokens.skip_joint(i + 1)
    part, number = tokens.words[j], _ORDINAL_PARTS[tokens.words[i]]
    if part not in ("quarter", "half") or (part == "half" and number > 2):
        return None
    k = tokens.skip(j + 1)
    if tokens.words[k] in ("of", "in"):
        k = tokens.skip(k + 1)
    if not is_year_like(tokens, k):
        return Time(first=i, last=j + 1) if part == "quarter" else None
    period = Period.parse(f"{'Q' if part == 'quarter' else 'H'}{number} {tokens.words[k]}")
    return Time(first=i, last=k + 1, period=period)


def _coded(tokens: Tokens, i: int, traps: Traps) -> Time | None:  # noqa: ARG001
    """Q2 2020, H1 2020."""
    most = 4 if tokens.words[i] == "q" else 2
    part, j = tokens.words[i + 1], tokens.skip(i + 2)
    if not (tokens.is_capital(i) and part.isdigit() and len(part) == 1 and is_year_like(tokens, j)):
        return None
    return _parsed(tokens, i, j + 1) if 1 <= int(part) <= most else None


def _run(tokens: Tokens, i: int, traps: Traps, months: int = 12) -> Time | None:
    """Year to March 2020, year ending 31 March 2020, 12 months to June 2021, financial year 2019/20."""
    j = i
    while tokens.words[j] not in ("year", "months"):
        j += 1
        if j > i + 4:
            return None
    k = tokens.skip(j + 1)
    if tokens.words[k] not in _ENDING:
        return None
    k = tokens.skip(k + 1)
    if tokens.words[k] == "the":
        k = tokens.skip(k + 1)
    if tokens.words[k] == "end":
        k = tokens.skip(tokens.skip(k + 1) + 1)
    if tokens.words[k].isdigit():
        end = _in_digits(tokens, k, {k: Trap(kind="date", first=k, last=k + 1)})
    else:
        end = _month(tokens, k, traps) if tokens.words[k] in MONTHS else None
    if end is None:
        return None
    period = None
    if end.period is not None:
        try:
            words = "year" if months == 12 else f"{months} months"
            period = Period.parse(f"{words} to {tokens.slice(end.first, end.last)}")
        except Fault:
            period = None
    return Time(first=i, last=end.last, period=period)


def _year(tokens: Tokens, i: int, traps: Traps) -> Time | None:
    return _run(tokens, i, traps)


_RULES: Final[dict[str, Callable[[Tokens, int, Traps], Time | None]]] = {
    **dict.fromkeys(MONTHS, _month),
    **dict.fromkeys(_ORDINAL_PARTS, _part_of_year),
    "q": _coded,
    "h": _coded,
    "the": _the,
    "year": _year,
}
_STARTS: Final = frozenset((*_RULES, *(words.split()[0] for words in RELATIVE), *SMALL))


def resolved(time: Time, current: Period | None, published: date | None) -> Period | None:
    """The period that words of time mean where ``current`` is the one in hand.

    "Last year" is the one before the day of publication, where that is known and no period is in hand.
    """
    if time.period is not None or time.relation is None:
        return time.period
    if current is not None:
        match time.relation:
            case "previous":
                return _a_year_before(current) if time.unit in ("year", "season") else current.back()
            case "same" | "current" | "span" | "last":
                return current
            case _:
                return None
    if published is not None and time.unit == "year":
        shift = {"last": 1, "current": 0, "previous": 2}.get(time.relation)
        return None if shift is None else Period.parse(str(published.year - shift))
    return None


def _a_year_before(period: Period) -> Period:
    """The same period of the year before: March 2019 for March 2020."""
    start = _year_less(period.first)
    return Period(start, _year_less(period.last + timedelta(days=1)) - timedelta(days=1))


def _year_less(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
