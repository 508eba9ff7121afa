"""Repetitions, facts and independent parts."""

from __future__ import annotations

from claimcheck import Article, BaseFigure, Change, Count, Dossier, Figure, Measure, Nesting, Place, verify
from claimcheck.assertions import find_facts, group, read_claims, split

OFFENCES = Measure(name="offences", unit="offence")


def figure(area: str, period: str = "2019/20") -> Figure:
    return Figure(measure=OFFENCES, area=area, period=period)


def parts(dossier: Dossier) -> list[set[str]]:
    said, faults = read_claims(dossier)
    facts, more_faults = find_facts(dossier, said)
    assert not faults
    assert not more_faults
    found = split(group(said), facts)
    return [{spoken.claim.id for a in part.assertions for spoken in a.said} for part in found]


def story(*claims: Count | Change, **more: object) -> Dossier:
    return Dossier(articles=[Article(publisher="A", claims=claims)], **more)  # type: ignore[arg-type]


def test_claims_that_share_no_figure_are_judged_apart() -> None:
    dossier = story(
        Count(id="a", quote="3", figure=figure("A")),
        Count(id="b", quote="4", figure=figure("B")),
        Change(id="c", quote="a 5% rise", figure=figure("B"), since=figure("B", "2018/19")),
    )
    assert sorted(map(sorted, parts(dossier))) == [["a"], ["b", "c"]]


def test_a_figure_that_a_source_pins_ties_nothing_together() -> None:
    whole = figure("All")
    dossier = story(
        Change(id="a", quote="a 5% rise", figure=whole, since=figure("A")),
        Change(id="b", quote="a 6% rise", figure=whole, since=figure("B")),
    )
    assert len(parts(dossier)) == 1
    base = BaseFigure(figure=whole, value="100")
    pinned = story(*dossier.articles[0].claims, base_figures=[base])  # type: ignore[arg-type]
    assert sorted(map(sorted, parts(pinned))) == [["a"], ["b"]]


def test_areas_that_nest_are_judged_together() -> None:
    dossier = story(
        Count(id="a", quote="3", figure=figure("A")),
        Count(id="b", quote="4", figure=figure("B")),
        nesting=[Nesting(whole="A", parts=["B"])],
    )
    assert len(parts(dossier)) == 1
    report = verify(dossier)
    assert {finding.verdict for finding in report} == {"disputed"}
    assert [one.id for one in report["a/a"].evidence] == ["nesting: offences, A, 2019/20", "a/b"]


def test_copies_of_a_press_release_are_not_votes() -> None:
    copies = [
        Article(publisher=name, claims=[Count(quote="64 offences", figure=figure("A"))]) for name in "BCDE"
    ]
    other = Article(publisher="A", claims=[Count(quote="63 offences", figure=figure("A"))])
    report = verify([other, *copies])
    assert {finding.verdict for finding in report} == {"disputed"}


def test_sources_that_contradict_each_other_are_named_once() -> None:
    base = [
        BaseFigure(figure=figure("A"), value=value, source=f"source of {value}") for value in ("63", "64")
    ]
    report = verify(story(Count(id="a", quote="63", figure=figure("A")), base_figures=base))
    assert [fault.message for fault in report.faults] == [
        "these cannot be true together: offences, A, 2019/20: 63; offences, A, 2019/20: 64"
    ]
    assert report["a/a"].is_undecided
    assert report.exit_status() == 2


def test_sources_of_a_figure_that_nobody_speaks_of_are_checked_too() -> None:
    base = [BaseFigure(figure=figure("B"), value=value) for value in ("63", "64")]
    report = verify(story(Count(id="a", quote="63", figure=figure("A")), base_figures=base))
    assert len(report.faults) == 1
    assert not report["a/a"].is_undecided


def test_nested_sources_that_do_not_fit_are_a_fault() -> None:
    base = [BaseFigure(figure=figure("A"), value="10"), BaseFigure(figure=figure("B"), value="11")]
    nesting = [Nesting(whole="A", parts=["B"])]
    report = verify(story(Count(id="a", quote="10", figure=figure("A")), base_figures=base, nesting=nesting))
    assert [fault.message for fault in report.faults] == [
        "these cannot be true together: offences, A, 2019/20: 10; offences, B, 2019/20: 11; A contains B"
    ]


def test_the_same_fault_in_two_places_is_told_twice() -> None:
    places = [Place(path="a.claims.yaml", line=line, column=3) for line in (4, 9)]
    claims = [
        Count(id=f"c{n}", quote="no offences", figure=figure("A"), place=place)
        for n, place in enumerate(places)
    ]
    assert [fault.place for fault in verify(story(*claims)).faults] == places
