"""From ``fixtures/`` to the database: read, check, replace. The one door for data."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from articles.loading.checks import check
from articles.loading.reading import Content, read
from articles.loading.tables import Fault
from articles.loading.writing import replace
from articles.models import DataVersion
from articles.treaty.phrases import counted

__all__ = ["Fault", "FixtureError", "Loaded", "checked", "load"]


LOG: Final = logging.getLogger(__name__)


class FixtureError(Exception):
    """The fixtures cannot be loaded; ``faults`` says why, each with file and key."""

    def __init__(self, faults: list[Fault]) -> None:
        """Take every fault that was found."""
        super().__init__(f"{counted(len(faults), 'fault')} in the fixtures")
        self.faults = faults


@dataclass(frozen=True)
class Loaded:
    """What a load put into the database, and in the place of which version, if there was one."""

    version: DataVersion
    before: DataVersion | None
    counts: dict[str, int]


def load(folder: Path) -> Loaded:
    """Replace the data with that of the folder.

    Raises ``FixtureError`` as ``checked`` does, and changes nothing then.
    """
    content = checked(folder)
    before = DataVersion.objects.first()
    version = replace(content)
    LOG.info("Data version %s was loaded.", version.short)
    return Loaded(version, before, counts(content))


def checked(folder: Path) -> Content:
    """Return what the folder holds, which can be loaded.

    Raises ``FixtureError`` with every fault at once. Asks nothing of the database.
    """
    content, faults = read(folder)
    faults += check(content) if folder.is_dir() else []
    if faults:
        raise FixtureError(sorted(set(faults)))
    return content


def counts(content: Content) -> dict[str, int]:
    """Return how much of everything there is, by its name in the plural."""
    paragraphs = [
        paragraph for article in content.articles.values() for paragraph in article.paragraph
    ]
    return {
        "articles, with the preamble and the closing lines": len(content.articles),
        "paragraphs": len(paragraphs),
        "points": sum(len(paragraph.point) for paragraph in paragraphs),
        "themes": len(content.theme),
        "mentions": len(content.mention),
        "concepts of the thesaurus": len(content.concept),
        "sources": len(content.source),
        "events": len(content.event),
        "comments": len(content.comment),
        "questions": len(content.question),
        "official texts": len(content.official),
    }
