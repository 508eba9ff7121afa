"""Directions: which number a word such as "rose", "drop", "down" or "fewer" belongs to.

To read another word of change, add it to :data:`DIRECTION_WORDS`; a noun that may follow its number
("a 17% decrease") to ``_NOUNS`` as well.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import Final

from claimcheck.numerals.amount import Found, Style
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import PERCENT, PERCENTAGE_POINT, TIME_UNITS, TIMES
from claimcheck.numerals.words import table


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


#: Words that say which way a number changed.
DIRECTION_WORDS: Final[Mapping[str, Direction]] = table(
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
        downturn, smaller, eased, retreated, dwindled, off""": Direction.FALL,
    }
)

# These point somewhere only right after a percentage; before a number they are hedges.
_AFTER_PERCENT: Final = {"below": Direction.FALL, "above": Direction.RISE}

#: Words that compare point somewhere only after their number: 14 more, 17% fewer.
COMPARATIVES: Final = frozenset("more fewer less greater larger bigger smaller".split())
# Nouns, "higher" and "lower" may follow their number too: a 17% decrease. Verbs may not: in "of the 63,
# 7% rose" the verb says something else.
_NOUNS = frozenset(
    "increase increases rise rises growth gain gains jump jumps climb surge leap spike boost expansion hike"
    " raise advance rebound upturn uplift decrease decreases drop drops fall falls decline declines cut cuts"
    " reduction reductions slump plunge slide slip dip tumble contraction downturn higher lower".split()
)
# Particles point somewhere only right beside the number (up 3%), and not as the tail of these verbs.
_PARTICLES = frozenset(("up", "down", "off"))
PARTICLE_VERBS: Final = frozenset(
    "made make makes making set take taken took taking add adds added adding broken break sum sums grew"
    " growing grow picked pick end ended ends signed sign give gave given follow backed wound build".split()
)

#: How many words may stand between a direction word and its number, and how many tokens.
_MOST_WORDS, _MOST_TOKENS = 12, 48
# What may stand between the two without loosening the tie: fell by only 3.
_TIES = frozenset("by of a an the another further just only even on average per annum revised".split())
# A number right after one of these is a level reached or left, not a change: fell to 63.
_LEVELS = frozenset(
    "from to at than on was were is are stood reached hit totalled total compared versus vs with".split()
)
# So is one after these hedges, unless "by" says otherwise: fell below 63, rose to above 63.
_LEVEL_HEDGES = frozenset(("above", "below"))
# Words that stand between the two without telling: up on the 63, the rise of a mere 14.
_ARTICLES = frozenset("the a an its their".split())
# A noun with an article needs one of these before its number: "after the rise 8% of homes" has a share.
_NOUN_TIES = frozenset(("by", "of", "was", "is"))
# "fell in two months" is no fall of two months, "fell by two months" is one.
_TIES_OF_TIME = frozenset("by of another further".split())
# Words that end the tie of a percentage to a word before it ("rose but 17% ..."),
_BREAKS = frozenset("but while although which meant where because".split())
# to a noun after it ("17% of the rise"),
_NOUN_BREAKS = frozenset("of to from in and but were was or on as".split())
# and of any number to a comparative after it ("63 of whom more ...").
_COMPARATIVE_BREAKS = frozenset("of and or in for to than".split())
# A full stop after one of these ends no sentence.
_ABBREVIATIONS = frozenset(
    "no mr mrs ms dr st det supt sgt insp c ca approx sept sep oct nov dec jan feb".split()
)


