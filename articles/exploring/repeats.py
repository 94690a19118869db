"""A page of results says once what an answer, a notice and a caution would all say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from articles.exploring.exploration import Exploration
from articles.search.telling import telling

MOST: Final = 0.7
"""How much of what one text tells another must have, to say it as well."""


def said_once(exploration: Exploration) -> Exploration:
    """Return an exploration without the notices and cautions that repeat what the page says.

    The answer to the question stands before all; a caution on the first hit before a notice, which
    has less to say.
    """
    question, hits = exploration.question, exploration.hits
    answer = [question.answer] if question else []
    ahead = [*answer, *(hit.caution for hit in hits[:1] if hit.caution)]
    notices = [notice for notice in exploration.notices if not is_said(notice, ahead)]
    above = [*answer, *notices]
    return replace(
        exploration,
        notices=tuple(notices),
        hits=tuple(
            replace(hit, caution="") if hit.caution and is_said(hit.caution, above) else hit
            for hit in hits
        ),
    )


def is_said(text: str, others: Iterable[str]) -> bool:
    """Whether one of the others says most of what a text does."""
    told = telling(text).keys()
    return any(len(told & telling(other).keys()) >= MOST * len(told) for other in others)
