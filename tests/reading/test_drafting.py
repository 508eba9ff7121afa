"""Drafting: what is written for a person to confirm, and what is kept of what they wrote."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import (
    Article,
    AuthoringError,
    BaseFigure,
    Change,
    Count,
    Dossier,
    Figure,
    Measure,
    Report,
    verify,
)
from claimcheck.files import load
from claimcheck.files.writing import figures_of
from claimcheck.reading import Confidence, Story, read
from claimcheck.reading.drafting import draft, draft_text

KENT = "In Kent there were 63 thefts in 2019/20, down from 77 in the previous year. That is a drop of 17%."
COUNCIL = """\
Bins missed again

The council said 1,250 bins were missed in Deal in June 2021, up 25% on 1,000 in June 2020.\r
Some 40% of all complaints were about bins.

It will spend £1.6 million. A year before, the average was 3.2 per street.
"""
SCHOOLS = "A quarter of the 212 pupils stayed at home. Pupil numbers rose from 212 to 219, up 5 per cent."
SALES = "Sales rose 12.7% on a like-for-like basis to £276m from £249m in 2021."
NOTHING = "The council met on Monday."

STORIES = {
    "one": [KENT],
    "another": [COUNCIL],
    "without a place": [SCHOOLS],
    "another basis": [SALES],
    "nothing": [NOTHING],
    "two of one": [KENT, "In Kent there were 64 thefts in 2019/20."],
    "four": [KENT, COUNCIL, SCHOOLS, SALES],
    "twice the same words": ["There were 12 fires in Leeds in 2019 and 12 in York in 2019. Then 12 more."],
    "marks": [
        "St. John's & Co. (Kent): “63” thefts, in 2019 - 'a record'. # 12 more: {not} [counted] at 5%."
    ],
}


def verdicts(report: Report) -> list[tuple[str, str]]:
    return [(finding.id, finding.verdict.value) for finding in report]


def told(texts: Iterable[str]) -> Story:
    return read(
        [Article(publisher="", id=f"paper-{n}", text=text, claims=()) for n, text in enumerate(texts)]
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def again(folder: Path, text: str) -> Story:
    """The article of a folder read once more, beside what the folder declares."""
    dossier = load(folder)
    (article,) = dossier.articles
    return read(evolve(article, text=text), dossier=dossier)


# What is written


@pytest.mark.parametrize("texts", STORIES.values(), ids=list(STORIES))
def test_a_draft_loads_and_is_judged_as_the_story_was(texts: list[str], tmp_path: Path) -> None:
    story = told(texts)
    dossier = load(draft(story, tmp_path / "story"))
    assert [str(fault) for fault in dossier.faults] == []
    assert verdicts(verify(dossier)) == verdicts(story.report)
    assert [article.claims for article in dossier.articles] == [article.claims for article in story.articles]
    assert [article.text for article in dossier.articles] == texts


@pytest.mark.parametrize("texts", STORIES.values(), ids=list(STORIES))
def test_a_draft_that_is_made_again_is_not_touched(texts: list[str], tmp_path: Path) -> None:
    folder = draft(told(texts), tmp_path)
    before = bytes_of(folder)
    draft(told(texts), folder)
    assert bytes_of(folder) == before
    dossier = load(folder)
    draft(read(dossier.articles, dossier=dossier), folder)
    assert bytes_of(folder) == before


def test_it_reads_as_a_person_would_write_it(tmp_path: Path) -> None:
    article = Article(
        publisher="The Deal Gazette",
        id="gazette",
        text=KENT,
        claims=(),
        published=date(2020, 9, 3),
        title="17%: a fall",
    )
    story = read(article)
    folder = draft(story, tmp_path)
    assert (
        (folder / "gazette.claims.yaml").read_text()
        == f"""\
# Drafted by claimcheck from the words of gazette.txt, whose lines are named: confirm every claim,
# and decide what is marked TODO.
article:
  publisher: The Deal Gazette
  published: 2020-09-03
  title: '17%: a fall'

about:
  measure: thefts
  area: Kent
  period: 2019/20