def directions(tokens: Tokens, found: Sequence[Found]) -> list[Direction | None]:
    """The direction of each number found.

    A direction word belongs to one number, the nearest that can take it; a number takes the nearest of
    the words that belong to it.
    """
    best: dict[int, tuple[int, Direction]] = {}
    following = 0  # the first number that does not end before the word in hand
    for i in range(tokens.size):
        while following < len(found) and found[following].last <= i:
            following += 1
        if tokens.words[i] in _AFTER_PERCENT and following and _is_beside(tokens, found[following - 1], i):
            best.setdefault(following - 1, (0, _AFTER_PERCENT[tokens.words[i]]))
        if tokens.words[i] not in DIRECTION_WORDS:
            continue
        if following < len(found) and found[following].first <= i:
            continue  # part of a hedge
        claim = _nearest(tokens, found, following, i)
        if claim and (claim[1] not in best or claim[0] < best[claim[1]][0]):
            best[claim[1]] = (claim[0], DIRECTION_WORDS[tokens.words[i]])
    for index in range(1, len(found)):
        if index - 1 in best and index not in best and _says_again(tokens, found[index - 1], found[index]):
            best[index] = (0, best[index - 1][1])
        elif index > 1 and index not in best and (way := _way_between(tokens, found, index)):
            best[index] = (0, way)
    return [best[index][1] if index in best else None for index in range(len(found))]


def _nearest(tokens: Tokens, found: Sequence[Found], following: int, i: int) -> tuple[int, int] | None:
    """The number that the direction word at token ``i`` belongs to: how far off, and which."""
    gap = _gap_to_word_after(tokens, found[following - 1], i) if following else None
    nearest = None if gap is None else (gap, following - 1)
    for index in range(following, min(following + 3, len(found))):
        gap = _gap_to_word_before(tokens, found[index], i)
        if gap is not None:
            return (gap, index) if nearest is None or gap < nearest[0] else nearest
        # A length of time on the way is passed over: "rose in the 12 months to March by 17%".
        if found[index].amount.unit not in TIME_UNITS:
            break
    return nearest


def _says_again(tokens: Tokens, one: Found, other: Found) -> bool:
    """True for the B of "fell £3m, or 4%", a percentage that says the change before it once more."""
    if other.amount.unit != PERCENT or other.first - one.last > 12:
        return False
    words = [word for word in tokens.words[one.last : other.first] if word != " "]
    return words[-1:] == ["or"] and not set(words) & {".", ";", "and", "but"}


def _is_beside(tokens: Tokens, one: Found, i: int) -> bool:
    """True for a percentage just before token ``i``: 12% below."""
    return one.amount.unit == PERCENT and tokens.skip(one.last) == i


def _way_between(tokens: Tokens, found: Sequence[Found], index: int) -> Direction | None:
    """Which way "or 14%" goes after two levels: went up from 688 to 784, or 14%."""
    first, second, other = found[index - 2 : index + 1]
    if other.amount.unit != PERCENT or other.first - second.last > 12:
        return None
    ends = {tokens.word_before(first.first), tokens.word_before(second.first)}
    gap = {word for word in tokens.words[second.last : other.first] if word != " "}
    if ends != {"from", "to"} or not gap <= {",", "or", "("} or not gap & {"or", "("}:
        return None
    for i in range(first.first - 1, max(-1, first.first - 10), -1):
        if tokens.words[i] in DIRECTION_WORDS:
            return DIRECTION_WORDS[tokens.words[i]]
        if tokens.kinds[i] in ("mark", "number", "break"):
            return None
    return None


def _is_change(one: Found) -> bool:
    """True for a number that says how much something changed wherever the verb stands: 17%, a third."""
    return one.amount.unit in (PERCENT, PERCENTAGE_POINT, TIMES) or one.amount.style is Style.NAMED_FRACTION


def _gap_to_word_after(tokens: Tokens, one: Found, i: int) -> int | None:
    """How many words stand between a number and the direction word after it at token ``i``.

    None when it cannot belong. 17% higher, 14 offences more, a 17% decrease, a 7% further fall.
    """
    if one.amount.style is Style.VERB or i - one.last > _MOST_TOKENS:
        return None
    word, gap = tokens.words[i], _words_between(tokens, one.last, i)
    if gap is None or len(gap) > 4:
        return None
    if word in _PARTICLES:
        return None if gap else 0
    if word in COMPARATIVES:
        far = len(gap) > (1 if _is_change(one) else 2)
        return None if far or not _COMPARATIVE_BREAKS.isdisjoint(gap) else len(gap)
    if word not in _NOUNS or (gap and not (_is_change(one) and gap[0] not in _NOUN_BREAKS)):
        return None
    is_counted = word.endswith("s") and one.amount.is_bare  # 12 cuts were announced
    return None if is_counted else len(gap)


