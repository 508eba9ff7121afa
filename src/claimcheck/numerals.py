"""Numerals: numbers as printed, read from words without losing how they were printed.

:func:`find` reads a text of any length and gives every numeral in it; :meth:`Numeral.parse` reads a
text that holds exactly one. The text is cut into tokens once, from left to right, and every rule
looks at a bounded number of neighbouring tokens: the time taken grows in step with the text,
whatever the text holds.

What is printed in digits but counts nothing is left out: years and periods, dates, times of day,
ordinals, ages, telephone numbers, names such as O2 or Covid-19.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeVar

from attrs import evolve, field, frozen

from claimcheck.errors import Fault, refuse_float

__all__ = [
    "DIRECTION_WORDS",
    "HEDGE_WORDS",
    "NAMED_FRACTIONS",
    "Direction",
    "Numeral",
    "Style",
    "find",
    "fraction_neighbours",
]

HALF: Final = Fraction(1, 2)
TENTH: Final = Fraction(1, 10)

#: A number with more digits than this is not a number of news.
MOST_DIGITS: Final = 30


class Direction(enum.Enum):
    """Which way the words around a numeral point.

    >>> Direction.FALL.sign
    -1
    """

    RISE = 1
    FALL = -1

    @property
    def sign(self) -> int:
        """1 for a rise, -1 for a fall."""
        return self.value


class Style(enum.Enum):
    """How a numeral is written, which decides how it is read and printed again."""

    DIGITS = "digits"  # 17%, £1.6 million, 10 times, 3½
    WORDS = "words"  # seven per cent, a dozen, half a million
    NAMED_FRACTION = "named fraction"  # two thirds, a quarter, half, ¾
    ONE_IN = "one in"  # one in five, 1 in 5
    OUT_OF = "out of"  # nine out of 10, nine in 10
    FOLD = "fold"  # four-fold, tenfold
    VERB = "verb"  # doubled, halved, twice
    RANGE = "range"  # between 20 and 25, 20-25, 20 to 25


# Tables of words. All keys are lower case with single spaces.

_T = TypeVar("_T")


def _table(rows: Mapping[str, _T]) -> dict[str, _T]:
    """A table from rows of words: a comma or a line's end sets two entries apart."""
    return {
        " ".join(entry.split()): value
        for words, value in rows.items()
        for entry in re.split("[,\\n]", words)
        if entry.strip()
    }


#: Words that bound or widen a number, and the name of the hedge that readings.HEDGES defines. Words
#: that start with "or" or "and", and "+", stand after the number; all others stand before it.
HEDGE_WORDS: Final[Mapping[str, str]] = _table(
    {
        """about, around, some, roughly, approximately, approx, approx., circa, c., c, ca., ~
        an estimated, estimated, in the region of, something like, or so, or thereabouts""": "about",
        """more than, over, above, topped, tops, topping, passed, passes, passing, exceeded, exceeds
        exceeding, exceed, surpassed, surpasses, surpassing, upwards of, upward of, in excess of
        greater than, higher than, well over, well above, well more than, far more than
        comfortably over, >""": "more than",
        """at least, no fewer than, not fewer than, no less than, not less than, a minimum of
        minimum of, \u2265, or more, or over, or above, or higher, and over, and above, +""": "at least",
        """fewer than, less than, under, below, lower than, well under, well below, far fewer than
        far less than, <""": "fewer than",
        """at most, up to, no more than, not more than, no greater than, as many as, as much as
        a maximum of, maximum of, \u2264, or fewer, or less, or under, or below, or lower""": "at most",
        """almost, nearly, very nearly, not quite, close to, approaching, nearing, just short of
        just under, just below, just less than, just fewer than, slightly under, slightly below
        slightly less than, slightly fewer than, a little under, a little below, a little less than
        a little fewer than""": "almost",
        """just over, just above, just more than, slightly more than, slightly over, slightly above
        a little over, a little above, a little more than""": "just over",
    }
)

#: Words that say which way a number changed.
DIRECTION_WORDS: Final[Mapping[str, Direction]] = _table(
    {
        """increase, increases, increased, increasing, rise, rises, rose, risen, rising, grow, grows
        grew, grown, growing, growth, up, gain, gains, gained, gaining, jump, jumps, jumped, jumping
        climb, climbs, climbed, climbing, soar, soars, soared, soaring, surge, surges, surged
        surging, leap, leaps, leapt, leaped, leaping, higher, more, spike, spikes, spiked, spiking
        swelled, swollen, rocketed, skyrocketed, boost, boosts, boosted, expansion, expanded, expand
        expands, hike, hikes, hiked, raise, raises, raised, raising, advance, advanced, advances
        rebounded, rebound, upturn, uplift, greater, larger, bigger""": Direction.RISE,
        """decrease, decreases, decreased, decreasing, drop, drops, dropped, dropping, fall, falls
        fell, fallen, falling, down, decline, declines, declined, declining, cut, cuts, cutting
        reduce, reduces, reduced, reducing, reduction, reductions, lower, lowers, lowered, lowering
        fewer, less, slump, slumps, slumped, slumping, plunge, plunges, plunged, plunging, shrink
        shrinks, shrank, shrunk, shrinking, slide, slides, slid, sliding, slip, slips, slipped
        slipping, dip, dips, dipped, tumble, tumbles, tumbled, tumbling, sank, sunk, plummet
        plummets, plummeted, plummeting, lost, loses, lose, losing, shed, contraction, contracted
        contracts, downturn, smaller, eased, retreated, dwindled""": Direction.FALL,
    }
)

#: The fractions that have an everyday name: what a named fraction is told apart from.
NAMED_FRACTIONS: Final[tuple[Fraction, ...]] = tuple(
    Fraction(text) for text in "1/10 1/5 1/4 1/3 2/5 1/2 3/5 2/3 3/4 4/5 9/10".split()
)

# Words that compare, so that they point somewhere only when they follow the number.
_COMPARATIVES = frozenset("more fewer less greater larger bigger smaller".split())
# Only nouns and "higher", "lower" follow their number: in "of the 63, 7% rose" the verb says
# something else.
_CHANGES = frozenset(
    "increase increases rise rises growth gain gains jump jumps climb surge leap spike boost expansion hike"
    " raise advance rebound upturn uplift decrease decreases drop drops fall falls decline declines cut cuts"
    " reduction reductions slump plunge slide slip dip tumble contraction downturn higher lower".split()
)
# Particles point somewhere only right beside the number, and not as the tail of these verbs.
_PARTICLES = frozenset(("up", "down"))
_PARTICLE_VERBS = frozenset(
    "made make makes making set take taken took taking add adds added adding broken break sum sums grew"
    " growing grow picked pick end ended ends signed sign give gave given follow backed wound build".split()
)
# What may stand between a direction word and its number without loosening the tie.
_TIES = frozenset("by of a an the another further just only even on average per annum revised".split())
# A number right after one of these is a level reached or left, not a change.
_LEVELS = frozenset(
    "from to at than was were is are stood reached hit totalled total compared versus vs with".split()
)

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SMALL = {**_UNITS, **_TENS}
_WORD_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
_SCALES = {
    **_WORD_SCALES,
    **dict.fromkeys(("mln", "mn", "mio"), 10**6),
    **dict.fromkeys(("bln", "bn"), 10**9),
    **dict.fromkeys(("trn", "tn"), 10**12),
}
# One letter is a scale only when it touches the digits: 5m, £3k.
_LETTER_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    **{
        word: number
        for number, word in enumerate(
            "fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=5
        )
    },
    "twentieth": 20,
    "hundredth": 100,
}
_PARTS_PLURAL = {("halves" if word == "half" else f"{word}s"): number for word, number in _PARTS.items()}

_VULGAR = {
    "¼": Fraction(1, 4),
    "½": HALF,
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}

# Factors said in one word: forms in one row follow the same grammar, so that one can stand for another.
_FACTOR_ROWS: tuple[dict[str, Fraction], ...] = tuple(
    {word: Fraction(factor) for word, factor in zip(row.split(), ("2", "3", "4", "1/2"), strict=True)}
    for row in (
        "doubled trebled quadrupled halved",
        "double treble quadruple halve",
        "doubles trebles quadruples halves",
        "doubling trebling quadrupling halving",
    )
)
_TRIPLE = {"trebled": "tripled", "treble": "triple", "trebles": "triples", "trebling": "tripling"}
_FACTORS: dict[str, Fraction] = {
    **{word: factor for row in _FACTOR_ROWS for word, factor in row.items()},
    **dict.fromkeys(_TRIPLE.values(), Fraction(3)),
    "twice": Fraction(2),
}
# Words that are also adjectives and nouns (a double room, the two halves) need company to be factors.
_SHY_FACTORS = frozenset("double treble triple quadruple doubles trebles triples halves twice".split())
_FACTOR_FOLLOWS = frozenset(
    "the that those what its their his her our this these in from to since on over by last compared as"
    " between within during every again or and".split()
)
_FACTOR_LEADS = frozenset("to will would could can may might should must than almost nearly about".split())

_PERCENT = "percent"
_POINT = "percentage point"
_TIMES = "times"
_FRACTION = "fraction"
_TIME_UNITS = frozenset("second minute hour day week month year decade".split())
_PER_UNITS = frozenset("minute hour day week month year".split())


