"""The words for what was found, said once: every renderer that has text takes it from here.

Nothing is computed, beyond rounding an exact number for the eye; a rounded number always says so.
The words use the signs of print (×, ÷, −, ≈, “ ”). :func:`in_ascii` spells them for output that has none.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import get_args

from attrs import frozen

from claimcheck.articles import Article
from claimcheck.claims import (
    Amount,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Elapsed,
    Incidence,
    Mean,
    Multiple,
    Points,
    Rate,
    Record,
    Share,
    TimeUnit,
    Total,
)
from claimcheck.errors import Fault, Place
from claimcheck.figures import BaseFigure, Figure, Form, Quantity, Ratio
from claimcheck.findings import (
    Confidence,
    Evidence,
    Finding,
    Outcome,
    Possible,
    ReadAs,
    Report,
    SameFigure,
    Severity,
    Stated,
    Verdict,
    WouldBeTrueIf,
    line_and_column,
)
from claimcheck.interval import Interval
from claimcheck.mentions import Mention
from claimcheck.quotes import Coverage, Undeclared
from claimcheck.units import is_counted

__all__ = [
    "ASCII_SIGNS",
    "POSSIBLE",
    "SAME_FIGURES",
    "SIGNS",
    "Question",
    "Tie",
    "Unit",
    "about",
    "byline",
    "cited",
    "coverage_heading",
    "coverage_line",
    "coverage_of",
    "covered",
    "day",
    "details",
    "diagnosed",
    "drawn",
    "fault_line",
    "figures",
    "headline",
    "implications",
    "in_ascii",
    "inline",
    "known_issue",
    "line",
    "needs_ascii",
    "number",
    "outlook",
    "place",
    "position",
    "possible",
    "printed",
    "quoted",
    "ratio_unit",
    "read_as",
    "recomputed",
    "remedies",
    "reservation",
    "same_figures",
    "says",
    "severity",
    "shortened",
    "span",
    "stretched",
    "subject",
    "tally",
    "undeclared",
    "undeclared_line",
    "unit_of",
    "verdict",
    "where",
    "working",
]

SIGNS: Mapping[Verdict, str] = {
    Verdict.CONTRADICTED: "✗",
    Verdict.DISPUTED: "≠",
    Verdict.LOOSE: "~",
    Verdict.CONFIRMED: "✓",
    Verdict.CONSISTENT: "≈",
    Verdict.UNVERIFIED: "?",
}
"""A sign for each verdict, so that colour is never the only one."""

ASCII_SIGNS: Mapping[Verdict, str] = {
    Verdict.CONTRADICTED: "x",
    Verdict.DISPUTED: "!",
    Verdict.LOOSE: "~",
    Verdict.CONFIRMED: "+",
    Verdict.CONSISTENT: "=",
    Verdict.UNVERIFIED: "?",
}
"""The same where the output has no other characters than ASCII."""

_ASCII = str.maketrans("≈×÷−–—·“”‘’" + "─┄═├┤╞╡◀▶○●◆", "~x/----\"\"''" + "-.=||||<>o@*")


def in_ascii(text: str) -> str:
    """The same words without the signs that plain ASCII lacks; each keeps its width.

    >>> in_ascii("100 × (63 − 77) ÷ 77 ≈ −18.18%")
    '100 x (63 - 77) / 77 ~ -18.18%'
    """
    return text.translate(_ASCII)


def needs_ascii(encoding: str | None) -> bool:
    """True for an encoding that has not got the signs of print.

    >>> needs_ascii("utf-8"), needs_ascii("latin-1"), needs_ascii(None)
    (False, True, True)
    """
    try:
        ("".join(SIGNS.values()) + "×÷−“”").encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


# Numbers


@frozen
class Unit:
    """What stands before or after a number to say what it is in."""

    before: str = ""
    after: str = ""
    after_many: str | None = None

    def of(self, shown: str) -> str:
        """A number as text with its unit.

        >>> Unit(after=" month", after_many=" months").of("17")
        '17 months'
        >>> Unit(before="£").of("−1,600")
        '−£1,600'
        """
        after = self.after if self.after_many is None or shown in ("1", "−1") else self.after_many
        sign, size = (shown[:1], shown[1:]) if shown.startswith("−") else ("", shown)
        return f"{sign}{self.before}{size}{after}"

    @property
    def is_attached(self) -> bool:
        """True when each number of a range carries it, as % and £ do."""
        return not self.after.startswith(" ")

    @property
    def once(self) -> str:
        """What stands once, after a range of numbers."""
        return self.after if self.after_many is None else self.after_many


BARE = Unit()
_SIGNED_UNITS = {
    "percent": Unit(after="%"),
    "times": Unit(after=" times"),
    "GBP": Unit(before="£"),
    "USD": Unit(before="$"),
    "EUR": Unit(before="€"),
    "celsius": Unit(after="°C"),
}
_PLURALS = {"foot": "feet", "inch": "inches"}
POINTS = Unit(after=" percentage point", after_many=" percentage points")


def unit_of(unit: str | None) -> Unit:
    """How numbers in a measure's unit are shown. Counted things are shown bare: the measure names them.

    >>> unit_of("percent").of("18"), unit_of("tonne").of("3"), unit_of("offence").of("63")
    ('18%', '3 tonnes', '63')
    """
    if unit is None:
        return BARE
    if unit in _SIGNED_UNITS:
        return _SIGNED_UNITS[unit]
    if unit == "percentage point":
        return POINTS
    if is_counted(unit) or unit == "point":
        return BARE
    if unit.isupper():
        return Unit(after=f" {unit}")
    return Unit(after=f" {unit}", after_many=f" {_PLURALS.get(unit, f'{unit}s')}")


def ratio_unit(finding: Finding) -> Unit:
    """The unit of what a claim states, and of what was recomputed for it."""
    claim, ratio = finding.claim, finding.ratio
    match claim:
        case Elapsed():
            return _time_unit(finding)
        case Rate() if ratio is not None and not ratio.numerator.quantities:
            return _time_unit(finding)
        case Rate():
            per = claim.per or (finding.stated.text.rpartition(" per ")[2] if finding.stated else "")
            money = unit_of(claim.figure.measure.unit)
            return Unit(before=money.before, after=f"{money.once} a {per}" if per else money.once)
        case Incidence() | Mean():
            return unit_of(claim.figure.measure.unit)
        case Points():
            return POINTS
        case _ if claim.scales and None not in claim.scales:
            return unit_of(next(iter(claim.scales)))
        case Comparison() if ratio is not None and ratio.denominator.terms:
            return unit_of("percent" if len(ratio.numerator.terms) > 1 else "times")
        case _:
            return unit_of(ratio.numerator.unit if ratio is not None else None)


def _time_unit(finding: Finding) -> Unit:
    """The unit of time in the number as printed: 17 months."""
    words = finding.stated.text.split() if finding.stated else []
    said = [unit for unit in get_args(TimeUnit) for word in words if word.startswith(unit)]
    return unit_of(said[-1] if said else None)


def _decimals(place: Fraction | None) -> int:
    """How many decimals are worth showing beside a number printed to ``place``: two more than it has."""
    decimals = 0
    while place is not None and decimals < 6 and (place * 10**decimals).denominator != 1:
        decimals += 1
    return decimals + 2


def _shown(value: Fraction, decimals: int) -> tuple[str, bool]:
    """A number for the eye, and whether that is exactly the number."""
    places = decimals
    scaled = round(value * 10**places)
    while abs(scaled) < 10 and Fraction(scaled, 10**places) != value and places < decimals + 12:
        places += 1
        scaled = round(value * 10**places)
    is_exact = Fraction(scaled, 10**places) == value
    whole, rest = divmod(abs(scaled), 10**places)
    fraction = f"{rest:0{places}d}" if places else ""
    if is_exact:
        fraction = fraction.rstrip("0")
    return f"{'−' if scaled < 0 else ''}{whole:,}{'.' if fraction else ''}{fraction}", is_exact


def number(value: Fraction | int, *, place: Fraction | None = None, unit: Unit = BARE) -> str:
    """An exact number for the eye, "about" where it had to be rounded.

    ``place`` is the unit of the last printed place of the number that it is shown beside.

    >>> number(Fraction(-10058)), number(Fraction(35, 2), unit=Unit(after="%"))
    ('−10,058', '17.5%')
    >>> number(Fraction(-200, 11), place=Fraction(1)), number(Fraction(1, 3), place=Fraction(1, 10))
    ('about −18.18', 'about 0.333')
    """
    shown, is_exact = _shown(Fraction(value), _decimals(place))
    return unit.of(shown) if is_exact else f"about {unit.of(shown)}"


def span(interval: Interval, *, place: Fraction | None = None, unit: Unit = BARE) -> str:
    """The numbers of an interval in words: a range, a bound, or one number.

    >>> span(Interval("-17.5", "-16.5"), unit=Unit(after="%"))
    '−17.5% to −16.5%'
    >>> span(Interval(60, 66, low_open=True)), span(Interval(60, None)), span(Interval.point(63))
    ('more than 60, up to 66', 'at least 60', '63')
    """
    return _span(interval, place, unit, "about ")[0]


def _span(interval: Interval, place: Fraction | None, unit: Unit, hedge: str) -> tuple[str, bool]:
    """An interval in words, with a hedge before what is rounded, and whether nothing is."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number", True
    decimals = _decimals(place)
    each = unit if unit.is_attached or low == high else Unit(before=unit.before)
    last = "" if each is unit else unit.once
    lows, low_exact = _shown(low, decimals) if low is not None else ("", True)
    highs, high_exact = _shown(high, decimals) if high is not None else ("", True)
    lows, highs = each.of(lows), each.of(highs)
    is_exact = low_exact and high_exact
    about = "" if is_exact else hedge
    if low == high or (not is_exact and lows == highs):
        words = f"{about}{lows}{last}"
    elif low is None:
        words = f"{'less than' if interval.high_open else 'at most'} {about}{highs}{last}"
    elif high is None:
        words = f"{'more than' if interval.low_open else 'at least'} {about}{lows}{last}"
    elif not interval.low_open and not interval.high_open:
        words = f"{about}{lows} to {highs}{last}"
    else:
        lower = f"{'more than' if interval.low_open else 'at least'} {about}{lows}"
        words = f"{lower}, {'less than' if interval.high_open else 'up to'} {highs}{last}"
    return words, is_exact


