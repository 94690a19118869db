"""The files of reference managers: an entry for the provisions cited, or for the treaty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from articles.citations import entries
from articles.citations.entries import Entry
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import text_name
from articles.exports.extract import ArticleData, Extract, OfficialTextData

VERSION_DIGITS: Final = 12
"""Of the data version, as many digits as pages show."""


def of(write: Callable[[Entry], str]) -> Callable[[Extract], str]:
    """Return what gives an extract in the form of citations that a function writes."""
    return lambda extract: write(entry(extract))


def entry(extract: Extract) -> Entry:
    """Return what a reference manager is told of an extract."""
    return entries.entry(pinpoints(extract), extract.url, annotation(extract))


def pinpoints(extract: Extract) -> list[Pinpoint]:
    """Return what is cited: each place in the text that its page shows first, or the treaty."""
    if extract.scope == "treaty":
        return [pinpoint(extract, extract)]
    return [
        pinpoint(
            article,
            extract,
            place=article.place,
            is_alone=article.is_undivided and article.chosen_paragraph is not None,
        )
        for article in extract.articles
    ]


def pinpoint(shown: ArticleData | Extract, extract: Extract, **cited: Any) -> Pinpoint:
    """Return what is cited of an extract, given that part of it which the address shows."""
    text = lead(shown, extract)
    return Pinpoint(
        site=extract.site,
        accessed=extract.accessed,
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=extract.query,
        **cited,
    )


def lead(shown: ArticleData | Extract, extract: Extract) -> OfficialTextData | None:
    """Return the official text that the address shows first, unless that is our edition."""
    return next((row for row in extract.official_texts if row.slug == shown.lead), None)


def annotation(extract: Extract) -> str:
    """Return where the words come from: the origin of official texts, the version of the data."""
    shown = [extract] if extract.scope == "treaty" else extract.articles
    texts = dict.fromkeys(lead(part, extract) for part in shown)
    hashes = dict.fromkeys(part.sha256 for part in shown)
    version = f"Data version {extract.edition.data_version[:VERSION_DIGITS]}"
    return "; ".join([*origins(texts), version, *(f"SHA-256 {digest}" for digest in hashes)])


def origins(texts: Iterable[OfficialTextData | None]) -> Iterator[str]:
    """Yield where official texts were published, and at which addresses."""
    for text in filter(None, texts):
        if text.publisher:
            yield f"As published by {text.publisher}"
        if text.url:
            yield text.url