def _unit_table() -> dict[str, tuple[str, Fraction]]:
    """Words after a number that name its unit: word -> (unit, factor)."""
    table: dict[str, tuple[str, Fraction]] = {}

    def add(unit: str, words: str, factor: Fraction | int = 1) -> None:
        for word in words.split(","):
            table[word.strip()] = (unit, Fraction(factor))

    add(_PERCENT, "%,per cent,percent,pct,pc,per-cent")
    add(
        _POINT,
        "percentage point,percentage points,percentage-point,percentage-points,pct point,pct points,"
        "% point,% points,%-point,%-points,per cent point,per cent points,ppt,ppts,pp",
    )
    add(_POINT, "basis point,basis points,bp,bps", Fraction(1, 100))
    add(_TIMES, "times,x")
    add("GBP", "pound,pounds,pounds sterling,quid,gbp,stg,sterling")
    add("GBP", "p,pence,penny", Fraction(1, 100))
    add("USD", "dollar,dollars,dlr,dlrs,usd,us dollars,u.s. dollars,us dlrs,u.s. dlrs")
    add("USD", "cent,cents,ct,cts", Fraction(1, 100))
    add("EUR", "euro,euros,eur")
    add("JPY", "yen,jpy")
    add("INR", "rupee,rupees,inr")
    for unit, words in {
        "second": "second,seconds,secs",
        "minute": "minute,minutes,min,mins",
        "hour": "hour,hours,hr,hrs",
        "day": "day,days",
        "week": "week,weeks",
        "month": "month,months",
        "year": "year,years,yr,yrs",
        "decade": "decade,decades",
        "tonne": "tonne,tonnes",
        "ton": "ton,tons",
        "kilogram": "kilogram,kilograms,kilogramme,kilogrammes,kilo,kilos,kg,kgs",
        "gram": "gram,grams,gramme,grammes,g",
        "kilometre": "kilometre,kilometres,kilometer,kilometers,km,kms",
        "metre": "metre,metres,meter,meters",
        "centimetre": "centimetre,centimetres,centimeter,centimeters,cm",
        "millimetre": "millimetre,millimetres,millimeter,millimeters,mm",
        "mile": "mile,miles",
        "yard": "yard,yards",
        "foot": "foot,feet,ft",
        "inch": "inch,inches",
        "hectare": "hectare,hectares,ha",
        "acre": "acre,acres",
        "square mile": "square mile,square miles,sq miles",
        "square kilometre": "square kilometre,square kilometres,square kilometers,sq km",
        "square metre": "square metre,square metres,square meters,sq m",
        "square foot": "square foot,square feet,sq ft",
        "litre": "litre,litres,liter,liters",
        "gallon": "gallon,gallons",
        "pint": "pint,pints",
        "barrel": "barrel,barrels,bbl,bbls",
        "bushel": "bushel,bushels",
        "ounce": "ounce,ounces,oz",
        "watt": "watt,watts",
        "megawatt": "megawatt,megawatts,mw",
        "degree": "degree,degrees,\u00b0,\u00b0c,\u00b0f",
    }.items():
        add(unit, words)
    return table


_UNIT_WORDS = _unit_table()
_UNIT_TOKENS = 5  # the most tokens in a unit: "u.s. dlrs" counts u . s . space dlrs, less its start
# Units that may touch the digits.
_ATTACHED_UNITS = frozenset(
    "% pc pct p x kg kgs g km kms cm mm ha ft hr hrs min mins pp ppt bn bp bps oz mw % point".split()
)
_CURRENCY_SIGNS = {"£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR"}
_DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
}
_CURRENCY_CODES = {
    **{code.lower(): code for code in "GBP USD EUR JPY INR AUD CAD NZD HKD SGD CHF".split()},
    "rs": "INR",
}

_MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# A four-digit number after one of these is a year.
_YEAR_LEADS = frozenset(
    "in since during until till by before after early late mid from to and or the between of year season"
    " years spring summer autumn winter fall for ending ended through calendar fiscal financial".split()
)
# Words before a number that make it a name or a place in a row.
_DESIGNATORS = frozenset(
    "no no. nos number page pages chapter section sections article channel radio level tier phase group type"
    " route junction platform gate flight room line part episode series round stage figure table question"
    " band zone category schedule top clause item paragraph formula apollo boeing airbus windows iphone"
    " version bbc itv war step lot plot unit ward floor area51 sars highway interstate volume vol psalm"
    " point".split()
)
_CAPITAL_DESIGNATORS = frozenset("Year Grade Class Day Week Game Act Big Key Form Gulf Tour".split())
_EMERGENCY = frozenset("999 911 112 101 111 105".split())
_CALLS = frozenset(
    "call calls calling called dial dialling ring ringing phone line phoning contact on".split()
)
_PERSONS = frozenset(
    "victim victims child children people person pupil pupils anyone everyone someone those adult adults"
    " patient patients girl girls boy boys man men woman women resident residents age aged ages driver"
    " drivers player players voter voters teenager teenagers youngster youngsters kids minors anybody"
    " students student users workers customers the all youths offenders".split()
)
_PLURAL_NOUNS = frozenset(
    "people children men women staff police pupils offences incidents crimes cases".split()
)

# What may follow or lead a bare "half" or "a third", which are otherwise halves of matches and third men.
_PART_FOLLOWS = frozenset(
    "of the that those its their his her our all in more fewer less higher lower since on from over compared"
    " to were are have had said say are is was by rise increase drop fall decrease reduction cut as what"
    " lower bigger larger smaller greater per within last between and or who do did believe think".split()
)
_PART_LEADS = frozenset("by than to only just in up down fell rose cut dropped rise over under".split())
_NOT_HALF = frozenset("first second other latter final this last each next opening closing better".split())

_PER_STOPS = frozenset("while but than compared since before after because although whereas who if".split())
_PER_NOT_AFTER = frozenset(
    "in within over for than of once twice about half nearly almost to from by after such quite what is"
    " was at during less under and or".split()
)
_PER_NOT_BEFORE = frozenset("ago earlier before later after on old from to since previously and".split())
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "hourly": "hour",
}
_ABBREVIATIONS = frozenset(
    "no mr mrs ms dr st det supt sgt insp c ca approx sept sep oct nov dec jan feb".split()
)

# Every replacement is one character for one, so that offsets stay those of the text as given.
_PLAIN = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"}
)
_MINUS = frozenset("-\u2212")
_DASHES = frozenset("-\u2013")
_QUOTES = frozenset("'\"")

_TOKEN = re.compile(
    r"(?P<n>(?<![0-9.])[0-9]{1,3}(?:[\u2009\u202f\u00a0][0-9]{3})++(?![0-9])(?:\.[0-9]++)?"
    r"|[0-9]++(?:[.,][0-9]++)*+|(?<![\w.])\.[0-9]++)"
    rf"|(?P<f>[{''.join(_VULGAR)}])"
    rf"|(?P<w>[^\W\d_{''.join(_VULGAR)}]++)"
    r"|(?P<s>\s++)"
    r"|(?P<p>([^\w\s])\6*+|.)",
    re.DOTALL,
)
_NUMBER = re.compile(
    r"[0-9]{1,3}(?:([,\u2009\u202f\u00a0])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?"
)


@frozen(kw_only=True)
class Numeral:
    """A number as printed, with what the words around it say of it.

    ``text`` is the number with its unit and without its hedge. ``value`` is exact and scaled; for a
    percentage it is the number of percent. ``place`` is the unit of the last printed digit.

    >>> numeral = Numeral.parse("a drop of more than 18.0%")
    >>> numeral.text, numeral.value, numeral.place, numeral.unit
    ('18.0%', Fraction(18, 1), Fraction(1, 10), 'percent')
    >>> numeral.hedge, numeral.direction
    ('more than', <Direction.FALL: -1>)
    """

    text: str
    value: Fraction
    upper: Fraction | None = None
    place: Fraction
    style: Style
    in_full: bool = False
    unit: str | None = None
    per: str | Fraction | None = None
    hedge: str | None = None
    hedge_text: str | None = None
    direction: Direction | None = None
    start: int = field(default=0, eq=False)
    end: int = field(default=0, eq=False)

    @staticmethod
    def parse(text: str, *, hedges: Mapping[str, str] | None = None) -> Numeral:
        """Read a text that holds exactly one numeral.

        >>> Numeral.parse("£1.6 million").value
        Fraction(1600000, 1)
        >>> Numeral.parse("nearly one in five").text
        'one in five'
        >>> Numeral.parse("63 against 77")
        Traceback (most recent call last):
        ...
        claimcheck.errors.Fault: two numbers in '63 against 77' ('63' and '77'); say which one is meant
        """
        refuse_float(text)
        found = find(text, hedges=hedges)
        if not found:
            # With nothing else to choose from, shy words are taken at face value: "one incident".
            found = _read(text, hedges, shy=False)
        if len(found) == 1:
            return found[0]
        shown = repr(text if len(text) <= 80 else f"{text[:77]}...")
        if found:
            count = {2: "two", 3: "three", 4: "four"}.get(len(found), str(len(found)))
            names = [repr(one.text) for one in found[:4]]
            listed = (
                ", ".join(names[:-1]) + f" and {names[-1]}" if len(found) <= 4 else ", ".join(names) + " ..."
            )
            raise Fault(message=f"{count} numbers in {shown} ({listed})", advice="say which one is meant")
        long = re.search(rf"[0-9]{{{MOST_DIGITS + 1}}}", text)
        if long:
            raise Fault(
                message=f"a number of more than {MOST_DIGITS} digits in {shown}",
                advice=f"write at most {MOST_DIGITS} digits",
            )
        raise Fault(message=f"no number in {shown}", advice="quote the words that hold the number")

    def __str__(self) -> str:
        """The numeral with its hedge, direction and rate, in words that read back as the same numeral.

        >>> str(Numeral.parse("fell in a year by almost 7 per cent"))
        'fall of almost 7 per cent'
        >>> str(Numeral.parse("15 child sexual offences a day"))
        '15 per day'
        """
        words = self.text
        if self.hedge_text is not None:
            words = _hedged(self.hedge_text, words)
        if self.direction is not None:
            words = f"{'rise' if self.direction is Direction.RISE else 'fall'} of {words}"
        if self.per is not None:
            words = f"{words} per {self.per if isinstance(self.per, str) else f'{self.per.numerator:,}'}"
        return words

    def restate(self, value: Fraction) -> str:
        """Print another value in the same style and to the same place, in the numeral's own unit.

        A value half-way between two printings goes to the one further from zero. The sign is left
        to the words around it, unless this numeral was itself printed with a minus.

        >>> Numeral.parse("17%").restate(Fraction(200, 11))
        '18%'
        >>> Numeral.parse("seven per cent").restate(Fraction(8))
        'eight per cent'
        >>> Numeral.parse("two thirds").restate(Fraction(37, 50))
        'three quarters'
        """
        refuse_float(value)
        return _restate(self, Fraction(value))