# Names


def quoted(text: str) -> str:
    """Words of an article, in quotation marks.

    >>> quoted("a 17% decrease")
    '“a 17% decrease”'
    """
    return f"“{inline(text)}”"


def shortened(text: str, width: int) -> str:
    """Words cut between two of them where they take more than ``width`` characters.

    >>> shortened("nine per cent of all sex crimes", 20)
    'nine per cent of ...'
    """
    return textwrap.shorten(inline(text), max(8, width), placeholder=" ...")


def inline(text: str) -> str:
    """Words on one line, with nothing in them that would move a terminal's cursor."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def day(value: date) -> str:
    """A day as news prints it.

    >>> day(date(2020, 9, 3))
    '3 September 2020'
    """
    return f"{value.day} {value:%B %Y}"


def where(place: Place | None) -> str:
    """A file and line, or nothing for a claim written in Python."""
    if place is None:
        return ""
    return place.path if place.line is None else f"{place.path}:{place.line}"


def position(article: Article, mention: Mention) -> str:
    """Where a number stands: the file of the text, or the article's id where that is not known."""
    line, column = line_and_column(article, mention)
    return f"{where(article.text_place) or inline(article.id)}:{line}:{column}"


def place(finding: Finding) -> str:
    """Where the claim is declared, or where the number stands that it was read from."""
    if finding.read_as is not None:
        return position(finding.article, finding.read_as.mention)
    return where(finding.place)


