"""Changes: what each rise and fall of a sentence is from, and to.

The words just before a number say what it is to a change: "from 77" and "compared with 77" are where it
started, "to 63" is where it ended; "63, down 18%" names the end first. What a sentence leaves open ("That is
a drop of 18%") is taken from the one before.

To read another way of saying it, add its words to :data:`CUES`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter
from typing import Final

from attrs import evolve, frozen

from claimcheck.findings import Confidence
from claimcheck.mentions import MentionKind, Sentence, Spot
from claimcheck.numerals.directions import COMPARATIVES, DIRECTION_WORDS
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import CURRENCIES, PERCENT, POINT
from claimcheck.reading.basis import basis_of
from claimcheck.reading.ties import CHANGES, LEVELS, Tie, spots_of


class Role(enum.Enum):
    """What a level is to a change, by the words before it."""

    OLD = "old"
    NEW = "new"


#: Words just before a number that give it a role.
CUES: Final[dict[str, Role]] = {
    "from": Role.OLD,
    "than": Role.OLD,
    "against": Role.OLD,
    "versus": Role.OLD,
    "vs": Role.OLD,
    "to": Role.NEW,
}
#: These do so after "compared", ...
_COMPARED: Final = frozenset(("to", "with"))
_COMPARING: Final = frozenset("compared compares comparing comparison up down".split())
#: ... and these after a change: a 104% increase on the 191 the year before, up 17% at 63.
_AFTER_CHANGE: Final = {
    **dict.fromkeys(("on", "over", "above", "below"), Role.OLD),
    **dict.fromkeys(("at", "totalling", "totaling", "reaching"), Role.NEW),
}
#: A "to" after one of these leads to no level: according to, thanks to.
_NOT_TO: Final = frozenset("according due thanks subject prior next close owing up".split())

# What may stand between such a word and its number.
_PASSED: Final = frozenset(
    "a an the its their his her our my this that those these just only record revised seasonally adjusted"
    " unadjusted provisional estimated total some around about nearly almost over more than average all"
    " level figure number corresponding previous same low high new earlier initial original peak year"
    " restated upwardly downwardly".split()
)
_MOST_PASSED: Final = 8

# Words that start a clause of its own.
_CLAUSES: Final = frozenset("while whereas but although though whilst meanwhile".split())
# A sentence about what was just said: That is a drop of 18%.
_POINTING: Final = frozenset("that this it which".split())
_COPULAS: Final = frozenset("is was are were represents represented marks marked means meant".split())

# What may stand between a level and the change that is said of it, after a comma or the level's own noun.
_APPOSING: Final = frozenset(
    "a an the up down off for or which that is was were are has been representing marking making meaning"
    " year on of just only about nearly almost more than over around further record sharp total"
    " overall".split()
)
_COMMAS: Final = frozenset((",", "(", "-", "--", ":"))

_OR: Final = frozenset((",", "(", "or", "a", "share", "barrel", "points", "point", "per", "tonne", "head"))
# How many levels back a change may be said of: "In Staffordshire, however, it was a 6% decrease".
_MOST_RECENT: Final = 6


@frozen(kw_only=True)
class Recent:
    """What the sentences before end with: the last level, and the last two levels that were compared."""

    level: Spot | None = None
    pair: tuple[Spot, Spot] | None = None  # new, old
    levels: tuple[Spot, ...] = ()  # the last ones, the latest first
    count: int = 0  # how many of them are in the last sentence
    age: int = 0


@frozen(kw_only=True)
class _Open:
    """A change whose levels may still come."""

    changes: tuple[Spot, ...]
    antecedent: Spot | None = None
    new: Spot | None = None
    old: Spot | None = None
    turn: int | None = None
    reasons: tuple[str, ...] = ()


class ChangeReader:
    """Goes over the mentions of one sentence from left to right and ties its changes to their levels."""

    def __init__(self, tokens: Tokens, sentence: Sentence, index: int, recent: Recent) -> None:
        self._tokens = tokens
        self._sentence = sentence
        self._index = index
        self._recent = recent
        self._timed = {
            j for spot in sentence.spots if spot.time is not None for j in range(spot.first, spot.last)
        }
        self._open: _Open | None = None
        self._level: Spot | None = None
        self._pair: tuple[Spot, Spot] | None = None
        self._from: Spot | None = None
        self._levels: list[Spot] = []
        self._previous: Spot | None = None
        self.ties: list[Tie] = []

    def read(self) -> None:
        """Tie the sentence's mentions."""
        for spot in self._claims():
            kind = spot.mention.kind
            if self._says_again(spot):
                assert self._open is not None
                self._open = evolve(self._open, changes=(*self._open.changes, spot))
            elif kind in CHANGES:
                self._change(spot)
            elif kind in LEVELS:
                self._stated(spot)
            self._previous = spot
        self._close()
        self._set_apart()

    def _set_apart(self) -> None:
        """Two levels that are compared and have no change: they are not one figure."""
        if self._pair is not None:
            new, old = self._pair
            reason = f"{new.mention.text} is compared with {old.mention.text}"
            turn = self._turn_before(min(new.first, old.first))
            self.ties.append(Tie(sentence=self._index, new=new, old=old, turn=turn, reasons=(reason,)))

    def _turn_before(self, i: int) -> int | None:
        """The verb that says which way two levels without a change between them go: rose from 63 to 77."""
        words = self._tokens.words
        for j in range(i - 1, max(self._sentence.first, i - 14) - 1, -1):
            if words[j] in DIRECTION_WORDS and words[j] not in COMPARATIVES:
                return j
            if words[j] in _CLAUSES or self._tokens.kinds[j] in ("number", "mark"):
                return None
        return None

    def left(self) -> Recent:
        """What the next sentence may lean on."""
        if not self._levels:
            return evolve(self._recent, age=self._recent.age + 1)
        pair = self._pair or self._tied_pair() or self._two_times()
        levels = (*reversed(self._levels), *self._recent.levels)[:_MOST_RECENT]
        return Recent(
            level=self._level or self._levels[-1], pair=pair, levels=levels, count=len(self._levels)
        )

    def _tied_pair(self) -> tuple[Spot, Spot] | None:
        """The two levels of the only change, which another sentence may put in other words."""
        whole = [(tie.new, tie.old) for tie in self.ties if tie.new is not None and tie.old is not None]
        return whole[0] if len(whole) == 1 and len(self._levels) == 2 else None

    def _two_times(self) -> tuple[Spot, Spot] | None:
        """The later and the earlier of two levels of one thing: 63 thefts in 2019 and 77 in 2018."""
        if len(self._levels) != 2:
            return None
        one, other = self._levels
        first, second = one.mention.period, other.mention.period
        is_one_thing = other.mention.noun == one.mention.noun and other.mention.area == one.mention.area
        if first is None or second is None or first == second or not is_one_thing:
            return None
        return (one, other) if second < first else (other, one)

    def _claims(self) -> Iterator[Spot]:
        return (spot for spot in self._sentence.spots if spot.mention.is_claim and spot.found is not None)

    # Changes

    def _says_again(self, spot: Spot) -> bool:
        """True for the 4% of "fell £3m, or 4%"."""
        if self._open is None or self._previous is not self._open.changes[-1]:
            return False
        gap = [word for word in self._tokens.words[self._previous.last : spot.first] if word != " "]
        return spot.mention.unit == PERCENT and gap[-1:] == ["or"] and set(gap) <= _OR

    def _change(self, spot: Spot) -> None:
        self._close()
        opened = _Open(changes=(spot,))
        start = self._direction_before(spot)
        if self._pair is not None and self._is_said_of(max(self._pair, key=attrgetter("last")), start, spot):
            new, old = self._pair
            reasons = ("the two numbers before it are compared",)
            turn = self._turn_before(min(new.first, old.first))
            opened = evolve(opened, new=new, old=old, turn=turn, reasons=reasons)
        elif (
            self._level is not None
            and _is_in((spot,), self._level)
            and self._is_said_of(self._level, start, spot)
        ):
            opened = evolve(opened, antecedent=self._level)
        self._open = opened

    def _starts_clause(self, first: int, last: int) -> bool:
        return any(
            self._tokens.words[j] in _CLAUSES or self._tokens.words[j] in (";", ".")
            for j in range(first, last)
        )

    def _is_said_of(self, level: Spot, start: int, change: Spot) -> bool:
        """True for "63, down 18%" and "the 63 recorded was a drop of 18%".

        A verb has a subject of its own: "... 63, and robberies fell 18%".
        """
        words, i = self._tokens.words, level.last
        if start < change.first and not self._is_noun_or_particle(start, change):
            return False
        if start - i > 40 or self._starts_clause(i, start):
            return False
        last = max((j + 1 for j in range(i, start) if words[j] in _COMMAS), default=None)
        if last is None:  # over the level's own noun
            last = next((j for j in range(i, start) if words[j] in _APPOSING and words[j] != "of"), start)
            joins = "and" in words[i:last] and "and" not in (level.mention.noun or "").split()
            if joins:  # "... 63 and robberies were down 18%"
                return False
        return all(
            words[j] in _APPOSING or self._tokens.kinds[j] != "word" or j in self._timed
            for j in range(last, start)
        )

    def _direction_before(self, change: Spot) -> int:
        """The token of the word of change before the number, or the number's own."""
        for j in range(change.first - 1, max(self._sentence.first, change.first - 30) - 1, -1):
            if self._tokens.words[j] in DIRECTION_WORDS:
                return j
            if self._tokens.kinds[j] == "number" and j not in self._timed:
                break
        return change.first

    def _is_noun_or_particle(self, i: int, change: Spot) -> bool:
        """True for up, down, a rise of; false for rose, fell."""
        if self._tokens.words[i] in ("up", "down", "off"):
            return True
        lead = self._tokens.word_before(i)
        return lead in ("a", "an", "the", "year") or "of" in self._tokens.words[i : change.first]

    def _close(self) -> None:
        """Make a tie of the change in hand."""
        opened, self._open = self._open, None
        if opened is None:
            return
        new, old, reasons = opened.new, opened.old, [*opened.reasons]
        confidence = Confidence.SURE
        if new is None and opened.antecedent is not None:
            new = opened.antecedent
            reasons.append(f"the change is said of the {new.mention.text} before it")
            confidence = Confidence.SURE if old is not None else Confidence.LIKELY
        first = opened.changes[0]
        last = max(spot.last for spot in (*opened.changes, *(spot for spot in (new, old) if spot)))
        start = self._clause_start(first) if opened.antecedent is None else first.first
        tie = Tie(
            sentence=self._index,
            changes=opened.changes,
            new=new,
            old=old,
            turn=opened.turn,
            basis=basis_of(self._tokens, start, self._clause_end(last)) or self._basis_before(first),
            reasons=tuple(reasons),
            confidence=confidence,
        )
        if new is None and old is None:
            self.ties += list(self._before(tie)) or [tie]
            return
        self.ties.append(tie)
        if tie.is_whole:
            self._pair = None

    def _clause_start(self, spot: Spot) -> int:
        for j in range(spot.first - 1, max(self._sentence.first, spot.first - 40), -1):
            is_mark = self._tokens.words[j] in (";", ",", "with") and j + 2 < spot.first
            if self._tokens.words[j] in _CLAUSES or is_mark or self._tokens.kinds[j] == "number":
                return j
        return max(self._sentence.first, spot.first - 40)

    def _basis_before(self, change: Spot) -> str | None:
        """The basis of the change before, where the subject is still the same: "... and was up 5%"."""
        if not self.ties or self.ties[-1].basis is None:
            return None
        i = max(spot.last for spot in spots_of(self.ties[-1]))
        words = self._tokens.words[i : self._direction_before(change)]
        after = words[len(words) - words[::-1].index("and") :] if "and" in words else words
        goes_on = "and" in words and _COPULAS.union((" ",)).issuperset(after)
        return self.ties[-1].basis if goes_on else None

    def _clause_end(self, i: int) -> int:
        """Where the words about a change end, with what a comma adds at once: rose 5%, excluding fuel."""
        words = self._tokens.words
        for j in range(i, min(i + 24, self._sentence.last)):
            if words[j] in _COMMAS or words[j] in _CLAUSES or words[j] in (";", "and", "with"):
                return min(j + 4, self._sentence.last) if words[j] == "," else j
        return min(i + 24, self._sentence.last)

    def _before(self, tie: Tie) -> Iterator[Tie]:
        """The tie of a change without levels, from the sentence before: That is a drop of 18%.

        Where that sentence states several numbers that nobody compares, each of them may be meant.
        """
        change, recent = tie.changes[0], self._recent
        if recent.age > 0 or recent.level is None or not points_back(self._tokens, self._sentence, change):
            return
        if not _is_in((change,), recent.level):
            return
        area = None if "area" in change.mention.inherited else change.mention.area
        likely = evolve(tie, confidence=Confidence.LIKELY)
        near = [spot for spot in recent.levels[: recent.count] if spot.mention.area == area]
        is_elsewhere = recent.level.mention.area != area or (recent.count > 1 and len(near) == 1)
        if area is not None and recent.pair is None and is_elsewhere:
            there = next((spot for spot in recent.levels if spot.mention.area == area), None)
            if there is not None:
                reason = f"{there.mention.text} is the last number said of {area}"
                yield evolve(likely, new=there, reasons=(reason,))
        elif recent.pair is not None:
            new, old = recent.pair
            reason = f"the sentence before compares {new.mention.text} with {old.mention.text}"
            yield evolve(likely, new=new, old=old, reasons=(reason,))
        elif recent.count == 1:
            reason = f"the sentence before states {recent.level.mention.text}"
            yield evolve(likely, new=recent.level, reasons=(reason,))
        else:
            candidates = recent.levels[: recent.count]
            named = " or ".join(spot.mention.text for spot in reversed(candidates))
            for spot in reversed(candidates):
                reason = f"it may be said of {named}: here of {spot.mention.text}"
                yield evolve(tie, new=spot, reasons=(reason,), confidence=Confidence.WEAK)

    # Levels

    def _stated(self, spot: Spot) -> None:
        if spot.mention.unit == PERCENT and self._tokens.word_before(spot.first) == "by":
            return  # "..., and that one by 2.6%" is a change of something that is not told
        self._levels.append(spot)
        role, word = self._role(spot)
        if self._open is not None and self._turns_again(self._open, spot):
            self._close()
        if role is Role.NEW:
            self._ended(spot, word)
        elif role is Role.OLD:
            self._started(spot, word)
        else:
            if self._open is not None and self._is_with(spot) and self._open.new is None:
                self._open = evolve(
                    self._open, new=spot, reasons=(f"“with {spot.mention.text}” follows the change",)
                )
            else:
                self._close()
            self._set_apart()
            self._level, self._pair = spot, None
        self._from = spot if role is Role.OLD and self._from is None and self._level is None else self._from

    def _turns_again(self, opened: _Open, spot: Spot) -> bool:
        """True where another word of change stands between: "fell 6%, with a surge in imports from 63"."""
        gap = range(opened.changes[-1].last, spot.first)
        turns = [j for j in gap if self._tokens.words[j] in DIRECTION_WORDS and j not in self._timed]
        # The change's own noun, and the "up" of "up from", say nothing new.
        return any(
            j - gap.start > 3 and self._tokens.words[j] not in ("up", "down", "more", "less") for j in turns
        )

    def _ended(self, spot: Spot, word: str) -> None:
        opened = self._open
        if (
            opened is not None
            and opened.new is None
            and self._fits(spot, opened.old)
            and _is_in(opened.changes, spot)
        ):
            self._open = evolve(opened, new=spot, reasons=(*opened.reasons, f"“{word} {spot.mention.text}”"))
        else:
            self._close()
            if self._from is not None and self._fits(spot, self._from):
                self._compare(spot, self._from)
        self._level = spot

    def _started(self, spot: Spot, word: str) -> None:
        opened = self._open
        reason = f"“{word} {spot.mention.text}”"
        is_free = opened is not None and opened.old is None and _is_in(opened.changes, spot)
        if opened is not None and is_free and self._fits(spot, opened.new or opened.antecedent):
            self._open = evolve(opened, old=spot, reasons=(*opened.reasons, reason))
        elif self._level is not None and not self._starts_again(spot, word) and self._fits(spot, self._level):
            self._close()
            self._compare(self._level, spot)
        else:
            self._close()
            self._set_apart()
            self._from, self._pair = spot, None
            if self._starts_again(spot, word):
                self._level = None

    def _starts_again(self, spot: Spot, word: str) -> bool:
        """True for the 21 of "... to 273, and that of cars climbed from 21": a verb begins something new."""
        lead = [one for one in self._tokens.words[max(0, spot.first - 6) : spot.first] if one != " "]
        verb = lead[lead.index(word) - 1] if word in lead[1:] else ""
        return word == "from" and verb in DIRECTION_WORDS and verb not in ("up", "down", "off")

    def _compare(self, new: Spot, old: Spot) -> None:
        self._set_apart()
        self._pair = (new, old)

    def _fits(self, one: Spot, other: Spot | None) -> bool:
        """True when two levels can be of one thing: their units do not differ, nor do they by thousands.

        In "to £4.2m from 3.9" the second borrows its scale: what it stands for is not in its own words.
        """
        if other is None:
            return True
        sizes = sorted(abs(spot.mention.value or Fraction(0)) for spot in (one, other))
        if 0 < 1000 * sizes[0] <= sizes[1]:
            return False
        units = {one.mention.unit, other.mention.unit} - {None}
        # pounds are not compared with lettings: a number without a unit has no noun of its own
        counts = [spot for spot in (one, other) if spot.mention.unit is None and _has_own_noun(spot)]
        return len(units) == 0 or (len(units) == 1 and (not counts or not units & CURRENCIES))

    def _is_with(self, spot: Spot) -> bool:
        """True for the 44 of "a four-fold increase, with 44 recorded"."""
        return self._tokens.word_before(spot.first) == "with"

    def _role(self, spot: Spot) -> tuple[Role | None, str]:
        """The role that the words before a level give it, and the word that does."""
        tokens, j, passed = self._tokens, spot.first - 1, 0
        may_pass = False
        while j >= self._sentence.first and passed <= _MOST_PASSED:
            word = tokens.words[j]
            if tokens.kinds[j] == "space" or j in self._timed:
                j -= 1
                continue
            if word in ("'", "s", "-"):
                j -= 1
                continue
            if tokens.kinds[j] != "word":
                return None, ""
            role = self._cue(j)
            if role is not None:
                return role, word
            if word == "of":
                may_pass = True
            elif word not in _PASSED and not may_pass:
                return None, ""
            passed += 1
            j -= 1
        return None, ""

    def _cue(self, j: int) -> Role | None:
        tokens, word = self._tokens, self._tokens.words[j]
        before = tokens.word_before(j)
        if word in _COMPARED and before in _COMPARING:
            return Role.OLD
        if word in ("as", "times") and self._open is not None:  # three times as many as the 21
            is_multiple = self._open.changes[-1].mention.kind is MentionKind.MULTIPLE
            return Role.OLD if is_multiple else None
        if word == "to" and before in _NOT_TO:
            return None
        if word in _AFTER_CHANGE:
            is_near = self._open is not None and j - self._open.changes[-1].last <= 6
            return _AFTER_CHANGE[word] if is_near else None
        return CUES.get(word)


