"""Speed of finding mentions: against another finder, as texts grow, and on texts made to be slow."""

from __future__ import annotations

import importlib
import itertools
import random
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from attrs import frozen

from benchmarks.__main__ import seconds
from benchmarks.quality.rows import Miss, Row, without

MEGABYTE: Final = 1_000_000
# Ten times as much takes ten times as long; the rest is noise.
MOST: Final = 12
# quantulum3 reads some 5,000 characters a second: more would only take longer.
SAMPLE: Final = 20_000

# Made-up news, for use where there are no vectors: {n} is a number, {year} a year such as 2019/20.
SENTENCES: Final = (
    "The council fined {n} drivers in {year}, down {p}% on the year before.",
    "Nearly {p} per cent of pupils at the school walk there, a survey of {n} parents found.",
    "Repairs to the bridge cost £{m} million, more than double the £{m}m that was planned.",
    "The hospital saw {n} patients in a week; about one in {d} waited longer than {d} hours.",
    "It closed on 3 May 2019 after {d} complaints, and a two-year inspection followed.",
    "Some {n} people live in the village, which lies between the river and a disused quarry.",
    "Anyone who saw the collision on the A36 is asked to call 101.",
    "Burglaries rose from {n} to {n} across the county, while car thefts fell by a third.",
    "The company employs {n} people in Leeds and says that it will take on between {d} and {d} more.",
    "Councillors will discuss the proposal at their next meeting, which is open to the public.",
)

# What a rule that looks too far, or tries again and again, would be slow on.
ADVERSARIAL: Final[Mapping[str, str]] = {
    "nested of the": "10% " + "of the " * 10_000,
    "digits": "1",
    "commas": ",",
    "hyphens": "-",
    "one in": "one in ",
    "between": "between ",
    "quotes": '"',
    "a": "a ",
    "newlines": "\n",
    "1-1-1-": "1-",
    "per": "per ",
    "numbers": "17 ",
    "percentages": "17% ",
    "money": "£",
    "capitals": "A ",
    "in": "in ",
    "last year": "last year ",
    "year to": "year to ",
    "up": "up ",
    "than": "more than ",
    "stops": "A. ",
    "brackets": "(",
    "counts with areas and years": "63 thefts in Kent in 2019/20 ",
    "falls": "fell 17% to 63 from 77 in Leeds a year ago ",
    "years": "2019/20 ",
}

Work = Callable[[str], object]


def text_of(length: int, sentences: Sequence[str]) -> str:
    """A text of so many characters made of these sentences, again and again, in paragraphs of five."""
    parts: list[str] = []
    size = 0
    for number, sentence in enumerate(itertools.cycle(sentences), 1):
        if size >= length:
            break
        parts.append(sentence + ("\n\n" if number % 5 == 0 else " "))
        size += len(parts[-1])
    return "".join(parts)[:length]


def made_up_sentences(count: int = 500) -> Iterator[str]:
    """Sentences of :data:`SENTENCES` with other numbers each time, the same in every run."""
    rng = random.Random(0)
    for template in itertools.islice(itertools.cycle(SENTENCES), count):
        sentence = template
        for name, low, high in (("{n}", 20, 9_999), ("{p}", 2, 99), ("{d}", 2, 9)):
            while name in sentence:
                sentence = sentence.replace(name, f"{rng.randint(low, high):,}", 1)
        while "{m}" in sentence:
            sentence = sentence.replace("{m}", f"{rng.randint(11, 99) / 10}", 1)
        start = rng.randint(2010, 2024)
        yield sentence.replace("{year}", f"{start}/{(start + 1) % 100:02}")


def peer() -> Work | None:
    """quantulum3's parser, or None where it is not installed."""
    # It warns on loading, and with each text, that it has no classifier.
    warnings.filterwarnings("ignore", module="quantulum3")
    try:
        parser: Any = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    parse: Work = parser.parse
    return parse


def per_second(work: Work, text: str, repeats: int = 3) -> float:
    """How many characters a second it reads."""
    return len(text) / seconds(lambda: work(text), repeats)


@frozen(kw_only=True)
class Hostile:
    """How much longer ten times as much of a hostile text takes."""

    name: str
    growth: float
    length: int


def hostile(work: Work, length: int, units: Mapping[str, str] = ADVERSARIAL) -> list[Hostile]:
    """Texts that repeat one thing, with what ten times the length costs: the worst first.

    Each is tried short first: what grows with the square might not end at full length.
    """
    found = []
    for name, unit in units.items():
        before = None
        for size in (length // 100, length // 10, length):
            text = (unit * (size // len(unit) + 1))[:size]
            now = seconds(partial(work, text), 2)
            growth = 0.0 if before is None else now / before
            before = now
            if growth > 2 * MOST:
                break
        found.append(Hostile(name=name, growth=growth, length=size))
    return sorted(found, key=lambda each: -each.growth)


def rows(find: Work, sentences: Sequence[str]) -> list[Row]:
    """The rows of speed; takes about a minute."""
    plain = text_of(MEGABYTE, sentences)
    one = seconds(lambda: find(plain))
    return [*_against_peer(find, plain), _growth(find, one, sentences), _worst(find)]


def _against_peer(find: Work, plain: str) -> list[Row]:
    ours = per_second(find, plain)
    what = "times as fast as quantulum3"
    alone = Row(name="speed.find", what="characters a second", figure=f"{ours:,.0f}", on="1 MB")
    parse = peer()
    if parse is None:
        return [alone, without("speed.peer", what, "no quantulum3: pip install --group quality")]
    theirs = per_second(parse, plain[:SAMPLE], 1)
    ratio = per_second(find, plain[:SAMPLE]) / theirs
    return [
        alone,
        Row(
            name="speed.peer",
            what=f"{what} ({theirs:,.0f}/s)",
            figure=f"{ratio:.0f}x",
            aim="min 20",
            on=f"{SAMPLE // 1000} kB",
            is_met=ratio >= 20,
        ),
    ]


def _growth(find: Work, one: float, sentences: Sequence[str]) -> Row:
    large = text_of(10 * MEGABYTE, sentences)
    growth = seconds(lambda: find(large), 1) / one
    return Row(
        name="speed.linear",
        what="time for 10 MB over 1 MB",
        figure=f"{growth:.1f}x",
        aim=f"max {MOST}",
        on="10 MB",
        is_met=growth <= MOST,
    )


def _worst(find: Work) -> Row:
    found = hostile(find, MEGABYTE)
    worst = found[0]
    return Row(
        name="speed.hostile",
        what=f"the same, worst of {len(found)} hostile texts: {worst.name!r}",
        figure=f"{worst.growth:.1f}x",
        aim=f"max {MOST}",
        on=_megabytes(worst),
        is_met=worst.growth <= MOST,
        misses=tuple(
            Miss(
                item=each.name,
                expected=f"at most {MOST} times",
                got=f"{each.growth:.1f} times",
                around=f"{_megabytes(each)} of {ADVERSARIAL[each.name][:20]!r}",
            )
            for each in found
            if each.growth > MOST
        ),
    )


def _megabytes(each: Hostile) -> str:
    return f"{each.length / MEGABYTE:g} MB"