def line(finding: Finding) -> str:
    """The line of that place."""
    if finding.read_as is not None:
        return str(line_and_column(finding.article, finding.read_as.mention)[0])
    return str(finding.place.line) if finding.place is not None and finding.place.line is not None else ""


def printed(article: Article) -> str:
    """Who printed an article, and when, as far as either is known."""
    published = day(article.published) if article.published else ""
    return ", ".join(filter(None, (inline(article.publisher), published)))


def byline(finding: Finding) -> str:
    """Who printed the claim, and when; the article's id where that is not known."""
    return printed(finding.article) or inline(finding.article.id)


def _parts(quantity: Quantity) -> dict[str, str]:
    if not isinstance(quantity, Figure):
        return {"measure": str(quantity)}
    parts = {"measure": str(quantity.measure), "area": quantity.area, "period": quantity.period}
    return {name: str(part) for name, part in parts.items() if part is not None}


def _beside(other: Quantity, quantity: Quantity) -> str:
    """The other figure by the parts that differ: what is left unsaid is the same."""
    known = _parts(quantity)
    differing = [part for name, part in _parts(other).items() if known.get(name) != part]
    return ", ".join(differing) if differing else str(other)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def figures(several: Sequence[Quantity]) -> str:
    """Several figures in one phrase: what they share is said once.

    >>> from claimcheck.figures import Measure
    >>> here = Figure(measure=Measure(name="offences", unit="offence"), area="Dorset", period="2019/20")
    >>> figures([here, here.at(area="Devon")])
    'offences, Dorset and Devon, 2019/20'
    """
    parts = [_parts(one) for one in several]
    names = ("measure", "area", "period")
    varied = [name for name in names if len({one.get(name) for one in parts}) > 1]
    if len(varied) != 1 or not all(varied[0] in one for one in parts):
        return _listed([str(one) for one in several])
    return ", ".join(
        _listed([one[name] for one in parts]) if name in varied else parts[0][name]
        for name in names
        if name in parts[0]
    )


# What a claim says


def _words(stated: Stated) -> str:
    """The number as printed with its hedge, and without a direction."""
    text = inline(stated.text)
    return text.removeprefix("rise of ").removeprefix("fall of ").removeprefix("up ").removeprefix("down ")


def _falls(stated: Stated) -> bool:
    return stated.strict.high is not None and stated.strict.high <= 0


def _moved(stated: Stated) -> str:
    """Which way the stated interval lies, and how far."""
    rises = stated.strict.low is not None and stated.strict.low >= 0
    verb = "fell by" if _falls(stated) else "rose by" if rises else "changed by"
    return f"{verb} {_unsigned(stated)}"


