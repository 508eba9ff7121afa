"""Rules: what a finding or a fault is an instance of, under a code that does not change.

The hundreds say what kind of thing is wrong: 1 the declarations, 2 one claim against its figures,
3 articles against each other, 4 what could not be checked. Each rule has a page of its own, the
Markdown file of its code in this folder, which ``claimcheck explain`` prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

from attrs import frozen

__all__ = ["RULES", "Rule"]


@frozen(kw_only=True)
class Rule:
    """A rule: its code, its name for machines, and what is wrong in a few words.

    >>> RULES["CC201"].title
    'The number is not what its figures make it'
    """

    code: str
    name: str
    title: str

    @property
    def page(self) -> str:
        """Everything there is to say of it, in Markdown."""
        return resources.files(__package__).joinpath(f"{self.code}.md").read_text(encoding="utf-8")


_ALL = (
    # Authoring
    Rule(code="CC101", name="unreadable-file", title="A file cannot be read"),
    Rule(code="CC102", name="unknown-name", title="A name that nothing has"),
    Rule(code="CC103", name="missing-entry", title="Something that is needed is left out"),
    Rule(code="CC104", name="unfit-value", title="A value that does not fit where it stands"),
    Rule(code="CC105", name="quote-not-found", title="The quote does not stand in the article's text"),
    Rule(code="CC106", name="which-number", title="There is no number, or more than one"),
    Rule(code="CC107", name="quote-too-narrow", title="The quote leaves out a word that the claim needs"),
    Rule(code="CC108", name="unfit-kind", title="The number is not of the kind that is declared"),
    Rule(code="CC109", name="said-twice", title="The same thing is declared twice"),
    Rule(code="CC110", name="against-itself", title="A figure is set against itself"),
    Rule(code="CC111", name="base-figures-conflict", title="Base figures that cannot be true together"),
    Rule(code="CC112", name="units-do-not-fit", title="Units that cannot be put together"),
    Rule(code="CC113", name="known-issue-settled", title="A known issue whose claim adds up"),
    # One claim against its figures
    Rule(code="CC201", name="wrong-number", title="The number is not what its figures make it"),
    Rule(code="CC202", name="wrong-way", title="The direction, or the side of a threshold, is wrong"),
    Rule(code="CC203", name="wrong-last-digit", title="The last digit is wrong"),
    Rule(code="CC204", name="true-loosely", title="The number is true only if its words are stretched"),
    Rule(code="CC205", name="own-numbers-conflict", title="Numbers of one article cannot all be true"),
    # Articles against each other
    Rule(
        code="CC301",
        name="contradicted-by-another",
        title="The number cannot be true beside another article's",
    ),
    Rule(code="CC302", name="articles-conflict", title="Articles state numbers that cannot all be true"),
    Rule(
        code="CC303",
        name="loose-beside-another",
        title="The number is true beside another article's only if stretched",
    ),
    # Could not be checked
    Rule(code="CC401", name="nothing-to-check-with", title="There is nothing to recompute the number from"),
    Rule(code="CC402", name="too-little-known", title="Too little is known to check the number"),
    Rule(code="CC403", name="not-decided", title="The check could not be carried out"),
    Rule(code="CC404", name="undeclared-number", title="A number of the text that no claim declares"),
)

RULES: Mapping[str, Rule] = {rule.code: rule for rule in _ALL}
"""Every rule, by its code."""
