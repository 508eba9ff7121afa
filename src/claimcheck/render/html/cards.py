"""Cards: all that is known of one finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET  # what is written with it is never read with it

from claimcheck.findings import Evidence, Finding, Outcome, Verdict
from claimcheck.render import words
from claimcheck.render.html.building import Content, build, spaced
from claimcheck.render.html.entries import Entry
from claimcheck.render.html.lines import drawn
from claimcheck.render.number_line import number_line
from claimcheck.render.setting import Setting
from claimcheck.rules import RULES

__all__ = ["EXPECTED", "card_of", "foot_of", "sign_of", "told"]


def sign_of(finding: Finding) -> ET.Element:
    """The sign of the verdict, for the eye alone: the word stands beside it."""
    return build("span.sign", words.SIGNS[finding.verdict], aria_hidden="true")


EXPECTED = {
    Outcome.KNOWN: "known issue",
    Outcome.FIXED: "known issue that is none: remove it",
}


def card_of(entry: Entry, entries: Mapping[str, Entry], level: int, setting: Setting) -> ET.Element:
    """Everything that is known of a claim of an article on the page."""
    loudness = "loud" if setting.is_loud(entry.finding) else "quiet"
    back = build("a", "in the text" if entry.span else "among the quotes", href=f"#{entry.quote}")
    return build(
        f"li.card.{words.verdict(entry.finding)}.{loudness}.c{entry.number}",
        *told(entry.finding, entries, level, setting, number=entry.number),
        foot_of(entry.finding, back),
        id=entry.card,
    )


def foot_of(finding: Finding, back: ET.Element | None) -> ET.Element | None:
    """Where the claim is declared, and the way back to its quote."""
    place = words.place(finding)
    if back is None and not place:
        return None
    shown = build("span.place", words.inline(place)) if place else None
    return build("p.foot", *spaced((back, shown)))


def told(
    finding: Finding,
    entries: Mapping[str, Entry],
    level: int,
    setting: Setting,
    *,
    number: int | None = None,
) -> Iterator[ET.Element]:
    """What there is to say of a finding."""
    outcome = setting.outcome(finding)
    rule = RULES.get(finding.rule_for(outcome) or "")
    expected = EXPECTED.get(outcome)
    yield build(
        f"h{level}",
        *spaced(
            (
                build("span.number", f"{number}") if number is not None else None,
                sign_of(finding),
                build("span.verdict", words.verdict(finding)),
                build("span.expected", f"({expected})") if expected else None,
                build("code.rule", rule.code) if rule else None,
                build("span.quote", build("bdi", words.quoted(finding.claim.quote))),
            )
        ),
    )
    if rule is not None:
        yield build("p.title", rule.title)
    if (doubt := words.reservation(finding)) is not None:
        yield build("p.doubt", doubt)
    if (drawing := number_line(finding)) is not None:
        yield drawn(drawing, finding)
    yield build("dl", *(_row(label, shown) for label, shown in _rows(finding, entries)))


def _rows(finding: Finding, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Sequence[Content]]]:
    """What is said, under a label each, what to print first. Evidence leads to its card."""
    if finding.correction is not None:
        yield "print", [words.inline(finding.correction)]
    for label, lines in words.details(finding):
        if label == "print":
            continue
        if label == "evidence":
            yield label, [_cited(evidence, entries) for evidence in finding.evidence]
        else:
            yield label, lines
        if label == "range" and finding.verdict is not Verdict.LOOSE and finding.reading is not None:
            yield "reading", [words.inline(finding.reading)]


def _row(label: str, shown: Sequence[Content]) -> ET.Element:
    several = len(shown) > 1
    said = [build("ul", *(build("li", one) for one in shown))] if several else shown
    kind = "div.print" if label == "print" else "div"
    return build(kind, build("dt", label), " ", build("dd", *said))


def _cited(evidence: Evidence, entries: Mapping[str, Entry]) -> ET.Element:
    first, *places = words.cited(evidence)
    entry = entries.get(evidence.id) if evidence.is_quote else None
    if entry is not None:
        return build("a", first, href=f"#{entry.card}")  # its own card says where it stands
    shown = build("span", first)
    return build("span", *spaced((shown, *(build("span.place", words.inline(place)) for place in places))))