def _unsigned(stated: Stated) -> str:
    return _words(stated).removeprefix("-").removeprefix("−")


_VERBS = ("topp", "tops", "pass", "exceed", "surpass")
"""How the hedges start that are verbs: they need no other."""


def _came_to(words: str) -> str:
    return words if words.casefold().startswith(_VERBS) else f"came to {words}"


def says(finding: Finding) -> str:
    """What the claim says of which figures, in one sentence without its full stop."""
    stated, claim = finding.stated, finding.claim
    if stated is None:
        return quoted(claim.quote)
    sentence = _sentence(claim, stated, finding)
    if sentence is not None:
        return sentence
    named = finding.ratio.quantities if finding.ratio is not None else ()
    return f"{figures(named) if named else quoted(claim.quote)}: {inline(stated.text)}"


def _sentence(claim: Claim, stated: Stated, finding: Finding) -> str | None:
    words = _words(stated)
    match claim:
        case Rate() if finding.ratio is not None and not finding.ratio.numerator.quantities:
            return f"{claim.figure}: one every {words}"
        case Count() | Amount() | Rate():
            return f"{claim.figure} {_came_to(words)}"
        case Change() | Difference():
            return f"{claim.figure} {_moved(stated)} since {_beside(claim.since, claim.figure)}"
        case Multiple():
            return f"{claim.figure} as a multiple of {_beside(claim.since, claim.figure)}: {words}"
        case Share():
            return f"{claim.figure} as a share of {_beside(claim.of, claim.figure)} {_came_to(words)}"
        case Points():
            share = f" as a share of {_beside(claim.of, claim.figure)}" if claim.of is not None else ""
            return f"{claim.figure}{share} {_moved(stated)} since {_beside(claim.since, claim.figure)}"
        case Total():
            return f"{figures(claim.parts)} together {_came_to(words)}"
        case Incidence():
            return f"{claim.figure} against {_beside(claim.population, claim.figure)} {_came_to(words)}"
        case Mean():
            return f"{claim.figure} for each of {_beside(claim.per, claim.figure)} {_came_to(words)}"
        case Comparison():
            return _compared(claim, stated, finding)
        case Record():
            return _record(claim, stated, finding)
        case Elapsed():
            start, end = (_dated(value, finding) for value in (claim.from_, claim.to))
            return f"from {start} to {end} it was {words}"
        case _:
            return None


def _compared(claim: Comparison, stated: Stated, finding: Finding) -> str:
    than, ratio = _beside(claim.than, claim.figure), finding.ratio
    if ratio is not None and len(ratio.numerator.terms) == 1 and ratio.denominator.terms:
        return f"{claim.figure} as a multiple of {than}: {_words(stated)}"
    by = "" if stated.place is None else f"{_unsigned(stated)} "
    return f"{claim.figure} came to {by}{'less' if _falls(stated) else 'more'} than {than}"


def _record(claim: Record, stated: Stated, finding: Finding) -> str:
    earlier = _listed([_beside(figure, claim.figure) for figure in claim.among])
    terms = dict(finding.ratio.numerator.terms) if finding.ratio is not None else {}
    if len(terms) == 1:
        return f"{claim.figure} {_came_to(_words(stated))}, and none of {earlier} did"
    return f"{claim.figure} came to {'less' if terms.get(claim.figure, 0) < 0 else 'more'} than {earlier}"


def _dated(value: date | BaseFigure | None, finding: Finding) -> str:
    found = value.date if isinstance(value, BaseFigure) else value or finding.article.published
    shown = day(found) if found is not None else "an unknown day"
    return f"{shown} ({value.figure})" if isinstance(value, BaseFigure) else shown


def subject(finding: Finding) -> str | None:
    """What the claim gives a number for, in a phrase; ``None`` for a time, which no figure is behind."""
    ratio = finding.ratio
    if ratio is None or not ratio.quantities:
        return None
    if ratio == Form.of(ratio.quantities[0]) / 1:
        return str(ratio.quantities[0])
    first, *others = ratio.quantities
    return about(finding.claim) or f"{first} against {_listed([_beside(other, first) for other in others])}"


def about(claim: Claim) -> str | None:
    """The same of a claim that nobody has judged, where its figures and its kind say it."""
    match claim:
        case Change() | Points() | Difference():
            return f"{claim.figure}, change since {_beside(claim.since, claim.figure)}"
        case Multiple():
            return f"{claim.figure} as a multiple of {_beside(claim.since, claim.figure)}"
        case Share():
            return f"{claim.figure} as a share of {_beside(claim.of, claim.figure)}"
        case Mean():
            return f"{claim.figure} for each of {_beside(claim.per, claim.figure)}"
        case Comparison():
            return f"{claim.figure} against {_beside(claim.than, claim.figure)}"
        case Total():
            return f"{figures(claim.parts)} together"
        case Rate():
            return f"{claim.figure}, rate"
        case Count() | Amount():
            return str(claim.figure)
        case _:
            return None


