"""Period: the days a figure is about, from the words that news and tables use for them.

A split year (``2019/20`` in any of its spellings) is read as the year of UK public statistics,
1 April to 31 March, unless the measure says that its years start elsewhere.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from attrs import evolve, field, frozen

from claimcheck.errors import Fault

__all__ = ["APRIL", "TIME_UNITS", "Period", "YearStart", "elapsed", "parse_date"]

TIME_UNITS = ("minute", "hour", "day", "week", "month", "year")
"""The units of time in which a rate or a length of time may be stated."""

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if number}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if number}
_MONTHS["sept"] = 9

# Every dash and non-breaking space that print uses, as the plain one.
_PLAIN = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "})


@frozen
class YearStart:
    """The day of the year on which a measure's years start.

    >>> YearStart.parse("1 July")
    YearStart(month=7, day=1)
    """

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> YearStart:
        """Read ``1 April``, ``April 1`` or ``04-01``."""
        words = text.translate(_PLAIN).replace(",", " ").split()
        if match := re.fullmatch(r"(\d{1,2})-(\d{1,2})", text.translate(_PLAIN).strip()):
            month, day = int(match[1]), int(match[2])
        elif len(words) == 2 and words[1].casefold() in _MONTHS and words[0].isdecimal():
            month, day = _MONTHS[words[1].casefold()], int(words[0])
        elif len(words) == 2 and words[0].casefold() in _MONTHS and words[1].isdecimal():
            month, day = _MONTHS[words[0].casefold()], int(words[1])
        else:
            raise Fault(
                rule="CC104",
                message=f"{text!r} is not a day of the year",
                advice="write it like '1 April'",
                width=len(text),
            )
        try:
            date(2001, month, day)  # not a leap year: a year cannot start on 29 February
        except ValueError:
            raise Fault(
                rule="CC104",
                message=f"{text!r} is not a day of every year",
                advice="write it like '1 April'",
                width=len(text),
            ) from None
        return cls(month, day)

    def __str__(self) -> str:
        return f"{self.day} {calendar.month_name[self.month]}"


APRIL = YearStart(4, 1)
"""Where the years of UK public statistics start."""


@frozen(order=True)
class Period:
    """A run of days, both ends included.

    >>> year = Period.parse("2019/20")
    >>> year.days, str(year)
    (366, '2019/20')
    >>> year == Period.parse("April 2019 to March 2020") == Period.parse("year to March 2020")
    True
    """

    first: date
    last: date
    text: str | None = field(default=None, eq=False, order=False, repr=False)
    """The words it was read from, if it was."""

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise Fault(
                rule="CC104", message=f"a period that ends on {self.last}, before it starts on {self.first}"
            )

    @classmethod
    def parse(cls, text: str, year_start: YearStart = APRIL) -> Period:
        """Read a period as tables and articles name it; a :class:`Fault` says which forms there are.

        >>> str(Period.parse("Q2 2021")), str(Period.parse("12 months to June 2021"))
        ('April 2021 to June 2021', 'July 2020 to June 2021')
        """
        return _parse(" ".join(text.translate(_PLAIN).split()), year_start)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def length(self, unit: str) -> Fraction:
        """How long it is, in one of :data:`TIME_UNITS`, exactly.

        Months and years are calendar ones: the 366 days of 2019/20 are one year.

        >>> Period.parse("2019/20").length("month"), Period.parse("2019/20").length("day")
        (Fraction(12, 1), Fraction(366, 1))
        """
        return elapsed(self.first, self.last + timedelta(days=1), unit)

    def back(self) -> Period:
        """The period of the same length just before: a year before a year, a month before a month.

        >>> str(Period.parse("2019/20").back()), str(Period.parse("March 2020").back())
        ('2018/19', 'February 2020')
        """
        after = self.last + timedelta(days=1)
        months = (after.year - self.first.year) * 12 + after.month - self.first.month
        last = self.first - timedelta(days=1)
        if after.day == self.first.day and months:
            return Period(_add_months(self.first, -months), last)
        return Period(last - (self.last - self.first), last)

    def __str__(self) -> str:
        first, last = self.first, self.last
        if last == first:
            return _day_text(first)
        if _is_month_start(first) and _is_month_end(last):
            if (first.year, first.month) == (last.year, last.month):
                return f"{calendar.month_name[first.month]} {first.year}"
            if (first.month, last.month) == (1, 12) and first.year == last.year:
                return str(first.year)
            if (first.month, last.month) == (4, 3) and last.year == first.year + 1:
                return f"{first.year}/{last.year % 100:02d}"
            start, end = calendar.month_name[first.month], calendar.month_name[last.month]
            return f"{start} {first.year} to {end} {last.year}"
        return f"{_day_text(first)} to {_day_text(last)}"


def elapsed(start: date, end: date, unit: str) -> Fraction:
    """The time from one date to another in one of :data:`TIME_UNITS`, exactly.

    Months and years follow the calendar: whole months first, and the days left over as a part of
    the month they fall in. Each is negative when ``end`` comes first.

    >>> elapsed(date(2019, 4, 8), date(2020, 9, 3), "month")
    Fraction(522, 31)
    >>> elapsed(date(2019, 4, 8), date(2019, 4, 22), "week")
    Fraction(2, 1)
    """
    if end < start:
        return -elapsed(end, start, unit)
    days = (end - start).days
    match unit:
        case "minute":
            return Fraction(days * 24 * 60)
        case "hour":
            return Fraction(days * 24)
        case "day":
            return Fraction(days)
        case "week":
            return Fraction(days, 7)
        case "month":
            months = (end.year - start.year) * 12 + end.month - start.month
            if _add_months(start, months) > end:
                months -= 1
            since, until = _add_months(start, months), _add_months(start, months + 1)
            return months + Fraction((end - since).days, (until - since).days)
        case "year":
            return elapsed(start, end, "month") / 12
    raise ValueError(f"{unit!r} is not one of {', '.join(TIME_UNITS)}")


def parse_date(text: str) -> date:
    """Read one day: ``2020-09-03``, ``3 September 2020``, ``September 3, 2020``.

    >>> parse_date("3rd Sep 2020")
    datetime.date(2020, 9, 3)
    """
    plain = " ".join(text.translate(_PLAIN).replace(",", " ").split())
    day = _read_day(plain)
    if day is None:
        raise Fault(
            rule="CC104",
            message=f"{text!r} is not a date",
            advice="write it like 2020-09-03 or 3 September 2020",
            width=len(text),
        )
    return day


@lru_cache(maxsize=4096)
def _parse(text: str, year_start: YearStart) -> Period:
    try:
        period = _read(text, year_start)
    except (ValueError, OverflowError):  # no such day, or none after 9999
        period = None
    if period is None:
        raise Fault(
            rule="CC104",
            message=f"{text!r} is not a period",
            advice="write it like 2019/20, 2019, March 2020, Q2 2021, year to March 2020, "
            "or April 2016 to March 2017",
            width=len(text),
        )
    return evolve(period, text=text)


def _read(text: str, year_start: YearStart, *, is_end: bool = False) -> Period | None:
    if match := re.fullmatch(r"(\d{4}) ?(?:/|-|to) ?(\d{4}|\d\d)", text):
        first, second = int(match[1]), int(match[2])
        following = second == (first + 1 if len(match[2]) == 4 else (first + 1) % 100)
        if following:
            start = date(first, year_start.month, year_start.day)
            return Period(start, _add_months(start, 12) - timedelta(days=1))
        if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text):  # an ISO month: 2020-03
            return _month(int(match[1]), int(match[2]))
        if len(str(second)) == 4 and second > first and "to" in text:
            return Period(date(first, 1, 1), date(second, 12, 31))
        return None
    if re.fullmatch(r"\d{4}", text):
        return Period(date(int(text), 1, 1), date(int(text), 12, 31))
    if match := re.fullmatch(r"[Qq]([1-4]) (\d{4})|(\d{4}) [Qq]([1-4])", text):
        quarter, year = int(match[1] or match[4]), int(match[2] or match[3])
        return Period(date(year, quarter * 3 - 2, 1), _month(year, quarter * 3).last)
    if match := re.fullmatch(r"[Hh]([12]) (\d{4})|(\d{4}) [Hh]([12])", text):
        half, year = int(match[1] or match[4]), int(match[2] or match[3])
        return Period(date(year, half * 6 - 5, 1), _month(year, half * 6).last)
    if match := re.fullmatch(
        r"(?:the )?(year|(\d{1,3}) months?|quarter) (?:to|ending|ended|up to)(?: the end of)? (.+)",
        text,
        re.IGNORECASE,
    ):
        end = _read(match[3], year_start, is_end=True)
        if end is None:
            return None
        months = int(match[2]) if match[2] else {"year": 12, "quarter": 3}[match[1].casefold()]
        after = end.last + timedelta(days=1)
        return Period(_add_months(after, -months), end.last) if months else None
    if (day := _read_day(text)) is not None:
        return Period(day, day)
    if match := re.fullmatch(r"([A-Za-z]+)\.? (\d{4})", text):
        month = _MONTHS.get(match[1].casefold())
        return None if month is None else _month(int(match[2]), month)
    # The ends of a range are no ranges: reading would branch at every joint of a long text.
    for joint in () if is_end else (" to ", " - ", "-"):
        start_text, found, end_text = text.partition(joint)
        if found:
            finish = _read(end_text.strip(), year_start, is_end=True)
            if finish is None:
                continue
            begin = _read(start_text.strip(), year_start, is_end=True)
            if begin is None:  # "January to March 2020": the year stands once
                begin = _read(f"{start_text.strip()} {finish.last.year}", year_start, is_end=True)
            if begin is not None and begin.first <= finish.last:
                return Period(begin.first, finish.last)
    return None


def _read_day(text: str) -> date | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        parts = int(match[1]), int(match[2]), int(match[3])
    elif match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+)\.? (\d{4})", text):
        parts = int(match[3]), _MONTHS.get(match[2].casefold(), 0), int(match[1])
    elif match := re.fullmatch(r"([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", text):
        parts = int(match[3]), _MONTHS.get(match[1].casefold(), 0), int(match[2])
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _add_months(day: date, months: int) -> date:
    """The same day some months on, or the last of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _is_month_start(day: date) -> bool:
    return day.day == 1


def _is_month_end(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _day_text(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
