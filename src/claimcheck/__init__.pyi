from .articles import (
    Article,
    Dossier,
    Nesting,
)
from .claims import (
    KINDS,
    Amount,
    Change,
    Claim,
    Comparison,
    Count,
    Difference,
    Elapsed,
    Incidence,
    KnownIssue,
    Mean,
    Multiple,
    Points,
    Rate,
    Record,
    Share,
    Total,
)
from .errors import (
    AuthoringError,
    Fault,
    FloatRefused,
    Place,
)
from .figures import (
    BaseFigure,
    Figure,
    Measure,
)
from .findings import (
    Diagnosis,
    Evidence,
    Finding,
    Outcome,
    Report,
    Severity,
    Stated,
    Verdict,
    WouldBeTrueIf,
)
from .interval import (
    Interval,
)
from .numerals import (
    Numeral,
)
from .periods import (
    Period,
)
from .reading import (
    Story,
    read,
)
from .readings import (
    Conventions,
    Reading,
)
from .verifier import (
    verify,
)

__all__ = [
    "KINDS",
    "Amount",
    "Article",
    "AuthoringError",
    "BaseFigure",
    "Change",
    "Claim",
    "Comparison",
    "Conventions",
    "Count",
    "Diagnosis",
    "Difference",
    "Dossier",
    "Elapsed",
    "Evidence",
    "Fault",
    "Figure",
    "Finding",
    "FloatRefused",
    "Incidence",
    "Interval",
    "KnownIssue",
    "Mean",
    "Measure",
    "Multiple",
    "Nesting",
    "Numeral",
    "Outcome",
    "Period",
    "Place",
    "Points",
    "Rate",
    "Reading",
    "Record",
    "Report",
    "Severity",
    "Share",
    "Stated",
    "Story",
    "Total",
    "Verdict",
    "WouldBeTrueIf",
    "read",
    "verify",
]