# The working


def working(finding: Finding) -> str | None:
    """The formula with real numbers and what it comes to, or ``None`` where there is nothing to show.

    ``100 × (63 − 77) ÷ 77 ≈ −18.18%``: the equals sign stands where nothing was rounded.
    """
    if finding.ratio is None or finding.recomputed is None:
        return None
    is_figure = len(finding.ratio.quantities) == 1
    if is_figure and (finding.recomputed.low is None or finding.recomputed.high is None):
        return None  # nothing was worked out
    return _worked_out(finding.ratio, dict(finding.known), finding.recomputed, finding)


def diagnosed(finding: Finding) -> tuple[str, ...]:
    """The mistakes that would explain the printed number, each with its working and its chance to fit."""
    return tuple(
        f"{one.sentence} {_worked_out(one.ratio, dict(one.known), one.result, finding)} ({_odds(one.chance)})"
        for one in finding.diagnosis
    )


def _odds(chance: Fraction) -> str:
    """How easily a mistake fits by chance."""
    if chance == 0:
        return "it would explain no other wrong number"
    share = "under 1" if chance < Fraction(1, 100) else str(round(chance * 100))
    return f"by chance it would explain {share}% of wrong numbers"


def _worked_out(ratio: Ratio, known: Mapping[Quantity, Interval], found: Interval, finding: Finding) -> str:
    """A formula with numbers in it, and what it comes to in the unit of the finding's own ratio."""
    unit, place = ratio_unit(finding), finding.stated.place if finding.stated else None
    if not ratio.quantities:
        return span(found, place=place, unit=unit)
    result, is_exact = _span(found, place, unit, "")
    if ratio == Form.of(ratio.quantities[0]) / 1:
        return f"{ratio.quantities[0]} {'=' if is_exact else '≈'} {result}"
    operands = {quantity: _operand(quantity, known) for quantity in ratio.quantities}
    is_exact = is_exact and all(_span(interval, None, BARE, "")[1] for interval in known.values())
    formula = _divided(ratio.numerator, ratio.denominator, operands)
    return f"{formula} {'=' if is_exact else '≈'} {result}"


def _operand(quantity: Quantity, known: Mapping[Quantity, Interval]) -> str:
    """A figure in a formula: its value, its range in brackets, or its name where nothing is known of it."""
    interval = known.get(quantity)
    if interval is None or (interval.low is None and interval.high is None):
        return f"[{quantity}]"
    shown, _ = _span(interval, None, BARE, "")
    return shown if interval.is_point else f"({shown})"


def _times(factor: Fraction, shown: str) -> str:
    before = f"{_shown(Fraction(factor.numerator), 0)[0]} × " if factor.numerator != 1 else ""
    after = f" ÷ {factor.denominator:,}" if factor.denominator != 1 else ""
    return f"{before}{shown}{after}"


def _sum(terms: Iterable[tuple[Fraction, str]]) -> str:
    """Terms with a sign each, those that are added first."""
    words = ""
    for coefficient, shown in sorted(terms, key=lambda term: term[0] < 0):
        sign = ("− " if coefficient < 0 else "+ ") if words else "−" if coefficient < 0 else ""
        words += f"{' ' if words else ''}{sign}{_times(abs(coefficient), shown)}"
    return words or "0"


def _divided(above: Form, below: Form, operands: Mapping[Quantity, str]) -> str:
    """A ratio of forms, with what its terms have in common taken out: ``100 × (63 − 77) ÷ 77``."""
    sizes = {abs(coefficient) for _, coefficient in above.terms}
    common = sizes.pop() if len(sizes) == 1 and not above.constant else Fraction(1)
    terms = [(coefficient / common, operands[quantity]) for quantity, coefficient in above.terms]
    if above.constant:
        terms.append((above.constant, "1"))
    shown = _sum(terms) if above.terms else _shown(above.constant, 4)[0]
    divides = below != Form.number(1)
    shown = _times(common, f"({shown})" if len(terms) > 1 and (common != 1 or divides) else shown)
    if not divides:
        return shown
    divisors = [(coefficient, operands[quantity]) for quantity, coefficient in below.terms]
    if below.constant:
        divisors.append((Fraction(1), _shown(below.constant, 4)[0]))
    divisor = _sum(divisors)
    is_one_number = len(divisors) == 1 and divisors[0][0] == 1
    return f"{shown} ÷ {divisor if is_one_number else f'({divisor})'}"


# What was found


_SEVERITIES = {
    Severity.FLIPS: "the direction, or the side of a threshold, is wrong",
    Severity.WRONG: "the number is wrong",
    Severity.ROUNDING: "a rounding slip: off by no more than its last printed place",
}


def verdict(finding: Finding) -> str:
    """The verdict in a word; a check that could not be carried out has one of its own."""
    return "undecided" if finding.is_undecided else finding.verdict.value


