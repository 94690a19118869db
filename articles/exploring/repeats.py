"""A page of results says once what an answer, a notice and a caution would all say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Final

from articles.exploring.exploration import Exploration
from articles.exploring.hits import Hit
from articles.search.telling import telling

MOST: Final = 0.7
"""How much of what one text tells another must have, to say it as well."""


class SaidOnce(Exploration):
    """An exploration without the notices and cautions that repeat what the page says.

    The answer to the question stands before all; a caution on the first hit before a notice, which
    has less to say.
    """

    @cached_property
    def plain(self) -> Exploration:
        """The same with all that it says."""
        return Exploration(self.edition, self.form, self.selection)

    @property
    def answers(self) -> list[str]:
        """The answer to the question that was asked, if there is one."""
        return [self.question.answer] if self.question else []

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """The notices that neither the answer nor the first caution says."""
        first = [hit.caution for hit in self.plain.hits[:1] if hit.caution]
        ahead = [*self.answers, *first]
        return tuple(notice for notice in self.plain.notices if not is_said(notice, ahead))

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The hits, without the cautions that the answer or a notice says."""
        above = [*self.answers, *self.notices]
        return tuple(
            replace(hit, is_corrected=True) if hit.caution and is_said(hit.caution, above) else hit
            for hit in self.plain.hits
        )


def said_once(exploration: Exploration) -> SaidOnce:
    """Return an exploration as a page shows it."""
    return SaidOnce(exploration.edition, exploration.form, exploration.selection)


def is_said(text: str, others: Iterable[str]) -> bool:
    """Whether one of the others says most of what a text does."""
    told = telling(text).keys()
    return any(len(told & telling(other).keys()) >= MOST * len(told) for other in others)
