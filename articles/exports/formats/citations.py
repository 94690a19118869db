"""The files of reference managers: an entry for each place, or one for the treaty."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from articles.citations import bibtex as bibtex_file
from articles.citations import csl as csl_file
from articles.citations import ris as ris_file
from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import borne_out, is_known, text_name
from articles.corpus import PLAIN
from articles.exports.extract import ArticleData, Extract, OfficialTextData
from articles.forms import query_string
from articles.models import Evidence

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
    """Return an article, or its chosen paragraph, in the text that its page shows first."""
    text = next((row for row in extract.official_texts if row.slug == article.lead), None)
    return Pinpoint(
        site=extract.site,
        article=article.number,
        paragraph=article.chosen_paragraph,
        is_numbered=is_numbered(article),
        text_name=text_name(text),
        text_language=text.language if text else "en",
        query=query_of(article, extract),
        evidence=evidence(article),
        sha256=article.sha256,
        provenance=provenance(text, extract),
    )


def provenance(text: OfficialTextData | None, extract: Extract) -> str:
    """Return where the words come from: of an official text its origin, and the data version."""
    published = f"as published by {text.publisher}" if text and text.publisher else ""
    address = text.url if text else ""
    version = f"data version {extract.edition.data_version[:VERSION_DIGITS]}"
    return "; ".join(filter(None, (published, address, version)))


def query_of(article: ArticleData, extract: Extract) -> str:
    """Return the query string with which the page of a place shows the text that is cited.

    Where none of those that the extract is in has the paragraph, one more is shown, as the page
    itself has it (``TextsForm.with_one_of``).
    """
    named = parse_qs(extract.query.removeprefix("?")).get("lang", [])
    shown = ",".join(named).split(",") if named else [extract.lead]
    if article.lead in {PLAIN, *shown}:
        return extract.query
    return query_string([("lang", ",".join([*shown, article.lead]))])


def is_numbered(article: ArticleData) -> bool:
    """Whether the number of the chosen paragraph, if one is, is known to be the treaty's."""
    if article.chosen_paragraph is None:
        return True
    rows = [
        row for text in article.official if text.text == article.lead for row in text.paragraphs
    ]
    ours = article.edition[0].numbering if article.edition else ""
    return is_known(rows[0].label if rows else "", ours)


def evidence(article: ArticleData) -> Evidence:
    """Return how well reports bear out our words of an article or of its chosen paragraph."""
    grade = Evidence(article.evidence)
    if article.chosen_paragraph is None:
        return grade
    statements = [each for row in article.edition for each in row.statements]
    if not statements:
        return Evidence.REPORTED
    return borne_out(grade, [not row.is_unconfirmed for row in statements])