claims:
  # line 1
  - quote: 63 thefts
    kind: count

  # line 1
  - quote: 77
    kind: count
    period: 2018/19

  # line 1, likely: {"; ".join(story.proposals[-1].reasons)}
  - quote: drop of 17%
    kind: change
    since: 2018/19
"""
    )
    assert (
        (folder / "dossier.yaml").read_text()
        == """\
# Drafted by claimcheck: confirm what each measure counts, and in which unit. A unit that is neither
# money nor a physical one is a counted thing, in whole numbers.
measures:
  thefts:
    unit: theft
"""
    )
    assert (folder / "gazette.txt").read_text() == KENT


def test_the_text_of_a_draft_is_what_the_file_will_hold(tmp_path: Path) -> None:
    story = told([KENT, COUNCIL])
    folder = draft(story, tmp_path)
    assert draft_text(story) == (folder / "paper-0.claims.yaml").read_text()
    assert draft_text(story, "paper-1") == (folder / "paper-1.claims.yaml").read_text()
    with pytest.raises(KeyError, match="paper-2"):
        draft_text(story, "paper-2")


def test_lines_are_those_of_the_text() -> None:
    comments = re.findall(
        r"# line (\d)[^\n]*\n(?:  # [^\n]*\n)*  - quote: ([^\n]*)", draft_text(told([COUNCIL]))
    )
    lines = COUNCIL.splitlines()
    assert comments
    for number, quote in comments:
        assert quote in lines[int(number) - 1]


# What a person has to decide


def test_what_nobody_knows_is_asked_for() -> None:
    text = draft_text(told(["There were 63 thefts."]))
    assert "  publisher: unknown   # TODO: who published it?\n" in text
    assert "  # TODO: published: on which day?" in text
    assert "  area:   # TODO: where? Leave it empty if the text does not say\n" in text
    assert "  period:   # TODO: when? Leave it empty if the text does not say\n" in text


def test_a_gap_of_one_claim_is_asked_for_there() -> None:
    text = draft_text(
        told([KENT + " It has spent £1.6 million. The helpline got £300,000 from the lottery fund."])
    )
    assert "period: 2019/20\n" in text
    for part in re.findall(r"^    (\w+):(?: .*)?# TODO", text, re.MULTILINE):
        assert part in ("area", "period")


def test_a_name_that_stands_in_no_text_is_asked_for_once(tmp_path: Path) -> None:
    story = told(["In Kent, it will spend £1.6 million in 2021. That is 5% more than in 2020."])
    made_up = [m for m in story.dossier.measures or measures(story) if m.name.casefold() not in "spend"]
    folder = draft(story, tmp_path)
    text = (folder / "paper-0.claims.yaml").read_text()
    assert made_up
    for measure in made_up:
        assert text.count(f"# TODO: “{measure.name}” is a made-up name") == 1
        assert f"  {measure.name}:   # TODO: a made-up name\n" in (folder / "dossier.yaml").read_text()


def measures(story: Story) -> set[Measure]:
    return {
        claim.figure.measure
        for article in story.articles
        for claim in article.claims
        if hasattr(claim, "figure")
    }


def test_figures_that_were_taken_for_one_are_named_with_the_reason() -> None:
    story = told([KENT, "In Kent there were 64 thefts in 2019/20."])
    assert len(story.same_figures) == 1
    (same,) = story.same_figures
    assert "TODO: taken for" not in draft_text(story, "paper-0")
    text = " ".join(draft_text(story, "paper-1").replace("#", "").split())
    assert f"TODO: taken for the figure of “63 thefts” in line 1 of paper-0.txt: {same.reason}" in text


def weak(story: Story, *quotes: str) -> Story:
    """A story in which the words of some claims could mean something else."""
    unsure = {one.claim.id for one in story.proposals if one.claim.quote in quotes}
    assert len(unsure) == len(quotes)
    proposals = tuple(
        evolve(one, read_as=evolve(one.read_as, confidence=Confidence.WEAK))
        if one.claim.id in unsure
        else one
        for one in story.proposals
    )
    articles = tuple(
        evolve(article, claims=tuple(claim for claim in article.claims if claim.id not in unsure))
        for article in story.articles
    )
    return evolve(story, proposals=proposals, articles=articles, dossier=Dossier.of(articles))


def test_what_is_weak_is_commented_out_and_can_be_taken_over(tmp_path: Path) -> None:
    story = weak(told([KENT]), "drop of 17%")
    folder = draft(story, tmp_path)
    path = folder / "paper-0.claims.yaml"
    assert path.read_text().endswith(
        f"""\
  # line 1, weak: {"; ".join(story.proposals[-1].reasons)}
  # TODO: take the # away if this is meant
  # - quote: drop of 17%
  #   kind: change
  #   since: 2018/19
