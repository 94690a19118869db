"""EPUB 3.3: the whole treaty as a book, a file for each article, to read without a network.

No library makes it: the one that is maintained (EbookLib) is under the AGPL and this project
under the MIT licence, and a book is no more than a ZIP of templates, which Django fills.

The same extract gives the same bytes, so nothing is taken from the clock. The identifier stays
from one edition to the next, and the time of the last change tells them apart, as EPUB wants it
(5.5.3.1.1, "release identifier"): it is when the text of any article last changed on the site.

Rules: EPUB 3.3 (package, navigation document, ``mimetype`` first and stored), its Structural
Semantics Vocabulary and DPUB-ARIA for parts, EPUB Accessibility 1.1 for the metadata.
The NCX gives contents to readers that were made for EPUB 2.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.template.loader import render_to_string

from articles import treaty
from articles.exports.extract import Extract
from articles.exports.formats.xml_text import legal

FOLDER: Final = "EPUB/"
PACKAGE: Final = "package.opf"
MEDIA_TYPE: Final = "application/epub+zip"
XHTML: Final = "application/xhtml+xml"


@dataclass(frozen=True)
class File:
    """A file of the book, with what the package says of it."""

    name: str
    media_type: str
    content: str
    properties: str = ""

    @property
    def id(self) -> str:
        """What the package calls it."""
        return self.name.replace(".", "-")

    @property
    def is_page(self) -> bool:
        """Whether it is among those that are read, in the order in which they stand."""
        return self.media_type == XHTML


def write(extract: Extract) -> bytes:
    """Return the book, in which every article of the extract is a part; none may occur twice."""
    official = "official text, with a " if extract.official_texts else ""
    context = {
        "extract": extract,
        "title": f"{treaty.SHORT_TITLE}: {official}plain-English edition",
        "languages": {"en": None} | {text.language: None for text in extract.official_texts},
        "identifier": identifier(extract),
    }
    files = list(files_of_book(context))
    package = filled(PACKAGE, {**context, "files": files})
    return zipped(
        {
            "META-INF/container.xml": filled("container.xml", {"package": FOLDER + PACKAGE}),
            FOLDER + PACKAGE: package,
            **{FOLDER + file.name: file.content for file in files},
        },
        date.fromisoformat(extract.treaty.signed),
    )


def files_of_book(context: Mapping[str, Any]) -> Iterator[File]:
    """Yield the files that the package names, its pages in the order of reading."""
    yield File("title.xhtml", XHTML, filled("title.xhtml", context))
    yield File("nav.xhtml", XHTML, filled("nav.xhtml", context), "nav")
    yield File("about.xhtml", XHTML, filled("about.xhtml", context))
    for article in context["extract"].articles:
        provisions = context["extract"].provisions(article)
        page = filled("article.xhtml", {**context, "article": article, "provisions": provisions})
        yield File(f"{article.id}.xhtml", XHTML, page)
    yield File("style.css", "text/css", filled("style.css", {}))
    yield File("cover.svg", "image/svg+xml", filled("cover.svg", context), "cover-image")
    yield File("toc.ncx", "application/x-dtbncx+xml", filled("toc.ncx", context))


def filled(name: str, context: Mapping[str, Any]) -> str:
    """Return a template of the book, filled; what XML cannot hold becomes U+FFFD."""
    return legal(render_to_string(f"articles/epub/{name}", dict(context)))


def zipped(files: Mapping[str, str], day: date) -> bytes:
    """Return an EPUB container of files by their paths, each dated with the same day."""
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w") as archive:
        for path, content in {"mimetype": MEDIA_TYPE, **files}.items():
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # otherwise it differs between systems
            entry.external_attr = 0o644 << 16
            is_first = path == "mimetype"  # stored, so that programs find it at byte 38
            entry.compress_type = zipfile.ZIP_STORED if is_first else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return container.getvalue()


def identifier(extract: Extract) -> str:
    """Return a URN that is the same for the same address and order of texts."""
    name = " ".join((extract.url, *(text.slug for text in extract.official_texts)))
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
