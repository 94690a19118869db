"""Compares our plain-English edition with the official texts, for an editor to follow up.

Nothing is ever changed by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings

from articles.loading import FixtureError
from articles.loading.schema import CuesFile
from articles.loading.tables import read_file
from articles.models import Article, OfficialText
from articles.official.comparisons import COMPARISONS, Edition, Verdict
from articles.official.cues import Cues
from articles.versioned import kept_for_version

CUES: Final = "cues.toml"


@dataclass(frozen=True)
class Finding:
    """What the comparison of an article with one official text has shown, of one kind.

    ``edition`` is the slug of the official text.
    """

    article: int
    kind: str
    verdict: Verdict
    message: str
    edition: str


def check(
    articles: Iterable[Article], official_texts: Iterable[OfficialText], cues: Cues
) -> list[Finding]:
    """Return what comparing each article with each text shows, article by article."""
    editions = [Edition.of(row, cues) for row in official_texts]
    return [
        Finding(article.number, kind, verdict, message, edition.slug)
        for article in articles
        for edition in editions
        for kind, compare in COMPARISONS.items()
        if article.number in edition.paragraphs
        for verdict, message in compare(article, edition, cues)
    ]


def installed_cues() -> Cues:
    """Return the cues of the fixtures; raise ``FixtureError`` if they are not sound."""
    parsed, faults = read_file(settings.FIXTURES_DIR, CUES, CuesFile)
    if not isinstance(parsed, CuesFile):
        raise FixtureError(faults)
    return Cues.of(parsed)


def articles_to_check() -> Any:
    """Return all articles with everything that a check asks of them."""
    return Article.objects.with_text().with_theme_list().prefetch_related("article_mentions")


@dataclass(frozen=True)
class Totals:
    """How often each official text agrees with our edition, contradicts it, or leaves it open.

    Without an official text there are no rows; ``problem`` says why there was no check.
    """

    rows: tuple[tuple[OfficialText, Mapping[str, int]], ...]
    problem: str = ""


@kept_for_version
def totals(digest: str) -> Totals:
    """Return the totals for the data version that is loaded."""
    texts = list(OfficialText.objects.with_paragraphs())
    if not texts:
        return Totals(())
    try:
        cues = installed_cues()
    except FixtureError as error:
        return Totals((), "; ".join(map(str, error.faults)))
    found = Counter((row.edition, row.verdict) for row in check(articles_to_check(), texts, cues))
    return Totals(
        tuple(
            (text, {verdict.value: found[text.slug, verdict] for verdict in Verdict})
            for text in texts
        )
    )