def find(text: str, *, hedges: Mapping[str, str] | None = None) -> tuple[Numeral, ...]:
    """Every numeral in a text, in order; spans are offsets into the text as given.

    ``hedges`` adds words to :data:`HEDGE_WORDS`, or gives words of it another meaning.

    >>> [str(numeral) for numeral in find("In 2019/20 there were 63, down 18% from 77.")]
    ['63', 'fall of 18%', '77']
    >>> find("north of 700", hedges={"north of": "more than"})[0].hedge
    'more than'
    """
    refuse_float(text)
    return _read(text, hedges, shy=True)


# How it is read


@frozen(kw_only=True)
class _Amount:
    """One number with sign, scale and unit, from token ``first`` up to token ``last``."""

    first: int
    last: int
    value: Fraction
    place: Fraction
    style: Style
    whole: bool
    unit: str | None = None
    upper: Fraction | None = None
    plain: bool = False  # digits with neither scale nor unit, which a range may lend them
    scale: Fraction = Fraction(1)
    bare: bool = True  # no unit printed on it
    glued: bool = False  # a unit joined with a hyphen: 17-month


def _part_place(part: Fraction) -> Fraction:
    """The place of a number that ends in a fraction: halves are given to the nearest quarter."""
    return Fraction(1, max(part.denominator, 4))


def _named_place(value: Fraction) -> Fraction:
    """The width of what a named fraction stands for."""
    low, high = fraction_neighbours(value)
    return (high - low) / 2


def fraction_neighbours(value: Fraction) -> tuple[Fraction, Fraction]:
    """The named fractions next below and next above: what this one is told apart from.

    Nothing lies below a tenth but 0, and nothing above nine tenths but 1. A fraction with a lesser
    name, say a sixth or seven eighths, is told apart from those on both sides of it.

    >>> fraction_neighbours(Fraction(1, 4))
    (Fraction(1, 5), Fraction(1, 3))
    """
    below = max((named for named in NAMED_FRACTIONS if named < value), default=Fraction(0))
    above = min((named for named in NAMED_FRACTIONS if named > value), default=Fraction(1))
    return below, max(above, value)


@lru_cache(maxsize=64)
def _hedge_tables(extra: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], dict[str, str], int]:
    """Hedge words that stand before a number, those that stand after it, and the most tokens in one."""
    table = dict(HEDGE_WORDS)
    for words, name in extra:
        table[" ".join(words.lower().split())] = name
    before = {words: name for words, name in table.items() if not _stands_after(words)}
    after = {words: name for words, name in table.items() if _stands_after(words)}
    return before, after, max(len(_TOKEN.findall(words)) for words in table)


