"""Texts read and verified: from the words to the verdicts."""

from datetime import date

import pytest

import claimcheck
from claimcheck import Article, BaseFigure, Count, Dossier, Figure, Mean, Measure
from claimcheck.reading import Confidence, Story, read

THEFTS = Measure(name="thefts", unit="theft")

# A text, and the claims found in it with their verdicts.
STORIES = {
    "In Kent there were 63 thefts in 2019/20, compared to 77 in the previous year. That is a drop of 17%.": {
        "63 thefts": "unverified",
        "77": "unverified",
        "drop of 17%": "contradicted",
    },
    # two sentences, the earlier year named in the second
    "Leeds saw an 89% rise in cases, with 247 recorded in Leeds in 2019. In 2018 there were 131 in Leeds.": {
        "89% rise": "confirmed",
        "247": "consistent",
        "131": "confirmed",
    },
    "The number of thefts in Kent more than doubled in 2019. Kent had 389 in 2019 and 191 in 2018.": {
        "more than doubled": "confirmed",
        "389": "unverified",
        "191": "unverified",
    },
    "In Kent there were 5,475 thefts in 2019, the equivalent of 15 a day.": {
        "5,475 thefts": "unverified",
        "15 a day": "confirmed",
    },
    "In 2019 there were 63 thefts in Kent and 77 thefts in Surrey. In all, 141 thefts were recorded in Kent "
    "and Surrey in 2019.": {
        "63 thefts": "unverified",
        "77 thefts": "unverified",
        "141 thefts": "contradicted",
    },
    "Of the 63 thefts, 41 were solved and the remaining 23 were not.": {
        "63 thefts": "contradicted",
        "41": "unverified",
        "23": "unverified",
    },
    "Some 22 of the 63 thefts (43%) were solved.": {"63 thefts": "unverified", "43%": "contradicted"},
    # other figures than those beside it
    "Sales rose 8% on a like-for-like basis to £118m from £100m.": {"rose 8%": "unverified"},
    # two things of one name are not one figure
    "In 2019 there were 63 offences in Kent. Another 77 offences in Kent were not recorded.": {
        "63 offences": "unverified",
        "77 offences": "unverified",
    },
}


@pytest.mark.parametrize("text", STORIES)
def test_a_text_is_read_and_verified(text: str) -> None:
    report = read(text).report
    assert report.faults == ()
    found = {finding.claim.quote: finding.verdict.value for finding in report}
    assert {quote: found.get(quote) for quote in STORIES[text]} == STORIES[text]


def test_every_proposal_says_where_and_why() -> None:
    text = "There were 63 thefts in Kent in 2019. This was a drop of 17%."
    count, change = read(text).proposals
    assert text[count.mention.start : count.mention.end] == "63"
    assert (count.confidence, count.reasons) == (Confidence.SURE, ())
    assert (change.confidence, change.reasons) == (
        Confidence.LIKELY,
        ("the sentence before states 63",),
    )
    assert isinstance(change.claim, claimcheck.Change)
    assert str(change.claim.since) == "thefts, Kent, 2018"


def test_a_weak_proposal_is_shown_and_not_verified() -> None:
    story = read("There were 63 thefts and 40 burglaries. That is a drop of 18%.")
    weak = [proposal for proposal in story.proposals if proposal.confidence is Confidence.WEAK]
    assert [proposal.claim.quote for proposal in weak] == ["drop of 18%"] * 2
    assert "drop of 18%" not in {finding.claim.quote for finding in story.report}


ONE = "In Wiltshire 63 thefts were recorded in 2019-20. This was a 17% decrease from the previous year."
OTHER = "In Wiltshire, 63 incidents were reported in 2019/20, compared to 77 in the previous year."


def test_articles_that_are_true_alone_can_be_wrong_together() -> None:
    for text in (ONE, OTHER):
        assert not any(finding.is_wrong for finding in read(text).report)
    story = read([ONE, OTHER])
    (wrong,) = [finding for finding in story.report if finding.is_wrong]
    assert (wrong.claim.quote, wrong.correction, wrong.rule) == ("17% decrease", "18%", "CC301")


