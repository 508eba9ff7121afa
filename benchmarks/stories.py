"""Made-up stories of any size, for the benchmarks: mostly true, with a slip here and there."""

from __future__ import annotations

import random

from attrs import evolve

from claimcheck import Article, Change, Claim, Count, Dossier, Figure, Measure, Multiple, Share, Total

OFFENCES = Measure(name="offences", unit="offence")
ALL_CRIMES = Measure(name="all crimes", unit="offence")


def part(area: str, rng: random.Random, claims: int) -> list[Claim]:
    """Claims that hang together by their figures, and by those of no other area."""
    new = Figure(measure=OFFENCES, area=area, period="2019/20")
    old = new.at(period="2018/19")
    now, before, whole = rng.randint(40, 900), rng.randint(40, 900), rng.randint(2_000, 9_000)
    percent = round(100 * (now - before) / before) + (rng.random() < 0.02)
    word = "increase" if now >= before else "decrease"
    told: list[Claim] = [
        Count(quote=f"{now} offences", figure=new),
        Count(quote=f"{before} the year before", figure=old),
        Change(quote=f"a {abs(percent)}% {word}", figure=new, since=old),
        Multiple(quote=f"{now / before:.1f} times as many", figure=new, since=old),
        Count(quote=f"{whole:,} crimes in all", figure=new.at(measure=ALL_CRIMES)),
        Share(quote=f"{100 * now / whole:.1f}% of all crimes", figure=new, of=new.at(measure=ALL_CRIMES)),
        Total(quote=f"{now + before:,} in both years", parts=(new, old)),
        Count(quote=f"more than {(now - 1) // 10 * 10} offences", figure=new),
        Count(quote=f"{now} reports", figure=new),
        Change(quote=f"again a {abs(percent)} per cent {word}", figure=new, since=old),
    ]
    return told[:claims]


def dossier(number: int, *, parts: int, claims_per_part: int) -> Dossier:
    """One article whose claims fall into so many independent parts."""
    rng = random.Random(number)
    told = [claim for area in range(parts) for claim in part(f"Area {area}", rng, claims_per_part)]
    numbered = [evolve(claim, id=f"claim-{n}") for n, claim in enumerate(told, 1)]
    article = Article(id=f"story-{number}", publisher="A paper", claims=numbered)
    return Dossier(articles=[article], measures=(OFFENCES, ALL_CRIMES), name=f"story-{number}")