def severity(finding: Finding) -> str | None:
    """How bad a contradiction is."""
    return _SEVERITIES[finding.severity] if finding.severity is not None else None


def recomputed(finding: Finding) -> str | None:
    """What the rest leaves for the claim's number; ``None`` where it leaves it free."""
    found = finding.recomputed
    if found is None or (found.low is None and found.high is None):
        return None
    place = finding.stated.place if finding.stated else None
    return span(found, place=place, unit=ratio_unit(finding))


def outlook(finding: Finding) -> str:
    """What came of a claim that nothing is wrong with, in a few words."""
    found = recomputed(finding)
    if finding.verdict is not Verdict.UNVERIFIED:
        return found or ""
    reason = finding.reason or "nothing to recompute it from"
    is_bounded = finding.recomputed is not None and finding.recomputed.width is not None
    # Where the claim itself bounds a figure that nobody states, its own range is no news.
    return f"could be {found}" if found is not None and is_bounded and not finding.implied else reason


def covered(finding: Finding) -> str | None:
    """The range that the printed number covers, and by how much it is missed."""
    stated = finding.stated
    if stated is None:
        return None
    unit = ratio_unit(finding)
    shown = []
    if not stated.strict.is_point:  # what stands for itself alone covers nothing worth saying
        text = inline(stated.text)
        text = f"a {text}" if text.startswith(("rise of ", "fall of ")) else text
        said = f"{text} covers" if stated.place is not None else "the words cover"
        shown.append(f"{said} {span(stated.strict, place=stated.place, unit=unit)}")
    if finding.out_by:
        points = POINTS if unit.after == "%" else unit
        shown.append(f"missed by {number(finding.out_by, place=stated.place, unit=points)}")
    return "; ".join(shown) or None


def remedies(finding: Finding) -> tuple[str, ...]:
    """What each of the other figures would have to be for the claim to be true."""
    return tuple(_remedy(one) for one in finding.would_be_true_if)


def _remedy(one: WouldBeTrueIf) -> str:
    if one.values is None:
        return f"no value of {one.figure} makes it true"
    unit = unit_of(one.figure.measure.unit)
    now = f" (not {span(one.now, unit=unit)})" if one.now is not None else ""
    return f"{one.figure} were {span(one.values, unit=unit)}{now}"


def implications(several: Iterable[tuple[Quantity, Interval]]) -> tuple[str, ...]:
    """The ranges of figures that nobody states."""
    return tuple(
        f"{quantity}: {span(interval, unit=unit_of(quantity.measure.unit))}" for quantity, interval in several
    )


def cited(evidence: Evidence) -> tuple[str, ...]:
    """A piece of evidence: its words and who says so, then the file and line."""
    text = quoted(evidence.text) if evidence.is_quote else inline(evidence.text)
    is_nowhere = evidence.read_as is not None and evidence.place is None
    by = evidence.publisher or (evidence.id.rpartition("/")[0] if is_nowhere else "")
    first = f"{text}, {inline(by)}" if by else text
    if evidence.read_as is not None and not _is_sure(evidence.read_as):
        first = f"{first} (machine reading: {evidence.read_as.confidence.shown})"
    if evidence.place is None:
        return (first,)
    return (first, f"  {where(evidence.place) if evidence.read_as is None else evidence.place}")


def stretched(finding: Finding) -> str | None:
    """The reading that a loose claim needs, and what it lets the number mean."""
    stated = finding.stated
    if finding.verdict is not Verdict.LOOSE or stated is None:
        return None
    meaning = span(stated.loose, place=stated.place, unit=ratio_unit(finding))
    return f"{stated.loose_convention}: {_words(stated)} can still mean {meaning}"


def drawn(finding: Finding) -> str:
    """What a number line shows, for whoever does not see it."""
    stated, found = finding.stated, recomputed(finding)
    text = inline(stated.text) if stated is not None else "nothing"
    return ". ".join(
        f"{label}: {shown}"
        for label, shown in (
            ("Printed", covered(finding) or text),
            ("Loosely", stretched(finding)),
            ("Recomputed", found or "any number"),
        )
        if shown is not None
    )


def known_issue(finding: Finding) -> str | None:
    """The reason for which a contradiction is expected."""
    known = finding.claim.known_issue
    if known is None:
        return None
    return f"{inline(known.reason)} (until {day(known.until)})" if known.until else inline(known.reason)


