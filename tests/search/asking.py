"""Asks the real edition, as it is loaded, what a reader would ask it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict

from articles import search
from articles.edition import in_force
from articles.exploring.exploration import Exploration, explore
from articles.search import Findings, Lexicon, parse


def lexicon() -> Lexicon:
    return search.lexicon(in_force())


def findings(text: str) -> Findings:
    return search.find(parse(text), search.index(in_force()))


def found(text: str) -> list[int]:
    """Return the numbers of the articles found for words, best first."""
    return [match.article_id for match in findings(text).matches]


def reasons(text: str) -> dict[int, list[str]]:
    """Return why each article was found, by its number."""
    return {match.article_id: search.reasons(match) for match in findings(text).matches}


def exploration(
    text: str = "", *themes: str, strengths: Sequence[str] = (), match: str = ""
) -> Exploration:
    data = QueryDict(mutable=True)
    data["q"] = text
    data["match"] = match
    data.setlist("theme", list(themes))
    data.setlist("strength", list(strengths))
    return explore(data, in_force())


def numbers(explored: Exploration) -> list[int]:
    return [hit.article.number for hit in explored.hits]