class _Scan:
    """A text in tokens, and the rules that read numerals off them."""

    def __init__(self, text: str, hedges: Mapping[str, str] | None, *, shy: bool) -> None:
        self.text = text
        self.shy = shy
        self.passed = 0  # numbers before this token have been looked at and are none
        self.hedges, self.hedges_after, self.hedge_tokens = _hedge_tables(tuple((hedges or {}).items()))
        # k, w: kind and word of each token; an extra token at the end saves every rule a bounds check.
        self.k: list[str] = []
        self.w: list[str] = []
        self.at: list[int] = []
        for match in _TOKEN.finditer(text.translate(_PLAIN)):
            kind = match.lastgroup or "p"
            self.k.append(kind)
            self.w.append(match.group().lower() if kind == "w" else match.group())
            self.at.append(match.start())
        self.size = len(self.k)
        self.at.append(len(text))
        self.k.extend("....")
        self.w.extend([""] * 4)

    # Neighbours

    def kind(self, i: int) -> str:
        return self.k[i] if 0 <= i < self.size else "."

    def word(self, i: int) -> str:
        return self.w[i] if 0 <= i < self.size else ""

    def slice(self, first: int, last: int) -> str:
        return self.text[self.at[first] : self.at[last]]

    def capital(self, i: int) -> bool:
        return self.kind(i) == "w" and self.text[self.at[i]].isupper()

    def skip_space(self, i: int) -> int:
        """The token at ``i``, or the next one when that is a space within the paragraph."""
        return i + 1 if self.kind(i) == "s" and not self.paragraph(i) else i

    def back_space(self, i: int) -> int:
        """The token before ``i``, or the one before that when there is a space between."""
        return i - 2 if self.kind(i - 1) == "s" and not self.paragraph(i - 1) else i - 1

    def paragraph(self, i: int) -> bool:
        return self.w[i].count("\n") > 1

    def before(self, i: int) -> str:
        """The word before token ``i`` across one space, or ''."""
        j = self.back_space(i)
        return self.word(j) if j < i - 1 and self.kind(j) == "w" else ""

    def after(self, i: int) -> str:
        """The word at token ``i`` or across one space, or ''."""
        j = self.skip_space(i)
        return self.word(j) if self.kind(j) == "w" else ""

    def phrase(self, i: int, table: Mapping[str, object], most: int) -> tuple[str, int] | None:
        """The longest entry of the table that starts at token ``i``, and where it ends."""
        words, best = "", None
        for j in range(i, min(i + most, self.size)):
            words += " " if self.k[j] == "s" else self.w[j]
            if words in table and not (self.k[j] == "w" and self.kind(j + 1) == "n"):
                best = (words, j + 1)
        return best

    # Numbers in words

    def small(self, i: int) -> tuple[int, int] | None:
        """A number from 0 to 99 in words."""
        word = self.word(i)
        if word in _TENS:
            j = i + 2 if self.word(i + 1) == "-" else self.skip_space(i + 1)
            unit = _UNITS.get(self.word(j), 0)
            if j > i + 1 and 1 <= unit <= 9:
                return _TENS[word] + unit, j + 1
            return _TENS[word], i + 1
        return (_UNITS[word], i + 1) if word in _UNITS else None

    def below_thousand(self, i: int) -> tuple[int, int] | None:
        read = self.small(i)
        if read is None and self.word(i) in ("a", "one") and self.after(i + 1) == "hundred":
            read = (1, i + 1)
        if read is None:
            return None
        value, j = read
        following = self.join(j)
        if value < 100 and self.word(following) == "hundred":
            value, j = value * 100, following + 1
            k = self.skip_space(j)
            if self.word(k) == "and":
                k = self.skip_space(k + 1)
            rest = self.small(k)
            if rest and k > j and rest[0] > 0 and (k > self.skip_space(j) or rest[0]):
                value, j = value + rest[0], rest[1]
        return value, j

    def join(self, i: int) -> int:
        """The token after a space or a hyphen at ``i``."""
        return i + 1 if self.word(i) == "-" else self.skip_space(i)

    def in_words(self, i: int) -> _Amount | None:
        """A number in words: seven, twenty-five, a dozen, half a million, two and a half."""
        if self.word(i) == "half":
            j = self.skip_space(i + 1)
            if self.word(j) in ("a", "an"):
                k = self.skip_space(j + 1)
                scale = self.scale_word(k)
                if scale:
                    return self.round_words(
                        i, k + 1, HALF * scale, scale * TENTH if scale > 12 else Fraction(1)
                    )
                unit = self.unit_at(k)
                if unit and unit[0] in (_PERCENT, _POINT):
                    return self.round_words(i, j + 1, HALF, Fraction(1, 2))
            return None
        if self.word(i) in ("a", "an"):
            j = self.skip_space(i + 1)
            scale = self.scale_word(j) if j > i + 1 else None
            if scale and self.word(j) != "hundred":
                return self.word_amount(i, j + 1, 1, scale)
            if not (j > i + 1 and self.word(j) == "hundred"):
                return None
        group = self.below_thousand(i)
        if group is None:
            return None
        value, j = group
        # "two and a half" and "one and a quarter", perhaps with a scale after them
        k = self.join(j)
        if k > j and self.word(k) == "and":
            k = self.join(k + 1)
            if self.word(k) == "a":
                k = self.join(k + 1)
                part = _PARTS.get(self.word(k), 0)
                if part in (2, 4):
                    k += 1
                    scale_at = self.join(k)
                    scale = (self.scale_word(scale_at) if scale_at > k else None) or 1
                    end = scale_at + 1 if scale != 1 else k
                    amount = (value + Fraction(1, part)) * scale
                    return self.round_words(i, end, amount, Fraction(scale, 4))
        scale_at = self.join(j)
        scale = self.scale_word(scale_at) if scale_at > j else None
        return self.word_amount(i, scale_at + 1 if scale else j, value, scale or 1)

    def scale_word(self, i: int) -> int | None:
        word = self.word(i)
        return {"dozen": 12, "hundred": 100}.get(word) or _WORD_SCALES.get(word)

    def round_words(self, first: int, last: int, value: Fraction, place: Fraction) -> _Amount:
        return _Amount(first=first, last=last, value=value, place=place, style=Style.WORDS, whole=False)

    def word_amount(self, first: int, last: int, value: int, scale: int) -> _Amount:
        """Finish a number in words: a million and more counts in millions, less is printed in full."""
        total, top = value * scale, scale
        # "two million three hundred thousand and six": each scale smaller than the one before
        while top >= 1000:
            k = self.skip_space(last)
            if self.word(k) == "and":
                k = self.skip_space(k + 1)
            group = self.below_thousand(k) if k > last else None
            if group is None:
                break
            scale_at = self.join(group[1])
            lower = self.scale_word(scale_at) or 1
            if lower in (12, 100) or lower >= top or (lower == 1 and group[0] == 0):
                break
            # "one thousand two offences" is read, "a million two weeks ago" is not
            if lower == 1 and top > 1000:
                break
            total, top = total + group[0] * lower, lower
            last = scale_at + 1 if lower > 1 else group[1]
        whole = scale < 10**5 or top == 1
        place = Fraction(1) if whole else Fraction(top)
        return _Amount(
            first=first,
            last=last,
            value=Fraction(total),
            place=place,
            style=Style.WORDS,
            whole=whole,
            scale=Fraction(scale) if not whole else Fraction(1),
        )

    # Numbers in digits

    def in_digits(self, i: int) -> _Amount | None:
        """The digits at token ``i``, with a vulgar fraction and a scale after them."""
        if self.kind(i) == "f":
            return _Amount(
                first=i,
                last=i + 1,
                value=_VULGAR[self.w[i]],
                place=_named_place(_VULGAR[self.w[i]]),
                style=Style.NAMED_FRACTION,
                whole=False,
            )
        if self.kind(i) != "n":
            return None
        digits = self.w[i]
        if len(digits) > 2 * MOST_DIGITS or not _NUMBER.fullmatch(digits):
            return None
        digits = re.sub("[,\u2009\u202f\u00a0]", "", digits)
        whole_part, _, decimals = digits.partition(".")
        if len(whole_part) + len(decimals) > MOST_DIGITS or (len(whole_part) > 1 and whole_part[0] == "0"):
            return None
        value, place, whole, j = Fraction(digits), Fraction(1, 10 ** len(decimals)), not decimals, i + 1
        if whole and self.kind(j) == "f":
            part = _VULGAR[self.w[j]]
            value, place, whole, j = value + part, _part_place(part), False, j + 1
        scale, j = self.scale_after(j)
        if scale != 1:
            whole = False
        return _Amount(
            first=i,
            last=j,
            value=value * scale,
            place=place * scale,
            style=Style.DIGITS,
            whole=whole,
            plain=scale == 1,
            scale=Fraction(scale),
        )

    def scale_after(self, i: int) -> tuple[int, int]:
        word = self.word(i)
        if self.kind(i) == "w":
            scale = _SCALES.get(word) or _LETTER_SCALES.get(word)
            return (scale, i + 1) if scale else (1, i)
        j = self.join(i)
        word = self.word(j)
        scale = _SCALES.get(word) or (12 if word == "dozen" else None)
        return (scale, j + 1) if j > i and self.kind(j) == "w" and scale else (1, i)

    def unit_at(self, i: int) -> tuple[str, Fraction, int] | None:
        """The unit word or words that start at token ``i``: unit, factor, end."""
        match = self.phrase(i, _UNIT_WORDS, _UNIT_TOKENS + 2)
        if match is None or (self.kind(i) == "w" and self.word(i) in ("p", "x", "g", "b")):
            return None
        unit, factor = _UNIT_WORDS[match[0]]
        return unit, factor, match[1]

    def with_unit(self, amount: _Amount) -> _Amount:
        """The amount with the unit printed after it, if there is one."""
        i = amount.last
        match: tuple[str, Fraction, int] | None
        glued = False
        if self.kind(i) == "w":  # letters that touch the digits
            word = self.word(i)
            if word not in _ATTACHED_UNITS or word not in _UNIT_WORDS:
                return amount
            match = (*_UNIT_WORDS[word], i + 1)
        elif self.word(i) == "-":
            match, glued = self.unit_at(i + 1), True
        else:
            match = self.unit_at(self.skip_space(i))
        if match is None:
            return amount
        unit, factor, last = match
        if amount.unit is not None:  # "$5m dollars" has said it already
            return amount if unit != amount.unit else evolve(amount, last=last)
        if unit == "second" and amount.style is Style.WORDS and amount.value == 1:
            return amount
        return evolve(
            amount,
            last=last,
            unit=unit,
            value=amount.value * factor,
            place=amount.place * factor,
            scale=amount.scale * factor,
            plain=False,
            bare=False,
            glued=glued,
        )

    def amount_at(self, i: int) -> _Amount | None:
        """A number with its sign, currency, scale and unit, starting at token ``i``."""
        j, negative, currency = i, False, None
        if self.word(j) in _MINUS and self.opens(j):
            negative, j = True, j + 1
        if self.kind(j) == "w" and self.word(j + 1) == "$" and self.word(j) in _DOLLARS:
            currency, j = _DOLLARS[self.word(j)], self.skip_space(j + 2)
        elif self.word(j) in _CURRENCY_SIGNS:
            currency, j = _CURRENCY_SIGNS[self.word(j)], self.skip_space(j + 1)
        elif self.kind(j) == "w" and self.word(j) in _CURRENCY_CODES:
            k = self.skip_space(j + 1)
            if self.kind(k) == "n":
                currency, j = _CURRENCY_CODES[self.word(j)], k
        if currency and self.word(j) in _MINUS and not negative:
            negative, j = True, j + 1
        digits = self.kind(j) in ("n", "f")
        if j > i and not digits:
            return None
        if digits and currency is None and self.kind(j) == "n" and self.trap(j) is not None:
            return None
        amount = self.in_digits(j) if digits else self.in_words(j)
        if amount is None:
            return None
        if currency:
            amount = evolve(amount, unit=currency, plain=False, bare=False)
            if amount.scale == 1:  # "£5 m", never "5 m", which may be metres
                k = self.skip_space(amount.last)
                scale = (
                    _LETTER_SCALES.get(self.word(k)) if k > amount.last and self.kind(k + 1) != "w" else None
                )
                if scale and self.word(k) != "b":
                    amount = evolve(
                        amount,
                        last=k + 1,
                        value=amount.value * scale,
                        place=amount.place * scale,
                        scale=Fraction(scale),
                        whole=False,
                    )
        if digits and self.kind(amount.last) == "w" and not self.letters_fit(amount.last):
            return None
        amount = self.with_unit(amount)
        if negative:
            amount = evolve(amount, value=-amount.value)
        return evolve(amount, first=i)

    def opens(self, i: int) -> bool:
        """True where a word may start: at the text's start, after a space, a bracket or a quote."""
        return self.kind(i - 1) in ("s", ".") or self.word(i - 1) in ("(", "[", '"', "'")

    def letters_fit(self, i: int) -> bool:
        """Letters that touch the number before them are a unit or '-fold', not part of a name."""
        return (self.word(i) in _ATTACHED_UNITS or self.word(i) == "fold") and self.kind(i + 1) != "n"

    # What is printed in digits and counts nothing

    def year_like(self, i: int) -> bool:
        digits = self.word(i)
        return self.kind(i) == "n" and len(digits) == 4 and digits.isdigit() and "1500" <= digits <= "2199"

    def month(self, i: int) -> bool:
        return self.kind(i) == "w" and self.w[i] in _MONTHS and self.capital(i)

    def trap(self, i: int) -> int | None:
        """Where to go on reading when the digits at token ``i`` are no quantity; None when they may be."""
        end = self.chain(i)
        if end is not None:
            return end
        word, before = self.w[i], self.word(i - 1)
        # O2, A303, Covid-19, #1, +44, 9:30
        if self.kind(i - 1) == "w" and before not in _CURRENCY_CODES:
            return i + 1
        if before in _DASHES and self.kind(i - 2) == "w" and self.word(i - 2) not in _SMALL:
            return i + 1
        if self.kind(i - 1) == "p" and before in (
            "/",
            "#",
            "_",
            "@",
            "+",
            ":",
            "\\",
            "=",
            "&",
            ".",
            "^",
            "*",
        ):
            return i + 1
        # 3rd, 9.30am, 1990s, 4x4
        if self.kind(i + 1) == "w":
            suffix = self.slice(i + 1, i + 2) if self.w[i + 1] == "g" else self.w[i + 1]  # 5G is no weight
            known = (
                suffix in _SCALES or suffix in _LETTER_SCALES or suffix in _ATTACHED_UNITS or suffix == "fold"
            )
            if not known or self.kind(i + 2) == "n":
                return i + 2
        if self.date(i):
            return i + 1
        if self.clock(i):
            return i + 1
        if self.year_like(i) and self.is_year(i):
            return i + 1
        if word in _EMERGENCY and self.dialled(i):
            return i + 1
        return None

    def chain(self, i: int) -> int | None:
        """The end of digits strung together as no quantity is: 0300 456 0108, 24/7, 2019-20, 3-1."""
        j, groups, marks = i, 1, ""
        while True:
            if self.kind(j + 2) == "n" and self.word(j + 1) in ("-", "\u2013", "/", ":", "--"):
                marks, j, groups = marks + self.w[j + 1][0] if len(marks) < 4 else marks, j + 2, groups + 1
            elif self.kind(j + 1) == "s" and self.kind(j + 2) == "n" and self.w[j + 1] in (" ", "\u00a0"):
                if not (self.w[j].isdigit() and self.w[j + 2].isdigit()) or self.year_like(j):
                    break
                marks, j, groups = marks + " " if len(marks) < 4 else marks, j + 2, groups + 1
            else:
                break
        if groups == 1:
            return None
        if groups == 2:
            first, second = self.w[i], self.w[j]
            if marks == " ":
                # "10 000" is as likely two numbers as one: it is left alone
                phone = first[0] == "0" or len(second) == 3 or (len(first) >= 3 and len(second) > 3)
                return j + 1 if phone else None
            if marks in ("-", "\u2013"):
                if self.year_like(i) and len(second) in (2, 4) and second.isdigit():
                    return j + 1
                if self.kind(i - 1) == "w" or self.word(i - 1) in _DASHES:
                    return j + 1
                rising = (
                    _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second) and _plain(first) < _plain(second)
                )
                score = self.before(i) in ("won", "lost", "lose", "win", "beat", "beaten", "drew", "draw")
                return None if rising and not score and first[0] != "0" else j + 1
        return j + 1

    def date(self, i: int) -> bool:
        digits = self.w[i]
        if not (digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31):
            return False
        if self.month(self.skip_space(i + 1)) and self.kind(i + 1) == "s":
            return True
        if self.word(self.skip_space(i + 1)) == "of" and self.month(
            self.skip_space(self.skip_space(i + 1) + 1)
        ):
            return True
        j = self.back_space(i)
        if self.word(j) == "." and self.kind(j - 1) == "w":
            j -= 1
        if not (self.month(j) and j < i - 1):
            return False
        following = self.after(i + 1)
        return self.unit_at(self.skip_space(i + 1)) is None and following not in _PLURAL_NOUNS

    def clock(self, i: int) -> bool:
        j = self.skip_space(i + 1)
        if self.word(j) in ("am", "pm", "gmt", "bst", "noon", "midnight"):
            return True
        if self.word(j) in ("a", "p") and self.word(j + 1) == "." and self.word(j + 2) == "m":
            return True
        if self.word(j) == "o" and self.word(j + 1) == "'":
            return True
        hours, _, minutes = self.w[i].partition(".")
        if (
            len(minutes) == 2
            and minutes.isdigit()
            and int(minutes) < 60
            and len(hours) <= 2
            and hours.isdigit()
        ):
            quantity = self.unit_at(j) is not None or self.word(j) in _SCALES
            return self.before(i) == "at" and self.kind(i + 1) != "w" and not quantity
        return False

    def is_year(self, i: int) -> bool:
        """A four-digit number is a year unless something makes a quantity of it."""
        j = self.skip_space(i + 1)
        if self.kind(i + 1) == "w" or self.kind(i + 1) == "f":
            return False
        lead = self.back_space(i)
        if self.month(lead) or (self.word(lead) in (",", ".") and self.month(lead - 1)):
            return True
        unit = self.unit_at(j if self.word(j) != "-" else j + 1)
        if unit and unit[0] not in ("pound", "second"):
            return unit[0] in _TIME_UNITS and self.before(i) in _YEAR_LEADS
        if self.word(j) in _SCALES:
            return False
        before = self.before(i)
        if not self.shy:
            if before == "of":
                lead = self.back_space(lead)
                return self.word(lead) in ("end", "start", "beginning", "class", "half", "quarter", "summer")
            return before in _YEAR_LEADS and before not in ("and", "or", "to", "the", "between", "from")
        noun = (
            self.kind(j) == "w"
            and not self.capital(j)
            and (self.w[j] in _PLURAL_NOUNS or self.w[j].endswith("s"))
        )
        if noun and self.hedge_before(i) is not None and before not in _YEAR_LEADS:
            return self.w[j] in ("was", "is", "has", "its", "as", "this")
        return not (self.word(j) in _PLURAL_NOUNS and before not in _YEAR_LEADS)

    def dialled(self, i: int) -> bool:
        seen = 0
        for j in range(i - 1, max(-1, i - 14), -1):
            if self.k[j] == "w":
                seen += 1
                if self.w[j] in _CALLS and (self.w[j] != "on" or seen == 1):
                    return True
        return False

    def named(self, amount: _Amount) -> bool:
        """True when the words beside a number make it a name, an age or the start of a compound."""
        i, j = amount.first, amount.last
        before = self.before(i)
        unit_free = amount.bare and amount.scale == 1
        if (
            unit_free
            and before in _DESIGNATORS
            and not (before in ("no", "point") and amount.style is Style.WORDS)
        ):
            return True
        lead = self.back_space(i)
        if (
            unit_free
            and self.word(lead) == "."
            and self.word(lead - 1) in ("no", "nos", "p", "pp", "ch", "fig")
        ):
            return True
        if unit_free and self.capital(lead) and self.slice(lead, lead + 1) in _CAPITAL_DESIGNATORS:
            return True
        if unit_free and self.word(lead) == "-" and self.kind(lead - 1) == "w" and lead == i - 1:
            return True
        if unit_free and self.word(lead) == "war" and amount.style is Style.WORDS:
            return True
        if self.aged(amount):
            return True
        # two-tier, 63-page: part of an adjective
        if amount.bare and self.word(j) == "-" and self.kind(j + 1) == "w" and not amount.glued:
            return self.word(j + 1) not in ("fold", "out", "in")
        return False

    def aged(self, amount: _Amount) -> bool:
        i, j = amount.first, amount.last
        if self.after(j) == "o" and self.word(self.skip_space(j) + 1) == "'":
            return True  # nine o'clock
        if amount.unit in ("year", "month", "week", "day"):
            k = self.join(j)
            if k > j and self.word(k) in ("old", "olds"):
                return True
            if self.after(j) == "of" and self.after(self.skip_space(j) + 1) == "age":
                return True
        elif not amount.bare or (not amount.plain and amount.style is not Style.WORDS):
            return False
        lead = self.back_space(i)
        if lead < i - 1 and self.word(lead) in ("aged", "age", "ages"):
            return True
        if lead < i - 1 and self.word(lead) in (
            "under",
            "over",
            "between",
            "from",
            "to",
            "and",
            "below",
            "above",
        ):
            second = self.back_space(lead)
            if self.word(second) in ("aged", "age", "ages") or (
                self.word(lead) in ("under", "over")
                and amount.bare
                and amount.value <= 100
                and self.word(second) in _PERSONS
            ):
                return True
        if amount.style is Style.DIGITS and amount.bare and amount.whole and 1 <= amount.value <= 110:
            # Smith, 25, said
            return self.word(j) == "," and self.word(lead) == "," and self.capital(lead - 1)
        return False

    # Hedges, rates, directions

    def hedge_before(self, i: int) -> tuple[str, int, int] | None:
        """The hedge whose words end just before token ``i``: name, first token, token after the last."""
        end = self.back_space(i) + 1
        if self.word(end - 1) in ("a", "an") and end < i and self.kind(end - 2) == "s":
            end = end - 2  # "more than a 17% rise"
        if end < 1 or self.kind(end - 1) == ".":
            return None
        words, best = "", None
        for j in range(end - 1, max(-1, end - 1 - self.hedge_tokens), -1):
            words = (" " if self.k[j] == "s" else self.w[j]) + words
            if words in self.hedges and self.starts_word(j):
                best = (self.hedges[words], j, end)
        if best is None:
            return None
        _, first, _ = best
        touching = end == i
        if touching and self.k[end - 1] == "w":
            return None
        opening = self.word(first)
        lead = self.back_space(first)
        # "14 more than 63" compares two numbers; "adding up to 752" sums to one
        if opening in ("more", "fewer", "less", "higher", "lower", "greater") and self.kind(lead) in (
            "n",
            "f",
        ):
            return None
        if opening == "up" and self.word(lead) in _PARTICLE_VERBS:
            return None
        return best

    def starts_word(self, j: int) -> bool:
        return not (self.k[j] == "w" and self.word(j - 1) in ("-", "'")) and not (
            self.k[j] == "p" and self.kind(j - 1) == "w" and self.w[j] not in "<>~"
        )

    def hedge_after(self, i: int) -> tuple[str, int, int] | None:
        """The hedge that starts just after the number, perhaps after the noun: 20 people or more."""
        if self.word(i) == "+":
            name = self.hedges_after.get("+")
            return (name, i, i + 1) if name and self.kind(i + 1) != "n" else None
        j = self.skip_space(i)
        for _ in range(2):
            match = self.phrase(j, self.hedges_after, self.hedge_tokens) if j > i else None
            if match:
                k = self.skip_space(match[1])
                # "two or more than two" goes on to compare
                if self.word(k) == "than" or self.kind(k) == "n":
                    return None
                return self.hedges_after[match[0]], j, match[1]
            if self.kind(j) != "w" or self.w[j] in DIRECTION_WORDS:
                return None
            j = self.skip_space(j + 1)
        return None

    def rate_after(self, i: int, unit: str | None, style: Style) -> tuple[str | Fraction, int] | None:
        """The "a day", "each month" or "per 100,000" that a number is said of, and where its words end.

        The end is that of a second number, which must not be read again, or ``i``.
        """
        if style in (Style.VERB, Style.FOLD):
            return None
        most = 0 if unit in _TIME_UNITS else 2 if unit in (_PERCENT, _POINT, _TIMES, _FRACTION) else 12
        seen, previous = 0, ""
        j = self.skip_space(i)
        if self.word(j) == "-":
            j += 1
        while seen <= most:
            kind, word = self.kind(j), self.word(j)
            if kind == "p" and word in ("'", '"', "-"):
                j = self.skip_space(j + 1)
                continue
            if kind != "w" or word in _PER_STOPS:
                return None
            following = self.join(j + 1)
            unit_word = self.word(following) if following > j + 1 else ""
            if word in ("per", "every", "each") or (word in ("a", "an") and seen <= 4):
                ends = self.after(following + 1)
                if unit_word in _PER_UNITS and (
                    word not in ("a", "an")
                    or (previous not in _PER_NOT_AFTER and ends not in _PER_NOT_BEFORE)
                ):
                    return unit_word, i
                if word in ("per", "every") and seen <= 3:
                    base = self.in_digits(following) or self.in_words(following)
                    if word == "per" and base is None and unit_word in _WORD_SCALES:
                        return Fraction(_WORD_SCALES[unit_word]), following + 1
                    if base and base.value > 1 and (word == "per" or previous in ("in", "for", "of")):
                        # "one in every five" never comes here: it is one numeral
                        return base.value, base.last
                if word == "per":
                    return None
            if word in _ADVERBS:
                k = self.skip_space(j + 1)
                if seen > 0 or self.kind(k) != "w":
                    return _ADVERBS[word], i
            if word in _SMALL:
                return None
            previous, seen = word, seen + 1
            j = self.skip_space(j + 1)
        return None

    # Numerals

    def part(self, i: int) -> _Amount | None:
        """A named fraction: half, a quarter, two thirds, three-quarters."""
        word = self.word(i)
        if word == "half":
            j = i + 1
            top, bottom = 1, 2
            if self.word(j) == "-" or self.kind(i - 1) == "w" or self.in_words(i) is not None:
                return None  # half-time; half a million is a number in words
        elif word in ("a", "an") or word in _UNITS:
            top = 1 if word in ("a", "an") else _UNITS[word]
            j = self.join(i + 1)
            bottom = (_PARTS if top == 1 else _PARTS_PLURAL).get(self.word(j), 0)
            if j == i + 1 or not bottom or not 0 < top < bottom:
                return None
            j += 1
            if self.word(j) == "-" and self.kind(j + 1) == "w":
                return None
        else:
            return None
        value = Fraction(top, bottom)
        k = self.skip_space(j)
        if self.word(k) == "of":
            k = self.skip_space(k + 1)
            scale = self.scale_word(self.skip_space(k + 1)) if self.word(k) in ("a", "an") else None
            if scale and scale >= 1000:
                return self.round_words(i, self.skip_space(k + 1) + 1, value * scale, Fraction(scale, 10))
        if word in ("half", "a", "an") and self.shy and not self.meant_as_part(i, j):
            return None
        return _Amount(
            first=i,
            last=j,
            value=value,
            place=_named_place(value),
            style=Style.NAMED_FRACTION,
            whole=False,
            unit=_FRACTION,
            bare=False,
        )

    def meant_as_part(self, i: int, j: int) -> bool:
        before, following = self.before(i), self.after(j)
        if before in _NOT_HALF or (before == "the" and self.word(i) == "half"):
            return False
        if self.word(i) == "half" and following in ("time", "year", "term", "an"):
            return False
        if self.hedge_before(i) is not None or before in _PART_LEADS:
            return True
        if self.word(i) == "half" and following == "a":
            return False
        closed = self.kind(j) == "." or (self.kind(j) == "p" and self.word(j) in (".", ",", ";", ")", "+"))
        # "a rise of a third"
        closed = closed or (before == "of" and self.before(self.back_space(i)) in DIRECTION_WORDS)
        return following in _PART_FOLLOWS or closed

    def factor(self, i: int) -> _Amount | None:
        """A factor in one word: doubled, halved, tenfold."""
        word = self.word(i)
        if word.endswith("fold") and word[:-4] in _SMALL and _SMALL[word[:-4]] > 1:
            value, style = Fraction(_SMALL[word[:-4]]), Style.FOLD
        elif word in _FACTORS:
            value, style = _FACTORS[word], Style.VERB
            if self.shy and word in _SHY_FACTORS:
                following, closed = self.after(i + 1), self.kind(i + 1) != "s" and self.word(i + 1) != "-"
                if not (following in _FACTOR_FOLLOWS or closed or self.before(i) in _FACTOR_LEADS):
                    return None
            if self.word(i + 1) == "-" or self.word(i - 1) == "-":
                return None
        else:
            return None
        place = Fraction(1) if value >= 1 else _named_place(value)
        return _Amount(
            first=i, last=i + 1, value=value, place=place, style=style, whole=False, unit=_TIMES, bare=False
        )

    def fold(self, amount: _Amount) -> _Amount | None:
        """The amount when '-fold' follows it: four-fold, 4-fold, ten fold."""
        i = amount.last
        j = i if self.kind(i) == "w" else self.join(i)
        if self.word(j) != "fold" or not amount.bare:
            return None
        return evolve(amount, last=j + 1, style=Style.FOLD, unit=_TIMES, bare=False, whole=False, plain=False)

    def share(self, amount: _Amount) -> _Amount | None:
        """The amount as the A of "A in B" or "A out of B"."""
        top = amount.value
        if not amount.bare or not amount.whole or amount.scale != 1 or top < 1:
            return None
        i = amount.last
        hyphens = self.word(i) == "-"
        j = self.join(i)
        if j == i:
            return None
        out = False
        if self.word(j) == "out" and self.word(self.join(j + 1)) == "of":
            out, j = True, self.join(j + 1)
        elif self.word(j) != "in":
            return None
        k = self.join(j + 1)
        if self.word(k) == "every":
            k = self.join(k + 1)
        if self.word(k) == "-" or k == j + 1 or self.year_like(k):
            return None
        if self.kind(k) == "n" and (self.trap(k) is not None):
            return None
        bottom = self.in_digits(k) or self.in_words(k)
        if bottom is None or bottom.value.denominator != 1 or bottom.value <= 1 or bottom.value < top:
            return None
        if self.kind(bottom.last) == "w" or (self.word(bottom.last) == "-" and not hyphens):
            return None
        if self.with_unit(bottom).unit is not None and not out:
            return None
        if top > 1 and not out and bottom.value not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100):
            return None
        value = top / bottom.value
        if top == 1:
            place = 1 / (bottom.value - HALF) - 1 / (bottom.value + HALF)
            style = Style.ONE_IN
        else:
            place, style = 1 / bottom.value, Style.OUT_OF
        return evolve(
            amount,
            last=bottom.last,
            value=value,
            place=place,
            style=style,
            whole=False,
            plain=False,
            unit=_FRACTION,
            bare=False,
        )

    def between(self, i: int) -> _Amount | None:
        """The range "between A and B"."""
        j = self.skip_space(i + 1)
        low = self.amount_at(j) if j > i + 1 else None
        if low is None:
            return None
        k = self.skip_space(low.last)
        if self.word(k) != "and":
            return None
        k = self.skip_space(k + 1)
        high = self.amount_at(k)
        if high is None:
            return None
        if self.before(i) in ("aged", "age", "ages"):
            self.passed = high.last
            return None
        return self.span(i, low, high)

    def spanned(self, low: _Amount) -> _Amount | None:
        """The amount as the A of "A to B" or "A-B"."""
        i = low.last
        j = self.skip_space(i)
        if self.word(j) in _DASHES and low.unit != _FRACTION:
            k = j + 1 if j == i else self.skip_space(j + 1)
            if j > i:  # spaced dashes set words apart
                return None
            if self.kind(k) not in ("n", "p", "w") or (self.kind(k) == "w" and self.word(k) not in _SMALL):
                return None
        elif self.word(j) == "to" and j > i and self.before(low.first) != "from":
            k = self.skip_space(j + 1)
            lead = self.before(low.first)
            told = lead in DIRECTION_WORDS and lead not in _COMPARATIVES
        else:
            return None
        high = self.amount_in_range(k)
        if high is None:
            return None
        if self.word(j) == "to" and told and (not low.bare or high.bare):
            return None
        return self.span(low.first, low, high)

    def amount_in_range(self, i: int) -> _Amount | None:
        """The B of a range: like any amount, though a dash may touch it."""
        if self.kind(i) == "n" and self.word(i - 1) in _DASHES:
            amount = self.in_digits(i)
            if amount is None or (self.kind(amount.last) == "w" and not self.letters_fit(amount.last)):
                return None
            return self.with_unit(amount)
        return self.amount_at(i)

    def span(self, first: int, low: _Amount, high: _Amount) -> _Amount | None:
        if low.style not in (Style.DIGITS, Style.WORDS) or high.style not in (Style.DIGITS, Style.WORDS):
            return None
        low_value, low_place = low.value, low.place
        factor = Fraction(1)
        unit = high.unit
        if low.unit is None:
            # "2 to 3 million", "20-25%", "3-5p": the second number lends its scale and unit
            raw_high = high.value / high.scale
            if low.scale == 1 and low.value < raw_high:
                factor = high.scale
        elif high.unit is None:
            unit = low.unit
            if low.unit not in set(_CURRENCY_SIGNS.values()) | set(_DOLLARS.values()):
                return None  # "7% to 63" is two numbers
            if low.scale == 1 and low.value < high.value / high.scale:
                factor = high.scale
        elif low.unit != high.unit:
            return None
        elif low.scale == 1 and high.scale >= 1000 and low.value < high.value / high.scale and low.whole:
            factor = high.scale if low.value < 1000 else factor
        low_value, low_place = low.value * factor, low.place * factor
        if not low_value < high.value:
            return None
        if self.year_like(low.first) and self.year_like(high.first) and unit is None:
            return None
        return _Amount(
            first=first,
            last=high.last,
            value=low_value,
            upper=high.value,
            place=min(low_place, high.place),
            style=Style.RANGE,
            whole=low.whole and high.whole and factor == 1 and high.scale == 1,
            unit=unit,
            bare=unit is None,
            glued=high.glued,
        )

    def lone_one(self, amount: _Amount) -> bool:
        """True for "one" as a pronoun: it counts only with a unit that leaves no doubt."""
        if not (self.shy and amount.style is Style.WORDS and amount.value == 1 and amount.scale == 1):
            return False
        return self.word(amount.first) == "one" and (amount.unit is None or amount.unit in ("day", "second"))

    def candidate(self, i: int) -> _Amount | None:
        """The whole number phrase that starts at token ``i``."""
        kind, word = self.k[i], self.w[i]
        if kind == "w":
            if word == "between":
                return self.between(i)
            if self.kind(i - 1) == "n" or (self.word(i - 1) == "'" and self.kind(i - 2) == "w"):
                return None
            found = self.factor(i) or self.part(i)
            if found:
                return found
            starts = (
                word in _SMALL or word in ("a", "an", "half") or word in _CURRENCY_CODES or word in _DOLLARS
            )
            if not starts:
                return None
        elif kind == "p" and word not in _CURRENCY_SIGNS and word not in _MINUS:
            return None
        amount = self.amount_at(i)
        if amount is None:
            return None
        if amount.style is Style.NAMED_FRACTION:  # ¾, with or without "of"
            if amount.bare:
                amount = evolve(amount, unit=_FRACTION, bare=False)
            else:
                amount = evolve(amount, style=Style.DIGITS, place=amount.scale / 4)
            return amount
        whole = self.fold(amount) or self.share(amount) or self.spanned(amount)
        if whole:
            if self.aged(whole) or self.named(evolve(amount, last=whole.last)):
                self.passed = whole.last
                return None
            return whole
        if self.lone_one(amount) or self.named(amount):
            return None
        return amount