"""
    )
    assert verdicts(verify(load(folder))) == verdicts(story.report)
    draft(story, folder)
    assert path.read_text().count("drop of 17%") == 1
    path.write_text(
        re.sub(r"^  # (- |  )(?=quote|kind|since)", r"  \1", path.read_text(), flags=re.MULTILINE)
    )
    dossier = load(folder)
    assert dossier.faults == ()
    assert dossier.articles[0].claims == told([KENT]).articles[0].claims
    before = bytes_of(folder)
    draft(story, folder)
    assert bytes_of(folder) == before


def test_alternatives_stand_one_below_the_other() -> None:
    story = weak(told([KENT]), "drop of 17%")
    *others, last = story.proposals
    assert isinstance(last.claim, Change)
    other = evolve(last, claim=evolve(last.claim, since=last.claim.figure.at(period="2017/18"), id="other"))
    text = draft_text(evolve(story, proposals=(*others, last, other)))
    assert text.index("# TODO: take the # away if this is meant") < text.index("since: 2018/19")
    assert (
        text.index("since: 2018/19") < text.index("# TODO: or take the # away") < text.index("since: 2017/18")
    )


def test_a_draft_of_nothing_but_doubts_loads_and_can_be_added_to(tmp_path: Path) -> None:
    story = weak(told([KENT]), "63 thefts", "77", "drop of 17%")
    folder = draft(story, tmp_path)
    dossier = load(folder)
    assert (dossier.faults, dossier.articles[0].claims) == ((), ())
    assert "# only in claims that are commented out\n  thefts:\n" in (folder / "dossier.yaml").read_text()
    draft(told([KENT + " There were 12 fires in Kent in 2019/20."]), folder)
    (article,) = load(folder).articles
    assert [claim.quote for claim in article.claims] == ["12 fires"]
    assert "\nclaims:\n" in (folder / "paper-0.claims.yaml").read_text()


# What is there already

HAND = """\
# My own words.
article: {publisher: A paper}   # by hand
about: {measure: thefts, area: Kent, period: 2019/20}

claims:
- quote: 63 thefts   # the first
  kind: count

"""
LAST_FIRST = """\
claims:
    - quote: 63 thefts
      kind: count
      measure: thefts

# Who?
article:
  publisher: A paper
"""
MEASURES = """\
measures:
  thefts: {unit: offence, note: as recorded}

  # the force's own count
  arrests:
    unit: person

# by hand
nesting:
  Kent: [Deal]
