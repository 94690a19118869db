"""What has changed in the texts, load by load, as a feed.

A revision says which articles have another content hash than before: other words, numbers, a
title or another legal strength, in our edition or in an official text beside it. That the treaty
itself was changed it never says.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from articles.edition import Edition
from articles.models import Revision
from articles.treaty.places import Place, spoken

MOST_SHOWN: Final = 50
"""Revisions in the feed; a reader who asks now and then misses none of them."""

FIRST: Final = "First version of the text"


@dataclass(frozen=True)
class Entry:
    """A revision as the feed shows it."""

    revision: Revision
    is_first: bool

    @property
    def id(self) -> str:
        """A name that no other revision has, the same at whatever address the site is asked."""
        name = f"{self.revision.digest} {self.revision.made_at.isoformat()}"
        return uuid.uuid5(uuid.NAMESPACE_OID, name).urn

    @property
    def title(self) -> str:
        """``Articles 3 and 12 changed``."""
        if self.is_first:
            return FIRST
        return f"{spoken(map(Place, self.revision.changed))} changed"

    @property
    def path(self) -> str:
        """Where the text can be read as it is now: the page of the article, or that of all."""
        numbers = self.revision.changed
        return Place(numbers[0]).url if len(numbers) == 1 else reverse("treaty")

    @property
    def changed(self) -> list[tuple[Place, str]]:
        """The articles that changed, and the content hash that each has had since then."""
        return [
            (Place(number), self.revision.hashes[str(number)]) for number in self.revision.changed
        ]


def latest(edition: Edition) -> list[Entry]:
    """Return the latest revisions for the feed, the latest first."""
    rows = edition.revisions
    first = rows[-1] if 0 < len(rows) <= MOST_SHOWN else None
    return [Entry(row, row is first) for row in rows[:MOST_SHOWN]]