def test_it_says_which_figures_were_taken_for_one_and_why() -> None:
    same = [(one.articles, one.reason) for one in read([ONE, OTHER]).same_figures]
    assert (("text-1", "text-2"), "“thefts” can mean “incidents”, both Wiltshire, 2019/20") in same


def test_other_things_areas_and_years_are_other_figures() -> None:
    texts = [
        "In Kent 63 robberies were recorded in 2019.",
        "In Kent 77 burglaries were recorded in 2019.",
        "In Surrey 78 robberies were recorded in 2019.",
        "In Kent 79 robberies were recorded in 2018.",
    ]
    story = read(texts)
    assert story.same_figures == ()
    assert not any(finding.is_wrong for finding in story.report)


def test_last_year_is_counted_from_the_day_of_publication() -> None:
    text = "In Kent 63 thefts were recorded last year."
    (proposal,) = read(text, published=date(2020, 9, 3)).proposals
    assert isinstance(proposal.claim, Count)
    assert str(proposal.claim.figure.period) == "2019"
    (proposal,) = read(text).proposals
    assert isinstance(proposal.claim, Count)
    assert proposal.claim.figure.period is None


def test_an_article_brings_its_own_day_and_name() -> None:
    article = Article(publisher="The Paper", published="2020-09-03", text="63 thefts last year.", claims=())
    story = read(article)
    assert story.articles[0].id == "the-paper-2020-09-03"
    assert [finding.article.publisher for finding in story.report] == ["The Paper"]


class TestWithADossier:
    DOSSIER = Dossier(
        articles=(),
        base_figures=[BaseFigure(figure=Figure(measure=THEFTS, area="Kent", period="2019"), value="64")],
    )

    def test_base_figures_decide(self) -> None:
        (finding,) = read("In Kent 63 thefts were recorded in 2019.", dossier=self.DOSSIER).report
        assert (finding.verdict.value, finding.correction) == ("contradicted", "64")

    def test_other_articles_count(self) -> None:
        declared = Article(
            publisher="Other",
            claims=[Count(quote="64 incidents", figure=Figure(measure=THEFTS, area="Kent", period="2019"))],
        )
        story = read("In Kent 63 thefts were recorded in 2019.", dossier=Dossier(articles=[declared]))
        assert [finding.verdict.value for finding in story.report] == ["disputed", "disputed"]

    def test_every_figure_that_a_claim_names_is_known(self) -> None:
        pupils = Figure(measure=Measure(name="pupils", unit="pupil"), area="Kent", period="2019")
        schools = Figure(measure=Measure(name="state schools", unit="school"), area="Kent", period="2019")
        declared = Article(
            publisher="Other",
            claims=[Mean(quote="an average of 20 per school", figure=pupils, per=schools)],
        )
        story = read("In Kent there were 10 schools in 2019.", dossier=Dossier(articles=[declared]))
        (proposal,) = story.proposals
        assert isinstance(proposal.claim, Count)
        assert proposal.claim.figure == schools

    def test_what_an_article_declares_is_not_proposed_again(self) -> None:
        text = "In Kent 63 thefts were recorded in 2019, down 18% on 2018."
        figure = Figure(measure=THEFTS, area="Kent", period="2019")
        article = Article(publisher="P", text=text, claims=[Count(quote="63 thefts", figure=figure)])
        story = read(article)
        assert [proposal.claim.quote for proposal in story.proposals] == ["down 18%"]
        assert [claim.quote for claim in story.articles[0].claims] == ["63 thefts", "down 18%"]


def test_a_text_without_numbers_makes_no_claims() -> None:
    story = read("Nothing here is counted.")
    assert isinstance(story, Story)
    assert (story.proposals, len(story.report)) == ((), 0)


def test_a_notebook_shows_the_report() -> None:
    story = read(ONE)
    assert story._repr_mimebundle_() == story.report._repr_mimebundle_()
