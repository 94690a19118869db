"""The files of reference managers: an entry for each place, or one for the treaty."""

from __future__ import annotations

from typing import Final

from articles.citations import bibtex as bibtex_file
from articles.citations import csl as csl_file
from articles.citations import ris as ris_file
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import text_name
from articles.exports.extract import ArticleData, Extract, OfficialTextData

VERSION_DIGITS: Final = 12
"""Of the data version, as many digits as pages show."""


def bibtex(extract: Extract) -> str:
    """Return BibTeX."""
    return bibtex_file.write(pinpoints(extract))


def biblatex(extract: Extract) -> str:
    """Return biblatex."""
    return bibtex_file.write_biblatex(pinpoints(extract))


def ris(extract: Extract) -> str:
    """Return RIS."""
    return ris_file.write(pinpoints(extract))


def csl_json(extract: Extract) -> str:
    """Return CSL-JSON."""
    return csl_file.write(pinpoints(extract))


def pinpoints(extract: Extract) -> list[Pinpoint]:
    """Return what is cited: each place, or the treaty as a whole."""
    if extract.scope != "treaty":
        return [pinpoint(article, extract) for article in extract.articles]
    lead = next((text for text in extract.official_texts if text.slug == extract.lead), None)
    return [
        Pinpoint(
            site=extract.site,
            text_name=text_name(lead),
            text_language=lead.language if lead else "en",
            query=extract.query,
            sha256=extract.sha256,
            provenance=provenance(lead, extract),
        )
    ]


def pinpoint(article: ArticleData, extract: Extract) -> Pinpoint:
    """Return an article, or its chosen provision, in the text that its page shows first."""
    text = next((row for row in extract.official_texts if row.slug == article.lead), None)
    return Pinpoint(
        site=extract.site,
        place=article.place,
        is_alone=article.is_undivided and article.chosen_paragraph is not None,
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=extract.query,
        sha256=article.sha256,
        provenance=provenance(text, extract),
    )


def provenance(text: OfficialTextData | None, extract: Extract) -> str:
    """Return where the words come from: of an official text its origin, and the data version."""
    published = f"as published by {text.publisher}" if text and text.publisher else ""
    address = text.url if text else ""
    version = f"data version {extract.edition.data_version[:VERSION_DIGITS]}"
    return "; ".join(filter(None, (published, address, version)))
