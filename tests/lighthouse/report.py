"""``docs/lighthouse.md``: the scores of every page, and what keeps any of them from 100."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.bench.figures import table
from tests.lighthouse.program import CATEGORIES

MOST: Final = 100
PERFORMANCE: Final = "performance"

TEXT: Final = """\
# What Lighthouse says of every page

`make lighthouse` asks Lighthouse about every type of page that search engines may index, and writes
this; nothing is written by hand. The site is served as in production, on the same machine. The
preset is Lighthouse's own: a mid-range phone on a slow network, both simulated. A page whose
performance is not {most} at once is asked about {times} times, and the middle score of each kind
counts. Other work on the machine lengthens what is measured, and so lowers the performance.

{circumstances}
{scores}
## What keeps a score from {most}

{faults}"""

NOTHING: Final = "Nothing.\n"


@dataclass(frozen=True)
class Audited:
    """A page that was asked once or more often: its name, its address and the reports on it."""

    name: str
    address: str
    reports: Sequence[Mapping[str, Any]]

    def score(self, category: str) -> int:
        """Return the middle one of the scores in a category, out of 100."""
        return score_of(self.middle(category), category)

    def faults(self, category: str) -> list[str]:
        """Return what the report with the middle score says is wrong, the weightiest first."""
        report = self.middle(category)
        return [
            " ".join(filter(None, (audit["title"], audit.get("displayValue"))))
            for reference in sorted(
                report["categories"][category]["auditRefs"], key=lambda each: -each["weight"]
            )
            if reference["weight"]
            and (audit := report["audits"][reference["id"]])["score"] is not None
            and audit["score"] < 1
        ]

    def middle(self, category: str) -> Mapping[str, Any]:
        """Return the report with the middle score in a category."""
        ordered = sorted(self.reports, key=lambda each: score_of(each, category))
        return ordered[(len(ordered) - 1) // 2]


def score_of(report: Mapping[str, Any], category: str) -> int:
    """Return the score of a report, which has two decimals, out of 100."""
    return round(MOST * report["categories"][category]["score"])


def text(pages: Sequence[Audited], circumstances: Mapping[str, str], times: int) -> str:
    """Return the document."""
    lines = [
        f"- {page.name}, {shown}: {'; '.join(page.faults(category))}\n"
        for page in pages
        for category, shown in CATEGORIES.items()
        if page.score(category) < MOST
    ]
    return TEXT.format(
        most=MOST,
        times=times,
        circumstances=table(("", ""), list(circumstances.items())),
        scores=scores(pages),
        faults="".join(lines) or NOTHING,
    )


def scores(pages: Sequence[Audited]) -> str:
    """Return the scores of each page as a table."""
    return table(
        ("page", "address", *CATEGORIES.values()),
        [
            (page.name, f"`{page.address}`", *(str(page.score(each)) for each in CATEGORIES))
            for page in pages
        ],
    )