"""


def folder_of(tmp_path: Path, claims: str = HAND, dossier: str = MEASURES, text: str | None = KENT) -> Path:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "paper.claims.yaml").write_text(claims, encoding="utf-8", newline="")
    (folder / "dossier.yaml").write_text(dossier, encoding="utf-8", newline="")
    if text is not None:
        (folder / "paper.txt").write_text(text, encoding="utf-8", newline="")
    assert load(folder).faults == ()
    return folder


def test_claims_are_added_for_what_is_not_declared(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    story = again(folder, KENT + " Police made 12 arrests in Kent in 2019/20 and found 3 cars.")
    draft(story, folder)
    text = (folder / "paper.claims.yaml").read_text()
    assert text.startswith(HAND.rstrip("\n"))
    added = text.removeprefix(HAND.rstrip("\n"))
    assert "- quote: 63" not in added
    assert [line for line in added.splitlines() if line.startswith("- ")] == [
        "- quote: 77",
        "- quote: drop of 17%",
        "- quote: 12 arrests",
        "- quote: 3 cars",
    ]
    assert (folder / "paper.txt").read_text() == story.articles[0].text
    dossier = load(folder)
    assert dossier.faults == ()
    assert verdicts(verify(dossier)) == verdicts(story.report)


def test_measures_are_added_where_the_others_stand(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    draft(again(folder, KENT + " There were 12 fires and 3 floods in Kent."), folder)
    assert (folder / "dossier.yaml").read_text() == MEASURES.replace(
        "    unit: person\n",
        "    unit: person\n\n"
        "  # Added by claimcheck: confirm it, and decide what is marked TODO.\n"
        "  fires:\n    unit: fire\n  floods:\n    unit: flood\n",
    )


def test_a_measure_that_was_declared_ahead_is_used(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    draft(again(folder, KENT + " Police made 12 arrests in Kent."), folder)
    assert (folder / "dossier.yaml").read_text() == MEASURES
    (article,) = load(folder).articles
    assert any(
        isinstance(claim, Count) and claim.figure.measure == Measure(name="arrests", unit="person")
        for claim in article.claims
    )


def test_a_measure_of_another_kind_gets_a_name_of_its_own(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, dossier=MEASURES.replace("unit: person", "unit: GBP"))
    story = again(folder, KENT + " Police made 12 arrests in Kent.")
    draft(story, folder)
    dossier = load(folder)
    assert dossier.faults == ()
    assert verdicts(verify(dossier)) == verdicts(story.report)


@pytest.mark.parametrize(
    ("claims", "dossier"),
    [
        (HAND.replace("\n", "\r\n"), MEASURES.replace("\n", "\r\n")),
        ("\ufeff" + HAND, "\ufeff" + MEASURES),
        (HAND.rstrip("\n"), MEASURES.rstrip("\n")),
        (HAND + "\n\n# The end.\n\n", "# First.\n\n" + MEASURES),
        (LAST_FIRST, MEASURES),
        ("article: {publisher: A}\nclaims: []   # none yet\n", MEASURES),
        (
            "article: {publisher: A}\nclaims: [ ]\nabout: {measure: thefts}\n",
            "measures:\n  thefts:\n    unit: offence",
        ),
        ("article: {publisher: A}\nabout: {area: Kent, period: 2019/20}\nclaims: []", "measures: {}"),
        (HAND.replace("2019/20", ""), MEASURES.replace("note: as recorded", "year_start: 1 July")),
        (HAND.replace("2019/20", "April 2019 to March 2020"), MEASURES),
    ],
    ids=[
        "crlf",
        "bom",
        "no end",
        "comments",
        "claims first",
        "no claims",
        "about last",
        "no measures",
        "years",
        "words",
    ],
)
def test_nothing_that_is_there_is_lost(claims: str, dossier: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, claims=claims, dossier=dossier)
    before = {name: data.decode() for name, data in bytes_of(folder).items()}
    declared = load(folder).articles[0].claims
    story = again(folder, KENT + " There were 12 fires in Kent.")
    draft(story, folder)
    found = load(folder)
    assert [str(fault) for fault in found.faults] == []
    assert found.articles[0].claims[: len(declared)] == declared
    assert len(found.articles[0].claims) == len(story.articles[0].claims) > len(declared)
    assert verdicts(verify(found)) == verdicts(story.report)
    for name in ("paper.claims.yaml", "dossier.yaml"):
        after = (folder / name).read_bytes().decode()
        end = "\r\n" if "\r\n" in before[name] else "\n"
        assert "\r\n" in after if end == "\r\n" else "\r" not in after
        lines = after.split(end)
        remaining = iter(lines)
        for line in before[name].split(end):
            assert re.sub(r" (\[ ?\]|{})", "", line) in remaining, line


def test_what_was_deleted_comes_back_and_what_is_commented_out_does_not(tmp_path: Path) -> None:
    folder = draft(told([KENT]), tmp_path)
    path = folder / "paper-0.claims.yaml"
    whole = path.read_text()
    deleted, kept = whole.split("  # line 1, likely")
    path.write_text(deleted)
    draft(told([KENT]), folder)
    assert "- quote: drop of 17%" in path.read_text()
    path.write_text(deleted + "".join(f"  #{line}\n" for line in f"  # line 1, likely{kept}".splitlines()))
    before = bytes_of(folder)
    draft(told([KENT]), folder)
    assert bytes_of(folder) == before


def test_a_corrected_number_is_added_and_the_old_claim_is_told_of(tmp_path: Path) -> None:
    folder = draft(told([KENT]), tmp_path)
    story = again(folder, KENT.replace("17%", "18%"))
    draft(story, folder)
    dossier = load(folder)
    assert [claim.quote for claim in dossier.articles[0].claims][-2:] == ["drop of 17%", "drop of 18%"]
    assert [fault.rule for fault in verify(dossier).faults] == ["CC105"]


def test_a_claim_with_the_id_of_a_declared_one_gets_another(tmp_path: Path) -> None:
    claims = HAND.replace("- quote", "- id: 77\n  quote")
    folder = folder_of(tmp_path, claims=claims)
    draft(read(Article(publisher="A paper", id="paper", text=KENT, claims=())), folder)
    (article,) = load(folder).articles
    assert [claim.id for claim in article.claims][:2] == ["77", "77-2"]


def test_other_articles_and_base_figures_come_with_a_story_into_a_new_folder(tmp_path: Path) -> None:
    thefts = Measure(name="thefts", unit="theft")
    now = Figure(measure=thefts, area="Kent", period="2019/20")
    whole = Dossier(
        articles=[
            Article(
                publisher="Radio",
                id="radio",
                claims=[
                    Count(quote="64 thefts", figure=now),
                    Count(quote="5 fires", figure=Figure(measure=Measure(name="fires", unit="fire"))),
                ],
            )
        ],
        base_figures=[BaseFigure(figure=now.at(period="2018/19"), value="77", source="the force")],
    )
    story = read(Article(publisher="", id="paper", text=KENT, claims=()), dossier=whole)
    found = load(draft(story, tmp_path))
    assert found.faults == ()
    assert found.base_figures == whole.base_figures
    assert verdicts(verify(found)) == sorted(verdicts(story.report), key=lambda one: one[0].partition("/")[0])


def test_claims_that_were_given_are_written_without_a_comment() -> None:
    claim = Count(quote="63 thefts", figure=Figure(measure=Measure(name="thefts", unit="theft"), area="Kent"))
    story = read(Article(publisher="A paper", id="paper", text=KENT, claims=[claim]))
    assert "claims:\n  - quote: 63 thefts\n" in draft_text(story)


# What cannot be written


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("paper.claims.yaml", "article: [\n", "CC101"),
        ("paper.claims.yaml", HAND.replace("kind: count", "kind: cuont"), "CC102"),
        (
            "paper.claims.yaml",
            "article: {publisher: A}\nclaims: [{quote: 63 thefts, kind: count, measure: thefts}]\n",
            "CC101",
        ),
        ("paper.claims.yaml", "\x00", "CC101"),
        ("dossier.yaml", "measures: [\n", "CC101"),
        ("dossier.yaml", "measures:\n  thefts: {unit: pound}\n", "CC102"),
        ("dossier.yaml", "measures: {thefts: {unit: offence}}\n", "CC101"),
        ("paper.txt", "\x00", "CC101"),
    ],
)
def test_a_file_that_cannot_be_added_to_is_a_fault_and_nothing_is_written(
    name: str, text: str, said: str, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path)
    (folder / name).write_text(text)
    before = bytes_of(folder)
    story = read(Article(publisher="", id="paper", text=KENT + " There were 12 fires in Kent.", claims=()))
    with pytest.raises(AuthoringError) as caught:
        draft(story, folder)
    assert {fault.rule for fault in caught.value.faults} == {said}
    assert {Path(fault.place.path).name for fault in caught.value.faults if fault.place} == {name}
    assert bytes_of(folder) == before


def test_a_text_of_the_same_name_that_is_no_draft_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "paper-0.txt").write_text("Something else.")
    with pytest.raises(AuthoringError, match=r"paper-0.txt: CC101 not the text of 'paper-0'"):
        draft(told([KENT]), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["paper-0.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, text=None)
    outside = tmp_path / "outside.txt"
    outside.write_text(KENT)
    (folder / "paper.txt").symlink_to(outside)
    with pytest.raises(AuthoringError, match="outside"):
        draft(read(Article(publisher="", id="paper", text=KENT + " More.", claims=())), folder)
    assert outside.read_text() == KENT


@pytest.mark.parametrize("text", ["63 thefts\x00", "63 thefts \ud800"])
def test_a_text_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match="CC101"):
        draft(told([text]), tmp_path / "story")
    assert not (tmp_path / "story").exists()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "story").write_text("x")
    with pytest.raises(AuthoringError, match="CC101 not a folder"):
        draft(told([KENT]), tmp_path / "story")


def test_an_id_that_is_none_for_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match="is no id for a file"):
        draft(read(Article(publisher="", id="A b", text=KENT, claims=())), tmp_path)


# Whatever is told

AREAS = ("Kent", "King's Lynn", "Stoke-on-Trent", "St Ives", "North Yorkshire", "null", "2019", "Deal: east")
THINGS = (
    "thefts",
    "sex crimes against children",
    "pupils",
    "missed bins",
    "no",
    "police officers",
    "pounds",
    "hours",
)
NUMBERS = st.sampled_from(
    ["63", "1,250", "four", "0", "£1.6 million", "17%", "3.2", "about 700", "two thirds"]
)
SENTENCES = (
    "In {area} there were {number} {thing} in {year}.",
    "There were {number} {thing}, down from {other} in the previous year.",
    "That is a drop of {number}.",
    "{thing} in {area} rose {number} to {other}, the council said.",
    "{number} of all {thing} were in {area} in {year}.",
    "It was {number} {thing} a day, compared with {other} in {area}.",
    "Of {number} {thing}, {other} were in {area} and {area2}.",
    "Spending rose {number} on a like-for-like basis to {other}.",
)


@st.composite
def plain_texts(draw: st.DrawFn) -> str:
    """A few sentences with numbers, of one or more areas."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
    joint = draw(st.sampled_from([" ", "\n\n", "\r\n"]))
    return joint.join(
        sentence.format(
            area=draw(st.sampled_from(AREAS)),
            area2=draw(st.sampled_from(AREAS)),
            number=draw(NUMBERS),
            other=draw(NUMBERS),
            thing=draw(st.sampled_from(THINGS)),
            year=draw(st.sampled_from(["2019/20", "2019", "March 2020", "last year"])),
        )
        for sentence in sentences
    )