def _words_between(tokens: Tokens, first: int, last: int) -> list[str] | None:
    """The words from one token up to another, or None when a number or a mark sets them apart."""
    gap = []
    for j in range(first, last):
        kind, word = tokens.kinds[j], tokens.words[j]
        if kind == "word":
            gap.append(word)
        elif kind in ("number", "break") or (kind == "mark" and word not in ("-", '"', "'")):
            return None
    return gap


def _gap_to_word_before(tokens: Tokens, one: Found, i: int) -> int | None:
    """How many words stand between the direction word at token ``i`` and a number after it.

    None when it cannot belong. Rose 7%, a drop of 18%, fell in the year by just 14.
    """
    word = tokens.words[i]
    if one.amount.style is Style.VERB or word in COMPARATIVES or one.amount.first - i > _MOST_TOKENS:
        return None
    gap = _words_up_to(tokens, one, i + 1)
    if gap is None or _is_level(tokens, one, word, gap):
        return None
    is_thing = word in _NOUNS and tokens.word_before(i) in ("the", "a", "an", "this", "that")
    if is_thing and _NOUN_TIES.isdisjoint(gap) and tokens.word_after(one.last) == "of":
        return None
    if is_thing and "," in tokens.words[i : one.first] and tokens.word_before(tokens.back(i)) == "of":
        return None  # "of the rise, 17% came from"
    is_tied = _TIES.issuperset(gap)
    if one.amount.unit in TIME_UNITS:
        is_tied = _TIES_OF_TIME.issuperset(gap)
        return len(gap) if is_tied else None
    if word in _PARTICLES:
        is_tail = tokens.word_before(i) in PARTICLE_VERBS
        if word == "off" and not _is_change(one):  # "laid off 500"
            return None
        return len(gap) if is_tied and not is_tail else None
    if is_tied:
        return len(gap)
    # "rose, with 17% of them online" says a share
    is_share = tokens.word_after(one.last) == "of" and gap[-1] not in ("by", "of")
    return len(gap) if _is_change(one) and not is_share and _BREAKS.isdisjoint(gap) else None


def _is_level(tokens: Tokens, one: Found, word: str, gap: list[str]) -> bool:
    """True for a number that the words up to it make a level and no change: fell to 63, fell below 63."""
    last = len(gap)
    while last and gap[last - 1] in _ARTICLES:
        last -= 1
    lead = gap[last - 1] if last else ""
    if lead in ("was", "is") and last == 1 and word in _NOUNS and _is_change(one):  # the rise was 17%
        return False
    if lead in _LEVELS:
        return True
    is_bounded = not _LEVEL_HEDGES.isdisjoint(tokens.words[one.first : one.amount.first])
    return is_bounded and lead not in ("by", "of")


def _words_up_to(tokens: Tokens, one: Found, first: int) -> list[str] | None:
    """The words from a token up to a number, or None when a mark or too many words set them apart."""
    gap: list[str] = []
    for j in range(first, one.first):
        kind, word = tokens.kinds[j], tokens.words[j]
        if kind == "word":
            gap.append(word)
            if len(gap) > _MOST_WORDS:
                return None
        elif kind == "break":
            return None
        elif kind == "mark" and word not in ("'", '"', "-"):
            is_passed = word in (",", "%", "£", "$") and _is_change(one)
            if not is_passed and not (word == "." and tokens.words[j - 1] in _ABBREVIATIONS):
                return None
    return gap
