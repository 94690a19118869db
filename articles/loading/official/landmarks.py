"""Tells this treaty from others: what an article of it must speak of, in every language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles import official
from articles.loading.schema import LandmarkTable
from articles.official import Parsed, Refused
from articles.search import analysis


def read(data: bytes, file_name: str, landmarks: Sequence[LandmarkTable], **how: Any) -> Parsed:
    """Return the treaty in a published file, as ``official.read`` does, if it is this one.

    Raises ``Refused``, with every problem, if it cannot be read or has not the landmarks.
    """
    parsed = official.read(data, file_name, **how)
    problems = unlike(parsed, landmarks)
    if problems:
        raise Refused(problems)
    return parsed


def unlike(parsed: Parsed, landmarks: Sequence[LandmarkTable]) -> list[str]:
    """Return a problem for each article that does not speak of what it is known to speak of."""
    texts = {article.number: f" {analysis.stems(article.text)} " for article in parsed.articles}
    found = []
    for landmark in landmarks:
        words = landmark.words(parsed.language)
        held = texts.get(landmark.article, "")
        if words and not any(f" {analysis.stems(word)} " in held for word in words):
            found.append(
                f"Article {landmark.article} does not speak of {' or '.join(words)}: "
                "this is another treaty, or its articles are counted otherwise"
            )
    return found
