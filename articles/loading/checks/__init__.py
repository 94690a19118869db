"""What takes several files, or several keys of one, to find wrong in the fixtures.

Each check is a function from the whole content to its faults; ``CHECKS`` names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from articles.loading.checks.articles import cautions, files, paragraphs, related
from articles.loading.checks.references import references
from articles.loading.checks.thesaurus import thesaurus
from articles.loading.checks.timeline import order_of_events
from articles.loading.checks.uniqueness import uniqueness
from articles.loading.faults import Fault
from articles.loading.reading import Content

CHECKS: Final[tuple[Callable[[Content], Iterator[Fault]], ...]] = (
    files,
    uniqueness,
    references,
    paragraphs,
    cautions,
    related,
    order_of_events,
    thesaurus,
)


def check(content: Content) -> list[Fault]:
    """Return every fault that the checks find, in the order of files."""
    return sorted(fault for find in CHECKS for fault in find(content))
