"""The files of reference managers: an entry for each place, or one for the treaty."""

from __future__ import annotations

from dataclasses import replace

from articles.citations import bibtex as bibtex_file
from articles.citations import csl as csl_file
from articles.citations import ris as ris_file
from articles.citations.pinpoint import Pinpoint
from articles.exports.extract import ArticleData, Extract
from articles.models import Numbering


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
    lead = next((text for text in extract.official_texts if text.slug == extract.lead), None)
    whole = Pinpoint(
        site=extract.site,
        text_name=lead.name if lead else "",
        text_language=lead.language if lead else "en",
    )
    if extract.scope == "treaty":
        return [whole]
    return [
        replace(
            whole,
            article=article.number,
            paragraph=article.chosen_paragraph,
            is_numbered=is_numbered(article),
        )
        for article in extract.articles
    ]


def is_numbered(article: ArticleData) -> bool:
    """Whether the number of the chosen paragraph is known to be the treaty's."""
    printed = (row.label for text in article.official for row in text.paragraphs)
    return any(printed) or any(row.numbering == Numbering.CONFIRMED for row in article.edition)
