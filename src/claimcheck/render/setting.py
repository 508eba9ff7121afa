"""Setting: what a rendering is made for, and how its reader takes loose claims and undeclared numbers."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from claimcheck.findings import Finding, Outcome, Report, Verdict

__all__ = ["Setting"]


@frozen(kw_only=True)
class Setting:
    """How wide the page is, whether it has colour and more than ASCII, and what counts as a failure."""

    width: int = 80
    is_coloured: bool = False
    is_ascii: bool = False
    is_strict: bool = False
    is_cover_wanted: bool = False
    may_be_empty: bool = False
    today: date = field(factory=date.today)

    def outcome(self, finding: Finding) -> Outcome:
        """What a finding means for this reader."""
        return finding.outcome(strict=self.is_strict, today=self.today)

    def exit_status(self, report: Report) -> int:
        """How a run with this report ends for this reader."""
        return report.exit_status(
            strict=self.is_strict,
            cover=self.is_cover_wanted,
            may_be_empty=self.may_be_empty,
            today=self.today,
        )

    def is_loud(self, finding: Finding) -> bool:
        """True for what somebody has to look at."""
        is_off = finding.is_wrong or finding.verdict is Verdict.LOOSE
        return is_off or self.outcome(finding).is_failure