def said(articles: Iterable[Article]) -> list[tuple[str, str, str, str | None, list[str]]]:
    """What the claims say, whatever the units of their measures are called."""
    return [
        (claim.id, claim.kind, claim.quote, claim.states, [str(figure) for figure in figures_of(claim)])
        for article in articles
        for claim in article.claims
    ]


@pytest.mark.law
@given(st.lists(plain_texts(), min_size=1, max_size=2), plain_texts())
# A part of the examples: each reads, verifies and writes two stories.
@settings(max_examples=settings.default.max_examples // 10 if settings.default else 20)
def test_any_story_is_drafted_and_added_to(texts: list[str], more: str) -> None:
    story = told(texts)
    with tempfile.TemporaryDirectory() as scratch:
        folder = draft(story, Path(scratch) / "story")
        dossier = load(folder)
        assert [str(fault) for fault in dossier.faults] == []
        assert said(dossier.articles) == said(story.articles)
        assert verdicts(verify(dossier)) == verdicts(story.report)
        before = bytes_of(folder)
        draft(story, folder)
        assert bytes_of(folder) == before

        first, *rest = dossier.articles
        longer = read([evolve(first, text=f"{first.text}\n\n{more}"), *rest], dossier=dossier)
        draft(longer, folder)
        found = load(folder)
        assert [str(fault) for fault in found.faults] == []
        assert verdicts(verify(found)) == verdicts(longer.report)
        assert found.articles[0].claims[: len(first.claims)] == first.claims
