"""Wholes: what the shares, sums and means of a sentence are of.

"21 of the 63 thefts (33%)", "of these 63, 41 were solved and the remaining 22 were not", "140 thefts: 63 in
Kent and 77 in Sussex", "200 pupils in 10 schools, an average of 20 per school".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from claimcheck.mentions import MentionKind, Sentence, Spot
from claimcheck.mentions.nouns import noun_after, subject_before
from claimcheck.numerals.tokens import Tokens
from claimcheck.numerals.units import PERCENT
from claimcheck.reading.changes import Recent, points_back
from claimcheck.reading.things import same_head, same_thing, thing_of
from claimcheck.reading.ties import LEVELS, MeanTie, ShareTie, SumTie, Tie

# What may stand between "of" and the whole: of all the 63.
_OF_WHOLE: Final = frozenset("of the those these all its their his her our some about nearly almost".split())
_OF: Final = frozenset(("of", "out"))
_OF_WHICH: Final = (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"], ["of", "those"])
# A share that is said of the subject: "... and meant 6% of all crimes".
_MEANING: Final = frozenset(
    "meant means meaning accounting accounted account representing represents represented making made make"
    " makes".split()
)
# What a percentage is measured against without being a part of it.
_NORMS: Final = frozenset(
    "normal average usual target capacity flow expectation forecast norm standard par gdp price"
    " income".split()
)
# The whole that was just spoken of: 33% of the total.
_TOTAL: Final = frozenset("total them these those figure all".split())
# What leads to the sum of the numbers before: ..., making 664 in all.
_MAKING_ALL: Final = frozenset("making makes bringing brings".split())
# What leads to the number of those that were asked: a survey of 640 members.
_SURVEYS: Final = frozenset("survey poll study sample".split())
_ASKED: Final = frozenset("asked surveyed polled questioned interviewed".split())
# Up to so many are pointed to by their number: the two, all nine.
_FEW: Final = 13
# The last of the parts.
_REST: Final = frozenset("remaining rest other others remainder".split())
# What the parts of a total come after: 140: 63 in Kent and 77 in Sussex.
_LISTS: Final = frozenset((":", "comprising"))
_TOTALS: Final = frozenset("total totalled totalling altogether combined overall".split())
# A share of the part just named: 21 of the 63 (33%), 21, or one in three.
_AGAIN: Final = frozenset(
    (
        *(",", "(", "or", "-", ":", "about", "nearly", "some", "just", "over", "under", "almost", "exactly"),
        *("which", "is", "was", "a", "turnout", "share", "of"),
    )
)


class WholeReader:
    """Goes over the mentions of one sentence and ties shares, sums and means."""

    def __init__(
        self,
        tokens: Tokens,
        sentence: Sentence,
        index: int,
        recent: Recent,
        ties: Sequence[Tie],
        part_of: dict[int, Spot],
    ) -> None:
        self._tokens = tokens
        self._sentence = sentence
        self._index = index
        self._recent = recent
        self._ties = ties
        self._claims = [spot for spot in sentence.spots if spot.mention.is_claim and spot.found is not None]
        self._part_of = part_of
        """The whole of each part of the text so far, by the part's first token."""
        self.shares: list[ShareTie] = []
        self.sums: list[SumTie] = []
        self.means: list[MeanTie] = []

    def read(self) -> None:
        """Tie the sentence's mentions."""
        self._find_parts()
        self._find_lists()
        for index, spot in enumerate(self._claims):
            if spot.mention.kind is MentionKind.SHARE or self._says_part_again(index):
                self._share(index, spot)
            elif spot.mention.kind is MentionKind.MEAN:
                self._mean(spot)
            elif spot.mention.kind is MentionKind.INCIDENCE:
                self._incidence(spot)

    # Parts

    def _find_parts(self) -> None:
        """Parts and wholes: "21 of the 63", and all that follows "of the 63, ..."."""
        whole, parts = self._whole_before(), list[Spot]()
        for index, spot in enumerate(self._claims):
            if spot.mention.kind not in LEVELS:
                continue
            if self._is_opening(spot) or self._is_asked(spot):
                self._add_sum(whole, parts)
                whole, parts = spot, []
                continue
            following = self._claims[index + 1] if index + 1 < len(self._claims) else None
            before = next(
                (other for other in reversed(self._claims[:index]) if other.mention.kind in LEVELS), None
            )
            if following is not None and following.mention.kind in LEVELS and self._is_part(spot, following):
                self._part_of[spot.first] = following
            elif before is not None and self._is_of_which(before, spot):
                self._part_of[spot.first] = before
            elif (named := self._of_them(spot, before)) is not None:
                self._part_of[spot.first] = named
            elif whole is not None and _fits(spot, whole):
                self._part_of[spot.first] = whole
                parts.append(spot)
        self._add_sum(whole, parts)

    def _words(self, first: int, last: int) -> list[str]:
        return [word for word in self._tokens.words[first:last] if word != " "]

    def _whole_before(self) -> Spot | None:
        """The 63 of the sentence before where this one starts "Of these"."""
        words = self._words(self._sentence.first, min(self._sentence.first + 4, self._sentence.last))
        is_of_these = words[:1] == ["of"] and words[1:2] in (["these"], ["those"], ["them"])
        return self._recent.level if is_of_these and self._recent.age == 0 else None

    def _is_opening(self, spot: Spot) -> bool:
        """True for the 63 of "Of the 63 thefts, ..."."""
        words = self._words(max(self._sentence.first, spot.first - 6), spot.first)
        while words and words[-1] in _OF_WHOLE and words[-1] != "of":
            words.pop()
        before = words[:-1]
        return words[-1:] == ["of"] and (not before or before[-1] in (",", ";", "and", "but", "however"))

    def _is_asked(self, spot: Spot) -> bool:
        """True for the 640 of "a survey of 640 members" and "the 640 people surveyed"."""
        before = self._words(max(self._sentence.first, spot.first - 8), spot.first)
        after = self._words(spot.last, min(spot.last + 8, self._sentence.last))
        is_survey = before[-1:] == ["of"] and not _SURVEYS.isdisjoint(before)
        return is_survey or not _ASKED.isdisjoint(after[:4])

    def _is_of_which(self, whole: Spot, spot: Spot) -> bool:
        """True for the 236 of "1,180 buses, of which 236 ..."."""
        words = self._words(max(whole.last, spot.first - 8), spot.first)
        at = next((j for j in range(len(words) - 1) if words[j : j + 2] in _OF_WHICH), None)
        return at is not None and len(words) - at <= 4 and _fits(spot, whole)

    def _of_them(self, spot: Spot, before: Spot | None) -> Spot | None:
        """The whole of "882,000 of them" and of "9.3 million of the visitors": the one just counted."""
        words = self._words(spot.last, min(spot.last + 8, self._sentence.last))
        if words[:1] != ["of"]:
            return None
        recent = self._recent.level if self._recent.age == 0 and self._recent.count == 1 else None
        if words[1:2] in (["them"], ["these"], ["those"]):
            whole = before or recent
            return whole if whole is not None and _fits(spot, whole) and _is_within(spot, whole) else None
        if words[1:2] != ["the"] or spot.mention.noun is None:
            return None
        levels = [*self._recent.levels, *(one for one in self._claims if one.first < spot.first)]
        named = [
            one
            for one in levels
            if one.mention.kind in LEVELS
            and "noun" not in one.mention.inherited
            and _fits(spot, one)
            and _is_within(spot, one)
            and same_thing(one.mention.noun, spot.mention.noun) is not None
        ]
        return named[0] if len(named) == 1 else None

    def _is_part(self, spot: Spot, following: Spot) -> bool:
        """True for the 21 of "21 of the 63" and "21 thefts out of 63"."""
        words = self._words(spot.last, following.first)
        of = next((j for j in range(len(words) - 1, -1, -1) if words[j] in ("of", "among")), None)
        if of is None or not _fits(spot, following):
            return False
        lead = [word for word in words[:of] if word != "out"]
        return len(lead) <= 2 and all(word.isalpha() for word in lead) and set(words[of + 1 :]) <= _OF_WHOLE

    def _add_sum(self, whole: Spot | None, parts: Sequence[Spot]) -> None:
        """A whole with its parts, where the last one is the rest."""
        if whole is None or len(parts) < 2:
            return
        words = self._words(max(self._sentence.first, parts[-1].first - 6), parts[-1].first)
        if not _REST.isdisjoint(words):
            reason = f"“{next(word for word in words if word in _REST)} {parts[-1].mention.text}”"
            self.sums.append(SumTie(sentence=self._index, whole=whole, parts=tuple(parts), reasons=(reason,)))

    def _find_lists(self) -> None:
        """A total with its parts: 140 in total: 63 in Kent and 77 in Sussex; 63 and 77, making 140 in all."""
        levels = [spot for spot in self._claims if spot.mention.kind in LEVELS]
        self._find_total_after(levels)
        for index, whole in enumerate(levels[:-2]):
            parts = levels[index + 1 :]
            gap = self._words(whole.last, parts[0].first)
            around = (*self._words(max(self._sentence.first, whole.first - 12), whole.first), *gap)
            is_list = not _LISTS.isdisjoint(gap) and not _TOTALS.isdisjoint(around)
            bare = all("noun" in part.mention.inherited or part.mention.noun is None for part in parts)
            if is_list and bare and all(_fits(part, whole) for part in parts):
                reason = f"the numbers after the colon are the parts of {whole.mention.text}"
                self.sums.append(
                    SumTie(sentence=self._index, whole=whole, parts=tuple(parts), reasons=(reason,))
                )
                return

    def _find_total_after(self, levels: Sequence[Spot]) -> None:
        """The last level of a sentence as what all the others come to: 312, 287 and 65, making 664 in all."""
        if len(levels) < 3 or len(levels) != len(self._claims):
            return
        *parts, whole = levels
        words = self._words(parts[-1].last, whole.first)
        after = self._words(whole.last, min(whole.last + 6, self._sentence.last))
        is_made = not _MAKING_ALL.isdisjoint(words)
        is_all = any(after[j : j + 2] in (["in", "all"], ["in", "total"]) for j in range(len(after)))
        nouns = {part.mention.noun for part in levels if "noun" not in part.mention.inherited}
        is_sum = (is_made or is_all or "altogether" in after) and len(nouns) <= 1
        if is_sum and all(_fits(part, whole) for part in parts):
            reason = f"the numbers before it come to {whole.mention.text} in all"
            self.sums.append(SumTie(sentence=self._index, whole=whole, parts=tuple(parts), reasons=(reason,)))

    # Shares

    def _says_part_again(self, index: int) -> bool:
        """True for the 33% of "21 of the 63 (33%)"."""
        spot = self._claims[index]
        is_percentage = spot.mention.unit == PERCENT and spot.mention.kind is MentionKind.AMOUNT
        return is_percentage and self._part_just_before(index) is not None

    def _part_just_before(self, index: int) -> Spot | None:
        """The part that a share says again, right behind it or behind its whole."""
        spot = self._claims[index]
        for other in reversed(self._claims[max(0, index - 2) : index]):
            if other.first in self._part_of:
                whole = self._part_of[other.first]
                end = max(other.last, whole.last) if whole.last <= spot.first else other.last
                words = self._words(end, spot.first)
                marks = [word for word in words if not word.isalpha() or word == "or"]
                lead = words[: words.index(marks[0])] if marks else words
                return other if marks and len(lead) <= 4 and set(words[len(lead) :]) <= _AGAIN else None
        return None

    def _share(self, index: int, spot: Spot) -> None:
        if _is_of_a_norm(spot):
            return
        following = self._claims[index + 1] if index + 1 < len(self._claims) else None
        part = self._part_just_before(index)
        if part is not None:
            whole = self._part_of[part.first]
            reasons: tuple[str, ...] = (f"{part.mention.text} of the {whole.mention.text}",)
            self._add(spot, part, whole, reasons)
            return
        gap = self._words(spot.last, following.first) if following else []
        is_whole = following is not None and following.mention.kind in LEVELS
        if following is not None and is_whole and self._is_whole(gap):
            # the 680 before "or 8% of its workforce of 8,500" is the part
            before = self._claims[index - 1] if index else None
            again = self._words(before.last, spot.first) if before is not None else []
            is_part = before is not None and before.mention.kind in LEVELS and _fits(before, following)
            part = before if is_part and "or" in again and set(again[-2:]) <= _AGAIN else None
            self._add(spot, part, following, (f"“{' '.join(gap)} {following.mention.text}”",))
            return
        named = self._named(spot)
        if named is not None:
            total = self._part_of.get(named.first) if self._is_of_total(spot) else None
            reasons = (f"{named.mention.text} counts the {named.mention.noun} that it is said of",)
            self._add(spot, named, total, reasons)
            return
        part = self._subject(spot)
        if part is not None:
            self._add(spot, part, None, (f"said of the same {part.mention.text}",))
            return
        if self._recent.age == 0 and points_back(self._tokens, self._sentence, spot):
            part = self._recent.level
        self._add(spot, part, None, (f"the sentence before states {part.mention.text}",) if part else ())

    @staticmethod
    def _is_whole(gap: Sequence[str]) -> bool:
        """True for what leads from a share to its whole: of the 63, of its workforce of 8,500."""
        if gap[:1] != ["of"]:
            return False
        is_plain = set(gap) <= _OF_WHOLE
        return is_plain or (gap[-1] == "of" and len(gap) <= 6 and all(word.isalpha() for word in gap))

    def _add(self, share: Spot, part: Spot | None, whole: Spot | None, reasons: tuple[str, ...]) -> None:
        self.shares.append(
            ShareTie(sentence=self._index, share=share, part=part, whole=whole, reasons=reasons)
        )

    def _named(self, share: Spot) -> Spot | None:
        """The level of the noun that a share is said of: "Robberies made up 33% of the total"."""
        words = self._tokens.words
        verb = next(
            (
                j
                for j in range(share.first - 1, max(self._sentence.first, share.first - 8), -1)
                if words[j] in _MEANING
            ),
            None,
        )
        noun = None if verb is None else subject_before(self._tokens, verb, self._sentence.first)
        levels = (*self._recent.levels, *(spot for spot in self._claims if spot.first < share.first))
        named = [
            spot
            for spot in levels
            if "noun" not in spot.mention.inherited and same_thing(noun, spot.mention.noun) is not None
        ]
        return named[0] if len(named) == 1 else None

    def _is_of_total(self, share: Spot) -> bool:
        words = self._words(share.last, min(share.last + 6, self._sentence.last))
        return words[:1] == ["of"] and not _TOTAL.isdisjoint(words[1:3])

    def _subject(self, share: Spot) -> Spot | None:
        """What is meant by the 6% of "this was a 17% decrease, yet meant 6% of all crimes"."""
        if _MEANING.isdisjoint(self._words(max(self._sentence.first, share.first - 6), share.first)):
            return None
        tied = [tie.new for tie in self._ties if tie.new is not None and tie.changes[:1]]
        levels = [spot for spot in self._claims if spot.mention.kind in LEVELS and spot.first < share.first]
        if levels and self._is_group(levels[-1]):
            return None
        return levels[-1] if levels else tied[-1] if tied else None

    def _is_group(self, spot: Spot) -> bool:
        """True for the three of "together the three made up 31%": it says which, and not how many."""
        is_named = self._tokens.word_before(spot.first) in ("the", "these", "those", "all")
        is_bare = spot.mention.noun is None or "noun" in spot.mention.inherited
        return is_named and is_bare and (spot.mention.value or Fraction(0)) < _FEW

    # Means

    def _mean(self, spot: Spot) -> None:
        """20 per school, where pupils and schools are counted."""
        tokens = self._tokens
        i = tokens.skip(spot.last)
        if tokens.words[i] not in ("per", "each", "a", "for", "every", "in"):
            return
        noun = noun_after(tokens, i + 1, self._sentence.last)
        self._spread(spot, lambda other: same_thing(noun, other.mention.noun) is not None)

    def _incidence(self, spot: Spot) -> None:
        """700 per 100,000, where reports and residents are counted."""
        self._spread(spot, lambda other: same_head(other.mention.noun, "residents"))

    def _spread(self, spot: Spot, is_count: Callable[[Spot], bool]) -> None:
        """Tie a number to the one that it is spread over and the only other one near by."""
        here = [other for other in self._claims if other.mention.kind in LEVELS]
        before = self._recent.levels[: self._recent.count] if self._recent.age == 0 else ()
        for levels in (here, [*here, *before]):
            known = [other for other in levels if other.mention.kind is not MentionKind.MEAN]
            counts = [other for other in known if is_count(other)]
            others = [other for other in known if not is_count(other)]
            if len(counts) == 1 and len(others) == 1:
                reason = f"{others[0].mention.text} over {counts[0].mention.text}"
                self.means.append(
                    MeanTie(
                        sentence=self._index, mean=spot, total=others[0], count=counts[0], reasons=(reason,)
                    )
                )
                return


def _is_within(part: Spot, whole: Spot) -> bool:
    return (part.mention.value or Fraction(0)) <= (whole.mention.value or Fraction(0))


def _is_of_a_norm(share: Spot) -> bool:
    """True for what may be more than all of it: 130 per cent of the target, 80 per cent of normal."""
    head = thing_of(share.mention.noun).head if share.mention.noun else ""
    value = share.mention.value or Fraction(0)
    return head in _NORMS or (share.mention.unit == PERCENT and value > 100)


def _fits(one: Spot, other: Spot) -> bool:
    """True when one can be a part of the other by their units."""
    return one.mention.unit == other.mention.unit or None in (one.mention.unit, other.mention.unit)