def _stands_after(words: str) -> bool:
    return words == "+" or words.startswith(("or ", "and "))


def _plain(digits: str) -> Fraction:
    return (
        Fraction(re.sub("[,\u2009\u202f\u00a0]", "", digits))
        if len(digits) <= 2 * MOST_DIGITS
        else Fraction(0)
    )


def _hedged(hedge: str, words: str) -> str:
    if hedge.strip() == "+":
        return f"{words}+"
    if _stands_after(" ".join(hedge.lower().split())):
        return f"{words} {hedge}"
    sign = hedge[-1] in "~<>\u2264\u2265" and words[0] not in _MINUS
    return f"{hedge}{words}" if sign else f"{hedge} {words}"


@frozen(kw_only=True)
class _Found:
    """A numeral that awaits its direction, with the tokens it covers, hedge and all."""

    numeral: Numeral
    first: int
    last: int
    core: int
    core_end: int


def _read(text: str, hedges: Mapping[str, str] | None, *, shy: bool) -> tuple[Numeral, ...]:
    scan = _Scan(text, hedges, shy=shy)
    found: list[_Found] = []
    i = 0
    while i < scan.size:
        if scan.k[i] == "s":
            i += 1
            continue
        amount = scan.candidate(i)
        if amount is None:
            i = max(scan.passed, (scan.trap(i) or i + 1) if scan.k[i] == "n" else i + 1)
            continue
        before = scan.hedge_before(amount.first)
        if before and found and before[1] < found[-1].last:
            before = None
        after = scan.hedge_after(amount.last)
        hedge = before or after
        end = after[2] if after else amount.last
        rate = scan.rate_after(end, amount.unit, amount.style)
        numeral = Numeral(
            text=scan.slice(amount.first, amount.last),
            value=amount.value,
            upper=amount.upper,
            place=amount.place,
            style=amount.style,
            in_full=amount.whole,
            unit=amount.unit,
            per=rate[0] if rate else None,
            hedge=hedge[0] if hedge else None,
            hedge_text=scan.slice(hedge[1], hedge[2]) if hedge else None,
            start=scan.at[amount.first],
            end=scan.at[amount.last],
        )
        first = before[1] if before else amount.first
        found.append(_Found(numeral=numeral, first=first, last=end, core=amount.first, core_end=amount.last))
        i = max(end, rate[1] if rate else end)
    return _directed(scan, found)