def headline(finding: Finding, *, outcome: Outcome | None = None) -> str:
    """The finding in one line, the code of its rule first where it has one."""
    quote, rule = quoted(finding.claim.quote), finding.rule_for(outcome)
    code = f"{rule} " if rule is not None else ""
    if outcome is Outcome.FIXED:
        return f"{code}{quote} is {finding.verdict}: remove its known_issue ({known_issue(finding)})"
    if finding.is_undecided:
        return f"{code}undecided: {quote}: {finding.reason or 'the check could not be carried out'}"
    start = f"{code}{finding.verdict}: {quote}"
    found, doubt = recomputed(finding), reservation(finding)
    unsure = f" ({doubt})" if doubt is not None else ""
    match finding.verdict:
        case Verdict.CONTRADICTED:
            comes_to = f" comes to {found}" if found else " cannot be true together with the rest"
            instead = f"; print {finding.correction}" if finding.correction else ""
            return f"{start}{comes_to}{instead}{unsure}"
        case Verdict.DISPUTED:
            others = [quoted(evidence.text) for evidence in finding.evidence[:3]]
            together = _listed(others) if others else "the rest"
            return f"{start} cannot be true together with {together}{unsure}"
        case Verdict.LOOSE:
            convention = finding.stated.loose_convention if finding.stated else "read loosely"
            comes_to = f" comes to {found}" if found else ""
            return f"{start}{comes_to} ({convention}){unsure}"
        case Verdict.UNVERIFIED:
            return f"{start}: {outlook(finding)}"
        case _:
            return f"{start}, recomputed {found}" if found else start


# What was read from a text and not declared


_AS = {"points": "a change in percentage points", "elapsed": "a span of time"}


def _is_sure(read: ReadAs) -> bool:
    return read.confidence is Confidence.SURE


def _kind(claim: Claim) -> str:
    return _AS.get(claim.kind) or f"{'an' if claim.kind[0] in 'aeiou' else 'a'} {claim.kind}"


def read_as(finding: Finding) -> str | None:
    """What the words were taken for, how surely and why; ``None`` where there is nothing to doubt."""
    read = finding.read_as
    if read is None or (_is_sure(read) and not read.reasons):
        return None
    said = f"{_kind(finding.claim)}, {read.confidence.shown}"
    return f"{said}: {'; '.join(map(inline, read.reasons))}" if read.reasons else said


def reservation(finding: Finding) -> str | None:
    """That a finding somebody has to look at rests on words which may mean something else, where it does."""
    if not finding.is_wrong and finding.verdict is not Verdict.LOOSE:
        return None
    own = finding.read_as
    if own is not None and not _is_sure(own):
        return f"machine reading: {_kind(finding.claim)}, {own.confidence.shown}"
    unsure = [one.read_as.confidence for one in finding.evidence if one.read_as and not _is_sure(one.read_as)]
    return f"machine reading of the evidence: {min(unsure).shown}" if unsure else None


SAME_FIGURES = "Taken for one figure"
"""The heading of what :func:`same_figures` tells."""


@frozen(kw_only=True)
class Tie:
    """Two places that were taken to speak of one figure, in words."""

    same: SameFigure
    sides: tuple[str, str]
    why: str

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{' and '.join(self.sides)} {self.why}"


def same_figures(report: Report) -> Iterator[Tie]:
    """The numbers that were taken for one figure, and why: those of two articles first.

    A figure of which one article states a single number is nothing to tell.
    """
    told = [one for one in report.same_figures if None not in (one.one, one.other) or _is_between(one)]
    articles = {article.id: article for article in report.dossier.articles}
    for same in sorted(told, key=lambda one: not _is_between(one)):
        one, other = same.articles
        sides = (_side(same.one, one, articles), _side(same.other, other, articles))
        yield Tie(same=same, sides=sides, why=f"as {same.figure}: {inline(same.reason)}")


def _is_between(same: SameFigure) -> bool:
    return same.articles[0] != same.articles[1]


def _side(mention: Mention | None, name: str, articles: Mapping[str, Article]) -> str:
    if mention is None:
        return f"a figure named in {inline(name)}"
    line, column = line_and_column(articles[name], mention)
    return f"{quoted(mention.text)} ({inline(name)}:{line}:{column})"


POSSIBLE = "May be meant"
"""The heading of what :func:`possible` tells."""


@frozen(kw_only=True)
class Question:
    """A number of which it is open what it says, in words: the claims that it may make, at its place."""

    article: Article
    mention: Mention
    number: str
    alternatives: tuple[str, ...]


def possible(report: Report) -> Iterator[Question]:
    """The numbers of which a person has to choose what they say."""
    several: dict[tuple[str, int], list[Possible]] = {}
    for one in report.possible:
        several.setdefault((one.article.id, one.read_as.mention.start), []).append(one)
    for alternatives in several.values():
        article, mention = alternatives[0].article, alternatives[0].read_as.mention
        line, column = line_and_column(article, mention)
        yield Question(
            article=article,
            mention=mention,
            number=f"{quoted(alternatives[0].claim.quote)} ({inline(article.id)}:{line}:{column})",
            alternatives=tuple(map(_alternative, alternatives)),
        )


def _alternative(one: Possible) -> str:
    said = about(one.claim) or _kind(one.claim)
    return f"{said}: {'; '.join(map(inline, one.read_as.reasons))}" if one.read_as.reasons else said


