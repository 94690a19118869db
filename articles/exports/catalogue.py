"""The forms in which an extract can be had: one module for each, all named in one table.

Each module has a function ``write(extract) -> str`` (``epub``: bytes). To add a form, write such
a module and one line here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.http import HttpRequest
from django.urls import reverse

from articles.citations import bibtex, csl, ris
from articles.citations.entries import Entry
from articles.exports.extract import Extract
from articles.exports.formats import (
    akoma_ntoso,
    citations,
    epub,
    jsonld,
    markdown,
    plain_text,
    table,
)
from articles.treaty import addresses
from articles.treaty.places import Place

RIS: Final = "application/x-research-info-systems"
CSL: Final = "application/vnd.citationstyles.csl+json"
HTML: Final = "text/html"
ANYTHING: Final = "*/*"

LONGEST_ACCEPT: Final = 1_000
"""Characters of an ``Accept`` that are read: no browser sends a fifth of that."""


@dataclass(frozen=True)
class Format:
    """A form of the content.

    ``suffix`` is how its addresses end, after a dot. ``name`` is what readers call it and
    ``use`` what it is good for, in a few words. One that ``is_file`` is saved by browsers rather
    than shown; one that ``is_citation`` tells of the text without its words, and ``unprinted``
    says what of that some programs do not print; one that ``is_whole_only`` is of the whole treaty
    alone.
    """

    suffix: str
    media_type: str
    name: str
    use: str
    write: Callable[[Extract], str | bytes]
    is_file: bool = False
    is_citation: bool = False
    is_whole_only: bool = False
    unprinted: str = ""

    @property
    def file_suffix(self) -> str:
        """How a saved file ends: programs know biblatex by the suffix of BibTeX."""
        return "bib" if self.suffix == "biblatex" else self.suffix

    @property
    def content_type(self) -> str:
        """The media type with the encoding, which is UTF-8 in every form that is text."""
        is_packed = self.media_type.endswith("+zip")
        return self.media_type if is_packed else f"{self.media_type}; charset=utf-8"


def as_json(extract: Extract) -> str:
    """Return all of the extract as JSON; its shape is in ``/openapi.json``."""
    return extract.model_dump_json(indent=1) + "\n"


def citation(  # noqa: PLR0913, PLR0917 - a line of the table
    suffix: str,
    media_type: str,
    name: str,
    use: str,
    write: Callable[[Entry], str],
    unprinted: str = "",
) -> Format:
    """Return a form of citations, given what writes it and what programs leave out of it."""
    made = citations.of(write)
    return Format(
        suffix, media_type, name, use, made, is_file=True, is_citation=True, unprinted=unprinted
    )


FORMATS: Final = (
    Format("json", "application/json", "JSON", "for programs", as_json),
    Format("jsonld", "application/ld+json", "JSON-LD", "linked data, schema.org", jsonld.write),
    Format("xml", "application/akn+xml", "Akoma Ntoso", "legal XML", akoma_ntoso.write),
    Format("md", "text/markdown", "Markdown", "for notes and wikis", markdown.write),
    Format("txt", "text/plain", "Plain text", "for anything", plain_text.write),
    Format("csv", "text/csv", "CSV", "for spreadsheets", table.write, is_file=True),
    citation(
        "bib",
        "application/x-bibtex",
        "BibTeX",
        "citation",
        bibtex.write,
        "BibTeX knows no treaties: its own styles print no address, and some of pandoc's "
        "no date. Take biblatex where you can.",
    ),
    citation(
        "biblatex",
        "application/x-biblatex",
        "biblatex",
        "citation",
        bibtex.write_biblatex,
    ),
    citation(
        "ris",
        RIS,
        "RIS",
        "citation: Zotero, EndNote",
        ris.write,
        "Programs read it as a statute, of which some styles print only the year and no "
        "address; Zotero cites it as a treaty.",
    ),
    citation(
        "csl.json",
        CSL,
        "CSL-JSON",
        "citation: Zotero, Pandoc",
        csl.write,
        "The style of AGLC prints no date of a treaty; that of McGill prints the day of "
        "signature and the address in notes only.",
    ),
    Format(
        "epub",
        "application/epub+zip",
        "EPUB",
        "for e-book readers",
        epub.write,
        is_file=True,
        is_whole_only=True,
    ),
)

COMMON: Final = frozenset({"md", "txt", "ris"})
"""The suffixes of the forms that most readers want."""

BY_SUFFIX: Final = {row.suffix: row for row in FORMATS}
OF_ANY_PLACE: Final = tuple(row for row in FORMATS if not row.is_whole_only)
"""The forms in which an article, a paragraph, a point and a selection can be had, too."""

BY_MEDIA_TYPE: Final = {row.media_type: row for row in FORMATS} | {
    "application/xml": BY_SUFFIX["xml"],
    "text/xml": BY_SUFFIX["xml"],
    "text/x-bibtex": BY_SUFFIX["bib"],
}
"""The forms by what ``Accept`` may call them: programs have other names for some."""


Download = tuple[Format, str]
"""A form and the address at which something can be had in it."""


def downloads(place: Place, query: str = "") -> list[Download]:
    """Return the forms in which a provision can be had, each with its address.

    ``query`` is the query string that puts the same text first as on the page.
    """
    return [(row, addresses.export_url(*place.numbers, row.suffix) + query) for row in OF_ANY_PLACE]


def offered(place: Place, query: str = "") -> dict[str, list[Download]]:
    """Return the downloads of a provision, those in ``common`` forms apart from the ``others``."""
    rows = downloads(place, query)
    common = [row for row in rows if row[0].suffix in COMMON]
    return {"common": common, "others": [row for row in rows if row not in common]}


def preferred(request: HttpRequest) -> Format | None:
    """Return the form that a request's ``Accept`` prefers, or ``None`` where it is a page."""
    return preferred_by(request.headers.get("Accept", ""), request.path)


def preferred_by(accept: str, path: str) -> Format | None:
    """Return the form that an ``Accept`` prefers at a path, or ``None`` where it is a page.

    A page is also what is given to those who accept anything, or nothing that there is at this
    address. Whoever names HTML first and without a weight, as browsers do, prefers nothing to it.
    """
    # What nearly every request has needs no parsing.
    if accept in {"", HTML, ANYTHING} or accept.startswith(f"{HTML},"):
        return None
    return best_of(accept[:LONGEST_ACCEPT], is_whole=path == reverse("treaty"))


@lru_cache(maxsize=256)
def best_of(accept: str, *, is_whole: bool) -> Format | None:
    """Return the form that an ``Accept`` prefers, of those in which there is an extract."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accept
    offered = [name for name, row in BY_MEDIA_TYPE.items() if is_whole or not row.is_whole_only]
    best = request.get_preferred_type([HTML, *offered])
    return BY_MEDIA_TYPE.get(best or HTML)