def _directed(scan: _Scan, found: Sequence[_Found]) -> tuple[Numeral, ...]:
    """Give every numeral the direction word that belongs to it.

    A direction word belongs to one numeral, the nearest that can take it; a numeral takes the
    nearest of the words that belong to it.
    """
    best: dict[int, tuple[int, Direction]] = {}
    following = 0
    covered = [(one.first, one.last) for one in found]
    for i in range(scan.size):
        while following < len(found) and covered[following][1] <= i:
            following += 1
        if scan.k[i] != "w" or scan.w[i] not in DIRECTION_WORDS:
            continue
        if following < len(found) and covered[following][0] <= i:
            continue  # part of a hedge
        claims = []
        if following > 0:
            gap = _gap_before(scan, found[following - 1], i)
            if gap is not None:
                claims.append((gap, 0, following - 1))
        # A length of time on the way is passed over: "rose in the 12 months to March by 17%".
        for step in range(following, min(following + 3, len(found))):
            gap = _gap_after(scan, i, found[step])
            if gap is not None:
                claims.append((gap, 1, step))
                break
            if found[step].numeral.unit not in _TIME_UNITS:
                break
        if claims:
            gap, _, index = min(claims)
            if index not in best or gap < best[index][0]:
                best[index] = (gap, DIRECTION_WORDS[scan.w[i]])
    # "fell £3m, or 4%" says one change twice: what follows "or" points the same way.
    for index in range(1, len(found)):
        if index - 1 in best and index not in best and _restates(scan, found[index - 1], found[index]):
            best[index] = (0, best[index - 1][1])
    return tuple(
        one.numeral if index not in best else evolve(one.numeral, direction=best[index][1])
        for index, one in enumerate(found)
    )