def details(finding: Finding) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a finding says beside its headline: labels, with a line for each thing that stands under one."""
    slip = severity(finding) if finding.severity is not Severity.WRONG else None
    is_wrong = finding.verdict in (Verdict.CONTRADICTED, Verdict.DISPUTED)
    rows = {
        "says": (says(finding),),
        "read as": (read_as(finding),),
        "working": (working(finding),),
        "range": (covered(finding),),
        "loosely": (stretched(finding),),
        "slip": (slip,),
        "print": (finding.correction,),
        "true if": remedies(finding),
        "probably": diagnosed(finding),
        "implies": () if is_wrong else implications(finding.implied),
        "evidence": tuple(_cited_in_one(evidence) for evidence in finding.evidence),
        "known": (known_issue(finding),),
        "reason": (finding.reason,),
    }
    for label, lines in rows.items():
        if shown := tuple(inline(line) for line in lines if line is not None):
            yield label, shown


def _cited_in_one(evidence: Evidence) -> str:
    """A piece of evidence on one line."""
    said, *places = cited(evidence)
    return f"{said} ({places[0].strip()})" if places else said


def fault_line(fault: Fault) -> str:
    """A fault in one line, with its place and its code."""
    return inline(f"{fault.place}: {fault.headline}" if fault.place else fault.headline)


def tally(findings: Sequence[Finding], *, faults: int = 0) -> str:
    """The counts, worst first.

    >>> tally([])
    'no claims'
    """
    counts = Counter(map(verdict, findings))
    names = ("undecided", *(verdict.value for verdict in Verdict))
    total = len(findings)
    words = f"{total:,} claim{'s' if total != 1 else ''}" if total else "no claims"
    listed = [f"{counts[name]:,} {name}" for name in names if counts[name]]
    if listed:
        words = f"{words}: {', '.join(listed)}"
    return f"{words}; {faults:,} fault{'s' if faults != 1 else ''}" if faults else words


def _is_read(report: Report | None, article: str | None = None) -> frozenset[bool]:
    """Whether the claims were read from the texts: false among these where some are declared.

    ``article`` asks of one article alone. Where it claims nothing, it is as the others are.
    """
    if report is None:
        return frozenset((False,))
    named = [finding for finding in report if article in (None, finding.article.id)]
    found = {finding.read_as is not None for finding in named}
    found |= {True for one in report.possible if article in (None, one.article.id)}
    if found or article is None:
        return frozenset(found or (True,))
    return _is_read(report)


_DECLARED, _READ, _BOTH = frozenset((False,)), frozenset((True,)), frozenset((False, True))


def coverage_heading(report: Report) -> str:
    """The heading over how much of the texts is declared."""
    how = {_DECLARED: "is declared", _READ: "could be read", _BOTH: "is declared or could be read"}
    return f"How much of the texts {how[_is_read(report)]}"


def coverage_of(coverage: Coverage, report: Report | None = None) -> str:
    """How much of a text is declared, or could be read if the report is of claims that were read.

    >>> from claimcheck import Article
    >>> from claimcheck.quotes import coverage_of as covered_by
    >>> found = covered_by(Article(publisher="A paper", claims=[], text="63 thefts, down from 77."))
    >>> coverage_of(found) if found else None
    '0 of 2 numeric claims in this text are declared'
    """
    if not coverage.total:
        return "no numeric claims in this text"
    share = "all" if coverage.is_whole else f"{len(coverage.declared):,} of"
    claims, are = ("claim", "is") if coverage.total == 1 else ("claims", "are")
    how = {_DECLARED: f"{are} declared", _READ: "could be read", _BOTH: f"{are} declared or could be read"}
    done = how[_is_read(report, coverage.article.id)]
    return f"{share} {coverage.total:,} numeric {claims} in this text {done}"


def coverage_line(coverage: Coverage, report: Report | None = None) -> str:
    """The same with the name of the text: its file, where that is known."""
    name = where(coverage.article.text_place) or inline(coverage.article.id)
    return f"{name}: {coverage_of(coverage, report)}"


def undeclared(one: Undeclared, coverage: Coverage, report: Report | None = None) -> str:
    """A number that no claim declares, with the words around it."""
    said, article = f"{quoted(one.words)} ({one.mention.kind.value})", coverage.article.id
    if True not in _is_read(report, article):
        return f"no claim declares {said}"
    is_open = report is not None and any(
        each.article.id == article and each.read_as.mention.start == one.mention.start
        for each in report.possible
    )
    return f"several claims may be meant by {said}" if is_open else f"no claim could be read from {said}"


def undeclared_line(one: Undeclared, coverage: Coverage, report: Report | None = None) -> str:
    """The same in one line, with its place and its code."""
    place = coverage.place_of(one) or f"{coverage.article.id}:{one.line}:{one.column}"
    return inline(f"{place}: {coverage.rule} {undeclared(one, coverage, report)}")