def _has_own_noun(spot: Spot) -> bool:
    return spot.mention.noun is not None and "noun" not in spot.mention.inherited


def _is_in(changes: Sequence[Spot], level: Spot) -> bool:
    """True where a level can be in the unit of a change: not in "climbed 11 francs to $2.50"."""
    if any(spot.mention.kind is MentionKind.POINTS for spot in changes):
        return level.mention.unit == PERCENT
    units = {spot.mention.unit for spot in changes if spot.mention.kind is MentionKind.DIFFERENCE}
    if level.mention.unit == PERCENT and units <= {None, POINT}:
        return True  # "fell by 14.7 points from 55.6 per cent"
    return not units or level.mention.unit in (None, *units)


def points_back(tokens: Tokens, sentence: Sentence, spot: Spot) -> bool:
    """True where the subject before a number points to what was just said: this was a fall of 17%."""
    words = [word for word in tokens.words[max(sentence.first, spot.first - 24) : spot.first] if word != " "]
    opening = [word for word in tokens.words[sentence.first : sentence.first + 8] if word != " "]
    if opening[:1] in (["the"], ["this"], ["that"]) and opening[2:3] == ["of"]:
        return opening[1] in DIRECTION_WORDS and "of" in words[-2:]  # "The drop of 1.1 per cent was ..."
    return any(
        word in _POINTING and (following in _COPULAS or following == "'")
        for word, following in pairwise(words)
    )