def _restates(scan: _Scan, one: _Found, other: _Found) -> bool:
    """True for the B of "A, or B" and "A (or B)", where B is a percentage."""
    if other.numeral.unit != _PERCENT or other.first - one.last > 12:
        return False
    words = [scan.w[i] for i in range(one.last, other.first) if scan.k[i] != "s"]
    return words[-1:] == ["or"] and not set(words) & {".", ";", "and", "but"}


#: How many words may stand between a direction word and its number.
_MOST_GAP = 12


def _free(one: _Found) -> bool:
    """True for a numeral that says how much something changed wherever the verb stands."""
    return one.numeral.unit in (_PERCENT, _POINT, _TIMES) or one.numeral.style is Style.NAMED_FRACTION


def _gap_before(scan: _Scan, one: _Found, i: int) -> int | None:
    """Words between a numeral and the direction word at ``i`` after it; None when it cannot belong."""
    if one.numeral.style is Style.VERB:
        return None
    word, gap = scan.w[i], []
    for j in range(one.last, i):
        if scan.k[j] == "w":
            gap.append(scan.w[j])
        elif (
            scan.k[j] == "n"
            or (scan.k[j] == "p" and scan.w[j] not in ("-", '"', "'"))
            or (scan.k[j] == "s" and scan.paragraph(j))
        ):
            return None
        if len(gap) > 4:
            return None
    if word in _PARTICLES:
        return len(gap) if not gap else None
    if word in _COMPARATIVES:
        plain = len(gap) <= (1 if _free(one) else 2) and not set(gap) & {
            "of",
            "and",
            "or",
            "in",
            "for",
            "to",
            "than",
        }
        return len(gap) if plain else None
    if word not in _CHANGES:
        return None
    if not gap:
        return 0
    if _free(one) and gap[0] not in ("of", "to", "from", "in", "and", "but", "were", "was", "or", "on", "as"):
        return len(gap)
    return None


def _gap_after(scan: _Scan, i: int, one: _Found) -> int | None:
    """Words between the direction word at ``i`` and a numeral after it; None when it cannot belong."""
    if one.numeral.style is Style.VERB or scan.w[i] in _COMPARATIVES:
        return None
    if one.core - i > 4 * _MOST_GAP:
        return None
    gap = []
    for j in range(i + 1, one.first):
        word = scan.w[j]
        if scan.k[j] == "w":
            gap.append(word)
        elif scan.k[j] == "p":
            if word in (",", "'", '"', "-", "%", "\u00a3", "$") and _free(one):
                continue
            if word not in ("'", '"', "-") and not (word == "." and scan.word(j - 1) in _ABBREVIATIONS):
                return None
        elif scan.k[j] == "s" and scan.paragraph(j):
            return None
        if len(gap) > _MOST_GAP:
            return None
    if gap and gap[-1] in _LEVELS:
        return None
    if one.numeral.unit in _TIME_UNITS:  # "fell in two months" is no fall of two months
        return len(gap) if set(gap) <= {"by", "of", "another", "further"} and scan.w[i] != "more" else None
    tied = all(word in _TIES for word in gap)
    if scan.w[i] in _PARTICLES:
        return len(gap) if tied and scan.before(i) not in _PARTICLE_VERBS else None
    if tied:
        return len(gap)
    share = scan.after(one.last) == "of" and (not gap or gap[-1] not in ("by", "of"))
    if (
        not _free(one)
        or share
        or set(gap) & {"but", "while", "although", "which", "meant", "where", "because"}
    ):
        return None
    return len(gap)


# How it is printed again


def _rounded(value: Fraction, place: Fraction) -> Fraction:
    """The multiple of ``place`` nearest to ``value``, half-way going away from zero."""
    steps = abs(value) / place
    whole = (2 * steps.numerator + steps.denominator) // (2 * steps.denominator)
    return whole * place if value >= 0 else -whole * place


def _digits(value: Fraction, decimals: int, separator: str) -> str:
    scaled = _rounded(value, Fraction(1, 10**decimals)) * 10**decimals
    whole, rest = divmod(scaled.numerator, 10**decimals)
    shown = f"{whole:,}".replace(",", separator)
    return f"{shown}.{rest:0{decimals}d}" if decimals else shown


def _spelt(number: int) -> str:
    """A whole number in words up to a hundred, in digits above."""
    if number > 100:
        return f"{number:,}"
    if number == 100:
        return "a hundred"
    names = {value: word for word, value in _SMALL.items()}
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{names[number % 10]}"


def _cased(words: str, model: str) -> str:
    """The words with the capitals of the words they stand in for."""
    if len(model) > 1 and model.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _shortest(value: Fraction, decimals: int) -> str:
    shown = _digits(value, decimals, ",")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _agree(rest: str, *, one_before: bool, one_now: bool) -> str:
    """The words after a number, singular or plural as the new number asks."""
    if one_before == one_now or rest[:1] == "-":
        return rest
    match = re.search(r"([A-Za-z]+)\s*\Z", rest)
    if match is None:
        return rest
    word = match.group(1)
    pairs = {"foot": "feet", "inch": "inches", "penny": "pence"}
    swaps = {**pairs, **{plural: single for single, plural in pairs.items()}}
    lower = word.lower()
    if lower in swaps:
        other = swaps[lower]
    elif (one_before and f"{lower}s" in _UNIT_WORDS) or (one_before and lower == "point"):
        other = f"{lower}s"
    elif one_now and lower.endswith("s") and (lower[:-1] in _UNIT_WORDS or lower == "points"):
        other = lower[:-1]
    else:
        return rest
    return rest[: match.start(1)] + _cased(other, word) + rest[match.end(1) :]


def _restate(numeral: Numeral, value: Fraction) -> str:
    style, size = numeral.style, abs(value)
    if style is Style.RANGE:
        ends = [part for part in _ends(numeral.text) if part.text]
        return max(ends, key=lambda part: (part.unit is not None, part.place != 1)).restate(value)
    if style is Style.VERB:
        return _restate_factor(numeral.text, size)
    if style is Style.NAMED_FRACTION:
        return _restate_fraction(numeral.text, size)
    if style is Style.ONE_IN:
        return _restate_one_in(numeral.text, size)
    if style is Style.OUT_OF:
        return _restate_out_of(numeral, size)
    digits = re.search(r"[0-9][0-9,.\u2009\u202f\u00a0]*[0-9]|\.?[0-9]", numeral.text)
    if digits is not None and style in (Style.DIGITS, Style.FOLD):
        return _restate_digits(numeral, digits, value)
    return _restate_words(numeral, size)


def _ends(text: str) -> list[Numeral]:
    """The two numerals of a range."""
    body = re.sub(r"(?i)\Abetween\s+", "", text)
    pieces = re.split(
        r"\s+(?:and|to)\s+|(?<=\w)[-\u2010\u2011\u2013](?=[\w\u00a3$\u20ac])",
        body,
        maxsplit=1,
        flags=re.IGNORECASE,
    )
    return [numeral for piece in pieces for numeral in _read(piece, None, shy=False)]


def _restate_digits(numeral: Numeral, match: re.Match[str], value: Fraction) -> str:
    printed = match.group()
    head, tail = numeral.text[: match.start()], numeral.text[match.end() :]
    separators = [mark for mark in printed if mark in ",\u2009\u202f\u00a0"]
    whole_part, _, fraction = printed.partition(".")
    raw = Fraction(re.sub("[,\u2009\u202f\u00a0]", "", printed) or 0)
    vulgar = tail[:1] if tail[:1] in _VULGAR else ""
    if vulgar:
        raw, tail = raw + _VULGAR[vulgar], tail[1:]
    place = Fraction(1, 10 ** len(fraction))
    factor = numeral.place / (_part_place(_VULGAR[vulgar]) if vulgar else place)
    shown = value / factor
    if vulgar:
        rounded = _rounded(abs(shown), _part_place(_VULGAR[vulgar]))
        whole = rounded.numerator // rounded.denominator
        signs = {part: sign for sign, part in _VULGAR.items()}
        number = (str(whole) if whole else "") + signs.get(rounded - whole, "") or "0"
    else:
        # Four digits were printed without a separator: so are the new ones.
        separator = separators[0] if separators else "," if len(whole_part) < 4 else ""
        number = _digits(abs(shown), len(fraction), separator)
        rounded = _rounded(abs(shown), place)
    negative = any(sign in head for sign in _MINUS)
    if negative and value >= 0:
        head = "".join(mark for mark in head if mark not in _MINUS)
    return f"{head}{number}{_agree(tail, one_before=raw == 1, one_now=rounded == 1)}"


def _restate_words(numeral: Numeral, size: Fraction) -> str:
    scan = _Scan(numeral.text, None, shy=False)
    amount = scan.in_words(0)
    if numeral.style is Style.FOLD:
        count = max(1, int(_rounded(size, Fraction(1))))
        joint = "" if amount is None else numeral.text[scan.at[amount.last] :].lower().removesuffix("fold")
        word = _spelt(count)
        if joint == "" and "-" in word:
            joint = "-"
        return f"{_cased(word, numeral.text)}{joint}fold"
    if amount is None:
        return _shortest(size, 2)
    words, tail = scan.slice(0, amount.last), numeral.text[scan.at[amount.last] :]
    unit_factor = numeral.value / amount.value if amount.value else Fraction(1)
    shown = size / unit_factor
    scale_words = [word for word in scan.w[: amount.last] if word in _WORD_SCALES]
    if amount.whole:
        number = int(_rounded(shown, Fraction(1)))
        written = _spelt(number)
    elif scale_words and scale_words[-1] in _WORD_SCALES:
        scale = _WORD_SCALES[scale_words[-1]]
        halves = amount.place < scale
        counted = _rounded(shown / scale, TENTH if halves else Fraction(1))
        written = _spelt(int(counted)) if counted.denominator == 1 else _shortest(counted, 1)
        written = f"{written} {scale_words[-1]}"
        number = 0
    else:
        counted = _rounded(shown, TENTH)
        written = _spelt(int(counted)) if counted.denominator == 1 else _shortest(counted, 1)
        number = int(counted) if counted.denominator == 1 else 0
        if "half a" in words.lower() and tail:
            tail = tail if tail[:1].isspace() else f" {tail}"
    return f"{_cased(written, words)}{_agree(tail, one_before=amount.value == 1, one_now=number == 1)}"


def _restate_factor(text: str, size: Fraction) -> str:
    lower = text.lower()
    triple = lower in _TRIPLE.values()
    row = next(
        (row for row in _FACTOR_ROWS if lower in row or lower in {_TRIPLE.get(word) for word in row}), None
    )
    nearest = _rounded(size, Fraction(1))
    word = None
    if lower == "twice":
        word = "twice" if nearest == 2 else f"{_spelt(int(nearest))} times" if nearest > 2 else None
    elif row is not None:
        aim = HALF if Fraction(9, 20) <= size <= Fraction(11, 20) else nearest
        word = next((form for form, factor in row.items() if factor == aim), None)
        word = _TRIPLE.get(word, word) if word and triple else word
    # A quarter to either side still goes by the word; half-way between two words needs the number.
    if word and (abs(size - nearest) <= Fraction(1, 4) or size < 1):
        return _cased(word, text)
    return f"{_shortest(size, 1)} times"


_FRACTION_NAMES = dict(
    zip(
        NAMED_FRACTIONS,
        (
            *("a tenth", "a fifth", "a quarter", "a third", "two fifths", "half", "three fifths"),
            *("two thirds", "three quarters", "four fifths", "nine tenths"),
        ),
        strict=True,
    )
)


def _restate_fraction(text: str, size: Fraction) -> str:
    if not Fraction(1, 20) <= size <= Fraction(19, 20):
        return f"{_shortest(size * 100, 1)}%"  # no named fraction is near enough to be true
    nearest = min(NAMED_FRACTIONS, key=lambda named: (abs(named - size), -named))
    if text in _VULGAR:
        sign = next((sign for sign, part in _VULGAR.items() if part == nearest), None)
        return sign or _FRACTION_NAMES[nearest]
    name = _FRACTION_NAMES[nearest]
    if text.lower().startswith("one"):
        name = name.replace("a ", "one ", 1) if name.startswith("a ") else name
    if "-" in text and not name.startswith("a "):
        name = name.replace(" ", "-")
    return _cased(name, text)


def _like(model: str, number: int) -> str:
    """A number in words when the one it stands in for was, and in digits when that was."""
    return f"{number:,}" if model[:1].isdigit() or number > 100 else _spelt(number)


def _restate_one_in(text: str, size: Fraction) -> str:
    match = re.fullmatch(r"(?s)(\S+?)(\W+(?:in|out\W+of)\W+(?:every\W+)?)(.+)", text, re.IGNORECASE)
    head, middle, tail = match.groups() if match else (text, " in ", "five")
    if size == 0 or size > Fraction(2, 3):
        # More than two in three is no "one in": tenths say it.
        return f"{_cased(_like(head, int(_rounded(size * 10, Fraction(1)))), head)}{middle}{_like(tail, 10)}"
    return f"{head}{middle}{_like(tail, int(_rounded(1 / size, Fraction(1))))}"


def _restate_out_of(numeral: Numeral, size: Fraction) -> str:
    match = re.fullmatch(r"(?s)(.+?)(\W+(?:in|out\W+of)\W.*)", numeral.text, re.IGNORECASE)
    head, tail = match.groups() if match else (numeral.text, "")
    return f"{_cased(_like(head, int(_rounded(size / numeral.place, Fraction(1)))), head)}{tail}"
